/** The professional claim (837P): office visits, therapy, laboratory, ambulance, equipment. */
import { z } from 'zod';
import {
  checkLineNumbers,
  commonClaim,
  diagnosisPointers,
  icdCode,
  icdVersion,
  modifiers,
  numberLines,
  officeClaim,
} from './claim-common.ts';
import {
  attachment,
  contract,
  drugOrSupply,
  lineAdjudication,
  otherPayer,
  payerNumber,
  pricing,
} from './claim-facts.ts';
import {
  facility,
  lineFacility,
  linePractitioner,
  lineProvider,
  lineReferrer,
  mspType,
  orderingProvider,
  payerAssignedIds,
  personIds,
  placeIds,
  practitioner,
  professionalDependent,
  professionalSubscriber,
  provider,
  providerIds,
  purchasedServiceProvider,
  referrer,
} from './claim-parties.ts';
import { address, amount, code, datePeriod, isoDate, percent, quantity, telephone, text, yesNo } from './fields.ts';
import { sparse } from './sparse.ts';

/** The work done: CPT or HCPCS code and modifiers; other code systems by agreement with the payer. */
export const procedure = z.strictObject({
  system: z
    .enum(['HCPCS', 'jurisdiction', 'homeInfusion', 'alternative'], {
      error: 'HCPCS, jurisdiction, homeInfusion or alternative',
    })
    .default('HCPCS'),
  code: code(1, 48),
  modifiers,
  description: text(80).optional(),
});

const ambulanceTransport = {
  weightPounds: quantity.optional(),
  /** A nearest facility, B preferred by patient, C nearest to family, D to a specialist, E rehabilitation. */
  reason: z.enum(['A', 'B', 'C', 'D', 'E'], { error: 'A to E' }),
  miles: quantity,
  roundTripPurpose: text(80).optional(),
  stretcherPurpose: text(80).optional(),
};

const AMBULANCE_CONDITION = { error: '01, 04, 05, 06, 07, 08, 09 or 12' };
const ambulanceCertifications = z
  .array(
    z.strictObject({
      applies: yesNo.default(true),
      conditions: z
        .array(z.enum(['01', '04', '05', '06', '07', '08', '09', '12'], AMBULANCE_CONDITION))
        .min(1, { error: 'at least one condition' })
        .max(5, { error: 'at most 5 conditions' }),
    }),
  )
  .max(3, { error: 'at most 3 certifications' })
  .default([]);

const dropOff = z.strictObject({ name: text(60).optional(), address });

const referralConditions = z
  .array(z.enum(['AV', 'NU', 'S2', 'ST'], { error: 'AV, NU, S2 or ST' }))
  .min(1, { error: 'at least one condition' })
  .max(3, { error: 'at most 3 conditions' });

/** Answers on a form such as a certificate of medical necessity (LQ, FRM). */
const form = z.strictObject({
  /** UT: form of a Medicare contractor; AS: form type code. */
  list: z.enum(['AS', 'UT'], { error: 'AS or UT' }),
  code: text(30),
  answers: z
    .array(
      z.strictObject({
        question: text(20),
        answer: z.enum(['Y', 'N', 'W'], { error: 'Y, N or W' }).optional(),
        text: text(50).optional(),
        date: isoDate.optional(),
        percent: percent.optional(),
      }),
    )
    .min(1, { error: 'at least one answer' })
    .max(99, { error: 'at most 99 answers' }),
});

/** Durable medical equipment: days, rent, price (SV5). */
const equipment = z.strictObject({
  procedureCode: code(1, 48),
  days: quantity,
  rental: amount,
  purchase: amount,
  /** 1 weekly, 4 monthly, 6 daily. */
  frequency: z.enum(['1', '4', '6'], { error: '1 (weekly), 4 (monthly) or 6 (daily)' }),
});

const testResult = z.strictObject({
  /** OG original, TR test result. */
  reference: z.enum(['OG', 'TR'], { error: 'OG or TR' }),
  /** HT height, R1 hemoglobin, R2 hematocrit, R3 epoetin starting dosage, R4 creatinine. */
  kind: z.enum(['HT', 'R1', 'R2', 'R3', 'R4'], { error: 'HT or R1 to R4' }),
  value: quantity,
});

const linePricing = z.strictObject({
  ...pricing,
  procedure: z.strictObject({ system: procedure.shape.system, code: code(1, 48) }).optional(),
  unit: z.enum(['UN', 'MJ'], { error: 'UN or MJ' }).optional(),
  quantity: quantity.optional(),
});

/** One service line (loop 2400). */
const lineFields = sparse(
  z.strictObject({
    lineControlNumber: text(30).optional(),
    procedure,
    charge: amount,
    /** UN units, MJ minutes of anaesthesia. */
    unit: z.enum(['UN', 'MJ'], { error: 'UN or MJ' }).default('UN'),
    quantity: quantity.default('1'),
    serviceDate: datePeriod,
    placeOfService: code(2, 2).optional(),
    emergency: yesNo.default(false),
    epsdt: yesNo.default(false),
    familyPlanning: yesNo.default(false),
    copayExempt: yesNo.default(false),
    diagnosisPointers: diagnosisPointers(12).min(1, { error: 'at least one pointer' }).default([1]),
    equipment: equipment.optional(),
    attachments: z.array(attachment).max(10, { error: 'at most 10 attachments' }).default([]),
    /** How the certificate of medical necessity goes: AB, AD, AF, AG, NS. */
    necessityCertificate: z.enum(['AB', 'AD', 'AF', 'AG', 'NS'], { error: 'AB, AD, AF, AG or NS' }).optional(),
    ambulance: z.strictObject(ambulanceTransport).optional(),
    ambulanceCertifications,
    equipmentCertification: z
      .strictObject({
        type: z.enum(['I', 'R', 'S'], { error: 'I (initial), R (renewal) or S (revised)' }),
        months: quantity,
      })
      .optional(),
    hospiceEmployee: yesNo.optional(),
    equipmentConditions: z
      .strictObject({
        applies: yesNo.default(true),
        conditions: z
          .array(z.enum(['38', 'ZV'], { error: '38 or ZV' }))
          .min(1)
          .max(2),
      })
      .optional(),
    prescriptionDate: isoDate.optional(),
    recertificationDate: isoDate.optional(),
    therapyBeginDate: isoDate.optional(),
    lastCertificationDate: isoDate.optional(),
    lastSeenDate: isoDate.optional(),
    hemoglobinTestDate: isoDate.optional(),
    creatinineTestDate: isoDate.optional(),
    shippedDate: isoDate.optional(),
    lastXRayDate: isoDate.optional(),
    initialTreatmentDate: isoDate.optional(),
    patientCount: quantity.optional(),
    obstetricUnits: quantity.optional(),
    testResults: z.array(testResult).max(5, { error: 'at most 5 test results' }).default([]),
    contract: contract.optional(),
    repricedLineNumber: text(50).optional(),
    adjustedRepricedLineNumber: text(50).optional(),
    priorAuthorizations: z.array(payerNumber).max(5, { error: 'at most 5 prior authorizations' }).default([]),
    referrals: z.array(payerNumber).max(5, { error: 'at most 5 referrals' }).default([]),
    mammographyCertification: text(50).optional(),
    cliaNumber: text(50).optional(),
    referringCliaNumber: text(50).optional(),
    immunizationBatch: text(50).optional(),
    salesTax: amount.optional(),
    postage: amount.optional(),
    fixedFormat: z.array(text(80)).max(10, { error: 'at most 10 texts' }).default([]),
    note: z
      .strictObject({ kind: z.enum(['ADD', 'DCP'], { error: 'ADD or DCP' }).default('ADD'), text: text(80) })
      .optional(),
    thirdPartyNote: text(80).optional(),
    purchasedService: z.strictObject({ providerId: text(50), charge: amount }).optional(),
    pricing: linePricing.optional(),
    drug: drugOrSupply.optional(),
    rendering: lineProvider.optional(),
    purchasedServiceProvider: purchasedServiceProvider.optional(),
    facility: lineFacility.optional(),
    supervising: linePractitioner.optional(),
    ordering: orderingProvider.optional(),
    referring: lineReferrer.optional(),
    primaryCare: lineReferrer.optional(),
    pickUp: address.optional(),
    dropOff: dropOff.optional(),
    adjudications: z
      .array(z.strictObject({ ...lineAdjudication, procedure: procedure.optional() }))
      .max(15, { error: 'at most 15 decisions' })
      .default([]),
    forms: z.array(form).default([]),
  }),
);

type Procedure = z.output<typeof procedure>;

/** The line's procedure as another payer decided on it, where the caller names no other. */
function asDecided({ description: _description, ...rest }: Procedure): Procedure {
  return rest;
}

/** A line whose decisions name what they decided on. */
const professionalLine = lineFields.transform((line) => ({
  // Its place is kept for its number: objects that are given a field later differ in shape, and are slow to read.
  lineControlNumber: undefined,
  ...line,
  adjudications: line.adjudications.map((one) => ({ ...one, procedure: one.procedure ?? asDecided(line.procedure) })),
}));

const VISION_CONDITION = { error: 'L1 to L5' };

/** Another payer, with the numbers that providers have there. */
const professionalOtherPayer = z.strictObject({
  ...otherPayer,
  mspType: mspType.optional(),
  signedByProvider: yesNo.default(false),
  referringIds: personIds,
  primaryCareIds: personIds,
  renderingIds: providerIds,
  /** Whether the rendering provider is an organization there, and the billing provider a person. */
  renderingOrganization: yesNo.default(false),
  facilityIds: placeIds,
  supervisingIds: providerIds,
  billingIds: payerAssignedIds,
  billingPerson: yesNo.default(false),
});

const claimFields = z.strictObject({
  kind: z.literal('professional', { error: 'professional' }).default('professional'),
  ...commonClaim,
  ...officeClaim,
  /** Where to pay to; of a person or not, as the billing provider is unless said. */
  payToAddress: address.extend({ person: yesNo.optional() }).optional(),
  subscriber: professionalSubscriber,
  dependent: professionalDependent.optional(),
  specialProgram: z.enum(['02', '03', '05', '09'], { error: '02, 03, 05 or 09' }).optional(),
  icdVersion,
  diagnoses: z.array(icdCode).min(1, { error: 'at least one diagnosis' }).max(12, { error: 'at most 12 diagnoses' }),
  /** Procedures that anaesthesia was given for. */
  anesthesiaProcedures: z.array(code(1, 30)).max(2, { error: 'at most 2 procedures' }).default([]),
  conditionCodes: z.array(code(2, 2)).max(24, { error: 'at most 24 condition codes' }).default([]),
  onsetDate: isoDate.optional(),
  initialTreatmentDate: isoDate.optional(),
  lastSeenDate: isoDate.optional(),
  acuteManifestationDate: isoDate.optional(),
  lastMenstrualPeriodDate: isoDate.optional(),
  lastXRayDate: isoDate.optional(),
  prescriptionDate: isoDate.optional(),
  /** Disability: its first day, its last day, or both. */
  disability: z
    .strictObject({ from: isoDate.optional(), to: isoDate.optional() })
    .refine(({ from, to }) => (from ?? to) !== undefined, { error: 'from, to or both', path: ['from'] })
    .optional(),
  lastWorkedDate: isoDate.optional(),
  returnToWorkDate: isoDate.optional(),
  admissionDate: isoDate.optional(),
  dischargeDate: isoDate.optional(),
  assumedCareDate: isoDate.optional(),
  relinquishedCareDate: isoDate.optional(),
  firstContactDate: isoDate.optional(),
  repricerReceivedDate: isoDate.optional(),
  /** Whether Medicare hands the claim on (section 4081). */
  medicareCrossover: yesNo.optional(),
  mammographyCertification: text(50).optional(),
  cliaNumber: text(50).optional(),
  investigationalDevice: text(50).optional(),
  medicalRecordNumber: text(50).optional(),
  demonstrationProject: text(50).optional(),
  carePlanOversight: text(50).optional(),
  note: z
    .strictObject({
      kind: z.enum(['ADD', 'CER', 'DCP', 'DGN', 'TPO'], { error: 'ADD, CER, DCP, DGN or TPO' }).default('ADD'),
      text: text(80),
    })
    .optional(),
  ambulance: z.strictObject(ambulanceTransport).optional(),
  ambulanceCertifications,
  pickUp: address.optional(),
  dropOff: dropOff.optional(),
  spinal: z
    .strictObject({
      condition: z.enum(['A', 'C', 'D', 'E', 'F', 'G', 'M'], { error: 'A, C, D, E, F, G or M' }),
      descriptions: z.array(text(80)).max(2, { error: 'at most 2 descriptions' }).default([]),
    })
    .optional(),
  vision: z
    .array(
      z.strictObject({
        /** E1 lenses, E2 contact lenses, E3 frames. */
        category: z.enum(['E1', 'E2', 'E3'], { error: 'E1, E2 or E3' }),
        applies: yesNo.default(true),
        conditions: z
          .array(z.enum(['L1', 'L2', 'L3', 'L4', 'L5'], VISION_CONDITION))
          .min(1)
          .max(5),
      }),
    )
    .max(3, { error: 'at most 3' })
    .default([]),
  homebound: yesNo.default(false),
  epsdtReferral: z.strictObject({ given: yesNo, conditions: referralConditions }).optional(),
  referring: referrer.optional(),
  primaryCare: referrer.optional(),
  rendering: provider.optional(),
  supervising: practitioner.optional(),
  facility: facility.extend({ contact: telephone.optional() }).optional(),
  otherPayers: z.array(professionalOtherPayer).max(10, { error: 'at most 10 other payers' }).default([]),
  lines: z
    .array(professionalLine)
    .min(1, { error: 'at least one service line' })
    .max(50, { error: 'at most 50 service lines' }),
});

/** A professional claim. Amounts are decimal in JSON and cents inside. */
export const professionalClaim = sparse(claimFields.check(checkLineNumbers)).transform((one) => ({
  ...one,
  lines: numberLines(one.lines),
}));

export type ProfessionalClaim = z.output<typeof professionalClaim>;
export type ProfessionalClaimInput = z.input<typeof professionalClaim>;
export type ProfessionalLine = ProfessionalClaim['lines'][number];
