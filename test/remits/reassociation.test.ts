import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DepositKey, type PaymentKey, reassociate, reassociationState } from '../../src/remits/reassociation.ts';

const PAYMENT: PaymentKey = {
  id: 'p1',
  settled: '2026-11-23',
  amountCents: 16_000,
  traceNumber: 'EFT-77',
  company: '1512345678',
  payerName: 'SAMPLE HEALTH PLAN',
};
const DEPOSIT: DepositKey = {
  id: 'd1',
  date: '2026-11-24',
  amountCents: 16_000,
  traceNumber: 'EFT-77',
  company: '1512345678',
  payer: 'SAMPLE HEALTH',
};
const payment = (change: Partial<PaymentKey> = {}): PaymentKey => ({ ...PAYMENT, ...change });
const deposit = (change: Partial<DepositKey> = {}): DepositKey => ({ ...DEPOSIT, ...change });
const OTHER_TRACE = { traceNumber: 'SOMETHING' };

describe('need 85: deposits and remittances', () => {
  test.each<[string, PaymentKey[], DepositKey[], string[]]>([
    ['by the trace number', [payment()], [deposit({ date: '2026-12-20' })], ['p1 d1 trace 0']],
    ['by the trace number as the bank spells it', [payment()], [deposit({ traceNumber: '000eft77' })], ['p1 d1 trace 0']],
    ['by the trace number, although the company is told otherwise', [payment()], [deposit({ company: '9' })], ['p1 d1 trace 0']],
    ['by the trace number, with what the deposit is off', [payment()], [deposit({ amountCents: 15_000 })], ['p1 d1 trace -1000']],
    ['not by the trace number of another company for another amount', [payment()], [deposit({ company: '9', amountCents: 1 })], []],
    ['by amount, day and company where trace numbers do not match', [payment()], [deposit({ ...OTHER_TRACE, payer: null })], ['p1 d1 amount-date-payer 0']],
    ['by amount, day and the payer by name', [payment()], [deposit({ traceNumber: null, company: null })], ['p1 d1 amount-date-payer 0']],
    ['not by the amount alone', [payment()], [deposit({ ...OTHER_TRACE, company: null, payer: null })], []],
    ['not by amount and payer long after', [payment()], [deposit({ ...OTHER_TRACE, date: '2026-12-24' })], []],
    ['one deposit is one payment', [payment(), payment({ id: 'p2' })], [deposit()], ['p1 d1 trace 0']],
    ['of one trace number equal amounts find each other', [payment({ amountCents: 1 }), payment({ id: 'p2' })], [deposit()], ['p2 d1 trace 0']],
    ['two payments of one amount for one deposit: nothing is guessed', [payment(), payment({ id: 'p2' })], [deposit(OTHER_TRACE)], []],
    ['two deposits of one amount for one payment: nothing is guessed', [payment()], [deposit(OTHER_TRACE), deposit({ ...OTHER_TRACE, id: 'd2' })], []],
  ])('%s', (_name, payments, deposits, expected) => {
    const found = reassociate(payments, deposits).map((one) => `${one.paymentId} ${one.depositId} ${one.rule} ${one.differenceCents}`);
    expect(found).toEqual(expected);
  }); // biome-ignore format: a table

  test('no deposit and no payment is taken twice, and the order does not matter', () => {
    const trace = fc.constantFrom('A', 'B', 'C');
    const cents = fc.constantFrom(100, 200, 300);
    const day = fc.constantFrom('2026-11-23', '2026-11-24', '2026-12-23');
    const payments = fc.uniqueArray(
      fc.record({ n: fc.nat(20), traceNumber: trace, amountCents: cents, settled: day }),
      { selector: ({ n }) => n, maxLength: 8 },
    );
    const deposits = fc.uniqueArray(
      fc.record({ n: fc.nat(20), traceNumber: fc.option(trace), amountCents: cents, date: day }),
      { selector: ({ n }) => n, maxLength: 8 },
    );
    fc.assert(
      fc.property(payments, deposits, fc.infiniteStream(fc.nat()), (some, others, random) => {
        const left = some.map(({ n, ...rest }) => payment({ ...rest, id: `p${n}` }));
        const right = others.map(({ n, ...rest }) => deposit({ ...rest, id: `d${n}` }));
        const found = reassociate(left, right);
        expect(new Set(found.map(({ paymentId }) => paymentId)).size).toBe(found.length);
        expect(new Set(found.map(({ depositId }) => depositId)).size).toBe(found.length);
        const shuffled = <T>(list: readonly T[]) => list.map((one) => ({ one, key: random.next().value })).sort((a, b) => a.key - b.key).map(({ one }) => one);
        expect(reassociate(shuffled(left), shuffled(right))).toEqual(found);
      }),
    ); // biome-ignore format: generators
  });
});

// Thanksgiving, the 26th, is no business day.
test.each<[string, Parameters<typeof reassociationState>[0], string, string]>([
  ['a payment just settled', { matched: false, settled: '2026-11-20', amountCents: 1 }, '2026-11-27', 'expected'],
  ['four business days later', { matched: false, settled: '2026-11-20', amountCents: 1 }, '2026-11-28', 'late'],
  ['four weeks later', { matched: false, settled: '2026-11-20', amountCents: 1 }, '2026-12-22', 'missing'],
  ['matched, however old', { matched: true, settled: '2020-01-01', amountCents: 1 }, '2026-12-22', 'matched'],
  ['need 79: of a notice no money comes', { matched: false, settled: '2020-01-01', amountCents: 0, method: 'NON' }, '2026-12-22', 'notNeeded'],
  ['a payment of nothing by check', { matched: false, settled: '2020-01-01', amountCents: 0, method: 'CHK' }, '2026-12-22', 'notNeeded'],
])('%s', (_name, one, today, state) => {
  expect(reassociationState(one, today)).toBe(state);
}); // biome-ignore format: a table
