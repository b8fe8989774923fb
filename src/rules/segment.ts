/** Rules of single segments, wherever they stand in any guide: external code lists, and numbers with a check digit. */
import { isNpi } from '../npi.ts';
import type { Layout, SegmentUse } from '../x12/grammar.ts';
import { type CodePlan, codeFinding, eachCoded, planCodes } from './code-lists.ts';
import type { Rule, RuleId } from './rule.ts';
import type { SegmentAt } from './walk.ts';

/** A rule of single segments; `of` tells the uses of segments that it can say something of. */
export type SegmentRule = Rule<SegmentAt> & { of(use: SegmentUse): boolean };

/** The lists that have a rule of their own. */
type OwnLists = { id: RuleId; sets: readonly string[]; says: string; next: string };

const LISTS: readonly OwnLists[] = [
  {
    id: 'R53',
    sets: ['country_subdivision', 'postal', 'state_province'],
    says: 'a place is not named as its country names it',
    next: 'correct the state (N402) and the postal code (N403), or name the country (N404)',
  },
  {
    id: 'R61',
    sets: ['provider_taxonomy'],
    says: 'a specialty is not a taxonomy code',
    next: 'look the code up in the taxonomy of the NUCC: ten characters that end in X',
  },
  {
    id: 'R118',
    sets: ['health_care_code_by_qualifier'],
    says: 'a code in HI is not of the list that its qualifier names',
    next: 'look the code up in the list of that day, and send it without a point',
  },
  {
    id: 'R130',
    sets: ['ndc', 'procedure_by_qualifier', 'procedure_modifier'],
    says: 'a procedure, a modifier or a drug is not of the list that its qualifier names',
    next: 'look the code up in the list of that day; a drug has eleven digits (5-4-2) without hyphens',
  },
  {
    id: 'R133',
    sets: ['nubc_revenue_code'],
    says: 'a revenue code does not have four digits',
    next: 'send the revenue code with the zeros it begins with',
  },
  {
    id: 'R180',
    sets: ['CARC'],
    says: 'an adjustment reason is not of its list, or was not in use on the day of the payment',
    next: 'repeat the reason of the remittance; where that has it so, ask its payer which one is meant',
  },
  {
    id: 'R206',
    sets: ['RARC', 'RARC_or_form'],
    says: 'a remark is not of its list, or was not in use on the day of the payment',
    next: 'repeat the remark of the remittance; where that has it so, ask its payer which one is meant',
  },
];
const owned = new Set(LISTS.flatMap(({ sets }) => sets));

/** All other lists. */
const OTHERS = {
  id: 'R22',
  says: 'a code is not of the list that is kept for its element',
  next: 'look the code up in the list that `expected` names, as it was on that day',
} as const;

/** Rules of a segment. */
export const SEGMENT_RULES: readonly SegmentRule[] = [
  ...LISTS.map((lists) => codeListRule(lists, (set) => lists.sets.includes(set))),
  codeListRule(OTHERS, (set) => !owned.has(set)),
  // Common knowledge, and samples are full of made-up numbers: claims on their way out are held for it, files that come in are not.
  {
    id: 'R62',
    snip: 5,
    code: 'code-format',
    severity: 'warning',
    says: 'a national provider identifier is not ten digits that begin with 1 or 2 and end in their check digit',
    next: 'look the provider up in the NPI registry',
    of: ({ layout }) => layout.slots.some(({ key }) => key === 'idQualifier'),
    check({ use, value }, report) {
      const { idQualifier, id } = value;
      if (idQualifier !== 'XX' || typeof id !== 'string' || isNpi(id)) return;
      const element = use.layout.elements.find(({ field }) => field.key === 'id');
      report(value, { ...(element === undefined ? {} : { element: element.ref }), found: id });
    },
  },
];

function codeListRule({ id, says, next }: Omit<OwnLists, 'sets'>, has: (set: string) => boolean): SegmentRule {
  const plans = new WeakMap<Layout, CodePlan>();
  const planOf = (layout: Layout): CodePlan => {
    const plan = plans.get(layout) ?? planCodes(layout, has);
    plans.set(layout, plan);
    return plan;
  };
  return {
    id,
    snip: 5,
    code: 'code-unknown',
    severity: 'warning',
    says,
    next,
    of: ({ layout }) => planOf(layout).length > 0,
    check({ use, value, dates, lists }, report) {
      eachCoded(planOf(use.layout), value, (coded) => {
        const finding = codeFinding(coded, dates, lists);
        if (finding !== undefined) report(value, finding);
      });
    },
  };
}
