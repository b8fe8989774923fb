/** One segment as a view on the bytes it was scanned from: nothing is copied until somebody asks for an element. */
import { isUtf8 } from 'node:buffer';
import type { SegmentView } from './compile.ts';
import type { Delimiters } from './delimiters.ts';

/** A segment in the scanner's buffer, valid until the sink returns. */
export type ScannedSegment = SegmentView & {
  /** The segment id's characters packed into an integer (packBytes); 0 when it is longer than three. */
  tag: number;
  /** Holds repetition separators or bytes beyond ASCII: not for compiled decoders. */
  odd: boolean;
  /** Bytes from the start of the file, in its own encoding, and up to and without the terminator. */
  offset: number;
  length: number;
  delimiters: Delimiters;
  /** The id and the raw text of every element. */
  elements(): string[];
};

/** The view that a scanner moves along its buffer. */
export type SegmentBuffer = ScannedSegment & { text: string };

/** A view on a buffer, for segments of up to so many elements. */
export function createSegment(buffer: Buffer, maxElements: number): SegmentBuffer {
  const ends = new Int32Array(maxElements + 3);
  return {
    bytes: buffer,
    text: '',
    ends,
    count: 0,
    component: 0,
    tag: 0,
    odd: false,
    offset: 0,
    length: 0,
    delimiters: { element: '', component: '', repetition: '', segment: '' },
    elements() {
      const start = ends[0]!;
      const end = ends[this.count + 1]! - 1;
      // A copy: what is kept of it must not keep the text of the whole buffer.
      const text = buffer.toString('latin1', start, end);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is what is asked for
      const isPlain = /^[\x00-\x7f]*$/.test(text) || !isUtf8(buffer.subarray(start, end));
      const whole = isPlain ? text : buffer.toString('utf8', start, end);
      return whole.split(this.delimiters.element);
    },
  };
}

/** A segment id of up to three characters as an integer. */
export function tagAt(bytes: Uint8Array, start: number, end: number): number {
  switch (end - start) {
    case 3:
      return (bytes[start]! << 16) | (bytes[start + 1]! << 8) | bytes[start + 2]!;
    case 2:
      return (bytes[start]! << 8) | bytes[start + 1]!;
    default:
      return 0;
  }
}

/** The integer that a segment id is scanned as. */
export function tagOf(id: string): number {
  const bytes = Buffer.from(id, 'latin1');
  return tagAt(bytes, 0, bytes.length);
}
