import { describe, expect, test } from 'vitest';
import {
  addIssue,
  answerEnvelope,
  interchangeResult,
  type ReceivedInterchange,
  receiveFile,
  writeTa1,
} from '../../src/acks/acknowledge.ts';
import { write999 } from '../../src/acks/write-999.ts';
import { issue } from '../../src/issue.ts';
import { DEFAULT_DELIMITERS } from '../../src/x12/delimiters.ts';
import { segmentsOf } from '../claims/envelope.ts';
import { CLAIM_837P, edit, in837p, in999, interchange, isa, itemsOf, only, PAYMENT_835 } from '../x12/wire.ts';

const FACTS = {
  isa13: 501,
  gs06: 77,
  at: new Date('2026-01-02T16:00:00Z'),
  delimiters: DEFAULT_DELIMITERS,
};

function received(text: string): ReceivedInterchange {
  const [first] = receiveFile(text).interchanges;
  if (first === undefined) throw new Error('no interchange');
  return first;
}

const ta1 = (one: ReceivedInterchange) => writeTa1(one, answerEnvelope(one, FACTS));
const ack999 = (one: ReceivedInterchange) => write999(one, answerEnvelope(one, FACTS));

/** The segments of a 999 between ST and SE. */
function bodyOf(text: string | ReceivedInterchange): string[] {
  const written = ack999(typeof text === 'string' ? received(text) : text);
  expect(written?.issues ?? []).toEqual([]);
  return segmentsOf(written?.text ?? '').slice(3, -3);
}

const whole = in837p(CLAIM_837P);
const fault = (prefix: string, to?: string | readonly string[]) => in837p(edit(CLAIM_837P, prefix, to));

/** A group of `count` equal sets, the second of them spoilt. */
function group(count: number, spoilt?: string): string {
  const set = segmentsOf(whole).slice(2, -2);
  const sets = Array.from({ length: count }, (_, index) =>
    set.map((segment) => {
      const own = segment.replace(/^(ST\*837\*|SE\*\d+\*)0001/, `$1000${index + 1}`);
      return index === 1 && spoilt !== undefined && own.startsWith('SBR') ? spoilt : own;
    }),
  );
  const [head, gs] = segmentsOf(whole);
  return `${[head, gs, ...sets.flat(), `GE*${count}*1`, 'IEA*1*000000001'].join('~')}~`;
}

describe('TA1', () => {
  test('answers the ISA by its number, date and time, alone between ISA and IEA, parties turned round', () => {
    const [head, body, tail] = segmentsOf(ta1(received(whole)));
    expect(head).toBe(
      'ISA*00*          *00*          *ZZ*RECEIVER       *ZZ*SENDER         *260102*1600*^*00501*000000501*0*T*:',
    );
    expect(body).toBe('TA1*000000001*260102*1530*A*000');
    expect(tail).toBe('IEA*0*000000501');
  });

  test.each([
    ['wrong IEA02', whole.replace('IEA*1*000000001', 'IEA*1*000000009'), 'R', '001'],
    ['wrong IEA01', whole.replace('IEA*1', 'IEA*3'), 'R', '021'],
    ['cut off', whole.slice(0, -30), 'R', '023'],
    ['a segment between the groups', whole.replace('IEA*', 'REF*X*1~IEA*'), 'R', '024'],
    ['an unknown version', whole.replace('*00501*', '*00301*'), 'R', '017'],
    ['neither test nor production', whole.replace('*T*:', '*X*:'), 'R', '020'],
    ['a date that is none', whole.replace('*260102*', '*261302*'), 'E', '014'],
    ['neither 0 nor 1 in ISA14', whole.replace('*0*T*', '*7*T*'), 'E', '019'],
    ['a faulty set is no fault of the envelope', fault('SBR', 'SBR*P*19*******CI'), 'A', '000'],
    ['a faulty group neither', whole.replace('GE*1*1', 'GE*1*2'), 'A', '000'],
  ])('%s', (_name, text, result, note) => {
    expect(interchangeResult(received(text))).toEqual({ result, note });
  });

  test('a refused interchange gets no 999', () => {
    expect(ack999(received(whole.replace('IEA*1', 'IEA*3')))).toBeUndefined();
  });

  test('delimiters of ours in foreign ids do not spoil the answer', () => {
    const foreign = whole.replaceAll('~', '\n').replaceAll('*', '|').replace('SENDER         ', 'SEN*DER~       ');
    expect(itemsOf(ta1(received(foreign))).filter(({ type }) => type === 'issue')).toEqual([]);
  });

  test('text without an ISA: there is nobody to answer', () => {
    const { interchanges, issues } = receiveFile('Dear Sir or Madam');
    expect(interchanges).toEqual([]);
    expect(issues.map(({ code }) => code)).toContain('no-isa');
  });
});

describe('999', () => {
  test('a file without fault', () => {
    expect(bodyOf(whole)).toEqual(['AK1*HC*1*005010X222A1', 'AK2*837*0001*005010X222A1', 'IK5*A', 'AK9*A*1*1*1']);
  });

  test('an 835 has no ST03 to repeat', () => {
    const text = interchange({ gs01: 'HP', gs08: '005010X221A1', st: '835*0001', body: PAYMENT_835 });
    expect(bodyOf(text)[1]).toBe('AK2*835*0001');
  });

  // Positions count from ST = 1: CLAIM_837P[0] is segment 2.
  test.each([
    ['a code outside the list', fault('SBR', 'SBR*P*19*******CI'), ['IK3*SBR*12*2000*8', 'IK4*2**7*19'], '5'],
    [
      'a long value that may be a name',
      fault('DMG', 'DMG*D8*19710412*WINTERS'),
      ['IK3*DMG*16*2010*8', 'IK4*3**5'],
      '5',
    ],
    ['a component', fault('SV1', 'SV1*XX:99213*125*UN*1***1'), ['IK3*SV1*21*2400*8', 'IK4*1:1**7*XX'], '5'],
    ['a missing element', fault('N4*COLUMBUS*OH*432150001', 'N4**OH*432150001'), ['IK3*N4*9*2010*8', 'IK4*1**1'], '5'],
    [
      'an element that is not used',
      fault('NM1*40', 'NM1*40*2*RECEIVER*FIRST****46*REC1'),
      ['IK3*NM1*5*1000*8', 'IK4*4**I10'],
      'I5',
    ],
    ['a missing segment', fault('N3*100'), ['IK3*N3*7*2010*3'], '5'],
    ['an unknown segment', fault('LX*1', ['LX*1', 'ZZZ*1']), ['IK3*ZZZ*21*2400*1'], '5'],
    ['what is no segment id is not repeated', fault('LX*1', ['LX*1', 'WINTERS*1']), ['IK3*ZZZ*21*2400*1'], '5'],
    [
      'two faults of one segment',
      fault('SBR', 'SBR*Y*19*******CI'),
      ['IK3*SBR*12*2000*8', 'IK4*1**7*Y', 'IK4*2**7*19'],
      '5',
    ],
  ])('%s', (_name, text, notes, code) => {
    const body = bodyOf(text);
    expect(body.slice(2, -2)).toEqual(notes);
    expect(body.at(-2)).toBe(`IK5*R*${code}`);
    expect(body.at(-1)).toBe('AK9*R*1*1*0');
  });

  test('a missing loop is named by the segment that would open it', () => {
    const text = in837p(CLAIM_837P.filter((segment) => !/^(LX|SV1|DTP)/.test(segment)));
    expect(bodyOf(text).slice(2, -2)).toEqual(['IK3*LX*18*2400*I7']);
  });

  test.each([
    ['SE02', whole.replace(/SE\*(\d+)\*0001/, 'SE*$1*0002'), '3'],
    ['SE01', whole.replace(/SE\*\d+\*/, 'SE*99*'), '4'],
  ])('a trailer that does not fit: %s', (_name, text, code) => {
    expect(bodyOf(text).slice(2)).toEqual([`IK5*R*${code}`, 'AK9*R*1*1*0']);
  });

  test('of three sets one is refused: P, and the others are taken', () => {
    expect(bodyOf(group(3, 'SBR*P*19*******CI'))).toEqual([
      'AK1*HC*1*005010X222A1',
      'AK2*837*0001*005010X222A1',
      'IK5*A',
      'AK2*837*0002*005010X222A1',
      'IK3*SBR*12*2000*8',
      'IK4*2**7*19',
      'IK5*R*5',
      'AK2*837*0003*005010X222A1',
      'IK5*A',
      'AK9*P*3*3*2',
    ]);
  });

  test('the second set under one number is refused, not the first', () => {
    const text = group(2).replaceAll('0002', '0001');
    expect(bodyOf(text).filter((segment) => segment.startsWith('IK5'))).toEqual(['IK5*A', 'IK5*R*23']);
  });

  test('a set of no known guide is not taken', () => {
    expect(bodyOf(whole.replaceAll('005010X222A1', '005010X999')).slice(2)).toEqual(['IK5*R*1', 'AK9*R*1*1*0']);
  });

  test('GE01 that counts wrongly is repeated and noted: E', () => {
    expect(bodyOf(group(2).replace('GE*2', 'GE*3')).at(-1)).toBe('AK9*E*3*2*2*5');
  });

  test.each([
    ['GE02 differs', whole.replace('GE*1*1', 'GE*1*2'), '4'],
    ['GS01 does not fit', whole.replace('GS*HC', 'GS*HP'), '1'],
  ])('a refused group is not spoken of set by set: %s', (_name, text, code) => {
    expect(bodyOf(text).slice(1)).toEqual([`AK9*R*1*1*0*${code}`]);
  });

  test('a warning is noted and taken: E', () => {
    const one = received(whole);
    const origin = { gs06: '1', st02: '0001', segment: 12 };
    addIssue(
      one,
      issue('element-code', { message: 'x', severity: 'warning', segmentId: 'SBR', element: 'SBR09', origin }),
    );
    expect(bodyOf(one).slice(2)).toEqual(['IK3*SBR*12**8', 'IK4*9**7', 'IK5*E*5', 'AK9*E*1*1*1']);
  });

  test('an acknowledgment is never acknowledged', () => {
    expect(ack999(received(in999(['AK1*HC*1*005010X222A1', 'AK9*A*1*1*1'])))).toBeUndefined();
  });

  test('each interchange of a file is answered for itself, each group in a set of its own', () => {
    const [first, second] = receiveFile(whole + whole.replaceAll('000000001', '000000002')).interchanges;
    expect([first, second].map((one) => one?.header.isa13)).toEqual(['000000001', '000000002']);
    const groups = segmentsOf(whole).slice(1, -1).join('~');
    const two = `${isa()}${groups}~${groups.replaceAll('*1*X', '*2*X').replace('GE*1*1', 'GE*1*2')}~IEA*2*000000001~`;
    const written = ack999(received(two))?.text ?? '';
    expect(only(itemsOf(written), '999.group').map(({ gs06, result }) => [gs06, result])).toEqual([
      ['1', 'A'],
      ['2', 'A'],
    ]);
  });

  test('read back, it says what was said', () => {
    const items = itemsOf(ack999(received(fault('SV1', 'SV1*XX:99213*125*UN*1***1')))?.text ?? '');
    expect(only(items, '999.transaction')[0]).toMatchObject({
      ackGs06: '1',
      st02: '0001',
      result: 'R',
      codes: ['5'],
      errors: [
        { segmentId: 'SV1', position: 21, loop: '2400', segmentCode: '8', element: 1, component: 1, elementCode: '7' },
      ],
    });
  });
});
