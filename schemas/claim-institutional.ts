/** The institutional claim (837I): hospital, nursing facility, home health, hospice. */
import { z } from 'zod';
import { checkLineNumbers, commonClaim, icdCode, icdVersion, modifiers, numberLines } from './claim-common.ts';
import { attachment, claimPricing, drug, lineAdjudication, otherPayer, pricing } from './claim-facts.ts';
import {
  facility,
  institutionalBillingProvider,
  institutionalDependent,
  institutionalSubscriber,
  linePractitioner,
  lineReferrer,
  payerAssignedIds,
  personIds,
  placeIds,
  practitioner,
  providerIds,
  referrer,
  taxonomy,
} from './claim-parties.ts';
import { amount, code, datePeriod, isoDate, period, quantity, text } from './fields.ts';
import { sparse } from './sparse.ts';

const BILL_TYPE = { error: 'a bill type of three digits such as 111' };

/** Type of bill: facility, kind of care, frequency; a leading zero is dropped. */
const billType = z
  .string(BILL_TYPE)
  .transform((value) =>
    value
      .trim()
      .toUpperCase()
      .replace(/^0(?=...$)/, ''),
  )
  .refine((value) => /^[1-9][0-9][0-9A-Z]$/.test(value), BILL_TYPE);

const HOUR = 'an hour and minute as HH:MM';
const hour = z.string({ error: HOUR }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: HOUR });

const DAY_HOUR = 'a date as YYYY-MM-DD, or with its hour as YYYY-MM-DDTHH:MM';
const dayHour = z
  .string({ error: DAY_HOUR })
  .regex(/^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?$/, { error: DAY_HOUR });

/** A diagnosis with whether it was present on admission (Y, N, U unknown, W undetermined). */
const admittedDiagnosis = z.strictObject({
  code: icdCode,
  presentOnAdmission: z.enum(['Y', 'N', 'U', 'W'], { error: 'Y, N, U or W' }).optional(),
});

const datedProcedure = z.strictObject({ code: icdCode, date: isoDate });
const nubcCode = code(2, 2);
const upTo = (most: number, what: string) => ({ error: `at most ${most} ${what}` });

const SYSTEM = { error: 'HCPCS, HIPPS, jurisdiction, homeInfusion or alternative' };

/** The work done: HCPCS with modifiers, or a HIPPS rate. */
const procedure = z.strictObject({
  system: z.enum(['HCPCS', 'HIPPS', 'jurisdiction', 'homeInfusion', 'alternative'], SYSTEM).default('HCPCS'),
  code: code(1, 48),
  modifiers,
  description: text(80).optional(),
});
type Procedure = z.output<typeof procedure>;

const REVENUE_CODE = { error: 'a revenue code of four digits' };
const revenueCode = z
  .string(REVENUE_CODE)
  .transform((value) => value.trim().padStart(4, '0'))
  .refine((value) => /^[0-9]{4}$/.test(value), REVENUE_CODE);

/** DA days, UN units. */
const unit = z.enum(['DA', 'UN'], { error: 'DA or UN' });

const lineFields = sparse(
  z.strictObject({
    lineControlNumber: text(30).optional(),
    revenueCode,
    procedure: procedure.optional(),
    charge: amount,
    unit: unit.default('UN'),
    quantity: quantity.default('1'),
    nonCovered: amount.optional(),
    serviceDate: datePeriod.optional(),
    attachments: z.array(attachment).max(10, upTo(10, 'attachments')).default([]),
    repricedLineNumber: text(50).optional(),
    adjustedRepricedLineNumber: text(50).optional(),
    serviceTax: amount.optional(),
    facilityTax: amount.optional(),
    thirdPartyNote: text(80).optional(),
    pricing: z
      .strictObject({
        ...pricing,
        revenueCode: revenueCode.optional(),
        procedure: z.strictObject({ system: procedure.shape.system, code: code(1, 48) }).optional(),
        unit: unit.optional(),
        quantity: quantity.optional(),
      })
      .optional(),
    drug: drug.optional(),
    operating: linePractitioner.optional(),
    otherOperating: linePractitioner.optional(),
    rendering: linePractitioner.optional(),
    referring: lineReferrer.optional(),
    adjudications: z
      .array(
        z.strictObject({ ...lineAdjudication, procedure: procedure.optional(), revenueCode: revenueCode.optional() }),
      )
      .max(15, upTo(15, 'decisions'))
      .default([]),
  }),
);

/** The line's procedure as another payer decided on it, where the caller names no other. */
function asDecided(own: Procedure | undefined): Procedure | undefined {
  if (own === undefined) return undefined;
  const { description: _description, ...rest } = own;
  return rest;
}

/** A line (loop 2400) whose decisions name what they decided on. */
const institutionalLine = lineFields.transform((line) => ({
  // Its place is kept for its number: objects that are given a field later differ in shape, and are slow to read.
  lineControlNumber: undefined,
  ...line,
  adjudications: line.adjudications.map((one) => ({
    ...one,
    procedure: one.procedure ?? asDecided(line.procedure),
    revenueCode: one.revenueCode ?? line.revenueCode,
  })),
}));

/** Inpatient adjudication of another payer (MIA). */
const inpatient = z.strictObject({
  coveredDays: quantity,
  psychiatricDays: quantity.optional(),
  drgAmount: amount.optional(),
  remarks: z.array(text(50)).max(5, upTo(5, 'remark codes')).default([]),
  disproportionateShare: amount.optional(),
  mspPassThrough: amount.optional(),
  ppsCapital: amount.optional(),
  fspDrg: amount.optional(),
  hspDrg: amount.optional(),
  dshDrg: amount.optional(),
  oldCapital: amount.optional(),
  imeCapital: amount.optional(),
  hspOperating: amount.optional(),
  costReportDays: quantity.optional(),
  fspOperating: amount.optional(),
  ppsDrg: amount.optional(),
  indirectTeaching: amount.optional(),
  professionalComponent: amount.optional(),
  capitalException: amount.optional(),
});

/** Another payer, with the numbers that providers have there. */
const institutionalOtherPayer = z.strictObject({
  ...otherPayer,
  inpatient: inpatient.optional(),
  attendingIds: providerIds,
  operatingIds: providerIds,
  otherOperatingIds: providerIds,
  facilityIds: placeIds,
  renderingIds: providerIds,
  referringIds: personIds,
  billingIds: payerAssignedIds,
});

const stay = {
  billType,
  statementPeriod: period,
  admissionDate: dayHour.optional(),
  dischargeHour: hour.optional(),
  /** Priority of the admission (CL101), where it came from (CL102), how it ended (CL103). */
  admissionType: code(1, 1),
  admissionSource: code(1, 1).optional(),
  patientStatus: code(2, 2),
};

const institutionalCodes = {
  icdVersion,
  principalDiagnosis: admittedDiagnosis,
  admittingDiagnosis: icdCode.optional(),
  reasonsForVisit: z.array(icdCode).max(3, upTo(3, 'reasons')).default([]),
  externalCauses: z.array(admittedDiagnosis).max(12, upTo(12, 'causes')).default([]),
  otherDiagnoses: z.array(admittedDiagnosis).max(24, upTo(24, 'other diagnoses')).default([]),
  drg: code(1, 4).optional(),
  /** Of ICD, or of the Advanced Billing Concepts. */
  principalProcedure: datedProcedure
    .extend({ list: z.enum(['ICD', 'ABC'], { error: 'ICD or ABC' }).default('ICD') })
    .optional(),
  otherProcedures: z.array(datedProcedure).max(24, upTo(24, 'other procedures')).default([]),
  occurrences: z
    .array(z.strictObject({ code: nubcCode, date: isoDate }))
    .max(24, upTo(24, 'occurrences'))
    .default([]),
  occurrenceSpans: z
    .array(z.strictObject({ code: nubcCode, from: isoDate, to: isoDate }))
    .max(24, upTo(24, 'occurrence spans'))
    .default([]),
  valueCodes: z
    .array(z.strictObject({ code: nubcCode, amount }))
    .max(24, upTo(24, 'value codes'))
    .default([]),
  conditionCodes: z.array(nubcCode).max(24, upTo(24, 'condition codes')).default([]),
  treatmentCodes: z.array(text(30)).max(24, upTo(24, 'treatment codes')).default([]),
};

const NOTE_KINDS = [
  'ALG',
  'DCP',
  'DGN',
  'DME',
  'MED',
  'NTR',
  'ODT',
  'RHB',
  'RLH',
  'RNH',
  'SET',
  'SFM',
  'SPT',
  'UPI',
] as const;

const claimFields = z.strictObject({
  kind: z.literal('institutional', { error: 'institutional' }),
  ...commonClaim,
  ...stay,
  ...institutionalCodes,
  billingProvider: institutionalBillingProvider,
  subscriber: institutionalSubscriber,
  dependent: institutionalDependent.optional(),
  repricerReceivedDate: isoDate.optional(),
  patientEstimatedDue: amount.optional(),
  investigationalDevices: z.array(text(50)).max(5, upTo(5, 'devices')).default([]),
  autoAccidentState: code(2, 2).optional(),
  medicalRecordNumber: text(50).optional(),
  demonstrationProject: text(50).optional(),
  peerReviewNumber: text(50).optional(),
  notes: z
    .array(z.strictObject({ kind: z.enum(NOTE_KINDS, { error: NOTE_KINDS.join(', ') }), text: text(80) }))
    .max(10, upTo(10, 'notes'))
    .default([]),
  billingNote: text(80).optional(),
  epsdtReferral: z
    .strictObject({
      given: z.boolean({ error: 'true or false' }),
      conditions: z
        .array(z.enum(['AV', 'NU', 'S2', 'ST'], { error: 'AV, NU, S2 or ST' }))
        .min(1)
        .max(3),
    })
    .optional(),
  pricing: claimPricing
    .extend({ revenueCode: revenueCode.optional(), unit: unit.optional(), quantity: quantity.optional() })
    .optional(),
  attending: practitioner.extend({ taxonomy: taxonomy.optional() }).optional(),
  operating: practitioner.optional(),
  otherOperating: practitioner.optional(),
  rendering: practitioner.optional(),
  facility: facility.optional(),
  referring: referrer.optional(),
  otherPayers: z.array(institutionalOtherPayer).max(10, upTo(10, 'other payers')).default([]),
  lines: z
    .array(institutionalLine)
    .min(1, { error: 'at least one service line' })
    .max(999, { error: 'at most 999 service lines' }),
});

/** An institutional claim. Amounts are decimal in JSON and cents inside. */
export const institutionalClaim = sparse(claimFields.check(checkLineNumbers)).transform((one) => ({
  ...one,
  lines: numberLines(one.lines),
}));

export type InstitutionalClaim = z.output<typeof institutionalClaim>;
export type InstitutionalClaimInput = z.input<typeof institutionalClaim>;
export type InstitutionalLine = InstitutionalClaim['lines'][number];
