/** What one posted payment says of one claim, as its history needs it, and the order in which such facts count. */
import type { AdjustmentRecord } from '../../schemas/records.ts';
import type { Cents } from '../money.ts';
import type { ClaimOutcome } from './outcome.ts';

/** A claim payment of a posted payment. */
export type PostedClaim = {
  id: string;
  paymentId: string;
  /** Who pays: its id, else its name. */
  payer: string;
  /** BPR16; empty where the payment does not tell, which counts as the earliest. */
  settled: string;
  traceNumber: string;
  fingerprint: string;
  ordinal: number;
  patientControlNumber: string;
  payerClaimNumber: string;
  status: string;
  outcome: ClaimOutcome;
  chargeCents: Cents;
  paidCents: Cents;
  patientResponsibilityCents: Cents;
  /** Of claim and lines; needed only where a claim was decided on more than once. */
  adjustments: readonly AdjustmentRecord[];
};

/** A claim payment that takes an earlier one back (CLP02 22). */
export function isReversal({ outcome }: PostedClaim): boolean {
  return outcome === 'reversal';
}

/** A claim payment by which a payer decided on the claim: not a reversal, not only forwarded or estimated. */
export function isAdjudication({ outcome }: PostedClaim): boolean {
  return outcome === 'paid' || outcome === 'partial' || outcome === 'denied' || outcome === 'zero';
}

/**
 * The facts in the order in which they count, whatever order they arrived in: by day of settlement, payer, trace and content
 * of the payment, then reversals first, then by what they say.
 */
export function inOrder(facts: readonly PostedClaim[]): PostedClaim[] {
  return facts
    .map((fact) => ({ fact, key: orderKey(fact) }))
    .sort((left, right) => compare(left.key, right.key) || left.fact.ordinal - right.fact.ordinal)
    .map(({ fact }) => fact);
}

function orderKey(fact: PostedClaim): string[] {
  const { settled, payer, traceNumber, fingerprint, patientControlNumber, payerClaimNumber, status } = fact;
  const amounts = [fact.chargeCents, fact.paidCents, fact.patientResponsibilityCents].join(' ');
  const place = [settled, payer, traceNumber, fingerprint, isReversal(fact) ? '0' : '1'];
  return [...place, patientControlNumber, payerClaimNumber, status, amounts, adjustmentKey(fact)];
}

function compare(left: readonly string[], right: readonly string[]): number {
  const at = left.findIndex((part, index) => part !== right[index]);
  return at === -1 ? 0 : left[at]! < right[at]! ? -1 : 1;
}

/** The adjustments as one text, whatever their order and however they are cut up; `sign` -1 for those that undo them. */
export function adjustmentKey({ adjustments }: Pick<PostedClaim, 'adjustments'>, sign: 1 | -1 = 1): string {
  const sums = new Map<string, number>();
  for (const { group, reason, amountCents } of adjustments) {
    const key = `${group} ${reason}`;
    sums.set(key, (sums.get(key) ?? 0) + sign * amountCents);
  }
  return [...sums]
    .filter(([, cents]) => cents !== 0)
    .map(([key, cents]) => `${key} ${cents}`)
    .sort()
    .join('|');
}
