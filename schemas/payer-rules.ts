/** Rules of a payer about its denials: what a reason means there, and by when to file, correct and appeal. */
import { z } from 'zod';
import { DENIAL_ACTIONS, DENIAL_CATEGORIES } from './denial-words.ts';
import { code, isoDate, text, yesNo } from './fields.ts';
import { id, sources, values } from './rule-pack.ts';

const codes = (max: number, error: string) => z.array(code(1, max), { error }).min(1, { error }).max(200, { error });
const PERCENT = { error: 'a whole number from 0 to 100' };
const COUNT = { error: 'a whole number from 1 to 3660' };
const count = z.int(COUNT).min(1, COUNT).max(3660, COUNT);

/** What a reason means at this payer: the conditions it holds under, and what it says instead of the common table. */
export const payerReason = z.strictObject({
  group: z.enum(['CO', 'CR', 'OA', 'PI', 'PR'], { error: 'CO, CR, OA, PI or PR' }).optional(),
  /** CARC; any where left out. */
  reasons: codes(5, 'a list of reason codes such as ["50"]').optional(),
  /** RARC; one of them stands beside it. */
  remarks: codes(5, 'a list of remark codes such as ["N115"]').optional(),
  category: z.enum(DENIAL_CATEGORIES, { error: 'a kind of denial such as medicalNecessity' }).optional(),
  action: z.enum(DENIAL_ACTIONS, { error: `one of ${DENIAL_ACTIONS.join(', ')}` }).optional(),
  appealable: yesNo.optional(),
  chance: z.int(PERCENT).min(0, PERCENT).max(100, PERCENT).optional(),
  /** What to do, in words. */
  next: text(300).optional(),
});

const DEADLINE = { error: 'timelyFiling, correctedClaim or appeal1 to appeal5' };

/** By when something has to be there: so many days, business days or months from a day. */
export const payerDeadline = z.strictObject({
  kind: z.enum(['timelyFiling', 'correctedClaim', 'appeal1', 'appeal2', 'appeal3', 'appeal4', 'appeal5'], DEADLINE),
  /** The day it counts from: of the service, of the remittance, of the decision on the appeal before. */
  from: z.enum(['service', 'remittance', 'lastDecision'], { error: 'service, remittance or lastDecision' }),
  count,
  unit: z.enum(['days', 'businessDays', 'months'], { error: 'days, businessDays or months' }),
  /** Days in which a notice is taken to have arrived, added before the count. */
  receiptDays: z.int(COUNT).min(0, COUNT).max(60, COUNT).default(0),
  /** An end on a Saturday, Sunday or federal holiday moves to the next business day. */
  nextBusinessDay: yesNo.default(false),
  /** What to send and where, in words. */
  says: text(300).optional(),
});

/** The rules. */
export const payerRules = z.strictObject({
  id,
  title: text(200),
  sources,
  /** The days of the remittance that the rules are for; without `to` until further notice. */
  effective: z.strictObject({ from: isoDate, to: isoDate.optional() }, { error: '{"from", "to"}' }),
  /** Ids of payers (N104 or REF*2U of the 835, NM109 of the claim) or claim filing codes (CLP06, SBR09). */
  appliesTo: z
    .strictObject({
      payers: values.optional(),
      filings: codes(2, 'a list of claim filing codes such as ["MB"]').optional(),
    })
    .refine(({ payers, filings }) => (payers ?? filings) !== undefined, { error: 'payers, filings or both' }),
  reasons: z.array(payerReason, { error: 'a list of reasons' }).max(500, { error: 'at most 500 reasons' }).default([]),
  deadlines: z
    .array(payerDeadline, { error: 'a list of deadlines' })
    .max(20, { error: 'at most 20 deadlines' })
    .default([]),
});

/** Checked rules of a payer. */
export type PayerRules = z.output<typeof payerRules>;
export type PayerReason = z.output<typeof payerReason>;
export type PayerDeadline = z.output<typeof payerDeadline>;
