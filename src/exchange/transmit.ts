/**
 * Step transmit: a built file reaches the partner exactly once. The intent is committed before the upload and again before
 * the rename; after a crash the step looks at the server and goes on from what it finds. Never a blind re-send.
 */
import type { FollowUp, JobPayload } from '../../schemas/jobs.ts';
import type { Partner } from '../../schemas/partner.ts';
import { asProblem, Problem } from '../problem.ts';
import { transact } from '../store/database.ts';
import { type FileRow, type FileState, findFile, moveFile, noteFileError, readFileBytes } from '../store/files.ts';
import { isAnswered } from '../store/sent-files.ts';
import { activePartner, type Lease, withLease, withSession } from './partner-session.ts';
import type { Exchange } from './ports.ts';
import { markSent } from './sent.ts';
import type { SftpSession } from './sftp.ts';
import { trimFolder } from './sftp-session.ts';

/** The states of a file that is still to be sent. */
const UNDER_WAY: readonly FileState[] = ['built', 'uploading', 'renaming'];

/** Sends one file. May run any number of times, also side by side. */
export async function transmit(exchange: Exchange, { fileId }: JobPayload<'transmit'>): Promise<FollowUp[]> {
  await withLease(exchange, `transmit-${fileId}`, async (lease) => {
    const file = await findFile(exchange.store.db, fileId);
    if (file === undefined || !UNDER_WAY.includes(file.state)) return;
    const partner = await activePartner(exchange, file.partnerId);
    if (partner === undefined) return;
    try {
      await withSession(exchange, partner, (session) => send({ exchange, partner, file, session, lease }));
    } catch (error) {
      const problem = asProblem(error);
      if (problem !== undefined) await noteFileError(exchange.store.db, fileId, problem.code, problem.message);
      throw error;
    }
  });
  return [];
}

type Sending = { exchange: Exchange; partner: Partner; file: FileRow; session: SftpSession; lease: Lease };

/** Where a file goes; without a temporary name it is written under its final one. */
type Target = { folder: string; final: string; temporary: string | undefined };

function targetOf(name: string, remoteFolder: string, temporaryName: string | null): Target {
  const folder = trimFolder(remoteFolder);
  const temporary = temporaryName === null ? undefined : `${folder}/${temporaryName}`;
  return { folder: remoteFolder, final: `${folder}/${name}`, temporary };
}

/** The target by the profile as it is now: for a file of which nothing is on the server yet. */
function freshTarget({ file, partner: { sftp } }: Sending): Target {
  return targetOf(file.name, sftp.outbound, sftp.rename ? temporaryName(file, sftp.temporarySuffix) : null);
}

function temporaryName(file: FileRow, suffix: string): string {
  return `${file.name}${suffix}`;
}

async function send(sending: Sending): Promise<void> {
  const { file, partner } = sending;
  if (file.state === 'built') return upload(sending);
  // What was committed counts, not the profile: it may have changed since.
  const { final, temporary } = targetOf(file.name, file.remoteFolder ?? partner.sftp.outbound, file.temporaryName);
  return temporary === undefined ? resumeDirect(sending, final) : resume(sending, final, temporary);
}

/** First commit: uploading, with the names. Size and hash are in the row since it was built. */
async function upload(sending: Sending): Promise<void> {
  const { exchange, file, session, lease } = sending;
  const target = freshTarget(sending);
  const path = target.temporary ?? target.final;
  for (const taken of new Set([target.final, path])) {
    if (await session.stat(taken)) return fail(sending, `${taken} is there already and was not put there by this send`);
  }
  const names = {
    remoteFolder: target.folder,
    temporaryName: target.temporary === undefined ? null : temporaryName(file, sending.partner.sftp.temporarySuffix),
  };
  if (!(await moveFile(exchange.store.db, file.id, UNDER_WAY, 'uploading', names))) return;
  const bytes = await readFileBytes(exchange.store.db, file.id, exchange.vault);
  await lease.confirm();
  await put(sending, path, bytes);
  const there = await session.stat(path);
  if (target.temporary === undefined) {
    // Some servers take a finished file away at once: only another size is proof of a failure.
    if (there !== undefined && there.size !== file.size) throw sizeProblem(path);
    return finish(sending);
  }
  if (there?.size !== file.size) throw sizeProblem(path);
  return rename(sending, target.final, target.temporary);
}

async function put({ exchange, file, session }: Sending, path: string, bytes: Buffer): Promise<void> {
  try {
    await session.put(path, bytes);
  } catch (error) {
    // No such folder, or not allowed: certainly nothing was written.
    if (asProblem(error)?.code === 'sftp-folder') await moveFile(exchange.store.db, file.id, ['uploading'], 'built');
    throw error;
  }
}

function sizeProblem(path: string): Problem {
  return new Problem('sftp-transfer', `${path}: the server holds another size than was sent: it is looked at again`, {
    retry: true,
  });
}

/** Second commit: renaming. From here on a missing temporary file means that the partner has taken the file. */
async function rename(sending: Sending, final: string, temporary: string): Promise<void> {
  const { exchange, file, session, lease } = sending;
  if (!(await moveFile(exchange.store.db, file.id, ['uploading', 'renaming'], 'renaming'))) {
    return dropLeftover(sending, temporary);
  }
  await lease.confirm();
  await session.rename(temporary, final);
  const there = await session.stat(final);
  if (there !== undefined && there.size !== file.size) return fail(sending, `${final} is there with another size`);
  // Nothing under the final name: taken at once, unless the file is still under the temporary one.
  if (there === undefined && (await session.stat(temporary)) !== undefined) throw sizeProblem(final);
  return finish(sending);
}

/** Another process has finished this send while we uploaded: our copy must not stay. */
async function dropLeftover({ exchange, file, session }: Sending, temporary: string): Promise<void> {
  const now = await findFile(exchange.store.db, file.id);
  if (now?.state === 'sent') await session.remove(temporary).catch(() => {});
}

/** After a crash or a lost connection: what is on the server decides. */
async function resume(sending: Sending, final: string, temporary: string): Promise<void> {
  const { file, session } = sending;
  const done = await session.stat(final);
  if (done !== undefined) {
    return done.size === file.size ? finish(sending) : fail(sending, `${final} is there with another size`);
  }
  const part = await session.stat(temporary);
  if (part === undefined) return file.state === 'renaming' ? finish(sending) : upload(sending);
  if (part.size === file.size) return rename(sending, final, temporary);
  await session.remove(temporary);
  return upload(sending);
}

/** Without renaming nobody can know whether the partner took a file whose upload was cut: its acknowledgment or a person decides. */
async function resumeDirect(sending: Sending, final: string): Promise<void> {
  const { exchange, file, session } = sending;
  const there = await session.stat(final);
  if (there?.size === file.size || (await isAnswered(exchange.store.db, file.id))) return finish(sending);
  const says = 'the upload was cut off and its outcome is unknown: waiting for an acknowledgment or a person';
  const error = { errorCode: 'sftp-uncertain', errorText: says };
  await moveFile(exchange.store.db, file.id, ['uploading', 'renaming'], 'uncertain', error);
  exchange.log.warn({ fileId: file.id, partnerId: file.partnerId }, 'upload uncertain');
}

async function fail({ exchange, file }: Sending, errorText: string): Promise<void> {
  await moveFile(exchange.store.db, file.id, UNDER_WAY, 'failed', { errorCode: 'sftp-transfer', errorText });
  exchange.log.error({ fileId: file.id, partnerId: file.partnerId }, 'file not sent');
}

/** Last commit: sent. */
async function finish({ exchange, file }: Sending): Promise<void> {
  const moved = await transact(exchange.store, (tx) => markSent(tx, file, ['uploading', 'renaming'], exchange.clock()));
  if (moved) exchange.log.info({ fileId: file.id, partnerId: file.partnerId, count: file.claims }, 'file sent');
}
