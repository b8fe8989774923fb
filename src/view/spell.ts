/** A segment in words: each element by name, amounts and dates as people write them, codes with what they mean. */
import { labelOf } from '../codes/labels/label-of.ts';
import { formatCents, parseCents } from '../money.ts';
import { decodeScalar, printable } from '../x12/codec.ts';
import type { ElementUse, Layout, Scalar, SegmentUse, Slot } from '../x12/grammar.ts';
import type { Segment } from '../x12/tokenizer.ts';
import { hide, isPrivate, isSecret } from './mask.ts';
import type { Part } from './view-line.ts';

/** How to spell: with `mask` what can tell who a patient is is hidden. */
export type Spelling = { mask: boolean };

type Context = Spelling & { component: string; repetition: string; format: string | undefined };

/** The elements of a segment that hold something, by its use in a guide; what exceeds the use follows by number. */
export function spellSegment(use: SegmentUse, segment: Segment, { mask }: Spelling): Part[] {
  const { component, repetition } = segment.delimiters;
  const texts = segment.elements.slice(1);
  const parts = spellLayout(use.layout, texts, { mask, component, repetition, format: undefined });
  return isOrganization(use, texts) ? parts.map(asOrganization) : parts;
}

/** The elements of a segment that no guide explains, by number. */
export function spellRaw(segment: Segment, { mask }: Spelling): Part[] {
  return surplus(segment.elements[0] ?? '', segment.elements.slice(1), 0, mask);
}

/** An organization has a name where a person has a last name. */
function isOrganization({ shape }: SegmentUse, texts: readonly string[]): boolean {
  return shape.id === 'NM1' && texts[1] === '2';
}

const asOrganization = (part: Part): Part => (part.name === 'last name' ? { ...part, name: 'name' } : part);

function spellLayout(layout: Layout, texts: readonly string[], around: Context): Part[] {
  const context = { ...around, format: formatOf(layout, texts) };
  const parts = layout.slots.flatMap((slot) => spellSlot(slot, texts, context));
  const last = layout.elements.at(-1)?.ref.replace(/-?\d+$/, '') ?? '';
  return [...parts, ...surplus(last, texts, layout.elements.length, context.mask)];
}

function formatOf(layout: Layout, texts: readonly string[]): string | undefined {
  const element = layout.elements.find(({ field }) => field.key === 'format');
  return element === undefined ? undefined : texts[element.at - 1];
}

function spellSlot(slot: Slot, texts: readonly string[], context: Context): Part[] {
  const spell = (element: ElementUse) => spellElement(element, texts[element.at - 1] ?? '', context);
  if (slot.kind === 'one') return spell(slot.element);
  if (slot.plain) return slot.rows.flatMap((row) => row.flatMap(spell));
  return slot.rows.flatMap((row) => {
    const parts = row.flatMap(spell);
    return parts.length < 2 ? parts : [{ name: '', parts }];
  });
}

function spellElement(element: ElementUse, text: string, context: Context): Part[] {
  if (text.trim() === '') return [];
  const repeats = context.repetition !== '' && element.repeat > 1 ? text.split(context.repetition) : [text];
  return repeats.flatMap((one) => spellOne(element, one, context));
}

function spellOne(element: ElementUse, text: string, context: Context): Part[] {
  const { field } = element;
  const name = nameOf(field.key);
  if (field.kind === 'scalar') {
    const value = readableValue(field, text, context.format);
    // The format of a date that can be shown as a date says nothing more.
    if (field.key === 'format' && /^(D8|RD8|DT|TM)$/.test(text)) return [];
    if (isSecret(field) || (context.mask && isPrivate(field))) return [{ name, value: hide(value) }];
    const label = labelOf(text.trim(), listOf(field), element.codeSet);
    return [{ name, value, ...(label === undefined || label === value ? {} : { label }) }];
  }
  const parts = spellLayout(element.layout!, text.split(context.component), context);
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? [{ ...only, name }] : [{ name, parts }];
}

/** The labels of an element's codes: those of its data element, but for answers that mean something else here. */
function listOf({ key, de }: Scalar): string {
  return key === 'presentOnAdmission' ? key : de;
}

/** A value for people: amounts with two decimals, dates ISO; text that does not read as its type as it stands. */
function readableValue(field: Scalar, text: string, format: string | undefined): string {
  const shown = visible(text);
  if (field.as === 'money') {
    const amount = parseCents(text);
    return amount === undefined ? shown : formatCents(amount);
  }
  if (field.as !== 'date' && field.as !== 'time' && field.as !== 'period') return shown;
  const value = decodeScalar(field.as, text, format);
  return typeof value === 'string' ? value.replace('/', ' to ').replace('T', ' ') : shown;
}

/** Text without characters that could command a terminal. */
export function visible(text: string): string {
  return printable(text)
    .replace(/[\u0080-\u009f]/g, '')
    .trim();
}

const names = new Map<string, string>();

/** A key of the guides' value types as words: `patientControlNumber` is `patient control number`, `isa13` is `ISA13`. */
function nameOf(key: string): string {
  const known = names.get(key);
  if (known !== undefined) return known;
  const made = /^(isa|gs|st)\d\d$/.test(key)
    ? key.toUpperCase()
    : key.replace(/([a-z])([A-Z0-9])/g, '$1 $2').toLowerCase();
  names.set(key, made);
  return made;
}

function surplus(prefix: string, texts: readonly string[], from: number, mask: boolean): Part[] {
  const separator = /\d$/.test(prefix) ? '-' : '';
  return texts.slice(from).flatMap((text, index) => {
    const shown = visible(text);
    if (shown === '') return [];
    const name = `${prefix}${separator}${String(from + index + 1).padStart(2, '0')}`;
    return [{ name, value: mask ? hide(shown) : shown }];
  });
}
