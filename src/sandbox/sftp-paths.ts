/** Remote paths to local ones, confined to a root, and what SFTP says of files and errors. */
import fs from 'node:fs';
import path from 'node:path';
import ssh2, { type Attributes } from 'ssh2';
import { systemCode } from '../problem.ts';

const { STATUS_CODE: STATUS } = ssh2.utils.sftp;

/** The remote path, absolute and without dots: `..` ends at the root. */
export function absolutePath(remote: string): string {
  const absolute = path.posix.normalize(`/${remote}`);
  return absolute.length > 1 ? absolute.replace(/\/$/, '') : absolute;
}

/** The local file behind a remote path; throws EACCES where a link leads out of the root. */
export function localPath(root: string, remote: string): string {
  const absolute = absolutePath(remote);
  const real = fs.realpathSync(root);
  if (absolute === '/') return real;
  const folder = fs.realpathSync(path.join(real, path.posix.dirname(absolute)));
  const local = path.join(folder, path.posix.basename(absolute));
  const isLink = fs.lstatSync(local, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  const target = isLink ? fs.realpathSync(local) : local;
  if (!target.startsWith(`${real}${path.sep}`)) throw Object.assign(new Error('outside'), { code: 'EACCES' });
  return target;
}

/** The SFTP status for an error of the file system. */
export function statusOf(error: unknown): number {
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

/** What SFTP sends of a file's facts. */
export function attributesOf(stats: fs.Stats): Attributes {
  const seconds = (ms: number) => Math.floor(ms / 1000);
  const { mode, uid, gid, size } = stats;
  return { mode, uid, gid, size, atime: seconds(stats.atimeMs), mtime: seconds(stats.mtimeMs) };
}

/** Attributes of a name that nothing is said about. */
export const NO_ATTRIBUTES: Attributes = Object.freeze({ mode: 0, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 });

/** Lines of a listing; a file that went away meanwhile is left out. */
export function entriesOf(folder: string, names: readonly string[]) {
  return names.flatMap((filename) => {
    const stats = fs.lstatSync(path.join(folder, filename), { throwIfNoEntry: false });
    if (stats === undefined) return [];
    const when = stats.mtime.toUTCString().slice(5, 22);
    const longname = `${stats.isDirectory() ? 'd' : '-'}rw-r--r-- 1 sandbox sandbox ${stats.size} ${when} ${filename}`;
    return [{ filename, longname, attrs: attributesOf(stats) }];
  });
}
