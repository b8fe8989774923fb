/** Code lists from import to what they find, as a person runs it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { CLAIM } from '../claims/claim.ts';
import { orderFile } from '../codes/files.ts';
import { claim837p } from '../rules/sample.ts';
import { removeFolder, temporaryFolder } from '../services/folders.ts';
import { root, runCommand } from './command.ts';

vi.setConfig({ testTimeout: 180_000 });

const folder = temporaryFolder('cli-codes');
afterAll(() => removeFolder(folder));
const lists = path.join(folder, 'lists');
const file = (name: string, content: string) => {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
};
const run = (...args: readonly string[]) =>
  runCommand(args, { env: { CLAIMWIRE_CODES: lists, CLAIMWIRE_PARTNERS: path.join(root, 'samples/partners') } });

test('a list is imported once, listed, and held against claims and files', async () => {
  const order = file('order.txt', orderFile('J06-', 'J069', 'R059'));
  const take = ['codes', 'import', 'icd10cm', order, '--effective', '2025-10-01'];
  const claims = file(
    'claims.json',
    JSON.stringify([CLAIM, { ...CLAIM, patientControlNumber: 'CW2', diagnoses: ['J06'] }]),
  );
  const received = file('received.x12', claim837p(['HI', 'HI*ABK:J068']));

  expect(await run(...take)).toEqual({
    exit: 0,
    stdout: 'icd10cm as of 2025-10-01: 2 codes of order.txt\n',
    stderr: '',
  });
  const [again, listed, validated, checked, written] = await Promise.all([
    run(...take),
    run('codes', 'list', '--json'),
    run('validate', claims, '--json'),
    run('check', received, '--json'),
    run('write', claims, '--partner', 'clearinghouse'),
  ]);
  expect(again).toMatchObject({ exit: 0, stdout: 'icd10cm as of 2025-10-01: is there already, 2 codes\n' });
  expect(JSON.parse(listed.stdout)).toMatchObject({
    kind: 'icd10cm',
    effective: '2025-10-01',
    count: 2,
    source: 'order.txt',
  });
  expect(validated.exit).toBe(1);
  expect(JSON.parse(validated.stdout)).toMatchObject({
    path: '/1/diagnoses/0',
    code: 'code-incomplete',
    severity: 'error',
  });
  expect(checked.exit).toBe(0);
  expect(JSON.parse(checked.stdout.split('\n')[0] ?? '')).toMatchObject({
    code: 'code-unknown',
    severity: 'warning',
    found: 'J068',
  });
  expect(written.exit).toBe(1);
  expect(written.stdout.match(/CLM\*[^*]+/g)).toEqual(['CLM*CW1001']);
});

test('lists lie beside the data unless a folder is given', () => {
  expect(readConfig({ CLAIMWIRE_DATA: '/var/claimwire/' }).codesFolder).toBe('/var/claimwire-codes');
  expect(readConfig({ CLAIMWIRE_DATA: '/var/claimwire', CLAIMWIRE_CODES: '/srv/lists' }).codesFolder).toBe(
    '/srv/lists',
  );
});

test('what cannot be imported is told in one line, and nothing is written', async () => {
  const bad = file('bad.txt', `${orderFile('J069')}00002 J06.9   1 ours`);
  const before = readdirSync(folder);
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [
      ['codes', 'import', 'icd10cm', bad, '--effective', '2026-10-01'],
      /bad\.txt: line 2: found "J06\.9", expected a code without a point in columns 7 to 13$/,
    ],
    [['codes', 'import', 'icd10cm', bad], /--effective is missing/],
    [['codes', 'import', 'icd10cm', bad, '--effective', '2026-02-30'], /--effective: expected a day/],
    [
      ['codes', 'import', 'icd10cm', bad, '--effective', '2026-10-01', '--until', '2026-09-30'],
      /--until: expected a day not before/,
    ],
    [['codes', 'import', 'icd9', bad, '--effective', '2026-10-01'], /expected icd10cm, icd10pcs, hcpcs/],
    [['codes', 'import'], /the kind and the file/],
    [['codes', 'forget'], /expected import or list/],
  ];
  const ran = await Promise.all(cases.map(([args]) => run(...args)));
  ran.forEach(({ exit, stdout, stderr }, index) => {
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toMatch(/^claimwire: [^\n]*\n$/);
    expect(stderr.trimEnd()).toMatch(cases[index]?.[1] ?? /./);
  });
  expect(readdirSync(folder)).toEqual(before);
  expect(readFileSync(bad, 'utf8')).toContain('J06.9');
});
