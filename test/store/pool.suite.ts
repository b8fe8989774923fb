import { createPostgresBackend, runMigrations, withBackend } from 'bullmq';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { insertClaims, newId, ping, type Store, transact } from '../../src/store/index.ts';
import { migrate } from '../../src/store/migrate.ts';
import { addPartner, newClaim } from './rows.ts';

/** The pool as Kysely, BullMQ and plain statements use it. */
export function poolSuite(store: () => Store): void {
  describe('the pool', () => {
    test('answers, and a second run of the migrations does nothing', async () => {
      await ping(store().db);
      expect(await migrate(store().pool)).toEqual([]);
    });

    test('carries values of every type in use there and back', async () => {
      const at = new Date('2026-01-02T03:04:05.678Z');
      const texts = ['a"b', 'c\\d', '', 'NULL', 'é'];
      const { rows } = await sql`
        select ${'9007199254740991'}::bigint as big, date '2026-01-02' as day, ${at}::timestamptz as at, ${true}::boolean as yes,
          ${texts}::text[] as texts, ${[1, 2]}::bigint[] as numbers, ${['2026-01-02']}::date[] as days, ${JSON.stringify({ a_b: [1] })}::jsonb as json,
          ${Buffer.from([0, 255])}::bytea as bytes, ${null}::text as nothing, 1.50::numeric as numeric, ${7}::text as text`.execute(
        store().db,
      );
      expect(rows).toEqual([
        { big: 9_007_199_254_740_991, day: '2026-01-02', at, yes: true, texts, numbers: [1, 2], days: ['2026-01-02'], json: { a_b: [1] }, bytes: Buffer.from([0, 255]), nothing: null, numeric: '1.50', text: '7' },
      ]); // biome-ignore format: one row
    });

    test('keeps transactions of many callers apart', async () => {
      const partnerId = await addPartner(store());
      const outcomes = await Promise.allSettled(
        Array.from({ length: 30 }, (_, index) =>
          transact(store(), async (tx) => {
            await insertClaims(tx, [newClaim(partnerId, `T${index}`)]);
            await ping(tx);
            if (index % 3 === 0) throw new Error('stop');
          }),
        ),
      );
      expect(outcomes.filter((one) => one.status === 'rejected')).toHaveLength(10);
      const { rows } = await sql`select count(*) as n from claims where partner_id = ${partnerId}`.execute(store().db);
      expect(rows).toEqual([{ n: 20 }]);
    });

    test('goes on after a statement that fails inside a transaction', async () => {
      const failing = transact(store(), (tx) => sql`select 1 / 0`.execute(tx));
      await expect(failing).rejects.toMatchObject({ code: '22012' });
      await ping(store().db);
    });

    test('tells a listener what another client notifies', async () => {
      const listener = await store().pool.connect();
      const heard = new Promise((resolve) => listener.on('notification', resolve));
      await listener.query('listen claimwire_test');
      await store().pool.query(`select pg_notify('claimwire_test', $1)`, ['hello']);
      expect(await heard).toMatchObject({ channel: 'claimwire_test', payload: 'hello' });
      await listener.query('unlisten claimwire_test');
      listener.release();
    });

    test('runs BullMQ: schema twice, jobs by notification, one job per jobId, while transactions go on', async () => {
      for (let run = 0; run < 2; run++) {
        const client = await store().pool.connect();
        await runMigrations(client);
        client.release();
      }
      const { Queue, Worker } = withBackend(createPostgresBackend);
      const name = `q-${newId()}`;
      const queue = new Queue<{ id: string }>(name, { connection: store().pool });
      queue.on('error', () => {});
      const done: string[] = [];
      const worker = new Worker<{ id: string }>(
        name,
        async (job) => {
          await transact(store(), (tx) => ping(tx));
          done.push(job.data.id);
        },
        { connection: store().pool, concurrency: 4 },
      );
      worker.on('error', () => {});
      await worker.waitUntilReady();
      const begun = performance.now();
      await queue.add('one', { id: 'first' }, { jobId: 'job-first' });
      await queue.add('one', { id: 'first' }, { jobId: 'job-first' });
      await queue.addBulk(Array.from({ length: 20 }, (_, index) => ({ name: 'one', data: { id: `b${index}` } })));
      await expect.poll(() => done.length, { timeout: 8_000 }).toBe(21);
      expect(performance.now() - begun).toBeLessThan(4_000);
      expect(new Set(done).size).toBe(21);
      await worker.close();
      await queue.close();
    });
  });
}
