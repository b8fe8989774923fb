/** Where in a guide a segment belongs, given the loops that are open. */
import { packText } from './bytes.ts';
import { decoderOf } from './compile.ts';
import { compileStep, formOf, type LoopForm, type Step, type Way } from './compile-loop.ts';
import type { Delimiters } from './delimiters.ts';
import type { Guide, Item, LoopUse, Qualifier, SegmentUse } from './grammar.ts';
import { tagOf } from './scanned-segment.ts';

/**
 * The use of a segment: `depth` is the open loop it belongs to (0 the set), `opens` the loop it begins there, `implied` the
 * loops between whose own opening segment is missing in the file, outermost first.
 */
export type Target = {
  depth: number;
  use: SegmentUse;
  opens: LoopUse | undefined;
  implied: readonly LoopUse[];
  /** It belongs to the innermost open loop, opens none and is no HL. */
  inside: boolean;
};

/** A loop at its place in the tree, with what is known of where segments lead from there. Shared by all sets of a guide. */
export type LoopPlan = {
  loop: LoopUse;
  parent: LoopPlan | undefined;
  depth: number;
  children: Map<LoopUse, LoopPlan>;
  required: readonly Item[];
  /** The uses that segment ids may mean here, of ids that were met. */
  routes: Map<string, readonly Target[]>;
  /** Where segments went from here: the ways that the step knows. */
  met: Set<Target>;
  step: Step<Target>;
  form: LoopForm;
};

const plans = new WeakMap<Guide, LoopPlan>();

/** The plan of a guide's set; made once. */
export function planOf(guide: Guide): LoopPlan {
  const known = plans.get(guide);
  if (known !== undefined) return known;
  const made = newPlan(guide.root, undefined);
  plans.set(guide, made);
  return made;
}

function newPlan(loop: LoopUse, parent: LoopPlan | undefined): LoopPlan {
  return {
    loop,
    parent,
    depth: parent === undefined ? 0 : parent.depth + 1,
    children: new Map(),
    required: loop.items.filter(({ usage }) => usage === 'R'),
    routes: new Map(),
    met: new Set(),
    step: () => undefined,
    form: formOf(loop),
  };
}

/** The plan of a loop opened in another. */
export function childPlan(plan: LoopPlan, loop: LoopUse): LoopPlan {
  const known = plan.children.get(loop);
  if (known !== undefined) return known;
  const made = newPlan(loop, plan);
  plan.children.set(loop, made);
  return made;
}

/** Where a segment belongs, by remembered routes; the same as findTarget. */
export function routeTarget(plan: LoopPlan, elements: readonly string[], delimiters: Delimiters): Target | undefined {
  const [id = ''] = elements;
  const targets = plan.routes.get(id) ?? targetsOf(plan, id);
  // Ids unknown to the guide are not remembered: a hostile file must not fill the memory.
  if (targets.length > 0) plan.routes.set(id, targets);
  return targets.find(({ use }) => fits(use, elements, delimiters));
}

/** Makes the step of a loop know where a segment went. */
export function learnWay(plan: LoopPlan, target: Target): void {
  const { loop, met, routes } = plan;
  if (met.has(target)) return;
  met.add(target);
  plan.step = compileStep(
    loop,
    [...routes].flatMap(([id, targets]) => waysOf(tagOf(id), targets, met)),
  );
}

/** The ways of a tag to what was met, where a step can tell them apart: by nothing, or all by one and the same element. */
function waysOf(tag: number, targets: readonly Target[], met: ReadonlySet<Target>): Way<Target>[] {
  const [selecting] = targets[0]?.use.qualifiers ?? [];
  const { at = 0, part } = selecting ?? {};
  const isSame = (one: Qualifier | undefined) => one?.at === at && one.part === part && (part ?? 1) === 1;
  const simple = targets.every(({ use }) => use.qualifiers.length === 1 && isSame(use.qualifiers[0]));
  if (tag === 0 || (at !== 0 && !simple)) return [];
  const taken = new Set<number>();
  // Without a qualifier the first takes all.
  return (at === 0 ? targets.slice(0, 1) : targets).flatMap((target) => {
    const codes = packedCodes(target).filter((code) => !taken.has(code));
    for (const code of codes) taken.add(code);
    if (!met.has(target) || (at !== 0 && codes.length === 0)) return [];
    const { use, inside } = target;
    return [
      { tag, at, first: part !== undefined, codes, use, decoder: decoderOf(use), target: inside ? undefined : target },
    ];
  });
}

/** Codes of up to four characters, packed. */
function packedCodes({ use }: Target): number[] {
  const codes = [...(use.qualifiers[0]?.codes ?? [])];
  return codes.filter(({ length }) => length <= 4).map(packText);
}

/** Where a segment belongs, straight from the declaration. */
export function findTarget(plan: LoopPlan, elements: readonly string[], delimiters: Delimiters): Target | undefined {
  return targetsOf(plan, elements[0] ?? '').find(({ use }) => fits(use, elements, delimiters));
}

/** Whether a segment's qualifying elements hold codes of a use; of a repeated element the first counts. */
export function fits(use: SegmentUse, elements: readonly string[], { component, repetition }: Delimiters): boolean {
  return use.qualifiers.every(({ at, part, codes }) => {
    const whole = elements[at] ?? '';
    const text = repetition === '' ? whole : whole.split(repetition, 1)[0]!;
    return codes.has((part === undefined ? text : (text.split(component)[part - 1] ?? '')).trimEnd());
  });
}

/**
 * The uses a segment id may mean here, best first: innermost loop first; in an enclosing loop only at or after the place of
 * the loop being left; last, loops whose own opening segment is missing.
 */
export function targetsOf(plan: LoopPlan, id: string): Target[] {
  const found: Target[] = [];
  let from = 0;
  for (let at: LoopPlan | undefined = plan; at !== undefined; at = at.parent) {
    addTargets(found, at, from, id);
    from = at.loop.place;
  }
  let left: LoopUse | undefined;
  for (let at: LoopPlan | undefined = plan; at !== undefined; at = at.parent) {
    addImplied(found, at.depth, at.loop, id, [], left);
    left = at.loop;
  }
  for (const target of found)
    target.inside = target.depth === plan.depth && target.opens === undefined && target.use.shape.id !== 'HL';
  return found;
}

function newTarget(depth: number, use: SegmentUse, opens: LoopUse | undefined, implied: readonly LoopUse[]): Target {
  return { depth, use, opens, implied, inside: false };
}

function addTargets(found: Target[], { loop, depth }: LoopPlan, from: number, id: string): void {
  for (const item of loop.items) {
    if (item.place < from) continue;
    if (item.kind === 'loop') {
      const opener = item.items[0];
      if (opener?.kind === 'segment' && opener.shape.id === id) found.push(newTarget(depth, opener, item, []));
      continue;
    }
    // The opening segment of a loop starts a new instance; it never repeats inside.
    if (depth > 0 && item.index === 0 && item.max === 1) continue;
    if (item.shape.id === id) found.push(newTarget(depth, item, undefined, []));
  }
}

const IMPLIED_LEVELS = 3;

/**
 * A claim whose HL or LX was left out: its loop is entered without the missing opening segment, which is then reported, so
 * that the claim is read and not lost. Only loops that no qualifier could confuse are entered so, and a record is never made
 * up around what lies in it. Nor is the loop being left made up once more: a drug after the adjudication of its service line
 * stands too late, and is no further line.
 */
function addImplied(
  found: Target[],
  depth: number,
  loop: LoopUse,
  id: string,
  implied: readonly LoopUse[],
  left?: LoopUse,
): void {
  for (const child of loop.items) {
    if (child.kind !== 'loop' || child === left) continue;
    const opener = child.items[0];
    if (implied.length > 0 && opener?.kind === 'segment' && opener.shape.id === id && opener.qualifiers.length === 0) {
      found.push(newTarget(depth, opener, child, implied));
    }
    if (implied.length < IMPLIED_LEVELS && !child.record) addImplied(found, depth, child, id, [...implied, child]);
  }
}
