/**
 * One process per data folder: PGlite has no lock of its own and a second process would spoil the database silently.
 * The lock file names its holder; its time is renewed while the holder lives, for holders whose pid means nothing here
 * (another container on the same volume).
 */
import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { Problem, systemCode } from '../problem.ts';

type Holder = { pid: number; host: string; started: string; nonce: string };

const RENEW_MS = 2_000;
const FRESH_MS = 15_000;

/** Locks of this very process; its own pid in a lock file says nothing after a container's restart. */
const held = new Set<string>();

/** Locks the folder (made where missing) and gives back the way to unlock it; throws Problem data-folder-locked. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await makeFolder(folder);
  const file = path.join(folder, 'lock');
  const mine: Holder = {
    pid: process.pid,
    host: hostname(),
    started: await startTime(process.pid),
    nonce: randomUUID(),
  };
  const text = JSON.stringify(mine);
  for (let attempt = 0; !(await create(file, text)); attempt++) {
    const found = await readFile(file, 'utf8').catch(() => undefined);
    if (found === undefined) continue;
    const holder = parseHolder(found);
    if (attempt > 5 || (await isAlive(file, holder))) throw locked(folder, holder);
    await takeAway(file, found, mine.nonce);
  }
  held.add(mine.nonce);
  const renewal = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => {}), RENEW_MS);
  renewal.unref();
  return async () => {
    clearInterval(renewal);
    held.delete(mine.nonce);
    if ((await readFile(file, 'utf8').catch(() => '')) === text) await rm(file, { force: true });
  };
}

function locked(folder: string, holder: Holder | undefined): Problem {
  const who = holder === undefined ? 'another process' : `process ${holder.pid} on ${holder.host}`;
  return new Problem(
    'data-folder-locked',
    `${folder} is in use by ${who}: stop it, or set CLAIMWIRE_DATA to another folder`,
  );
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw unusable(folder, error);
  }
}

/** What is wrong with a folder that cannot be made or written. */
function unusable(folder: string, error: unknown): unknown {
  const code = systemCode(error);
  if (code === undefined || code === 'ENOSPC' || code === 'EDQUOT') return error;
  return new Problem(
    'data-folder-unusable',
    `${folder} cannot be written (${code}): set CLAIMWIRE_DATA to a folder of yours`,
    {
      cause: error,
    },
  );
}

/** Writes the lock whole under another name and links it into place: nobody ever reads half a lock. */
async function create(file: string, text: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, text, { mode: 0o600 });
    await link(draft, file);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw unusable(path.dirname(file), error);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Removes a dead process's lock. Renaming lets only one of several takers through; a living lock caught by mistake goes back. */
async function takeAway(file: string, stale: string, nonce: string): Promise<void> {
  const aside = `${file}.stale.${nonce}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  if ((await readFile(aside, 'utf8')) !== stale) await link(aside, file).catch(() => {});
  await rm(aside, { force: true });
}

function parseHolder(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'pid' in value ? (value as Holder) : undefined;
  } catch {
    return undefined;
  }
}

async function isAlive(file: string, holder: Holder | undefined): Promise<boolean> {
  if (holder === undefined) return false;
  if (held.has(holder.nonce)) return true;
  if (holder.host !== hostname()) return isFresh(file);
  if (holder.pid === process.pid || !isRunning(holder.pid)) return false;
  return (await startTime(holder.pid)) === holder.started;
}

async function isFresh(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs < FRESH_MS;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/** When a process started, in ticks since boot, so that a reused pid is told apart; empty where /proc does not say. */
async function startTime(pid: number): Promise<string> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
