/** Text of an element to its value and back, with the bounds of its type. */

import type { IssueCode } from '../issue.ts';
import { type Cents, formatX12Cents, parseCents } from '../money.ts';
import type { Composite, Meaning, Scalar } from './grammar.ts';

/** The value of a scalar element: Cents for money, a number for integers, text for all else (dates ISO). */
export type ScalarValue = string | number;

/** Reads an element. `format` is the date format (D8, RD8, DT, TM) that a period stands in. Undefined: not readable as its type. */
export function decodeScalar(as: Meaning, text: string, format?: string): ScalarValue | undefined {
  switch (as) {
    case 'text':
    case 'code':
      return printable(text).trimEnd();
    case 'money':
      return parseCents(text);
    case 'decimal':
      return /^-?(\d+\.?\d*|\.\d+)$/.test(text) ? text : undefined;
    case 'integer':
      return decodeInteger(text);
    case 'date':
      return decodeDate(text);
    case 'time':
      return decodeTime(text);
    case 'period':
      return decodePeriod(text, format);
  }
}

/** Writes a value as X12 text. A date of a 6-character element loses its century. */
export function encodeScalar(field: Scalar, value: ScalarValue, format?: string): string {
  switch (field.as) {
    case 'money':
      return formatX12Cents(value as Cents);
    case 'integer':
      return String(value);
    case 'date':
      return field.max === 6 ? String(value).replaceAll('-', '').slice(2) : String(value).replaceAll('-', '');
    case 'time':
      return String(value).replace(/[:.]/g, '');
    case 'period':
      return encodePeriod(String(value), format);
    default:
      return String(value);
  }
}

/** What every database integer holds; no count or position in X12 is larger. */
export const MAX_INTEGER = 2_147_483_647;

function decodeInteger(text: string): number | undefined {
  if (!/^-?\d{1,15}$/.test(text)) return undefined;
  const value = Number(text);
  return Math.abs(value) > MAX_INTEGER ? undefined : value + 0;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/;
const EVERY_CONTROL = new RegExp(CONTROL.source, 'g');

/** Whether a text holds control characters, which X12 data never do. */
export function hasControl(text: string): boolean {
  return CONTROL.test(text);
}

/** The text without control characters. */
export function printable(text: string): string {
  return CONTROL.test(text) ? text.replace(EVERY_CONTROL, '') : text;
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** CCYYMMDD (or YYMMDD, taken as 20YY) to an ISO date; undefined when there is no such day. */
export function decodeDate(text: string): string | undefined {
  const full = text.length === 6 ? `20${text}` : text;
  if (!/^\d{8}$/.test(full) || full.startsWith('0000')) return undefined;
  const [year, month, day] = [Number(full.slice(0, 4)), Number(full.slice(4, 6)), Number(full.slice(6))];
  const last = month === 2 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0)) ? 28 : DAYS[month - 1];
  if (last === undefined || day < 1 || day > last) return undefined;
  return `${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6)}`;
}

/** HHMM, HHMMSS or HHMMSSD..DD to `HH:MM[:SS[.DD]]`. */
export function decodeTime(text: string): string | undefined {
  const match = /^([01]\d|2[0-3])([0-5]\d)(?:([0-5]\d)(\d{1,2})?)?$/.exec(text);
  if (match === null) return undefined;
  const [, hours, minutes, seconds, fraction] = match;
  return `${hours}:${minutes}${seconds === undefined ? '' : `:${seconds}`}${fraction === undefined ? '' : `.${fraction}`}`;
}

function decodePeriod(text: string, format: string | undefined): string | undefined {
  switch (format) {
    case 'D8':
      return text.length === 8 ? decodeDate(text) : undefined;
    case 'RD8': {
      const [from = '', to = '', more] = text.split('-');
      const [first, last] = [decodeDate(from), decodeDate(to)];
      return first === undefined || last === undefined || more !== undefined ? undefined : `${first}/${last}`;
    }
    case 'DT': {
      const [day, time] = [decodeDate(text.slice(0, 8)), decodeTime(text.slice(8))];
      return day === undefined || time === undefined ? undefined : `${day}T${time}`;
    }
    case 'TM':
      return decodeTime(text);
    default:
      return text;
  }
}

function encodePeriod(value: string, format: string | undefined): string {
  switch (format) {
    case 'RD8':
      return value.replaceAll('-', '').replace('/', '-');
    case 'D8':
    case 'DT':
    case 'TM':
      return value.replace(/[-:T.]/g, '');
    default:
      return value;
  }
}

/** Length in X12 terms: digits only for numbers. */
export function x12Length(field: Scalar, text: string): number {
  return field.type === 'R' || field.type === 'N0' || field.type === 'N2'
    ? text.replace(/[-.]/g, '').length
    : text.length;
}

/** The issue an unreadable element raises. */
export function unreadableIssue(as: Meaning): IssueCode {
  if (as === 'date' || as === 'period') return 'element-date';
  return as === 'time' ? 'element-time' : 'element-number';
}

/** Hides a value but shows its form: letters become A, digits 9. */
export function maskValue(text: string): string {
  return text.slice(0, 40).replace(/\p{L}/gu, 'A').replace(/\d/g, '9');
}

/** ZIP codes are coded elements, and say where a patient lives. */
const POSTAL_CODE = '116';

/**
 * An element's text as a finding may repeat it: a code as it stands; hidden where a patient could stand in it, as in a code
 * too long to be one (elements that slipped by one place put names there).
 */
export function foundText(field: Scalar | Composite, text: string): string {
  const isCode = field.kind === 'scalar' && field.type === 'ID' && field.de !== POSTAL_CODE && text.length <= field.max;
  return isCode ? text : maskValue(text);
}
