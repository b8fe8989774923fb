/** Rules of remittances (835): claim payments (loop 2100) with their lines (2110), and the payment when its set ends. */
import type { Loop2100, Loop2110, Set835 } from '../guides/values/835.ts';
import { type Read, type Rule, total } from './rule.ts';
import { type SetRules, setRules } from './set-rules.ts';

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

/** The rules of the 835. */
export const remittanceRules: SetRules = setRules({
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
