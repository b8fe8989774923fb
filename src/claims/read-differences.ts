/**
 * Where a claim object differs from the loops it was read from. The claim is written again: what was read and is not written had
 * no field to stand in, and what is written and was not read is what the object says where it says nothing. Of a claim that cannot
 * be written yet it is asked whether its texts stand in the claim at all.
 */
import type { Claim, ClaimKind } from '../../schemas/claim.ts';
import { type Issue, issue, type Origin } from '../issue.ts';
import { foundText } from '../x12/codec.ts';
import type { Places } from '../x12/places.ts';
import { type ClaimSegment, elementOf, type Leaf, leavesOf, segmentsOf, textsIn } from './leaves.ts';
import { claimTo837, type LoopsRead } from './to-837.ts';

/** What was read, as loops and as a claim: its JSON and, where its form is sound, checked. */
export type ReadClaim = { kind: ClaimKind; loops: LoopsRead; json: unknown; checked: Claim | undefined };

type Where = { places: Places; origin: Origin };

/** A warning for each segment or element that the claim object has no field for, a note for each that it takes for granted. */
export function differencesIn({ kind, loops, json, checked }: ReadClaim, where: Where): Issue[] {
  const given = segmentsOf(kind, loops);
  if (checked === undefined) return unmapped(given, absentFrom(json), where);
  const written = segmentsOf(kind, claimTo837(checked));
  const places = new Map(given.map((one) => [one.place, one.value]));
  const back = new Map(written.map((one) => [one.place, one.value]));
  // Most come back as they were; only what did not is looked into.
  const read = given.filter(({ place, value }) => !isSame(value, back.get(place)));
  const added = written.filter(({ place, value }) => !isSame(value, places.get(place)));
  const isNew = notIn(read.flatMap(leavesOf));
  return [
    ...unmapped(read, notIn(added.flatMap(leavesOf)), where),
    ...added
      .flatMap(leavesOf)
      .filter((leaf) => leaf.segment.use.key !== 'lineControlNumber' && isNew(leaf))
      .map((leaf) => assumed(leaf, originOf(places.get(leaf.segment.place), where))),
  ];
}

function isSame(left: unknown, right: unknown): boolean {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return left === right;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => isSame(Reflect.get(left, key), Reflect.get(right, key)));
}

function unmapped(segments: readonly ClaimSegment[], isLost: (leaf: Leaf) => boolean, where: Where): Issue[] {
  return segments.flatMap((segment) => {
    const leaves = leavesOf(segment);
    const lost = leaves.filter(isLost);
    if (lost.length === 0) return [];
    const origin = originOf(segment.value, where);
    return lost.length === leaves.length
      ? [lostSegment(segment, origin)]
      : lost.map((leaf) => lostElement(leaf, origin));
  });
}

function originOf(segment: object | undefined, { places, origin }: Where): Origin {
  const place = segment === undefined ? undefined : places.get(segment);
  return place === undefined ? origin : { ...origin, segment: place.ordinal, offset: place.offset };
}

function lostSegment({ loop, use }: ClaimSegment, origin: Origin): Issue {
  const message = `${use.label}: a claim object has no field for it`;
  return issue('claim-unmapped', { message, loop: loop.id, segmentId: use.shape.id, origin });
}

function lostElement(leaf: Leaf, origin: Origin): Issue {
  const { loop, use } = leaf.segment;
  const element = elementOf(leaf);
  return issue('claim-unmapped', {
    message: `${use.label}: a claim object has no field for ${element?.field.label ?? 'an element of it'} as it is here`,
    loop: loop.id,
    segmentId: use.shape.id,
    origin,
    ...(element === undefined ? {} : { element: element.ref, found: foundText(element.field, String(leaf.text)) }),
  });
}

/** Of what is written and was not read: a default of the claim object. */
function assumed(leaf: Leaf, origin: Origin): Issue {
  const { loop, use } = leaf.segment;
  const element = elementOf(leaf);
  const text = String(leaf.text);
  // A masked text says nothing.
  const shown = element !== undefined && foundText(element.field, text) === text ? ` ${text}` : '';
  return issue('claim-assumed', {
    message: `${use.label}: the claim object says ${element?.field.label ?? 'something'}${shown}, the file nothing`,
    loop: loop.id,
    segmentId: use.shape.id,
    ...(element === undefined ? {} : { element: element.ref }),
    origin,
  });
}

/** Whether what was read stands nowhere in the claim's JSON. Codes of the guide are words there: of them nothing is said. */
function absentFrom(json: unknown): (leaf: Leaf) => boolean {
  const held = textsIn(json).map(([, text]) => plain(text));
  return (leaf) => {
    if (elementOf(leaf)?.codes !== undefined) return false;
    // The days of a period stand apart there; a bill type holds two elements.
    const parts = String(leaf.text).split('/').map(plain);
    return !parts.every((part) => held.some((text) => text.includes(part)));
  };
}

/** Whether a text is not, or not as often, among others. */
function notIn(others: readonly Leaf[]): (leaf: Leaf) => boolean {
  const counts = new Map<string, number>();
  for (const leaf of others) counts.set(keyOf(leaf), (counts.get(keyOf(leaf)) ?? 0) + 1);
  return (leaf) => {
    const key = keyOf(leaf);
    const left = counts.get(key) ?? 0;
    // Adjustments of one group are written in one CAS, however many they were read from.
    const isShared = leaf.segment.use.shape.id === 'CAS' && leaf.within[0] === 'group';
    if (!isShared) counts.set(key, left - 1);
    return left <= 0;
  };
}

/** Rows may have moved, and texts lose what schemas drop: blanks, hyphens, points and zeros in front. */
function keyOf({ segment, within, text }: Leaf): string {
  return [segment.name, ...within.filter((step) => typeof step === 'string'), plain(text)].join('/');
}

const plain = (value: unknown): string =>
  String(value)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/^0+/, '');
