/** What reading the acknowledgments of a file has come to so far, and the sent files they speak of. */
import type { ClaimEventType } from '../claims/lifecycle.ts';
import type { NewAcknowledgment } from '../store/acknowledgments.ts';
import type { PayerClaimNumber } from '../store/claims.ts';
import type { Tx } from '../store/database.ts';
import type { NewEvent } from '../store/events.ts';
import type { FileRow } from '../store/files.ts';
import { claimsOfFile, type FileClaim, findSentFile } from '../store/sent-files.ts';
import type { Matcher } from './matching.ts';

/** What the acknowledgments of a file come to. */
export type Acknowledgments = {
  acknowledgments: NewAcknowledgment[];
  events: NewEvent[];
  payerNumbers: PayerClaimNumber[];
};

/** A file of ours that is answered, with the claims in it. */
export type SentFile = { file: FileRow; claims: FileClaim[] };

export type AckContext = Acknowledgments & {
  tx: Tx;
  file: FileRow;
  match: Matcher;
  /** Ordinal of the item in its file: names its events. */
  position: number;
  /** ISA15 of the interchange we are in. */
  usage: string | undefined;
  sent: Map<string, Promise<SentFile | undefined>>;
};

/** A context at the beginning of a file. */
export function ackContext(tx: Tx, file: FileRow, match: Matcher): AckContext {
  const found: Acknowledgments = { acknowledgments: [], events: [], payerNumbers: [] };
  return { ...found, tx, file, match, position: 0, usage: undefined, sent: new Map() };
}

/** Adds an answer as a row. */
export function addRow(context: AckContext, row: Omit<NewAcknowledgment, 'fileId' | 'ordinal'>): void {
  const { acknowledgments, file } = context;
  acknowledgments.push({ ...row, fileId: file.id, ordinal: acknowledgments.length + 1 });
}

/**
 * Adds what an item of the file (the present one, unless its position is given) means for a claim. What is said of a sending
 * that is over is a row and nothing more: the claim is on its way anew.
 */
export function addEvent(
  context: AckContext,
  { claimId, past = false }: { claimId: string; past?: boolean },
  type: ClaimEventType,
  item: { origin: NewEvent['origin'] },
  detail: Record<string, unknown>,
  position: number = context.position,
): void {
  if (past) return;
  const { file, events } = context;
  const dedupeKey = `ack-${file.id}-${position}`;
  events.push({ claimId, type, dedupeKey, fileId: file.id, origin: item.origin, detail });
}

/** Numbers come back with their leading zeros cut or filled up: compared, they are numbers. */
export function plainNumber(text: string): string {
  return /^\d{1,15}$/.test(text) ? String(Number(text)) : text;
}

/** The claims of a sent file in the set that an answer names. */
export function claimsOfSet(
  sent: SentFile | undefined,
  { ackGs06, st02 }: { ackGs06: string; st02: string },
): readonly FileClaim[] {
  const [group, set] = [plainNumber(ackGs06), plainNumber(st02)];
  return sent?.claims.filter((claim) => claim.gs06 === group && plainNumber(claim.st02) === set) ?? [];
}

/** The sent file an answer speaks of, with its claims; looked up once. */
export function sentFile(context: AckContext, key: { isa13?: string; gs06?: string }): Promise<SentFile | undefined> {
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
