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

/** Visits every element and component of a segment's value that is coded by one of the external lists, in order. */
export function eachCoded(
  layout: Layout,
  value: Value,
  has: (set: string) => boolean,
  visit: (coded: Coded) => void,
): void {
  const at = (element: ElementUse, given: unknown): void => {
    const { codeSet: set, layout: parts } = element;
    if (parts !== undefined) {
      for (const one of listed(given))
        if (typeof one === 'object' && one !== null) eachCoded(parts, one as Value, has, visit);
    } else if (set !== undefined && has(set)) {
      const before = textOf(value[layout.elements[element.at - 2]?.field.key ?? '']);
      for (const one of listed(given))
        if (typeof one === 'string') visit({ element, set, code: one, before, country: textOf(value.country) });
    }
  };
  if (codeSetsOf(layout).length === 0) return;
  for (const slot of layout.slots) {
    const given = value[slot.key];
    if (given === undefined) continue;
    if (slot.kind === 'one') at(slot.element, given);
    else
      for (const [index, row] of listed(given).entries())
        for (const element of slot.rows[index] ?? []) at(element, slot.plain ? row : (row as Value)[element.field.key]);
  }
}

const listed = (given: unknown): readonly unknown[] =>
  Array.isArray(given) ? given : given === undefined ? [] : [given];

const textOf = (given: unknown) => (typeof given === 'string' ? given : '');

const setsByLayout = new WeakMap<Layout, readonly string[]>();

/** The names of the external lists that elements and components of a layout are coded by. */
export function codeSetsOf(layout: Layout): readonly string[] {
  let sets = setsByLayout.get(layout);
  if (sets === undefined) {
    sets = layout.elements.flatMap(({ codeSet, layout: parts }) => [
      ...(codeSet === undefined ? [] : [codeSet]),
      ...(parts === undefined ? [] : codeSetsOf(parts)),
    ]);
    setsByLayout.set(layout, sets);
  }
  return sets;
}

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
