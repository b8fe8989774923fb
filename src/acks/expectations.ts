/** Which answer a sent claim waits for, and when it should have come. */
import type { ClaimState } from '../claims/lifecycle.ts';
import { addBusinessDays, addDays } from '../days.ts';
import type { AckStage } from './stage-totals.ts';

/** What is waited for: the acknowledgment of a stage, then the 835. */
export type ExpectedAnswer = AckStage | 'remittance';

/** The states in which an answer is waited for, with that answer; in all others nothing is to come. */
export const EXPECTED_ANSWERS: readonly (readonly [state: ClaimState, answer: ExpectedAnswer])[] = Object.freeze([
  ['sent', '999'],
  ['acknowledged', 'clearinghouse'],
  ['accepted_clearinghouse', 'payer'],
  ['accepted_payer', 'remittance'],
  ['pending', 'remittance'],
]);

type Patience = { hours: number } | { businessDays: number } | { days: number };

/**
 * How long after sending each answer may take. A 999 comes within minutes; clearinghouses answer within a business day, payers
 * within three; most remittances are there after 30 days.
 */
const PATIENCE: Readonly<Record<ExpectedAnswer, Patience>> = {
  '999': { hours: 4 },
  clearinghouse: { businessDays: 1 },
  payer: { businessDays: 3 },
  remittance: { days: 30 },
};

const HOUR_MS = 3_600_000;

/** When an answer to claims sent at that time is due; whole days end at midnight, in UTC. */
export function dueAt(answer: ExpectedAnswer, sentAt: Date): Date {
  const patience = PATIENCE[answer];
  if ('hours' in patience) return new Date(sentAt.getTime() + patience.hours * HOUR_MS);
  return startOf(addDays(lastDay(patience, dayOf(sentAt)), 1));
}

/** Claims that were sent before the time given back should have had the answer by now: the inverse of dueAt. */
export function overdueIfSentBefore(answer: ExpectedAnswer, now: Date): Date {
  const patience = PATIENCE[answer];
  if ('hours' in patience) return new Date(now.getTime() - patience.hours * HOUR_MS);
  // At midnight the day that ends is not over yet.
  const today = dayOf(new Date(now.getTime() - 1));
  let day = today;
  while (lastDay(patience, addDays(day, -1)) >= today) day = addDays(day, -1);
  return startOf(day);
}

function lastDay(patience: { businessDays: number } | { days: number }, sentOn: string): string {
  return 'days' in patience ? addDays(sentOn, patience.days) : addBusinessDays(sentOn, patience.businessDays);
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
