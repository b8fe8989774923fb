/** One contract for the queues, run on every setting. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Problem } from '../../src/problem.ts';
import { keepSchedules, planSchedules } from '../../src/queues/schedulers.ts';
import { openStore, type Store } from '../../src/store/database.ts';
import { newId } from '../../src/store/ids.ts';
import { killWorkerInside } from './killed.ts';
import { cut, openPlace, type Place, type PlaceConfig, until, wipe } from './place.ts';
import type { Setting } from './settings.ts';

const PATIENT = 'DOE, JANE 1970-01-01';

/** Declares the tests of one setting. */
export function testContract({ name, available, embedded, start }: Setting): void {
  describe.skipIf(!available)(`queues on ${name}`, () => {
    let config: PlaceConfig;
    let stop: () => Promise<void>;
    let store: Store;
    let place: Place;
    const others: Place[] = [];

    /** A second process's view of the same queues; the embedded database has one process, hence one view. */
    const another = async (): Promise<Place> => {
      if (embedded) return place;
      const opened = await openPlace(config, store);
      others.push(opened);
      return opened;
    };

    beforeAll(async () => {
      ({ config, stop } = await start());
      store = await openStore(config);
    });
    afterAll(async () => {
      await store?.close();
      await stop?.();
    });
    beforeEach(async () => {
      await wipe(config, store);
      place = await openPlace(config, store);
    });
    afterEach(async () => {
      for (const other of others.splice(0)) await other.close();
      await place.close();
    });

    const submit = (submissionId = newId()) => ({ step: 'submit', payload: { submissionId } }) as const;
    const waiting = async () => await place.queues.submit.getJobCounts('waiting', 'delayed', 'active', 'failed');

    test('a job is run with its payload and forgotten', async () => {
      const seen: unknown[] = [];
      place.work('submit', async (payload) => {
        seen.push(payload);
        return [];
      });
      const job = submit();
      await place.enqueue([job]);
      await until(() => seen.length === 1);
      expect(seen).toEqual([job.payload]);
      await until(async () => Object.values(await waiting()).every((count) => count === 0));
      expect(await place.queues.submit.getJobCounts('completed')).toEqual({ completed: 0 });
    });

    test('duplicates collapse while they wait', async () => {
      const job = submit();
      await place.enqueue([job, job]);
      await Promise.all([place.enqueue([job]), place.enqueue([job]), place.enqueue([submit()])]);
      expect(await waiting()).toMatchObject({ waiting: 2 });
      let runs = 0;
      place.work('submit', async () => {
        runs++;
        return [];
      });
      await until(() => runs === 2);
      await sleep(300);
      expect(runs).toBe(2);
    });

    test('wake-ups during a run lead to exactly one more run, after it', async () => {
      const job = submit();
      let runs = 0;
      let inside = 0;
      let most = 0;
      let open = () => {};
      const gate = new Promise<void>((resolve) => {
        open = resolve;
      });
      place.work('submit', async () => {
        runs++;
        most = Math.max(most, ++inside);
        await gate;
        inside--;
        return [];
      });
      await place.enqueue([job]);
      await until(() => runs === 1);
      for (let i = 0; i < 3; i++) await place.enqueue([job]);
      await sleep(300);
      expect(runs).toBe(1);
      open();
      await until(() => runs === 2);
      await sleep(300);
      expect({ runs, most }).toEqual({ runs: 2, most: 1 });
      await place.enqueue([job]);
      await until(() => runs === 3);
    });

    test('a wake-up during a run that fails for good is kept too', async () => {
      const job = submit();
      let runs = 0;
      place.work('submit', async () => {
        if (++runs > 1) return [];
        await place.enqueue([job]);
        throw new Problem('sftp-login', 'refused');
      });
      await place.enqueue([job]);
      await until(() => runs === 2);
    });

    test('a failure is tried again with growing waits, and what is stored of it has no data', async () => {
      const at: number[] = [];
      place.work('submit', async () => {
        at.push(performance.now());
        if (at.length < 3)
          throw new RangeError(`cannot read ${PATIENT}`, { cause: Object.assign(new Error(PATIENT), { code: 'EIO' }) });
        return [];
      });
      await place.enqueue([submit()]);
      await until(() => at.length === 1);
      await until(async () => (await waiting()).delayed === 1);
      const [job] = await place.queues.submit.getDelayed();
      expect(job?.stacktrace).toEqual(['Error: RangeError EIO']);
      expect(JSON.stringify(job)).not.toContain('DOE');
      await until(() => at.length === 3);
      const [first = 0, second = 0, third = 0] = at;
      expect(second - first).toBeGreaterThanOrEqual(240);
      expect(third - second).toBeGreaterThanOrEqual(490);
    });

    test('a problem that trying again cannot mend fails at once, and only its code is stored', async () => {
      let runs = 0;
      place.work('submit', async () => {
        runs++;
        throw new Problem('sftp-host-key', `the host key of ${PATIENT} changed`);
      });
      const job = submit();
      await place.enqueue([job]);
      await until(async () => (await waiting()).failed === 1);
      await sleep(600);
      expect(runs).toBe(1);
      const [failed] = await place.queues.submit.getFailed();
      expect(failed?.failedReason).toBe('sftp-host-key');
      expect(failed?.stacktrace).toEqual(['UnrecoverableError: sftp-host-key']);
      // A kept failure does not stand in the way of the next wake-up.
      await place.enqueue([job]);
      await until(() => runs === 2);
    });

    test('a problem that may pass is tried again', async () => {
      let runs = 0;
      place.work('submit', async () => {
        if (++runs === 1) throw new Problem('sftp-unreachable', 'away', { retry: true });
        return [];
      });
      await place.enqueue([submit()]);
      await until(() => runs === 2);
    });

    test('what a step gives back is enqueued', async () => {
      const seen: string[] = [];
      place.work('submit', async () => [
        { step: 'batch', payload: { partnerId: 'acme' } },
        { step: 'sweep', payload: {} },
      ]);
      place.work('batch', async ({ partnerId }) => {
        seen.push(`batch ${partnerId}`);
        return [];
      });
      place.work('sweep', async () => {
        seen.push('sweep');
        return [];
      });
      await place.enqueue([submit()]);
      await until(() => seen.length === 2);
      expect(seen.sort()).toEqual(['batch acme', 'sweep']);
      const text = await place.consumer.metrics.text();
      expect(text).toContain('claimwire_step_runs_total{step="batch",outcome="completed"} 1');
      expect(text).toContain('claimwire_step_seconds_count{step="sweep"} 1');
    });

    test.each([
      ['more than ids', { submissionId: newId(), patient: PATIENT }],
      ['something else than an id', { submissionId: PATIENT }],
      ['no id', {}],
    ])('a payload with %s is refused at both ends', async (_what, payload) => {
      const bad = { step: 'submit', payload } as { step: 'submit'; payload: { submissionId: string } };
      const refusal = await place.enqueue([bad]).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(TypeError);
      expect(String(refusal)).not.toContain('DOE');
      expect(await waiting()).toMatchObject({ waiting: 0 });

      let runs = 0;
      place.work('submit', async () => {
        runs++;
        return [];
      });
      await place.queues.submit.add('submit', payload, { attempts: 3 });
      await until(async () => (await waiting()).failed === 1);
      const [failed] = await place.queues.submit.getFailed();
      expect(failed?.failedReason).toBe('payload-refused');
      expect(runs).toBe(0);
    });

    const acme = { id: 'acme', batch: { everySeconds: 0.3 }, pollSeconds: 0.4 };
    const plan = (...partners: (typeof acme)[]) => planSchedules(partners, 0.5);

    test('schedules fire again and again; setting them up twice changes nothing', async () => {
      const at: number[] = [];
      const collected: string[] = [];
      place.work('batch', async () => {
        at.push(performance.now());
        return [];
      });
      place.work('collect', async ({ partnerId }) => {
        collected.push(partnerId);
        return [];
      });
      const log = place.consumer.log;
      const second = await another();
      const keepers = [
        await keepSchedules(place.queues, plan(acme), { log, roundMs: 100 }),
        await keepSchedules(second.queues, plan(acme), { log, roundMs: 100 }),
      ];
      expect(await place.queues.batch.getJobSchedulersCount()).toBe(1);
      await until(() => at.length >= 8);
      for (const keeper of keepers) await keeper.stop();
      const gaps = at.slice(1).map((time, i) => time - (at[i] ?? 0));
      const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
      expect(mean).toBeGreaterThan(200);
      expect(mean).toBeLessThan(900);
      expect(new Set(collected)).toEqual(new Set(['acme']));
    });

    test('a step that takes longer than its schedule never runs twice at once', async () => {
      let inside = 0;
      let most = 0;
      let runs = 0;
      place.work(
        'collect',
        async () => {
          most = Math.max(most, ++inside);
          await sleep(400);
          inside--;
          runs++;
          return [];
        },
        { concurrency: 3 },
      );
      const keeper = await keepSchedules(place.queues, plan({ ...acme, pollSeconds: 0.2 }), {
        log: place.consumer.log,
      });
      await until(() => runs === 3);
      await keeper.stop();
      expect(most).toBe(1);
    });

    test('schedules of partners that are gone are dropped, changed ones take their new pace', async () => {
      const { log } = place.consumer;
      await (await keepSchedules(place.queues, plan(acme, { ...acme, id: 'zenith' }), { log })).stop();
      expect(await place.queues.collect.getJobSchedulersCount()).toBe(2);
      const slower = { ...acme, batch: { everySeconds: 60 } };
      await (await keepSchedules(place.queues, plan(slower), { log })).stop();
      expect((await place.queues.collect.getJobSchedulers()).map(({ key }) => key)).toEqual(['collect-acme']);
      expect((await place.queues.batch.getJobSchedulers()).map(({ every }) => every)).toEqual([60_000]);
      expect(await place.queues.sweep.getJobSchedulersCount()).toBe(1);
    });

    test('schedules and wake-ups work again after the queue lost its memory', async () => {
      let swept = 0;
      let submitted = 0;
      let inRun = () => {};
      const gate = new Promise<void>((resolve) => {
        inRun = resolve;
      });
      place.work('sweep', async () => {
        swept++;
        return [];
      });
      place.work('submit', async () => {
        if (++submitted === 1) await gate;
        return [];
      });
      const keeper = await keepSchedules(place.queues, plan(acme), { log: place.consumer.log, roundMs: 200 });
      const job = submit();
      await place.enqueue([job]);
      await until(() => swept >= 2 && submitted === 1);
      await wipe(config, store);
      inRun();
      const before = swept;
      await until(() => swept >= before + 3);
      await place.enqueue([job]);
      await until(() => submitted >= 2);
      await keeper.stop();
      expect(await place.queues.sweep.getJobSchedulersCount()).toBe(1);
    });

    if (!embedded) {
      test('work goes on after all connections were cut', async () => {
        const seen: string[] = [];
        place.work('submit', async ({ submissionId }) => {
          seen.push(submissionId);
          return [];
        });
        await place.enqueue([submit()]);
        await until(() => seen.length === 1);
        await cut(config, store);
        await until(() =>
          place.enqueue([submit()]).then(
            () => true,
            () => false,
          ),
        );
        await until(() => seen.length >= 2);
      });
    }

    test('closing finishes the running job and starts no other', async () => {
      const done: number[] = [];
      let started = 0;
      place.work(
        'submit',
        async () => {
          started++;
          await sleep(400);
          done.push(started);
          return [];
        },
        { concurrency: 1 },
      );
      await place.enqueue([submit(), submit(), submit()]);
      await until(() => started === 1);
      await place.close();
      expect({ started, done }).toEqual({ started: 1, done: [1] });
      place = await openPlace(config, store);
      expect(await waiting()).toMatchObject({ waiting: 2, active: 0, failed: 0 });
    });

    test('two workers share the work, each job done once', async () => {
      const second = await another();
      const done: [number, string][] = [];
      for (const [worker, at] of [place, second].entries()) {
        at.work(
          'submit',
          async ({ submissionId }) => {
            done.push([worker, submissionId]);
            await sleep(20);
            return [];
          },
          { concurrency: 1 },
        );
      }
      const jobs = Array.from({ length: 30 }, () => submit());
      await place.enqueue(jobs);
      await until(() => done.length >= 30);
      await sleep(200);
      expect(done.length).toBe(30);
      expect(new Set(done.map(([, id]) => id)).size).toBe(30);
      for (const worker of [0, 1]) expect(done.filter(([by]) => by === worker).length).toBeGreaterThan(5);
    });

    test('the job of a killed worker is taken up by another', async () => {
      const job = submit();
      await place.close();
      if (embedded) await store.close();
      await killWorkerInside(config, job);
      if (embedded) store = await openStore(config);
      place = await openPlace(config, store);
      // Arrives while the dead worker still counts as running the job: must lead to a run of its own.
      await place.enqueue([job]);
      const start = performance.now();
      const seen: string[] = [];
      place.work('submit', async ({ submissionId }) => {
        seen.push(submissionId);
        return [];
      });
      await until(() => seen.length === 2, 25);
      expect(new Set(seen)).toEqual(new Set([job.payload.submissionId]));
      expect(performance.now() - start).toBeLessThan(25_000);
      await until(async () => Object.values(await waiting()).every((count) => count === 0));
    });
  });
}
