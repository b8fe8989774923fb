/** A process of its own: works on one job for a while, and closes when it is told to. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createLog } from '../../src/log.ts';
import { checkFollowUp } from '../../src/queues/queues.ts';
import { closeOnSignal } from '../../src/queues/shutdown.ts';
import { openStore } from '../../src/store/database.ts';
import { openPlace, type PlaceConfig } from './place.ts';

const given: { config: PlaceConfig; job: unknown } = JSON.parse(process.argv[2] ?? '{}');
const store = await openStore(given.config);
const place = await openPlace(given.config, store);
closeOnSignal(async () => {
  process.stdout.write('closing ');
  await place.close();
  await store.close();
}, createLog('silent'));
place.work('submit', async () => {
  process.stdout.write('inside ');
  await sleep(1_500);
  process.stdout.write('done ');
  return [];
});
await place.enqueue([checkFollowUp(given.job)]);
