/** What earlier payers decided, as a later payer is told it: loops 2320 to 2430. */
import { groupBy } from '../lists.ts';
import { type AnyClaim, type Line, linesOf, type OtherCoverage, othersOf } from './claim-context.ts';
import { type Report, type Rule, total } from './rule.ts';

type Decision = NonNullable<Line['adjudications']>[number];
type Adjustments = Decision['adjustments'] | OtherCoverage['adjustments'];

/** The trios that a CAS holds. */
const TRIOS = 6;

const adjusted = (list: Adjustments) =>
  total(list, ({ adjustments }) => total(adjustments, (adjustment) => adjustment.amount));

const decisionsOf = (context: AnyClaim): Decision[] =>
  linesOf(context).flatMap<Decision>((line) => line.adjudications ?? []);

/** The line decisions of the payer of a 2320. */
function decisionsBy(context: AnyClaim, { otherPayer }: OtherCoverage): Decision[] {
  const id = otherPayer?.name?.id;
  return id === undefined ? [] : decisionsOf(context).filter(({ adjudication }) => adjudication?.payerId === id);
}

/** Whether the payer of a 2320 has decided on the claim. */
function hasDecided(other: OtherCoverage, decisions: readonly Decision[]): boolean {
  const inpatient = 'inpatient' in other ? other.inpatient : undefined;
  return [other.payerPaid, other.adjustments, other.outpatient, inpatient, decisions[0]].some(
    (part) => part !== undefined,
  );
}

function checkGroups(list: Adjustments, report: Report): void {
  const open = new Set<string>();
  for (const segment of list ?? []) {
    const { group, adjustments = [] } = segment;
    if (group === undefined) continue;
    if (open.has(group))
      report(segment, {
        element: 'CAS01',
        found: group,
        message: 'a group of adjustments is begun anew before it is full',
      });
    if (adjustments.length < TRIOS) open.add(group);
  }
}

const balances: readonly Rule<AnyClaim>[] = [
  {
    id: 'R172',
    snip: 3,
    code: 'line-balance',
    severity: 'error',
    says: 'the line charge is not what an earlier payer paid plus its adjustments',
    next: "complete the payer's adjustments of the line (CAS in 2430)",
    check(context, report) {
      for (const { service, adjudications = [] } of linesOf(context)) {
        if (service?.charge === undefined) continue;
        for (const group of groupBy<Decision>(adjudications, ({ adjudication }) => adjudication?.payerId ?? '')) {
          const told = total(group, (one) => (one.adjudication?.paid ?? 0) + adjusted(one.adjustments));
          if (told !== service.charge) report(group[0].adjudication, { element: 'SVD02' });
        }
      }
    },
  },
  {
    id: 'R173',
    snip: 3,
    code: 'claim-balance',
    severity: 'error',
    says: 'the claim charge is not what an earlier payer paid plus its adjustments',
    next: "complete the payer's adjustments of the claim and its lines (CAS in 2320 and 2430)",
    check(context, report) {
      for (const other of othersOf(context)) {
        if (other.payerPaid === undefined) continue;
        const atLines = total(decisionsBy(context, other), ({ adjustments }) => adjusted(adjustments));
        const told = (other.payerPaid.amount ?? 0) + adjusted(other.adjustments) + atLines;
        if (told !== (context.claim.claim?.charge ?? 0)) report(other.payerPaid, { element: 'AMT02' });
      }
    },
  },
  {
    id: 'R174',
    snip: 3,
    code: 'claim-balance',
    severity: 'warning',
    says: 'what an earlier payer paid is not the sum of its lines less its claim adjustments',
    next: 'correct what the payer paid for the claim (AMT*D in 2320), or for its lines (SVD02)',
    check(context, report) {
      for (const other of othersOf(context)) {
        const decisions = decisionsBy(context, other);
        if (other.payerPaid === undefined || decisions.length === 0) continue;
        const atLines = total(decisions, ({ adjudication }) => adjudication?.paid);
        if (atLines - adjusted(other.adjustments) !== (other.payerPaid.amount ?? 0))
          report(other.payerPaid, { element: 'AMT02' });
      }
    },
  },
];

const decisions: readonly Rule<AnyClaim>[] = [
  {
    id: 'R175',
    snip: 2,
    code: 'guide-rule',
    severity: 'warning',
    says: 'a line decision names none of the other payers',
    next: 'name the payer that decided (SVD01) by the id of one of the other payers (NM109 in 2330B)',
    check(context, report) {
      const known = new Set(othersOf(context).map(({ otherPayer }) => otherPayer?.name?.id));
      for (const { adjudication } of decisionsOf(context))
        if (adjudication?.payerId !== undefined && !known.has(adjudication.payerId))
          report(adjudication, { element: 'SVD01', hidden: adjudication.payerId });
    },
  },
  {
    id: 'R176',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'an earlier payer has decided, and when is not told',
    next: "give the day of the payer's decision (DTP*573) in 2330B, or in every 2430 of the payer",
    check(context, report) {
      for (const other of othersOf(context)) {
        const ofLines = decisionsBy(context, other);
        const { remittanceDate } = other.otherPayer ?? {};
        if (remittanceDate !== undefined && ofLines.some((one) => one.remittanceDate !== undefined))
          report(remittanceDate, {
            element: 'DTP01',
            found: '573',
            message: 'the date of the decision stands at the payer and at its lines',
          });
        else if (remittanceDate === undefined && ofLines.length === 0 && hasDecided(other, ofLines))
          report(other.otherPayer ?? other, { element: 'DTP03' });
      }
    },
  },
  {
    id: 'R177',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'what the patient still owes is told for the claim and for its lines',
    next: 'send what the patient still owes (AMT*EAF) in 2320 or in 2430, not in both',
    check(context, report) {
      for (const other of othersOf(context))
        if (decisionsBy(context, other).some((one) => one.remainingPatientLiability !== undefined))
          if (other.remainingPatientLiability !== undefined)
            report(other.remainingPatientLiability, { element: 'AMT01', found: 'EAF' });
    },
  },
  {
    id: 'R178',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'a charge that is not covered (AMT*A8) is not the whole charge, or stands beside a decision',
    next: 'send AMT*A8 with the claim charge and without AMT*D, CAS and DTP*573, or leave it out',
    check(context, report) {
      for (const other of othersOf(context)) {
        const { nonCovered, payerPaid, adjustments, otherPayer } = other;
        if (nonCovered === undefined) continue;
        const decided = payerPaid ?? adjustments ?? otherPayer?.remittanceDate;
        if (nonCovered.amount !== context.claim.claim?.charge || decided !== undefined)
          report(nonCovered, { element: 'AMT02' });
      }
    },
  },
  {
    id: 'R181',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'a line was bundled into a line that is not there',
    next: 'give in SVD06 the number (LX01) of the line that was paid',
    check(context, report) {
      const lines = linesOf(context);
      lines.forEach(({ adjudications = [] }, index) => {
        for (const { adjudication } of adjudications) {
          const into = adjudication?.bundledLine;
          if (into !== undefined && (into < 1 || into > lines.length || into === index + 1))
            report(adjudication, { element: 'SVD06', found: String(into) });
        }
      });
    },
  },
  {
    id: 'R182',
    snip: 2,
    code: 'guide-rule',
    severity: 'error',
    says: 'an earlier payer paid less than nothing for a line',
    next: 'send what was paid after all corrections',
    check(context, report) {
      for (const { adjudication } of decisionsOf(context))
        if ((adjudication?.paid ?? 0) < 0) report(adjudication, { element: 'SVD02' });
    },
  },
];

/** Rules of coordination of benefits. */
export const COB_RULES: readonly Rule<AnyClaim>[] = [
  ...balances,
  ...decisions,
  {
    id: 'R179',
    snip: 2,
    code: 'guide-rule',
    severity: 'error',
    says: 'an adjustment of nothing',
    next: 'leave out amounts of zero, and send one CAS a group while its six trios suffice',
    check(context, report) {
      for (const { adjustments } of [...othersOf(context), ...decisionsOf(context)]) {
        checkGroups(adjustments, report);
        for (const segment of adjustments ?? [])
          segment.adjustments?.forEach(({ amount }, index) => {
            if (amount === 0) report(segment, { element: `CAS${String(3 * index + 3).padStart(2, '0')}`, found: '0' });
          });
      }
    },
  },
];
