/** The event that a claim payment is for its claim. */
import type { ClaimEventType } from '../claims/lifecycle.ts';
import type { Origin } from '../issue.ts';
import type { NewEvent } from '../store/events.ts';

const EVENTS: Readonly<Record<string, ClaimEventType>> = {
  paid: 'paid',
  partial: 'partial',
  denied: 'denied',
  zero: 'zero',
  reversal: 'reversed',
};

/** What the event is made of: the claim payment, its claim, and its place among the payments of its file. */
export type AdjudicatedClaim = {
  claimId?: string | undefined;
  outcome: string;
  status: string;
  origin: Origin;
  fileId: string;
  paymentOrdinal: number;
  ordinal: number;
};

/** The event, the same however often it is made; undefined where there is no claim, or nothing that decides on it. */
export function adjudicationEvent(claim: AdjudicatedClaim): NewEvent | undefined {
  const { claimId, outcome, status, origin, fileId, paymentOrdinal, ordinal } = claim;
  const type = EVENTS[outcome];
  if (type === undefined || claimId === undefined) return undefined;
  return {
    claimId,
    type,
    dedupeKey: `payment-${fileId}-${paymentOrdinal}-${ordinal}`,
    fileId,
    origin,
    detail: { status },
  };
}
