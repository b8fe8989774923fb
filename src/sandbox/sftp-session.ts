/** One SFTP session: requests to file system calls below a root folder. */
import fs from 'node:fs';
import path from 'node:path';
import ssh2, { type Attributes, type SFTPWrapper } from 'ssh2';
import { systemCode } from '../problem.ts';

const { STATUS_CODE: STATUS, flagsToString } = ssh2.utils.sftp;

type Handle = { kind: 'file'; fd: number } | { kind: 'folder'; folder: string; names: string[] | undefined };

/** Serves a session until it closes; open files are closed with it. */
export function serveSession(sftp: SFTPWrapper, root: string): void {
  const handles = new Map<number, Handle>();
  let next = 0;
  const local = (remote: string) => path.join(root, path.posix.normalize(`/${remote}`));
  const open = (handle: Handle): Buffer => {
    handles.set(++next, handle);
    const name = Buffer.alloc(4);
    name.writeUInt32BE(next);
    return name;
  };
  const find = (name: Buffer): Handle | undefined =>
    name.length === 4 ? handles.get(name.readUInt32BE(0)) : undefined;
  /** Answers with what the work gives, or with the status of its error. */
  const answer = (id: number, work: () => void) => {
    try {
      work();
    } catch (error) {
      sftp.status(id, statusOf(error));
    }
  };
  const done = (id: number, work: () => void) =>
    answer(id, () => {
      work();
      sftp.status(id, STATUS.OK);
    });
  const attributes = (id: number, work: () => fs.Stats) => answer(id, () => sftp.attrs(id, attributesOf(work())));

  sftp.on('OPEN', (id, name, flags) =>
    answer(id, () =>
      sftp.handle(id, open({ kind: 'file', fd: fs.openSync(local(name), flagsToString(flags) ?? 'r') })),
    ),
  );
  sftp.on('READ', (id, name, offset, length) =>
    answer(id, () => {
      const handle = fileOf(find(name));
      const bytes = Buffer.alloc(Math.min(length, 256 * 1024));
      const read = fs.readSync(handle.fd, bytes, 0, bytes.length, offset);
      if (read === 0) sftp.status(id, STATUS.EOF);
      else sftp.data(id, bytes.subarray(0, read));
    }),
  );
  sftp.on('WRITE', (id, name, offset, data) =>
    done(id, () => void fs.writeSync(fileOf(find(name)).fd, data, 0, data.length, offset)),
  );
  sftp.on('CLOSE', (id, name) =>
    done(id, () => {
      const handle = find(name);
      if (handle?.kind === 'file') fs.closeSync(handle.fd);
      handles.delete(name.readUInt32BE(0));
    }),
  );
  sftp.on('FSTAT', (id, name) => attributes(id, () => fs.fstatSync(fileOf(find(name)).fd)));
  sftp.on('STAT', (id, name) => attributes(id, () => fs.statSync(local(name))));
  sftp.on('LSTAT', (id, name) => attributes(id, () => fs.lstatSync(local(name))));
  sftp.on('SETSTAT', (id) => sftp.status(id, STATUS.OK));
  sftp.on('FSETSTAT', (id) => sftp.status(id, STATUS.OK));
  sftp.on('OPENDIR', (id, name) =>
    answer(id, () => {
      const folder = local(name);
      sftp.handle(id, open({ kind: 'folder', folder, names: fs.readdirSync(folder) }));
    }),
  );
  sftp.on('READDIR', (id, name) =>
    answer(id, () => {
      const handle = find(name);
      if (handle?.kind !== 'folder' || handle.names === undefined) {
        sftp.status(id, handle?.kind === 'folder' ? STATUS.EOF : STATUS.FAILURE);
        return;
      }
      const entries = handle.names.flatMap((entry) => entryOf(handle.folder, entry));
      handle.names = undefined;
      if (entries.length === 0) sftp.status(id, STATUS.EOF);
      else sftp.name(id, entries);
    }),
  );
  sftp.on('REMOVE', (id, name) => done(id, () => fs.unlinkSync(local(name))));
  // As the protocol's version 3 has it: a rename does not overwrite.
  sftp.on('RENAME', (id, from, to) =>
    done(id, () => {
      fs.linkSync(local(from), local(to));
      fs.unlinkSync(local(from));
    }),
  );
  sftp.on('MKDIR', (id, name) => done(id, () => fs.mkdirSync(local(name))));
  sftp.on('RMDIR', (id, name) => done(id, () => fs.rmdirSync(local(name))));
  sftp.on('REALPATH', (id, name) =>
    sftp.name(id, [
      { filename: path.posix.normalize(`/${name === '.' ? '' : name}`), longname: '', attrs: NO_ATTRIBUTES },
    ]),
  );
  sftp.on('close', () => {
    for (const handle of handles.values()) if (handle.kind === 'file') fs.closeSync(handle.fd);
    handles.clear();
  });
}

const NO_ATTRIBUTES: Attributes = { mode: 0, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 };

function fileOf(handle: Handle | undefined): { fd: number } {
  if (handle?.kind !== 'file') throw new Error('no such open file');
  return handle;
}

function statusOf(error: unknown): number {
  switch (systemCode(error)) {
    case 'ENOENT':
      return STATUS.NO_SUCH_FILE;
    case 'EACCES':
    case 'EPERM':
      return STATUS.PERMISSION_DENIED;
    default:
      return STATUS.FAILURE;
  }
}

function attributesOf(stats: fs.Stats): Attributes {
  const seconds = (ms: number) => Math.floor(ms / 1000);
  return {
    mode: stats.mode,
    uid: stats.uid,
    gid: stats.gid,
    size: stats.size,
    atime: seconds(stats.atimeMs),
    mtime: seconds(stats.mtimeMs),
  };
}

/** A line of the listing; a file that went away meanwhile is left out. */
function entryOf(folder: string, filename: string) {
  try {
    const stats = fs.lstatSync(path.join(folder, filename));
    const type = stats.isDirectory() ? 'd' : '-';
    const longname = `${type}rw-r--r-- 1 sandbox sandbox ${stats.size} Jan 1 00:00 ${filename}`;
    return [{ filename, longname, attrs: attributesOf(stats) }];
  } catch {
    return [];
  }
}
