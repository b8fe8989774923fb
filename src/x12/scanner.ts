/**
 * Bytes, whole or in chunks cut anywhere, to segments. Delimiters are read from each ISA; text around interchanges is
 * reported and skipped; limits keep a hostile file from taking memory. The segment handed out is a view on one reused buffer:
 * nothing is copied until somebody asks for an element.
 */
import { type Issue, issue } from '../issue.ts';
import { type Delimiters, findIsa, ISA_LENGTH, isSeparator, readIsaDelimiters } from './delimiters.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { createSegment, type ScannedSegment, type SegmentBuffer, tagAt, tagOf } from './scanned-segment.ts';
import { createDecoder, type Decoder, utf16Length } from './text-encoding.ts';

export type ScannerSink = { segment(found: ScannedSegment): void; issue(found: Issue): void };

export type Scanner = { push(chunk: Uint8Array): void; end(): void };

const PIECE = 64 * 1024;
/** The most that a piece can become in UTF-8, with what the decoder held back. */
const PIECE_TEXT = 2 * PIECE;

const ELEMENT = 1;
const TERMINATOR = 2;
const ODD = 3;

/** A scanner for one input; what it finds goes to the sink in file order. */
export function createScanner(sink: ScannerSink, limits: Limits = DEFAULT_LIMITS): Scanner {
  const state = createState(sink, limits);
  const { decoder } = state;
  return {
    push(chunk) {
      for (let from = 0; from < chunk.length && !state.failed; from += PIECE)
        fill(state, decoder.push(chunk.subarray(from, from + PIECE)));
    },
    end() {
      if (state.failed) return;
      fill(state, decoder.end());
      if (!state.failed) scan(state, true);
    },
  };
}

function createState(sink: ScannerSink, limits: Limits): State {
  const buffer = Buffer.allocUnsafe(PIECE_TEXT + limits.segmentBytes + ISA_LENGTH);
  return {
    decoder: createDecoder(),
    buffer,
    filled: 0,
    at: 0,
    base: 0,
    wide: false,
    known: { place: 0, offset: 0 },
    delimiters: undefined,
    classes: new Uint8Array(256),
    failed: false,
    met: false,
    over: false,
    commented: false,
    limits,
    skipped: 0,
    sink,
    view: createSegment(buffer, limits.elements),
  };
}

type State = {
  decoder: Decoder;
  buffer: Buffer;
  filled: number;
  /** Where the next segment begins in the buffer. */
  at: number;
  /** Offset of buffer[0] in the text as it is scanned. */
  base: number;
  /** The file has two bytes a character. */
  wide: boolean;
  /** A place in the buffer and its offset in the file, where characters are wider there. */
  known: { place: number; offset: number };
  delimiters: Delimiters | undefined;
  /** What each byte means with these delimiters. */
  classes: Uint8Array;
  failed: boolean;
  /** An ISA was met. */
  met: boolean;
  /** The last segment was an IEA: an ISA should follow, or nothing. */
  over: boolean;
  /** Text behind a terminator was reported in this interchange. */
  commented: boolean;
  limits: Limits;
  /** Bytes of prose passed over outside interchanges. */
  skipped: number;
  sink: ScannerSink;
  view: SegmentBuffer;
};

function fill(state: State, piece: Uint8Array): void {
  if (piece.length === 0) return;
  state.wide = state.decoder.encoding !== 'bytes';
  state.buffer.set(piece, state.filled);
  state.filled += piece.length;
  scan(state, false);
  if (state.wide) state.known = { place: 0, offset: offsetOf(state, state.at) };
  state.buffer.copyWithin(0, state.at, state.filled);
  state.base += state.at;
  state.filled -= state.at;
  state.at = 0;
}

/** Where a place in the buffer lies in the file as it came. */
function offsetOf(state: State, place: number): number {
  if (!state.wide) return state.base + place;
  const { known, buffer } = state;
  const from = Math.min(known.place, place);
  const between = utf16Length(buffer, from, Math.max(known.place, place));
  state.known = { place, offset: place < known.place ? known.offset - between : known.offset + between };
  return state.known.offset;
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
      else if (count > limits.elements)
        return cutAtIsa(state, count, odd, place) || fail(state, `a segment has more than ${limits.elements} elements`);
      else ends[count++] = place + 1;
    }
    if (place - start >= ISA_LENGTH - 1) {
      const isOver = place - start > limits.segmentBytes;
      // An ISA may stand where the terminator is missing.
      if ((isOver || ended || place < filled) && cutAtIsa(state, count, odd, place)) return true;
      if (isOver) return fail(state, `a segment is longer than ${limits.segmentBytes} bytes`);
    }
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
  const last = end > start && state.delimiters?.segment === '\n' && buffer[end - 1] === 13 ? end - 1 : end;
  ends[count] = last + 1;
  view.count = count - 1;
  if (view.count === 0 && last === start) return;
  view.odd = odd;
  view.tag = tagAt(buffer, start, ends[1]! - 1);
  if (view.tag === 0) passComment(state);
  view.offset = state.base + ends[0]!;
  view.length = last - ends[0]!;
  if (state.wide) {
    view.offset = offsetOf(state, ends[0]!);
    view.length = offsetOf(state, last) - view.offset;
  }
  state.sink.segment(view);
}

/** Text between a terminator and the end of its line is no part of the segment on the next line. */
function passComment(state: State): void {
  const { view, buffer } = state;
  const { ends } = view;
  const id = buffer.subarray(ends[0]!, ends[1]! - 1);
  const line = Math.max(id.lastIndexOf(10), id.lastIndexOf(13));
  if (line < 0) return;
  if (!state.commented) {
    const message = 'text between a segment terminator and the end of the line passed over';
    state.sink.issue(issue('leading-data', { message, origin: { offset: offsetOf(state, ends[0]!) } }));
  }
  state.commented = true;
  ends[0]! += line + 1;
  view.tag = tagAt(buffer, ends[0]!, ends[1]! - 1);
}

/** A file that was cut, with another behind it: hands out what stands before the ISA inside of a segment. False when none is there. */
function cutAtIsa(state: State, count: number, odd: boolean, place: number): boolean {
  const { buffer, view, at, limits } = state;
  const cut = findIsa(buffer.subarray(0, Math.min(place, at + limits.segmentBytes)), at + 1);
  if (cut < 0) return false;
  const message = 'a segment has no terminator: the next interchange begins inside it';
  state.sink.issue(issue('truncated', { message, origin: { offset: offsetOf(state, at) } }));
  let end = cut;
  while (end > at && (buffer[end - 1] === 10 || buffer[end - 1] === 13)) end--;
  const before = view.ends.subarray(1, count).filter((next) => next <= end).length;
  handOut(state, 1 + before, odd, end);
  state.over = false;
  state.at = cut;
  return true;
}

function endInside(state: State, count: number, odd: boolean): false {
  const message = 'the input ends inside a segment';
  state.sink.issue(issue('truncated', { message, origin: { offset: offsetOf(state, state.at) } }));
  handOut(state, count, odd, state.filled);
  state.at = state.filled;
  return false;
}

const IEA = tagOf('IEA');

function fail(state: State, message: string): false {
  state.failed = true;
  state.sink.issue(issue('limit-exceeded', { message, origin: { offset: offsetOf(state, state.at) } }));
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
  state.sink.issue(issue('leading-data', { message, origin: { offset: offsetOf(state, state.at) } }));
  state.skipped = 0;
}

/** Bytes that are neither white space, NUL nor part of a byte-order mark. */
function countVisible(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte > 0x20 && byte < 0xef && byte !== 0xbb && byte !== 0xbf) count++;
  return count;
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
  const reading = readIsaDelimiters(state.buffer.subarray(0, state.filled), state.at, ended);
  if (reading === 'more') return false;
  const origin = { offset: offsetOf(state, state.at) };
  if ('refused' in reading) {
    // Nothing up to the next ISA can be read.
    const next = 'ask the sender for the file again';
    state.sink.issue(issue('isa-malformed', { message: reading.refused, origin, next }));
    state.delimiters = undefined;
    state.at += 3;
    return true;
  }
  if (reading.conflict) {
    const message = 'the delimiters of this ISA are not four different characters';
    state.sink.issue(issue('delimiter-conflict', { message, origin }));
  }
  if (!reading.exact) {
    const message = 'ISA is not 106 characters wide; read by its separators';
    state.sink.issue(issue('isa-malformed', { severity: 'warning', message, origin }));
  }
  useDelimiters(state, reading.delimiters);
  return true;
}

function useDelimiters(state: State, delimiters: Delimiters): void {
  const { classes, view } = state;
  const { element, component, repetition, segment } = delimiters;
  state.delimiters = delimiters;
  state.commented = false;
  view.delimiters = delimiters;
  view.component = component.charCodeAt(0);
  // Control characters never stand in data: the interpreter reports them.
  classes.fill(0).fill(ODD, 127).fill(ODD, 0, 32);
  if (repetition !== '') classes[repetition.charCodeAt(0)] = ODD;
  classes[component.charCodeAt(0)] = 0;
  classes[element.charCodeAt(0)] = ELEMENT;
  classes[segment.charCodeAt(0)] = TERMINATOR;
}
