/**
 * What `claimwire read` prints and `readInterchange` yields: one record per line, in file order. Money is integer cents in
 * fields that end in `Cents`, dates are ISO, absent is absent.
 */
import { z } from 'zod';
import { optional, origin } from './record-parts.ts';

export * from './claim-records.ts';
export * from './payment-records.ts';
export type { AdjustmentRecord, OriginRecord, PartyRecord, ProcedureRecord } from './record-parts.ts';
export * from './status-records.ts';

/** The header of an interchange (ISA). */
export const interchangeRecord = z.object({
  type: z.literal('interchange'),
  isa13: z.string(),
  sender: z.string(),
  receiver: z.string(),
  senderQualifier: z.string(),
  receiverQualifier: z.string(),
  usage: z.string(),
  version: z.string(),
  date: optional,
  time: optional,
  acknowledgmentRequested: z.boolean(),
  origin,
});

/** The header of a functional group (GS). */
export const groupRecord = z.object({
  type: z.literal('group'),
  gs01: z.string(),
  gs06: z.string(),
  gs08: z.string(),
  sender: z.string(),
  receiver: z.string(),
  origin,
});

/** The header of a transaction set (ST). */
export const transactionRecord = z.object({
  type: z.literal('transaction'),
  st01: z.string(),
  st02: z.string(),
  /** Id of the guide in the registry (its GS08), or `unknown`. */
  guide: z.string(),
  origin,
});

/** A set of no known guide: counted, not read. */
export const segmentsRecord = z.object({ type: z.literal('segments'), st01: z.string(), count: z.int(), origin });

/** The last line of a file: what was in it. */
export const summaryRecord = z.object({
  type: z.literal('summary'),
  interchanges: z.int(),
  groups: z.int(),
  transactions: z.int(),
  segments: z.int(),
  claims: z.int(),
  remits: z.int(),
  issues: z.int(),
  /** The name of the file and no place in it. */
  origin,
});

export type InterchangeRecord = z.output<typeof interchangeRecord>;
export type GroupRecord = z.output<typeof groupRecord>;
export type TransactionRecord = z.output<typeof transactionRecord>;
export type SegmentsRecord = z.output<typeof segmentsRecord>;
export type SummaryRecord = z.output<typeof summaryRecord>;
