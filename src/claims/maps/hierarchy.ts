/** Billing provider, subscriber and patient of a claim: loops 2000A, 2000B and 2000C of each kind of claim. */
import type { Claim, ClaimKind } from '../../../schemas/claim.ts';
import type { BillingProvider, Dependent } from '../../../schemas/claim-parties.ts';
import type * as D from '../../guides/values/837d.ts';
import type * as I from '../../guides/values/837i.ts';
import type * as P from '../../guides/values/837p.ts';
import { flag, ref, words } from './links.ts';
import { beside, field, is, type MapOf, own, part } from './mapping.ts';
import {
  addressLinks,
  CONTACTS,
  DEMOGRAPHICS,
  INSURED_NAME,
  idLink,
  idLinks,
  LICENSES,
  organizationName,
  PAYER_ASSIGNED,
  PAYER_ID_KINDS,
  PAYER_IDS,
  payerName,
  personName,
  providerName,
  RELATIONSHIP,
  TELEPHONE,
} from './parties.ts';

/** PRV*BI or PRV*PE: a provider's specialty. */
export const specialty = <C extends string>(code: C) => ({
  code: is(code),
  qualifier: beside('taxonomy', 'PXC'),
  taxonomy: field('taxonomy'),
});

const TAX_ID = own<BillingProvider, { qualifier: 'EI' | 'SY'; value: string }>(
  'taxId',
  ({ taxId, ssn }) => (taxId === undefined ? { qualifier: 'SY', value: ssn ?? '' } : { qualifier: 'EI', value: taxId }),
  ({ qualifier, value }) => ({ [qualifier === 'SY' ? 'ssn' : 'taxId']: value }),
);

type PayTo = { person?: boolean | undefined };
type Billed = { billingProvider?: { organizationName?: string | undefined } };

/** NM1*87 says person or organisation as the billing provider is one, unless the claim says otherwise. */
const PAY_TO_NAME = own<PayTo, P.Loop2010AB['name'], Billed>(
  'person',
  ({ person }, claim) => ({ entity: '87', type: (person ?? isPerson(claim)) ? '1' : '2' }),
  ({ type }, claim) => (type === undefined || (type === '1') === isPerson(claim) ? {} : { person: type === '1' }),
);

const isPerson = ({ billingProvider }: Billed): boolean => billingProvider?.organizationName === undefined;

const PLAN_IDS = { payerId: '2U', claimOffice: 'FY', naic: 'NF' } as const;

/** Loop 2010AC. */
const PAY_TO_PLAN: MapOf<P.Loop2010AC> = {
  name: {
    entity: is('PE'),
    type: is('2'),
    lastName: field('name'),
    idQualifier: words('idKind', PAYER_ID_KINDS),
    id: field('id'),
  },
  ...addressLinks(),
  payToPlanSecondaryIdentification: part('secondaryId', { qualifier: words('kind', PLAN_IDS), value: field('id') }),
  payToPlanTaxIdentificationNumber: ref('EI', 'taxId'),
};

/** What loop 2000A is in every kind of claim. */
const PROVIDER_LEVEL = {
  specialty: part<NonNullable<P.Loop2000A['specialty']>>('billingProvider', specialty('BI')),
  currency: { entity: is('85'), currency: field('currency') },
  payToPlan: part<P.Loop2010AC>('payToPlan', PAY_TO_PLAN),
} as const;

/** PAT: facts about the patient beside the claim. */
const PATIENT_FACTS = {
  format: beside('deathDate', 'D8'),
  deathDate: field('deathDate'),
  weightUnit: beside('weightPounds', '01'),
  weight: field('weightPounds'),
  pregnancy: flag('pregnant'),
};

/** SBR: the subscriber is the patient where there is no other. */
const COVERAGE = own<Claim, P.Loop2000B['coverage']>(
  'subscriber',
  ({ subscriber, dependent }) => ({
    sequence: subscriber.payerSequence,
    relationship: dependent === undefined ? '18' : undefined,
    groupNumber: subscriber.groupNumber,
    groupName: subscriber.groupName,
    insuranceType: 'mspType' in subscriber ? subscriber.mspType : undefined,
    filingIndicator: subscriber.claimFiling,
  }),
  ({ sequence, groupNumber, groupName, insuranceType, filingIndicator }) => ({
    'subscriber.payerSequence': sequence,
    'subscriber.groupNumber': groupNumber,
    'subscriber.groupName': groupName,
    'subscriber.mspType': insuranceType,
    'subscriber.claimFiling': filingIndicator,
  }),
  {
    keys: {
      sequence: 'subscriber.payerSequence',
      groupNumber: 'subscriber.groupNumber',
      groupName: 'subscriber.groupName',
      insuranceType: 'subscriber.mspType',
      filingIndicator: 'subscriber.claimFiling',
    },
  },
);

/** Loop 2010BA. */
const SUBSCRIBER = {
  name: INSURED_NAME,
  ...addressLinks(),
  demographics: DEMOGRAPHICS,
  subscriberSecondaryIdentification: ref('SY', 'ssn'),
  propertyAndCasualtyClaimNumber: ref('Y4', 'casualtyClaimNumber'),
};

/** Loop 2010BB, without the numbers that the payer gave the billing provider. */
const PAYER = {
  name: payerName('payer'),
  ...addressLinks('payer.address'),
  payerSecondaryIdentification: idLinks(PAYER_IDS, 'payer.ids'),
};

/** Loop 2010BB where the billing provider may have several numbers of the payer's. */
const PAYER_OF_MANY = {
  ...PAYER,
  billingProviderSecondaryIdentification: idLinks(PAYER_ASSIGNED, 'billingProvider.ids'),
};

/** Loop 2010AB where only organizations are paid to. */
const ORGANIZATION_TO_PAY = { name: { entity: is('87'), type: is('2') }, ...addressLinks('') };

/** Loop 2010CA. */
const PATIENT = {
  name: personName('QC'),
  ...addressLinks(),
  demographics: DEMOGRAPHICS,
  propertyAndCasualtyClaimNumber: ref('Y4', 'casualtyClaimNumber'),
};

const PATIENT_NUMBER = own<Dependent, { qualifier: '1W' | 'SY'; value: string }>(
  'memberId',
  ({ memberId, ssn }) => {
    if (memberId !== undefined) return { qualifier: '1W', value: memberId };
    return ssn === undefined ? undefined : { qualifier: 'SY', value: ssn };
  },
  ({ qualifier, value }) => ({ [qualifier === 'SY' ? 'ssn' : 'memberId']: value }),
);

/** Loops 2000A, 2000B and 2000C of one guide, each without the levels and claims inside it. */
type LevelMaps<A, B, C> = {
  billing: MapOf<Omit<A, 'subscribers'>>;
  subscriber: MapOf<Omit<B, 'claims' | 'patients'>>;
  patient: MapOf<Omit<C, 'claims'>>;
};

const PROFESSIONAL_LEVELS: LevelMaps<P.Loop2000A, P.Loop2000B, P.Loop2000C> = {
  billing: {
    ...PROVIDER_LEVEL,
    billingProvider: part('billingProvider', {
      name: providerName('85'),
      ...addressLinks(),
      taxId: TAX_ID,
      licenses: idLinks(LICENSES),
      contacts: CONTACTS,
    }),
    payToAddress: part('payToAddress', { name: PAY_TO_NAME, ...addressLinks('') }),
  },
  subscriber: {
    coverage: COVERAGE,
    patientDetails: part('subscriber', PATIENT_FACTS),
    subscriber: part('subscriber', { ...SUBSCRIBER, contacts: TELEPHONE }),
    payer: PAYER_OF_MANY,
  },
  patient: {
    patientDetails: { relationship: words('relationship', RELATIONSHIP), ...PATIENT_FACTS },
    patient: { ...PATIENT, propertyAndCasualtyPatientIdentifier: PATIENT_NUMBER, contacts: TELEPHONE },
  },
};

const INSTITUTIONAL_LEVELS: LevelMaps<I.Loop2000A, I.Loop2000B, I.Loop2000C> = {
  billing: {
    ...PROVIDER_LEVEL,
    billingProvider: part('billingProvider', {
      name: organizationName('85'),
      ...addressLinks(),
      taxId: ref('EI', 'taxId'),
      contacts: CONTACTS,
    }),
    payToAddress: part('payToAddress', ORGANIZATION_TO_PAY),
  },
  subscriber: {
    coverage: COVERAGE,
    subscriber: part('subscriber', SUBSCRIBER),
    payer: { ...PAYER, billingProviderSecondaryIdentification: idLink(PAYER_ASSIGNED, 'billingProvider.ids') },
  },
  patient: {
    patientDetails: { relationship: words('relationship', RELATIONSHIP) },
    patient: { ...PATIENT, propertyAndCasualtyPatientIdentifier: PATIENT_NUMBER },
  },
};

const DENTAL_LEVELS: LevelMaps<D.Loop2000A, D.Loop2000B, D.Loop2000C> = {
  billing: {
    ...PROVIDER_LEVEL,
    billingProvider: part('billingProvider', {
      name: providerName('85'),
      ...addressLinks(),
      taxId: TAX_ID,
      licenses: idLinks(LICENSES),
      contacts: CONTACTS,
    }),
    payToAddress: part('payToAddress', ORGANIZATION_TO_PAY),
  },
  subscriber: {
    coverage: COVERAGE,
    subscriber: part('subscriber', SUBSCRIBER),
    payer: PAYER_OF_MANY,
  },
  patient: {
    patientDetails: { relationship: words('relationship', RELATIONSHIP) },
    patient: PATIENT,
  },
};

/** What the maps of the levels are, whatever the guide. */
export type Levels = { readonly [level in keyof LevelMaps<object, object, object>]: MapOf<object> };

/** The maps of loops 2000A, 2000B and 2000C by kind of claim. */
export const LEVELS: Readonly<Record<ClaimKind, Levels>> = {
  professional: PROFESSIONAL_LEVELS,
  institutional: INSTITUTIONAL_LEVELS,
  dental: DENTAL_LEVELS,
};
