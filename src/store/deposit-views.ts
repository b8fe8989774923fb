/** Payments and deposits side by side, for the dashboard and the JSON API. */
import { sql } from 'kysely';
import type { Cents } from '../money.ts';
import { type ReassociationState, reassociationState } from '../remits/reassociation.ts';
import type { Db } from './database.ts';

/** A payment, a deposit, or both where they are one. */
export type ReassociationRow = {
  paymentId: string | null;
  depositId: string | null;
  payer: string | null;
  traceNumber: string | null;
  method: string | null;
  /** The day the payment settled, or the deposit came. */
  settled: string | null;
  depositDate: string | null;
  amountCents: Cents;
  rule: string | null;
  differenceCents: Cents | null;
  state: ReassociationState;
};

/** Most rows that the list has. */
export const REASSOCIATIONS_SHOWN = 500;

/** Payments and deposits by state on a day (ISO), the oldest first; with a state only those. */
export async function reassociations(db: Db, today: string, state?: ReassociationState): Promise<ReassociationRow[]> {
  const open = state !== undefined && state !== 'matched' && state !== 'notNeeded';
  const { rows } = await sql<Omit<ReassociationRow, 'state'>>`
    select p.id as payment_id, d.id as deposit_id, p.payer_name as payer, p.trace_number, p.method,
      p.settlement_date::text as settled, d.date::text as deposit_date, p.amount_cents, r.rule, r.difference_cents
    from payments p left join reassociations r on r.payment_id = p.id left join bank_deposits d on d.id = r.deposit_id
    where p.state <> 'duplicate' and (${!open} or (r.payment_id is null and p.method <> 'NON' and p.amount_cents > 0))
      and (${state !== 'matched'} or r.payment_id is not null)
    union all select null, d.id, d.payer, d.trace_number, null, d.date::text, d.date::text, d.amount_cents, null, null
    from bank_deposits d where ${state !== 'matched'} and not exists (select 1 from reassociations r where r.deposit_id = d.id)
    order by settled nulls first, payment_id, deposit_id`.execute(db);
  return rows
    .map((row) => ({
      ...row,
      state: reassociationState(
        { ...row, method: row.method ?? undefined, matched: row.paymentId !== null && row.depositId !== null },
        today,
      ),
    }))
    .filter((row) => state === undefined || row.state === state)
    .slice(0, REASSOCIATIONS_SHOWN);
}
