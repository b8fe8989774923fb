/** Read-only views of payments, claim payments and denials for the dashboard and the JSON API. */
import { type Selectable, sql } from 'kysely';
import type { Db } from './database.ts';
import { type PaymentActionView, paymentActions } from './ledger-views.ts';
import { groupRows, PAGE_SIZE, type PageOf, pageOf } from './pages.ts';
import type {
  AdjustmentsTable,
  ClaimPaymentsTable,
  DenialsTable,
  PaymentLinesTable,
  PaymentState,
  PaymentsTable,
  ProviderAdjustmentsTable,
} from './tables.ts';

type Cursor = { after?: string | undefined; limit?: number | undefined };
const LISTED = [
  'id', 'fileId', 'payerName', 'payerId', 'amountCents', 'claimPaidCents', 'providerAdjustmentCents', 'reversedCents', 'differenceCents', 'method',
  'traceNumber', 'settlementDate', 'state', 'createdAt',
] as const; // biome-ignore format: a table

export type ListedPayment = Pick<Selectable<PaymentsTable>, (typeof LISTED)[number]>;

/** Payments, newest first. */
export async function pageOfPayments(
  db: Db,
  filter: Cursor & { state?: PaymentState | undefined },
): Promise<PageOf<ListedPayment>> {
  const { state, after, limit = PAGE_SIZE } = filter;
  let query = db
    .selectFrom('payments')
    .select(LISTED)
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (state !== undefined) query = query.where('state', '=', state);
  if (after !== undefined) query = query.where('id', '<', after);
  return pageOf(await query.execute(), limit);
}

export type UnmatchedClaimPayment = Pick<
  Selectable<ClaimPaymentsTable>,
  'id' | 'paymentId' | 'patientControlNumber' | 'payerClaimNumber' | 'status' | 'outcome' | 'chargeCents' | 'paidCents'
> & { payerName: string | null; traceNumber: string; candidates: number };

/** Claim payments of which nobody knows yet whose claim they are for, newest first; repeats of a payment left out. */
export async function unmatchedClaimPayments(
  db: Db,
  { after, limit = PAGE_SIZE }: Cursor,
): Promise<PageOf<UnmatchedClaimPayment>> {
  let query = db
    .selectFrom('claimPayments as c')
    .innerJoin('payments as p', 'p.id', 'c.paymentId')
    .select([
      'c.id', 'c.paymentId', 'c.patientControlNumber', 'c.payerClaimNumber', 'c.status', 'c.outcome', 'c.chargeCents', 'c.paidCents',
      'p.payerName', 'p.traceNumber',
    ]) // biome-ignore format: a table
    .select(
      sql<number>`(select count(*)::int from match_candidates m where m.claim_payment_id = c.id)`.as('candidates'),
    )
    .where('c.claimId', 'is', null)
    .where('c.matchRule', 'is', null)
    .where('p.state', '<>', 'duplicate')
    .orderBy('c.id', 'desc')
    .limit(limit + 1);
  if (after !== undefined) query = query.where('c.id', '<', after);
  return pageOf(await query.execute(), limit);
}

type Plain<T> = Omit<Selectable<T>, 'detail' | 'origin'>;
/** A claim payment with its lines, adjustments (claim and line level) and denials. */
export type ClaimPaymentView = Plain<ClaimPaymentsTable> & {
  origin: Selectable<ClaimPaymentsTable>['origin'];
  payment: Pick<Selectable<PaymentsTable>, 'id' | 'fileId' | 'payerName' | 'traceNumber' | 'settlementDate' | 'state'>;
  adjustments: Selectable<AdjustmentsTable>[];
  lines: (Plain<PaymentLinesTable> & { adjustments: Selectable<AdjustmentsTable>[] })[];
  denials: Selectable<DenialsTable>[];
};

/** What payers decided on a claim, oldest first. */
export function claimPaymentsOfClaim(db: Db, claimId: string): Promise<ClaimPaymentView[]> {
  return claimPayments(db, 'claimId', claimId, CLAIM_PAYMENTS_SHOWN);
}

/** Most claim payments that a payment's page lists. */
export const CLAIM_PAYMENTS_SHOWN = 500;

export type PaymentDetail = {
  /** Of bank accounts in `detail` the last four characters. */
  payment: Omit<Selectable<PaymentsTable>, 'fingerprint'> & { fileName: string };
  providerAdjustments: Selectable<ProviderAdjustmentsTable>[];
  /** What persons did with it, oldest first. */
  actions: PaymentActionView[];
  /** At most `CLAIM_PAYMENTS_SHOWN`, in file order. */
  claimPayments: ClaimPaymentView[];
  claimPaymentCount: number;
};

/** A payment with its provider adjustments and claim payments; undefined when there is none. */
export async function paymentDetail(db: Db, id: string): Promise<PaymentDetail | undefined> {
  const row = await db
    .selectFrom('payments')
    .innerJoin('files', 'files.id', 'payments.fileId')
    .selectAll('payments')
    .select('files.name as fileName')
    .where('payments.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { fingerprint: _fingerprint, ...payment } = row;
  const providerAdjustments = await db
    .selectFrom('providerAdjustments')
    .selectAll()
    .where('paymentId', '=', id)
    .orderBy('ordinal')
    .execute();
  const { total } = await db
    .selectFrom('claimPayments')
    .select((select) => select.fn.countAll<number>().as('total'))
    .where('paymentId', '=', id)
    .executeTakeFirstOrThrow();
  return {
    payment: { ...payment, detail: withoutAccounts(payment.detail) },
    providerAdjustments,
    actions: await paymentActions(db, id),
    claimPayments: await claimPayments(db, 'paymentId', id, CLAIM_PAYMENTS_SHOWN),
    claimPaymentCount: total,
  };
}

function withoutAccounts(detail: unknown): unknown {
  const text = JSON.stringify(detail, (key, value: unknown) =>
    key === 'account' && typeof value === 'string' ? `…${value.slice(-4)}` : value,
  );
  return JSON.parse(text);
}

async function claimPayments(
  db: Db,
  key: 'claimId' | 'paymentId',
  id: string,
  limit: number,
): Promise<ClaimPaymentView[]> {
  const rows = await db
    .selectFrom('claimPayments as c')
    .innerJoin('payments as p', 'p.id', 'c.paymentId')
    .selectAll('c')
    .select(['p.fileId', 'p.payerName', 'p.traceNumber', 'p.settlementDate', 'p.state as paymentState'])
    .where(`c.${key}`, '=', id)
    .orderBy('c.paymentId')
    .orderBy('c.ordinal')
    .limit(limit)
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const adjustments = await db
    .selectFrom('adjustments')
    .selectAll()
    .where('claimPaymentId', 'in', ids)
    .orderBy('ordinal')
    .execute();
  const lines = await db
    .selectFrom('paymentLines')
    .selectAll()
    .where('claimPaymentId', 'in', ids)
    .orderBy('ordinal')
    .execute();
  const denials = await db
    .selectFrom('denials')
    .selectAll()
    .where('claimPaymentId', 'in', ids)
    .orderBy('ordinal')
    .execute();
  const adjustmentsOf = groupRows(adjustments, (row) => row.lineId ?? row.claimPaymentId);
  const linesOf = groupRows(lines, (row) => row.claimPaymentId);
  const denialsOf = groupRows(denials, (row) => row.claimPaymentId ?? '');
  return rows.map(({ detail: _detail, fileId, payerName, traceNumber, settlementDate, paymentState, ...row }) => ({
    ...row,
    payment: { id: row.paymentId, fileId, payerName, traceNumber, settlementDate, state: paymentState },
    adjustments: adjustmentsOf.get(row.id) ?? [],
    lines: (linesOf.get(row.id) ?? []).map(({ detail: _line, ...line }) => ({
      ...line,
      adjustments: adjustmentsOf.get(line.id) ?? [],
    })),
    denials: denialsOf.get(row.id) ?? [],
  }));
}
