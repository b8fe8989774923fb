/** Reads for the command line: how claims came out. The dashboard's pages have their own, in *-views.ts. */
import { type Selectable, sql } from 'kysely';
import type { ClaimState } from '../claims/lifecycle.ts';
import type { Cents } from '../money.ts';
import { anyOf } from './bulk.ts';
import type { Db } from './database.ts';
import type { ClaimsTable } from './tables.ts';

export type ClaimCount = { state: ClaimState; count: number; chargeCents: Cents; paidCents: Cents };

/** How many claims are in each state and what they amount to, lowest rank first. */
export async function claimCounts(db: Db, partnerId?: string): Promise<ClaimCount[]> {
  const { rows } = await sql<ClaimCount>`
    select state, count(*) as count, sum(charge_cents)::bigint as charge_cents, sum(paid_cents)::bigint as paid_cents
    from claims where ${partnerId ?? null}::text is null or partner_id = ${partnerId ?? null}
    group by state, state_rank order by state_rank`.execute(db);
  return rows;
}

export type ClaimOutcome = Pick<
  Selectable<ClaimsTable>,
  | 'id'
  | 'partnerId'
  | 'patientControlNumber'
  | 'state'
  | 'chargeCents'
  | 'paidCents'
  | 'patientResponsibilityCents'
  | 'issues'
> & {
  denials: { level: 'claim' | 'line'; group: string; reason: string; remarks: string[]; amountCents: Cents }[];
  /** Codes of the refusals by 999 and 277CA, newest first. */
  rejections: { kind: string; codes: unknown }[];
};

/** How claims came out: of one submission, of one partner, or the given ones; in the order they were taken in. */
export async function claimOutcomes(
  db: Db,
  which: { submissionId?: string; partnerId?: string; ids?: readonly string[] },
): Promise<ClaimOutcome[]> {
  const { submissionId = null, partnerId = null, ids } = which;
  const { rows } = await sql<ClaimOutcome>`
    select c.id, c.partner_id, c.patient_control_number, c.state, c.charge_cents, c.paid_cents,
      c.patient_responsibility_cents, c.issues,
      coalesce((
        select jsonb_agg(jsonb_build_object('level', d.level, 'group', d.group_code, 'reason', d.reason,
          'remarks', to_jsonb(d.remarks), 'amountCents', d.amount_cents) order by d.id)
        from denials d where d.claim_id = c.id
      ), '[]') as denials,
      coalesce((
        select jsonb_agg(jsonb_build_object('kind', a.kind, 'codes', a.codes) order by a.id desc)
        from acknowledgments a where a.claim_id = c.id and a.result = 'rejected'
      ), '[]') as rejections
    from claims c
    where (${submissionId}::uuid is null or c.submission_id = ${submissionId})
      and (${partnerId}::text is null or c.partner_id = ${partnerId})
      and (${ids === undefined}::boolean or c.id = ${anyOf(ids ?? [], 'uuid')})
    order by c.created_at, c.id`.execute(db);
  return rows;
}

/** Sums of the posted adjustments of each claim: what the patient owes (group PR) and everything else. */
export async function adjustmentTotals(db: Db): Promise<Map<string, { patientCents: Cents; otherCents: Cents }>> {
  const { rows } = await sql<{ claimId: string; patientCents: Cents; otherCents: Cents }>`
    select cp.claim_id,
      coalesce(sum(a.amount_cents) filter (where a.group_code = 'PR'), 0)::bigint as patient_cents,
      coalesce(sum(a.amount_cents) filter (where a.group_code <> 'PR'), 0)::bigint as other_cents
    from adjustments a
    join claim_payments cp on cp.id = a.claim_payment_id
    join payments p on p.id = cp.payment_id
    where p.state = 'posted' and cp.claim_id is not null
    group by cp.claim_id`.execute(db);
  return new Map(rows.map(({ claimId, ...totals }) => [claimId, totals]));
}
