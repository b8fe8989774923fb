/** Rules of claim status answers (277): what is said of each claim, the subscriber's (2200D) or a dependent's (2200E). */
import { guide277 } from '../guides/277.ts';
import type { Loop2200D, Set277 } from '../guides/values/277.ts';
import type { Read, Rule } from './rule.ts';
import { type SetRules, setRules } from './set-rules.ts';

const CLAIM_RULES: readonly Rule<Read<Loop2200D>>[] = [
  {
    id: 'R229',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'a claim that is finalized (F0 to F4) does not tell what was paid (STC05), or a paid one (F1) when and by which check',
    next: 'look for the remittance',
    check({ statuses = [] }, report) {
      for (const status of statuses) {
        const category = status.status?.category ?? '';
        if (!/^F[0-4]/.test(category)) continue;
        if (status.paid === undefined) report(status, { element: 'STC05', found: category });
        if (category !== 'F1') continue;
        if (status.checkDate === undefined) report(status, { element: 'STC08', found: category });
        if (status.checkNumber === undefined) report(status, { element: 'STC09', found: category });
      }
    },
  },
];

/** The rules of the 277. */
export const claimStatusRules: SetRules = setRules({
  guide: guide277,
  dates: (_loop, _value, around) => around,
  start: () => undefined,
  record({ value }): Read<Loop2200D> {
    return value;
  },
  recordRules: CLAIM_RULES,
  end: (set: Read<Set277>) => set,
  rules: [],
});
