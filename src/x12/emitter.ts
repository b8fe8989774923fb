/**
 * The way back: a set's value to its segments, in the order of the guide. SE01, HL and LX are computed, never data.
 * What a receiver would refuse (missing, too long, a code that is not allowed, a delimiter in data) comes back as issues.
 */
import { type Issue, type IssueCode, issue } from '../issue.ts';
import { encodeScalar, maskValue } from './codec.ts';
import type { Delimiters } from './delimiters.ts';
import type { ElementUse, Guide, Item, Layout, LoopUse, SegmentUse } from './grammar.ts';
import type { Places } from './places.ts';
import { checkSyntax, textFault, type Value } from './segment-values.ts';
import type { SegmentWriter } from './writer.ts';

export type EmitOptions = {
  writer: SegmentWriter;
  delimiters: Delimiters;
  st02: string;
  /** Called for each record loop when it is written. */
  onRecord?: (record: WrittenRecord) => void;
  /** Filled with the place of every segment and loop written. */
  places?: Places;
};

/** The segments (ST = 1) written for a record, the new HL levels before it included, and the issues met in them. */
export type WrittenRecord = { value: object; from: number; to: number; issues: readonly Issue[] };

type State = EmitOptions & {
  issues: Issue[];
  path: (string | number)[];
  /** Ordinal of the last written segment, ST = 1. */
  ordinal: number;
  levels: number;
  /** HL01 of the open levels. */
  open: number[];
  /** Since the last record: ordinal of the first HL written, and how many issues were known before it. */
  since: number;
  known: number;
};

/** Writes one transaction set, ST to SE; gives back the issues met. */
export function emitSet<V extends object>(guide: Guide<V>, value: V, options: EmitOptions): Issue[] {
  const state: State = { ...options, issues: [], path: [], ordinal: 0, levels: 0, open: [], since: 0, known: 0 };
  write(state, ['ST', guide.set, options.st02, ...(guide.st03 ? [guide.id] : [])]);
  emitItems(state, guide.root, value as Value);
  write(state, ['SE', String(state.ordinal + 1), options.st02]);
  return state.issues;
}

function write(state: State, elements: readonly string[]): void {
  state.ordinal++;
  state.writer.segment(elements);
}

function emitItems(state: State, loop: LoopUse, value: Value): void {
  for (const item of loop.items) {
    const given = value[item.key];
    if (item.kind === 'segment' && item.shape.id === 'HL') {
      emitLevel(state, loop, item, value);
      continue;
    }
    const instances = listOf(given);
    if (instances.length === 0) reportAbsent(state, item);
    instances.forEach((instance, index) => {
      state.path.push(item.key);
      if (item.max > 1) state.path.push(index);
      if (item.kind === 'segment') emitSegment(state, loop, item, instance);
      else emitLoop(state, item, instance, index);
      state.path.length -= item.max > 1 ? 2 : 1;
    });
    if (instances.length > item.max)
      report(state, item.kind === 'loop' ? 'loop-repeat' : 'segment-repeat', item, { expected: `at most ${item.max}` });
  }
}

function listOf(given: unknown): Value[] {
  if (Array.isArray(given)) return given as Value[];
  if (given === undefined || given === null) return [];
  return [given as Value];
}

function reportAbsent(state: State, item: Item): void {
  if (item.usage !== 'R') return;
  report(state, item.kind === 'loop' ? 'loop-missing' : 'segment-missing', item, {
    expected: item.kind === 'loop' ? `loop ${item.id}` : item.shape.id,
  });
}

function emitLoop(state: State, loop: LoopUse, value: Value, index: number): void {
  if (loop.record) begin(state);
  state.places?.set(value, { loop, ordinal: state.ordinal + 1 });
  const depth = state.open.length;
  const opener = loop.items[0];
  // LX counts the loops of its parent.
  const numbered = opener?.kind === 'segment' && opener.shape.id === 'LX' && value[opener.key] === undefined;
  emitItems(state, loop, numbered ? { ...value, [opener.key]: { number: index + 1 } } : value);
  state.open.length = depth;
  if (!loop.record) return;
  state.onRecord?.({ value, from: state.since, to: state.ordinal, issues: state.issues.slice(state.known) });
  state.since = 0;
}

/** What is written from here on belongs to the next record. */
function begin(state: State): void {
  if (state.since !== 0) return;
  state.since = state.ordinal + 1;
  state.known = state.issues.length;
}

/** HL: the next number, the enclosing level, the level code, and whether levels follow below. */
function emitLevel(state: State, loop: LoopUse, use: SegmentUse, value: Value): void {
  state.levels++;
  begin(state);
  const code = [...(use.qualifiers.find(({ at }) => at === 3)?.codes ?? [])][0] ?? '';
  const below = loop.items.some((item) => item.kind === 'loop' && isLevel(item) && listOf(value[item.key]).length > 0);
  const usesChild = use.layout.elements[3]?.usage !== 'N';
  write(state, [
    'HL',
    String(state.levels),
    String(state.open.at(-1) ?? ''),
    code,
    usesChild ? (below ? '1' : '0') : '',
  ]);
  state.open.push(state.levels);
}

function isLevel(loop: LoopUse): boolean {
  const opener = loop.items[0];
  return opener?.kind === 'segment' && opener.shape.id === 'HL';
}

function emitSegment(state: State, loop: LoopUse, use: SegmentUse, value: Value): void {
  const texts = encodeLayout(state, use, use.layout, value);
  if (texts.every((text) => text === '')) {
    reportAbsent(state, use);
    return;
  }
  checkSyntax(use.shape.syntax, use.layout, texts, ({ code, element, expected }) =>
    reportElement(state, use, element, code, '', expected),
  );
  write(state, [use.shape.id, ...texts]);
  state.places?.set(value, { loop, use, ordinal: state.ordinal });
}

function encodeLayout(state: State, use: SegmentUse, layout: Layout, value: Value): string[] {
  const texts: string[] = new Array(layout.elements.length).fill('');
  const format = typeof value.format === 'string' ? value.format : undefined;
  const put = (element: ElementUse, given: unknown) => {
    texts[element.at - 1] = encodeElement(state, use, element, given, format);
  };
  for (const slot of layout.slots) {
    if (slot.kind === 'one') {
      put(slot.element, value[slot.key]);
      continue;
    }
    const rows = (value[slot.key] ?? []) as unknown[];
    if (rows.length > slot.rows.length)
      reportElement(state, use, slot.rows[0]![0]!, 'element-too-many', '', `at most ${slot.rows.length} times`);
    slot.rows.forEach((row, index) => {
      const given = rows[index];
      if (given === undefined && index > 0) return;
      for (const element of row) put(element, slot.plain ? given : (given as Value | undefined)?.[element.field.key]);
    });
  }
  return texts;
}

function encodeElement(
  state: State,
  use: SegmentUse,
  element: ElementUse,
  given: unknown,
  format: string | undefined,
): string {
  if (given === undefined || given === null || (typeof given === 'string' && given.trim() === '')) {
    if (element.usage === 'R')
      reportElement(state, use, element, 'element-missing', '', 'a value: it is required here');
    return '';
  }
  if (element.usage === 'N') {
    reportElement(state, use, element, 'element-not-used', '', 'nothing: it is not used here');
    return '';
  }
  if (!Array.isArray(given)) return encodeOne(state, use, element, given, format);
  if (given.length > element.repeat)
    reportElement(state, use, element, 'element-repeat', '', `at most ${element.repeat} repetition(s)`);
  return given.map((one) => encodeOne(state, use, element, one, format)).join(state.delimiters.repetition);
}

function encodeOne(
  state: State,
  use: SegmentUse,
  element: ElementUse,
  given: unknown,
  format: string | undefined,
): string {
  const { field } = element;
  if (field.kind === 'composite') {
    const parts = encodeLayout(state, use, element.layout!, given as Value);
    let last = parts.length;
    while (last > 0 && parts[last - 1] === '') last--;
    return parts.slice(0, last).join(state.delimiters.component);
  }
  const text = encodeScalar(field, given as string | number, format);
  const wrong = textFault(element, field, text);
  if (wrong !== undefined) reportElement(state, use, element, wrong.code, text, wrong.expected);
  if (!state.writer.conflicts(text)) return text;
  reportElement(state, use, element, 'delimiter-conflict', text, 'text without the delimiters of this partner');
  return state.writer.clean(text);
}

function reportElement(
  state: State,
  use: SegmentUse,
  element: ElementUse,
  code: IssueCode,
  text: string,
  expected: string,
): void {
  const isCode = element.field.kind === 'scalar' && element.field.type === 'ID';
  report(state, code, use, {
    element: element.ref,
    expected,
    ...(element.disputed ? { severity: 'warning' as const } : {}),
    ...(text === '' ? {} : { found: isCode ? text : maskValue(text) }),
  });
}

type Detail = Pick<Partial<Issue>, 'element' | 'expected' | 'found' | 'severity'>;

function report(state: State, code: IssueCode, item: Item, detail: Detail): void {
  const path = state.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
  const place = item.kind === 'segment' ? { segmentId: item.shape.id } : { loop: item.id };
  state.issues.push(
    issue(code, {
      message: item.label,
      path,
      ...place,
      origin: { st02: state.st02, segment: state.ordinal + 1 },
      ...detail,
    }),
  );
}
