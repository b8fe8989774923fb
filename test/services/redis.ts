/** A Redis of our own: append-only file, no eviction, a port on the loopback. */
import { Redis } from 'ioredis';
import {
  findProgram,
  freePort,
  removeFolder,
  startProcess,
  stopProcess,
  temporaryFolder,
  untilAnswers,
} from './process.ts';

export type RedisServer = { url: string; port: number; flushAll(): Promise<void>; stop(): Promise<void> };

/** Starts a Redis; further arguments come after ours (`--maxmemory-policy allkeys-lru`). */
export async function startRedis(args: readonly string[] = []): Promise<RedisServer> {
  const program = findProgram('redis-server');
  if (program === undefined) throw new Error('redis-server is not installed');
  const folder = temporaryFolder('redis');
  const port = await freePort();
  const child = startProcess(program, [
    '--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--appendonly', 'yes', '--save', '', '--maxmemory-policy', 'noeviction', ...args,
  ]); // biome-ignore format: one command
  const url = `redis://127.0.0.1:${port}`;
  const ask = async <T>(work: (redis: Redis) => Promise<T>): Promise<T> => {
    const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
    redis.on('error', () => {});
    try {
      await redis.connect();
      return await work(redis);
    } finally {
      redis.disconnect();
    }
  };
  await untilAnswers(child, () => ask((redis) => redis.ping()));
  return {
    url,
    port,
    flushAll: () => ask(async (redis) => void (await redis.flushall())),
    async stop() {
      await stopProcess(child);
      removeFolder(folder);
    },
  };
}
