/** The four delimiters of an interchange. X12 has no escape character: none of them may stand in data. */

export type Delimiters = { element: string; component: string; repetition: string; segment: string };

/** What most partners use. */
export const DEFAULT_DELIMITERS: Delimiters = Object.freeze({
  element: '*',
  component: ':',
  repetition: '^',
  segment: '~',
});

/** ISA11 separates repetitions only from version 00402 on, and only when it is no letter, digit or blank. */
export function repetitionSeparator(isa11: string, version: string): string {
  return version >= '00402' && /^[^A-Za-z0-9 ]$/.test(isa11) ? isa11 : '';
}
