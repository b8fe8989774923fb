/**
 * Source of a function that decodes a composite: component by component along its bytes, each as soon as its end is found.
 * Composites of one layout share the function.
 */
import { FORMAT, scalarSource, type Writer } from './compile-scalar.ts';
import type { ElementUse, Layout } from './grammar.ts';

/** The name of the function that decodes a composite of a layout; the function gives undefined at any doubt. */
export function compositeName(writer: Writer, layout: Layout): string {
  const source = compositeSource(writer, layout);
  const known = writer.composites.get(source);
  if (known !== undefined) return known;
  const name = `composite${writer.composites.size}`;
  writer.composites.set(source, name);
  return name;
}

/** The component at hand is bytes s to e - 1. */
const NEXT = 'e=s;while(e<end&&B[e]!==component)e++;';

function compositeSource(writer: Writer, { elements, slots }: Layout): string {
  const format = elements.find((element) => isUsed(element) && element.field.key === FORMAT);
  let open = 0;
  const steps = elements.map((element) => {
    const step = `${NEXT}${componentSource(writer, element, format)}s=e+1;`;
    if (element.usage === 'R') return step;
    // Most composites end early: what follows is inside of this one's condition.
    open++;
    return `if(s<=end){${step}`;
  });
  const used = elements.filter(isUsed).map(nameOf);
  const fields: string[] = [];
  const lists: string[] = [];
  for (const slot of slots) {
    const rows = slot.kind === 'one' ? [[slot.element]] : slot.rows;
    const given = rows.map((row) => row.filter(isUsed)).filter((row) => row.length > 0);
    if (given.length === 0) continue;
    const name = slot.kind === 'one' ? nameOf(slot.element) : `l${lists.length}`;
    fields.push(`${JSON.stringify(slot.key)}:${name}`);
    if (slot.kind === 'rows') lists.push(listSource(name, given, slot.plain));
  }
  return [
    `let e${used.map((name) => `,${name}`).join('')};`,
    ...steps,
    // More components than the layout has.
    'if(s<=end)return undefined;',
    '}'.repeat(open),
    `if(${used.map((name) => `${name}===undefined`).join('&&')})return undefined;`,
    ...lists,
    `return {${fields.join(',')}};`,
  ].join('');
}

function componentSource(writer: Writer, element: ElementUse, format: ElementUse | undefined): string {
  if (element.usage === 'N') return 'if(e>s)return undefined;';
  const range = { start: 's', end: 'e', format: format === undefined ? `''` : nameOf(format) };
  const name = nameOf(element);
  const missing = element.usage === 'R' ? 'else return undefined;' : '';
  return `if(e>s){${name}=${scalarSource(writer, element, range)};if(${name}===undefined)return undefined;}${missing}`;
}

/** Statements that list the rows there are; a gap between them is a doubt. */
function listSource(list: string, rows: readonly (readonly ElementUse[])[], plain: boolean): string {
  const values = rows.map((row) =>
    plain ? row.map(nameOf).join('') : `{${row.map((one) => `${JSON.stringify(one.field.key)}:${nameOf(one)}`)}}`,
  );
  const absent = rows.map((row) => row.map((one) => `${nameOf(one)}===undefined`).join('&&'));
  const gaps = absent.slice(1).map((next, before) => `(${absent[before]}&&!(${next}))`);
  const longest = `[${values.join(',')}]`;
  const source = absent.reduceRight(
    (longer, none, count) => `${none}?${count === 0 ? 'undefined' : `[${values.slice(0, count).join(',')}]`}:${longer}`,
    longest,
  );
  return `${gaps.length === 0 ? '' : `if(${gaps.join('||')})return undefined;`}const ${list}=${source};`;
}

const isUsed = ({ usage }: ElementUse) => usage !== 'N';
const nameOf = ({ at }: ElementUse) => `c${at}`;
