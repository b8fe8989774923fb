/** What lines of several kinds share: modifiers, drugs, decisions of other payers. */
import type { Drug } from '../../../schemas/claim-facts.ts';
import type { Loop2410 } from '../../guides/values/837i.ts';
import type { Loop2430 } from '../../guides/values/837p.ts';
import { ADJUSTMENTS, amt, day, money } from './links.ts';
import { field, type MapOf, own } from './mapping.ts';

type Modifiers = { modifiers: readonly string[] };

/** C003-3 to 6. */
export const MODIFIERS = own<Modifiers, string[]>(
  'modifiers',
  ({ modifiers }) => (modifiers.length === 0 ? undefined : [...modifiers]),
  (modifiers) => ({ modifiers }),
);

/** Loop 2410. */
export const DRUG: MapOf<Loop2410> = {
  drug: own<Drug, Loop2410['drug']>(
    'ndc',
    ({ ndc }) => ({ ids: [{ qualifier: 'N4', id: ndc }] }),
    ({ ids = [] }) => ({ ndc: ids.find(({ qualifier }) => qualifier === 'N4')?.id }),
  ),
  quantity: own<Drug, Loop2410['quantity']>(
    'quantity',
    ({ quantity, unit }) => ({ quantity, unit: { units: [{ unit }] } }),
    ({ quantity, unit }) => ({ quantity, unit: unit?.units?.[0]?.unit }),
  ),
  prescriptionOrCompoundDrugAssociationNumber: own<Drug, { qualifier: 'VY' | 'XZ'; value: string }>(
    'prescriptionNumber',
    ({ prescriptionNumber, compoundNumber }) => {
      if (compoundNumber !== undefined) return { qualifier: 'VY', value: compoundNumber };
      return prescriptionNumber === undefined ? undefined : { qualifier: 'XZ', value: prescriptionNumber };
    },
    ({ qualifier, value }) => ({ [qualifier === 'VY' ? 'compoundNumber' : 'prescriptionNumber']: value }),
  ),
};

/** SVD of what another payer decided on a line, without the procedure. */
export const DECIDED = {
  payerId: field('payerId'),
  paid: money('paid'),
  units: field('paidUnits'),
  bundledLine: field('bundledInto'),
};

/** Loop 2430 of what another payer decided on a line, without its SVD. */
export const DECISION: Omit<MapOf<Loop2430>, 'adjudication'> = {
  adjustments: ADJUSTMENTS,
  remittanceDate: day('573', 'date'),
  remainingPatientLiability: amt('EAF', 'remainingPatient'),
};
