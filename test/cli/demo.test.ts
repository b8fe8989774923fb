/** The demo as a newcomer sees it, and nothing of a patient in what it and the service log and queue. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { partner as partnerSchema } from '../../schemas/partner.ts';
import { provideSecret } from '../../src/config.ts';
import { partnersOf } from '../../src/exchange/partner-file.ts';
import { submitClaims } from '../../src/exchange/submit.ts';
import { createLog } from '../../src/log.ts';
import { stepNames } from '../../src/queues/queues.ts';
import { SANDBOX_PASSWORD, startSandbox } from '../../src/sandbox/sandbox.ts';
import { claimOutcomes, openStore, type Store } from '../../src/store/index.ts';
import { startService } from '../../workers/all.ts';
import { removeFolder, temporaryFolder, untilWorks } from '../services/process.ts';
import { type Ran, root, runCommand } from './command.ts';
import { sampleClaims, tellingIn, tellingTexts, valuesOf } from './patients.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const folder = temporaryFolder('demo');
afterAll(() => removeFolder(folder));

/** The rows of all tables of the queues. */
async function queueRows({ pool }: Store): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (const table of await queueTables({ pool })) {
    const found = await pool.query<{ row: unknown }>(`select to_jsonb(t) as row from bullmq."${table}" t`);
    rows.push(...found.rows.map(({ row }) => row));
  }
  return rows;
}

async function queueTables({ pool }: Pick<Store, 'pool'>): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'bullmq' and table_type = 'BASE TABLE'`,
  );
  expect(rows.length).toBeGreaterThan(3);
  return rows.map(({ name }) => name);
}

/** Everything the claims' patients and payments could be told by. */
async function textsOf({ db }: Store): Promise<Set<string>> {
  const outcomes = await claimOutcomes(db, {});
  const paid = outcomes.flatMap(({ paidCents, patientResponsibilityCents }) => [paidCents, patientResponsibilityCents]);
  const texts = tellingTexts(sampleClaims, paid);
  expect(texts.size).toBeGreaterThan(100);
  return texts;
}

test('the search finds what it is for, and no bookkeeping', () => {
  const texts = tellingTexts(sampleClaims);
  const finds = (value: unknown) => tellingIn([value], texts);
  expect(finds({ msg: 'claim of Winters, Alma' })).toEqual(['WINTERS', 'ALMA']);
  expect(finds({ data: { member: 'x MEM7001' } })).toEqual(['MEM7001']);
  expect(finds({ err: 'DMG*D8*19710412*F~' })).toEqual(['19710412']);
  expect(finds({ cents: 420000, text: '"4,200.00"', data: '{"id":"CW1001"}' })).toEqual([
    'CW1001',
    '4,200.00',
    '420000',
  ]);
  expect(finds({ CW1002: 1 })).toEqual(['CW1002']);
  expect(finds({ pid: 18500, time: '2026-01-01T00:00:40.00Z', id: '00000000-9500-7000-8000-000000018500' })).toEqual(
    [],
  );
});

describe('claimwire demo', () => {
  let ran: Ran;
  const data = path.join(folder, 'kept');
  beforeAll(async () => {
    ran = await runCommand(['demo', '--data', data], {}, 200);
  });

  test('ends by itself with every kind of outcome', () => {
    expect(ran.exit).toBe(0);
    const rows = ran.stdout
      .split('\n')
      .filter((line) => /^CW\d+ /.test(line))
      .map((line) => line.split(/ {2,}/));
    expect(rows.length).toBeGreaterThanOrEqual(12);
    expect(rows).toHaveLength(sampleClaims.length);
    const states = new Set(rows.map(([, state]) => state));
    expect(states).toEqual(
      new Set(['paid', 'partial', 'denied', 'zero', 'rejected 999', 'rejected clearinghouse', 'rejected payer']),
    );
  });

  test('totals balance, payments too, and files went both ways', () => {
    expect(ran.stdout).toMatch(/^charge 6,517\.50 = .*: balances$/m);
    expect(ran.stdout).not.toContain('is off by');
    for (const kind of ['837P', 'TA1', '999', '277CA', '835'])
      expect(ran.stdout).toMatch(new RegExp(` ${kind} +\\d+ `));
    expect(ran.stdout).toMatch(/^\d+ s from start to the last payment$/m);
  });

  test('progress is visible', () => {
    expect(ran.stderr).toMatch(/16 claims submitted/);
    // Which states it catches claims in is chance; some lie on the way.
    expect(ran.stderr).toMatch(/\d+ (batched|sent|acknowledged|accepted)/);
  });

  test('nothing of a patient in the log, on stderr or in the queues', async () => {
    const log = readFileSync(path.join(data, 'claimwire.log'), 'utf8');
    expect(log).toContain('file sent');
    const store = await openStore({ dataFolder: path.join(data, 'data') });
    try {
      const texts = await textsOf(store);
      expect(tellingIn(valuesOf(log), texts)).toEqual([]);
      expect(tellingIn(valuesOf(ran.stderr), texts)).toEqual([]);
      expect(tellingIn(await queueRows(store), texts)).toEqual([]);
      // Where it belongs it is found.
      expect(tellingIn(valuesOf(ran.stdout), texts).length).toBeGreaterThan(16);
    } finally {
      await store.close();
    }
  });

  test('a folder with an earlier demo is left alone', async () => {
    const again = await runCommand(['demo', '--data', data]);
    expect(again).toMatchObject({ exit: 2, stdout: '' });
    expect(again.stderr).toMatch(/^claimwire: .* holds an earlier demo: .*\n$/);
  });
});

describe('everything that was ever queued', () => {
  /** Copies each row of the queues' tables at each change: completed jobs are removed at once. */
  async function witness({ pool }: Store): Promise<void> {
    await pool.query('create table public.witness (row jsonb)');
    await pool.query(`create function public.note() returns trigger language plpgsql as
      $$ begin insert into public.witness values (to_jsonb(new)); return null; end $$`);
    for (const table of await queueTables({ pool }))
      await pool.query(
        `create trigger note after insert or update on bullmq."${table}" for each row execute function public.note()`,
      );
  }

  test('holds nothing of a patient, nor does the log at its most talkative, whatever fails', async () => {
    const sandbox = await startSandbox({ folder: path.join(folder, 'sandbox'), delayMs: 100 });
    provideSecret('CLAIMWIRE_TEST_GOOD', SANDBOX_PASSWORD);
    provideSecret('CLAIMWIRE_TEST_WRONG', 'wrong');
    const profiles = [
      partnerSchema.parse(sandbox.profile('good', 'CLAIMWIRE_TEST_GOOD')),
      partnerSchema.parse({ ...sandbox.profile('refused', 'CLAIMWIRE_TEST_WRONG'), pollSeconds: 600 }),
    ];
    const lines: string[] = [];
    const service = await startService({
      config: { dataFolder: path.join(folder, 'data') },
      log: createLog('trace', { write: (line: string) => void lines.push(line) }),
      partners: partnersOf(new Map(profiles.map((profile) => [profile.id, profile]))),
      schedulers: true,
      steps: stepNames,
    });
    const { store } = service.exchange;
    try {
      await witness(store);
      for (const { id } of profiles)
        await service.enqueue((await submitClaims(service.exchange, id, sampleClaims)).followUps);
      const state = async () => {
        const outcomes = await claimOutcomes(store.db, { partnerId: 'good' });
        expect(outcomes.filter((one) => !/paid|partial|denied|zero|rejected/.test(one.state))).toEqual([]);
      };
      await untilWorks(state, 120);
      const whole = readFileSync(path.join(root, 'samples/answers/835.x12'), 'utf8');
      writeFileSync(path.join(sandbox.folders().from, 'cut.835'), whole.slice(0, whole.length * 0.6));
      await untilWorks(async () => expect(lines.filter((line) => line.includes('file ingested'))).toHaveLength(8), 60);
      const { rows } = await store.pool.query<{ row: Record<string, unknown> }>('select row from public.witness');
      const queued = rows.map(({ row }) => row);
      const texts = await textsOf(store);
      const seen = queued.map(({ queue }) => queue);
      expect(seen).toEqual(expect.arrayContaining(['batch', 'transmit', 'collect', 'ingest']));
      // A refused login failed for good: reason and stack are among the rows.
      expect(JSON.stringify(queued)).toContain('UnrecoverableError: sftp-login');
      expect(tellingIn(queued, texts)).toEqual([]);
      expect(lines.join('')).toContain('a step ran');
      expect(tellingIn(valuesOf(lines.join('')), texts)).toEqual([]);
    } finally {
      await service.close();
      await sandbox.stop();
    }
  });
});
