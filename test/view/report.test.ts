/** Findings as a compiler would report them. */
import { describe, expect, test } from 'vitest';
import { type Issue, issue } from '../../src/issue.ts';
import { createReport } from '../../src/view/report.ts';

const summary = {
  type: 'summary',
  origin: {},
  interchanges: 1,
  groups: 1,
  transactions: 2,
  segments: 40,
  claims: 1,
  remits: 0,
  issues: 9,
} as const;

const code = (segment: number, found: string): Issue =>
  issue('element-code', {
    message: 'Claim: Facility Code',
    loop: '2300',
    element: 'CLM05-01',
    found,
    expected: 'one of 11, 12',
    origin: { isa13: '000000001', gs06: '1', st02: '0001', segment, offset: segment * 20 },
  });

function report(findings: readonly Issue[], options: { places?: number } = {}, counts: object = {}): string[] {
  const made = createReport({ file: 'a.x12', ...options });
  for (const found of findings) made.add(found);
  return made.lines({ ...summary, ...counts });
}

describe('a report', () => {
  test('puts findings of one kind together, errors first, and ends with the counts', () => {
    const warning = issue('set-unknown', { message: 'no guide', origin: { gs06: '1', offset: 3 } });
    const balance = issue('claim-balance', {
      message: 'does not add up',
      rule: 'R80',
      next: 'do this',
      loop: '2300',
      element: 'CLM02',
    });
    expect(report([warning, code(4, '1'), balance, code(9, '2')])).toEqual([
      'error element-code CLM05-01 in loop 2300: Claim: Facility Code',
      '  a.x12: ST 0001, segment 4: found "1"',
      '  a.x12: ST 0001, segment 9: found "2"',
      '    expected: one of 11, 12',
      '    next: Use a code of the list.',
      '',
      'error claim-balance [R80] CLM02 in loop 2300: does not add up',
      '  a.x12',
      '    next: Do this.',
      '',
      'warning set-unknown: no guide',
      '  a.x12: GS 1, byte 3',
      '    next: Nothing, when the set is none of the known ones; else check GS08 and ST03.',
      '',
      'a.x12: 3 errors, 1 warning in 2 sets, 40 segments, 1 claim',
    ]);
  });

  test('counts places it does not show', () => {
    const lines = report(
      Array.from({ length: 1000 }, (_, at) => code(at, '1')),
      { places: 2 },
    );
    expect(lines.filter((line) => line.includes('segment'))).toHaveLength(3);
    expect(lines).toContain('  and 998 more');
  });

  test('tells interchanges and groups apart where there are several', () => {
    expect(report([code(4, '1')], {}, { interchanges: 2, groups: 2 })[1]).toBe(
      '  a.x12: ISA 000000001, GS 1, ST 0001, segment 4: found "1"',
    );
  });

  test('says so when there is nothing', () => {
    expect(report([])).toEqual(['a.x12: no findings in 2 sets, 40 segments, 1 claim']);
  });
});
