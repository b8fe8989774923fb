import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCodeFile } from '../../src/codes/code-file.ts';
import { type Code, formatTable, parseTable } from '../../src/codes/code-set.ts';
import { csvRows } from '../../src/codes/csv.ts';
import type { EditionKind } from '../../src/codes/edition.ts';
import { hcpcsLine, orderFile, orderLine, packageFile, taxonomyFile } from './files.ts';

const read = (kind: EditionKind, text: string) => readCodeFile(kind, Buffer.from(text));
/** Each code with its facts, in the order of the file. */
const codesOf = (kind: EditionKind, text: string) =>
  Object.fromEntries([...(read(kind, text).codes ?? [])].map(([code, { label: _label, ...facts }]) => [code, facts]));

describe('a file of its owner', () => {
  test('ICD-10-CM: headings are told from codes', () => {
    expect(codesOf('icd10cm', orderFile('J06-', 'J069', 'S72001A', 'I10', 'C4A-'))).toEqual({
      J06: { heading: true },
      J069: {},
      S72001A: {},
      I10: {},
      C4A: { heading: true },
    });
  });

  test('ICD-10-PCS: seven characters below headings of three', () => {
    expect(codesOf('icd10pcs', orderFile('0DT-', '0DTJ4ZZ'))).toEqual({ '0DT': { heading: true }, '0DTJ4ZZ': {} });
  });

  test.each<[string, string, object]>([
    ['a procedure', hcpcsLine('G0008', { added: '19981001' }), { G0008: { start: '1998-10-01' } }],
    [
      'one that ended, on its last day',
      hcpcsLine('A0021', { ended: '20251231' }),
      { A0021: { start: '2020-01-01', stop: '2026-01-01' } },
    ],
    [
      'one that was taken up again after it had ended',
      hcpcsLine('A0021', { ended: '20241231', acted: '20260101', action: 'R' }),
      { A0021: { start: '2020-01-01' } },
    ],
    ['a modifier', hcpcsLine('LT'), { LT: { start: '2020-01-01' } }],
    ['a day that is not told', hcpcsLine('LT', { added: '' }), { LT: {} }],
    [
      'further lines of a description',
      [
        hcpcsLine('G0008'),
        hcpcsLine('G0008', { record: '4', added: '' }),
        hcpcsLine('LT', { record: '8', added: '' }),
        '\u001a',
      ].join('\n'),
      { G0008: { start: '2020-01-01' } },
    ],
  ])('HCPCS: %s', (_name, text, codes) => {
    expect(codesOf('hcpcs', text)).toEqual(codes);
  });

  test('NUCC: cells with commas, quotes and ends of lines', () => {
    expect(codesOf('taxonomy', taxonomyFile('207Q00000X', '101YA0400X'))).toEqual({
      '207Q00000X': {},
      '101YA0400X': {},
    });
  });

  test('FDA: ten digits in three ways become eleven', () => {
    const text = packageFile('0002-1433-80', '12345-678-90', '54321-9876-1', '0002-1433-80');
    expect(Object.keys(codesOf('ndc', text))).toEqual(['00002143380', '12345067890', '54321987601']);
  });

  test.each<[EditionKind, string, object]>([
    ['cpt', 'code,description\n99213,ours\n0001F,\n', { 99213: {}, '0001F': {} }],
    ['carc', 'Start,Code\n1995-01-01,1\n01/31/2026,A1\n', { 1: { start: '1995-01-01' }, A1: { start: '2026-01-31' } }],
    ['rarc', 'code,stop\nN130,\nMA03,20210101\n', { N130: {}, MA03: { stop: '2021-01-01' } }],
  ])("%s: a table of one's own, its columns in any order", (kind, text, codes) => {
    expect(codesOf(kind, text)).toEqual(codes);
  });

  test('in Latin 1, by the columns of its bytes', () => {
    const text = hcpcsLine('G0008').replace('words of our own', 'w\u00f6rds of our own');
    expect(readCodeFile('hcpcs', Buffer.from(text, 'latin1')).codes?.get('G0008')).toMatchObject({
      start: '2020-01-01',
    });
  });
});

const FAULTS: readonly (readonly [string, EditionKind, string, { line: number; found: string; expected: string }])[] = [
  ['another list of CMS', 'icd10cm', 'A000    words', { line: 1, found: 'A000', expected: 'order number' }],
  [
    'a code with a point',
    'icd10cm',
    orderFile('J06-') + orderLine(2, 'J06.9', true),
    { line: 2, found: 'J06.9', expected: '7 to 13' },
  ],
  [
    'a procedure among diagnoses',
    'icd10cm',
    orderFile('J069', '0DTJ4ZZ'),
    { line: 2, found: '0DTJ4ZZ', expected: '7 to 13' },
  ],
  [
    'a flag that is none',
    'icd10cm',
    orderFile('J069').replace(' 1 ', ' X '),
    { line: 1, found: 'X', expected: 'column 15' },
  ],
  [
    'one code in two ways',
    'icd10cm',
    orderFile('J069', 'J069-'),
    { line: 2, found: 'J069', expected: 'each code once' },
  ],
  [
    'a kind of record that is none',
    'hcpcs',
    hcpcsLine('G0008', { record: '5' }),
    { line: 1, found: '5', expected: 'column 11' },
  ],
  ['a line that is cut', 'hcpcs', hcpcsLine('G0008').slice(0, 280), { line: 1, found: '280 columns', expected: '293' }],
  ['a procedure that is none', 'hcpcs', hcpcsLine('GG008'), { line: 1, found: 'GG008', expected: 'procedure' }],
  [
    'a day that does not exist',
    'hcpcs',
    hcpcsLine('G0008', { added: '20260230' }),
    { line: 1, found: '20260230', expected: '269 to 276' },
  ],
  [
    'a last day that does not exist',
    'hcpcs',
    hcpcsLine('G0008', { ended: '2026' }),
    { line: 1, found: '2026', expected: '285 to 292' },
  ],
  ['no column of codes', 'cpt', '99213,ours\n', { line: 1, found: '99213,ours', expected: 'named code' }],
  ['a code of another list', 'cpt', 'code\n99213\nJ1234\n', { line: 3, found: 'J1234', expected: 'five characters' }],
  ['a date in words', 'carc', 'code,stop\n1,never\n', { line: 2, found: 'never', expected: 'a day as stop' }],
  [
    'a quote that stays open',
    'taxonomy',
    'Code,Name\n207Q00000X,"ours\n',
    { line: 2, found: 'a quote', expected: 'quotes' },
  ],
  [
    'a row after one of two lines',
    'taxonomy',
    `${taxonomyFile('207Q00000X')}\nnone,`,
    { line: 4, found: 'none', expected: 'ten characters' },
  ],
  [
    'the products of the FDA',
    'ndc',
    'PRODUCTID\tPRODUCTNDC\n',
    { line: 1, found: 'PRODUCTID', expected: 'NDCPACKAGECODE' },
  ],
  [
    'a product in place of a package',
    'ndc',
    packageFile('0002-1433-80', '0002-1433'),
    { line: 3, found: '0002-1433', expected: 'three numbers' },
  ],
  ['nothing', 'icd10cm', '', { line: 1, found: 'the end', expected: 'a code' }],
  ['a heading line and nothing else', 'cpt', 'code\n', { line: 1, found: 'the end', expected: 'a code' }],
  ['a zip archive', 'icd10cm', 'PK\u0003\u0004', { line: 1, found: 'a zip archive', expected: 'packed in it' }],
];

describe('a file that is not as it should be', () => {
  test.each(FAULTS)(
    '%s: says the line, what was found and what was expected',
    (_name, kind, text, { line, found, expected }) => {
      const { codes, fault } = read(kind, text);
      expect(codes).toBeUndefined();
      expect(fault?.line).toBe(line);
      expect(fault?.found).toContain(found);
      expect(fault?.expected).toContain(expected);
    },
  );

  test('of any bytes gives codes or a fault, and never throws', () => {
    const kinds = fc.constantFrom<EditionKind[]>(
      'icd10cm',
      'icd10pcs',
      'hcpcs',
      'cpt',
      'taxonomy',
      'ndc',
      'carc',
      'rarc',
    );
    fc.assert(
      fc.property(
        kinds,
        fc.oneof(
          fc.uint8Array(),
          fc.string().map((text) => Buffer.from(`code\n${text}`)),
        ),
        (kind, bytes) => {
          const { codes, fault } = readCodeFile(kind, bytes);
          expect((codes?.size ?? 0) > 0).toBe(fault === undefined);
          expect(fault?.found.length ?? 0).toBeLessThanOrEqual(40);
        },
      ),
    );
  });
});

test('rows of cells are read as they were written', () => {
  const row = fc.array(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ') }), {
    minLength: 1,
    maxLength: 4,
  });
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const text = rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
      const filled = rows.filter((cells) => cells.some((cell) => cell !== ''));
      expect([...csvRows(text)].map(({ cells }) => cells)).toEqual(filled);
    }),
  );
});

test('codes of a table are read as they were written', () => {
  const day = fc.constantFrom(undefined, '2020-01-01', '2026-10-01');
  const code: fc.Arbitrary<Code> = fc
    .record({
      start: day,
      stop: day,
      heading: fc.constantFrom(undefined, true),
      groups: fc.constantFrom(undefined, ['CO', 'PR']),
    })
    .map((facts) => ({
      label: '',
      ...Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined)),
    }));
  const name = fc.string({ unit: fc.constantFrom(...'AB09'), minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(fc.array(fc.tuple(name, code), { minLength: 1 }), (entries) => {
      const codes = new Map(entries);
      expect([...parseTable(formatTable(codes))]).toEqual([...codes]);
    }),
  );
});
