/** Values straight to texts, for the compiled encoders. Each gives undefined at any doubt; the plain way then decides. */
import { type Cents, formatX12Cents } from '../money.ts';
import { decodeDate, MAX_INTEGER } from './codec.ts';

const BLANK = 32;
const POINT = 46;

/** A text as it is: within its bounds, of plain characters, and not beginning with a blank. */
function fits(value: unknown, plain: Uint8Array, min: number, max: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const { length } = value;
  if (length < min || length > max || value.charCodeAt(0) === BLANK) return undefined;
  for (let at = 0; at < length; at++) if (plain[value.charCodeAt(at)] !== 1) return undefined;
  return value;
}

/** An amount of cents, of at most `max` digits. */
function cents(value: unknown, max: number): string | undefined {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return undefined;
  const text = formatX12Cents(value as Cents);
  // Sign and point do not count: what is short with them is short without them.
  return text.length > max ? undefined : text;
}

function decimal(value: unknown, min: number, max: number): string | undefined {
  if (typeof value !== 'string' || value.length > max || value.length < min) return undefined;
  let point = -1;
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code === POINT && point < 0 && at > 0 && at < value.length - 1 && value.length > min) point = at;
    else if (code < 48 || code > 57) return undefined;
  }
  return value;
}

function integer(value: unknown, min: number, max: number): string | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > MAX_INTEGER) return undefined;
  const text = String(value);
  return text.length < min || text.length > max ? undefined : text;
}

/** Dates already written, by their ISO form: files repeat few. */
const dates = new Map<string, string>();
const MOST_DATES = 4096;

function date(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const known = dates.get(value);
  if (known !== undefined) return known;
  const text = value.replaceAll('-', '');
  if (decodeDate(text) !== value) return undefined;
  if (dates.size >= MOST_DATES) dates.clear();
  dates.set(value, text);
  return text;
}

const HOURS = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

function time(value: unknown, min: number, max: number): string | undefined {
  return typeof value === 'string' && min <= 4 && max >= 4 && HOURS.test(value)
    ? value.slice(0, 2) + value.slice(3)
    : undefined;
}

function period(value: unknown, format: unknown): string | undefined {
  if (format === 'D8') return date(value);
  if (format !== 'RD8' || typeof value !== 'string') return undefined;
  const [from, to] = [date(value.slice(0, 10)), date(value.slice(11))];
  return from === undefined || to === undefined || value[10] !== '/' ? undefined : `${from}-${to}`;
}

/** What the generated source calls. */
export const runtime = { fits, cents, decimal, integer, date, time, period };
