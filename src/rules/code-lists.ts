/** Codes of external lists in a segment, each judged by the day that counts for its list. */
import type { CodeFormat, CodeList } from '../codes/code-set.ts';
import { type LookedUp, lookUp } from '../codes/code-sets.ts';
import { type CodeEditions, EDITION_KINDS } from '../codes/edition.ts';
import type { Severity } from '../issue.ts';
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
        for (const coded of rows[index] ?? [])
          if (plain) visitCoded(coded, row, value, visit);
          else visitCoded(coded, (row as Value)[coded.key], row as Value, visit);
  }
}

/** `beside` holds the elements around it: the segment, or the row. */
function visitCoded(coded: CodedElement, given: unknown, beside: Value, visit: (coded: Coded) => void): void {
  const { element, set, before, inside } = coded;
  if (Array.isArray(given)) for (const one of given) visitCoded(coded, one, beside, visit);
  else if (inside === undefined) {
    if (typeof given === 'string')
      visit({ element, set, code: given, before: textOf(beside[before]), country: textOf(beside.country) });
  } else if (typeof given === 'object' && given !== null) eachCoded(inside, given as Value, visit);
}

const listed = (given: unknown): readonly unknown[] =>
  Array.isArray(given) ? given : given === undefined ? [] : [given];

const textOf = (given: unknown) => (typeof given === 'string' ? given : '');

/** Imported code lists, and how severe it is that one of them does not have a code. */
export type ImportedLists = { editions: CodeEditions; severity: Severity };

/** What is wrong with a code on the days that count, or undefined. */
export function codeFinding(coded: Coded, { service, payment }: Dates, lists?: ImportedLists): Finding | undefined {
  const { element, set, code, before, country } = coded;
  const found = lookUp(set, code, { service, payment, before, country }, lists?.editions);
  const fault = faultOf(found, code, lists);
  if (fault === undefined) return undefined;
  // A postal code may tell where a patient lives.
  return { ...fault, element: element.ref, ...(set === 'postal' ? { hidden: code } : { found: code.slice(0, 40) }) };
}

function faultOf(found: LookedUp, code: string, lists: ImportedLists | undefined): Finding | undefined {
  switch (found.known) {
    case 'unknown':
      return {
        code: 'code-unknown',
        severity: severityOf(found.set, lists) ?? 'warning',
        expected: `a code of the ${nameOf(found.set)}`,
        ...nextOf(found.set, 'use a code of the list'),
      };
    case 'heading':
      return {
        code: 'code-incomplete',
        severity: severityOf(found.set, lists) ?? 'warning',
        message: 'the code needs more characters: it is a heading of the list, and not billed',
        expected: `a longer code that begins with ${code}, of the ${nameOf(found.set)}`,
        next: 'use the longer code that the medical record supports',
      };
    case 'inactive':
      return {
        code: 'code-inactive',
        severity: severityOf(found.set, lists) ?? surely(found.set),
        message: 'the code was not in use on the day that counts',
        expected: `${nameOf(found.set)}: ${daysOf(found)}`,
        ...nextOf(found.set, 'use the code that was in use on that day'),
      };
    case 'format-bad':
      return {
        code: 'code-format',
        severity: surely(found.set),
        expected: `${found.set.title}: ${found.set.form}`,
      };
    default:
      return undefined;
  }
}

/** Where the facts of a list rest on common knowledge, what breaks them is a warning. */
const surely = ({ sure }: CodeList | CodeFormat) => (sure ? 'error' : 'warning');

/** How severe it is that an imported list lacks a code; undefined for ours. */
function severityOf(set: CodeList | CodeFormat, lists: ImportedLists | undefined): Severity | undefined {
  if (set.kind === 'format' || set.edition === undefined) return undefined;
  return EDITION_KINDS[set.edition].whole ? lists?.severity : 'warning';
}

const nameOf = (set: CodeList | CodeFormat) => (set.kind === 'list' ? `${set.title} as of ${set.asOf}` : set.title);

/** An imported list may be older than the code. */
function nextOf(set: CodeList | CodeFormat, next: string): Pick<Finding, 'next'> {
  if (set.kind === 'format' || set.edition === undefined) return {};
  return { next: `${next}, or import the edition of that day (claimwire codes import ${set.edition})` };
}

function daysOf({ days: { start, stop } }: Extract<LookedUp, { known: 'inactive' }>): string {
  return [start === undefined ? '' : `in use from ${start}`, stop === undefined ? '' : `no more from ${stop}`]
    .filter((part) => part !== '')
    .join(', ');
}
