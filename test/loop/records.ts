/** What a run of the loop came to, without ids and times, so that runs can be compared. */
import { sql } from 'kysely';
import type { Db } from '../../src/store/database.ts';

export type FinalRecords = {
  claims: unknown[];
  denials: unknown[];
  adjustments: unknown[];
  /** Claims with another number of posted payments than the one that is due, or of sendings. */
  odd: unknown[];
  unbalanced: number;
};

const FINAL = ['paid', 'partial', 'denied', 'zero', 'rejected_999', 'rejected_clearinghouse', 'rejected_payer'];

/** How many claims have not come to an end. */
export async function openClaims(db: Db): Promise<number> {
  const { rows } = await sql<{
    open: number;
  }>`select count(*) as open from claims where state <> all(${FINAL}::text[])`.execute(db);
  return Number(rows[0]?.open ?? 0);
}

/** Reads them all. */
export async function finalRecords(db: Db): Promise<FinalRecords> {
  const read = async (query: ReturnType<typeof sql>) => (await query.execute(db)).rows;
  return {
    claims: await read(sql`
      select patient_control_number, state, charge_cents, paid_cents, patient_responsibility_cents from claims order by 1`),
    denials: await read(sql`
      select c.patient_control_number, d.group_code, d.reason, d.remarks, d.amount_cents
      from denials d join claims c on c.id = d.claim_id order by 1, 2, 3, 5`),
    adjustments: await read(sql`
      select cp.patient_control_number, a.group_code, a.reason, sum(a.amount_cents)::bigint as cents
      from adjustments a join claim_payments cp on cp.id = a.claim_payment_id join payments p on p.id = cp.payment_id
      where p.state = 'posted' group by 1, 2, 3 order by 1, 2, 3`),
    odd: await read(sql`
      select c.patient_control_number, c.state,
        (select count(*) from file_claims f where f.claim_id = c.id) as sent,
        (select count(*) from events e where e.claim_id = c.id and e.type = 'sent') as sent_events,
        (select count(*) from claim_payments cp join payments p on p.id = cp.payment_id where cp.claim_id = c.id and p.state = 'posted') as posted
      from claims c
      where (select count(*) from file_claims f where f.claim_id = c.id) <> 1
         or (select count(*) from events e where e.claim_id = c.id and e.type = 'sent') <> 1
         or (select count(*) from claim_payments cp join payments p on p.id = cp.payment_id where cp.claim_id = c.id and p.state = 'posted')
            <> case when c.state like 'rejected%' then 0 else 1 end
      order by 1`),
    unbalanced: Number(
      (
        (await read(sql`select count(*) as n from payments where state <> 'posted' or difference_cents <> 0`))[0] as {
          n: number;
        }
      ).n,
    ),
  };
}
