/** Posting what an 835 pays: the payment, then its claims, lines, adjustments and denials, each in one statement. */
import type { AdjustmentRecord } from '../../schemas/records.ts';
import type { Origin } from '../issue.ts';
import type { Cents } from '../money.ts';
import type { DenialTold } from '../remits/denials/tell.ts';
import { entryOfProviderAdjustment } from '../remits/ledger.ts';
import type { Candidate } from '../remits/match.ts';
import type { PostingException } from '../remits/posting-exceptions.ts';
import { insertRows } from './bulk.ts';
import { refreshClaimMoney } from './claim-money.ts';
import type { Tx } from './database.ts';
import { openTakebacks } from './denial-tasks.ts';
import { newId } from './ids.ts';
import { LEDGER_ENTRY } from './ledger.ts';
import { type ClaimPaymentParts, flattenClaimPayments, PARTS } from './payment-rows.ts';
import type { PaymentState } from './tables.ts';

/** One transaction set of an 835. `ordinal` counts within the file; `fingerprint` is the same for the same payment. */
export type NewPayment = {
  fileId: string;
  ordinal: number;
  payerName?: string | undefined;
  payerId?: string | undefined;
  payeeName?: string | undefined;
  payeeId?: string | undefined;
  amountCents: Cents;
  claimPaidCents: Cents;
  /** What reversals take back: below zero, and a part of claimPaidCents. */
  reversedCents?: Cents;
  /** Absent, as every difference below, where integers cannot hold it. */
  providerAdjustmentCents: Cents | undefined;
  /** What the payment is off its balance; anything but zero belongs into state exception. */
  differenceCents: Cents | undefined;
  method: string;
  handling: string;
  traceNumber: string;
  traceCompany?: string | undefined;
  settlementDate?: string | undefined;
  fingerprint: string;
  state: 'posted' | 'exception';
  /** Why it is an exception. */
  exceptions?: readonly PostingException[];
  /** What the payment says beside all this. */
  detail?: unknown;
  origin?: Origin | undefined;
  providerAdjustments: readonly NewProviderAdjustment[];
};

/** What a payment says of one claim. `claimId` when it was matched. */
export type NewClaimPayment = {
  claimId?: string | undefined;
  matchRule?: string | undefined;
  matchScore?: number | undefined;
  matchRunnerUp?: number | undefined;
  /** Claims that may be meant, where none was matched. */
  candidates?: readonly Candidate[] | undefined;
  patientControlNumber: string;
  payerClaimNumber?: string | undefined;
  status: string;
  outcome: string;
  chargeCents: Cents;
  paidCents: Cents;
  patientResponsibilityCents: Cents;
  differenceCents: Cents | undefined;
  remarks: readonly string[];
  detail?: unknown;
  origin?: Origin | undefined;
  adjustments: readonly AdjustmentRecord[];
  lines: readonly NewPaymentLine[];
  denials: readonly NewDenial[];
};

/** One service line of a claim payment. */
export type NewPaymentLine = {
  lineControlNumber?: string | undefined;
  procedureQualifier: string;
  procedureCode: string;
  modifiers: readonly string[];
  revenueCode?: string | undefined;
  chargeCents: Cents;
  paidCents: Cents;
  differenceCents: Cents | undefined;
  units?: string | undefined;
  serviceFrom?: string | undefined;
  serviceTo?: string | undefined;
  remarks: readonly string[];
  detail?: unknown;
  adjustments: readonly AdjustmentRecord[];
};

/** One amount refused; `line` is the index of the line it stands on. */
export type NewDenial = {
  level: 'claim' | 'line';
  line?: number | undefined;
  group: string;
  reason: string;
  remarks: readonly string[];
  amountCents: Cents;
  /** What is said of it; told from its codes alone where not given. */
  told?: DenialTold | undefined;
};

/** One amount that concerns the provider and no claim (PLB). */
export type NewProviderAdjustment = {
  providerId: string;
  fiscalDate?: string | undefined;
  code: string;
  reference?: string | undefined;
  amountCents: Cents;
};

/** A payment that is stored. `known`: this set of this file was there already, and so are its claim payments. */
export type OpenedPayment = { id: string; state: PaymentState; known: boolean };

/**
 * Stores a payment with its provider adjustments, without its claims: addClaimPayments puts them in. A payment whose
 * fingerprint was posted from another file is stored as a duplicate of that one.
 */
export async function openPayment(tx: Tx, payment: NewPayment): Promise<OpenedPayment> {
  const opened = await insertPayment(tx, payment);
  if (opened.known) return opened;
  await insertProviderAdjustments(tx, opened, payment.providerAdjustments);
  if (opened.state === 'posted') await openTakebacks(tx, opened.id);
  return opened;
}

/**
 * Stores claim payments of an opened payment, the first of them with the given ordinal (from 1). Of a posted payment they
 * count: they are entered into the ledger, the money and the state of the claims they were matched to are worked out again,
 * and denials are opened.
 */
export async function addClaimPayments(
  tx: Tx,
  { id, state }: OpenedPayment,
  claims: readonly NewClaimPayment[],
  first = 1,
): Promise<void> {
  const parts = flattenClaimPayments(id, claims, first);
  if (state === 'duplicate') parts.denials.length = 0;
  if (state !== 'posted') parts.ledgerEntries.length = 0;
  await insertParts(tx, parts);
  if (state !== 'posted') return;
  const matched = claims.map(({ claimId }) => claimId).filter((claimId) => claimId !== undefined);
  await refreshClaimMoney(tx, [...new Set(matched)]);
}

async function insertPayment(tx: Tx, payment: NewPayment): Promise<OpenedPayment> {
  const { providerAdjustments: _adjustments, detail = {}, origin = {}, exceptions = [], ...given } = payment;
  const there = await tx
    .selectFrom('payments')
    .select(['id', 'state'])
    .where('fileId', '=', payment.fileId)
    .where('ordinal', '=', payment.ordinal)
    .executeTakeFirst();
  if (there !== undefined) return { ...there, known: true };
  const values = {
    ...given,
    id: newId(),
    exceptions: JSON.stringify(exceptions),
    detail: JSON.stringify(detail),
    origin: JSON.stringify(origin),
  };
  // A sound payment is not kept out by an exception of the same fingerprint: that one was never posted.
  const same = ['posted', 'unposted', 'exception'] as const;
  let first = payment.state === 'posted' ? undefined : await findPayment(tx, payment.fingerprint, same);
  if (first === undefined) {
    const inserted = await tx
      .insertInto('payments')
      .values(values)
      .onConflict((conflict) => conflict.doNothing())
      .returning(['id', 'state'])
      .executeTakeFirst();
    if (inserted !== undefined) return { ...inserted, known: false };
    first = await findPayment(tx, payment.fingerprint, ['posted', 'unposted']);
  }
  if (first === undefined) throw new Error('a payment can neither be stored nor is it there');
  const duplicate = { ...values, state: 'duplicate', duplicateOf: first } as const;
  await tx.insertInto('payments').values(duplicate).execute();
  return { id: values.id, state: 'duplicate', known: false };
}

async function findPayment(tx: Tx, fingerprint: string, states: readonly PaymentState[]): Promise<string | undefined> {
  const row = await tx
    .selectFrom('payments')
    .select('id')
    .where('fingerprint', '=', fingerprint)
    .where('state', 'in', states)
    .orderBy('id')
    .executeTakeFirst();
  return row?.id;
}

/** In the order in which they refer to each other. */
const TABLES = ['claimPayments', 'paymentLines', 'adjustments', 'denials', 'ledgerEntries', 'matchCandidates'] as const;

async function insertParts(tx: Tx, parts: ClaimPaymentParts): Promise<void> {
  for (const table of TABLES) {
    if (parts[table].length > 0) await insertRows(table, PARTS[table], parts[table]).execute(tx);
  }
}

const PROVIDER_ADJUSTMENT = {
  id: 'uuid',
  paymentId: 'uuid',
  ordinal: 'integer',
  providerId: 'text',
  fiscalDate: 'date',
  code: 'text',
  reference: 'text',
  amountCents: 'bigint',
} as const;

async function insertProviderAdjustments(
  tx: Tx,
  { id: paymentId, state }: OpenedPayment,
  adjustments: readonly NewProviderAdjustment[],
): Promise<void> {
  if (adjustments.length === 0) return;
  const rows = adjustments.map((adjustment, index) => ({ ...adjustment, id: newId(), paymentId, ordinal: index + 1 }));
  await insertRows('providerAdjustments', PROVIDER_ADJUSTMENT, rows).execute(tx);
  if (state !== 'posted') return;
  const entries = rows.map((row) => ({ ...entryOfProviderAdjustment(row), providerAdjustmentId: row.id }));
  await insertRows('ledgerEntries', LEDGER_ENTRY, entries).execute(tx);
}
