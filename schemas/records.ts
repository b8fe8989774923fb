/**
 * What `claimwire read` prints and `readInterchange` yields: one record per line, in file order. Money is integer cents in
 * fields that end in `Cents`, dates are ISO, absent is absent.
 */
import { z } from 'zod';
import type { Cents } from '../src/money.ts';

const cents = z.int().transform((value) => value as Cents);
const optional = z.string().optional();

export const origin = z.object({
  file: optional,
  isa13: optional,
  gs06: optional,
  st02: optional,
  segment: z.int().optional(),
  offset: z.int().optional(),
});

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

export const groupRecord = z.object({
  type: z.literal('group'),
  gs01: z.string(),
  gs06: z.string(),
  gs08: z.string(),
  sender: z.string(),
  receiver: z.string(),
  origin,
});

export const transactionRecord = z.object({
  type: z.literal('transaction'),
  st01: z.string(),
  st02: z.string(),
  /** Id of the guide in the registry (its GS08), or `unknown`. */
  guide: z.string(),
  origin,
});

export const adjustmentRecord = z.object({
  group: z.string(),
  reason: z.string(),
  amountCents: cents,
  quantity: optional,
});

export const procedureRecord = z.object({
  qualifier: z.string(),
  code: z.string(),
  modifiers: z.array(z.string()),
  description: optional,
});

export const partyRecord = z.object({
  entity: optional,
  lastName: optional,
  firstName: optional,
  middleName: optional,
  suffix: optional,
  idQualifier: optional,
  id: optional,
});

export const referenceRecord = z.object({ qualifier: z.string(), value: z.string() });
export const qualifiedAmountRecord = z.object({ qualifier: z.string(), amountCents: cents });
export const qualifiedQuantityRecord = z.object({ qualifier: z.string(), quantity: z.string() });
export const qualifiedDateRecord = z.object({ qualifier: z.string(), date: z.string() });

/** A party of a claim (NM1): `entity` tells its part (82 rendering, 71 attending, 72 operating, 77 facility ...). */
export const providerRecord = partyRecord.extend({ taxonomy: optional });

/** A diagnosis with whether it was present on admission (Y, N, U, W). */
export const diagnosisRecord = z.object({ code: z.string(), presentOnAdmission: optional });
export const datedCodeRecord = z.object({ code: z.string(), date: optional });

/** What only an institutional claim says. */
export const institutionalRecord = z.object({
  /** Facility type and frequency, as on a UB-04 without its leading zero. */
  billType: z.string(),
  /** `from/to`. */
  statementPeriod: optional,
  admissionDate: optional,
  dischargeHour: optional,
  admissionType: optional,
  admissionSource: optional,
  patientStatus: optional,
  drg: optional,
  principalDiagnosis: diagnosisRecord.optional(),
  admittingDiagnosis: optional,
  otherDiagnoses: z.array(diagnosisRecord),
  externalCauses: z.array(diagnosisRecord),
  reasonsForVisit: z.array(z.string()),
  principalProcedure: datedCodeRecord.optional(),
  otherProcedures: z.array(datedCodeRecord),
  occurrences: z.array(datedCodeRecord),
  /** Dates are `from/to`. */
  occurrenceSpans: z.array(datedCodeRecord),
  values: z.array(z.object({ code: z.string(), amountCents: cents })),
  conditions: z.array(z.string()),
  treatmentCodes: z.array(z.string()),
  patientEstimatedDueCents: cents.optional(),
});

/** What only a dental claim says. */
export const dentalRecord = z.object({
  serviceDate: optional,
  accidentDate: optional,
  appliancePlacementDate: optional,
  orthodontics: z.object({ months: optional, remainingMonths: optional, description: optional }).optional(),
  toothStatuses: z.array(z.object({ tooth: z.string(), status: z.string() })),
  /** Asks what would be paid, before the service (CLM19). */
  predetermination: z.boolean(),
  predeterminationNumber: optional,
});

/** What only a dental line says. */
export const dentalLineRecord = z.object({
  oralCavity: z.array(z.string()),
  /** I the first, R a replacement. */
  prosthesis: optional,
  teeth: z.array(z.object({ tooth: z.string(), surfaces: z.array(z.string()) })),
  priorPlacementDate: optional,
  appliancePlacementDate: optional,
  replacementDate: optional,
  treatmentStartDate: optional,
  treatmentCompletionDate: optional,
});

export const claimLineRecord = z.object({
  lineNo: z.int(),
  lineControlNumber: optional,
  /** An institutional line may have none. */
  procedure: procedureRecord.optional(),
  revenueCode: optional,
  placeOfService: optional,
  chargeCents: cents,
  nonCoveredCents: cents.optional(),
  unit: optional,
  quantity: optional,
  /** A date, or `from/to`. */
  serviceDate: optional,
  diagnosisPointers: z.array(z.int()),
  drug: z.object({ ndc: optional, quantity: optional, unit: optional }).optional(),
  /** Those that differ from the claim's. */
  providers: z.array(providerRecord),
  dental: dentalLineRecord.optional(),
});

export const claimRecord = z.object({
  type: z.literal('837.claim'),
  kind: z.enum(['professional', 'institutional', 'dental']),
  patientControlNumber: z.string(),
  chargeCents: cents,
  frequency: z.string(),
  placeOfService: optional,
  payerClaimNumber: optional,
  clearinghouseNumber: optional,
  priorAuthorization: optional,
  referralNumber: optional,
  /** In order: the principal one first. */
  diagnoses: z.array(z.string()),
  billingProvider: z.object({ npi: optional, name: optional, taxId: optional }),
  subscriber: partyRecord,
  /** The dependent, when the patient is not the subscriber. */
  patient: partyRecord.optional(),
  relationship: optional,
  payer: partyRecord,
  payerSequence: optional,
  filingIndicator: optional,
  /** Referring, rendering, attending and so on (loops 2310). */
  providers: z.array(providerRecord),
  institutional: institutionalRecord.optional(),
  dental: dentalRecord.optional(),
  otherPayers: z.array(z.object({ id: optional, name: optional, paidCents: cents.optional() })),
  lines: z.array(claimLineRecord),
  origin,
});

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

export const providerAdjustmentRecord = z.object({
  providerId: z.string(),
  fiscalDate: optional,
  code: z.string(),
  reference: optional,
  amountCents: cents,
});

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

export const claimStatusRecord = z.object({
  category: z.string(),
  status: z.string(),
  entity: optional,
  date: optional,
  action: optional,
  chargeCents: cents.optional(),
  text: optional,
});

export const claimAckRecord = z.object({
  type: z.literal('277ca.claim'),
  patientControlNumber: optional,
  statuses: z.array(claimStatusRecord),
  payerClaimNumber: optional,
  clearinghouseNumber: optional,
  serviceDate: optional,
  /** Who reports: entity code of loop 2100A (AY clearinghouse, PR payer) with name and id. */
  source: z.object({ entity: optional, name: optional, id: optional }),
  lines: z.array(
    z.object({
      lineControlNumber: optional,
      procedure: procedureRecord.optional(),
      chargeCents: cents.optional(),
      statuses: z.array(claimStatusRecord),
    }),
  ),
  origin,
});

export const ackErrorRecord = z.object({
  segmentId: optional,
  /** Ordinal of the faulty segment in the acknowledged set, ST = 1. */
  position: z.int().optional(),
  loop: optional,
  segmentCode: optional,
  element: z.int().optional(),
  component: z.int().optional(),
  repetition: z.int().optional(),
  elementCode: optional,
});

export const ackTransactionRecord = z.object({
  type: z.enum(['999.transaction', '997.transaction']),
  /** Group number (AK102) and type of the acknowledged file. */
  ackGs01: z.string(),
  ackGs06: z.string(),
  st01: z.string(),
  st02: z.string(),
  result: z.string(),
  codes: z.array(z.string()),
  errors: z.array(ackErrorRecord),
  origin,
});

export const ackGroupRecord = z.object({
  type: z.enum(['999.group', '997.group']),
  gs01: z.string(),
  gs06: z.string(),
  result: z.string(),
  included: z.int(),
  received: z.int(),
  accepted: z.int(),
  codes: z.array(z.string()),
  origin,
});

export const ta1Record = z.object({
  type: z.literal('ta1'),
  /** The acknowledged interchange (TA101). */
  isa13: z.string(),
  date: optional,
  time: optional,
  result: z.string(),
  note: z.string(),
  origin,
});

export const segmentsRecord = z.object({ type: z.literal('segments'), st01: z.string(), count: z.int(), origin });

export const summaryRecord = z.object({
  type: z.literal('summary'),
  interchanges: z.int(),
  groups: z.int(),
  transactions: z.int(),
  segments: z.int(),
  claims: z.int(),
  remits: z.int(),
  issues: z.int(),
});

export type OriginRecord = z.output<typeof origin>;
export type InterchangeRecord = z.output<typeof interchangeRecord>;
export type GroupRecord = z.output<typeof groupRecord>;
export type TransactionRecord = z.output<typeof transactionRecord>;
export type AdjustmentRecord = z.output<typeof adjustmentRecord>;
export type ProcedureRecord = z.output<typeof procedureRecord>;
export type PartyRecord = z.output<typeof partyRecord>;
export type ClaimRecord = z.output<typeof claimRecord>;
export type ProviderRecord = z.output<typeof providerRecord>;
export type DiagnosisRecord = z.output<typeof diagnosisRecord>;
export type DatedCodeRecord = z.output<typeof datedCodeRecord>;
export type InstitutionalRecord = z.output<typeof institutionalRecord>;
export type DentalRecord = z.output<typeof dentalRecord>;
export type DentalLineRecord = z.output<typeof dentalLineRecord>;
export type ClaimLineRecord = z.output<typeof claimLineRecord>;
export type PaymentLineRecord = z.output<typeof paymentLineRecord>;
export type ClaimPaymentRecord = z.output<typeof claimPaymentRecord>;
export type ProviderAdjustmentRecord = z.output<typeof providerAdjustmentRecord>;
export type PaymentRecord = z.output<typeof paymentRecord>;
export type ClaimStatusRecord = z.output<typeof claimStatusRecord>;
export type ClaimAckRecord = z.output<typeof claimAckRecord>;
export type AckErrorRecord = z.output<typeof ackErrorRecord>;
export type AckTransactionRecord = z.output<typeof ackTransactionRecord>;
export type AckGroupRecord = z.output<typeof ackGroupRecord>;
export type Ta1Record = z.output<typeof ta1Record>;
export type SegmentsRecord = z.output<typeof segmentsRecord>;
export type SummaryRecord = z.output<typeof summaryRecord>;
