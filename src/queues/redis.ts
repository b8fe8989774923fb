/** The Redis of the settings: looked at once before it is trusted with jobs, then two lasting connections. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Cluster, Redis } from 'ioredis';
import { Problem, systemCode } from '../problem.ts';

/** Two connections: what adds jobs must fail at once when Redis is away, what waits for jobs must outlast it. */
export type RedisConnections = { producer: Redis | Cluster; worker: Redis | Cluster; close(): void };

type Found = { version: string; policy: string | undefined; cluster: boolean };

const PATIENCE_MS = 5_000;

/** The oldest version that BullMQ recommends. */
const OLDEST = [6, 2] as const;

/** Opens both connections. Throws a Problem: redis-unreachable, redis-eviction. `onError` hears of later troubles. */
export async function openRedis(url: string, onError: (error: Error) => void): Promise<RedisConnections> {
  const found = await probe(url);
  checkFound(found, url);
  const open = found.cluster ? openCluster : openSingle;
  const producer = open(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 2 * PATIENCE_MS });
  const worker = open(url, { enableOfflineQueue: true, maxRetriesPerRequest: null });
  for (const client of [producer, worker]) client.on('error', onError);
  const close = () => {
    producer.disconnect();
    worker.disconnect();
  };
  try {
    const connected = Promise.all([producer.connect(), worker.connect()]);
    // A cluster whose nodes announce addresses that do not lead to them is searched for ever.
    const late = sleep(3 * PATIENCE_MS, undefined, { ref: false }).then(() => {
      throw new Error('no node of the cluster answered');
    });
    await Promise.race([connected, late]);
  } catch (error) {
    close();
    throw unreachable(url, error);
  }
  return { producer, worker, close };
}

type Waiting = { enableOfflineQueue: boolean; maxRetriesPerRequest: number | null; commandTimeout?: number };

const retryDelay = (times: number) => Math.min(times * 100, 2_000);
const COMMON = { connectionName: 'claimwire', connectTimeout: PATIENCE_MS, lazyConnect: true } as const;

function openSingle(url: string, waiting: Waiting): Redis {
  return new Redis(url, { ...COMMON, ...waiting, retryStrategy: retryDelay });
}

/** The address names one node; the others are found through it and take the same login. */
function openCluster(url: string, { enableOfflineQueue, ...waiting }: Waiting): Cluster {
  const { hostname, port, username, password, protocol } = new URL(url);
  const login = {
    ...(username === '' ? {} : { username: decodeURIComponent(username) }),
    ...(password === '' ? {} : { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' ? { tls: {} } : {}),
  };
  return new Cluster([{ host: hostname, port: Number(port || 6379) }], {
    enableOfflineQueue,
    lazyConnect: true,
    clusterRetryStrategy: retryDelay,
    redisOptions: { ...COMMON, ...waiting, ...login },
  });
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
    return {
      version: fact(info, 'redis_version') ?? '',
      policy: fact(info, 'maxmemory_policy'),
      cluster: fact(info, 'cluster_enabled') === '1',
    };
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
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    throw new Problem('redis-unreachable', `${where} is version ${version}: ${OLDEST.join('.')} or newer is needed`);
  }
  if (policy !== undefined && policy !== 'noeviction') {
    throw new Problem(
      'redis-eviction',
      `${where} would throw jobs away when memory runs short (maxmemory-policy ${policy}): ` +
        'set "maxmemory-policy noeviction" in redis.conf, or now: redis-cli config set maxmemory-policy noeviction',
    );
  }
}
