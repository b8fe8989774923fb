/** Puts jobs into their queues. */
import type { Queue } from 'bullmq';
import type { FollowUp, StepName } from '../../schemas/jobs.ts';
import type { Backend } from './backend.ts';
import { checkFollowUp, jobKey, jobOptions, stepNames } from './queues.ts';

/**
 * Hands jobs to the queues. Refuses payloads that hold more than ids; rejects when the backend is away, which costs the
 * caller nothing but time: the rows are committed, and the sweep will find them.
 */
export type Enqueue = (followUps: readonly FollowUp[]) => Promise<void>;

/** The queues by step. */
export type Queues = Readonly<Record<StepName, Queue>>;

/** Opens all queues. */
export function openQueues(backend: Pick<Backend, 'openQueue'>): Queues {
  const open = (step: StepName) => backend.openQueue(step);
  return Object.freeze({
    submit: open('submit'),
    batch: open('batch'),
    transmit: open('transmit'),
    collect: open('collect'),
    ingest: open('ingest'),
    sweep: open('sweep'),
  });
}

/** A producer for these queues. */
export function createEnqueue(backend: Pick<Backend, 'explain'>, queues: Queues): Enqueue {
  return async (followUps) => {
    const jobs = [...new Map(followUps.map(checkFollowUp).map((job) => [jobKey(job), job])).values()];
    try {
      await Promise.all(
        stepNames.map(async (step) => {
          const ofStep = jobs.filter((job) => job.step === step);
          if (ofStep.length > 0) await queues[step].addBulk(ofStep.map(toJob));
        }),
      );
    } catch (error) {
      throw backend.explain(error);
    }
  };
}

function toJob(job: FollowUp) {
  return { name: job.step, data: job.payload, opts: jobOptions(job) };
}
