/**
 * Constructors for declarations of implementation guides. Two layers: the shape of a segment (element names, types,
 * syntax notes) is declared once; its uses in loops narrow it (usage, repeat, codes). Everything built here is frozen data
 * that the reader, the emitter, the checks and the audit interpret.
 */

export type ElementType = 'AN' | 'ID' | 'N0' | 'N2' | 'R' | 'DT' | 'TM' | 'B';

/** How an element's text becomes a value: `money` gives Cents, `period` an ISO date or `from/to` by the format before it. */
export type Meaning = 'text' | 'code' | 'money' | 'decimal' | 'integer' | 'date' | 'time' | 'period';

/** One line of the data element dictionary: type and lengths in X12 terms (digits only for N and R). */
export type DataElement = { type: ElementType; min: number; max: number; as: Meaning };

export type Scalar = DataElement & { kind: 'scalar'; key: string; label: string; de: string };
export type Composite = { kind: 'composite'; key: string; label: string; id: string; fields: readonly Field[] };
/** Elements (or components) that repeat side by side: the triplets of CAS, the modifiers of C003. */
export type Group = { kind: 'group'; key: string; times: number; fields: readonly (Scalar | Composite)[] };
export type Field = Scalar | Composite | Group;

/** Relational note: P all or none, R at least one, E at most one, C if first then all, L if first then any other. */
export type SyntaxNote = { rule: 'P' | 'R' | 'E' | 'C' | 'L'; at: readonly number[]; text: string };

/** The shape of a segment wherever it is used. */
export type SegmentShape = { id: string; label: string; fields: readonly Field[]; syntax: readonly SyntaxNote[] };

export type Usage = 'R' | 'S' | 'N';

/** An element or component as one use of a segment has it. `at` counts from 1. */
export type ElementUse = {
  at: number;
  ref: string;
  field: Scalar | Composite;
  usage: Usage;
  codes?: ReadonlySet<string>;
  /** Name of the external code set (`CARC`, `place_of_service`). */
  codeSet?: string;
  max: number;
  repeat: number;
  disputed: boolean;
  /** Layout of a composite's components. */
  layout?: Layout;
};

/** Where values of a segment or composite go: single keys, and rows of a repeating group. */
export type Slot =
  | { kind: 'one'; key: string; element: ElementUse }
  | { kind: 'rows'; key: string; plain: boolean; rows: readonly (readonly ElementUse[])[] };

export type Layout = { elements: readonly ElementUse[]; slots: readonly Slot[] };

export type SegmentUse = {
  kind: 'segment';
  shape: SegmentShape;
  key: string;
  label: string;
  usage: Usage;
  max: number;
  /** Sources differ on whether or how often it stands here: a warning, not an error. */
  disputed: boolean;
  /** Place among its siblings: equal places may come in any order. */
  place: number;
  /** Index in the loop's list of items. */
  index: number;
  layout: Layout;
  /** The elements whose allowed codes tell this use from its siblings of the same id. */
  qualifiers: readonly Qualifier[];
};

/** `at` is the element, `part` the component when it is a composite. */
export type Qualifier = { at: number; part?: number; codes: ReadonlySet<string> };

export type LoopUse = {
  kind: 'loop';
  id: string;
  key: string;
  label: string;
  usage: Usage;
  max: number;
  place: number;
  index: number;
  items: readonly Item[];
  /** Handed out one by one when streaming. */
  record: boolean;
};

export type Item = SegmentUse | LoopUse;

/** A guide's declaration; `V` is the static type of one transaction set's value. */
export type Guide<V = object> = {
  /** GS08 to write. */
  id: string;
  aliases: readonly string[];
  /** ST01 and GS01. */
  set: string;
  group: string;
  label: string;
  /** Whether ST03 carries the id. */
  st03: boolean;
  root: LoopUse;
  /** Never present: carries the type. */
  readonly value?: V;
};

/** The value of one transaction set of a guide. */
export type ValueOf<G> = G extends Guide<infer V> ? V : never;

const UNBOUNDED = Number.POSITIVE_INFINITY;

/** A data element of the dictionary. */
export function dataElement(type: ElementType, min: number, max: number, as?: Meaning): DataElement {
  return Object.freeze({ type, min, max, as: as ?? DEFAULT_MEANING[type] });
}

const DEFAULT_MEANING: Readonly<Record<ElementType, Meaning>> = {
  AN: 'text',
  ID: 'code',
  N0: 'integer',
  N2: 'decimal',
  R: 'decimal',
  DT: 'date',
  TM: 'time',
  B: 'text',
};

/** A composite data structure (`C003`) under a key of its segment. */
export function composite(id: string, key: string, label: string, fields: readonly Field[]): Composite {
  return Object.freeze({ kind: 'composite', id, key, label, fields });
}

/** A group of elements that stands `times` times side by side. */
export function group(key: string, times: number, fields: readonly (Scalar | Composite)[]): Group {
  return Object.freeze({ kind: 'group', key, times, fields });
}

/** The shape of a segment: fields in element order, syntax notes as the standard writes them (`P0304`). */
export function segment(id: string, label: string, fields: readonly Field[], notes = ''): SegmentShape {
  return Object.freeze({ id, label, fields, syntax: notes === '' ? [] : notes.split(' ').map(parseNote) });
}

function parseNote(text: string): SyntaxNote {
  const rule = text[0];
  if (rule !== 'P' && rule !== 'R' && rule !== 'E' && rule !== 'C' && rule !== 'L')
    throw new Error(`syntax note ${text}`);
  return { rule, at: (text.slice(1).match(/../g) ?? []).map(Number), text };
}

/**
 * A use of a segment in a loop.
 * - `times`: usage and maximum repeat, `R1`, `S99`, `S>1`; with `?` where sources differ on them
 * - `pos`: position number in the guide
 * - `usages`: one letter an element, R S or `-` (not used), components in parentheses: `RR(RS-)S`
 * - `narrow`: by element number (`01`, `05-02`, several joined by blanks): allowed codes (in quotes where a code holds a
 *   blank), `@set` an external code set,
 *   `<=20` a tighter length, `x5` a repeat count, `?` a fact on which sources differ (reported as a warning)
 * - `qualifiers`: the element numbers whose codes select this use
 */
export function use(
  shape: SegmentShape,
  key: string,
  label: string,
  times: string,
  pos: number,
  usages: string,
  narrow: Readonly<Record<string, string>> = {},
  qualifiers = '',
): SegmentUse {
  const { usage, max, disputed } = parseTimes(times);
  const narrowing = parseNarrowing(narrow);
  const reader = { text: usages, next: 0 };
  const layout = layOut(shape.fields, shape.id, reader, narrowing, '');
  if (reader.next !== usages.length) throw new Error(`${shape.id} ${key}: usages ${usages} do not fit the shape`);
  const selecting = qualifiers === '' ? [] : qualifiers.split(' ').map((at) => qualifierAt(layout, at));
  return {
    kind: 'segment',
    shape,
    key,
    label,
    usage,
    max,
    disputed,
    place: pos,
    index: 0,
    layout,
    qualifiers: selecting,
  };
}

/** A loop; `record` marks the loop that a streaming reader hands out one by one. */
export function loop(
  id: string,
  key: string,
  label: string,
  times: string,
  items: readonly Item[],
  record = false,
): LoopUse {
  const { usage, max } = parseTimes(times);
  const first = items[0];
  return {
    kind: 'loop',
    id,
    key,
    label,
    usage,
    max,
    place: first?.place ?? 0,
    index: 0,
    items: placeItems(items),
    record,
  };
}

/** A whole guide. The body stands between ST and SE, which the envelope writes and checks. */
export function guide<V>(facts: {
  id: string;
  aliases: readonly string[];
  set: string;
  group: string;
  label: string;
  st03: boolean;
  body: readonly Item[];
}): Guide<V> {
  const { body, ...rest } = facts;
  return { ...rest, root: loop('ST', 'set', facts.label, 'R1', body) };
}

/** Position numbers restart where a new table or an HL level begins: places only rise along the list. */
function placeItems(items: readonly Item[]): readonly Item[] {
  let area = 0;
  let last = 0;
  return items.map((item, index) => {
    if (item.place < last) area++;
    last = item.place;
    return { ...item, index, place: area * 100_000 + item.place };
  });
}

function parseTimes(times: string): { usage: Usage; max: number; disputed: boolean } {
  const usage = times[0];
  if (usage !== 'R' && usage !== 'S') throw new Error(`usage ${times}`);
  const disputed = times.endsWith('?');
  const count = times.slice(1, disputed ? -1 : undefined);
  const max = count === '>1' ? UNBOUNDED : Number(count);
  if (!(max >= 1)) throw new Error(`repeat ${times}`);
  return { usage, max, disputed };
}

type Narrowing = { codes?: ReadonlySet<string>; codeSet?: string; max?: number; repeat?: number; disputed?: boolean };

function parseNarrowing(narrow: Readonly<Record<string, string>>): Map<string, Narrowing> {
  const found = new Map<string, Narrowing>();
  for (const [places, text] of Object.entries(narrow)) {
    const parsed = parseNarrow(text);
    for (const place of places.split(' ')) found.set(place, parsed);
  }
  return found;
}

function parseNarrow(text: string): Narrowing {
  const parsed: Narrowing = {};
  const codes = new Set<string>();
  for (const [, quoted, word = ''] of text.matchAll(/"([^"]*)"|(\S+)/g)) {
    if (quoted !== undefined) codes.add(quoted);
    else if (word.startsWith('@')) parsed.codeSet = word.slice(1);
    else if (word.startsWith('<=')) parsed.max = Number(word.slice(2));
    else if (/^x\d+$/.test(word)) parsed.repeat = Number(word.slice(1));
    else if (word === 'x>1') parsed.repeat = UNBOUNDED;
    else if (word === '?') parsed.disputed = true;
    else codes.add(word);
  }
  return codes.size === 0 ? parsed : { ...parsed, codes };
}

type UsageReader = { text: string; next: number };

const USAGE: Readonly<Record<string, Usage>> = { R: 'R', S: 'S', '-': 'N' };

function layOut(
  fields: readonly Field[],
  id: string,
  usages: UsageReader,
  narrow: Map<string, Narrowing>,
  of: string,
): Layout {
  const elements: ElementUse[] = [];
  const slots: Slot[] = [];
  const place = (field: Scalar | Composite): ElementUse => {
    const element = placeElement(field, elements.length + 1, id, usages, narrow, of);
    elements.push(element);
    return element;
  };
  for (const field of fields) {
    if (field.kind !== 'group') {
      slots.push({ kind: 'one', key: field.key, element: place(field) });
      continue;
    }
    const rows = Array.from({ length: field.times }, () => field.fields.map(place));
    slots.push({ kind: 'rows', key: field.key, plain: field.fields.length === 1, rows });
  }
  return { elements, slots };
}

function placeElement(
  field: Scalar | Composite,
  at: number,
  id: string,
  usages: UsageReader,
  narrow: Map<string, Narrowing>,
  of: string,
): ElementUse {
  // Patterns may end early: what is not written is not used.
  const ended = usages.next >= usages.text.length || usages.text[usages.next] === ')';
  const usage = ended ? 'N' : USAGE[usages.text[usages.next++] ?? ''];
  const number = String(at).padStart(2, '0');
  const name = of === '' ? number : `${of}-${number}`;
  if (usage === undefined) throw new Error(`${id}${name}: usages ${usages.text}`);
  const facts = narrow.get(name) ?? {};
  const element: ElementUse = {
    at,
    ref: `${id}${name}`,
    field,
    usage,
    max: facts.max ?? (field.kind === 'scalar' ? field.max : 0),
    repeat: facts.repeat ?? 1,
    disputed: facts.disputed ?? false,
    ...(facts.codes === undefined ? {} : { codes: facts.codes }),
    ...(facts.codeSet === undefined ? {} : { codeSet: facts.codeSet }),
  };
  if (field.kind === 'scalar') return element;
  return { ...element, layout: layOutComponents(field, id, usages, narrow, name) };
}

function layOutComponents(
  field: Composite,
  id: string,
  usages: UsageReader,
  narrow: Map<string, Narrowing>,
  of: string,
): Layout {
  if (usages.text[usages.next] !== '(') return layOut(field.fields, id, { text: '', next: 0 }, narrow, of);
  usages.next++;
  const layout = layOut(field.fields, id, usages, narrow, of);
  if (usages.text[usages.next] !== ')') throw new Error(`${id}${of}: usages ${usages.text}`);
  usages.next++;
  return layout;
}

function qualifierAt(layout: Layout, name: string): Qualifier {
  const [at, part] = name.split('-').map(Number);
  const element = layout.elements[(at ?? 0) - 1];
  const target = part === undefined ? element : element?.layout?.elements[part - 1];
  if (target?.codes === undefined) throw new Error(`qualifier ${name} has no codes`);
  return { at: at ?? 0, codes: target.codes, ...(part === undefined ? {} : { part }) };
}
