/** What makes two 835 transactions the same payment, in whatever file they arrive. */
import { createHash } from 'node:crypto';
import type { ClaimPaymentRecord, PaymentRecord } from '../../schemas/records.ts';

/** Takes a payment's claims one by one, for a payment of any size. */
export type Fingerprinter = { add(claim: ClaimPaymentRecord): void; of(payment: PaymentRecord): string };

/** Hash over payer, trace number (TRN02), amount (BPR02), date (BPR16) and the set of claims; the same for a repeat. */
export function createFingerprinter(): Fingerprinter {
  const rows: string[] = [];
  return {
    add({ patientControlNumber, payerClaimNumber, status, chargeCents, paidCents }) {
      rows.push(JSON.stringify([patientControlNumber, payerClaimNumber, status, chargeCents, paidCents]));
    },
    of({ payer, traceNumber, amountCents, creditDebit, settlementDate }) {
      const hash = createHash('sha256');
      const head = [payer.id ?? payer.name, traceNumber, amountCents, creditDebit, settlementDate];
      for (const row of [JSON.stringify(head), ...rows.sort()]) hash.update(`${row}\n`);
      return hash.digest('hex');
    },
  };
}
