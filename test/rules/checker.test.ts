import { expect, test } from 'vitest';
import { guide835 } from '../../src/guides/index.ts';
import { readSet } from '../../src/read-set.ts';
import { checkSet } from '../../src/rules/checker.ts';
import { PAYMENT_835 } from '../x12/wire.ts';
import { brokenIn, payment835 } from './sample.ts';

const WRONG = payment835(['SVC', 'SVC*HC:99213*126*100**1'], ['BPR', 'BPR*I*101*C*CHK************20260105']);

test('a fault stands at its segment', () => {
  const found = brokenIn(WRONG).map(({ rule, origin, loop, segmentId, element }) => {
    return {
      rule,
      at: WRONG.slice(origin?.offset, (origin?.offset ?? 0) + 3),
      segment: origin?.segment,
      loop,
      segmentId,
      element,
    };
  });
  const ordinal = (prefix: string) => PAYMENT_835.findIndex((segment) => segment.startsWith(prefix)) + 2;
  expect(found).toEqual([
    { rule: 'R192', at: 'SVC', segment: ordinal('SVC'), loop: '2110', segmentId: 'SVC', element: 'SVC02' },
    { rule: 'R194', at: 'BPR', segment: ordinal('BPR'), loop: 'ST', segmentId: 'BPR', element: 'BPR02' },
  ]);
});

test('a value is checked before it is written as it is when it is read', () => {
  const { sets } = readSet(guide835, WRONG);
  const found = sets.flatMap((set) => checkSet(guide835, set, { upTo: 7, origin: {} }));
  expect(found.map(({ rule }) => rule)).toEqual(brokenIn(WRONG).map(({ rule }) => rule));
});
