/** OpenSSH's sshd on a loopback port, SFTP only, with a host key and a user key of its own. */
import { type ChildProcess, execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PartnerInput } from '../../schemas/partner.ts';
import {
  findProgram,
  freePort,
  removeFolder,
  startProcess,
  stopProcess,
  temporaryFolder,
  untilAnswers,
} from './process.ts';
import { freezeTree, killTree, signal } from './process-tree.ts';
import { readTransfers, type Transfers } from './sftp-log.ts';

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
  /** Ends the server and every session. */
  stop(): Promise<void>;
  restart(): Promise<void>;
  /** Server and sessions stand still, connections stay open; gives back what lets them go on. */
  freeze(): () => void;
  /** Stands still for so many seconds. */
  pause(seconds: number): Promise<void>;
  /** A new host key, as after a reinstallation; each new connection sees it. */
  changeHostKey(): void;
  /** What clients wrote and renamed, by the server's own log; only when started with `log`. */
  transfers(): Transfers;
  remove(): Promise<void>;
};

/** Whether this machine can run one. */
export function sshdAvailable(): boolean {
  return findProgram('sshd') !== undefined && findProgram('ssh-keygen') !== undefined;
}

/** Starts a server on an empty pair of folders; with `log` it keeps count of what is transferred. */
export async function startSshd({ log = false }: { log?: boolean } = {}): Promise<SftpServer> {
  const sshd = findProgram('sshd');
  if (sshd === undefined) throw new Error('sshd is not installed');
  const place = prepare(temporaryFolder('sshd'));
  const port = await freePort();
  const command = log ? loggingCommand(place('log')) : 'internal-sftp';
  writeFileSync(place('sshd_config'), configText(place, port, command));
  let child: ChildProcess | undefined;
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
      host: server.host,
      port,
      user: server.user,
      privateKey: { file: server.privateKeyFile },
      hostKeys: [server.hostKey()],
      outbound: server.to,
      inbound: [server.from],
      stableSeconds: 0,
    }),
    async start() {
      child = startProcess(sshd, ['-D', '-f', place('sshd_config'), '-E', place('sshd.log')]);
      await untilAnswers(child, () => greets(port));
    },
    async stop() {
      if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      // Sessions are processes of their own and would outlive the listener.
      killTree(child.pid);
      await stopProcess(child, 'SIGKILL');
    },
    async restart() {
      await server.stop();
      await server.start();
    },
    freeze() {
      const frozen = child?.pid === undefined ? [] : freezeTree(child.pid);
      return () => {
        for (const pid of frozen) signal(pid, 'SIGCONT');
      };
    },
    async pause(seconds) {
      const thaw = server.freeze();
      await sleep(seconds * 1000);
      thaw();
    },
    changeHostKey() {
      for (const name of ['host_key', 'host_key.pub']) rmSync(place(name));
      makeKey(place('host_key'));
    },
    transfers: () => readTransfers(place('log')),
    async remove() {
      await server.stop();
      removeFolder(place('.'));
    },
  };
  await server.start();
  return server;
}

/** Folders and keys; gives back where things are. */
function prepare(root: string): (name: string) => string {
  const place = (name: string) => path.join(root, name);
  for (const name of ['data', 'data/to', 'data/from', 'log']) mkdirSync(place(name));
  makeKey(place('host_key'));
  makeKey(place('user_key'));
  copyFileSync(place('user_key.pub'), place('authorized_keys'));
  chmodSync(place('authorized_keys'), 0o600);
  // sshd as root refuses to start without its privilege separation folder.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });
  return place;
}

/** The built-in server logs to the system's log only; the one beside it can write to a file, here one for each session. */
function loggingCommand(folder: string): string {
  const program = findProgram('sftp-server', ['/usr/lib/openssh', '/usr/libexec/openssh', '/usr/libexec']);
  if (program === undefined) throw new Error('sftp-server is not installed');
  return `${program} -e -l INFO 2>>${folder}/$$`;
}

function makeKey(file: string): void {
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file]);
}

function fingerprint(publicKeyFile: string): string {
  const text = execFileSync('ssh-keygen', ['-l', '-E', 'sha256', '-f', publicKeyFile], { encoding: 'utf8' });
  return /SHA256:\S+/.exec(text)?.[0] ?? '';
}

/** Whether an account has its password locked, as root often has: sshd then takes its keys only by way of PAM. */
function isLocked(user: string): boolean {
  try {
    return new RegExp(`^${user}:!`, 'm').test(readFileSync('/etc/shadow', 'utf8'));
  } catch {
    // Without root's rights sshd does not look either.
    return false;
  }
}

function configText(place: (name: string) => string, port: number, command: string): string {
  return [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${place('host_key')}`,
    `PidFile ${place('sshd.pid')}`,
    `AuthorizedKeysFile ${place('authorized_keys')}`,
    'StrictModes no',
    'PermitRootLogin prohibit-password',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'PubkeyAuthentication yes',
    `UsePAM ${isLocked(userInfo().username) ? 'yes' : 'no'}`,
    'MaxStartups 100:30:200',
    'MaxSessions 50',
    'LogLevel ERROR',
    'Subsystem sftp internal-sftp',
    `ForceCommand ${command}`,
    '',
  ].join('\n');
}

/** The server's greeting shows that it takes connections. */
async function greets(port: number): Promise<void> {
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
