/**
 * Source of what is done at every segment of an open loop, generated from the ways that its segments were seen to go: a switch
 * on the tag and on what qualifies it, the segment's decoder, its value put into the loop's. At the first doubt, order and
 * number included, nothing has happened, and the segment is placed by the declaration.
 */
import type { FastDecoder, SegmentView } from './compile.ts';
import type { Item, LoopUse, SegmentUse } from './grammar.ts';
import type { Value } from './segment-values.ts';

/** A loop that is being read: its value, occurrences by item index, and the place of the last item. */
export type OpenLoop = {
  value: Value;
  counts: Int32Array;
  place: number;
  /** Index of the item that a step put there last. */
  last: number;
  /** The value of a segment that leads out of the loop, when a step gives back where it belongs. */
  ready: Value | undefined;
};

/** What a loop's values are made of. */
export type LoopForm = {
  /** The items that were met, by their index. */
  known: boolean[];
  /**
   * A value with the keys of all that was met in place, so that the values of a loop have one shape; `opener` is its first
   * segment's. The counts of all that was met become 0.
   */
  make: (opener: Value | undefined, counts: Int32Array) => Value;
  /** Puts the value of a loop that was closed into that of the loop around it. */
  attach: (into: Value, value: Value) => void;
};

/** One way that segments of a tag can go; codes have up to four characters. */
export type Way<T> = {
  tag: number;
  /** The element whose packed text tells this way from others of the tag (`first`: of its first component); 0: none. */
  at: number;
  first: boolean;
  codes: readonly number[];
  use: SegmentUse;
  decoder: FastDecoder;
  /** Where the segment belongs, to be given back; undefined when it stays in the loop. */
  target: T | undefined;
};

/** Reads a segment into the loop (true), or gives back where it belongs; undefined at any doubt. */
export type Step<T> = (segment: SegmentView & { tag: number }, loop: OpenLoop) => T | true | undefined;

/** The form of a loop's values before any were met. */
export function formOf(loop: LoopUse): LoopForm {
  const known = loop.items.map((_, index) => index === 0);
  const attach = attachSource(`into[${JSON.stringify(loop.key)}]`, loop.max, 'value');
  return {
    known,
    make: compileMake(loop, known),
    attach: new Function('into', 'value', attach) as LoopForm['attach'],
  };
}

/** Makes values of a loop ready for an item that was met: most loops declare far more than a file holds. */
export function growForm(form: LoopForm, loop: LoopUse, { index }: Item): void {
  if (form.known[index]) return;
  form.known[index] = true;
  form.make = compileMake(loop, form.known);
}

function compileMake({ items }: LoopUse, known: readonly boolean[]): LoopForm['make'] {
  const met = items.filter((_, index) => known[index]);
  const counts = met.map(({ index }) => `counts[${index}]=0;`);
  const slots = met.map((item) => `${JSON.stringify(item.key)}:${item.index === 0 ? openerSource(item) : 'undefined'}`);
  return new Function('opener', 'counts', `${counts.join('')}return {${slots.join(',')}}`) as LoopForm['make'];
}

function openerSource(opener: Item): string {
  // An HL's numbers and its loop say all that it holds.
  if (opener.kind === 'loop' || opener.shape.id === 'HL') return 'undefined';
  return opener.max === 1 ? 'opener' : 'opener===undefined?undefined:[opener]';
}

/** Puts a value under its key: where it may occur once the first stays, else they are listed. */
function attachSource(slot: string, max: number, value: string): string {
  if (max === 1) return `if(${slot}===undefined)${slot}=${value};`;
  return `const L=${slot};if(L===undefined)${slot}=[${value}];else L.push(${value});`;
}

/** The step of a loop, for the ways known. Ways of one tag agree on what tells them apart. */
export function compileStep<T>(loop: LoopUse, ways: readonly Way<T>[]): Step<T> {
  const tags = new Set(ways.map(({ tag }) => tag));
  const cases = [...tags].map((tag) => {
    const same = ways.flatMap((way, index) => (way.tag === tag ? [{ way, index }] : []));
    return `case ${tag}:{${tagSource(same)}}`;
  });
  const source = [
    '"use strict";',
    ...ways.map((_, index) => `const d${index}=ways[${index}].decoder,t${index}=ways[${index}].target;`),
    `return function step${loop.id}(segment,loop){switch(segment.tag){`,
    ...cases,
    'default:return undefined;}}',
  ].join('\n');
  return (new Function('ways', source) as (ways: readonly Way<T>[]) => Step<T>)(ways);
}

type Numbered<T> = { way: Way<T>; index: number };

function tagSource<T>(ways: readonly Numbered<T>[]): string {
  const { at, first } = ways[0]!.way;
  if (at === 0) return waySource(ways[0]!);
  const end = first ? `let e=s;while(e<z&&B[e]!==segment.component)e++;` : 'const e=z;';
  return [
    `if(segment.count<${at})return undefined;`,
    `const B=segment.bytes,E=segment.ends,s=E[${at}],z=E[${at + 1}]-1;${end}`,
    'let k=0;if(e-s<=4)for(let i=s;i<e;i++)k=(k<<8)|B[i];',
    'switch(k){',
    ...ways.map((one) => `${one.way.codes.map((code) => `case ${code}:`).join('')}{${waySource(one)}}`),
    'default:return undefined;}',
  ].join('\n');
}

function waySource<T>({ way, index }: Numbered<T>): string {
  const { use, target } = way;
  const decode = `const o=d${index}(segment);`;
  if (target !== undefined) return `${decode}loop.ready=o;return t${index};`;
  const most = Number.isFinite(use.max) ? `N[${use.index}]>=${use.max}||` : '';
  return [
    `const N=loop.counts;if(${most}loop.place>${use.place})return undefined;`,
    `${decode}if(o===undefined)return undefined;`,
    `N[${use.index}]++;loop.place=${use.place};loop.last=${use.index};`,
    `const V=loop.value;${attachSource(`V[${JSON.stringify(use.key)}]`, use.max, 'o')}return true;`,
  ].join('');
}
