/** What users of other systems complain of, by number: each of claims out and of money back has a test named `need NN`. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at);
const NEEDS = [...from(21, 38), ...from(51, 58), ...from(70, 90)];

/** Numbers that the names of tests give, one or several: `need 70`, `needs 70, 71 and 72`. */
function named(): Set<number> {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const names = files.flatMap((file) => [
    ...readFileSync(path.join('test', file), 'utf8').matchAll(/\(\s*['"`]needs? (\d[\d, and]*)/g),
  ]);
  return new Set(names.flatMap(([, numbers = '']) => [...numbers.matchAll(/\d+/g)].map(([number]) => Number(number))));
}

test('each complaint has a test named after it', () => {
  const found = named();
  expect(NEEDS.filter((need) => !found.has(need))).toEqual([]);
});
