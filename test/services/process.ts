/** Servers of our own for tests: free ports, programs, processes that do not outlive the tests. */
import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { removeFolders } from './folders.ts';

export { removeFolder, temporaryFolder } from './folders.ts';

/** A port of 127.0.0.1 that nobody listens on, below those that outgoing connections take: it stays free while its server is away. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 15_000 + Math.floor(Math.random() * 15_000);
    const server = net.createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!free) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}

/** The path of a program, looked for on PATH and in further folders; undefined when the machine lacks it. */
export function findProgram(name: string, folders: readonly string[] = []): string | undefined {
  const all = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin', ...folders];
  return all.map((folder) => path.join(folder, name)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The folder of PostgreSQL's server programs, the newest version first; Debian keeps them off PATH. */
export function findPostgresFolder(): string | undefined {
  const root = '/usr/lib/postgresql';
  const found = findProgram(
    'initdb',
    versionsIn(root).map((version) => path.join(root, version, 'bin')),
  );
  return found === undefined || !isExecutable(path.join(path.dirname(found), 'postgres'))
    ? undefined
    : path.dirname(found);
}

function versionsIn(root: string): string[] {
  try {
    return readdirSync(root).sort((left, right) => Number(right) - Number(left));
  } catch {
    return [];
  }
}

/** The ids of a user, where we may become it; of nobody, where there is no such user. */
export function userIds(name: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string, user: string) =>
    Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u', name), gid: id('-g', name) };
  } catch {
    return { uid: id('-u', 'nobody'), gid: id('-g', 'nobody') };
  }
}

/** Each running server with the signal that ends it at once. */
const running = new Map<ChildProcess, NodeJS.Signals>();

function leaveNothing(): void {
  for (const [child, signal] of running) {
    child.kill('SIGCONT');
    child.kill(signal);
  }
  running.clear();
  removeFolders();
}

process.once('exit', leaveNothing);
// Vitest ends its workers by SIGTERM, which runs no exit handler. Others who listen have a moment to clean up too.
process.once('SIGTERM', () => {
  leaveNothing();
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), process.listenerCount('SIGTERM') === 0 ? 0 : 300);
});
// A worker whose vitest is gone would run on.
if (process.env.VITEST_POOL_ID !== undefined) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}

/** Starts a server process that ends with this one, also when this one is killed and can do nothing (on Linux). */
export function startProcess(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
  lastSignal: 'SIGKILL' | 'SIGQUIT' = 'SIGKILL',
): ChildProcess {
  const guard = findProgram('setpriv');
  const words = guard === undefined ? [] : [guard, '--pdeathsig', lastSignal.slice(3), '--'];
  const [program = command, ...rest] = [...words, command, ...args];
  const child = spawn(program, rest, { stdio: 'ignore', ...options });
  running.set(child, lastSignal);
  child.once('exit', () => running.delete(child));
  return child;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Ends a process and waits for it. */
export async function stopProcess(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}

/** Tries until it works; throws the last error after so many seconds. */
export async function untilWorks<T>(work: () => Promise<T>, seconds = 20, server?: ChildProcess): Promise<T> {
  for (const end = Date.now() + seconds * 1000; ; ) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > end) throw error;
      if (server !== undefined && hasEnded(server)) throw endedEarly(server, error);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Waits until a server answers; throws at once when it has ended instead. */
export function untilAnswers<T>(server: ChildProcess, ask: () => Promise<T>): Promise<T> {
  return untilWorks(ask, 20, server);
}

function endedEarly(server: ChildProcess, cause: unknown): Error {
  const how = server.signalCode ?? `exit code ${server.exitCode}`;
  return new Error(`a server ended before it answered (${how}): ${server.spawnargs.join(' ')}`, { cause });
}
