/** Writes the static types of the guides' values (src/guides/values/*.ts) from the declarations: `tsx scripts/value-types.ts [--check]`. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  guide276,
  guide277,
  guide277ca,
  guide835,
  guide837d,
  guide837i,
  guide837p,
  guide997,
  guide997x230,
  guide999,
} from '../src/guides/index.ts';
import type { ElementUse, Guide, Item, Layout, LoopUse, Meaning, SegmentUse, Slot } from '../src/x12/grammar.ts';

const FOLDER = fileURLToPath(new URL('../src/guides/values/', import.meta.url));

/** Value type files by name, with the guide each is made from and the name of its set type. */
const FILES: ReadonlyArray<readonly [file: string, type: string, guide: Guide]> = [
  ['837p.ts', 'Set837P', guide837p],
  ['837i.ts', 'Set837I', guide837i],
  ['837d.ts', 'Set837D', guide837d],
  ['835.ts', 'Set835', guide835],
  ['999.ts', 'Set999', guide999],
  ['277ca.ts', 'Set277CA', guide277ca],
  ['276.ts', 'Set276', guide276],
  ['277.ts', 'Set277', guide277],
  ['997.ts', 'Set997', guide997],
  ['997x230.ts', 'Set997X230', guide997x230],
];

const TYPES: Readonly<Record<Meaning, string>> = {
  text: 'string',
  code: 'string',
  money: 'Cents',
  decimal: 'string',
  integer: 'number',
  date: 'string',
  time: 'string',
  period: 'string',
};

const MAX_UNION = 12;

function elementType(element: ElementUse): string {
  const one = element.field.kind === 'composite' ? layoutType(element.layout) : scalarType(element, element.field.as);
  return element.repeat > 1 ? `(${one})[]` : one;
}

function scalarType(element: ElementUse, as: Meaning): string {
  const codes = element.codes === undefined ? [] : [...element.codes];
  if (as !== 'code' || codes.length === 0 || codes.length > MAX_UNION || element.codeSet !== undefined)
    return TYPES[as];
  return codes.map((code) => `'${code}'`).join(' | ');
}

/** A property; what may be absent may also be undefined, so that mappers need no branches. */
function field(key: string, required: boolean, type: string): string {
  return required ? `${key}: ${type};` : `${key}?: ${type} | undefined;`;
}

function slotType(slot: Slot): string | undefined {
  if (slot.kind === 'one') {
    if (slot.element.usage === 'N') return undefined;
    return field(slot.key, slot.element.usage === 'R', elementType(slot.element));
  }
  const used = slot.rows.filter((row) => row.some((element) => element.usage !== 'N'));
  const [first] = used;
  if (first === undefined) return undefined;
  const required = first.some((element) => element.usage === 'R');
  return field(slot.key, required, slot.plain ? `(${unionOf(used)})[]` : `${rowType(used)}[]`);
}

/** The rows of one group may allow different codes (HI01 the principal diagnosis, HI02 on the others). */
function unionOf(rows: readonly (readonly ElementUse[])[]): string {
  return [...new Set(rows.map((row) => elementType(row[0]!)))].join(' | ');
}

function rowType(rows: readonly (readonly ElementUse[])[]): string {
  const parts = (rows[0] ?? []).map((element, index) => {
    const column = rows.map((row) => row[index]!);
    if (element.usage === 'N') return '';
    return field(element.field.key, element.usage === 'R' || index === 0, elementType(withAllCodes(column)));
  });
  return `{ ${parts.join(' ')} }`;
}

/** The first element of a column with the codes that any row allows. */
function withAllCodes(column: readonly ElementUse[]): ElementUse {
  const codes = column.flatMap((element) => [...(element.codes ?? [])]);
  return codes.length === 0 ? column[0]! : { ...column[0]!, codes: new Set(codes) };
}

function layoutType(layout: Layout | undefined): string {
  return `{ ${(layout?.slots ?? [])
    .map(slotType)
    .filter((part) => part !== undefined)
    .join(' ')} }`;
}

/** HL segments are computed; LX is a number that the emitter fills in where it is absent. */
function segmentField(use: SegmentUse): string | undefined {
  if (use.shape.id === 'HL') return undefined;
  const type = layoutType(use.layout);
  const required = use.usage === 'R' && use.shape.id !== 'LX';
  return `  /** ${use.shape.id}: ${use.label}. */\n  ${field(use.key, required, use.max > 1 ? `(${type})[]` : type)}`;
}

function loopField(use: LoopUse): string {
  const name = `Loop${use.id.replace(/[^A-Za-z0-9]/g, '')}`;
  const required = use.usage === 'R' && !use.record;
  return `  /** Loop ${use.id}: ${use.label}. */\n  ${field(use.key, required, use.max > 1 ? `${name}[]` : name)}`;
}

function itemField(item: Item): string | undefined {
  return item.kind === 'loop' ? loopField(item) : segmentField(item);
}

function collect(loop: LoopUse, into: Map<string, LoopUse>): void {
  for (const item of loop.items) {
    if (item.kind !== 'loop' || into.has(item.id)) continue;
    into.set(item.id, item);
    collect(item, into);
  }
}

function interfaceText(name: string, comment: string, loop: LoopUse): string {
  const fields = loop.items.map(itemField).filter((text) => text !== undefined);
  return `/** ${comment}. */\nexport type ${name} = {\n${fields.join('\n')}\n};\n`;
}

/** The text of one value type file. */
function fileText(type: string, guide: Guide): string {
  const loops = new Map<string, LoopUse>();
  collect(guide.root, loops);
  const parts = [...loops.values()].map((use) =>
    interfaceText(`Loop${use.id.replace(/[^A-Za-z0-9]/g, '')}`, `Loop ${use.id}: ${use.label}`, use),
  );
  const body = [interfaceText(type, `${guide.label} (${guide.id}), from ST to SE`, guide.root), ...parts].join('\n');
  const imports = body.includes('Cents') ? "import type { Cents } from '../../money.ts';\n\n" : '';
  return `/** Generated by scripts/value-types.ts from the guide's declaration; do not edit. */\n${imports}${body}`;
}

function formatted(text: string, file: string): string {
  const biome = path.resolve(FOLDER, '../../../node_modules/.bin/biome');
  return execFileSync(biome, ['format', `--stdin-file-path=src/guides/values/${file}`], {
    input: text,
    encoding: 'utf8',
  });
}

/** Names of value type files that differ from the declarations; writes them unless only checking. */
export function generateValueTypes(check: boolean): string[] {
  const stale: string[] = [];
  mkdirSync(FOLDER, { recursive: true });
  for (const [file, type, guide] of FILES) {
    const text = formatted(fileText(type, guide), file);
    const target = path.join(FOLDER, file);
    let current = '';
    try {
      current = readFileSync(target, 'utf8');
    } catch {
      // Not there yet: it is written below.
    }
    if (current === text) continue;
    stale.push(file);
    if (!check) writeFileSync(target, text);
  }
  return stale;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check');
  const stale = generateValueTypes(check);
  process.stdout.write(
    stale.length === 0 ? 'value types are up to date\n' : `${check ? 'stale' : 'written'}: ${stale.join(', ')}\n`,
  );
  process.exitCode = check && stale.length > 0 ? 1 : 0;
}
