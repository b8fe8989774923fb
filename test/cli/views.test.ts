/** Files for people to read: inspect as it is run. */
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

  test.concurrent('a claim that is not there: said, and 1', async () => {
    const { exit, stdout, stderr } = await runCommand(['inspect', remittance, '--claim', 'NOBODY']);
    expect({ exit, stdout, stderr }).toEqual({ exit: 1, stdout: '', stderr: `${remittance}: nothing to show\n` });
  });

  test.concurrent('a file that is not there: 2', async () => {
    const { exit, stderr } = await runCommand(['inspect', 'nowhere.x12']);
    expect({ exit, stderr }).toEqual({ exit: 2, stderr: 'claimwire: nowhere.x12: cannot be read\n' });
  });
});
