/** What the patient owes, by kind. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sumCents, toCents } from '../../src/money.ts';
import { patientShare } from '../../src/remits/patient-share.ts';
import { claimPayment } from './payment.ts';

describe('the patient’s share', () => {
  test('is told by kind, with the line, the reason in words, and what to check first', () => {
    const share = patientShare([claimPayment({ paid: 15, cas: ['CO*45*20', 'PR*1*50**2*10**3*5', 'PR*204*25'] })]);
    expect(share.byKind).toEqual({
      deductible: 5_000,
      coinsurance: 1_000,
      copay: 500,
      nonCovered: 2_500,
      noCoverage: 0,
      paidToPatient: 0,
      other: 0,
    });
    expect(share.totalCents).toBe(9_000);
    expect(share.amounts[0]).toMatchObject({
      kind: 'deductible',
      reason: '1',
      label: 'Deductible',
      checkFirst: false,
      line: { procedureCode: '99213', chargeCents: 12_500 },
    });
    expect(share.amounts.filter(({ checkFirst }) => checkFirst).map(({ reason }) => reason)).toEqual(['204']);
    // CLP05 of the payment says nothing of it.
    expect(share.differenceCents).toBe(-9_000);
  });

  test('need 73: contract, denials of the provider’s and a payment of zero are none of it', () => {
    expect(patientShare([claimPayment({ cas: ['CO*45*100', 'CO*16*25'] })])).toMatchObject({
      amounts: [],
      totalCents: 0,
    });
  });

  test('the kinds add up to the total, over claim and lines, over the parts of a split claim', () => {
    const cas = fc.tuple(
      fc.constantFrom('PR', 'CO', 'OA'),
      fc.constantFrom('1', '2', '3', '45', '96', '27', '100', '187'),
      fc.integer({ min: -50, max: 200 }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cas, { maxLength: 4 }), { minLength: 1, maxLength: 3 }), (all) => {
        const claims = all.map((list) => claimPayment({ claimCas: list.map((one) => one.join('*')) }));
        const { byKind, totalCents, amounts } = patientShare(claims);
        const owed = all.flat().filter(([group]) => group === 'PR');
        expect(sumCents(Object.values(byKind))).toBe(totalCents);
        expect(sumCents(amounts.map(({ cents }) => cents))).toBe(totalCents);
        expect(totalCents).toBe(toCents(owed.reduce((sum, [, , dollars]) => sum + dollars, 0) * 100));
      }),
      { numRuns: 30 },
    );
  });
});
