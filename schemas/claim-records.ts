/** A claim (837P, 837I, 837D) as a record. */
import { z } from 'zod';
import { cents, optional, origin, partyRecord, procedureRecord } from './record-parts.ts';

/** A party of a claim (NM1): `entity` tells its part (82 rendering, 71 attending, 72 operating, 77 facility ...). */
export const providerRecord = partyRecord.extend({ taxonomy: optional });

/** A diagnosis with whether it was present on admission (Y, N, U, W). */
export const diagnosisRecord = z.object({ code: z.string(), presentOnAdmission: optional });
/** A code with its date: a procedure, an occurrence. */
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

/** A service line (loop 2400). */
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

/** A claim (loop 2300) with whom it concerns; `institutional` and `dental` hold what only these kinds say. */
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

export type ProviderRecord = z.output<typeof providerRecord>;
export type DiagnosisRecord = z.output<typeof diagnosisRecord>;
export type DatedCodeRecord = z.output<typeof datedCodeRecord>;
export type InstitutionalRecord = z.output<typeof institutionalRecord>;
export type DentalRecord = z.output<typeof dentalRecord>;
export type DentalLineRecord = z.output<typeof dentalLineRecord>;
export type ClaimRecord = z.output<typeof claimRecord>;
export type ClaimLineRecord = z.output<typeof claimLineRecord>;
