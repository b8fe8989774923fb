/** What `npm test` says and how it ends, on small folders of tests of their own. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const IMPORT = "import { beforeAll, describe, expect, test } from 'vitest';\n";
const PASSES = "test('passes', () => expect(1).toBe(1));\n";
const FAILS = "test('fails', () => expect(1).toBe(2));\n";
const SKIPS = "describe.skipIf(true)('a suite', () => { test('one', () => {}); test('two', () => {}); });\n";
const HOOK = "describe('hooked', () => { beforeAll(() => { throw new Error('no'); }); test('never', () => {}); });\n";
const STRAY = "test('strays', () => { setTimeout(() => { throw new Error('stray'); }, 0); });\n";
const LATE = "test('waits', () => new Promise((resolve) => setTimeout(resolve, 200)));\n";

mkdirSync('.test', { recursive: true });
const folder = mkdtempSync(path.resolve('.test/small-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command on one file of tests; gives its exit code and the lines that follow vitest's own. */
function run(name: string, text: string, ...args: string[]) {
  const root = path.join(folder, name);
  mkdirSync(root);
  writeFileSync(path.join(root, 'small.test.js'), text);
  writeFileSync(path.join(root, 'vitest.config.js'), 'export default {};\n');
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^(VITEST|CLAIMWIRE_)/.test(key)));
  env.CLAIMWIRE_NO_INSTALL = '1';
  const command = ['scripts/test.mjs', '--root', root, ...args];
  const { status, stdout } = spawnSync(process.execPath, command, { encoding: 'utf8', env });
  return { status, lines: stdout.trimEnd().split('\n') };
}

describe('npm test', () => {
  test.each([
    ['all pass', PASSES, [], 0, ['1 passed, 0 failed']],
    ['one fails', PASSES + FAILS, [], 1, ['1 passed, 1 failed']],
    [
      'some are skipped',
      PASSES + SKIPS,
      [],
      0,
      [/^skipped: .*small\.test\.js: a suite \(2\)$/, '2 skipped', '1 passed, 0 failed'],
    ],
    [
      'none may be skipped',
      PASSES + SKIPS,
      ['--no-skips'],
      1,
      ['2 skipped, which count as failed here', '1 passed, 2 failed'],
    ],
    [
      'a file does not load',
      "import './nowhere.js';\n",
      [],
      1,
      [/^failed to run: .*small\.test\.js$/, '0 passed, 1 failed'],
    ],
    [
      'a hook fails',
      PASSES + HOOK,
      [],
      1,
      [/^failed to run: /, /^skipped: .*hooked \(1\)$/, '1 skipped', '1 passed, 1 failed'],
    ],
    ['an error outside of every test', STRAY + LATE, [], 1, [/^vitest failed outside/, '2 passed, 1 failed']],
    ['arguments go to vitest', PASSES + FAILS, ['-t', 'passes'], 0, ['1 skipped', '1 passed, 0 failed']],
    ['there is nothing to run', PASSES, ['no-such-file'], 1, [/^(vitest|there)/, '0 passed, 1 failed']],
  ] as const)('%s', (name, text, args, status, last) => {
    const ran = run(name.replaceAll(' ', '-'), IMPORT + text, ...args);
    expect(ran.lines.slice(-last.length)).toEqual(
      last.map((line) => (typeof line === 'string' ? line : expect.stringMatching(line))),
    );
    expect(ran.status).toBe(status);
  });
});
