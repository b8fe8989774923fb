/** What goes wrong for a newcomer ends in one clear line and exit code 2, never in a stack. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { readConfig } from '../../src/config.ts';
import { asProblem, Problem } from '../../src/problem.ts';
import { checkVersion } from '../../src/store/database.ts';
import { findPartner, openStore } from '../../src/store/index.ts';
import { profileOf } from '../exchange/place.ts';
import { available } from '../services/available.ts';
import { type PostgresServer, startPostgres } from '../services/postgres.ts';
import { freePort, removeFolder, temporaryFolder } from '../services/process.ts';
import { type RedisServer, startRedis } from '../services/redis.ts';
import { type SftpServer, startSshd } from '../services/sshd.ts';
import { type Ran, root, runCommand, startCommand, untilSays } from './command.ts';

// Each case is a process or two; a busy machine takes its time to start one.
vi.setConfig({ testTimeout: 180_000 });

const folder = temporaryFolder('problems');
const place = (...names: string[]) => path.join(folder, ...names);
const partners = place('partners');
const claims = path.join(root, 'samples/claims/professional.json');
const env = (more: Record<string, string> = {}) => ({
  CLAIMWIRE_PARTNERS: partners,
  CLAIMWIRE_DATA: place('data'),
  ...more,
});
const HOST_KEY = `SHA256:${'A'.repeat(43)}`;

type Sftp = Parameters<typeof profileOf>[1];
function sftpAt(port: number, more: Partial<Sftp> = {}): Sftp {
  return {
    host: '127.0.0.1',
    port,
    user: 'acme',
    password: { env: 'ACME_PASSWORD' },
    hostKeys: [HOST_KEY],
    outbound: '/to',
    inbound: ['/from'],
    ...more,
  };
}

function writeProfile(id: string, sftp: Sftp, inside = partners, more: Parameters<typeof profileOf>[2] = {}): void {
  mkdirSync(inside, { recursive: true });
  writeFileSync(path.join(inside, `${id}.yaml`), stringify(profileOf(id, sftp, more)));
}

/** A port in front of another that counts who comes in. */
async function countingDoor(port: number) {
  let connections = 0;
  const door = net.createServer((inner) => {
    connections++;
    const outer = net.connect({ host: '127.0.0.1', port });
    inner.on('error', () => outer.destroy());
    outer.on('error', () => inner.destroy());
    inner.pipe(outer).pipe(inner);
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  return {
    port: (door.address() as net.AddressInfo).port,
    connections: () => connections,
    close: () => void door.close(),
  };
}

/** One line that says each of the texts, nothing else on stderr, exit code 2. */
function expectOneLine({ exit, stderr }: Ran, ...says: readonly string[]): void {
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toMatch(/^claimwire: .{10,}\n$/);
  expect(stderr).not.toMatch(/^\s+at |\.ts:\d|unexpected failure|\[object /);
  for (const text of says) expect(stderr).toContain(text);
  expect(exit).toBe(2);
}

let closedPort = 0;
const listener = net.createServer();
let takenPort = '';

beforeAll(async () => {
  closedPort = await freePort();
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  takenPort = String((listener.address() as net.AddressInfo).port);
  writeProfile('acme', sftpAt(closedPort));
  writeFileSync(place('broken.json'), '{"patientControlNumber": "A1",\n"charge": }');
  writeFileSync(place('empty.json'), '');
});
afterAll(() => {
  listener.close();
  removeFolder(folder);
});

function problemOf(work: () => unknown): Problem | undefined {
  try {
    work();
  } catch (error) {
    return asProblem(error);
  }
  return undefined;
}

type Case = [what: string, args: string[], env: Record<string, string>, ...says: string[]];

describe('files and words', () => {
  const cases: Case[] = [
    ['an unknown partner', ['submit', claims, '--partner', 'nobody'], {}, '"nobody"', 'acme'],
    ['an unknown partner to test', ['partner', 'test', 'nobody'], {}, '"nobody"'],
    ['an unknown partner to resume', ['partner', 'resume', 'nobody'], {}, '"nobody"'],
    ['no folder of partners', ['up'], { CLAIMWIRE_PARTNERS: place('none') }, place('none'), 'CLAIMWIRE_PARTNERS'],
    ['a file that is not there', ['read', place('none.x12')], {}, `${place('none.x12')}: cannot be read`],
    ['a folder in place of a file', ['read', folder], {}, `${folder}: cannot be read`],
    ['claims that are not there', ['validate', place('none.json')], {}, 'none.json: cannot be read'],
    ['claims that are no JSON', ['validate', place('broken.json')], {}, 'broken.json: not valid JSON', '(line 2)'],
    ['an empty file of claims', ['validate', place('empty.json')], {}, 'empty.json: not valid JSON'],
    ['no JSON to submit', ['submit', place('broken.json'), '--partner', 'acme'], {}, 'not valid JSON'],
    ['an unknown command', ['sumbit', claims], {}, "unknown command 'sumbit'"],
    ['an unknown option', ['read', '--fast', claims], {}, "unknown option '--fast'"],
    ['a missing option', ['submit', claims], {}, '--partner'],
    ['a missing argument', ['read'], {}, 'files'],
    ['an unknown worker', ['worker', 'send'], {}, 'no worker "send"', 'transmit'],
    ['an unknown action', ['partner', 'pause', 'acme'], {}, 'expected list, test or resume'],
    ['a port that is none', ['up', '--port', 'http'], {}, '--port: expected a port number'],
    ['an empty port', ['up', '--port', ''], {}, '--port: expected a port number'],
    ['a control number that is none', ['write', claims, '--partner', 'acme', '--isa13', '0'], {}, '--isa13: expected'],
    ['deposits that are not imported', ['deposits', 'export', 'x'], {}, 'deposits: expected import, not export'],
    ['a file to replay that is none', ['replay', 'monday'], {}, 'no received file has the id monday'],
  ];
  test.concurrent.each(cases)('%s', async (_, args, more, ...says) => {
    expectOneLine(await runCommand(args, { env: env(more) }), ...says);
  });
});

describe('settings', () => {
  const cases: [Record<string, string>, string][] = [
    [{ CLAIMWIRE_PORT: 'http' }, 'CLAIMWIRE_PORT: expected a port number'],
    [{ CLAIMWIRE_PORT: '70000' }, 'CLAIMWIRE_PORT: expected a port number'],
    [{ CLAIMWIRE_LOG_LEVEL: 'loud' }, 'CLAIMWIRE_LOG_LEVEL: expected trace, debug, info, warn, error or silent'],
    [{ CLAIMWIRE_PASSWORD: 'hunter2' }, 'CLAIMWIRE_PASSWORD: expected 8 characters or more'],
    [{ CLAIMWIRE_FILE_KEY: 'hunter2' }, 'CLAIMWIRE_FILE_KEY: expected 32 bytes in base64'],
    [{ CLAIMWIRE_FILE_KEY: 'AAAA' }, 'CLAIMWIRE_FILE_KEY: expected 32 bytes in base64, found 3'],
    [{ CLAIMWIRE_JOB_LOCK_SECONDS: 'long' }, 'CLAIMWIRE_JOB_LOCK_SECONDS: expected 1 to 600 seconds'],
    [{ DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL: expected a postgres:// URL'],
    [{ DATABASE_URL: 'localhost' }, 'DATABASE_URL: expected a postgres:// URL'],
    [{ REDIS_URL: 'redis://localhost' }, 'REDIS_URL is set without DATABASE_URL'],
  ];
  test.each(cases)('%o', (more, says) => {
    const problem = problemOf(() => readConfig(more));
    expect(problem?.code).toBe('config-invalid');
    expect(problem?.message).toMatch(/^[^\n]+$/);
    expect(problem?.message).toContain(says);
    expect(problem?.message).not.toContain('hunter2');
  });

  test('a blank setting is as good as none', () => {
    expect(readConfig({ CLAIMWIRE_PORT: ' ', REDIS_URL: '' })).toEqual(readConfig({}));
  });

  test('a command that reads a file asks for none of a server', async () => {
    const { exit } = await runCommand(['check', 'samples/answers/ta1.x12'], {
      env: env({ DATABASE_URL: 'localhost' }),
    });
    expect(exit).toBe(0);
  });

  test('the command line says the same', async () => {
    const ran = await runCommand(['partner', 'list'], { env: env({ CLAIMWIRE_PORT: 'http' }) });
    expectOneLine(ran, 'CLAIMWIRE_PORT: expected a port number');
  });
});

describe('a faulty partner file: file, key and what was expected', () => {
  const good = () => profileOf('faulty', sftpAt(22));
  const cases: [what: string, content: () => unknown, ...says: string[]][] = [
    ['a missing key', () => ({ ...good(), usage: undefined }), 'usage: is missing: expected T (test) or P'],
    ['a wrong value', () => ({ ...good(), sftp: sftpAt(0) }), 'sftp.port: expected a whole number from 1 to 65535'],
    ['an unknown key', () => ({ ...good(), sftp: { ...sftpAt(22), hostkey: 1 } }), 'sftp.hostkey: no such key'],
    [
      'a secret written into it',
      () => ({ ...good(), sftp: { ...sftpAt(22), password: 'hunter2222' } }),
      'sftp.password: expected {"env": "NAME"}',
    ],
    ['no YAML', () => 'id: [', 'not valid YAML or JSON (line 1)'],
    ['nothing in it', () => '', 'the whole file'],
  ];
  test.concurrent.each(cases)('%s', async (what, content, ...says) => {
    const inside = place(what.replaceAll(' ', '-'));
    mkdirSync(inside);
    const given = content();
    writeFileSync(path.join(inside, 'faulty.yaml'), typeof given === 'string' ? given : stringify(given));
    const ran = await runCommand(['partner', 'list'], { env: env({ CLAIMWIRE_PARTNERS: inside }) });
    expectOneLine(ran, path.join(inside, 'faulty.yaml'), ...says);
    expect(ran.stderr).not.toContain('hunter2222');
  });
});

test('an unreadable file', async () => {
  // For root every file is readable: a file of /proc that the kernel refuses takes its place.
  const closed = process.getuid?.() === 0 ? '/proc/self/mem' : place('closed.json');
  if (closed.startsWith(folder)) {
    writeFileSync(closed, '[]');
    chmodSync(closed, 0);
  }
  for (const args of [['read', closed], ['validate', closed]]) // biome-ignore format: a table
    expectOneLine(await runCommand(args, { env: env() }), `${closed}: cannot be read`);
});

test('an SFTP host that cannot be reached', async () => {
  const ran = await runCommand(['partner', 'test', 'acme'], { env: env({ ACME_PASSWORD: 'x' }) });
  expectOneLine(ran, `127.0.0.1:${closedPort}: cannot be reached (ECONNREFUSED)`);
});

test('a secret that is not set', async () => {
  expectOneLine(await runCommand(['partner', 'test', 'acme'], { env: env() }), 'ACME_PASSWORD');
});

describe.skipIf(!available.sshd)('an SFTP server', () => {
  let server: SftpServer;
  beforeAll(async () => {
    server = await startSshd();
  });
  afterAll(() => server.remove());

  test('refuses the login', async () => {
    writeProfile('refused', { ...server.profile(), user: `${server.user}x` });
    const ran = await runCommand(['partner', 'test', 'refused'], { env: env() });
    expectOneLine(ran, `login as "${server.user}x" was refused`, 'of "refused"');
  });

  test('refuses the login of a running service: one connection, the partner is paused', async () => {
    const door = await countingDoor(server.port);
    const inside = place('hammered');
    writeProfile('acme', { ...server.profile(), port: door.port, user: `${server.user}x` }, inside, {
      pollSeconds: 0.2,
    });
    const setting = { env: env({ CLAIMWIRE_PARTNERS: inside, CLAIMWIRE_DATA: place('hammered-data') }) };
    for (const start of ['first', 'second']) {
      const up = startCommand(['up', '--port', '0'], setting);
      try {
        await untilSays(up, start === 'first' ? 'partner paused' : 'claimwire is up');
        // Fifteen polls and more.
        await new Promise((resolve) => setTimeout(resolve, 3000));
      } finally {
        up.child.kill('SIGTERM');
        await up.ended;
      }
      expect(door.connections()).toBe(1);
    }
    door.close();
    const store = await openStore({ dataFolder: place('hammered-data') });
    const row = await findPartner(store.db, 'acme');
    await store.close();
    expect(row).toMatchObject({ pausedAt: expect.any(Date), pausedCode: 'sftp-login' });
    expect(row?.pausedReason).toContain(`login as "${server.user}x" was refused`);
  });

  test('changed its host key', async () => {
    writeProfile('changed', server.profile());
    expect(await runCommand(['partner', 'test', 'changed'], { env: env() })).toMatchObject({ exit: 0, stderr: '' });
    const pinned = server.hostKey();
    await server.stop();
    server.changeHostKey();
    await server.start();
    const ran = await runCommand(['partner', 'test', 'changed'], { env: env() });
    expectOneLine(ran, server.hostKey(), pinned, 'sftp.hostKeys of "changed"');
  });
});

describe('ports and folders in use', () => {
  test.concurrent('up on a port that is taken', async () => {
    const ran = await runCommand(['up', '--port', takenPort], {
      env: env({ CLAIMWIRE_DATA: place('taken'), CLAIMWIRE_LOG_LEVEL: 'silent' }),
    });
    expectOneLine(ran, `port ${takenPort}`);
  });

  test.concurrent('sandbox on a port that is taken', async () => {
    const ran = await runCommand(['sandbox', '--port', takenPort, '--folder', place('sandbox')], { env: env() });
    expectOneLine(ran, `port ${takenPort}`);
  });

  test('a data folder that another process uses', async () => {
    const setting = { env: env({ CLAIMWIRE_DATA: place('busy'), CLAIMWIRE_LOG_LEVEL: 'silent' }) };
    const first = startCommand(['up', '--port', '0'], setting);
    try {
      await untilSays(first, 'claimwire is up');
      for (const args of [['up', '--port', '0'], ['partner', 'resume', 'acme']]) // biome-ignore format: a table
        expectOneLine(await runCommand(args, setting), `${place('busy')} is in use by process ${first.child.pid}`);
      // Claims are not refused for it: they are handed to the process that is running.
      const submitted = await runCommand(['submit', claims, '--partner', 'acme', '--json'], setting);
      expect([submitted.exit, submitted.stderr]).toEqual([0, '']);
      expect(JSON.parse(submitted.stdout)).toMatchObject({ index: 0, state: 'ready', issues: [] });
      const again = await runCommand(['submit', claims, '--partner', 'acme'], setting);
      expect([again.exit, again.stdout]).toEqual([0, expect.stringContaining('known')]);
    } finally {
      first.child.kill('SIGTERM');
      await first.ended;
    }
    // And once it ended, the folder is free again.
    const { exit } = await runCommand(['partner', 'resume', 'acme'], setting);
    expect(exit).toBe(0);
  });

  test.concurrent('a data folder that is a file', async () => {
    const setting = { env: env({ CLAIMWIRE_DATA: claims }) };
    expectOneLine(await runCommand(['up', '--port', '0'], setting), claims, 'CLAIMWIRE_DATA');
  });
});

describe('a full disk', () => {
  test('every system error of a full disk is one Problem', () => {
    for (const code of ['ENOSPC', 'EDQUOT', '53100']) {
      const problem = asProblem(new Error('x', { cause: Object.assign(new Error('y'), { code }) }));
      expect(problem).toMatchObject({ code: 'disk-full', message: expect.stringMatching(/free some room/) });
    }
  });

  test('a data folder without room', async () => {
    const small = mountSmall();
    // Without the right to mount, the cases above are what is left.
    if (small === undefined) return;
    try {
      expectOneLine(
        await runCommand(['up', '--port', '0'], { env: env({ CLAIMWIRE_DATA: path.join(small, 'data') }) }),
        'disk',
        'is full: free some room',
      );
    } finally {
      execFileSync('umount', [small]);
    }
  });

  /** A disk of 6 MB; undefined where we may not mount one. */
  function mountSmall(): string | undefined {
    const at = place('small');
    mkdirSync(at);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', at], { stdio: 'ignore' });
      return at;
    } catch {
      return undefined;
    }
  }
});

describe('databases', () => {
  test('a database that cannot be reached', async () => {
    const url = `postgres://me:hunter2222@127.0.0.1:${closedPort}/claims`;
    const ran = await runCommand(['up', '--port', '0'], { env: env({ DATABASE_URL: url }) });
    expectOneLine(ran, `127.0.0.1:${closedPort} cannot be reached (ECONNREFUSED): check DATABASE_URL`);
    expect(ran.stderr).not.toContain('hunter2222');
  });

  test.each([
    [12, 'the database is PostgreSQL 12: 14 or newer is needed'],
    [13, 'the database is PostgreSQL 13: 14 or newer is needed'],
  ])('PostgreSQL %i is too old', (version, says) => {
    expect(() => checkVersion(version)).toThrow(new Problem('database-too-old', says));
  });

  test.each([14, 17, 18])('PostgreSQL %i is new enough', (version) => {
    expect(() => checkVersion(version)).not.toThrow();
  });

  describe.skipIf(!available.redis || !available.postgres)('Redis beside PostgreSQL', () => {
    let redis: RedisServer;
    let postgres: PostgresServer;
    beforeAll(async () => {
      [redis, postgres] = await Promise.all([startRedis(['--maxmemory-policy', 'allkeys-lru']), startPostgres()]);
    });
    afterAll(() => Promise.all([redis.stop(), postgres.stop()]));
    const fileKey = Buffer.alloc(32, 7).toString('base64');

    test('Redis that throws jobs away', async () => {
      const servers = { DATABASE_URL: await postgres.createDatabase(), REDIS_URL: redis.url };
      const ran = await runCommand(['worker'], { env: env({ ...servers, CLAIMWIRE_FILE_KEY: fileKey }) });
      expectOneLine(ran, `127.0.0.1:${redis.port}`, 'allkeys-lru', 'maxmemory-policy noeviction');
    });

    test('Redis that is not there', async () => {
      const servers = {
        DATABASE_URL: await postgres.createDatabase(),
        REDIS_URL: `redis://:hunter2222@127.0.0.1:${closedPort}`,
      };
      const ran = await runCommand(['worker'], { env: env({ ...servers, CLAIMWIRE_FILE_KEY: fileKey }) });
      expectOneLine(ran, `Redis at 127.0.0.1:${closedPort} cannot be reached (ECONNREFUSED)`);
      expect(ran.stderr).not.toContain('hunter2222');
    });

    test('no such database; no key for the files', async () => {
      const missing = postgres.url.replace(/[^/]+$/, 'none');
      expectOneLine(await runCommand(['worker'], { env: env({ DATABASE_URL: missing }) }), 'has no such database');
      const setting = { env: env({ DATABASE_URL: await postgres.createDatabase() }) };
      expectOneLine(await runCommand(['worker'], setting), 'CLAIMWIRE_FILE_KEY');
    });
  });
});
