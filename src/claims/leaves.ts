/** The texts in the loops that carry a claim, each with the segment and the element that it stands in. */
import type { ClaimKind } from '../../schemas/claim.ts';
import type { ElementUse, Layout, LoopUse, SegmentUse } from '../x12/grammar.ts';
import { KINDS } from './kinds.ts';
import type { LoopsRead } from './to-837.ts';

type Path = readonly (string | number)[];
type Level = 'provider' | 'subscriber' | 'patient' | 'claim';

/** A text: the keys that lead to its segment in the loops of a level, and those that lead to it `within` the segment. */
export type Leaf = {
  level: Level;
  loop: LoopUse;
  use: SegmentUse;
  segment: object;
  path: Path;
  within: Path;
  value: unknown;
};

const LEVEL_NAMES: readonly Level[] = ['provider', 'subscriber', 'patient', 'claim'];

/** The texts of the levels and the claim, without HL and LX: numbers that the writer gives anew. */
export function leavesOf(kind: ClaimKind, loops: LoopsRead): Leaf[] {
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
export function textsIn(value: unknown, path: Path = []): [Path, unknown][] {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** The element that a text stands in. */
export function elementOf({ use, within }: Leaf): ElementUse | undefined {
  return elementAt(use.layout, within);
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
