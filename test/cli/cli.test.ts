/** The contract of read, validate and write: data on stdout, words on stderr, 0 clean, 1 errors in the data, 2 could not. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { GUIDES } from '../../src/guides/index.ts';
import { removeFolder, temporaryFolder } from '../services/process.ts';
import { root, runCommand } from './command.ts';

vi.setConfig({ testTimeout: 180_000 });

const folder = temporaryFolder('cli');
afterAll(() => removeFolder(folder));
const sample = (name: string) => path.join(root, 'samples', name);
const profile = sample('partners/clearinghouse.yaml');
const remittance = sample('answers/835.x12');

/** Every line of it as JSON; throws where one is none. */
function jsonLines(text: string): Record<string, unknown>[] {
  expect(text.endsWith('\n')).toBe(true);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** A file in the folder of this suite. */
function file(name: string, content: unknown): string {
  const at = path.join(folder, name);
  writeFileSync(at, typeof content === 'string' ? content : JSON.stringify(content));
  return at;
}

const readJson = (name: string): Record<string, unknown>[] => {
  const json: unknown = JSON.parse(readFileSync(sample(name), 'utf8'));
  return (Array.isArray(json) ? json : [json]) as Record<string, unknown>[];
};

describe('read', () => {
  test.concurrent('JSON lines only, the summary last; 0 when clean', async () => {
    const { exit, stdout, stderr } = await runCommand(['read', remittance]);
    const items = jsonLines(stdout);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(items.map(({ type }) => type).slice(0, 4)).toEqual(['interchange', 'group', 'transaction', '835.claim']);
    expect(items.at(-1)).toMatchObject({ type: 'summary', interchanges: 1, issues: 0, remits: 12 });
    expect(await runCommand(['read', '--json', remittance])).toEqual({ exit, stdout, stderr });
  });

  test.concurrent('- is stdin', async () => {
    const fromFile = await runCommand(['read', remittance]);
    const fromInput = await runCommand(['read', '-'], { input: readFileSync(remittance) });
    expect(fromInput).toEqual({ ...fromFile, stdout: fromFile.stdout.replaceAll(remittance, 'stdin') });
  });

  test.concurrent('several files, one after the other', async () => {
    const files = [sample('answers/ta1.x12'), sample('answers/999.x12')];
    const { exit, stdout } = await runCommand(['read', ...files]);
    expect(exit).toBe(0);
    const summaries = jsonLines(stdout).filter(({ type }) => type === 'summary');
    expect(summaries.map(({ origin }) => origin)).toEqual(files.map((file) => ({ file })));
  });

  test.concurrent('a damaged file: what can be read is read, issues are JSON lines too; 1', async () => {
    const damaged = file('damaged.x12', readFileSync(remittance, 'utf8').replace(/SE\*\d+/, 'SE*7'));
    const { exit, stdout, stderr } = await runCommand(['read', damaged]);
    const items = jsonLines(stdout);
    expect({ exit, stderr }).toEqual({ exit: 1, stderr: '' });
    expect(items.filter(({ type }) => type === '835.claim')).toHaveLength(12);
    expect(items).toContainEqual(expect.objectContaining({ type: 'issue', severity: 'error' }));
  });

  test.concurrent('what is no X12 at all is an error in the data; 1', async () => {
    const { exit, stdout } = await runCommand(['read', file('words.txt', 'hello\n')]);
    expect(exit).toBe(1);
    expect(jsonLines(stdout)).toContainEqual(expect.objectContaining({ type: 'issue', severity: 'error' }));
  });

  test.concurrent('a file that is missing after one that is there: its lines, then one line of words; 2', async () => {
    const { exit, stdout, stderr } = await runCommand(['read', sample('answers/ta1.x12'), path.join(folder, 'none')]);
    expect(exit).toBe(2);
    expect(jsonLines(stdout).at(-1)).toMatchObject({ type: 'summary' });
    expect(stderr).toMatch(/^claimwire: .*none: cannot be read\n$/);
  });
});

describe('claims', () => {
  test.concurrent('of an 837 are a list that validates; 0', async () => {
    const { exit, stdout, stderr } = await runCommand(['claims', sample('sent/837p.x12')]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject([{ patientControlNumber: 'CW1001', charge: '185.00' }]);
    const again = await runCommand(['validate', '-'], { input: stdout });
    expect(again.stderr).toBe('1 claims, 1 good, 0 with errors: no findings\n');
  });

  test.concurrent('--json: a claim a line, what is wrong on stderr, nobody named; 1', async () => {
    const text = readFileSync(sample('sent/837p.x12'), 'utf8').replace('XX*1234567893', 'XX*1234567890');
    const { exit, stdout, stderr } = await runCommand(['claims', '-', '--json'], { input: text });
    expect(exit).toBe(1);
    expect(jsonLines(stdout)).toMatchObject([{ kind: 'professional' }]);
    expect(stderr).toMatch(/^error claim-invalid \[stdin, .*\/billingProvider\/npi\] not as expected: .+\n$/);
    expect(stderr).not.toMatch(/1234567890|WINTERS/);
  });

  test.concurrent('of what is none: an empty list; 1', async () => {
    const { exit, stdout } = await runCommand(['claims', '-'], { input: 'Dear Sir or Madam' });
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '[]\n' });
  });
});

describe('validate', () => {
  test.concurrent('good claims: 0 and nothing on stdout', async () => {
    const { exit, stdout, stderr } = await runCommand(['validate', sample('claims/demo.json')]);
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: '' });
    expect(stderr).toBe('16 claims, 16 good, 0 with errors: no findings\n');
  });

  const faulty = () => {
    const [first, second] = readJson('claims/demo.json');
    return [first, { ...second, charge: '1.00' }];
  };

  test.concurrent('an edit that fails: the claim, the field, what to do; 1', async () => {
    const claims = file('faulty.json', faulty());
    const { exit, stdout, stderr } = await runCommand(['validate', claims]);
    expect(exit).toBe(1);
    expect(stdout).toMatch(
      /faulty\.json:1: error claim-balance \[R80\]: .+\n {4}1 \| "charge": "9\.99"\n {6}\| claim 2 of 2, \/charge: /,
    );
    expect(stderr).toContain('2 claims, 1 good, 1 with errors: 1 error');
  });

  test.concurrent('--json: issues as JSON lines, from stdin', async () => {
    const { exit, stdout } = await runCommand(['validate', '-', '--json'], { input: JSON.stringify(faulty()) });
    expect(exit).toBe(1);
    for (const issue of jsonLines(stdout))
      expect(issue).toMatchObject({ type: 'issue', path: expect.stringMatching(/^\/1/) });
  });

  test.concurrent.each([
    ['a number', 7],
    ['null', [null]],
  ])('%s is no claim; 1', async (what, json) => {
    expect((await runCommand(['validate', file(`${what}.json`, json)])).exit).toBe(1);
  });
});

describe('the rule packs of a partner', () => {
  const pack = JSON.parse(readFileSync(sample('rules/medi-cal.json'), 'utf8')) as Record<string, unknown>;
  const profileWith = (name: string, rules: unknown): string => {
    file(`${name}-pack.json`, rules);
    return file(`${name}.yaml`, `${readFileSync(profile, 'utf8')}\nrulePacks: [${name}-pack.json]\n`);
  };

  test.concurrent('a claim that breaks a rule is named with it; 1', async () => {
    const claims = readJson('claims/professional.json').map((claim) => ({
      ...claim,
      frequency: '7',
      replaces: { payerClaimNumber: 'P1' },
    }));
    const args = ['-', '--partner', profileWith('strict', pack)];
    const { exit, stdout } = await runCommand(['validate', ...args], { input: JSON.stringify(claims) });
    expect(exit).toBe(1);
    expect(stdout).toContain('error partner-rule [medi-cal:replacement-one-line]');
    const written = await runCommand(['write', ...args, '--isa13', '1'], { input: JSON.stringify(claims) });
    expect({ exit: written.exit, stdout: written.stdout }).toEqual({ exit: 1, stdout: '' });
  });

  test.concurrent('a profile that is not as its pack asks; 1', async () => {
    const args = ['--partner', profileWith('envelope', { ...pack, envelope: { maxClaimsPerSet: 1 } })];
    const { exit, stdout } = await runCommand(['validate', sample('claims/professional.json'), ...args]);
    expect(exit).toBe(1);
    expect(stdout).toContain('error partner-rule [clearinghouse, /batch/maxClaimsPerSet]');
  });

  test.concurrent('a faulty pack is refused by its key; 2', async () => {
    const args = ['--partner', profileWith('faulty', { ...pack, sources: 'hearsay' })];
    const { exit, stdout, stderr } = await runCommand(['validate', sample('claims/professional.json'), ...args]);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toMatch(/^claimwire: .*faulty-pack\.json: sources: expected where the rules come from/);
  });
});

describe('write', () => {
  test.concurrent('what it writes is read back, claim by claim', async () => {
    const written = await runCommand(['write', sample('claims/demo.json'), '--partner', profile, '--isa13', '77']);
    expect({ exit: written.exit, stderr: written.stderr }).toEqual({ exit: 0, stderr: '' });
    expect(written.stdout).toMatch(/^ISA\*.{101}~GS\*HC\*/);
    const { exit, stdout } = await runCommand(['read', '-'], { input: written.stdout });
    const items = jsonLines(stdout);
    expect(exit).toBe(0);
    expect(items[0]).toMatchObject({ type: 'interchange', isa13: '000000077', usage: 'T' });
    const back = items.filter(({ type }) => type === '837.claim' || type === 'claim');
    expect(back.map((item) => JSON.stringify(item))).toEqual(
      readJson('claims/demo.json').map(({ patientControlNumber }) =>
        expect.stringContaining(`"patientControlNumber":"${String(patientControlNumber)}"`),
      ),
    );
  });

  test.concurrent('a faulty claim is named on stderr and left out; 1', async () => {
    const [first, second] = readJson('claims/demo.json');
    const input = JSON.stringify([first, { ...second, charge: '1.00' }]);
    const { exit, stdout, stderr } = await runCommand(['write', '-', '--partner', profile], { input });
    expect(exit).toBe(1);
    expect(stderr).toContain('-#/1');
    expect(stdout).toContain(String(first?.patientControlNumber));
    expect(stdout).not.toContain(String(second?.patientControlNumber));
  });

  test.concurrent('only faulty claims: nothing on stdout; 1', async () => {
    const { exit, stdout, stderr } = await runCommand(['write', '-', '--partner', profile], { input: '[{}]' });
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr).not.toBe('');
  });

  test.concurrent('a profile that is missing: nothing on stdout; 2', async () => {
    const args = ['write', sample('claims/demo.json'), '--partner', path.join(folder, 'none.yaml')];
    const { exit, stdout, stderr } = await runCommand(args);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toMatch(/^claimwire: .*none\.yaml: cannot be read\n$/);
  });
});

test('a reader that has seen enough does not make read fail', async () => {
  const { spawnSync } = await import('node:child_process');
  const command = `node --import tsx src/cli/main.ts read ${remittance} ${remittance} | head -n 1`;
  const { stdout, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', command], { cwd: root, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(jsonLines(stdout)).toHaveLength(1);
});

test('audit finds every guide sound; 0', async () => {
  const { exit, stdout, stderr } = await runCommand(['audit']);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  expect(stdout.trimEnd().split('\n')).toHaveLength(GUIDES.length);
  expect(stdout).toContain('837 005010X223A2  Health Care Claim: Institutional: sound');
});

test('--help and --version end with 0', async () => {
  const [help, number] = await Promise.all([runCommand(['--help']), runCommand(['--version'])]);
  expect(help).toMatchObject({ exit: 0, stderr: '', stdout: expect.stringContaining('validate') });
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  expect(number).toEqual({ exit: 0, stderr: '', stdout: `${version}\n` });
});
