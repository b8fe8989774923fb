/** Days of a claim, as ISO dates that compare as text. */
import { decodeDate } from '../x12/codec.ts';
import { type AnyClaim, linesOf } from './claim-context.ts';

/** The days of a period (`2026-01-02`, `2026-01-02/2026-01-05`, `2026-01-02T15:30`), first and last; undefined where one is no day. */
export function daysOf(period: string | undefined): { from: string; to: string } | undefined {
  if (period === undefined) return undefined;
  const [from = '', to = from] = period.split('/');
  const days = { from: from.slice(0, 10), to: to.slice(0, 10) };
  return isDay(days.from) && isDay(days.to) ? days : undefined;
}

/** A period whose format is unknown was read as it stands: it may be anything. */
const isDay = (text: string) => decodeDate(text.replaceAll('-', '')) === text;

/** The first and the last day of service: of the lines, else of the claim; undefined where neither tells. */
export function serviceDays(context: AnyClaim): { from: string; to: string } | undefined {
  const days = linesOf(context).flatMap((line) => daysOf(line.serviceDate?.period) ?? []);
  if (days.length === 0) return daysOf(periodOf(context));
  return {
    from: days.map(({ from }) => from).reduce((least, one) => (one < least ? one : least)),
    to: days.map(({ to }) => to).reduce((most, one) => (one > most ? one : most)),
  };
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
