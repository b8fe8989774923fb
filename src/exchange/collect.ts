/**
 * Step collect: answers are fetched from a partner's folders once each. A file is taken when it stopped changing, stored by
 * the hash of its bytes, and only after the commit is the remote file left, moved or deleted.
 */
import type { FollowUp, JobPayload } from '../../schemas/jobs.ts';
import type { Partner } from '../../schemas/partner.ts';
import { Problem } from '../problem.ts';
import { transact } from '../store/database.ts';
import { insertReceivedFile } from '../store/files.ts';
import { newId } from '../store/ids.ts';
import { markCollected } from '../store/partners.ts';
import {
  finishRemoteEntry,
  knownRemoteEntries,
  pendingRemoteEntries,
  rememberRemoteEntry,
} from '../store/remote-entries.ts';
import { activePartner, withLease, withSession } from './partner-session.ts';
import type { Exchange } from './ports.ts';
import type { RemoteFile, SftpSession } from './sftp.ts';

/** Fetches what is new; each stored file asks to be ingested. */
export async function collect(exchange: Exchange, { partnerId }: JobPayload<'collect'>): Promise<FollowUp[]> {
  const stored = await withLease(exchange, `collect-${partnerId}`, async () => {
    const partner = await activePartner(exchange, partnerId);
    if (partner === undefined) return [];
    return withSession(exchange, partner, (session) => collectFrom({ exchange, partner, session }));
  });
  return (stored ?? []).map((fileId) => ({ step: 'ingest', payload: { fileId } }));
}

type Collecting = { exchange: Exchange; partner: Partner; session: SftpSession };

async function collectFrom(collecting: Collecting): Promise<string[]> {
  const { exchange, partner } = collecting;
  await finishPending(collecting);
  const stored: string[] = [];
  for (const file of await stableFiles(collecting)) {
    const fileId = await take(collecting, file);
    if (fileId !== undefined) stored.push(fileId);
  }
  await markCollected(exchange.store.db, partner.id, exchange.clock());
  return stored;
}

/** Files not taken yet, in order of their names, that did not change for the partner's time. */
async function stableFiles(collecting: Collecting): Promise<RemoteFile[]> {
  const { partner, exchange } = collecting;
  const first = await newFiles(collecting);
  const seen = sightingsOf(exchange, partner.id);
  const wait = partner.sftp.stableSeconds;
  if (wait === 0 || first.length === 0) return first;
  const now = exchange.clock().getTime();
  const stable = first.filter((file) => {
    const key = sightingKey(file);
    const since = seen.get(key) ?? now;
    seen.set(key, since);
    return now - since >= wait * 1000;
  });
  forgetGone(seen, first);
  return stable;
}

/** When each changing file was first seen as it is, by process: a restart costs one more wait. */
const sightings = new WeakMap<Exchange, Map<string, Map<string, number>>>();

function sightingsOf(exchange: Exchange, partnerId: string): Map<string, number> {
  const ofPartners = sightings.get(exchange) ?? new Map<string, Map<string, number>>();
  sightings.set(exchange, ofPartners);
  const known = ofPartners.get(partnerId) ?? new Map<string, number>();
  ofPartners.set(partnerId, known);
  return known;
}

function sightingKey({ path, size, modifiedAt }: RemoteFile): string {
  return `${path}|${size}|${modifiedAt.getTime()}`;
}

function forgetGone(seen: Map<string, number>, listed: readonly RemoteFile[]): void {
  const present = new Set(listed.map(sightingKey));
  for (const key of seen.keys()) if (!present.has(key)) seen.delete(key);
}

async function newFiles({ exchange, partner, session }: Collecting): Promise<RemoteFile[]> {
  const listed: RemoteFile[] = [];
  for (const folder of partner.sftp.inbound) {
    const files = await session.list(folder);
    listed.push(...files.filter((file) => isCandidate(partner, file)));
  }
  const known = await knownRemoteEntries(exchange.store.db, partner.id, listed);
  const taken = new Set(known.map(({ path, size, modifiedAt }) => `${path}|${size}|${modifiedAt.getTime()}`));
  return listed
    .filter((file) => !taken.has(sightingKey(file)))
    .sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** Not folders, hidden or temporary files, and nothing empty: an empty file may still be written. */
function isCandidate(partner: Partner, { name, kind, size }: RemoteFile): boolean {
  const temporary = name.endsWith(partner.sftp.temporarySuffix) || /\.(part|partial|tmp|filepart)$/i.test(name);
  return kind === 'file' && size > 0 && !name.startsWith('.') && !temporary;
}

async function take(collecting: Collecting, file: RemoteFile): Promise<string | undefined> {
  const { exchange, partner, session } = collecting;
  const bytes = await session.get(file.path);
  if (bytes.length !== file.size) {
    throw new Problem(
      'sftp-transfer',
      `${file.path}: ${file.size} bytes announced, ${bytes.length} read: it is tried again`,
      { retry: true },
    );
  }
  const entry = { partnerId: partner.id, path: file.path, size: file.size, modifiedAt: file.modifiedAt };
  const { id, known } = await transact(exchange.store, async (tx) => {
    const folder = file.path.slice(0, -file.name.length - 1);
    const row = {
      id: newId(),
      partnerId: partner.id,
      kind: 'unknown',
      name: file.name,
      state: 'stored',
      remoteFolder: folder,
    } as const;
    const stored = await insertReceivedFile(tx, row, bytes, exchange.vault);
    await rememberRemoteEntry(tx, { ...entry, fileId: stored.id, afterDone: partner.sftp.afterDownload === 'leave' });
    return stored;
  });
  exchange.log.info({ fileId: id, partnerId: partner.id, size: file.size, known }, 'file received');
  await finish(collecting, file.path, () => finishRemoteEntry(exchange.store.db, entry));
  return known ? undefined : id;
}

/** Moves or removals that a process did not live to do. */
async function finishPending(collecting: Collecting): Promise<void> {
  const { exchange, partner, session } = collecting;
  for (const entry of await pendingRemoteEntries(exchange.store.db, partner.id)) {
    const there = await session.stat(entry.path);
    const done = () => finishRemoteEntry(exchange.store.db, entry);
    // Another file may have come under that name meanwhile: it is not touched.
    if (there === undefined || there.size !== entry.size) await done();
    else await finish(collecting, entry.path, done);
  }
}

async function finish(
  { partner, session, exchange }: Collecting,
  path: string,
  done: () => Promise<void>,
): Promise<void> {
  const after = partner.sftp.afterDownload;
  if (after === 'leave') return;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (after === 'delete') await session.remove(path);
  else await session.rename(path, `${after.moveTo.replace(/\/+$/, '')}/${name}`);
  await done();
  exchange.log.debug({ partnerId: partner.id }, 'remote file put away');
}
