/**
 * The way out of a map: from a part of a claim to the guide's value. Each map is made into one function, generated from its
 * declaration, with every key of the value in place: values of one map have one shape, which keeps the emitter fast.
 */
import {
  type Codec,
  isFixed,
  isLink,
  type Link,
  linksOf,
  type MapOf,
  type ObjectMap,
  type Part,
  SAME,
} from './mapping.ts';

/** Writes a part of a claim as the guide's value; undefined when nothing of it stands in the claim. */
export function toGuide<V>(map: MapOf<V>, from: object, outer: object = {}): V | undefined {
  return writerOf(map as ObjectMap)(from as Part, outer as Part) as V | undefined;
}

type MapWriter = (from: Part, outer: Part) => Record<string, unknown> | undefined;
type Own = (part: Part, outer: Part) => unknown;

/** What generated code calls, by number. */
type Called = { codecs: Codec['to'][]; owns: Own[]; maps: MapWriter[]; next: number };

const writers = new WeakMap<ObjectMap, MapWriter>();

/** The function of a map; made once. */
function writerOf(map: ObjectMap): MapWriter {
  const known = writers.get(map);
  if (known !== undefined) return known;
  const made = compile(map);
  writers.set(map, made);
  return made;
}

function compile(map: ObjectMap): MapWriter {
  const called: Called = { codecs: [], owns: [], maps: [], next: 0 };
  const result = `v${called.next++}`;
  const body = objectSource(called, map, result);
  const list = (name: string, count: number) =>
    count === 0 ? '' : `const [${Array.from({ length: count }, (_, at) => name + at).join(',')}]=${name};`;
  const source = [
    '"use strict";',
    list('C', called.codecs.length) + list('O', called.owns.length) + list('M', called.maps.length),
    'function each(write,list,p){',
    'const made=new Array(list.length);for(let at=0;at<list.length;at++)made[at]=write(list[at],p)??{};return made;}',
    `return function write(p,o){${body}return ${result};};`,
  ].join('\n');
  // The source comes from the declaration alone; nothing of a claim is in it.
  const build = new Function('C', 'O', 'M', source) as (C: Codec['to'][], O: Own[], M: MapWriter[]) => MapWriter;
  return build(called.codecs, called.owns, called.maps);
}

/** Statements that put the value of a map into a variable. */
function objectSource(called: Called, map: ObjectMap, into: string): string {
  const slots = linksOf(map).map(([key, entry]) => {
    const name = `v${called.next++}`;
    const made = isLink(entry) ? linkSource(called, entry, name) : objectSource(called, entry, name);
    return { key, name, made, fixed: isFixed(entry), constants: !isLink(entry) && isFixed(entry) ? entry : undefined };
  });
  const held = slots.filter(({ fixed }) => !fixed).map(({ name }) => `${name}!==undefined`);
  const fields = slots.map(
    ({ key, name, constants }) =>
      `${JSON.stringify(key)}:${constants === undefined ? name : constantsSource(constants)}`,
  );
  return [
    ...slots.map(({ made, constants }) => (constants === undefined ? made : '')),
    `const ${into}=${held.length === 0 ? 'false' : held.join('||')}?{${fields.join(',')}}:undefined;`,
  ].join('\n');
}

/** A segment of constants only. */
function constantsSource(map: ObjectMap): string {
  const fields = linksOf(map).map(
    ([key, entry]) =>
      `${JSON.stringify(key)}:${isLink(entry) && entry.link === 'fixed' ? JSON.stringify(entry.value) : 'undefined'}`,
  );
  return `{${fields.join(',')}}`;
}

/** Statements that put what a link holds into a variable. */
function linkSource(called: Called, entry: Link, into: string): string {
  switch (entry.link) {
    case 'fixed': {
      const value = JSON.stringify(entry.value);
      return `const ${into}=${entry.beside === undefined ? value : `${given(entry.beside)}===undefined?undefined:${value}`};`;
    }
    case 'field': {
      if (entry.codec === SAME) return `const ${into}=${given(entry.field)};`;
      const codec = `C${called.codecs.push(entry.codec.to) - 1}`;
      return `let ${into}=${given(entry.field)};if(${into}!==undefined)${into}=${codec}(${into});`;
    }
    case 'part': {
      const write = `M${called.maps.push(writerOf(entry.map)) - 1}`;
      return `let ${into}=${given(entry.field)};${into}=typeof ${into}==='object'&&${into}!==null?${write}(${into},p):undefined;`;
    }
    case 'each': {
      const write = `M${called.maps.push(writerOf(entry.map)) - 1}`;
      return `let ${into}=${given(entry.field)};${into}=Array.isArray(${into})&&${into}.length>0?each(${write},${into},p):undefined;`;
    }
    case 'own':
      return `const ${into}=O${called.owns.push(entry.to as Own) - 1}(p,o);`;
  }
}

/** What stands under a field of the part, dotted or not. */
function given(name: string): string {
  const [first = '', ...rest] = name.split('.').map((step) => `[${JSON.stringify(step)}]`);
  return `p${first}${rest.map((step) => `?.${step}`).join('')}`;
}
