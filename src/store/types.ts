/** How values travel between JavaScript and PostgreSQL: one set of rules for pg and for PGlite. */
import pg from 'pg';

type Parse = (text: string) => unknown;

const { builtins } = pg.types;

function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('a bigint of the database exceeds the safe integer range');
  return value;
}

function builtinParser(oid: number): Parse {
  return pg.types.getTypeParser(oid, 'text');
}

const OWN: Readonly<Record<number, Parse>> = {
  [builtins.INT8]: parseInt8,
  // A date stays the text it is: as a Date it would move with the time zone of the machine.
  [builtins.DATE]: (text) => text,
  // Arrays of the two (OIDs 1016 and 1182), read as pg reads int4[] and text[].
  1016: builtinParser(1007),
  1182: builtinParser(1009),
};

/** The scalar types in use, arrays of them included by way of their elements; the rest is text. */
const SCALARS = ['BOOL', 'BYTEA', 'INT8', 'INT2', 'INT4', 'FLOAT4', 'FLOAT8', 'NUMERIC', 'OID', 'JSON', 'JSONB', 'DATE', 'TIMESTAMP', 'TIMESTAMPTZ'] as const; // biome-ignore format: a list

/** The parsers of all types in use, for PGlite, which has others of its own. */
export function typeParsers(): Record<number, Parse> {
  return Object.fromEntries(SCALARS.map((name) => [builtins[name], typeParser(builtins[name])]));
}

/** The parser of a column type: int8 as number, date as `YYYY-MM-DD`, everything else as pg does. */
export function typeParser(oid: number): Parse {
  return OWN[oid] ?? builtinParser(oid);
}

/** A parameter as PostgreSQL takes it: text, bytes or null. Arrays become array literals, objects JSON. */
export function encodeParameter(value: unknown): string | Uint8Array | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return arrayLiteral(value);
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

/** An array literal: `{"a","b",NULL}`. */
export function arrayLiteral(values: readonly unknown[]): string {
  const items = values.map((value) => {
    const encoded = encodeParameter(value);
    if (encoded === null) return 'NULL';
    if (Array.isArray(value)) return encoded;
    const text = typeof encoded === 'string' ? encoded : `\\x${Buffer.from(encoded).toString('hex')}`;
    return `"${text.replace(/[\\"]/g, '\\$&')}"`;
  });
  return `{${items.join(',')}}`;
}
