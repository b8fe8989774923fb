/** UTF-16 files as UTF-8, chunk by chunk; what is in no such encoding passes through untouched. */
import { TextDecoder } from 'node:util';

/** Bytes per character of the file as it came: offsets count these. */
export type Encoding = 'bytes' | 'utf-16le' | 'utf-16be';

export type Decoder = {
  /** Unknown until the first bytes tell. */
  readonly encoding: Encoding | undefined;
  /** The next bytes as the scanner reads them; empty while the encoding is not known. */
  push(chunk: Uint8Array): Uint8Array;
  /** What was held back. */
  end(): Uint8Array;
};

/** Bytes within which an ISA or a byte-order mark shows the encoding; a file that shows none there is taken as bytes. */
const HEAD = 1024;

const NONE = new Uint8Array(0);

/** A decoder for one input. */
export function createDecoder(): Decoder {
  let encoding: Encoding | undefined;
  let head: Uint8Array = NONE;
  let text: TextDecoder | undefined;
  const decode = (bytes: Uint8Array, more: boolean): Uint8Array =>
    text === undefined ? bytes : Buffer.from(text.decode(bytes, { stream: more }));
  const start = (found: Encoding, more: boolean): Uint8Array => {
    encoding = found;
    if (found !== 'bytes') text = new TextDecoder(found, { ignoreBOM: true });
    const held = head;
    head = NONE;
    return decode(held, more);
  };
  return {
    get encoding() {
      return encoding;
    },
    push(chunk) {
      if (encoding !== undefined) return decode(chunk, true);
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
      const found = encodingOf(head);
      if (found !== undefined) return start(found, true);
      // The caller may use its chunk again.
      head = head.slice();
      return NONE;
    },
    end() {
      if (encoding === undefined) return start(encodingOf(head) ?? 'bytes', false);
      return decode(NONE, false);
    },
  };
}

/** By byte-order mark, else by the first `ISA` in one byte or two bytes a character; undefined when more bytes are needed to tell. */
function encodingOf(head: Uint8Array): Encoding | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, HEAD));
  if (bytes.length < 2) return undefined;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const shown = [
    { encoding: 'bytes' as const, end: endOf(bytes, 'ISA', 1) },
    { encoding: 'utf-16le' as const, end: endOf(bytes, 'I\0S\0A\0', 2) },
    { encoding: 'utf-16be' as const, end: endOf(bytes, '\0I\0S\0A', 2) },
  ].filter(({ end }) => end > 0);
  // The one that shows first: the answer must not hang on how the chunks are cut.
  shown.sort((one, other) => one.end - other.end);
  return shown[0]?.encoding ?? (bytes.length < HEAD ? undefined : 'bytes');
}

/** Where the first occurrence at a whole character ends; 0 when there is none. */
function endOf(bytes: Buffer, pattern: string, width: 1 | 2): number {
  for (let at = bytes.indexOf(pattern, 0, 'latin1'); at >= 0; at = bytes.indexOf(pattern, at + 1, 'latin1'))
    if (at % width === 0) return at + pattern.length;
  return 0;
}

/** How many bytes of the file these bytes of its UTF-8 text were, in two bytes a character. */
export function utf16Length(bytes: Uint8Array, from: number, to: number): number {
  let units = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= 0xf0) units += 2;
    else if (byte < 0x80 || byte >= 0xc0) units++;
  }
  return 2 * units;
}
