/** What a file held, counted while it is read. */
import type { SummaryRecord } from '../schemas/records.ts';
import type { Origin } from './issue.ts';
import type { Totals, WireItem } from './x12/reader.ts';

/** Claims (837) and claim payments (835), whatever their version, and the findings of the rules. */
export type Counts = { claims: number; remits: number; issues: number };

/** Counts before the first item. */
export const noCounts = (): Counts => ({ claims: 0, remits: 0, issues: 0 });

/** Adds one item, and how many findings of the rules it has. */
export function countItem(counts: Counts, item: WireItem, findings: number): void {
  counts.issues += findings;
  // Those of a set that no guide is known for are counted all the same.
  const [set, records] =
    item.kind === 'record' ? [item.guide.set, 1] : item.kind === 'set-end' ? [item.header.st01, item.unread] : ['', 0];
  if (set === '837') counts.claims += records;
  if (set === '835') counts.remits += records;
}

/** The summary at the end of a file; `origin` names the file where it has a name. */
export function summaryOf(totals: Totals, { issues, ...records }: Counts, origin: Origin): SummaryRecord {
  return { type: 'summary', ...totals, issues: totals.issues + issues, ...records, origin };
}
