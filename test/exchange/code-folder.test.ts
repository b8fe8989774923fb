import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { lookUp } from '../../src/codes/code-sets.ts';
import { type CodeImport, importCodes, listEditions, loadCodes, watchCodes } from '../../src/exchange/code-folder.ts';
import { Problem } from '../../src/problem.ts';
import { orderFile, packageFile } from '../codes/files.ts';
import { removeFolder, temporaryFolder } from '../services/folders.ts';

const top = temporaryFolder('codes');
afterAll(() => removeFolder(top));
const folder = path.join(top, 'lists');
beforeEach(() => rmSync(folder, { recursive: true, force: true }));

const AT = new Date('2026-11-20T08:00:00Z');
const fileOf = (name: string, text: string) => {
  const file = path.join(top, name);
  writeFileSync(file, text);
  return file;
};
const october = (year: number, ...codes: readonly string[]): CodeImport => ({
  kind: 'icd10cm',
  file: fileOf(`order-${year}.txt`, orderFile(...codes)),
  effective: `${year}-10-01`,
});
const problemOf = (act: () => unknown): Problem | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof Problem ? error : undefined;
  }
};
const known = (editions: ReturnType<typeof loadCodes>, code: string, service: string) =>
  lookUp('health_care_code_by_qualifier', code, { service, before: 'ABK' }, editions).known;

describe('importing', () => {
  test('keeps editions side by side, each with where it came from', () => {
    expect(importCodes(folder, october(2024, 'J06-', 'J069', 'R059'), AT).outcome).toBe('imported');
    expect(importCodes(folder, october(2025, 'J06-', 'J069'), AT).outcome).toBe('imported');
    importCodes(
      folder,
      {
        kind: 'ndc',
        file: fileOf('package.txt', packageFile('0002-1433-80')),
        effective: '2026-01-01',
        until: '2026-12-31',
      },
      AT,
    );
    expect(listEditions(folder)).toMatchObject([
      { kind: 'icd10cm', effective: '2025-10-01', count: 1, source: 'order-2025.txt', imported: AT.toISOString() },
      { kind: 'icd10cm', effective: '2024-10-01', count: 2, source: 'order-2024.txt' },
      { kind: 'ndc', effective: '2026-01-01', until: '2026-12-31', count: 1 },
    ]);
    const editions = loadCodes(folder);
    expect([known(editions, 'R059', '2025-09-30'), known(editions, 'R059', '2025-10-01')]).toEqual([
      'active',
      'inactive',
    ]);
    expect(known(editions, 'J06', '2026-01-02')).toBe('heading');
  });

  test('of the same file again writes nothing; of another for the same day takes its place', () => {
    importCodes(folder, october(2025, 'J069'), AT);
    const before = readFileSync(path.join(folder, 'icd10cm-2025-10-01.codes'));
    const again = importCodes(folder, october(2025, 'J069'), new Date('2026-11-21'));
    expect(again).toMatchObject({ outcome: 'known', header: { imported: AT.toISOString() } });
    expect(readFileSync(path.join(folder, 'icd10cm-2025-10-01.codes'))).toEqual(before);
    expect(importCodes(folder, october(2025, 'J069', 'J0690'), AT)).toMatchObject({
      outcome: 'replaced',
      header: { count: 2 },
    });
    expect(importCodes(folder, { ...october(2025, 'J069', 'J0690'), until: '2026-09-30' }, AT).outcome).toBe(
      'replaced',
    );
    expect(readdirSync(folder)).toEqual(['icd10cm-2025-10-01.codes']);
  });

  test.each<[string, CodeImport, RegExp]>([
    [
      'a line that is not of the layout',
      october(2026, 'J069', 'nocode'),
      /order-2026\.txt: line 2: found "nocode", expected a code/,
    ],
    ['a file that is not there', { ...october(2028), file: path.join(top, 'none.txt') }, /none\.txt: cannot be read$/],
    ['an empty file', october(2027), /line 1: found "the end of the file", expected a code$/],
  ])('%s is told, and leaves what was there', (_name, given, says) => {
    importCodes(folder, october(2025, 'J069'), AT);
    const problem = problemOf(() => importCodes(folder, given, AT));
    expect(problem).toMatchObject({ code: 'file-unreadable', message: expect.stringMatching(says) });
    expect(readdirSync(folder)).toEqual(['icd10cm-2025-10-01.codes']);
  });
});

describe('the folder', () => {
  test('that is not there holds no lists', () => {
    expect(listEditions(folder)).toEqual([]);
    expect(known(loadCodes(folder), 'Z999', '2026-01-02')).toBe('format-ok');
  });

  test('is looked at again: what is imported or removed meanwhile counts', () => {
    const codes = watchCodes(folder);
    expect(known(codes(), 'Z999', '2026-01-02')).toBe('format-ok');
    importCodes(folder, october(2025, 'J069'), AT);
    const first = codes();
    expect([known(first, 'Z999', '2026-01-02'), codes() === first]).toEqual(['unknown', true]);
    importCodes(folder, october(2025, 'J069', 'Z999'), AT);
    expect(known(codes(), 'Z999', '2026-01-02')).toBe('active');
    rmSync(folder, { recursive: true });
    expect(known(codes(), 'A000', '2026-01-02')).toBe('format-ok');
  });

  test('with a damaged file is refused by name; a draft that a killed process left is no list', () => {
    importCodes(folder, october(2025, 'J069', 'R059'), AT);
    const file = path.join(folder, 'icd10cm-2025-10-01.codes');
    writeFileSync(`${file}.1.new`, 'half');
    expect(listEditions(folder)).toHaveLength(1);
    const whole = readFileSync(file, 'utf8');
    const says = /icd10cm-2025-10-01\.codes: is no imported code list: remove it, and import the list again$/;
    writeFileSync(file, whole.slice(0, 40));
    expect(problemOf(() => loadCodes(folder))?.message).toMatch(says);
    writeFileSync(file, whole.replace('R059', ''));
    expect(problemOf(() => known(loadCodes(folder), 'J069', '2026-01-02'))?.message).toMatch(says);
    writeFileSync(file, whole.replace('2025-10-01', '2026-10-01'));
    expect(problemOf(() => listEditions(folder))?.message).toMatch(says);
  });
});
