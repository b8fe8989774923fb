import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chooseNumbered,
  chooseSimilar,
  evidenceOf,
  type MatchableClaim,
  numberParts,
  type PaymentEvidence,
  WEIGHTS,
  weigh,
} from '../../src/remits/match.ts';
import { edit, PAYMENT_835 } from '../x12/wire.ts';
import { read835 } from './payment.ts';

const CLAIM: MatchableClaim = {
  id: 'c1',
  usage: 'P',
  patientControlNumber: 'K7TQ2M9XWZ41R',
  payerClaimNumber: null,
  frequency: '1',
  payerId: 'PLAN1',
  chargeCents: 18_500,
  serviceFrom: '2026-11-02',
  serviceTo: '2026-11-02',
  createdAt: new Date('2026-11-03T00:00:00Z'),
  payerName: 'SAMPLE HEALTH PLAN',
  lastName: 'Winters',
  firstName: 'Alma',
  memberId: 'MEM0001',
  lineControlNumbers: ['L-80001', 'L-80002'],
};
const claim = (change: Partial<MatchableClaim> = {}): MatchableClaim => ({ ...CLAIM, ...change });

const EVIDENCE: PaymentEvidence = {
  patientControlNumber: 'K7TQ2M9XWZ41R',
  lineControlNumbers: [],
  chargeCents: 18_500,
  usage: 'P',
};
const evidence = (change: Partial<PaymentEvidence> = {}): PaymentEvidence => ({ ...EVIDENCE, ...change });
const PERSON = { lastName: 'WINTERS', firstName: 'ALMA', memberId: 'MEM0001' };
const DAY = { serviceFrom: '2026-11-02', serviceTo: '2026-11-02' };
const STRANGE = { patientControlNumber: 'ANOTHER0001' };

describe('need 86: a control number that a payer cut or changed', () => {
  test.each<[string, Partial<PaymentEvidence>, string | undefined]>([
    ['the whole number', {}, 'control-number'],
    ['cut, with the charge', { patientControlNumber: 'K7TQ2M9X' }, 'control-number-part'],
    ['cut, with name and day but another charge', { patientControlNumber: 'K7TQ2M9XW', chargeCents: 6000, ...PERSON, ...DAY }, 'control-number-part'],
    ['cut, with nothing else', { patientControlNumber: 'K7TQ2M9X', chargeCents: 6000 }, undefined],
    ['cut too short', { patientControlNumber: 'K7TQ2M9' }, undefined],
    ['padded by zeros before it', { patientControlNumber: '000K7TQ2M9XWZ41R' }, 'control-number-part'],
    ['with something behind it', { patientControlNumber: 'K7TQ2M9XWZ41R-01' }, 'control-number-part'],
    ['in small letters', { patientControlNumber: 'k7tq2m9xwz41r' }, 'control-number-part'],
    ['another number, but the lines are ours', { ...STRANGE, lineControlNumbers: ['L-80001', 'L-80002'], ...PERSON, ...DAY }, 'line-control-number'],
    ['another number, but one line is not ours', { ...STRANGE, lineControlNumbers: ['L-80001', 'L-9'.padEnd(9, '0')], ...PERSON, ...DAY }, undefined],
    ['another number, person, day and charge as ours: a person decides', { ...STRANGE, ...PERSON, ...DAY }, undefined],
    ['no number, but person, day and charge', { patientControlNumber: '0', ...PERSON, ...DAY }, 'name-date-charge'],
    ['no number, an initial for the first name', { patientControlNumber: '0', lastName: 'WINTERS', firstName: 'A', ...DAY }, 'name-date-charge'],
    ['no number, the last name alone', { patientControlNumber: '0', lastName: 'WINTERS', ...DAY }, undefined],
    ['no number, a twin', { patientControlNumber: '0', ...PERSON, firstName: 'JON', ...DAY }, undefined],
    ['no number, another day', { patientControlNumber: '0', ...PERSON, serviceFrom: '2026-11-05', serviceTo: '2026-11-05' }, undefined],
    ['a reversal, with the charge below zero', { patientControlNumber: 'K7TQ2M9X', chargeCents: -18_500 }, 'control-number-part'],
    ['a test file never speaks of a claim in production', { usage: 'T' }, undefined],
  ])('%s', (_name, change, rule) => {
    expect(chooseSimilar(evidence(change), [claim()]).match?.rule).toBe(rule);
  }); // biome-ignore format: a table

  test('two that fit alike are for a person, with both as candidates', () => {
    const { match, candidates } = chooseSimilar(evidence({ patientControlNumber: 'K7TQ2M9X' }), [
      claim(),
      claim({ id: 'c2', patientControlNumber: 'K7TQ2M9XOTHER' }),
    ]);
    expect(match).toBeUndefined();
    expect(candidates.map(({ claim: { id }, score }) => [id, score])).toEqual([
      ['c2', candidates[0]?.score],
      ['c1', candidates[0]?.score],
    ]);
  });

  test('the order in which claims are looked at does not matter', () => {
    const claims = [claim(), claim({ id: 'c2', chargeCents: 100 }), claim({ id: 'c3', lastName: 'OTHER' })];
    const shown = evidence({ patientControlNumber: '0', ...PERSON, ...DAY });
    const expected = chooseSimilar(shown, claims);
    fc.assert(
      fc.property(fc.shuffledSubarray(claims, { minLength: 3, maxLength: 3 }), (shuffled) => {
        expect(chooseSimilar(shown, shuffled)).toEqual(expected);
      }),
    );
  });
});

describe('the very number', () => {
  const OTHER = { chargeCents: 100, serviceFrom: '2025-01-01', serviceTo: '2025-01-01', payerName: 'ANOTHER PLAN' };

  test.each<[string, Partial<PaymentEvidence>, boolean]>([
    ['is believed', {}, true],
    ['is believed when the payer splits the claim', { ...OTHER, payerName: 'SAMPLE HEALTH PLAN' }, true],
    ['is believed when only charge and payer differ', { ...OTHER, ...DAY }, true],
    ['is not believed when charge, day and payer all differ', OTHER, false],
  ])('%s', (_name, change, matched) => {
    const shown = evidence({ payerId: 'X', ...change });
    expect(chooseNumbered(shown, 'control-number', [claim()]).match !== undefined).toBe(matched);
    if (!matched) expect(chooseSimilar(shown, [claim()]).match).toBeUndefined();
  });

  test('of a claim and its replacement the one with the payer number, the charge, the frequency, then the newest', () => {
    const newer = claim({ id: 'c2', frequency: '7', createdAt: new Date('2026-11-20T00:00:00Z') });
    const pick = (change: Partial<PaymentEvidence>, second: MatchableClaim = newer) =>
      chooseNumbered(evidence(change), 'control-number', [claim({ payerClaimNumber: 'P1' }), second]).match?.claim.id;
    expect(pick({ payerClaimNumber: 'P1', frequency: '7' })).toBe('c1');
    expect(pick({ frequency: '7' })).toBe('c2');
    expect(pick({ frequency: '1' })).toBe('c1');
    expect(pick({ chargeCents: 18_500, frequency: '7' }, { ...newer, chargeCents: 1 })).toBe('c1');
    expect(pick({})).toBe('c2');
  });

  test('of the payer counts only where it names one claim', () => {
    const two = [claim({ payerClaimNumber: 'P1' }), claim({ id: 'c2', payerClaimNumber: 'P1' })];
    const shown = evidence({ ...STRANGE, payerClaimNumber: 'P1' });
    expect(chooseNumbered(shown, 'payer-number', two).match).toBeUndefined();
    expect(chooseNumbered(shown, 'payer-number', two.slice(0, 1)).match).toMatchObject({ rule: 'payer-number' });
  });
});

test('the evidence of a claim payment: lines, days, person, the member before the patient', () => {
  const body = edit(PAYMENT_835, 'DTM*472', ['DTM*150*20260102', 'DTM*151*20260105']);
  const [record] = read835(
    edit(body, 'NM1*QC', ['NM1*QC*1*WINTERS*ALMA****MI*MEM0001', 'NM1*IL*1*WINTERS*JON****MI*MEM0009']),
  ).claims;
  expect(evidenceOf(record!, { id: 'PLAN1', name: 'PLAN' }, 'P')).toEqual({
    patientControlNumber: 'PCN1',
    payerClaimNumber: 'ICN1',
    lineControlNumbers: ['L1'],
    chargeCents: 12_500,
    frequency: '1',
    serviceFrom: '2026-01-02',
    serviceTo: '2026-01-05',
    lastName: 'WINTERS',
    firstName: 'ALMA',
    memberId: 'MEM0009',
    usage: 'P',
    payerId: 'PLAN1',
    payerName: 'PLAN',
  });
});

test('a score is the sum of its reasons', () => {
  const { score, reasons } = weigh(evidence({ ...PERSON, ...DAY }), claim());
  expect(reasons.length).toBeGreaterThan(4);
  expect(score).toBe(reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0));
});

test('the beginnings by which a claim is looked for', () => {
  expect(numberParts('00ABCDEFGHIJ')).toEqual({
    beginning: 'ABCDEFGHIJ',
    whole: ['00ABCDEFGHIJ', 'ABCDEFGHIJ', 'ABCDEFGH', 'ABCDEFGHI'],
  });
  expect(numberParts('A1')).toEqual({ beginning: undefined, whole: ['A1'] });
});
