/** Bank deposits and the payments they are: stored once, paired anew whenever one of either side comes. */
import { sql } from 'kysely';
import type { Deposit } from '../remits/deposits.ts';
import { type DepositKey, type PaymentKey, reassociate } from '../remits/reassociation.ts';
import { insertRows } from './bulk.ts';
import type { Tx } from './database.ts';
import { sha256 } from './hash.ts';
import { newId } from './ids.ts';

const DEPOSIT = {
  id: 'uuid',
  key: 'text',
  date: 'date',
  amountCents: 'bigint',
  traceNumber: 'text',
  company: 'text',
  payer: 'text',
  description: 'text',
  source: 'text',
  importedBy: 'text',
} as const;

/** Any constant of our own: deposits are paired by one transaction at a time. */
const LOCK = 7_217_443_002;

/** Stores deposits that are not there yet and pairs them; gives back how many were new. */
export async function addDeposits(
  tx: Tx,
  deposits: readonly Deposit[],
  { source, by }: { source: 'nacha' | 'csv'; by: string },
): Promise<number> {
  if (deposits.length === 0) return 0;
  const rows = deposits.map((deposit) => ({ ...deposit, id: newId(), key: keyOf(deposit), source, importedBy: by }));
  const { rows: added } = await sql<Changed>`
    ${insertRows('bankDeposits', DEPOSIT, rows)} on conflict (key) do nothing returning trace_key, amount_cents`.execute(
    tx,
  );
  await pairDeposits(tx, added);
  return added.length;
}

/** All that a deposit says; what is made of it must stay the same for ever. */
function keyOf({ date, amountCents, traceNumber, company, payer, description, occurrence }: Deposit): string {
  return sha256(
    JSON.stringify([date, amountCents, traceNumber, company, payer, description, occurrence].map((one) => one ?? '')),
  );
}

type Changed = { traceKey: string | null; amountCents: number };

/** Pairs a payment that just came, where there are deposits. */
export async function pairPayment(tx: Tx, paymentId: string): Promise<void> {
  const { rows } = await sql<Changed>`
    select trace_key, amount_cents from payments where id = ${paymentId} and exists (select 1 from bank_deposits)`.execute(
    tx,
  );
  await pairDeposits(tx, rows);
}

/** Works out the pairs anew among all payments and deposits that the changed ones touch, by trace or amount, near or far. */
async function pairDeposits(tx: Tx, changed: readonly Changed[]): Promise<void> {
  if (changed.length === 0) return;
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
  const { payments, deposits } = await touchedBy(tx, changed);
  await sql`delete from reassociations where payment_id = any(${payments.map(({ id }) => id)}::uuid[])
    or deposit_id = any(${deposits.map(({ id }) => id)}::uuid[])`.execute(tx);
  const pairs = reassociate(payments, deposits);
  if (pairs.length === 0) return;
  const columns = { paymentId: 'uuid', depositId: 'uuid', rule: 'text', differenceCents: 'bigint' } as const;
  await insertRows('reassociations', columns, pairs).execute(tx);
}

type Touched = { payments: (PaymentKey & Changed)[]; deposits: (DepositKey & Changed)[] };

async function touchedBy(tx: Tx, changed: readonly Changed[]): Promise<Touched> {
  let traces = new Set<string>();
  let amounts = new Set<number>();
  let reached: readonly Changed[] = changed;
  for (;;) {
    const before = traces.size + amounts.size;
    traces = new Set([
      ...traces,
      ...reached.flatMap(({ traceKey }) => (traceKey === null || traceKey === '' ? [] : [traceKey])),
    ]);
    amounts = new Set([...amounts, ...reached.map(({ amountCents }) => amountCents)]);
    const found = await loadTouched(tx, [...traces], [...amounts]);
    if (traces.size + amounts.size === before) return found;
    reached = [...found.payments, ...found.deposits];
  }
}

async function loadTouched(tx: Tx, traces: readonly string[], amounts: readonly number[]): Promise<Touched> {
  const touched = sql`(trace_key = any(${traces}::text[]) or amount_cents = any(${amounts}::bigint[]))`;
  const { rows: payments } = await sql<PaymentKey & Changed>`
    select id, settlement_date::text as settled, amount_cents, trace_number, trace_key, trace_company as company, payer_name
    from payments where ${touched} and state <> 'duplicate' and method <> 'NON' and amount_cents > 0 order by id`.execute(
    tx,
  );
  const { rows: deposits } = await sql<DepositKey & Changed>`
    select id, date::text as date, amount_cents, trace_number, trace_key, company, payer
    from bank_deposits where ${touched} order by id`.execute(tx);
  return { payments, deposits };
}
