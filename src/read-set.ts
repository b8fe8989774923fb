/** The typed values of one guide's transaction sets: for those who want loops rather than records. */
import { WIRE } from './guides/index.ts';
import type { Issue } from './issue.ts';
import type { Guide } from './x12/grammar.ts';
import { createWireReader } from './x12/reader.ts';

/** The sets of a guide found in a source, whole with their records, and every issue of the source. */
export type ReadSet<V> = { sets: V[]; issues: Issue[] };

/**
 * Reads all sets of one guide; sets of other guides are passed over. Never throws for what the data holds.
 * @example
 * for (const { financial } of readSet(guide835, bytes).sets) console.log(formatCents(financial.amount));
 */
export function readSet<V>(guide: Guide<V>, source: string | Uint8Array): ReadSet<V> {
  const reader = createWireReader({ ...WIRE, keepRecords: true });
  const bytes = typeof source === 'string' ? Buffer.from(source) : source;
  const read: ReadSet<V> = { sets: [], issues: [] };
  for (const item of [...reader.push(bytes), ...reader.end()]) {
    if (item.kind === 'issue') read.issues.push(item.issue);
    else if (item.kind === 'set-end' && item.guide?.id === guide.id) read.sets.push(item.value as V);
  }
  return read;
}
