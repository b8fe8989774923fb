/** The registry of rules by guide. */
import type { Guide } from '../x12/grammar.ts';
import { professionalRules } from './claim.ts';
import { remittanceRules } from './remittance.ts';
import type { Rule } from './rule.ts';
import type { SetRules } from './set-rules.ts';

/** By the id of the guide. */
const BY_GUIDE: Readonly<Record<string, SetRules>> = {
  '005010X222A1': professionalRules,
  '005010X221A1': remittanceRules,
};

/** The rules of a guide; undefined where it has none. */
export function rulesOf(guide: Guide): SetRules | undefined {
  return BY_GUIDE[guide.id];
}

/** Every rule there is, once. */
export const RULES: readonly Rule<never>[] = [...new Set(Object.values(BY_GUIDE).flatMap(({ rules }) => rules))];
