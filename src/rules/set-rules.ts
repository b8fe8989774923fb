/** The rules of one guide, tied to what a reader hands out: its records one by one, and the set when it ends. */
import type { Issue, Snip } from '../issue.ts';
import type { Guide } from '../x12/grammar.ts';
import type { Value } from '../x12/segment-values.ts';
import { type Rule, rulesUpTo, runRules, type Where } from './rule.ts';
import { SEGMENT_RULES } from './segment.ts';
import { createWalk, type DatesOf, type SegmentAt } from './walk.ts';

/** A record with the loops around it, outermost (the set) first. */
export type RecordAt = { value: Value; parents: readonly Value[] };

/** The rules of a guide, asked for up to a SNIP type. */
export type SetRules = {
  guide: Guide;
  /** Every rule, whatever it looks at. */
  rules: readonly Rule<never>[];
  /** A check of one set: takes its records as they pass, then the set without them. */
  open(upTo: Snip | undefined): SetCheck;
};

export type SetCheck = {
  record(record: RecordAt, where: Where): Issue[];
  end(set: Value, where: Where): Issue[];
};

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
  segmentRules?: readonly Rule<SegmentAt>[];
  start: () => State;
  record: (record: RecordAt, state: State) => R;
  recordRules: readonly Rule<R>[];
  end: (set: Value, state: State) => S;
  rules: readonly Rule<S>[];
}): SetRules {
  const { guide, dates } = how;
  const segmentRules = [...SEGMENT_RULES, ...(how.segmentRules ?? [])];
  return {
    guide,
    rules: [...segmentRules, ...how.recordRules, ...how.rules],
    open(upTo) {
      const ofSegments = rulesUpTo(segmentRules, upTo);
      const ofRecords = rulesUpTo(how.recordRules, upTo);
      const ofSet = rulesUpTo(how.rules, upTo);
      const walk = ofSegments.length === 0 ? undefined : createWalk(guide, dates);
      const inSegments = (segments: readonly SegmentAt[], where: Where) =>
        segments.flatMap((one) => runRules(ofSegments, one, where));
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
