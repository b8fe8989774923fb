/** Statements about an object, as other libraries' tests write them: `claims[0].charge == 90`, `len(claims) == 3`. */
import { type Cents, parseCents } from '../../src/money.ts';

/** Money in an object that facts are held against: compared as an amount, however the fact writes it. */
export type Money = { cents: Cents };

/** What the fact compares with. */
type Literal = string | number | boolean | null | readonly string[];

/** Whether a statement holds of an object; undefined when it is of another form or names what the object does not have. */
export function holdsOf(
  object: unknown,
  text: string,
  names: Readonly<Record<string, string>> = {},
): boolean | undefined {
  const length = /^len\((.+)\) == (\d+)$/.exec(text);
  if (length !== null) return compare(read(object, `${length[1]}.length`), Number(length[2]));
  const [, path, verb, written] = /^(\S.*?) (==|is|contains|~) (.+)$/.exec(text) ?? [];
  if (path === undefined || written === undefined) return undefined;
  const value = read(object, path);
  if (verb === 'contains' || verb === '~') return value === undefined ? undefined : covers(value, written, verb);
  const literal = literalOf(written, names);
  return literal === undefined ? undefined : compare(value, literal);
}

/** The value at a path: null where the file has none, undefined where the object knows no such name. */
function read(object: unknown, path: string): unknown {
  let at: unknown = object;
  for (const name of path
    .replaceAll('()', '')
    .split(/[.[\]]+/)
    .filter((one) => one !== '')) {
    if (at === null || at === undefined) return at;
    if (Array.isArray(at)) at = name === 'length' ? at.length : (at[Number(name)] ?? null);
    else if (typeof at === 'object') at = Object.entries(at).find(([key]) => key === name)?.[1];
    else return undefined;
  }
  return at;
}

/** `'text'`, `1.5`, `2011-9-8`, `('I', 'words')` (the code alone), `["a", "b"]`, `None`, `CODES.E`, `CODES["000"]`. */
function literalOf(written: string, names: Readonly<Record<string, string>>): Literal | undefined {
  const quoted = /^(['"])(.*)\1$/.exec(written) ?? /^\((['"])(.*?)\1, .*\)$/.exec(written);
  if (quoted !== null) return quoted[2] ?? '';
  if (/^(None|undefined|null)$/.test(written)) return null;
  if (/^(true|false)$/i.test(written)) return written.toLowerCase() === 'true';
  if (/^-?\d+(\.\d+)?$/.test(written)) return Number(written);
  const day = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(written);
  if (day !== null) return [day[1], day[2]?.padStart(2, '0'), day[3]?.padStart(2, '0')].join('-');
  if (written.startsWith('[')) return JSON.parse(written) as string[];
  const named = /^[A-Z]\w*(?:\.(\w+)|\["(\w+)"\])$/.exec(written);
  return named === null ? undefined : (names[written] ?? named[1] ?? named[2]);
}

function compare(value: unknown, literal: Literal): boolean | undefined {
  if (value === undefined) return undefined;
  // Empty and absent are the same in X12.
  if (value === null || value === '') return literal === null || literal === '';
  if (isMoney(value)) return value.cents === parseCents(String(literal));
  if (typeof literal === 'number') return Number(value) === literal;
  return JSON.stringify(value) === JSON.stringify(literal);
}

const isMoney = (value: unknown): value is Money => typeof value === 'object' && value !== null && 'cents' in value;

/** A list with a member, an object with these fields, or a text with a part. */
function covers(value: unknown, written: string, verb: string): boolean | undefined {
  const fields = [...written.matchAll(/(\w+): "([^"]*)"/g)];
  const fits = (one: unknown) => fields.every(([, name = '', text]) => compare(read(one, name), text ?? '') === true);
  if (fields.length > 0) return Array.isArray(value) && verb === 'contains' ? value.some(fits) : fits(value);
  const literal = literalOf(written, {});
  if (typeof value === 'string') return typeof literal === 'string' && value.includes(literal);
  return Array.isArray(value) ? value.some((one) => one === literal) : undefined;
}
