import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import * as records from '../schemas/records.ts';
import { GUIDES } from '../src/guides/index.ts';
import { DEFAULT_DELIMITERS } from '../src/x12/delimiters.ts';
import { emitSet } from '../src/x12/emitter.ts';
import { createSegmentWriter } from '../src/x12/writer.ts';
import { generateValue } from './x12/generate-value.ts';
import { HOW, spoil } from './x12/spoil.ts';
import { isa, itemsOf } from './x12/wire.ts';

// Many runs on a busy machine take longer than the five seconds of a single test.
vi.setConfig({ testTimeout: 120_000 });

const RUNS = Number(process.env.FC_RUNS ?? 200);

/** The strict schema of each record by its type. */
const schemas = new Map(
  Object.values(records).flatMap((one) => {
    if (!(one instanceof z.ZodObject && 'type' in one.shape)) return [];
    const { type } = one.shape;
    const names: string[] = type instanceof z.ZodEnum ? type.options : [...type.values];
    return names.map((name) => [name, one.strict()] as const);
  }),
);

function fileOf(guide: (typeof GUIDES)[number], seed: number): string {
  const writer = createSegmentWriter(DEFAULT_DELIMITERS);
  writer.segment(['GS', guide.group, 'SENDER', 'RECEIVER', '20260102', '1530', '1', 'X', guide.id]);
  emitSet(guide, generateValue(guide, seed), { writer, delimiters: DEFAULT_DELIMITERS, st02: '0001' });
  writer.segment(['GE', '1', '1']);
  writer.segment(['IEA', '1', '000000001']);
  return isa() + writer.text();
}

describe.each(GUIDES.map((guide) => [`${guide.set} ${guide.id}`, guide] as const))('%s', (_name, guide) => {
  test('whatever is wrong with a file, its records keep their form and reading does not throw', () => {
    const faults = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...HOW)), { maxLength: 8 });
    fc.assert(
      fc.property(fc.integer(), faults, (seed, spoilt) => {
        const text = spoilt.reduce((file, [at, how]) => spoil(file, at, how), fileOf(guide, seed));
        const items = itemsOf(text);
        expect(items.at(-1)?.type).toBe('summary');
        for (const item of items) {
          if (item.type === 'issue') continue;
          expect(schemas.get(item.type)?.safeParse(item).error?.issues, item.type).toBeUndefined();
        }
      }),
      { numRuns: RUNS },
    );
  });
});
