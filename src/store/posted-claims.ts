/** What posted payments say of claims, as the history of a claim is worked out from it. */
import { type RawBuilder, sql } from 'kysely';
import type { AdjustmentRecord } from '../../schemas/records.ts';
import type { PostedClaim } from '../remits/posted-claim.ts';
import type { Db } from './database.ts';
import { groupRows } from './pages.ts';

/** Adjustments of all claim payments, or only of claims with several of them: they matter for the pairing of reversals. */
export type WithAdjustments = 'all' | 'where-several';

/** What posted payments say of each of the claims. */
export function postedClaims(
  db: Db,
  claimIds: readonly string[],
  adjustments: WithAdjustments,
): Promise<Map<string, PostedClaim[]>> {
  const which = sql`unnest(${claimIds}::uuid[]) as w(id) cross join lateral (
    select * from claim_payments where claim_id = w.id offset 0)`;
  return factsBy(db, sql`cp.claim_id::text`, which, adjustments);
}

/** What posted payments say of claims that are none of ours, by partner and patient control number, for these numbers. */
export function unmatchedPostedClaims(db: Db, numbers: readonly string[]): Promise<Map<string, PostedClaim[]>> {
  const key = sql`(select f.partner_id from files f where f.id = p.file_id) || ' ' || cp.patient_control_number`;
  const which = sql`unnest(${numbers}::text[]) as w(number) cross join lateral (
    select * from claim_payments where claim_id is null and patient_control_number = w.number offset 0)`;
  return factsBy(db, key, which, 'where-several');
}

type FactRow = Omit<PostedClaim, 'adjustments'> & { key: string };

/**
 * `which` are claim payments, looked up one by one: a table that one transaction fills has no statistics, and without them
 * the planner takes a list of ids for all of it.
 */
async function factsBy(
  db: Db,
  key: RawBuilder<unknown>,
  which: RawBuilder<unknown>,
  adjusted: WithAdjustments,
): Promise<Map<string, PostedClaim[]>> {
  const { rows } = await sql<FactRow>`
    select cp.id, ${key} as key, cp.payment_id, coalesce(p.payer_id, p.payer_name, '') as payer,
      coalesce(p.settlement_date::text, '') as settled, p.trace_number, p.fingerprint, cp.ordinal, cp.patient_control_number,
      coalesce(cp.payer_claim_number, '') as payer_claim_number, cp.status, cp.outcome, cp.charge_cents, cp.paid_cents,
      cp.patient_responsibility_cents
    from ${which} cp
    cross join lateral (select * from payments where id = cp.payment_id and state = 'posted' offset 0) p`.execute(db);
  const lists = groupRows(rows, (row) => row.key);
  const wanted = [...lists.values()].filter(({ length }) => adjusted === 'all' || length > 1).flat();
  const adjustments = await adjustmentsOf(
    db,
    wanted.map(({ id }) => id),
  );
  const whole = (row: FactRow): PostedClaim => ({ ...row, adjustments: adjustments.get(row.id) ?? [] });
  return new Map([...lists].map(([name, list]) => [name, list.map(whole)]));
}

async function adjustmentsOf(db: Db, ids: readonly string[]): Promise<Map<string, AdjustmentRecord[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<AdjustmentRecord & { claimPaymentId: string }>`
    select claim_payment_id, group_code as "group", reason, amount_cents from adjustments
    where claim_payment_id = any(${ids}::uuid[]) order by claim_payment_id, ordinal`.execute(db);
  return groupRows(rows, ({ claimPaymentId }) => claimPaymentId);
}
