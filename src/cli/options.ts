/** Option values that are numbers: what a person typed, checked. */
import { Problem } from '../problem.ts';
import { decodeDate } from '../x12/codec.ts';

/** A port number; 0 lets the system choose one. Throws a Problem (usage) that names the option. */
export function portOf(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535) throw new Problem('usage', '--port: expected a port number');
  return Number(text);
}

/** A whole number within bounds; throws a Problem (usage) that names the option. */
export function wholeOf(option: string, text: string, min: number, max: number): number {
  const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= min && number <= max) return number;
  throw new Problem('usage', `${option}: expected a number from ${min} to ${max}`);
}

/** A day as 2026-01-31; throws a Problem (usage) that names the option. */
export function dayOf(option: string, text: string): string {
  if (decodeDate(text.replaceAll('-', '')) === text) return text;
  throw new Problem('usage', `${option}: expected a day: 2026-01-31`);
}

/** One of a list of words; throws a Problem (usage) that names the option. */
export function oneOf<W extends string>(option: string, text: string, words: readonly W[]): W {
  const word = words.find((one) => one === text);
  if (word !== undefined) return word;
  throw new Problem('usage', `${option}: expected ${words.join(', ')}`);
}
