/** The worker of the step ingest: a stored file becomes acknowledgments, payments and denials. */
import type { Worker } from 'bullmq';
import { ingest } from '../src/exchange/ingest.ts';
import type { Service } from '../src/queues/service.ts';

/** Lets this process work on ingest. */
export function startIngestWorker(service: Service): Worker {
  return service.work('ingest', (payload) => ingest(service.exchange, payload));
}
