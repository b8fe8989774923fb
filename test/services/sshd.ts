/** OpenSSH's sshd on a loopback port, SFTP only, with a host key and a user key of its own. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import type { PartnerInput } from '../../schemas/partner.ts';
import {
  findProgram,
  freePort,
  removeFolder,
  startProcess,
  stopProcess,
  temporaryFolder,
  untilWorks,
} from './process.ts';

export type SftpServer = {
  host: string;
  port: number;
  user: string;
  /** Path of the private key that logs in. */
  privateKeyFile: string;
  /** `SHA256:...` of the host key as it is now. */
  hostKey(): string;
  /** Folders clients see as they are: to (claims) and from (answers). */
  folder: string;
  to: string;
  from: string;
  /** The sftp part of a profile that reaches this server. */
  profile(): PartnerInput['sftp'];
  start(): Promise<void>;
  stop(): Promise<void>;
  /** A new host key, as after a reinstallation; takes effect at the next start. */
  changeHostKey(): void;
  remove(): Promise<void>;
};

/** Whether this machine can run one. */
export function sshdAvailable(): boolean {
  return findProgram('sshd') !== undefined && findProgram('ssh-keygen') !== undefined;
}

/** Starts a server on an empty pair of folders. */
export async function startSshd(): Promise<SftpServer> {
  const sshd = findProgram('sshd');
  if (sshd === undefined) throw new Error('sshd is not installed');
  const root = temporaryFolder('sshd');
  const place = (name: string) => path.join(root, name);
  for (const name of ['data', 'data/to', 'data/from']) mkdirSync(place(name));
  makeKey(place('host_key'));
  makeKey(place('user_key'));
  writeFileSync(place('authorized_keys'), readFileSync(place('user_key.pub')));
  chmodSync(place('authorized_keys'), 0o600);
  // sshd as root refuses to start without its privilege separation folder.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });
  const port = await freePort();
  writeFileSync(place('sshd_config'), configText(root, port));
  let child: ReturnType<typeof startProcess> | undefined;
  const server: SftpServer = {
    host: '127.0.0.1',
    port,
    user: userInfo().username,
    privateKeyFile: place('user_key'),
    hostKey: () => fingerprint(place('host_key.pub')),
    folder: place('data'),
    to: place('data/to'),
    from: place('data/from'),
    profile: () => ({
      host: '127.0.0.1',
      port,
      user: userInfo().username,
      privateKey: { file: place('user_key') },
      hostKeys: [fingerprint(place('host_key.pub'))],
      outbound: place('data/to'),
      inbound: [place('data/from')],
      stableSeconds: 0,
    }),
    async start() {
      child = startProcess(sshd, ['-D', '-f', place('sshd_config'), '-E', place('sshd.log')]);
      await untilWorks(() => answers(port));
    },
    async stop() {
      if (child !== undefined) await stopProcess(child);
      // Sessions are processes of their own and outlive the listener.
      execFileSync('sh', [
        '-c',
        `pkill -KILL -f '^sshd: .*${path.basename(root)}' 2>/dev/null; fuser -k ${port}/tcp 2>/dev/null; true`,
      ]);
    },
    changeHostKey() {
      rmSync(place('host_key'));
      rmSync(place('host_key.pub'));
      makeKey(place('host_key'));
    },
    async remove() {
      await server.stop();
      removeFolder(root);
    },
  };
  await server.start();
  return server;
}

function makeKey(file: string): void {
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file]);
}

function fingerprint(publicKeyFile: string): string {
  const text = execFileSync('ssh-keygen', ['-l', '-E', 'sha256', '-f', publicKeyFile], { encoding: 'utf8' });
  return /SHA256:\S+/.exec(text)?.[0] ?? '';
}

function configText(root: string, port: number): string {
  return [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${root}/host_key`,
    `PidFile ${root}/sshd.pid`,
    `AuthorizedKeysFile ${root}/authorized_keys`,
    'StrictModes no',
    'PermitRootLogin prohibit-password',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'PubkeyAuthentication yes',
    'UsePAM no',
    'MaxStartups 100:30:200',
    'MaxSessions 50',
    'LogLevel ERROR',
    'Subsystem sftp internal-sftp',
    'ForceCommand internal-sftp',
    '',
  ].join('\n');
}

async function answers(port: number): Promise<void> {
  const { connect } = await import('node:net');
  await new Promise<void>((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('data', () => {
      socket.destroy();
      resolve();
    });
    socket.once('error', reject);
    socket.setTimeout(2000, () => socket.destroy(new Error('no banner')));
  });
}
