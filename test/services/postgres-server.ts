/** A PostgreSQL server of our own: initdb and postgres in a temporary folder, on a port of the loopback. */
import { execFile } from 'node:child_process';
import { chownSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import {
  findPostgresFolder,
  freePort,
  removeFolder,
  startProcess,
  stopProcess,
  temporaryFolder,
  untilAnswers,
  userIds,
} from './process.ts';

/** Where a server is, known before it answers. */
export type PostgresPlace = { admin: string; started: Promise<void>; stop(): Promise<void> };

/** Begins to start a server; durable writes are off, since the tests kill clients and not the machine. */
export async function launchPostgres(): Promise<PostgresPlace> {
  const bin = findPostgresFolder();
  if (bin === undefined) throw new Error('PostgreSQL is not installed');
  const folder = temporaryFolder('pg');
  // It refuses to run as root.
  const user = userIds('postgres');
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid);
  const port = await freePort();
  const admin = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const launched = launch(bin, folder, port, user, admin);
  // Whoever waits for it hears of a failure; nobody has to wait.
  launched.catch(() => {});
  return {
    admin,
    started: launched.then(() => {}),
    async stop() {
      try {
        await stopProcess(await launched, 'SIGINT');
      } finally {
        removeFolder(folder);
      }
    },
  };
}

async function launch(bin: string, folder: string, port: number, user: { uid?: number; gid?: number }, admin: string) {
  const data = path.join(folder, 'data');
  const cluster = ['-D', data, '-U', 'postgres', '-A', 'trust', '-N', '-E', 'UTF8', '--no-locale'];
  await promisify(execFile)(path.join(bin, 'initdb'), cluster, { ...user, cwd: folder });
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'max_connections=300'];
  const flags = ['-D', data, '-p', String(port), ...settings.flatMap((one) => ['-c', one])];
  // An immediate shutdown gives its shared memory back.
  const server = startProcess(path.join(bin, 'postgres'), flags, { ...user, cwd: folder }, 'SIGQUIT');
  await untilAnswers(server, () => query(admin, 'select 1'));
  return server;
}

/** Runs one statement on a connection of its own. */
export async function query(connectionString: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query(text);
  } finally {
    await client.end().catch(() => {});
  }
}
