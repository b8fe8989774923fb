/** Rules of single segments, wherever they stand in any guide: external code lists, and numbers with a check digit. */
import { isNpi } from '../npi.ts';
import type { Layout, SegmentUse } from '../x12/grammar.ts';
import { type CodePlan, codeFinding, eachCoded, planCodes } from './code-lists.ts';
import type { Rule, RuleId } from './rule.ts';
import type { SegmentAt } from './walk.ts';

/** A rule of single segments; `of` tells the uses of segments that it can say something of. */
export type SegmentRule = Rule<SegmentAt> & { of(use: SegmentUse): boolean };

/** The lists that have a rule of their own; R22 is for all others. */
const LISTS: readonly (readonly [RuleId, sets: readonly string[], says: string])[] = [
  ['R53', ['country_subdivision', 'postal', 'state_province'], 'a place is named as its country names it'],
  ['R61', ['provider_taxonomy'], 'a specialty is a taxonomy code'],
  ['R118', ['health_care_code_by_qualifier'], 'a code in HI is of the list that its qualifier names'],
  [
    'R130',
    ['ndc', 'procedure_by_qualifier', 'procedure_modifier'],
    'a procedure is of the list that its qualifier names',
  ],
  ['R133', ['nubc_revenue_code'], 'a revenue code has four digits'],
  ['R180', ['CARC'], 'an adjustment reason is of its list, and in use on the day of the payment'],
  ['R206', ['RARC', 'RARC_or_form'], 'a remark is of its list, and in use on the day of the payment'],
];
const listed = new Set(LISTS.flatMap(([, sets]) => sets));

/** Rules of a segment. */
export const SEGMENT_RULES: readonly SegmentRule[] = [
  ...LISTS.map(([id, sets, says]) => codeListRule(id, says, (set) => sets.includes(set))),
  codeListRule('R22', 'a code is of the list that is kept for its element', (set) => !listed.has(set)),
  // Common knowledge, and samples are full of made-up numbers: claims on their way out are held for it, files that come in are not.
  {
    id: 'R62',
    snip: 5,
    code: 'code-format',
    severity: 'warning',
    says: 'a national provider identifier has ten digits, begins with 1 or 2, and its last is the check digit',
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

function codeListRule(id: RuleId, says: string, has: (set: string) => boolean): SegmentRule {
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
    next: 'use a code that is of the list, and in use on that day',
    of: ({ layout }) => planOf(layout).length > 0,
    check({ use, value, dates, lists }, report) {
      eachCoded(planOf(use.layout), value, (coded) => {
        const finding = codeFinding(coded, dates, lists);
        if (finding !== undefined) report(value, finding);
      });
    },
  };
}
