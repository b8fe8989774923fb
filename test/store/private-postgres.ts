/** A PostgreSQL of our own in a temporary folder. */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

const ROOT = '/usr/lib/postgresql';

function binaries(): string | undefined {
  try {
    const version = readdirSync(ROOT).sort((a, b) => Number(b) - Number(a))[0];
    return version === undefined ? undefined : path.join(ROOT, version, 'bin');
  } catch {
    return undefined;
  }
}

/** Whether this machine has a PostgreSQL to start. */
export const postgresAvailable = binaries() !== undefined;

/** PostgreSQL does not run as root: then its own user takes over. */
function owner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function ready(databaseUrl: string): Promise<void> {
  for (let tries = 100; ; tries--) {
    const client = new pg.Client({ connectionString: databaseUrl });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (tries === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Starts a server and gives its URL and the way to stop it. */
export async function startPrivatePostgres(): Promise<{ databaseUrl: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimwire-pg-'));
  const user = owner();
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid);
  const bin = binaries() ?? '';
  const data = path.join(folder, 'data');
  execFileSync(path.join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-N', '-E', 'UTF8'], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  });
  const port = await freePort();
  const flags = ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-k', folder, '-c', 'fsync=off'];
  const server = spawn(path.join(bin, 'postgres'), flags, { ...user, cwd: folder, stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const databaseUrl = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await ready(databaseUrl);
  return {
    databaseUrl,
    async stop() {
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
