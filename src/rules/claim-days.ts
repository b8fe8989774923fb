/** Days of a claim, as ISO dates that compare as text. */
import { decodeDate } from '../x12/codec.ts';
import { type AnyClaim, linesOf } from './claim-context.ts';

/** The days of a period (`2026-01-02`, `2026-01-02/2026-01-05`, `2026-01-02T15:30`), first and last; undefined where one is no day. */
export function daysOf(period: string | undefined): Days | undefined {
  if (period === undefined) return undefined;
  if (known.has(period)) return known.get(period);
  if (known.size >= MOST_KNOWN) known.clear();
  const days = readDays(period);
  known.set(period, days);
  return days;
}

/** First and last day. */
type Days = { readonly from: string; readonly to: string };

/** Periods already read: claims repeat few, and many rules ask for them. */
const known = new Map<string, Days | undefined>();
const MOST_KNOWN = 4096;

function readDays(period: string): Days | undefined {
  const [from = '', to = from] = period.split('/');
  const days = { from: from.slice(0, 10), to: to.slice(0, 10) };
  return isDay(days.from) && isDay(days.to) ? days : undefined;
}

/** A period whose format is unknown was read as it stands: it may be anything. */
const isDay = (text: string) => decodeDate(text.replaceAll('-', '')) === text;

/** The first and the last day of service: of the lines, else of the claim; undefined where neither tells. */
export function serviceDays(context: AnyClaim): Days | undefined {
  let days: Days | undefined;
  for (const { serviceDate } of linesOf(context)) days = spanning(days, daysOf(serviceDate?.period));
  return days ?? daysOf(periodOf(context));
}

function spanning(one: Days | undefined, other: Days | undefined): Days | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  if (other.from >= one.from && other.to <= one.to) return one;
  return { from: other.from < one.from ? other.from : one.from, to: other.to > one.to ? other.to : one.to };
}

/** The period that a claim tells for all its lines: statement dates (837I), service date (837D). */
function periodOf(context: AnyClaim): string | undefined {
  switch (context.kind) {
    case 'institutional':
      return context.claim.statementDates?.period;
    case 'dental':
      return context.claim.serviceDate?.period;
    default:
      return undefined;
  }
}
