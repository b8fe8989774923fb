/** The package as it is installed: built, entered by its name, with its types, in plain Node. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removeFolder, temporaryFolder } from './services/process.ts';

const folder = temporaryFolder('package');
afterAll(() => removeFolder(folder));

const root = path.resolve('.');
const installed = path.join(folder, 'node_modules/claimwire');
const require = createRequire(import.meta.url);
const tsc = path.join(path.dirname(require.resolve('typescript/package.json')), 'bin/tsc');
const run = (args: readonly string[], cwd: string) => execFileSync(process.execPath, args, { cwd, encoding: 'utf8' });

const SAMPLES = readdirSync('samples').filter((name) => name.endsWith('.ts'));

/** A sample as somebody else's project has it. */
const ofAnother = (sample: string) =>
  readFileSync(path.join('samples', sample), 'utf8').replace(
    /'\.\.\/src\/[a-z0-9-]+\.ts'; \/\/ from ('[^']+')/,
    '$1; //',
  );

const COMPILER = {
  module: 'NodeNext',
  target: 'ES2023',
  types: ['node'],
  typeRoots: [path.join(root, 'node_modules/@types')],
  strict: true,
  exactOptionalPropertyTypes: true,
  outDir: 'out',
};

beforeAll(() => {
  mkdirSync(installed, { recursive: true });
  run([tsc, '-p', 'tsconfig.build.json', '--outDir', path.join(installed, 'dist'), '--sourceMap', 'false'], root);
  cpSync('package.json', path.join(installed, 'package.json'));
  for (const at of [path.join(installed, 'node_modules'), path.join(folder, 'node_modules/node-x12')])
    symlinkSync(path.join(root, 'node_modules', at.endsWith('node-x12') ? 'node-x12' : ''), at);
  for (const sample of SAMPLES) writeFileSync(path.join(folder, sample), ofAnother(sample));
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: COMPILER, include: ['*.ts'] }));
}, 120_000);

test('every entry leads to a file with types', () => {
  const { exports, bin } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    exports: Record<string, { types: string; default: string }>;
    bin: Record<string, string>;
  };
  const files = [...Object.values(exports).flatMap((entry) => [entry.types, entry.default]), ...Object.values(bin)];
  expect(files.filter((file) => !existsSync(path.join(installed, file)))).toEqual([]);
});

test('the samples compile against it with all checks on, and run', () => {
  run([tsc, '-p', folder], folder);
  for (const sample of SAMPLES) {
    const script = path.join(folder, 'out', sample.replace(/\.ts$/, '.js'));
    expect(run([script], root), sample).not.toBe('');
  }
}, 120_000);
