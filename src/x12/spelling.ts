/**
 * How a set stood where it was read, beside its value: values hold meaning, and `100` and `100.00` mean the same. With it the
 * emitter writes what did not change as it was spelled, and in the order in which it came.
 */
import type { Item, LoopUse } from './grammar.ts';
import type { Places } from './places.ts';
import type { Value } from './segment-values.ts';
import type { Segment } from './tokenizer.ts';

/** Where a part of the value stood: its ordinal (of a loop, that of its first segment; ST = 1), and the loop that held it. */
export type SpelledPart = {
  ordinal: number;
  parent: object;
  /** Among those under its key, from 0. */
  index: number;
  /** Of a level (HL): whether levels stood below it. */
  below: boolean;
};

/** A set as it was read. `strays` are ordinals of segments that the value does not hold. */
export type Spelling = {
  segments: readonly Segment[];
  parts: ReadonlyMap<object, SpelledPart>;
  strays: ReadonlySet<number>;
};

/** The spelling of a set that was just read: its segments ST to SE, and where the parts of its value stand. */
export function spellingOf(root: LoopUse, value: object, segments: readonly Segment[], places: Places): Spelling {
  const parts = new Map<object, SpelledPart>();
  const strays = new Set(segments.keys());
  // By index here, by ordinal outside: ST and SE are no parts of the value.
  strays.delete(0);
  if (segments.at(-1)?.elements[0] === 'SE') strays.delete(segments.length - 1);
  note(root, value as Value, places, parts);
  for (const { ordinal } of parts.values()) strays.delete(ordinal - 1);
  return { segments, parts, strays: new Set([...strays].map((index) => index + 1)) };
}

function note(loop: LoopUse, value: Value, places: Places, parts: Map<object, SpelledPart>): void {
  for (const item of loop.items) {
    for (const [index, instance] of instancesOf(value, item).entries()) {
      const place = places.get(instance);
      if (place === undefined) continue;
      const below = item.kind === 'loop' && hasLevels(item, instance);
      parts.set(instance, { ordinal: place.ordinal, parent: value, index, below });
      if (item.kind === 'loop') note(item, instance, places, parts);
    }
  }
}

/** What a loop's value holds of an item, as a list. */
export function instancesOf(value: Value, item: Item): readonly Value[] {
  return listOf(value[item.key]);
}

/** What is given under a key, as a list. */
export function listOf(given: unknown): readonly Value[] {
  if (Array.isArray(given)) return given as Value[];
  return given === undefined || given === null ? [] : [given as Value];
}

/** Whether a loop is a hierarchical level: it opens with HL. */
export function isLevel(loop: LoopUse): boolean {
  const opener = loop.items[0];
  return opener?.kind === 'segment' && opener.shape.id === 'HL';
}

/** Whether a loop's value holds levels below it. */
export function hasLevels(loop: LoopUse, value: Value): boolean {
  return loop.items.some((item) => item.kind === 'loop' && isLevel(item) && instancesOf(value, item).length > 0);
}

/** One instance of an item in a loop's value; `index` counts among those under its key. */
export type Instance = { item: Item; value: Value; index: number };

/**
 * The instances of a loop in the order to write them: those that were read together keep the order in which they came; what
 * is new, or came from elsewhere, stands where the guide puts it, and a list that was put into another order stays so.
 */
export function arrange(instances: readonly Instance[], spelling: Spelling): readonly Instance[] {
  const ordinals = homeOrdinals(instances, spelling);
  const known = instances.filter((one) => ordinals.has(one));
  const arranged = known.sort((left, right) => ordinals.get(left)! - ordinals.get(right)!);
  let before: Instance | undefined;
  for (const one of instances) {
    if (!ordinals.has(one)) arranged.splice(placeOf(one, before, arranged), 0, one);
    before = one;
  }
  return arranged;
}

function placeOf(one: Instance, before: Instance | undefined, arranged: readonly Instance[]): number {
  if (before?.item === one.item) return arranged.indexOf(before) + 1;
  return arranged.findLastIndex(({ item }) => item.index < one.item.index) + 1;
}

/** Ordinals of the instances that stood in one loop, without the lists that are no longer in that order. */
function homeOrdinals(instances: readonly Instance[], { parts }: Spelling): Map<Instance, number> {
  const ordinals = new Map<Instance, number>();
  const moved = new Set<Item>();
  const last = new Map<Item, number>();
  let home: object | undefined;
  for (const one of instances) {
    const part = parts.get(one.value);
    home ??= part?.parent;
    if (part === undefined || part.parent !== home) continue;
    if (part.ordinal <= (last.get(one.item) ?? 0)) moved.add(one.item);
    last.set(one.item, part.ordinal);
    ordinals.set(one, part.ordinal);
  }
  for (const one of instances) if (moved.has(one.item)) ordinals.delete(one);
  return ordinals;
}

/** Whether two values mean the same: keys that hold nothing count as absent. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right)) return sameList(left, right);
  const [one, other] = [left as Value, right as Value];
  for (const key in one) if (!sameValue(one[key], other[key])) return false;
  for (const key in other) if (other[key] !== undefined && one[key] === undefined) return false;
  return true;
}

function sameList(left: unknown, right: unknown): boolean {
  if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
  return left.every((one, index) => sameValue(one, right[index]));
}
