/** Figures of this process: how often each step ran, how it ended, how long it took. */
import { Counter, Histogram, Registry } from 'prom-client';
import type { StepName } from '../../schemas/jobs.ts';

/** How a run of a step ended; a failed run may be tried again. */
export type Outcome = 'completed' | 'failed';

/** A registry of its own, so that two services in one process (tests) do not mix. */
export type StepMetrics = {
  readonly registry: Registry;
  observe(step: StepName, outcome: Outcome, seconds: number): void;
  /** In Prometheus' text format. */
  text(): Promise<string>;
};

/** New figures, all zero. */
export function createStepMetrics(): StepMetrics {
  const registry = new Registry();
  const runs = new Counter({
    name: 'claimwire_step_runs_total',
    help: 'Runs of a step by how they ended',
    labelNames: ['step', 'outcome'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'claimwire_step_seconds',
    help: 'Time that a run of a step took',
    labelNames: ['step'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    registers: [registry],
  });
  return {
    registry,
    observe(step, outcome, time) {
      runs.inc({ step, outcome });
      seconds.observe({ step }, time);
    },
    text: () => registry.metrics(),
  };
}
