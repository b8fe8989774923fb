/** A file read and written again: what did not change stays as it was spelled. */
import { isUtf8 } from 'node:buffer';
import { WIRE } from './guides/index.ts';
import type { Issue, IssueCode } from './issue.ts';
import { piecesOf } from './source.ts';
import { emitSet, trailer } from './x12/emitter.ts';
import type { GroupHeader, InterchangeHeader } from './x12/envelope.ts';
import type { Guide } from './x12/grammar.ts';
import type { Places } from './x12/places.ts';
import { createWireReader, type WireItem } from './x12/reader.ts';
import { spellingOf } from './x12/spelling.ts';
import type { Segment } from './x12/tokenizer.ts';
import { createSegmentWriter, type SegmentWriter } from './x12/writer.ts';

/** A transaction set between reading and writing. */
export type RewrittenSet = {
  /** Its guide; undefined for a set that no guide is known for, which is copied segment by segment. */
  guide: Guide | undefined;
  isa13: string;
  gs06: string;
  st01: string;
  st02: string;
  /** The set's value, when it is one of this guide: change it in place. */
  as<V>(guide: Guide<V>): V | undefined;
};

/** Called for each set in file order; `'drop'` leaves it out. */
export type SetChange = (set: RewrittenSet) => 'drop' | undefined;

export type RewriteOptions = {
  /** Name of the file, repeated in every origin. */
  file?: string;
  /** Text after each segment terminator; what follows the first ISA where not given. */
  lineBreak?: string;
};

/** The text, and what a receiver would refuse in it; also what of the source could not be carried over. */
export type RewrittenInterchange = {
  text: string;
  issues: Issue[];
  /** What the source was encoded in, for `Buffer.from(text, encoding)`: Latin-1 where it is no UTF-8. */
  encoding: 'utf8' | 'latin1';
};

/**
 * Reads a file's sets and writes them back, each after `change` has seen it: to correct a file, to take identities out of it,
 * to split it. A value that was not changed is written as it was spelled (`100.00` stays `100.00`), siblings keep their order,
 * and what the guide has no place for stays where it stood. Counts, HL numbers and missing trailers are made right. A group
 * or an interchange that loses all of its sets is left out. Text outside interchanges is not carried over. Never throws for
 * what the data holds.
 * @example
 * const { text } = rewriteInterchange(bytes, (set) => {
 *   const remit = set.as(guide835);
 *   if (remit !== undefined) remit.payer.name.name = 'PLAN';
 * });
 */
export function rewriteInterchange(
  source: string | Uint8Array,
  change: SetChange = () => undefined,
  options: RewriteOptions = {},
): RewrittenInterchange {
  const bytes = typeof source === 'string' ? Buffer.from(source) : source;
  const { file } = options;
  const places: Places = new WeakMap();
  const reader = createWireReader({
    ...WIRE,
    ...(file === undefined ? {} : { file }),
    keepRecords: true,
    keepSegments: true,
    places,
  });
  const state: State = {
    change,
    places,
    lineBreakOf: (isa) => options.lineBreak ?? lineBreakAfter(bytes, isa),
    done: '',
    writer: undefined,
    interchange: undefined,
    group: undefined,
    found: undefined,
    issues: [],
  };
  for (const piece of piecesOf(bytes)) for (const item of reader.push(piece)) takeItem(state, item);
  for (const item of reader.end()) takeItem(state, item);
  return {
    text: state.done + (state.writer?.text() ?? ''),
    issues: state.issues,
    // UTF-16 is full of NULs, and is written as UTF-8.
    encoding: isUtf8(bytes) || bytes.includes(0) ? 'utf8' : 'latin1',
  };
}

/** An envelope that is open; its header is written with the first thing inside that stays. */
type Open<H> = { header: H; segment: Segment; written: boolean; count: number };

type State = {
  change: SetChange;
  places: Places;
  lineBreakOf(isa: Segment): string;
  /** Text of the interchanges before this one. */
  done: string;
  writer: SegmentWriter | undefined;
  interchange: Open<InterchangeHeader> | undefined;
  group: Open<GroupHeader> | undefined;
  /** Issues of the reader in the set that is open. */
  found: Issue[] | undefined;
  issues: Issue[];
};

function takeItem(state: State, item: WireItem): void {
  switch (item.kind) {
    case 'interchange':
      state.done += state.writer?.text() ?? '';
      state.writer = createSegmentWriter(item.segment.delimiters, state.lineBreakOf(item.segment));
      state.interchange = { header: item.header, segment: item.segment, written: false, count: 0 };
      return;
    case 'group':
      state.group = { header: item.header, segment: item.segment, written: false, count: 0 };
      return;
    case 'set':
      state.found = [];
      return;
    case 'set-end':
      takeSet(state, item);
      state.found = undefined;
      return;
    case 'group-end':
      closeGroup(state, item);
      return;
    case 'interchange-end':
      closeInterchange(state, item);
      return;
    case 'stray':
    case 'ta1':
      openEnvelope(state);
      state.writer?.copy(item.segment.elements);
      return;
    case 'issue':
      (state.found ?? state.issues).push(...kept(item.issue, state.found !== undefined));
  }
}

/** What is written anew, and so is right whatever it was. */
const CORRECTED: ReadonlySet<IssueCode> = new Set([
  'set-trailer-missing', 'set-control-number', 'set-segment-count',
  'group-trailer-missing', 'group-control-number', 'group-set-count',
  'interchange-trailer-missing', 'interchange-control-number', 'interchange-group-count',
]); // biome-ignore format: a line for each envelope

/** Of the reader's findings those that hold for the new text too; what is in a set the emitter says. */
function kept(found: Issue, inSet: boolean): Issue[] {
  if (CORRECTED.has(found.code)) return [];
  return inSet && /^(segment|loop|element|component|hierarchy)-/.test(found.code) ? [] : [found];
}

/** Writes the headers that are still to be written. */
function openEnvelope({ writer, interchange, group }: State): void {
  for (const open of [interchange, group]) {
    if (open === undefined || open.written) continue;
    writer?.copy(open.segment.elements);
    open.written = true;
    if (open === group && interchange !== undefined) interchange.count++;
  }
}

function takeSet(state: State, { guide, header, value, raw, origin }: WireItem & { kind: 'set-end' }): void {
  const { st01, st02 } = header;
  const set: RewrittenSet = {
    guide,
    isa13: origin.isa13 ?? '',
    gs06: origin.gs06 ?? '',
    st01,
    st02,
    // The reader built the value by this guide's declaration.
    as: <V>(wanted: Guide<V>) => (wanted.id === guide?.id && wanted.set === guide.set ? (value as V) : undefined),
  };
  const spelling = guide === undefined ? undefined : spellingOf(guide.root, value, raw, state.places);
  if (state.change(set) === 'drop') return;
  openEnvelope(state);
  if (state.group !== undefined) state.group.count++;
  state.issues.push(...(state.found ?? []));
  const { writer } = state;
  if (writer === undefined) return;
  if (guide === undefined || spelling === undefined) {
    copySet(writer, raw, st02);
    return;
  }
  const { segment: _segment, offset: _offset, ...place } = origin;
  const delimiters = raw[0]!.delimiters;
  for (const found of emitSet(guide, value, { writer, delimiters, st02, spelling }))
    state.issues.push({ ...found, origin: { ...place, ...found.origin } });
}

function copySet(writer: SegmentWriter, raw: readonly Segment[], st02: string): void {
  const last = raw.at(-1)?.elements;
  const body = last?.[0] === 'SE' ? raw.slice(0, -1) : raw;
  for (const { elements } of body) writer.copy(elements);
  writer.copy(trailer('SE', body.length + 1, st02, last?.[0] === 'SE' ? last : []));
}

/** GE, where anything of the group was written or it was empty from the start. */
function closeGroup(state: State, { header, sets, segment }: WireItem & { kind: 'group-end' }): void {
  const { group } = state;
  if (group === undefined) return;
  if (sets === 0) openEnvelope(state);
  if (group.written) state.writer?.copy(trailer('GE', group.count, header.gs06, segment?.elements));
  state.group = undefined;
}

function closeInterchange(state: State, { header, groups, segment }: WireItem & { kind: 'interchange-end' }): void {
  const { interchange } = state;
  if (interchange === undefined) return;
  if (groups === 0) openEnvelope(state);
  if (interchange.written) state.writer?.copy(trailer('IEA', interchange.count, header.isa13, segment?.elements));
  state.interchange = undefined;
}

/** The line break that follows an ISA; none where the terminator is one. */
function lineBreakAfter(bytes: Uint8Array, { offset, length, delimiters }: Segment): string {
  if (/[\r\n]/.test(delimiters.segment)) return '';
  const from = offset + length + 1;
  let to = from;
  // In UTF-16 each character has a NUL beside it.
  while (to < bytes.length && [0, 10, 13].includes(bytes[to]!)) to++;
  return Buffer.from(bytes.subarray(from, to)).toString('latin1').replaceAll('\0', '');
}
