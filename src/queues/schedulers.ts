/** What happens by the clock: batches and polls of each partner, and the sweep. */
import type { JobSchedulerJson, Queue } from 'bullmq';
import type { FollowUp, StepName } from '../../schemas/jobs.ts';
import type { Partner } from '../../schemas/partner.ts';
import type { Log } from '../log.ts';
import { TICK } from './consumer.ts';
import type { Queues } from './producer.ts';
import { jobKey } from './queues.ts';

/** A job that is asked for again and again. */
export type Schedule = { id: string; everyMs: number; job: FollowUp };

/** What a scheduler needs of a partner's profile. */
export type ScheduledPartner = Pick<Partner, 'id' | 'pollSeconds'> & { batch: Pick<Partner['batch'], 'everySeconds'> };

/** The clock's own work: stops when asked, after the round under way. */
export type Schedulers = { stop(): Promise<void> };

const SCHEDULED: readonly StepName[] = ['batch', 'collect', 'sweep'];
const ROUND_MS = 10_000;
const LATE_MS = 5_000;

/** The schedules that these partners ask for. */
export function planSchedules(partners: Iterable<ScheduledPartner>, sweepSeconds: number): Schedule[] {
  const jobs: [FollowUp, number][] = [[{ step: 'sweep', payload: {} }, sweepSeconds]];
  for (const { id: partnerId, batch, pollSeconds } of partners) {
    jobs.push([{ step: 'batch', payload: { partnerId } }, batch.everySeconds]);
    jobs.push([{ step: 'collect', payload: { partnerId } }, pollSeconds]);
  }
  return jobs.map(([job, seconds]) => ({ id: jobKey(job), everyMs: Math.round(seconds * 1000), job }));
}

/**
 * Sets the schedules up, drops those of partners that are gone, and looks again every ten seconds: a Redis that lost
 * its memory gets them back without a restart. All processes that do this must see the same partners.
 */
export async function keepSchedules(
  queues: Queues,
  schedules: readonly Schedule[],
  { log, roundMs = ROUND_MS }: { log: Log; roundMs?: number },
): Promise<Schedulers> {
  const round = () => Promise.all(SCHEDULED.map((step) => settle(queues[step], bySteps(schedules, step))));
  await round();
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = round()
      .catch((error: unknown) => log.warn({ err: error }, 'the schedules could not be looked after'))
      .finally(() => {
        busy = false;
      });
  }, roundMs);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

function bySteps(schedules: readonly Schedule[], step: StepName): Map<string, Schedule> {
  return new Map(schedules.filter(({ job }) => job.step === step).map((schedule) => [schedule.id, schedule]));
}

async function settle(queue: Queue, wanted: ReadonlyMap<string, Schedule>): Promise<void> {
  const found = new Map((await queue.getJobSchedulers(0, -1)).map((scheduler) => [scheduler.key, scheduler]));
  for (const schedule of wanted.values()) {
    if (!(await isAlive(queue, schedule, found.get(schedule.id)))) await upsert(queue, schedule);
  }
  for (const id of found.keys()) if (!wanted.has(id)) await queue.removeJobScheduler(id);
}

/** Upserting one that is alive would send its waiting job to the end of the queue each time: it is left alone. */
async function isAlive(queue: Queue, { id, everyMs }: Schedule, found: JobSchedulerJson | undefined): Promise<boolean> {
  if (found === undefined || found.every !== everyMs) return false;
  if (found.next !== undefined && found.next > Date.now() - LATE_MS) return true;
  return (await queue.getJob(`repeat:${id}:${found.next}`)) !== undefined;
}

async function upsert(queue: Queue, { id, everyMs, job }: Schedule): Promise<void> {
  await queue.upsertJobScheduler(
    id,
    { every: everyMs },
    { name: TICK, data: job.payload, opts: { removeOnComplete: true, removeOnFail: true } },
  );
}
