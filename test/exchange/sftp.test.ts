/** SFTP against OpenSSH: operations as they are meant, errors with a name and one clear line. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Partner, type PartnerInput, partner as partnerSchema } from '../../schemas/partner.ts';
import { testPartner } from '../../src/exchange/partner-test.ts';
import { readCredentials } from '../../src/exchange/secrets.ts';
import { connectSftp, type SftpSession } from '../../src/exchange/sftp.ts';
import type { Problem } from '../../src/problem.ts';
import { available } from '../services/available.ts';
import { freePort } from '../services/process.ts';
import { type SftpServer, startSshd } from '../services/sshd.ts';
import { profileOf } from './place.ts';

const login = (partner: Partner) => connectSftp(partner, readCredentials(partner));

describe.skipIf(!available.sshd)('SFTP', () => {
  let server: SftpServer;
  let session: SftpSession | undefined;
  beforeAll(async () => {
    server = await startSshd();
  });
  afterAll(async () => {
    await server?.remove();
  });

  const profile = (sftp: Partial<PartnerInput['sftp']> = {}) =>
    partnerSchema.parse(profileOf('acme', { ...server.profile(), timeoutSeconds: 5, ...sftp }));
  const open = async () => {
    session = await login(profile());
    return session;
  };
  const at = (name: string) => path.join(server.to, name);
  const problemOf = (work: Promise<unknown>): Promise<Problem> =>
    work.then(
      () => Promise.reject(new Error('no problem was thrown')),
      (problem: Problem) => problem,
    );

  describe('operations', () => {
    test('bytes go there and come back, and are listed', async () => {
      const sftp = await open();
      const bytes = Buffer.alloc(3_000_000, 'claim');
      await sftp.put(at('a.x12'), bytes);
      expect(await sftp.stat(at('a.x12'))).toMatchObject({ size: bytes.length });
      expect((await sftp.get(at('a.x12'))).equals(bytes)).toBe(true);
      // Nobody but us and our group writes to it, whatever the library would like.
      expect(statSync(at('a.x12')).mode & 0o777).toBe(0o644);
      mkdirSync(at('folder'));
      symlinkSync('a.x12', at('link'));
      const listed = Object.fromEntries((await sftp.list(`${server.to}/`)).map(({ name, kind }) => [name, kind]));
      expect(listed).toEqual({ 'a.x12': 'file', folder: 'folder', link: 'other' });
      const [entry] = (await sftp.list(server.to)).filter(({ name }) => name === 'a.x12');
      expect(entry).toMatchObject({ path: at('a.x12'), size: bytes.length, modifiedAt: expect.any(Date) });
      await sftp.remove(at('a.x12'));
      expect(await sftp.stat(at('a.x12'))).toBeUndefined();
      await sftp.close();
    });

    test('neither a write nor a rename overwrites what is there', async () => {
      const sftp = await open();
      writeFileSync(at('there'), 'old');
      await sftp.put(at('new.part'), Buffer.from('new'));
      const refused = { code: 'sftp-transfer', retry: true, message: expect.stringMatching(/a name that is taken/) };
      expect(await problemOf(sftp.put(at('there'), Buffer.from('new')))).toMatchObject(refused);
      expect(await problemOf(sftp.rename(at('new.part'), at('there')))).toMatchObject(refused);
      expect(readFileSync(at('there'), 'utf8')).toBe('old');
      await sftp.close();
    });

    test('operations asked for at once are done one after the other', async () => {
      const sftp = await open();
      const names = Array.from({ length: 30 }, (_, index) => at(`many-${index}`));
      await Promise.all(names.map((name) => sftp.put(name, Buffer.from(name))));
      const read = await Promise.all(names.map((name) => sftp.get(name)));
      expect(read.map(String)).toEqual(names);
      await sftp.close();
    });

    test('an empty file is read as no bytes', async () => {
      const sftp = await open();
      writeFileSync(at('empty'), '');
      expect(await sftp.get(at('empty'))).toHaveLength(0);
      await sftp.close();
    });
  });

  describe('what goes wrong', () => {
    const where = () => `${server.host}:${server.port}`;

    test('a host where nobody listens', async () => {
      const port = await freePort();
      const problem = await problemOf(login(profile({ port })));
      expect(problem).toMatchObject({ code: 'sftp-unreachable', retry: true });
      expect(problem.message).toBe(`127.0.0.1:${port}: cannot be reached (ECONNREFUSED): check host, port and network`);
    });

    test('a host that does not exist', async () => {
      const problem = await problemOf(login(profile({ host: 'nowhere.invalid' })));
      expect(problem).toMatchObject({ code: 'sftp-unreachable', retry: true });
      expect(problem.message).toMatch(/^nowhere\.invalid:\d+: cannot be reached \((ENOTFOUND|EAI_AGAIN)\)/);
    });

    test.each(['silent', 'talking'])('a %s port that is no SSH server', async (kind) => {
      const other = net.createServer((socket) => {
        socket.on('error', () => {}).resume();
        if (kind === 'talking') socket.end('HTTP/1.1 400\r\n\r\n');
      });
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
      const { port } = other.address() as net.AddressInfo;
      const problem = await problemOf(login(profile({ port, timeoutSeconds: 1 })));
      expect(problem).toMatchObject({ code: 'sftp-unreachable', retry: true });
      expect(problem.message).toMatch(new RegExp(`^127.0.0.1:${port}: no SSH session .*is this an SFTP server\\?$`));
      await new Promise((resolve) => other.close(resolve));
    });

    test('a host key that is not pinned: both are named', async () => {
      const pinned = `SHA256:${'A'.repeat(43)}`;
      const problem = await problemOf(login(profile({ hostKeys: [pinned] })));
      expect(problem).toMatchObject({ code: 'sftp-host-key', retry: false });
      expect(problem.message).toContain(
        `${where()}: the server presents host key ${server.hostKey()}, pinned is ${pinned}`,
      );
    });

    test('a host key among several pinned ones, padded or not, is taken', async () => {
      const sftp = await login(profile({ hostKeys: [`SHA256:${'A'.repeat(43)}`, `${server.hostKey()}=`] }));
      await sftp.close();
    });

    test('a pinned key of another kind than the server prefers is found', async () => {
      const root = path.dirname(server.folder);
      const key = path.join(root, 'ecdsa_key');
      execFileSync('ssh-keygen', ['-q', '-t', 'ecdsa', '-N', '', '-f', key]);
      const config = path.join(root, 'sshd_config');
      const before = readFileSync(config, 'utf8');
      await server.stop();
      writeFileSync(config, `${before}HostKey ${key}\n`);
      await server.start();
      const printed = execFileSync('ssh-keygen', ['-l', '-E', 'sha256', '-f', `${key}.pub`], { encoding: 'utf8' });
      const fingerprint = /SHA256:\S+/.exec(printed)?.[0] ?? '';
      for (const pinned of [fingerprint, server.hostKey()])
        await (await login(profile({ hostKeys: [pinned] }))).close();
      const neither = await problemOf(login(profile({ hostKeys: [`SHA256:${'A'.repeat(43)}`] })));
      expect(neither.message).toContain(`${server.hostKey()} or ${fingerprint}, pinned`);
      await server.stop();
      writeFileSync(config, before);
      await server.start();
    });

    test('a login that is refused', async () => {
      const problem = await problemOf(connectSftp(profile(), { password: 'wrong' }));
      expect(problem).toMatchObject({ code: 'sftp-login', retry: false });
      expect(problem.message).toBe(
        `${where()}: login as "${server.user}" was refused: correct user, password or key of "acme"`,
      );
    });

    test('a private key that is none', async () => {
      const problem = await problemOf(connectSftp(profile(), { privateKey: 'no key' }));
      expect(problem).toMatchObject({ code: 'sftp-login', retry: false });
      expect(problem.message).toMatch(/the private key for ".*" cannot be used/);
    });

    test('a folder that is not there', async () => {
      const sftp = await open();
      const problem = await problemOf(sftp.list('/nowhere/in'));
      expect(problem).toMatchObject({ code: 'sftp-folder', retry: false });
      expect(problem.message).toBe(
        `${where()}: cannot list /nowhere/in: no such file or folder: check the folders of the profile`,
      );
      expect(await problemOf(sftp.put('/nowhere/in/x', Buffer.from('x')))).toMatchObject({ code: 'sftp-folder' });
      await sftp.close();
    });

    test('a connection that is cut: all that is under way ends, and all that follows', async () => {
      const sftp = await open();
      const under = problemOf(sftp.put(at('cut.part'), Buffer.alloc(50_000_000)));
      await server.stop();
      expect(await under).toMatchObject({ code: 'sftp-transfer', retry: true });
      expect(await problemOf(sftp.list(server.to))).toMatchObject({ code: 'sftp-transfer', retry: true });
      await sftp.close();
      await server.start();
    });

    test('a server that hangs: operations end, and so does closing', async () => {
      const sftp = await open();
      const thaw = server.freeze();
      try {
        const start = Date.now();
        expect(await problemOf(sftp.list(server.to))).toMatchObject({ code: 'sftp-transfer', retry: true });
        await sftp.close();
        expect(Date.now() - start).toBeLessThan(9000);
      } finally {
        thaw();
      }
    });
  });

  describe('trying a partner out', () => {
    const steps = async (partner: Partner) => {
      const done: string[] = [];
      try {
        for await (const { step, detail } of testPartner(partner, login)) done.push(`${step}: ${detail}`);
      } catch (error) {
        done.push((error as Problem).code);
      }
      return done;
    };

    test('each step is reported, and nothing stays on the server', async () => {
      mkdirSync(path.join(server.folder, 'probe'));
      const outbound = path.join(server.folder, 'probe');
      for (const rename of [true, false]) {
        expect(await steps(profile({ outbound, rename, afterDownload: { moveTo: server.folder } }))).toEqual([
          `login: ${server.user}@${server.host}:${server.port}, host key as pinned`,
          `list: ${outbound}: 0 entries`,
          expect.stringMatching(/^list: /),
          expect.stringMatching(/^list: /),
          `write: ${outbound}: a probe file was written, ${rename ? 'renamed and ' : ''}removed`,
        ]);
        expect(await login(profile()).then((sftp) => sftp.list(outbound).finally(sftp.close))).toEqual([]);
      }
    });

    test('the first step that fails ends it', async () => {
      expect(await steps(profile({ hostKeys: [`SHA256:${'A'.repeat(43)}`] }))).toEqual(['sftp-host-key']);
      expect((await steps(profile({ inbound: ['/nowhere'] }))).slice(-1)).toEqual(['sftp-folder']);
    });
  });
});
