import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { acknowledgmentCodes, formatIssue, ISSUE_CODES, type IssueCode, issue } from '../src/issue.ts';
import { NEXT_STEPS } from '../src/next-steps.ts';
import { raisedBy, SAMPLES } from './issue-samples.ts';

const page = readFileSync(new URL('../docs/issues.md', import.meta.url), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const codes = Object.keys(ISSUE_CODES) as IssueCode[];

describe('docs/issues.md', () => {
  test('explains every code, and no other', () => {
    expect(rows.map(([, code = '']) => code.replaceAll('`', '')).sort()).toEqual([...codes].sort());
  });

  test.each(codes)('tells SNIP type, severity and acknowledgment of %s', (code) => {
    const row = rows.find(([, cell]) => cell === `\`${code}\``) ?? [];
    const becomes = Object.entries(acknowledgmentCodes(code)).map(([key, value]) => `${key.toUpperCase()} ${value}`);
    const { snip, severity } = ISSUE_CODES[code];
    expect(row.slice(2, 5)).toEqual([String(snip), severity, becomes.join(' ') || '-']);
    expect(row[5]?.length).toBeGreaterThan(4);
    expect(row[6]).toBe(NEXT_STEPS[code]);
  });
});

describe('every code is raised by a sample', () => {
  test('that is listed', () => {
    expect(Object.keys(SAMPLES).sort()).toEqual([...codes].sort());
  });

  test.each(Object.keys(SAMPLES) as (keyof typeof SAMPLES)[])('%s', (code) => {
    const found = raisedBy(code).filter((one) => one.code === code);
    expect(found).not.toEqual([]);
    for (const one of found) expect(one).toMatchObject({ type: 'issue', snip: ISSUE_CODES[code].snip });
  });
});

describe('formatIssue', () => {
  test('gives one line: severity, place, message, found, expected, next', () => {
    const line = formatIssue(
      issue('element-code', {
        message: 'Claim: Facility Code',
        loop: '2300',
        element: 'CLM05-01',
        found: '1',
        expected: 'one of 11, 12',
        next: 'use a code of the list',
        origin: { file: 'a.x12', isa13: '000000001', st02: '0001', segment: 17 },
      }),
    );
    expect(line).toBe(
      'error element-code [a.x12, ISA13 000000001, ST02 0001, segment 17, loop 2300, CLM05-01] Claim: Facility Code: ' +
        'found "1"; expected one of 11, 12; use a code of the list',
    );
  });

  test('has no loose ends where facts are missing', () => {
    expect(formatIssue(issue('no-isa', { message: 'no ISA', expected: 'ISA' }))).toBe(
      'error no-isa [] no ISA: expected ISA',
    );
    expect(formatIssue(issue('truncated', { message: 'cut' }))).toBe('error truncated [] cut');
  });
});
