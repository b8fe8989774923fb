/** Runs a step's function for each job of its queue. */
import { UnrecoverableError, type Worker } from 'bullmq';
import type { FollowUp, JobPayload, StepName } from '../../schemas/jobs.ts';
import type { Log } from '../log.ts';
import { asProblem, systemCode } from '../problem.ts';
import type { Backend, JobProcessor, WorkerTiming } from './backend.ts';
import type { StepMetrics } from './metrics.ts';
import type { Enqueue } from './producer.ts';
import { checkFollowUp, queueTable } from './queues.ts';

/** A step's function: does the work of one payload and gives back what is to be done next. Safe to run twice. */
export type Handler<S extends StepName> = (payload: JobPayload<S>) => Promise<FollowUp[]>;

/** What a worker is made of. */
export type Consumer = { backend: Backend; enqueue: Enqueue; log: Log; metrics: StepMetrics };

/** Name of a scheduler's jobs. */
export const TICK = 'tick';

/** A worker that dies is noticed after 15 s to 25 s; a busy one has 15 s to renew its claim on a job. */
const TIMING: WorkerTiming = { lockMs: 15_000, stalledCheckMs: 5_000 };

/** Starts a worker of this process for a step. */
export function runWorker<S extends StepName>(
  consumer: Consumer,
  step: S,
  handler: Handler<S>,
  options: Partial<WorkerTiming> & { concurrency?: number } = {},
): Worker {
  const { backend, enqueue, log } = consumer;
  const run = timed(consumer, step, handler);
  const processor: JobProcessor = async (job) => {
    try {
      // A scheduler's job only asks for the step, so that there too one key never waits or runs twice.
      await enqueue(job.name === TICK ? [checkFollowUp({ step, payload: job.data })] : await run(job.data));
    } catch (error) {
      log.warn({ step, job: job.id, attempt: job.attemptsMade + 1, err: error }, 'a step failed');
      throw withoutData(error);
    }
  };
  const { concurrency } = queueTable[step];
  const worker = backend.openWorker(step, processor, { concurrency, ...TIMING, ...options });
  worker.on('stalled', (job) => log.warn({ step, job }, 'a job lost its worker and is taken up again'));
  return worker;
}

function timed<S extends StepName>({ metrics, log }: Consumer, step: S, handler: Handler<S>) {
  return async (data: unknown): Promise<FollowUp[]> => {
    const payload = queueTable[step].payload.safeParse(data);
    if (!payload.success) throw new UnrecoverableError('payload-refused');
    const start = performance.now();
    const end = (outcome: 'completed' | 'failed') => {
      const seconds = (performance.now() - start) / 1000;
      metrics.observe(step, outcome, seconds);
      log.debug({ step, payload: payload.data, outcome, seconds }, 'a step ran');
    };
    try {
      const followUps = await handler(payload.data);
      end('completed');
      return followUps;
    } catch (error) {
      end('failed');
      throw error;
    }
  };
}

/**
 * The error that BullMQ may keep with the job: a Problem's code, or class and system code of any other error. The board
 * shows message and stack to operators, and a library's message may quote a patient's data.
 */
export function withoutData(error: unknown): Error {
  if (error instanceof UnrecoverableError) return bare(error);
  const problem = asProblem(error);
  if (problem === undefined) return bare(new Error([className(error), systemCode(error)].filter(Boolean).join(' ')));
  return bare(problem.retry ? new Error(problem.code) : new UnrecoverableError(problem.code));
}

function className(error: unknown): string {
  const name = error instanceof Error ? error.constructor.name : typeof error;
  return /^\w{1,60}$/.test(name) ? name : 'Error';
}

function bare(error: Error): Error {
  error.stack = `${error.name}: ${error.message}`;
  return error;
}
