/** PostgreSQL for a suite: fresh databases on the one server of the run. */
import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { launchPostgres, query } from './postgres-server.ts';
import { untilWorks } from './process.ts';

export type PostgresServer = {
  /** A fresh database. */
  url: string;
  /** One more fresh database. */
  createDatabase(): Promise<string>;
  /** Drops the databases, also under open connections. */
  stop(): Promise<void>;
};

/** Gives a suite its databases; without the shared server, one of its own. */
export async function startPostgres(): Promise<PostgresServer> {
  const shared = inject('postgresAdmin');
  if (shared !== undefined) return databasesOn(shared, async () => {});
  const own = await launchPostgres();
  await own.started;
  return databasesOn(own.admin, () => own.stop());
}

async function databasesOn(admin: string, after: () => Promise<void>): Promise<PostgresServer> {
  const names: string[] = [];
  const createDatabase = async () => {
    const name = `t${randomBytes(8).toString('hex')}`;
    // The shared server may still be starting.
    await untilWorks(() => query(admin, `create database ${name}`), 30);
    names.push(name);
    return admin.replace(/[^/]+$/, name);
  };
  return {
    url: await createDatabase(),
    createDatabase,
    async stop() {
      for (const name of names.splice(0)) await query(admin, `drop database if exists ${name} with (force)`);
      await after();
    },
  };
}
