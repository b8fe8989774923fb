/** What does not add up in claims and remittances that were read, as issues (SNIP 3). No message repeats an amount. */
import type { ClaimPaymentRecord, ClaimRecord, PaymentRecord } from '../../schemas/records.ts';
import { type Issue, issue, type Origin } from '../issue.ts';

type Amounts = readonly { amountCents: number }[];

/** Sums without the range check of sumCents: a hostile amount must give an issue, not an exception. */
const total = (amounts: Amounts) => amounts.reduce((sum, { amountCents }) => sum + amountCents, 0);

/** R80: CLM02 is the sum of the line charges. */
export function chargeIssues({ chargeCents, lines }: ClaimRecord, origin: Origin): Issue[] {
  if (lines.length === 0 || lines.reduce((sum, line) => sum + line.chargeCents, 0) === chargeCents) return [];
  const message = 'the claim charge differs from the sum of the line charges';
  return [issue('claim-balance', { message, element: 'CLM02', loop: '2300', rule: 'R80', origin })];
}

/** R192 and R193: charge = paid + adjustments, at each line and for the claim. */
export function claimBalanceIssues(claim: ClaimPaymentRecord, origin: Origin): Issue[] {
  const lines = claim.lines.flatMap((line, index) =>
    line.chargeCents - total(line.adjustments) - line.paidCents === 0
      ? []
      : [
          issue('line-balance', {
            message: 'the line charge is not what was paid plus the adjustments',
            path: `/lines/${index}`,
            loop: '2110',
            element: 'SVC02',
            rule: 'R192',
            origin,
          }),
        ],
  );
  const adjusted = total(claim.adjustments) + claim.lines.reduce((sum, line) => sum + total(line.adjustments), 0);
  if (claim.chargeCents - adjusted - claim.paidCents === 0) return lines;
  const message = 'the claim charge is not what was paid plus the adjustments';
  return [...lines, issue('claim-balance', { message, loop: '2100', element: 'CLP03', rule: 'R193', origin })];
}

/** R194: BPR02 is the sum of CLP04 less the provider adjustments. */
export function paymentBalanceIssues(payment: PaymentRecord, origin: Origin): Issue[] {
  const amount = payment.creditDebit === 'D' ? -payment.amountCents : payment.amountCents;
  if (payment.claimPaidCents - total(payment.providerAdjustments) - amount === 0) return [];
  const message = 'the payment is not the sum of the claims less the provider adjustments';
  return [issue('payment-balance', { message, element: 'BPR02', rule: 'R194', origin })];
}
