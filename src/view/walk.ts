/** A file's segments with their places in the guide: which loops each opens, how deep it stands, which use it is. */
import { WIRE } from '../guides/index.ts';
import { chooseGuide } from '../x12/choose-guide.ts';
import { parseGs, parseSt } from '../x12/envelope.ts';
import type { Guide, LoopUse, SegmentUse } from '../x12/grammar.ts';
import { childPlan, findTarget, type LoopPlan, planOf } from '../x12/placement.ts';
import type { Segment } from '../x12/tokenizer.ts';

/** A segment at its place. Envelope segments and those of sets without a guide have no use. */
export type Step = {
  segment: Segment;
  /** Ordinal in the set, ST = 1; absent outside sets. */
  ordinal?: number;
  guide?: Guide;
  use?: SegmentUse;
  /** Loops it opens, outermost first. */
  opens: readonly LoopUse[];
  /** Loops around it, itself included where it opens one. */
  depth: number;
};

/** Takes the segments of a file in order and says where each stands. */
export function createWalk(): (segment: Segment) => Step {
  const at: At = { group: undefined, guide: undefined, plan: undefined, ordinal: 0 };
  return (segment) => {
    switch (segment.elements[0]) {
      case 'ISA':
      case 'IEA':
      case 'GE':
        Object.assign(at, OUTSIDE, { group: undefined });
        return { segment, opens: [], depth: 0 };
      case 'GS':
        Object.assign(at, OUTSIDE, { group: parseGs(segment) });
        return { segment, opens: [], depth: 0 };
      case 'ST':
        return openSet(at, segment);
      case 'SE':
        return closeSet(at, segment);
      default:
        return at.ordinal === 0 ? { segment, opens: [], depth: 0 } : place(at, segment);
    }
  };
}

type At = {
  group: ReturnType<typeof parseGs> | undefined;
  guide: Guide | undefined;
  plan: LoopPlan | undefined;
  /** Of the last segment in the set; 0 outside sets. */
  ordinal: number;
};

const OUTSIDE = { guide: undefined, plan: undefined, ordinal: 0 };

function openSet(at: At, segment: Segment): Step {
  at.guide = chooseGuide(WIRE.findGuide, parseSt(segment), at.group);
  at.plan = at.guide === undefined ? undefined : planOf(at.guide);
  at.ordinal = 1;
  return { segment, ordinal: 1, ...(at.guide === undefined ? {} : { guide: at.guide }), opens: [], depth: 0 };
}

function closeSet(at: At, segment: Segment): Step {
  const ordinal = at.ordinal + 1;
  Object.assign(at, OUTSIDE);
  return { segment, ...(ordinal === 1 ? {} : { ordinal }), opens: [], depth: 0 };
}

function place(at: At, segment: Segment): Step {
  const ordinal = ++at.ordinal;
  if (at.plan === undefined) return { segment, ordinal, opens: [], depth: 0 };
  const target = findTarget(at.plan, segment.elements, segment.delimiters);
  if (target === undefined) return { segment, ordinal, opens: [], depth: at.plan.depth };
  while (at.plan.depth > target.depth && at.plan.parent !== undefined) at.plan = at.plan.parent;
  const opens = target.opens === undefined ? target.implied : [...target.implied, target.opens];
  for (const loop of opens) at.plan = childPlan(at.plan, loop);
  return { segment, ordinal, use: target.use, opens, depth: at.plan.depth };
}
