/** A sandbox in a folder of its own, clients for it, and a sandbox in a process that can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import net from 'node:net';
import { createInterface } from 'node:readline';
import ssh2, { type ConnectConfig } from 'ssh2';
import SftpClient from 'ssh2-sftp-client';
import { SANDBOX_PASSWORD, SANDBOX_USER, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { untilWorks } from '../services/process.ts';

/** Logs in; the host key is not looked at unless `config` does. */
export async function connect(
  { host, port }: Pick<Sandbox, 'host' | 'port'>,
  config: ConnectConfig = {},
): Promise<SftpClient> {
  const client = new SftpClient('test', { error: () => {}, end: () => {}, close: () => {} });
  // As our own client does: without TCP_NODELAY small requests wait for acknowledgments.
  const sock = net.connect({ host, port, noDelay: true });
  await once(sock, 'connect');
  await client.connect({ sock, username: SANDBOX_USER, password: SANDBOX_PASSWORD, ...config });
  return client;
}

/** An ECDSA key as ssh2 takes it. Its own generator of ed25519 keys makes a malformed one now and then. */
export function makeKey(): { private: string; public: string } {
  const { privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'prime256v1',
    privateKeyEncoding: { type: 'sec1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const parsed = ssh2.utils.parseKey(privateKey);
  if (parsed instanceof Error) throw parsed;
  return { private: privateKey, public: `${parsed.type} ${parsed.getPublicSSH().toString('base64')}` };
}

/** Waits until a folder holds so many files, and gives their names. */
export function untilFiles(folder: string, count: number, seconds = 20): Promise<string[]> {
  return untilWorks(async () => {
    const names = readdirSync(folder).sort();
    if (names.length < count) throw new Error(`${names.length} of ${count} files`);
    return names;
  }, seconds);
}

/** A sandbox as a process: prints its port, works until it is killed. */
export async function spawnSandbox(
  folder: string,
  delayMs: number,
): Promise<{ child: ChildProcess; host: string; port: number }> {
  const program = new URL('./sandbox-process.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder, String(delayMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, host: '127.0.0.1', port: Number(line) };
}

/** Kills without warning and waits for the end. */
export async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
