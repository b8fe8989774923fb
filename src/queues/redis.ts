/** The Redis of the settings: looked at once before it is trusted with jobs, then two lasting connections. */
import { Redis } from 'ioredis';
import { Problem, systemCode } from '../problem.ts';

/** Two connections: what adds jobs must fail at once when Redis is away, what waits for jobs must outlast it. */
export type RedisConnections = { producer: Redis; worker: Redis; close(): void };

type Found = { version: string; policy: string | undefined };

const PATIENCE_MS = 5_000;

/** BullMQ's scripts use commands of this version. */
const OLDEST = 6;

/** Opens both connections. Throws a Problem: redis-unreachable, redis-eviction. `onError` hears of later troubles. */
export async function openRedis(url: string, onError: (error: Error) => void): Promise<RedisConnections> {
  checkFound(await probe(url), url);
  const retryStrategy = (times: number) => Math.min(times * 100, 2_000);
  const common = { connectionName: 'claimwire', retryStrategy, connectTimeout: PATIENCE_MS };
  const producer = new Redis(url, {
    ...common,
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: 2 * PATIENCE_MS,
  });
  const worker = new Redis(url, { ...common, maxRetriesPerRequest: null });
  for (const client of [producer, worker]) client.on('error', onError);
  const close = () => {
    producer.disconnect();
    worker.disconnect();
  };
  try {
    await producer.connect();
  } catch (error) {
    close();
    throw unreachable(url, error);
  }
  return { producer, worker, close };
}

/** A Problem that names the server, never the password in its address. */
export function unreachable(url: string, error: unknown): Problem {
  const where = nameOf(url);
  const refusal = error instanceof Error ? /^(WRONGPASS|NOAUTH|NOPERM|DENIED)\b/.exec(error.message)?.[1] : undefined;
  if (refusal !== undefined) {
    return new Problem(
      'redis-unreachable',
      `${where} refuses the login (${refusal}): check user and password in REDIS_URL`,
    );
  }
  const code = systemCode(error);
  const says = `${where} cannot be reached${code === undefined ? '' : ` (${code})`}: start it or check REDIS_URL`;
  return new Problem('redis-unreachable', says, { retry: true });
}

function nameOf(url: string): string {
  const { hostname, port, searchParams } = new URL(url);
  return `Redis at ${searchParams.get('path') ?? `${hostname || 'localhost'}:${port || '6379'}`}`;
}

/** One short connection that does not try twice: a wrong setting must end in one line, not in endless reconnecting. */
async function probe(url: string): Promise<Found> {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let cause: unknown;
  client.on('error', (error) => {
    cause ??= error;
  });
  try {
    await client.connect();
    const info = await client.info();
    return { version: fact(info, 'redis_version') ?? '', policy: fact(info, 'maxmemory_policy') };
  } catch (error) {
    throw unreachable(url, cause ?? error);
  } finally {
    client.disconnect();
  }
}

function fact(info: string, name: string): string | undefined {
  return new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];
}

function checkFound({ version, policy }: Found, url: string): void {
  const where = nameOf(url);
  const major = Number.parseInt(version, 10);
  if (major < OLDEST) {
    throw new Problem('redis-unreachable', `${where} is version ${version}: ${OLDEST}.2 or newer is needed`);
  }
  if (policy !== undefined && policy !== 'noeviction') {
    throw new Problem(
      'redis-eviction',
      `${where} would throw jobs away when memory runs short (maxmemory-policy ${policy}): ` +
        'set "maxmemory-policy noeviction" in redis.conf, or now: redis-cli config set maxmemory-policy noeviction',
    );
  }
}
