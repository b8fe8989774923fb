/**
 * What `claimwire read` prints and `readInterchange` yields: one record per line, in file order. Money is integer cents in
 * fields that end in `Cents`, dates are ISO, absent is absent.
 */
import { z } from 'zod';
import { adjustmentRecord, cents, optional, origin, partyRecord, procedureRecord } from './record-parts.ts';

export * from './claim-records.ts';
export type { AdjustmentRecord, OriginRecord, PartyRecord, ProcedureRecord } from './record-parts.ts';
export * from './status-records.ts';

/** The header of an interchange (ISA). */
export const interchangeRecord = z.object({
  type: z.literal('interchange'),
  isa13: z.string(),
  sender: z.string(),
  receiver: z.string(),
  senderQualifier: z.string(),
  receiverQualifier: z.string(),
  usage: z.string(),
  version: z.string(),
  date: optional,
  time: optional,
  acknowledgmentRequested: z.boolean(),
  origin,
});

/** The header of a functional group (GS). */
export const groupRecord = z.object({
  type: z.literal('group'),
  gs01: z.string(),
  gs06: z.string(),
  gs08: z.string(),
  sender: z.string(),
  receiver: z.string(),
  origin,
});

/** The header of a transaction set (ST). */
export const transactionRecord = z.object({
  type: z.literal('transaction'),
  st01: z.string(),
  st02: z.string(),
  /** Id of the guide in the registry (its GS08), or `unknown`. */
  guide: z.string(),
  origin,
});

/** A REF. */
export const referenceRecord = z.object({ qualifier: z.string(), value: z.string() });
/** An AMT. */
export const qualifiedAmountRecord = z.object({ qualifier: z.string(), amountCents: cents });
/** A QTY. */
export const qualifiedQuantityRecord = z.object({ qualifier: z.string(), quantity: z.string() });
/** A DTM. */
export const qualifiedDateRecord = z.object({ qualifier: z.string(), date: z.string() });

/** A paid line (loop 2110). */
export const paymentLineRecord = z.object({
  lineControlNumber: optional,
  procedure: procedureRecord,
  submittedProcedure: procedureRecord.optional(),
  revenueCode: optional,
  chargeCents: cents,
  paidCents: cents,
  units: optional,
  unitsSubmitted: optional,
  dates: z.array(qualifiedDateRecord),
  adjustments: z.array(adjustmentRecord),
  remarks: z.array(referenceRecord),
  references: z.array(referenceRecord),
  amounts: z.array(qualifiedAmountRecord),
  quantities: z.array(qualifiedQuantityRecord),
});

/** A claim payment (loop 2100). */
export const claimPaymentRecord = z.object({
  type: z.literal('835.claim'),
  patientControlNumber: z.string(),
  status: z.string(),
  chargeCents: cents,
  paidCents: cents,
  patientResponsibilityCents: cents,
  payerClaimNumber: optional,
  filingIndicator: optional,
  facilityType: optional,
  frequency: optional,
  drg: optional,
  patient: partyRecord.optional(),
  insured: partyRecord.optional(),
  correctedInsured: partyRecord.optional(),
  serviceProvider: partyRecord.optional(),
  crossoverPayer: partyRecord.optional(),
  priorityPayer: partyRecord.optional(),
  adjustments: z.array(adjustmentRecord),
  remarks: z.array(z.string()),
  references: z.array(referenceRecord),
  dates: z.array(qualifiedDateRecord),
  amounts: z.array(qualifiedAmountRecord),
  quantities: z.array(qualifiedQuantityRecord),
  lines: z.array(paymentLineRecord),
  origin,
});

/** One adjustment of a PLB. */
export const providerAdjustmentRecord = z.object({
  providerId: z.string(),
  fiscalDate: optional,
  code: z.string(),
  reference: optional,
  amountCents: cents,
});

/** A whole payment: an 835 set without its claims. */
export const paymentRecord = z.object({
  type: z.literal('835.payment'),
  handling: z.string(),
  amountCents: cents,
  creditDebit: z.string(),
  method: z.string(),
  settlementDate: optional,
  traceNumber: z.string(),
  traceCompany: optional,
  productionDate: optional,
  payer: z.object({ name: optional, id: optional }),
  payee: z.object({ name: optional, idQualifier: optional, id: optional }),
  providerAdjustments: z.array(providerAdjustmentRecord),
  claims: z.int(),
  /** Sum of CLP04 over the set's claims. */
  claimPaidCents: cents,
  origin,
});

/** A set of no known guide: counted, not read. */
export const segmentsRecord = z.object({ type: z.literal('segments'), st01: z.string(), count: z.int(), origin });

/** The last line of a file: what was in it. */
export const summaryRecord = z.object({
  type: z.literal('summary'),
  interchanges: z.int(),
  groups: z.int(),
  transactions: z.int(),
  segments: z.int(),
  claims: z.int(),
  remits: z.int(),
  issues: z.int(),
  /** The name of the file and no place in it. */
  origin,
});

export type InterchangeRecord = z.output<typeof interchangeRecord>;
export type GroupRecord = z.output<typeof groupRecord>;
export type TransactionRecord = z.output<typeof transactionRecord>;
export type PaymentLineRecord = z.output<typeof paymentLineRecord>;
export type ClaimPaymentRecord = z.output<typeof claimPaymentRecord>;
export type ProviderAdjustmentRecord = z.output<typeof providerAdjustmentRecord>;
export type PaymentRecord = z.output<typeof paymentRecord>;
export type SegmentsRecord = z.output<typeof segmentsRecord>;
export type SummaryRecord = z.output<typeof summaryRecord>;
