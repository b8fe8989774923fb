/** The claims' money, state and reversals as all posted payments together make them: worked out again, never added to. */
import { sql } from 'kysely';
import {
  type ClaimEventType,
  type ClaimState,
  isAdjudicated,
  stateByStanding,
  stateRank,
} from '../claims/lifecycle.ts';
import type { Cents } from '../money.ts';
import { type ClaimHistory, historyOf } from '../remits/history.ts';
import { insertRows, unnestRows } from './bulk.ts';
import type { Tx } from './database.ts';
import { refreshDenials } from './denial-outcomes.ts';
import { groupRows } from './pages.ts';
import { postedClaims } from './posted-claims.ts';

type ClaimRow = { id: string; state: ClaimState; chargeCents: Cents };
type Worked = { claim: ClaimRow; history: ClaimHistory; state: ClaimState };

/**
 * Works out what the posted payments of these claims come to (historyOf) and notes it: paid, the patient's share, the
 * payer's number of it, the state, which reversals pair with what, and what became of denials. Locks the claims; running
 * twice is harmless.
 */
export async function refreshClaimMoney(tx: Tx, claimIds: readonly string[]): Promise<void> {
  if (claimIds.length === 0) return;
  const { rows: claims } = await sql<ClaimRow>`
    select id, state, charge_cents from claims where id = any(${claimIds}::uuid[]) order by id for update`.execute(tx);
  const facts = await postedClaims(tx, claimIds, 'where-several');
  const histories = claims.map((claim) => ({
    claim,
    history: historyOf(facts.get(claim.id) ?? [], claim.chargeCents),
  }));
  const left = histories.filter(({ claim, history }) => history.standing === undefined && isAdjudicated(claim.state));
  const events = await eventTypes(
    tx,
    left.map(({ claim }) => claim.id),
  );
  const worked = histories.map(({ claim, history }) => {
    const state = stateByStanding(claim.state, history.standing, events.get(claim.id) ?? []);
    return { claim, history, state };
  });
  await writeMoney(tx, worked);
  await writePairs(tx, worked);
  await refreshDenials(tx, claimIds);
}

async function writeMoney(tx: Tx, worked: readonly Worked[]): Promise<void> {
  const rows = worked.map(({ claim, history, state }) => ({
    claimId: claim.id,
    paidCents: history.paidCents,
    patientCents: history.patientCents,
    number: history.payerClaimNumber,
    state,
    stateRank: stateRank(state),
  }));
  const columns = {
    claimId: 'uuid',
    paidCents: 'bigint',
    patientCents: 'bigint',
    number: 'text',
    state: 'text',
    stateRank: 'integer',
  } as const;
  await sql`
    update claims c set paid_cents = r.paid_cents, patient_responsibility_cents = r.patient_cents,
      payer_claim_number = coalesce(r.number, c.payer_claim_number), state = r.state,
      state_rank = r.state_rank, state_at = case when c.state = r.state then c.state_at else now() end
    from ${unnestRows(columns, rows)} where c.id = r.claim_id`.execute(tx);
}

async function writePairs(tx: Tx, worked: readonly Worked[]): Promise<void> {
  await sql`delete from reversal_pairs where claim_id = any(${worked.map(({ claim }) => claim.id)}::uuid[])`.execute(
    tx,
  );
  const rows = worked.flatMap(({ claim, history }) =>
    history.pairs.map(({ reversal, original, correction, exact }) => ({
      claimId: claim.id,
      reversalId: reversal?.id,
      originalId: original?.id,
      correctionId: correction?.id,
      exact,
    })),
  );
  if (rows.length === 0) return;
  const columns = {
    claimId: 'uuid',
    reversalId: 'uuid',
    originalId: 'uuid',
    correctionId: 'uuid',
    exact: 'boolean',
  } as const;
  await insertRows('reversalPairs', columns, rows).execute(tx);
}

async function eventTypes(tx: Tx, claimIds: readonly string[]): Promise<Map<string, ClaimEventType[]>> {
  if (claimIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('events')
    .select(['claimId', 'type'])
    .where('claimId', 'in', claimIds)
    .orderBy('id')
    .execute();
  return new Map(
    [...groupRows(rows, ({ claimId }) => claimId)].map(([id, list]) => [id, list.map(({ type }) => type)]),
  );
}
