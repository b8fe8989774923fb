/**
 * Where a claim object differs from the loops it was read from. The claim is written again: what was read and is not written had
 * no field to stand in, and what is written and was not read is what the object says where it says nothing. Of a claim that cannot
 * be written yet it is asked whether its texts stand in the claim at all.
 */
import type { Claim, ClaimKind } from '../../schemas/claim.ts';
import { type Issue, issue, type Origin } from '../issue.ts';
import { foundText } from '../x12/codec.ts';
import type { Places } from '../x12/places.ts';
import { elementOf, type Leaf, leavesOf, textsIn } from './leaves.ts';
import { claimTo837, type LoopsRead } from './to-837.ts';

/** What was read, as loops and as a claim: its JSON and, where its form is sound, checked. */
export type ReadClaim = { kind: ClaimKind; loops: LoopsRead; json: unknown; checked: Claim | undefined };

type Where = { places: Places; origin: Origin };

/** A warning for each segment or element that the claim object has no field for, a note for each that it takes for granted. */
export function differencesIn(read: ReadClaim, where: Where): Issue[] {
  const { kind, loops, json, checked } = read;
  const given = leavesOf(kind, loops);
  if (checked === undefined) return unmapped(given, absentFrom(json), where);
  const written = leavesOf(kind, claimTo837(checked));
  return [...unmapped(given, notIn(written), where), ...assumed(written.filter(notIn(given)), given, where)];
}

function unmapped(given: readonly Leaf[], isLost: (leaf: Leaf) => boolean, where: Where): Issue[] {
  const bySegment = new Map<object, { all: Leaf[]; lost: Leaf[] }>();
  for (const leaf of given) {
    const found = bySegment.get(leaf.segment) ?? { all: [], lost: [] };
    bySegment.set(leaf.segment, found);
    found.all.push(leaf);
    if (isLost(leaf)) found.lost.push(leaf);
  }
  return [...bySegment].flatMap(([segment, { all, lost }]) => {
    const [first] = lost;
    if (first === undefined) return [];
    const origin = originOf(segment, where);
    return lost.length === all.length ? [lostSegment(first, origin)] : lost.map((leaf) => lostElement(leaf, origin));
  });
}

function originOf(segment: object | undefined, { places, origin }: Where): Origin {
  const place = segment === undefined ? undefined : places.get(segment);
  return place === undefined ? origin : { ...origin, segment: place.ordinal, offset: place.offset };
}

function lostSegment({ loop, use }: Leaf, origin: Origin): Issue {
  const message = `${use.label}: a claim object has no field for it`;
  return issue('claim-unmapped', { message, loop: loop.id, segmentId: use.shape.id, origin });
}

function lostElement(leaf: Leaf, origin: Origin): Issue {
  const { loop, use, value } = leaf;
  const element = elementOf(leaf);
  return issue('claim-unmapped', {
    message: `${use.label}: a claim object has no field for ${element?.field.label ?? 'an element of it'} as it is here`,
    loop: loop.id,
    segmentId: use.shape.id,
    origin,
    ...(element === undefined ? {} : { element: element.ref, found: foundText(element.field, String(value)) }),
  });
}

/** Of what is written and was not read; the numbers of lines, which are always given, aside. */
function assumed(added: readonly Leaf[], given: readonly Leaf[], where: Where): Issue[] {
  const segments = new Map(given.map((leaf) => [placeOf(leaf), leaf.segment]));
  return added
    .filter(({ use }) => use.key !== 'lineControlNumber')
    .map((leaf) => {
      const { loop, use, value } = leaf;
      const element = elementOf(leaf);
      const text = String(value);
      // A masked text says nothing.
      const shown = element !== undefined && foundText(element.field, text) === text ? ` ${text}` : '';
      const said = `${element?.field.label ?? 'something'}${shown}`;
      return issue('claim-assumed', {
        message: `${use.label}: the claim object says ${said}, the file nothing`,
        loop: loop.id,
        segmentId: use.shape.id,
        ...(element === undefined ? {} : { element: element.ref }),
        origin: originOf(segments.get(placeOf(leaf)), where),
      });
    });
}

const placeOf = ({ level, path }: Leaf): string => [level, ...path].join('/');

/** Whether what was read stands nowhere in the claim's JSON. Codes of the guide are words there: of them nothing is said. */
function absentFrom(json: unknown): (leaf: Leaf) => boolean {
  const held = textsIn(json).map(([, text]) => plain(text));
  return (leaf) => {
    if (elementOf(leaf)?.codes !== undefined) return false;
    // The days of a period stand apart there; a bill type holds two elements.
    const parts = String(leaf.value).split('/').map(plain);
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
    const isShared = leaf.use.shape.id === 'CAS' && leaf.within[0] === 'group';
    if (!isShared) counts.set(key, left - 1);
    return left <= 0;
  };
}

/** Rows may have moved, and texts lose what schemas drop: blanks, hyphens, points and zeros in front. */
function keyOf({ level, path, within, value }: Leaf): string {
  return [level, ...[...path, ...within].filter((step) => typeof step === 'string'), plain(value)].join('/');
}

const plain = (value: unknown): string =>
  String(value)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/^0+/, '');
