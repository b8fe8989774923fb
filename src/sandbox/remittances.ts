/** The money: one payment for each billing provider that a payer pays, with interest, recoveries and carried balances. */
import { groupBy } from '../lists.ts';
import { type Cents, sumCents, toCents, ZERO_CENTS } from '../money.ts';
import type { RemitClaim, Remittance } from '../remits/write-835.ts';
import { adjudicate, derivedNumber } from './adjudicate.ts';
import { type AnswerContext, providerOf } from './claim-answers.ts';
import type { ReceivedClaim } from './claim-file.ts';
import { INTEREST, OVERPAID } from './rules.ts';

/** A payer's payments for claims of one interchange. */
export function remittances(claims: readonly ReceivedClaim[], context: AnswerContext): Remittance[] {
  return groupBy(claims, ({ record }) => providerOf(record).id).map((members) => remittance(members, context));
}

function remittance(members: readonly [ReceivedClaim, ...ReceivedClaim[]], context: AnswerContext): Remittance {
  const { seed, today, isa13 } = context;
  const [{ record: first }] = members;
  const claims = members.map(({ record }) => adjudicate(record, today, seed));
  const overpaid = members.flatMap(({ record }, index) =>
    OVERPAID.ending.test(record.subscriber.id ?? '') ? (claims[index] ?? []) : [],
  );
  const { amount, providerAdjustments } = settle(claims, overpaid);
  const { id: payerId = '', lastName = payerId } = first.payer;
  const payee = providerOf(first);
  return {
    amount,
    date: today,
    traceNumber: `T${derivedNumber(14, seed, payerId, payee.id, isa13, first.patientControlNumber)}`,
    // TRN03: 1 and the payer's tax id.
    company: `1${derivedNumber(9, 'company', payerId)}`,
    payer: { name: lastName, id: payerId, ...PAYER_DESK },
    payee,
    claims,
    providerAdjustments,
  };
}

const PAYER_DESK = {
  phone: '8005550100',
  address: { line1: '1 SANDBOX PLAZA', city: 'COLUMBUS', state: 'OH', zip: '432150001' },
};

type Settlement = Pick<Remittance, 'amount' | 'providerAdjustments'>;

/**
 * BPR02 = sum of CLP04 - sum of PLB: interest (L6, negative) raises it, a recovery (WO) lowers it, and what would make it
 * negative is carried forward (FB, negative).
 */
function settle(claims: readonly RemitClaim[], overpaid: readonly RemitClaim[]): Settlement {
  const paid = sumCents(claims.map((claim) => claim.paid));
  const adjustments = claims
    .filter(({ interest }) => interest !== undefined)
    .map(({ payerClaimNumber }) => ({ reason: 'L6', reference: payerClaimNumber, amount: toCents(-INTEREST.cents) }));
  let left: number = Math.max(0, paid);
  for (const { payerClaimNumber } of overpaid) {
    const amount = toCents(Math.min(OVERPAID.cents, left));
    left -= amount;
    if (amount > 0) adjustments.push({ reason: 'WO', reference: payerClaimNumber, amount });
  }
  const net = toCents(paid - total(adjustments));
  if (net >= 0) return { amount: net, providerAdjustments: adjustments };
  const reversal = claims.find((claim) => claim.paid < 0);
  adjustments.push({ reason: 'FB', reference: reversal?.payerClaimNumber ?? '', amount: net });
  return { amount: ZERO_CENTS, providerAdjustments: adjustments };
}

function total(adjustments: readonly { amount: Cents }[]): Cents {
  return sumCents(adjustments.map(({ amount }) => amount));
}
