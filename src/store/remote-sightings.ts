/** Files seen on partners' servers that are not taken yet, since they may still be written. */
import { sql } from 'kysely';
import { insertRows } from './bulk.ts';
import { type Db, transact } from './database.ts';
import type { RemoteEntry } from './remote-entries.ts';

const COLUMNS = { partnerId: 'text', path: 'text', size: 'bigint', modifiedAt: 'timestamptz' } as const;

/**
 * Notes what is listed now and forgets what is not. Gives back, for each path, for how many seconds the file has looked
 * as it does, by the database's clock, which all hosts share.
 */
export function noteSightings(
  db: Db,
  partnerId: string,
  listed: readonly Omit<RemoteEntry, 'partnerId'>[],
): Promise<ReadonlyMap<string, number>> {
  return transact({ db }, async (tx) => {
    const paths = listed.map(({ path }) => path);
    await sql`delete from remote_sightings where partner_id = ${partnerId} and path <> all(${paths}::text[])`.execute(
      tx,
    );
    if (listed.length === 0) return new Map();
    const rows = listed.map((file) => ({ ...file, partnerId }));
    const { rows: noted } = await sql<{ path: string; seconds: number }>`
      ${insertRows('remote_sightings', COLUMNS, rows)}
      on conflict (partner_id, path) do update set
        since = case
          when remote_sightings.size = excluded.size and remote_sightings.modified_at = excluded.modified_at
          then remote_sightings.since else now() end,
        size = excluded.size, modified_at = excluded.modified_at
      returning path, extract(epoch from now() - since)::float8 as seconds`.execute(tx);
    return new Map(noted.map(({ path, seconds }) => [path, seconds]));
  });
}
