/** One segment to its value by its use in a guide, with every check that concerns the segment alone. */
import type { IssueCode } from '../issue.ts';
import { decodeScalar, hasControl, printable, unreadableIssue, x12Length } from './codec.ts';
import type { Delimiters } from './delimiters.ts';
import type { ElementUse, Layout, Scalar, SegmentUse, SyntaxNote } from './grammar.ts';

/** A value of a segment, composite or loop, keyed as the guide's value types say. */
export type Value = { [key: string]: unknown };

/** A fault of an element: which one, where (repetition from 1, component from 1), its text and what was expected. */
export type ElementFault = {
  code: IssueCode;
  element: ElementUse;
  /** Element position in the segment. */
  at: number;
  component?: number;
  repetition?: number;
  text: string;
  expected: string;
};

export type FaultReport = (fault: ElementFault) => void;

/** What an element is decoded in; `at` is the composite's place, for its components. */
export type DecodeContext = { delimiters: Delimiters; report: FaultReport; at?: number; repetition?: number };

/** Decodes a segment; faults go to `report`, the value holds what could be read. */
export function decodeSegment(
  use: SegmentUse,
  elements: readonly string[],
  delimiters: Delimiters,
  report: FaultReport,
): Value {
  const texts = elements.slice(1);
  checkSyntax(use.shape.syntax, use.layout, texts, report);
  return decodeLayout(use.layout, texts, { delimiters, report });
}

function decodeLayout(layout: Layout, texts: readonly string[], context: DecodeContext): Value {
  const value: Value = {};
  const format = formatOf(layout, texts);
  const decode = (element: ElementUse) => decodeElement(element, texts[element.at - 1] ?? '', format, context);
  for (const slot of layout.slots) {
    if (slot.kind === 'one') {
      const decoded = decode(slot.element);
      if (decoded !== undefined) value[slot.key] = decoded;
      continue;
    }
    const rows = slot.rows.map((row) => decodeRow(row, slot.plain, decode)).filter((row) => row !== undefined);
    if (rows.length > 0) value[slot.key] = rows;
  }
  checkSurplus(layout, texts, context);
  return value;
}

function decodeRow(row: readonly ElementUse[], plain: boolean, decode: (element: ElementUse) => unknown): unknown {
  if (plain) return decode(row[0]!);
  const value: Value = {};
  for (const element of row) {
    const decoded = decode(element);
    if (decoded !== undefined) value[element.field.key] = decoded;
  }
  return Object.keys(value).length === 0 ? undefined : value;
}

/** The date format qualifier that the periods of this segment or composite stand in. */
function formatOf(layout: Layout, texts: readonly string[]): string | undefined {
  const element = layout.elements.find(({ field }) => field.key === 'format');
  return element === undefined ? undefined : texts[element.at - 1];
}

/** Decodes the text of one element: what could be read of it, undefined when nothing; faults go to the context's report. */
export function decodeElement(
  element: ElementUse,
  text: string,
  format: string | undefined,
  context: DecodeContext,
): unknown {
  if (text === '' || (element.field.kind === 'scalar' && text.trim() === '')) {
    if (element.usage === 'R') fault(context, 'element-missing', element, text, 'a value: it is required here');
    return undefined;
  }
  if (element.usage === 'N') {
    fault(context, 'element-not-used', element, text, 'nothing: it is not used here');
    return undefined;
  }
  const { repetition } = context.delimiters;
  const repeats =
    context.at === undefined && repetition !== '' && text.includes(repetition) ? text.split(repetition) : undefined;
  if (repeats !== undefined && repeats.length > element.repeat) {
    fault(context, 'element-repeat', element, text, `at most ${element.repeat} repetition(s)`);
  }
  if (element.repeat === 1) return decodeOne(element, repeats?.[0] ?? text, format, context);
  return (repeats ?? [text]).map((part, index) =>
    decodeOne(element, part, format, { ...context, repetition: index + 1 }),
  );
}

function decodeOne(element: ElementUse, text: string, format: string | undefined, context: DecodeContext): unknown {
  const { field } = element;
  if (field.kind === 'scalar') return decodeText(element, field, text, format, context);
  const parts = text.split(context.delimiters.component);
  return decodeLayout(element.layout!, parts, { ...context, at: element.at });
}

function decodeText(
  element: ElementUse,
  field: Scalar,
  text: string,
  format: string | undefined,
  context: DecodeContext,
): unknown {
  if (hasControl(text)) fault(context, 'element-character', element, text, 'no control characters');
  const value = decodeScalar(field.as, printable(text), format);
  if (value === undefined) {
    fault(context, unreadableIssue(field.as), element, text, expectedForm(field, format));
    return undefined;
  }
  const wrong = textFault(element, field, text);
  if (wrong !== undefined) fault(context, wrong.code, element, text, wrong.expected);
  return value;
}

/** What is wrong with the text that a value is written as, if anything: its form, its length or its code. */
export function valueFault(
  element: ElementUse,
  field: Scalar,
  text: string,
  format: string | undefined,
): { code: IssueCode; expected: string } | undefined {
  if (decodeScalar(field.as, text, format) !== undefined) return textFault(element, field, text);
  return { code: unreadableIssue(field.as), expected: expectedForm(field, format) };
}

/** What is wrong with the length or the code of an element's text, if anything. */
function textFault(
  element: ElementUse,
  field: Scalar,
  text: string,
): { code: IssueCode; expected: string } | undefined {
  const length = x12Length(field, text);
  if (length > element.max) return { code: 'element-too-long', expected: `at most ${element.max} characters` };
  if (length < field.min) return { code: 'element-too-short', expected: `at least ${field.min} characters` };
  if (element.codes === undefined || element.codes.has(text.trimEnd())) return undefined;
  return { code: 'element-code', expected: listCodes(element.codes) };
}

/** What an unreadable element should have looked like. */
function expectedForm(field: Scalar, format: string | undefined): string {
  switch (field.as) {
    case 'money':
      return 'an amount with at most two decimals';
    case 'decimal':
      return 'a decimal number';
    case 'integer':
      return 'a whole number';
    case 'date':
      return field.max === 6 ? 'a date as YYMMDD' : 'a date as CCYYMMDD';
    case 'time':
      return 'a time as HHMM';
    default:
      return format === 'RD8' ? 'a period as CCYYMMDD-CCYYMMDD' : `a date in format ${format ?? 'D8'}`;
  }
}

function listCodes(codes: ReadonlySet<string>): string {
  const shown = [...codes].slice(0, 12).join(', ');
  return codes.size > 12 ? `one of ${codes.size} codes: ${shown}, ...` : codes.size === 1 ? shown : `one of ${shown}`;
}

function checkSurplus(layout: Layout, texts: readonly string[], context: DecodeContext): void {
  const last = layout.elements.at(-1);
  for (let at = layout.elements.length; at < texts.length; at++) {
    if (texts[at] === '' || last === undefined) continue;
    const code = context.at === undefined ? 'element-too-many' : 'component-too-many';
    const ref = last.ref.replace(/\d+$/, String(at + 1).padStart(2, '0'));
    fault(context, code, { ...last, at: at + 1, ref }, texts[at] ?? '', `at most ${layout.elements.length}`);
    return;
  }
}

function fault(context: DecodeContext, code: IssueCode, element: ElementUse, text: string, expected: string): void {
  context.report({
    code,
    element,
    at: context.at ?? element.at,
    text,
    expected,
    ...(context.at === undefined ? {} : { component: element.at }),
    ...(context.repetition === undefined ? {} : { repetition: context.repetition }),
  });
}

/** Reports each broken relational note of a segment, given the texts of its elements. */
export function checkSyntax(
  notes: readonly SyntaxNote[],
  layout: Layout,
  texts: readonly string[],
  report: FaultReport,
): void {
  for (const note of notes) {
    const broken = brokenAt(note, (at) => (texts[at - 1] ?? '').trim() !== '');
    const element = broken === undefined ? undefined : layout.elements[broken - 1];
    if (broken === undefined || element === undefined) continue;
    // Where the guide requires the element anyway, its absence is reported there.
    if (element.usage === 'R' && note.rule !== 'E') continue;
    report({
      code: note.rule === 'E' ? 'element-exclusive' : 'element-syntax',
      element,
      at: broken,
      text: '',
      expected: `syntax note ${note.text}`,
    });
  }
}

/** The element at which a relational note is broken, if it is. */
function brokenAt({ rule, at }: SyntaxNote, present: (at: number) => boolean): number | undefined {
  const [first = 0, ...others] = at;
  switch (rule) {
    case 'P':
      return at.some(present) ? at.find((place) => !present(place)) : undefined;
    case 'R':
      return at.some(present) ? undefined : first;
    case 'E':
      return at.filter(present).length > 1 ? at.filter(present)[1] : undefined;
    case 'C':
      return present(first) ? others.find((place) => !present(place)) : undefined;
    case 'L':
      return present(first) && !others.some(present) ? others[0] : undefined;
  }
}
