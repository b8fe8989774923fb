/** Small integers to values, for what is looked up at every segment. */
/** Values by integer keys, none of them 0: open addressing, half of the places free. Far faster than a Map where it counts. */
export type IntTable<T> = { shift: number; used: number; keys: Int32Array; values: (T | undefined)[] };

const GOLDEN = 0x9e3779b1;

/** A table of entries; of equal keys the first counts. */
export function intTable<T>(entries: Iterable<readonly [number, T]> = []): IntTable<T> {
  const table: IntTable<T> = { shift: 28, used: 0, keys: new Int32Array(16), values: new Array(16).fill(undefined) };
  for (const [key, value] of entries) if (findIn(table, key) === undefined) putIn(table, key, value);
  return table;
}

/** The value under a key, if there is one. */
export function findIn<T>({ shift, keys, values }: IntTable<T>, key: number): T | undefined {
  for (let at = Math.imul(key, GOLDEN) >>> shift; ; at = (at + 1) & (keys.length - 1)) {
    if (keys[at] === key) return values[at];
    if (keys[at] === 0) return undefined;
  }
}

/** Adds a value under a key that is not there yet. */
export function putIn<T>(table: IntTable<T>, key: number, value: T): void {
  if (table.used * 2 >= table.keys.length) grow(table);
  const { shift, keys, values } = table;
  let at = Math.imul(key, GOLDEN) >>> shift;
  while (keys[at] !== 0) at = (at + 1) & (keys.length - 1);
  keys[at] = key;
  values[at] = value;
  table.used++;
}

function grow<T>(table: IntTable<T>): void {
  const { keys, values } = table;
  table.shift--;
  table.used = 0;
  table.keys = new Int32Array(keys.length * 2);
  table.values = new Array(keys.length * 2).fill(undefined);
  keys.forEach((key, at) => {
    const value = values[at];
    if (value !== undefined) putIn(table, key, value);
  });
}
