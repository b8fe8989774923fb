/** Many rows in one statement: `insert ... select from unnest(...)`. */
import { type RawBuilder, sql } from 'kysely';
import { arrayLiteral } from './types.ts';

/** The columns of a bulk insert in camel case, each with its PostgreSQL type. */
export type Columns = Readonly<
  Record<
    string,
    'uuid' | 'text' | 'bigint' | 'integer' | 'date' | 'timestamptz' | 'jsonb' | 'text[]' | 'bytea' | 'boolean'
  >
>;

/** One value for each column; an absent one is null. */
export type RowOf<C extends Columns> = { readonly [K in keyof C]?: unknown };

/** `unnest(...) as r(a, b, ordinality)`, one row per element, to select from. */
export function unnestRows<C extends Columns>(columns: C, rows: readonly RowOf<C>[]): RawBuilder<unknown> {
  const arrays = Object.entries(columns).map(([name, type]) => {
    const cells = rows.map((row) => encodeCell(type, row[name]));
    return sql`${cells}::${sql.raw(transport(type))}[]`;
  });
  return sql`unnest(${sql.join(arrays)}) with ordinality as r(${columnList(columns)}, ordinality)`;
}

/** `insert into table (...) select ... from unnest(...)` in the order of the rows; what follows (`on conflict`, `returning`) is the caller's. */
export function insertRows<C extends Columns>(
  table: string,
  columns: C,
  rows: readonly RowOf<C>[],
): RawBuilder<unknown> {
  const values = Object.entries(columns).map(([name, type]) =>
    type === 'text[]' ? sql`${sql.ref(name)}::text[]` : sql.ref(name),
  );
  return sql`insert into ${sql.table(table)} (${columnList(columns)})
    select ${sql.join(values)} from ${unnestRows(columns, rows)} order by r.ordinality`;
}

function columnList(columns: Columns): RawBuilder<unknown> {
  return sql.join(Object.keys(columns).map((name) => sql.ref(name)));
}

/** An array column cannot be unnested from an array of arrays: its literals travel as text. */
function transport(type: Columns[string]): string {
  return type === 'text[]' ? 'text' : type;
}

function encodeCell(type: Columns[string], value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (type === 'jsonb') return JSON.stringify(value);
  if (type === 'text[]') return arrayLiteral(value as readonly unknown[]);
  return value;
}

/** `any($1)`: one parameter however many values, where `in (...)` has one for each and a limit. */
export function anyOf(values: readonly string[], type: 'uuid' | 'text'): RawBuilder<string> {
  return sql<string>`any(${values}::${sql.raw(type)}[])`;
}
