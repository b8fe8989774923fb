import { readFileSync } from 'node:fs';
import { Redis } from 'ioredis';
import pg from 'pg';
import SftpClient from 'ssh2-sftp-client';
import { describe, expect, test } from 'vitest';
import { available } from './available.ts';
import { launchChromium } from './chromium.ts';
import { startPostgres } from './postgres.ts';
import { startRedis } from './redis.ts';
import { startSshd } from './sshd.ts';

describe.skipIf(!available.redis)('redis', () => {
  test('answers and forgets everything when told to', async () => {
    const server = await startRedis();
    const redis = new Redis(server.url);
    await redis.set('a', '1');
    await server.flushAll();
    expect(await redis.get('a')).toBeNull();
    redis.disconnect();
    await server.stop();
  });
});

describe.skipIf(!available.postgres)('postgres', () => {
  test('gives fresh databases', async () => {
    const server = await startPostgres();
    const client = new pg.Client({ connectionString: await server.createDatabase() });
    await client.connect();
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await client.end();
    await server.stop();
  });
});

describe.skipIf(!available.sshd)('sshd', () => {
  test('takes a file and comes back after a stop', async () => {
    const server = await startSshd();
    const put = async (name: string) => {
      const client = new SftpClient();
      await client.connect({
        host: server.host,
        port: server.port,
        username: server.user,
        privateKey: readFileSync(server.privateKeyFile),
      });
      await client.put(Buffer.from('x'), `${server.to}/${name}`);
      await client.end();
    };
    await put('first');
    expect(readFileSync(`${server.to}/first`, 'utf8')).toBe('x');
    await server.stop();
    await expect(put('second')).rejects.toThrow();
    await server.start();
    await put('third');
    await server.remove();
  });
});

describe.skipIf(!available.chromium)('chromium', () => {
  test('shows a page', async () => {
    const browser = await launchChromium();
    const page = await browser.newPage();
    await page.setContent('<title>claims</title>');
    expect(await page.title()).toBe('claims');
    await browser.close();
  });
});
