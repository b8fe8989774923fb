/** Opens the database of the settings: a PostgreSQL server, or a PGlite in the data folder. */
import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Config } from '../config.ts';
import { asProblem, Problem, systemCode } from '../problem.ts';
import { type Opened, openFolder } from './embedded.ts';
import { migrate } from './migrate.ts';
import type { Pool } from './pglite-pool.ts';
import type { Database } from './tables.ts';
import { typeParser } from './types.ts';

export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;

/** An open database. `pool` is for BullMQ's PostgreSQL backend; close whatever uses it before the store. */
export type Store = { db: Db; pool: Pool; embedded: boolean; close(): Promise<void> };

const OLDEST = 14;

/** Room for the steps and for one listening connection per BullMQ worker. */
const CONNECTIONS = 20;

/**
 * Opens the store and brings its schema up to date. Throws a Problem: database-unreachable, database-too-old,
 * data-folder-locked, data-folder-unusable, disk-full.
 */
export async function openStore(config: Pick<Config, 'databaseUrl' | 'dataFolder'>): Promise<Store> {
  const embedded = config.databaseUrl === undefined;
  const { pool, unlock } = embedded ? await openFolder(config.dataFolder) : openServer(config.databaseUrl ?? '');
  const close = async () => {
    await pool.end();
    await unlock();
  };
  try {
    checkVersion(await versionOf(pool));
    await migrate(pool);
  } catch (error) {
    await close().catch(() => {});
    throw embedded ? (asProblem(error) ?? error) : serverProblem(config.databaseUrl ?? '', error);
  }
  const db: Db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return { db, pool, embedded, close };
}

/** Runs the work in one transaction: all of it or nothing. Inside, use `tx` only. */
export function transact<T>(store: Pick<Store, 'db'>, work: (tx: Tx) => Promise<T>): Promise<T> {
  return store.db.transaction().execute(work);
}

/** Asks the database for a sign of life; rejects when there is none. */
export async function ping(db: Db): Promise<void> {
  await sql`select 1`.execute(db);
}

function openServer(url: string): Opened {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'claimwire',
    types: { getTypeParser: typeParser },
    // BullMQ's statements name no schema. Our statements are short: what a compiler takes for one is more than it saves,
    // and guesses about tables that a transaction fills let it begin. Set after connecting, since `?options=` in the URL
    // would win over ours.
    onConnect: (client) => client.query('set search_path to public, bullmq; set jit to off').then(() => {}),
  });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {});
  return { pool, unlock: async () => {} };
}

async function versionOf(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ version: number }>(
    `select current_setting('server_version_num')::int / 10000 as version`,
  );
  return rows[0]?.version ?? 0;
}

/** Throws a Problem (database-too-old) for a major version that lacks what the schema needs. */
export function checkVersion(version: number): void {
  if (version >= OLDEST) return;
  throw new Problem('database-too-old', `the database is PostgreSQL ${version}: ${OLDEST} or newer is needed`);
}

/** SQLSTATEs and system errors that mean "not this server, not now", with what to look at. */
const UNREACHABLE: Readonly<Record<string, string>> = {
  '28P01': 'refused the password',
  '28000': 'refused the login',
  '3D000': 'has no such database',
  '53300': 'has no connection left',
  '57P03': 'is starting up or shutting down',
  '42501': 'does not let this user make tables',
};

function serverProblem(url: string, error: unknown): unknown {
  const known = asProblem(error);
  if (known !== undefined) return known;
  const code = systemCode(error) ?? '';
  const says = UNREACHABLE[code];
  const network = /^E[A-Z]/.test(code) || (error instanceof Error && /timeout|terminated/i.test(error.message));
  if (says === undefined && !network) return error;
  const { hostname, port } = new URL(url);
  const where = `the database server at ${hostname || 'the local socket'}${port === '' ? '' : `:${port}`}`;
  return new Problem(
    'database-unreachable',
    `${where} ${says ?? `cannot be reached${code === '' ? '' : ` (${code})`}`}: check DATABASE_URL`,
    {
      retry: says === undefined,
      cause: error,
    },
  );
}
