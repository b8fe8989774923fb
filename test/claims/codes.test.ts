/** Claims and files held against imported code lists. */
import { describe, expect, test } from 'vitest';
import type { ProfessionalClaimInput } from '../../schemas/claim.ts';
import { checkInterchange } from '../../src/check-interchange.ts';
import { validateClaim } from '../../src/claims/validate.ts';
import { readCodeFile } from '../../src/codes/code-file.ts';
import { codeEdition, codeEditions, type EditionKind } from '../../src/codes/edition.ts';
import { inspectInterchange } from '../../src/inspect-interchange.ts';
import { readInterchangeSync } from '../../src/read-interchange.ts';
import { hcpcsLine, orderFile, packageFile, taxonomyFile } from '../codes/files.ts';
import { claim837p } from '../rules/sample.ts';
import { CLAIM } from './claim.ts';

const edition = (kind: EditionKind, effective: string, text: string) =>
  codeEdition({ kind, effective }, readCodeFile(kind, Buffer.from(text)).codes ?? new Map());
const codes = codeEditions([
  edition('icd10cm', '2024-10-01', orderFile('J06-', 'J069', 'R059', 'S72001A')),
  edition('icd10cm', '2025-10-01', orderFile('J06-', 'J069', 'R05-', 'R059', 'Z00-')),
  edition(
    'hcpcs',
    '2026-01-01',
    [hcpcsLine('G0008', { ended: '20261031' }), hcpcsLine('J1885'), hcpcsLine('LT')].join('\n'),
  ),
  edition('taxonomy', '2026-01-01', taxonomyFile('207Q00000X')),
  edition('ndc', '2026-01-01', packageFile('0002-1433-80')),
]);
const cpt = codeEditions([edition('cpt', '2026-01-01', 'code\n99213\n')]);

type Line = ProfessionalClaimInput['lines'][number];
const [first, second] = CLAIM.lines as [Line, Line];
const line = (code: string, more: object = {}) => ({ lines: [{ ...first, procedure: { code, ...more } }, second] });

/** What is changed of a plain claim; path, code, severity of what is found, and words of what was expected. */
const CASES: readonly (readonly [string, Partial<ProfessionalClaimInput>, string, string, string, string])[] = [
  [
    'a diagnosis that is in no list',
    { diagnoses: ['J06.9', 'Z99.9'] },
    '/diagnoses/1',
    'code-unknown',
    'error',
    'ICD-10-CM diagnoses as of 2025-10-01',
  ],
  [
    'a heading',
    { diagnoses: ['J06', 'R05.9'] },
    '/diagnoses/0',
    'code-incomplete',
    'error',
    'begins with J06, of the ICD-10-CM diagnoses as of 2025-10-01',
  ],
  [
    'a diagnosis that is no more',
    { diagnoses: ['S72.001A'] },
    '/diagnoses/0',
    'code-inactive',
    'error',
    'as of 2025-10-01: no more from 2025-10-01',
  ],
  [
    'a procedure that ended before',
    line('G0008'),
    '/lines/0/procedure/code',
    'code-inactive',
    'error',
    'in use from 2020-01-01, no more from 2026-11-01',
  ],
  [
    'a procedure that is in no list',
    line('G9999'),
    '/lines/0/procedure/code',
    'code-unknown',
    'error',
    'HCPCS procedures and modifiers as of 2026-01-01',
  ],
  [
    'a modifier that is in no list',
    line('J1885', { modifiers: ['LT', 'ZZ'] }),
    '/lines/0/procedure/modifiers',
    'code-unknown',
    'error',
    'HCPCS',
  ],
  [
    'a specialty that is in no list',
    { billingProvider: { ...CLAIM.billingProvider, taxonomy: '207R00000X' } },
    '/billingProvider/taxonomy',
    'code-unknown',
    'error',
    'NUCC',
  ],
  // The directory leaves out what payers still take.
  [
    'a drug that is in no list',
    {
      lines: [
        { ...first, procedure: { code: 'J1885' }, drug: { ndc: '00002143381', quantity: '1', unit: 'ML' } },
        second,
      ],
    },
    '/lines/0/drug/ndc',
    'code-unknown',
    'warning',
    'national drug codes as of 2026-01-01',
  ],
];

describe('a claim on its way out', () => {
  test.each(CASES)('%s', (_name, change, path, code, severity, expected) => {
    const { claim, issues } = validateClaim({ ...CLAIM, ...change }, { codes });
    expect(issues).toMatchObject([{ path, code, severity, snip: 5, expected: expect.stringContaining(expected) }]);
    expect(claim === undefined).toBe(severity === 'error');
    expect(issues[0]?.next).toMatch(code === 'code-incomplete' ? /longer code/ : /claimwire codes import/);
    expect(validateClaim({ ...CLAIM, ...change }).issues).toEqual([]);
  });

  test('of codes that the lists of its days have is without fault', () => {
    const served = { ...first, serviceDate: '2025-09-30' };
    expect(validateClaim({ ...CLAIM, ...line('J1885', { modifiers: ['LT', '25'] }) }, { codes }).issues).toEqual([]);
    expect(
      validateClaim(
        { ...CLAIM, diagnoses: ['S72.001A'], lines: [served, { ...second, serviceDate: '2025-09-30' }] },
        { codes },
      ).issues,
    ).toEqual([]);
  });

  test('has its CPT procedures looked up only where the list is imported', () => {
    expect(validateClaim(CLAIM, { codes }).issues).toEqual([]);
    expect(validateClaim(CLAIM, { codes: cpt }).issues).toMatchObject([
      { path: '/lines/1/procedure/code', found: '87880' },
    ]);
  });
});

test('a file that came in is warned of the same', async () => {
  const text = claim837p(['HI', 'HI*ABK:J06*ABF:Z999'], ['SV1*HC:99213', 'SV1*HC:G9999*125*UN*1***1']);
  const { issues } = await checkInterchange(text, { codes });
  expect(issues.map(({ rule, code, severity, element }) => [rule, code, severity, element])).toEqual([
    ['R118', 'code-incomplete', 'warning', 'HI01-02'],
    ['R118', 'code-unknown', 'warning', 'HI02-02'],
    ['R130', 'code-unknown', 'warning', 'SV101-02'],
  ]);
  expect((await checkInterchange(text)).issues).toEqual([]);
  const read = [...readInterchangeSync(text, { snip: 5, codes })].filter(({ type }) => type === 'issue');
  expect(read).toEqual(issues);
  const shown: unknown[] = [];
  for await (const _line of inspectInterchange(text, { codes, onIssue: (found) => shown.push(found) }));
  expect(shown).toEqual(issues);
});
