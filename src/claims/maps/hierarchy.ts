/** Billing provider, subscriber and patient of a claim: loops 2000A, 2000B and 2000C, alike in all kinds of claim. */
import type { Claim } from '../../../schemas/claim.ts';
import type { BillingProvider, Dependent } from '../../../schemas/claim-parties.ts';
import type { Loop2000A, Loop2000B, Loop2000C } from '../../guides/values/837p.ts';
import { flag, ref, words } from './links.ts';
import { beside, field, is, type MapOf, own, part } from './mapping.ts';
import {
  addressLinks,
  CONTACTS,
  DEMOGRAPHICS,
  INSURED_NAME,
  idLinks,
  LICENSES,
  PAYER_ASSIGNED,
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

/** NM1*87 says person or organisation as the billing provider is one. */
const PAY_TO_NAME = own<Claim['payToAddress'], { entity: '87'; type: '1' | '2' }, Claim>(
  '',
  (_address, { billingProvider }) => ({
    entity: '87',
    type: billingProvider.organizationName === undefined ? '1' : '2',
  }),
);

const PLAN_IDS = { payerId: '2U', claimOffice: 'FY', naic: 'NF' } as const;

/** Loop 2000A, without its subscribers. */
export const BILLING: MapOf<Omit<Loop2000A, 'subscribers'>> = {
  specialty: part('billingProvider', specialty('BI')),
  billingProvider: part('billingProvider', {
    name: providerName('85'),
    ...addressLinks(),
    taxId: TAX_ID,
    licenses: idLinks(LICENSES),
    contacts: CONTACTS,
  }),
  payToAddress: part('payToAddress', { name: PAY_TO_NAME, ...addressLinks('') }),
  payToPlan: part('payToPlan', {
    name: { entity: is('PE'), type: is('2'), lastName: field('name'), idQualifier: is('PI'), id: field('id') },
    ...addressLinks(),
    payToPlanSecondaryIdentification: part('secondaryId', { qualifier: words('kind', PLAN_IDS), value: field('id') }),
    payToPlanTaxIdentificationNumber: ref('EI', 'taxId'),
  }),
};

/** PAT: facts about the patient beside the claim. */
const PATIENT_FACTS = {
  format: beside('deathDate', 'D8'),
  deathDate: field('deathDate'),
  weightUnit: beside('weightPounds', '01'),
  weight: field('weightPounds'),
  pregnancy: flag('pregnant'),
};

/** Loop 2000B, without claims and patients. */
export const SUBSCRIBER: MapOf<Omit<Loop2000B, 'claims' | 'patients'>> = {
  coverage: own<Claim, Loop2000B['coverage']>(
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
  ),
  patientDetails: part('subscriber', PATIENT_FACTS),
  subscriber: part('subscriber', {
    name: INSURED_NAME,
    ...addressLinks(),
    demographics: DEMOGRAPHICS,
    subscriberSecondaryIdentification: ref('SY', 'ssn'),
    propertyAndCasualtyClaimNumber: ref('Y4', 'casualtyClaimNumber'),
    contacts: TELEPHONE,
  }),
  payer: {
    name: payerName('payer'),
    ...addressLinks('payer.address'),
    payerSecondaryIdentification: idLinks(PAYER_IDS, 'payer.ids'),
    billingProviderSecondaryIdentification: idLinks(PAYER_ASSIGNED, 'billingProvider.ids'),
  },
};

/** Loop 2000C, without its claims. */
export const PATIENT: MapOf<Omit<Loop2000C, 'claims'>> = {
  patientDetails: { relationship: words('relationship', RELATIONSHIP), ...PATIENT_FACTS },
  patient: {
    name: personName('QC'),
    ...addressLinks(),
    demographics: DEMOGRAPHICS,
    propertyAndCasualtyClaimNumber: ref('Y4', 'casualtyClaimNumber'),
    propertyAndCasualtyPatientIdentifier: own<Dependent, { qualifier: '1W' | 'SY'; value: string }>(
      'memberId',
      ({ memberId, ssn }) => {
        if (memberId !== undefined) return { qualifier: '1W', value: memberId };
        return ssn === undefined ? undefined : { qualifier: 'SY', value: ssn };
      },
      ({ qualifier, value }) => ({ [qualifier === 'SY' ? 'ssn' : 'memberId']: value }),
    ),
    contacts: TELEPHONE,
  },
};
