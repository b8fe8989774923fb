/** All workers by step, and a service that runs some of them. */
import type { Worker } from 'bullmq';
import type { StepName } from '../schemas/jobs.ts';
import { openService, type Service, type ServiceOptions } from '../src/queues/service.ts';
import { startBatchWorker } from './batch.ts';
import { startCollectWorker } from './collect.ts';
import { startIngestWorker } from './ingest.ts';
import { startSubmitWorker } from './submit.ts';
import { startSweepWorker } from './sweep.ts';
import { startTransmitWorker } from './transmit.ts';

/** How the worker of each step is started. */
export const workers: Readonly<Record<StepName, (service: Service) => Worker>> = Object.freeze({
  submit: startSubmitWorker,
  batch: startBatchWorker,
  transmit: startTransmitWorker,
  collect: startCollectWorker,
  ingest: startIngestWorker,
  sweep: startSweepWorker,
});

/** Opens a service and lets it work on these steps (none: it only hands out jobs). */
export async function startService(options: ServiceOptions & { steps: readonly StepName[] }): Promise<Service> {
  const service = await openService(options);
  for (const step of new Set(options.steps)) workers[step](service);
  return service;
}
