/** By when a denial has to be acted on, and how urgent and worth while it is. Pure: the days are given. */
import type { DenialAction } from '../../../schemas/denial-words.ts';
import type { PayerDeadline, PayerRules } from '../../../schemas/payer-rules.ts';
import { addBusinessDays, addDays, addMonths, daysBetween, nextBusinessDay } from '../../days.ts';
import type { Cents } from '../../money.ts';
import { COMMON_PAYER_RULES, type PayerOnDay, rulesFor } from './payer-rules.ts';

/** A deadline of a denial. Without a date where the day it counts from is not known (a decision on an appeal). */
export type DenialDeadline = {
  kind: PayerDeadline['kind'];
  /** `medicare:appeal1`: the rules and the deadline in them. */
  rule: string;
  from: PayerDeadline['from'];
  basis?: string;
  date?: string;
  says?: string;
};

/** The days that deadlines count from: first or only service day (last of a stay), remittance. */
export type DenialDays = { servedOn?: string | undefined; remittedOn?: string | undefined };

/** The deadlines that the payer's rules set; of each kind the first rules that have it. */
export function deadlinesOf(
  payer: PayerOnDay,
  days: DenialDays,
  rules: readonly PayerRules[] = COMMON_PAYER_RULES,
): DenialDeadline[] {
  const found = new Map<string, DenialDeadline>();
  for (const { id, deadlines } of rulesFor(rules, payer)) {
    for (const rule of deadlines) {
      if (found.has(rule.kind)) continue;
      const basis = { service: days.servedOn, remittance: days.remittedOn, lastDecision: undefined }[rule.from];
      found.set(rule.kind, {
        kind: rule.kind,
        rule: `${id}:${rule.kind}`,
        from: rule.from,
        ...(basis === undefined ? {} : { basis, date: deadlineFrom(rule, basis) }),
        ...(rule.says === undefined ? {} : { says: rule.says }),
      });
    }
  }
  return [...found.values()];
}

/** The last day that a deadline allows, counted from its day. */
export function deadlineFrom(
  { count, unit, receiptDays, nextBusinessDay: moves }: PayerDeadline,
  basis: string,
): string {
  const start = addDays(basis, receiptDays);
  const end = { days: addDays, businessDays: addBusinessDays, months: addMonths }[unit](start, count);
  return moves ? nextBusinessDay(end) : end;
}

/** What an action has to be in time for. */
const BOUND_BY: Readonly<Record<DenialAction, readonly PayerDeadline['kind'][]>> = {
  correctAndResubmit: ['correctedClaim', 'timelyFiling'],
  sendRecords: ['correctedClaim', 'appeal1'],
  appeal: ['appeal1'],
  call: ['correctedClaim', 'appeal1', 'timelyFiling'],
  billOtherPayer: [],
  billPatient: [],
  writeOff: [],
  wait: [],
};

/** The day by which the action has to be done: the earliest of the deadlines it is bound by. */
export function dueOn(
  action: DenialAction,
  appealable: boolean,
  deadlines: readonly DenialDeadline[],
): string | undefined {
  const kinds = BOUND_BY[action].filter((kind) => appealable || !kind.startsWith('appeal'));
  return deadlines
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap(({ date }) => date ?? [])
    .sort()[0];
}

/** Days left, and how often an amount counts then; a deadline that is gone or not known hurries nobody. */
export const URGENCY: readonly (readonly [days: number, times: number])[] = [
  [7, 8],
  [14, 4],
  [30, 2],
];

/** Points by which the worklist is sorted: cents at stake, times the chance in percent, times the urgency of the days left. */
export function priorityOf(amount: Cents, chance: number, due: string | undefined, today: string): number {
  return amount * chance * urgencyOf(due, today);
}

function urgencyOf(due: string | undefined, today: string): number {
  if (due === undefined || due < today) return 1;
  const left = daysBetween(today, due);
  return URGENCY.find(([days]) => left <= days)?.[1] ?? 1;
}
