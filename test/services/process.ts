/** Servers of our own for tests: free ports, temporary folders, processes that do not outlive the tests. */
import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A port of 127.0.0.1 that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A fresh folder with a short path (socket paths are limited to 108 characters). */
export function temporaryFolder(name: string): string {
  return mkdtempSync(path.join(tmpdir(), `cw-${name}-`));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
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

/** PostgreSQL's programs of the newest installed version. */
export function findPostgresFolder(): string | undefined {
  try {
    const root = '/usr/lib/postgresql';
    const newest = readdirSync(root).sort((left, right) => Number(right) - Number(left))[0];
    return newest === undefined ? undefined : path.join(root, newest, 'bin');
  } catch {
    const initdb = findProgram('initdb');
    return initdb === undefined ? undefined : path.dirname(initdb);
  }
}

/** The ids of a user, where we may become it. */
export function userIds(name: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a server process that is killed with this one. */
export function startProcess(command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const child = spawn(command, args, { stdio: 'ignore', ...options });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Ends a process and waits for it. */
export async function stopProcess(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}

/** Tries until it works; throws the last error after so many seconds. */
export async function untilWorks<T>(work: () => Promise<T>, seconds = 20): Promise<T> {
  for (const end = Date.now() + seconds * 1000; ; ) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
