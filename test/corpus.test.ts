/** Public files as the world writes them: a small set that lies in test/fixtures/x12, and a large one where it is at hand. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findGuide } from '../src/guides/index.ts';
import { type Item, readInterchangeSync } from '../src/read-interchange.ts';
import { createWireReader } from '../src/x12/reader.ts';
import { folderBeside } from './outside.ts';
import { only } from './x12/wire.ts';

const read = (bytes: Uint8Array) => [...readInterchangeSync(bytes)];
const summaryOf = (items: readonly Item[]) => {
  const [summary] = only(items, 'summary');
  if (summary === undefined) throw new Error('a file was not read to its end');
  return summary;
};
const findings = (items: readonly Item[]) => [
  ...new Set(only(items, 'issue').map(({ code, element, segmentId }) => `${code} ${element ?? segmentId}`)),
];

type Counts = [groups: number, transactions: number, segments: number, claims: number, remits: number];

describe('public samples', () => {
  test.each<[string, Counts, string[]]>([
    ['277ca-accepted.x12', [1, 1, 27, 0, 0], []],
    ['835-provider-adjustment.x12', [1, 1, 33, 0, 2], []],
    ['835-secondary.x12', [1, 1, 43, 0, 2], []],
    ['835-denied.x12', [1, 2, 66, 0, 2], ['claim-balance CLP03', 'guide-rule BPR02']],
    ['837p-ambulance.x12', [1, 1, 56, 1, 0], []],
    ['837p-dependent.x12', [1, 1, 46, 1, 0], []],
    ['837p-two-payers.x12', [1, 1, 66, 1, 0], []],
    ['999-errors.x12', [1, 1, 12, 0, 0], ['element-too-long IK303', 'set-segment-count SE01']],
    ['999-rejected.x12', [1, 1, 20, 0, 0], ['element-number CTX06-01', 'element-not-used CTX06-02']],
  ])('%s', (file, counts, issues) => {
    const items = read(readFileSync(new URL(`fixtures/x12/${file}`, import.meta.url)));
    const { groups, transactions, segments, claims, remits } = summaryOf(items);
    expect([groups, transactions, segments, claims, remits]).toEqual(counts);
    expect(findings(items)).toEqual(issues);
  });

  test('a file full of faults is read to its end, with all of its claims', () => {
    const items = read(readFileSync(new URL('fixtures/x12/837p-groups.x12', import.meta.url)));
    expect(summaryOf(items)).toMatchObject({ groups: 3, transactions: 3, claims: 6 });
    expect(findings(items)).toContain('group-duplicate GS06');
  });

  test('an acknowledgment with levels of another guide is read to its end', () => {
    const items = read(readFileSync(new URL('fixtures/x12/277ca-odd-levels.x12', import.meta.url)));
    expect(summaryOf(items)).toMatchObject({ transactions: 1, segments: 26 });
    expect(findings(items)).toContain('segment-unexpected HL');
  });
});

type Entry = {
  path: string;
  transactions: { st01: string; gs08?: string | null; st03?: string | null; count: number }[];
  interchanges: number;
  groups: number;
  segments: number;
  claims: number;
  remits: number;
  features: string[];
  strict_valid_candidate: boolean;
  pyx12_run?: { verdict?: string } | null;
};

const folder = folderBeside('corpus');
const entries: Entry[] = folder === undefined ? [] : JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8'));
const fileOf = (entry: Entry) => readFileSync(path.join(folder ?? '', entry.path));
const isKnown = ({ transactions, features }: Entry) =>
  transactions.length > 0 &&
  !features.includes('no-ISA') &&
  transactions.every(({ st01, st03, gs08 }) =>
    [st03, gs08].some((one) => findGuide(one ?? '', '', st01) !== undefined),
  );

describe('the corpus', () => {
  test('every file is read to its end, compiled and interpreted alike', () => {
    for (const entry of entries) {
      summaryOf(read(fileOf(entry)));
      expect(wireText(fileOf(entry), true) === wireText(fileOf(entry), false), entry.path).toBe(true);
    }
  }, 120_000);

  test('files of known guides: nothing is lost', () => {
    for (const entry of entries.filter(isKnown)) {
      const { interchanges, groups, transactions, segments, claims, remits } = summaryOf(read(fileOf(entry)));
      const sets = entry.transactions.reduce((sum, { count }) => sum + count, 0);
      expect({ path: entry.path, interchanges, groups, transactions, segments, claims, remits }).toEqual({
        path: entry.path,
        interchanges: entry.interchanges,
        groups: entry.groups,
        transactions: sets,
        segments: entry.segments,
        claims: entry.claims,
        remits: entry.remits,
      });
    }
    if (folder !== undefined) expect(entries.filter(isKnown).length).toBeGreaterThan(200);
  });

  test('files that are valid by every measure at hand raise no error', () => {
    const valid = entries.filter(
      (entry) => isKnown(entry) && entry.strict_valid_candidate && entry.pyx12_run?.verdict === 'accepted',
    );
    const errors = valid.flatMap((entry) =>
      only(read(fileOf(entry)), 'issue').flatMap((found) =>
        found.severity === 'error' ? [`${entry.path}: ${found.code} ${found.element ?? found.segmentId}`] : [],
      ),
    );
    expect(errors).toEqual([]);
    if (folder !== undefined) expect(valid.length).toBeGreaterThan(50);
  });
});

/** What the wire reader makes of a file, as text with keys in order; declarations left out. */
function wireText(bytes: Uint8Array, plain: boolean): string {
  const reader = createWireReader({ findGuide, keepRecords: true, plain });
  const items = [...reader.push(bytes), ...reader.end()];
  return JSON.stringify(items, (key, value: unknown) => {
    if (key === 'guide' || (key === 'loop' && typeof value === 'object')) return undefined;
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}
