/** Claims that wait for a person. */
import { sql } from 'kysely';
import { type ClaimState, REJECTED_STATES, stateRank } from '../claims/lifecycle.ts';
import type { Issue } from '../issue.ts';
import { unnestRows } from './bulk.ts';
import { applyEvents, CLAIM_COLUMNS, claimRow, type NewClaim } from './claims.ts';
import type { Tx } from './database.ts';
import { appendEvents } from './events.ts';

/** Holds ready claims back with the issues that keep them from being written. */
export async function holdClaims(
  tx: Tx,
  claims: readonly { claimId: string; issues: readonly Issue[] }[],
): Promise<void> {
  if (claims.length === 0) return;
  await sql`
    update claims c set state = 'held', state_rank = ${stateRank('held')}, state_at = now(), issues = r.issues
    from ${unnestRows({ claimId: 'uuid', issues: 'jsonb' }, claims)}
    where c.id = r.claim_id and c.state = 'ready'`.execute(tx);
  await appendEvents(
    tx,
    claims.map(({ claimId, issues }) => ({
      claimId,
      type: 'held' as const,
      dedupeKey: 'held-by-writer',
      detail: { codes: [...new Set(issues.map(({ code }) => code))] },
    })),
  );
}

/** What tells one claim from another. */
const KEY = ['partnerId', 'usage', 'patientControlNumber', 'frequency', 'replacesNumber'] as const;
const CONTENT = Object.keys(CLAIM_COLUMNS).filter((name) => name !== 'id' && !KEY.some((key) => key === name));

/**
 * Opens rejected claims that are handed in again under their key: they are held until they are renewed, and the event says in
 * which file they were rejected. What comes with its old content is opened only where a 999 or a TA1 rejected it for no fault
 * of its own, so that the same list handed in twice sends nothing twice.
 */
export async function reopenRejectedClaims(tx: Tx, claims: readonly NewClaim[]): Promise<void> {
  const rows = firstOfEachKey(claims.map(claimRow));
  if (rows.length === 0) return;
  const { partnerId, usage, patientControlNumber, frequency, replacesNumber, bodySha256, submissionId, id } =
    CLAIM_COLUMNS;
  const keys = { id, partnerId, usage, patientControlNumber, frequency, replacesNumber, bodySha256, submissionId };
  const { rows: found } = await sql<{ claimId: string; handIn: string; from: ClaimState; fileId: string | null }>`
    select c.id as claim_id, coalesce(r.submission_id, r.id) as hand_in, c.state as from,
      (select max(f.file_id::text) from file_claims f where f.claim_id = c.id) as file_id
    from ${unnestRows(keys, rows)}
    join claims c using (partner_id, usage, patient_control_number, frequency, replaces_number)
    where c.state = any(${[...REJECTED_STATES]}::text[]) and (c.body_sha256 <> r.body_sha256 or (
      c.state = 'rejected_999' and not exists (
        select from events e where e.claim_id = c.id and e.type = 'rejected_999' and e.detail -> 'atFault' is not null
          and e.id > coalesce((select max(id) from events where claim_id = c.id and type = 'resubmitted'), 0)
      )))
    order by c.id for update of c`.execute(tx);
  await applyEvents(
    tx,
    found.map(({ claimId, handIn, from, fileId }) => ({
      claimId,
      type: 'resubmitted' as const,
      dedupeKey: `resubmitted-${handIn}`,
      fileId: fileId ?? undefined,
      detail: { from },
    })),
  );
}

/**
 * Puts claims in the place of held ones with the same key: those are not on their way. Gives back which claim each became, by the id
 * it was handed in with; of two with one key the first. The others are left for `insertClaims`.
 */
export async function renewHeldClaims(tx: Tx, claims: readonly NewClaim[]): Promise<Map<string, string>> {
  const rows = firstOfEachKey(claims.map(claimRow));
  if (rows.length === 0) return new Map();
  const result = await sql<{ givenId: string; claimId: string }>`
    update claims c
    set ${sql.join(CONTENT.map((name) => sql`${sql.ref(name)} = ${sql.ref(`r.${name}`)}`))}, state_at = now()
    from ${unnestRows(CLAIM_COLUMNS, rows)}
    where c.state = 'held' and ${sql.join(
      KEY.map((name) => sql`${sql.ref(`c.${name}`)} = ${sql.ref(`r.${name}`)}`),
      sql` and `,
    )}
    returning r.id as given_id, c.id as claim_id`.execute(tx);
  const renewed = new Map(result.rows.map(({ givenId, claimId }) => [givenId, claimId]));
  await appendEvents(
    tx,
    rows.flatMap(({ id, state, submissionId }) => {
      const claimId = renewed.get(id);
      const type = state === 'held' ? 'held' : 'released';
      return claimId === undefined ? [] : [{ claimId, type, dedupeKey: `renewed-${submissionId ?? id}` } as const];
    }),
  );
  return renewed;
}

function firstOfEachKey<R extends Readonly<Record<(typeof KEY)[number], string>>>(rows: readonly R[]): R[] {
  const firsts = new Map<string, R>();
  for (const row of rows) {
    const key = JSON.stringify(KEY.map((name) => row[name]));
    if (!firsts.has(key)) firsts.set(key, row);
  }
  return [...firsts.values()];
}
