/**
 * Bytes, whole or in chunks cut anywhere, to segments. Delimiters are read from each ISA; text around interchanges is
 * reported and skipped; limits keep a hostile file from taking memory. The segment handed out is a view on one reused buffer:
 * nothing is copied until somebody asks for an element.
 */
import { type Issue, issue } from '../issue.ts';
import type { SegmentView } from './compile.ts';
import { type Delimiters, repetitionSeparator } from './delimiters.ts';

export type ScannerLimits = { maxSegmentBytes: number; maxElements: number };

/** Far above what any guide allows, far below what could hurt. */
export const DEFAULT_LIMITS: ScannerLimits = { maxSegmentBytes: 64 * 1024, maxElements: 512 };

/** A segment in the scanner's buffer, valid until the sink returns. */
export type ScannedSegment = SegmentView & {
  /** The segment id's characters packed into an integer (packBytes); 0 when it is longer than three. */
  tag: number;
  /** Holds repetition separators or bytes beyond ASCII: not for compiled decoders. */
  odd: boolean;
  /** Bytes from the start of the file, and up to and without the terminator. */
  offset: number;
  length: number;
  delimiters: Delimiters;
  /** The id and the raw text of every element. */
  elements(): string[];
};

export type ScannerSink = { segment(found: ScannedSegment): void; issue(found: Issue): void };

export type Scanner = { push(chunk: Uint8Array): void; end(): void };

const PIECE = 64 * 1024;
const ISA_LENGTH = 106;
/** The longest ISA read by its separators where its fields have other widths. */
const ISA_LONGEST = 203;
/** Offsets of the 16 element separators in a fixed-width ISA. */
const ISA_SEPARATORS = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103];

const ELEMENT = 1;
const TERMINATOR = 2;
const ODD = 3;

/** A scanner for one input; what it finds goes to the sink in file order. */
export function createScanner(sink: ScannerSink, limits: ScannerLimits = DEFAULT_LIMITS): Scanner {
  const buffer = Buffer.allocUnsafe(PIECE + limits.maxSegmentBytes + ISA_LENGTH);
  const state: State = {
    buffer,
    filled: 0,
    at: 0,
    base: 0,
    delimiters: undefined,
    classes: new Uint8Array(256),
    failed: false,
    met: false,
    over: false,
    limits,
    skipped: 0,
    sink,
    view: createView(buffer, limits.maxElements),
  };
  return {
    push(chunk) {
      for (let from = 0; from < chunk.length && !state.failed; from += PIECE)
        fill(state, chunk.subarray(from, from + PIECE));
    },
    end() {
      if (!state.failed) scan(state, true);
    },
  };
}

type View = ScannedSegment & { text: string };

type State = {
  buffer: Buffer;
  filled: number;
  /** Where the next segment begins in the buffer. */
  at: number;
  /** Offset of buffer[0] in the file. */
  base: number;
  delimiters: Delimiters | undefined;
  /** What each byte means with these delimiters. */
  classes: Uint8Array;
  failed: boolean;
  /** An ISA was met. */
  met: boolean;
  /** The last segment was an IEA: an ISA should follow, or nothing. */
  over: boolean;
  limits: ScannerLimits;
  /** Bytes of prose passed over outside interchanges. */
  skipped: number;
  sink: ScannerSink;
  view: View;
};

function createView(buffer: Buffer, maxElements: number): View {
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
      const text = this.text.slice(start, end);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is what is asked for
      const whole = /^[\x00-\x7f]*$/.test(text) ? text : buffer.toString('utf8', start, end);
      return whole.split(this.delimiters.element);
    },
  };
}

function fill(state: State, piece: Uint8Array): void {
  state.buffer.set(piece, state.filled);
  state.filled += piece.length;
  scan(state, false);
  state.buffer.copyWithin(0, state.at, state.filled);
  state.base += state.at;
  state.filled -= state.at;
  state.at = 0;
}

function scan(state: State, ended: boolean): void {
  state.view.text = state.buffer.toString('latin1', 0, state.filled);
  while (!state.failed) {
    if (state.delimiters === undefined && !seekIsa(state, ended)) return;
    skipBetween(state);
    if (state.over && !leaveInterchange(state, ended)) return;
    if (startsWithIsa(state) && !readIsa(state, ended)) return;
    if (state.delimiters !== undefined && !scanSegments(state, ended)) return;
  }
}

/** After an IEA: text that is no segment is passed over up to the next ISA. False when more bytes are needed to tell. */
function leaveInterchange(state: State, ended: boolean): boolean {
  const { buffer, at, filled, classes } = state;
  if (filled - at < 4 && !ended) return false;
  state.over = false;
  const isSegment = [2, 3].some((length) => at + length < filled && classes[buffer[at + length]!] === ELEMENT);
  if (!isSegment) state.delimiters = undefined;
  return true;
}

/** Hands out segments until the buffer ends (false) or the next ISA stands there (true). */
function scanSegments(state: State, ended: boolean): boolean {
  const { buffer, filled, classes, view, limits } = state;
  const { ends } = view;
  for (;;) {
    const start = state.at;
    let count = 1;
    let odd = false;
    let place = start;
    ends[0] = start;
    for (; place < filled; place++) {
      const meaning = classes[buffer[place]!]!;
      if (meaning === 0) continue;
      if (meaning === TERMINATOR) break;
      if (meaning === ODD) odd = true;
      else if (count > limits.maxElements) return fail(state, `a segment has more than ${limits.maxElements} elements`);
      else ends[count++] = place + 1;
    }
    if (place - start > limits.maxSegmentBytes)
      return fail(state, `a segment is longer than ${limits.maxSegmentBytes} bytes`);
    if (place === filled) return ended && start < filled ? endInside(state, count, odd) : false;
    handOut(state, count, odd, place);
    state.at = place + 1;
    if (view.tag === IEA) {
      state.over = true;
      return true;
    }
    skipBetween(state);
    if (buffer[state.at] === 0x49 && startsWithIsa(state)) return true;
  }
}

function handOut(state: State, count: number, odd: boolean, end: number): void {
  const { view, buffer } = state;
  const { ends } = view;
  const start = ends[0]!;
  // A file whose terminator is the line feed may still end its lines with CR LF.
  const last = state.delimiters?.segment === '\n' && buffer[end - 1] === 13 ? end - 1 : end;
  ends[count] = last + 1;
  view.count = count - 1;
  if (view.count === 0 && last === start) return;
  view.odd = odd;
  view.offset = state.base + start;
  view.length = last - start;
  view.tag = tagAt(buffer, start, ends[1]! - 1);
  state.sink.segment(view);
}

function endInside(state: State, count: number, odd: boolean): false {
  state.sink.issue(
    issue('truncated', { message: 'the input ends inside a segment', origin: { offset: state.base + state.at } }),
  );
  handOut(state, count, odd, state.filled);
  state.at = state.filled;
  return false;
}

/** A segment id of up to three characters as an integer. */
function tagAt(bytes: Uint8Array, start: number, end: number): number {
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

const IEA = tagOf('IEA');

function fail(state: State, message: string): false {
  state.failed = true;
  state.sink.issue(issue('limit-exceeded', { message, origin: { offset: state.base + state.at } }));
  return false;
}

/** Moves to the next ISA; text before it is counted and reported once. */
function seekIsa(state: State, ended: boolean): boolean {
  const bytes = state.buffer.subarray(0, state.filled);
  let next = bytes.indexOf('ISA', state.at, 'latin1');
  while (next >= 0 && next + 3 < bytes.length && !isSeparator(bytes[next + 3]!))
    next = bytes.indexOf('ISA', next + 1, 'latin1');
  const found = next >= 0 && next + 3 < bytes.length;
  const from = found ? next : bytes.length - (ended ? 0 : Math.min(3, bytes.length - state.at));
  state.skipped += countVisible(bytes.subarray(state.at, from));
  state.at = from;
  if (found || (ended && state.met)) reportSkipped(state);
  else if (ended && state.base + bytes.length > 0)
    state.sink.issue(issue('no-isa', { message: 'no ISA segment found in this input', origin: { offset: 0 } }));
  if (found) state.met = true;
  return found;
}

function reportSkipped(state: State): void {
  if (state.skipped === 0) return;
  const message = `${state.skipped} bytes outside any interchange passed over`;
  state.sink.issue(issue('leading-data', { message, origin: { offset: state.base + state.at } }));
  state.skipped = 0;
}

/** Bytes that are neither white space, NUL nor part of a byte-order mark. */
function countVisible(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte > 0x20 && byte < 0xef && byte !== 0xbb && byte !== 0xbf) count++;
  return count;
}

function isAlphanumeric(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);
}

/** What may separate elements: anything but letters, digits, blanks and line ends (`VISA card` holds no ISA). */
function isSeparator(byte: number): boolean {
  return !isAlphanumeric(byte) && ![0, 9, 10, 13, 32].includes(byte);
}

/** White space and control characters between a terminator and the next segment id. */
function skipBetween(state: State): void {
  const { buffer, filled, classes } = state;
  while (state.at < filled) {
    const byte = buffer[state.at]!;
    if (byte > 0x20 || classes[byte] === TERMINATOR) return;
    state.at++;
  }
}

function startsWithIsa({ buffer, at, filled }: State): boolean {
  return (
    at + 3 < filled &&
    buffer[at] === 0x49 &&
    buffer[at + 1] === 0x53 &&
    buffer[at + 2] === 0x41 &&
    isSeparator(buffer[at + 3]!)
  );
}

/** Reads the delimiters of the ISA at hand, or passes it over when they can't be understood. False when more bytes are needed. */
function readIsa(state: State, ended: boolean): boolean {
  const { buffer, at, filled } = state;
  if (filled - at < ISA_LENGTH + 1 && !ended) return false;
  const element = buffer[at + 3]!;
  if (filled - at >= ISA_LENGTH && ISA_SEPARATORS.every((place) => buffer[at + place] === element)) {
    useDelimiters(state, at + 104);
    return true;
  }
  // Decided only with all bytes at hand that such an ISA could have: chunks must not matter.
  if (filled - at < ISA_LONGEST && !ended) return false;
  const bytes = buffer.subarray(0, filled);
  let place = at + 3;
  for (let count = 1; count < 16 && place >= 0; count++) place = bytes.indexOf(element, place + 1);
  if (place < 0 || place - at > ISA_LONGEST - 3 || place + 2 >= filled) {
    refuseIsa(state, 'ISA does not hold 16 elements');
    return true;
  }
  if (useDelimiters(state, place + 1)) {
    const message = 'ISA is not 106 characters wide; read by its separators';
    state.sink.issue(issue('isa-malformed', { severity: 'warning', message, origin: { offset: state.base + at } }));
  }
  return true;
}

/** Nothing up to the next ISA can be read. */
function refuseIsa(state: State, message: string): void {
  const origin = { offset: state.base + state.at };
  state.sink.issue(issue('isa-malformed', { message, origin, next: 'ask the sender for the file again' }));
  state.delimiters = undefined;
  state.at += 3;
}

/** `last` is the place of ISA16; the terminator follows it. False when the ISA was refused. */
function useDelimiters(state: State, last: number): boolean {
  const { buffer, at, classes, view } = state;
  const text = buffer.toString('latin1', at, last + 2);
  const element = text[3]!;
  const elements = text.split(element);
  const component = text[text.length - 2]!;
  const segment = text[text.length - 1]!;
  if (segment === element || isAlphanumeric(segment.charCodeAt(0))) {
    refuseIsa(state, 'no segment terminator stands after ISA16');
    return false;
  }
  let repetition = repetitionSeparator(elements[11] ?? '', elements[12] ?? '');
  const isClear = ![element, segment].includes(component) && !isAlphanumeric(component.charCodeAt(0));
  if (!isClear || [element, segment, component].includes(repetition)) {
    const message = 'the delimiters of this ISA are not four different characters';
    state.sink.issue(issue('delimiter-conflict', { message, origin: { offset: state.base + at } }));
    if ([element, segment, component].includes(repetition)) repetition = '';
  }
  const delimiters: Delimiters = { element, component, repetition, segment };
  state.delimiters = delimiters;
  view.delimiters = delimiters;
  view.component = component.charCodeAt(0);
  // Control characters never stand in data: the interpreter reports them.
  classes.fill(0).fill(ODD, 127).fill(ODD, 0, 32);
  if (repetition !== '') classes[repetition.charCodeAt(0)] = ODD;
  classes[component.charCodeAt(0)] = 0;
  classes[element.charCodeAt(0)] = ELEMENT;
  classes[segment.charCodeAt(0)] = TERMINATOR;
  return true;
}
