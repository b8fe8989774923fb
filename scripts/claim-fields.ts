/**
 * Writes docs/claim-fields.md, every field of the claim object with what it takes and where it stands in the 837, from the schemas
 * and the maps: `tsx scripts/claim-fields.ts [--check]`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { ClaimKind } from '../schemas/claim.ts';
import { fieldAt } from '../src/claims/fields.ts';
import { KINDS } from '../src/claims/kinds.ts';
import { fieldsAt, schemaAt } from '../src/claims/known-fields.ts';
import { issue } from '../src/issue.ts';
import type { Layout, LoopUse, SegmentUse } from '../src/x12/grammar.ts';

const FILE = fileURLToPath(new URL('../docs/claim-fields.md', import.meta.url));

const LETTERS: Readonly<Record<ClaimKind, string>> = { professional: 'P', institutional: 'I', dental: 'D' };
const KIND_NAMES = Object.keys(LETTERS) as ClaimKind[];

/** Objects that stand in many places, told once: the names of the fields that hold them, and where one is. */
const PARTS: readonly (readonly [name: string, held: RegExp, at: readonly string[]])[] = [
  ['address', /\/(address|payToAddress|pickUp)$/, ['billingProvider', 'address']],
  ['contact', /\/(contact|otherContact)$/, ['billingProvider', 'contact']],
  ['payer-ids', /\/payer\/ids$/, ['payer', 'ids', '0']],
  ['provider-ids', /\/(ids|[a-z]+[A-Za-z]*Ids)$/, ['billingProvider', 'ids', '0']],
];

/** The name of the part that a field holds. */
const partOf = (pointer: string) => PARTS.find(([, held]) => held.test(pointer))?.[0];

/** Fields that no element is made of alone. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  '/kind': 'GS08, ST03',
  '/claimId': 'never sent',
  '/meta': 'never sent',
  '/purpose': 'BHT06',
  '/icdVersion': '2300 HI01-01',
};

function elsewhere(pointer: string): Place | undefined {
  const told = ELSEWHERE[pointer];
  return told === undefined ? undefined : { loop: '', refs: [told], qualifier: '', label: '' };
}

/** What people call the part of a value that tells others apart. */
const BESIDE: ReadonlySet<string> = new Set(['qualifier', 'idQualifier', 'entity', 'type', 'format', 'list', 'unit']);

type Place = { loop: string; refs: string[]; qualifier: string; label: string };

/** Segments that say nothing but by their qualifier. */
const QUALIFIED: ReadonlySet<string> = new Set(['REF', 'DTP', 'AMT', 'QTY', 'CRC']);

/** The qualifier of a segment (`REF*G1`), and what the field is called there. */
function namesOf({ shape, qualifiers, label }: SegmentUse, element: string): Pick<Place, 'qualifier' | 'label'> {
  if (!QUALIFIED.has(shape.id)) return { qualifier: '', label: element };
  const codes = qualifiers.find(({ at }) => at === 1)?.codes;
  return { qualifier: codes?.size === 1 ? ` (${shape.id}*${[...codes][0]})` : '', label };
}

/** `beside` has what tells others apart: it stands for a field only where nothing else does. */
type Places = { places: ReadonlyMap<string, Place>; beside: ReadonlyMap<string, Place> };

/** Where each field of a kind of claim stands, by pointer with `*` for each of a list. */
function placesOf(kind: ClaimKind): Places {
  const places = new Map<string, Place>();
  const beside = new Map<string, Place>();
  const note = (loop: LoopUse, use: SegmentUse, path: string, layout: Layout): void => {
    for (const { ref, field, codes, usage, layout: inner } of layout.elements) {
      if (inner !== undefined) note(loop, use, path, inner);
      if (inner !== undefined || usage === 'N') continue;
      const found = fieldAt(kind, issue('element-missing', { message: '', path, element: ref }));
      const pointer = found.replace(/\/\d+/g, '/*');
      const into = BESIDE.has(field.key) || codes?.size === 1 ? beside : places;
      const known = into.get(pointer);
      if (known === undefined) into.set(pointer, { loop: loop.id, refs: [ref], ...namesOf(use, field.label) });
      else if (known.loop === loop.id && known.refs.length < 2 && !known.refs.includes(ref)) known.refs.push(ref);
    }
  };
  const visit = (loop: LoopUse, path: string): void => {
    for (const item of loop.items) {
      const at = `${path === '' ? '' : `${path}.`}${item.key}${item.max > 1 ? '[0]' : ''}`;
      if (item.kind === 'loop') visit(item, at);
      else note(loop, item, at, item.layout);
    }
  };
  visit(KINDS[kind].guide.root, '');
  return { places, beside };
}

/** Fields of which one correspondence speaks by the name of another. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/\/primaryCare\b/, '/referring'],
  [/\/(organizationName|firstName|middleName|suffix)$/, '/lastName'],
  [/\/lastName$/, '/organizationName'],
  [/\/ssn$/, '/taxId'],
  [/\/memberIdKind$/, '/memberId'],
  [/\/relinquishedCareDate$/, '/assumedCareDate'],
  [/\/creatinineTestDate$/, '/hemoglobinTestDate'],
];

/** The place of a field, of the one that is told with it, or of what holds it. */
function placeOf(pointer: string, { places, beside }: Places): Place | undefined {
  const at = (field: string) => places.get(field) ?? places.get(`${field}/*`) ?? beside.get(field);
  const found = at(pointer);
  if (found !== undefined) return found;
  for (const [name, other] of ALIKE) {
    const alike = name.test(pointer) ? at(pointer.replace(name, other)) : undefined;
    if (alike !== undefined) return alike;
  }
  const holder = pointer.replace(/\/[^/]*$/, '');
  return holder === '' ? undefined : (places.get(holder) ?? placeOf(holder, { places, beside: new Map() }));
}

/** Schemas of what may be left out or has a default, without saying so. */
function inside(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return inside(schema.def.innerType);
  return schema;
}

/** What a field takes, as a refusal would say it. */
function formOf(schema: z.core.$ZodType | undefined): string {
  const inner = inside(schema);
  if (inner instanceof z.ZodArray) {
    const one = formOf(inner.element);
    return one === 'object' ? 'list' : `list: ${one}`;
  }
  const given = inner instanceof z.ZodPipe ? inner.def.in : inner;
  if (given instanceof z.ZodObject || given instanceof z.ZodRecord) return 'object';
  const refused = inner === undefined ? undefined : z.safeParse(inner, Symbol('nothing'));
  return refused?.error?.issues[0]?.message.replaceAll('|', '\\|') ?? '';
}

/** Whether a field has to be there, or what stands for it. */
function needOf(schema: z.core.$ZodType | undefined): string {
  if (schema instanceof z.ZodOptional) return '';
  if (!(schema instanceof z.ZodDefault)) return 'required';
  const { defaultValue } = schema.def;
  return Array.isArray(defaultValue) || defaultValue === false ? '' : `\`${JSON.stringify(defaultValue)}\``;
}

type Row = {
  pointer: string;
  kinds: Set<ClaimKind>;
  form: string;
  need: string;
  places: Map<string, string>;
  label: string;
};

/** Every field of every kind once, in the order of the schemas. */
function rowsOfAll(): Row[] {
  const rows = new Map<string, Row>();
  for (const kind of KIND_NAMES) noteFields(kind, placesOf(kind), rows, [], '');
  const lost = [...rows.values()].find(({ kinds }) => kinds.size === 0);
  if (lost !== undefined) throw new Error(`${lost.pointer}: no element of the 837 holds it`);
  return [...rows.values()];
}

/** Notes the fields of the object at a path. */
function noteFields(
  kind: ClaimKind,
  places: Places,
  rows: Map<string, Row>,
  path: readonly string[],
  pointer: string,
): void {
  for (const name of fieldsAt(kind, path)) {
    const here = [...path, name];
    const at = `${pointer}/${name}`;
    const schema = schemaAt(kind, here);
    const form = formOf(schema);
    const isWhole = ['object', 'list'].includes(form) && ELSEWHERE[at] === undefined;
    const place = isWhole ? undefined : (elsewhere(at) ?? placeOf(at, places));
    const known = rows.get(at);
    const row = known ?? {
      pointer: at,
      kinds: new Set(),
      form,
      need: needOf(schema),
      places: new Map(),
      label: place?.label ?? '',
    };
    rows.set(at, row);
    // A kind whose guide has no place for a field refuses it.
    if (isWhole || place !== undefined) row.kinds.add(kind);
    if (place !== undefined)
      row.places.set(LETTERS[kind], `${place.loop} ${place.refs.join(', ')}${place.qualifier}`.trim());
    if (partOf(at) !== undefined) continue;
    const list = inside(schema) instanceof z.ZodArray;
    noteFields(kind, places, rows, list ? [...here, '0'] : here, list ? `${at}/*` : at);
  }
}

function placeText(row: Row): string {
  const all = [...new Set(row.places.values())];
  if (all.length === 1) return all[0] ?? '';
  return [...row.places].map(([letter, place]) => `${letter} ${place}`).join('; ');
}

function rowText(row: Row): string {
  const kinds = [...row.kinds].map((kind) => LETTERS[kind]).join(' ');
  const part = partOf(row.pointer);
  const form = part === undefined ? row.form : `[${part}](#${part})`;
  return `| \`${row.pointer.slice(1)}\` | ${kinds} | ${form} | ${row.need} | ${placeText(row)} | ${row.label} |`;
}

function partText([name, , at]: (typeof PARTS)[number]): string {
  const rows = fieldsAt('professional', at).map((key) => {
    const schema = schemaAt('professional', [...at, key]);
    return `| \`${key}\` | ${formOf(schema)} | ${needOf(schema)} |`;
  });
  return [`## ${name}`, '', '| field | takes | needed |', '|---|---|---|', ...rows].join('\n');
}

/** The page. */
export function claimFieldsPage(): string {
  return [
    '# Fields of the claim object',
    '',
    'Made from the schemas and the maps by `tsx scripts/claim-fields.ts`. Names are paths in the JSON, `*` is each of a list; P, I and D',
    'are the kinds of claim that have the field. A field is required where its object is there; `required` and defaults stand in',
    'the fourth column. The place is the first loop and element of the 837 where the value stands; what an element is called there comes last.',
    '[claims.md](claims.md) has examples.',
    '',
    '| field | kinds | takes | needed | X12 | called there |',
    '|---|---|---|---|---|---|',
    ...rowsOfAll().map(rowText),
    '',
    ...PARTS.flatMap((part) => [partText(part), '']),
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const page = claimFieldsPage();
  if (!process.argv.includes('--check')) writeFileSync(FILE, page);
  else if (readFileSync(FILE, 'utf8') !== page)
    throw new Error('docs/claim-fields.md is out of date: run scripts/claim-fields.ts');
}
