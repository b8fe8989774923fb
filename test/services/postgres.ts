/** A PostgreSQL of our own, with fresh databases on demand. */
import { execFileSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import {
  findPostgresFolder,
  freePort,
  removeFolder,
  startProcess,
  stopProcess,
  temporaryFolder,
  untilWorks,
  userIds,
} from './process.ts';

export type PostgresServer = { url: string; createDatabase(): Promise<string>; stop(): Promise<void> };

/** Starts a server; durable writes are off, the tests kill clients and not the machine. */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = findPostgresFolder();
  if (bin === undefined) throw new Error('PostgreSQL is not installed');
  const folder = temporaryFolder('pg');
  const user = userIds('postgres');
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid);
  const data = path.join(folder, 'data');
  const initialise = ['-D', data, '-U', 'postgres', '-A', 'trust', '-N', '-E', 'UTF8'];
  execFileSync(path.join(bin, 'initdb'), initialise, { ...user, cwd: folder, stdio: 'ignore' });
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'fsync=off', 'max_connections=300'].flatMap((one) => ['-c', one]);
  const flags = ['-D', data, '-p', String(port), '-k', folder, ...settings];
  const child = startProcess(path.join(bin, 'postgres'), flags, { ...user, cwd: folder });
  const url = (name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`;
  await untilWorks(() => query(url('postgres'), 'select 1'));
  let databases = 0;
  return {
    url: url('postgres'),
    async createDatabase() {
      const name = `t${process.pid}_${++databases}`;
      await query(url('postgres'), `create database ${name}`);
      return url(name);
    },
    async stop() {
      await stopProcess(child, 'SIGINT');
      removeFolder(folder);
    },
  };
}

async function query(connectionString: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query(text);
  } finally {
    await client.end().catch(() => {});
  }
}
