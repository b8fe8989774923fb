/** One process's share of the service: the open store, the exchange's ports, the queues, and a clean end. */
import type { Queue, Worker } from 'bullmq';
import type { StepName } from '../../schemas/jobs.ts';
import type { Config } from '../config.ts';
import { watchCodes } from '../exchange/code-folder.ts';
import type { Exchange, Partners } from '../exchange/ports.ts';
import { readCredentials } from '../exchange/secrets.ts';
import { connectSftp } from '../exchange/sftp.ts';
import type { Log } from '../log.ts';
import { openStore, type Store } from '../store/database.ts';
import { openVault } from '../store/vault.ts';
import { openBackend, type WorkerTiming } from './backend.ts';
import { type Handler, runWorker } from './consumer.ts';
import { createStepMetrics, type StepMetrics } from './metrics.ts';
import { createEnqueue, type Enqueue, openQueues } from './producer.ts';
import { stepNames } from './queues.ts';
import { keepSchedules, planSchedules } from './schedulers.ts';

/** What a service is opened with. */
export type ServiceOptions = {
  config: Pick<Config, 'databaseUrl' | 'redisUrl' | 'dataFolder' | 'fileKey'> & Partial<Pick<Config, 'codesFolder'>>;
  log: Log;
  partners: Partners;
  /** Whether this process looks after the clock (batches, polls, sweep); several may. */
  schedulers: boolean;
  sweepSeconds?: number;
  /** How soon a dead worker is noticed. */
  timing?: Partial<WorkerTiming>;
};

/** An open service. Closing it finishes the running jobs, then closes the queues, then the store. */
export type Service = {
  readonly exchange: Exchange;
  readonly enqueue: Enqueue;
  /** All queues, in the order of the steps: for the board. */
  readonly queues: readonly Queue[];
  readonly metrics: StepMetrics;
  /** Lets this process work on a step. */
  work<S extends StepName>(step: S, handler: Handler<S>): Worker;
  close(): Promise<void>;
};

const SWEEP_SECONDS = 10;

/** The imported code lists, where the settings name their folder. */
function codesOf({ codesFolder }: ServiceOptions['config']): Pick<Exchange, 'codes'> {
  return codesFolder === undefined ? {} : { codes: watchCodes(codesFolder) };
}

/** Opens store, vault and queues of the settings; works on nothing yet. Throws the Problems of store, vault and Redis. */
export async function openService(options: ServiceOptions): Promise<Service> {
  const store = await openStore(options.config);
  try {
    return await openOn(store, options);
  } catch (error) {
    await store.close().catch(() => {});
    throw error;
  }
}

async function openOn(store: Store, options: ServiceOptions): Promise<Service> {
  const { config, log, partners, schedulers, sweepSeconds = SWEEP_SECONDS, timing = {} } = options;
  const vault = await openVault(config);
  const backend = await openBackend({ config, store, log });
  try {
    const queues = openQueues(backend);
    const enqueue = createEnqueue(backend, queues);
    const consumer = { backend, enqueue, log, metrics: createStepMetrics() };
    const connect: Exchange['connect'] = async (partner) => connectSftp(partner, readCredentials(partner));
    const exchange = { store, vault, partners, clock: () => new Date(), log, connect, ...codesOf(config) };
    const plan = planSchedules(partners.all(), sweepSeconds);
    const keeper = schedulers ? await keepSchedules(queues, plan, { log }) : undefined;
    let closing: Promise<void> | undefined;
    return {
      exchange,
      enqueue,
      queues: stepNames.map((step) => queues[step]),
      metrics: consumer.metrics,
      work: (step, handler) => runWorker(consumer, step, handler, timing),
      close() {
        closing ??= (async () => {
          await keeper?.stop();
          await backend.close();
          await store.close();
        })();
        return closing;
      },
    };
  } catch (error) {
    await backend.close();
    throw backend.explain(error);
  }
}
