/**
 * What a 999 calls a piece of business by (CTX): a claim by CLM01, a payment or a claim's status by TRN02. These numbers are
 * the sender's own and go back to the sender alone; without them nobody finds the claim that a segment belongs to.
 */
import type { Guide } from '../x12/grammar.ts';
import type { Value } from '../x12/segment-values.ts';
import type { SetRecord } from '../x12/set-reader.ts';

/** The segments (ST = 1) of a piece of business, and its number. */
export type BusinessUnit = { name: 'CLM01' | 'TRN02'; reference: string; from: number; to: number };

/** The unit that a record is: a claim (837), the status of a claim (276, 277). */
export function unitOfRecord(guide: Guide, { value, first, lastOrdinal }: SetRecord): BusinessUnit | undefined {
  const span = { from: first.ordinal, to: lastOrdinal };
  if (guide.set === '837') return unit('CLM01', textAt(value, 'claim', 'patientControlNumber'), span);
  return guide.set === '276' || guide.set === '277' ? unit('TRN02', textAt(value, 'trace', 'number'), span) : undefined;
}

/** The unit that a whole set is: a payment (835). */
export function unitOfSet(guide: Guide | undefined, value: Value, segments: number): BusinessUnit | undefined {
  return guide?.set === '835' ? unit('TRN02', textAt(value, 'trace', 'number'), { from: 1, to: segments }) : undefined;
}

function textAt(value: Value, segment: string, element: string): unknown {
  const found = value[segment];
  return typeof found === 'object' && found !== null ? (found as Value)[element] : undefined;
}

/** CTX01-02 has room for so many characters; half a number names nothing. */
const MAX_REFERENCE = 35;

function unit(name: BusinessUnit['name'], reference: unknown, span: { from: number; to: number }) {
  const usable = typeof reference === 'string' && reference !== '' && reference.length <= MAX_REFERENCE;
  return usable ? { name, reference, ...span } : undefined;
}
