/**
 * The sandbox's back office on a pair of folders: takes complete 837s out of `to`, puts answers into `from`. Safe to kill: an
 * answer is written under a temporary name and renamed, its name and bytes derive from the 837, and the 837 is put into the
 * archive last.
 */
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerFile } from './answers.ts';

export type ClearinghouseOptions = {
  /** Folders; the archive and the ledger lie in `office`. */
  to: string;
  from: string;
  office: string;
  seed: string;
  /** Wait before the 277CAs and again before the 835s. */
  delayMs?: number;
  pollMs?: number;
};

/** One received file, as the ledger has it. `again`: the same bytes had been received before. */
export type ReceivedFile = { name: string; sha256: string; isa13: string; controlNumbers: string[]; again: boolean };

export type Clearinghouse = { received(): ReceivedFile[]; stop(): Promise<void> };

/** Starts watching. */
export function startClearinghouse(options: ClearinghouseOptions): Clearinghouse {
  for (const folder of [
    options.to,
    options.from,
    options.office,
    path.join(options.office, 'archive'),
    path.join(options.office, 'out'),
  ])
    mkdirSync(folder, { recursive: true });
  const ledger = path.join(options.office, 'ledger.jsonl');
  const stopped = new AbortController();
  const done = watch(options, ledger, stopped.signal);
  return {
    received: () => readLedger(ledger),
    async stop() {
      stopped.abort();
      await done;
    },
  };
}

/** What the ledger in an office says was received. */
export function readLedger(ledger: string): ReceivedFile[] {
  if (!existsSync(ledger)) return [];
  return readFileSync(ledger, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ReceivedFile);
}

async function watch(options: ClearinghouseOptions, ledger: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    for (const name of completeFiles(options.to)) {
      if (signal.aborted) return;
      await treat(options, ledger, name, signal);
    }
    await sleep(options.pollMs ?? 100, undefined, { signal }).catch(() => {});
  }
}

function completeFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.') && !/\.(part|tmp)$/.test(name))
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .sort();
}

async function treat(options: ClearinghouseOptions, ledger: string, name: string, signal: AbortSignal): Promise<void> {
  const file = path.join(options.to, name);
  const archived = path.join(options.office, 'archive', name);
  const bytes = readFileSync(file);
  const { answers, received } = answerFile(bytes, options.seed);
  enter(ledger, {
    name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...received,
    again: existsSync(archived),
  });
  let stage = 1;
  for (const answer of answers) {
    if (answer.stage !== stage) await sleep(options.delayMs ?? 0, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
    stage = answer.stage;
    deliver(options, answer.name, answer.text);
  }
  renameSync(file, archived);
}

/** A file that was being treated when the process died is in the ledger already; one that came a second time is not. */
function enter(ledger: string, row: ReceivedFile): void {
  const known = readLedger(ledger).some(({ name, sha256 }) => name === row.name && sha256 === row.sha256);
  if (!known || row.again) appendFileSync(ledger, `${JSON.stringify(row)}\n`);
}

/** `out` remembers what was delivered: an answer that the other side has fetched and deleted is not given again. */
function deliver({ from, office }: ClearinghouseOptions, name: string, text: string): void {
  const mark = path.join(office, 'out', name);
  if (existsSync(mark)) return;
  const temporary = path.join(from, `.${name}.part`);
  writeFileSync(temporary, text);
  renameSync(temporary, path.join(from, name));
  writeFileSync(mark, '');
}
