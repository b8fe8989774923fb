/** What a code means, in a few words for a person. */
import { CARC } from './carc.ts';
import { CLAIM_STATUS } from './claim-status.ts';
import { CLAIM_STATUS_CATEGORY } from './claim-status-category.ts';
import type { CodeSet } from './code-set.ts';
import { RARC } from './rarc.ts';

const SETS: Readonly<Record<'carc' | 'rarc' | 'status' | 'category', CodeSet>> = {
  carc: CARC,
  rarc: RARC,
  status: CLAIM_STATUS,
  category: CLAIM_STATUS_CATEGORY,
};

/** The label of a claim adjustment reason, remark, claim status or status category code; undefined when there is none. */
export function describeCode(kind: keyof typeof SETS, code: string): string | undefined {
  const label = SETS[kind].codes.get(code)?.label;
  return label === undefined || label === '' ? undefined : label;
}
