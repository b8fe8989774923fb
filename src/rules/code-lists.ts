/** Codes of external lists in a segment, each judged by the day that counts for its list. */
import type { CodeFormat, CodeList } from '../codes/code-set.ts';
import { type LookedUp, lookUp } from '../codes/code-sets.ts';
import type { IssueCode, Severity } from '../issue.ts';
import type { ElementUse, Layout } from '../x12/grammar.ts';
import type { Value } from '../x12/segment-values.ts';
import type { Finding } from './rule.ts';
import type { Dates } from './walk.ts';

/** A coded element: its use, its code, and what may choose its list. */
export type Coded = { element: ElementUse; set: string; code: string; before: string; country: string };

/** Where in the value of a segment or composite the codes of some lists stand. */
export type CodePlan = readonly CodedSlot[];
/** A key of the value; `plain` rows hold the element's value itself. */
type CodedSlot = {
  key: string;
  rows: readonly (readonly CodedElement[])[] | undefined;
  plain: boolean;
  one: CodedElement | undefined;
};
/** A coded element, or a composite with some inside; `before` is the key of the element before it. */
type CodedElement = { element: ElementUse; key: string; set: string; before: string; inside: CodePlan | undefined };

/** Plans where the codes of the lists that are asked for stand in a layout. */
export function planCodes(layout: Layout, has: (set: string) => boolean): CodePlan {
  const coded = (element: ElementUse): CodedElement[] => {
    const { codeSet: set = '', layout: parts, field, at } = element;
    const before = layout.elements[at - 2]?.field.key ?? '';
    const inside = parts === undefined ? undefined : planCodes(parts, has);
    if (inside === undefined ? set === '' || !has(set) : inside.length === 0) return [];
    return [{ element, key: field.key, set, before, inside }];
  };
  return layout.slots.flatMap((slot): CodedSlot[] => {
    const { key } = slot;
    if (slot.kind === 'one') return coded(slot.element).map((one) => ({ key, rows: undefined, plain: true, one }));
    const rows = slot.rows.map((row) => row.flatMap(coded));
    return rows.every((row) => row.length === 0) ? [] : [{ key, rows, plain: slot.plain, one: undefined }];
  });
}

/** Visits every planned element and component of a segment's value, in order. */
export function eachCoded(plan: CodePlan, value: Value, visit: (coded: Coded) => void): void {
  for (const { key, one, rows, plain } of plan) {
    const given = value[key];
    if (given === undefined) continue;
    if (one !== undefined) visitCoded(one, given, value, visit);
    else if (rows !== undefined)
      for (const [index, row] of listed(given).entries())
        for (const coded of rows[index] ?? []) visitCoded(coded, plain ? row : (row as Value)[coded.key], value, visit);
  }
}

function visitCoded(coded: CodedElement, given: unknown, value: Value, visit: (coded: Coded) => void): void {
  const { element, set, before, inside } = coded;
  if (Array.isArray(given)) for (const one of given) visitCoded(coded, one, value, visit);
  else if (inside === undefined) {
    if (typeof given === 'string')
      visit({ element, set, code: given, before: textOf(value[before]), country: textOf(value.country) });
  } else if (typeof given === 'object' && given !== null) eachCoded(inside, given as Value, visit);
}

const listed = (given: unknown): readonly unknown[] =>
  Array.isArray(given) ? given : given === undefined ? [] : [given];

const textOf = (given: unknown) => (typeof given === 'string' ? given : '');

/** What is wrong with a code on the days that count, or undefined. */
export function codeFinding({ element, set, code, before, country }: Coded, dates: Dates): Finding | undefined {
  const { service, payment } = dates;
  const found = lookUp(set, code, { service, payment, before, country });
  const finding = (kind: IssueCode, severity: Severity, expected: string): Finding => ({
    code: kind,
    severity,
    element: element.ref,
    // A postal code may tell where a patient lives.
    ...(set === 'postal' ? { hidden: code } : { found: code.slice(0, 40) }),
    expected,
  });
  switch (found.known) {
    case 'unknown':
      return finding('code-unknown', 'warning', `a code of the ${found.set.title} as of ${found.set.asOf}`);
    case 'inactive':
      return finding('code-inactive', severityOf(found.set), `${found.set.title}: ${daysOf(found)}`);
    case 'format-bad':
      return finding('code-format', severityOf(found.set), `${found.set.title}: ${found.set.form}`);
    default:
      return undefined;
  }
}

/** Where the facts of a list rest on common knowledge, what breaks them is a warning. */
const severityOf = ({ sure }: CodeList | CodeFormat) => (sure ? 'error' : 'warning');

function daysOf({ days: { start, stop } }: Extract<LookedUp, { known: 'inactive' }>): string {
  return [start === undefined ? '' : `in use from ${start}`, stop === undefined ? '' : `no more from ${stop}`]
    .filter((part) => part !== '')
    .join(', ');
}
