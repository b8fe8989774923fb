/** Files seen on partners' servers and already taken, so that none is fetched twice. */
import { type Selectable, sql } from 'kysely';
import { unnestRows } from './bulk.ts';
import type { Db } from './database.ts';
import type { RemoteEntriesTable } from './tables.ts';

/** What a server's listing says of a file; the same path with another size or time is another file. */
export type RemoteEntry = { partnerId: string; path: string; size: number; modifiedAt: Date };
export type RemoteEntryRow = Selectable<RemoteEntriesTable>;

/** Remembers a taken file; `afterDone` when nothing is left to do with it on the server. */
export async function rememberRemoteEntry(
  db: Db,
  entry: RemoteEntry & { fileId: string; afterDone?: boolean },
): Promise<void> {
  await db
    .insertInto('remoteEntries')
    .values(entry)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Those of the listed files that were taken before. */
export async function knownRemoteEntries(
  db: Db,
  partnerId: string,
  entries: readonly Omit<RemoteEntry, 'partnerId'>[],
): Promise<RemoteEntryRow[]> {
  if (entries.length === 0) return [];
  const listed = unnestRows({ path: 'text', size: 'bigint', modifiedAt: 'timestamptz' }, entries);
  const { rows } = await sql<RemoteEntryRow>`
    select e.* from ${listed}
    join remote_entries e on e.path = r.path and e.size = r.size and e.modified_at = r.modified_at
    where e.partner_id = ${partnerId}
    order by r.ordinality`.execute(db);
  return rows;
}

/** Taken files whose move or removal on the server is still to be done. */
export function pendingRemoteEntries(db: Db, partnerId: string): Promise<RemoteEntryRow[]> {
  return db
    .selectFrom('remoteEntries')
    .selectAll()
    .where('partnerId', '=', partnerId)
    .where('afterDone', '=', false)
    .orderBy('path')
    .execute();
}

/** Notes that nothing is left to do with the file on the server. */
export async function finishRemoteEntry(db: Db, entry: RemoteEntry): Promise<void> {
  await db
    .updateTable('remoteEntries')
    .set({ afterDone: true })
    .where('partnerId', '=', entry.partnerId)
    .where('path', '=', entry.path)
    .where('size', '=', entry.size)
    .where('modifiedAt', '=', entry.modifiedAt)
    .execute();
}
