/** SIGKILL of the process at operations on the server and between statements: sent once, received once, posted once. */
import { spawn } from 'node:child_process';
import { mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batch } from '../../src/exchange/batch.ts';
import { collect } from '../../src/exchange/collect.ts';
import { ingest } from '../../src/exchange/ingest.ts';
import { submitClaims } from '../../src/exchange/submit.ts';
import { transmit } from '../../src/exchange/transmit.ts';
import { findFile, openStore, type Store } from '../../src/store/index.ts';
import { available } from '../services/available.ts';
import { type PostgresServer, startPostgres } from '../services/postgres.ts';
import { type SftpServer, startSshd } from '../services/sshd.ts';
import { claimJson, HP, interchange, LINES, remit } from './answers.ts';
import type { KillOrder } from './killed.ts';
import { contents, drop, openPlace, type Place } from './place.ts';

/** Each kill costs the start of a process. */
const PATIENCE = 240_000;

const SCRIPT = new URL('./killed.ts', import.meta.url).pathname;

/** Runs one step in a process of its own; gives back whether it was killed before it was done. */
function runKilled(order: KillOrder): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, JSON.stringify(order)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (bytes) => {
      said += bytes;
    });
    child.once('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve(true);
      else if (code === 0) resolve(false);
      else reject(new Error(`the process ended with ${code}: ${said}`));
    });
  });
}

describe.skipIf(!available.sshd || !available.postgres)('a process killed', { timeout: PATIENCE }, () => {
  let server: SftpServer;
  let postgres: PostgresServer;
  let databaseUrl: string;
  let store: Store;
  beforeAll(async () => {
    server = await startSshd();
    postgres = await startPostgres();
    databaseUrl = await postgres.createDatabase();
    store = await openStore({ databaseUrl, dataFolder: '' });
  });
  afterAll(async () => {
    await store?.close();
    await postgres?.stop();
    await server?.remove();
  });

  const query = async (sql: string) => (await store.pool.query<Record<string, unknown>>(sql)).rows;
  const takeOver = () => query(`update leases set until = now() - interval '1 second'`);
  const statesOf = async (place: Place) =>
    (await query(`select state from claims where partner_id = '${place.id}' order by patient_control_number`)).map(
      ({ state }) => state,
    );
  const openBuilt = async () => {
    const place = await openPlace(store, server);
    await submitClaims(place.exchange, place.id, [claimJson('A1'), claimJson('A2')]);
    const [followUp] = await batch(place.exchange, { partnerId: place.id });
    if (followUp?.step !== 'transmit') throw new Error('no file was built');
    return { place, fileId: followUp.payload.fileId };
  };
  /** Two at a time: each is a process of its own. */
  const each = async (work: (count: number) => Promise<boolean>, step = 1) => {
    const rounds: boolean[] = [];
    for (let count = 1; count < 80; count += 2 * step) {
      const both = await Promise.all([work(count), work(count + step)]);
      rounds.push(...both);
      if (!both.every(Boolean)) break;
    }
    return rounds.filter(Boolean).length;
  };

  test.each(['before', 'after'] as const)(
    '%s any operation on the server while sending: each file arrives once, whole',
    async (when) => {
      const kills = await each(async (count) => {
        const { place, fileId } = await openBuilt();
        const profile = { ...place.partner() };
        const at = { on: 'server', count, when } as const;
        const killed = await runKilled({ databaseUrl, profile, step: 'transmit', fileId, at });
        const arrived = Object.keys(contents(place.to)).filter((name) => !name.endsWith('.part'));
        // What arrived is taken away at once, as partners do: a second upload would be seen.
        mkdirSync(path.join(place.to, 'taken'));
        await takeOver();
        for (const name of arrived) renameSync(path.join(place.to, name), path.join(place.to, 'taken', name));
        for (let run = 0; run < 3; run++) await transmit(place.exchange, { fileId });
        const file = await findFile(store.db, fileId);
        expect(file?.state, `killed ${when} operation ${count}`).toBe('sent');
        const all = [...Object.keys(contents(place.to)), ...Object.keys(contents(path.join(place.to, 'taken')))];
        expect(all, `killed ${when} operation ${count}`).toEqual([file?.name]);
        expect(await statesOf(place)).toEqual(['sent', 'sent']);
        return killed;
      });
      expect(kills).toBeGreaterThanOrEqual(6);
    },
  );

  test('after a statement while sending: each file arrives once, whole', async () => {
    const kills = await each(async (count) => {
      const { place, fileId } = await openBuilt();
      const at = { on: 'database', count, when: 'after' } as const;
      const killed = await runKilled({ databaseUrl, profile: place.partner(), step: 'transmit', fileId, at });
      await takeOver();
      for (let run = 0; run < 3; run++) await transmit(place.exchange, { fileId });
      const file = await findFile(store.db, fileId);
      expect(Object.keys(contents(place.to)), `killed after statement ${count}`).toEqual([file?.name]);
      expect(file?.state).toBe('sent');
      const events = await query(`select 1 from events where file_id = '${fileId}' and type = 'sent'`);
      expect(events).toHaveLength(2);
      return killed;
    }, 2);
    expect(kills).toBeGreaterThanOrEqual(5);
  });

  test.each(['server', 'database'] as const)(
    'at operations of the %s while receiving: each file is stored once and put away once',
    async (on) => {
      const kills = await each(
        async (count) => {
          const place = await openPlace(store, server);
          const done = path.join(path.dirname(place.from), 'done');
          mkdirSync(done);
          await place.change({ sftp: { afterDownload: { moveTo: done } } });
          drop(place.from, 'a.835', `one of ${place.id}`);
          drop(place.from, 'b.835', `two of ${place.id}`);
          const at = { on, count, when: count % 2 === 0 ? 'before' : 'after' } as const;
          const killed = await runKilled({ databaseUrl, profile: place.partner(), step: 'collect', at });
          await takeOver();
          await collect(place.exchange, { partnerId: place.id });
          const rows = await query(`select name from files where partner_id = '${place.id}' order by name`);
          expect(rows, `killed at ${count}`).toEqual([{ name: 'a.835' }, { name: 'b.835' }]);
          expect(contents(place.from)).toEqual({});
          expect(Object.keys(contents(done))).toEqual(['a.835', 'b.835']);
          return killed;
        },
        on === 'database' ? 3 : 1,
      );
      expect(kills).toBeGreaterThanOrEqual(5);
    },
  );

  test('after a statement while posting: each cent once', async () => {
    const kills = await each(async (count) => {
      const { place, fileId } = await openBuilt();
      await transmit(place.exchange, { fileId });
      const claims = ['A1', 'A2'].map((pcn) => ({ pcn, paid: 160, lines: LINES.paid }));
      drop(place.from, 'a.835', interchange(HP, [remit('T1', claims)]));
      const [followUp] = await collect(place.exchange, { partnerId: place.id });
      if (followUp?.step !== 'ingest') throw new Error('nothing was received');
      const at = { on: 'database', count, when: 'after' } as const;
      const killed = await runKilled({
        databaseUrl,
        profile: place.partner(),
        step: 'ingest',
        ...followUp.payload,
        at,
      });
      for (let run = 0; run < 2; run++) await ingest(place.exchange, followUp.payload);
      const paid = await query(`select paid_cents::int as paid from claims where partner_id = '${place.id}'`);
      expect(paid, `killed after statement ${count}`).toEqual([{ paid: 16_000 }, { paid: 16_000 }]);
      expect(await statesOf(place)).toEqual(['paid', 'paid']);
      const posted = await query(`select 1 from payments where file_id = '${followUp.payload.fileId}'`);
      expect(posted).toHaveLength(1);
      const entered =
        await query(`select sum(e.cents) filter (where e.group_code is null)::int as money, count(*)::int as entries
        from ledger_entries e join claim_payments cp on cp.id = e.claim_payment_id join payments p on p.id = cp.payment_id
        where p.file_id = '${followUp.payload.fileId}'`);
      expect(entered).toEqual([{ money: 32_000, entries: 4 }]);
      return killed;
    }, 3);
    expect(kills).toBeGreaterThanOrEqual(5);
  });
});
