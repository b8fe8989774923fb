import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Code } from '../../src/codes/code-set.ts';
import { type LookedUp, lookUp } from '../../src/codes/code-sets.ts';
import { codeEdition, codeEditions, type EditionKind, editionOn } from '../../src/codes/edition.ts';

/** An edition of codes that are named; those that end in a hyphen are headings. */
const edition = (kind: EditionKind, effective: string, codes: readonly string[], until?: string) =>
  codeEdition(
    { kind, effective, until },
    new Map(
      codes.map((code): [string, Code] => [
        code.replace('-', ''),
        { label: '', ...(code.endsWith('-') ? { heading: true } : {}) },
      ]),
    ),
  );
const dated = (kind: EditionKind, effective: string, code: string, days: Omit<Code, 'label'>) =>
  codeEdition({ kind, effective }, new Map([[code, { label: '', ...days }]]));

const EDITIONS = codeEditions([
  edition('icd10cm', '2024-10-01', ['J069', 'J06-', 'R059', 'E110']),
  edition('icd10cm', '2025-10-01', ['J069', 'J06-', 'R051', 'R05-', 'F4A0']),
  edition('icd10cm', '2026-10-01', ['J069', 'G93A']),
  dated('hcpcs', '2026-01-01', 'G0008', { start: '2026-04-01', stop: '2026-07-01' }),
  edition('cpt', '2026-01-01', ['99213']),
  edition('taxonomy', '2026-01-01', ['207Q00000X'], '2026-06-30'),
  edition('ndc', '2026-01-01', ['00002143380']),
  edition('carc', '2026-06-01', ['45', '999']),
  dated('rarc', '2026-06-01', 'N130', { stop: '2026-07-01' }),
]);

/** set, qualifier, code, day: what is known, and as of when where a list decides. */
const CASES: readonly (readonly [string, string, string, string | undefined, LookedUp['known'], string])[] = [
  ['health_care_code_by_qualifier', 'ABK', 'R059', '2025-09-30', 'active', '2024-10-01'],
  ['health_care_code_by_qualifier', 'ABK', 'R059', '2025-10-01', 'inactive', '2025-10-01'],
  ['health_care_code_by_qualifier', 'ABK', 'G93A', '2026-09-30', 'inactive', '2025-10-01'],
  ['health_care_code_by_qualifier', 'ABK', 'G93A', '2026-10-01', 'active', '2026-10-01'],
  ['health_care_code_by_qualifier', 'ABF', 'J06', '2026-01-02', 'heading', '2025-10-01'],
  ['health_care_code_by_qualifier', 'ABF', 'Z999', '2026-01-02', 'unknown', '2025-10-01'],
  ['health_care_code_by_qualifier', 'ABF', 'Z99.9', '2026-01-02', 'format-bad', ''],
  // Before the first edition, and in lists that were not imported.
  ['health_care_code_by_qualifier', 'ABK', 'Z999', '2024-09-30', 'format-ok', ''],
  ['health_care_code_by_qualifier', 'BBR', '0DTJ4ZZ', '2026-01-02', 'format-ok', ''],
  // A stay over the change of editions.
  ['health_care_code_by_qualifier', 'ABK', 'R059', '2025-09-28/2025-10-03', 'active', '2024-10-01'],
  ['health_care_code_by_qualifier', 'ABK', 'R051', '2025-09-28/2025-10-03', 'active', '2025-10-01'],
  ['health_care_code_by_qualifier', 'ABK', 'Z999', '2025-09-28/2025-10-03', 'unknown', '2025-10-01'],
  // Of its first day no list is at hand.
  ['health_care_code_by_qualifier', 'ABK', 'Z999', '2024-09-28/2024-10-03', 'format-ok', ''],
  // On no day that is known any edition will do.
  ['health_care_code_by_qualifier', 'ABK', 'R059', undefined, 'active', '2024-10-01'],
  ['health_care_code_by_qualifier', 'ABK', 'Z999', undefined, 'unknown', '2026-10-01'],
  ['procedure_by_qualifier', 'HC', 'G0008', '2026-03-31', 'inactive', '2026-01-01'],
  ['procedure_by_qualifier', 'HC', 'G0008', '2026-06-30', 'active', '2026-01-01'],
  ['procedure_by_qualifier', 'HC', 'G0008', '2026-07-01', 'inactive', '2026-01-01'],
  ['procedure_by_qualifier', 'HC', 'G9999', '2026-06-30', 'unknown', '2026-01-01'],
  ['procedure_by_qualifier', 'HC', 'D0120', '2026-06-30', 'format-ok', ''],
  ['procedure_by_qualifier', 'HC', '99213', '2026-06-30', 'active', '2026-01-01'],
  ['procedure_by_qualifier', 'HC', '99999', '2026-06-30', 'unknown', '2026-01-01'],
  ['procedure_modifier', '', '25', '2026-06-30', 'format-ok', ''],
  ['procedure_modifier', '', 'P3', '2026-06-30', 'format-ok', ''],
  // From the residence to a hospital, from there to a diagnostic site.
  ['procedure_modifier', '', 'RH', '2026-06-30', 'format-ok', ''],
  ['procedure_modifier', '', 'HD', '2026-06-30', 'format-ok', ''],
  ['procedure_modifier', '', 'ZZ', '2026-06-30', 'unknown', '2026-01-01'],
  ['provider_taxonomy', '', '207R00000X', '2026-06-30', 'unknown', '2026-01-01'],
  ['provider_taxonomy', '', '207R00000X', '2026-07-01', 'format-ok', ''],
  ['ndc', 'N4', '00002143381', '2026-06-30', 'unknown', '2026-01-01'],
  // Reasons and remarks by the day of the payment; before the edition by the list that is kept here.
  ['CARC', '', '999', '2026-06-01', 'active', '2026-06-01'],
  ['CARC', '', '1', '2026-06-01', 'unknown', '2026-06-01'],
  ['CARC', '', '1', '2026-05-31', 'active', '2026-03-10'],
  ['RARC_or_form', 'HE', 'N130', '2026-07-01', 'inactive', '2026-06-01'],
];

describe('a code is looked up in the edition of its day', () => {
  test.each(CASES)('%s %s %s on %s: %s', (set, before, code, day, known, asOf) => {
    const found = lookUp(set, code, { service: day, payment: day, before }, EDITIONS);
    const list = 'set' in found && found.set.kind === 'list' ? found.set.asOf : '';
    expect({ known: found.known, asOf: list }).toEqual({ known, asOf });
  });

  test('one that other editions have is told with the day from which it is gone, or will be there', () => {
    const days = (code: string, service: string) =>
      lookUp('health_care_code_by_qualifier', code, { service, before: 'ABK' }, EDITIONS);
    expect(days('R059', '2026-01-02')).toMatchObject({ days: { stop: '2025-10-01' } });
    expect(days('E110', '2026-12-01')).toMatchObject({ days: { stop: '2025-10-01' } });
    expect(days('G93A', '2024-12-01')).toMatchObject({ days: { start: '2026-10-01' } });
  });

  test('a list is read when a code is first asked for, and once', () => {
    let reads = 0;
    const editions = codeEditions([
      codeEdition({ kind: 'icd10cm', effective: '2025-10-01' }, () => {
        reads++;
        return new Map([['J069', { label: '' }]]);
      }),
    ]);
    const ask = (code: string, before: string) =>
      lookUp('health_care_code_by_qualifier', code, { service: '2026-01-02', before }, editions).known;
    expect([ask('0DTJ4ZZ', 'BBR'), reads]).toEqual(['format-ok', 0]);
    expect([ask('J069', 'ABK'), ask('J068', 'ABK'), reads]).toEqual(['active', 'unknown', 1]);
  });
});

test('the edition of a day is the newest that has begun and has not ended', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((of) => `2026-01-${String(of).padStart(2, '0')}`);
  const span = fc.record({ effective: day, until: fc.option(day, { nil: undefined }) });
  fc.assert(
    fc.property(fc.uniqueArray(span, { selector: ({ effective }) => effective }), day, (spans, asked) => {
      const found = editionOn(
        codeEditions(spans.map(({ effective, until }) => edition('cpt', effective, [], until))),
        'cpt',
        asked,
      );
      const inForce = spans.filter(
        ({ effective, until }) => effective <= asked && (until === undefined || asked <= until),
      );
      expect(found?.effective).toBe(
        inForce
          .map(({ effective }) => effective)
          .sort()
          .at(-1),
      );
    }),
  );
});
