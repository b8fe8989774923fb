/** Which claim a claim payment is matched to: what was found, the candidates where nothing was, and what persons chose. */
import { sql } from 'kysely';
import type { Candidate, Choice } from '../remits/match.ts';
import { insertRows, unnestRows } from './bulk.ts';
import { refreshClaimMoney } from './claim-money.ts';
import { lockClaims } from './claims.ts';
import type { Tx } from './database.ts';
import { newId } from './ids.ts';

/** Candidates kept for a person, best first. */
const KEPT = 5;

/** The columns of match candidates. */
export const MATCH_CANDIDATE = {
  claimPaymentId: 'uuid',
  claimId: 'uuid',
  score: 'integer',
  reasons: 'text[]',
} as const;

/** Rows of the best candidates of a claim payment. */
export function candidateRows(claimPaymentId: string, candidates: readonly Candidate[]) {
  return candidates
    .slice(0, KEPT)
    .map(({ claim, score, reasons }) => ({ claimPaymentId, claimId: claim.id, score, reasons }));
}

/** Puts other candidates in the place of those that a claim payment had. */
export async function replaceCandidates(tx: Tx, choices: readonly { id: string; choice: Choice }[]): Promise<void> {
  await dropCandidates(
    tx,
    choices.map(({ id }) => id),
  );
  const rows = choices.flatMap(({ id, choice }) => candidateRows(id, choice.candidates));
  if (rows.length > 0) await insertRows('matchCandidates', MATCH_CANDIDATE, rows).execute(tx);
}

async function dropCandidates(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from match_candidates where claim_payment_id = any(${ids}::uuid[])`.execute(tx);
}

/** A claim payment and its claim; without one it is none of ours. */
export type Link = {
  claimPaymentId: string;
  claimId?: string | undefined;
  rule: string;
  score?: number | undefined;
  runnerUp?: number | undefined;
};

const LINK = {
  claimPaymentId: 'uuid',
  claimId: 'uuid',
  rule: 'text',
  score: 'integer',
  runnerUp: 'integer',
} as const;

/**
 * Links claim payments to their claims, with their denials; the money and state of every claim that gains or loses one is
 * worked out again. Gives back the claims concerned. Running twice is harmless.
 */
export async function linkClaimPayments(tx: Tx, links: readonly Link[]): Promise<string[]> {
  if (links.length === 0) return [];
  const ids = links.map(({ claimPaymentId }) => claimPaymentId);
  const { rows } = await sql<{ claimId: string }>`
    select distinct claim_id from claim_payments where id = any(${ids}::uuid[]) and claim_id is not null`.execute(tx);
  const claimIds = [
    ...new Set([...rows.map(({ claimId }) => claimId), ...links.flatMap(({ claimId }) => claimId ?? [])]),
  ];
  await lockClaims(tx, claimIds);
  await sql`
    update claim_payments cp set claim_id = r.claim_id, match_rule = r.rule, match_score = r.score, match_runner_up = r.runner_up
    from ${unnestRows(LINK, links)} where cp.id = r.claim_payment_id`.execute(tx);
  await sql`
    update denials d set claim_id = r.claim_id
    from ${unnestRows(LINK, links)} where d.claim_payment_id = r.claim_payment_id`.execute(tx);
  await dropCandidates(tx, ids);
  await refreshClaimMoney(tx, claimIds);
  return claimIds;
}

/** Notes what a person chose for a claim payment: a claim, or none of ours. */
export async function addMatchChoice(
  tx: Tx,
  choice: { claimPaymentId: string; claimId: string | undefined; by: string },
): Promise<void> {
  await tx
    .insertInto('matchChoices')
    .values({ ...choice, id: newId() })
    .execute();
}
