/** Read-only views of the worklist of denials for the dashboard and the JSON API. */
import { type RawBuilder, type Selectable, sql } from 'kysely';
import { DENIAL_STATUSES, type DenialStatus } from '../../schemas/denial-words.ts';
import type { Origin } from '../issue.ts';
import { URGENCY } from '../remits/denials/deadlines.ts';
import type { Db } from './database.ts';
import { PAGE_SIZE, type PageOf, pageOf } from './pages.ts';
import type { DenialEventsTable, DenialsTable } from './tables.ts';

/** Where somebody still has to act, or the payer has to answer. */
export const OPEN_DENIALS: readonly DenialStatus[] = DENIAL_STATUSES.filter(
  (status) => !['overturned', 'partlyOverturned', 'upheld', 'writtenOff', 'billedPatient'].includes(status),
);

export type DenialFilter = {
  /** A status, or `open` for all that are still worked. */
  status?: string | undefined;
  task?: string | undefined;
  category?: string | undefined;
  action?: string | undefined;
  owner?: string | undefined;
  reason?: string | undefined;
  group?: string | undefined;
  after?: string | undefined;
  limit?: number | undefined;
};

/** A denial in the worklist. `points`: what it is sorted by (docs/denials.md). */
export type ListedDenial = Omit<Selectable<DenialsTable>, 'deadlines' | 'next' | 'eventId' | 'providerAdjustmentId'> & {
  points: number;
  patientControlNumber: string;
  payerName: string | null;
  paymentId: string | null;
  procedureCode: string | null;
};

/** The formula of priorityOf, for the database to sort by. */
function pointsOn(today: string): RawBuilder<number> {
  const times = URGENCY.map(
    ([days, factor]) => sql`when d.due_on - ${today}::date <= ${days}::integer then ${factor}::integer`,
  );
  return sql<number>`d.amount_cents * d.chance * case
    when d.due_on is null or d.due_on < ${today}::date then 1 ${sql.join(times, sql` `)} else 1 end`;
}

const FROM = sql`denials d
  left join claim_payments cp on cp.id = d.claim_payment_id
  left join provider_adjustments pa on pa.id = d.provider_adjustment_id
  left join payments p on p.id = coalesce(cp.payment_id, pa.payment_id)
  left join claims c on c.id = coalesce(cp.claim_id, d.claim_id)
  left join payment_lines l on l.id = d.line_id`;

const LISTED = sql`d.id, d.claim_payment_id, d.line_id, coalesce(cp.claim_id, d.claim_id) as claim_id, d.ordinal, d.level,
  d.group_code, d.reason, d.remarks, d.amount_cents, d.task, d.category, d.action, d.appealable, d.chance, d.rule, d.due_on,
  d.owner, d.work_status, d.outcome, d.recovered_cents, d.decided_by, d.status, d.created_at,
  coalesce(cp.patient_control_number, c.patient_control_number, '') as patient_control_number,
  coalesce(p.payer_name, c.body -> 'payer' ->> 'name') as payer_name, p.id as payment_id, l.procedure_code`;

/** The worklist of a day, what is worth most first; of payments that count. */
export async function pageOfDenials(db: Db, filter: DenialFilter, today: string): Promise<PageOf<ListedDenial>> {
  const { after, limit = PAGE_SIZE } = filter;
  const points = pointsOn(today);
  const from =
    after === undefined
      ? sql`true`
      : sql`(${points}, d.id) < (select ${points}, d.id from denials d where d.id = ${after})`;
  const { rows } = await sql<ListedDenial>`
    select ${LISTED}, ${points} as points from ${FROM} where ${conditions(filter)} and ${from}
    order by ${points} desc, d.id desc limit ${limit + 1}`.execute(db);
  return pageOf(rows, limit);
}

function conditions({ status, task, category, action, owner, reason, group }: DenialFilter): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [sql`(p.state is null or p.state in ('posted', 'exception'))`];
  if (status === 'open') all.push(sql`d.status = any(${OPEN_DENIALS}::text[])`);
  else if (status !== undefined) all.push(sql`d.status = ${status}`);
  if (task !== undefined) all.push(sql`d.task = ${task}`);
  if (category !== undefined) all.push(sql`d.category = ${category}`);
  if (action !== undefined) all.push(sql`d.action = ${action}`);
  if (owner !== undefined) all.push(sql`d.owner = ${owner}`);
  if (reason !== undefined) all.push(sql`d.reason = ${reason}`);
  if (group !== undefined) all.push(sql`d.group_code = ${group}`);
  return sql.join(all, sql` and `);
}

/** A denial with what to do, its deadlines and history. */
export type DenialDetail = {
  denial: ListedDenial & Pick<Selectable<DenialsTable>, 'next' | 'deadlines'>;
  history: Selectable<DenialEventsTable>[];
  /** Where it stands in the file that told it. */
  told: { fileId: string; fileName: string; origin: Origin } | undefined;
  /** The payment whose decision answered it. */
  decidedIn: { paymentId: string; traceNumber: string; settlementDate: string | null } | undefined;
};

/** A denial; undefined when there is none. */
export async function denialDetail(db: Db, id: string, today: string): Promise<DenialDetail | undefined> {
  const { rows } = await sql<DenialDetail['denial']>`
    select ${LISTED}, ${pointsOn(today)} as points, d.next, d.deadlines from ${FROM} where d.id = ${id}`.execute(db);
  const denial = rows[0];
  if (denial === undefined) return undefined;
  const history = await db.selectFrom('denialEvents').selectAll().where('denialId', '=', id).orderBy('id').execute();
  const decidedIn = await db
    .selectFrom('claimPayments as c')
    .innerJoin('payments as p', 'p.id', 'c.paymentId')
    .select(['p.id as paymentId', 'p.traceNumber', 'p.settlementDate'])
    .where('c.id', '=', denial.decidedBy)
    .executeTakeFirst();
  return { denial, history, told: await toldIn(db, id), decidedIn };
}

/** The segments of the claim payment, or those that rejected the claim. */
async function toldIn(db: Db, id: string): Promise<DenialDetail['told']> {
  const { rows } = await sql<NonNullable<DenialDetail['told']>>`
    select f.id as file_id, f.name as file_name, coalesce(cp.origin, e.origin, p.origin) as origin
    from denials d
    left join claim_payments cp on cp.id = d.claim_payment_id
    left join events e on e.id = d.event_id
    left join provider_adjustments pa on pa.id = d.provider_adjustment_id
    left join payments p on p.id = coalesce(cp.payment_id, pa.payment_id)
    join files f on f.id = coalesce(p.file_id, e.file_id)
    where d.id = ${id}`.execute(db);
  return rows[0];
}
