/** A process of its own: takes one job and stays inside it until it is killed. */
import { checkFollowUp } from '../../src/queues/queues.ts';
import { openStore } from '../../src/store/database.ts';
import { openPlace, type PlaceConfig } from './place.ts';

const given: { config: PlaceConfig; job: unknown } = JSON.parse(process.argv[2] ?? '{}');
const store = await openStore(given.config);
const place = await openPlace(given.config, store);
place.work('submit', () => {
  process.stdout.write('inside\n');
  return new Promise(() => {});
});
await place.enqueue([checkFollowUp(given.job)]);
