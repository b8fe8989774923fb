/** Facts that claims and lines of several kinds share: money of other payers, attachments, contracts, pricing, accidents. */
import { z } from 'zod';
import { memberIdKind, payer, payerSequence, personName, relationship } from './claim-parties.ts';
import { amount, code, isoDate, openAddress, percent, quantity, text, yesNo } from './fields.ts';

/** One amount taken off a charge (CAS): group, reason, amount, quantity. */
export const adjustment = z.strictObject({
  group: z.enum(['CO', 'CR', 'OA', 'PI', 'PR'], { error: 'CO, CR, OA, PI or PR' }),
  reason: code(1, 5),
  amount,
  quantity: quantity.optional(),
});

/** Paper or pictures that go beside the claim (PWK). */
export const attachment = z.strictObject({
  /** Kind of report: B4 referral, OZ support data, 03 and so on. */
  report: code(2, 2),
  transmission: z.enum(['AA', 'BM', 'EL', 'EM', 'FT', 'FX'], {
    error: 'AA (on request), BM (mail), EL (electronic), EM (e-mail), FT (file transfer) or FX (fax)',
  }),
  controlNumber: text(50).optional(),
});

/** Terms agreed with the payer (CN1). */
export const contract = z.strictObject({
  type: z.enum(['01', '02', '03', '04', '05', '06', '09'], {
    error: '01 (DRG), 02 (per diem), 03 (variable), 04 (flat), 05 (capitated), 06 (percent) or 09 (other)',
  }),
  amount: amount.optional(),
  percent: percent.optional(),
  code: text(50).optional(),
  discountPercent: percent.optional(),
  version: text(30).optional(),
});

/** What a repricing organisation found (HCP). */
export const pricing = {
  method: code(2, 2),
  allowed: amount,
  savings: amount.optional(),
  organizationId: text(50).optional(),
  rate: percent.optional(),
  groupCode: text(50).optional(),
  groupAmount: amount.optional(),
  rejectReason: z.enum(['T1', 'T2', 'T3', 'T4', 'T5', 'T6'], { error: 'T1 to T6' }).optional(),
  compliance: z.enum(['1', '2', '3', '4', '5'], { error: '1 to 5' }).optional(),
  exception: z.enum(['1', '2', '3', '4', '5', '6'], { error: '1 to 6' }).optional(),
};

/** Claim-level pricing. */
export const claimPricing = z.strictObject(pricing);

/** What caused the injury; state or country of an automobile accident. */
export const accident = z.strictObject({
  causes: z
    .array(z.enum(['auto', 'employment', 'other'], { error: 'auto, employment or other' }))
    .min(1, { error: 'at least one cause' })
    .max(2, { error: 'at most two causes' }),
  date: isoDate.optional(),
  state: code(2, 2).optional(),
  country: code(2, 3).optional(),
});

/** Outpatient adjudication (MOA): rate in percent, remark codes. */
export const outpatient = z.strictObject({
  rate: percent.optional(),
  hcpcsPayable: amount.optional(),
  remarks: z.array(text(50)).max(5, { error: 'at most 5 remark codes' }).default([]),
  esrdPaid: amount.optional(),
  professionalComponent: amount.optional(),
});

/** Another payer of the same claim (loops 2320, 2330A, 2330B). Shared by all kinds of claim. */
export const otherPayer = {
  payer,
  payerSequence,
  claimFiling: code(2, 2).default('CI'),
  relationship: relationship.default('self'),
  insured: z.strictObject({
    ...personName,
    lastName: text(60).optional(),
    organizationName: text(60).optional(),
    memberId: text(80),
    memberIdKind,
    ssn: text(50).optional(),
    address: openAddress.optional(),
  }),
  groupNumber: text(50).optional(),
  groupName: text(60).optional(),
  benefitsAssigned: z.enum(['Y', 'N', 'W'], { error: 'Y, N or W' }).default('Y'),
  release: z.enum(['Y', 'I'], { error: 'Y or I' }).default('Y'),
  claimNumber: text(50).optional(),
  priorAuthorization: text(50).optional(),
  referral: text(50).optional(),
  /** This payer adjusted its first decision. */
  readjusted: yesNo.default(false),
  /** Of the whole claim; a decision line by line has its date at the lines. */
  adjudicationDate: isoDate.optional(),
  paid: amount.optional(),
  nonCovered: amount.optional(),
  remainingPatient: amount.optional(),
  adjustments: z.array(adjustment).default([]),
  outpatient: outpatient.optional(),
};

/** What another payer decided on a line (loop 2430), without the procedure it decided on. */
export const lineAdjudication = {
  payerId: text(80),
  paid: amount,
  paidUnits: quantity.default('1'),
  /** Number of the line that this one was bundled into. */
  bundledInto: z.int().min(1).max(999).optional(),
  date: isoDate,
  adjustments: z.array(adjustment).default([]),
  remainingPatient: amount.optional(),
};

const NDC = { error: 'an NDC of eleven digits' };
const ndc = z
  .string(NDC)
  .transform((value) => value.replaceAll('-', ''))
  .refine((value) => /^\d{11}$/.test(value), NDC);

const drugFacts = {
  quantity,
  unit: z.enum(['F2', 'GR', 'ME', 'ML', 'UN'], { error: 'F2, GR, ME, ML or UN' }),
  prescriptionNumber: text(50).optional(),
  compoundNumber: text(50).optional(),
};

type DrugNumbers = { prescriptionNumber?: string | undefined; compoundNumber?: string | undefined };
const oneNumber = (value: DrugNumbers) => value.prescriptionNumber === undefined || value.compoundNumber === undefined;
const ONE_NUMBER = { error: 'either prescriptionNumber or compoundNumber', path: ['prescriptionNumber'] };

/** A drug by its National Drug Code (loop 2410); parts of a compound share `compoundNumber`. */
export const drug = z.strictObject({ ndc, ...drugFacts }).refine(oneNumber, ONE_NUMBER);

const PRODUCT = { error: 'EN, EO, HI, ON, UK or UP' };

/** The same, or a supply by a number of another list: EN and EO (EAN), HI (HIBC), ON (order), UK (GTIN), UP (UPC). */
export const drugOrSupply = z
  .strictObject({
    ndc: ndc.optional(),
    product: z.strictObject({ kind: z.enum(['EN', 'EO', 'HI', 'ON', 'UK', 'UP'], PRODUCT), id: text(48) }).optional(),
    ...drugFacts,
  })
  .refine((value) => (value.ndc === undefined) !== (value.product === undefined), {
    error: 'either ndc or product',
    path: ['ndc'],
  })
  .refine(oneNumber, ONE_NUMBER);

/** A number given by a payer, with the payer where it is not the claim's own. */
export const payerNumber = z.strictObject({ number: text(50), payerId: text(50).optional() });

export type ClaimAdjustment = z.output<typeof adjustment>;
export type Drug = z.output<typeof drug>;
export type DrugOrSupply = z.output<typeof drugOrSupply>;
