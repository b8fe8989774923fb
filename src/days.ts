/** Days counted on the calendar and on the calendar of American federal offices. Days are ISO dates; no clock, no zone. */

const DAY_MS = 86_400_000;

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
const isoOf = (date: Date): string => date.toISOString().slice(0, 10);

/** The day so many days later. */
export function addDays(day: string, count: number): string {
  return isoOf(new Date(dateOf(day).getTime() + count * DAY_MS));
}

/** Days from one day to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / DAY_MS);
}

/** The same day so many months later, or the month's last where it has no such day (29 February to 28). */
export function addMonths(day: string, count: number): string {
  const from = dateOf(day);
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(from.getUTCDate(), last));
  return isoOf(first);
}

/** The nth weekday of a month (Sunday 0); -1 for the last. */
function weekdayOf(year: number, month: number, weekday: number, nth: number): string {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const earliest = 1 + ((weekday - first + 7) % 7);
  const day = nth === -1 ? earliest + 7 * Math.floor((length - earliest) / 7) : earliest + 7 * (nth - 1);
  return isoOf(new Date(Date.UTC(year, month - 1, day)));
}

/** A holiday on a Saturday is kept on Friday, one on a Sunday on Monday (5 U.S.C. 6103). */
function observed(year: number, month: number, day: number): string {
  const date = isoOf(new Date(Date.UTC(year, month - 1, day)));
  const weekday = dateOf(date).getUTCDay();
  return weekday === 6 ? addDays(date, -1) : weekday === 0 ? addDays(date, 1) : date;
}

/** The federal holidays that are kept for a year; New Year's Day may be kept on the last day of the year before. */
export function federalHolidays(year: number): string[] {
  return [
    observed(year, 1, 1),
    weekdayOf(year, 1, 1, 3),
    weekdayOf(year, 2, 1, 3),
    weekdayOf(year, 5, 1, -1),
    ...(year >= 2021 ? [observed(year, 6, 19)] : []),
    observed(year, 7, 4),
    weekdayOf(year, 9, 1, 1),
    weekdayOf(year, 10, 1, 2),
    observed(year, 11, 11),
    weekdayOf(year, 11, 4, 4),
    observed(year, 12, 25),
  ];
}

const holidays = new Map<number, ReadonlySet<string>>();

function holidaysKeptIn(year: number): ReadonlySet<string> {
  const known = holidays.get(year);
  if (known !== undefined) return known;
  const found = new Set([...federalHolidays(year), ...federalHolidays(year + 1)]);
  holidays.set(year, found);
  return found;
}

/** Whether a day is neither a Saturday, a Sunday nor a federal holiday. */
export function isBusinessDay(day: string): boolean {
  const weekday = dateOf(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidaysKeptIn(Number(day.slice(0, 4))).has(day);
}

/** The day itself, or the first business day after it. */
export function nextBusinessDay(day: string): string {
  let found = day;
  while (!isBusinessDay(found)) found = addDays(found, 1);
  return found;
}

/** The day so many business days later. */
export function addBusinessDays(day: string, count: number): string {
  let found = day;
  for (let left = count; left > 0; left--) found = nextBusinessDay(addDays(found, 1));
  return found;
}
