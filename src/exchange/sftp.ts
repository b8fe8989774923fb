/** One SFTP session: a few whole-file operations, pinned host keys, and errors a person can act on. */
import { createHash } from 'node:crypto';
import net from 'node:net';
import SftpClient from 'ssh2-sftp-client';
import type { Partner } from '../../schemas/partner.ts';
import { Problem, type ProblemCode, systemCode } from '../problem.ts';
import type { Credentials } from './secrets.ts';

/** A file in a remote folder. Times have a resolution of one second. */
export type RemoteFile = {
  name: string;
  path: string;
  size: number;
  modifiedAt: Date;
  kind: 'file' | 'folder' | 'other';
};

export type SftpSession = {
  list(folder: string): Promise<RemoteFile[]>;
  /** Undefined when there is no such file. */
  stat(path: string): Promise<{ size: number } | undefined>;
  put(path: string, bytes: Uint8Array): Promise<void>;
  /** Renames; refuses to overwrite what is there. */
  rename(from: string, to: string): Promise<void>;
  get(path: string): Promise<Buffer>;
  remove(path: string): Promise<void>;
  close(): Promise<void>;
};

/** `SHA256:...` of a host key, as OpenSSH prints it. */
export function hostKeyFingerprint(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

const KEEPALIVE_MS = 1000;
const KEEPALIVE_TRIES = 5;

/**
 * Logs in to a partner's server. Throws a Problem: sftp-unreachable (worth a retry), sftp-host-key, sftp-login. Operations
 * throw sftp-transfer (worth a retry) or sftp-folder.
 */
export async function connectSftp(partner: Partner, credentials: Credentials): Promise<SftpSession> {
  const { sftp } = partner;
  const at = `${sftp.host}:${sftp.port}`;
  const timeout = sftp.timeoutSeconds * 1000;
  const sock = await openSocket(sftp.host, sftp.port, timeout);
  const client = new SftpClient(`claimwire-${partner.id}`, { error: () => {}, end: () => {}, close: () => {} });
  let presented: string | undefined;
  try {
    await client.connect({
      sock,
      username: sftp.user,
      ...credentials,
      readyTimeout: timeout,
      keepaliveInterval: KEEPALIVE_MS,
      keepaliveCountMax: KEEPALIVE_TRIES,
      hostVerifier: (key: Buffer) => {
        presented = hostKeyFingerprint(key);
        return sftp.hostKeys.some((pinned) => pinned.replace(/=+$/, '') === presented);
      },
    });
  } catch (error) {
    sock.destroy();
    throw loginProblem(partner, at, presented, error);
  }
  return sessionOf(client, at);
}

/** ssh2 never sets TCP_NODELAY on its own sockets: without it every small request waits for an acknowledgment. */
function openSocket(host: string, port: number, timeout: number): Promise<net.Socket> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host, port, noDelay: true, keepAlive: true });
    const fail = (reason: string, cause?: unknown) => {
      socket.destroy();
      reject(
        new Problem(
          'sftp-unreachable',
          `${host}:${port}: cannot be reached (${reason}): check host, port and network`,
          { retry: true, cause },
        ),
      );
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

function loginProblem(partner: Partner, at: string, presented: string | undefined, cause: unknown): Problem {
  const pinned = partner.sftp.hostKeys;
  if (presented !== undefined && !pinned.some((key) => key.replace(/=+$/, '') === presented)) {
    const says = `the server presents host key ${presented}, pinned is ${pinned.join(' or ')}`;
    return new Problem(
      'sftp-host-key',
      `${at}: ${says}: ask the partner, then correct sftp.hostKeys of "${partner.id}"`,
      { cause },
    );
  }
  const text = cause instanceof Error ? cause.message : '';
  if (/authentication|privateKey|passphrase|encrypted/i.test(text)) {
    return new Problem(
      'sftp-login',
      `${at}: login as "${partner.sftp.user}" was refused: correct user, password or key of "${partner.id}"`,
      { cause },
    );
  }
  return new Problem(
    'sftp-unreachable',
    `${at}: no SSH session (${systemCode(cause) ?? 'handshake failed'}): is this an SFTP server?`,
    { retry: true, cause },
  );
}

const NO_SUCH_FILE = new Set(['ENOENT', '2']);
const REFUSED = new Set(['EACCES', '3']);

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as Error & { code?: unknown };
  return code === undefined ? undefined : String(code);
}

function sessionOf(client: SftpClient, at: string): SftpSession {
  /** One operation at a time: ssh2-sftp-client does not take many at once. */
  let last: Promise<unknown> = Promise.resolve();
  const run = <T>(what: string, path: string, work: () => Promise<T>): Promise<T> => {
    const next = last.then(work).catch((error: unknown) => {
      throw operationProblem(at, what, path, error);
    });
    last = next.catch(() => {});
    return next;
  };
  return {
    list: (folder) =>
      run('list', folder, async () => (await client.list(folder)).map((entry) => remoteFile(folder, entry))),
    stat: (path) =>
      run('look at', path, async () => {
        try {
          return { size: (await client.stat(path)).size };
        } catch (error) {
          if (NO_SUCH_FILE.has(codeOf(error) ?? '')) return undefined;
          throw error;
        }
      }),
    put: (path, bytes) => run('write', path, async () => void (await client.put(Buffer.from(bytes), path))),
    rename: (from, to) => run('rename', to, async () => void (await client.rename(from, to))),
    get: (path) =>
      run('read', path, async () => {
        const got = await client.get(path);
        if (!Buffer.isBuffer(got)) throw new TypeError('the SFTP client gave back no buffer');
        return got;
      }),
    remove: (path) => run('remove', path, async () => void (await client.delete(path))),
    close: async () => {
      await client.end().catch(() => false);
    },
  };
}

function remoteFile(folder: string, entry: SftpClient.FileInfo): RemoteFile {
  const kind = entry.type === '-' ? 'file' : entry.type === 'd' ? 'folder' : 'other';
  const path = `${folder.replace(/\/+$/, '')}/${entry.name}`;
  return { name: entry.name, path, size: entry.size, modifiedAt: new Date(entry.modifyTime), kind };
}

function operationProblem(at: string, what: string, path: string, cause: unknown): Problem {
  const code = codeOf(cause);
  const known: [code: ProblemCode, says: string] | undefined = NO_SUCH_FILE.has(code ?? '')
    ? ['sftp-folder', 'there is no such file or folder']
    : REFUSED.has(code ?? '')
      ? ['sftp-folder', 'permission denied']
      : undefined;
  if (known !== undefined) return new Problem(known[0], `${at}: cannot ${what} ${path}: ${known[1]}`, { cause });
  return new Problem('sftp-transfer', `${at}: cannot ${what} ${path} (${code ?? 'connection lost'})`, {
    retry: true,
    cause,
  });
}
