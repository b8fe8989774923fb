/** What makes two 835 transactions the same payment, in whatever file they arrive. */
import { createHash } from 'node:crypto';
import type { ClaimPaymentRecord, PaymentRecord } from '../../schemas/records.ts';

/** Hash over payer, trace number (TRN02), amount (BPR02), date (BPR16) and the set of claims; the same for a repeat. */
export function paymentFingerprint(payment: PaymentRecord, claims: readonly ClaimPaymentRecord[]): string {
  const hash = createHash('sha256');
  const add = (...parts: (string | number | undefined)[]) => hash.update(`${JSON.stringify(parts)}\n`);
  add(
    payment.payer.id ?? payment.payer.name,
    payment.traceNumber,
    payment.amountCents,
    payment.creditDebit,
    payment.settlementDate,
  );
  const rows = claims.map((claim) => [
    claim.patientControlNumber,
    claim.payerClaimNumber,
    claim.status,
    claim.chargeCents,
    claim.paidCents,
  ]);
  for (const row of rows.map((one) => JSON.stringify(one)).sort()) hash.update(`${row}\n`);
  return hash.digest('hex');
}
