/** What a denial is about and what to do: by group, reason, remarks and payer. Pure; the tables are data. */
import type { DenialAction, DenialCategory } from '../../../schemas/denial-words.ts';
import type { PayerReason, PayerRules } from '../../../schemas/payer-rules.ts';
import { DENIAL_KINDS } from './categories.ts';
import { COMMON_PAYER_RULES, type PayerOnDay, rulesFor } from './payer-rules.ts';
import { REASON_ROWS, type ReasonRow } from './reasons.ts';

/** One denied amount, as far as its kind depends on it. */
export type DenialReason = { group: string; reason: string; remarks: readonly string[] };

/** What a denial comes to. `rule`: the payer rules that said so, where not the common table. */
export type DenialVerdict = {
  category: DenialCategory;
  action: DenialAction;
  appealable: boolean;
  /** Of a hundred such denials, how many we reckon with winning. */
  chance: number;
  /** The next step in words. */
  next: string;
  rule?: string;
};

/** No appeal right: the claim could not be processed (MA130, N704), was decided by law (MA44), or it is said so (N211). */
const NO_APPEAL: ReadonlySet<string> = new Set(['MA130', 'MA44', 'N211', 'N704']);

/** Kinds that are mended by correcting the claim even where the group puts the amount on the patient. */
const PATIENTS_ONLY_IF_LEFT: ReadonlySet<DenialAction> = new Set([
  'correctAndResubmit',
  'sendRecords',
  'billOtherPayer',
  'wait',
]);

/** The kind, the next action and whether it can be appealed. A reason that no table knows is `unknown`: call. */
export function classifyDenial(
  denial: DenialReason,
  payer: PayerOnDay,
  rules: readonly PayerRules[] = COMMON_PAYER_RULES,
): DenialVerdict {
  const own = ruleOf(denial, rulesFor(rules, payer));
  const row = rowOf(denial, payer.remittedOn);
  const category = own?.reason.category ?? row?.category ?? 'unknown';
  const kind = DENIAL_KINDS[category];
  const unprocessable = denial.remarks.includes('MA130');
  const appealable =
    own?.reason.appealable ?? (row?.appealable !== false && !denial.remarks.some((remark) => NO_APPEAL.has(remark)));
  const action = own?.reason.action ?? actionOf(denial, row?.action ?? kind.action, { unprocessable, appealable });
  return {
    category,
    action,
    appealable,
    chance: own?.reason.chance ?? kind.chance,
    next: own?.reason.next ?? inWords(action, kind.action, kind.next, unprocessable),
    ...(own === undefined ? {} : { rule: own.id }),
  };
}

function actionOf(
  { group }: DenialReason,
  usual: DenialAction,
  { unprocessable, appealable }: { unprocessable: boolean; appealable: boolean },
): DenialAction {
  if (unprocessable) return 'correctAndResubmit';
  if (group === 'PR' && !PATIENTS_ONLY_IF_LEFT.has(usual)) return 'billPatient';
  return usual === 'appeal' && !appealable ? 'writeOff' : usual;
}

const WORDS: Readonly<Partial<Record<DenialAction, string>>> = {
  billPatient: 'the payer leaves the amount to the patient (group PR): check the coverage, then bill the patient',
  writeOff: 'there is no right of appeal: write the amount off unless the claim can be corrected',
  correctAndResubmit: 'correct what the remark codes name and send the claim again',
  billOtherPayer: 'bill the plan that is in charge',
  wait: 'nothing to do yet: the payer has passed the claim on or has not decided',
};

function inWords(action: DenialAction, usual: DenialAction, next: string, unprocessable: boolean): string {
  if (unprocessable)
    return 'the payer could not process the claim (MA130), so there is nothing to appeal: correct what the other remark codes name and send a new claim';
  return action === usual ? next : (WORDS[action] ?? next);
}

/** More conditions count for more: a remark before a group, either before none. */
const weight = ({ remarks, group }: { remarks?: unknown; group?: unknown }) =>
  (remarks === undefined ? 0 : 2) + (group === undefined ? 0 : 1);

function heaviest<T>(all: readonly T[], weightOf: (one: T) => number): T | undefined {
  return all.reduce<T | undefined>(
    (best, one) => (best === undefined || weightOf(one) > weightOf(best) ? one : best),
    undefined,
  );
}

function rowOf(denial: DenialReason, day: string | undefined): ReasonRow | undefined {
  return heaviest(
    REASON_ROWS.filter(
      ({ reasons, remarks, group, from, before }) =>
        reasons.has(denial.reason) &&
        (remarks === undefined || denial.remarks.some((remark) => remarks.has(remark))) &&
        (group === undefined || group === denial.group) &&
        (day === undefined || ((from === undefined || from <= day) && (before === undefined || day < before))),
    ),
    weight,
  );
}

function ruleOf(denial: DenialReason, rules: readonly PayerRules[]): { id: string; reason: PayerReason } | undefined {
  for (const { id, reasons } of rules) {
    const holding = reasons.filter(
      ({ reasons: codes, remarks, group }) =>
        (codes === undefined || codes.includes(denial.reason)) &&
        (remarks === undefined || denial.remarks.some((remark) => remarks.includes(remark))) &&
        (group === undefined || group === denial.group),
    );
    const reason = heaviest(holding, (one) => weight(one) + (one.reasons === undefined ? 0 : 4));
    if (reason !== undefined) return { id, reason };
  }
  return undefined;
}
