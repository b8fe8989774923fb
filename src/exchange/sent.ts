/** A file has reached its partner: the last commit of sending, and what an answer proves about a send of unknown outcome. */
import { applyEvents } from '../store/claims.ts';
import type { Tx } from '../store/database.ts';
import { type FileRow, type FileState, findFile, moveFile } from '../store/files.ts';
import { claimsOfFile, uncertainFilesOf } from '../store/sent-files.ts';

/** Marks a file sent, together with the event of every claim in it; false when it is in none of the states. */
export async function markSent(tx: Tx, file: FileRow, from: readonly FileState[], sentAt: Date): Promise<boolean> {
  const moved = await moveFile(tx, file.id, from, 'sent', { sentAt, errorCode: null, errorText: null });
  if (!moved) return false;
  const claims = await claimsOfFile(tx, file.id);
  const isa13 = file.isa13 ?? undefined;
  await applyEvents(
    tx,
    claims.map(({ claimId, gs06, st02, segmentFrom }) => ({
      claimId,
      type: 'sent' as const,
      dedupeKey: `sent-${file.id}`,
      fileId: file.id,
      origin: { ...(isa13 === undefined ? {} : { isa13 }), gs06, st02, segment: segmentFrom },
    })),
  );
  return true;
}

/** An answer to any of these claims proves that the file they went out in arrived. */
export async function settleUncertain(tx: Tx, claimIds: readonly string[], at: Date): Promise<void> {
  for (const id of await uncertainFilesOf(tx, claimIds)) {
    const file = await findFile(tx, id);
    if (file !== undefined) await markSent(tx, file, ['uncertain'], at);
  }
}
