/** TA1, 999, 997 and 277CA of a received file as rows and claim events, tied to the files and claims they speak of. */
import type { AckGroupRecord, AckTransactionRecord, ClaimAckRecord, Ta1Record } from '../../schemas/records.ts';
import { claimAckOutcome } from '../acks/claim-ack.ts';
import type { ClaimEventType } from '../claims/lifecycle.ts';
import type { Item } from '../read-interchange.ts';
import type { NewAcknowledgment } from '../store/acknowledgments.ts';
import type { Tx } from '../store/database.ts';
import type { NewEvent } from '../store/events.ts';
import type { FileRow } from '../store/files.ts';
import { claimsOfFile, type FileClaim, findSentFile } from '../store/sent-files.ts';
import type { Matcher } from './matching.ts';

/** What the acknowledgments of a file come to. */
export type Acknowledgments = {
  acknowledgments: NewAcknowledgment[];
  events: NewEvent[];
  payerNumbers: { claimId: string; payerClaimNumber: string }[];
};

type SentFile = { file: FileRow; claims: FileClaim[] };

type Context = Acknowledgments & {
  tx: Tx;
  file: FileRow;
  match: Matcher;
  /** Ordinal of the item in its file: names its events. */
  position: number;
  /** ISA15 of the interchange we are in. */
  usage: string | undefined;
  /** Sets of the group that the 999 we are in has answered one by one, and whether they were taken. */
  listed: Map<string, boolean>;
  sent: Map<string, Promise<SentFile | undefined>>;
};

/** Everything the acknowledgments of a file say. Reads only. */
export async function collectAcknowledgments(
  tx: Tx,
  file: FileRow,
  items: readonly Item[],
  match: Matcher,
): Promise<Acknowledgments> {
  const context: Context = {
    tx,
    file,
    match,
    acknowledgments: [],
    events: [],
    payerNumbers: [],
    position: 0,
    usage: undefined,
    listed: new Map(),
    sent: new Map(),
  };
  for (const item of items) {
    context.position++;
    await takeItem(context, item);
  }
  const { acknowledgments, events, payerNumbers } = context;
  return { acknowledgments, events, payerNumbers };
}

async function takeItem(context: Context, item: Item): Promise<void> {
  switch (item.type) {
    case 'interchange':
      context.usage = item.usage;
      return;
    case 'transaction':
      context.listed = new Map();
      return;
    case 'ta1':
      return takeTa1(context, item);
    case '999.transaction':
    case '997.transaction':
      return takeTransaction(context, item);
    case '999.group':
    case '997.group':
      return takeGroup(context, item);
    case '277ca.claim':
      return takeClaim(context, item);
  }
}

function addRow(context: Context, row: Omit<NewAcknowledgment, 'fileId' | 'ordinal'>): void {
  const { acknowledgments, file } = context;
  acknowledgments.push({ ...row, fileId: file.id, ordinal: acknowledgments.length + 1 });
}

function addEvent(
  context: Context,
  claimId: string,
  type: ClaimEventType,
  item: { origin: NewEvent['origin'] },
  detail: Record<string, unknown>,
): void {
  const { file, position, events } = context;
  const dedupeKey = `ack-${file.id}-${position}`;
  events.push({ claimId, type, dedupeKey, fileId: file.id, origin: item.origin, detail });
}

/** Numbers come back with their leading zeros cut or filled up: compared, they are numbers. */
function plainNumber(text: string): string {
  return /^\d{1,15}$/.test(text) ? String(Number(text)) : text;
}

/** The sent file an answer speaks of, with its claims; looked up once. */
function sentFile(context: Context, key: { isa13?: string; gs06?: string }): Promise<SentFile | undefined> {
  const { tx, usage } = context;
  const name = `${usage}|${key.isa13 ?? ''}|${key.gs06 ?? ''}`;
  const known = context.sent.get(name);
  if (known !== undefined) return known;
  const lookup = findSentFile(tx, { partnerId: context.file.partnerId, usage, ...key }).then(async (file) =>
    file === undefined ? undefined : { file, claims: await claimsOfFile(tx, file.id) },
  );
  context.sent.set(name, lookup);
  return lookup;
}

async function takeTa1(context: Context, item: Ta1Record): Promise<void> {
  const sent = await sentFile(context, { isa13: item.isa13.padStart(9, '0') });
  const rejected = item.result === 'R';
  const codes = [item.result, item.note];
  const row = {
    kind: 'ta1',
    answersFileId: sent?.file.id,
    isa13: item.isa13,
    result: rejected ? 'rejected' : 'accepted',
    codes,
    origin: item.origin,
  } as const;
  addRow(context, row);
  for (const { claimId, patientControlNumber } of sent?.claims ?? []) {
    if (rejected) addRow(context, { ...row, claimId, patientControlNumber });
    addEvent(context, claimId, rejected ? 'interchange_rejected' : 'interchange_accepted', item, { codes });
  }
}

/** A and E take the set (E notes errors), all else refuses it. */
function isTaken(result: string): boolean {
  return result === 'A' || result === 'E';
}

async function takeTransaction(context: Context, item: AckTransactionRecord): Promise<void> {
  const gs06 = plainNumber(item.ackGs06);
  const st02 = plainNumber(item.st02);
  const sent = await sentFile(context, { gs06 });
  const taken = isTaken(item.result);
  context.listed.set(st02, taken);
  const claims = (sent?.claims ?? []).filter((claim) => claim.gs06 === gs06 && plainNumber(claim.st02) === st02);
  const row = {
    kind: item.type === '999.transaction' ? '999' : '997',
    answersFileId: sent?.file.id,
    gs06: item.ackGs06,
    st02: item.st02,
    result: taken ? 'accepted' : 'rejected',
    codes: [item.result, ...item.codes],
    detail: { errors: item.errors },
    origin: item.origin,
  } as const;
  if (claims.length === 0) addRow(context, row);
  for (const { claimId, patientControlNumber } of claims) {
    addRow(context, { ...row, claimId, patientControlNumber });
    addEvent(context, claimId, taken ? 'acknowledged' : 'rejected_999', item, {
      codes: row.codes,
      errors: item.errors,
    });
  }
}

/**
 * The group's result stands for its sets that were not answered one by one; a refused group refuses all of them. Some
 * partners answer each set with a 999 of its own: what such a one does not list, it does not speak of.
 */
async function takeGroup(context: Context, item: AckGroupRecord): Promise<void> {
  const gs06 = plainNumber(item.gs06);
  const sent = await sentFile(context, { gs06 });
  const { included, received, accepted } = item;
  const refused = !isTaken(item.result) && item.result !== 'P';
  const codes = [item.result, ...item.codes];
  const row = {
    kind: item.type === '999.group' ? '999' : '997',
    answersFileId: sent?.file.id,
    gs06: item.gs06,
    result: refused ? 'rejected' : 'accepted',
    codes,
    detail: { included, received, accepted },
    origin: item.origin,
  } as const;
  addRow(context, row);
  const claims = (sent?.claims ?? []).filter((claim) => claim.gs06 === gs06);
  const sets = new Set(claims.map(({ st02 }) => st02));
  const speaksOfAll = context.listed.size === 0 || included >= sets.size;
  for (const { claimId, st02, patientControlNumber } of claims) {
    const listed = context.listed.get(plainNumber(st02));
    const concerned = listed === undefined ? speaksOfAll : listed && refused;
    if (!concerned) continue;
    if (refused) addRow(context, { ...row, st02, claimId, patientControlNumber });
    addEvent(context, claimId, refused ? 'rejected_999' : 'acknowledged', item, { codes });
  }
}

async function takeClaim(context: Context, item: ClaimAckRecord): Promise<void> {
  const chargeCents = item.statuses.find((status) => status.chargeCents !== undefined)?.chargeCents;
  const claim = context.match({ ...item, chargeCents, usage: context.usage })?.claim;
  const { stage, result } = claimAckOutcome(item);
  const codes = item.statuses.map(({ category, status, entity }) =>
    [category, status, ...(entity === undefined ? [] : [entity])].join(':'),
  );
  addRow(context, {
    kind: '277ca',
    claimId: claim?.id,
    patientControlNumber: item.patientControlNumber,
    result,
    stage,
    codes,
    detail: {
      statuses: item.statuses,
      lines: item.lines,
      payerClaimNumber: item.payerClaimNumber,
      clearinghouseNumber: item.clearinghouseNumber,
    },
    origin: item.origin,
  });
  if (claim === undefined) return;
  if (item.payerClaimNumber !== undefined)
    context.payerNumbers.push({ claimId: claim.id, payerClaimNumber: item.payerClaimNumber });
  const accepted = stage === 'payer' ? 'accepted_payer' : 'accepted_clearinghouse';
  const type = { accepted, rejected: 'rejected_277ca', pending: 'pending', unknown: undefined } as const;
  const event = type[result];
  if (event !== undefined) addEvent(context, claim.id, event, item, { stage, codes });
}
