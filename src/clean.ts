/** Objects without their undefined fields: in records, absent is absent. */

/** A copy of an object without its undefined fields. */
export function clean<T extends object>(value: T): T {
  const copy: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) if (one !== undefined) copy[key] = one;
  return copy as T;
}

/** Objects cleaned the slow way before it pays to compile. */
const PATIENCE = 32;
/** Which fields are there is kept in an integer, a bit a field. */
const MOST_FIELDS = 32;
const MOST_FORMS = 100;

/**
 * A `clean` for the objects of one literal in the code, which all have the same fields in the same order, undefined or not.
 * Many times as fast for many objects: each combination of fields that are there gets a function with the literal for it.
 */
export function cleaner<T extends object>(): (value: T) => T {
  let met = 0;
  let compiled: ((value: T) => T) | undefined;
  return (value) => {
    if (compiled !== undefined) return compiled(value);
    if (++met === PATIENCE) compiled = compile<T>(Object.keys(value).map((key) => JSON.stringify(key)));
    return clean(value);
  };
}

/** The source is made of the fields' names, which stand in our code; nothing of a file's data is in it. */
function compile<T extends object>(keys: readonly string[]): (value: T) => T {
  if (keys.length > MOST_FIELDS) return clean;
  const bits = keys.map((key, at) => `(v[${key}]===undefined?0:${1 << at})`).join('|');
  const presence = new Function('v', `return ${bits}`) as (value: T) => number;
  const forms = new Map<number, (value: T) => T>();
  return (value) => {
    const mask = presence(value);
    const known = forms.get(mask);
    if (known !== undefined) return known(value);
    if (forms.size === MOST_FORMS) return clean(value);
    const fields = keys.filter((_, at) => (mask & (1 << at)) !== 0).map((key) => `${key}:v[${key}]`);
    forms.set(mask, new Function('v', `return {${fields.join(',')}}`) as (value: T) => T);
    return clean(value);
  };
}
