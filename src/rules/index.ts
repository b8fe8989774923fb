/** The registry of rules by guide. */
import { GUIDES } from '../guides/index.ts';
import type { Guide } from '../x12/grammar.ts';
import { acknowledgmentRules } from './acknowledgment.ts';
import { dentalRules, institutionalRules, professionalRules } from './claim.ts';
import { claimAckRules } from './claim-ack.ts';
import { claimDates } from './claim-dates.ts';
import { claimStatusRules } from './claim-status.ts';
import { GROUP_RULES, INTERCHANGE_RULES, SET_RULES, TA1_RULES } from './envelope.ts';
import { remittanceRules } from './remittance.ts';
import type { Rule } from './rule.ts';
import { type SetRules, setRules } from './set-rules.ts';

const RULED: readonly SetRules[] = [
  professionalRules,
  institutionalRules,
  dentalRules,
  remittanceRules,
  acknowledgmentRules,
  claimAckRules,
  claimStatusRules,
];

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
const byGuide = new Map<Guide, SetRules>([...RULED, ...plain].map((rules) => [rules.guide, rules]));

/** The rules of a guide; undefined where it is none of ours. */
export function rulesOf(guide: Guide): SetRules | undefined {
  return byGuide.get(guide);
}

/** Every rule there is, once. */
export const RULES: readonly Rule<never>[] = [
  ...INTERCHANGE_RULES,
  ...GROUP_RULES,
  ...SET_RULES,
  ...TA1_RULES,
  ...new Set(RULED.flatMap(({ rules }) => rules)),
];
