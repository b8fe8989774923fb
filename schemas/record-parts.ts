/** Pieces that the records of claims, payments and acknowledgments have in common. */
import { z } from 'zod';
import type { Cents } from '../src/money.ts';

/** An amount in cents. */
export const cents = z.int().transform((value) => value as Cents);

/** A text that may be absent. */
export const optional = z.string().optional();

/** Where a record stands: file, envelope numbers, ordinal in the set (ST = 1), bytes from the start of the file. */
export const origin = z.object({
  file: optional,
  isa13: optional,
  gs06: optional,
  st02: optional,
  segment: z.int().optional(),
  offset: z.int().optional(),
});

/** One adjustment of a CAS: group, reason, amount. */
export const adjustmentRecord = z.object({
  group: z.string(),
  reason: z.string(),
  amountCents: cents,
  quantity: optional,
});

/** A procedure (C003). */
export const procedureRecord = z.object({
  qualifier: z.string(),
  code: z.string(),
  modifiers: z.array(z.string()),
  description: optional,
});

/** A person or organization (NM1). */
export const partyRecord = z.object({
  entity: optional,
  /** NM102: 1 a person, 2 an organization; of the parties of an 835. */
  entityType: optional,
  lastName: optional,
  firstName: optional,
  middleName: optional,
  suffix: optional,
  idQualifier: optional,
  id: optional,
});

export type OriginRecord = z.output<typeof origin>;
export type AdjustmentRecord = z.output<typeof adjustmentRecord>;
export type ProcedureRecord = z.output<typeof procedureRecord>;
export type PartyRecord = z.output<typeof partyRecord>;
