/** What is particular to Redis: what it must be, and what happens when it is away. */
import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { Problem } from '../../src/problem.ts';
import { openBackend } from '../../src/queues/backend.ts';
import { openRedis } from '../../src/queues/redis.ts';
import { openStore, type Store } from '../../src/store/database.ts';
import { newId } from '../../src/store/ids.ts';
import { openPlace, type PlaceConfig, until } from './place.ts';
import { redis } from './settings.ts';

const SECRET = 'not-for-the-log';

/** A door before a server that can be shut. */
async function openDoor(target: URL) {
  const open = new Set<Socket>();
  const server = createServer((inside) => {
    const outside = dial(Number(target.port), target.hostname);
    for (const socket of [inside, outside]) {
      open.add(socket);
      socket.on('error', () => {}).on('close', () => [inside, outside].map((one) => one.destroy()));
    }
    inside.pipe(outside).pipe(inside);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `redis://127.0.0.1:${port}`,
    async shut() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
    },
    async reopen() {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
  };
}

describe.skipIf(!redis.available)('what is particular to Redis', () => {
  let config: PlaceConfig;
  let stop: () => Promise<void>;
  let store: Store;
  let admin: Redis;
  let url: string;

  beforeAll(async () => {
    ({ config, stop } = await redis.start());
    url = config.redisUrl ?? '';
    store = await openStore(config);
    admin = new Redis(url);
  });
  afterEach(async () => {
    await admin.config('SET', 'requirepass', '');
    await admin.config('SET', 'maxmemory-policy', 'noeviction');
  });
  afterAll(async () => {
    admin.disconnect();
    await store.close();
    await stop();
  });

  const problemOf = async (address: string): Promise<Problem> => {
    const opened = await openRedis(address, () => {}).catch((error: unknown) => error);
    if (!(opened instanceof Problem)) throw new Error('expected a Problem');
    expect(opened.message.split('\n')).toHaveLength(1);
    expect(`${opened.message} ${opened.stack} ${JSON.stringify(opened)} ${opened.cause}`).not.toContain(SECRET);
    return opened;
  };

  test.each(['allkeys-lru', 'volatile-ttl'])('an eviction policy of %s is refused', async (policy) => {
    await admin.config('SET', 'maxmemory-policy', policy);
    const problem = await problemOf(url);
    expect(problem).toMatchObject({ code: 'redis-eviction', retry: false });
    expect(problem.message).toContain(`maxmemory-policy ${policy}`);
    expect(problem.message).toContain('maxmemory-policy noeviction');
  });

  test('a server that is not there is one clear line, at once, without the password', async () => {
    const start = performance.now();
    const problem = await problemOf(`redis://user:${SECRET}@127.0.0.1:1`);
    expect(problem).toMatchObject({ code: 'redis-unreachable', retry: true });
    expect(problem.message).toBe('Redis at 127.0.0.1:1 cannot be reached (ECONNREFUSED): start it or check REDIS_URL');
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test('a host that has no address is one clear line', async () => {
    const problem = await problemOf('redis://redis.invalid:6379');
    expect(problem.message).toMatch(/^Redis at redis\.invalid:6379 cannot be reached \((ENOTFOUND|EAI_AGAIN)\)/);
  });

  test.each([
    ['a wrong password', `:${SECRET}-wrong@`],
    ['no password', ''],
  ])('%s is refused in one clear line', async (_what, login) => {
    await admin.config('SET', 'requirepass', SECRET);
    const problem = await problemOf(url.replace('redis://', `redis://${login}`));
    expect(problem.code).toBe('redis-unreachable');
    expect(problem.message).toMatch(/refuses the login \((WRONGPASS|NOAUTH)\): check user and password in REDIS_URL$/);
    await admin.config('SET', 'requirepass', '');
  });

  test('while it is away adding fails at once; when it is back everything goes on', async () => {
    const door = await openDoor(new URL(url));
    const place = await openPlace({ ...config, redisUrl: door.url }, store);
    const seen: string[] = [];
    place.work('submit', async ({ submissionId }) => {
      seen.push(submissionId);
      return [];
    });
    const job = () => ({ step: 'submit', payload: { submissionId: newId() } }) as const;
    await place.enqueue([job()]);
    await until(() => seen.length === 1);
    await door.shut();
    const start = performance.now();
    await expect(place.enqueue([job()])).rejects.toMatchObject({ code: 'redis-unreachable', retry: true });
    expect(performance.now() - start).toBeLessThan(3_000);
    await door.reopen();
    await until(
      () =>
        place.enqueue([job()]).then(
          () => true,
          () => false,
        ),
      10,
    );
    await until(() => seen.length >= 2);
    await place.close();
    await door.shut();
  });

  test('closing while it is away does not hang', async () => {
    const door = await openDoor(new URL(url));
    const place = await openPlace({ ...config, redisUrl: door.url }, store);
    place.work('submit', async () => []);
    await until(async () => (await place.queues.submit.getWorkersCount()) > 0);
    await door.shut();
    await sleep(500);
    const start = performance.now();
    await place.close();
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test('troubles are logged once per kind, without the address', async () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line: string) => void lines.push(line) });
    const door = await openDoor(new URL(url));
    const backend = await openBackend({ config: { redisUrl: door.url }, store, log });
    backend.openQueue('submit');
    await door.shut();
    await sleep(1_500);
    await backend.close();
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(3);
    expect(lines.join('')).not.toContain(new URL(door.url).port);
  });
});
