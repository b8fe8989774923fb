/** A stored file's segments as they stand, for the raw views: in pages, or the range that carries one claim. */
import { createTokenizer, type Segment } from '../x12/tokenizer.ts';

/** A segment with its place in the file (from 1) and, inside a set, in the set (ST = 1). */
export type RawSegment = {
  ordinal: number;
  gs06?: string;
  st02?: string;
  setOrdinal?: number;
  elements: readonly string[];
  separators: { element: string; component: string; terminator: string };
};

/** A place in a set, as origins and file_claims give it. */
export type SegmentPlace = { gs06?: string | undefined; st02: string; from: number; to: number };

/** Every segment of an X12 file, in order; empty when it holds no readable interchange. */
export function rawSegments(bytes: Uint8Array): RawSegment[] {
  const tokenizer = createTokenizer();
  const found = [...tokenizer.push(bytes), ...tokenizer.end()];
  const segments = found.filter((item): item is Segment => 'elements' in item);
  const place: { gs06?: string; st02?: string; setOrdinal: number } = { setOrdinal: 0 };
  return segments.map((segment, index) => number(segment, index + 1, place));
}

function number(
  segment: Segment,
  ordinal: number,
  place: { gs06?: string; st02?: string; setOrdinal: number },
): RawSegment {
  const [id, , second] = segment.elements;
  if (id === 'GS') place.gs06 = segment.elements[6] ?? '';
  if (id === 'ST') {
    place.st02 = second ?? '';
    place.setOrdinal = 0;
  }
  const { element, component, segment: terminator } = segment.delimiters;
  const raw: RawSegment = { ordinal, elements: segment.elements, separators: { element, component, terminator } };
  if (place.gs06 !== undefined) raw.gs06 = place.gs06;
  if (place.st02 !== undefined) {
    raw.st02 = place.st02;
    raw.setOrdinal = ++place.setOrdinal;
  }
  if (id === 'SE') delete place.st02;
  if (id === 'GE') delete place.gs06;
  return raw;
}

/** The segments that carry a claim: `from` to `to` of one set. */
export function segmentsAt(segments: readonly RawSegment[], place: SegmentPlace): RawSegment[] {
  return segments.filter(
    ({ gs06, st02, setOrdinal }) =>
      st02 === place.st02 &&
      (place.gs06 === undefined || sameNumber(gs06, place.gs06)) &&
      setOrdinal !== undefined &&
      setOrdinal >= place.from &&
      setOrdinal <= place.to,
  );
}

/** Control numbers are compared as sent, leading zeros aside. */
function sameNumber(a: string | undefined, b: string): boolean {
  return a !== undefined && a.replace(/^0+/, '') === b.replace(/^0+/, '');
}
