/** How much a file may ask for before it is refused. A file over a limit gives one `limit-exceeded` issue and reading stops. */
import { ISA_LENGTH } from './delimiters.ts';

/**
 * Bounds on one input. The depth of loops needs none: a loop is open only where the guide declares it, so a set is never deeper
 * than its guide.
 */
export type Limits = {
  /** Bytes of one segment; at least the 106 of an ISA. */
  segmentBytes: number;
  /** Elements of one segment. */
  elements: number;
  /** Segments of one transaction set. */
  setSegments: number;
  /** Segments of one set held in memory at once: those of an open record and of the loops around it. One counts again for every 128 bytes. */
  heldSegments: number;
  /** Issues listed of one file; those beyond are counted, and summed up in one `issues-unlisted` for each set. */
  issues: number;
};

/** Far above what any guide allows, far below what could hurt. */
export const DEFAULT_LIMITS: Readonly<Limits> = Object.freeze({
  segmentBytes: 64 * 1024,
  elements: 512,
  setSegments: 50_000_000,
  heldSegments: 50_000,
  issues: 100_000,
});

/** All limits, the defaults where none are given. Throws a RangeError for one that is no whole number or too small to read by. */
export function limitsFrom(given: Partial<Limits> = {}): Limits {
  const limits = { ...DEFAULT_LIMITS, ...given };
  for (const [name, value] of Object.entries(limits)) {
    const least = name === 'segmentBytes' ? ISA_LENGTH : 1;
    if (!Number.isSafeInteger(value) || value < least)
      throw new RangeError(`limits.${name} must be a whole number of at least ${least}`);
  }
  return limits;
}
