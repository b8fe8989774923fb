/** Where the parts of a set's value stand: for findings that come after reading or writing and must name their segment. */
import type { LoopUse, SegmentUse } from './grammar.ts';

/** The place of a segment's value, or of a loop's value (then that of its first segment, and without `use`). */
export type Place = {
  loop: LoopUse;
  use?: SegmentUse;
  /** Segment's ordinal in the set, ST = 1. */
  ordinal: number;
  /** Bytes from the start of the file, where it was read. */
  offset?: number;
};

/** Places by the value itself. Filled by the reader or the emitter when asked; forgotten with the values. */
export type Places = WeakMap<object, Place>;

/** Notes where the value of a segment stands: the last one under its key, unless it is known. */
export function notePlace(places: Places, values: Record<string, unknown>, use: SegmentUse, place: Place): void {
  const given = values[use.key];
  const value: unknown = Array.isArray(given) ? given.at(-1) : given;
  if (typeof value === 'object' && value !== null && !places.has(value)) places.set(value, { ...place, use });
}
