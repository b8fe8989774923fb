/** What an 835 says of payments, claims and lines, all of it. */
import { z } from 'zod';
import { adjustmentRecord, cents, optional, origin, partyRecord, procedureRecord } from './record-parts.ts';

/** A REF. */
export const referenceRecord = z.object({ qualifier: z.string(), value: z.string() });
/** An AMT. */
export const qualifiedAmountRecord = z.object({ qualifier: z.string(), amountCents: cents });
/** A QTY. */
export const qualifiedQuantityRecord = z.object({ qualifier: z.string(), quantity: z.string() });
/** A DTM. */
export const qualifiedDateRecord = z.object({ qualifier: z.string(), date: z.string() });

/** A place (N3, N4). */
export const addressRecord = z.object({
  line1: optional,
  line2: optional,
  city: optional,
  state: optional,
  zip: optional,
  country: optional,
  subdivision: optional,
});
/** A contact (PER): CX business, BL technical, IC web site. */
export const contactRecord = z.object({
  function: z.string(),
  name: optional,
  numbers: z.array(z.object({ qualifier: z.string(), number: z.string() })),
});

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

/** What an inpatient claim was paid by (MIA); remarks are MIA05, then MIA20 to MIA23. */
export const inpatientRecord = z.object({
  coveredDays: optional,
  outlierCents: cents.optional(),
  psychiatricDays: optional,
  drgAmountCents: cents.optional(),
  /** MIA05. */
  remark: optional,
  disproportionateShareCents: cents.optional(),
  mspPassThroughCents: cents.optional(),
  ppsCapitalCents: cents.optional(),
  fspDrgCents: cents.optional(),
  hspDrgCents: cents.optional(),
  dshDrgCents: cents.optional(),
  oldCapitalCents: cents.optional(),
  imeCapitalCents: cents.optional(),
  hspOperatingCents: cents.optional(),
  costReportDays: optional,
  fspOperatingCents: cents.optional(),
  ppsDrgCents: cents.optional(),
  indirectTeachingCents: cents.optional(),
  professionalComponentCents: cents.optional(),
  /** MIA20 to MIA23. */
  remarks: z.array(z.string()).optional(),
  capitalExceptionCents: cents.optional(),
});

/** What an outpatient claim was paid by (MOA). */
export const outpatientRecord = z.object({
  /** MOA01, a decimal. */
  rate: optional,
  hcpcsPayableCents: cents.optional(),
  /** MOA03 to MOA07. */
  remarks: z.array(z.string()).optional(),
  esrdPaidCents: cents.optional(),
  professionalComponentCents: cents.optional(),
});

/** A claim payment (loop 2100). */
export const claimPaymentRecord = z.object({
  type: z.literal('835.claim'),
  /** LX01 of the loop 2000 that the claim stands in. */
  headerNumber: z.int().optional(),
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
  drgWeight: optional,
  dischargeFraction: optional,
  patient: partyRecord.optional(),
  insured: partyRecord.optional(),
  correctedInsured: partyRecord.optional(),
  serviceProvider: partyRecord.optional(),
  crossoverPayer: partyRecord.optional(),
  priorityPayer: partyRecord.optional(),
  otherSubscriber: partyRecord.optional(),
  adjustments: z.array(adjustmentRecord),
  inpatient: inpatientRecord.optional(),
  outpatient: outpatientRecord.optional(),
  /** All remark codes of MIA and MOA. */
  remarks: z.array(z.string()),
  contacts: z.array(contactRecord).optional(),
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

/** An account that money leaves or comes to (BPR06 to BPR09, BPR12 to BPR15). */
export const bankAccountRecord = z.object({
  bankQualifier: optional,
  bank: optional,
  accountQualifier: optional,
  account: optional,
});

/** What a provider's claims of one LX come to (TS3, TS2), as Medicare sums them up. */
export const providerSummaryRecord = z.object({
  /** LX01. */
  headerNumber: z.int().optional(),
  summary: z
    .object({
      providerId: optional,
      facility: optional,
      fiscalDate: optional,
      claims: optional,
      chargeCents: cents.optional(),
      mspPayerCents: cents.optional(),
      nonLabCents: cents.optional(),
      hcpcsReportableCents: cents.optional(),
      hcpcsPayableCents: cents.optional(),
      professionalComponentCents: cents.optional(),
      mspPatientCents: cents.optional(),
      patientReimbursementCents: cents.optional(),
      pipClaims: optional,
      pipAdjustmentCents: cents.optional(),
    })
    .optional(),
  supplement: z
    .object({
      drgAmountCents: cents.optional(),
      federalAmountCents: cents.optional(),
      hospitalAmountCents: cents.optional(),
      disproportionateShareCents: cents.optional(),
      capitalCents: cents.optional(),
      indirectEducationCents: cents.optional(),
      outlierDays: optional,
      dayOutlierCents: cents.optional(),
      costOutlierCents: cents.optional(),
      averageStay: optional,
      discharges: optional,
      costReportDays: optional,
      coveredDays: optional,
      nonCoveredDays: optional,
      mspPassThroughCents: cents.optional(),
      averageWeight: optional,
      ppsCapitalFspCents: cents.optional(),
      ppsCapitalHspCents: cents.optional(),
      ppsDshDrgCents: cents.optional(),
    })
    .optional(),
});

/** A whole payment: an 835 set without its claims. */
export const paymentRecord = z.object({
  type: z.literal('835.payment'),
  handling: z.string(),
  amountCents: cents,
  creditDebit: z.string(),
  method: z.string(),
  /** BPR05. */
  format: optional,
  payerAccount: bankAccountRecord.optional(),
  payeeAccount: bankAccountRecord.optional(),
  /** BPR10. */
  originCompany: optional,
  /** BPR11. */
  originSupplemental: optional,
  settlementDate: optional,
  traceNumber: z.string(),
  traceCompany: optional,
  traceSupplemental: optional,
  /** CUR02. */
  currency: optional,
  /** REF*EV. */
  receiverId: optional,
  /** REF*F2. */
  version: optional,
  productionDate: optional,
  payer: z.object({
    name: optional,
    idQualifier: optional,
    /** N104 or, without one, TRN03. */
    id: optional,
    address: addressRecord.optional(),
    references: z.array(referenceRecord).optional(),
    contacts: z.array(contactRecord).optional(),
  }),
  payee: z.object({
    name: optional,
    idQualifier: optional,
    id: optional,
    address: addressRecord.optional(),
    references: z.array(referenceRecord).optional(),
    /** RDM. */
    delivery: z.object({ method: optional, name: optional, number: optional }).optional(),
  }),
  providerSummaries: z.array(providerSummaryRecord).optional(),
  providerAdjustments: z.array(providerAdjustmentRecord),
  claims: z.int(),
  /** Sum of CLP04 over the set's claims. */
  claimPaidCents: cents,
  origin,
});

export type ReferenceRecord = z.output<typeof referenceRecord>;
export type AddressRecord = z.output<typeof addressRecord>;
export type ContactRecord = z.output<typeof contactRecord>;
export type PaymentLineRecord = z.output<typeof paymentLineRecord>;
export type InpatientRecord = z.output<typeof inpatientRecord>;
export type OutpatientRecord = z.output<typeof outpatientRecord>;
export type ClaimPaymentRecord = z.output<typeof claimPaymentRecord>;
export type ProviderAdjustmentRecord = z.output<typeof providerAdjustmentRecord>;
export type BankAccountRecord = z.output<typeof bankAccountRecord>;
export type ProviderSummaryRecord = z.output<typeof providerSummaryRecord>;
export type PaymentRecord = z.output<typeof paymentRecord>;
