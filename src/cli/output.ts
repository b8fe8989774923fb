/** Where words go: data to stdout, messages to stderr, colour only on a terminal. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { noColour } from '../config.ts';
import { Problem } from '../problem.ts';
import type { ClaimFile } from '../view/claim-findings.ts';
import { nameOf } from './input.ts';

/** Writes a line of data. */
export function printLine(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Writes text as it is. */
export function printText(text: string): void {
  process.stdout.write(text);
}

/** Waits until what was printed is taken: whoever reads slowly holds us up, and does not fill our memory. */
export async function printed(): Promise<void> {
  if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
}

/** Writes one JSON document as a line of data. */
export function printJson(value: unknown): void {
  printLine(JSON.stringify(value));
}

/** Writes a message for a person. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

const COLOURS = { red: 31, green: 32, yellow: 33, blue: 34, cyan: 36, grey: 90, bold: 1 } as const;

export type Colour = keyof typeof COLOURS;

/** The text in a colour where the stream is a terminal and nobody asked for none. */
export function colour(name: Colour, text: string, stream: NodeJS.WriteStream = process.stdout): string {
  return stream.isTTY && !noColour() ? `\u001b[${COLOURS[name]}m${text}\u001b[0m` : text;
}

/** All bytes of a file, or of stdin for `-`; throws a Problem (file-unreadable). */
export function readInput(file: string): Buffer {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new Problem('file-unreadable', `${file}: cannot be read`, { cause: error });
  }
}

/** Claims of a JSON file: one claim or a list. Throws a Problem when it is no JSON; says where, never what. */
export function readClaims(file: string): ClaimFile {
  const text = readInput(file).toString('utf8');
  try {
    const json: unknown = JSON.parse(text);
    return { name: nameOf(file), text, claims: Array.isArray(json) ? json : [json] };
  } catch {
    throw new Problem('file-unreadable', `${file}: not valid JSON (line ${brokenLine(text)})`);
  }
}

/** The first line with which a text is no beginning of JSON any more; its last where only the end is missing. */
function brokenLine(text: string): number {
  const lines = text.split('\n');
  let [good, broken] = [0, lines.length];
  while (broken - good > 1) {
    const middle = (good + broken) >> 1;
    if (isBeginning(lines.slice(0, middle).join('\n'))) good = middle;
    else broken = middle;
  }
  return broken;
}

/** No token goes over a line's end: whatever is wrong with a beginning of whole lines is wrong at its end only. */
function isBeginning(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return /end of JSON/.test(message) || Number(/position (\d+)/.exec(message)?.[1]) === text.length;
  }
}
