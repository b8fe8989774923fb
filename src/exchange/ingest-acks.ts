/** TA1, 999, 997 and 277CA of a received file as rows and claim events, tied to the files and claims they speak of. */
import type { AckGroupRecord, AckTransactionRecord, ClaimAckRecord, Ta1Record } from '../../schemas/records.ts';
import { claimAckOutcome } from '../acks/claim-ack.ts';
import type { ClaimEventType } from '../claims/lifecycle.ts';
import type { Item } from '../read-interchange.ts';
import type { NewAcknowledgment } from '../store/acknowledgments.ts';
import { type ClaimKey, findClaimsByControlNumbers } from '../store/claim-keys.ts';
import type { Tx } from '../store/database.ts';
import type { NewEvent } from '../store/events.ts';
import type { FileRow } from '../store/files.ts';
import { claimsOfFile, type FileClaim, findSentFile } from '../store/sent-files.ts';
import { newestByControlNumber } from './matching.ts';

export type Acknowledgments = {
  acknowledgments: NewAcknowledgment[];
  events: NewEvent[];
  payerNumbers: { claimId: string; payerClaimNumber: string }[];
};

type Context = Acknowledgments & {
  tx: Tx;
  file: FileRow;
  /** Sets already answered one by one, by group number. */
  answered: Map<string, Set<string>>;
  claims: ReadonlyMap<string, ClaimKey>;
  sent: Map<string, Promise<{ file: FileRow; claims: FileClaim[] } | undefined>>;
};

/** Everything the acknowledgments of a file say. */
export async function collectAcknowledgments(tx: Tx, file: FileRow, items: readonly Item[]): Promise<Acknowledgments> {
  const numbers = items.flatMap((item) =>
    item.type === '277ca.claim' && item.patientControlNumber !== undefined ? [item.patientControlNumber] : [],
  );
  const found = numbers.length === 0 ? [] : await findClaimsByControlNumbers(tx, file.partnerId, [...new Set(numbers)]);
  const context: Context = {
    tx,
    file,
    acknowledgments: [],
    events: [],
    payerNumbers: [],
    answered: new Map(),
    claims: newestByControlNumber(found),
    sent: new Map(),
  };
  for (const item of items) await takeItem(context, item);
  const { acknowledgments, events, payerNumbers } = context;
  return { acknowledgments, events, payerNumbers };
}

async function takeItem(context: Context, item: Item): Promise<void> {
  switch (item.type) {
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
  const { file, acknowledgments, events } = context;
  events.push({
    claimId,
    type,
    dedupeKey: `ack-${file.id}-${acknowledgments.length}-${type}`,
    fileId: file.id,
    origin: item.origin,
    detail,
  });
}

/** The sent file an answer speaks of, with its claims; looked up once. */
function sentFile(context: Context, key: { isa13?: string; gs06?: string }) {
  const name = `${key.isa13 ?? ''}|${key.gs06 ?? ''}`;
  const known = context.sent.get(name);
  if (known !== undefined) return known;
  const lookup = findSentFile(context.tx, { partnerId: context.file.partnerId, ...key }).then(async (file) =>
    file === undefined ? undefined : { file, claims: await claimsOfFile(context.tx, file.id) },
  );
  context.sent.set(name, lookup);
  return lookup;
}

async function takeTa1(context: Context, item: Ta1Record): Promise<void> {
  const sent = await sentFile(context, { isa13: item.isa13 });
  const rejected = item.result === 'R';
  addRow(context, {
    kind: 'ta1',
    answersFileId: sent?.file.id,
    isa13: item.isa13,
    result: rejected ? 'rejected' : 'accepted',
    codes: [item.result, item.note],
    origin: item.origin,
  });
  for (const claim of sent?.claims ?? []) {
    addEvent(context, claim.claimId, rejected ? 'interchange_rejected' : 'interchange_accepted', item, {
      codes: [item.result, item.note],
    });
  }
}

/** A and E take the set (E notes errors), all else refuses it. */
function isTaken(result: string): boolean {
  return result === 'A' || result === 'E';
}

async function takeTransaction(context: Context, item: AckTransactionRecord): Promise<void> {
  const sent = await sentFile(context, { gs06: item.ackGs06 });
  const sets = context.answered.get(item.ackGs06) ?? new Set<string>();
  context.answered.set(item.ackGs06, sets.add(item.st02));
  const claims = (sent?.claims ?? []).filter((claim) => claim.gs06 === item.ackGs06 && claim.st02 === item.st02);
  const taken = isTaken(item.result);
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

/** The group's result stands for the sets that were not answered one by one. */
async function takeGroup(context: Context, item: AckGroupRecord): Promise<void> {
  const sent = await sentFile(context, { gs06: item.gs06 });
  const { included, received, accepted } = item;
  const refused = !isTaken(item.result) && item.result !== 'P';
  addRow(context, {
    kind: item.type === '999.group' ? '999' : '997',
    answersFileId: sent?.file.id,
    gs06: item.gs06,
    result: refused ? 'rejected' : 'accepted',
    codes: [item.result, ...item.codes],
    detail: { included, received, accepted },
    origin: item.origin,
  });
  const answered = context.answered.get(item.gs06);
  const silent = (sent?.claims ?? []).filter((claim) => claim.gs06 === item.gs06 && answered?.has(claim.st02) !== true);
  for (const { claimId } of silent)
    addEvent(context, claimId, refused ? 'rejected_999' : 'acknowledged', item, {
      codes: [item.result, ...item.codes],
    });
}

async function takeClaim(context: Context, item: ClaimAckRecord): Promise<void> {
  const claim = context.claims.get(item.patientControlNumber ?? '');
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
