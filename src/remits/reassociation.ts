/** Which deposit is which payment: by trace number, else by amount, day and payer. The same for any order; pure. */

import { addBusinessDays, daysBetween } from '../days.ts';
import { groupBy } from '../lists.ts';

/** A deposit as far as it is compared. */
export type DepositKey = {
  id: string;
  date: string;
  amountCents: number;
  traceNumber?: string | null | undefined;
  company?: string | null | undefined;
  payer?: string | null | undefined;
};

/** A payment that money should have come for. */
export type PaymentKey = {
  id: string;
  /** BPR16. */
  settled: string | null;
  amountCents: number;
  /** TRN02, TRN03. */
  traceNumber: string;
  company?: string | null | undefined;
  payerName?: string | null | undefined;
};

/** A payment and its deposit; `differenceCents` is what the deposit is more than the payment. */
export type Reassociated = {
  paymentId: string;
  depositId: string;
  rule: 'trace' | 'amount-date-payer';
  differenceCents: number;
};

/** Business days after which a deposit or its remittance is late (CAQH CORE 370), and after which it is missing. */
export const LATE_AFTER = 4;
export const MISSING_AFTER = 20;

/** Days that deposit and settlement may lie apart where only the amount joins them. */
const DAYS_APART = 6;

/** Pairs payments and deposits; each takes part once. What could be paired in two ways is not paired. */
export function reassociate(payments: readonly PaymentKey[], deposits: readonly DepositKey[]): Reassociated[] {
  const traced = byTrace(payments, deposits);
  const used = new Set(traced.flatMap(({ paymentId, depositId }) => [paymentId, depositId]));
  const left = <T extends { id: string }>(all: readonly T[]) => all.filter(({ id }) => !used.has(id));
  return [...traced, ...byAmount(left(payments), left(deposits))].sort((one, other) =>
    one.paymentId < other.paymentId ? -1 : 1,
  );
}

/** Of one trace number equal amounts first, then the rest, each in the order of days: a repeat has no second money. */
function byTrace(payments: readonly PaymentKey[], deposits: readonly DepositKey[]): Reassociated[] {
  const found: Reassociated[] = [];
  const named = deposits.filter(({ traceNumber }) => (traceNumber ?? '') !== '').sort(inOrder(({ date }) => date));
  const waiting = new Map(
    groupBy(named, ({ traceNumber }) => plain(traceNumber)).map((group) => [plain(group[0].traceNumber), [...group]]),
  );
  const ordered = [...payments].sort(inOrder(({ settled }) => settled ?? ''));
  const take = (fits: (payment: PaymentKey, deposit: DepositKey) => boolean) => {
    for (const payment of ordered) {
      if (found.some(({ paymentId }) => paymentId === payment.id)) continue;
      const group = waiting.get(plain(payment.traceNumber)) ?? [];
      const at = group.findIndex((deposit) => fits(payment, deposit));
      if (at === -1) continue;
      const [deposit] = group.splice(at, 1);
      const differenceCents = deposit!.amountCents - payment.amountCents;
      found.push({ paymentId: payment.id, depositId: deposit!.id, rule: 'trace', differenceCents });
    }
  };
  const sameAmount = (payment: PaymentKey, deposit: DepositKey) => payment.amountCents === deposit.amountCents;
  take((payment, deposit) => sameAmount(payment, deposit) && sameCompany(payment, deposit));
  take(sameAmount);
  take(sameCompany);
  return found;
}

/** The same amount about the same day of the same payer, where that is so of one payment and one deposit alone. */
function byAmount(payments: readonly PaymentKey[], deposits: readonly DepositKey[]): Reassociated[] {
  const byCents = new Map(
    groupBy(deposits, ({ amountCents }) => String(amountCents)).map((group) => [group[0].amountCents, group]),
  );
  const fitting = payments.map((payment) => ({
    payment,
    deposits: (byCents.get(payment.amountCents) ?? []).filter((deposit) => isAlike(payment, deposit)),
  }));
  const claimed = new Map<string, number>();
  for (const { deposits: some } of fitting) for (const { id } of some) claimed.set(id, (claimed.get(id) ?? 0) + 1);
  return fitting.flatMap(({ payment, deposits: [only, ...others] }) =>
    only === undefined || others.length > 0 || claimed.get(only.id) !== 1
      ? []
      : [{ paymentId: payment.id, depositId: only.id, rule: 'amount-date-payer' as const, differenceCents: 0 }],
  );
}

function isAlike(payment: PaymentKey, deposit: DepositKey): boolean {
  if (payment.settled === null || Math.abs(daysBetween(payment.settled, deposit.date)) > DAYS_APART) return false;
  const company = plain(payment.company) !== '' && plain(payment.company) === plain(deposit.company);
  const [ours, theirs] = [plain(payment.payerName), plain(deposit.payer)];
  const named = ours !== '' && theirs !== '' && (ours.startsWith(theirs) || theirs.startsWith(ours));
  return company || named;
}

/** Companies contradict only where both are told. */
function sameCompany(payment: PaymentKey, deposit: DepositKey): boolean {
  const [ours, theirs] = [plain(payment.company), plain(deposit.company)];
  return ours === '' || theirs === '' || ours === theirs;
}

function plain(text: string | null | undefined): string {
  return (text ?? '')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^0+/, '');
}

function inOrder<T extends { id: string }>(keyOf: (one: T) => string) {
  const key = (one: T) => `${keyOf(one)} ${one.id}`;
  return (one: T, other: T) => (key(one) < key(other) ? -1 : 1);
}

/** Where a payment or a deposit stands with its other half. */
export type ReassociationState = 'notNeeded' | 'matched' | 'expected' | 'late' | 'missing';

/** The state on a day of what was settled on another; nothing is to come of a payment of nothing (BPR04 NON). */
export function reassociationState(
  one: { matched: boolean; settled: string | null; amountCents: number; method?: string | undefined },
  today: string,
): ReassociationState {
  if (one.matched) return 'matched';
  if (one.method === 'NON' || one.amountCents <= 0) return 'notNeeded';
  if (one.settled === null) return 'expected';
  if (today > addBusinessDays(one.settled, MISSING_AFTER)) return 'missing';
  return today > addBusinessDays(one.settled, LATE_AFTER) ? 'late' : 'expected';
}
