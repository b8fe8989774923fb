/** The worker of the step collect: what lies in a partner's folders is fetched and stored. */
import type { Worker } from 'bullmq';
import { collect } from '../src/exchange/collect.ts';
import type { Service } from '../src/queues/service.ts';

/** Lets this process work on collect. */
export function startCollectWorker(service: Service): Worker {
  return service.work('collect', (payload) => collect(service.exchange, payload));
}
