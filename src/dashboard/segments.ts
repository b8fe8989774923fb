/** Segments as they stand in a file, one to a line. */
import type { RawSegment } from '../api/raw-segments.ts';
import { type Content, type Html, html } from '../html.ts';

const HEADS = new Set(['ISA', 'GS', 'ST', 'SE', 'GE', 'IEA', 'HL', 'CLM', 'CLP', 'LX', 'SVC']);

/** A list of segments, each with its ordinal in its set (ST = 1); with `inFile` also with the one in the file. */
export function segmentList(
  segments: readonly RawSegment[],
  { inFile = false, isHit = () => false }: { inFile?: boolean; isHit?: (segment: RawSegment) => boolean } = {},
): Html {
  const columns = inFile
    ? html`<li class="legend"><span class="at file">file</span><span class="at">set</span></li>`
    : html`<li class="legend"><span class="at">set</span></li>`;
  const lines = segments.map((segment) => line(segment, inFile, isHit(segment)));
  return html`<ul class="segments" tabindex="0" aria-label="Segments">${columns}${lines}</ul>`;
}

function line(segment: RawSegment, inFile: boolean, hit: boolean): Html {
  const { elements, separators, ordinal, setOrdinal } = segment;
  const [id = '', ...rest] = elements;
  const kind = [HEADS.has(id) ? 'head' : '', hit ? 'hit' : ''].filter((name) => name !== '').join(' ');
  // The ISA says what the component separator is; there it is data.
  const component = id === 'ISA' ? '' : separators.component;
  return html`<li id="${hit && inFile ? 'hit' : `s${ordinal}`}" class="${kind}">${inFile ? html`<span class="at file">${ordinal}</span>` : ''}<span class="at">${setOrdinal}</span><span class="text"><b>${id}</b>${rest.map((element) => html`<s>${separators.element}</s>${composite(element, component)}`)}<s>${visible(separators.terminator)}</s></span></li>`;
}

function composite(element: string, separator: string): Content {
  if (separator === '' || !element.includes(separator)) return element;
  return element.split(separator).map((part, index) => (index === 0 ? part : html`<s>${separator}</s>${part}`));
}

function visible(terminator: string): string {
  return terminator === '\n' || terminator === '\r' ? '' : terminator;
}
