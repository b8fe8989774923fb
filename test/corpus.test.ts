/** Public files as the world writes them: those in test/fixtures, and many more where they are at hand. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkInterchange } from '../src/check-interchange.ts';
import { findGuide } from '../src/guides/index.ts';
import type { Issue } from '../src/issue.ts';
import { type Item, readInterchangeSync } from '../src/read-interchange.ts';
import { createWireReader } from '../src/x12/reader.ts';
import { COMMITTED, CORPUS, type CorpusFile, corpusFolder, hasIsa, isOurs } from './corpus.ts';
import { only } from './x12/wire.ts';

const read = (bytes: Uint8Array) => [...readInterchangeSync(bytes)];
const summaryOf = (items: readonly Item[]) => {
  const [summary] = only(items, 'summary');
  if (summary === undefined) throw new Error('a file was not read to its end');
  return summary;
};
const nameOf = ({ code, element, segmentId }: Issue) => `${code} ${element ?? segmentId}`;
const findings = (items: readonly Item[]) => [...new Set(only(items, 'issue').map(nameOf))];

type Counts = [groups: number, transactions: number, segments: number, claims: number, remits: number];

describe('public samples', () => {
  test.each<[string, Counts, string[]]>([
    ['277ca-accepted.x12', [1, 1, 27, 0, 0], []],
    ['835-provider-adjustment.x12', [1, 1, 33, 0, 2], []],
    ['835-secondary.x12', [1, 1, 43, 0, 2], []],
    ['835-denied.x12', [1, 2, 66, 0, 2], ['claim-balance CLP03']],
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

const ours = CORPUS.filter(isOurs);
const isRead = ({ transactions }: CorpusFile) =>
  transactions.every(({ st01, st03, gs08 }) =>
    [st03, gs08].some((one) => findGuide(one ?? '', '', st01) !== undefined),
  );

/** Files that are valid by every measure at hand and yet raise these errors, each with the reason. */
const EXPLAINED: readonly { path: string; errors: string[]; reason: string }[] = [
  {
    path: 'files/kputnam__stupidedi/spec__fixtures__005010__X222A1 HC837 Health Care Claim Professional__pass__COB-claim-from-billing-provider-to-payer-b.edi',
    errors: ['code-format N403'],
    reason: 'loop 2010AB holds a US postal code of four digits (R53)',
  },
  {
    path: 'files/Healthcare-Data-Insight__api-examples/edi_gen__response__837p-minimal.edi',
    errors: ['guide-rule SBR02'],
    reason: 'the claim stands under the subscriber, and SBR02 does not say that the subscriber is the patient (R32)',
  },
  {
    path: 'files/jdavisp3__TigerShark/tests__5010-835-example-1.txt',
    errors: ['code-inactive CAS02'],
    reason: 'adjustment reason 42 was withdrawn in 2007, four years before the payment (R180)',
  },
];

/** Files that the index takes for invalid by their name alone, though nothing is wrong with them. */
const VALID_AFTER_ALL: readonly { path: string; reason: string }[] = [
  {
    path: 'files/xlate__staedi/emb__ErrorEventsTest.java__L478__testNoExtraAnyElementInAK1.edi',
    reason: 'an element is missed there that only the schema of that test asks for',
  },
];

describe('the corpus', () => {
  test('the part in test/fixtures is what its index says, byte for byte', () => {
    for (const file of COMMITTED)
      expect(createHash('sha256').update(file.bytes()).digest('hex'), file.path).toBe(file.sha256);
    expect(COMMITTED.length).toBeGreaterThan(140);
  });

  test('every file is read to its end, compiled and interpreted alike', () => {
    for (const file of CORPUS) {
      summaryOf(read(file.bytes()));
      expect(wireText(file.bytes(), true) === wireText(file.bytes(), false), file.path).toBe(true);
    }
  });

  test('nothing is lost: files of our types hold what the index counts', () => {
    const files = ours.filter(hasIsa);
    for (const { path, bytes, ...entry } of files) {
      const { interchanges, groups, transactions, segments, claims, remits } = summaryOf(read(bytes()));
      const sets = entry.transactions.reduce((sum, { count }) => sum + count, 0);
      expect({ path, interchanges, groups, transactions, segments, claims, remits }).toEqual({
        path,
        interchanges: entry.interchanges,
        groups: entry.groups,
        transactions: sets,
        segments: entry.segments,
        claims: entry.claims,
        remits: entry.remits,
      });
    }
    expect(files.length).toBeGreaterThan(corpusFolder === undefined ? 140 : 350);
  });

  test('files that are valid by every measure at hand raise no error', async () => {
    const valid = ours.filter((file) => file.strict_valid_candidate && file.pyx12_run?.verdict === 'accepted');
    const faulty: { path: string; errors: string[] }[] = [];
    for (const file of valid) {
      const errors = await errorsOf(file);
      if (errors.length > 0) faulty.push({ path: file.path, errors });
    }
    const explained = EXPLAINED.filter(({ path }) => valid.some((file) => file.path === path));
    expect(faulty).toEqual(explained.map(({ path, errors }) => ({ path, errors })));
    expect(faulty.length).toBeLessThanOrEqual(valid.length * 0.05);
    expect(valid.length).toBeGreaterThan(corpusFolder === undefined ? 25 : 55);
  });

  test('files that are declared invalid raise an error', async () => {
    const invalid = ours.filter(
      ({ declared, path }) => declared === 'invalid' && !VALID_AFTER_ALL.some((file) => file.path === path),
    );
    for (const file of invalid.filter(isRead)) expect(await errorsOf(file), file.path).not.toEqual([]);
    expect(invalid.filter(isRead).length).toBeGreaterThan(corpusFolder === undefined ? 11 : 30);
  });

  test('of versions that no guide is declared for it is said that they were counted, not read', () => {
    for (const file of CORPUS.filter((one) => hasIsa(one) && !isRead(one)))
      expect(codesIn(read(file.bytes())), file.path).toContain('set-unknown');
  });
});

async function errorsOf(file: CorpusFile): Promise<string[]> {
  const { issues } = await checkInterchange(file.bytes());
  return [...new Set(issues.filter(({ severity }) => severity === 'error').map(nameOf))];
}

const codesIn = (items: readonly Item[]) => only(items, 'issue').map(({ code }) => code);

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
