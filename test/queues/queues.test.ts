/** The table of queues. */
import { describe, expect, test } from 'vitest';
import type { FollowUp } from '../../schemas/jobs.ts';
import { checkFollowUp, jobKey, jobOptions, queueTable, stepNames } from '../../src/queues/queues.ts';
import { planSchedules } from '../../src/queues/schedulers.ts';

const ID = '01912d68-783e-7a03-8467-5661c1243ad4';
const jobs: FollowUp[] = [
  { step: 'submit', payload: { submissionId: ID } },
  { step: 'batch', payload: { partnerId: '4711' } },
  { step: 'transmit', payload: { fileId: ID } },
  { step: 'collect', payload: { partnerId: '4711' } },
  { step: 'ingest', payload: { fileId: ID } },
  { step: 'sweep', payload: {} },
];

test('every step has a queue', () => {
  expect(jobs.map(({ step }) => step)).toEqual([...stepNames]);
});

describe.each(jobs)('$step', (job) => {
  test('equal work has an equal key, each job an id of its own that BullMQ takes', () => {
    expect(jobKey(job)).toBe(jobKey(structuredClone(job)));
    const ids = [jobOptions(job), jobOptions(job)].map(({ jobId }) => jobId ?? '');
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]+$/);
  });

  test('its payload is checked', () => {
    expect(checkFollowUp(job)).toEqual(job);
    expect(() => checkFollowUp({ ...job, payload: { ...job.payload, name: 'DOE' } })).toThrow(/only the ids/);
    expect(() => checkFollowUp({ ...job, name: 'DOE' })).toThrow(/only the ids/);
    expect(queueTable[job.step].payload.safeParse({ name: 'DOE' }).success).toBe(false);
  });
});

test('the keys of the steps do not meet', () => {
  expect(new Set(jobs.map(jobKey)).size).toBe(jobs.length);
});

test('each partner is batched and collected at its own pace', () => {
  const partner = { id: 'acme', batch: { everySeconds: 0.2 }, pollSeconds: 600 };
  expect(planSchedules([partner], 10).map(({ id, everyMs }) => [id, everyMs])).toEqual([
    ['sweep', 10_000],
    ['batch-acme', 200],
    ['collect-acme', 600_000],
  ]);
});
