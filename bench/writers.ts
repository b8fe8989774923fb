/** What is timed: each writes the same sets of claims and gives back the characters written. */
import { guide837p } from '../src/guides/index.ts';
import type { Set837P } from '../src/guides/values/837p.ts';
import { DEFAULT_DELIMITERS } from '../src/x12/delimiters.ts';
import { emitSet } from '../src/x12/emitter.ts';
import { formatSt02 } from '../src/x12/envelope.ts';
import { createSegmentWriter } from '../src/x12/writer.ts';
import { writeByHand } from './floor-write.ts';

/** Writes a set as text. */
export type SetWriter = (set: Set837P, st02: string) => string;

const emitter =
  (plain: boolean): SetWriter =>
  (set, st02) => {
    const writer = createSegmentWriter(DEFAULT_DELIMITERS);
    const [fault] = emitSet(guide837p, set, { writer, delimiters: DEFAULT_DELIMITERS, st02, plain });
    if (fault !== undefined) throw new Error(`the values have a fault: ${fault.code} ${fault.element}`);
    return writer.text();
  };

/** All others are compared with this one. */
export const BY_HAND = 'written by hand';

/** By name, in the order of the table. */
export const WRITERS: Readonly<Record<string, SetWriter>> = Object.freeze({
  [BY_HAND]: writeByHand,
  emitSet: emitter(false),
  'emitSet, plain': emitter(true),
});

/** Writes all sets; a text counts when it is whole, so each is asked for its last character. */
export function writeAll(write: SetWriter, sets: readonly Set837P[]): number {
  let written = 0;
  for (const [index, set] of sets.entries()) {
    const text = write(set, formatSt02(index + 1));
    written += text.charCodeAt(text.length - 1) > 0 ? text.length : 0;
  }
  return written;
}
