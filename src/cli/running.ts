/** What `up`, `worker` and `demo` share: a service with its dashboard, and waiting until told to end. */
import type { FollowUp } from '../../schemas/jobs.ts';
import { startService } from '../../workers/all.ts';
import { makePassword } from '../api/password.ts';
import { type RunningServer, startServer } from '../api/server.ts';
import { makeToken, writeServiceCard } from '../api/service-card.ts';
import { describeCode } from '../codes/describe.ts';
import type { Config } from '../config.ts';
import type { Partners } from '../exchange/ports.ts';
import { submitClaims } from '../exchange/submit.ts';
import type { Log } from '../log.ts';
import { asProblem } from '../problem.ts';
import { stepNames } from '../queues/queues.ts';
import type { Service, ServiceOptions } from '../queues/service.ts';
import { version } from './version.ts';

/** Wakes the workers; a queue that is away costs a delay only, since the rows are committed and the sweep finds them. */
export async function wake(service: Service, followUps: readonly FollowUp[], log: Log): Promise<void> {
  try {
    await service.enqueue(followUps);
  } catch (error) {
    const problem = asProblem(error);
    if (problem?.retry !== true) throw error;
    log.warn({ code: problem.code, jobs: followUps.length }, 'the queue is away: the sweep will find the work');
  }
}

/** The dashboard and API of an open service. `password` is there when one had to be made. */
export async function openDashboard(
  config: Config,
  service: Service,
  log: Log,
): Promise<RunningServer & { password?: string }> {
  const made = config.operator.password === undefined ? makePassword() : undefined;
  const operator = { ...config.operator, password: config.operator.password ?? made ?? '' };
  const { store, vault } = service.exchange;
  const token = makeToken();
  const server = await startServer({
    config: { ...config, operator },
    store,
    vault,
    log,
    version,
    token,
    queues: service.queues,
    metrics: service.metrics,
    describe: describeCode,
    submit: async (partnerId, json) => {
      const { followUps, ...result } = await submitClaims(
        service.exchange,
        partnerId,
        Array.isArray(json) ? json : [json],
      );
      await wake(service, followUps, log);
      return result;
    },
  });
  // Commands reach a database server without us; the embedded one is ours alone.
  const removeCard =
    config.databaseUrl === undefined ? writeServiceCard(config.dataFolder, { url: server.url, token }) : undefined;
  return {
    url: server.url,
    close: async () => {
      removeCard?.();
      await server.close();
    },
    ...(made === undefined ? {} : { password: made }),
  };
}

/** A service with every worker and the clock. */
export function startWhole(config: Config, partners: Partners, log: Log): Promise<Service> {
  return startService({ config, log, partners, schedulers: true, steps: stepNames, timing: timingOf(config) });
}

/** A worker shows that it lives twice within its lock; others look three times as often. */
export function timingOf({ jobLockSeconds }: Pick<Config, 'jobLockSeconds'>): NonNullable<ServiceOptions['timing']> {
  const lockMs = Math.round(jobLockSeconds * 1000);
  return { lockMs, stalledCheckMs: Math.max(500, Math.round(lockMs / 3)) };
}

/** Never resolves: the process ends by its signal handler. */
export function untilSignal(): Promise<never> {
  return new Promise(() => {
    setInterval(() => {}, 2 ** 30);
  });
}
