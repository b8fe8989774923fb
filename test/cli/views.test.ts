/** Files for people to read: check, inspect and query as they are run. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { root, runCommand } from './command.ts';

vi.setConfig({ testTimeout: 180_000 });

const remittance = path.join(root, 'samples/answers/835.x12');
const faulty = readFileSync(remittance, 'utf8').replace('HC:99213', 'QQ:99213');

describe('inspect', () => {
  test.concurrent('a sound file, without colours in a pipe', async () => {
    const { exit, stdout, stderr } = await runCommand(['inspect', remittance]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toContain('Loop 2100  Claim Payment Information\n');
    expect(stdout).not.toContain('\u001b');
  });

  test.concurrent('stdin with a fault: beneath its line, and 1', async () => {
    const { exit, stdout } = await runCommand(['inspect', '-'], { input: faulty });
    const lines = stdout.split('\n');
    const at = lines.findIndex((line) => line.includes('error element-code SVC01-01'));
    expect(lines[at - 1]).toMatch(/^ +14 +SVC /);
    expect(exit).toBe(1);
  });

  test.concurrent('only what has faults', async () => {
    const { exit, stdout } = await runCommand(['inspect', '-', '--faults'], { input: faulty });
    expect(exit).toBe(1);
    expect(stdout.match(/^ *\d+ +CLP .*$/gm)).toHaveLength(1);
  });

  test.concurrent('a claim that is not there: said, and 1', async () => {
    const { exit, stdout, stderr } = await runCommand(['inspect', remittance, '--claim', 'NOBODY']);
    expect({ exit, stdout, stderr }).toEqual({ exit: 1, stdout: '', stderr: `${remittance}: nothing to show\n` });
  });

  test.concurrent('a file that is not there: 2', async () => {
    const { exit, stderr } = await runCommand(['inspect', 'nowhere.x12']);
    expect({ exit, stderr }).toEqual({ exit: 2, stderr: 'claimwire: nowhere.x12: cannot be read\n' });
  });
});

describe('check', () => {
  test.concurrent('a sound file: one line, and 0', async () => {
    const ran = await runCommand(['check', remittance]);
    const stdout = `${remittance}: no findings in 1 set, 159 segments, 12 claim payments\n`;
    expect(ran).toEqual({ exit: 0, stdout, stderr: '' });
  });

  test.concurrent('a fault as JSON, the summary last, and 1', async () => {
    const { exit, stdout, stderr } = await runCommand(['check', '--json', '-'], { input: faulty });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect({ exit, stderr }).toEqual({ exit: 1, stderr: '' });
    expect(lines).toMatchObject([
      { type: 'issue', code: 'element-code', element: 'SVC01-01', found: 'QQ', origin: { file: 'stdin', segment: 14 } },
      { type: 'summary', issues: 1, remits: 12 },
    ]);
  });

  test.concurrent('several files, each with its own; up to a SNIP type', async () => {
    const unbalanced = readFileSync(remittance, 'utf8').replace('CLP*CW1002*1*295*', 'CLP*CW1002*1*300*');
    const [all, less] = await Promise.all([
      runCommand(['check', remittance, '-'], { input: unbalanced }),
      runCommand(['check', '-', '--snip', '2'], { input: unbalanced }),
    ]);
    expect(all.exit).toBe(1);
    expect(all.stdout).toMatch(
      /no findings[\s\S]*error claim-balance[\s\S]*stdin: ST 0001, segment 26\n[\s\S]*stdin: 1 error in /,
    );
    expect(less).toMatchObject({ exit: 0, stderr: '' });
  });

  test.concurrent('a SNIP type that is none: 2', async () => {
    const { exit, stderr } = await runCommand(['check', remittance, '--snip', 'all']);
    expect({ exit, stderr }).toEqual({ exit: 2, stderr: 'claimwire: --snip: expected a number from 1 to 7\n' });
  });
});

describe('report', () => {
  test.concurrent('a remittance that balances: 0', async () => {
    const { exit, stdout, stderr } = await runCommand(['report', remittance]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toMatch(/^Remittance T825244944771\n[\s\S]* 12 of 12 balance\n/);
  });

  test.concurrent('a page from stdin that is faulty: whole, and 1', async () => {
    const { exit, stdout } = await runCommand(['report', '-', '--html'], { input: faulty });
    expect(exit).toBe(1);
    expect(stdout).toMatch(/^<!doctype html>[\s\S]*element-code[\s\S]*<\/html>\n$/);
  });

  test.concurrent('a file without one: said, and 1', async () => {
    const file = path.join(root, 'samples/answers/999.x12');
    const stderr = `${file}: no remittance (835 version 005010X221A1) in it\n`;
    expect(await runCommand(['report', file])).toEqual({ exit: 1, stdout: '', stderr });
  });
});

describe('query', () => {
  test.concurrent('values, one a line', async () => {
    const ran = await runCommand(['query', remittance, 'TRN02']);
    expect(ran).toEqual({ exit: 0, stdout: 'T825244944771\n', stderr: '' });
  });

  test.concurrent('with their places as JSON, from stdin, in several interchanges', async () => {
    const two = `${readFileSync(remittance, 'utf8')}${readFileSync(path.join(root, 'samples/answers/999.x12'), 'utf8')}`;
    const { exit, stdout } = await runCommand(['query', '-', 'ST02', '--json'], { input: two });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(exit).toBe(0);
    expect(lines).toEqual([
      { value: '0001', origin: { file: 'stdin', isa13: '000000027', gs06: '27', st02: '0001' } },
      { value: '0001', origin: { file: 'stdin', isa13: '000000023', gs06: '23', st02: '0001' } },
    ]);
  });

  test.concurrent.each([
    [[remittance, 'nonsense'], 'claimwire: not a query: name an element, as in CLM01, '],
    [[path.join(root, 'README.md'), 'CLM01'], `claimwire: ${path.join(root, 'README.md')}: no X12 interchange in it\n`],
  ])('%j: 2', async (args, words) => {
    const { exit, stdout, stderr } = await runCommand(['query', ...args]);
    expect({ exit, stdout, stderr: stderr.slice(0, words.length) }).toEqual({ exit: 2, stdout: '', stderr: words });
  });
});
