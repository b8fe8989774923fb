/** Rules of payers are kept from a file; what they are not is said in one line. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommand } from './command.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'claimwire-rules-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const RULES = {
  id: 'acme',
  title: 'Acme Health',
  sources: [{ title: 'Manual', url: 'https://acme.example/manual', retrieved: '2026-01-02' }],
  effective: { from: '2026-01-01' },
  appliesTo: { payers: ['60054'] },
  deadlines: [{ kind: 'appeal1', from: 'remittance', count: 60, unit: 'businessDays' }],
};

test('payer-rules add keeps them, list shows them before the common ones; follow-up knows no claim', async () => {
  const setting = { env: { CLAIMWIRE_DATA: path.join(folder, 'data'), CLAIMWIRE_LOG_LEVEL: 'silent' } };
  const file = path.join(folder, 'acme.json');
  writeFileSync(file, JSON.stringify({ ...RULES, appliesTo: {} }));
  const refused = await runCommand(['payer-rules', 'add', file], setting);
  expect(refused).toMatchObject({ exit: 2, stdout: '' });
  expect(refused.stderr).toContain('appliesTo: expected payers, filings or both');
  writeFileSync(file, JSON.stringify(RULES));
  const added = await runCommand(['payer-rules', 'add', file], setting);
  expect(added).toEqual({ exit: 0, stdout: 'acme: kept; 0 denials told again\n', stderr: '' });
  const listed = await runCommand(['payer-rules', 'list'], setting);
  expect(listed.stdout.split('\n').map((line) => line.split(' ')[0])).toEqual(['acme', 'medicare', '']);
  const unknown = await runCommand(['follow-up', 'x', 'secondary'], setting);
  expect(unknown).toMatchObject({ exit: 2, stdout: '' });
  expect(unknown.stderr).toContain('follow-up: no claim has the id x');
}, 120_000);
