/**
 * Bytes, whole or in chunks cut anywhere, to segments. Delimiters are read from each ISA; text around interchanges is
 * reported and skipped; limits keep a hostile file from taking memory.
 */
import { type Issue, issue } from '../issue.ts';
import { type Delimiters, repetitionSeparator } from './delimiters.ts';

/** A segment as it stands in the file. `elements[0]` is the segment id; the rest is raw text, composites not split. */
export type Segment = {
  elements: readonly string[];
  delimiters: Delimiters;
  /** Bytes from the start of the file. */
  offset: number;
  /** Bytes up to and without the terminator. */
  length: number;
};

export type TokenizerLimits = { maxSegmentBytes: number; maxElements: number };

/** Far above what any guide allows, far below what could hurt. */
export const DEFAULT_LIMITS: TokenizerLimits = { maxSegmentBytes: 64 * 1024, maxElements: 512 };

export type Tokenizer = {
  /** Takes the next bytes and gives back what became complete: segments and issues in file order. */
  push(chunk: Uint8Array): (Segment | Issue)[];
  /** Ends the input; a last segment without terminator is given back with a `truncated` issue. */
  end(): (Segment | Issue)[];
};

const ISA_LENGTH = 106;
/** Offsets of the 16 element separators in a fixed-width ISA. */
const ISA_SEPARATORS = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103];

/** A tokenizer for one input. */
export function createTokenizer(limits: TokenizerLimits = DEFAULT_LIMITS): Tokenizer {
  const state: State = {
    buffer: Buffer.alloc(0),
    at: 0,
    base: 0,
    delimiters: undefined,
    failed: false,
    limits,
    skipped: 0,
  };
  return {
    push(chunk) {
      if (state.failed) return [];
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      state.buffer = state.buffer.length === 0 ? bytes : Buffer.concat([state.buffer, bytes]);
      const found = drain(state, false);
      // The caller may reuse its chunk: what is left over is copied.
      state.buffer = Buffer.from(state.buffer.subarray(state.at));
      state.base += state.at;
      state.at = 0;
      return found;
    },
    end() {
      return state.failed ? [] : drain(state, true);
    },
  };
}

type State = {
  buffer: Buffer;
  at: number;
  /** Offset of buffer[0] in the file. */
  base: number;
  delimiters: Delimiters | undefined;
  failed: boolean;
  limits: TokenizerLimits;
  /** Bytes of prose passed over before an ISA. */
  skipped: number;
};

function drain(state: State, ended: boolean): (Segment | Issue)[] {
  const found: (Segment | Issue)[] = [];
  for (;;) {
    if (state.delimiters === undefined && !seekIsa(state, ended, found)) return found;
    skipBetween(state);
    if (startsWithIsa(state)) {
      const ready = readIsa(state, ended, found);
      if (!ready) return found;
    }
    if (!readSegment(state, ended, found)) return found;
  }
}

function fail(state: State, found: (Segment | Issue)[], message: string): false {
  state.failed = true;
  found.push(issue('limit-exceeded', { message, origin: { offset: state.base + state.at } }));
  return false;
}

/** Moves to the first ISA; text before it is counted and reported once. */
function seekIsa(state: State, ended: boolean, found: (Segment | Issue)[]): boolean {
  const { buffer } = state;
  let next = buffer.indexOf('ISA', state.at, 'latin1');
  while (next >= 0 && next + 3 < buffer.length && isAlphanumeric(buffer[next + 3]!))
    next = buffer.indexOf('ISA', next + 1, 'latin1');
  if (next < 0 || next + 3 >= buffer.length) {
    const keep = ended ? 0 : Math.min(3, buffer.length - state.at);
    state.skipped += countVisible(buffer.subarray(state.at, buffer.length - keep));
    state.at = buffer.length - keep;
    if (ended && state.base + buffer.length > 0)
      found.push(issue('no-isa', { message: 'no ISA segment found in this input', origin: { offset: 0 } }));
    return false;
  }
  state.skipped += countVisible(buffer.subarray(state.at, next));
  state.at = next;
  if (state.skipped > 0) {
    found.push(
      issue('leading-data', {
        message: `${state.skipped} bytes before ISA passed over`,
        origin: { offset: state.base + next },
      }),
    );
    state.skipped = 0;
  }
  return true;
}

/** Bytes that are neither white space, NUL nor part of a byte-order mark. */
function countVisible(bytes: Buffer): number {
  let count = 0;
  for (const byte of bytes) if (byte > 0x20 && byte < 0xef) count++;
  return count;
}

function isAlphanumeric(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);
}

/** White space and control characters between a terminator and the next segment id. */
function skipBetween(state: State): void {
  const terminator = state.delimiters?.segment.charCodeAt(0);
  while (state.at < state.buffer.length) {
    const byte = state.buffer[state.at]!;
    if (byte > 0x20 || byte === terminator) return;
    state.at++;
  }
}

function startsWithIsa({ buffer, at }: State): boolean {
  return (
    buffer[at] === 0x49 &&
    buffer[at + 1] === 0x53 &&
    buffer[at + 2] === 0x41 &&
    at + 3 < buffer.length &&
    !isAlphanumeric(buffer[at + 3]!)
  );
}

/** Reads the delimiters of the ISA at hand; false when more bytes are needed or the ISA can't be understood. */
function readIsa(state: State, ended: boolean, found: (Segment | Issue)[]): boolean {
  const { buffer, at } = state;
  if (buffer.length - at < ISA_LENGTH + 1 && !ended) return false;
  const element = buffer[at + 3]!;
  if (buffer.length - at >= ISA_LENGTH && ISA_SEPARATORS.every((place) => buffer[at + place] === element)) {
    state.delimiters = delimitersAt(buffer, at, at + 104);
    return true;
  }
  let place = at + 3;
  for (let count = 1; count < 16 && place >= 0; count++) place = buffer.indexOf(element, place + 1);
  if (place < 0 || place - at > 200 || place + 2 >= buffer.length) {
    found.push(
      issue('isa-malformed', {
        message: 'ISA does not hold 16 elements',
        origin: { offset: state.base + at },
        next: 'ask the sender for the file again',
      }),
    );
    state.failed = true;
    return false;
  }
  found.push(
    issue('isa-malformed', {
      severity: 'warning',
      message: 'ISA is not 106 characters wide; read by its separators',
      origin: { offset: state.base + at },
    }),
  );
  state.delimiters = delimitersAt(buffer, at, place + 1);
  return true;
}

/** `last` is the place of ISA16; the terminator follows it. */
function delimitersAt(buffer: Buffer, at: number, last: number): Delimiters {
  const text = buffer.toString('latin1', at, last + 2);
  const elements = text.split(text[3]!);
  return {
    element: text[3]!,
    component: text[text.length - 2]!,
    repetition: repetitionSeparator(elements[11] ?? '', elements[12] ?? ''),
    segment: text[text.length - 1]!,
  };
}

function readSegment(state: State, ended: boolean, found: (Segment | Issue)[]): boolean {
  const { buffer, at, limits } = state;
  const delimiters = state.delimiters!;
  const end = buffer.indexOf(delimiters.segment, at, 'latin1');
  if ((end < 0 ? buffer.length : end) - at > limits.maxSegmentBytes) {
    return fail(state, found, `a segment is longer than ${limits.maxSegmentBytes} bytes`);
  }
  if (end < 0) {
    if (!ended || at >= buffer.length) return false;
    found.push(issue('truncated', { message: 'the input ends inside a segment', origin: { offset: state.base + at } }));
    found.push(segmentAt(state, buffer.length));
    state.at = buffer.length;
    return false;
  }
  const segment = segmentAt(state, end);
  if (segment.elements.length > limits.maxElements)
    return fail(state, found, `a segment has more than ${limits.maxElements} elements`);
  if (segment.elements.length > 1 || segment.elements[0] !== '') found.push(segment);
  state.at = end + 1;
  return true;
}

function segmentAt(state: State, end: number): Segment {
  const { buffer, at, base } = state;
  const delimiters = state.delimiters!;
  let text = buffer.toString('latin1', at, end);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is what is asked for
  if (!/^[\x00-\x7f]*$/.test(text)) text = buffer.toString('utf8', at, end);
  // A file whose terminator is the line feed may still end its lines with CR LF.
  if (delimiters.segment === '\n' && text.endsWith('\r')) text = text.slice(0, -1);
  return { elements: text.split(delimiters.element), delimiters, offset: base + at, length: end - at };
}
