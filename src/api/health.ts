/** What probes and Prometheus ask: alive, ready, figures. Counts and states only. */
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { claimTotals, fileTotals, pausedPartners } from '../store/dashboard-views.ts';
import { ping } from '../store/database.ts';
import type { ServerOptions } from './options.ts';

const PATIENCE_MS = 2000;
const JOB_STATES = ['waiting', 'active', 'delayed', 'failed', 'completed', 'prioritized'] as const;

/** Adds /healthz, /readyz and /metrics. */
export function registerHealth(app: FastifyInstance, options: ServerOptions): void {
  app.get('/healthz', { config: { open: true } }, async () => ({ status: 'ok', version: options.version }));
  app.get('/readyz', { config: { open: true } }, async (_request, reply) => {
    const checks = await checkParts(options);
    const ready = Object.values(checks).every((state) => state === 'ok');
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', checks });
  });
  const registry = createRegistry(options);
  app.get('/metrics', { config: { loopback: true, scripts: true } }, async (_request, reply) => {
    const own = await registry.metrics();
    const steps = await options.metrics?.text();
    return reply.type(registry.contentType).send(steps === undefined ? own : `${own}\n${steps}`);
  });
}

async function checkParts({ store, queues }: ServerOptions): Promise<Record<string, 'ok' | 'unreachable'>> {
  const database = await answers(ping(store.db));
  const queue = queues?.[0];
  return queue === undefined ? { database } : { database, queue: await answers(queue.getJobCounts('waiting')) };
}

/** A part that hangs is as good as one that fails. */
async function answers(work: Promise<unknown>): Promise<'ok' | 'unreachable'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'unreachable'>((resolve) => {
    timer = setTimeout(() => resolve('unreachable'), PATIENCE_MS);
  });
  const outcome = await Promise.race([
    work.then(
      () => 'ok' as const,
      () => 'unreachable' as const,
    ),
    late,
  ]);
  clearTimeout(timer);
  return outcome;
}

/** Gauges are read from the database when Prometheus asks, so that every process tells the same. */
function createRegistry({ store, queues = [], version }: ServerOptions): Registry {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'claimwire_' });
  new Gauge({ name: 'claimwire_info', help: 'Version of this process', labelNames: ['version'], registers }).set(
    { version },
    1,
  );
  new Gauge({
    name: 'claimwire_claims',
    help: 'Claims by state',
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset();
      for (const row of await claimTotals(store.db)) this.set({ state: row.state }, row.count);
    },
  });
  new Gauge({
    name: 'claimwire_files',
    help: 'Files by direction and state',
    labelNames: ['direction', 'state'],
    registers,
    async collect() {
      this.reset();
      for (const row of await fileTotals(store.db)) this.set({ direction: row.direction, state: row.state }, row.count);
    },
  });
  new Gauge({
    name: 'claimwire_partners_paused',
    help: 'Partners that are paused',
    registers,
    async collect() {
      this.set((await pausedPartners(store.db)).length);
    },
  });
  new Gauge({
    name: 'claimwire_queue_jobs',
    help: 'Jobs by queue and state',
    labelNames: ['queue', 'state'],
    registers,
    async collect() {
      this.reset();
      for (const queue of queues) {
        const counts = await queue.getJobCounts(...JOB_STATES);
        for (const [state, count] of Object.entries(counts)) this.set({ queue: queue.name, state }, count);
      }
    },
  });
  return registry;
}
