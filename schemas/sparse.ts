/** Objects that may have many fields and have few. */
import { z } from 'zod';

/** Sets of fields that are remembered; claims of one origin come in a few. */
const MOST = 256;

/**
 * The same schema, made to look only at the fields that an object has and at those that mean something when they are
 * absent. Objects with other keys go through the whole of it, as do those that are none. To be applied last, since what is
 * derived from a schema begins anew.
 */
export function sparse<S extends z.ZodObject>(whole: S): S {
  const { shape } = whole;
  const fields = Object.keys(shape);
  const always = new Set(fields.filter((name) => !meansNothing(shape[name]!)));
  const known = new Map<string, z.ZodObject>();
  const runWhole = whole._zod.run;
  const partOf = (value: unknown): z.ZodObject | undefined => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const present = Object.keys(value);
    const key = present.join();
    const part = known.get(key);
    if (part !== undefined || known.size >= MOST || !present.every((name) => Object.hasOwn(shape, name))) return part;
    const kept = fields.filter((name) => always.has(name) || present.includes(name));
    const made = z.clone(whole, {
      ...whole._zod.def,
      shape: Object.fromEntries(kept.map((name) => [name, shape[name]!])),
    });
    known.set(key, made);
    return made;
  };
  whole._zod.run = (payload, context) => {
    const part = partOf(payload.value);
    return part === undefined ? runWhole(payload, context) : part._zod.run(payload, context);
  };
  return whole;
}

/** Whether a field that is absent is neither missed nor filled in. */
function meansNothing(field: z.core.$ZodType): boolean {
  const { success, data } = z.safeParse(field, undefined);
  return success && data === undefined;
}
