/** Tasks that come of no claim payment (rejections, takebacks), and telling all tasks again when the rules have changed. */
import { sql } from 'kysely';
import type { PayerRules } from '../../schemas/payer-rules.ts';
import type { ClaimEventType } from '../claims/lifecycle.ts';
import { toCents } from '../money.ts';
import { COMMON_PAYER_RULES } from '../remits/denials/payer-rules.ts';
import { tellRejection } from '../remits/denials/rejection.ts';
import { type DenialTold, tellDenial } from '../remits/denials/tell.ts';
import { insertRows, unnestRows } from './bulk.ts';
import type { Db, Tx } from './database.ts';
import { refreshRejections } from './denial-outcomes.ts';
import { newId } from './ids.ts';
import { TOLD } from './payment-rows.ts';

const COLUMNS = {
  id: 'uuid',
  claimId: 'uuid',
  eventId: 'bigint',
  providerAdjustmentId: 'uuid',
  ordinal: 'integer',
  level: 'text',
  groupCode: 'text',
  reason: 'text',
  remarks: 'text[]',
  amountCents: 'bigint',
  ...TOLD,
} as const;

type Rejected = {
  id: number;
  claimId: string;
  type: ClaimEventType;
  codes: string[] | null;
  chargeCents: number;
  payerId: string;
  serviceFrom: string | null;
  filing: string | null;
};

/** Refused for the form of the file or the set; by clearinghouse or payer (277CA). */
const FORM: readonly ClaimEventType[] = ['interchange_rejected', 'rejected_999'];
const REJECTIONS: readonly ClaimEventType[] = [...FORM, 'rejected_clearinghouse', 'rejected_payer'];

/** Opens a task for each event that rejected one of the claims (TA1, 999, 277CA); those that have one are left alone. */
export async function openRejections(
  tx: Tx,
  claimIds: readonly string[],
  rules: readonly PayerRules[] = COMMON_PAYER_RULES,
): Promise<void> {
  if (claimIds.length === 0) return;
  const { rows } = await sql<Rejected>`
    select e.id, e.claim_id, e.type, e.detail -> 'codes' as codes, c.charge_cents, c.payer_id, c.service_from,
      c.body -> 'subscriber' ->> 'claimFiling' as filing
    from events e join claims c on c.id = e.claim_id
    where e.claim_id = any(${claimIds}::uuid[]) and e.type = any(${REJECTIONS}::text[])
      and not exists (select 1 from denials d where d.event_id = e.id)
    order by e.id`.execute(tx);
  const opened = rows.map((row) => rejectionRow(row, rules));
  if (opened.length > 0) await sql`${insertRows('denials', COLUMNS, opened)} on conflict do nothing`.execute(tx);
  await refreshRejections(tx, claimIds);
}

function rejectionRow(
  { id, claimId, type, codes, chargeCents, payerId, serviceFrom, filing }: Rejected,
  rules: readonly PayerRules[],
) {
  const task = FORM.includes(type) ? 'rejection999' : 'rejection277';
  const where = { payerIds: [payerId], filing: filing ?? undefined, servedOn: serviceFrom ?? undefined };
  const [reason = '', ...remarks] = codes ?? [];
  return {
    ...tellRejection(task, codes ?? [], where, rules),
    id: newId(),
    claimId,
    eventId: id,
    ordinal: 1,
    level: 'claim',
    groupCode: '',
    reason,
    remarks,
    amountCents: chargeCents,
  };
}

/** What takes money back: overpayment recovery (WO) with the claim it is for. */
const TAKEBACK = 'WO';

const TAKEBACK_TOLD: DenialTold = {
  task: 'takeback',
  category: 'payerReview',
  action: 'call',
  appealable: true,
  chance: 20,
  next: 'find the reversal or the letter that announced it; where it is wrong, dispute it before the payer’s deadline',
  deadlines: [],
};

/** Opens a task for each amount that a payment takes back (PLB WO above zero). */
export async function openTakebacks(tx: Tx, paymentId: string): Promise<void> {
  const found = await tx
    .selectFrom('providerAdjustments')
    .select(['id', 'amountCents', 'reference'])
    .where('paymentId', '=', paymentId)
    .where('code', '=', TAKEBACK)
    .where('amountCents', '>', toCents(0))
    .orderBy('ordinal')
    .execute();
  if (found.length === 0) return;
  const rows = found.map(({ id, amountCents, reference }) => ({
    ...TAKEBACK_TOLD,
    id: newId(),
    providerAdjustmentId: id,
    ordinal: 1,
    level: 'claim',
    groupCode: 'PLB',
    reason: TAKEBACK,
    remarks: reference === null ? [] : [reference],
    amountCents,
  }));
  await sql`${insertRows('denials', COLUMNS, rows)} on conflict do nothing`.execute(tx);
}

type Stored = {
  id: string;
  groupCode: string;
  reason: string;
  remarks: string[];
  outcome: string;
  payerIds: string[];
  filing: string | null;
  remittedOn: string | null;
  servedOn: string | null;
};

const CHUNK = 500;

/** Tells all denials of claim payments again, by the rules as they are now; gives back how many there are. */
export async function retellDenials(db: Db, rules: readonly PayerRules[] = COMMON_PAYER_RULES): Promise<number> {
  let after = '00000000-0000-0000-0000-000000000000';
  let count = 0;
  for (;;) {
    const { rows } = await sql<Stored>`
      select d.id, d.group_code, d.reason, d.remarks, cp.outcome, array_remove(array[c.payer_id, p.payer_id], null) as payer_ids,
        cp.detail ->> 'filingIndicator' as filing, p.settlement_date as remitted_on,
        coalesce(l.service_from, c.service_from) as served_on
      from denials d join claim_payments cp on cp.id = d.claim_payment_id join payments p on p.id = cp.payment_id
      left join payment_lines l on l.id = d.line_id left join claims c on c.id = cp.claim_id
      where d.id > ${after} order by d.id limit ${CHUNK}`.execute(db);
    if (rows.length === 0) return count;
    const told = rows.map((row) => ({ ...tellDenial(factsOf(row), rules), id: row.id }));
    await sql`
      update denials d set task = r.task, category = r.category, action = r.action, appealable = r.appealable, chance = r.chance,
        next = r.next, rule = r.rule, deadlines = r.deadlines, due_on = r.due_on
      from ${unnestRows({ id: 'uuid', ...TOLD }, told)} where d.id = r.id`.execute(db);
    count += rows.length;
    after = rows.at(-1)!.id;
  }
}

function factsOf({ groupCode, filing, remittedOn, servedOn, ...row }: Stored) {
  return {
    ...row,
    group: groupCode,
    filing: filing ?? undefined,
    remittedOn: remittedOn ?? undefined,
    servedOn: servedOn ?? undefined,
  };
}
