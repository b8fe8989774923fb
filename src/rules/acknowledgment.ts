/** Rules of implementation acknowledgments (999): what is said of each set, and of the whole group. */
import { guide999 } from '../guides/999.ts';
import type { Loop2000, Set999 } from '../guides/values/999.ts';
import type { Read, Rule } from './rule.ts';
import { type SetRules, setRules } from './set-rules.ts';

/** How many sets are answered one by one (AK2), and how many of them are accepted, with or without errors. */
type Answered = { sets: number; accepted: number; withErrors: number };

type GroupContext = { set: Read<Set999>; answered: Answered };

const ASK = 'ask who sent the acknowledgment; treat the sets as unanswered';

const SET_RULES: readonly Rule<Read<Loop2000>>[] = [
  {
    id: 'R218',
    snip: 2,
    code: 'guide-rule',
    severity: 'error',
    says: 'a set that is accepted has errors, or one that is rejected does not say why',
    next: ASK,
    check({ segments = [], result }, report) {
      if (result?.result === 'A' && segments.length > 0) report(result, { element: 'IK501', found: 'A' });
      if (result?.result === 'R' && (result.errors ?? []).length === 0) report(result, { element: 'IK502' });
    },
  },
  {
    id: 'R220',
    snip: 2,
    code: 'guide-rule',
    severity: 'error',
    says: 'errors of elements (IK4) stand below a segment that is told to have none (IK304 is neither 8 nor a code of the guide)',
    next: ASK,
    check({ segments = [] }, report) {
      for (const { segment, elements = [] } of segments) {
        const error = segment?.error ?? '';
        if (elements.length > 0 && !/^(8|I.*)$/.test(error))
          report(segment, { element: 'IK304', found: error, expected: '8' });
      }
    },
  },
];

const GROUP_RULES: readonly Rule<GroupContext>[] = [
  {
    id: 'R216',
    snip: 2,
    code: 'guide-rule',
    severity: 'error',
    says: 'other sets are counted as accepted (AK904) than are answered so',
    next: ASK,
    check({ set: { result }, answered: { sets, accepted } }, report) {
      const { received, accepted: counted } = result ?? {};
      if (received === undefined || counted === undefined) return;
      if (counted > received)
        report(result, { element: 'AK904', found: String(counted), expected: `at most ${received}, which is AK903` });
      // Sets without errors need no AK2: only where each has one do they tell the number.
      else if (sets === received && counted !== accepted)
        report(result, { element: 'AK904', found: String(counted), expected: String(accepted) });
    },
  },
  {
    id: 'R217',
    snip: 2,
    code: 'guide-rule',
    severity: 'error',
    says: 'the group is not answered as its sets are: accepted (AK901 A), so with errors (E), in part (P) or rejected (R)',
    next: ASK,
    check({ set: { result }, answered }, report) {
      const { result: given, received, accepted } = result ?? {};
      if (given === undefined || received === undefined || accepted === undefined) return;
      if (!resultsOf(received, accepted, answered).includes(given)) report(result, { element: 'AK901', found: given });
    },
  },
];

/** The results that fit. A group may be refused for itself (M, W, X, R), whatever its sets are. */
function resultsOf(received: number, accepted: number, { withErrors }: Answered): readonly string[] {
  if (accepted === 0) return ['R', 'M', 'W', 'X', ...(received === 0 ? ['A', 'E'] : [])];
  if (accepted < received) return ['P'];
  return withErrors > 0 ? ['E'] : ['A', 'E'];
}

/** The rules of the 999. */
export const acknowledgmentRules: SetRules = setRules({
  guide: guide999,
  dates: (_loop, _value, around) => around,
  start: (): Answered => ({ sets: 0, accepted: 0, withErrors: 0 }),
  record({ value }, answered) {
    const set: Read<Loop2000> = value;
    answered.sets++;
    if (set.result?.result === 'A' || set.result?.result === 'E') answered.accepted++;
    if (set.result?.result === 'E') answered.withErrors++;
    return set;
  },
  recordRules: SET_RULES,
  end: (set: Read<Set999>, answered): GroupContext => ({ set, answered }),
  rules: GROUP_RULES,
});
