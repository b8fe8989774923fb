/**
 * The plain interpreter of a guide's declaration: takes the segments of one transaction set in file order, places each in
 * its loop, and builds the set's value. It stays as the oracle for faster readers.
 */
import { type Issue, type IssueCode, issue } from '../issue.ts';
import { maskValue } from './codec.ts';
import type { Guide, Item, LoopUse, SegmentUse } from './grammar.ts';
import { decodeSegment, type ElementFault, type Value } from './segment-values.ts';
import type { Segment } from './tokenizer.ts';

/** A segment with its ordinal in the set (ST = 1). */
export type PlacedSegment = Segment & { ordinal: number };

/** A finished record loop with the loops around it, outermost first, and the segments it was read from. */
export type SetRecord = {
  loop: LoopUse;
  value: Value;
  parents: readonly Value[];
  first: PlacedSegment;
  lastOrdinal: number;
  /** Segments that fit no use of the guide, met inside the record. */
  unplaced: readonly PlacedSegment[];
};

export type SetSink = {
  record(record: SetRecord): void;
  issue(found: Issue): void;
};

export type SetReader = {
  /** Places one segment (neither ST nor SE). */
  take(segment: PlacedSegment): void;
  /** Closes all loops and gives back the set's value, without the records already handed out. */
  finish(): Value;
};

export type SetReaderOptions = {
  /** Leave records in the set's value as well as handing them out. */
  keepRecords?: boolean;
  origin?: Issue['origin'];
};

type Frame = {
  loop: LoopUse;
  value: Value;
  counts: Map<Item, number>;
  place: number;
  first: PlacedSegment | undefined;
  unplaced: PlacedSegment[];
  /** HL01 where the loop is a hierarchical level. */
  level: string | undefined;
};

/** `implied` are loops whose own opening segment is missing in the file, outermost first. */
type Target = { depth: number; use: SegmentUse; opens: LoopUse | undefined; implied?: readonly LoopUse[] };

/** A reader for one set of a guide. */
export function createSetReader(guide: Guide, sink: SetSink, options: SetReaderOptions = {}): SetReader {
  const frames: Frame[] = [frameOf(guide.root, undefined)];
  const state: State = {
    frames,
    sink,
    keepRecords: options.keepRecords ?? false,
    origin: options.origin,
    levels: 0,
    lastOrdinal: 0,
  };
  return {
    take: (segment) => takeSegment(state, segment),
    finish() {
      while (frames.length > 1) closeLoop(state);
      checkRequired(state, frames[0]!);
      return frames[0]!.value;
    },
  };
}

type State = {
  frames: Frame[];
  sink: SetSink;
  keepRecords: boolean;
  origin: Issue['origin'];
  /** HL segments met so far. */
  levels: number;
  lastOrdinal: number;
};

function frameOf(loop: LoopUse, first: PlacedSegment | undefined): Frame {
  return { loop, value: {}, counts: new Map(), place: 0, first, unplaced: [], level: undefined };
}

function takeSegment(state: State, segment: PlacedSegment): void {
  const target = findTarget(state.frames, segment) ?? findImplied(state.frames, segment);
  if (target === undefined) {
    reportUnplaced(state, segment);
  } else {
    while (state.frames.length - 1 > target.depth) closeLoop(state);
    for (const loop of target.implied ?? []) enterLoop(state, segment, loop);
    if (target.opens === undefined) placeSegment(state, segment, target.use);
    else openLoop(state, segment, target.opens, target.use);
  }
  state.lastOrdinal = segment.ordinal;
}

/**
 * The use a segment belongs to: innermost loop first; in an enclosing loop only at or after the place of the loop being
 * left. Allowed codes of the qualifying element tell uses of the same segment id apart.
 */
function findTarget(frames: readonly Frame[], segment: Segment): Target | undefined {
  let from = 0;
  for (let depth = frames.length - 1; depth >= 0; depth--) {
    const { loop } = frames[depth]!;
    const found = findInLoop(loop, depth > 0, from, segment);
    if (found !== undefined) return { depth, ...found };
    from = loop.place;
  }
  return undefined;
}

/**
 * A claim whose HL or LX was left out: its loop is entered without the missing opening segment, which is then reported, so
 * that the claim is read and not lost. Only loops that no qualifier could confuse are entered so.
 */
function findImplied(frames: readonly Frame[], segment: Segment): Target | undefined {
  for (let depth = frames.length - 1; depth >= 0; depth--) {
    const found = findBelow(frames[depth]!.loop, segment, 3);
    if (found !== undefined) return { depth, ...found };
  }
  return undefined;
}

function findBelow(loop: LoopUse, segment: Segment, levels: number): Omit<Target, 'depth'> | undefined {
  for (const child of loop.items) {
    if (child.kind !== 'loop') continue;
    const opener = child.items[0];
    if (opener?.kind === 'segment' && opener.qualifiers.length === 0 && fits(opener, segment))
      return { use: opener, opens: child, implied: [] };
    // A record is never made up around what lies in it.
    const below = levels > 0 && !child.record ? findBelow(child, segment, levels - 1) : undefined;
    if (below !== undefined) return { ...below, implied: [child, ...(below.implied ?? [])] };
  }
  return undefined;
}

function findInLoop(loop: LoopUse, opened: boolean, from: number, segment: Segment): Omit<Target, 'depth'> | undefined {
  for (const item of loop.items) {
    if (item.place < from) continue;
    if (item.kind === 'segment') {
      // The opening segment of a loop starts a new instance; it never repeats inside.
      if (opened && item === loop.items[0] && item.max === 1) continue;
      if (fits(item, segment)) return { use: item, opens: undefined };
      continue;
    }
    const opener = item.items[0];
    if (opener?.kind === 'segment' && fits(opener, segment)) return { use: opener, opens: item };
  }
  return undefined;
}

function fits(use: SegmentUse, segment: Segment): boolean {
  if (use.shape.id !== segment.elements[0]) return false;
  return use.qualifiers.every(({ at, part, codes }) => {
    const text = segment.elements[at] ?? '';
    return codes.has(
      (part === undefined ? text : (text.split(segment.delimiters.component)[part - 1] ?? '')).trimEnd(),
    );
  });
}

function openLoop(state: State, segment: PlacedSegment, loop: LoopUse, opener: SegmentUse): void {
  enterLoop(state, segment, loop);
  placeSegment(state, segment, opener);
}

function enterLoop(state: State, segment: PlacedSegment, loop: LoopUse): void {
  count(state, state.frames.at(-1)!, loop, segment);
  state.frames.push(frameOf(loop, segment));
}

function placeSegment(state: State, segment: PlacedSegment, use: SegmentUse): void {
  const frame = state.frames.at(-1)!;
  count(state, frame, use, segment);
  if (use.shape.id === 'HL') {
    checkHierarchy(state, segment);
    return;
  }
  const value = decodeSegment(use, segment.elements, segment.delimiters, (fault) =>
    reportFault(state, segment, use, fault),
  );
  attach(frame.value, use.key, use.max > 1, value);
}

function count(state: State, frame: Frame, item: Item, segment: PlacedSegment): void {
  const times = (frame.counts.get(item) ?? 0) + 1;
  frame.counts.set(item, times);
  if (times === item.max + 1) {
    const isLoop = item.kind === 'loop';
    report(state, isLoop ? 'loop-repeat' : 'segment-repeat', segment, isLoop ? item : frame.loop, {
      message: `${item.label} occurs more than ${item.max} time(s)`,
      expected: `at most ${item.max}`,
    });
  }
  if (item.place < frame.place) {
    report(state, 'segment-order', segment, frame.loop, {
      message: `${item.label} stands after what should follow it`,
    });
  }
  frame.place = Math.max(frame.place, item.place);
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
  checkRequired(state, frame);
  const parent = state.frames.at(-1)!;
  const { loop, value } = frame;
  if (loop.record) {
    state.sink.record({
      loop,
      value,
      parents: state.frames.map((open) => open.value),
      first: frame.first!,
      lastOrdinal: state.lastOrdinal,
      unplaced: frame.unplaced,
    });
    if (!state.keepRecords) return;
  }
  attach(parent.value, loop.key, loop.max > 1, value);
}

function checkRequired(state: State, frame: Frame): void {
  for (const item of frame.loop.items) {
    if (item.usage !== 'R' || frame.counts.has(item)) continue;
    const isLoop = item.kind === 'loop';
    report(state, isLoop ? 'loop-missing' : 'segment-missing', frame.first, isLoop ? item : frame.loop, {
      message: `${item.label} is required in loop ${frame.loop.id}`,
      ...(item.kind === 'segment' ? { segmentId: item.shape.id } : {}),
      expected: isLoop ? `loop ${item.id}` : item.shape.id,
    });
  }
}

/** HL01 counts from 1 in each set; HL02 names the level that encloses it. */
function checkHierarchy(state: State, segment: PlacedSegment): void {
  state.levels++;
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
  frame.unplaced.push(segment);
  const known = state.frames.some(({ loop }) => mentions(loop, segment.elements[0] ?? '', 3));
  const id = segment.elements[0] ?? '';
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
  segment: PlacedSegment | undefined,
  loop: LoopUse,
  detail: Detail,
): void {
  const origin = {
    ...state.origin,
    ...(segment === undefined ? {} : { segment: segment.ordinal, offset: segment.offset }),
  };
  const segmentId = segment?.elements[0];
  state.sink.issue(
    issue(code, { loop: loop.id, ...(segmentId === undefined ? {} : { segmentId }), origin, ...detail }),
  );
}
