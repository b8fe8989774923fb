/** The queues of the exchange: one per step, and how its jobs are named, retried and forgotten. */
import type { JobsOptions } from 'bullmq';
import { z } from 'zod';
import { type FollowUp, type JobPayload, jobPayloads, type StepName } from '../../schemas/jobs.ts';
import { newId } from '../store/ids.ts';

/** What is fixed about one step's queue. */
export type QueueRules<S extends StepName> = {
  readonly payload: z.ZodType<JobPayload<S>>;
  /** Names the piece of work: equal keys are the same work. Starts with the step, so it is never digits only. */
  readonly key: (payload: JobPayload<S>) => string;
  readonly attempts: number;
  /** Wait before the second attempt; it doubles from there, less up to a half by chance. */
  readonly backoffMs: number;
  /** Jobs of this step that one process works on at the same time. */
  readonly concurrency: number;
};

/** One queue per step. The concurrencies and one listening connection per worker fit the store's pool together. */
export const queueTable: { readonly [S in StepName]: QueueRules<S> } = Object.freeze({
  submit: {
    payload: jobPayloads.submit,
    key: ({ submissionId }) => `submit-${submissionId}`,
    attempts: 5,
    backoffMs: 500,
    concurrency: 3,
  },
  batch: {
    payload: jobPayloads.batch,
    key: ({ partnerId }) => `batch-${partnerId}`,
    attempts: 5,
    backoffMs: 500,
    concurrency: 2,
  },
  transmit: {
    payload: jobPayloads.transmit,
    key: ({ fileId }) => `transmit-${fileId}`,
    attempts: 8,
    backoffMs: 1000,
    concurrency: 3,
  },
  collect: {
    payload: jobPayloads.collect,
    key: ({ partnerId }) => `collect-${partnerId}`,
    attempts: 3,
    backoffMs: 1000,
    concurrency: 2,
  },
  ingest: {
    payload: jobPayloads.ingest,
    key: ({ fileId }) => `ingest-${fileId}`,
    attempts: 5,
    backoffMs: 500,
    concurrency: 3,
  },
  sweep: { payload: jobPayloads.sweep, key: () => 'sweep', attempts: 2, backoffMs: 500, concurrency: 1 },
});

/** All steps, in the order in which a claim meets them. */
export const stepNames = Object.freeze(Object.keys(queueTable) as StepName[]);

const followUp = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('submit'), payload: jobPayloads.submit }),
  z.strictObject({ step: z.literal('batch'), payload: jobPayloads.batch }),
  z.strictObject({ step: z.literal('transmit'), payload: jobPayloads.transmit }),
  z.strictObject({ step: z.literal('collect'), payload: jobPayloads.collect }),
  z.strictObject({ step: z.literal('ingest'), payload: jobPayloads.ingest }),
  z.strictObject({ step: z.literal('sweep'), payload: jobPayloads.sweep }),
]);

/** The job checked to hold ids and nothing else; throws without repeating what it held. */
export function checkFollowUp(value: unknown): FollowUp {
  const parsed = followUp.safeParse(value);
  if (!parsed.success) throw new TypeError('a job may hold only the ids of its step');
  return parsed.data;
}

/** The key of a job: equal keys are the same piece of work. */
export function jobKey({ step, payload }: FollowUp): string {
  return keyOf(step, payload);
}

function keyOf<S extends StepName>(step: S, payload: JobPayload<S>): string {
  return queueTable[step].key(payload);
}

const WEEK_SECONDS = 7 * 24 * 3600;

/**
 * The options of one job.
 *
 * A wake-up must never be lost and never pile up. A jobId equal to the key would swallow a wake-up that arrives while
 * the job runs: the run may already have read past what the wake-up is about, and the job is then gone. So the key is
 * BullMQ's deduplication id with `keepLastIfActive`: while a job of that key waits (or waits for its next attempt), a
 * second one is dropped, for the waiting one will see the same rows; while it runs, exactly one successor is noted, and
 * enters the queue in the same atomic step that ends the run, failed or completed. There are never two runs of one key
 * side by side. The jobId must then be different each time (a successor that shared the jobId of the run it follows
 * would be removed with it); being made here and not by the server, it also makes an `add` that is sent again after a
 * lost connection harmless. Job and key go together, so nothing that is kept blocks a key: completed jobs are removed,
 * failed ones stay a week to be looked at. The sweep is the second net, for a queue that lost its memory.
 */
export function jobOptions(job: FollowUp): JobsOptions {
  const { attempts, backoffMs } = queueTable[job.step];
  const key = jobKey(job);
  return {
    jobId: `${key}-${newId()}`,
    deduplication: { id: key, keepLastIfActive: true },
    attempts,
    backoff: { type: 'exponential', delay: backoffMs, jitter: 0.5 },
    removeOnComplete: true,
    removeOnFail: { age: WEEK_SECONDS, count: 1000 },
  };
}
