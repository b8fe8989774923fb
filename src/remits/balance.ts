/**
 * Balancing an 835 in cents, at line, claim and payment. A difference is reported, never filled with an invented entry; an
 * amount that integers cannot hold is undefined, which is no balance either.
 */
import type { AdjustmentRecord, ClaimPaymentRecord, PaymentLineRecord, PaymentRecord } from '../../schemas/records.ts';
import { addCents, type Cents, negateCents } from '../money.ts';
import { providerAdjustmentTotal } from './payment-from-835.ts';

type Difference = Cents | undefined;

/** What is left of the charge (SVC02, CLP03) after these adjustments and what was paid. */
function left(charge: Cents, paid: Cents, adjustments: readonly AdjustmentRecord[]): Difference {
  return addCents([charge, negateCents(paid), ...adjustments.map(({ amountCents }) => negateCents(amountCents))]);
}

/** Line charge less its adjustments less what was paid (SVC02, CAS, SVC03): zero when the line balances. */
export function lineDifference({ chargeCents, paidCents, adjustments }: PaymentLineRecord): Difference {
  return left(chargeCents, paidCents, adjustments);
}

/** Differences of a claim payment (CLP03, CAS of claim and lines, CLP04) and of each of its lines. */
export function balanceClaim(claim: ClaimPaymentRecord): {
  claimDifference: Difference;
  lineDifferences: Difference[];
} {
  const { chargeCents, paidCents, adjustments, lines } = claim;
  return {
    claimDifference: left(chargeCents, paidCents, [...adjustments, ...lines.flatMap((line) => line.adjustments)]),
    lineDifferences: lines.map(lineDifference),
  };
}

/** What reached the provider: BPR02, negative where it was debited (BPR03 is D). */
export function depositOf({ amountCents, creditDebit }: Pick<PaymentRecord, 'amountCents' | 'creditDebit'>): Cents {
  return creditDebit === 'D' ? negateCents(amountCents) : amountCents;
}

/** Sum of CLP04 less PLB less BPR02 (a debit counts as negative): zero when the payment balances. */
export function balancePayment(payment: PaymentRecord): Difference {
  const adjusted = providerAdjustmentTotal(payment);
  if (adjusted === undefined) return undefined;
  return addCents([payment.claimPaidCents, negateCents(adjusted), negateCents(depositOf(payment))]);
}
