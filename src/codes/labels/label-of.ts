/** What a code of an element means, in a few words for a person. */
import { CARC } from '../carc.ts';
import { CLAIM_STATUS } from '../claim-status.ts';
import { CLAIM_STATUS_CATEGORY } from '../claim-status-category.ts';
import type { CodeSet } from '../code-set.ts';
import { RARC } from '../rarc.ts';
import { ACKNOWLEDGMENT } from './acknowledgment.ts';
import { CLAIM } from './claim.ts';
import { ENVELOPE } from './envelope.ts';
import type { LabelList, Labels } from './labels.ts';
import { PLACE_OF_SERVICE, STATES } from './places.ts';
import { QUALIFIERS } from './qualifiers.ts';
import { REMITTANCE } from './remittance.ts';

/** Labels of coded elements, by data element number. */
export const ELEMENT_LABELS: Labels = { ...QUALIFIERS, ...CLAIM, ...REMITTANCE, ...ACKNOWLEDGMENT, ...ENVELOPE };

const SETS: Readonly<Record<string, CodeSet>> = {
  CARC,
  RARC,
  RARC_or_form: RARC,
  claim_status: CLAIM_STATUS,
  claim_status_category: CLAIM_STATUS_CATEGORY,
};

const LISTS: Readonly<Record<string, LabelList>> = { place_of_service: PLACE_OF_SERVICE, state_province: STATES };

/** The label of a code of data element `de`, or of the code set its use names; undefined where we have none. */
export function labelOf(code: string, de: string, codeSet?: string): string | undefined {
  const external =
    codeSet === undefined ? undefined : (SETS[codeSet]?.codes.get(code)?.label ?? ownLabel(LISTS[codeSet], code));
  return external === undefined || external === '' ? ownLabel(ELEMENT_LABELS[de], code) : external;
}

function ownLabel(list: LabelList | undefined, code: string): string | undefined {
  return list !== undefined && Object.hasOwn(list, code) ? list[code] : undefined;
}
