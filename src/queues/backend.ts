/** Where the queues live: Redis when it is set, else the database of the store (a PostgreSQL server, or the embedded one). */
import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgresBackend, type Processor, Queue, runMigrations, Worker, withBackend } from 'bullmq';
import type { StepName } from '../../schemas/jobs.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { asProblem, Problem, systemCode } from '../problem.ts';
import type { Store } from '../store/database.ts';
import { openRedis, unreachable } from './redis.ts';
import { createTroubleLog } from './trouble.ts';

/** How long a job may go without a sign of life from its worker, and how often that is looked at. */
export type WorkerTiming = { lockMs: number; stalledCheckMs: number };

/** What a worker runs for each job. */
export type JobProcessor = Processor<unknown, void, string>;

/** An open queue backend. Closing it finishes the running jobs first; it leaves the store open. */
export type Backend = {
  readonly kind: 'embedded' | 'postgres' | 'redis';
  openQueue(step: StepName): Queue;
  openWorker(step: StepName, processor: JobProcessor, options: WorkerTiming & { concurrency: number }): Worker;
  /** The Problem behind a failed call to the backend, where there is one. */
  explain(error: unknown): unknown;
  close(): Promise<void>;
};

/** All keys of one prefix lie in one slot of a Redis Cluster. The database keeps them in its schema `bullmq` instead. */
const PREFIX = '{claimwire}';

/**
 * A job whose worker died goes back to waiting; only after so many deaths it fails. High, since a crash is not the
 * job's fault: a fleet that is restarted in the middle of every job must still get through.
 */
const MAX_STALLS = 1000;

/** How long closing waits for the backend to answer once the jobs are done. */
const GIVE_UP_MS = 5_000;
const LOOK_MS = 100;

type Settings = { config: Pick<Config, 'redisUrl'>; store: Pick<Store, 'pool' | 'embedded'>; log: Log };

/** Opens the backend of the settings. Throws a Problem: redis-unreachable, redis-eviction, config-invalid. */
export function openBackend({ config, store, log }: Settings): Promise<Backend> {
  return config.redisUrl === undefined ? openInDatabase(store, log) : openOnRedis(config.redisUrl, log);
}

async function openOnRedis(url: string, log: Log): Promise<Backend> {
  const note = createTroubleLog(log);
  const connections = await openRedis(url, note);
  const opened = createOpened(note);
  return {
    kind: 'redis',
    openQueue: (step) => opened.queue(new Queue(step, { connection: connections.producer, prefix: PREFIX })),
    openWorker: (step, processor, options) =>
      opened.worker(
        new Worker(step, opened.counted(processor), {
          ...workerOptions(options),
          connection: connections.worker,
          prefix: PREFIX,
        }),
      ),
    explain: (error) => asProblem(error) ?? (isAway(error) ? unreachable(url, error) : error),
    close: async () => {
      await opened.close();
      connections.close();
    },
  };
}

async function openInDatabase({ pool, embedded }: Settings['store'], log: Log): Promise<Backend> {
  // Each queue and each worker listens for errors of the pool: more than the ten that look like a leak.
  pool.setMaxListeners(0);
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } catch (error) {
    throw schemaProblem(error);
  } finally {
    client.release();
  }
  const bound = withBackend(createPostgresBackend);
  const opened = createOpened(createTroubleLog(log));
  return {
    kind: embedded ? 'embedded' : 'postgres',
    openQueue: (step) => opened.queue(new bound.Queue(step, { connection: pool })),
    openWorker: (step, processor, options) =>
      opened.worker(
        new bound.Worker<unknown, void, string>(step, opened.counted(processor), {
          ...workerOptions(options),
          connection: pool,
        }),
      ),
    explain: (error) => asProblem(error) ?? error,
    close: () => opened.close(),
  };
}

function workerOptions({ concurrency, lockMs, stalledCheckMs }: WorkerTiming & { concurrency: number }) {
  return {
    concurrency,
    lockDuration: lockMs,
    stalledInterval: stalledCheckMs,
    maxStalledCount: MAX_STALLS,
    // After the backend was away for a moment: 15 s by default.
    runRetryDelay: 2_000,
  };
}

/** Keeps what was opened, with the listener without which an error event would end the process. */
function createOpened(note: (error: Error) => void) {
  const queues: Queue[] = [];
  const workers: Worker[] = [];
  let running = 0;
  return {
    queue(given: unknown): Queue {
      // BullMQ types a queue by its backend; nothing here or on the board depends on which one it is.
      if (!(given instanceof Queue)) throw new TypeError('not a queue');
      const queue: Queue = given.on('error', note);
      queues.push(queue);
      return queue;
    },
    worker(given: unknown): Worker {
      if (!(given instanceof Worker)) throw new TypeError('not a worker');
      const worker: Worker = given.on('error', note);
      workers.push(worker);
      return worker;
    },
    counted:
      (processor: JobProcessor): JobProcessor =>
      async (job) => {
        running++;
        try {
          await processor(job);
        } finally {
          running--;
        }
      },
    async close(): Promise<void> {
      const closed = Promise.all(workers.map((worker) => worker.close()))
        .then(() => Promise.all(queues.map((queue) => queue.close())))
        .then(() => true);
      // With its backend away BullMQ would wait for ever; no job is lost by leaving, the locks run out by themselves.
      for (let idleMs = 0; idleMs < GIVE_UP_MS; idleMs = running > 0 ? 0 : idleMs + LOOK_MS) {
        if (await Promise.race([closed, sleep(LOOK_MS, false)])) return;
      }
    },
  };
}

/** ioredis has no code for "not connected now"; these are its words. */
const AWAY = /isn't writeable|Connection is closed|max retries per request|Command timed out/i;

function isAway(error: unknown): boolean {
  return error instanceof Error && (AWAY.test(error.message) || /^E[A-Z]+$/.test(systemCode(error) ?? ''));
}

function schemaProblem(error: unknown): unknown {
  if (systemCode(error) === '42501') {
    return new Problem(
      'config-invalid',
      'DATABASE_URL: expected a user who may create the schema "bullmq" (grant create on database), or REDIS_URL to be set',
    );
  }
  if (error instanceof Error && error.name === 'SchemaVersionMismatchError') {
    return new Problem(
      'config-invalid',
      'DATABASE_URL: the queues there were made by a newer Claimwire: update this one',
    );
  }
  return asProblem(error) ?? error;
}
