/** The worker of the step batch: a partner's ready claims become an outbound file. */
import type { Worker } from 'bullmq';
import { batch } from '../src/exchange/batch.ts';
import type { Service } from '../src/queues/service.ts';

/** Lets this process work on batch. */
export function startBatchWorker(service: Service): Worker {
  return service.work('batch', (payload) => batch(service.exchange, payload));
}
