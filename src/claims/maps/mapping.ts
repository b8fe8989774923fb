/**
 * Two-way maps between the claim object and the values of a guide, as data. A map has the shape of the guide's value; each
 * link in it names the field of the claim that stands there. Writing, reading back and the way from a place in the 837 to the
 * field (JSON pointer) all come from the one map.
 */

/** A part of the claim object: the claim, a line, another payer. */
export type Part = Readonly<Record<string, unknown>>;

/** A field's value to the element's, and back to what JSON holds; undefined is absent on both sides. */
export type Codec = { to(value: unknown): unknown; from(value: unknown): unknown };

/** How one element, segment or loop of the guide's value stands in the claim. Fields may be dotted (`accident.date`). */
export type Link<V = unknown> = LinkFacts & {
  /** Never present: carries the type of what stands there. */
  readonly holds?: V;
};

type LinkFacts =
  | { link: 'field'; field: string; codec: Codec }
  /** A constant that stands where anything else of its segment or loop stands, or only where the field stands. */
  | { link: 'fixed'; field?: undefined; value: string; beside?: string }
  | { link: 'part'; field: string; map: ObjectMap }
  | { link: 'each'; field: string; map: ObjectMap }
  /** What no simple correspondence says. `outer` is the part around the part at hand. */
  | {
      link: 'own';
      field: string;
      to(part: never, outer: never): unknown;
      from(value: never, outer: never): Part;
      places: OwnPlaces;
    };

/**
 * Where findings in a correspondence of its own belong: `keys` names the field for keys of the guide's value, from the same
 * part; `perSegment` says how many of a list one segment holds, so that the place in the list is known.
 */
export type OwnPlaces = { keys?: Readonly<Record<string, string>>; perSegment?: number };

/** A map without its type. */
export type ObjectMap = { readonly [key: string]: Link | ObjectMap };

/** A map of a guide's value: its keys, and what its links hold, are held to the guide by the compiler. */
export type MapOf<V> = { readonly [K in keyof V]?: Link<NonNullable<V[K]>> | Inner<NonNullable<V[K]>> | undefined };

type Inner<V> = V extends readonly unknown[] ? never : V extends object ? MapOf<V> : never;

/** A field as it is. */
export const SAME: Codec = { to: (value) => value, from: (value) => value };

/** A field as it is, or by its codec: the schema of the claim answers for its type. */
export const field = (name: string, codec: Codec = SAME): Link<never> => ({ link: 'field', field: name, codec });

/** A qualifier or another constant. */
export const is = <C extends string>(value: C): Link<C> => ({ link: 'fixed', value });

/** A constant that stands where the field does. */
export const beside = <C extends string>(name: string, value: C): Link<C> => ({ link: 'fixed', value, beside: name });

/** An object of the claim. */
export const part = <V>(name: string, map: MapOf<NoInfer<V>>): Link<V> => ({
  link: 'part',
  field: name,
  map: map as ObjectMap,
});

/** A list of objects of the claim. */
export const each = <V>(name: string, map: MapOf<NoInfer<V>>): Link<V[]> => ({
  link: 'each',
  field: name,
  map: map as ObjectMap,
});

/** What is read of a guide's value: a file may lack whatever the guide requires. */
export type Lax<V> = V extends string | number
  ? V
  : V extends readonly (infer E)[]
    ? readonly Lax<E>[]
    : V extends object
      ? { readonly [K in keyof V]?: Lax<V[K]> | undefined }
      : V;

/** A correspondence of its own; `name` is the field that findings are about, from the part at hand. */
export const own = <P, V, O = Part>(
  name: string,
  to: (part: P, outer: O) => V | undefined,
  from: (value: Lax<V>, outer: O) => Part = () => ({}),
  places: OwnPlaces = {},
): Link<V> => ({ link: 'own', field: name, to, from, places });

const listed = new WeakMap<ObjectMap, readonly (readonly [string, Link | ObjectMap])[]>();

/** What a map says of each key, in its order. */
export function linksOf(map: ObjectMap): readonly (readonly [string, Link | ObjectMap])[] {
  const known = listed.get(map);
  if (known !== undefined) return known;
  const made = Object.entries(map);
  listed.set(map, made);
  return made;
}

/** Whether an entry of a map is a link, and no map inside. */
export function isLink(entry: Link | ObjectMap): entry is Link {
  return typeof entry.link === 'string';
}

/** A constant, or a segment of constants only: it stands where anything else of its loop stands. */
export function isFixed(entry: Link | ObjectMap): boolean {
  if (isLink(entry)) return entry.link === 'fixed';
  return linksOf(entry).every(([, inner]) => isLink(inner) && inner.link === 'fixed' && inner.beside === undefined);
}

/** Reads what the map says of a guide's value, as the JSON of a claim's part: absent is absent, amounts are decimal. */
export function fromGuide<V>(
  map: MapOf<V>,
  value: Lax<NoInfer<V>> | undefined,
  outer: Part = {},
): Record<string, unknown> {
  const into: Record<string, unknown> = {};
  fill(map as ObjectMap, isObject(value) ? value : {}, into, outer);
  return into;
}

function fill(map: ObjectMap, value: Part, into: Record<string, unknown>, outer: Part): void {
  for (const [key, entry] of linksOf(map)) {
    const given = value[key];
    if (given === undefined || given === null) continue;
    if (isLink(entry)) unfollow(entry, given, into, outer);
    else if (isObject(given)) fill(entry, given, into, outer);
  }
}

function unfollow(entry: Link, given: unknown, into: Record<string, unknown>, outer: Part): void {
  switch (entry.link) {
    case 'fixed':
      break;
    case 'field':
      put(into, entry.field, entry.codec.from(given));
      break;
    case 'part':
      put(into, entry.field, readPart(entry, given, into));
      break;
    case 'each':
      put(
        into,
        entry.field,
        listOf(given).map((one) => readOne(entry.map, one, {}, into)),
      );
      break;
    case 'own':
      for (const [name, value] of Object.entries(entry.from(given as never, outer as never)))
        add(into, name, present(value));
  }
}

/** A part of the claim may stand at several places of the guide. */
function readPart({ field: name, map }: LinkFacts & { link: 'part' }, given: unknown, into: Record<string, unknown>) {
  const known = valueAt(into, name);
  const inner = readOne(map, isObject(given) ? given : {}, isObject(known) ? { ...known } : {}, into);
  return Object.keys(inner).length === 0 ? undefined : inner;
}

function readOne(map: ObjectMap, value: Part, one: Record<string, unknown>, outer: Part): Record<string, unknown> {
  fill(map, value, one, outer);
  return one;
}

/** The same without fields that are undefined, at any depth. */
function present(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(present);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, present(one)]])),
  );
}

function listOf(given: unknown): readonly Part[] {
  return Array.isArray(given) ? given.filter(isObject) : [];
}

/** Lists that come from several places are joined. */
function add(into: Record<string, unknown>, name: string, value: unknown): void {
  const known = valueAt(into, name);
  put(into, name, Array.isArray(known) && Array.isArray(value) ? [...known, ...value] : value);
}

type Path = readonly (string | number)[];

/** The JSON pointer of what stands at a path of the guide's value (`['serviceLines', 2, 'service', 'charge']`). */
export function pointerOf<V>(map: MapOf<V>, path: Path): string {
  return pointerBelow(map as ObjectMap, path, '');
}

function pointerBelow(map: ObjectMap, [key, ...rest]: Path, pointer: string): string {
  if (key === undefined) return join(pointer, firstField(map) ?? '');
  const entry = map[String(key)];
  if (entry === undefined) return pointer;
  if (!isLink(entry)) return pointerBelow(entry, rest, pointer);
  switch (entry.link) {
    case 'fixed':
      return join(pointer, entry.beside ?? firstField(map) ?? '');
    case 'field':
      return join(pointer, entry.field);
    case 'part':
      return pointerBelow(entry.map, rest, join(pointer, entry.field));
    case 'each': {
      const [index, ...below] = rest;
      const list = join(pointer, entry.field);
      return typeof index === 'number' ? pointerBelow(entry.map, below, `${list}/${index}`) : list;
    }
    case 'own':
      return pointerInto(entry, rest, pointer);
  }
}

/** Of a segment, the field that its qualifiers and its absence are about. */
function firstField(map: ObjectMap): string | undefined {
  const links = linksOf(map).flatMap(([, entry]) => (isLink(entry) ? [entry] : []));
  const isSegment =
    links.length === linksOf(map).length && !links.some(({ link }) => link === 'part' || link === 'each');
  return isSegment ? links.find(({ link }) => link === 'field')?.field : undefined;
}

function pointerInto({ field: name, places }: LinkFacts & { link: 'own' }, path: Path, pointer: string): string {
  const last = path.findLast((step) => typeof step === 'string');
  const named = last === undefined ? undefined : places.keys?.[last];
  if (named !== undefined) return join(pointer, named);
  const list = join(pointer, name);
  const [first, second] = path.filter((step) => typeof step === 'number');
  if (places.perSegment === undefined || first === undefined) return list;
  return `${list}/${second === undefined ? first : first * places.perSegment + second}`;
}

function join(pointer: string, name: string): string {
  return name === '' ? pointer : `${pointer}/${name.replaceAll('.', '/')}`;
}

function isObject(value: unknown): value is Part {
  return typeof value === 'object' && value !== null;
}

/** What stands under a field, dotted or not. */
export function valueAt(from: Part, name: string): unknown {
  if (!name.includes('.')) return from[name];
  let value: unknown = from;
  for (const step of name.split('.')) {
    if (!isObject(value)) return undefined;
    value = value[step];
  }
  return value;
}

function put(into: Record<string, unknown>, name: string, value: unknown): void {
  if (value === undefined) return;
  const steps = name.split('.');
  const last = steps.pop() ?? '';
  let at = into;
  for (const step of steps) {
    const inner = at[step];
    const next: Record<string, unknown> = isObject(inner) ? { ...inner } : {};
    at[step] = next;
    at = next;
  }
  at[last] = value;
}
