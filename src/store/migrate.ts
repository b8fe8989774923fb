/** Schema migrations: numbered SQL files, forward only. */
import { readdir, readFile } from 'node:fs/promises';
import { sha256 } from './hash.ts';
import type { Pool, PoolClient } from './pglite-pool.ts';

/** Lies beside this module in src/ and, copied by the build, in dist/. */
const FOLDER = new URL('./migrations/', import.meta.url);
const FILE = /^(\d{6})_[a-z0-9_]+\.sql$/;

/** Any constant of our own: keeps processes that start together from migrating together. */
const LOCK = 7_217_443_001;

/** Brings the schema up to date, each file in its own transaction; gives back the names of the files applied. */
export async function migrate(pool: Pool): Promise<string[]> {
  const files = (await readdir(FOLDER)).filter((name) => FILE.test(name)).sort();
  const client = await pool.connect();
  try {
    const applied: string[] = [];
    for (const name of files) {
      const text = await readFile(new URL(name, FOLDER), 'utf8');
      if (await applyOnce(client, name, text)) applied.push(name);
    }
    return applied;
  } finally {
    client.release();
  }
}

async function applyOnce(client: PoolClient, name: string, text: string): Promise<boolean> {
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await client.query(
      `create table if not exists schema_migrations (
         name text primary key, sha256 text not null, applied_at timestamptz not null default now())`,
    );
    const known = await client.query('select 1 from schema_migrations where name = $1', [name]);
    if (known.rows.length === 0) {
      await client.query(text);
      await client.query('insert into schema_migrations (name, sha256) values ($1, $2)', [name, sha256(text)]);
    }
    await client.query('commit');
    return known.rows.length === 0;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}
