/** The declarations against the table of facts they were made from: every loop, segment, element, code and note. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ENVELOPE } from '../../src/guides/envelope.ts';
import {
  guide276,
  guide277,
  guide277ca,
  guide835,
  guide837d,
  guide837i,
  guide837p,
  guide997,
  guide999,
} from '../../src/guides/index.ts';
import type { ElementUse, Guide, Item, LoopUse, SegmentUse } from '../../src/x12/grammar.ts';
import { folderBeside } from '../outside.ts';

type Element = {
  ref: string;
  de?: string;
  composite?: string;
  usage: string;
  type?: string;
  min?: number;
  max?: number;
  implMax?: number;
  repeat?: number | '>1';
  codes?: string[];
  ext?: string;
  disputed?: boolean;
  syntax?: string[];
  components?: Element[];
};
type Fact = {
  seg?: string;
  loop?: string;
  ref_def?: string;
  pos?: number;
  usage: string;
  max: number | '>1';
  disputed?: boolean;
  qualifier?: Record<string, string[]>;
  syntax?: string[];
  elements?: Element[];
  children?: Fact[];
};
type Table = {
  gs01: string;
  gs08: string;
  alsoSeen?: string[];
  defs?: Record<string, { pos: number; children: Fact[] }>;
  body: Fact[];
};

/** Lengths in the tables that their own dictionary of data elements contradicts, by element number and length. */
const MISPRINTS = new Map([['1033 12', 2]]);

const numberOf = (max: number | '>1') => (max === '>1' ? Number.POSITIVE_INFINITY : max);
const sorted = (list: Iterable<string> = []) => [...list].sort();

function describeItem(item: Item, trail: string): string[] {
  return item.kind === 'loop' ? describeLoop(item, `${trail}/${item.id}`) : describeSegment(item, trail);
}

function describeLoop(loop: LoopUse, trail: string): string[] {
  const facts = `${trail}: loop ${loop.usage} ${loop.max} pos ${loop.place % 100_000}`;
  return [facts, ...loop.items.flatMap((item) => describeItem(item, trail))];
}

function describeSegment(use: SegmentUse, trail: string): string[] {
  const where = `${trail} ${use.shape.id}@${use.place % 100_000}`;
  const facts = `${where}: ${use.usage} ${use.max}${use.disputed ? ' disputed' : ''}`;
  return [facts, ...use.layout.elements.flatMap((element) => describeElement(element, where))];
}

/** Elements that are not used have no facts. */
function describeElement(element: ElementUse, where: string): string[] {
  const { field, ref, usage } = element;
  if (usage === 'N') return [];
  const more = [
    element.codes === undefined ? '' : `codes ${sorted(element.codes).join(',')}`,
    element.codeSet === undefined ? '' : `set ${element.codeSet}`,
    element.disputed ? 'disputed' : '',
    element.repeat > 1 ? `repeat ${element.repeat}` : '',
  ].filter((text) => text !== '');
  const form = field.kind === 'composite' ? field.id : `${field.de} ${field.type} ${field.min}-${element.max}`;
  const line = [`${where} ${ref}: ${usage} ${form}`, ...more].join(' ');
  return [line, ...(element.layout?.elements ?? []).flatMap((part) => describeElement(part, where))];
}

function expectItem(fact: Fact, table: Table, trail: string): string[] {
  if (fact.seg !== undefined) {
    const where = `${trail} ${fact.seg}@${fact.pos}`;
    const elements = (fact.elements ?? []).flatMap((element) => expectElement(element, where));
    return [`${where}: ${fact.usage} ${numberOf(fact.max)}${fact.disputed ? ' disputed' : ''}`, ...elements];
  }
  const shared = fact.ref_def === undefined ? undefined : table.defs?.[fact.ref_def];
  const children = fact.children ?? shared?.children ?? [];
  const here = `${trail}/${fact.loop}`;
  const facts = `${here}: loop ${fact.usage} ${numberOf(fact.max)} pos ${fact.pos ?? shared?.pos}`;
  return [facts, ...children.flatMap((child) => expectItem(child, table, here))];
}

function expectElement(element: Element, where: string): string[] {
  if (element.usage === 'N') return [];
  const more = [
    element.codes === undefined ? '' : `codes ${sorted(element.codes).join(',')}`,
    element.ext === undefined ? '' : `set ${element.ext}`,
    element.disputed ? 'disputed' : '',
    element.repeat === undefined ? '' : `repeat ${numberOf(element.repeat)}`,
  ].filter((text) => text !== '');
  const max = MISPRINTS.get(`${element.de} ${element.max}`) ?? element.implMax ?? element.max;
  const form = element.composite ?? `${element.de} ${element.type} ${element.min}-${max}`;
  const line = [`${where} ${element.ref}: ${element.usage} ${form}`, ...more].join(' ');
  return [line, ...(element.components ?? []).flatMap((part) => expectElement(part, where))];
}

/** What the declaration of the envelope leaves out on purpose: see there. */
const ENVELOPE_LENIENT = new Map([
  [/ (ISA0[24]): R /, ' $1: S '],
  [/( (?:GS08|ISA12): .*) codes .*/, '$1'],
]);

const folder = folderBeside('reference');
const tableOf = (name: string): Table =>
  JSON.parse(readFileSync(path.join(folder ?? '', 'transactions', `${name}.json`), 'utf8'));

const GUIDES: readonly (readonly [string, Guide])[] = [
  ['837P', guide837p],
  ['837I', guide837i],
  ['837D', guide837d],
  ['835', guide835],
  ['999', guide999],
  ['277CA', guide277ca],
  ['276', guide276],
  ['277', guide277],
  ['997', guide997],
];

describe.each(GUIDES)('%s equals the table of facts', (name, guide) => {
  test('in identifiers', () => {
    if (folder === undefined) return;
    const table = tableOf(name);
    expect([guide.id, guide.group, ...sorted(guide.aliases)]).toEqual([
      table.gs08,
      table.gs01,
      ...sorted(table.alsoSeen),
    ]);
  });

  test('in loops, segments, elements, lengths and codes', () => {
    if (folder === undefined) return;
    const table = tableOf(name);
    const body = table.body.filter(({ seg }) => seg !== 'ST' && seg !== 'SE');
    expect(guide.root.items.flatMap((item) => describeItem(item, ''))).toEqual(
      body.flatMap((fact) => expectItem(fact, table, '')),
    );
  });

  test('in syntax notes', () => {
    if (folder === undefined) return;
    const notes: Record<string, string[]> = JSON.parse(
      readFileSync(path.join(folder, 'syntax-notes.json'), 'utf8'),
    ).notes;
    const missing = segmentsOf(guide.root).flatMap(({ shape }) => {
      const declared = sorted(shape.syntax.map(({ text }) => text));
      const expected = sorted(notes[shape.id]);
      return declared.join() === expected.join() ? [] : [`${shape.id}: ${declared} instead of ${expected}`];
    });
    expect([...new Set(missing)]).toEqual([]);
  });

  test('in syntax notes of composites, which the usages of the components hold by themselves', () => {
    if (folder === undefined) return;
    const table = tableOf(name);
    const open = elementsIn(table.body, table).flatMap(({ ref, syntax = [], components = [] }) =>
      syntax.filter((note) => !holds(note, components)).map((note) => `${ref} ${note}`),
    );
    expect(open).toEqual([]);
  });

  test('in what tells siblings apart', () => {
    if (folder === undefined) return;
    const table = tableOf(name);
    expect(guide.root.items.flatMap((item) => qualifiersOf(item))).toEqual(
      table.body.flatMap((fact) => qualifiersIn(fact, table)).filter((line) => !/^(ST|SE) /.test(line)),
    );
  });
});

test('the envelope equals its table of facts', () => {
  if (folder === undefined) return;
  const expected = tableOf('envelope').body.flatMap((fact) => expectItem({ ...fact, pos: 0 }, tableOf('envelope'), ''));
  const lenient = expected.map((line) =>
    [...ENVELOPE_LENIENT].reduce((text, [from, to]) => text.replace(from, to), line),
  );
  const declared = [...ENVELOPE.values()]
    .filter(({ shape }) => shape.id !== 'ST' && shape.id !== 'SE')
    .flatMap((use) => describeItem({ ...use, place: 0 }, ''));
  expect(declared.filter((line) => !/: [RS] \d+$/.test(line))).toEqual(
    lenient.filter((line) => !/: [RS] \d+$/.test(line)),
  );
});

/** Whether components that keep to their usages keep to a note: all or none of them, or at most one, may be there. */
function holds(note: string, components: readonly Element[]): boolean {
  const usages = (note.slice(1).match(/../g) ?? []).map((at) => components[Number(at) - 1]?.usage ?? 'N');
  if (note.startsWith('P')) return usages.every((usage) => usage === usages[0] && usage !== 'S');
  return note.startsWith('E') && usages.filter((usage) => usage !== 'N').length <= 1;
}

function elementsIn(facts: readonly Fact[], table: Table): Element[] {
  return facts.flatMap((fact) => [
    ...(fact.elements ?? []),
    ...elementsIn(fact.children ?? table.defs?.[fact.ref_def ?? '']?.children ?? [], table),
  ]);
}

function segmentsOf(loop: LoopUse): SegmentUse[] {
  return loop.items.flatMap((item) => (item.kind === 'segment' ? [item] : segmentsOf(item)));
}

function qualifiersOf(item: Item): string[] {
  if (item.kind === 'loop') return item.items.flatMap(qualifiersOf);
  const { shape, qualifiers } = item;
  const number = (at: number) => String(at).padStart(2, '0');
  return qualifiers.map(
    ({ at, part, codes }) =>
      `${shape.id} ${shape.id}${number(at)}${part === undefined ? '' : `-${number(part)}`} ${sorted(codes)}`,
  );
}

function qualifiersIn(fact: Fact, table: Table): string[] {
  if (fact.seg === undefined) {
    const children = fact.children ?? table.defs?.[fact.ref_def ?? '']?.children ?? [];
    return children.flatMap((child) => qualifiersIn(child, table));
  }
  return Object.entries(fact.qualifier ?? {}).map(([ref, codes]) => `${fact.seg} ${ref} ${sorted(codes)}`);
}
