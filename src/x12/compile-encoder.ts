/**
 * Source of a guide's fast segment encoders, generated from its declaration: the way back of compile.ts. An encoder only
 * writes values without any fault, in plain characters; at the first doubt it gives up, and the plain way
 * (encode-segment.ts) writes that segment and names the faults.
 */
import { noteSource } from './compile.ts';
import { runtime } from './encode-text.ts';
import type { ElementUse, Layout, LoopUse, Scalar, SegmentUse, Slot } from './grammar.ts';
import type { Value } from './segment-values.ts';

/** What separates texts on the wire: by number, so many separators; and by character code 1 for what may stand in data. */
export type WireText = { elements: readonly string[]; components: readonly string[]; plain: Uint8Array };

/** The text of a segment without its terminator; undefined when the plain way has to write it. */
export type FastEncoder = (value: unknown, wire: WireText) => string | undefined;

/** Visits what a loop's value holds in the order of the guide: what is there, and what should be; `opener` stands for the first item. */
export type LoopWalk<S, T> = (
  value: Value,
  opener: Value | undefined,
  state: S,
  steps: readonly T[],
  visit: (state: S, step: T, given: unknown, value: Value) => void,
) => void;

/** Elements are tracked in a 32-bit mask. */
const MOST_ELEMENTS = 30;

const encoders = new WeakMap<SegmentUse, FastEncoder>();

/** The encoder of a segment use; made once. */
export function encoderOf(use: SegmentUse): FastEncoder {
  const known = encoders.get(use);
  if (known !== undefined) return known;
  const made = use.layout.elements.length > MOST_ELEMENTS ? () => undefined : compile(use);
  encoders.set(use, made);
  return made;
}

function compile(use: SegmentUse): FastEncoder {
  const lists: ReadonlySet<string>[] = [];
  const source = encoderSource(use, lists);
  // The source comes from the declaration alone; nothing of a value is in it.
  const build = new Function('rt', 'lists', source) as (
    rt: typeof runtime,
    lists: readonly ReadonlySet<string>[],
  ) => FastEncoder;
  return build(runtime, lists);
}

/** A walk over the items of a loop, each key spelled out. */
export function compileWalk<S, T>(loop: LoopUse): LoopWalk<S, T> {
  const visits = loop.items.map((item, index) => {
    const given = `value[${JSON.stringify(item.key)}]`;
    const found = index === 0 ? `opener===undefined?${given}:opener` : given;
    // An HL is computed: no value holds it.
    const always = item.usage === 'R' || (item.kind === 'segment' && item.shape.id === 'HL');
    const wanted = always ? '' : 'if(g!==undefined&&g!==null)';
    return `g=${found};${wanted}visit(state,steps[${index}],g,value);`;
  });
  const source = `"use strict";return function walk(value,opener,state,steps,visit){let g;${visits.join('\n')}};`;
  return (new Function(source) as () => LoopWalk<S, T>)();
}

type Writer = { lists: ReadonlySet<string>[]; masked: boolean; next: number };
/** Where texts go: the variable that holds the text, the count of separators to write before the next, and the separators. */
type Target = { text: string; count: string; separators: string; value: string; mask: boolean };

function encoderSource(use: SegmentUse, lists: ReadonlySet<string>[]): string {
  const { shape, layout } = use;
  const writer: Writer = { lists, masked: shape.syntax.length > 0, next: 0 };
  const bits = (places: readonly number[]) => places.reduce((all, at) => all | (1 << at), 0);
  const body = layoutSource(writer, layout, {
    text: 't',
    count: 'n',
    separators: 'E',
    value: 'o',
    mask: writer.masked,
  });
  const notes = shape.syntax.map((note) => noteSource(note, 'm', bits));
  return [
    '"use strict";const {fits,cents,decimal,integer,date,time,period}=rt;',
    `return function encode${shape.id}(o,{elements:E,components:C,plain:P}){`,
    `let t=${JSON.stringify(shape.id)},n=1,m=0,x,s;`,
    body,
    notes.length === 0 ? '' : `if(${notes.join('||')})return undefined;`,
    `return t===${JSON.stringify(shape.id)}?undefined:t;};`,
  ].join('\n');
}

function layoutSource(writer: Writer, layout: Layout, target: Target): string {
  return layout.slots
    .map((slot) =>
      slot.kind === 'one'
        ? elementSource(writer, slot.element, `${target.value}[${JSON.stringify(slot.key)}]`, target)
        : rowsSource(writer, slot, target),
    )
    .join('\n');
}

function rowsSource(writer: Writer, slot: Slot & { kind: 'rows' }, target: Target): string {
  const list = `r${writer.next++}`;
  const width = slot.rows[0]!.length;
  const given = `${target.value}[${JSON.stringify(slot.key)}]`;
  const absent = (row: readonly ElementUse[], first: boolean) =>
    first && row.some(({ usage }) => usage === 'R') ? 'return undefined;' : `${target.count}+=${width};`;
  const rows = slot.rows.map((row, index) => {
    const one = `${list}[${index}]`;
    const fields = row.map((element) =>
      elementSource(writer, element, slot.plain ? one : `${one}[${JSON.stringify(element.field.key)}]`, target),
    );
    const wrong = slot.plain ? '' : `else if(typeof ${one}!=='object'||${one}===null)return undefined;`;
    return `if(${one}===undefined){${absent(row, index === 0)}}${wrong}else{${fields.join('\n')}}`;
  });
  return [
    `const ${list}=${given};`,
    `if(${list}===undefined||${list}===null){${absent(slot.rows[0]!, true)}${target.count}+=${width * (slot.rows.length - 1)};}`,
    `else if(!Array.isArray(${list})||${list}.length>${slot.rows.length})return undefined;`,
    `else{${rows.join('\n')}}`,
  ].join('\n');
}

/** Statements that write one element or component after the separators that are due. */
function elementSource(writer: Writer, element: ElementUse, given: string, target: Target): string {
  const { text, count, separators, mask } = target;
  const isAbsent = `x===undefined||x===null||x===''`;
  if (element.usage === 'N' || element.repeat !== 1)
    return `x=${given};if(!(${isAbsent}))return undefined;${element.usage === 'R' ? 'return undefined;' : `${count}++;`}`;
  const put = `${text}+=${separators}[${count}]+s;${count}=1;${mask ? `m|=${1 << element.at};` : ''}`;
  const encode = `${textSource(writer, element, target)}${put}`;
  return element.usage === 'R'
    ? `x=${given};if(${isAbsent})return undefined;${encode}`
    : `x=${given};if(${isAbsent})${count}++;else{${encode}}`;
}

/** Statements that put the text of `x` into `s`. */
function textSource(writer: Writer, element: ElementUse, target: Target): string {
  const { field } = element;
  if (field.kind === 'composite') return compositeSource(writer, element.layout!);
  if (element.codes !== undefined) return codeSource(writer, element, element.codes, field);
  const made = scalarSource(element, field, `${target.value}.format`);
  if (made === undefined) return 'return undefined;';
  return `s=${made};if(s===undefined)return undefined;`;
}

function compositeSource(writer: Writer, layout: Layout): string {
  const name = writer.next++;
  const inner: Target = { text: `u${name}`, count: `k${name}`, separators: 'C', value: `c${name}`, mask: false };
  return [
    `if(typeof x!=='object'||Array.isArray(x))return undefined;`,
    `const c${name}=x;let u${name}='',k${name}=0;`,
    layoutSource(writer, layout, inner),
    `s=u${name};if(s==='')return undefined;`,
  ].join('\n');
}

function codeSource(writer: Writer, element: ElementUse, codes: ReadonlySet<string>, field: Scalar): string {
  const isClear = [...codes].every(
    (code) => /^[A-Z0-9]+$/.test(code) && code.length >= field.min && code.length <= element.max,
  );
  if (!isClear || !['text', 'code', 'integer'].includes(field.as)) return 'return undefined;';
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
