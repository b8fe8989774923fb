/** What a 277CA says of a claim: at which stage it was answered and whether it was taken. */
import type { ClaimAckRecord } from '../../schemas/records.ts';

export type ClaimAckOutcome = {
  stage: 'clearinghouse' | 'payer';
  result: 'accepted' | 'rejected' | 'pending' | 'unknown';
};

/**
 * Status categories (STC01-1) by what they mean for a claim. A3, A4 and A6 to A8 refuse it; A0, A1, A2 and A5 take it; P is
 * pending. F and R do not belong in a 277CA but arrive from some clearinghouses: F is an adjudication notice, R a question.
 */
const RESULTS: ReadonlyArray<readonly [pattern: RegExp, result: ClaimAckOutcome['result']]> = [
  [/^A[34678]$/, 'rejected'],
  [/^(P|R)/, 'pending'],
  [/^(A[0125]|F)/, 'accepted'],
];

/** The outcome over all statuses of the claim: a refusal outweighs an acceptance. */
export function claimAckOutcome(record: ClaimAckRecord): ClaimAckOutcome {
  const results = record.statuses.map(
    ({ category }) => RESULTS.find(([pattern]) => pattern.test(category))?.[1] ?? 'unknown',
  );
  const result = (['rejected', 'pending', 'accepted'] as const).find((one) => results.includes(one)) ?? 'unknown';
  return { stage: record.source.entity === 'PR' ? 'payer' : 'clearinghouse', result };
}
