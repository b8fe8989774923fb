import { describe, expect, test } from 'vitest';
import { addIssue, type ReceivedInterchange } from '../../src/acks/received.ts';
import { type AckPolicy, answeredGroups, groupVerdict } from '../../src/acks/verdicts.ts';
import { set997 } from '../../src/acks/write-997.ts';
import { answerEnvelope } from '../../src/acks/write-answer.ts';
import { guide997 } from '../../src/guides/997.ts';
import { type IssueCode, issue } from '../../src/issue.ts';
import { emitInterchange } from '../../src/x12/emit-interchange.ts';
import { segmentsOf } from '../claims/envelope.ts';
import { issuesOf, itemsOf, only } from '../x12/wire.ts';
import { FACTS, fault, received, WHOLE } from './received-text.ts';

/** An interchange of version 00401 whose one set is of a guide that was never known here. */
const OLD = WHOLE.replace('*^*00501*', '*U*00401*').replaceAll('005010X222A1', '004010X098A1');

/** The interchange with the 997s that answer another, whatever its version. */
function answerTo(one: ReceivedInterchange, policy: AckPolicy = {}): string {
  const sets = answeredGroups(one).map((group) => set997(groupVerdict(group, policy)));
  return emitInterchange(guide997, sets, answerEnvelope(one, FACTS)).text;
}

const written = (text: string, policy: AckPolicy = {}) => answerTo(received(text), policy);

const bodyOf = (text: string, policy: AckPolicy = {}) => segmentsOf(written(text, policy)).slice(3, -3);

describe('997', () => {
  test('a set of no known guide is refused; its envelope decides where asked to', () => {
    expect(bodyOf(OLD)).toEqual(['AK1*HC*1', 'AK2*837*0001', 'AK5*R*1', 'AK9*R*1*1*0']);
    expect(bodyOf(OLD, { unknownSets: 'accept' })).toEqual(['AK1*HC*1', 'AK2*837*0001', 'AK5*A', 'AK9*A*1*1*1']);
  });

  test('is written in the version it answers, and is sound', () => {
    const text = written(OLD);
    expect(text.slice(82, 89)).toBe('U*00401');
    expect(segmentsOf(text)[1]).toBe('GS*FA*RECEIVER*SENDER*20260102*1600*77*X*004010');
    expect(issuesOf(text)).toEqual([]);
  });

  test('names segments and elements as the 999 does, without context', () => {
    expect(bodyOf(fault('SV1', 'SV1*XX:99213*125*UN*1***1')).slice(2)).toEqual([
      'AK3*SV1*21*2400*8',
      'AK4*1:1*235*7*XX',
      'AK5*R*5',
      'AK9*R*1*1*0',
    ]);
  });

  test.each<[IssueCode, string]>([
    ['loop-missing', 'AK3*SBR*12**3'],
    ['element-not-used', 'AK4*9*1032*10'],
    ['element-repeat', 'AK4*9*1032*3'],
    ['component-too-many', 'AK4*9*1032*3'],
    ['hierarchy-number', 'AK4*9*1032*7'],
  ])('has the nearest code for %s', (code, note) => {
    const one = received(WHOLE);
    const origin = { gs06: '1', st02: '0001', segment: 12 };
    addIssue(one, issue(code, { message: 'x', segmentId: 'SBR', element: 'SBR09', origin }));
    const text = answerTo(one);
    expect(segmentsOf(text)).toContain(note);
    expect(segmentsOf(text)).toContain('AK5*R*5');
    expect(issuesOf(text)).toEqual([]);
  });

  test('no more element notes below a segment than there is room for', () => {
    const one = received(WHOLE);
    const origin = { gs06: '1', st02: '0001', segment: 12 };
    for (let at = 0; at < 120; at++)
      addIssue(one, issue('element-code', { message: 'x', segmentId: 'SBR', element: 'SBR09', origin }));
    const text = answerTo(one);
    expect(segmentsOf(text).filter((segment) => segment.startsWith('AK4'))).toHaveLength(99);
    expect(issuesOf(text)).toEqual([]);
  });

  test('a number used twice has no code of its own', () => {
    const gs = segmentsOf(OLD).slice(1, -1).join('~');
    const twice = OLD.replace('~IEA*1', `~${gs}~IEA*2`);
    expect(segmentsOf(written(twice)).filter((segment) => segment.startsWith('AK9'))).toEqual([
      'AK9*R*1*1*0',
      'AK9*R*1*1*0*6',
    ]);
  });

  test('read back, it says what was said', () => {
    const items = itemsOf(written(fault('SV1', 'SV1*XX:99213*125*UN*1***1')));
    expect(only(items, '997.transaction')).toMatchObject([
      {
        ackGs01: 'HC',
        ackGs06: '1',
        st01: '837',
        st02: '0001',
        result: 'R',
        codes: ['5'],
        errors: [
          {
            segmentId: 'SV1',
            position: 21,
            loop: '2400',
            segmentCode: '8',
            element: 1,
            component: 1,
            elementCode: '7',
          },
        ],
      },
    ]);
    expect(only(items, '997.group')).toMatchObject([{ gs06: '1', result: 'R', included: 1, received: 1, accepted: 0 }]);
  });
});
