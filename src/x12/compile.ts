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

/** A loop that is being read: its value, occurrences by item index, and the place of the last item. */
export type OpenLoop = { value: Value; counts: Int32Array; place: number };

/**
 * Decodes a segment, counts it and puts its value into the loop's. False when there is anything to doubt, order and number
 * included: nothing has happened then, and the interpreter has to do it.
 */
export type FastDecoder = (view: SegmentView, loop: OpenLoop) => boolean;

/** What a loop's values are made of. */
export type LoopForm = {
  /** A fresh value with every key in place, so that all values of a loop have one shape. */
  make: () => Value;
  /** Puts the value of a loop that was closed into that of the loop around it. */
  attach: (into: Value, value: Value) => void;
};

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

const forms = new WeakMap<LoopUse, LoopForm>();

/** The form of a loop's values; made once. */
export function formOf(loop: LoopUse): LoopForm {
  const known = forms.get(loop);
  if (known !== undefined) return known;
  const slots = loop.items.map(({ key }) => `${JSON.stringify(key)}:undefined`);
  const source = [
    `return {make:()=>({${slots.join(',')}}),`,
    `attach(into,value){${attachSource(`into[${JSON.stringify(loop.key)}]`, loop.max, 'value')}}};`,
  ].join('\n');
  const made = (new Function(source) as () => LoopForm)();
  forms.set(loop, made);
  return made;
}

/** Puts a value under its key: where it may occur once the first stays, else they are listed. */
function attachSource(slot: string, max: number, value: string): string {
  if (max === 1) return `if(${slot}===undefined)${slot}=${value};`;
  return `const L=${slot};if(L===undefined)${slot}=[${value}];else L.push(${value});`;
}

function decoderSource(use: SegmentUse, tables: CodeTable[]): string {
  const writer: Writer = { tables, arrays: [], statements: [], next: 0 };
  const value = layoutSource(writer, use.layout, 'E', 'component');
  return [
    '"use strict";const {code,cents,decimal,integer,date,period,time,split,text}=rt;',
    ...tables.map((_, index) => `const {keys:K${index},codes:V${index}}=tables[${index}];`),
    ...writer.arrays,
    `return function decode${use.shape.id}({bytes:B,text:S,ends:E,count:n,component},loop){`,
    `const N=loop.counts;if(${use.max > 1 && !Number.isFinite(use.max) ? '' : `N[${use.index}]>=${use.max}||`}loop.place>${use.place})return false;`,
    presenceSource(use.layout, 'E', 'n', 'm', use.shape.syntax),
    ...writer.statements,
    `N[${use.index}]++;loop.place=${use.place};`,
    // An HL's numbers and its loop say all that it holds.
    ...(use.shape.id === 'HL'
      ? []
      : [`const o=${value};`, attachSource(`loop.value[${JSON.stringify(use.key)}]`, use.max, 'o')]),
    'return true;}',
  ].join('\n');
}

type Writer = { tables: CodeTable[]; arrays: string[]; statements: string[]; next: number };

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

/** An expression that is true where a relational note is broken, by the mask of elements present. */
export function noteSource(
  { rule, at }: SyntaxNote,
  mask: string,
  bits: (places: readonly number[]) => number,
): string {
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
  // What is required is there: the mask was tested.
  const present = element.usage === 'R' ? '' : `if((${mask}&${1 << element.at})!==0)`;
  writer.statements.push(`let ${name};${present}{`);
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
  // Each composite has its own array of ends.
  writer.arrays.push(`const ${parts}=new Int32Array(${layout.elements.length + 3});`);
  writer.statements.push(
    `const ${count}=split(B,${start},${end},${place.component},${parts});if(${count}<0)return false;`,
  );
  writer.statements.push(presenceSource(layout, parts, count, `m${parts}`, []));
  const value = layoutSource(writer, layout, parts, place.component);
  writer.statements.push(`${name}=${value};`);
}

function scalarSource(writer: Writer, element: ElementUse, start: string, end: string, place: Place): string {
  const { field, codes } = element;
  if (field.kind !== 'scalar') return 'undefined';
  if (codes !== undefined) {
    const known = codeSource(writer, codes, start, end);
    if (field.as === 'code' || field.as === 'text') return known;
    return `${known}===undefined?undefined:${valueSource(element, field, start, end, place)}`;
  }
  return valueSource(element, field, start, end, place);
}

function codeSource({ tables }: Writer, codes: ReadonlySet<string>, start: string, end: string): string {
  const [only = ''] = codes;
  if (codes.size === 1 && /^[!-}]{1,4}$/.test(only)) {
    const same = [...Buffer.from(only)].map((byte, at) => `B[${start}+${at}]===${byte}`);
    return `(${end}-${start}===${only.length}&&${same.join('&&')}?${JSON.stringify(only)}:undefined)`;
  }
  const table = codeTable([...codes]);
  const index = tables.push(table) - 1;
  return `code(K${index},V${index},${table.multiplier},${table.shift},B,${start},${end})`;
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
      return `text(B,S,${start},${end},${field.min},${max})`;
  }
}
