/**
 * Step collect: answers are fetched from a partner's folders once each. A file is taken when it stopped changing, stored by
 * the hash of its bytes, and only after the commit is the remote file left, moved or deleted.
 */
import type { FollowUp, JobPayload } from '../../schemas/jobs.ts';
import { asProblem, Problem } from '../problem.ts';
import { transact } from '../store/database.ts';
import { insertReceivedFile } from '../store/files.ts';
import { newId } from '../store/ids.ts';
import { markCollected } from '../store/partners.ts';
import { rememberRemoteEntry } from '../store/remote-entries.ts';
import { type Collecting, stableFiles } from './inbound-files.ts';
import { activePartner, withLease, withSession } from './partner-session.ts';
import type { Exchange } from './ports.ts';
import { finishPending, putAway } from './put-away.ts';
import type { RemoteFile } from './sftp.ts';

/** Fetches what is new; each stored file asks to be ingested. */
export async function collect(exchange: Exchange, { partnerId }: JobPayload<'collect'>): Promise<FollowUp[]> {
  const stored = await withLease(exchange, `collect-${partnerId}`, async () => {
    const partner = await activePartner(exchange, partnerId);
    if (partner === undefined) return [];
    return withSession(exchange, partner, (session) => collectFrom({ exchange, partner, session, troubles: [] }));
  });
  return (stored ?? []).map((fileId) => ({ step: 'ingest', payload: { fileId } }));
}

async function collectFrom(collecting: Collecting): Promise<string[]> {
  const { exchange, partner, troubles } = collecting;
  await finishPending(collecting);
  const stored: string[] = [];
  for (const file of await stableFiles(collecting)) {
    const fileId = await take(collecting, file);
    if (fileId !== undefined) stored.push(fileId);
  }
  for (const trouble of troubles) exchange.log.warn({ partnerId: partner.id, err: trouble }, 'collected, but not all');
  const [first] = troubles;
  if (first === undefined) await markCollected(exchange.store.db, partner.id, exchange.clock());
  // What was stored is on its way even so: failing here would lose these follow-ups until the sweep.
  else if (stored.length === 0) throw first;
  return stored;
}

async function take(collecting: Collecting, file: RemoteFile): Promise<string | undefined> {
  const { exchange, partner } = collecting;
  const bytes = await download(collecting, file);
  if (bytes === undefined) return undefined;
  const entry = { partnerId: partner.id, path: file.path, size: file.size, modifiedAt: file.modifiedAt };
  const { id, known } = await transact(exchange.store, async (tx) => {
    const row = {
      id: newId(),
      partnerId: partner.id,
      kind: 'unknown',
      name: file.name,
      state: 'stored',
      remoteFolder: file.path.slice(0, -file.name.length - 1),
    } as const;
    const stored = await insertReceivedFile(tx, row, bytes, exchange.vault);
    await rememberRemoteEntry(tx, { ...entry, fileId: stored.id, afterDone: partner.sftp.afterDownload === 'leave' });
    return stored;
  });
  exchange.log.info({ fileId: id, partnerId: partner.id, size: file.size, known }, 'file received');
  if (partner.sftp.afterDownload !== 'leave') await putAway(collecting, { ...entry, fileId: id });
  return known ? undefined : id;
}

/** The bytes of a file; undefined when it went away or changed under our eyes, which the next listing will show. */
async function download({ session, troubles }: Collecting, file: RemoteFile): Promise<Buffer | undefined> {
  let bytes: Buffer;
  try {
    bytes = await session.get(file.path, file.size);
  } catch (error) {
    const problem = asProblem(error);
    if (problem?.code !== 'sftp-folder') throw error;
    // Gone is no trouble, the first who fetches a file may take it away; a file that we may not read is, but only of its own.
    if ((await session.stat(file.path)) !== undefined) troubles.push(problem);
    return undefined;
  }
  const now = await session.stat(file.path);
  const changed = now !== undefined && (now.size !== file.size || +now.modifiedAt !== +file.modifiedAt);
  if (changed) return undefined;
  if (bytes.length === file.size) return bytes;
  const says = `${file.path}: ${file.size} bytes announced, ${bytes.length} read: it is tried again`;
  throw new Problem('sftp-transfer', says, { retry: true, namesFile: true });
}
