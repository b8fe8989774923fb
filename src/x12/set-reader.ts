/**
 * Reads the segments of one transaction set in file order: places each in its loop by the guide's declaration and builds the
 * set's value. Two ways lead to the same result: the plain one interprets the declaration at every segment and is the oracle
 * of the tests; the fast one remembers where a segment id leads and decodes faultless segments by generated code.
 */
import { type Issue, type IssueCode, issue } from '../issue.ts';
import { maskValue } from './codec.ts';
import { type CompiledGuide, compileGuide } from './compile.ts';
import type { Guide, Item, LoopUse, SegmentUse } from './grammar.ts';
import { childPlan, findTarget, type LoopPlan, planOf, routeTarget, type Target } from './placement.ts';
import { notePlace, type Places } from './places.ts';
import type { ScannedSegment } from './scanner.ts';
import { decodeSegment, type ElementFault, type Value } from './segment-values.ts';
import { type Segment, segmentOf } from './tokenizer.ts';

/** A segment with its ordinal in the set (ST = 1). */
export type PlacedSegment = Segment & { ordinal: number };

/** Where a segment stands: its ordinal in the set and its offset in the file. */
export type SegmentPlace = { ordinal: number; offset: number };

/** A finished record loop with the loops around it, outermost first, and the segments it was read from. */
export type SetRecord = {
  loop: LoopUse;
  value: Value;
  parents: readonly Value[];
  first: SegmentPlace;
  lastOrdinal: number;
  /** Segments that fit no use of the guide, met inside the record. */
  unplaced: readonly PlacedSegment[];
};

export type SetSink = {
  record(record: SetRecord): void;
  issue(found: Issue): void;
};

export type SetReader = {
  /** Places one segment (neither ST nor SE); `ordinal` counts from ST = 1. */
  take(segment: ScannedSegment, ordinal: number): void;
  /** Closes all loops and gives back the set's value, without the records already handed out. */
  finish(): Value;
};

export type SetReaderOptions = {
  /** Leave records in the set's value as well as handing them out. */
  keepRecords?: boolean;
  /** Interpret the declaration at every segment. */
  plain?: boolean;
  /** Filled with the place of every segment and loop. */
  places?: Places | undefined;
  origin?: Issue['origin'];
};

type Frame = {
  plan: LoopPlan;
  loop: LoopUse;
  value: Value;
  /** Occurrences by item index. */
  counts: Int32Array;
  place: number;
  first: SegmentPlace;
  unplaced: PlacedSegment[] | undefined;
  /** HL01 where the loop is a hierarchical level. */
  level: string | undefined;
};

type State = {
  frames: Frame[];
  /** Frames by plan, reused: a loop is open once at a time. */
  spare: Map<LoopPlan, Frame>;
  compiled: CompiledGuide | undefined;
  sink: SetSink;
  keepRecords: boolean;
  places: Places | undefined;
  origin: Issue['origin'];
  /** HL segments met so far. */
  levels: number;
  lastOrdinal: number;
};

const NONE: readonly PlacedSegment[] = Object.freeze([]);
const SET_START: SegmentPlace = { ordinal: 1, offset: 0 };
const compiledGuides = new WeakMap<Guide, CompiledGuide>();

function compiledOf(guide: Guide): CompiledGuide {
  const known = compiledGuides.get(guide);
  if (known !== undefined) return known;
  const made = compileGuide(guide.root);
  compiledGuides.set(guide, made);
  return made;
}

/** A reader for one set of a guide. */
export function createSetReader(guide: Guide, sink: SetSink, options: SetReaderOptions = {}): SetReader {
  const state: State = {
    frames: [],
    spare: new Map(),
    compiled: options.plain === true ? undefined : compiledOf(guide),
    sink,
    keepRecords: options.keepRecords ?? false,
    places: options.places,
    origin: options.origin,
    levels: 0,
    lastOrdinal: 0,
  };
  pushFrame(state, planOf(guide), SET_START);
  return {
    take: (segment, ordinal) => takeSegment(state, segment, ordinal),
    finish() {
      while (state.frames.length > 1) closeLoop(state);
      checkRequired(state, state.frames[0]!, undefined);
      return state.frames[0]!.value;
    },
  };
}

function pushFrame(state: State, plan: LoopPlan, first: SegmentPlace): void {
  const value = state.compiled?.loops.get(plan.loop)?.() ?? {};
  const spare = state.spare.get(plan);
  if (spare === undefined) {
    const { loop } = plan;
    const counts = new Int32Array(loop.items.length);
    const frame: Frame = { plan, loop, value, counts, place: 0, first, unplaced: undefined, level: undefined };
    state.spare.set(plan, frame);
    state.frames.push(frame);
    return;
  }
  spare.value = value;
  spare.counts.fill(0);
  spare.place = 0;
  spare.first = first;
  spare.unplaced = undefined;
  spare.level = undefined;
  state.frames.push(spare);
}

function takeSegment(state: State, segment: ScannedSegment, ordinal: number): void {
  const { plan } = state.frames.at(-1)!;
  const target =
    state.compiled === undefined
      ? findTarget(plan, segment.elements(), segment.delimiters)
      : routeTarget(plan, segment);
  if (target === undefined) reportUnplaced(state, { ...segmentOf(segment), ordinal });
  else placeAt(state, segment, ordinal, target);
  state.lastOrdinal = ordinal;
}

function placeAt(state: State, segment: ScannedSegment, ordinal: number, target: Target): void {
  while (state.frames.length - 1 > target.depth) closeLoop(state);
  for (const loop of target.implied) enterLoop(state, segment, ordinal, loop);
  if (target.opens !== undefined) enterLoop(state, segment, ordinal, target.opens);
  const { use } = target;
  const frame = state.frames.at(-1)!;
  count(state, frame, use, segment, ordinal);
  if (use.shape.id === 'HL') {
    checkHierarchy(state, { ...segmentOf(segment), ordinal }, use);
    return;
  }
  const decoder = segment.odd ? undefined : state.compiled?.decoders.get(use);
  if (decoder?.(segment, frame.value) !== true) decodePlainly(state, frame, { ...segmentOf(segment), ordinal }, use);
  if (state.places !== undefined)
    notePlace(state.places, frame.value, use, { loop: frame.loop, ordinal, offset: segment.offset });
}

function decodePlainly(state: State, frame: Frame, segment: PlacedSegment, use: SegmentUse): void {
  if (segment.elements.every((text, at) => at === 0 || text === '')) {
    report(state, 'segment-empty', segment, frame.loop, { message: `${use.label} holds no data` });
    attach(frame.value, use.key, use.max > 1, {});
    return;
  }
  const value = decodeSegment(use, segment.elements, segment.delimiters, (fault) =>
    reportFault(state, segment, use, fault),
  );
  attach(frame.value, use.key, use.max > 1, value);
}

function enterLoop(state: State, segment: ScannedSegment, ordinal: number, loop: LoopUse): void {
  const parent = state.frames.at(-1)!;
  count(state, parent, loop, segment, ordinal);
  pushFrame(state, childPlan(parent.plan, loop), { ordinal, offset: segment.offset });
  state.places?.set(state.frames.at(-1)!.value, { loop, ordinal, offset: segment.offset });
}

function count(state: State, frame: Frame, item: Item, segment: ScannedSegment, ordinal: number): void {
  const times = ++frame.counts[item.index]!;
  if (times === item.max + 1) reportRepeat(state, frame, item, { ...segmentOf(segment), ordinal });
  if (item.place >= frame.place) frame.place = item.place;
  else
    report(state, 'segment-order', { ...segmentOf(segment), ordinal }, frame.loop, {
      message: `${item.label} stands after what should follow it`,
    });
}

function reportRepeat(state: State, frame: Frame, item: Item, segment: PlacedSegment): void {
  const isLoop = item.kind === 'loop';
  report(state, isLoop ? 'loop-repeat' : 'segment-repeat', segment, isLoop ? item : frame.loop, {
    message: `${item.label} occurs more than ${item.max} time(s)`,
    expected: `at most ${item.max}`,
  });
}

function attach(into: Value, key: string, many: boolean, value: unknown): void {
  if (!many) {
    into[key] ??= value;
    return;
  }
  const list = into[key];
  if (Array.isArray(list)) list.push(value);
  else into[key] = [value];
}

function closeLoop(state: State): void {
  const frame = state.frames.pop()!;
  checkRequired(state, frame, frame.first);
  const { loop, value } = frame;
  if (loop.record) {
    state.sink.record({
      loop,
      value,
      parents: state.frames.map((open) => open.value),
      first: frame.first,
      lastOrdinal: state.lastOrdinal,
      unplaced: frame.unplaced ?? NONE,
    });
    if (!state.keepRecords) return;
  }
  attach(state.frames.at(-1)!.value, loop.key, loop.max > 1, value);
}

function checkRequired(state: State, frame: Frame, first: SegmentPlace | undefined): void {
  for (const item of frame.loop.items) {
    if (item.usage !== 'R' || frame.counts[item.index] !== 0) continue;
    const isLoop = item.kind === 'loop';
    report(state, isLoop ? 'loop-missing' : 'segment-missing', first, isLoop ? item : frame.loop, {
      message: `${item.label} is required in loop ${frame.loop.id}`,
      ...segmentNamed(item),
      expected: isLoop ? `loop ${item.id}` : item.shape.id,
    });
  }
}

/** The segment that is missing; of a loop, the one that opens it. */
function segmentNamed(item: Item): { segmentId?: string } {
  const use = item.kind === 'segment' ? item : item.items[0];
  return use?.kind === 'segment' ? { segmentId: use.shape.id } : {};
}

/** HL01 counts from 1 in each set; HL02 names the level that encloses it; the other elements are as declared. */
function checkHierarchy(state: State, segment: PlacedSegment, use: SegmentUse): void {
  state.levels++;
  decodeSegment(use, segment.elements, segment.delimiters, (fault) => {
    if (fault.at > 2) reportFault(state, segment, use, fault);
  });
  const frame = state.frames.at(-1)!;
  const [, id, parent] = segment.elements;
  frame.level = id;
  const enclosing = state.frames.at(-2)?.level;
  if (id !== String(state.levels)) {
    report(state, 'hierarchy-number', segment, frame.loop, {
      message: 'HL01 does not count on',
      element: 'HL01',
      found: id ?? '',
      expected: String(state.levels),
    });
  }
  if ((parent ?? '') !== (enclosing ?? '')) {
    report(state, 'hierarchy-number', segment, frame.loop, {
      message: 'HL02 does not name the enclosing level',
      element: 'HL02',
      found: parent ?? '',
      expected: enclosing ?? 'nothing',
    });
  }
}

function reportUnplaced(state: State, segment: PlacedSegment): void {
  const frame = state.frames.at(-1)!;
  frame.unplaced ??= [];
  frame.unplaced.push(segment);
  const id = segment.elements[0] ?? '';
  const known = state.frames.some(({ loop }) => mentions(loop, id, 3));
  const valid = /^[A-Z][A-Z0-9]{1,2}$/.test(id);
  report(
    state,
    valid ? (known ? 'segment-unexpected' : 'segment-unknown') : 'segment-id-invalid',
    segment,
    frame.loop,
    {
      message: known
        ? 'this segment, or its qualifier, does not belong here'
        : 'this segment is not part of the guide here',
      found: valid ? id : maskValue(id),
    },
  );
}

function mentions(loop: LoopUse, id: string, depth: number): boolean {
  return loop.items.some((item) =>
    item.kind === 'segment' ? item.shape.id === id : depth > 0 && mentions(item, id, depth - 1),
  );
}

function reportFault(state: State, segment: PlacedSegment, use: SegmentUse, fault: ElementFault): void {
  const { element, text } = fault;
  const isCode = element.field.kind === 'scalar' && element.field.type === 'ID';
  report(state, fault.code, segment, state.frames.at(-1)!.loop, {
    message: `${use.label}: ${element.field.label}`,
    element: element.ref,
    ...(element.disputed ? { severity: 'warning' as const } : {}),
    ...(text === '' ? {} : { found: isCode ? text.slice(0, 40) : maskValue(text) }),
    expected: fault.expected,
  });
}

type Detail = Partial<Omit<Issue, 'type' | 'code' | 'snip' | 'origin' | 'loop'>> & { message: string };

function report(
  state: State,
  code: IssueCode,
  at: (SegmentPlace & Partial<Segment>) | undefined,
  loop: LoopUse,
  detail: Detail,
): void {
  const origin = { ...state.origin, ...(at === undefined ? {} : { segment: at.ordinal, offset: at.offset }) };
  const segmentId = at?.elements?.[0];
  state.sink.issue(
    issue(code, { loop: loop.id, ...(segmentId === undefined ? {} : { segmentId }), origin, ...detail }),
  );
}
