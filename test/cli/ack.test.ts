/** The contract of ack: X12 on stdout, words on stderr; 0 all taken, 1 something refused, 2 nothing to answer. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { issuesOf } from '../x12/wire.ts';
import { root, runCommand } from './command.ts';

vi.setConfig({ testTimeout: 180_000 });

const remittance = path.join(root, 'samples/answers/835.x12');
const bytes = readFileSync(remittance, 'utf8');

test.concurrent('a sound file is taken: its 999 on stdout; 0', async () => {
  const { exit, stdout, stderr } = await runCommand([
    'ack',
    remittance,
    '--isa13',
    '77',
    '--gs06',
    '12',
    '--ta1',
    'always',
  ]);
  expect(exit).toBe(0);
  expect(issuesOf(stdout)).toEqual([]);
  expect(stdout).toMatch(/^ISA\*.*\*000000077\*.*~TA1\*\d{9}\*\d{6}\*\d{4}\*A\*000~GS\*FA\*.*\*12\*X\*005010X231A1~/);
  expect(stderr).toMatch(/^interchange \d{9}, group \d+: (\d+) of \1 sets accepted \(A\)\n$/);
});

test.concurrent('a refused set: 1; findings left out are counted; - is stdin', async () => {
  const input = bytes.replace(/^N4\*/gm, 'N4*X*Y*Z*Z*').replace(/SE\*\d+/, 'SE*3');
  const { exit, stdout, stderr } = await runCommand(['ack', '-', '--max', '1'], { input });
  expect(exit).toBe(1);
  expect(stdout).toMatch(/IK5\*R\*4\*5~.*AK9\*[RP]\*/);
  expect(stderr).toMatch(/^set \d+: \d+ of \d+ findings are told\n/);
});

test.concurrent.each([
  ['no X12', ['ack', '-'], 'Dear Sir or Madam', 'claimwire: -: no X12 interchange to answer (no-isa)\n'],
  ['no such file', ['ack', 'nowhere.x12'], '', 'claimwire: nowhere.x12: cannot be read\n'],
  ['no such word', ['ack', '-', '--ta1', 'never'], bytes, 'claimwire: --ta1: expected asked, error, always\n'],
])('%s: 2, one line says why', async (_name, args, input, stderr) => {
  expect(await runCommand(args, { input })).toEqual({ exit: 2, stdout: '', stderr });
});
