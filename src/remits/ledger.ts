/**
 * Ledger entries: what a posted payment says, in cents, one entry for each amount. They follow from its own records alone;
 * what several payments come to together is worked out from them (history.ts, recoupment.ts), never written into them.
 */
import type { AdjustmentRecord } from '../../schemas/records.ts';
import { type Cents, negateCents, sumCents } from '../money.ts';
import { type ProviderAdjustmentKind, providerAdjustmentKind } from './provider-adjustment.ts';

/** What an entry stands for. `unpost` takes back another entry; `reversal` is any amount of a claim payment of status 22. */
export type EntryType =
  | 'payment'
  | 'adjustment'
  | 'patientShare'
  | 'reversal'
  | 'takeback'
  | 'interest'
  | 'forwardBalance'
  | 'providerAdjustment'
  | 'unpost';

/**
 * One amount. With a `group` (CAS01) it is a part of the charge that was not paid, signed as it came; without one it is
 * money, positive where it reached the provider. `line` counts from 0.
 */
export type LedgerEntry = {
  type: EntryType;
  line?: number | undefined;
  group?: string | undefined;
  reason?: string | undefined;
  cents: Cents;
};

/** What the entries of a claim payment are made from. */
export type EnteredClaim = {
  status: string;
  paidCents: Cents;
  adjustments: readonly AdjustmentRecord[];
  lines: readonly { adjustments: readonly AdjustmentRecord[] }[];
};

/** Of these nothing was decided (CLP02 23 and 25): only money that moved all the same is entered. */
const UNDECIDED: ReadonlySet<string> = new Set(['23', '25']);

/** The entries of a claim payment: its money (CLP04), then the adjustments of the claim and of its lines. No zeros. */
export function entriesOfClaim({ status, paidCents, adjustments, lines }: EnteredClaim): LedgerEntry[] {
  const reversed = status === '22';
  const entries: LedgerEntry[] = [{ type: reversed ? 'reversal' : 'payment', cents: paidCents }];
  const enter = (line: number | undefined) => (adjustment: AdjustmentRecord) => {
    const { group, reason, amountCents: cents } = adjustment;
    const type = reversed ? 'reversal' : group === 'PR' ? 'patientShare' : 'adjustment';
    entries.push({ type, line, group, reason, cents });
  };
  if (!UNDECIDED.has(status)) {
    adjustments.forEach(enter(undefined));
    for (const [index, line] of lines.entries()) line.adjustments.forEach(enter(index));
  }
  return entries.filter(({ cents }) => cents !== 0);
}

const TYPE_OF_KIND: Readonly<Record<ProviderAdjustmentKind, EntryType>> = {
  recovery: 'takeback',
  forward: 'forwardBalance',
  interest: 'interest',
  refund: 'providerAdjustment',
  withholding: 'providerAdjustment',
  payment: 'providerAdjustment',
};

/** The entry of a provider adjustment (PLB): the other sign, since a positive one lowers the payment. */
export function entryOfProviderAdjustment({ code, amountCents }: { code: string; amountCents: Cents }): LedgerEntry {
  return { type: TYPE_OF_KIND[providerAdjustmentKind(code)], reason: code, cents: negateCents(amountCents) };
}

/** What entries come to as money: for all entries of a posted payment that is what was deposited (BPR02). */
export function moneyOf(entries: readonly Pick<LedgerEntry, 'group' | 'cents'>[]): Cents {
  return sumCents(entries.filter(({ group }) => group === undefined).map(({ cents }) => cents));
}

/** What entries come to as adjustments: with the money of the same claim payment that is its charge (CLP03). */
export function adjustedOf(entries: readonly Pick<LedgerEntry, 'group' | 'cents'>[]): Cents {
  return sumCents(entries.filter(({ group }) => group !== undefined).map(({ cents }) => cents));
}
