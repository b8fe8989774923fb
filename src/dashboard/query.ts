/** Query strings of pages and of the JSON API, checked: what is not understood is left out on pages, refused by the API. */
import { z } from 'zod';
import {
  DENIAL_ACTIONS,
  DENIAL_CATEGORIES,
  DENIAL_STATUSES_SET_BY_PEOPLE,
  DENIAL_TASKS,
} from '../../schemas/denial-words.ts';
import { CLAIM_STATES } from '../claims/lifecycle.ts';

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const id = optional(z.uuid());
const partner = optional(z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/));
const code = optional(z.string().regex(/^[A-Za-z0-9]{1,5}$/));
const limit = optional(z.coerce.number().int().min(1).max(500));

/** `/claims` and `/api/claims`. */
export const claimQuery = z.object({
  state: optional(z.enum([...CLAIM_STATES, 'overdue'])),
  partner,
  search: optional(z.string().trim().min(1).max(50)),
  after: id,
  limit,
});

/** `/files` and `/api/files`. */
export const fileQuery = z.object({
  direction: optional(z.enum(['in', 'out'])),
  state: optional(
    z.enum([
      'built',
      'uploading',
      'renaming',
      'sent',
      'uncertain',
      'failed',
      'stored',
      'ingested',
      'unreadable',
      'trouble',
    ]),
  ),
  partner,
  after: id,
  limit,
});

/** `/files/:id`: a page of segments, or the place that the page is to show. */
export const segmentQuery = z.object({
  page: optional(z.coerce.number().int().min(1)),
  gs06: optional(z.string().max(9)),
  st02: optional(z.string().max(9)),
  segment: optional(z.coerce.number().int().min(1)),
});

/** `/payments` and `/api/payments`. */
export const paymentQuery = z.object({
  state: optional(z.enum(['posted', 'unposted', 'exception', 'duplicate', 'unmatched'])),
  after: id,
  limit,
});

/** `/denials` and `/api/denials`. */
export const denialQuery = z.object({
  group: code,
  reason: code,
  status: optional(z.string().max(20)),
  task: optional(z.enum(DENIAL_TASKS)),
  category: optional(z.enum(DENIAL_CATEGORIES)),
  action: optional(z.enum(DENIAL_ACTIONS)),
  owner: optional(z.string().trim().min(1).max(80)),
  after: id,
  limit,
});

/** `/recoupment/account`: whose account, as payments name payer and payee. */
export const accountQuery = z.object({ payer: z.string().max(80).default(''), payee: z.string().max(80).default('') });

/** What comes with un-posting a payment or posting it again. */
export const postingForm = z.object({ reason: z.string().trim().min(1).max(200) });

/** Whose claim a claim payment is for: a claim by its id or its control number, or `none`. */
export const matchForm = z.union([
  z.object({ claim: z.uuid(), number: z.undefined().optional() }),
  z.object({ number: z.string().trim().min(1).max(38), claim: z.undefined().optional() }),
  z.object({ none: z.literal('yes'), claim: z.undefined().optional(), number: z.undefined().optional() }),
]);

/** `/deposits` and `/api/deposits`. */
export const depositQuery = z.object({
  state: optional(z.enum(['expected', 'matched', 'late', 'missing', 'notNeeded'])),
});

/** A bank's file of deposits as text. */
export const depositForm = z.object({ text: z.string().min(1) });

/** Whether a text of an address can be the id of a row. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

const note = z.string().trim().min(1).max(2000);

/** `POST /denials/:id` and `/api/denials/:id`: what a person does about a denial. */
export const denialAct = z.discriminatedUnion('type', [
  z.object({ type: z.literal('assigned'), owner: z.string().trim().min(1).max(80) }),
  z.object({ type: z.literal('note'), note }),
  z.object({ type: z.literal('status'), status: z.enum(DENIAL_STATUSES_SET_BY_PEOPLE), note: optional(note) }),
]);

/** A query for a page: each value that is not understood is dropped, so that an old link still opens. */
export function lenient<S extends z.ZodRawShape>(schema: z.ZodObject<S>, query: unknown): z.output<z.ZodObject<S>> {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  const faulty = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  const rest = Object.entries(query ?? {}).filter(([key]) => !faulty.has(key));
  return schema.parse(Object.fromEntries(rest));
}
