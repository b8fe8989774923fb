/** What a sandbox user sent, as JSON lines: appended once for each received file, read again after a restart. */
import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import type { FileContent } from './answers.ts';

/** One received file. `receipt` counts from 1. */
export type ReceivedFile = FileContent & { receipt: number; name: string; sha256: string };

/** The count over all received files, with what came more than once. */
export type Received = {
  files: readonly ReceivedFile[];
  claims: number;
  /** `sender isa13` of interchanges received again. */
  repeatedInterchanges: string[];
  /** Patient control numbers received again. */
  repeatedClaims: string[];
};

export type Ledger = {
  readonly files: readonly ReceivedFile[];
  /** Enters a file; one whose receipt is there already is not entered again. */
  enter(file: ReceivedFile): void;
  /** Whether an earlier receipt holds this interchange. */
  holds(sender: string, isa13: string, before: number): boolean;
};

/** Opens a ledger; a last line that was cut off by a crash is dropped: its file is treated again. */
export function openLedger(file: string): Ledger {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole));
  const files = whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ReceivedFile);
  const receipts = new Set(files.map(({ receipt }) => receipt));
  const first = new Map<string, number>();
  const note = ({ interchanges, receipt }: ReceivedFile) => {
    for (const { sender, isa13 } of interchanges)
      if (!first.has(`${sender} ${isa13}`)) first.set(`${sender} ${isa13}`, receipt);
  };
  files.forEach(note);
  return {
    files,
    enter(received) {
      if (receipts.has(received.receipt)) return;
      appendFileSync(file, `${JSON.stringify(received)}\n`);
      receipts.add(received.receipt);
      files.push(received);
      note(received);
    },
    holds: (sender, isa13, before) => (first.get(`${sender} ${isa13}`) ?? before) < before,
  };
}

/** Counts what was received. */
export function countReceived(files: readonly ReceivedFile[]): Received {
  const claims = files.flatMap(({ controlNumbers }) => controlNumbers);
  const interchanges = files.flatMap((file) => file.interchanges.map(({ sender, isa13 }) => `${sender} ${isa13}`));
  return {
    files,
    claims: claims.length,
    repeatedInterchanges: repeated(interchanges),
    repeatedClaims: repeated(claims),
  };
}

function repeated(list: readonly string[]): string[] {
  const seen = new Set<string>();
  return list.filter((one) => seen.has(one) || !seen.add(one));
}
