import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Redis } from 'ioredis';
import pg from 'pg';
import SftpClient from 'ssh2-sftp-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { available } from './available.ts';
import { launchChromium } from './chromium.ts';
import { startPostgres } from './postgres.ts';
import { startRedis } from './redis.ts';
import { type SftpServer, startSshd } from './sshd.ts';

describe.skipIf(!available.redis)('redis', () => {
  test('answers, keeps an append-only file, and forgets everything when told to', async () => {
    const server = await startRedis();
    const redis = new Redis(server.url);
    expect(await redis.ping()).toBe('PONG');
    expect(await redis.config('GET', 'appendonly')).toEqual(['appendonly', 'yes']);
    await redis.set('a', '1');
    await server.flushAll();
    expect(await redis.get('a')).toBeNull();
    redis.disconnect();
    await server.stop();
  });
});

describe.skipIf(!available.postgres)('postgres', () => {
  const ask = async (url: string, text: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  };

  test('gives fresh databases and drops them', async () => {
    const server = await startPostgres();
    const other = await server.createDatabase();
    await ask(server.url, 'create table claims (id int)');
    expect(await ask(other, "select to_regclass('claims') as found")).toEqual([{ found: null }]);
    await server.stop();
    await expect(ask(other, 'select 1')).rejects.toThrow('does not exist');
  });
});

describe.skipIf(!available.sshd)('sshd', () => {
  let server: SftpServer;
  beforeAll(async () => {
    server = await startSshd({ log: true });
  });
  afterAll(() => server?.remove());

  /** Does some work as a client that takes only the host key that the server says it has. */
  async function asClient<T>(work: (client: SftpClient) => Promise<T>, pinned = server.hostKey()): Promise<T> {
    const client = new SftpClient('test', { error: () => {}, end: () => {}, close: () => {} });
    await client.connect({
      host: server.host,
      port: server.port,
      username: server.user,
      privateKey: readFileSync(server.privateKeyFile),
      hostVerifier: (key: Buffer) =>
        `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}` === pinned,
    });
    try {
      return await work(client);
    } finally {
      await client.end().catch(() => {});
    }
  }
  const put = (name: string) => asClient((client) => client.put(Buffer.from('x'), `${server.to}/${name}`));

  test('takes a file, and counts uploads and renames', async () => {
    await put('first.part');
    await put('second');
    await asClient(async (client) => {
      await client.rename(`${server.to}/first.part`, `${server.to}/first`);
      await expect(client.rename(`${server.to}/first`, `${server.to}/second`)).rejects.toThrow();
    });
    expect(readFileSync(`${server.to}/first`, 'utf8')).toBe('x');
    expect(server.transfers()).toEqual({ uploads: { 'first.part': 1, second: 1 }, renames: { first: 1 } });
  });

  test('is gone with its sessions after a stop, and comes back on its port', async () => {
    await asClient(async (client) => {
      await server.stop();
      await expect(client.list(server.to)).rejects.toThrow();
    });
    await expect(put('away')).rejects.toThrow('ECONNREFUSED');
    await server.start();
    await put('back');
  });

  test('stands still in a pause and then goes on', async () => {
    await asClient(async (client) => {
      const pause = server.pause(1);
      const begin = Date.now();
      await client.list(server.to);
      expect(Date.now() - begin).toBeGreaterThan(700);
      await pause;
    });
  });

  test('shows another host key after a change', async () => {
    const before = server.hostKey();
    server.changeHostKey();
    expect(server.hostKey()).not.toBe(before);
    await expect(asClient((client) => client.list(server.to), before)).rejects.toThrow(/host/i);
    await server.restart();
    await put('changed');
  });

  test('leaves nothing', async () => {
    const own = await startSshd();
    await own.remove();
    expect(existsSync(own.folder)).toBe(false);
    expect(readdirSync(server.from)).toEqual([]);
  });
});

describe.skipIf(!available.chromium)('chromium', () => {
  test('shows a page', async () => {
    const browser = await launchChromium();
    const page = await browser.newPage();
    await page.goto('data:text/html,<title>claims</title>');
    expect(await page.title()).toBe('claims');
    await browser.close();
  });
});
