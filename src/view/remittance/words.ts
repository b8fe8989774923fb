/** What a remittance's codes, names and dates say to a person. */
import type {
  AdjustmentRecord,
  ClaimPaymentRecord,
  PartyRecord,
  ProcedureRecord,
  ProviderAdjustmentRecord,
} from '../../../schemas/records.ts';
import { describeCode } from '../../codes/describe.ts';
import { labelOf } from '../../codes/labels/label-of.ts';
import { formatCents, toCents } from '../../money.ts';
import { classify } from '../../remits/outcome.ts';
import { providerAdjustmentPurpose } from '../../remits/provider-adjustment.ts';

/** A code with its meaning: `CO-45` and what it says; the meaning is empty where we know none. */
export type Spelled = { code: string; meaning: string };

const OUTCOME = {
  paid: 'Paid',
  partial: 'Paid in part',
  denied: 'Denied',
  zero: 'Nothing to pay',
  reversal: '',
  forwarded: '',
  predetermination: '',
} as const;

/** What became of a claim: what CLP02 says, and for a claim that was decided on what it came to. */
export function statusWords(claim: ClaimPaymentRecord): string {
  const label = labelOf(claim.status, '1029') ?? `Status ${claim.status || 'not told'}`;
  const outcome = claim.status === '4' ? '' : OUTCOME[classify(claim)];
  return outcome === '' ? label : `${outcome}; ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

/** `CO-45` with what the group and the reason mean. */
export function adjustmentWords({ group, reason, quantity }: AdjustmentRecord): Spelled {
  const units = quantity === undefined ? '' : ` (${quantity} units)`;
  return { code: `${group}-${reason}`, meaning: `${describeCode('carc', reason) ?? 'reason not in the list'}${units}` };
}

/** What a group of adjustments (CAS01) is. */
export function groupWords(group: string): string {
  return labelOf(group, '1033') ?? 'group not in the list';
}

/** A remark code; only those of the list HE have meanings here. */
export function remarkWords(code: string, list = 'HE'): Spelled {
  return { code, meaning: (list === 'HE' ? describeCode('rarc', code) : undefined) ?? '' };
}

/** `WINTERS, ALMA`; the id is not part of it. */
export function partyName({ lastName, firstName, middleName, suffix }: PartyRecord): string {
  const given = [firstName, middleName, suffix].filter((part) => part !== undefined).join(' ');
  return [lastName ?? '', given].filter((part) => part !== '').join(', ');
}

/** `99213 25 TC`, with its list where that is not the usual one. */
export function procedureWords({ qualifier, code, modifiers }: ProcedureRecord): string {
  const list = qualifier === 'HC' || qualifier === '' ? '' : `${qualifier} `;
  return `${list}${[code, ...modifiers].join(' ')}`.trim();
}

type Dated = { qualifier: string; date: string };

const SERVICE_DATES = new Set(['472', '150', '151', '232', '233']);

/** The days of a service: one, or from the first to the last of DTM 472, 150 and 151, 232 and 233. */
export function serviceDays(dates: readonly Dated[]): string {
  const days = dates.filter(({ qualifier }) => SERVICE_DATES.has(qualifier)).map(({ date }) => date);
  return [...new Set(days)].sort().join(' to ');
}

/** Dates that are not of a service, each with what it is of. */
export function otherDates(dates: readonly Dated[]): (readonly [label: string, date: string])[] {
  return dates
    .filter(({ qualifier }) => !SERVICE_DATES.has(qualifier))
    .map(({ qualifier, date }) => [labelOf(qualifier, '374') ?? `Date ${qualifier}`, date] as const);
}

/** What the sign of a provider adjustment does (PLB04: positive lowers the payment). */
export function directionWords({ code, amountCents }: ProviderAdjustmentRecord): string {
  if (amountCents === 0) return 'leaves the payment as it is';
  const lowers = amountCents > 0;
  const purpose = providerAdjustmentPurpose(code, amountCents);
  const by = formatCents(toCents(Math.abs(amountCents)));
  return `${lowers ? 'lowers' : 'raises'} the payment by ${by}${purpose === undefined ? '' : `: ${purpose}`}`;
}
