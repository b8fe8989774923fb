/** The national provider identifier. */

/** Luhn sum of the prefix that the check digit of an NPI counts in: 80 (health), 840 (United States). */
const PREFIX_SUM = 24;

/** Whether the text is an NPI by form and check digit: ten digits, the first 1 or 2. Not whether it was ever given out. */
export function isNpi(text: string): boolean {
  if (!/^[12]\d{9}$/.test(text)) return false;
  let sum = PREFIX_SUM;
  for (let at = 0; at < 10; at++) {
    const digit = text.charCodeAt(at) - 48;
    const doubled = at % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
