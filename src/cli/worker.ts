/** claimwire worker: some or all steps, on the configured PostgreSQL and Redis. */
import type { StepName } from '../../schemas/jobs.ts';
import { startService } from '../../workers/all.ts';
import { readConfig } from '../config.ts';
import { loadPartners, partnersOf } from '../exchange/partner-file.ts';
import { createLog } from '../log.ts';
import { Problem } from '../problem.ts';
import { stepNames } from '../queues/queues.ts';
import { closeOnSignal } from '../queues/shutdown.ts';
import { say } from './output.ts';
import { timingOf, untilSignal } from './running.ts';

/** Works until a signal; running jobs are finished. */
export async function worker(names: readonly string[]): Promise<0> {
  const steps = names.length === 0 ? stepNames : names.map(stepOf);
  const config = readConfig();
  const log = createLog(config.logLevel);
  const partners = partnersOf(loadPartners(config.partnersFolder));
  const service = await startService({ config, log, partners, schedulers: true, steps, timing: timingOf(config) });
  closeOnSignal(() => service.close(), log);
  say(`working on ${steps.join(', ')}`);
  return untilSignal();
}

function stepOf(name: string): StepName {
  const step = stepNames.find((one) => one === name);
  if (step === undefined) throw new Problem('usage', `no worker "${name}" (known: ${stepNames.join(', ')})`);
  return step;
}
