/** A Redis of our own in a temporary folder, alone or as a cluster of one. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

function found(): boolean {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Whether this machine has a Redis to start. */
export const redisAvailable = found();

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const CLUSTER = ['--cluster-enabled', 'yes', '--cluster-announce-ip', '127.0.0.1'];

/** Starts a server and gives its URL and the way to stop it. */
export async function startPrivateRedis({ cluster = false } = {}): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimwire-redis-'));
  const port = await freePort();
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes'];
  const server = spawn('redis-server', [...flags, ...(cluster ? CLUSTER : [])], { stdio: 'ignore' });
  const ended = once(server, 'exit');
  const url = `redis://127.0.0.1:${port}`;
  const admin = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: 100 });
  admin.on('error', () => {});
  await admin.ping();
  if (cluster) {
    await admin.call('CLUSTER', 'ADDSLOTSRANGE', 0, 16383);
    while (!(await admin.cluster('INFO')).includes('cluster_state:ok')) await sleep(50);
  }
  admin.disconnect();
  return {
    url,
    async stop() {
      server.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
