/** The worker of the step submit: claim JSON handed in becomes claims, ready or held. */
import type { Worker } from 'bullmq';
import { submit } from '../src/exchange/submit.ts';
import type { Service } from '../src/queues/service.ts';

/** Lets this process work on submit. */
export function startSubmitWorker(service: Service): Worker {
  return service.work('submit', (payload) => submit(service.exchange, payload));
}
