/**
 * The sandbox's office for one user: takes complete files out of `to`, puts answers into `from`. Safe to kill at any moment;
 * each step is one rename, and what is found after a restart says where to go on:
 *
 *   to/F -> inbox/N_F            received, with its receipt number
 *   drafts/N/ -> outbox/N/       all its answers are written (and it is in the ledger)
 *   outbox/N/S_A -> from/A       an answer of stage S is given, never twice
 *   inbox/N_F -> archive/N_F     all answers are given
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerFile } from './answers.ts';
import { countReceived, type Ledger, openLedger, type Received } from './ledger.ts';
import type { Uploads } from './sftp-session.ts';

export type ClearinghouseOptions = {
  to: string;
  from: string;
  /** Holds inbox, outbox, archive and ledger; on the same disk as the two folders. */
  office: string;
  seed: string;
  /** Dates of the answers; the filing limit counts to it. */
  clock?: (() => Date) | undefined;
  /** Wait before the 277CAs and again before the 835s. */
  delayMs?: number | undefined;
  pollMs?: number | undefined;
};

export type Clearinghouse = {
  received(): Received;
  /** Names of files that could not be worked on; they lie in the office's folder `failed`. */
  failed(): string[];
  /** Tells of files written to `to` by SFTP; those that come otherwise are taken when they stop growing. */
  uploads: Uploads;
  stop(): Promise<void>;
};

type Office = Omit<ClearinghouseOptions, 'clock' | 'delayMs' | 'pollMs'> & {
  clock: () => Date;
  delayMs: number;
  pollMs: number;
  ledger: Ledger;
  lastReceipt: number;
  /** Files that are being written, and files known to be complete. */
  growing: Set<string>;
  settled: Set<string>;
  /** Size and time of files at the last look. */
  sightings: Map<string, string>;
  deliveries: Set<Promise<void>>;
  signal: AbortSignal;
};

const FOLDERS = ['inbox', 'drafts', 'outbox', 'archive', 'failed'] as const;

const POLL_MS = 200;

/** Starts the office: goes on with what a stopped one left, then watches. */
export function startClearinghouse(options: ClearinghouseOptions): Clearinghouse {
  const stopping = new AbortController();
  for (const folder of [options.to, options.from, ...FOLDERS.map((name) => path.join(options.office, name))])
    mkdirSync(folder, { recursive: true });
  const ledger = openLedger(path.join(options.office, 'ledger.jsonl'));
  const office: Office = {
    ...options,
    clock: options.clock ?? (() => new Date()),
    delayMs: options.delayMs ?? 0,
    pollMs: options.pollMs ?? POLL_MS,
    ledger,
    lastReceipt: lastReceipt(options.office, ledger),
    growing: new Set(),
    settled: new Set(),
    sightings: new Map(),
    deliveries: new Set(),
    signal: stopping.signal,
  };
  goOn(office);
  const bell = createBell();
  const watching = watch(office, bell);
  return {
    received: () => countReceived(ledger.files),
    failed: () => readdirSync(at(office, 'failed')),
    uploads: {
      begin: (file) => office.growing.add(file),
      end(file, complete) {
        office.growing.delete(file);
        if (!complete || path.dirname(file) !== office.to) return;
        office.settled.add(path.basename(file));
        bell.ring();
      },
    },
    async stop() {
      stopping.abort();
      bell.ring();
      await watching;
      await Promise.all(office.deliveries);
    },
  };
}

function at({ office }: { office: string }, folder: (typeof FOLDERS)[number], ...names: string[]): string {
  return path.join(office, folder, ...names);
}

function receiptOf(name: string): number {
  return Number.parseInt(name, 10) || 0;
}

function lastReceipt(office: string, ledger: Ledger): number {
  const names = FOLDERS.flatMap((folder) => readdirSync(path.join(office, folder)));
  return Math.max(0, ...ledger.files.map(({ receipt }) => receipt), ...names.map(receiptOf));
}

/** Wakes the watch before its time. */
function createBell() {
  let wake = () => {};
  let rung = false;
  return {
    ring() {
      rung = true;
      wake();
    },
    async wait(ms: number) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      rung = false;
    },
  };
}

async function watch(office: Office, bell: ReturnType<typeof createBell>): Promise<void> {
  while (!office.signal.aborted) {
    try {
      look(office);
    } catch {
      // The folder is away, or the disk is full: the next look may find it mended.
    }
    await bell.wait(office.pollMs);
  }
}

function look(office: Office): void {
  for (const name of completeFiles(office)) {
    const taken = `${String(++office.lastReceipt).padStart(6, '0')}_${name}`;
    renameSync(path.join(office.to, name), at(office, 'inbox', taken));
    office.settled.delete(name);
    office.sightings.delete(name);
    work(office, taken);
  }
}

const TEMPORARY = /^\.|\.(part|partial|tmp|filepart)$/i;

/** Files under a final name that are known to be complete, or did not change since the last look. */
function completeFiles(office: Office): string[] {
  const complete: string[] = [];
  const names = readdirSync(office.to).filter((name) => !TEMPORARY.test(name));
  for (const name of names.sort()) {
    const facts = statSync(path.join(office.to, name), { throwIfNoEntry: false });
    if (facts === undefined || !facts.isFile() || office.growing.has(path.join(office.to, name))) continue;
    const sighting = `${facts.size} ${facts.mtimeMs}`;
    if (office.settled.has(name) || office.sightings.get(name) === sighting) complete.push(name);
    office.sightings.set(name, sighting);
  }
  return complete;
}

/** After a restart: first what is answered but not given yet, then what is not answered yet. */
function goOn(office: Office): void {
  for (const receipt of readdirSync(at(office, 'outbox'))) startDelivery(office, receipt);
  for (const taken of readdirSync(at(office, 'inbox')))
    if (!existsSync(at(office, 'outbox', receiptName(taken)))) work(office, taken);
}

function receiptName(taken: string): string {
  return taken.slice(0, taken.indexOf('_'));
}

/** Writes all answers to a file of the inbox, then begins to give them. What cannot be worked on is put aside. */
function work(office: Office, taken: string): void {
  try {
    prepare(office, taken);
  } catch {
    renameSync(at(office, 'inbox', taken), at(office, 'failed', taken));
    return;
  }
  startDelivery(office, receiptName(taken));
}

function prepare(office: Office, taken: string): void {
  const bytes = readFileSync(at(office, 'inbox', taken));
  const number = receiptOf(taken);
  const { answers, content } = answerFile(bytes, {
    seed: office.seed,
    at: office.clock(),
    receipt: number,
    isKnown: (sender, isa13) => office.ledger.holds(sender, isa13, number),
  });
  const draft = at(office, 'drafts', receiptName(taken));
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft);
  for (const { stage, name, text } of answers) writeFileSync(path.join(draft, `${stage}_${name}`), text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  office.ledger.enter({ receipt: number, name: taken.slice(taken.indexOf('_') + 1), sha256, ...content });
  renameSync(draft, at(office, 'outbox', receiptName(taken)));
}

function startDelivery(office: Office, receipt: string): void {
  // What cannot be delivered now stays in the outbox for the next start.
  const delivery = deliver(office, receipt)
    .catch(() => {})
    .finally(() => office.deliveries.delete(delivery));
  office.deliveries.add(delivery);
}

/** Gives the answers stage by stage; a stop leaves the rest for the next start. */
async function deliver(office: Office, receipt: string): Promise<void> {
  const folder = at(office, 'outbox', receipt);
  let stage = '1';
  for (const answer of readdirSync(folder).sort()) {
    if (!answer.startsWith(stage)) await sleep(office.delayMs, undefined, { signal: office.signal }).catch(() => {});
    if (office.signal.aborted) return;
    stage = answer.slice(0, 1);
    renameSync(path.join(folder, answer), path.join(office.from, answer.slice(2)));
  }
  const taken = readdirSync(at(office, 'inbox')).find((name) => receiptName(name) === receipt);
  if (taken !== undefined) renameSync(at(office, 'inbox', taken), at(office, 'archive', taken));
  rmSync(folder, { recursive: true, force: true });
}
