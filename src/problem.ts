/**
 * What a person can put right: a wrong setting, an unreachable host, a port in use. The command line prints `message`
 * as one line and ends with exit code 2; workers log `code` and retry only when `retry` is set.
 */
export type ProblemCode =
  | 'usage'
  | 'file-unreadable'
  | 'config-invalid'
  | 'partner-unknown'
  | 'partner-invalid'
  | 'partner-paused'
  | 'sftp-unreachable'
  | 'sftp-host-key'
  | 'sftp-login'
  | 'sftp-transfer'
  | 'sftp-folder'
  | 'sftp-uncertain'
  | 'port-taken'
  | 'data-folder-locked'
  | 'data-folder-unusable'
  | 'database-unreachable'
  | 'database-too-old'
  | 'redis-unreachable'
  | 'redis-eviction'
  | 'disk-full'
  | 'not-yet';

/** A problem with a name, a one-line message (no patient data, no stack) and whether trying again may help. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly retry: boolean;
  /** The message names a remote file: partners put patients into file names, so no log repeats it. */
  readonly namesFile: boolean;
  constructor(
    code: ProblemCode,
    message: string,
    options: { retry?: boolean; namesFile?: boolean; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Problem';
    this.code = code;
    this.retry = options.retry ?? false;
    this.namesFile = options.namesFile ?? false;
  }
}

const SYSTEM: Readonly<Record<string, { code: ProblemCode; says: string }>> = {
  ENOSPC: { code: 'disk-full', says: 'the disk is full: free some room and start again' },
  /** SQLSTATE disk_full. */
  '53100': { code: 'disk-full', says: 'the disk of the database is full: free some room and start again' },
  EDQUOT: { code: 'disk-full', says: 'the disk quota is used up: free some room and start again' },
};

/** The system error number (`ENOSPC`, `ECONNREFUSED`, ...) that an error or one of its causes carries, if any. */
export function systemCode(error: unknown): string | undefined {
  for (let current: unknown = error, depth = 0; current instanceof Error && depth < 8; depth++) {
    const { code } = current as Error & { code?: unknown };
    if (typeof code === 'string' && /^[A-Z0-9_]+$/.test(code)) return code;
    if (current instanceof AggregateError && current.errors.length > 0) current = current.errors[0];
    else current = current.cause;
  }
  return undefined;
}

/** The Problem behind any error: itself, one of its causes, or the one a system error number stands for. */
export function asProblem(error: unknown): Problem | undefined {
  for (
    let current: unknown = error, depth = 0;
    current instanceof Error && depth < 8;
    current = current.cause, depth++
  ) {
    if (current instanceof Problem) return current;
  }
  const known = SYSTEM[systemCode(error) ?? ''];
  return known === undefined ? undefined : new Problem(known.code, known.says, { cause: error });
}
