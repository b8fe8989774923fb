/** The worker of the step sweep: rows that wait too long are asked for again. */
import type { Worker } from 'bullmq';
import { sweep } from '../src/exchange/sweep.ts';
import type { Service } from '../src/queues/service.ts';

/** Lets this process work on sweep. */
export function startSweepWorker(service: Service): Worker {
  return service.work('sweep', () => sweep(service.exchange));
}
