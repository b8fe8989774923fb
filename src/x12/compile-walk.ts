/**
 * The fast way from a loop's value to its segments: one function for each loop, generated from its declaration. It writes what
 * it can by compiled encoders, and hands on everything else: inner loops, computed segments, and what has a fault.
 */
import { compileEncoder, type FastEncoder, type Separators } from './compile-encoder.ts';
import type { Item, LoopUse } from './grammar.ts';
import type { Place, Places } from './places.ts';
import type { Value } from './segment-values.ts';

/** What is written, and where. */
export type WalkState = {
  /** 1 by the code of each character that may stand in data. */
  characters: Uint8Array;
  /** What ends a segment. */
  end: string;
  /** Ordinal of the last written segment, ST = 1. */
  ordinal: number;
  places?: Places | undefined;
  /** Takes the text of so many segments. */
  put(text: string, count: number): void;
  /** Writes all that a loop's value holds of an item. */
  item(loop: LoopUse, item: Item, given: unknown, value: Value): void;
  /** Writes one of several. */
  one(loop: LoopUse, item: Item, given: unknown, index: number): void;
};

/** Writes a loop's value; `opener` stands for the first item. */
export type LoopWalk = (value: Value, opener: Value | undefined, state: WalkState) => void;

/** Walks and encoders for files with the same separators. */
export type Walks = { separators: Separators; loops: WeakMap<LoopUse, LoopWalk> };

const known = new Map<string, Walks>();
/** Partners use few separators; many at once are a sign of something else. */
const MOST_KNOWN = 16;

/** The walks for these separators. */
export function walksFor({ element, component }: Separators): Walks {
  const key = element + component;
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const made: Walks = { separators: { element, component }, loops: new WeakMap() };
  known.set(key, made);
  return made;
}

/** The walk of a loop; made once. */
export function walkOf(walks: Walks, loop: LoopUse): LoopWalk {
  const made = walks.loops.get(loop) ?? compileWalk(walks.separators, loop);
  walks.loops.set(loop, made);
  return made;
}

function compileWalk(separators: Separators, loop: LoopUse): LoopWalk {
  const encoders = loop.items.map((item) =>
    item.kind === 'segment' && item.shape.id !== 'HL' ? compileEncoder(item, separators) : undefined,
  );
  const steps = loop.items.map((item, index) => stepSource(item, index, encoders[index] !== undefined));
  const source = [
    '"use strict";',
    ...encoders.map((encode, index) => (encode === undefined ? '' : `const e${index}=encoders[${index}];`)),
    'return function walk(value,opener,state){',
    'const items=loop.items,P=state.characters,end=state.end,places=state.places;',
    `let t='',c=0,g,s;`,
    ...steps,
    `${FLUSH}};`,
  ].join('\n');
  // The source comes from the declaration alone; nothing of a value is in it.
  const build = new Function('encoders', 'loop', 'place', source) as (
    encoders: readonly (FastEncoder | undefined)[],
    loop: LoopUse,
    place: (state: WalkState, index: number, written: number, given: object) => void,
  ) => LoopWalk;
  return build(encoders, loop, (state, index, written, given) => notePlace(loop, state, index, written, given));
}

function notePlace(loop: LoopUse, { places, ordinal }: WalkState, index: number, written: number, given: object): void {
  const use = loop.items[index];
  if (use?.kind !== 'segment') return;
  const place: Place = { loop, use, ordinal: ordinal + written };
  places?.set(given, place);
}

/** Hands on what is written so far: what follows may write too. */
const FLUSH = "if(c>0){state.ordinal+=c;state.put(t,c);t='';c=0;}";

/** Statements that write what the value holds of an item. */
function stepSource(item: Item, index: number, isFast: boolean): string {
  const given = `value[${JSON.stringify(item.key)}]`;
  const found = index === 0 ? `opener===undefined?${given}:opener` : given;
  const hand = `{${FLUSH}state.item(loop,items[${index}],g,value);}`;
  const required = item.usage === 'R';
  if (!isFast) {
    // An HL is computed: no value holds it.
    const always = required || item.kind === 'segment';
    return `g=${found};${always ? '' : 'if(g!==undefined&&g!==null)'}${hand}`;
  }
  const write = (one: string) => `t+=s+end;c++;if(places!==undefined)place(state,${index},c,${one});`;
  const many = [
    `if(Array.isArray(g)&&g.length>0${Number.isFinite(item.max) ? `&&g.length<=${item.max}` : ''}){`,
    'for(let at=0;at<g.length;at++){const one=g[at];',
    `s=one===undefined||one===null?undefined:e${index}(one,P);`,
    `if(s!==undefined){${write('one')}}else{${FLUSH}state.one(loop,items[${index}],one,at);}}}`,
    `else ${hand}`,
  ].join('');
  const single = `s=e${index}(g,P);if(s!==undefined){${write('g')}}else ${hand}`;
  return `g=${found};if(g!==undefined&&g!==null){${item.max === 1 ? single : many}}${required ? `else ${hand}` : ''}`;
}
