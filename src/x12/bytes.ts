/** Values straight from bytes, for the compiled decoders. Each gives undefined at any doubt; the interpreter then decides. */
import { decodeScalar, MAX_INTEGER } from './codec.ts';

/** Codes of a list in a perfect hash table: an allowed code is found and given back as one shared string. */
export type CodeTable = { multiplier: number; shift: number; keys: Int32Array; codes: string[] };

/** The last four characters of a text as an integer. */
export function packText(text: string): number {
  let key = 0;
  for (let at = Math.max(0, text.length - 4); at < text.length; at++) key = (key << 8) | text.charCodeAt(at);
  return key;
}

/** A perfect hash over integer keys, by trying multipliers; undefined when two keys are equal. */
export function perfectHash(keys: readonly number[]): { multiplier: number; shift: number } | undefined {
  for (let bits = Math.max(1, Math.ceil(Math.log2(keys.length + 1))); bits <= 14; bits++) {
    const shift = 32 - bits;
    let multiplier = 0x9e3779b1;
    for (let attempt = 0; attempt < 300; attempt++) {
      const places = new Set(keys.map((key) => Math.imul(key, multiplier) >>> shift));
      if (places.size === keys.length) return { multiplier: multiplier | 0, shift };
      multiplier = (Math.imul(multiplier, 0x5bd1e995) + 0x6d2b79f5) | 1;
    }
  }
  return undefined;
}

/** A table for a code list; codes that end in the same four characters leave it empty, and the interpreter decides. */
export function codeTable(codes: readonly string[]): CodeTable {
  const keys = codes.map(packText);
  const hash = perfectHash(keys);
  if (hash === undefined) return { multiplier: 0, shift: 31, keys: new Int32Array(2), codes: ['', ''] };
  const { multiplier, shift } = hash;
  const table = new Int32Array(2 ** (32 - shift));
  const found = new Array<string>(table.length).fill('');
  keys.forEach((key, index) => {
    const place = Math.imul(key, multiplier) >>> shift;
    table[place] = key;
    found[place] = codes[index]!;
  });
  return { multiplier, shift, keys: table, codes: found };
}

/** The bytes from `start` to `end` packed as packText packs. */
export function packBytes(B: Uint8Array, start: number, end: number): number {
  switch (end - start) {
    case 1:
      return B[start]!;
    case 2:
      return (B[start]! << 8) | B[start + 1]!;
    case 3:
      return (B[start]! << 16) | (B[start + 1]! << 8) | B[start + 2]!;
    default:
      return (B[end - 4]! << 24) | (B[end - 3]! << 16) | (B[end - 2]! << 8) | B[end - 1]!;
  }
}

function code(
  keys: Int32Array,
  codes: readonly string[],
  multiplier: number,
  shift: number,
  B: Uint8Array,
  start: number,
  end: number,
): string | undefined {
  const key = packBytes(B, start, end);
  const place = Math.imul(key, multiplier) >>> shift;
  if (keys[place] !== key) return undefined;
  const found = codes[place]!;
  if (found.length !== end - start) return undefined;
  for (let at = 0; at < found.length - 4; at++) if (found.charCodeAt(at) !== B[start + at]) return undefined;
  return found;
}

/** A whole number as it is written without leading zeros; undefined for anything else. */
export function plainNumber(B: Uint8Array, start: number, end: number): number | undefined {
  if (end <= start || end - start > 9 || (B[start] === 48 && end - start > 1)) return undefined;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = B[at]! - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

/** Money as cents; at most `max` digits and two significant decimals. */
function cents(B: Uint8Array, start: number, end: number, max: number): number | undefined {
  let at = start;
  const negative = B[at] === 45;
  if (negative) at++;
  let value = 0;
  let digits = 0;
  let decimals = -1;
  for (; at < end; at++) {
    const byte = B[at]!;
    if (byte === 46) {
      if (decimals >= 0) return undefined;
      decimals = 0;
      continue;
    }
    if (byte < 48 || byte > 57 || decimals === 2) return undefined;
    value = value * 10 + byte - 48;
    digits++;
    if (decimals >= 0) decimals++;
  }
  if (digits === 0 || digits > max || digits > 15) return undefined;
  if (decimals <= 0) value *= 100;
  else if (decimals === 1) value *= 10;
  return negative && value !== 0 ? -value : value;
}

function decimal(B: Uint8Array, S: string, start: number, end: number, min: number, max: number): string | undefined {
  let digits = 0;
  let point = false;
  for (let at = B[start] === 45 ? start + 1 : start; at < end; at++) {
    const byte = B[at]!;
    if (byte === 46 && !point) point = true;
    else if (byte >= 48 && byte <= 57) digits++;
    else return undefined;
  }
  return digits < Math.max(min, 1) || digits > max ? undefined : copyOf(S, start, end);
}

function integer(B: Uint8Array, start: number, end: number, min: number, max: number): number | undefined {
  const length = end - start;
  if (length < min || length > max || length > 15) return undefined;
  let value = 0;
  for (let at = start; at < end; at++) {
    const byte = B[at]!;
    if (byte < 48 || byte > 57) return undefined;
    value = value * 10 + byte - 48;
  }
  return value > MAX_INTEGER ? undefined : value;
}

/** CCYYMMDD already met, each day of a century with a place of its own. */
const cachedKeys = new Int32Array(2 ** 16);
const cachedDates = new Array<string>(2 ** 16).fill('');

function date(B: Uint8Array, start: number, end: number): string | undefined {
  if (end - start !== 8) return undefined;
  let key = 0;
  for (let at = start; at < end; at++) {
    const digit = B[at]! - 48;
    if (digit < 0 || digit > 9) return undefined;
    key = key * 10 + digit;
  }
  // Year of the century, month and day from their two digits each: '0' is 48.
  const year = B[start + 2]! * 10 + B[start + 3]! - 528;
  const month = B[start + 4]! * 10 + B[start + 5]! - 528;
  const day = B[start + 6]! * 10 + B[start + 7]! - 528;
  const place = (year << 9) | ((month & 15) << 5) | (day & 31);
  if (cachedKeys[place] === key && key !== 0) return cachedDates[place];
  const found = decodeScalar('date', String(key).padStart(8, '0'));
  if (typeof found !== 'string') return undefined;
  cachedKeys[place] = key;
  cachedDates[place] = found;
  return found;
}

function time(S: string, start: number, end: number, min: number, max: number): string | undefined {
  if (end - start < min || end - start > max) return undefined;
  return decodeScalar('time', S.substring(start, end)) as string | undefined;
}

function period(
  B: Uint8Array,
  S: string,
  start: number,
  end: number,
  format: string | undefined,
  min: number,
  max: number,
): string | undefined {
  if (format === 'D8') return date(B, start, end);
  if (end - start < min || end - start > max) return undefined;
  return decodeScalar('period', S.substring(start, end), format) as string | undefined;
}

/** Up to so many characters V8 copies; a longer piece of a string keeps all of that string in memory. */
const COPIED = 12;

/** A piece of a chunk's text that outlives the chunk: a claim's number kept must not keep the file. */
function copyOf(S: string, start: number, end: number): string {
  if (end - start <= COPIED) return S.substring(start, end);
  const next = start + COPIED;
  const first = S.substring(start, next);
  return first + (end - next <= COPIED ? S.substring(next, end) : copyOf(S, next, end));
}

/** Text within its bounds and without white space at either end. */
function text(B: Uint8Array, S: string, start: number, end: number, min: number, max: number): string | undefined {
  const length = end - start;
  if (length < min || length > max || B[start]! <= 32 || B[end - 1]! <= 32) return undefined;
  return copyOf(S, start, end);
}

/** What the generated source calls. */
export const runtime = { code, cents, decimal, integer, date, period, time, text };
