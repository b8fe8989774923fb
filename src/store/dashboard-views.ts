/** Read-only figures for the overview page and for /metrics. Counts, states and sums; no claim text. */
import { sql } from 'kysely';
import type { Cents } from '../money.ts';
import { isOverdue } from './answer-views.ts';
import type { Db } from './database.ts';
import { OPEN_DENIALS } from './denial-views.ts';

export type ClaimTotal = {
  state: string;
  count: number;
  chargeCents: Cents;
  paidCents: Cents;
  patientResponsibilityCents: Cents;
};

/** Claims by state with what was charged, paid and left to patients. */
export async function claimTotals(db: Db): Promise<ClaimTotal[]> {
  const { rows } = await sql<ClaimTotal>`
    select state, count(*) as count, sum(charge_cents)::bigint as charge_cents, sum(paid_cents)::bigint as paid_cents,
      sum(patient_responsibility_cents)::bigint as patient_responsibility_cents
    from claims group by state`.execute(db);
  return rows;
}

export type FileTotal = { direction: 'out' | 'in'; state: string; count: number };

/** Files by direction and state. */
export async function fileTotals(db: Db): Promise<FileTotal[]> {
  const { rows } = await sql<FileTotal>`
    select direction, state, count(*) as count from files group by direction, state order by direction, state`.execute(
    db,
  );
  return rows;
}

/** Files of the day that began at `since`, by direction and kind. */
export async function filesSince(
  db: Db,
  since: Date,
): Promise<{ direction: 'out' | 'in'; kind: string; count: number; size: number }[]> {
  const { rows } = await sql<{ direction: 'out' | 'in'; kind: string; count: number; size: number }>`
    select direction, kind, count(*) as count, sum(size)::bigint as size from files
    where created_at >= ${since} group by direction, kind order by direction desc, kind`.execute(db);
  return rows;
}

/** Partners that nothing is exchanged with until a person resumes them. */
export async function pausedPartners(db: Db): Promise<{ id: string; pausedCode: string | null }[]> {
  return db
    .selectFrom('partners')
    .select(['id', 'pausedCode'])
    .where('pausedAt', 'is not', null)
    .orderBy('id')
    .execute();
}

export type Waiting = {
  submissions: number;
  heldClaims: number;
  readyClaims: number;
  overdueClaims: number;
  stuckFiles: number;
  unmatchedPayments: number;
  paymentExceptions: number;
  lonelyReversals: number;
  newDenials: number;
};

/** What waits for a step, for the partner or for a person, as of `now`. */
export async function waiting(db: Db, now: Date): Promise<Waiting> {
  const { rows } = await sql<Waiting>`select
    (select count(*) from submissions where state = 'received') as submissions,
    (select count(*) from claims where state = 'held') as held_claims,
    (select count(*) from claims where state = 'ready') as ready_claims,
    (select count(*) from claims where ${isOverdue(now)}) as overdue_claims,
    (select count(*) from files where state in ('uncertain', 'failed', 'unreadable')) as stuck_files,
    (select count(*) from claim_payments c join payments p on p.id = c.payment_id
      where c.claim_id is null and c.match_rule is null and p.state <> 'duplicate') as unmatched_payments,
    (select count(*) from payments where state = 'exception') as payment_exceptions,
    (select count(*) from lonely_reversals) as lonely_reversals,
    (select count(*) from denials where status = 'new') as new_denials`.execute(db);
  return rows[0]!;
}

export type DenialTotal = { groupCode: string; reason: string; count: number; amountCents: Cents };

/** Denied amounts by group and reason, the largest first. */
export async function denialTotals(db: Db, limit = 6): Promise<DenialTotal[]> {
  const { rows } = await sql<DenialTotal>`
    select group_code, reason, count(*) as count, sum(amount_cents)::bigint as amount_cents
    from denials where status = any(${OPEN_DENIALS}::text[]) and group_code <> '' group by group_code, reason order by sum(amount_cents) desc, reason limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** Claims of each partner that are not final, and when its files last moved. */
export async function partnerActivity(
  db: Db,
): Promise<{ id: string; claims: number; lastSentAt: Date | null; lastReceivedAt: Date | null }[]> {
  const { rows } = await sql<{ id: string; claims: number; lastSentAt: Date | null; lastReceivedAt: Date | null }>`
    select p.id, (select count(*) from claims c where c.partner_id = p.id) as claims,
      (select max(sent_at) from files f where f.partner_id = p.id and direction = 'out') as last_sent_at,
      (select max(created_at) from files f where f.partner_id = p.id and direction = 'in') as last_received_at
    from partners p order by p.id`.execute(db);
  return rows;
}
