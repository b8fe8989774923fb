import { expect, it } from 'vitest';
import { createStepMetrics } from '../../src/queues/metrics.ts';
import { openHarness } from './harness.ts';

it('tells probes and Prometheus how things are, and says so when the database is gone', async () => {
  const metrics = createStepMetrics();
  metrics.observe('ingest', 'completed', 0.02);
  const { app, seeded, close } = await openHarness({ metrics });
  expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok', version: '0.1.0' });
  expect((await app.inject('/readyz')).json()).toEqual({ status: 'ready', checks: { database: 'ok', queue: 'ok' } });

  const text = (await app.inject('/metrics')).body;
  expect(text).toContain('claimwire_claims{state="denied"} 2');
  expect(text).toContain('claimwire_files{direction="out",state="sent"} 4');
  expect(text).toContain('claimwire_partners_paused 1');
  expect(text).toMatch(/claimwire_queue_jobs\{queue="ingest",state="waiting"\} 0/);
  expect(text).toContain('claimwire_step_runs_total{step="ingest",outcome="completed"} 1');
  expect(text).not.toMatch(/RVB-26|ASHDOWN/);

  await seeded.store.close();
  const down = await app.inject('/readyz');
  expect(down.statusCode).toBe(503);
  expect(down.json()).toMatchObject({ status: 'not ready', checks: { database: 'unreachable' } });
  expect((await app.inject('/healthz')).statusCode).toBe(200);
  await close().catch(() => undefined);
});
