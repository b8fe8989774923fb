/** Which files of a partner's folders are to be fetched: new ones that stopped changing. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Partner } from '../../schemas/partner.ts';
import { asProblem, type Problem } from '../problem.ts';
import { knownRemoteEntries } from '../store/remote-entries.ts';
import { noteSightings } from '../store/remote-sightings.ts';
import type { Exchange } from './ports.ts';
import type { RemoteFile, SftpSession } from './sftp.ts';
import { trimFolder } from './sftp-session.ts';

/** A collect step at work. Troubles of single files and folders do not keep it from the others. */
export type Collecting = { exchange: Exchange; partner: Partner; session: SftpSession; troubles: Problem[] };

/** Up to so many seconds the step waits itself; beyond, a later one compares with what this one saw. */
const PATIENCE = 10;

/** New files in the order of their paths, unchanged for as long as the partner's profile asks. */
export async function stableFiles(collecting: Collecting): Promise<RemoteFile[]> {
  const { exchange, partner } = collecting;
  const wait = partner.sftp.stableSeconds;
  const first = await newFiles(collecting);
  if (wait > PATIENCE) {
    const seconds = await noteSightings(exchange.store.db, partner.id, first.map(entryOf));
    return first.filter(({ path }) => (seconds.get(path) ?? 0) >= wait);
  }
  if (wait === 0 || first.length === 0) return first;
  await sleep(wait * 1000);
  const before = new Set(first.map(lookOf));
  return (await newFiles(collecting)).filter((file) => before.has(lookOf(file)));
}

function entryOf({ path, size, modifiedAt }: RemoteFile) {
  return { path, size, modifiedAt };
}

function lookOf({ path, size, modifiedAt }: Pick<RemoteFile, 'path' | 'size' | 'modifiedAt'>): string {
  return `${path}|${size}|${modifiedAt.getTime()}`;
}

async function newFiles(collecting: Collecting): Promise<RemoteFile[]> {
  const { exchange, partner } = collecting;
  const listed: RemoteFile[] = [];
  for (const folder of new Set(partner.sftp.inbound.map(trimFolder)))
    listed.push(...(await listFolder(collecting, folder)));
  const candidates = listed.filter((file) => isCandidate(partner, file));
  const known = await knownRemoteEntries(exchange.store.db, partner.id, candidates.map(entryOf));
  const taken = new Set(known.map(lookOf));
  return candidates.filter((file) => !taken.has(lookOf(file))).sort((left, right) => (left.path < right.path ? -1 : 1));
}

async function listFolder({ session, troubles }: Collecting, folder: string): Promise<RemoteFile[]> {
  try {
    return await session.list(folder);
  } catch (error) {
    const problem = asProblem(error);
    if (problem?.code !== 'sftp-folder') throw error;
    troubles.push(problem);
    return [];
  }
}

/** Names under which others upload before they rename. */
const TEMPORARY = /\.(part|partial|tmp|temp|filepart|crdownload)$/i;

/** Not folders, hidden or temporary files, and nothing empty: an empty file may still be written. */
function isCandidate(partner: Partner, { name, kind, size }: RemoteFile): boolean {
  const temporary = name.endsWith(partner.sftp.temporarySuffix) || TEMPORARY.test(name);
  return kind === 'file' && size > 0 && !name.startsWith('.') && !temporary;
}
