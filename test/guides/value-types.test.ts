import { expect, test } from 'vitest';
import { generateValueTypes } from '../../scripts/value-types.ts';

test('the generated value types are those of the declarations (npx tsx scripts/value-types.ts writes them)', () => {
  expect(generateValueTypes(true)).toEqual([]);
});
