/**
 * Reads the segments of one transaction set in file order: places each in its loop by the guide's declaration and builds the
 * set's value. Two ways lead to the same result: the plain one interprets the declaration at every segment and is the oracle
 * of the tests; the fast one places and decodes faultless segments by generated code.
 */
import { type Issue, type IssueCode, issue } from '../issue.ts';
import { plainNumber } from './bytes.ts';
import { foundText, maskValue } from './codec.ts';
import { decoderOf } from './compile.ts';
import { growForm } from './compile-loop.ts';
import { attach, childFrame, type Frame, handOut, newFrame, openFrame, type PlacedSegment } from './frame.ts';
import type { Guide, Item, LoopUse, SegmentUse } from './grammar.ts';
import { findTarget, learnWay, planOf, routeTarget, type Target } from './placement.ts';
import { notePlace, type Places } from './places.ts';
import type { ScannedSegment } from './scanned-segment.ts';
import { decodeSegment, type ElementFault, type Value } from './segment-values.ts';
import { type Segment, segmentOf } from './tokenizer.ts';

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
  /** Places one segment (neither ST nor SE); `ordinal` counts from ST = 1. Gives back how many the open loops hold. */
  take(segment: ScannedSegment, ordinal: number): number;
  /** Closes all loops and gives back the set's value, without what was already handed out: records and the loops around them. */
  finish(): Value;
};

export type SetReaderOptions = {
  /** Leave what was handed out in the set's value too. */
  keepRecords?: boolean;
  /** Interpret the declaration at every segment. */
  plain?: boolean;
  /** Filled with the place of every segment and loop. */
  places?: Places | undefined;
  origin?: Issue['origin'];
};

type State = {
  /** The innermost open loop. */
  current: Frame;
  plain: boolean;
  sink: SetSink;
  keepRecords: boolean;
  places: Places | undefined;
  origin: Issue['origin'];
  /** HL segments met so far. */
  levels: number;
  /** Segments in the values of open loops, by weight. */
  held: number;
  lastOrdinal: number;
};

const NONE: readonly PlacedSegment[] = Object.freeze([]);

/** A reader for one set of a guide. */
export function createSetReader(guide: Guide, sink: SetSink, options: SetReaderOptions = {}): SetReader {
  const plain = options.plain ?? false;
  const root = newFrame(planOf(guide), undefined, plain);
  openFrame(root, undefined, 1, 0, 0);
  const state: State = {
    current: root,
    plain,
    sink,
    keepRecords: options.keepRecords ?? false,
    places: options.places,
    origin: options.origin,
    levels: 0,
    held: 0,
    lastOrdinal: 0,
  };
  return {
    take(segment, ordinal) {
      takeSegment(state, segment, ordinal);
      return state.keepRecords ? 0 : state.held;
    },
    finish() {
      while (state.current !== root) closeLoop(state);
      checkRequired(state, root, undefined);
      return root.value;
    },
  };
}

function takeSegment(state: State, segment: ScannedSegment, ordinal: number): void {
  const frame = state.current;
  // Most segments are faultless and belong to the loop that is open: then a step is all there is to do.
  const way = state.plain || segment.odd ? undefined : frame.plan.step(segment, frame);
  if (way === undefined) placeByGuide(state, segment, ordinal);
  else if (way !== true) placeAt(state, segment, ordinal, way, frame.ready);
  else if (state.places !== undefined) note(state, state.places, segment, ordinal, frame.loop.items[frame.last]);
  state.lastOrdinal = ordinal;
  state.held += 1 + (segment.length >>> 7);
}

function placeByGuide(state: State, segment: ScannedSegment, ordinal: number): void {
  const { plan } = state.current;
  const find = state.plain ? findTarget : routeTarget;
  const target = find(plan, segment.elements(), segment.delimiters);
  if (target === undefined) {
    reportUnplaced(state, { ...segmentOf(segment), ordinal });
    return;
  }
  const isFast = !state.plain && !segment.odd;
  if (isFast) learnWay(plan, target);
  placeAt(state, segment, ordinal, target, isFast ? decoderOf(target.use)(segment) : undefined);
}

/** Puts a segment in its place, with its value where it was decoded without a doubt. */
function placeAt(
  state: State,
  segment: ScannedSegment,
  ordinal: number,
  target: Target,
  ready: Value | undefined,
): void {
  while (state.current.plan.depth > target.depth) closeLoop(state);
  for (let at = 0; at < target.implied.length; at++) enterLoop(state, segment, ordinal, target.implied[at]!, undefined);
  if (target.opens !== undefined) enterLoop(state, segment, ordinal, target.opens, ready);
  const { use } = target;
  const frame = state.current;
  count(state, frame, use, segment, ordinal);
  if (use.shape.id === 'HL') {
    state.levels++;
    if (ready === undefined || !isNextLevel(state, segment))
      checkHierarchy(state, { ...segmentOf(segment), ordinal }, use);
    return;
  }
  if (ready === undefined) decodePlainly(state, frame, { ...segmentOf(segment), ordinal }, use);
  else if (target.opens === undefined) attach(frame.value, use.key, use.max > 1, ready);
  if (state.places !== undefined) note(state, state.places, segment, ordinal, use);
}

function note(state: State, places: Places, segment: ScannedSegment, ordinal: number, use: Item | undefined): void {
  const { loop, value } = state.current;
  if (use?.kind === 'segment') notePlace(places, value, use, { loop, ordinal, offset: segment.offset });
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

function enterLoop(
  state: State,
  segment: ScannedSegment,
  ordinal: number,
  loop: LoopUse,
  opener: Value | undefined,
): void {
  const parent = state.current;
  count(state, parent, loop, segment, ordinal);
  const frame = childFrame(parent, loop, state.plain);
  openFrame(frame, opener, ordinal, segment.offset, state.held);
  state.current = frame;
  state.places?.set(frame.value, { loop, ordinal, offset: segment.offset });
}

function count(state: State, frame: Frame, item: Item, segment: ScannedSegment, ordinal: number): void {
  if (!frame.form.known[item.index]) growForm(frame.form, frame.loop, item);
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
    ...doubtOn(item),
    expected: `at most ${item.max}`,
  });
}

function closeLoop(state: State): void {
  const frame = state.current;
  const { loop, value, parent } = frame;
  if (parent === undefined) return;
  checkRequired(state, frame, frame);
  state.current = parent;
  if (loop.record) {
    state.sink.record({
      loop,
      value,
      parents: handOut(parent),
      first: { ordinal: frame.ordinal, offset: frame.offset },
      lastOrdinal: state.lastOrdinal,
      unplaced: frame.unplaced ?? NONE,
    });
  }
  // What was handed out is forgotten, or a long set would fill the memory.
  if (!state.keepRecords && (loop.record || frame.handed)) {
    state.held = frame.heldBefore;
    return;
  }
  frame.form.attach(parent.value, value);
}

function checkRequired(state: State, { plan, loop, counts }: Frame, first: SegmentPlace | undefined): void {
  const { required } = plan;
  for (let at = 0; at < required.length; at++) {
    const item = required[at]!;
    if (counts[item.index] !== 0) continue;
    const isLoop = item.kind === 'loop';
    report(state, isLoop ? 'loop-missing' : 'segment-missing', first, isLoop ? item : loop, {
      message: `${item.label} is required in loop ${loop.id}`,
      ...doubtOn(item),
      ...segmentNamed(item),
      expected: isLoop ? `loop ${item.id}` : item.shape.id,
    });
  }
}

/** A rule on which sources differ only warns. */
function doubtOn(item: Item): { severity?: 'warning' } {
  return item.kind === 'segment' && item.disputed ? { severity: 'warning' } : {};
}

/** The segment that is missing; of a loop, the one that opens it. */
function segmentNamed(item: Item): { segmentId?: string } {
  const use = item.kind === 'segment' ? item : item.items[0];
  return use?.kind === 'segment' ? { segmentId: use.shape.id } : {};
}

/** Notes the level of a faultless HL; false when its numbers are not those expected. */
function isNextLevel({ current, levels }: State, { bytes, ends, count: elements }: ScannedSegment): boolean {
  const id = plainNumber(bytes, ends[1]!, ends[2]! - 1);
  const isTop = elements < 2 || ends[3]! - 1 === ends[2];
  const parent = isTop ? undefined : (plainNumber(bytes, ends[2]!, ends[3]! - 1) ?? Number.NaN);
  current.level = id;
  return id === levels && parent === current.parent?.level;
}

/** HL01 counts from 1 in each set; HL02 names the level that encloses it; the other elements are as declared. */
function checkHierarchy(state: State, segment: PlacedSegment, use: SegmentUse): void {
  decodeSegment(use, segment.elements, segment.delimiters, (fault) => {
    if (fault.at > 2) reportFault(state, segment, use, fault);
  });
  const frame = state.current;
  const [, id, parent] = segment.elements;
  frame.level = id;
  const enclosing = frame.parent?.level?.toString();
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
  const frame = state.current;
  frame.unplaced ??= [];
  frame.unplaced.push(segment);
  const id = segment.elements[0] ?? '';
  const known = mentionedAround(frame, id);
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

function mentionedAround(frame: Frame | undefined, id: string): boolean {
  return frame !== undefined && (mentions(frame.loop, id, 3) || mentionedAround(frame.parent, id));
}

function mentions(loop: LoopUse, id: string, depth: number): boolean {
  return loop.items.some((item) =>
    item.kind === 'segment' ? item.shape.id === id : depth > 0 && mentions(item, id, depth - 1),
  );
}

function reportFault(state: State, segment: PlacedSegment, use: SegmentUse, fault: ElementFault): void {
  const { code, element, text, repetition, expected } = fault;
  report(state, code, segment, state.current.loop, {
    message: `${use.label}: ${element.field.label}`,
    element: element.ref,
    ...(repetition === undefined ? {} : { repetition }),
    ...(element.disputed ? { severity: 'warning' as const } : {}),
    ...(text === '' ? { expected } : { found: foundText(element.field, text), expected }),
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
