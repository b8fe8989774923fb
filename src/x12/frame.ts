/** The loops of a set that is being read. */
import type { LoopForm, OpenLoop } from './compile-loop.ts';
import type { LoopUse } from './grammar.ts';
import { childPlan, type LoopPlan } from './placement.ts';
import type { Value } from './segment-values.ts';
import type { Segment } from './tokenizer.ts';

/** A segment with its ordinal in the set (ST = 1). */
export type PlacedSegment = Segment & { ordinal: number };

/** A loop at its place in the tree: open or not, reused, since a loop is open once at a time. */
export type Frame = OpenLoop & {
  plan: LoopPlan;
  loop: LoopUse;
  parent: Frame | undefined;
  /** Frames of the loops inside, by item index; made when first needed. */
  children: (Frame | undefined)[];
  form: LoopForm;
  /** Of its first segment. */
  ordinal: number;
  offset: number;
  unplaced: PlacedSegment[] | undefined;
  /** What was held when it began. */
  heldBefore: number;
  /** A record inside was handed out, and this loop's value with it. */
  handed: boolean;
  /** HL01 where the loop is a hierarchical level; as text where it is no plain number. */
  level: number | string | undefined;
};

/** The frame of a loop, not open yet; `plain` keeps generated code out. */
export function newFrame(plan: LoopPlan, parent: Frame | undefined, plain: boolean): Frame {
  const { loop } = plan;
  return {
    plan,
    loop,
    parent,
    children: new Array<Frame | undefined>(loop.items.length).fill(undefined),
    form: plain ? plainForm(loop) : plan.form,
    value: {},
    counts: new Int32Array(loop.items.length),
    place: 0,
    last: 0,
    ready: undefined,
    ordinal: 0,
    offset: 0,
    unplaced: undefined,
    heldBefore: 0,
    handed: false,
    level: undefined,
  };
}

/** That of the interpreter: values get their keys as segments come. */
function plainForm({ key, max, items }: LoopUse): LoopForm {
  return {
    known: items.map(() => true),
    make(_opener, counts) {
      counts.fill(0);
      return {};
    },
    attach: (into, value) => attach(into, key, max > 1, value),
  };
}

/** Begins a new instance of a loop: its value holds the first segment's where that was decoded, and is counted from nothing. */
export function openFrame(
  frame: Frame,
  opener: Value | undefined,
  ordinal: number,
  offset: number,
  held: number,
): void {
  frame.value = frame.form.make(opener, frame.counts);
  frame.place = 0;
  frame.ordinal = ordinal;
  frame.offset = offset;
  frame.unplaced = undefined;
  frame.heldBefore = held;
  frame.handed = false;
  frame.level = undefined;
}

/** The frame of a loop inside an open one. */
export function childFrame(parent: Frame, loop: LoopUse, plain: boolean): Frame {
  const known = parent.children[loop.index];
  if (known !== undefined) return known;
  const made = newFrame(childPlan(parent.plan, loop), parent, plain);
  parent.children[loop.index] = made;
  return made;
}

/** Puts a value under its key: where it may occur once the first stays, else they are listed. */
export function attach(into: Value, key: string, many: boolean, value: unknown): void {
  if (!many) {
    into[key] ??= value;
    return;
  }
  const list = into[key];
  if (Array.isArray(list)) list.push(value);
  else into[key] = [value];
}

/** The values of a loop and of those around it, outermost first, as they go with a record. */
export function handOut(frame: Frame): Value[] {
  const values = new Array<Value>(frame.plan.depth + 1);
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) {
    values[at.plan.depth] = at.value;
    at.handed = true;
  }
  return values;
}
