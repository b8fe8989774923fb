/** What lines of several kinds share: modifiers, drugs, decisions of other payers. */
import type { Drug, DrugOrSupply } from '../../../schemas/claim-facts.ts';
import type * as I from '../../guides/values/837i.ts';
import type * as P from '../../guides/values/837p.ts';
import { ADJUSTMENTS, amt, day, money } from './links.ts';
import { field, type MapOf, own } from './mapping.ts';

type Modifiers = { modifiers: readonly string[] };

/** C003-3 to 6. */
export const MODIFIERS = own<Modifiers, string[]>(
  'modifiers',
  ({ modifiers }) => (modifiers.length === 0 ? undefined : [...modifiers]),
  (modifiers) => ({ modifiers }),
);

type Quantity = Pick<Drug, 'quantity' | 'unit'>;
type Numbers = Pick<Drug, 'prescriptionNumber' | 'compoundNumber'>;

const DRUG_FACTS = {
  quantity: own<Quantity, P.Loop2410['quantity']>(
    'quantity',
    ({ quantity, unit }) => ({ quantity, unit: { units: [{ unit }] } }),
    ({ quantity, unit }) => ({ quantity, unit: unit?.units?.[0]?.unit }),
  ),
  prescriptionOrCompoundDrugAssociationNumber: own<Numbers, { qualifier: 'VY' | 'XZ'; value: string }>(
    'prescriptionNumber',
    ({ prescriptionNumber, compoundNumber }) => {
      if (compoundNumber !== undefined) return { qualifier: 'VY', value: compoundNumber };
      return prescriptionNumber === undefined ? undefined : { qualifier: 'XZ', value: prescriptionNumber };
    },
    ({ qualifier, value }) => ({ [qualifier === 'VY' ? 'compoundNumber' : 'prescriptionNumber']: value }),
  ),
};

/** Loop 2410 of the 837I. */
export const DRUG: MapOf<I.Loop2410> = {
  ...DRUG_FACTS,
  drug: own<Drug, I.Loop2410['drug']>(
    'ndc',
    ({ ndc }) => ({ ids: [{ qualifier: 'N4', id: ndc }] }),
    ({ ids }) => ({ ndc: ids?.[0]?.id }),
  ),
};

/** Loop 2410 of the 837P. */
export const DRUG_OR_SUPPLY: MapOf<P.Loop2410> = {
  ...DRUG_FACTS,
  drug: own<DrugOrSupply, P.Loop2410['drug']>(
    'ndc',
    ({ ndc, product }) => ({
      ids: [product === undefined ? { qualifier: 'N4', id: ndc ?? '' } : { qualifier: product.kind, id: product.id }],
    }),
    ({ ids: [first] = [] }) =>
      first?.qualifier === 'N4' ? { ndc: first.id } : { product: { kind: first?.qualifier, id: first?.id } },
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
export const DECISION: Omit<MapOf<P.Loop2430>, 'adjudication'> = {
  adjustments: ADJUSTMENTS,
  remittanceDate: day('573', 'date'),
  remainingPatientLiability: amt('EAF', 'remainingPatient'),
};
