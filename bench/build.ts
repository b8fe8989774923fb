/** The project as JavaScript, as users run it: what tsx makes of it is slower. */
import { execFileSync, fork } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.resolve('.test/bench');

/** Builds the project and what measures it. */
export function build(): void {
  rmSync(FOLDER, { recursive: true, force: true });
  const flags = ['--outDir', FOLDER, '--declaration', 'false', '--sourceMap', 'false', '--noCheck'];
  execFileSync(path.resolve('node_modules/.bin/tsc'), ['-p', 'tsconfig.json', ...flags], { stdio: 'inherit' });
  mkdirSync(path.join(FOLDER, 'src/store'), { recursive: true });
  symlinkSync(path.resolve('src/store/migrations'), path.join(FOLDER, 'src/store/migrations'));
}

/** Runs a built module of this folder in a process of its own; gives back the one message that it sends. */
export function runAlone<T>(module: string, args: readonly string[]): Promise<T> {
  // Without the flags of this process: under tsx they would transform the JavaScript again.
  const child = fork(path.join(FOLDER, 'bench', `${module}.js`), args, { execArgv: [] });
  return new Promise((resolve, reject) => {
    let told: T | undefined;
    child.once('message', (message) => {
      told = message as T;
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      told === undefined ? reject(new Error(`${module} ended with ${code} and without a result`)) : resolve(told),
    );
  });
}

/** Sends the result of a module that was started by runAlone, and ends. */
export function tell(result: object): void {
  process.send?.(result, () => process.exit(0));
}
