/** A whole service of one process, on the embedded database. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importCodes } from '../../src/exchange/code-folder.ts';
import type { Partners } from '../../src/exchange/ports.ts';
import { createLog } from '../../src/log.ts';
import { stepNames } from '../../src/queues/queues.ts';
import { openService } from '../../src/queues/service.ts';
import { ping } from '../../src/store/database.ts';
import { newId } from '../../src/store/ids.ts';
import { orderFile } from '../codes/files.ts';
import { removeFolder, temporaryFolder } from '../services/process.ts';
import { until } from './place.ts';

let dataFolder: string;
beforeAll(async () => {
  dataFolder = temporaryFolder('service');
});
afterAll(() => removeFolder(dataFolder));

const partners: Partners = {
  all: () => [],
  get: () => {
    throw new Error('there are none');
  },
};

test('a service works, and closes workers before queues before the store', async () => {
  const log = createLog('silent');
  const service = await openService({ config: { dataFolder }, log, partners, schedulers: true, sweepSeconds: 0.5 });
  expect(service.queues.map(({ name }) => name)).toEqual([...stepNames]);
  let swept = 0;
  service.work('sweep', async () => {
    swept++;
    return [];
  });
  const ends: string[] = [];
  service.work('submit', async () => {
    ends.push('started');
    await sleep(500);
    await ping(service.exchange.store.db);
    ends.push('done');
    return [];
  });
  await until(() => swept >= 2);
  await service.enqueue([{ step: 'submit', payload: { submissionId: newId() } }]);
  await until(() => ends.length === 1);
  await Promise.all([service.close(), service.close()]);
  expect(ends).toEqual(['started', 'done']);
  expect(await service.metrics.text()).toContain('claimwire_step_runs_total{step="submit",outcome="completed"} 1');
  await expect(ping(service.exchange.store.db)).rejects.toThrow();

  // The folder is free again.
  expect(service.exchange.codes).toBeUndefined();
  const codesFolder = path.join(dataFolder, 'codes');
  const next = await openService({ config: { dataFolder, codesFolder }, log, partners, schedulers: false });
  const kinds = () => [...(next.exchange.codes?.().keys() ?? ['none'])];
  expect(kinds()).toEqual([]);
  const order = path.join(dataFolder, 'order.txt');
  writeFileSync(order, orderFile('J069'));
  importCodes(codesFolder, { kind: 'icd10cm', file: order, effective: '2025-10-01' }, new Date());
  expect(kinds()).toEqual(['icd10cm']);
  await next.close();
});

test('a folder in use is said so, and what was opened before is closed', async () => {
  const options = { config: { dataFolder }, log: createLog('silent'), partners, schedulers: false };
  const first = await openService(options);
  await expect(openService(options)).rejects.toMatchObject({ code: 'data-folder-locked' });
  await first.close();
  const bad = { ...options, config: { dataFolder, redisUrl: 'redis://127.0.0.1:1' } };
  await expect(openService(bad)).rejects.toMatchObject({ code: 'redis-unreachable' });
  await (await openService(options)).close();
});
