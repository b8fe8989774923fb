/** What a 277CA says of a claim, and of the claims under a level that it does not list: at which stage, and whether they were taken. */
import type { ClaimAckLevelRecord, ClaimAckRecord, ClaimStatusRecord } from '../../schemas/records.ts';

export type ClaimAckResult = 'accepted' | 'rejected' | 'pending' | 'unknown';

export type ClaimAckStage = 'clearinghouse' | 'payer';

export type ClaimAckOutcome = { stage: ClaimAckStage; result: ClaimAckResult };

/**
 * Status categories (STC01-1) by what they mean for a claim. A3, A4 and A6 to A8 refuse it; A0, A1, A2 and A5 take it; P is
 * pending. F and R do not belong in a 277CA but arrive from some clearinghouses: F is an adjudication notice, R a question.
 */
const RESULTS: ReadonlyArray<readonly [pattern: RegExp, result: ClaimAckResult]> = [
  [/^A[34678]$/, 'rejected'],
  [/^(P|R)/, 'pending'],
  [/^(A[0125]|F)/, 'accepted'],
];

/** The outcome over all statuses of the claim: a refusal outweighs an acceptance. */
export function claimAckOutcome({ statuses, source }: ClaimAckRecord): ClaimAckOutcome {
  return { stage: stageOf(source), result: resultOf(statuses) };
}

/** Whose word it is: a payer's (PR), else a clearinghouse's. */
export function stageOf({ entity }: ClaimAckRecord['source']): ClaimAckStage {
  return entity === 'PR' ? 'payer' : 'clearinghouse';
}

function resultOf(statuses: readonly ClaimStatusRecord[]): ClaimAckResult {
  const results = statuses.map(({ category }) => RESULTS.find(([pattern]) => pattern.test(category))?.[1] ?? 'unknown');
  return (['rejected', 'pending', 'accepted'] as const).find((one) => results.includes(one)) ?? 'unknown';
}

/** Categories (STC01-1) that the guide of the 277CA does not have: their sender does not keep to it. */
export function categoriesOutsideGuide(statuses: readonly ClaimStatusRecord[]): string[] {
  return [...new Set(statuses.map(({ category }) => category))].filter((category) => !/^A[0-8]$/.test(category));
}

/** What a level says on the whole: refused where its status says so, else by its totals, else by its statuses. */
export function levelResult(level: ClaimAckLevelRecord): ClaimAckResult | 'partly_accepted' {
  const { acceptedClaims = 0, rejectedClaims = 0, statuses } = level;
  if (resultOf(statuses) === 'rejected') return 'rejected';
  if (acceptedClaims > 0 && rejectedClaims > 0) return 'partly_accepted';
  if (rejectedClaims > 0) return 'rejected';
  return acceptedClaims > 0 ? 'accepted' : resultOf(statuses);
}

/** How many claims of each outcome a 277CA lists one by one under a level. */
export type ListedClaims = { accepted: number; rejected: number };

/**
 * What a level says of those claims of its batch that are not listed one by one: they were refused where its status refuses
 * and its totals accept no more than are listed, or where the totals leave only one reading. Else it says nothing of them.
 */
export function unlistedResult(
  level: ClaimAckLevelRecord,
  listed: ListedClaims,
  unlisted: number,
): 'accepted' | 'rejected' | undefined {
  const { acceptedClaims, rejectedClaims, statuses } = level;
  const noneAccepted = (acceptedClaims ?? 0) <= listed.accepted;
  if (noneAccepted && resultOf(statuses) === 'rejected') return 'rejected';
  if (noneAccepted && rejectedClaims === listed.rejected + unlisted) return 'rejected';
  const noneRejected = (rejectedClaims ?? 0) <= listed.rejected;
  return noneRejected && acceptedClaims === listed.accepted + unlisted ? 'accepted' : undefined;
}
