/** What claims of every kind have in common. */
import { z } from 'zod';
import { accident, attachment, claimPricing, contract } from './claim-facts.ts';
import { billingProvider, payer, payToPlan } from './claim-parties.ts';
import { address, amount, code, text, yesNo } from './fields.ts';

const PATIENT_CONTROL_NUMBER = 'a patient control number of 1 to 20 letters, digits or . - _ /';

/** Fields of every claim, those that depend on its kind aside. */
export const commonClaim = {
  claimId: text(80).optional(),
  patientControlNumber: z
    .string({ error: PATIENT_CONTROL_NUMBER })
    .trim()
    .regex(/^[A-Za-z0-9.\-_/ ]{1,20}$/, { error: PATIENT_CONTROL_NUMBER }),
  purpose: z
    .enum(['charge', 'encounter', 'subrogation'], { error: 'charge, encounter or subrogation' })
    .default('charge'),
  payer,
  billingProvider,
  payToAddress: address.optional(),
  payToPlan: payToPlan.optional(),
  charge: amount,
  /** Of all amounts, where it is not the US dollar (ISO 4217). */
  currency: code(3, 3).optional(),
  replaces: z.strictObject({ payerClaimNumber: text(50) }).optional(),
  assignment: z.enum(['A', 'B', 'C'], { error: 'A, B or C' }).default('A'),
  benefitsAssigned: z.enum(['Y', 'N', 'W'], { error: 'Y, N or W' }).default('Y'),
  release: z.enum(['Y', 'I'], { error: 'Y or I' }).default('Y'),
  /** Why the claim is late (CLM20). */
  delayReason: z
    .enum(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '15'], { error: '1 to 11 or 15' })
    .optional(),
  attachments: z.array(attachment).max(10, { error: 'at most 10 attachments' }).default([]),
  contract: contract.optional(),
  priorAuthorization: text(50).optional(),
  referral: text(50).optional(),
  serviceAuthorizationException: z.enum(['1', '2', '3', '4', '5', '6', '7'], { error: '1 to 7' }).optional(),
  repricedClaimNumber: text(50).optional(),
  adjustedRepricedClaimNumber: text(50).optional(),
  clearinghouseClaimNumber: text(50).optional(),
  /** Text in a form that the payer asked for (K3). */
  fixedFormat: z.array(text(80)).max(10, { error: 'at most 10 texts' }).default([]),
  pricing: claimPricing.optional(),
  /** The caller's own data: kept with the claim, never sent. */
  meta: z.record(z.string(), z.json()).optional(),
};

/** Fields of professional and dental claims. */
export const officeClaim = {
  placeOfService: z
    .string({ error: 'a place of service of two digits' })
    .regex(/^[0-9]{2}$/, { error: 'a place of service of two digits' }),
  frequency: z.enum(['1', '6', '7', '8'], { error: '1 (original), 7 (replacement), 8 (void) or 6' }).default('1'),
  signatureOnFile: yesNo.default(true),
  /** The provider signed for the patient (CLM10). */
  signedByProvider: yesNo.default(false),
  accident: accident.optional(),
  patientPaid: amount.optional(),
};

/** ICD code with or without its point, which is dropped. */
export const icdCode = z
  .string({ error: 'a diagnosis code such as J06.9' })
  .transform((value) => value.replaceAll('.', '').trim().toUpperCase())
  .refine((value) => /^[A-Z0-9]{2,8}$/.test(value), { error: 'a diagnosis code such as J06.9' });

/** Edition of the diagnosis codes: 9 only for services before 2015-10-01. */
export const icdVersion = z.enum(['9', '10'], { error: '9 or 10' }).default('10');

/** Numbers of the claim's diagnoses, from 1. */
export const diagnosisPointers = (most: number) =>
  z
    .array(
      z
        .int({ error: `1 to ${most}` })
        .min(1, { error: `1 to ${most}` })
        .max(most, { error: `1 to ${most}` }),
    )
    .max(4, { error: 'at most 4 pointers' });

/** Modifiers of a procedure. */
export const modifiers = z
  .array(z.string({ error: 'a modifier of two characters' }).trim().toUpperCase().regex(/^[0-9A-Z]{2}$/, { error: 'a modifier of two characters' })) // biome-ignore format: one thought
  .max(4, { error: 'at most 4 modifiers' })
  .default([]);

/**
 * The lines, each with a control number that no other line of the claim has: payers give it back (REF*6R). Lines without one
 * are given it as they are, since the schema made them just now.
 */
export function numberLines<L extends { lineControlNumber?: string | undefined }>(
  lines: readonly L[],
): (L & { lineControlNumber: string })[] {
  const used = new Set(lines.map(({ lineControlNumber }) => lineControlNumber));
  let next = 1;
  for (const line of lines) {
    if (line.lineControlNumber !== undefined) continue;
    while (used.has(`L${next}`)) next++;
    line.lineControlNumber = `L${next++}`;
  }
  return lines.filter(isNumbered);
}

function isNumbered<L extends { lineControlNumber?: string | undefined }>(
  line: L,
): line is L & { lineControlNumber: string } {
  return line.lineControlNumber !== undefined;
}

/** Refuses a line control number that two lines have. */
export function checkLineNumbers(
  context: z.core.ParsePayload<{ lines: { lineControlNumber?: string | undefined }[] }>,
): void {
  const { lines } = context.value;
  lines.forEach(({ lineControlNumber: number }, index) => {
    if (number === undefined || lines.findIndex((line) => line.lineControlNumber === number) === index) return;
    const path = ['lines', index, 'lineControlNumber'];
    context.issues.push({
      code: 'custom',
      message: 'a number that no other line of the claim has',
      input: number,
      path,
    });
  });
}
