import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import * as records from '../schemas/records.ts';
import { GUIDES } from '../src/guides/index.ts';
import { readInterchangeSync } from '../src/read-interchange.ts';
import { generateFile } from './x12/generate-file.ts';
import { HOW, spoil } from './x12/spoil.ts';

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

describe.each(GUIDES.map((guide) => [`${guide.set} ${guide.id}`, guide] as const))('%s', (_name, guide) => {
  test('whatever is wrong with a file, its records keep their form and neither reading nor checking throws', () => {
    const faults = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...HOW)), { maxLength: 8 });
    fc.assert(
      fc.property(fc.integer(), faults, (seed, spoilt) => {
        const text = spoilt.reduce((file, [at, how]) => spoil(file, at, how), generateFile(guide, seed));
        // Every rule, or none but those of balance.
        const items = [...readInterchangeSync(text, seed % 2 === 0 ? { snip: 7 } : {})];
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
