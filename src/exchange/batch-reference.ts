/** The number of a batch that we send (BHT03): made of the partner and ISA13, so that an answer that repeats it leads back to its set. */
import { formatIsa13, formatSt02 } from '../x12/envelope.ts';

/** The beginning of BHT03 for every set of one interchange; the writer adds the set's ordinal. */
export function batchReference(partnerId: string, isa13: number): string {
  return `${prefixOf(partnerId)}${formatIsa13(isa13)}`;
}

/** The interchange and the set of a partner's batch by its BHT03; undefined for a reference that is none of ours. */
export function sentBatch(partnerId: string, reference: string): { isa13: string; st02: string } | undefined {
  const prefix = prefixOf(partnerId);
  if (!reference.startsWith(prefix)) return undefined;
  const [, isa13, ordinal] = /^(\d{9})-(\d{1,9})$/.exec(reference.slice(prefix.length)) ?? [];
  if (isa13 === undefined || ordinal === undefined) return undefined;
  return { isa13, st02: formatSt02(Number(ordinal)) };
}

/** BHT03 has room for 30 characters. */
function prefixOf(partnerId: string): string {
  return partnerId.toUpperCase().slice(0, 12);
}
