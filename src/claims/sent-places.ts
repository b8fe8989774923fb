/** What stands at the places of a sent set that an answer names: which of its claims hold it, and which field of theirs it is. */
import type { ClaimKind } from '../../schemas/claim.ts';
import { WIRE } from '../guides/index.ts';
import type { ElementUse, Item, LoopUse, SegmentUse } from '../x12/grammar.ts';
import type { Places } from '../x12/places.ts';
import { createWireReader, type WireItem } from '../x12/reader.ts';
import type { Value } from '../x12/segment-values.ts';
import type { SetRecord } from '../x12/set-reader.ts';
import { fieldOf, isLevel } from './fields.ts';
import { claimKindOf } from './kinds.ts';

/** A place as an answer names it. */
export type NamedPlace = {
  /** Ordinal in the set, ST = 1. */
  position: number;
  segmentId?: string | undefined;
  /** Id of the loop, at least its beginning. */
  loop?: string | undefined;
  /** Reference designator: `CLM05-03`. */
  element?: string | undefined;
  /** The segment is missing there; else it stands there. */
  missing?: boolean | undefined;
};

/** What was found at a named place. */
export type FoundPlace = {
  /** The CLM of each claim that holds it: of one, or of all of a provider, subscriber or patient. */
  claims: number[];
  /** JSON pointer of the field; empty where the place is known but what stands there is another segment. */
  path: string;
  loop: string;
  /** What the segment, and the element in it, is called. */
  label?: string;
};

/** Places named of one set. */
export type NamedSet = { gs06: string; st02: string; places: readonly NamedPlace[] };

/** Finds named places in a sent file, in constant memory; places of which nothing is found are left out. */
export async function findSentPlaces(
  chunks: AsyncIterable<Uint8Array>,
  sets: readonly NamedSet[],
): Promise<Map<NamedPlace, FoundPlace>> {
  const found = new Map<NamedPlace, FoundPlace>();
  const places: Places = new WeakMap();
  const wire = createWireReader({ ...WIRE, places });
  let gs06 = '';
  let search: Search | undefined;
  const take = (item: WireItem): void => {
    if (item.kind === 'group') gs06 = item.header.gs06;
    else if (item.kind === 'set') search = openSearch(sets, gs06, item, found);
    else if (item.kind === 'record' && search !== undefined) searchRecord(search, item.record, places);
  };
  for await (const chunk of chunks) for (const item of wire.push(chunk)) take(item);
  for (const item of wire.end()) take(item);
  return found;
}

type Search = {
  kind: ClaimKind;
  /** Named places in the order of the set; those before `next` are behind the records that passed. */
  places: readonly NamedPlace[];
  next: number;
  /** Places found in the loops around the claims, so that every claim below them is named. */
  around: WeakMap<object, FoundPlace[]>;
  found: Map<NamedPlace, FoundPlace>;
};

function openSearch(
  sets: readonly NamedSet[],
  gs06: string,
  { header, guide }: WireItem & { kind: 'set' },
  found: Search['found'],
): Search | undefined {
  const kind = guide === undefined ? undefined : claimKindOf(guide);
  const named = sets.filter((one) => one.gs06 === gs06 && one.st02 === header.st02).flatMap((one) => one.places);
  if (kind === undefined || named.length === 0) return undefined;
  const places = named.toSorted((left, right) => left.position - right.position);
  return { kind, places, next: 0, around: new WeakMap(), found };
}

/** The loops around a claim, outermost first: the keys under which their fields are known. */
const LEVELS = ['billingProviders', 'subscribers', 'patients'] as const;

function searchRecord(search: Search, record: SetRecord, places: Places): void {
  const { loop, value, parents, first, lastOrdinal } = record;
  const before: NamedPlace[] = [];
  for (; search.next < search.places.length; search.next++) {
    const place = search.places[search.next]!;
    if (place.position > lastOrdinal) break;
    if (place.position < first.ordinal) {
      before.push(place);
      continue;
    }
    const hit = lookUp(search.kind, 'claims', loop, value, place, places);
    search.found.set(place, { ...(hit ?? { path: '', loop: loop.id }), claims: [first.ordinal] });
  }
  for (const [index, parent] of parents.slice(1).entries()) {
    const level = LEVELS[index];
    const parentLoop = places.get(parent)?.loop;
    if (level === undefined || parentLoop === undefined) continue;
    searchAround(search, before, { level, loop: parentLoop, value: parent }, places);
    for (const one of search.around.get(parent) ?? []) one.claims.push(first.ordinal);
  }
}

type Around = { level: (typeof LEVELS)[number]; loop: LoopUse; value: Value };

/** Places before a claim and behind the last one stand in the loops that opened between them. */
function searchAround(search: Search, before: readonly NamedPlace[], around: Around, places: Places): void {
  for (const place of before) {
    if (search.found.has(place)) continue;
    const hit = lookUp(search.kind, around.level, around.loop, around.value, place, places);
    if (hit === undefined) continue;
    const found: FoundPlace = { ...hit, claims: [] };
    search.found.set(place, found);
    search.around.set(around.value, [...(search.around.get(around.value) ?? []), found]);
  }
}

type Path = readonly (string | number)[];
type Spot = { path: Path; use: SegmentUse | undefined };
type Hit = Pick<FoundPlace, 'path' | 'loop' | 'label'>;

/** A segment that is missing is looked for where it should be: in the loops around the place, or at the segment before it. */
function lookUp(
  kind: ClaimKind,
  level: string,
  root: LoopUse,
  value: Value,
  place: NamedPlace,
  places: Places,
): Hit | undefined {
  const { position, segmentId, element, missing = false } = place;
  const spot = spotAt(value, position, places) ?? (missing ? spotAt(value, position - 1, places) : undefined);
  if (spot === undefined) return undefined;
  const chain = chainTo(root, spot.path);
  const loop = chain.at(-1)?.loop ?? root;
  if (spot.use !== undefined && spot.use.shape.id === segmentId && !missing) {
    const label = [spot.use.label, elementLabel(spot.use, element)].filter((part) => part !== undefined).join(', ');
    return { path: fieldOf(kind, [level, ...spot.path], spot.use, element), loop: loop.id, label };
  }
  const gap = missing ? gapIn(chain, place) : undefined;
  if (gap === undefined) return { path: '', loop: loop.id };
  const path = fieldOf(kind, [level, ...gap.path, gap.item.key], gap.item.kind === 'segment' ? gap.item : undefined);
  return { path, loop: gap.item.kind === 'loop' ? gap.item.id : gap.loop.id, label: gap.item.label };
}

/** The segment that begins at an ordinal, or the loop that an HL of that ordinal opens. */
function spotAt(value: Value, ordinal: number, places: Places, path: Path = []): Spot | undefined {
  let loop: Spot | undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (isLevel(key)) continue;
    for (const [index, one] of (Array.isArray(inner) ? inner : [inner]).entries()) {
      if (typeof one !== 'object' || one === null) continue;
      const at: Path = Array.isArray(inner) ? [...path, key, index] : [...path, key];
      const place = places.get(one);
      if (place?.ordinal === ordinal && place.use !== undefined) return { path: at, use: place.use };
      const below = place?.use === undefined ? spotAt(one as Value, ordinal, places, at) : undefined;
      if (below?.use !== undefined) return below;
      loop ??= below;
    }
  }
  return loop ?? (places.get(value)?.ordinal === ordinal ? { path, use: undefined } : undefined);
}

type Link = { loop: LoopUse; path: Path };

/** The loops on the way to a path, outermost first. */
function chainTo(root: LoopUse, path: Path): Link[] {
  const chain: Link[] = [{ loop: root, path: [] }];
  for (const [at, key] of path.entries()) {
    const item = chain.at(-1)?.loop.items.find((one) => one.key === key);
    if (item?.kind !== 'loop') continue;
    const end = typeof path[at + 1] === 'number' ? at + 2 : at + 1;
    chain.push({ loop: item, path: path.slice(0, end) });
  }
  return chain;
}

/** The use of a missing segment, innermost loop first; of a loop that is missing its opener is named. */
function gapIn(chain: readonly Link[], { segmentId, loop = '' }: NamedPlace): (Link & { item: Item }) | undefined {
  const links = chain.toReversed();
  for (const { loop: around, path } of links) {
    const fits = (id: string) => id.startsWith(loop.slice(0, 4));
    const item = around.items.find(
      (one) =>
        (one.kind === 'segment' && one.shape.id === segmentId && fits(around.id)) ||
        (one.kind === 'loop' && openerId(one) === segmentId && fits(one.id)),
    );
    if (item !== undefined) return { loop: around, path, item };
  }
  return undefined;
}

function openerId({ items: [first] }: LoopUse): string | undefined {
  return first?.kind === 'segment' ? first.shape.id : undefined;
}

function elementLabel({ layout }: SegmentUse, ref: string | undefined): string | undefined {
  const labelIn = (elements: readonly ElementUse[]): string | undefined => {
    for (const element of elements) {
      const label = element.ref === ref ? element.field.label : labelIn(element.layout?.elements ?? []);
      if (label !== undefined) return label;
    }
    return undefined;
  };
  return ref === undefined ? undefined : labelIn(layout.elements);
}
