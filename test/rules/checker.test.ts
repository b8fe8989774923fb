import { expect, test } from 'vitest';
import { guide835 } from '../../src/guides/index.ts';
import { readSet } from '../../src/read-set.ts';
import { checkSet } from '../../src/rules/checker.ts';
import { CLAIM_837P, interchange, PAYMENT_835 } from '../x12/wire.ts';
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
    { rule: 'R195', at: 'CLP', segment: ordinal('CLP'), loop: '2100', segmentId: 'CLP', element: 'CLP03' },
    { rule: 'R194', at: 'BPR', segment: ordinal('BPR'), loop: 'ST', segmentId: 'BPR', element: 'BPR02' },
  ]);
});

test('a value is checked before it is written as it is when it is read', () => {
  const { sets } = readSet(guide835, WRONG);
  const found = sets.flatMap((set) => checkSet(guide835, set, { upTo: 7, origin: {} }));
  expect(found.map(({ rule }) => rule)).toEqual(brokenIn(WRONG).map(({ rule }) => rule));
});

test('codes of a claim are judged by its days', () => {
  const served = (day: string) =>
    brokenIn(
      interchange({
        gs01: 'HC',
        gs08: '005010X223A2',
        st: '837*0001*005010X223A2',
        body: [
          ...CLAIM_837P.slice(0, 16),
          'CLM*PCN1*185***11:A:1**A*Y*Y',
          `DTP*434*RD8*${day}-${day}`,
          'CL1*1*7*01',
          'HI*BK:4659',
          'LX*1',
          'SV2*0360*HC:99213*185*UN*1',
        ],
      }),
    )
      .filter(({ code }) => code.startsWith('code-'))
      .map(({ rule, element, origin }) => `${rule} ${element} ${origin?.segment}`);
  expect(served('20150930')).toEqual(['R22 CL102 20']);
  expect(served('20151001')).toEqual(['R22 CL102 20', 'R118 HI01-02 21']);
});
