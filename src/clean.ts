/** The object without its undefined fields: in records, absent is absent. */
export function clean<T extends object>(value: T): T {
  const copy: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) if (one !== undefined) copy[key] = one;
  return copy as T;
}
