/**
 * What a payer takes back outside the claims (PLB), as an account of one payer with one payee: each payment with its opening
 * and closing balance, gross and taken back shown apart. A recovery that takes more than was put off is shown, not set right.
 */
import { groupBy } from '../lists.ts';
import { type Cents, negateCents, sumCents, toCents, ZERO_CENTS } from '../money.ts';
import { type ProviderAdjustmentKind, providerAdjustmentKind } from './provider-adjustment.ts';

/** A posted payment as its account sees it. */
export type AccountPayment = {
  id: string;
  /** BPR16; empty where the payment does not tell, which counts as the earliest. */
  settled: string;
  traceNumber: string;
  fingerprint: string;
  /** Sum of CLP04 without reversals, and of reversals (negative). */
  grossCents: Cents;
  reversedCents: Cents;
  /** BPR02, a debit negative. */
  depositCents: Cents;
  adjustments: readonly { code: string; reference: string; amountCents: Cents }[];
};

/** One payment in its account. gross + reversed + raised - lowered = deposit, where the payment balances. */
export type AccountStep = {
  payment: AccountPayment;
  /** What the payer still had to get, before and after this payment. */
  openingCents: Cents;
  closingCents: Cents;
  /** Of these kinds: what raised the payment, and what lowered it. */
  raised: Readonly<Partial<Record<ProviderAdjustmentKind, Cents>>>;
  lowered: Readonly<Partial<Record<ProviderAdjustmentKind, Cents>>>;
  /** What was brought forward (FB) less what had been carried: anything but zero breaks the run. */
  forwardGapCents: Cents;
};

/** What was put off and taken back under one reference (PLB03-2 of WO: the payer's claim number). */
export type Recovery = {
  reference: string;
  putOffCents: Cents;
  takenBackCents: Cents;
  /** Still to be taken; negative where more was taken than had been put off. */
  balanceCents: Cents;
};

/** The account over all its payments. */
export type RecoupmentAccount = { steps: AccountStep[]; recoveries: Recovery[]; closingCents: Cents };

/** Kinds that move what the payer still has to get. */
const OWED: ReadonlySet<ProviderAdjustmentKind> = new Set(['recovery', 'forward']);

/** The account of one payer with one payee, the same for every order in which the payments arrived. */
export function recoupmentAccount(payments: readonly AccountPayment[]): RecoupmentAccount {
  let openingCents = ZERO_CENTS;
  let carried = ZERO_CENTS;
  const steps = [...payments].sort(byDay).map((payment) => {
    const step = accountStep(payment, openingCents, carried);
    openingCents = step.closingCents;
    carried = toCents(carried + (step.raised.forward ?? 0) - (step.lowered.forward ?? 0));
    return step;
  });
  return { steps, recoveries: recoveriesOf(steps), closingCents: openingCents };
}

function byDay(left: AccountPayment, right: AccountPayment): number {
  return (
    compare(left.settled, right.settled) ||
    compare(left.traceNumber, right.traceNumber) ||
    compare(left.fingerprint, right.fingerprint)
  );
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function accountStep(payment: AccountPayment, openingCents: Cents, carried: Cents): AccountStep {
  const raised: Partial<Record<ProviderAdjustmentKind, Cents>> = {};
  const lowered: Partial<Record<ProviderAdjustmentKind, Cents>> = {};
  for (const { code, amountCents } of payment.adjustments) {
    const side = amountCents < 0 ? raised : lowered;
    const kind = providerAdjustmentKind(code);
    side[kind] = toCents((side[kind] ?? 0) + Math.abs(amountCents));
  }
  const owed = payment.adjustments.filter(({ code }) => OWED.has(providerAdjustmentKind(code)));
  const brought = lowered.forward ?? ZERO_CENTS;
  return {
    payment,
    openingCents,
    closingCents: sumCents([openingCents, ...owed.map(({ amountCents }) => negateCents(amountCents))]),
    raised,
    lowered,
    forwardGapCents: brought === 0 ? ZERO_CENTS : toCents(brought - carried),
  };
}

function recoveriesOf(steps: readonly AccountStep[]): Recovery[] {
  const told = steps
    .flatMap(({ payment }) => payment.adjustments)
    .filter(({ code, reference }) => providerAdjustmentKind(code) === 'recovery' && reference !== '');
  return groupBy(told, ({ reference }) => reference).map((members) => {
    const total = (sign: 1 | -1) =>
      toCents(members.reduce((sum, { amountCents }) => sum + Math.max(0, sign * amountCents), 0));
    const putOffCents = total(-1);
    const takenBackCents = total(1);
    return {
      reference: members[0].reference,
      putOffCents,
      takenBackCents,
      balanceCents: toCents(putOffCents - takenBackCents),
    };
  });
}
