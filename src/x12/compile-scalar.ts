/** Source of an expression that decodes one element, or component, from the bytes of a segment. */
import { type CodeTable, codeTable } from './bytes.ts';
import type { ElementUse, Scalar } from './grammar.ts';

/** Source in the making: tables of codes it needs, functions by their text, statements so far, and a number for the next name. */
export type Writer = { tables: CodeTable[]; composites: Map<string, string>; statements: string[]; next: number };

/** Where an element stands: expressions of its first byte and of the one behind it; `format` that of its date format, undefined where it is absent. */
export type Range = { start: string; end: string; format: string };

/** An expression of an element's value, undefined at any doubt: the element is there. */
export function scalarSource(writer: Writer, element: ElementUse, range: Range): string {
  const { field, codes } = element;
  if (field.kind !== 'scalar') return 'undefined';
  if (codes === undefined) return valueSource(element, field, range);
  const known = codeSource(writer, codes, range);
  if (field.as === 'code' || field.as === 'text') return known;
  return `(${known}===undefined?undefined:${valueSource(element, field, range)})`;
}

/** The key of the element that says in which format the dates of a segment or composite are written. */
export const FORMAT = 'format';

function codeSource({ tables }: Writer, codes: ReadonlySet<string>, { start, end }: Range): string {
  const [only = ''] = codes;
  if (codes.size === 1 && /^[!-}]{1,4}$/.test(only)) {
    const same = [...Buffer.from(only)].map((byte, at) => `B[${start}+${at}]===${byte}`);
    return `(${end}-${start}===${only.length}&&${same.join('&&')}?${JSON.stringify(only)}:undefined)`;
  }
  const table = codeTable([...codes]);
  const index = tables.push(table) - 1;
  return `code(K${index},V${index},${table.multiplier},${table.shift},B,${start},${end})`;
}

function valueSource({ max }: ElementUse, field: Scalar, { start, end, format }: Range): string {
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
    case 'period':
      return `period(B,S,${start},${end},${format},${field.min},${max})`;
    default:
      return `text(B,S,${start},${end},${field.min},${max})`;
  }
}
