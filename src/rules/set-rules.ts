/** The rules of one guide, tied to what a reader hands out: its records one by one, and the set when it ends. */
import type { Issue, Snip } from '../issue.ts';
import type { Value } from '../x12/segment-values.ts';
import { type Rule, runRules, type Where } from './rule.ts';

/** A record with the loops around it, outermost (the set) first. */
export type RecordAt = { value: Value; parents: readonly Value[] };

/** The rules of a guide, asked for up to a SNIP type. */
export type SetRules = {
  /** Every rule, whatever it looks at. */
  rules: readonly Rule<never>[];
  /** A check of one set: takes its records as they pass, then the set without them. */
  open(upTo: Snip): SetCheck;
};

export type SetCheck = {
  record(record: RecordAt, where: Where): Issue[];
  end(set: Value, where: Where): Issue[];
};

/**
 * Ties rules to a guide. `State` is what is gathered from the records while they pass, since none of them is kept.
 * - `record` makes the context of a record's rules, and gathers
 * - `end` makes the context of the set's rules
 */
export function setRules<State, R, S>(how: {
  start: () => State;
  record: (record: RecordAt, state: State) => R;
  recordRules: readonly Rule<R>[];
  end: (set: Value, state: State) => S;
  rules: readonly Rule<S>[];
}): SetRules {
  return {
    rules: [...how.recordRules, ...how.rules],
    open(upTo) {
      const ofRecords = how.recordRules.filter(({ snip }) => snip <= upTo);
      const ofSet = how.rules.filter(({ snip }) => snip <= upTo);
      const state = how.start();
      return {
        record: (record, where) => runRules(ofRecords, how.record(record, state), where),
        end: (set, where) => runRules(ofSet, how.end(set, state), where),
      };
    },
  };
}
