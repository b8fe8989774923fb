/** What became of denials: worked out again from all posted payments of a claim whenever one of them changes. */
import { type RawBuilder, type Selectable, sql } from 'kysely';
import { nextState, stateRank } from '../claims/lifecycle.ts';
import { type Decision, type Resolution, resolveDenials, statusOf } from '../remits/denials/resolve.ts';
import { anyOf, unnestRows } from './bulk.ts';
import type { Tx } from './database.ts';
import { groupRows } from './pages.ts';
import { postedClaims } from './posted-claims.ts';
import type { DenialsTable } from './tables.ts';

type Row = Pick<
  Selectable<DenialsTable>,
  | 'id'
  | 'claimPaymentId'
  | 'claimId'
  | 'lineId'
  | 'reason'
  | 'amountCents'
  | 'workStatus'
  | 'outcome'
  | 'recoveredCents'
  | 'decidedBy'
  | 'status'
>;

/**
 * Works out anew what became of the denials of claims, and of the claims they replace. Running twice is harmless; the order in which files came makes no difference.
 */
export async function refreshDenials(tx: Tx, claimIds: readonly string[]): Promise<void> {
  if (claimIds.length === 0) return;
  const concern = await concernOf(tx, claimIds);
  if (concern.rejected) await refreshRejections(tx, claimIds);
  if (!concern.replacing && !concern.decidedAgain) return;
  const families = await familiesWithDenials(tx, claimIds);
  if (families.length === 0) return;
  const members = [...new Set(families.map(({ memberId }) => memberId))];
  const { decisions, denials } = await decisionsOf(tx, members);
  const byClaim = groupRows(decisions, ({ claimId }) => claimId);
  const resolved = new Map<string, Resolution>();
  for (const family of groupRows(families, ({ rootId }) => rootId).values()) {
    const all = family.flatMap(({ memberId }) => byClaim.get(memberId) ?? []);
    const own = new Set((byClaim.get(family[0]!.rootId) ?? []).flatMap((one) => one.denials.map(({ id }) => id)));
    for (const one of resolveDenials(all)) if (own.has(one.denialId)) resolved.set(one.denialId, one);
  }
  const roots = new Set(families.flatMap(({ rootId }) => (byClaim.get(rootId) ?? []).map(({ id }) => id)));
  await write(
    tx,
    denials.filter(({ claimPaymentId }) => roots.has(claimPaymentId ?? '')),
    resolved,
  );
}

/** How far a claim is that was rejected by an event of this kind and by nothing later. */
const RANKS = (['interchange_rejected', 'rejected_999', 'rejected_clearinghouse', 'rejected_payer'] as const).map(
  (type) => ({
    type,
    rank: stateRank(nextState('draft', type)),
  }),
);

/** A rejection is overcome once the claim came further all the same: a later stage took it, or a payment decided on it. */
export async function refreshRejections(tx: Tx, claimIds: readonly string[]): Promise<void> {
  if (claimIds.length === 0) return;
  await sql`
    update denials d set outcome = f.outcome, recovered_cents = f.paid_cents, status = coalesce(f.outcome, d.work_status)
    from (
      select t.id, case when c.state_rank > r.rank then 'overturned' end as outcome,
        case when c.state_rank > r.rank then greatest(c.paid_cents, 0) else 0 end as paid_cents
      from denials t join claims c on c.id = t.claim_id join events e on e.id = t.event_id
      join ${unnestRows({ type: 'text', rank: 'integer' }, RANKS)} on r.type = e.type
      where t.claim_id = any(${claimIds}::uuid[])
    ) f
    where d.id = f.id and (d.outcome is distinct from f.outcome or d.recovered_cents <> f.paid_cents)`.execute(tx);
}

/** What there is to look at: most claims are neither rejected nor replaced and are decided on once, and one look tells. */
async function concernOf(
  tx: Tx,
  ids: readonly string[],
): Promise<{ rejected: boolean; replacing: boolean; decidedAgain: boolean }> {
  const { rows } = await sql<{ rejected: boolean; replacing: boolean; decidedAgain: boolean }>`select
    exists (select from unnest(${ids}::uuid[]) as w(id) cross join lateral (
      select 1 from denials where claim_id = w.id and event_id is not null offset 0) one) as rejected,
    exists (select 1 from claims c where c.id = any(${ids}::uuid[]) and c.replaces_number <> '') as replacing,
    exists (${decidedAgain(ids)}) as decided_again`.execute(tx);
  return rows[0]!;
}

/**
 * Claims of these that more than one decision speaks of, or whose denials were told what became of them. Looked up one by one,
 * since a table that one transaction fills has no statistics for the planner to see by.
 */
function decidedAgain(ids: readonly string[]): RawBuilder<{ id: string }> {
  return sql`
    select w.id from unnest(${ids}::uuid[]) as w(id) cross join lateral (
      select count(*) as decisions, coalesce(sum((
        select count(*) from claims r
        where r.replaces_number <> '' and r.partner_id = c.partner_id and r.replaces_number = cp.payer_claim_number
      )), 0) as replacements
      from claim_payments cp join claims c on c.id = cp.claim_id where cp.claim_id = w.id
    ) told
    where told.decisions > 1 or told.replacements > 0
      or (select count(*) from denials d where d.claim_id = w.id and d.outcome is not null) > 0`;
}

/**
 * Those that the given claims are or replace, each with itself and all that replaced it. A replacement names the payer's
 * number of the claim it is for (REF*F8), which stands on that claim's payments.
 */
async function familiesWithDenials(
  tx: Tx,
  claimIds: readonly string[],
): Promise<{ rootId: string; memberId: string }[]> {
  const ids = [...claimIds, ...(await replacedBy(tx, claimIds))];
  const { rows } = await sql<{ rootId: string; memberId: string }>`
    with recursive down(root_id, member_id) as (
      select id, id from (${decidedAgain(ids)}) roots
      union
      select down.root_id, r.id from down
      join claims m on m.id = down.member_id
      join claim_payments cp on cp.claim_id = m.id
      join claims r on r.partner_id = m.partner_id and r.replaces_number <> '' and r.replaces_number = cp.payer_claim_number
    )
    select root_id, member_id from down`.execute(tx);
  return rows;
}

/** The claims that the given ones replace, and those that these replace: found by the payer's number or our own, proved by a payment. */
async function replacedBy(tx: Tx, claimIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive up(id) as (
      select id from claims where id = any(${claimIds}::uuid[]) and replaces_number <> ''
      union
      select r.id from up join claims c on c.id = up.id and c.replaces_number <> ''
      join claims r on r.partner_id = c.partner_id
        and (r.payer_claim_number = c.replaces_number or r.patient_control_number = c.patient_control_number)
      where exists (select 1 from claim_payments cp where cp.claim_id = r.id and cp.payer_claim_number = c.replaces_number)
    )
    select id from up`.execute(tx);
  return rows.map(({ id }) => id);
}

async function decisionsOf(tx: Tx, claimIds: readonly string[]): Promise<{ decisions: Decision[]; denials: Row[] }> {
  const facts = [...(await postedClaims(tx, claimIds, 'where-several'))];
  const denials: Row[] = await tx
    .selectFrom('denials as d')
    .innerJoin('claimPayments as c', 'c.id', 'd.claimPaymentId')
    .select(['d.id', 'd.claimPaymentId', 'd.lineId', 'd.reason', 'd.amountCents'])
    .select(['d.workStatus', 'd.outcome', 'd.recoveredCents', 'd.decidedBy', 'd.status', 'c.claimId'])
    .where('c.claimId', '=', anyOf(claimIds, 'uuid'))
    .orderBy('d.ordinal')
    .execute();
  const lines = await tx
    .selectFrom('paymentLines')
    .select(['id', 'claimPaymentId', 'lineControlNumber', 'procedureCode', 'chargeCents', 'paidCents'])
    .where(
      'claimPaymentId',
      '=',
      anyOf(
        facts.flatMap(([, list]) => list.map(({ id }) => id)),
        'uuid',
      ),
    )
    .orderBy('ordinal')
    .execute();
  const linesOf = groupRows(lines, (row) => row.claimPaymentId);
  const denialsOf = groupRows(denials, (row) => row.claimPaymentId ?? '');
  const decisions = facts.flatMap(([claimId, list]) =>
    list.map((fact) => ({
      ...fact,
      claimId,
      lines: linesOf.get(fact.id) ?? [],
      denials: denialsOf.get(fact.id) ?? [],
    })),
  );
  return { decisions, denials };
}

/** Only what changed is written. */
async function write(tx: Tx, denials: readonly Row[], resolved: ReadonlyMap<string, Resolution>): Promise<void> {
  const changed = denials.flatMap((row) => {
    const found = resolved.get(row.id);
    const outcome = found?.outcome ?? null;
    const status = statusOf(row.workStatus, outcome);
    const decidedBy = found?.decidedBy ?? null;
    const recoveredCents = found?.recoveredCents ?? 0;
    const same =
      row.outcome === outcome &&
      row.status === status &&
      row.decidedBy === decidedBy &&
      row.recoveredCents === recoveredCents;
    return same ? [] : [{ id: row.id, outcome, status, decidedBy, recoveredCents }];
  });
  if (changed.length === 0) return;
  const columns = { id: 'uuid', outcome: 'text', status: 'text', decidedBy: 'uuid', recoveredCents: 'bigint' } as const;
  await sql`
    update denials d set outcome = r.outcome, status = r.status, decided_by = r.decided_by, recovered_cents = r.recovered_cents
    from ${unnestRows(columns, changed)} where d.id = r.id`.execute(tx);
}
