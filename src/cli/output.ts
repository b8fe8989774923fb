/** Where words go: data to stdout, messages to stderr, colour only on a terminal. */
import { readFileSync } from 'node:fs';
import { Problem } from '../problem.ts';

/** Writes a line of data. */
export function printLine(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Writes one JSON document as a line of data. */
export function printJson(value: unknown): void {
  printLine(JSON.stringify(value));
}

/** Writes a message for a person. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

const COLOURS = { red: 31, green: 32, yellow: 33, blue: 34, grey: 90, bold: 1 } as const;

/** The text in a colour where the stream is a terminal. */
export function colour(name: keyof typeof COLOURS, text: string, stream: NodeJS.WriteStream = process.stdout): string {
  return stream.isTTY ? `\u001b[${COLOURS[name]}m${text}\u001b[0m` : text;
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
export function readClaims(file: string): unknown[] {
  const text = readInput(file).toString('utf8');
  try {
    const json: unknown = JSON.parse(text);
    return Array.isArray(json) ? json : [json];
  } catch (error) {
    const place = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const line = place === undefined ? '' : ` (line ${text.slice(0, Number(place)).split('\n').length})`;
    throw new Problem('file-unreadable', `${file}: not valid JSON${line}`);
  }
}
