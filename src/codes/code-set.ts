/** Code sets with effective dates: which codes there are, since when, until when, and what they mean. */

/** A code: our label (empty where we have none), first day and first day no longer usable (ISO dates). */
export type Code = { label: string; start?: string; stop?: string };

export type CodeSet = { title: string /** Date of the list. */; asOf: string; codes: ReadonlyMap<string, Code> };

/** A set from rows of code, label, start and stop. */
export function codeSet(
  title: string,
  asOf: string,
  rows: readonly (readonly [code: string, label: string, start?: string, stop?: string])[],
): CodeSet {
  const codes = new Map<string, Code>();
  for (const [code, label, start, stop] of rows) {
    codes.set(code, {
      label,
      ...(start === undefined || start === '' ? {} : { start }),
      ...(stop === undefined ? {} : { stop }),
    });
  }
  return { title, asOf, codes };
}
