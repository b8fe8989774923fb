/** Rules of a whole payment (835): its amount, how it is made, and what its claims add up to. */
import type { Loop2000, Set835 } from '../guides/values/835.ts';
import { type Read, type Report, type Rule, total } from './rule.ts';

/** What the claims under one LX add up to, where its TS3 tells too. */
export type ProviderTotal = { summary: Read<Loop2000>['providerSummary']; claims: number; charge: number };

/** What is gathered from the claims while they pass. */
export type PaymentTotals = { paid: number; interest: number; providers: ProviderTotal[] };

/** A payment at the end of its set. */
export type PaymentContext = { set: Read<Set835>; totals: PaymentTotals };

type Financial = NonNullable<Read<Set835>['financial']>;

const ELECTRONIC = new Set(['ACH', 'BOP', 'FWT']);

/** Elements that tell an electronic payment from bank to bank. */
const BANKS: readonly (readonly [element: string, key: keyof Financial])[] = [
  ['BPR06', 'payerBankQualifier'],
  ['BPR07', 'payerBank'],
  ['BPR08', 'payerAccountQualifier'],
  ['BPR09', 'payerAccount'],
  ['BPR12', 'payeeBankQualifier'],
  ['BPR13', 'payeeBank'],
  ['BPR14', 'payeeAccountQualifier'],
  ['BPR15', 'payeeAccount'],
];

const HELD = 'ask the payer; the payment is held for a person';

/** Rules of the payment itself. */
export const PAYMENT_RULES: readonly Rule<PaymentContext>[] = [
  {
    id: 'R186',
    snip: 2,
    code: 'guide-rule',
    severity: 'error',
    says: 'the payment is negative',
    next: HELD,
    check({ set: { financial } }, report) {
      const { amount, handling, method } = financial ?? {};
      if (amount === undefined || amount > 0) return;
      if (amount < 0) report(financial, { element: 'BPR02' });
      else if (handling !== 'H' && method !== 'NON')
        report(financial, {
          element: 'BPR01',
          severity: 'warning',
          message: 'nothing is paid, yet neither is BPR01 H nor BPR04 NON',
        });
    },
  },
  {
    id: 'R187',
    snip: 2,
    code: 'guide-rule',
    severity: 'error',
    says: 'an electronic payment (BPR04 ACH, BOP, FWT) does not name both banks and accounts',
    next: 'ask the payer which deposit this is',
    check({ set: { financial } }, report) {
      if (financial === undefined) return;
      if (ELECTRONIC.has(financial.method ?? '')) checkBanks(financial, report);
      else
        for (const [element, key] of BANKS)
          if (financial[key] !== undefined)
            report(financial, {
              element,
              severity: 'warning',
              message: 'banks are named though the payment is not electronic (BPR04 ACH, BOP, FWT)',
            });
    },
  },
  {
    id: 'R188',
    snip: 5,
    code: 'code-format',
    severity: 'warning',
    says: 'a bank number (qualifier 01) is not nine digits that end in their check digit',
    next: 'ask the payer for the number of the bank',
    check({ set: { financial } }, report) {
      const { payerBankQualifier, payerBank, payeeBankQualifier, payeeBank } = financial ?? {};
      if (payerBankQualifier === '01' && !isBankNumber(payerBank ?? '')) report(financial, { element: 'BPR07' });
      if (payeeBankQualifier === '01' && !isBankNumber(payeeBank ?? '')) report(financial, { element: 'BPR13' });
    },
  },
  {
    id: 'R189',
    snip: 2,
    code: 'guide-rule',
    severity: 'warning',
    says: 'TRN03 is not 1 and the nine digits of the tax number of the payer',
    next: 'match the deposit by TRN02 alone',
    check({ set: { financial, trace } }, report) {
      const { company = '' } = trace ?? {};
      if (company !== '' && !/^1\d{9}$/.test(company)) report(trace, { element: 'TRN03', found: company });
      const origin = financial?.originCompany;
      if (origin !== undefined && origin !== company)
        report(trace, { element: 'TRN03', found: company, message: 'TRN03 differs from BPR10', expected: origin });
    },
  },
  {
    id: 'R194',
    snip: 3,
    code: 'payment-balance',
    severity: 'error',
    says: 'the payment is not the sum of the claims less the provider adjustments',
    next: HELD,
    check({ set: { financial, providerAdjustments }, totals: { paid } }, report) {
      const amount = (financial?.amount ?? 0) * (financial?.creditDebit === 'D' ? -1 : 1);
      const withheld = total(providerAdjustments, (plb) => total(plb.adjustments, (one) => one.amount));
      if (paid - withheld - amount !== 0) report(financial, { element: 'BPR02' });
    },
  },
  {
    id: 'R197',
    snip: 3,
    code: 'payment-balance',
    severity: 'warning',
    says: 'a provider summary (TS3) tells another number or charge than the claims below it',
    next: 'trust the claims, not the summary',
    check({ totals }, report) {
      for (const { summary, claims, charge } of totals.providers) {
        if (summary?.claims !== undefined && Number(summary.claims) !== claims)
          report(summary, { element: 'TS304', found: summary.claims, expected: String(claims) });
        if (summary?.charge !== undefined && summary.charge !== charge) report(summary, { element: 'TS305' });
      }
    },
  },
  {
    id: 'R211',
    snip: 2,
    code: 'guide-rule',
    severity: 'warning',
    says: 'an overpayment that is recovered (PLB with WO) does not name the claim it was paid on',
    next: 'ask the payer which claim it was',
    check({ set: { providerAdjustments } }, report) {
      for (const segment of providerAdjustments ?? [])
        for (const [index, { adjustment }] of (segment.adjustments ?? []).entries())
          if (adjustment?.reason === 'WO' && adjustment.reference === undefined)
            report(segment, { element: `PLB${String(3 + 2 * index).padStart(2, '0')}-02`, found: 'WO' });
    },
  },
  {
    id: 'R212',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'interest on claims (AMT*I) is told, and no provider adjustment (PLB with L6) pays it',
    next: HELD,
    check({ set: { financial, providerAdjustments }, totals: { interest } }, report) {
      const paid = (providerAdjustments ?? []).some(({ adjustments }) =>
        adjustments?.some(({ adjustment }) => adjustment?.reason === 'L6'),
      );
      if (interest !== 0 && !paid) report(providerAdjustments?.[0] ?? financial, { element: 'PLB03-01' });
    },
  },
];

function checkBanks(financial: Financial, report: Report): void {
  for (const [element, key] of [...BANKS, ['BPR10', 'originCompany'] as const])
    if (financial[key] === undefined) report(financial, { element });
  const { method, format } = financial;
  if ((method === 'ACH') !== (format !== undefined))
    report(financial, {
      element: 'BPR05',
      severity: 'warning',
      message: 'BPR05 is missing beside ACH, or stands beside another method',
    });
}

const WEIGHTS = [3, 7, 1];

/** Whether a text is an ABA routing number by form and check digit. */
export function isBankNumber(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false;
  return [...text].reduce((sum, digit, at) => sum + Number(digit) * (WEIGHTS[at % 3] ?? 0), 0) % 10 === 0;
}
