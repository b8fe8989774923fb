/** A file as nested loops with the segments of each, placed by our guides: what other libraries call their document. */
import { createWalk } from '../../src/view/walk.ts';
import { createTokenizer, type Segment } from '../../src/x12/tokenizer.ts';

/** A loop: an interchange (`ISA`), a group (`GS`), a set (`ST`) or a loop of a guide. Trailers stand in what they close. */
export type Loop = { id: string; segments: (readonly string[])[]; loops: Loop[]; component: string };

/** The file itself: its loops are the interchanges. */
export function loopTree(bytes: Uint8Array): Loop {
  const tokenizer = createTokenizer();
  const found = [...tokenizer.push(bytes), ...tokenizer.end()];
  const walk = createWalk();
  const root: Loop = newLoop('FILE', ':');
  const open: Loop[] = [root];
  for (const segment of found) if ('elements' in segment) place(open, segment, walk(segment));
  return root;
}

const LEVELS: readonly string[] = ['ISA', 'GS', 'ST'];
const TRAILERS: readonly string[] = ['IEA', 'GE', 'SE'];

const newLoop = (id: string, component: string): Loop => ({ id, segments: [], loops: [], component });

function place(open: Loop[], segment: Segment, step: ReturnType<ReturnType<typeof createWalk>>): void {
  const id = segment.elements[0] ?? '';
  const { component } = segment.delimiters;
  const level = LEVELS.indexOf(id);
  const trailer = TRAILERS.indexOf(id);
  if (level >= 0) {
    open.length = Math.min(open.length, level + 1);
    enter(open, id, component);
  } else if (trailer >= 0) open.length = Math.min(open.length, trailer + 2);
  else if (step.ordinal !== undefined) {
    open.length = Math.min(open.length, LEVELS.length + 1 + step.depth - step.opens.length);
    for (const loop of step.opens) enter(open, loop.id, component);
  }
  open.at(-1)!.segments.push(segment.elements);
}

function enter(open: Loop[], id: string, component: string): void {
  const loop = newLoop(id, component);
  open.at(-1)!.loops.push(loop);
  open.push(loop);
}

/** Every loop of an id inside another, at any depth, in order. */
export function loopsNamed(loop: Loop, id: string): Loop[] {
  return loop.loops.flatMap((inner) => [...(inner.id === id ? [inner] : []), ...loopsNamed(inner, id)]);
}

/** The segments of an id in a loop, without those of loops inside. */
export const segmentsNamed = (loop: Loop, id: string): (readonly string[])[] =>
  loop.segments.filter(([own]) => own === id);

/** An element by its reference (`NM103`) of the segment at hand; undefined where the segment ends before. */
export const elementOf = (segment: readonly string[] | undefined, reference: string): string | undefined =>
  segment?.[Number(reference.slice(-2))];
