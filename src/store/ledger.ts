/** Ledger entries: written when a payment is posted, taken back by entries of their own when it is un-posted. */
import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** The columns that are written of a new entry. */
export const LEDGER_ENTRY = {
  claimPaymentId: 'uuid',
  lineId: 'uuid',
  providerAdjustmentId: 'uuid',
  type: 'text',
  groupCode: 'text',
  reason: 'text',
  cents: 'bigint',
} as const;

/** Takes every entry of a payment back that stands: un-posting and posting again alternate, each as new entries. */
export async function takeBackEntries(tx: Tx, paymentId: string, by: string): Promise<void> {
  await sql`
    insert into ledger_entries (claim_payment_id, line_id, provider_adjustment_id, type, group_code, reason, cents, reverses, posted_by)
    select e.claim_payment_id, e.line_id, e.provider_adjustment_id,
      case when e.type = 'unpost' then undone.type else 'unpost' end, e.group_code, e.reason, -e.cents, e.id, ${by}
    from ledger_entries e left join ledger_entries undone on undone.id = e.reverses
    where (e.claim_payment_id in (select id from claim_payments where payment_id = ${paymentId})
        or e.provider_adjustment_id in (select id from provider_adjustments where payment_id = ${paymentId}))
      and not exists (select 1 from ledger_entries later where later.reverses = e.id)
    order by e.id`.execute(tx);
}
