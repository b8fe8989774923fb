/** The registry of rules by guide. */
import { GUIDES } from '../guides/index.ts';
import type { Guide } from '../x12/grammar.ts';
import { professionalRules } from './claim.ts';
import { claimDates } from './claim-dates.ts';
import { remittanceRules } from './remittance.ts';
import type { Rule } from './rule.ts';
import { type SetRules, setRules } from './set-rules.ts';

const RULED: readonly SetRules[] = [professionalRules, remittanceRules];

/** Guides that have no rules of their own: their codes are checked all the same. */
const plain = GUIDES.filter((guide) => !RULED.some((rules) => rules.guide === guide)).map((guide) =>
  setRules({
    guide,
    dates: guide.set === '837' ? claimDates : (_loop, _value, around) => around,
    start: () => undefined,
    record: () => undefined,
    recordRules: [],
    end: () => undefined,
    rules: [],
  }),
);
const byGuide = new Map([...RULED, ...plain].map((rules) => [rules.guide.id, rules]));

/** The rules of a guide; undefined where it is none of ours. */
export function rulesOf(guide: Guide): SetRules | undefined {
  return byGuide.get(guide.id);
}

/** Every rule there is, once. */
export const RULES: readonly Rule<never>[] = [...new Set(RULED.flatMap(({ rules }) => rules))];
