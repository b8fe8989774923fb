/** What answers a file or a claim, as records: TA1, 999, 997, 277CA, and the status question and answer (276, 277). */
import { z } from 'zod';
import { cents, optional, origin, partyRecord, procedureRecord } from './record-parts.ts';

/** A status (STC): category, code, and what goes with them. */
export const claimStatusRecord = z.object({
  category: z.string(),
  status: z.string(),
  entity: optional,
  date: optional,
  action: optional,
  chargeCents: cents.optional(),
  paidCents: cents.optional(),
  paidDate: optional,
  method: optional,
  checkDate: optional,
  checkNumber: optional,
  text: optional,
});

const statusParty = z.object({ entity: optional, name: optional, id: optional });

/**
 * What a 277CA says above the claims: that a transmission came (loop 2200A), how a batch of the receiver fared (2200B), or the
 * claims of one billing provider (2200C). A refusal here is one of claims that need not be listed below.
 */
export const claimAckLevelRecord = z.object({
  type: z.literal('277ca.level'),
  level: z.enum(['source', 'receiver', 'provider']),
  /** TRN02: of the receiver, BHT03 of the batch that is answered; of the provider, its own reference. */
  trace: optional,
  statuses: z.array(claimStatusRecord),
  acceptedClaims: z.int().optional(),
  rejectedClaims: z.int().optional(),
  acceptedCents: cents.optional(),
  rejectedCents: cents.optional(),
  /** When the source had the transmission, and when it worked on it. */
  receivedDate: optional,
  processedDate: optional,
  /** Further numbers of the provider (REF). */
  references: z.array(z.object({ qualifier: z.string(), value: z.string() })).optional(),
  source: statusParty,
  receiver: statusParty.optional(),
  provider: statusParty.optional(),
  origin,
});

/** What a 277CA says of a claim (loop 2200D). */
export const claimAckRecord = z.object({
  type: z.literal('277ca.claim'),
  patientControlNumber: optional,
  statuses: z.array(claimStatusRecord),
  payerClaimNumber: optional,
  clearinghouseNumber: optional,
  serviceDate: optional,
  /** Who reports: entity code of loop 2100A (AY clearinghouse, PR payer) with name and id. */
  source: statusParty,
  lines: z.array(
    z.object({
      lineControlNumber: optional,
      procedure: procedureRecord.optional(),
      chargeCents: cents.optional(),
      statuses: z.array(claimStatusRecord),
    }),
  ),
  origin,
});

/** What a status question (276) and its answer (277) say of a claim, and whom it concerns. */
const statusClaim = {
  /** The number of the question (TRN02); an answer repeats it. */
  trace: optional,
  patientControlNumber: optional,
  payerClaimNumber: optional,
  clearinghouseNumber: optional,
  billType: optional,
  serviceDate: optional,
  payer: statusParty,
  receiver: statusParty,
  provider: statusParty,
  subscriber: partyRecord,
  /** The dependent, when the patient is not the subscriber. */
  patient: partyRecord.optional(),
};

const statusLine = {
  lineControlNumber: optional,
  procedure: procedureRecord.optional(),
  revenueCode: optional,
  chargeCents: cents.optional(),
  quantity: optional,
  serviceDate: optional,
};

/** A question about a claim (276, loops 2200D and 2200E). */
export const statusRequestRecord = z.object({
  type: z.literal('276.claim'),
  ...statusClaim,
  groupNumber: optional,
  chargeCents: cents.optional(),
  lines: z.array(z.object(statusLine)),
  origin,
});

/** The answer about a claim (277, loops 2200D and 2200E). */
export const statusResponseRecord = z.object({
  type: z.literal('277.claim'),
  ...statusClaim,
  statuses: z.array(claimStatusRecord),
  voucher: optional,
  lines: z.array(z.object({ ...statusLine, paidCents: cents.optional(), statuses: z.array(claimStatusRecord) })),
  origin,
});

/** An answer about no single claim: what the payer says to the receiver or the provider. */
export const statusLevelRecord = z.object({
  type: z.literal('277.level'),
  level: z.enum(['receiver', 'provider']),
  trace: optional,
  statuses: z.array(claimStatusRecord),
  payer: statusParty,
  receiver: statusParty,
  provider: statusParty.optional(),
  origin,
});

/** A place in an acknowledged set. */
const faultPlace = {
  segmentId: optional,
  /** Ordinal of the segment in the set, ST = 1. */
  position: z.int().optional(),
  loop: optional,
  element: z.int().optional(),
  component: z.int().optional(),
};

/** One fault told by a 999 or 997, with its place. */
export const ackErrorRecord = z.object({
  ...faultPlace,
  segmentCode: optional,
  repetition: z.int().optional(),
  elementCode: optional,
  /** What the faulty segment belongs to (CTX): the claim by its number (CLM01), or whatever else names it. */
  businessUnit: z.object({ name: z.string(), reference: z.string() }).optional(),
  /** Places whose content makes the rule apply that was broken (CTX, situational trigger). */
  triggers: z.array(z.object(faultPlace)).optional(),
});

/** What a 999 or 997 says of a set (AK2). */
export const ackTransactionRecord = z.object({
  type: z.enum(['999.transaction', '997.transaction']),
  /** Group number (AK102) and type of the acknowledged file. */
  ackGs01: z.string(),
  ackGs06: z.string(),
  st01: z.string(),
  st02: z.string(),
  result: z.string(),
  codes: z.array(z.string()),
  errors: z.array(ackErrorRecord),
  origin,
});

/** What a 999 or 997 says of a group (AK1, AK9). */
export const ackGroupRecord = z.object({
  type: z.enum(['999.group', '997.group']),
  gs01: z.string(),
  gs06: z.string(),
  result: z.string(),
  included: z.int(),
  received: z.int(),
  accepted: z.int(),
  codes: z.array(z.string()),
  origin,
});

/** A TA1. */
export const ta1Record = z.object({
  type: z.literal('ta1'),
  /** The acknowledged interchange (TA101). */
  isa13: z.string(),
  date: optional,
  time: optional,
  result: z.string(),
  note: z.string(),
  origin,
});

export type ClaimStatusRecord = z.output<typeof claimStatusRecord>;
export type ClaimAckLevelRecord = z.output<typeof claimAckLevelRecord>;
export type ClaimAckRecord = z.output<typeof claimAckRecord>;
export type StatusRequestRecord = z.output<typeof statusRequestRecord>;
export type StatusResponseRecord = z.output<typeof statusResponseRecord>;
export type StatusLevelRecord = z.output<typeof statusLevelRecord>;
export type AckErrorRecord = z.output<typeof ackErrorRecord>;
export type AckTransactionRecord = z.output<typeof ackTransactionRecord>;
export type AckGroupRecord = z.output<typeof ackGroupRecord>;
export type Ta1Record = z.output<typeof ta1Record>;
