/** The rules of remittances (835), and what they need of a set while its claims pass. */
import { guide835 } from '../guides/835.ts';
import type { Loop2000, Loop2100, Loop2110, Set835 } from '../guides/values/835.ts';
import { ADJUSTMENT_RULES } from './adjustment.ts';
import { CLAIM_PAYMENT_BALANCES, CLAIM_PAYMENT_SITUATIONS, type ClaimPaymentContext } from './claim-payment.ts';
import { PAYMENT_RULES, type PaymentTotals } from './payment.ts';
import { type Read, total } from './rule.ts';
import { type SetRules, setRules } from './set-rules.ts';
import type { DatesOf } from './walk.ts';

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

function gather(claim: Read<Loop2100>, header: Read<Loop2000>, totals: PaymentTotals): void {
  totals.paid += claim.payment?.paid ?? 0;
  totals.interest += total(claim.supplementalAmounts, ({ qualifier, amount }) => (qualifier === 'I' ? amount : 0));
  const summary = header.providerSummary;
  if (summary === undefined) return;
  let provider = totals.providers.at(-1);
  if (provider?.summary !== summary) {
    provider = { summary, claims: 0, charge: 0 };
    totals.providers.push(provider);
  }
  provider.claims++;
  provider.charge += claim.payment?.charge ?? 0;
}

/** The rules of the 835. */
export const remittanceRules: SetRules = setRules({
  guide: guide835,
  dates: remittanceDates,
  start: (): PaymentTotals => ({ paid: 0, interest: 0, providers: [] }),
  record({ value, parents: [set = {}, header = {}] }, totals): ClaimPaymentContext {
    const claim: Read<Loop2100> = value;
    gather(claim, header, totals);
    return { set, claim };
  },
  recordRules: [...CLAIM_PAYMENT_BALANCES, ...ADJUSTMENT_RULES, ...CLAIM_PAYMENT_SITUATIONS],
  end: (set: Read<Set835>, totals) => ({ set, totals }),
  rules: PAYMENT_RULES,
});
