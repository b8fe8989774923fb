/** A service line of the institutional claim and loop 2400 of the 837I. */
import type { Loop2400 } from '../../guides/values/837i.ts';
import { DECIDED, DECISION, DRUG, MODIFIERS } from './line.ts';
import { ATTACHMENT, amt, dayOrPeriod, money, PRICING, ref, words } from './links.ts';
import { each, field, is, type MapOf, part } from './mapping.ts';
import { idLinks, PERSON_IDS, PROVIDER_IDS, practitionerName } from './parties.ts';

/** SV202-1 by the claim's words. */
const SYSTEMS = { HCPCS: 'HC', HIPPS: 'HP', jurisdiction: 'ER', homeInfusion: 'IV', alternative: 'WK' } as const;

const PROCEDURE: MapOf<NonNullable<Loop2400['service']['procedure']>> = {
  qualifier: words('system', SYSTEMS),
  code: field('code'),
  modifiers: MODIFIERS,
  description: field('description'),
};

/** Loop 2400 by a line of an institutional claim. */
export const INSTITUTIONAL_LINE: MapOf<Loop2400> = {
  service: {
    revenueCode: field('revenueCode'),
    procedure: part('procedure', PROCEDURE),
    charge: money('charge'),
    unit: field('unit'),
    quantity: field('quantity'),
    nonCovered: money('nonCovered'),
  },
  lineSupplementalInformation: each('attachments', ATTACHMENT),
  serviceDate: dayOrPeriod('472', 'serviceDate'),
  lineControlNumber: ref('6R', 'lineControlNumber'),
  repricedLineItemReferenceNumber: ref('9B', 'repricedLineNumber'),
  adjustedRepricedLineItemReferenceNumber: ref('9D', 'adjustedRepricedLineNumber'),
  serviceTaxAmount: amt('GT', 'serviceTax'),
  facilityTaxAmount: amt('N8', 'facilityTax'),
  thirdPartyOrganizationNotes: { kind: is('TPO'), text: field('thirdPartyNote') },
  pricing: part('pricing', {
    ...PRICING,
    revenueCode: field('revenueCode'),
    procedureQualifier: words('procedure.system', SYSTEMS),
    procedure: field('procedure.code'),
    unit: field('unit'),
    quantity: field('quantity'),
  }),
  drug: part('drug', DRUG),
  operatingPhysician: part('operating', {
    name: practitionerName('72'),
    operatingPhysicianSecondaryIdentification: idLinks(PROVIDER_IDS),
  }),
  otherOperatingPhysician: part('otherOperating', {
    name: practitionerName('ZZ'),
    otherOperatingPhysicianSecondaryIdentification: idLinks(PROVIDER_IDS),
  }),
  renderingProvider: part('rendering', {
    name: practitionerName('82'),
    renderingProviderSecondaryIdentification: idLinks(PROVIDER_IDS),
  }),
  referringProvider: part('referring', {
    name: practitionerName('DN'),
    referringProviderSecondaryIdentification: idLinks(PERSON_IDS),
  }),
  adjudications: each('adjudications', {
    ...DECISION,
    adjudication: { ...DECIDED, procedure: part('procedure', PROCEDURE), revenueCode: field('revenueCode') },
  }),
};
