/** Rules of adjustments (CAS) in claim payments: which reason goes with which group, amount and remark. */
import { CARC } from '../codes/carc.ts';
import { RARC } from '../codes/rarc.ts';
import type { Adjustments, ClaimPaymentContext } from './claim-payment.ts';
import type { Finding, Report, Rule } from './rule.ts';

type Segment = NonNullable<Adjustments>[number];
type Adjustment = {
  /** The CAS segment, and where in it: 0 is CAS02 to CAS04. */
  segment: Segment;
  index: number;
  group: string;
  reason: string;
  amount: number;
};

/** Adjustments in one place with what stands beside them: the claim's own, and those of each line. */
type Place = { adjustments: readonly Adjustment[]; charge: number; remarked: boolean };

function placesOf({ claim }: ClaimPaymentContext): Place[] {
  const { inpatient, outpatient, payment, adjustments, lines = [] } = claim;
  const ofClaim = [inpatient?.remark, ...(inpatient?.remarks ?? []), ...(outpatient?.remarks ?? [])].some(informs);
  return [
    { adjustments: listed(adjustments), charge: payment?.charge ?? 0, remarked: ofClaim },
    ...lines.map((line) => ({
      adjustments: listed(line.adjustments),
      charge: line.service?.charge ?? 0,
      // A line may also be explained by a remark of its claim, or by a reject code of the NCPDP.
      remarked: ofClaim || (line.remarks ?? []).some(({ list, code }) => list === 'RX' || informs(code)),
    })),
  ];
}

function listed(segments: Adjustments): Adjustment[] {
  return (segments ?? []).flatMap((segment) =>
    (segment.adjustments ?? []).map(({ reason = '', amount = 0 }, index) => {
      return { segment, index, group: segment.group ?? '', reason, amount };
    }),
  );
}

/** Whether a remark says more than an alert does. */
const informs = (remark: string | undefined) => remark !== undefined && RARC.codes.get(remark)?.alert !== true;

/** Reports an adjustment at its reason (CAS02, CAS05, ...) or, three elements to a row, at another of the row. */
function reportAt(report: Report, { segment, index, reason }: Adjustment, finding: Finding = {}): void {
  report(segment, { element: `CAS${String(2 + 3 * index).padStart(2, '0')}`, found: reason, ...finding });
}

/** Reasons that belong to one group by common knowledge: the patient's own shares, and the sequestration. */
const USUAL_GROUP: Readonly<Record<string, string>> = { 1: 'PR', 2: 'PR', 3: 'PR', 66: 'PR', 253: 'CO' };

/** Rules of adjustments. */
export const ADJUSTMENT_RULES: readonly Rule<ClaimPaymentContext>[] = [
  {
    id: 'R202',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'an adjustment reason stands in a group that its definition does not allow',
    next: 'ask the payer which of the two is meant: they decide who owes the amount',
    check(context, report) {
      for (const one of placesOf(context).flatMap(({ adjustments }) => adjustments)) {
        const groups = CARC.codes.get(one.reason)?.groups;
        if (groups !== undefined && !groups.includes(one.group))
          reportAt(report, one, { found: `${one.group} ${one.reason}`, expected: `group ${groups.join(' or ')}` });
      }
    },
  },
  {
    id: 'R203',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'an adjustment reason that needs a remark has none that is more than an alert (LQ, MIA or MOA)',
    next: 'ask the payer what is missing',
    check(context, report) {
      for (const { adjustments, remarked } of placesOf(context))
        for (const one of adjustments)
          if (!remarked && CARC.codes.get(one.reason)?.remarkRequired === true) reportAt(report, one);
    },
  },
  {
    id: 'R204',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'reason 45 (above what is allowed) takes the whole charge',
    next: 'ask the payer for the reason of the denial',
    check(context, report) {
      for (const { adjustments, charge } of placesOf(context))
        for (const one of adjustments)
          if (one.reason === '45' && charge > 0 && one.amount === charge) reportAt(report, one);
    },
  },
  {
    id: 'R205',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'deductible, coinsurance or copay (1, 2, 3, 66) stands outside group PR, or sequestration (253) outside CO',
    next: 'ask the payer who owes the amount',
    check(context, report) {
      for (const one of placesOf(context).flatMap(({ adjustments }) => adjustments)) {
        const usual = USUAL_GROUP[one.reason];
        if (usual !== undefined && usual !== one.group)
          reportAt(report, one, { found: `${one.group} ${one.reason}`, expected: `group ${usual}` });
      }
    },
  },
];
