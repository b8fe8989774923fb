import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cents, toCents } from '../../src/money.ts';
import { providerAdjustmentKind, providerAdjustmentPurpose } from '../../src/remits/provider-adjustment.ts';
import { type AccountPayment, recoupmentAccount } from '../../src/remits/recoupment.ts';

const dollars = (amount: number): Cents => toCents(amount * 100);

/** A payment of day `on` in whole dollars, with its provider adjustments as `WO:REF` and an amount. */
function paid(on: number, gross: number, reversed: number, plb: Readonly<Record<string, number>> = {}): AccountPayment {
  const adjustments = Object.entries(plb).map(([name, amount]) => {
    const [code = '', reference = ''] = name.split(':');
    return { code, reference, amountCents: dollars(amount) };
  });
  const adjusted = Object.values(plb).reduce((sum, one) => sum + one, 0);
  return {
    id: `p${on}`,
    settled: `2026-01-${String(on).padStart(2, '0')}`,
    traceNumber: `T${on}`,
    fingerprint: `f${on}`,
    grossCents: dollars(gross),
    reversedCents: dollars(reversed),
    depositCents: dollars(gross + reversed - adjusted),
    adjustments,
  };
}

const run = (...payments: AccountPayment[]) => {
  const { steps, recoveries, closingCents } = recoupmentAccount(payments);
  return {
    balances: steps.map(({ openingCents, closingCents: closing }) => [openingCents / 100, closing / 100]),
    gaps: steps.map(({ forwardGapCents }) => forwardGapCents / 100),
    recoveries: recoveries.map(({ reference, putOffCents, takenBackCents, balanceCents }) =>
      [reference, putOffCents / 100, takenBackCents / 100, balanceCents / 100].join(' '),
    ),
    closing: closingCents / 100,
  };
};

describe('need 78: provider adjustments, by what they mean', () => {
  test('FB: what could not be taken is carried from payment to payment until it is paid off', () => {
    expect(
      run(paid(2, 0, -100, { FB: -100 }), paid(9, 0, -1000, { FB: 100, 'FB:NEW': -1100 }), paid(16, 2000, 0, { FB: 1100 })),
    ).toEqual({
      balances: [[0, 100], [100, 1100], [1100, 0]],
      gaps: [0, 0, 0],
      recoveries: [],
      closing: 0,
    });
  }); // biome-ignore format: balances

  test('FB: a run that breaks is shown by how much', () => {
    expect(run(paid(2, 0, -100, { FB: -100 }), paid(9, 500, 0, { FB: 120 })).gaps).toEqual([0, 20]);
  });

  test('WO: put off with the reversal, taken later in parts, by the payer’s claim number', () => {
    expect(
      run(paid(2, 300, -160, { 'WO:ICN1': -160 }), paid(9, 500, 0, { 'WO:ICN1': 100 }), paid(16, 500, 0, { 'WO:ICN1': 60 })),
    ).toMatchObject({ balances: [[0, 160], [160, 60], [60, 0]], recoveries: ['ICN1 160 160 0'], closing: 0 });
  }); // biome-ignore format: balances

  test('need 77: a takeback greater than what was put off stays below zero for all to see', () => {
    expect(run(paid(2, 300, -160, { 'WO:ICN1': -160 }), paid(9, 500, 0, { 'WO:ICN1': 200 }))).toMatchObject({
      recoveries: ['ICN1 160 200 -40'],
      closing: -40,
    });
  });

  test('72: a refund by check is acknowledged beside its WO, and leaves nothing owed', () => {
    const { closing, recoveries } = run(
      paid(2, 300, -160, { 'WO:ICN1': -160 }),
      paid(9, 500, 0, { '72:CHECK7': -160, 'WO:ICN1': 160 }),
    );
    expect([closing, recoveries]).toEqual([0, ['ICN1 160 160 0']]);
  });

  test('interest, capitation, levies and the like move money and no balance', () => {
    const { steps, closingCents } = recoupmentAccount([
      paid(2, 100, 0, { L6: -5, CT: -50, LE: 20, IR: 1, J1: 2, CS: -3 }),
    ]);
    expect(closingCents).toBe(0);
    expect(steps[0]).toMatchObject({
      raised: { interest: 500, payment: 5_300 },
      lowered: { withholding: 2_100, payment: 200 },
    });
  });

  test.each([
    ['WO', 100, 'recovery', 'an earlier overpayment is taken back'],
    ['WO', -100, 'recovery', 'the taking back of an overpayment is put off'],
    ['FB', -100, 'forward', 'carried over to a later remittance'],
    ['FB', 100, 'forward', 'carried over from an earlier remittance'],
    ['72', -100, 'refund', 'a refund is acknowledged'],
    ['L6', -100, 'interest', 'interest is paid'],
    ['CT', -100, 'payment', 'capitation is paid'],
    ['LE', 100, 'withholding', 'levy'],
    ['??', 100, 'payment', undefined],
  ])('%s of %i is %s: %s', (code, cents, kind, words) => {
    expect([providerAdjustmentKind(code), providerAdjustmentPurpose(code, cents)]).toEqual([kind, words]);
  });
});

describe('need 76: gross, taken back and net stand apart', () => {
  const CODES = ['WO:A', 'WO:B', 'FB', 'L6', '72', 'CS', 'LE', 'CT'];
  const payment = fc.tuple(
    fc.integer({ min: 0, max: 900 }),
    fc.integer({ min: -900, max: 0 }),
    fc.dictionary(fc.constantFrom(...CODES), fc.integer({ min: -300, max: 300 }), { maxKeys: 5 }),
  );
  const total = (side: Readonly<Record<string, number>>) => Object.values(side).reduce((sum, one) => sum + one, 0);

  test('each step adds up, each begins where the last one ended, and their order of arrival does not matter', () => {
    fc.assert(
      fc.property(fc.array(payment, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (drawn, random) => {
        const payments = drawn.map(([gross, reversed, plb], at) => paid(at + 1, gross, reversed, plb));
        const account = recoupmentAccount(payments);
        let opening = 0;
        for (const step of account.steps) {
          const { grossCents, reversedCents, depositCents } = step.payment;
          expect(grossCents + reversedCents + total(step.raised) - total(step.lowered)).toBe(depositCents);
          expect(step.openingCents).toBe(opening);
          opening = step.closingCents;
        }
        expect(account.closingCents).toBe(opening);
        const shuffled = payments
          .map((one) => ({ one, at: random.next().value }))
          .sort((left, right) => left.at - right.at)
          .map(({ one }) => one);
        expect(recoupmentAccount(shuffled)).toEqual(account);
      }),
      { numRuns: 200 },
    );
  });
});
