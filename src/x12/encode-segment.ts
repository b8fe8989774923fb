/** One segment's value to the texts of its elements, with every check that concerns the segment alone. */
import type { IssueCode } from '../issue.ts';
import { isFreeText } from './characters.ts';
import { encodeScalar } from './codec.ts';
import type { Delimiters } from './delimiters.ts';
import type { ElementUse, Layout, SegmentUse } from './grammar.ts';
import {
  checkSyntax,
  decodeElement,
  decodeSegment,
  type ElementFault,
  type Value,
  valueFault,
} from './segment-values.ts';
import { sameValue } from './spelling.ts';
import type { SegmentWriter } from './writer.ts';

/** A fault of an element's value, or what was done to its text. */
export type EncodeFault = { code: IssueCode; element: ElementUse; text: string; expected: string };

export type EncodeOptions = {
  writer: SegmentWriter;
  delimiters: Delimiters;
  report(fault: EncodeFault): void;
};

/** A text as it stood where the value was read, and the date format it stands in. */
type Spelled = { texts: readonly string[]; within: boolean };

/**
 * The texts of a segment's elements, the segment id not among them. `spelled` are the elements of the segment that the value
 * was read from: what they still say is written as they say it.
 */
export function encodeSegment(
  use: SegmentUse,
  value: Value,
  options: EncodeOptions,
  spelled?: readonly string[],
): readonly string[] {
  if (spelled === undefined) {
    const texts = encodeLayout(options, use.layout, value);
    if (texts.some((text) => text !== '')) checkSyntax(use.shape.syntax, use.layout, texts, options.report);
    return texts;
  }
  const faults: ElementFault[] = [];
  const before = decodeSegment(use, spelled, options.delimiters, (fault) => faults.push(fault));
  if (sameValue(before, value)) {
    faults.forEach(options.report);
    return spelled.slice(1);
  }
  const texts = encodeLayout(options, use.layout, value, { texts: spelled.slice(1), within: false });
  checkSyntax(use.shape.syntax, use.layout, texts, options.report);
  return withoutEmpty(texts, spelled.length - 1);
}

function encodeLayout(options: EncodeOptions, layout: Layout, value: Value, spelled?: Spelled): string[] {
  const texts: string[] = new Array(layout.elements.length).fill('');
  const format = typeof value.format === 'string' ? value.format : undefined;
  const put = (element: ElementUse, given: unknown) => {
    texts[element.at - 1] =
      (spelled && keptText(options, element, given, format, spelled)) ??
      encodeElement(options, element, given, format, spelled?.texts[element.at - 1]);
  };
  for (const slot of layout.slots) {
    if (slot.kind === 'one') {
      put(slot.element, value[slot.key]);
      continue;
    }
    const rows = (value[slot.key] ?? []) as unknown[];
    if (rows.length > slot.rows.length) tooMany(options, slot.rows[0]![0]!, slot.rows.length);
    slot.rows.forEach((row, index) => {
      const given = rows[index];
      if (given === undefined && index > 0) return;
      for (const element of row) put(element, slot.plain ? given : (given as Value | undefined)?.[element.field.key]);
    });
  }
  // What stands beyond the layout has no place in the value.
  return spelled === undefined ? texts : [...texts, ...spelled.texts.slice(texts.length)];
}

/** Texts without the empty ones at their end, but for the first `least`. */
function withoutEmpty(texts: readonly string[], least: number): readonly string[] {
  let last = texts.length;
  while (last > least && texts[last - 1] === '') last--;
  return texts.slice(0, last);
}

function tooMany({ report }: EncodeOptions, element: ElementUse, times: number): void {
  report({ code: 'element-too-many', element, text: '', expected: `at most ${times} times` });
}

/** The text of an element as it was spelled, where it still says what the value holds. */
function keptText(
  { delimiters, report }: EncodeOptions,
  element: ElementUse,
  given: unknown,
  format: string | undefined,
  { texts, within }: Spelled,
): string | undefined {
  const text = texts[element.at - 1] ?? '';
  if (text === '') return undefined;
  const faults: ElementFault[] = [];
  const context = { delimiters, report: (fault: ElementFault) => faults.push(fault), ...(within ? { at: 0 } : {}) };
  if (!sameValue(decodeElement(element, text, format, context), given)) return undefined;
  faults.forEach(report);
  return text;
}

function encodeElement(
  options: EncodeOptions,
  element: ElementUse,
  given: unknown,
  format: string | undefined,
  spelled: string | undefined,
): string {
  const { report, delimiters } = options;
  if (given === undefined || given === null || (typeof given === 'string' && given.trim() === '')) {
    if (element.usage === 'R')
      report({ code: 'element-missing', element, text: '', expected: 'a value: it is required here' });
    return '';
  }
  if (element.usage === 'N') {
    report({ code: 'element-not-used', element, text: '', expected: 'nothing: it is not used here' });
    return '';
  }
  if (!Array.isArray(given)) return encodeOne(options, element, given, format, spelled);
  // Older versions have no repetition separator.
  const most = delimiters.repetition === '' ? 1 : element.repeat;
  if (given.length > most)
    report({ code: 'element-repeat', element, text: '', expected: `at most ${most} repetition(s)` });
  return given.map((one) => encodeOne(options, element, one, format, undefined)).join(delimiters.repetition);
}

function encodeOne(
  options: EncodeOptions,
  element: ElementUse,
  given: unknown,
  format: string | undefined,
  spelled: string | undefined,
): string {
  const { field } = element;
  const { report, writer, delimiters } = options;
  if (field.kind === 'composite') {
    const before = spelled === undefined || spelled === '' ? undefined : spelled.split(delimiters.component);
    const texts = before && { texts: before, within: true };
    const parts = encodeLayout(options, element.layout!, given as Value, texts);
    return parts.every((part) => part === '')
      ? ''
      : withoutEmpty(parts, before?.length ?? 0).join(delimiters.component);
  }
  const spoken = encodeScalar(field, given as string | number, format);
  const settled = writer.rules.settle(spoken, isFreeText(element));
  const text = settled?.text ?? spoken;
  for (const finding of settled?.findings ?? [])
    report({ ...finding, element, text: finding.code === 'text-replaced' ? '' : spoken });
  // A refused text is judged as it was given: what is left of it says nothing.
  const refused = settled?.findings.some(({ code }) => code !== 'text-replaced') === true;
  const wrong = valueFault(element, field, refused ? spoken : text, format);
  if (wrong !== undefined) report({ ...wrong, element, text });
  return text;
}
