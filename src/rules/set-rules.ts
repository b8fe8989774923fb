/** The rules of one guide, tied to what a reader hands out: its records one by one, and the set when it ends. */
import type { Issue, Snip } from '../issue.ts';
import type { Guide, LoopUse, SegmentUse } from '../x12/grammar.ts';
import type { Value } from '../x12/segment-values.ts';
import type { ImportedLists } from './code-lists.ts';
import { type Rule, rulesUpTo, runRules, type Where } from './rule.ts';
import { SEGMENT_RULES, type SegmentRule } from './segment.ts';
import { createWalk, type DatesOf, planWalk, type SegmentAt, type WalkPlan } from './walk.ts';

/** A record with the loops around it, outermost (the set) first. */
export type RecordAt = { loop: LoopUse; value: Value; parents: readonly Value[] };

/** The rules of a guide, asked for up to a SNIP type. */
export type SetRules = {
  guide: Guide;
  /** Every rule, whatever it looks at. */
  rules: readonly Rule<never>[];
  /** A check of one set: takes its records as they pass, then the set without them. */
  open(upTo: Snip | undefined, lists?: ImportedLists): SetCheck;
};

export type SetCheck = {
  record(record: RecordAt, where: Where): Issue[];
  end(set: Value, where: Where): Issue[];
};

type SegmentPlan = { plan: WalkPlan; rulesOf: ReadonlyMap<SegmentUse, readonly SegmentRule[]> };

/** The rules up to a SNIP type. */
type Chosen<R, S> = { ofRecords: readonly Rule<R>[]; ofSet: readonly Rule<S>[]; segments: SegmentPlan | undefined };

/**
 * Ties rules to a guide. `State` is what is gathered from the records while they pass, since none of them is kept.
 * - `segmentRules` are rules of single segments that only this guide has
 * - `dates` tells the days by which the codes in a loop are judged
 * - `record` makes the context of a record's rules, and gathers
 * - `end` makes the context of the set's rules
 */
export function setRules<State, R, S>(how: {
  guide: Guide;
  dates: DatesOf;
  segmentRules?: readonly SegmentRule[];
  start: () => State;
  record: (record: RecordAt, state: State) => R;
  recordRules: readonly Rule<R>[];
  end: (set: Value, state: State) => S;
  rules: readonly Rule<S>[];
}): SetRules {
  const { guide, dates } = how;
  const segmentRules = [...SEGMENT_RULES, ...(how.segmentRules ?? [])];
  const chosen = new Map<Snip | undefined, Chosen<R, S>>();
  const choose = (upTo: Snip | undefined): Chosen<R, S> => {
    const known = chosen.get(upTo);
    if (known !== undefined) return known;
    const made = {
      ofRecords: rulesUpTo(how.recordRules, upTo),
      ofSet: rulesUpTo(how.rules, upTo),
      segments: planSegments(guide, rulesUpTo(segmentRules, upTo)),
    };
    chosen.set(upTo, made);
    return made;
  };
  return {
    guide,
    rules: [...segmentRules, ...how.recordRules, ...how.rules],
    open(upTo, lists) {
      const { ofRecords, ofSet, segments } = choose(upTo);
      const walk = segments === undefined ? undefined : createWalk(segments.plan, dates, lists);
      const inSegments = (found: readonly SegmentAt[], where: Where) =>
        found.flatMap((one) => runRules(segments?.rulesOf.get(one.use) ?? [], one, where));
      const state = how.start();
      return {
        record: (record, where) => [
          ...runRules(ofRecords, how.record(record, state), where),
          ...inSegments(walk?.record(record) ?? [], where),
        ],
        end: (set, where) => [
          ...runRules(ofSet, how.end(set, state), where),
          ...inSegments(walk?.end(set) ?? [], where),
        ],
      };
    },
  };
}

/** The rules that each use of a segment in a guide is checked by, and the way to them. */
function planSegments(guide: Guide, rules: readonly SegmentRule[]): SegmentPlan | undefined {
  if (rules.length === 0) return undefined;
  const rulesOf = new Map<SegmentUse, readonly SegmentRule[]>();
  const plan = planWalk(guide, (use) => {
    const those = rules.filter((rule) => rule.of(use));
    rulesOf.set(use, those);
    return those.length > 0;
  });
  return { plan, rulesOf };
}
