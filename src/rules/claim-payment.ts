/** Rules of claim payments (835, loop 2100) with their service lines (2110): amounts, statuses, dates. */
import type { Loop2100, Loop2110, Set835 } from '../guides/values/835.ts';
import { type Read, type Rule, total } from './rule.ts';

/** A claim payment with the header of its set. */
export type ClaimPaymentContext = { set: Read<Set835>; claim: Read<Loop2100> };

/** CAS segments of a claim or a line. */
export type Adjustments = Read<Loop2110['adjustments']>;

/** Sum of CAS03, CAS06 and on; of one group only, where it is given. */
export function adjusted(adjustments: Adjustments, only?: string): number {
  return total(adjustments, ({ group, adjustments: rows }) =>
    only === undefined || group === only ? total(rows, ({ amount }) => amount) : 0,
  );
}

const charge = (line: Read<Loop2110>) => line.service?.charge ?? 0;
const paid = (line: Read<Loop2110>) => line.service?.paid ?? 0;

/** Whether CLP03 is CLP04 plus all adjustments. */
function balances({ payment, adjustments, lines }: Read<Loop2100>): boolean {
  const all = adjusted(adjustments) + total(lines, (line) => adjusted(line.adjustments));
  return (payment?.charge ?? 0) - all - (payment?.paid ?? 0) === 0;
}

/** What the patient owes of the claim and of its lines. */
const patientShare = ({ adjustments, lines }: Read<Loop2100>) =>
  adjusted(adjustments, 'PR') + total(lines, (line) => adjusted(line.adjustments, 'PR'));

const hasBonus = (adjustments: Adjustments) =>
  (adjustments ?? []).some(({ adjustments: rows }) => rows?.some(({ amount = 0 }) => amount < 0));

const ASK = 'ask the payer; the claim is held for a person';

/** Whether amounts add up. */
export const CLAIM_PAYMENT_BALANCES: readonly Rule<ClaimPaymentContext>[] = [
  {
    id: 'R192',
    snip: 3,
    code: 'line-balance',
    severity: 'error',
    says: 'the line charge is not what was paid plus the adjustments',
    next: ASK,
    check({ claim: { lines = [] } }, report) {
      for (const [index, line] of lines.entries())
        if (charge(line) - adjusted(line.adjustments) - paid(line) !== 0)
          report(line.service, { element: 'SVC02', path: `/lines/${index}` });
    },
  },
  {
    id: 'R193',
    snip: 3,
    code: 'claim-balance',
    severity: 'error',
    says: 'the claim charge is not what was paid plus the adjustments',
    next: ASK,
    check({ claim }, report) {
      if (!balances(claim)) report(claim.payment, { element: 'CLP03' });
    },
  },
  {
    id: 'R195',
    snip: 3,
    code: 'claim-balance',
    severity: 'warning',
    says: 'the claim charge is not the sum of its lines',
    next: ASK,
    // That the payments add up too follows from R192 and R193. A claim that does not balance is found there.
    check({ claim }, report) {
      const { payment, lines = [] } = claim;
      if (lines.length === 0 || total(lines, charge) === (payment?.charge ?? 0) || !balances(claim)) return;
      report(payment, { element: 'CLP03' });
    },
  },
  {
    id: 'R196',
    snip: 3,
    code: 'claim-balance',
    severity: 'warning',
    says: 'the patient responsibility (CLP05) is not the sum of the PR adjustments',
    next: 'bill the patient by the adjustments, not by CLP05',
    check({ claim }, report) {
      const { status, patientResponsibility = 0 } = claim.payment ?? {};
      if (status === '22' || status === '25' || patientShare(claim) === patientResponsibility) return;
      report(claim.payment, { element: 'CLP05' });
    },
  },
  {
    id: 'R213',
    snip: 3,
    code: 'line-balance',
    severity: 'warning',
    says: 'less was allowed (AMT*B6) than was paid',
    next: ASK,
    check({ claim: { lines = [] } }, report) {
      // A bonus (an adjustment below zero) is paid on top of what is allowed.
      for (const line of lines.filter((one) => !hasBonus(one.adjustments)))
        for (const amount of line.supplementalAmounts ?? [])
          if (amount.qualifier === 'B6' && (amount.amount ?? 0) < paid(line)) report(amount, { element: 'AMT02' });
    },
  },
];

const FORWARDED = new Set(['19', '20', '21', '23']);

/** Whether status, amounts, dates and segments go together. */
export const CLAIM_PAYMENT_SITUATIONS: readonly Rule<ClaimPaymentContext>[] = [
  {
    id: 'R198',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'a reversal (CLP02 22) takes nothing back: its charge or its payment is above zero',
    next: ASK,
    check({ claim: { payment } }, report) {
      if (payment?.status !== '22') return;
      if ((payment.charge ?? 0) > 0) report(payment, { element: 'CLP03' });
      if ((payment.paid ?? 0) > 0) report(payment, { element: 'CLP04' });
    },
  },
  {
    id: 'R199',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'something is paid on a claim that was not recognised (CLP02 4)',
    next: ASK,
    check({ claim: { payment } }, report) {
      if (payment?.status === '4' && (payment.paid ?? 0) !== 0) report(payment, { element: 'CLP02', found: '4' });
    },
  },
  {
    id: 'R200',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'a claim that was forwarded (CLP02 19, 20, 21, 23) does not name the payer it went to (NM1*TT)',
    next: 'ask the payer where the claim went',
    check({ claim: { payment, crossoverPayer } }, report) {
      const { status = '' } = payment ?? {};
      if (FORWARDED.has(status) && crossoverPayer === undefined) report(payment, { element: 'CLP02', found: status });
    },
  },
  {
    id: 'R201',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'a predetermination (CLP02 25) pays, or does not say by reason 101 in group OA that it does not',
    next: ASK,
    check({ claim: { payment, adjustments, lines = [] } }, report) {
      if (payment?.status !== '25') return;
      if ((payment.paid ?? 0) !== 0) report(payment, { element: 'CLP04' });
      const all = [adjustments ?? [], ...lines.map((line) => line.adjustments ?? [])].flat();
      if (!all.some(({ group, adjustments: rows }) => group === 'OA' && rows?.some(({ reason }) => reason === '101')))
        report(payment, { element: 'CLP02', found: '25' });
    },
  },
  {
    id: 'R208',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'a line has neither one service date (DTM*472) nor both ends of a period (150 and 151)',
    next: 'match the line by its control number',
    check({ claim: { payment, statementDates = [], lines = [] } }, report) {
      for (const { service, serviceDates = [] } of lines) {
        const told = serviceDates.map(({ qualifier }) => qualifier ?? '').sort();
        if (!['', '472', '150 151'].includes(told.join(' '))) report(serviceDates[0] ?? service, { element: 'DTM01' });
        else if (told.length === 0 && statementDates.length === 0)
          report(service ?? payment, { message: 'neither the line nor the claim (DTM*232) has a date of service' });
      }
    },
  },
  {
    id: 'R209',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'the procedure as it was submitted (SVC06) is the one that was paid (SVC01)',
    next: 'nothing: it says what SVC01 says',
    check({ claim: { lines = [] } }, report) {
      for (const { service } of lines) {
        const { procedure, submittedProcedure } = service ?? {};
        if (submittedProcedure !== undefined && spelled(submittedProcedure) === spelled(procedure))
          report(service, { element: 'SVC06' });
      }
    },
  },
  {
    id: 'R214',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'a claim is adjudicated both as inpatient (MIA) and as outpatient (MOA)',
    next: ASK,
    check({ claim: { inpatient, outpatient } }, report) {
      if (inpatient !== undefined && outpatient !== undefined) report(outpatient);
    },
  },
];

type Procedure = NonNullable<Read<Loop2110>['service']>['procedure'];

const spelled = (procedure: Procedure) =>
  [procedure?.qualifier, procedure?.code, ...(procedure?.modifiers ?? [])].join(' ');
