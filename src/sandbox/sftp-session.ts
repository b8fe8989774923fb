/** One SFTP session: requests to file system calls below a root folder, answered in the order in which they come. */
import fs from 'node:fs';
import ssh2, { type Attributes, type SFTPWrapper } from 'ssh2';
import { absolutePath, attributesOf, entriesOf, localPath, NO_ATTRIBUTES, statusOf } from './sftp-paths.ts';

const { STATUS_CODE: STATUS, flagsToString } = ssh2.utils.sftp;

type OpenFile = { kind: 'file'; fd: number; file: string; written: boolean };
type OpenFolder = { kind: 'folder'; folder: string; names: string[] };

type Session = {
  sftp: SFTPWrapper;
  local: (remote: string) => string;
  handles: Map<number, OpenFile | OpenFolder>;
  uploads: Uploads;
};

/** What happens to files, for those who wait for complete ones. */
export type Uploads = {
  /** A file is being written. */
  begin(file: string): void;
  /** It is no longer written; complete unless the connection broke off. */
  end(file: string, complete: boolean): void;
};

/** Serves a session until it closes; open files are closed with it, and then count as cut off. */
export function serveSession(sftp: SFTPWrapper, root: string, uploads: Uploads): void {
  const session: Session = { sftp, local: (remote) => localPath(root, remote), handles: new Map(), uploads };
  serveFiles(session);
  serveFolders(session);
  serveNames(session);
  // A client that has no more to ask waits for our end of the channel (OpenSSH's does).
  sftp.on('end', () => sftp.end());
  sftp.on('close', () => {
    for (const handle of session.handles.values()) if (handle.kind === 'file') close(session, handle, false);
    session.handles.clear();
  });
}

/** Runs the work; an error becomes the status that answers the request. */
function attempt({ sftp }: Session, id: number, work: () => void): void {
  try {
    work();
  } catch (error) {
    sftp.status(id, statusOf(error));
  }
}

/** The same for requests that are answered with a status alone. */
function perform(session: Session, id: number, work: () => void): void {
  attempt(session, id, () => {
    work();
    session.sftp.status(id, STATUS.OK);
  });
}

function open({ sftp, handles }: Session, id: number, handle: OpenFile | OpenFolder): void {
  const number = Math.max(0, ...handles.keys()) + 1;
  handles.set(number, handle);
  const name = Buffer.alloc(4);
  name.writeUInt32BE(number);
  sftp.handle(id, name);
}

function close({ uploads }: Session, { fd, file, written }: OpenFile, complete: boolean): void {
  fs.closeSync(fd);
  if (written) uploads.end(file, complete);
}

function find<K extends 'file' | 'folder'>(session: Session, name: Buffer, kind: K) {
  const handle = name.length === 4 ? session.handles.get(name.readUInt32BE(0)) : undefined;
  if (handle?.kind !== kind) throw new Error('no such handle');
  return handle as Extract<OpenFile | OpenFolder, { kind: K }>;
}

/** A client may ask for more than it should get at once. */
const LARGEST_READ = 256 * 1024;

function serveFiles(session: Session): void {
  const { sftp, local, handles } = session;
  sftp.on('OPEN', (id, name, flags) =>
    attempt(session, id, () => {
      const file = local(name);
      const mode = flagsToString(flags);
      if (mode === null || fs.lstatSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new Error('no file');
      const written = mode !== 'r';
      open(session, id, { kind: 'file', fd: fs.openSync(file, mode, 0o644), file, written });
      if (written) session.uploads.begin(file);
    }),
  );
  sftp.on('READ', (id, name, offset, length) =>
    attempt(session, id, () => {
      const bytes = Buffer.alloc(Math.min(length, LARGEST_READ));
      const read = fs.readSync(find(session, name, 'file').fd, bytes, 0, bytes.length, offset);
      if (read === 0) sftp.status(id, STATUS.EOF);
      else sftp.data(id, bytes.subarray(0, read));
    }),
  );
  sftp.on('WRITE', (id, name, offset, data) =>
    perform(session, id, () => {
      const { fd } = find(session, name, 'file');
      for (let done = 0; done < data.length; ) done += fs.writeSync(fd, data, done, data.length - done, offset + done);
    }),
  );
  sftp.on('CLOSE', (id, name) =>
    perform(session, id, () => {
      const number = name.length === 4 ? name.readUInt32BE(0) : 0;
      const handle = handles.get(number);
      if (handle === undefined) throw new Error('no such handle');
      handles.delete(number);
      if (handle.kind === 'file') close(session, handle, true);
    }),
  );
}

/** Listings go out in pieces: a reply has a largest size. */
const ENTRIES_AT_ONCE = 100;

function serveFolders(session: Session): void {
  const { sftp, local } = session;
  sftp.on('OPENDIR', (id, name) =>
    attempt(session, id, () => {
      const folder = local(name);
      open(session, id, { kind: 'folder', folder, names: fs.readdirSync(folder) });
    }),
  );
  sftp.on('READDIR', (id, name) =>
    attempt(session, id, () => {
      const { folder, names } = find(session, name, 'folder');
      for (;;) {
        const some = names.splice(0, ENTRIES_AT_ONCE);
        if (some.length === 0) return sftp.status(id, STATUS.EOF);
        const entries = entriesOf(folder, some);
        if (entries.length > 0) return sftp.name(id, entries);
      }
    }),
  );
  sftp.on('MKDIR', (id, name) => perform(session, id, () => fs.mkdirSync(local(name))));
  sftp.on('RMDIR', (id, name) => perform(session, id, () => fs.rmdirSync(local(name))));
}

function serveNames(session: Session): void {
  const { sftp, local } = session;
  const facts = (id: number, work: () => fs.Stats) => attempt(session, id, () => sftp.attrs(id, attributesOf(work())));
  sftp.on('STAT', (id, name) => facts(id, () => fs.statSync(local(name))));
  sftp.on('LSTAT', (id, name) => facts(id, () => fs.lstatSync(local(name))));
  sftp.on('FSTAT', (id, name) => facts(id, () => fs.fstatSync(find(session, name, 'file').fd)));
  sftp.on('SETSTAT', (id, name, attributes) => perform(session, id, () => change(local(name), attributes)));
  sftp.on('FSETSTAT', (id, name, attributes) =>
    perform(session, id, () => change(find(session, name, 'file').file, attributes)),
  );
  sftp.on('REMOVE', (id, name) => perform(session, id, () => fs.unlinkSync(local(name))));
  sftp.on('RENAME', (id, from, to) =>
    perform(session, id, () => {
      const target = local(to);
      // Version 3 of the protocol: a rename does not overwrite.
      if (fs.lstatSync(target, { throwIfNoEntry: false }) !== undefined) throw new Error('the name is taken');
      fs.renameSync(local(from), target);
      session.uploads.end(target, true);
    }),
  );
  sftp.on('REALPATH', (id, name) => {
    sftp.name(id, [{ filename: absolutePath(name), longname: '', attrs: NO_ATTRIBUTES }]);
  });
}

/** Sets what is given of mode, times and size; the owner stays. */
function change(file: string, { mode, atime, mtime, size }: Partial<Attributes>): void {
  if (mode !== undefined) fs.chmodSync(file, mode & 0o777);
  if (size !== undefined) fs.truncateSync(file, size);
  if (atime !== undefined && mtime !== undefined) fs.utimesSync(file, atime, mtime);
}
