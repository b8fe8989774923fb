/** Rules of claims (837, loop 2300). */
import { guide837p } from '../guides/837p.ts';
import type { Loop2000A, Loop2000B, Loop2000C, Loop2300, Set837P } from '../guides/values/837p.ts';
import { claimDates } from './claim-dates.ts';
import { type Read, type Rule, total } from './rule.ts';
import { type SetRules, setRules } from './set-rules.ts';

/** A claim with the header of its set, its billing provider, its subscriber and, where another, its patient. */
export type ClaimContext = {
  header: Read<Set837P>;
  provider: Read<Loop2000A>;
  subscriber: Read<Loop2000B>;
  patient: Read<Loop2000C> | undefined;
  claim: Read<Loop2300>;
};

/** Rules of a professional claim. */
export const CLAIM_RULES: readonly Rule<ClaimContext>[] = [
  {
    id: 'R80',
    snip: 3,
    code: 'claim-balance',
    severity: 'error',
    says: 'the claim charge differs from the sum of the line charges',
    next: 'correct the amount that is wrong',
    check({ claim }, report) {
      const { serviceLines = [] } = claim;
      const charged = total(serviceLines, ({ service }) => service?.charge);
      if (serviceLines.length === 0 || charged === (claim.claim?.charge ?? 0)) return;
      report(claim.claim, { element: 'CLM02' });
    },
  },
];

/** The rules of the 837P. */
export const professionalRules: SetRules = setRules({
  guide: guide837p,
  dates: claimDates,
  start: () => undefined,
  record({ value, parents: [header = {}, provider = {}, subscriber = {}, patient] }): ClaimContext {
    return { header, provider, subscriber, patient, claim: value };
  },
  recordRules: CLAIM_RULES,
  end: (header: Read<Set837P>) => ({ header }),
  rules: [],
});
