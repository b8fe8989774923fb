/**
 * Step transmit: a built file reaches the partner exactly once. The intent is committed before the upload and again before
 * the rename; after a crash the step looks at the server and goes on from what it finds. Never a blind re-send.
 */
import type { FollowUp, JobPayload } from '../../schemas/jobs.ts';
import type { Partner } from '../../schemas/partner.ts';
import { Problem } from '../problem.ts';
import { applyEvents } from '../store/claims.ts';
import { transact } from '../store/database.ts';
import { type FileRow, findFile, moveFile, readFileBytes } from '../store/files.ts';
import { claimsOfFile } from '../store/sent-files.ts';
import { activePartner, withLease, withSession } from './partner-session.ts';
import type { Exchange } from './ports.ts';
import type { SftpSession } from './sftp.ts';

/** Sends one file. May run any number of times, also side by side. */
export async function transmit(exchange: Exchange, { fileId }: JobPayload<'transmit'>): Promise<FollowUp[]> {
  await withLease(exchange, `transmit-${fileId}`, async () => {
    const file = await findFile(exchange.store.db, fileId);
    if (file === undefined || !isUnderWay(file)) return;
    const partner = await activePartner(exchange, file.partnerId);
    if (partner === undefined) return;
    await withSession(exchange, partner, (session) => send({ exchange, partner, file, session }));
  });
  return [];
}

function isUnderWay({ state }: FileRow): boolean {
  return state === 'built' || state === 'uploading' || state === 'renaming';
}

type Sending = { exchange: Exchange; partner: Partner; file: FileRow; session: SftpSession };

function pathsOf({ file, partner }: Sending): { final: string; temporary: string } {
  const folder = (file.remoteFolder ?? partner.sftp.outbound).replace(/\/+$/, '');
  const final = `${folder}/${file.name}`;
  return { final, temporary: partner.sftp.rename ? `${folder}/${file.temporaryName ?? `${file.name}.part`}` : final };
}

async function send(sending: Sending): Promise<void> {
  if (sending.file.state === 'built') await upload(sending);
  else if (sending.partner.sftp.rename) await resume(sending);
  else await resumeWithoutRename(sending);
}

/** First commit: uploading, under these names, this size and hash. */
async function upload(sending: Sending): Promise<void> {
  const { exchange, file, session } = sending;
  const { final, temporary } = pathsOf(sending);
  if (await session.stat(final)) {
    await fail(sending, 'a file of that name is there already and was not put there by this send');
    return;
  }
  if (!(await moveFile(exchange.store.db, file.id, ['built', 'uploading'], 'uploading'))) return;
  const bytes = await readFileBytes(exchange.store.db, file.id, exchange.vault);
  await session.put(temporary, bytes);
  const there = await session.stat(temporary);
  if (temporary === final) {
    // Some servers take a finished file away at once: only another size is proof of a failure.
    if (there !== undefined && there.size !== file.size) throw sizeProblem(final);
    await markSent(sending);
    return;
  }
  if (there?.size !== file.size) throw sizeProblem(temporary);
  await rename(sending);
}

function sizeProblem(path: string): Problem {
  return new Problem('sftp-transfer', `${path}: the server holds another size than was sent`, { retry: true });
}

/** Second commit: renaming. From here on a missing temporary file means that the partner has taken the file. */
async function rename(sending: Sending): Promise<void> {
  const { exchange, file, session } = sending;
  const { final, temporary } = pathsOf(sending);
  if (!(await moveFile(exchange.store.db, file.id, ['uploading', 'renaming'], 'renaming'))) return;
  await session.rename(temporary, final);
  await markSent(sending);
}

/** After a crash or a lost connection: what is on the server decides. */
async function resume(sending: Sending): Promise<void> {
  const { file, session } = sending;
  const { final, temporary } = pathsOf(sending);
  const done = await session.stat(final);
  if (done !== undefined) {
    if (done.size === file.size) await markSent(sending);
    else await fail(sending, 'a file of that name is there with another size');
    return;
  }
  const part = await session.stat(temporary);
  if (part === undefined) {
    if (file.state === 'renaming') await markSent(sending);
    else await upload(sending);
    return;
  }
  if (part.size === file.size) {
    await rename(sending);
    return;
  }
  await session.remove(temporary);
  await upload(sending);
}

/** Without renaming nobody can know whether the partner took a file whose upload was cut: its acknowledgment or a person decides. */
async function resumeWithoutRename(sending: Sending): Promise<void> {
  const { exchange, file, session } = sending;
  const there = await session.stat(pathsOf(sending).final);
  if (there?.size === file.size) {
    await markSent(sending);
    return;
  }
  const says = 'the upload was cut off and its outcome is unknown: waiting for an acknowledgment or a person';
  await moveFile(exchange.store.db, file.id, ['uploading', 'renaming'], 'uncertain', {
    errorCode: 'sftp-uncertain',
    errorText: says,
  });
  exchange.log.warn({ fileId: file.id, partnerId: file.partnerId }, 'upload uncertain');
}

async function fail({ exchange, file }: Sending, why: string): Promise<void> {
  await moveFile(exchange.store.db, file.id, [file.state], 'failed', { errorCode: 'sftp-transfer', errorText: why });
  exchange.log.error({ fileId: file.id, partnerId: file.partnerId }, 'file not sent');
}

/** Last commit: sent, together with the event of every claim in the file. */
async function markSent({ exchange, file }: Sending): Promise<void> {
  await transact(exchange.store, async (tx) => {
    const sentAt = exchange.clock();
    const moved = await moveFile(tx, file.id, ['uploading', 'renaming'], 'sent', {
      sentAt,
      errorCode: null,
      errorText: null,
    });
    if (!moved) return;
    const claims = await claimsOfFile(tx, file.id);
    await applyEvents(
      tx,
      claims.map(({ claimId, gs06, st02, segmentFrom }) => ({
        claimId,
        type: 'sent' as const,
        dedupeKey: `sent-${file.id}`,
        fileId: file.id,
        origin: { ...(file.isa13 === null ? {} : { isa13: file.isa13 }), gs06, st02, segment: segmentFrom },
      })),
    );
  });
  exchange.log.info({ fileId: file.id, partnerId: file.partnerId, claims: file.claims }, 'file sent');
}
