import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, test } from 'vitest';
import { lockFolder } from '../../src/store/folder-lock.ts';
import { lockReadyClaims, openStore, transact } from '../../src/store/index.ts';
import { startPostgres } from '../services/postgres.ts';
import { addClaims, addPartner, temporaryFolder } from './rows.ts';
import { onServer } from './stores.ts';

const OPENER = path.join(import.meta.dirname, 'opener.ts');

describe('an embedded database', () => {
  const cleanups: (() => void)[] = [];
  afterEach(() => {
    for (const cleanup of cleanups.splice(0).reverse()) cleanup();
  });
  const newFolder = () => {
    const [folder, remove] = temporaryFolder();
    cleanups.push(remove);
    return folder;
  };

  /** A process that opens the folder and then commits claims, telling of each commit. */
  async function startOpener(folder: string): Promise<{ child: ChildProcess; lines: AsyncIterableIterator<string> }> {
    const child = spawn(process.execPath, ['--import', 'tsx', OPENER, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    cleanups.push(() => child.kill('SIGKILL'));
    const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
    expect((await lines.next()).value).toBe('open');
    return { child, lines };
  }

  test('belongs to one process; a killed one leaves every committed row and no lock', { timeout: 60_000 }, async () => {
    const folder = newFolder();
    const { child, lines } = await startOpener(folder);
    await expect(openStore({ dataFolder: folder })).rejects.toMatchObject({
      code: 'data-folder-locked',
      message: expect.stringContaining(`process ${child.pid} `),
    });
    let committed = 0;
    while (committed < 20) committed = Number((await lines.next()).value);
    child.kill('SIGKILL');
    await once(child, 'exit');
    for await (const line of lines) committed = Number(line);

    const store = await openStore({ dataFolder: folder });
    const { length } = await store.db.selectFrom('claims').select('id').execute();
    // The last commit may have come through without its line.
    expect([committed, committed + 1]).toContain(length);
    await store.close();
  });

  test('is not opened twice by one process either, and again once it is closed', async () => {
    const folder = newFolder();
    const unlock = await lockFolder(folder);
    await expect(openStore({ dataFolder: folder })).rejects.toMatchObject({ code: 'data-folder-locked' });
    await unlock();
    await (await lockFolder(folder))();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('goes to one of many that find a stale lock at once', async () => {
    const folder = newFolder();
    writeFileSync(path.join(folder, 'lock'), JSON.stringify(now()));
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
    const unlocks = outcomes.filter((one) => one.status === 'fulfilled').map((one) => one.value);
    expect(unlocks).toHaveLength(1);
    await unlocks[0]?.();
    expect(readdirSync(folder)).toEqual([]);
  });

  const now = () => ({ pid: process.pid, host: hostname(), started: 'x', nonce: 'n' });
  test.each([
    ['a pid that now is ours', now()],
    ['a pid that another program has by now', { ...now(), pid: process.ppid }],
    ['half a line', undefined],
  ])('takes over a stale lock: %s', async (_name, holder) => {
    const folder = newFolder();
    writeFileSync(path.join(folder, 'lock'), holder === undefined ? '{"pid"' : JSON.stringify(holder));
    const unlock = await lockFolder(folder);
    expect(JSON.parse(readFileSync(path.join(folder, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid });
    await unlock();
  });

  test('respects a lock of another host that is being renewed', async () => {
    const folder = newFolder();
    writeFileSync(path.join(folder, 'lock'), JSON.stringify({ ...now(), host: 'elsewhere' }));
    await expect(openStore({ dataFolder: folder })).rejects.toMatchObject({
      code: 'data-folder-locked',
      message: expect.stringContaining('elsewhere'),
    });
  });

  test('says so when its folder cannot be one', async () => {
    const folder = newFolder();
    mkdirSync(path.join(folder, 'sub'));
    writeFileSync(path.join(folder, 'file'), '');
    await expect(openStore({ dataFolder: path.join(folder, 'file', 'data') })).rejects.toMatchObject({
      code: 'data-folder-unusable',
    });
  });
});

describe('a database server', () => {
  test.each([
    ['nobody listens', 'postgres://u:secret@127.0.0.1:1/db', '127.0.0.1:1'],
    ['there is no such host', 'postgres://u:secret@no-such-host.invalid/db', 'no-such-host.invalid'],
  ])('%s', { timeout: 30_000 }, async (_name, databaseUrl, where) => {
    const error: unknown = await openStore({ databaseUrl, dataFolder: '' }).catch((problem: unknown) => problem);
    expect(error).toMatchObject({ code: 'database-unreachable', retry: true, message: expect.stringContaining(where) });
    expect(String(error)).not.toContain('secret');
  });
});

onServer('many processes', (store, databaseUrl) => {
  test('migrate once between them', async () => {
    const fresh = await startPostgres();
    const stores = await Promise.all([1, 2, 3].map(() => openStore({ databaseUrl: fresh.url, dataFolder: '' })));
    const { rows } = await stores[0]!.pool.query<{ name: string }>('select name from schema_migrations');
    expect(rows.map((row) => row.name)).toContain('000001_initial.sql');
    for (const one of stores) await one.close();
    await fresh.stop();
  });

  test('say what is wrong with the database name', async () => {
    const url = databaseUrl().replace(/[^/]+$/, 'missing');
    await expect(openStore({ databaseUrl: url, dataFolder: '' })).rejects.toMatchObject({
      code: 'database-unreachable',
      retry: false,
      message: expect.stringContaining('no such database'),
    });
  });

  test('are handed disjoint ready claims', async () => {
    const partnerId = await addPartner(store());
    const ids = await addClaims(store(), partnerId, 6);
    const take = (tx: Parameters<typeof lockReadyClaims>[0]) => lockReadyClaims(tx, partnerId, 4);
    const [first, second] = await transact(store(), async (one) => {
      const mine = await take(one);
      // Another connection asks while the first transaction still holds its claims.
      const theirs = await transact(store(), take);
      return [mine, theirs];
    });
    expect(first.map((row) => row.id)).toEqual(ids.slice(0, 4));
    expect(second.map((row) => row.id)).toEqual(ids.slice(4));
  });
});
