/** The dental claim (837D). */
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
import { contract, lineAdjudication, otherPayer, payerNumber, pricing } from './claim-facts.ts';
import {
  dentalBillingProvider,
  dentalDependent,
  dentalLineFacility,
  dentalSubscriber,
  facility,
  linePractitioner,
  lineProvider,
  mspType,
  payerAssignedIds,
  personIds,
  placeIds,
  practitioner,
  provider,
  providerIds,
  referrer,
  taxonomy,
} from './claim-parties.ts';
import { amount, code, datePeriod, isoDate, quantity, text, yesNo } from './fields.ts';
import { sparse } from './sparse.ts';

const upTo = (most: number, what: string) => ({ error: `at most ${most} ${what}` });

const TOOTH = { error: 'a tooth such as 14 or A' };
const tooth = z
  .string(TOOTH)
  .trim()
  .toUpperCase()
  .regex(/^([1-9][0-9]?|[A-T]S?)$/, TOOTH);

const SURFACE = { error: 'B, D, F, I, L, M or O' };

/** A tooth and its surfaces (TOO). */
const toothWork = z.strictObject({
  tooth,
  surfaces: z
    .array(z.enum(['B', 'D', 'F', 'I', 'L', 'M', 'O'], SURFACE))
    .max(5, upTo(5, 'surfaces'))
    .default([]),
});

/** The work done: a CDT code. */
const procedure = z.strictObject({ code: code(1, 48), modifiers, description: text(80).optional() });
type Procedure = z.output<typeof procedure>;

/** The work that another payer decided on: a CDT code, or one of a jurisdiction's own list. */
const decidedProcedure = procedure.extend({
  system: z.enum(['CDT', 'jurisdiction'], { error: 'CDT or jurisdiction' }).default('CDT'),
});

/** A date that is known or estimated. */
const placement = z.strictObject({ date: isoDate, estimated: z.boolean({ error: 'true or false' }).default(false) });

/** People whose specialty the guide asks for. */
const specialist = { taxonomy: taxonomy.optional() };

const lineFields = sparse(
  z.strictObject({
    lineControlNumber: text(30).optional(),
    procedure,
    charge: amount,
    placeOfService: code(2, 2).optional(),
    /** Regions of the mouth: 00 all, 01 upper arch, 10 upper right quadrant and so on. */
    oralCavity: z.array(code(1, 3)).max(5, upTo(5, 'regions')).default([]),
    /** A prosthesis: the first, or a replacement. */
    prosthesis: z.enum(['initial', 'replacement'], { error: 'initial or replacement' }).optional(),
    quantity: quantity.default('1'),
    diagnosisPointers: diagnosisPointers(4).default([]),
    teeth: z.array(toothWork).max(32, upTo(32, 'teeth')).default([]),
    serviceDate: isoDate.optional(),
    priorPlacement: placement.optional(),
    appliancePlacementDate: isoDate.optional(),
    replacementDate: isoDate.optional(),
    treatmentStartDate: isoDate.optional(),
    treatmentCompletionDate: isoDate.optional(),
    contract: contract.optional(),
    predeterminations: z.array(payerNumber).max(5, upTo(5, 'predeterminations')).default([]),
    priorAuthorizations: z.array(payerNumber).max(5, upTo(5, 'prior authorizations')).default([]),
    referrals: z.array(payerNumber).max(5, upTo(5, 'referrals')).default([]),
    repricedClaimNumber: text(50).optional(),
    adjustedRepricedClaimNumber: text(50).optional(),
    salesTax: amount.optional(),
    fixedFormat: z.array(text(80)).max(10, upTo(10, 'texts')).default([]),
    pricing: z
      .strictObject({
        method: pricing.method,
        allowed: pricing.allowed,
        savings: pricing.savings,
        organizationId: pricing.organizationId,
        rate: pricing.rate,
        rejectReason: pricing.rejectReason,
        compliance: pricing.compliance,
        exception: pricing.exception,
        procedureCode: code(1, 48).optional(),
        quantity: quantity.optional(),
      })
      .optional(),
    rendering: lineProvider.optional(),
    assistantSurgeon: linePractitioner.extend(specialist).optional(),
    supervising: linePractitioner.optional(),
    facility: dentalLineFacility.optional(),
    adjudications: z
      .array(z.strictObject({ ...lineAdjudication, procedure: decidedProcedure.optional() }))
      .max(15, upTo(15, 'decisions'))
      .default([]),
  }),
);

/** The line's procedure as another payer decided on it, where the caller names no other. */
function asDecided({ description: _description, ...rest }: Procedure): z.output<typeof decidedProcedure> {
  return { ...rest, system: 'CDT' };
}

/** A line (loop 2400) whose decisions name what they decided on. */
const dentalLine = lineFields.transform((line) => ({
  // Its place is kept for its number: objects that are given a field later differ in shape, and are slow to read.
  lineControlNumber: undefined,
  ...line,
  adjudications: line.adjudications.map((one) => ({ ...one, procedure: one.procedure ?? asDecided(line.procedure) })),
}));

/** Another payer, with the numbers that providers have there. */
const dentalOtherPayer = z.strictObject({
  ...otherPayer,
  mspType: mspType.optional(),
  predetermination: text(50).optional(),
  referringIds: personIds,
  primaryCareIds: personIds,
  renderingIds: providerIds,
  /** Whether the rendering provider is an organization there, and the billing provider a person. */
  renderingOrganization: yesNo.default(false),
  supervisingIds: providerIds,
  billingIds: payerAssignedIds,
  billingPerson: yesNo.default(false),
  facilityIds: placeIds,
  assistantSurgeonIds: providerIds,
});

const { signedByProvider: _signedByProvider, ...dentalOffice } = officeClaim;

const claimFields = z.strictObject({
  kind: z.literal('dental', { error: 'dental' }),
  ...commonClaim,
  ...dentalOffice,
  billingProvider: dentalBillingProvider,
  subscriber: dentalSubscriber,
  dependent: dentalDependent.optional(),
  specialProgram: z.enum(['01', '02', '03', '05'], { error: '01, 02, 03 or 05' }).optional(),
  /** Asks what would be paid; nothing was done yet. */
  predetermination: z.boolean({ error: 'true or false' }).default(false),
  /** The payer's number of an earlier predetermination. */
  predeterminationNumber: text(50).optional(),
  serviceDate: datePeriod.optional(),
  appliancePlacementDate: isoDate.optional(),
  repricerReceivedDate: isoDate.optional(),
  orthodontics: z
    .strictObject({
      months: quantity.optional(),
      monthsRemaining: quantity.optional(),
      description: text(80).optional(),
    })
    .optional(),
  /** Teeth that are missing or to be extracted. */
  toothStatuses: z
    .array(z.strictObject({ tooth, status: z.enum(['missing', 'toExtract'], { error: 'missing or toExtract' }) }))
    .max(35, upTo(35, 'teeth'))
    .default([]),
  notes: z.array(text(80)).max(5, upTo(5, 'notes')).default([]),
  icdVersion,
  diagnoses: z.array(icdCode).max(4, upTo(4, 'diagnoses')).default([]),
  referring: referrer.extend(specialist).optional(),
  primaryCare: referrer.extend(specialist).optional(),
  rendering: provider.optional(),
  assistantSurgeon: practitioner.extend(specialist).optional(),
  supervising: practitioner.optional(),
  facility: facility.optional(),
  otherPayers: z.array(dentalOtherPayer).max(10, upTo(10, 'other payers')).default([]),
  lines: z
    .array(dentalLine)
    .min(1, { error: 'at least one service line' })
    .max(50, { error: 'at most 50 service lines' }),
});

/** A dental claim. Amounts are decimal in JSON and cents inside. */
export const dentalClaim = sparse(claimFields.check(checkLineNumbers)).transform((one) => ({
  ...one,
  lines: numberLines(one.lines),
}));

export type DentalClaim = z.output<typeof dentalClaim>;
export type DentalClaimInput = z.input<typeof dentalClaim>;
export type DentalLine = DentalClaim['lines'][number];
