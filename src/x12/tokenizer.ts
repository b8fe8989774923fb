/** Bytes to segments as objects: for those who want a list rather than a stream of views. */
import type { Issue } from '../issue.ts';
import type { Delimiters } from './delimiters.ts';
import { type Limits, limitsFrom } from './limits.ts';
import type { ScannedSegment } from './scanned-segment.ts';
import { createScanner } from './scanner.ts';

/** A segment as it stands in the file. `elements[0]` is the segment id; the rest is raw text, composites not split. */
export type Segment = {
  elements: readonly string[];
  delimiters: Delimiters;
  /** Bytes from the start of the file as it came: a character of a UTF-16 file counts two or four. */
  offset: number;
  /** Bytes of the file up to and without the terminator. */
  length: number;
};

export type Tokenizer = {
  /** Takes the next bytes and gives back what became complete: segments and issues in file order. */
  push(chunk: Uint8Array): (Segment | Issue)[];
  /** Ends the input; a last segment without terminator is given back with a `truncated` issue. */
  end(): (Segment | Issue)[];
};

/** A copy of a scanned segment that outlives the scanner's buffer. */
export function segmentOf(scanned: ScannedSegment): Segment {
  return {
    elements: scanned.elements(),
    delimiters: scanned.delimiters,
    offset: scanned.offset,
    length: scanned.length,
  };
}

/** A tokenizer for one input. */
export function createTokenizer(limits: Partial<Limits> = {}): Tokenizer {
  let found: (Segment | Issue)[] = [];
  const scanner = createScanner(
    { segment: (segment) => found.push(segmentOf(segment)), issue: (issue) => found.push(issue) },
    limitsFrom(limits),
  );
  const take = () => {
    const taken = found;
    found = [];
    return taken;
  };
  return {
    push(chunk) {
      scanner.push(chunk);
      return take();
    },
    end() {
      scanner.end();
      return take();
    },
  };
}
