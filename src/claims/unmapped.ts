/**
 * What the loops of a claim hold and its claim object does not. The claim is written again, and what was read and is not
 * written had no field to stand in. Of a claim that cannot be written yet it is asked whether its texts stand in the claim at all.
 */
import type { Claim, ClaimKind } from '../../schemas/claim.ts';
import { type Issue, issue, type Origin } from '../issue.ts';
import { foundText } from '../x12/codec.ts';
import type { ElementUse, Layout, LoopUse, SegmentUse } from '../x12/grammar.ts';
import type { Places } from '../x12/places.ts';
import { KINDS } from './kinds.ts';
import { claimTo837, type LoopsRead } from './to-837.ts';

type Path = readonly (string | number)[];
/** Text that stands in an element: where it was read, and what it is told by. */
type Leaf = { level: Level; loop: LoopUse; use: SegmentUse; segment: object; path: Path; within: Path; value: unknown };
type Level = 'provider' | 'subscriber' | 'patient' | 'claim';

const LEVEL_NAMES: readonly Level[] = ['provider', 'subscriber', 'patient', 'claim'];

/** What was read, as loops and as a claim: its JSON and, where its form is sound, checked. */
export type ReadClaim = { kind: ClaimKind; loops: LoopsRead; json: unknown; checked: Claim | undefined };

/** One warning for each segment or element of the loops that the claim object has no field for. */
export function unmappedIn(
  { kind, loops, json, checked }: ReadClaim,
  { places, origin }: { places: Places; origin: Origin },
): Issue[] {
  const isLost = checked === undefined ? absentFrom(json) : notIn(leavesOf(kind, claimTo837(checked)));
  const bySegment = new Map<object, { all: Leaf[]; lost: Leaf[] }>();
  for (const leaf of leavesOf(kind, loops)) {
    const found = bySegment.get(leaf.segment) ?? { all: [], lost: [] };
    bySegment.set(leaf.segment, found);
    found.all.push(leaf);
    if (isLost(leaf)) found.lost.push(leaf);
  }
  return [...bySegment].flatMap(([segment, { all, lost }]) => {
    const place = places.get(segment);
    const at = place === undefined ? origin : { ...origin, segment: place.ordinal, offset: place.offset };
    const [first] = lost;
    if (first === undefined) return [];
    return lost.length === all.length ? [lostSegment(first, at)] : lost.map((leaf) => lostElement(leaf, at));
  });
}

function lostSegment({ loop, use }: Leaf, origin: Origin): Issue {
  const message = `${use.label}: a claim object has no field for it`;
  return issue('claim-unmapped', { message, loop: loop.id, segmentId: use.shape.id, origin });
}

function lostElement({ loop, use, within, value }: Leaf, origin: Origin): Issue {
  const element = elementAt(use.layout, within);
  return issue('claim-unmapped', {
    message: `${use.label}: a claim object has no field for ${element?.field.label ?? 'an element of it'} as it is here`,
    loop: loop.id,
    segmentId: use.shape.id,
    origin,
    ...(element === undefined ? {} : { element: element.ref, found: foundText(element.field, String(value)) }),
  });
}

/** The segments of the levels and the claim; HL and LX are numbers that the writer gives anew. */
function leavesOf(kind: ClaimKind, loops: LoopsRead): Leaf[] {
  const uses = levelUses(KINDS[kind].guide.root);
  return LEVEL_NAMES.flatMap((level) => {
    const value = loops[level];
    return value === undefined ? [] : leavesIn(uses[level], value, { level, path: [] });
  });
}

function levelUses(root: LoopUse): Record<Level, LoopUse> {
  const provider = loopIn(root, 'billingProviders');
  const subscriber = loopIn(provider, 'subscribers');
  return { provider, subscriber, patient: loopIn(subscriber, 'patients'), claim: loopIn(subscriber, 'claims') };
}

function loopIn({ items, id }: LoopUse, key: string): LoopUse {
  const found = items.find((item) => item.key === key);
  if (found?.kind !== 'loop') throw new Error(`loop ${id} has no loop ${key}`);
  return found;
}

const NUMBERED: ReadonlySet<string> = new Set(['HL', 'LX']);

function leavesIn(loop: LoopUse, value: object, at: { level: Level; path: Path }): Leaf[] {
  return loop.items.flatMap((item) => {
    const given = (value as Record<string, unknown>)[item.key];
    const path = [...at.path, item.key];
    return instancesOf(given).flatMap(([one, index]) => {
      const here = { level: at.level, path: index === undefined ? path : [...path, index] };
      if (item.kind === 'loop') return leavesIn(item, one, here);
      if (NUMBERED.has(item.shape.id)) return [];
      return textsIn(one).map(([within, text]) => ({
        ...here,
        path: [...here.path, ...within],
        within,
        loop,
        use: item,
        segment: one,
        value: text,
      }));
    });
  });
}

function instancesOf(given: unknown): [object, number | undefined][] {
  if (Array.isArray(given)) return given.map((one: object, index) => [one, index]);
  return typeof given === 'object' && given !== null ? [[given, undefined]] : [];
}

/** What stands in a segment's value, with the keys that lead there. */
function textsIn(value: unknown, path: Path = []): [Path, unknown][] {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Whether what was read stands nowhere in the claim's JSON. Codes of the guide are words there: of them nothing is said. */
function absentFrom(json: unknown): (leaf: Leaf) => boolean {
  const held = textsIn(json).map(([, text]) => plain(text));
  return ({ use, within, value }) => {
    if (elementAt(use.layout, within)?.codes !== undefined) return false;
    // The days of a period stand apart there; a bill type holds two elements.
    const parts = String(value).split('/').map(plain);
    return !parts.every((part) => held.some((text) => text.includes(part)));
  };
}

/** Whether what was read is not, or not as often, among what is written. */
function notIn(written: readonly Leaf[]): (leaf: Leaf) => boolean {
  const counts = new Map<string, number>();
  for (const leaf of written) counts.set(keyOf(leaf), (counts.get(keyOf(leaf)) ?? 0) + 1);
  return (leaf) => {
    const key = keyOf(leaf);
    const left = counts.get(key) ?? 0;
    // Adjustments of one group are written in one CAS, however many they were read from.
    const isShared = leaf.use.shape.id === 'CAS' && leaf.within[0] === 'group';
    if (!isShared) counts.set(key, left - 1);
    return left <= 0;
  };
}

/** Rows may have moved, and texts lose what schemas drop: blanks, hyphens, points and zeros in front. */
function keyOf({ level, path, value }: Leaf): string {
  return [level, ...path.filter((step) => typeof step === 'string'), plain(value)].join('/');
}

const plain = (value: unknown): string =>
  String(value)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/^0+/, '');

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
