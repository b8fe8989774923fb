import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonPlaces } from '../../src/view/json-places.ts';

const TEXT = `[
  { "a": "}\\"[", "b\\"": { "c": [1,
    2, "x"], "d": null }, "e": {} },
  7,
  { "a": 1,
    "a": 2 }
]
`;

describe('jsonPlaces', () => {
  test.each<[path: (string | number)[], line: number, steps: number]>([
    [[], 1, 0],
    [[0], 2, 1],
    [[0, 'a'], 2, 2],
    [[0, 'b"', 'c', '0'], 2, 4],
    [[0, 'b"', 'c', '1'], 3, 4],
    [[0, 'b"', 'd'], 3, 3],
    [[0, 'b"', 'c', '9'], 2, 3],
    [[0, 'e', 'f', 'g'], 3, 2],
    [[1], 4, 1],
    [[1, 'a'], 4, 1],
    [[2, 'a'], 6, 2],
    [[3], 1, 0],
  ])('%j is on line %i', (path, line, steps) => {
    expect(jsonPlaces(TEXT)(path)).toEqual({ line, steps });
  });

  test('finds every member of any document on the line that names it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value, null, 1);
        const lines = text.split('\n');
        const placeOf = jsonPlaces(text);
        for (const { path, inner, inList } of membersOf(value)) {
          const { line, steps } = placeOf(path);
          expect(steps).toBe(path.length);
          const begins = JSON.stringify(inner, null, 1).split('\n')[0] ?? '';
          const named = inList ? begins : `${JSON.stringify(path.at(-1))}: ${begins}`;
          expect(lines[line - 1]?.trim().replace(/,$/, '')).toBe(named.replace(/,$/, ''));
          expect(/^ */.exec(lines[line - 1] ?? '')?.[0].length).toBe(path.length);
        }
      }),
    );
  });
});

type Member = { path: string[]; inner: unknown; inList: boolean };

function membersOf(value: unknown, above: readonly string[] = []): Member[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const path = [...above, name];
    return [{ path, inner, inList: Array.isArray(value) }, ...membersOf(inner, path)];
  });
}
