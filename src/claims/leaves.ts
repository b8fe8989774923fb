/** The segments in the loops that carry a claim, and the texts in them, each with the element that it stands in. */
import type { ClaimKind } from '../../schemas/claim.ts';
import type { ElementUse, Layout, LoopUse, SegmentUse } from '../x12/grammar.ts';
import { KINDS } from './kinds.ts';
import type { LoopsRead } from './to-837.ts';

type Path = readonly (string | number)[];

/** A segment's value; `place` tells it from all others of the claim, `name` is the same for those that stand side by side. */
export type ClaimSegment = { loop: LoopUse; use: SegmentUse; value: object; place: string; name: string };

/** A text of a segment, and the keys of its value that lead to it. */
export type Leaf = { segment: ClaimSegment; within: Path; text: unknown };

/** The segments of the levels and the claim, without HL and LX: numbers that the writer gives anew. */
export function segmentsOf(kind: ClaimKind, { provider, subscriber, patient, claim }: LoopsRead): ClaimSegment[] {
  const ofProvider = loopIn(KINDS[kind].guide.root, 'billingProviders');
  const ofSubscriber = loopIn(ofProvider, 'subscribers');
  const found: ClaimSegment[] = [];
  addSegments(found, ofProvider, provider, '', '');
  addSegments(found, ofSubscriber, subscriber, '', '');
  if (patient !== undefined) addSegments(found, loopIn(ofSubscriber, 'patients'), patient, '', '');
  addSegments(found, loopIn(ofSubscriber, 'claims'), claim, '', '');
  return found;
}

const NUMBERED: ReadonlySet<string> = new Set(['HL', 'LX']);

function addSegments(found: ClaimSegment[], loop: LoopUse, values: object, place: string, name: string): void {
  for (const [key, given] of Object.entries(values)) {
    const item = itemIn(loop, key);
    if (item === undefined || (item.kind === 'segment' && NUMBERED.has(item.shape.id))) continue;
    const list: unknown[] = Array.isArray(given) ? given : [given];
    list.forEach((value, index) => {
      if (typeof value !== 'object' || value === null) return;
      const here = `${place}/${loop.id}.${key}.${index}`;
      const named = `${name}/${loop.id}.${key}`;
      if (item.kind === 'loop') addSegments(found, item, value, here, named);
      else found.push({ loop, use: item, value, place: here, name: named });
    });
  }
}

const itemsByKey = new WeakMap<LoopUse, ReadonlyMap<string, LoopUse | SegmentUse>>();

function itemIn(loop: LoopUse, key: string): LoopUse | SegmentUse | undefined {
  let items = itemsByKey.get(loop);
  if (items === undefined) {
    items = new Map(loop.items.map((item) => [item.key, item]));
    itemsByKey.set(loop, items);
  }
  return items.get(key);
}

function loopIn(loop: LoopUse, key: string): LoopUse {
  const found = itemIn(loop, key);
  if (found?.kind !== 'loop') throw new Error(`loop ${loop.id} has no loop ${key}`);
  return found;
}

/** The texts of a segment. */
export function leavesOf(segment: ClaimSegment): Leaf[] {
  return textsIn(segment.value).map(([within, text]) => ({ segment, within, text }));
}

/** The scalars of a value with the keys that lead there. */
export function textsIn(value: unknown, path: Path = []): [Path, unknown][] {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** The element that a text stands in. */
export function elementOf({ segment, within }: Leaf): ElementUse | undefined {
  return elementAt(segment.use.layout, within);
}

/** The element to which the keys of a segment's value lead. */
function elementAt({ slots }: Layout, [key, ...rest]: Path): ElementUse | undefined {
  const slot = slots.find((one) => one.key === key);
  if (slot === undefined) return undefined;
  if (slot.kind === 'one') return inside(slot.element, rest);
  const [row, ...below] = rest;
  const elements = slot.rows[Number(row)] ?? [];
  const element = slot.plain ? elements[0] : elements.find(({ field }) => field.key === below[0]);
  return element === undefined ? undefined : inside(element, slot.plain ? below : below.slice(1));
}

function inside(element: ElementUse, rest: Path): ElementUse | undefined {
  const steps = typeof rest[0] === 'number' ? rest.slice(1) : rest;
  return steps.length === 0 || element.layout === undefined ? element : elementAt(element.layout, steps);
}
