/** What a code means, in a few words for a person. */
import { codeLabel } from './code-sets.ts';

const NAMES = {
  carc: 'CARC',
  rarc: 'RARC',
  status: 'claim_status',
  category: 'claim_status_category',
} as const;

/** The label of a claim adjustment reason, remark, claim status or status category code; undefined when there is none. */
export function describeCode(kind: keyof typeof NAMES, code: string): string | undefined {
  return codeLabel(NAMES[kind], code);
}
