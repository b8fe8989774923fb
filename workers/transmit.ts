/** The worker of the step transmit: an outbound file is put on the partner's server, exactly once. */
import type { Worker } from 'bullmq';
import { transmit } from '../src/exchange/transmit.ts';
import type { Service } from '../src/queues/service.ts';

/** Lets this process work on transmit. */
export function startTransmitWorker(service: Service): Worker {
  return service.work('transmit', (payload) => transmit(service.exchange, payload));
}
