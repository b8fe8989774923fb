/** Patient control numbers for claims that come without one. */

/**
 * No letter or digit that is read for another (0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V), no vowel, so that no word comes about, and no
 * E, so that no spreadsheet takes it for a number.
 */
const LETTERS = 'CDFGHJKMNPRTVWXY';
const CHARACTERS = `${LETTERS}34679`;

/** Payers give back at least so many characters of CLM01. */
const LENGTH = 17;

/**
 * A new patient control number (CLM01): 17 capital letters and digits without a meaning, the first one a letter. `randomBelow`
 * gives a whole number from 0 up to, not including, its limit, unforeseeable as `randomInt` of node:crypto: two numbers alike
 * are then not to be expected among billions.
 */
export function newPatientControlNumber(randomBelow: (limit: number) => number): string {
  let number = LETTERS.charAt(randomBelow(LETTERS.length));
  while (number.length < LENGTH) number += CHARACTERS.charAt(randomBelow(CHARACTERS.length));
  return number;
}
