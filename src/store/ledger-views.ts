/** Read-only views of the ledger: a claim's entries and history, halves of reversals that wait, accounts of payers. */
import { type Selectable, sql } from 'kysely';
import type { Cents } from '../money.ts';
import { type ClaimHistory, historyOf } from '../remits/history.ts';
import { adjustedOf, moneyOf } from '../remits/ledger.ts';
import type { PostedClaim } from '../remits/posted-claim.ts';
import { codesOfKind } from '../remits/provider-adjustment.ts';
import { type AccountPayment, type RecoupmentAccount, recoupmentAccount } from '../remits/recoupment.ts';
import type { ReversalPair } from '../remits/reversals.ts';
import type { Db } from './database.ts';
import { groupRows } from './pages.ts';
import { postedClaims, unmatchedPostedClaims } from './posted-claims.ts';
import type { LedgerEntriesTable, PaymentActionsTable } from './tables.ts';

export type LedgerEntryView = Pick<
  Selectable<LedgerEntriesTable>,
  'id' | 'type' | 'groupCode' | 'reason' | 'cents' | 'reverses' | 'postedAt' | 'postedBy'
> & { paymentId: string; traceNumber: string; line: number | null };

/** The ledger of one claim: entries oldest first, what they come to, and its history. */
export type ClaimLedger = {
  entries: LedgerEntryView[];
  moneyCents: Cents;
  adjustedCents: Cents;
  history: ClaimHistory;
};

/** The ledger of a claim; empty while nothing was posted of it. */
export async function claimLedger(db: Db, claimId: string): Promise<ClaimLedger> {
  const { rows: entries } = await sql<LedgerEntryView>`
    select e.id, e.type, e.group_code, e.reason, e.cents, e.reverses, e.posted_at, e.posted_by, p.id as payment_id,
      p.trace_number, l.ordinal as line
    from claim_payments cp join payments p on p.id = cp.payment_id join ledger_entries e on e.claim_payment_id = cp.id
      left join payment_lines l on l.id = e.line_id
    where cp.claim_id = ${claimId} order by e.id`.execute(db);
  const claim = await db.selectFrom('claims').select('chargeCents').where('id', '=', claimId).executeTakeFirst();
  const facts = await postedClaims(db, [claimId], 'all');
  const parts = entries.map(({ groupCode, cents }) => ({ group: groupCode ?? undefined, cents }));
  return {
    entries,
    moneyCents: moneyOf(parts),
    adjustedCents: adjustedOf(parts),
    history: historyOf(facts.get(claimId) ?? [], claim?.chargeCents),
  };
}

/** A part of a reversal that waits for another: which parts are there, and since when. */
export type LonelyHalf = {
  claimId: string | null;
  patientControlNumber: string;
  payerName: string | null;
  /** The latest part that is there. */
  paymentId: string;
  traceNumber: string;
  since: string | null;
  paidCents: Cents;
  missing: ('reversal' | 'original' | 'correction')[];
};

/** Most halves that a list holds. */
export const HALVES_SHOWN = 500;

/** Reversals without what they reverse or what corrects them, and corrections without a reversal; the oldest first. */
export async function lonelyHalves(db: Db): Promise<LonelyHalf[]> {
  const { rows } = await sql<{ claimId: string; missing: LonelyHalf['missing']; id: string }>`
    select r.claim_id, r.id, r.missing
    from lonely_reversals r join claim_payments c on c.id = r.id join payments p on p.id = c.payment_id
    order by p.settlement_date nulls first, r.id limit ${HALVES_SHOWN}`.execute(db);
  const halves = [...rows, ...(await unmatchedHalves(db))];
  const places = await placesOf(
    db,
    halves.map(({ id }) => id),
  );
  return halves
    .flatMap(({ id, claimId, missing }) => {
      const place = places.get(id);
      return place === undefined ? [] : [{ ...place, claimId, missing }];
    })
    .sort((left, right) => ((left.since ?? '') < (right.since ?? '') ? -1 : 1))
    .slice(0, HALVES_SHOWN);
}

/** Of claims that are none of ours nothing is noted: what is missing is worked out when it is asked for. */
async function unmatchedHalves(db: Db): Promise<{ claimId: null; missing: LonelyHalf['missing']; id: string }[]> {
  const numbers = await db
    .selectFrom('claimPayments')
    .select('patientControlNumber')
    .distinct()
    .where('claimId', 'is', null)
    .where('outcome', '=', 'reversal')
    .limit(HALVES_SHOWN)
    .execute();
  if (numbers.length === 0) return [];
  const facts = await unmatchedPostedClaims(
    db,
    numbers.map(({ patientControlNumber }) => patientControlNumber),
  );
  return [...facts.values()]
    .flatMap((list) => historyOf(list).pairs)
    .flatMap((pair) => {
      const missing = missingOf(pair);
      const last: PostedClaim | undefined = pair.correction ?? pair.reversal ?? pair.original;
      return missing.length === 0 || last === undefined ? [] : [{ claimId: null, missing, id: last.id }];
    });
}

function missingOf(pair: ReversalPair): LonelyHalf['missing'] {
  return (['reversal', 'original', 'correction'] as const).filter((part) => pair[part] === undefined);
}

type Place = Omit<LonelyHalf, 'claimId' | 'missing'>;

async function placesOf(db: Db, ids: readonly string[]): Promise<Map<string, Place>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('claimPayments as c')
    .innerJoin('payments as p', 'p.id', 'c.paymentId')
    .select([
      'c.id',
      'c.patientControlNumber',
      'c.paidCents',
      'p.payerName',
      'p.id as paymentId',
      'p.traceNumber',
      'p.settlementDate as since',
    ])
    .where('c.id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, ...place }) => [id, place]));
}

/** One payer's account with one payee, by what its payments call them. */
export type AccountKey = { payer: string; payee: string };
export type ListedAccount = AccountKey & { payments: number; owedCents: Cents; lastSettled: string | null };

const PAYER = sql`coalesce(p.payer_id, p.payer_name, '')`;
const PAYEE = sql`coalesce(p.payee_id, p.payee_name, '')`;
const OWED = codesOfKind('recovery', 'forward');

/** Accounts of all payers that ever put off or took back anything outside the claims; the most owed first. */
export async function recoupmentAccounts(db: Db): Promise<ListedAccount[]> {
  const { rows } = await sql<ListedAccount>`
    select ${PAYER} as payer, ${PAYEE} as payee, count(distinct p.id) as payments, sum(-a.amount_cents)::bigint as owed_cents,
      max(p.settlement_date) as last_settled
    from provider_adjustments a join payments p on p.id = a.payment_id
    where p.state = 'posted' and a.code = any(${OWED}::text[])
    group by 1, 2 order by sum(-a.amount_cents) desc, 1, 2 limit 500`.execute(db);
  return rows;
}

/** An account with its payments; of each recovery the claim that its reference names (CLP07), where it is ours. */
export type AccountDetail = RecoupmentAccount & { claims: Map<string, { id: string; paidCents: Cents }> };

/** The account of one payer with one payee: every posted payment that adjusts anything or takes back; undefined for none. */
export async function accountDetail(db: Db, { payer, payee }: AccountKey): Promise<AccountDetail | undefined> {
  const payments = await accountPayments(db, payer, payee);
  if (payments.length === 0) return undefined;
  const account = recoupmentAccount(payments);
  const references = account.recoveries.map(({ reference }) => reference);
  return { ...account, claims: await claimsByNumber(db, references) };
}

async function accountPayments(db: Db, payer: string, payee: string): Promise<AccountPayment[]> {
  const { rows } = await sql<Omit<AccountPayment, 'adjustments'>>`
    select p.id, coalesce(p.settlement_date::text, '') as settled, p.trace_number, p.fingerprint,
      p.claim_paid_cents - p.reversed_cents as gross_cents, p.reversed_cents,
      p.claim_paid_cents - p.provider_adjustment_cents as deposit_cents
    from payments p
    where p.state = 'posted' and ${PAYER} = ${payer} and ${PAYEE} = ${payee}
      and (p.reversed_cents <> 0 or exists (select 1 from provider_adjustments a where a.payment_id = p.id))`.execute(
    db,
  );
  const { rows: adjustments } = await sql<AccountPayment['adjustments'][number] & { paymentId: string }>`
    select payment_id, code, coalesce(reference, '') as reference, amount_cents from provider_adjustments
    where payment_id = any(${rows.map(({ id }) => id)}::uuid[]) order by payment_id, ordinal`.execute(db);
  const byPayment = groupRows(adjustments, ({ paymentId }) => paymentId);
  return rows.map((row) => ({
    ...row,
    adjustments: (byPayment.get(row.id) ?? []).map(({ paymentId: _id, ...adjustment }) => adjustment),
  }));
}

async function claimsByNumber(db: Db, numbers: readonly string[]): Promise<AccountDetail['claims']> {
  if (numbers.length === 0) return new Map();
  const { rows } = await sql<{ number: string; id: string; paidCents: Cents }>`
    select c.payer_claim_number as number, c.id, coalesce((
      select max(cp.paid_cents) from claim_payments cp join payments p on p.id = cp.payment_id
      where cp.claim_id = c.id and p.state = 'posted'), 0) as paid_cents
    from claims c where c.payer_claim_number = any(${numbers}::text[]) order by c.id`.execute(db);
  return new Map(rows.map(({ number, ...claim }) => [number, claim]));
}

/** What a person did with a payment. */
export type PaymentActionView = Omit<Selectable<PaymentActionsTable>, 'paymentId'>;

/** What persons did with a payment, oldest first. */
export function paymentActions(db: Db, paymentId: string): Promise<PaymentActionView[]> {
  return db
    .selectFrom('paymentActions')
    .select(['id', 'action', 'by', 'reason', 'at'])
    .where('paymentId', '=', paymentId)
    .orderBy('id')
    .execute();
}
