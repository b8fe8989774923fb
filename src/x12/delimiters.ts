/** The four delimiters of an interchange, as its ISA shows them. X12 has no escape character: none of them may stand in data. */

export type Delimiters = { element: string; component: string; repetition: string; segment: string };

/** What most partners use. */
export const DEFAULT_DELIMITERS: Delimiters = Object.freeze({
  element: '*',
  component: ':',
  repetition: '^',
  segment: '~',
});

/** ISA11 separates repetitions only from version 00402 on, and only when it is no letter, digit or blank. */
export function repetitionSeparator(isa11: string, version: string): string {
  return version >= '00402' && /^[^A-Za-z0-9 ]$/.test(isa11) ? isa11 : '';
}

/** Bytes of an ISA with its terminator, whose fields have fixed widths. */
export const ISA_LENGTH = 106;
/** The longest ISA read by its separators where its fields have other widths. */
const ISA_LONGEST = 203;
/** Offsets of the 16 element separators in an ISA of fixed widths. */
const SEPARATORS: readonly number[] = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103];

/** What an ISA says: its delimiters, that it can't be read and why, or that more bytes are needed to tell. */
export type IsaReading =
  | 'more'
  | { refused: string }
  | {
      delimiters: Delimiters;
      /** Every field has its width. */
      exact: boolean;
      /** Two of the delimiters are the same character, or the component separator is a letter or digit. */
      conflict: boolean;
    };

/** Reads the delimiters of the ISA that begins at `at`. `ended`: no bytes follow these. */
export function readIsaDelimiters(bytes: Buffer, at: number, ended: boolean): IsaReading {
  const held = bytes.length - at;
  if (held < ISA_LENGTH + 1 && !ended) return 'more';
  if (held >= ISA_LENGTH && hasIsaWidths(bytes, at)) return delimitersFrom(bytes, at, at + 104, true);
  // Decided only with all bytes at hand that such an ISA could have: chunks must not matter.
  if (held < ISA_LONGEST && !ended) return 'more';
  const last = findIsa16(bytes.subarray(at, at + ISA_LONGEST));
  return last === undefined
    ? { refused: 'ISA does not hold 16 elements' }
    : delimitersFrom(bytes, at, at + last, false);
}

/** The 16 element separators stand where fixed widths put them. */
function hasIsaWidths(bytes: Uint8Array, at: number): boolean {
  const element = bytes[at + 3];
  return SEPARATORS.every((place) => bytes[at + place] === element);
}

/** Where an ISA of fixed widths begins, from `from` on; -1 when there is none. */
export function findIsa(bytes: Buffer, from: number): number {
  let found = bytes.indexOf('ISA', from, 'latin1');
  while (found >= 0 && !(isSeparator(bytes[found + 3] ?? 0) && hasIsaWidths(bytes, found)))
    found = bytes.indexOf('ISA', found + 1, 'latin1');
  return found;
}

/** The place of the one character that ISA16 is, counted by separators; the terminator stands behind it. */
function findIsa16(isa: Buffer): number | undefined {
  const element = isa[3]!;
  let place = 3;
  for (let count = 1; count < 16 && place >= 0; count++) place = isa.indexOf(element, place + 1);
  return place < 0 || place + 2 >= isa.length ? undefined : place + 1;
}

function delimitersFrom(bytes: Buffer, at: number, last: number, exact: boolean): IsaReading {
  const text = bytes.toString('latin1', at, last + 2);
  const element = text[3]!;
  const elements = text.split(element);
  const component = text[text.length - 2]!;
  const segment = text[text.length - 1]!;
  if (segment === element || isAlphanumeric(segment.charCodeAt(0)))
    return { refused: 'no segment terminator stands after ISA16' };
  const repetition = repetitionSeparator(elements[11] ?? '', elements[12] ?? '');
  const repeated = [element, segment, component].includes(repetition);
  const isClear = ![element, segment].includes(component) && !isAlphanumeric(component.charCodeAt(0));
  return {
    delimiters: { element, component, repetition: repeated ? '' : repetition, segment },
    exact,
    conflict: repeated || !isClear,
  };
}

function isAlphanumeric(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);
}

/** What may separate elements: anything but letters, digits, blanks and line ends (`VISA card` holds no ISA). */
export function isSeparator(byte: number): boolean {
  return !isAlphanumeric(byte) && ![0, 9, 10, 13, 32].includes(byte);
}
