/** Lists cut and grouped. */

/** Members of one key together, in the order in which the keys first come; no group is empty. */
export function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of list) {
    const key = keyOf(one);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [one]);
    else known.push(one);
  }
  return [...groups.values()];
}

/** The list in pieces of at most `size`. */
export function chunksOf<T>(list: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let at = 0; at < list.length; at += size) chunks.push(list.slice(at, at + size));
  return chunks;
}

/** Neighbours of one key together, in their order; no run is empty. */
export function runsOf<T>(list: readonly T[], keyOf: (one: T) => unknown): [T, ...T[]][] {
  const runs: [T, ...T[]][] = [];
  for (const one of list) {
    const last = runs.at(-1);
    if (last !== undefined && keyOf(last[0]) === keyOf(one)) last.push(one);
    else runs.push([one]);
  }
  return runs;
}
