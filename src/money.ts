/**
 * Money as integer cents. Every amount inside Claimwire is a `Cents`; text and floating point stay at the border.
 */
declare const cents: unique symbol;

/** An amount of US money in whole cents: a safe integer, negative for takebacks and reversals. */
export type Cents = number & { readonly [cents]: true };

/** Zero cents. */
export const ZERO_CENTS = 0 as Cents;

/** Brands an integer number of cents; throws a RangeError for anything that is not a safe integer. */
export function toCents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError('an amount must be a safe integer number of cents');
  return (value === 0 ? 0 : value) as Cents;
}

const DECIMAL = /^(-?)(\d*)(?:\.(\d*))?$/;

/**
 * Reads a decimal amount (`12`, `12.5`, `-12.50`, `.5`) as cents. Gives undefined when it is not a decimal number, has
 * more than two significant decimals, or exceeds the safe integer range.
 */
export function parseCents(text: string): Cents | undefined {
  const match = DECIMAL.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return undefined;
  if (fraction.length > 2 && /[1-9]/.test(fraction.slice(2))) return undefined;
  const value = Number(whole + fraction.slice(0, 2).padEnd(2, '0'));
  if (!Number.isSafeInteger(value)) return undefined;
  return (sign === '-' && value !== 0 ? -value : value) as Cents;
}

/** Writes cents as X12 sends them (type R): no trailing zeros, no superfluous point: `1250` -> `12.5`, `-5` -> `-.05`. */
export function formatX12Cents(value: Cents): string {
  if (value < 0) return `-${formatX12Cents(-value as Cents)}`;
  const digits = String(value);
  const whole = digits.slice(0, -2);
  const fraction = digits.length === 1 ? `0${digits}` : digits.slice(-2);
  if (fraction === '00') return whole === '' ? '0' : whole;
  return fraction[1] === '0' ? `${whole}.${fraction[0]}` : `${whole}.${fraction}`;
}

/** Writes cents for people: two decimals, thousands grouped: `1234567` -> `12,345.67`. */
export function formatCents(value: Cents): string {
  const sign = value < 0 ? '-' : '';
  const digits = String(Math.abs(value)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${whole}.${digits.slice(-2)}`;
}

/** Adds amounts; throws a RangeError when the sum leaves the safe integer range. */
export function sumCents(values: Iterable<Cents>): Cents {
  let total = 0;
  for (const value of values) total += value;
  return toCents(total);
}

/** Adds amounts of unknown size; undefined when the sum, or any on the way to it, leaves the safe integer range. */
export function addCents(values: Iterable<Cents | undefined>): Cents | undefined {
  let total = 0;
  for (const value of values) {
    if (value === undefined) return undefined;
    total += value;
    if (!Number.isSafeInteger(total)) return undefined;
  }
  return toCents(total);
}

/** The amount with the other sign. */
export function negateCents(value: Cents): Cents {
  return toCents(-value);
}
