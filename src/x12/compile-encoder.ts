/**
 * Source of a guide's fast segment encoders, generated from its declaration: the way back of compile.ts. An encoder only
 * writes values without any fault, in plain characters; at the first doubt it gives up, and the plain way
 * (encode-segment.ts) writes that segment and names the faults.
 */
import { noteSource } from './compile.ts';
import { runtime } from './encode-text.ts';
import type { ElementUse, Layout, Scalar, SegmentUse, Slot } from './grammar.ts';

/** What separates elements and components. */
export type Separators = { element: string; component: string };

/**
 * The text of a segment without its terminator; undefined when the plain way has to write it. `plain` holds 1 by the code of
 * each character that may stand in data.
 */
export type FastEncoder = (value: unknown, plain: Uint8Array) => string | undefined;

/** Elements are tracked in a 32-bit mask. */
const MOST_ELEMENTS = 30;
/** More separators than can stand side by side. */
const MOST_SEPARATORS = 64;

/** The encoder of a segment use between these separators. */
export function compileEncoder(use: SegmentUse, { element, component }: Separators): FastEncoder {
  if (use.layout.elements.length > MOST_ELEMENTS) return () => undefined;
  const lists: ReadonlySet<string>[] = [];
  const source = encoderSource(use, lists, { element, component });
  const times = (one: string) => Array.from({ length: MOST_SEPARATORS }, (_, count) => one.repeat(count));
  // The source comes from the declaration and the separators alone; nothing of a value is in it.
  const build = new Function('rt', 'lists', 'E', 'C', source) as (
    rt: typeof runtime,
    lists: readonly ReadonlySet<string>[],
    elements: readonly string[],
    components: readonly string[],
  ) => FastEncoder;
  return build(runtime, lists, times(element), times(component));
}

type Writer = { lists: ReadonlySet<string>[]; separators: Separators; next: number };

/** Where texts go, and what is known of it while the source is made. */
type Target = {
  /** The variable that holds the text, and the one that counts the separators to write before the next. */
  text: string;
  count: string;
  /** The separator, and the name of the table of so many of them. */
  separator: string;
  table: string;
  /** The variable that holds the value. */
  value: string;
  mask: boolean;
  /** Text that is certain and not yet in the variable. */
  literal: string;
  /** Separators to write before the next text; undefined where only the variable knows. */
  due: number | undefined;
};

function encoderSource(use: SegmentUse, lists: ReadonlySet<string>[], separators: Separators): string {
  const { shape, layout } = use;
  const writer: Writer = { lists, separators, next: 0 };
  const bits = (places: readonly number[]) => places.reduce((all, at) => all | (1 << at), 0);
  const target: Target = {
    text: 't',
    count: 'n',
    separator: separators.element,
    table: 'E',
    value: 'o',
    mask: shape.syntax.length > 0,
    literal: shape.id,
    due: 1,
  };
  const body = layoutSource(writer, layout, target) + literalSource(target);
  const notes = shape.syntax.map((note) => noteSource(note, 'm', bits));
  return [
    '"use strict";const {fits,cents,decimal,integer,date,time,period}=rt;',
    `return function encode${shape.id}(o,P){`,
    `let t='',n=1,m=0,x,s;`,
    body,
    notes.length === 0 ? '' : `if(${notes.join('||')})return undefined;`,
    `return t===${JSON.stringify(shape.id)}?undefined:t;};`,
  ].join('\n');
}

/** Puts what is certain into the variable. */
function literalSource(target: Target): string {
  const { literal, text } = target;
  target.literal = '';
  return literal === '' ? '' : `${text}+=${JSON.stringify(literal)};`;
}

/** The same, and the count of separators too: from here on the source no longer knows it. */
function settleSource(target: Target): string {
  const { due, count } = target;
  target.due = undefined;
  return literalSource(target) + (due === undefined ? '' : `${count}=${due};`);
}

/** Appends the text in `s` after the separators that are due. */
function putSource(target: Target): string {
  const { due, literal, text, separator, table, count } = target;
  target.literal = '';
  target.due = 1;
  if (due === undefined) return `${text}+=${table}[${count}]+s;`;
  const before = literal + separator.repeat(due);
  return before === '' ? `${text}+=s;` : `${text}+=${JSON.stringify(before)}+s;`;
}

/** Appends a text that is certain. */
function putLiteral(target: Target, certain: string): string {
  const { due, separator, text, table, count } = target;
  target.due = 1;
  if (due === undefined) return `${text}+=${table}[${count}]+${JSON.stringify(certain)};`;
  target.literal += separator.repeat(due) + certain;
  return '';
}

/** Leaves so many elements out. */
function skipSource(target: Target, width: number): string {
  if (target.due === undefined) return `${target.count}+=${width};`;
  target.due += width;
  return '';
}

function layoutSource(writer: Writer, layout: Layout, target: Target): string {
  const format = formatOf(layout);
  return layout.slots
    .map((slot) =>
      slot.kind === 'one'
        ? elementSource(writer, slot.element, `${target.value}[${JSON.stringify(slot.key)}]`, target, format)
        : rowsSource(writer, slot, target),
    )
    .join('\n');
}

/** The date format that a layout must name, where it can be but one. */
function formatOf({ elements }: Layout): string | undefined {
  const format = elements.find(({ field }) => field.key === 'format');
  return format?.usage === 'R' ? onlyCode(format) : undefined;
}

function rowsSource(writer: Writer, slot: Slot & { kind: 'rows' }, target: Target): string {
  const list = `r${writer.next++}`;
  const width = slot.rows[0]!.length;
  const required = slot.rows[0]!.some(({ usage }) => usage === 'R');
  const settled = settleSource(target);
  const { count } = target;
  let rows = '';
  for (const [index, row] of [...slot.rows.entries()].reverse()) {
    const left = width * (slot.rows.length - index);
    const absent = required && index === 0 ? 'return undefined;' : `${count}+=${width};`;
    const given = rowSource(writer, slot, row, `${list}[${index}]`, target);
    const one = `if(${list}[${index}]===undefined){${absent}}else{${given}}${rows}`;
    rows = index === 0 ? one : `if(${list}.length>${index}){${one}}else ${count}+=${left};`;
  }
  return [
    `${settled}const ${list}=${target.value}[${JSON.stringify(slot.key)}];`,
    `if(${list}===undefined||${list}===null){${required ? 'return undefined;' : `${count}+=${width * slot.rows.length};`}}`,
    `else if(!Array.isArray(${list})||${list}.length>${slot.rows.length})return undefined;`,
    `else{${rows}}`,
  ].join('\n');
}

function rowSource(
  writer: Writer,
  slot: Slot & { kind: 'rows' },
  row: readonly ElementUse[],
  given: string,
  target: Target,
): string {
  const fields = row.map((element) =>
    elementSource(
      writer,
      element,
      slot.plain ? given : `${given}[${JSON.stringify(element.field.key)}]`,
      target,
      undefined,
    ),
  );
  const wrong = slot.plain ? '' : `if(typeof ${given}!=='object'||${given}===null)return undefined;`;
  return wrong + fields.join('') + settleSource(target);
}

/** Statements that write one element or component after the separators that are due. */
function elementSource(
  writer: Writer,
  element: ElementUse,
  given: string,
  target: Target,
  format: string | undefined,
): string {
  const isAbsent = `x===undefined||x===null||x===''`;
  const present = target.mask ? `m|=${1 << element.at};` : '';
  if (element.usage === 'N' || element.repeat !== 1) {
    const unable = `x=${given};if(!(${isAbsent}))return undefined;`;
    return unable + (element.usage === 'R' ? 'return undefined;' : skipSource(target, 1));
  }
  const only = element.usage === 'R' ? onlyCode(element) : undefined;
  if (only !== undefined)
    return `if(${given}!==${JSON.stringify(only)})return undefined;${putLiteral(target, only)}${present}`;
  if (element.usage === 'R') {
    const encode = textSource(writer, element, target, format);
    return `x=${given};if(${isAbsent})return undefined;${encode}${putSource(target)}${present}`;
  }
  const ready = literalSource(target);
  const skipped = target.due === undefined ? `${target.count}++;` : `${target.count}=${target.due + 1};`;
  const encode = textSource(writer, element, target, format);
  const put = `${putSource(target)}${target.count}=1;${present}`;
  target.due = undefined;
  return `${ready}x=${given};if(${isAbsent})${skipped}else{${encode}${put}}`;
}

/** The one code that an element can hold, where there is but one and it is written as it stands. */
function onlyCode({ codes, field, max }: ElementUse): string | undefined {
  if (codes?.size !== 1 || field.kind !== 'scalar' || !['text', 'code'].includes(field.as)) return undefined;
  const [code = ''] = codes;
  return isClear(code, field.min, max) ? code : undefined;
}

const isClear = (code: string, min: number, max: number) =>
  /^[A-Z0-9]+$/.test(code) && code.length >= min && code.length <= max;

/** Statements that put the text of `x` into `s`. */
function textSource(writer: Writer, element: ElementUse, target: Target, format: string | undefined): string {
  const { field } = element;
  if (field.kind === 'composite') return compositeSource(writer, element.layout!);
  if (element.codes !== undefined) return codeSource(writer, element, element.codes, field);
  const made =
    field.as === 'period' && format === 'D8' ? 'date(x)' : scalarSource(element, field, `${target.value}.format`);
  if (made === undefined) return 'return undefined;';
  return `s=${made};if(s===undefined)return undefined;`;
}

function compositeSource(writer: Writer, layout: Layout): string {
  const name = writer.next++;
  const inner: Target = {
    text: `u${name}`,
    count: `k${name}`,
    separator: writer.separators.component,
    table: 'C',
    value: `c${name}`,
    mask: false,
    literal: '',
    due: 0,
  };
  const body = layoutSource(writer, layout, inner) + literalSource(inner);
  return [
    `if(typeof x!=='object'||Array.isArray(x))return undefined;`,
    `const c${name}=x;let u${name}='',k${name}=0;`,
    body,
    `s=u${name};if(s==='')return undefined;`,
  ].join('\n');
}

function codeSource(writer: Writer, element: ElementUse, codes: ReadonlySet<string>, field: Scalar): string {
  const clear = [...codes].every((code) => isClear(code, field.min, element.max));
  if (!clear || !['text', 'code', 'integer'].includes(field.as)) return 'return undefined;';
  const text = field.as === 'integer' ? 's=String(x);' : 's=x;';
  if (codes.size <= 4) {
    const others = [...codes].map((code) => `s!==${JSON.stringify(code)}`).join('&&');
    return `${text}if(${others})return undefined;`;
  }
  const index = writer.lists.push(codes) - 1;
  return `${text}if(!lists[${index}].has(s))return undefined;`;
}

function scalarSource({ max }: ElementUse, field: Scalar, format: string): string | undefined {
  switch (field.as) {
    case 'money':
      return `cents(x,${max})`;
    case 'decimal':
      return `decimal(x,${field.min},${max})`;
    case 'integer':
      return `integer(x,${field.min},${max})`;
    case 'date':
      return field.max === 6 ? undefined : 'date(x)';
    case 'time':
      return `time(x,${field.min},${max})`;
    case 'period':
      return `period(x,${format})`;
    default:
      return `fits(x,P,${field.min},${max})`;
  }
}
