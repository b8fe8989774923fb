/** The days by which the codes of a claim (837) are judged. */
import type { Loop2300, Loop2320, Loop2400, Loop2430 } from '../guides/values/837p.ts';
import type { Read } from './rule.ts';
import type { DatesOf } from './walk.ts';

/** What may tell when a claim was served: its statement (DTP 434) or service dates (472), else its lines. */
type ClaimDays = Pick<Read<Loop2300>, 'serviceLines'> & {
  readonly statementDates?: Days;
  readonly serviceDate?: Days;
};
type Days = { readonly period?: string | undefined } | undefined;

/** Service days by line, else by claim; of adjudications by others, the day of their remittance (DTP 573). */
export const claimDates: DatesOf = (loop, value, around) => {
  switch (loop.id) {
    case '2300': {
      const claim: ClaimDays = value;
      const own = dayOf(claim.statementDates) ?? dayOf(claim.serviceDate);
      return { service: own ?? spanOf(claim.serviceLines ?? []) };
    }
    case '2400': {
      const { serviceDate }: Read<Loop2400> = value;
      return { service: dayOf(serviceDate) ?? around.service };
    }
    case '2320': {
      const { otherPayer }: Read<Loop2320> = value;
      return { service: around.service, payment: dayOf(otherPayer?.remittanceDate) };
    }
    case '2430': {
      const { remittanceDate }: Read<Loop2430> = value;
      return { service: around.service, payment: dayOf(remittanceDate) };
    }
    default:
      return around;
  }
};

/** From the first day of any line to the last. */
function spanOf(lines: readonly { readonly serviceDate?: Days }[]): string | undefined {
  let first: string | undefined;
  let last = '';
  for (const { serviceDate } of lines) {
    const period = dayOf(serviceDate);
    if (period === undefined) continue;
    const [from, to] = [period.slice(0, 10), period.slice(-10)];
    if (first === undefined || from < first) first = from;
    if (to > last) last = to;
  }
  return first === undefined ? undefined : `${first}/${last}`;
}

/** A period that was read as days; one that could not be is none. */
function dayOf(date: Days): string | undefined {
  const period = date?.period ?? '';
  return /^\d{4}-\d\d-\d\d(\/\d{4}-\d\d-\d\d)?$/.test(period) ? period : undefined;
}
