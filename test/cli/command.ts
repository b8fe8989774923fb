/** The command line as a person runs it: a process of its own with its words and its exit code. */
import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a command left behind. */
export type Ran = { exit: number | null; stdout: string; stderr: string };

/** Where and with what a command runs. Nothing of Claimwire's settings is inherited. */
export type Setting = { env?: Readonly<Record<string, string>>; cwd?: string; input?: string | Buffer };

function inherited(): NodeJS.ProcessEnv {
  const ours = /^(CLAIMWIRE_|DATABASE_URL$|REDIS_URL$|NODE_OPTIONS$|VITEST|FORCE_COLOR$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

const started = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of started) child.kill('SIGKILL');
});

/** Starts a command. */
export function startCommand(args: readonly string[], { env = {}, cwd = root }: Setting = {}) {
  const tsx = import.meta.resolve('tsx');
  const child: ChildProcessWithoutNullStreams = spawn(
    process.execPath,
    ['--import', tsx, path.join(root, 'src/cli/main.ts'), ...args],
    { cwd, env: { ...inherited(), ...env }, stdio: 'pipe' },
  );
  started.add(child);
  child.once('exit', () => started.delete(child));
  const words = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    words.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words.stderr += text;
  });
  // A command that ends before it read its input closes the pipe.
  child.stdin.on('error', () => {});
  const ended = new Promise<Ran>((resolve) => child.once('close', (exit) => resolve({ exit, ...words })));
  return { child, ended, words };
}

/** Runs a command to its end; one that does not end within a minute is killed (exit null). */
export async function runCommand(args: readonly string[], setting: Setting = {}, seconds = 60): Promise<Ran> {
  const { child, ended } = startCommand(args, setting);
  const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
  child.stdin.end(setting.input ?? '');
  try {
    return await ended;
  } finally {
    clearTimeout(timer);
  }
}

/** Waits until a command said something on stderr; throws with what it said instead. */
export async function untilSays(command: ReturnType<typeof startCommand>, text: string): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    if (command.words.stderr.includes(text)) return;
    if (command.child.exitCode !== null) break;
  }
  throw new Error(`the command never said "${text}": ${command.words.stderr.slice(-2000)}`);
}
