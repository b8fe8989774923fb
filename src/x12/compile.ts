/**
 * Source of a guide's fast segment decoders, generated from its declaration. A decoder only takes segments without any
 * fault: at the first doubt it gives up, and the plain interpreter (segment-values.ts) reads that segment and names the
 * faults. So there is one place that says what is wrong, and the fast path holds nothing but the common case.
 */
import { type CodeTable, codeTable, runtime } from './bytes.ts';
import type { ElementUse, Layout, LoopUse, Scalar, SegmentUse, SyntaxNote } from './grammar.ts';
import type { Value } from './segment-values.ts';

/** A segment in the scanner's buffer: element k is bytes E[k] to E[k + 1] - 1 of `bytes`, the same places of `text`. */
export type SegmentView = {
  bytes: Uint8Array;
  /** The bytes as Latin-1. */
  text: string;
  ends: Int32Array;
  /** Elements after the segment id. */
  count: number;
  component: number;
};

/** Decodes a segment and puts its value into the loop's value; false when the interpreter has to do it. */
export type FastDecoder = (view: SegmentView, into: Value) => boolean;

/** A fresh value of a loop, with every key in place so that all values of a loop have one shape. */
export type LoopMaker = () => Value;

/** Elements are tracked in a 32-bit mask. */
const MOST_ELEMENTS = 30;

/** Leaves every segment to the interpreter. */
const never: FastDecoder = () => false;

/** The decoder of a segment use; uses that repeat elements are left to the interpreter. */
export function compileUse(use: SegmentUse): FastDecoder {
  const { elements } = use.layout;
  if (elements.length > MOST_ELEMENTS || elements.some(({ repeat }) => repeat !== 1)) return never;
  const tables: CodeTable[] = [];
  const source = decoderSource(use, tables);
  // The source comes from the declaration alone; nothing of a file's data is in it.
  const build = new Function('rt', 'tables', source) as (
    rt: typeof runtime,
    tables: readonly CodeTable[],
  ) => FastDecoder;
  return build(runtime, tables);
}

const makers = new WeakMap<LoopUse, LoopMaker>();

/** The maker of a loop's values. */
export function makerOf(loop: LoopUse): LoopMaker {
  const known = makers.get(loop);
  if (known !== undefined) return known;
  const slots = loop.items.map(({ key }) => `${JSON.stringify(key)}:undefined`);
  const made = new Function(`return {${slots.join(',')}};`) as LoopMaker;
  makers.set(loop, made);
  return made;
}

function decoderSource(use: SegmentUse, tables: CodeTable[]): string {
  const writer: Writer = { tables, statements: [], next: 0 };
  const value = layoutSource(writer, use.layout, 'E', 'v.component');
  const key = `p[${JSON.stringify(use.key)}]`;
  // An HL's elements are checked; its numbers and its loop say all that it holds.
  const attach =
    use.shape.id === 'HL'
      ? ''
      : use.max > 1
        ? `const L=${key};if(L===undefined)${key}=[o];else L.push(o);`
        : `if(${key}===undefined)${key}=o;`;
  return [
    '"use strict";const {code,cents,decimal,integer,date,period,time,split,fits}=rt;',
    ...tables.map((_, index) => `const T${index}=tables[${index}];`),
    `return function decode${use.shape.id}(v,p){const B=v.bytes,S=v.text,E=v.ends,n=v.count;`,
    presenceSource(use.layout, 'E', 'n', 'm', use.shape.syntax),
    ...writer.statements,
    `const o=${value};${attach}return true;}`,
  ].join('\n');
}

type Writer = { tables: CodeTable[]; statements: string[]; next: number };

/** One pass over the elements gives a mask of those present; required, unused and syntax notes are tests on it. */
function presenceSource(
  layout: Layout,
  ends: string,
  count: string,
  mask: string,
  notes: readonly SyntaxNote[],
): string {
  const bits = (places: readonly number[]) => places.reduce((all, at) => all | (1 << at), 0);
  const required = bits(layout.elements.filter(({ usage }) => usage === 'R').map(({ at }) => at));
  const unused = bits(layout.elements.filter(({ usage }) => usage === 'N').map(({ at }) => at));
  const doubts = [
    required === 0 ? `${mask}===0` : `(${mask}&${required})!==${required}`,
    ...(unused === 0 ? [] : [`(${mask}&${unused})!==0`]),
    ...notes.map((note) => noteSource(note, mask, bits)),
  ];
  return [
    `if(${count}>${layout.elements.length})return false;`,
    `let ${mask}=0;for(let i=1;i<=${count};i++)if(${ends}[i+1]-1>${ends}[i])${mask}|=1<<i;`,
    `if(${doubts.join('||')})return false;`,
  ].join('');
}

function noteSource({ rule, at }: SyntaxNote, mask: string, bits: (places: readonly number[]) => number): string {
  const all = bits(at);
  const first = bits(at.slice(0, 1));
  const others = bits(at.slice(1));
  switch (rule) {
    case 'P':
      return `((${mask}&${all})!==0&&(${mask}&${all})!==${all})`;
    case 'R':
      return `(${mask}&${all})===0`;
    case 'E':
      return `((${mask}&${all})&((${mask}&${all})-1))!==0`;
    case 'C':
      return `((${mask}&${first})!==0&&(${mask}&${others})!==${others})`;
    case 'L':
      return `((${mask}&${first})!==0&&(${mask}&${others})===0)`;
  }
}

/** Statements that decode every element of a layout; gives the object literal of its value. */
function layoutSource(writer: Writer, layout: Layout, ends: string, component: string): string {
  const mask = ends === 'E' ? 'm' : `m${ends}`;
  const format = layout.elements.find(({ field }) => field.key === 'format')?.at;
  const decode = (element: ElementUse) => elementSource(writer, element, { ends, mask, component, format });
  const fields: string[] = [];
  for (const slot of layout.slots) {
    if (slot.kind === 'one') {
      if (slot.element.usage !== 'N') fields.push(`${JSON.stringify(slot.key)}:${decode(slot.element)}`);
      continue;
    }
    const used = slot.rows.filter((row) => row.some(({ usage }) => usage !== 'N'));
    if (used.length > 0)
      fields.push(`${JSON.stringify(slot.key)}:${rowsSource(writer, used, slot.plain, mask, decode)}`);
  }
  return `{${fields.join(',')}}`;
}

function rowsSource(
  writer: Writer,
  rows: readonly (readonly ElementUse[])[],
  plain: boolean,
  mask: string,
  decode: (element: ElementUse) => string,
): string {
  const list = `r${writer.next++}`;
  writer.statements.push(`let ${list};`);
  for (const row of rows) {
    const bits = row.reduce((all, { at, usage }) => (usage === 'N' ? all : all | (1 << at)), 0);
    writer.statements.push(`if((${mask}&${bits})!==0){`);
    const used = row.filter(({ usage }) => usage !== 'N');
    const value = plain
      ? decode(row[0]!)
      : `{${used.map((element) => `${JSON.stringify(element.field.key)}:${decode(element)}`).join(',')}}`;
    writer.statements.push(`const x=${value};if(${list}===undefined)${list}=[x];else ${list}.push(x);}`);
  }
  return list;
}

type Place = { ends: string; mask: string; component: string; format: number | undefined };

/** Statements that decode one element into a variable (undefined when absent); gives the variable. */
function elementSource(writer: Writer, element: ElementUse, place: Place): string {
  const name = `e${writer.next++}`;
  const { ends, mask } = place;
  const start = `${ends}[${element.at}]`;
  const end = `${ends}[${element.at + 1}]-1`;
  const present = `(${mask}&${1 << element.at})!==0`;
  writer.statements.push(`let ${name};if(${present}){`);
  if (element.field.kind === 'composite') compositeSource(writer, element, name, start, end, place);
  else
    writer.statements.push(
      `${name}=${scalarSource(writer, element, start, end, place)};if(${name}===undefined)return false;`,
    );
  writer.statements.push('}');
  return name;
}

function compositeSource(
  writer: Writer,
  element: ElementUse,
  name: string,
  start: string,
  end: string,
  place: Place,
): void {
  const layout = element.layout!;
  const parts = `C${writer.next++}`;
  const count = `n${parts}`;
  // Each composite has its own array of ends: composites do not nest.
  writer.statements.push(
    `const ${parts}=split.take(${layout.elements.length + 3});const ${count}=split(B,${start},${end},${place.component},${parts});if(${count}<0)return false;`,
  );
  writer.statements.push(presenceSource(layout, parts, count, `m${parts}`, []));
  const value = layoutSource(writer, layout, parts, place.component);
  writer.statements.push(`${name}=${value};`);
}

function scalarSource(writer: Writer, element: ElementUse, start: string, end: string, place: Place): string {
  const { field, codes } = element;
  if (field.kind !== 'scalar') return 'undefined';
  if (codes !== undefined) {
    const index = writer.tables.push(codeTable([...codes])) - 1;
    const known = `code(T${index},B,${start},${end})`;
    if (field.as === 'code' || field.as === 'text') return known;
    return `${known}===undefined?undefined:${valueSource(element, field, start, end, place)}`;
  }
  return valueSource(element, field, start, end, place);
}

function valueSource({ max }: ElementUse, field: Scalar, start: string, end: string, place: Place): string {
  switch (field.as) {
    case 'money':
      return `cents(B,${start},${end},${max})`;
    case 'decimal':
      return `decimal(B,S,${start},${end},${field.min},${max})`;
    case 'integer':
      return `integer(B,${start},${end},${field.min},${max})`;
    case 'date':
      return field.max === 6 ? 'undefined' : `date(B,${start},${end})`;
    case 'time':
      return `time(S,${start},${end},${field.min},${max})`;
    case 'period': {
      const at = place.format;
      const format =
        at === undefined
          ? `''`
          : `(${place.mask}&${1 << at})===0?'':S.substring(${place.ends}[${at}],${place.ends}[${at + 1}]-1)`;
      return `period(B,S,${start},${end},${format},${field.min},${max})`;
    }
    default:
      return `fits(B,${start},${end},${field.min},${max})?S.substring(${start},${end}):undefined`;
  }
}
