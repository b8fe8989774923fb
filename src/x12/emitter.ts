/**
 * The way back: a set's value to its segments, in the order of the guide. SE01, HL and LX are computed, never data.
 * What a receiver would refuse (missing, too long, a code that is not allowed, a delimiter in data) comes back as issues.
 */
import { type Issue, type IssueCode, issue } from '../issue.ts';
import { foundText } from './codec.ts';
import { type WalkState, type Walks, walkOf, walksFor } from './compile-walk.ts';
import type { Delimiters } from './delimiters.ts';
import { type EncodeFault, encodeSegment } from './encode-segment.ts';
import type { Guide, Item, LoopUse, SegmentUse } from './grammar.ts';
import type { Places } from './places.ts';
import type { Value } from './segment-values.ts';
import { arrange, hasLevels, type Instance, instancesOf, listOf, type Spelling } from './spelling.ts';
import type { SegmentWriter } from './writer.ts';

export type EmitOptions = {
  writer: SegmentWriter;
  delimiters: Delimiters;
  st02: string;
  /** The version to write in ST03, where the guide writes one: its id or an alias of it. */
  st03?: string | undefined;
  /** Gives the value of a record loop when it is to be written, where the set's value holds something that stands for it. */
  recordOf?: ((standIn: object) => object) | undefined;
  /** Called for each record loop when it is written, with what the set's value holds. */
  onRecord?: ((record: WrittenRecord) => void) | undefined;
  /** Filled with the place of every segment and loop written. */
  places?: Places | undefined;
  /** How the set was spelled where it was read: what did not change is written like that. */
  spelling?: Spelling | undefined;
  /** Write without compiled encoders: slower, the same text and issues. */
  plain?: boolean | undefined;
};

/** The segments (ST = 1) written for a record, the new HL levels before it included, and the issues met in them. */
export type WrittenRecord = { value: object; from: number; to: number; issues: readonly Issue[] };

type State = EmitOptions &
  WalkState & {
    issues: Issue[];
    path: (string | number)[];
    levels: number;
    /** HL01 of the open levels. */
    open: number[];
    /** Since the last record: ordinal of the first HL written, and how many issues were known before it. */
    since: number;
    known: number;
    /** Segments read that no value holds, and that are not yet written. */
    strays: Set<number>;
    /** The compiled ways through loops; without them every segment is written the plain way. */
    walks: Walks | undefined;
  };

/** Writes one transaction set, ST to SE; gives back the issues met. */
export function emitSet<V extends object>(guide: Guide<V>, value: V, options: EmitOptions): Issue[] {
  const state = newState(options);
  const { st02, spelling, st03 = guide.id } = options;
  if (spelling === undefined) write(state, ['ST', guide.set, st02, ...(guide.st03 ? [st03] : [])]);
  else copyFrom(state, spelling.segments[0]?.elements ?? [], 1);
  emitItems(state, guide.root, value as Value, undefined);
  const last = spelling?.segments.at(-1)?.elements ?? [];
  copy(state, trailer('SE', state.ordinal + 1, st02, last[0] === 'SE' ? last : undefined));
  reportLost(state, guide.root);
  return state.issues;
}

function newState(options: EmitOptions): State {
  const { writer, delimiters, st02, recordOf, onRecord, places, spelling, plain } = options;
  const state: State = {
    writer,
    delimiters,
    st02,
    recordOf,
    onRecord,
    places,
    spelling,
    issues: [],
    path: [],
    ordinal: 0,
    levels: 0,
    open: [],
    since: 0,
    known: 0,
    strays: new Set(spelling?.strays),
    walks: plain === true || spelling !== undefined ? undefined : walksOf(options),
    characters: writer.rules.plain,
    end: writer.end,
    put: writer.put,
    item: (loop, item, given, inside) => emitGiven(state, loop, item, given, inside),
    one: (loop, item, given, index) => emitInstance(state, loop, { item, value: given as Value, index }),
  };
  return state;
}

/** The compiled ways; undefined where a delimiter may stand in a number or a code. */
function walksOf({ delimiters }: EmitOptions): Walks | undefined {
  const { element, component, repetition, segment } = delimiters;
  if ([element, component, repetition, segment].some((one) => /[A-Za-z0-9 .-]/.test(one))) return undefined;
  return walksFor(delimiters);
}

/** SE, GE or IEA: as it was spelled (`given`), as far as it is right. */
export function trailer(id: string, count: number, control: string, given: readonly string[] = []): string[] {
  const [, , controlled = '', ...more] = given;
  return [id, keptNumber(given[1], String(count)), controlled.trim() === control ? controlled : control, ...more];
}

/** A number as it was spelled, where it is the one to write. */
function keptNumber(given: string | undefined, number: string): string {
  return given !== undefined && given.trim() !== '' && Number(given) === Number(number) ? given : number;
}

function write(state: State, elements: readonly string[]): void {
  state.ordinal++;
  state.writer.segment(elements);
}

function copy(state: State, elements: readonly string[]): void {
  state.ordinal++;
  state.writer.copy(elements);
}

/** Writes a segment as it is spelled, and after it those segments that the value could not hold. */
function copyFrom(state: State, elements: readonly string[], ordinal: number): void {
  copy(state, elements);
  for (let at = ordinal + 1; state.strays.delete(at); at++) {
    const stray = state.spelling?.segments[at - 1]?.elements ?? [];
    state.issues.push(
      issue('segment-unexpected', {
        message: 'a segment that the value does not hold stays as it stood',
        segmentId: stray[0] ?? '',
        origin: { st02: state.st02, segment: state.ordinal + 1 },
      }),
    );
    copy(state, stray);
  }
}

/** Segments that no value holds go with the segment they followed. */
function reportLost(state: State, root: LoopUse): void {
  if (state.strays.size === 0) return;
  report(state, 'segment-unexpected', root, {
    severity: 'warning',
    found: `${state.strays.size} segment(s) that the value does not hold`,
    expected: 'the segment they followed: they are left out with it',
  });
}

/** `opener` stands for the first item, where its value is computed. */
function emitItems(state: State, loop: LoopUse, value: Value, opener: Value | undefined): void {
  if (state.spelling !== undefined) emitArranged(state, loop, value, opener, state.spelling);
  else if (state.walks !== undefined) walkOf(state.walks, loop)(value, opener, state);
  else
    for (const item of loop.items) {
      const given = item.index === 0 && opener !== undefined ? opener : value[item.key];
      // What is absent and need not be there says nothing.
      if (given !== undefined || item.usage === 'R' || isOpeningLevel(item)) emitGiven(state, loop, item, given, value);
    }
}

function emitGiven(state: State, loop: LoopUse, item: Item, given: unknown, value: Value): void {
  if (isOpeningLevel(item)) {
    emitLevel(state, loop, item, value);
    return;
  }
  const instances = listOf(given);
  checkTimes(state, item, instances.length);
  for (let index = 0; index < instances.length; index++)
    emitInstance(state, loop, { item, value: instances[index]!, index });
}

/** The same in the order in which the instances came. */
function emitArranged(state: State, loop: LoopUse, value: Value, opener: Value | undefined, spelling: Spelling): void {
  const given: Instance[] = [];
  for (const item of loop.items) {
    if (isOpeningLevel(item)) {
      emitLevel(state, loop, item, value);
      continue;
    }
    const instances = item.index === 0 && opener !== undefined ? [opener] : instancesOf(value, item);
    checkTimes(state, item, instances.length);
    for (const [index, instance] of instances.entries()) given.push({ item, value: instance, index });
  }
  let place = 0;
  for (const instance of arrange(given, spelling)) {
    const { item } = instance;
    if (item.place < place) report(state, 'segment-order', item, {});
    place = Math.max(place, item.place);
    emitInstance(state, loop, instance);
  }
}

function isOpeningLevel(item: Item): item is SegmentUse {
  return item.kind === 'segment' && item.shape.id === 'HL';
}

function emitInstance(state: State, loop: LoopUse, { item, value, index }: Instance): void {
  state.path.push(item.key);
  if (item.max > 1) state.path.push(index);
  if (item.kind === 'segment') emitSegment(state, loop, item, value);
  else emitLoop(state, item, value, index);
  if (item.max > 1) state.path.pop();
  state.path.pop();
}

function checkTimes(state: State, item: Item, times: number): void {
  if (times === 0) {
    state.path.push(item.key);
    reportAbsent(state, item);
    state.path.pop();
  }
  if (times > item.max)
    report(state, item.kind === 'loop' ? 'loop-repeat' : 'segment-repeat', item, { expected: `at most ${item.max}` });
}

function reportAbsent(state: State, item: Item): void {
  if (item.usage !== 'R') return;
  report(state, item.kind === 'loop' ? 'loop-missing' : 'segment-missing', item, {
    expected: item.kind === 'loop' ? `loop ${item.id}` : item.shape.id,
  });
}

function emitLoop(state: State, loop: LoopUse, value: Value, index: number): void {
  if (loop.record) begin(state);
  const inside = loop.record && state.recordOf !== undefined ? (state.recordOf(value) as Value) : value;
  state.places?.set(inside, { loop, ordinal: state.ordinal + 1 });
  const depth = state.open.length;
  emitItems(state, loop, inside, numberOf(state, loop, inside, index));
  while (state.open.length > depth) state.open.pop();
  if (!loop.record) return;
  state.onRecord?.({ value, from: state.since, to: state.ordinal, issues: issuesSince(state) });
  state.since = 0;
}

const NONE: readonly Issue[] = Object.freeze([]);

function issuesSince({ issues, known }: State): readonly Issue[] {
  return issues.length === known ? NONE : issues.slice(known);
}

/** LX counts the loops of its parent where no other number is given; one that counted when it was read counts on. */
function numberOf(state: State, loop: LoopUse, value: Value, index: number): Value | undefined {
  const opener = loop.items[0];
  if (opener?.kind !== 'segment' || opener.shape.id !== 'LX' || cameWithout(state, value, opener)) return undefined;
  const given = value[opener.key] as { number?: number } | undefined;
  const before = state.spelling?.parts.get(value)?.index;
  const counted = before !== undefined && before !== index && given?.number === before + 1;
  return given === undefined || counted ? { number: index + 1 } : undefined;
}

/** What is written from here on belongs to the next record. */
function begin(state: State): void {
  if (state.since !== 0) return;
  state.since = state.ordinal + 1;
  state.known = state.issues.length;
}

/** HL: the next number, the enclosing level, the level code, and whether levels follow below. */
function emitLevel(state: State, loop: LoopUse, use: SegmentUse, value: Value): void {
  if (cameWithout(state, value, use)) {
    reportAbsent(state, use);
    return;
  }
  state.levels++;
  begin(state);
  const number = String(state.levels);
  const parent = String(state.open.at(-1) ?? '');
  const below = hasLevels(loop, value);
  const usesChild = use.layout.elements[3]?.usage !== 'N';
  const part = state.spelling?.parts.get(value);
  const spelled = part && spelledAt(state, value, use);
  if (spelled === undefined) {
    const code = [...(use.qualifiers.find(({ at }) => at === 3)?.codes ?? [])][0] ?? '';
    write(state, ['HL', number, parent, code, usesChild ? (below ? '1' : '0') : '']);
  } else {
    const [id = '', one, other, code = '', child = '', ...more] = spelled;
    const kept = !usesChild || below === part?.below ? child : below ? '1' : '0';
    const elements = [id, keptNumber(one, number), keptNumber(other, parent), code, kept, ...more];
    copyFrom(state, elements.slice(0, Math.max(spelled.length, kept === '' ? 0 : 5)), part?.ordinal ?? 0);
  }
  state.open.push(state.levels);
}

/** A segment with its place and, where it was read, how it was spelled there. */
function emitSegment(state: State, loop: LoopUse, use: SegmentUse, value: Value): void {
  const spelled = spelledAt(state, value, use);
  const texts = encodeSegment(use, value, { ...state, report: (fault) => reportFault(state, use, fault) }, spelled);
  if (texts.every((text) => text === '') && spelled?.slice(1).every((text) => text === '') !== true) {
    reportAbsent(state, use);
    return;
  }
  if (spelled === undefined) write(state, [use.shape.id, ...texts]);
  else copyFrom(state, [use.shape.id, ...texts], state.spelling?.parts.get(value)?.ordinal ?? 0);
  state.places?.set(value, { loop, use, ordinal: state.ordinal });
}

/** Whether a loop was read without the segment that should open it. */
function cameWithout({ spelling }: State, value: Value, opener: SegmentUse): boolean {
  const part = spelling?.parts.get(value);
  return part !== undefined && spelling?.segments[part.ordinal - 1]?.elements[0] !== opener.shape.id;
}

/** The elements that a segment's value was read from. */
function spelledAt({ spelling }: State, value: Value, use: SegmentUse): readonly string[] | undefined {
  const part = spelling?.parts.get(value);
  const segment = part === undefined ? undefined : spelling?.segments[part.ordinal - 1];
  return segment?.elements[0] === use.shape.id ? segment.elements : undefined;
}

const TEXT_CODES: ReadonlySet<IssueCode> = new Set(['delimiter-conflict', 'element-character', 'text-replaced']);

function reportFault(state: State, use: SegmentUse, { code, element, text, expected }: EncodeFault): void {
  report(state, code, use, {
    element: element.ref,
    expected,
    // Sources may differ on what the guide asks, never on what can be written.
    ...(element.disputed && !TEXT_CODES.has(code) ? { severity: 'warning' as const } : {}),
    ...(text === '' ? {} : { found: foundText(element.field, text) }),
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
