/** Claims that wait for a person. */
import { sql } from 'kysely';
import { stateRank } from '../claims/lifecycle.ts';
import type { Issue } from '../issue.ts';
import { unnestRows } from './bulk.ts';
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
