import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { sparse } from '../../schemas/sparse.ts';

const shapeOf = () =>
  z
    .strictObject({
      name: z.string(),
      count: z.int().default(1),
      list: z.array(z.string()).default([]),
      note: z.string().max(3).optional(),
      place: z.strictObject({ city: z.string(), zip: z.string().optional() }).optional(),
      flag: z.boolean().default(false).optional(),
      date: z.iso.date().optional(),
      either: z.union([z.string(), z.number()]).optional(),
    })
    .refine(({ name, note }) => name !== note, { error: 'not the same', path: ['note'] });

const value = fc.oneof(
  fc.constantFrom(undefined, null, 1, true, 'a', 'long', '2026-01-31', []),
  fc.constant({ city: 'X' }),
);
const object = fc.dictionary(
  fc.constantFrom('name', 'count', 'list', 'note', 'place', 'flag', 'date', 'either', 'other'),
  value,
  {
    noNullPrototype: true,
  },
);
const named = object.map((one) => ({ name: 'a', ...one }));

test('a sparse schema takes and refuses what the whole one does, in the same words, and gives the same', () => {
  const [whole, part] = [shapeOf(), sparse(shapeOf())];
  fc.assert(
    fc.property(fc.oneof(object, named, fc.constantFrom(null, 1, 'text', [])), (json) => {
      const [expected, found] = [whole.safeParse(json), part.safeParse(json)];
      expect(found.data).toStrictEqual(expected.data);
      expect(found.error?.issues).toEqual(expected.error?.issues);
      if (expected.success) expect(Object.keys(found.data ?? {})).toEqual(Object.keys(expected.data));
    }),
    { numRuns: 2000 },
  );
});
