/** The claim object: a professional claim in a biller's words. Loops and qualifiers are Claimwire's business, not the caller's. */
import { z } from 'zod';
import { address, amount, code, contact, datePeriod, isoDate, npi, personName, quantity, text } from './fields.ts';

/** Relationship of the patient (or of another insured) to the subscriber. */
export const relationship = z.enum(
  ['self', 'spouse', 'child', 'employee', 'organDonor', 'cadaverDonor', 'lifePartner', 'other', 'unknown'],
  { error: 'self, spouse, child, employee, organDonor, cadaverDonor, lifePartner, other or unknown' },
);

const sex = z.enum(['F', 'M', 'U'], { error: 'F, M or U' });
const yesNo = z.boolean({ error: 'true or false' });

/** Further ids of a provider: 0B state license, 1G UPIN, G2 the payer's own number, LU location number. */
const secondaryIds = z
  .array(z.strictObject({ qualifier: z.enum(['0B', '1G', 'G2', 'LU'], { error: '0B, 1G, G2 or LU' }), id: text(50) }))
  .default([]);

/** Further ids of a payer: 2U payer id, EI tax id, FY claim office, NF NAIC code. */
const payerIds = z
  .array(z.strictObject({ qualifier: z.enum(['2U', 'EI', 'FY', 'NF'], { error: '2U, EI, FY or NF' }), id: text(50) }))
  .default([]);

/** ICD-10-CM code; the point is dropped. */
const diagnosis = z
  .string({ error: 'a diagnosis code such as J06.9' })
  .transform((value) => value.replaceAll('.', '').trim().toUpperCase())
  .refine((value) => /^[A-Z0-9]{3,8}$/.test(value), { error: 'a diagnosis code such as J06.9' });

/** A provider: a person (`lastName`, `firstName`) or an organisation (`organizationName`). */
const providerIdentity = {
  npi: npi.optional(),
  lastName: text(60).optional(),
  firstName: text(35).optional(),
  middleName: text(25).optional(),
  suffix: text(10).optional(),
  organizationName: text(60).optional(),
  taxonomy: z
    .string()
    .regex(/^[0-9]{3}[0-9A-Z]{6}X$/, { error: 'a taxonomy code of ten characters that ends in X' })
    .optional(),
  secondaryIds,
};

const oneName = (value: { lastName?: string | undefined; organizationName?: string | undefined }) =>
  (value.lastName === undefined) !== (value.organizationName === undefined);
const ONE_NAME = { error: 'either lastName (a person) or organizationName', path: ['lastName'] };

/** A provider named on a claim or a line. */
export const provider = z.strictObject(providerIdentity).refine(oneName, ONE_NAME);

/** A place: service facility, ambulance pick-up or drop-off. */
export const facility = z.strictObject({ ...providerIdentity, address }).refine(oneName, ONE_NAME);

/** Who bills (loop 2010AA). Tax id by `taxId` (EIN) or `ssn`, nine digits. */
export const billingProvider = z
  .strictObject({
    ...providerIdentity,
    taxId: z.string().transform((value) => value.replace('-', '')).pipe(z.string().regex(/^\d{9}$/, { error: 'nine digits' })).optional(), // biome-ignore format: one thought
    ssn: z.string().transform((value) => value.replaceAll('-', '')).pipe(z.string().regex(/^\d{9}$/, { error: 'nine digits' })).optional(), // biome-ignore format: one thought
    address,
    contact: contact.optional(),
  })
  .refine(oneName, ONE_NAME)
  .refine((value) => (value.taxId === undefined) !== (value.ssn === undefined), {
    error: 'either taxId or ssn',
    path: ['taxId'],
  });

/** A health plan as destination or as other payer. */
export const payer = z.strictObject({
  id: text(80),
  name: text(60),
  address: address.optional(),
  secondaryIds: payerIds,
});

const person = {
  ...personName.shape,
  birthDate: isoDate.optional(),
  sex: sex.optional(),
  address: address.optional(),
};

/** Payer responsibility sequence (SBR01). */
export const payerSequence = z.enum(['P', 'S', 'T', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'U'], {
  error: 'P, S, T, A to H or U',
});

/** The insured (loops 2000B, 2010BA). */
export const subscriber = z.strictObject({
  ...person,
  memberId: text(80),
  payerSequence: payerSequence.default('P'),
  claimFiling: code(2, 2).default('CI'),
  groupNumber: text(50).optional(),
  groupName: text(60).optional(),
  mspType: z
    .enum(['12', '13', '14', '15', '16', '41', '42', '43', '47'], { error: '12 to 16, 41 to 43 or 47' })
    .optional(),
  ssn: z
    .string()
    .regex(/^\d{9}$/, { error: 'nine digits' })
    .optional(),
});

/** The patient when not the subscriber (loops 2000C, 2010CA). */
export const dependent = z.strictObject({ ...person, relationship });

/** One amount taken off a charge (CAS): group, reason, amount, quantity. */
export const adjustment = z.strictObject({
  group: z.enum(['CO', 'CR', 'OA', 'PI', 'PR'], { error: 'CO, CR, OA, PI or PR' }),
  reason: code(1, 5),
  amount,
  quantity: quantity.optional(),
});

/** What another payer decided on a line (loop 2430). */
export const lineAdjudication = z.strictObject({
  payerId: text(80),
  paid: amount,
  paidUnits: quantity.default('1'),
  date: isoDate,
  adjustments: z.array(adjustment).default([]),
  remainingPatient: amount.optional(),
});

/** Another payer of the same claim (loops 2320, 2330A, 2330B). */
export const otherPayer = z.strictObject({
  payer,
  payerSequence,
  claimFiling: code(2, 2).default('CI'),
  relationship: relationship.default('self'),
  insured: z.strictObject({ ...personName.shape, memberId: text(80), address: address.optional() }),
  groupNumber: text(50).optional(),
  groupName: text(60).optional(),
  benefitsAssigned: yesNo.default(true),
  release: z.enum(['Y', 'I'], { error: 'Y or I' }).default('Y'),
  claimNumber: text(50).optional(),
  adjudicationDate: isoDate.optional(),
  paid: amount.optional(),
  nonCovered: amount.optional(),
  remainingPatient: amount.optional(),
  adjustments: z.array(adjustment).default([]),
});

/** The work done: code system, code, modifiers. */
export const procedure = z.strictObject({
  qualifier: z.enum(['HC', 'ER', 'IV', 'WK'], { error: 'HC, ER, IV or WK' }).default('HC'),
  code: code(1, 48),
  modifiers: z.array(code(2, 2)).max(4, { error: 'at most 4 modifiers' }).default([]),
  description: text(80).optional(),
});

/** A drug by its National Drug Code (loop 2410). */
export const drug = z.strictObject({
  ndc: z.string().transform((value) => value.replaceAll('-', '')).pipe(z.string().regex(/^\d{11}$/, { error: 'an NDC of eleven digits' })), // biome-ignore format: one thought
  quantity,
  unit: z.enum(['F2', 'GR', 'ME', 'ML', 'UN'], { error: 'F2, GR, ME, ML or UN' }),
  prescriptionNumber: text(50).optional(),
});

/** One service line (loop 2400). Diagnosis pointers count from 1. */
export const serviceLine = z.strictObject({
  lineControlNumber: text(30).optional(),
  procedure,
  charge: amount,
  unit: z.enum(['UN', 'MJ'], { error: 'UN or MJ' }).default('UN'),
  quantity: quantity.default('1'),
  serviceDate: datePeriod,
  placeOfService: code(2, 2).optional(),
  emergency: yesNo.default(false),
  diagnosisPointers: z.array(z.int().min(1).max(12)).min(1).max(4).default([1]),
  priorAuthorization: text(50).optional(),
  referral: text(50).optional(),
  note: text(80).optional(),
  drug: drug.optional(),
  rendering: provider.optional(),
  ordering: provider.optional(),
  facility: facility.optional(),
  adjudications: z.array(lineAdjudication).max(15).default([]),
});

/** A professional claim (837P). Amounts are decimal in JSON and cents inside. */
export const professionalClaim = z.strictObject({
  kind: z.literal('professional', { error: 'professional' }).default('professional'),
  claimId: text(80).optional(),
  patientControlNumber: z
    .string({ error: 'a patient control number of 1 to 20 characters' })
    .trim()
    .regex(/^[A-Za-z0-9.\-_/ ]{1,20}$/, { error: 'a patient control number of 1 to 20 letters, digits or . - _ /' }),
  purpose: z
    .enum(['charge', 'encounter', 'subrogation'], { error: 'charge, encounter or subrogation' })
    .default('charge'),
  payer,
  billingProvider,
  payToAddress: address.optional(),
  subscriber,
  dependent: dependent.optional(),
  charge: amount,
  placeOfService: code(2, 2),
  frequency: z.enum(['1', '6', '7', '8'], { error: '1 (original), 7 (replacement), 8 (void) or 6' }).default('1'),
  replaces: z.strictObject({ payerClaimNumber: text(50) }).optional(),
  signatureOnFile: yesNo.default(true),
  assignment: z.enum(['A', 'B', 'C'], { error: 'A, B or C' }).default('A'),
  benefitsAssigned: z.enum(['Y', 'N', 'W'], { error: 'Y, N or W' }).default('Y'),
  release: z.enum(['Y', 'I'], { error: 'Y or I' }).default('Y'),
  accident: z
    .strictObject({
      causes: z
        .array(z.enum(['AA', 'EM', 'OA'], { error: 'AA, EM or OA' }))
        .min(1)
        .max(2),
      date: isoDate.optional(),
      state: code(2, 2).optional(),
      country: code(2, 3).optional(),
    })
    .optional(),
  diagnoses: z.array(diagnosis).min(1, { error: 'at least one diagnosis' }).max(12, { error: 'at most 12 diagnoses' }),
  onsetDate: isoDate.optional(),
  initialTreatmentDate: isoDate.optional(),
  admissionDate: isoDate.optional(),
  dischargeDate: isoDate.optional(),
  patientPaid: amount.optional(),
  priorAuthorization: text(50).optional(),
  referral: text(50).optional(),
  medicalRecordNumber: text(50).optional(),
  cliaNumber: text(50).optional(),
  notes: z
    .array(z.strictObject({ kind: z.enum(['ADD', 'CER', 'DCP', 'DGN', 'TPO']).default('ADD'), text: text(80) }))
    .max(1)
    .default([]),
  referring: provider.optional(),
  rendering: provider.optional(),
  supervising: provider.optional(),
  facility: facility.optional(),
  otherPayers: z.array(otherPayer).max(10).default([]),
  lines: z
    .array(serviceLine)
    .min(1, { error: 'at least one service line' })
    .max(50, { error: 'at most 50 service lines' }),
  /** The caller's own data: kept with the claim, never sent. */
  meta: z.record(z.string(), z.json()).optional(),
});

/** The claim object. Professional today; institutional and dental join this union. */
export const claim = professionalClaim;

/** A checked claim: amounts in cents, defaults filled in. */
export type Claim = z.output<typeof claim>;
/** A claim as its caller writes it. */
export type ClaimInput = z.input<typeof claim>;
export type ServiceLine = Claim['lines'][number];
export type OtherPayer = Claim['otherPayers'][number];
export type ClaimAdjustment = z.output<typeof adjustment>;
export type Provider = z.output<typeof provider>;
export type Facility = z.output<typeof facility>;
export type Payer = z.output<typeof payer>;
