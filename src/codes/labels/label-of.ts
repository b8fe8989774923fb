/** What a code of an element means, in a few words for a person. */
import { codeLabel } from '../code-sets.ts';
import { ACKNOWLEDGMENT } from './acknowledgment.ts';
import { CLAIM } from './claim.ts';
import { ENVELOPE } from './envelope.ts';
import type { Labels } from './labels.ts';
import { QUALIFIERS } from './qualifiers.ts';
import { REMITTANCE } from './remittance.ts';
import { typeOfBillLabel } from './type-of-bill.ts';

/** Labels of coded elements, by data element number (and `presentOnAdmission`). */
export const ELEMENT_LABELS: Labels = { ...QUALIFIERS, ...CLAIM, ...REMITTANCE, ...ACKNOWLEDGMENT, ...ENVELOPE };

/** The label of a code of data element `de`, or of the code set its use names; undefined where we have none. */
export function labelOf(code: string, de: string, codeSet?: string): string | undefined {
  if (codeSet === 'type_of_bill_first2') return typeOfBillLabel(code);
  const external = codeSet === undefined ? undefined : codeLabel(codeSet, code);
  if (external !== undefined) return external;
  const list = ELEMENT_LABELS[de];
  return list !== undefined && Object.hasOwn(list, code) ? list[code] : undefined;
}
