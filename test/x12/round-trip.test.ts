import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { findGuide, GUIDES } from '../../src/guides/index.ts';
import { type Issue, issue } from '../../src/issue.ts';
import { DEFAULT_DELIMITERS } from '../../src/x12/delimiters.ts';
import { emitSet } from '../../src/x12/emitter.ts';
import type { Guide } from '../../src/x12/grammar.ts';
import { createWireReader } from '../../src/x12/reader.ts';
import { createSegmentWriter } from '../../src/x12/writer.ts';
import { generateValue } from './generate-value.ts';
import { HOW, spoil } from './spoil.ts';
import { isa } from './wire.ts';

// Many runs on a busy machine take longer than the five seconds of a single test.
vi.setConfig({ testTimeout: 120_000 });

const RUNS = Number(process.env.FC_RUNS ?? 1000);
const seeds = fc.integer();

function write(guide: Guide, value: object, lineBreak = ''): { text: string; issues: Issue[] } {
  const writer = createSegmentWriter(DEFAULT_DELIMITERS, lineBreak);
  writer.segment(['GS', guide.group, 'SENDER', 'RECEIVER', '20260102', '1530', '1', 'X', guide.id]);
  const issues = emitSet(guide, value, { writer, delimiters: DEFAULT_DELIMITERS, st02: '0001' });
  writer.segment(['GE', '1', '1']);
  writer.segment(['IEA', '1', '000000001']);
  return { text: isa() + writer.text(), issues };
}

function read(text: string, chunk: number, plain = false) {
  const reader = createWireReader({ findGuide, keepRecords: true, plain });
  const bytes = Buffer.from(text);
  const items = [];
  for (let at = 0; at < bytes.length; at += chunk) items.push(...reader.push(bytes.subarray(at, at + chunk)));
  items.push(...reader.end());
  return {
    values: items.flatMap((item) => (item.kind === 'set-end' ? [item.value] : [])),
    issues: items.flatMap((item) => (item.kind === 'issue' ? [item.issue] : [])),
    records: items.flatMap((item) => (item.kind === 'record' ? [item.record.value] : [])),
  };
}

describe.each(GUIDES.map((guide) => [`${guide.set} ${guide.id}`, guide] as const))('%s', (_name, guide) => {
  test('what is emitted is read back as the same value, without an issue', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const value = generateValue(guide, seed);
        const written = write(guide, value);
        expect(written.issues).toEqual([]);
        const found = read(written.text, 64 * 1024);
        expect(found.issues).toEqual([]);
        expect(found.values).toEqual([value]);
      }),
      { numRuns: RUNS },
    );
  });

  test('in chunks, with line breaks, compiled or interpreted: the same', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 200 }), (seed, chunk) => {
        const value = generateValue(guide, seed);
        const { text } = write(guide, value, '\r\n');
        const [fast, plain] = [read(text, chunk), read(text, chunk, true)];
        expect(fast).toEqual(plain);
        expect(fast.issues).toEqual([]);
        expect(fast.values).toEqual([value]);
      }),
      { numRuns: Math.ceil(RUNS / 20) },
    );
  });

  test('what was read is emitted byte for byte', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { text } = write(guide, generateValue(guide, seed));
        expect(write(guide, read(text, 1000).values[0] ?? {}).text).toBe(text);
      }),
      { numRuns: Math.ceil(RUNS / 20) },
    );
  });

  test('one segment spoilt anywhere: compiled and interpreted readers find the same, and the rest is read', () => {
    fc.assert(
      fc.property(seeds, fc.nat(), fc.constantFrom(...HOW), (seed, at, how) => {
        const { text } = write(guide, generateValue(guide, seed));
        const spoilt = spoil(text, at, how);
        const [fast, plain] = [read(spoilt, 5000), read(spoilt, 5000, true)];
        expect(fast).toEqual(plain);
        for (const found of fast.issues) expect(found).toMatchObject(issue(found.code, found));
        expect(fast.values).toHaveLength(1);
      }),
      { numRuns: Math.ceil(RUNS / 5) },
    );
  });
});
