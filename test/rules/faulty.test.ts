/** Rules over values of which any part may be missing: none throws, and what is found stands at a segment or loop that is there. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateClaim } from '../../src/claims/validate.ts';
import { writeClaims } from '../../src/claims/write-claims.ts';
import { guide837d, guide837i, guide837p } from '../../src/guides/index.ts';
import { checkSet } from '../../src/rules/checker.ts';
import type { Guide } from '../../src/x12/grammar.ts';
import { ENVELOPE } from '../claims/envelope.ts';
import { generateValue } from '../x12/generate-value.ts';
import { brokenIn } from './sample.ts';

/** Takes parts out of a value: every `step`th key or list member met, counted from `first`. */
function thin(value: unknown, step: number, counter: { next: number }): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const keep = () => counter.next++ % step !== 0;
  if (Array.isArray(value)) return value.filter(keep).map((one) => thin(one, step, counter));
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (keep() ? [[key, thin(one, step, counter)]] : [])),
  );
}

describe.each([guide837p, guide837i, guide837d].map((guide: Guide) => [guide.id, guide] as const))(
  '%s',
  (_id, guide) => {
    test('rules hold out against values with parts missing', () => {
      fc.assert(
        fc.property(fc.nat(), fc.integer({ min: 2, max: 40 }), fc.nat(40), (seed, step, first) => {
          const value = thin(generateValue(guide, seed), step, { next: first }) as object;
          for (const found of checkSet(guide, value, { upTo: 7, origin: {} })) expect(found.rule).toMatch(/^R\d+$/);
        }),
        { numRuns: 60 },
      );
    });
  },
);

test('the claims of the samples break no rule when they are written', () => {
  for (const name of ['demo', 'professional']) {
    const file = new URL(`../../samples/claims/${name}.json`, import.meta.url);
    for (const given of JSON.parse(readFileSync(file, 'utf8')) as unknown[]) {
      const { claim } = validateClaim(given);
      if (claim !== undefined) expect(brokenIn(writeClaims([claim], ENVELOPE).text)).toEqual([]);
    }
  }
});
