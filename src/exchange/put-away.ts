/** What happens to a remote file once its bytes are committed here: moved or deleted, once, by whoever lives to do it. */
import { asProblem } from '../problem.ts';
import { finishRemoteEntry, pendingRemoteEntries, type RemoteEntry } from '../store/remote-entries.ts';
import type { Collecting } from './inbound-files.ts';
import { trimFolder } from './sftp-session.ts';

type Taken = RemoteEntry & { fileId: string };

/** Does what a process did not live to do. */
export async function finishPending(collecting: Collecting): Promise<void> {
  const { exchange, partner } = collecting;
  for (const entry of await pendingRemoteEntries(exchange.store.db, partner.id)) await putAway(collecting, entry);
}

/** Moves or deletes a stored file by the profile. A refusal is a trouble of this file only and is tried again later. */
export async function putAway(collecting: Collecting, entry: Taken): Promise<void> {
  try {
    await act(collecting, entry);
  } catch (error) {
    const problem = asProblem(error);
    if (problem === undefined || (problem.retry && (await isLost(collecting, entry)))) throw error;
    collecting.troubles.push(problem);
    return;
  }
  await finishRemoteEntry(collecting.exchange.store.db, entry);
}

/** Whether it was the connection that failed and not the one operation. */
async function isLost({ session }: Collecting, { path }: Taken): Promise<boolean> {
  return session.stat(path).then(
    () => false,
    () => true,
  );
}

async function act({ partner, session }: Collecting, { path, size, modifiedAt, fileId }: Taken): Promise<void> {
  const after = partner.sftp.afterDownload;
  if (after === 'leave') return;
  const there = await session.stat(path);
  // Gone, or another file has come under that name: that one is not stored yet and not touched.
  if (there === undefined || there.size !== size || +there.modifiedAt !== +modifiedAt) return;
  if (after === 'delete') return session.remove(path);
  const target = `${trimFolder(after.moveTo)}/${path.slice(path.lastIndexOf('/') + 1)}`;
  const taken = (await session.stat(target)) !== undefined;
  return session.rename(path, taken ? `${target}.${fileId}` : target);
}
