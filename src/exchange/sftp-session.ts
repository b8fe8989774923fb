/** The operations of an SFTP session: whole files, one at a time, each with an end, and errors a person can act on. */
import type net from 'node:net';
import type { SFTPWrapper, Stats } from 'ssh2';
import type SftpClient from 'ssh2-sftp-client';
import { Problem } from '../problem.ts';

/** What a server says of a file. Times have a resolution of one second. */
export type RemoteFacts = { size: number; modifiedAt: Date };

/** An entry of a remote folder. */
export type RemoteFile = RemoteFacts & { name: string; path: string; kind: 'file' | 'folder' | 'other' };

export type SftpSession = {
  list(folder: string): Promise<RemoteFile[]>;
  /** Undefined when there is no such file. */
  stat(path: string): Promise<RemoteFacts | undefined>;
  /** Writes a new file; refuses to overwrite what is there. */
  put(path: string, bytes: Uint8Array): Promise<void>;
  /** Renames; refuses to overwrite what is there. */
  rename(from: string, to: string): Promise<void>;
  /** Reads a file; `size`, where it is known, says how long that may take. */
  get(path: string, size?: number): Promise<Buffer>;
  remove(path: string): Promise<void>;
  close(): Promise<void>;
};

/** The end of a connection: operations race against it, since some are never answered once it is gone. */
export type Loss = { promise: Promise<never>; notify: () => void };

/** A loss that has not happened yet. */
export function createLoss(): Loss {
  let notify: () => void = () => {};
  const promise = new Promise<never>((_, reject) => {
    notify = () => reject(new Error('the connection was lost'));
  });
  promise.catch(() => {});
  return { promise, notify };
}

/** A connection that is logged in. `at` names the server in messages. */
export type Connection = {
  client: SftpClient;
  sftp: SFTPWrapper;
  sock: net.Socket;
  loss: Loss;
  at: string;
  timeoutMs: number;
};

/** Transfers get the time they take at 20 kB/s on top. */
const BYTES_PER_MS = 20;
const LARGEST = 100e6;
const CLOSE_MS = 1000;

/** What ssh2 would set on each new file is 0666, whatever the server's umask. */
const MODE = 0o644;

/** A session over a connection. */
export function openSession(connection: Connection): SftpSession {
  const { client, sftp, sock, loss, timeoutMs } = connection;
  const run = runner(connection);
  return {
    list: (folder) =>
      run('list', folder, timeoutMs, async () =>
        (await readFolder(sftp, folder === '' ? '/' : folder)).map((one) => remoteFile(folder, one)),
      ),
    stat: (path) => run('look at', path, timeoutMs, () => statFile(sftp, path)),
    put: (path, bytes) =>
      run('write', path, timeoutMs + bytes.length / BYTES_PER_MS, () => writeFile(sftp, path, bytes)),
    rename: (from, to) => run('rename', to, timeoutMs, async () => void (await client.rename(from, to))),
    get: (path, size = LARGEST) =>
      run('read', path, timeoutMs + size / BYTES_PER_MS, async () => {
        const got = await client.get(path);
        // Of an empty file the library gives an empty list.
        return Buffer.isBuffer(got) ? got : Buffer.alloc(0);
      }),
    remove: (path) => run('remove', path, timeoutMs, async () => void (await client.delete(path))),
    close: async () => {
      const patience = new Promise((resolve) => setTimeout(resolve, CLOSE_MS).unref());
      // A server that hangs does not hold us up.
      await Promise.race([client.end().catch(() => false), patience]);
      loss.notify();
      sock.destroy();
    },
  };
}

type Run = <T>(what: string, path: string, limitMs: number, work: () => Promise<T>) => Promise<T>;

/** One operation at a time, since the library does not take many at once; one that takes too long ends the session. */
function runner({ sock, loss, at }: Connection): Run {
  let last: Promise<unknown> = Promise.resolve();
  return (what, path, limitMs, work) => {
    const next = last.then(async () => {
      const timer = setTimeout(() => {
        loss.notify();
        sock.destroy();
      }, limitMs);
      try {
        return await Promise.race([loss.promise, work()]);
      } catch (error) {
        throw operationProblem(at, what, path, error);
      } finally {
        clearTimeout(timer);
      }
    });
    last = next.catch(() => {});
    return next;
  };
}

/** Exclusive: an existing file is never written over, whoever put it there. */
function writeFile(sftp: SFTPWrapper, path: string, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const stream = sftp.createWriteStream(path, { flags: 'wx', mode: MODE });
    stream.once('error', reject);
    stream.once('close', resolve);
    stream.end(Buffer.from(bytes));
  });
}

type FolderEntry = { filename: string; longname: string; attrs: Stats };

function readFolder(sftp: SFTPWrapper, folder: string): Promise<FolderEntry[]> {
  return new Promise((resolve, reject) => {
    sftp.readdir(folder, (error, entries) => (error ? reject(error) : resolve(entries)));
  });
}

/** The mode tells files from folders; `ls -l` text, all that the library looks at, is made up by some servers. */
function remoteFile(folder: string, { filename, longname, attrs }: FolderEntry): RemoteFile {
  const kind = attrs.isFile()
    ? 'file'
    : attrs.isDirectory()
      ? 'folder'
      : attrs.mode === undefined && longname.startsWith('-')
        ? 'file'
        : 'other';
  return { name: filename, path: `${trimFolder(folder)}/${filename}`, kind, ...factsOf(attrs) };
}

function factsOf({ size, mtime }: Stats): RemoteFacts {
  return { size, modifiedAt: new Date(mtime * 1000) };
}

/** A remote folder without slashes at its end, so that `${folder}/${name}` is a path. */
export function trimFolder(folder: string): string {
  return folder.replace(/\/+$/, '');
}

/** SFTP status codes. */
const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;
const FAILURE = 4;

/**
 * Some servers answer a plain Failure for a file that is not there, others when something is wrong with them. The library
 * takes both for "no such file", and a file whose rename was issued would count as taken: so the folder is asked.
 */
async function statFile(sftp: SFTPWrapper, path: string): Promise<RemoteFacts | undefined> {
  const answer = await new Promise<{ stats?: Stats; error?: Error }>((resolve) => {
    sftp.stat(path, (error, stats) => resolve(error ? { error } : { stats }));
  });
  if (answer.stats !== undefined) return factsOf(answer.stats);
  const status = statusOf(answer.error);
  if (status === NO_SUCH_FILE) return undefined;
  if (status !== FAILURE) throw answer.error;
  const cut = path.lastIndexOf('/');
  const entries = await readFolder(sftp, cut > 0 ? path.slice(0, cut) : cut === 0 ? '/' : '.');
  const found = entries.find(({ filename }) => filename === path.slice(cut + 1));
  return found === undefined ? undefined : factsOf(found.attrs);
}

function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as Error & { code?: unknown };
  if (code === 'ENOENT') return NO_SUCH_FILE;
  if (code === 'EACCES') return PERMISSION_DENIED;
  return typeof code === 'number' ? code : undefined;
}

function operationProblem(at: string, what: string, path: string, cause: unknown): Problem {
  const says = `${at}: cannot ${what} ${path}`;
  const more = { cause, namesFile: what !== 'list' };
  switch (statusOf(cause)) {
    case NO_SUCH_FILE:
      return new Problem('sftp-folder', `${says}: no such file or folder: check the folders of the profile`, more);
    case PERMISSION_DENIED:
      return new Problem('sftp-folder', `${says}: permission denied: ask the partner to grant it`, more);
    case FAILURE:
      return new Problem('sftp-transfer', `${says}: the server refuses (a name that is taken, or a full disk)`, {
        ...more,
        retry: true,
      });
    default:
      return new Problem('sftp-transfer', `${says}: the connection was lost: it is tried again`, {
        ...more,
        retry: true,
      });
  }
}
