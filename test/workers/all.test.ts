/** All workers on real steps: a row that nobody asked a queue for is found, worked on and settled. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { partner } from '../../schemas/partner.ts';
import { partnersOf } from '../../src/exchange/partner-file.ts';
import { createLog } from '../../src/log.ts';
import { stepNames } from '../../src/queues/queues.ts';
import type { Service } from '../../src/queues/service.ts';
import { sha256 } from '../../src/store/hash.ts';
import { newId } from '../../src/store/ids.ts';
import { upsertPartner } from '../../src/store/partners.ts';
import { findSubmission, insertSubmission } from '../../src/store/submissions.ts';
import { startService, workers } from '../../workers/all.ts';
import { until } from '../queues/place.ts';
import { embedded, postgres } from '../queues/settings.ts';

const acme = partner.parse({
  id: 'acme',
  name: 'Acme Clearinghouse',
  usage: 'T',
  sftp: {
    host: '127.0.0.1',
    port: 1,
    user: 'nobody',
    password: { env: 'CLAIMWIRE_TEST_UNSET' },
    hostKeys: [`SHA256:${'A'.repeat(43)}`],
    outbound: '/in',
    inbound: ['/out'],
  },
  sender: { interchangeId: 'SENDER' },
  receiver: { interchangeId: 'RECEIVER' },
  submitter: { name: 'Billing', contact: { phone: '3125550100' } },
  receiverName: 'Acme',
});

let service: Service;
let stop: () => Promise<void>;
const lines: string[] = [];

beforeAll(async () => {
  const started = await (postgres.available ? postgres : embedded).start();
  stop = started.stop;
  service = await startService({
    config: { ...started.config, fileKey: Buffer.alloc(32, 7) },
    log: createLog('debug', { write: (line: string) => void lines.push(line) }),
    partners: partnersOf(new Map([[acme.id, acme]])),
    schedulers: true,
    sweepSeconds: 0.5,
    steps: stepNames,
  });
});
afterAll(async () => {
  await service?.close();
  await stop?.();
});

test('there is a worker for every step', () => {
  expect(Object.keys(workers)).toEqual([...stepNames]);
});

test('the sweep finds a submission that no job was made for', async () => {
  const { db } = service.exchange.store;
  const body = [{ patient: { lastName: 'DOE' } }];
  const id = newId();
  await upsertPartner(db, { id: acme.id, profileHash: 'x' });
  await insertSubmission(db, { id, partnerId: acme.id, sha256: sha256(JSON.stringify(body)), body });
  await until(async () => (await findSubmission(db, id))?.state !== 'received', 30);
  expect((await findSubmission(db, id))?.state).toBe('refused');
  const figures = await service.metrics.text();
  expect(figures).toContain('claimwire_step_runs_total{step="submit",outcome="completed"} 1');
  expect(figures).toMatch(/claimwire_step_runs_total\{step="batch",outcome="completed"\} [1-9]/);
});

test('a step that fails leaves a code in the queue and no data in the log', async () => {
  const collect = service.queues.find(({ name }) => name === 'collect');
  await until(async () => ((await collect?.getJobCounts('failed'))?.failed ?? 0) > 0, 30);
  const [failed] = (await collect?.getFailed()) ?? [];
  expect(failed?.failedReason).toBe('partner-invalid');
  expect(failed?.data).toEqual({ partnerId: 'acme' });
  expect(lines.join('')).not.toContain('DOE');
});
