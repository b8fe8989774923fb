/** Balancing an 835 in cents, at line, claim and payment. A difference is reported, never filled with an invented entry. */
import type { AdjustmentRecord, ClaimPaymentRecord, PaymentLineRecord, PaymentRecord } from '../../schemas/records.ts';
import { type Cents, sumCents, toCents } from '../money.ts';
import { providerAdjustmentTotal } from './from-835.ts';

const total = (adjustments: readonly AdjustmentRecord[]) => sumCents(adjustments.map(({ amountCents }) => amountCents));

/** Line charge less its adjustments less what was paid (SVC02, CAS, SVC03): zero when the line balances. */
export function lineDifference(line: PaymentLineRecord): Cents {
  return toCents(line.chargeCents - total(line.adjustments) - line.paidCents);
}

/** Differences of a claim payment (CLP03, CAS of claim and lines, CLP04) and of each of its lines. */
export function balanceClaim(claim: ClaimPaymentRecord): { claimDifference: Cents; lineDifferences: Cents[] } {
  const adjusted = total(claim.adjustments) + sumCents(claim.lines.map(({ adjustments }) => total(adjustments)));
  return {
    claimDifference: toCents(claim.chargeCents - adjusted - claim.paidCents),
    lineDifferences: claim.lines.map(lineDifference),
  };
}

/** Sum of CLP04 less PLB less BPR02 (a debit counts as negative): zero when the payment balances. */
export function balancePayment(payment: PaymentRecord): Cents {
  const amount = payment.creditDebit === 'D' ? -payment.amountCents : payment.amountCents;
  return toCents(payment.claimPaidCents - providerAdjustmentTotal(payment) - amount);
}
