/** Rules of remittances (835): claim payments (loop 2100) with their lines (2110), and the payment when its set ends. */
import { guide835 } from '../guides/835.ts';
import type { Loop2100, Loop2110, Set835 } from '../guides/values/835.ts';
import { type Read, type Rule, total } from './rule.ts';
import { type SetRules, setRules } from './set-rules.ts';
import type { DatesOf } from './walk.ts';

/** A claim payment with the header of its set. */
export type ClaimPaymentContext = { set: Read<Set835>; claim: Read<Loop2100> };

/** A payment at the end of its set, with what its claims add up to. */
export type PaymentContext = { set: Read<Set835>; paid: number };

type Adjustments = Read<Loop2110['adjustments']>;

/** Sum of CAS03, CAS06 and on. */
const adjusted = (groups: Adjustments) =>
  total(groups, ({ adjustments }) => total(adjustments, ({ amount }) => amount));

/** Rules of a claim payment. */
export const CLAIM_PAYMENT_RULES: readonly Rule<ClaimPaymentContext>[] = [
  {
    id: 'R200',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'a claim that was forwarded (CLP02 19, 20, 21, 23) names the payer it went to (NM1*TT)',
    next: 'ask the payer where the claim went',
    check({ claim: { payment, crossoverPayer } }, report) {
      const { status = '' } = payment ?? {};
      if (['19', '20', '21', '23'].includes(status) && crossoverPayer === undefined)
        report(payment, { element: 'CLP02', found: status });
    },
  },
  {
    id: 'R192',
    snip: 3,
    code: 'line-balance',
    severity: 'error',
    says: 'the line charge is not what was paid plus the adjustments',
    next: 'ask the payer; the claim is held for a person',
    check({ claim: { lines = [] } }, report) {
      for (const [index, { service, adjustments }] of lines.entries()) {
        if ((service?.charge ?? 0) - adjusted(adjustments) - (service?.paid ?? 0) === 0) continue;
        report(service, { element: 'SVC02', path: `/lines/${index}` });
      }
    },
  },
  {
    id: 'R193',
    snip: 3,
    code: 'claim-balance',
    severity: 'error',
    says: 'the claim charge is not what was paid plus the adjustments',
    next: 'ask the payer; the claim is held for a person',
    check({ claim: { payment, adjustments, lines } }, report) {
      const all = adjusted(adjustments) + total(lines, (line) => adjusted(line.adjustments));
      if ((payment?.charge ?? 0) - all - (payment?.paid ?? 0) !== 0) report(payment, { element: 'CLP03' });
    },
  },
];

/** Rules of a whole payment. */
export const PAYMENT_RULES: readonly Rule<PaymentContext>[] = [
  {
    id: 'R186',
    snip: 2,
    code: 'guide-rule',
    severity: 'error',
    says: 'a payment is not negative',
    next: 'ask the payer; the payment is held for a person',
    check({ set: { financial } }, report) {
      const { amount, handling, method } = financial ?? {};
      if (amount === undefined || amount > 0) return;
      if (amount < 0) report(financial, { element: 'BPR02' });
      else if (handling !== 'H' && method !== 'NON')
        report(financial, {
          element: 'BPR01',
          severity: 'warning',
          message: 'where nothing is paid, BPR01 is H or BPR04 is NON',
        });
    },
  },
  {
    id: 'R194',
    snip: 3,
    code: 'payment-balance',
    severity: 'error',
    says: 'the payment is not the sum of the claims less the provider adjustments',
    next: 'ask the payer; the payment is held for a person',
    check({ set: { financial, providerAdjustments }, paid }, report) {
      const amount = (financial?.amount ?? 0) * (financial?.creditDebit === 'D' ? -1 : 1);
      const withheld = total(providerAdjustments, (plb) => total(plb.adjustments, (one) => one.amount));
      if (paid - withheld - amount !== 0) report(financial, { element: 'BPR02' });
    },
  },
];

/** Service days by line, else by claim; reasons and remarks by the day of the payment (BPR16). A reversal repeats those of its day. */
const remittanceDates: DatesOf = (loop, value, around) => {
  switch (loop.id) {
    case 'ST': {
      const { financial }: Read<Set835> = value;
      return { payment: financial?.date };
    }
    case '2100': {
      const { statementDates, payment }: Read<Loop2100> = value;
      return { service: spanOf(statementDates), payment: payment?.status === '22' ? undefined : around.payment };
    }
    case '2110': {
      const { serviceDates }: Read<Loop2110> = value;
      return { ...around, service: spanOf(serviceDates) ?? around.service };
    }
    default:
      return around;
  }
};

/** From the first to the last of the days (DTM 232 and 233, 150 and 151, or 472). */
function spanOf(dates: readonly { readonly date?: string | undefined }[] | undefined): string | undefined {
  const days = (dates ?? []).flatMap(({ date }) => date ?? []).sort();
  return days.length === 0 ? undefined : `${days[0]}/${days.at(-1)}`;
}

/** The rules of the 835. */
export const remittanceRules: SetRules = setRules({
  guide: guide835,
  dates: remittanceDates,
  start: () => ({ paid: 0 }),
  record({ value, parents: [set = {}] }, state): ClaimPaymentContext {
    const claim: Read<Loop2100> = value;
    state.paid += claim.payment?.paid ?? 0;
    return { set, claim };
  },
  recordRules: CLAIM_PAYMENT_RULES,
  end: (set: Read<Set835>, { paid }) => ({ set, paid }),
  rules: PAYMENT_RULES,
});
