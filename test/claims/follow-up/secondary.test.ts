/** The claim to the next payer, made of the first claim and its 835. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../schemas/claim.ts';
import type { ClaimPaymentRecord } from '../../../schemas/records.ts';
import { secondaryClaim } from '../../../src/claims/follow-up/secondary.ts';
import { sumCents, toCents } from '../../../src/money.ts';
import { arbitraryDental } from '../arbitrary-dental.ts';
import { arbitraryInstitutional } from '../arbitrary-institutional.ts';
import { arbitraryProfessional } from '../arbitrary-professional.ts';
import { claimWith } from '../claim.ts';
import { claimOf, DAY, decisionOn, firstClaim, NEXT, segmentsOf } from './made-claims.ts';

const primary = claimWith();
const make = (change: Partial<ClaimPaymentRecord> = {}, claim: Claim = primary) =>
  secondaryClaim(claim, { claims: [decisionOn(claim, change)], date: DAY }, { next: NEXT });

describe('the claim to the next payer', () => {
  test('need 22: loops 2320, 2330 and 2430 from the decision, balanced', () => {
    const segments = segmentsOf(claimOf(make()));
    const from = segments.findIndex((segment) => segment.startsWith('SBR*P'));
    expect(segments.filter((segment) => segment.startsWith('SBR'))).toEqual(['SBR*S*18*******CI', 'SBR*P*18*******CI']);
    expect(segments.slice(from).filter((segment) => /^(AMT|NM1\*PR|NM1\*IL|SVD|CAS|DTP\*573)/.test(segment))).toEqual([
      'AMT*D*118.4', 'AMT*EAF*29.6', 'NM1*IL*1*WINTERS*ALMA****MI*MEM0001', 'NM1*PR*2*SAMPLE HEALTH PLAN*****PI*SAMPL',
      'SVD*SAMPL*80*HC:99213**1', 'CAS*CO*45*25', 'CAS*PR*3*20', 'DTP*573*D8*20261120',
      'SVD*SAMPL*38.4*HC:87880**1', 'CAS*CO*45*12', 'CAS*PR*2*9.6', 'DTP*573*D8*20261120',
    ]); // biome-ignore format: segments
  });

  test('need 23: the number that the payer before gave the claim goes along', () => {
    const decision = decisionOn(primary);
    expect(segmentsOf(claimOf(make()))).toContain(`REF*F8*${decision.payerClaimNumber}`);
    expect(claimOf(make()).replaces).toBeUndefined();
  });

  test.each([
    ['processed as primary, forwarded', { status: '19' }],
    ['processed as secondary, forwarded', { status: '20' }],
    ['processed as tertiary, forwarded', { status: '21' }],
    ['a crossover carrier (NM1*TT)', { crossoverPayer: { lastName: 'SECOND HEALTH PLAN', ids: [] } as unknown }],
  ] as [string, Partial<ClaimPaymentRecord>][])(
    'need 83: is stopped where the payer has handed it on: %s',
    (_name, change) => {
      expect(make(change).refused).toMatchObject([{ reason: 'crossed-over' }]);
    },
  );

  test.each(['22', '23', '25'])('is not made of status %s', (status) => {
    expect(make({ status }).refused).toMatchObject([{ reason: 'not-adjudicated' }]);
  });

  test('need 22: a decision that does not balance is refused with the numbers', () => {
    const [first, second] = decisionOn(primary).lines;
    const lines = [{ ...first!, paidCents: toCents(first!.paidCents + 100) }, second!];
    expect(make({ lines }).refused).toMatchObject([
      { reason: 'line-balance', line: 0, chargeCents: 12_500, toldCents: 12_600 },
      { reason: 'claim-balance' },
    ]);
    expect(make({ chargeCents: toCents(18_400) }).refused).toMatchObject([
      { reason: 'other-charge', chargeCents: 18_500, toldCents: 18_400 },
    ]);
    expect(make({ lines: [first!] }).refused).toMatchObject([{ reason: 'line-not-decided', line: 1 }]);
    expect(
      make({ lines: [first!, second!, { ...second!, lineControlNumber: 'X', chargeCents: toCents(1) }] }).refused,
    ).toMatchObject([{ reason: 'line-not-known' }]);
  });

  test('a decision on the claim as a whole goes into loop 2320 with its day', () => {
    const adjustments = [
      { group: 'CO', reason: '45', amountCents: toCents(8_500) },
      { group: 'PR', reason: '1', amountCents: toCents(4_000) },
    ];
    const segments = segmentsOf(claimOf(make({ lines: [], adjustments, paidCents: toCents(6_000) })));
    for (const one of ['AMT*D*60', 'AMT*EAF*40', 'CAS*CO*45*85', 'CAS*PR*1*40', 'DTP*573*D8*20261120'])
      expect(segments).toContain(one);
    expect(segments.some((segment) => segment.startsWith('SVD'))).toBe(false);
  });

  test('need 72: the parts of a claim that the payer split are told as one decision', () => {
    const whole = decisionOn(primary);
    const halves = whole.lines.map((line) => ({
      ...whole,
      chargeCents: line.chargeCents,
      paidCents: line.paidCents,
      lines: [line],
    }));
    const claim = claimOf(secondaryClaim(primary, { claims: halves, date: DAY }, { next: NEXT }));
    expect(claim).toEqual(claimOf(make()));
  });

  test('lines without their control number are known by procedure and charge', () => {
    const lines = decisionOn(primary)
      .lines.map(({ lineControlNumber: _number, ...line }) => line)
      .toReversed();
    expect(claimOf(make({ lines }))).toEqual(claimOf(make()));
  });

  test('takes the next payer of the claim, its insured and the relationship to the patient', () => {
    const husband = {
      ...NEXT,
      relationship: 'spouse',
      insured: { lastName: 'WINTERS', firstName: 'TOM', memberId: 'T1' },
    };
    const third = { ...NEXT, payer: { id: 'THIRD', name: 'THIRD PLAN' }, payerSequence: 'T' };
    const claim = claimWith({ otherPayers: [third, husband] as never });
    const made = claimOf(
      secondaryClaim(claim, { claims: [decisionOn(claim)], date: DAY }, { patientControlNumber: 'CW1001S' }),
    );
    expect(made).toMatchObject({
      patientControlNumber: 'CW1001S',
      payer: { id: 'SECND' },
      subscriber: { firstName: 'TOM', memberId: 'T1', payerSequence: 'S' },
      dependent: { firstName: 'ALMA', relationship: 'spouse', birthDate: '1971-04-12' },
    });
    expect(made.otherPayers.map(({ payer, payerSequence }) => [payer.id, payerSequence])).toEqual([
      ['THIRD', 'T'],
      ['SAMPL', 'P'],
    ]);
    const again = secondaryClaim(claimWith(), { claims: [decisionOn(primary)], date: DAY });
    expect(again.refused).toMatchObject([{ reason: 'no-payer-left' }]);
  });

  test('the third payer hears of both before it', () => {
    const third = { ...NEXT, payer: { id: 'THIRD', name: 'THIRD PLAN' }, payerSequence: 'T' };
    const second = claimOf(make());
    const decided = decisionOn(second);
    const made = claimOf(secondaryClaim(second, { claims: [decided], date: '2026-11-22' }, { next: third }));
    expect(made.otherPayers.map(({ payer, paid }) => [payer.id, paid])).toEqual([
      ['SAMPL', 11_840],
      ['SECND', decided.paidCents],
    ]);
    expect(made.lines[0]!.adjudications.map(({ payerId }) => payerId)).toEqual(['SAMPL', 'SECND']);
  });

  test.each([
    ['professional', arbitraryProfessional],
    ['institutional', arbitraryInstitutional],
    ['dental', arbitraryDental],
  ] as [string, fc.Arbitrary<Claim>][])(
    'balances and is written without an error, whatever the claim: %s',
    (_kind, claims) => {
      fc.assert(
        fc.property(claims.map(firstClaim), (claim) => {
          const decision = decisionOn(claim);
          const made = claimOf(secondaryClaim(claim, { claims: [decision], date: DAY }, { next: NEXT }));
          segmentsOf(made);
          const [other] = made.otherPayers;
          const told = made.lines.flatMap(({ adjudications }) =>
            adjudications.flatMap((one) => [one.paid, ...one.adjustments.map(({ amount }) => amount)]),
          );
          expect(other?.paid).toBe(decision.paidCents);
          expect(sumCents(told)).toBe(claim.charge);
        }),
        { numRuns: 60 },
      );
    },
    60_000,
  );
});
