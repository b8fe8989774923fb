import { describe, expect, test } from 'vitest';
import type { ReceivedInterchange } from '../../src/acks/received.ts';
import { interchangeResult, writeTa1 } from '../../src/acks/ta1.ts';
import { answerEnvelope } from '../../src/acks/write-answer.ts';
import { segmentsOf } from '../claims/envelope.ts';
import { itemsOf } from '../x12/wire.ts';
import { FACTS, fault, received, receiveText, WHOLE as whole } from './received-text.ts';

const ta1 = (one: ReceivedInterchange) => writeTa1(one, answerEnvelope(one, FACTS));

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
    ['a qualifier outside the list', whole.replace('*ZZ*SENDER', '*99*SENDER'), 'E', '005'],
    ['no sender at all', whole.replace('*ZZ*SENDER  ', '*ZZ*        '), 'R', '006'],
    ['a number that is none', whole.replaceAll('000000001', '00000000X'), 'R', '018'],
    ['a faulty set is no fault of the envelope', fault('SBR', 'SBR*P*19*******CI'), 'A', '000'],
    ['a faulty group neither', whole.replace('GE*1*1', 'GE*1*2'), 'A', '000'],
  ])('%s', (_name, text, result, note) => {
    expect(interchangeResult(received(text))).toEqual({ result, note });
  });

  test('delimiters of ours in foreign ids do not spoil the answer', () => {
    const foreign = whole.replaceAll('~', '\n').replaceAll('*', '|').replace('SENDER         ', 'SEN*DER~       ');
    expect(itemsOf(ta1(received(foreign))).filter(({ type }) => type === 'issue')).toEqual([]);
  });

  test('text without an ISA: there is nobody to answer', () => {
    const { interchanges, issues } = receiveText('Dear Sir or Madam');
    expect(interchanges).toEqual([]);
    expect(issues.map(({ code }) => code)).toContain('no-isa');
  });
});
