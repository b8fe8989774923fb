/** A rule pack: what one partner or payer asks of claims beyond the guide, as dated data with its sources. */
import { z } from 'zod';
import { isoDate, text, yesNo } from './fields.ts';

const ID = { error: 'lower case letters, digits and hyphens, at most 60' };
/** The id of a set of rules. */
export const id = z.string(ID).regex(/^[a-z0-9][a-z0-9-]{0,59}$/, ID);

const POINTER = { error: 'a JSON pointer into the claim such as "/lines/*/procedure/code"' };
/** Fields of the claim; `*` is each of a list. */
const pointer = z.string(POINTER).regex(/^(?:\/(?:\*|[A-Za-z0-9]+))+$/, POINTER);

const VALUES = { error: 'a list of values such as ["1", "7"]' };
/** Values of a field. */
export const values = z
  .array(text(80), VALUES)
  .min(1, { error: 'at least one value' })
  .max(500, { error: 'at most 500 values' });

const COUNT = { error: 'a whole number from 1 to 100000' };
const count = z.int(COUNT).min(1, COUNT).max(100_000, COUNT);

const PATTERN = { error: 'a regular expression of at most 200 characters' };
const pattern = z.string(PATTERN).min(1, PATTERN).max(200, PATTERN).refine(compiles, PATTERN);

function compiles(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}

/** The rule holds only where a field has one of the values (`is`), has another (`not`), or is there at all (`given`). */
const condition = z.union(
  [
    z.strictObject({ at: pointer, is: values }),
    z.strictObject({ at: pointer, not: values }),
    z.strictObject({ at: pointer, given: yesNo }),
  ],
  { error: '{"at", "is"}, {"at", "not"} or {"at", "given"}' },
);

const facts = {
  id,
  severity: z.enum(['error', 'warning'], { error: 'error or warning' }).default('error'),
  at: pointer,
  when: condition.optional(),
  /** What is wrong; never a value of the claim. */
  message: text(300),
  /** What to do about it. */
  next: text(300),
};

const CHECK = {
  error: 'required, forbidden, oneOf, pattern, maxLength, maxCount, zipPlus4 or idOfKind as check',
};

/** One rule: a word of the vocabulary (`check`), the field it looks at, and what to say. */
export const packRule = z.discriminatedUnion(
  'check',
  [
    z.strictObject({ check: z.literal('required'), ...facts }),
    z.strictObject({ check: z.literal('forbidden'), ...facts }),
    z.strictObject({ check: z.literal('oneOf'), ...facts, values }),
    z.strictObject({ check: z.literal('pattern'), ...facts, pattern }),
    z.strictObject({ check: z.literal('maxLength'), ...facts, max: count }),
    z.strictObject({ check: z.literal('maxCount'), ...facts, max: count }),
    z.strictObject({ check: z.literal('zipPlus4'), ...facts }),
    z.strictObject({ check: z.literal('idOfKind'), ...facts, kind: text(20) }),
  ],
  CHECK,
);

const KIND = { error: 'professional, institutional or dental' };
const kind = z.enum(['professional', 'institutional', 'dental'], KIND);
const character = z.string({ error: 'one character' }).length(1, { error: 'one character' });

/** What the partner asks of files: held against the profile, never applied by itself. */
export const packEnvelope = z.strictObject({
  maxClaimsPerFile: count.optional(),
  maxClaimsPerSet: count.optional(),
  versions: z
    .strictObject({
      professional: text(12).optional(),
      institutional: text(12).optional(),
      dental: text(12).optional(),
    })
    .optional(),
  delimiters: z
    .strictObject({
      element: character.optional(),
      component: character.optional(),
      repetition: character.optional(),
      segment: character.optional(),
    })
    .optional(),
  lineBreak: z.enum(['', '\n', '\r\n'], { error: 'nothing, a line feed, or carriage return and line feed' }).optional(),
  characters: z.enum(['basic', 'extended'], { error: 'basic or extended' }).optional(),
  acknowledgmentRequested: yesNo.optional(),
});

/** Where rules come from. */
export const sources = z
  .array(
    z.strictObject({
      title: text(200),
      url: z.url({ error: 'the address of the source' }),
      published: text(40).optional(),
      retrieved: isoDate,
    }),
    { error: 'where the rules come from: [{"title", "url", "retrieved"}]' },
  )
  .min(1, { error: 'at least one source' });

/** The pack. */
export const rulePack = z.strictObject({
  id,
  title: text(200),
  sources,
  /** The days on which claims are sent that the pack is for; without `to` until further notice. */
  effective: z.strictObject({ from: isoDate, to: isoDate.optional() }, { error: '{"from", "to"}' }),
  appliesTo: z.strictObject(
    {
      kinds: z.array(kind, { error: 'a list of kinds of claim' }).min(1, { error: 'at least one kind of claim' }),
      /** Ids of the payers (`/payer/id`); all of the partner's where left out. */
      payers: values.optional(),
    },
    { error: '{"kinds", "payers"}' },
  ),
  rules: z
    .array(packRule, { error: 'a list of rules' })
    .max(500, { error: 'at most 500 rules' })
    .default([])
    .refine((rules) => new Set(rules.map((rule) => rule.id)).size === rules.length, {
      error: 'rules with ids of their own',
    }),
  envelope: packEnvelope.default({}),
});

/** A checked rule pack. */
export type RulePack = z.output<typeof rulePack>;
export type PackRule = z.output<typeof packRule>;
