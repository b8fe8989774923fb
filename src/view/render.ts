/** Inspected lines as text: a gutter with ordinals, indented, wrapped at a width, painted where colours are wanted. */
import type { Issue } from '../issue.ts';
import { describeFinding } from './finding-text.ts';
import type { Part, Value, ViewLine } from './view-line.ts';

/** What a piece of text is, for who paints it. */
export type Ink = 'ordinal' | 'loop' | 'segment' | 'label' | 'name' | 'value' | 'meaning' | Issue['severity'];

export type Layout = {
  /** Columns; Infinity: no line is broken. */
  width: number;
  paint: (ink: Ink, text: string) => string;
};

type Span = { ink: Ink; text: string };

const GUTTER = 7;
const STEP = 2;

/** One line as text, without the line end; it holds line breaks where it is wider than the width. */
export function renderLine(line: ViewLine, layout: Layout): string {
  const indent = GUTTER + line.depth * STEP;
  switch (line.kind) {
    case 'loop':
      return `${' '.repeat(indent)}${layout.paint('loop', `Loop ${line.id}  ${line.label}`)}`;
    case 'segment': {
      const ordinal = line.ordinal === undefined ? '' : String(line.ordinal);
      const gutter = layout.paint('ordinal', ordinal.padStart(GUTTER - 2).padEnd(GUTTER));
      return `${gutter}${' '.repeat(indent - GUTTER)}${wrap(segmentWords(line), indent, layout)}`;
    }
    case 'finding': {
      const { severity } = line.finding;
      const words = describeFinding(line.finding).split(' ');
      const spans = words.map((text, at) => [{ ink: severity, text: at === 0 ? text : ` ${text}` }]);
      return `${layout.paint(severity, '!'.padStart(GUTTER - 2).padEnd(GUTTER))}${' '.repeat(indent - GUTTER)}${wrap(spans, indent, layout)}`;
    }
  }
}

/** Words that stay together on a line. */
type Word = readonly Span[];

function segmentWords({ id, label, parts }: ViewLine & { kind: 'segment' }): Word[] {
  const head: Span[] = [{ ink: 'segment', text: id.padEnd(3) }];
  if (label !== '') head.push({ ink: 'label', text: ` ${label}` });
  const words: Word[] = [head];
  for (const [index, part] of parts.entries()) {
    const lead = index === 0 ? '  ' : ' · ';
    for (const [at, word] of wordsOf(part).entries())
      words.push([{ ink: 'name', text: at === 0 ? lead : ', ' }, ...word]);
  }
  return words;
}

function wordsOf(part: Part): Word[] {
  const name: Span[] = part.name === '' ? [] : [{ ink: 'name', text: `${part.name} ` }];
  if (!('parts' in part)) return [[...name, ...valueSpans(part)]];
  const inner = part.parts.flatMap(wordsOf);
  return inner.map((word, at) => (at === 0 ? [...name, ...word] : word));
}

function valueSpans({ value, label }: Value): Span[] {
  return label === undefined
    ? [{ ink: 'value', text: value }]
    : [
        { ink: 'value', text: value },
        { ink: 'meaning', text: ` (${label})` },
      ];
}

/** Puts words on lines; a line that goes on is indented further. */
function wrap(words: readonly Word[], indent: number, { width, paint }: Layout): string {
  const hang = indent + 2 * STEP;
  let column = indent;
  let text = '';
  for (const word of words) {
    const length = word.reduce((sum, span) => sum + span.text.length, 0);
    const isFirst = text === '';
    const breaks = !isFirst && column + length > width && column > hang;
    const spans = breaks ? unlead(word) : word;
    if (breaks) {
      text += `\n${' '.repeat(hang)}`;
      column = hang;
    }
    text += spans.map(({ ink, text: one }) => paint(ink, one)).join('');
    column += spans.reduce((sum, span) => sum + span.text.length, 0);
  }
  return text;
}

/** A word at the beginning of a line needs no separator before it. */
function unlead(word: Word): Word {
  const [lead, ...rest] = word;
  return lead === undefined || rest.length > 0 ? rest : [{ ...lead, text: lead.text.trimStart() }];
}
