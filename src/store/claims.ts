/** Claims: taking them in, handing them to the batch step, and deriving their state from events. */
import { type Selectable, sql } from 'kysely';
import type { Claim } from '../../schemas/claim.ts';
import { type ClaimState, nextState, stateRank } from '../claims/lifecycle.ts';
import type { Issue } from '../issue.ts';
import type { Cents } from '../money.ts';
import { insertRows, unnestRows } from './bulk.ts';
import type { Tx } from './database.ts';
import { appendEvents, type NewEvent } from './events.ts';
import type { ClaimsTable, Usage } from './tables.ts';

export type { NewEvent } from './events.ts';

/** A claim to take in. `state` is held when `issues` hold it back. */
export type NewClaim = {
  id: string;
  partnerId: string;
  submissionId?: string | undefined;
  kind: string;
  usage: Usage;
  patientControlNumber: string;
  frequency: string;
  /** The payer's number of the claim that a replacement or void is about. */
  replacesNumber?: string | undefined;
  payerId: string;
  billingNpi?: string | undefined;
  chargeCents: Cents;
  serviceFrom?: string | undefined;
  serviceTo?: string | undefined;
  body: Claim;
  bodySha256: string;
  state: 'ready' | 'held';
  issues: readonly Issue[];
};

/** A claim that was not taken in, since one with its key is there; `same` when that one has the same content. */
export type ClaimConflict = { id: string; existingId: string; same: boolean };

/** The columns that are written when a claim is taken in. */
export const CLAIM_COLUMNS = {
  id: 'uuid',
  partnerId: 'text',
  submissionId: 'uuid',
  kind: 'text',
  usage: 'text',
  patientControlNumber: 'text',
  frequency: 'text',
  replacesNumber: 'text',
  payerId: 'text',
  billingNpi: 'text',
  chargeCents: 'bigint',
  serviceFrom: 'date',
  serviceTo: 'date',
  body: 'jsonb',
  bodySha256: 'text',
  state: 'text',
  stateRank: 'integer',
  issues: 'jsonb',
} as const;

/** Takes claims in, each with its first event; those whose key is taken are given back as conflicts. */
export async function insertClaims(
  tx: Tx,
  claims: readonly NewClaim[],
): Promise<{ inserted: string[]; conflicts: ClaimConflict[] }> {
  if (claims.length === 0) return { inserted: [], conflicts: [] };
  const rows = claims.map(claimRow);
  const result = await sql<{ id: string }>`
    ${insertRows('claims', CLAIM_COLUMNS, rows)} on conflict do nothing returning id`.execute(tx);
  const fresh = new Set(result.rows.map((row) => row.id));
  const inserted = rows.filter((row) => fresh.has(row.id));
  await appendEvents(
    tx,
    inserted.map(({ id, state }) => {
      return { claimId: id, type: state === 'held' ? 'held' : 'submitted', dedupeKey: 'submitted' } as const;
    }),
  );
  const refused = rows.filter((row) => !fresh.has(row.id));
  return { inserted: inserted.map((row) => row.id), conflicts: await findConflicts(tx, refused) };
}

/** A claim as its columns are written. */
export const claimRow = (claim: NewClaim) => ({
  ...claim,
  replacesNumber: claim.replacesNumber ?? '',
  stateRank: stateRank(claim.state),
});

async function findConflicts(
  tx: Tx,
  refused: readonly (NewClaim & { replacesNumber: string })[],
): Promise<ClaimConflict[]> {
  if (refused.length === 0) return [];
  const { id, partnerId, usage, patientControlNumber, frequency, replacesNumber, bodySha256 } = CLAIM_COLUMNS;
  const keys = { id, partnerId, usage, patientControlNumber, frequency, replacesNumber, bodySha256 };
  const { rows } = await sql<ClaimConflict>`
    select r.id, c.id as existing_id, c.body_sha256 = r.body_sha256 as same
    from ${unnestRows(keys, refused)}
    join claims c using (partner_id, usage, patient_control_number, frequency, replaces_number)
    order by r.ordinality`.execute(tx);
  return rows;
}

export type ReadyClaim = Pick<
  Selectable<ClaimsTable>,
  'id' | 'kind' | 'usage' | 'patientControlNumber' | 'chargeCents' | 'body'
>;

/**
 * Ready claims of a partner, oldest first, locked until the transaction ends. Claims that another transaction has locked
 * are passed over, so that two batch steps never take the same one. With `usage` only test or only production claims.
 */
export function lockReadyClaims(tx: Tx, partnerId: string, limit: number, usage?: Usage): Promise<ReadyClaim[]> {
  return tx
    .selectFrom('claims')
    .select(['id', 'kind', 'usage', 'patientControlNumber', 'chargeCents', 'body'])
    .where('partnerId', '=', partnerId)
    .where('state', '=', 'ready')
    .$if(usage !== undefined, (query) => query.where('usage', '=', usage!))
    .orderBy('createdAt')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** Locks claims in the order of their ids: whoever changes many begins with this, so that no two lock each other out. */
export async function lockClaims(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`select from claims where id = any(${ids}::uuid[]) order by id for update`.execute(tx);
}

/** What applyEvents did: how many events were new, and which claims they moved. */
export type AppliedEvents = { inserted: number; moved: { claimId: string; from: ClaimState; to: ClaimState }[] };

/**
 * Appends events and moves the claims' states by the lifecycle, in the order given, for events that are really new. The
 * claims are locked in the order of their ids, so that two files about the same claims cannot lock each other out.
 */
export async function applyEvents(tx: Tx, events: readonly NewEvent[]): Promise<AppliedEvents> {
  const ids = [...new Set(events.map((event) => event.claimId))];
  if (ids.length === 0) return { inserted: 0, moved: [] };
  const { rows } = await sql<{ id: string; state: ClaimState }>`
    select id, state from claims where id = any(${ids}::uuid[]) order by id for update`.execute(tx);
  const before = new Map(rows.map((row) => [row.id, row.state]));
  const fresh = await appendEvents(tx, events);
  const after = new Map(before);
  for (const { claimId, type } of fresh) after.set(claimId, nextState(after.get(claimId)!, type));
  const moved = [...after]
    .map(([claimId, to]) => ({ claimId, from: before.get(claimId)!, to }))
    .filter(({ from, to }) => from !== to);
  await writeStates(tx, moved);
  return { inserted: fresh.length, moved };
}

async function writeStates(tx: Tx, moved: AppliedEvents['moved']): Promise<void> {
  if (moved.length === 0) return;
  const rows = moved.map(({ claimId, to }) => ({ claimId, state: to, stateRank: stateRank(to) }));
  await sql`
    update claims c set state = r.state, state_rank = r.state_rank, state_at = now()
    from ${unnestRows({ claimId: 'uuid', state: 'text', stateRank: 'integer' }, rows)}
    where c.id = r.claim_id`.execute(tx);
}

/** The payer's own number of a claim. One that a clearinghouse relays does not take the place of what the payer said. */
export type PayerClaimNumber = { claimId: string; payerClaimNumber: string; relayed?: boolean };

/** Notes the payer's own numbers of claims that it has not decided on: a decision names its number itself (refreshClaimMoney). */
export async function setPayerClaimNumbers(tx: Tx, numbers: readonly PayerClaimNumber[]): Promise<void> {
  // Where a claim comes twice the last number counts, as it would one by one.
  const inOrder = [...numbers.filter(({ relayed }) => relayed), ...numbers.filter(({ relayed }) => !relayed)];
  const rows = [...new Map(inOrder.map((row) => [row.claimId, { ...row, relayed: row.relayed ?? false }])).values()];
  if (rows.length === 0) return;
  await sql`
    update claims c set payer_claim_number = r.payer_claim_number
    from ${unnestRows({ claimId: 'uuid', payerClaimNumber: 'text', relayed: 'boolean' }, rows)}
    where c.id = r.claim_id and (not r.relayed or c.payer_claim_number is null) and c.state_rank < ${stateRank('denied')}
      and c.payer_claim_number is distinct from r.payer_claim_number`.execute(tx);
}
