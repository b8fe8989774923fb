/** Which of a file's segments a page shows: by page number, or the page that holds the place asked for. */
import { type RawSegment, segmentsAt } from '../api/raw-segments.ts';
import type { SegmentWindow } from './files.ts';

const PER_PAGE = 250;

export type WindowQuery = {
  page?: number | undefined;
  gs06?: string | undefined;
  st02?: string | undefined;
  segment?: number | undefined;
};

/** The window on the segments that the query asks for. */
export function windowOf(segments: readonly RawSegment[], { page, gs06, st02, segment }: WindowQuery): SegmentWindow {
  const pages = Math.max(1, Math.ceil(segments.length / PER_PAGE));
  const from = segment ?? 1;
  const target = st02 === undefined ? undefined : segmentsAt(segments, { gs06, st02, from, to: from })[0];
  const wanted = page ?? (target === undefined ? 1 : Math.ceil(target.ordinal / PER_PAGE));
  const shown = Math.min(wanted, pages);
  return {
    segments: segments.slice((shown - 1) * PER_PAGE, shown * PER_PAGE),
    total: segments.length,
    page: shown,
    pages,
    hit: (one) => target !== undefined && one.ordinal === target.ordinal,
  };
}
