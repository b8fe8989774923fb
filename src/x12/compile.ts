/**
 * Source of a guide's fast segment decoders, generated from its declaration. A decoder only takes segments without any
 * fault: at the first doubt it gives up, and the plain interpreter (segment-values.ts) reads that segment and names the
 * faults. So there is one place that says what is wrong, and the fast path holds nothing but the common case.
 */
import { type CodeTable, runtime } from './bytes.ts';
import { compositeName } from './compile-composite.ts';
import { FORMAT, scalarSource, type Writer } from './compile-scalar.ts';
import type { ElementUse, Layout, SegmentUse, SyntaxNote } from './grammar.ts';
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

/** Decodes a segment without any fault. Undefined when there is anything to doubt: the interpreter has to do it. */
export type FastDecoder = (view: SegmentView) => Value | undefined;

/** Elements are tracked in a 32-bit mask. */
const MOST_ELEMENTS = 30;

/** Leaves every segment to the interpreter. */
const never: FastDecoder = () => undefined;

const decoders = new WeakMap<SegmentUse, FastDecoder>();

/** The decoder of a segment use, made once; uses that repeat elements are left to the interpreter. */
export function decoderOf(use: SegmentUse): FastDecoder {
  const known = decoders.get(use);
  if (known !== undefined) return known;
  const { elements } = use.layout;
  const compilable =
    elements.length <= MOST_ELEMENTS && elements.every(({ repeat, usage }) => usage === 'N' || repeat === 1);
  const made = compilable ? compile(use) : never;
  decoders.set(use, made);
  return made;
}

function compile(use: SegmentUse): FastDecoder {
  const tables: CodeTable[] = [];
  const source = decoderSource(use, tables);
  // The source comes from the declaration alone; nothing of a file's data is in it.
  const build = new Function('rt', 'tables', source) as (
    rt: typeof runtime,
    tables: readonly CodeTable[],
  ) => FastDecoder;
  return build(runtime, tables);
}

function decoderSource(use: SegmentUse, tables: CodeTable[]): string {
  const writer: Writer = { tables, composites: new Map(), statements: [], next: 0 };
  const value = layoutSource(writer, use.layout);
  return [
    '"use strict";const {code,cents,decimal,integer,date,period,time,text}=rt;',
    ...tables.map((_, index) => `const {keys:K${index},codes:V${index}}=tables[${index}];`),
    ...[...writer.composites].map(([source, name]) => `function ${name}(B,S,s,end,component){${source}}`),
    `return function decode${use.shape.id}({bytes:B,text:S,ends:E,count:n,component}){`,
    presenceSource(use.layout, use.shape.syntax),
    ...writer.statements,
    `return ${value};}`,
  ].join('\n');
}

const bitsOf = (elements: readonly ElementUse[]) => bits(elements.map(({ at }) => at));
const bits = (places: readonly number[]) => places.reduce((all, at) => all | (1 << at), 0);

/** One pass over the elements gives a mask of those present; required, unused and syntax notes are tests on it. */
function presenceSource({ elements }: Layout, notes: readonly SyntaxNote[]): string {
  const required = bitsOf(elements.filter(({ usage }) => usage === 'R'));
  const unused = bitsOf(elements.filter(({ usage }) => usage === 'N'));
  const doubts = [
    required === 0 ? 'm===0' : `(m&${required})!==${required}`,
    ...(unused === 0 ? [] : [`(m&${unused})!==0`]),
    ...notes.map((note) => noteSource(note, 'm', bits)),
  ];
  return [
    `if(n>${elements.length})return undefined;`,
    // Unrolled: the segments of one use are much alike, and each branch is foretold by its own past.
    'let m=0;',
    ...elements.map(({ at }) => `if(n>=${at}){if(E[${at + 1}]-1>E[${at}])m|=${1 << at};`),
    '}'.repeat(elements.length),
    `if(${doubts.join('||')})return undefined;`,
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

/** Statements that decode every element of a segment; gives the object literal of its value. */
function layoutSource(writer: Writer, layout: Layout): string {
  // The variable that holds the format of the dates behind it.
  let format = `''`;
  const decode = (element: ElementUse) => elementSource(writer, element, format);
  const fields: string[] = [];
  for (const slot of layout.slots) {
    const key = JSON.stringify(slot.key);
    if (slot.kind === 'one') {
      if (slot.element.usage === 'N') continue;
      const name = decode(slot.element);
      fields.push(`${key}:${name}`);
      if (slot.key === FORMAT) format = name;
      continue;
    }
    const rows = slot.rows.map((row) => row.filter(({ usage }) => usage !== 'N')).filter((row) => row.length > 0);
    if (rows.length > 0) fields.push(`${key}:${rowsSource(writer, rows, slot.plain, decode)}`);
  }
  return `{${fields.join(',')}}`;
}

/** Statements for a group that repeats: each row inside of the condition of the one before. A gap between them is a doubt. */
function rowsSource(
  writer: Writer,
  rows: readonly (readonly ElementUse[])[],
  plain: boolean,
  decode: (element: ElementUse) => string,
): string {
  const { statements } = writer;
  const list = `r${writer.next++}`;
  const names = rows.map((_, index) => `${list}_${index}`);
  statements.push(`let ${list};`);
  for (const [index, row] of rows.entries()) {
    statements.push(`if((m&${bitsOf(row)})!==0){`);
    const fields = row.map((element) => [JSON.stringify(element.field.key), decode(element)]);
    const value = plain ? fields[0]?.[1] : `{${fields.map((field) => field.join(':')).join(',')}}`;
    statements.push(`const ${names[index]}=${value};`);
  }
  for (let index = rows.length; index >= 0; index--) {
    const rest = bitsOf(rows.slice(index + 1).flat());
    if (rest !== 0) statements.push(`if((m&${rest})!==0)return undefined;`);
    if (index > 0) statements.push(`${list}=[${names.slice(0, index).join(',')}];`);
    statements.push(index < rows.length ? '}' : '', index > 0 ? '}else{' : '');
  }
  return list;
}

/** Statements that decode one element into a variable (undefined when absent); gives the variable. */
function elementSource(writer: Writer, element: ElementUse, format: string): string {
  const name = `e${writer.next++}`;
  const range = { start: `E[${element.at}]`, end: `E[${element.at + 1}]-1`, format };
  const value =
    element.layout === undefined
      ? scalarSource(writer, element, range)
      : `${compositeName(writer, element.layout)}(B,S,${range.start},${range.end},component)`;
  // What is required is there: the mask was tested.
  const present = element.usage === 'R' ? '' : `if((m&${1 << element.at})!==0)`;
  writer.statements.push(`let ${name};${present}{${name}=${value};if(${name}===undefined)return undefined;}`);
  return name;
}
