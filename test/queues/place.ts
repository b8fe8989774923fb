/** A queue backend of one setting, opened for one test, and what the tests ask of it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { StepName } from '../../schemas/jobs.ts';
import { createLog } from '../../src/log.ts';
import { type Backend, openBackend, type WorkerTiming } from '../../src/queues/backend.ts';
import { type Consumer, type Handler, runWorker } from '../../src/queues/consumer.ts';
import { createStepMetrics } from '../../src/queues/metrics.ts';
import { createEnqueue, type Enqueue, openQueues, type Queues } from '../../src/queues/producer.ts';
import type { Store } from '../../src/store/database.ts';

export type PlaceConfig = { redisUrl?: string; databaseUrl?: string; dataFolder: string };

/** Timing for tests: a dead worker is noticed within about 5 s. */
export const QUICK: WorkerTiming = { lockMs: 2_000, stalledCheckMs: 1_000 };

export type Place = {
  backend: Backend;
  queues: Queues;
  enqueue: Enqueue;
  consumer: Consumer;
  work<S extends StepName>(step: S, handler: Handler<S>, options?: { concurrency?: number }): void;
  close(): Promise<void>;
};

/** Opens queues on an open store. */
export async function openPlace(config: PlaceConfig, store: Pick<Store, 'pool' | 'embedded'>): Promise<Place> {
  const log = createLog(process.env.TEST_LOG ?? 'silent');
  const backend = await openBackend({ config, store, log });
  const queues = openQueues(backend);
  const enqueue = createEnqueue(backend, queues);
  const consumer: Consumer = { backend, enqueue, log, metrics: createStepMetrics() };
  return {
    backend,
    queues,
    enqueue,
    consumer,
    work: (step, handler, options) => {
      runWorker(consumer, step, handler, { ...QUICK, ...options });
    },
    close: () => backend.close(),
  };
}

/** Makes the queue lose its memory, as FLUSHALL does. The schema of a database stays, as Redis itself does. */
export async function wipe(config: PlaceConfig, store: Pick<Store, 'pool'>): Promise<void> {
  if (config.redisUrl !== undefined) {
    const redis = new Redis(config.redisUrl);
    await redis.flushall();
    redis.disconnect();
    return;
  }
  const { rows } = await store.pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname = 'bullmq' and tablename not like '%migration%'`,
  );
  if (rows.length > 0) await store.pool.query(`truncate ${rows.map(({ name }) => name).join(', ')}`);
}

/** Ends every connection to the queue's own database or Redis but the one that asks for it. */
export async function cut(config: PlaceConfig, store: Pick<Store, 'pool'>): Promise<void> {
  if (config.redisUrl === undefined) {
    await store.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    return;
  }
  const redis = new Redis(config.redisUrl);
  await redis.call('CLIENT', 'KILL', 'TYPE', 'normal');
  redis.disconnect();
}

/** Waits until it holds; fails after so many seconds. */
export async function until(holds: () => boolean | Promise<boolean>, seconds = 10): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`not so after ${seconds} s: ${holds.toString()}`);
    await sleep(20);
  }
}
