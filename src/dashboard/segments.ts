/** Segments as they stand in a file, one to a line. */
import type { RawSegment } from '../api/raw-segments.ts';
import { type Content, type Html, html } from './escape.ts';

const HEADS = new Set(['ISA', 'GS', 'ST', 'SE', 'GE', 'IEA', 'HL', 'CLM', 'CLP', 'LX', 'SVC']);

/** A list of segments; each is named by its ordinal in the set (ST = 1), or in the file outside of sets. */
export function segmentList(
  segments: readonly RawSegment[],
  isHit: (segment: RawSegment) => boolean = () => false,
): Html {
  return html`<ol class="segments" tabindex="0" aria-label="Segments">${segments.map((segment) => line(segment, isHit(segment)))}</ol>`;
}

function line(segment: RawSegment, hit: boolean): Html {
  const { elements, separators, ordinal, setOrdinal } = segment;
  const [id = '', ...rest] = elements;
  const kind = [HEADS.has(id) ? 'head' : '', hit ? 'hit' : ''].filter((name) => name !== '').join(' ');
  const place = setOrdinal === undefined ? html`${ordinal}` : html`<i>${ordinal} · </i>${setOrdinal}`;
  const title =
    setOrdinal === undefined
      ? `segment ${ordinal} of the file`
      : `segment ${setOrdinal} of set ${segment.st02}, ${ordinal} of the file`;
  // The ISA says what the component separator is; there it is data.
  const component = id === 'ISA' ? '' : separators.component;
  return html`<li id="s${ordinal}" class="${kind}"><span class="at" title="${title}">${place}</span><span><b>${id}</b>${rest.map((element) => html`<s>${separators.element}</s>${composite(element, component)}`)}<s>${visible(separators.terminator)}</s></span></li>`;
}

function composite(element: string, separator: string): Content {
  if (separator === '' || !element.includes(separator)) return element;
  return element.split(separator).map((part, index) => (index === 0 ? part : html`<s>${separator}</s>${part}`));
}

function visible(terminator: string): string {
  return terminator === '\n' || terminator === '\r' ? '' : terminator;
}
