/** Logging in to a partner's SFTP server: pinned host keys, and errors a person can act on. */
import { createHash } from 'node:crypto';
import net from 'node:net';
import type { ConnectConfig, ServerHostKeyAlgorithm } from 'ssh2';
import SftpClient from 'ssh2-sftp-client';
import type { Partner } from '../../schemas/partner.ts';
import { Problem, systemCode } from '../problem.ts';
import type { Credentials } from './secrets.ts';
import { createLoss, openSession, type SftpSession } from './sftp-session.ts';

export type { RemoteFacts, RemoteFile, SftpSession } from './sftp-session.ts';

/** `SHA256:...` of a host key, as OpenSSH prints it. */
export function hostKeyFingerprint(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

const KEEPALIVE_MS = 1000;
const KEEPALIVE_TRIES = 5;

/** Host keys by kind: a server has one of each, and a profile may pin any of them. */
const KEY_KINDS: readonly ServerHostKeyAlgorithm[][] = [
  ['ssh-ed25519'],
  ['ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'ecdsa-sha2-nistp521'],
  ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa'],
];

/**
 * Logs in to a partner's server. Throws a Problem: sftp-unreachable (worth a retry), sftp-host-key, sftp-login. Operations
 * throw sftp-transfer (worth a retry) or sftp-folder.
 */
export async function connectSftp(partner: Partner, credentials: Credentials): Promise<SftpSession> {
  const presented = new Map<string, string>();
  const first = await attempt(partner, credentials, presented);
  if (first !== undefined) return first;
  // Not the pinned key: the server may have the pinned one too, of another kind than it prefers.
  for (const kinds of KEY_KINDS) {
    if (kinds.some((kind) => presented.has(kind))) continue;
    const session = await attempt(partner, credentials, presented, kinds).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'sftp-login') throw error;
      return undefined;
    });
    if (session !== undefined) return session;
  }
  throw hostKeyProblem(partner, [...presented.values()]);
}

/** One login; undefined when the server's host key is not a pinned one. Notes the presented keys by their kind. */
async function attempt(
  partner: Partner,
  credentials: Credentials,
  presented: Map<string, string>,
  serverHostKey?: ServerHostKeyAlgorithm[],
): Promise<SftpSession | undefined> {
  const { host, port, user, timeoutSeconds, hostKeys } = partner.sftp;
  const at = `${host}:${port}`;
  const timeoutMs = timeoutSeconds * 1000;
  const sock = await openSocket(host, port, timeoutMs);
  const loss = createLoss();
  const client = new SftpClient(`claimwire-${partner.id}`, {
    error: loss.notify,
    end: loss.notify,
    close: loss.notify,
  });
  let known: boolean | undefined;
  const config: ConnectConfig = {
    sock,
    username: user,
    ...credentials,
    readyTimeout: timeoutMs,
    keepaliveInterval: KEEPALIVE_MS,
    keepaliveCountMax: KEEPALIVE_TRIES,
    hostVerifier: (key: Buffer) => {
      const fingerprint = hostKeyFingerprint(key);
      presented.set(keyKind(key), fingerprint);
      known = hostKeys.some((pinned) => pinned.replace(/=+$/, '') === fingerprint);
      return known;
    },
    ...(serverHostKey === undefined ? {} : { algorithms: { serverHostKey } }),
  };
  try {
    const sftp = await client.connect(config);
    return openSession({ client, sftp, sock, loss, at, timeoutMs });
  } catch (error) {
    sock.destroy();
    if (known === false) return undefined;
    throw loginProblem(partner, at, error);
  }
}

/** The kind of a host key, which is the first string in it; RSA keys have one for all ways of signing. */
function keyKind(key: Buffer): string {
  return key.subarray(4, 4 + key.readUInt32BE(0)).toString('latin1');
}

/** ssh2 never sets TCP_NODELAY on its own sockets: without it every small request waits for an acknowledgment. */
function openSocket(host: string, port: number, timeout: number): Promise<net.Socket> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host, port, noDelay: true, keepAlive: true });
    const fail = (reason: string, cause?: unknown) => {
      socket.destroy();
      const says = `${host}:${port}: cannot be reached (${reason}): check host, port and network`;
      reject(new Problem('sftp-unreachable', says, { retry: true, cause }));
    };
    const timer = setTimeout(() => fail(`no answer within ${timeout / 1000} s`), timeout);
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.removeAllListeners('error');
      resolve(socket);
    });
    socket.once('error', (error) => {
      clearTimeout(timer);
      fail(systemCode(error) ?? 'connection failed', error);
    });
  });
}

function hostKeyProblem(partner: Partner, presented: readonly string[]): Problem {
  const { host, port, hostKeys } = partner.sftp;
  const says = `the server presents host key ${presented.join(' or ')}, pinned is ${hostKeys.join(' or ')}`;
  return new Problem(
    'sftp-host-key',
    `${host}:${port}: ${says}: ask the partner whether it changed, then correct sftp.hostKeys of "${partner.id}"`,
  );
}

function loginProblem({ id, sftp }: Partner, at: string, cause: unknown): Problem {
  const text = cause instanceof Error ? cause.message : '';
  if (/privateKey|passphrase|encrypted|bad decrypt/i.test(text)) {
    const says = `the private key for "${sftp.user}" cannot be used (form or passphrase): correct the key of "${id}"`;
    return new Problem('sftp-login', `${at}: ${says}`, { cause });
  }
  if (/authentication/i.test(text)) {
    const says = `login as "${sftp.user}" was refused: correct user, password or key of "${id}"`;
    return new Problem('sftp-login', `${at}: ${says}`, { cause });
  }
  const reason = systemCode(cause) ?? (/timed out/i.test(text) ? 'no answer in time' : 'handshake failed');
  return new Problem('sftp-unreachable', `${at}: no SSH session (${reason}): is this an SFTP server?`, {
    retry: true,
    cause,
  });
}
