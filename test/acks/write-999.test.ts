import { describe, expect, test } from 'vitest';
import { addIssue, type ReceivedInterchange } from '../../src/acks/received.ts';
import { write999 } from '../../src/acks/write-999.ts';
import { answerEnvelope } from '../../src/acks/write-answer.ts';
import { issue } from '../../src/issue.ts';
import { segmentsOf } from '../claims/envelope.ts';
import { CLAIM_837P, edit, in837p, in999, interchange, isa, itemsOf, only, PAYMENT_835 } from '../x12/wire.ts';
import { FACTS, fault, group, received, receiveText, WHOLE as whole } from './received-text.ts';

const ack999 = (one: ReceivedInterchange, policy = {}) => write999(one, answerEnvelope(one, FACTS), policy);

/** The segments of a 999 between ST and SE. */
function bodyOf(text: string | ReceivedInterchange, policy = {}): string[] {
  const written = ack999(typeof text === 'string' ? received(text) : text, policy);
  // AK1 and AK2 repeat what was received.
  expect(written?.issues.filter(({ segmentId }) => !/^AK[12]$/.test(segmentId ?? '')) ?? []).toEqual([]);
  return segmentsOf(written?.text ?? '').slice(3, -3);
}

describe('999', () => {
  test('a file without fault', () => {
    expect(bodyOf(whole)).toEqual(['AK1*HC*1*005010X222A1', 'AK2*837*0001*005010X222A1', 'IK5*A', 'AK9*A*1*1*1']);
  });

  test('an 835 has no ST03 to repeat', () => {
    const text = interchange({ gs01: 'HP', gs08: '005010X221A1', st: '835*0001', body: PAYMENT_835 });
    expect(bodyOf(text)[1]).toBe('AK2*835*0001');
  });

  const CLAIM = 'CTX*CLM01:PCN1';

  // Positions count from ST = 1: CLAIM_837P[0] is segment 2.
  test.each([
    ['a code outside the list', fault('SBR', 'SBR*P*19*******CI'), ['IK3*SBR*12*2000*8', 'IK4*2*1069*7*19'], '5'],
    [
      'a long value that may be a name',
      fault('DMG', 'DMG*D8*19710412*WINTERS'),
      ['IK3*DMG*16*2010*8', 'IK4*3*1068*5'],
      '5',
    ],
    ['a component', fault('SV1', 'SV1*XX:99213*125*UN*1***1'), ['IK3*SV1*21*2400*8', CLAIM, 'IK4*1:1*235*7*XX'], '5'],
    [
      'a missing element',
      fault('N4*COLUMBUS*OH*432150001', 'N4**OH*432150001'),
      ['IK3*N4*9*2010*8', 'IK4*1*19*1'],
      '5',
    ],
    [
      'an element that is not used',
      fault('NM1*40', 'NM1*40*2*RECEIVER*FIRST****46*REC1'),
      ['IK3*NM1*5*1000*8', 'IK4*4*1036*I10'],
      'I5',
    ],
    ['a missing segment', fault('N3*100'), ['IK3*N3*7*2010*3'], '5'],
    ['an unknown segment', fault('LX*1', ['LX*1', 'ZZZ*1']), ['IK3*ZZZ*21*2400*1', CLAIM], '5'],
    ['a segment of other claims', fault('LX*1', ['LX*1', 'CL1*1*7*30']), ['IK3*CL1*21*2400*I4', CLAIM], 'I5'],
    ['a segment of other sets', fault('LX*1', ['LX*1', 'TS2*1']), ['IK3*TS2*21*2400*6', CLAIM], '5'],
    ['what is no segment id is not repeated', fault('LX*1', ['LX*1', 'WINTERS*1']), ['IK3*ZZZ*21*2400*1', CLAIM], '5'],
    [
      'two faults of one segment',
      fault('SBR', 'SBR*Y*19*******CI'),
      ['IK3*SBR*12*2000*8', 'IK4*1*1138*7*Y', 'IK4*2*1069*7*19'],
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
    expect(bodyOf(text).slice(2, -2)).toEqual(['IK3*LX*18*2400*I7', CLAIM]);
  });

  test.each([
    ['SE02', whole.replace(/SE\*(\d+)\*0001/, 'SE*$1*0002'), '3'],
    ['SE01', whole.replace(/SE\*\d+\*/, 'SE*99*'), '4'],
  ])('a trailer that does not fit: %s', (_name, text, code) => {
    expect(bodyOf(text).slice(2)).toEqual([`IK5*R*${code}`, 'AK9*R*1*1*0']);
  });

  test.each([
    ['ST02', whole.replaceAll('*0001*', '*1*').replace(/SE\*(\d+)\*0001/, 'SE*$1*1'), '7'],
    ['ST03', whole.replace('*005010X222A1~BHT', `*${'9'.repeat(40)}~BHT`), '19'],
  ])('a header that is none: %s', (_name, text, code) => {
    expect(bodyOf(text).slice(2)).toEqual([`IK5*R*${code}`, 'AK9*R*1*1*0']);
  });

  test('of three sets one is refused: P, and the others are taken', () => {
    expect(bodyOf(group(3, 'SBR*P*19*******CI'))).toEqual([
      'AK1*HC*1*005010X222A1',
      'AK2*837*0001*005010X222A1',
      'IK5*A',
      'AK2*837*0002*005010X222A1',
      'IK3*SBR*12*2000*8',
      'IK4*2*1069*7*19',
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
    expect(bodyOf(whole.replaceAll('005010X222A1', '005010X999')).slice(2)).toEqual(['IK5*R*I6', 'AK9*R*1*1*0']);
    expect(bodyOf(whole.replace('ST*837', 'ST*278')).slice(1)).toEqual([
      'AK2*278*0001*005010X222A1',
      'IK5*R*1',
      'AK9*R*1*1*0',
    ]);
  });

  test('unless its envelope is to decide', () => {
    const unknown = whole.replaceAll('005010X222A1', '005010X999');
    expect(bodyOf(unknown, { unknownSets: 'accept' }).slice(2)).toEqual(['IK5*A', 'AK9*A*1*1*1']);
    const miscounted = unknown.replace(/SE\*\d+/, 'SE*99');
    expect(bodyOf(miscounted, { unknownSets: 'accept' }).slice(2)).toEqual(['IK5*R*4', 'AK9*R*1*1*0']);
  });

  test('GE01 that counts wrongly is repeated and noted: E', () => {
    expect(bodyOf(group(2).replace('GE*2', 'GE*3')).at(-1)).toBe('AK9*E*3*2*2*5');
  });

  test.each([
    ['GE02 differs', whole.replace('GE*1*1', 'GE*1*2'), '4'],
    ['GS06 is too long', whole.replace(/(1530|GE\*1)\*1(\*X|~)/g, '$1*1234567890$2'), '6'],
    ['GS01 does not fit', whole.replace('GS*HC', 'GS*HP'), '1'],
  ])('a refused group is not spoken of set by set: %s', (_name, text, code) => {
    expect(bodyOf(text).slice(1)).toEqual([`AK9*R*1*1*0*${code}`]);
  });

  test('of a refused group the sets that are at fault themselves are named, with their faults', () => {
    expect(bodyOf(group(2, 'SBR*P*19*******CI').replace('GE*2*1', 'GE*2*9')).slice(1)).toEqual([
      'AK2*837*0002*005010X222A1',
      'IK3*SBR*12*2000*8',
      'IK4*2*1069*7*19',
      'IK5*R*5',
      'AK9*R*2*2*0*4',
    ]);
  });

  test('a warning is told only where asked for: noted and taken (E)', () => {
    const one = received(whole);
    const origin = { gs06: '1', st02: '0001', segment: 12 };
    addIssue(
      one,
      issue('element-code', { message: 'x', severity: 'warning', segmentId: 'SBR', element: 'SBR09', origin }),
    );
    expect(bodyOf(one).slice(2)).toEqual(['IK5*A', 'AK9*A*1*1*1']);
    expect(bodyOf(one, { warnings: true }).slice(2)).toEqual([
      'IK3*SBR*12**8',
      'IK4*9*1032*7',
      'IK5*E*5',
      'AK9*E*1*1*1',
    ]);
  });

  test('a refused interchange gets no 999', () => {
    expect(ack999(received(whole.replace('IEA*1', 'IEA*3')))).toBeUndefined();
  });

  test('faults of a payment are named by its trace number', () => {
    const body = edit(PAYMENT_835, 'CLP', 'CLP*PCN1*77*125*100*10*12*ICN1*11*1');
    const text = interchange({ gs01: 'HP', gs08: '005010X221A1', st: '835*0001', body });
    expect(bodyOf(text).slice(2, -2)).toEqual(['IK3*CLP*11*2100*8', 'CTX*TRN02:CHK1', 'IK4*2*1029*7*77']);
  });

  test('a number too long for CTX is left out, not cut', () => {
    const text = fault('CLM', `CLM*${'P'.repeat(36)}*185***11:B:1*Q*A*Y*Y`);
    expect(bodyOf(text)[2]).toBe('IK3*CLM*18*2300*8');
    expect(bodyOf(text).join()).not.toContain('CTX');
  });

  test('which repetition of a repeating element', () => {
    const one = received(whole);
    const origin = { gs06: '1', st02: '0001', segment: 16 };
    const where = { segmentId: 'DMG', element: 'DMG05-02', repetition: 3, origin };
    addIssue(one, issue('element-code', { message: 'x', ...where }));
    expect(bodyOf(one)[3]).toBe('IK4*5:2:3*1270*7');
  });

  test('a set keeps as many findings as asked for, errors before warnings, and counts the rest', () => {
    const origin = { isa13: '000000001', gs06: '1', st02: '0001' };
    const one = received(whole);
    const found = (segment: number, severity: 'error' | 'warning') =>
      issue('element-code', {
        message: 'x',
        severity,
        segmentId: 'SBR',
        element: 'SBR09',
        origin: { ...origin, segment },
      });
    for (const each of [found(2, 'warning'), found(3, 'error'), found(4, 'error'), found(5, 'warning')])
      addIssue(one, each, 2);
    const [set] = one.groups[0]?.sets ?? [];
    expect(set?.issues.map((each) => each.origin?.segment)).toEqual([3, 4]);
    expect(set?.omitted).toBe(2);
    addIssue(one, issue('set-segment-count', { message: 'x', origin }), 2);
    expect(bodyOf(one).at(-2)).toBe('IK5*R*4*5');
    addIssue(one, issue('issues-unlisted', { message: 'x', found: '70', origin }), 2);
    expect(set?.omitted).toBe(72);
  });

  test('an acknowledgment is never acknowledged', () => {
    expect(ack999(received(in999(['AK1*HC*1*005010X222A1', 'AK9*A*1*1*1'])))).toBeUndefined();
  });

  test('each interchange of a file is answered for itself, each group in a set of its own', () => {
    const [first, second] = receiveText(whole + whole.replaceAll('000000001', '000000002')).interchanges;
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
