/** What is done with an amount that a payer takes off a charge: a table, since the group alone does not say. Pure. */
import type { AdjustmentRecord } from '../../../schemas/records.ts';
import { isDenial } from '../outcome.ts';

/**
 * `contractual`: not owed by anybody, written off. `patientShare`: owed by the patient. `denied`: refused, stays open until
 * somebody works the denial. `otherPayer`: paid or taken over by an earlier payer. `payback`: a correction of money already
 * posted.
 */
export type Posting = 'contractual' | 'patientShare' | 'denied' | 'otherPayer' | 'payback';

/** One row: holds for the group and, where it names any, for the reasons. The first that holds counts. */
type PolicyRow = { group: string; reasons?: ReadonlySet<string>; posting: Posting };

/** Amounts that are no denial; a denial is `denied` before this table is asked, whatever its group. */
const POLICY: readonly PolicyRow[] = Object.freeze([
  { group: 'OA', reasons: new Set(['23']), posting: 'otherPayer' },
  { group: 'PR', posting: 'patientShare' },
  { group: 'CR', posting: 'payback' },
  { group: 'CO', posting: 'contractual' },
  { group: 'PI', posting: 'contractual' },
  { group: 'OA', posting: 'contractual' },
]);

/**
 * How an adjustment is posted. Group CO alone is no leave to write off: a denial under it stays open. A denial under PR is
 * open too, until the coverage was checked.
 */
export function postingOf(adjustment: AdjustmentRecord): Posting {
  if (isDenial(adjustment)) return 'denied';
  const { group, reason } = adjustment;
  const row = POLICY.find((one) => one.group === group && (one.reasons === undefined || one.reasons.has(reason)));
  return row?.posting ?? 'denied';
}
