/** Every sample is run; what the README shows is what is run. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { ProfessionalClaimInput } from '../schemas/claim.ts';
import { validateClaim } from '../src/claims/validate.ts';
import { writeClaims } from '../src/claims/write-claims.ts';
import { readPartnerFile } from '../src/exchange/partner-file.ts';
import { readRulePack } from '../src/exchange/rule-pack-file.ts';
import * as library from '../src/index.ts';
import * as nodeX12 from '../src/node-x12.ts';
import { readInterchangeSync } from '../src/read-interchange.ts';
import { ENVELOPE } from './claims/envelope.ts';

function run(script: string): string {
  return execFileSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8' });
}

describe('samples/claims', () => {
  test.each(readdirSync('samples/claims'))('%s holds good claims', (file) => {
    const claims = JSON.parse(readFileSync(path.join('samples/claims', file), 'utf8')) as unknown[];
    expect(claims.length).toBeGreaterThan(0);
    for (const claim of claims) expect(validateClaim(claim).issues).toEqual([]);
  });
});

describe('samples/claims, written', () => {
  test.each(readdirSync('samples/claims'))('%s is read back claim by claim, without an error', (file) => {
    const json = JSON.parse(readFileSync(path.join('samples/claims', file), 'utf8')) as unknown[];
    const claims = json.flatMap((one) => validateClaim(one).claim ?? []);
    const { text, issues } = writeClaims(claims, ENVELOPE);
    expect(issues).toEqual([]);
    const items = [...readInterchangeSync(text)];
    expect(items.filter(({ type }) => type === 'issue')).toEqual([]);
    const back = items.flatMap((item) =>
      item.type === '837.claim' ? [`${item.kind} ${item.patientControlNumber}`] : [],
    );
    expect(back.sort()).toEqual(claims.map((one) => `${one.kind} ${one.patientControlNumber}`).sort());
  });
});

describe('samples/partners', () => {
  test.each(readdirSync('samples/partners'))('%s is a good profile', (file) => {
    expect(readPartnerFile(path.join('samples/partners', file)).id).toMatch(/^[a-z]/);
  });
});

describe('samples/rules', () => {
  const claims = JSON.parse(readFileSync('samples/claims/professional.json', 'utf8')) as ProfessionalClaimInput[];
  const [claim] = claims as [ProfessionalClaimInput];

  /** Pack, what breaks which of its rules, what keeps them all. */
  const CASES: Readonly<Record<string, readonly [breaks: object, rules: string[], keeps: object]>> = {
    'medi-cal.json': [
      { frequency: '7' },
      ['replacement-one-line', 'replaced-claim'],
      { frequency: '7', replaces: { payerClaimNumber: 'P1' }, charge: '125.00', lines: claim.lines.slice(0, 1) },
    ],
    'ngs-medicare-part-b.json': [
      { subscriber: { ...claim.subscriber, claimFiling: 'MB' } },
      ['member-number'],
      { subscriber: { ...claim.subscriber, claimFiling: 'MB', memberId: '1EG4TE5MK73' } },
    ],
    'stedi.json': [
      { lines: claim.lines.map((line) => ({ ...line, charge: '0', referring: { lastName: 'GREY' } })), charge: '0' },
      ['referring', 'charge'],
      { referring: { lastName: 'GREY' } },
    ],
  };

  test.each(readdirSync('samples/rules'))('%s is a good pack, and finds what breaks it', (file) => {
    const rulePacks = [readRulePack(path.join('samples/rules', file))];
    const [breaks, rules, keeps] = CASES[file] ?? [{}, ['a case of its own'], {}];
    const rulesBroken = (change: object) =>
      validateClaim({ ...claim, ...change }, { rulePacks, on: '2026-12-01' })
        .issues.filter(({ code }) => code === 'partner-rule')
        .map(({ rule }) => rule?.split(':')[1]);
    expect(rulesBroken(breaks)).toEqual(rules);
    expect(rulesBroken(keeps)).toEqual([]);
  });
});

describe('samples/answers', () => {
  test.each(readdirSync('samples/answers'))('%s is read without an error', (file) => {
    const items = [...readInterchangeSync(readFileSync(path.join('samples/answers', file)))];
    expect(items.filter((item) => item.type === 'issue' && item.severity === 'error')).toEqual([]);
    expect(items.at(-1)).toMatchObject({ type: 'summary', interchanges: 1 });
  });
});

describe('scripts', () => {
  test('read-835.ts prints claims and a payment that balances', () => {
    const lines = run('samples/read-835.ts').trim().split('\n');
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.at(-1)).toMatch(/^payment T\d+: [\d,.]+, balances$/);
    expect(lines.filter((line) => line.includes('does not balance'))).toEqual([]);
  });

  test('write-837.ts writes an interchange that reads back', () => {
    const text = run('samples/write-837.ts');
    expect(
      [...readInterchangeSync(text)]
        .filter(({ type }) => type === '837.claim' || type === 'issue')
        .map(({ type }) => type),
    ).toEqual(['837.claim']);
  });

  test('rewrite-835.ts changes the names of patients and nothing else', () => {
    const before = readFileSync('samples/answers/835.x12', 'utf8').split('\n');
    const after = run('samples/rewrite-835.ts').split('\n');
    expect(after.length).toBe(before.length);
    const changed = after.filter((line, at) => line !== before[at]);
    expect(changed.length).toBeGreaterThan(5);
    for (const line of changed) expect(line).toMatch(/^NM1\*QC\*1\*DOE\*{5}MI\*MEMBER\d+~$/);
  });
});

/** A sample as a page shows it: importing the package by its name. */
function shown(sample: string): string {
  return readFileSync(path.join('samples', sample), 'utf8').replace(
    /'\.\.\/src\/[a-z0-9-]+\.ts'; \/\/ from '(claimwire[a-z0-9/-]*)' in your project/,
    "'$1';",
  );
}

const pages = ['README.md', ...readdirSync('docs').map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
);
const samples = readdirSync('samples').filter((name) => name.endsWith('.ts'));

/** The code of a page, and what the page says it prints. */
const blocksOf = (page: string) =>
  [...readFileSync(page, 'utf8').matchAll(/```ts\n([\s\S]*?)```(?:\n\nIt prints\n\n```\n([\s\S]*?)```)?/g)].map(
    ([, code, prints]) => ({ code, prints, sample: samples.find((sample) => shown(sample) === code) }),
  );

test.each(pages)('code in %s is a sample, whole', (page) => {
  expect(blocksOf(page).filter(({ sample }) => sample === undefined)).toEqual([]);
});

test('docs/library.md names everything that the package exports', () => {
  const page = readFileSync('docs/library.md', 'utf8');
  const named = new Set([...page.matchAll(/`([A-Za-z0-9_]+)/g)].map(([, name]) => name));
  expect([...Object.keys(library), ...Object.keys(nodeX12)].filter((name) => !named.has(name))).toEqual([]);
});

const printing = pages.flatMap(blocksOf).filter(({ prints }) => prints !== undefined);

test.each(printing)('$sample prints what its page says', async ({ sample, prints }) => {
  expect(await printed(sample ?? '')).toBe(prints);
});

test('inspect.ts shows one claim payment and nobody', async () => {
  const lines = await printed('inspect.ts');
  expect(lines).toMatch(/CLP {2}patient control number AA9999 · status 1 \(Primary\) · charge 95\.00/);
  expect(lines).not.toMatch(/CW\d|LINDQVIST/);
});

/** What a sample without arguments prints, run in this process: a process of its own takes a second. */
async function printed(sample: string): Promise<string> {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => {
    lines.push(`${line}\n`);
  });
  try {
    await import(`../samples/${path.parse(sample).name}.ts`);
  } finally {
    log.mockRestore();
  }
  return lines.join('');
}
