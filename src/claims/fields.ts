/** From a place in the value of an 837 set to the field of the claim that stands there, as a JSON pointer. */
import type { ClaimKind } from '../../schemas/claim.ts';
import type { Issue } from '../issue.ts';
import type { ElementUse, Layout, LoopUse, SegmentUse } from '../x12/grammar.ts';
import type { Places } from '../x12/places.ts';
import { KINDS } from './kinds.ts';
import { LEVELS } from './maps/hierarchy.ts';
import { pointerOf } from './maps/mapping.ts';

type Path = readonly (string | number)[];

/** The field of a finding of the writer, which names the path of the segment and the element. */
export function fieldAt(kind: ClaimKind, { path = '', element }: Issue): string {
  const steps = [...path.matchAll(/[^.[\]]+/g)].map(([step]) => (/^\d+$/.test(step) ? Number(step) : step));
  const use = useAt(KINDS[kind].guide.root, steps);
  return fieldOf(kind, steps, use, element);
}

/** A function from a value inside a set's value, and an element of it, to the field of the claim. */
export function fieldFinder(
  kind: ClaimKind,
  set: object,
  places: Places,
): (at: object | undefined, element: string | undefined, missing?: string) => string {
  let paths: Map<object, Path> | undefined;
  return (at, element, missing) => {
    if (at === undefined) return '';
    paths ??= pathsIn(set);
    const path = missing === undefined ? (paths.get(at) ?? []) : [...(paths.get(at) ?? []), missing];
    const use = places.get(at)?.use ?? useAt(KINDS[kind].guide.root, path);
    return fieldOf(kind, path, use, element);
  };
}

/** The path of every object in a value. */
function pathsIn(root: object): Map<object, Path> {
  const found = new Map<object, Path>();
  const visit = (value: object, path: Path): void => {
    found.set(value, path);
    for (const [key, inner] of Object.entries(value))
      if (typeof inner === 'object' && inner !== null)
        visit(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  visit(root, []);
  return found;
}

/** The field of a claim at a path from the set on, where this segment stands, or this element of it. */
export function fieldOf(kind: ClaimKind, path: Path, use: SegmentUse | undefined, element?: string): string {
  return pointerIn(kind, use === undefined ? path : [...path, ...keysOf(use, element)]);
}

/** Whether a key of a set's value leads from a level of the hierarchy to the next. */
export function isLevel(key: string): boolean {
  return STEPS.has(key);
}

const STEPS: ReadonlySet<unknown> = new Set(['billingProviders', 'subscribers', 'patients', 'claims']);

/** The pointer of a path from the set on: through billing provider, subscriber and patient to the claim. */
function pointerIn(kind: ClaimKind, path: Path): string {
  let rest = path;
  let level: string | number | undefined;
  while (STEPS.has(rest[0])) {
    level = rest[0];
    rest = rest.slice(typeof rest[1] === 'number' ? 2 : 1);
  }
  switch (level) {
    case 'billingProviders':
      return pointerOf(LEVELS[kind].billing, rest);
    case 'subscribers':
      return pointerOf(LEVELS[kind].subscriber, rest);
    case 'patients':
      return `/dependent${pointerOf(LEVELS[kind].patient, rest)}`;
    case 'claims':
      return pointerOf(KINDS[kind].map, rest);
    default:
      return '';
  }
}

/** The use of the segment at a path. */
function useAt(loop: LoopUse, [key, ...rest]: Path): SegmentUse | undefined {
  const item = loop.items.find((one) => one.key === key);
  if (item?.kind !== 'loop') return item;
  return useAt(item, typeof rest[0] === 'number' ? rest.slice(1) : rest);
}

/** The keys under which an element (`CLM05-01`) stands in its segment's value. */
function keysOf({ layout }: SegmentUse, element: string | undefined): Path {
  return element === undefined ? [] : (keysIn(layout, element) ?? []);
}

function keysIn({ slots }: Layout, ref: string): Path | undefined {
  for (const slot of slots) {
    const found = slot.kind === 'one' ? keysAt([slot.element], ref, [slot.key], true) : undefined;
    if (found !== undefined) return found;
    if (slot.kind === 'one') continue;
    for (const [row, elements] of slot.rows.entries()) {
      const inRow = keysAt(elements, ref, [slot.key, row], slot.plain);
      if (inRow !== undefined) return inRow;
    }
  }
  return undefined;
}

/** `plain`: the elements stand for the whole of what is at `path`, not under keys of their own. */
function keysAt(elements: readonly ElementUse[], ref: string, path: Path, plain: boolean): Path | undefined {
  for (const element of elements) {
    const here = plain ? path : [...path, element.field.key];
    if (element.ref === ref) return here;
    const below = element.layout === undefined ? undefined : keysIn(element.layout, ref);
    if (below !== undefined) return [...here, ...below];
  }
  return undefined;
}
