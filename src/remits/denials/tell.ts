/** A denial as a task: what it is about, what to do, by when. Pure; told again whenever the rules change. */
import type { DenialTask } from '../../../schemas/denial-words.ts';
import type { PayerRules } from '../../../schemas/payer-rules.ts';
import type { ClaimPaymentRecord, PaymentRecord } from '../../../schemas/records.ts';
import { type ClaimOutcome, type DenialFound, denialsOf } from '../outcome.ts';
import { classifyDenial, type DenialReason, type DenialVerdict } from './classify.ts';
import { type DenialDeadline, deadlinesOf, dueOn } from './deadlines.ts';
import { COMMON_PAYER_RULES, type PayerOnDay } from './payer-rules.ts';

/** What is said of a denial beside its codes and its amount. */
export type DenialTold = DenialVerdict & {
  task: DenialTask;
  deadlines: DenialDeadline[];
  dueOn?: string;
};

/** What it is said from. `servedOn` is the first service day: where a payer counts from the last, that is the safe side. */
export type DenialFacts = DenialReason & PayerOnDay & { servedOn?: string | undefined; outcome: ClaimOutcome | string };

/** Tells one denial. */
export function tellDenial(facts: DenialFacts, rules: readonly PayerRules[] = COMMON_PAYER_RULES): DenialTold {
  const verdict = classifyDenial(facts, facts, rules);
  const deadlines = deadlinesOf(facts, facts, rules);
  const due = dueOn(verdict.action, verdict.appealable, deadlines);
  return {
    ...verdict,
    task: facts.outcome === 'denied' ? 'denial' : 'partialDenial',
    deadlines,
    ...(due === undefined ? {} : { dueOn: due }),
  };
}

/** The header of the payment that a denial came with. */
export type DenialPayment = Pick<PaymentRecord, 'payer' | 'settlementDate'>;

/** The denials of a claim payment as tasks; `payerIds` are the payer's ids on our claim. */
export function tellDenials(
  claim: ClaimPaymentRecord,
  outcome: ClaimOutcome,
  payment: DenialPayment,
  payerIds: readonly string[] = [],
  rules: readonly PayerRules[] = COMMON_PAYER_RULES,
): (DenialFound & { told: DenialTold })[] {
  const payer = {
    payerIds: [...payerIds, ...(payment.payer.id === undefined ? [] : [payment.payer.id])],
    filing: claim.filingIndicator,
    remittedOn: payment.settlementDate,
  };
  return denialsOf(claim).map((denial) => ({
    ...denial,
    told: tellDenial({ ...denial, ...payer, outcome, servedOn: firstDay(claim, denial.line) }, rules),
  }));
}

/** DTM 472 or 150 of a line; 232 of the claim; else the first day of any line. */
function firstDay({ dates, lines }: ClaimPaymentRecord, line: number | undefined): string | undefined {
  const dayOf = (list: ClaimPaymentRecord['dates'], ...qualifiers: string[]) =>
    list.find(({ qualifier }) => qualifiers.includes(qualifier))?.date;
  const own = line === undefined ? undefined : dayOf(lines[line]?.dates ?? [], '472', '150');
  return own ?? dayOf(dates, '232') ?? lines.flatMap((one) => dayOf(one.dates, '472', '150') ?? []).sort()[0];
}
