import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clean, cleaner } from '../src/clean.ts';

const FIELDS = ['type', 'a', '__proto', 'b-c', 'd', 'e', 'f', 'g'] as const;

test('a cleaner does what clean does, however many forms it meets', () => {
  const one = cleaner<Record<string, unknown>>();
  const values = fc.tuple(...FIELDS.map(() => fc.constantFrom(undefined, 0, '', null, false, 'text')));
  fc.assert(
    fc.property(values, (given) => {
      const value = Object.fromEntries(FIELDS.map((field, at) => [field, given[at]]));
      expect(Object.entries(one(value))).toEqual(Object.entries(clean(value)));
    }),
    { numRuns: 1000 },
  );
});

test('more fields than an integer has bits', () => {
  const wide = cleaner<Record<string, unknown>>();
  const value = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`f${at}`, at % 3 === 0 ? undefined : at]));
  for (let times = 0; times < 100; times++) expect(wide(value)).toEqual(clean(value));
  expect(Object.keys(wide(value))).toHaveLength(26);
});
