import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type SftpClient from 'ssh2-sftp-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { missing } from '../services/available.ts';
import { removeFolder, temporaryFolder } from '../services/process.ts';
import { connect, makeKey } from './sftp.ts';

const key = makeKey();
const stranger = makeKey();
const folder = temporaryFolder('sandbox');
const options = {
  folder,
  users: [
    { name: 'sandbox', password: 'sandbox' },
    { name: 'clinic', password: 'other', publicKey: key.public },
  ],
} as const;

let sandbox: Sandbox;
let client: SftpClient;
beforeAll(async () => {
  sandbox = await startSandbox(options);
  client = await connect(sandbox);
});
afterAll(async () => {
  await client.end();
  await sandbox.stop();
  removeFolder(folder);
});

describe('login', () => {
  test.each([
    ['a wrong password', { password: 'wrong' }],
    ['no such user', { username: 'nobody' }],
    ['the password of another user', { username: 'clinic', password: 'sandbox' }],
    ['a strange key', { username: 'clinic', password: undefined, privateKey: stranger.private }],
    ['a key of another user', { password: undefined, privateKey: key.private }],
  ])('%s is refused', async (_name, config) => {
    await expect(connect(sandbox, config as object)).rejects.toThrow(/authentication/i);
  });

  test('a key lets its user in, to a root of its own', async () => {
    const clinic = await connect(sandbox, { username: 'clinic', privateKey: key.private });
    await clinic.put(Buffer.from('mine'), '/from/mine.part');
    expect((await clinic.list('/from')).map(({ name }) => name)).toEqual(['mine.part']);
    expect((await client.list('/from')).map(({ name }) => name)).not.toContain('mine.part');
    expect(readFileSync(path.join(sandbox.folders('clinic').from, 'mine.part'), 'utf8')).toBe('mine');
    await clinic.end();
  });

  test('the host key is the one it names, and stays over a restart', async () => {
    const presented: string[] = [];
    const verify = {
      hostVerifier: (bytes: Buffer) => {
        presented.push(`SHA256:${createHash('sha256').update(bytes).digest('base64').replace(/=+$/, '')}`);
        return true;
      },
    };
    await (await connect(sandbox, verify)).end();
    const { hostKey } = sandbox;
    await client.end();
    await sandbox.stop();
    sandbox = await startSandbox(options);
    client = await connect(sandbox, verify);
    expect(sandbox.hostKey).toBe(hostKey);
    expect(presented).toEqual([hostKey, hostKey]);
  });
});

describe('files', () => {
  test('put, stat, get, rename, delete', async () => {
    const bytes = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => index % 251));
    await client.put(bytes, '/to/large.part');
    expect(await client.stat('/to/large.part')).toMatchObject({ size: bytes.length, isFile: true });
    await client.rename('/to/large.part', '/to/large2.part');
    expect(await client.exists('/to/large.part')).toBe(false);
    expect(bytes.equals((await client.get('/to/large2.part')) as Buffer)).toBe(true);
    await client.delete('/to/large2.part');
    expect(await client.exists('/to/large2.part')).toBe(false);
  });

  test('a rename onto an existing file is refused and changes nothing', async () => {
    await client.put(Buffer.from('one'), '/from/one.part');
    await client.put(Buffer.from('two'), '/from/two.part');
    await expect(client.rename('/from/one.part', '/from/two.part')).rejects.toThrow();
    expect(String(await client.get('/from/one.part'))).toBe('one');
    expect(String(await client.get('/from/two.part'))).toBe('two');
  });

  test('folders are made, listed and removed; a full one stays', async () => {
    await client.mkdir('/from/sub');
    await client.put(Buffer.from('x'), '/from/sub/x');
    await expect(client.rmdir('/from/sub')).rejects.toThrow();
    await client.delete('/from/sub/x');
    await client.rmdir('/from/sub');
    expect(await client.exists('/from/sub')).toBe(false);
  });

  test('long listings come whole', async () => {
    const names = Array.from({ length: 1234 }, (_, index) => `file-${String(index).padStart(5, '0')}`);
    const place = path.join(sandbox.folders().from, 'many');
    mkdirSync(place);
    for (const name of names) writeFileSync(path.join(place, name), name);
    const found = await client.list('/from/many');
    expect(found.map(({ name }) => name).sort()).toEqual(names);
    expect(found[0]).toMatchObject({ type: '-', size: 10 });
  });

  test('writes of a stream arrive in order; times and mode can be set', async () => {
    const local = path.join(folder, 'source');
    writeFileSync(local, 'x'.repeat(500_000));
    await client.fastPut(local, '/from/fast.part');
    await client.chmod('/from/fast.part', 0o600);
    expect(await client.stat('/from/fast.part')).toMatchObject({ size: 500_000, mode: 0o100600 });
  });

  test.each([
    ['no such file', () => client.get('/from/none'), /no such file/i],
    ['no such folder', () => client.list('/none'), /no such file/i],
    ['a folder as a file', () => client.get('/from'), /./],
  ])('%s', async (_name, work, message) => {
    await expect(work()).rejects.toThrow(message);
  });
});

describe.skipIf(missing('sshd').length > 0)("OpenSSH's own client", () => {
  test('puts, lists, renames, gets, removes, and comes to its end', async () => {
    const [identity, source, back] = ['identity', 'source.bin', 'back.bin'].map((name) => path.join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(identity, key.private, { mode: 0o600 });
    writeFileSync(source, Buffer.alloc(1_000_000, 7));
    const commands = [
      `put ${source} /from/big.part`,
      'ls -l /from',
      'mkdir /from/box',
      'rename /from/big.part /from/box/big',
      `get /from/box/big ${back}`,
      'rm /from/box/big',
      'rmdir /from/box',
    ];
    writeFileSync(path.join(folder, 'commands'), `${commands.join('\n')}\n`);
    const known = ['-o', 'StrictHostKeyChecking=no', '-o', 'UserKnownHostsFile=/dev/null', '-o', 'LogLevel=ERROR'];
    const target = [
      '-i',
      identity,
      '-P',
      String(sandbox.port),
      '-b',
      path.join(folder, 'commands'),
      'clinic@127.0.0.1',
    ];
    const { stdout } = await promisify(execFile)('sftp', [...known, ...target], { timeout: 20_000 }).catch(
      // The server gives no exit status, which the client tells by 255; its words are what counts.
      (error: { code?: number; killed?: boolean; stdout: string; stderr: string }) => {
        if (error.killed || error.code !== 255) throw error;
        return error;
      },
    );
    expect(stdout).toMatch(/1000000 .* big\.part/);
    expect(readFileSync(back).equals(readFileSync(source))).toBe(true);
    expect(existsSync(path.join(sandbox.folders('clinic').from, 'box'))).toBe(false);
  });
});

describe('the root is the end of the way', () => {
  test.each(['/../../host_key', '../../../host_key', '/to/../../../../host_key'])('%s', async (way) => {
    expect(existsSync(path.join(folder, 'host_key'))).toBe(true);
    await expect(client.get(way)).rejects.toThrow(/no such file/i);
    expect(await client.realPath(way)).toBe('/host_key');
  });

  test('a link that leads out is not followed', async () => {
    symlinkSync(folder, path.join(sandbox.folders().from, 'out'));
    symlinkSync(path.join(folder, 'host_key'), path.join(sandbox.folders().from, 'key'));
    await expect(client.get('/from/out/host_key')).rejects.toThrow(/permission/i);
    await expect(client.get('/from/key')).rejects.toThrow(/permission/i);
    await expect(client.put(Buffer.from('x'), '/from/out/new')).rejects.toThrow(/permission/i);
  });
});
