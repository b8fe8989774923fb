/** People, providers and payers of a claim object, in a biller's words. */
import { z } from 'zod';
import { address, code, contact, isoDate, npi, openAddress, quantity, taxNumber, telephone, text } from './fields.ts';

/** Relationship of the patient (or of another insured) to the subscriber. */
export const relationship = z.enum(
  ['self', 'spouse', 'child', 'employee', 'organDonor', 'cadaverDonor', 'lifePartner', 'other', 'unknown'],
  { error: 'self, spouse, child, employee, organDonor, cadaverDonor, lifePartner, other or unknown' },
);

export const sex = z.enum(['F', 'M', 'U'], { error: 'F, M or U' });

/** Further numbers of a provider, of the kinds that the guides have where it stands. */
const idsOf = <K extends ProviderIdKind>(kinds: readonly K[]) =>
  z
    .array(z.strictObject({ kind: z.enum(kinds, { error: kinds.join(', ') }), id: text(50) }))
    .max(4, { error: 'at most 4 further numbers' })
    .default([]);

/** The same at a line, where each may come from another payer than the claim's own, which `payerId` names. */
const lineIdsOf = <K extends ProviderIdKind>(kinds: readonly K[]) =>
  z
    .array(
      z.strictObject({
        kind: z.enum(kinds, { error: kinds.join(', ') }),
        id: text(50),
        payerId: text(50).optional(),
      }),
    )
    .max(20, { error: 'at most 20 further numbers' })
    .default([]);

const ANY = ['stateLicense', 'upin', 'payerAssigned', 'location'] as const;
const PERSON = ['stateLicense', 'upin', 'payerAssigned'] as const;
const PLACE = ['stateLicense', 'payerAssigned', 'location'] as const;
const PAYER_ASSIGNED = ['payerAssigned', 'location'] as const;
type ProviderIdKind = (typeof ANY)[number];

export const providerIds = idsOf(ANY);
export const personIds = idsOf(PERSON);
export const placeIds = idsOf(PLACE);
export const payerAssignedIds = idsOf(PAYER_ASSIGNED);

/** Further numbers of a payer: its own payer id, tax id, claim office, NAIC code. */
export const payerIds = z
  .array(
    z.strictObject({
      kind: z.enum(['payerId', 'taxId', 'claimOffice', 'naic'], { error: 'payerId, taxId, claimOffice or naic' }),
      id: text(50),
    }),
  )
  .max(3, { error: 'at most 3 further numbers' })
  .default([]);

/** A person's name; `lastName` alone is enough. */
export const personName = {
  lastName: text(60),
  firstName: text(35).optional(),
  middleName: text(25).optional(),
  suffix: text(10).optional(),
};

/** A name that is a person's or an organisation's. */
const eitherName = { ...personName, lastName: text(60).optional(), organizationName: text(60).optional() };

type EitherName = { lastName?: string | undefined; organizationName?: string | undefined };
const oneName = (value: EitherName) => (value.lastName === undefined) !== (value.organizationName === undefined);
const ONE_NAME = { error: 'either lastName (a person) or organizationName', path: ['lastName'] };

/** A provider's specialty by the NUCC list. */
export const taxonomy = z
  .string({ error: 'a taxonomy code of ten characters that ends in X' })
  .regex(/^[0-9]{3}[0-9A-Z]{6}X$/, { error: 'a taxonomy code of ten characters that ends in X' });

const providerIdentity = { npi: npi.optional(), ...eitherName, taxonomy: taxonomy.optional(), ids: providerIds };

/** A provider named on a claim: a person (`lastName`) or an organisation (`organizationName`). */
export const provider = z.strictObject(providerIdentity).refine(oneName, ONE_NAME);

/** A provider named on a line. */
export const lineProvider = z.strictObject({ ...providerIdentity, ids: lineIdsOf(ANY) }).refine(oneName, ONE_NAME);

/** A person who operates or supervises. */
export const practitioner = z.strictObject({ npi: npi.optional(), ...personName, ids: providerIds });
export const linePractitioner = practitioner.extend({ ids: lineIdsOf(ANY) });

/** A person who refers or orders. */
export const referrer = practitioner.extend({ ids: personIds });
export const lineReferrer = practitioner.extend({ ids: lineIdsOf(PERSON) });

/** A place where the service was given. */
export const facility = z.strictObject({ npi: npi.optional(), organizationName: text(60), ids: placeIds, address });

/** A place named on a line of a professional and of a dental claim. */
export const lineFacility = facility.extend({ ids: lineIdsOf(PAYER_ASSIGNED) });
export const dentalLineFacility = facility.extend({ ids: lineIdsOf(ANY) });

/** A provider whose service was bought: known by its numbers alone. */
export const purchasedServiceProvider = z.strictObject({
  person: z.boolean({ error: 'true or false' }).default(false),
  npi: npi.optional(),
  ids: lineIdsOf(PERSON),
});

/** Who ordered an item or a test; the address is for certificates of medical necessity. */
export const orderingProvider = lineReferrer.extend({ address: openAddress.optional(), contact: contact.optional() });

const billingPlace = { address, contact: contact.optional(), otherContact: contact.optional() };

/** Who bills (loop 2010AA). Tax id by `taxId` (EIN) or `ssn`, nine digits. */
export const billingProvider = z
  .strictObject({ ...providerIdentity, taxId: taxNumber.optional(), ssn: taxNumber.optional(), ...billingPlace })
  .refine(oneName, ONE_NAME)
  .refine((value) => (value.taxId === undefined) !== (value.ssn === undefined), {
    error: 'either taxId or ssn',
    path: ['taxId'],
  });

/** Who bills an institutional claim: an organisation with an EIN, and of its further numbers the one that the payer gave. */
export const institutionalBillingProvider = z.strictObject({
  npi: npi.optional(),
  organizationName: text(60),
  taxonomy: taxonomy.optional(),
  ids: payerAssignedIds.refine(({ length }) => length <= 1, { error: 'at most one further number' }),
  taxId: taxNumber,
  ...billingPlace,
});

/** Who bills a dental claim. */
export const dentalBillingProvider = billingProvider.refine(({ suffix }) => suffix === undefined, {
  error: 'nothing: a dental claim has no place for it',
  path: ['suffix'],
});

/** Whether a plan's id is the one that payers and clearinghouses use, or the national plan id. */
const payerIdKind = z.enum(['payer', 'plan'], { error: 'payer or plan' }).default('payer');

/** A plan that paid and now takes the claim to another (loop 2010AC, subrogation). */
export const payToPlan = z.strictObject({
  id: text(80),
  idKind: payerIdKind,
  name: text(60),
  address,
  taxId: taxNumber,
  secondaryId: z
    .strictObject({
      kind: z.enum(['payerId', 'claimOffice', 'naic'], { error: 'payerId, claimOffice or naic' }),
      id: text(50),
    })
    .optional(),
});

/** A health plan as destination or as other payer. */
export const payer = z.strictObject({
  id: text(80),
  idKind: payerIdKind,
  name: text(60),
  address: openAddress.optional(),
  ids: payerIds,
});

/** Whether a member id is the payer's own, or the standard unique health identifier. */
export const memberIdKind = z.enum(['member', 'unique'], { error: 'member or unique' }).default('member');

/** Payer responsibility sequence (SBR01). */
export const payerSequence = z.enum(['P', 'S', 'T', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'U'], {
  error: 'P, S, T, A to H or U',
});

/** Why Medicare is not first (SBR05). */
export const mspType = z.enum(['12', '13', '14', '15', '16', '41', '42', '43', '47'], {
  error: '12 to 16, 41 to 43 or 47',
});

/** Facts about the patient of a professional claim (PAT): weight in pounds. */
const patientFacts = {
  deathDate: isoDate.optional(),
  weightPounds: quantity.optional(),
  pregnant: z.boolean({ error: 'true or false' }).default(false),
  contact: telephone.optional(),
};

const personFacts = {
  birthDate: isoDate.optional(),
  sex: sex.optional(),
  address: openAddress.optional(),
  /** Number of the property and casualty claim (automobile, workers' compensation). */
  casualtyClaimNumber: text(50).optional(),
};

const subscriberFacts = {
  ...eitherName,
  memberId: text(80).optional(),
  memberIdKind,
  ...personFacts,
  payerSequence: payerSequence.default('P'),
  claimFiling: code(2, 2).default('CI'),
  groupNumber: text(50).optional(),
  groupName: text(60).optional(),
  ssn: taxNumber.optional(),
};

const hasMember = (value: { memberId?: string | undefined; organizationName?: string | undefined }) =>
  value.memberId !== undefined || value.organizationName !== undefined;
const MEMBER = { error: 'the member id of the insured', path: ['memberId'] };

/** The insured of an institutional claim (loops 2000B, 2010BA): a person, or an employer (`organizationName`). */
export const institutionalSubscriber = z
  .strictObject(subscriberFacts)
  .refine(oneName, ONE_NAME)
  .refine(hasMember, MEMBER);

/** The insured of a dental claim. */
export const dentalSubscriber = z
  .strictObject({ ...subscriberFacts, mspType: mspType.optional() })
  .refine(oneName, ONE_NAME)
  .refine(hasMember, MEMBER);

/** The insured of a professional claim. */
export const professionalSubscriber = z
  .strictObject({ ...subscriberFacts, mspType: mspType.optional(), ...patientFacts })
  .refine(oneName, ONE_NAME)
  .refine(hasMember, MEMBER);

const dependentFacts = { ...personName, ...personFacts, address: address.optional(), relationship };

/** The patient of a dental claim when not the subscriber (loops 2000C, 2010CA). */
export const dentalDependent = z.strictObject(dependentFacts);

const casualtyNumbers = { ssn: taxNumber.optional(), memberId: text(50).optional() };
const onePatientNumber = (value: { ssn?: string | undefined; memberId?: string | undefined }) =>
  value.ssn === undefined || value.memberId === undefined;
const ONE_PATIENT_NUMBER = { error: 'either memberId or ssn', path: ['ssn'] };

/** The patient of an institutional claim; `memberId` is the patient's own number with a casualty carrier. */
export const institutionalDependent = z
  .strictObject({ ...dependentFacts, ...casualtyNumbers })
  .refine(onePatientNumber, ONE_PATIENT_NUMBER);

/** The patient of a professional claim. */
export const professionalDependent = z
  .strictObject({ ...dependentFacts, ...casualtyNumbers, ...patientFacts })
  .refine(onePatientNumber, ONE_PATIENT_NUMBER);

export type Provider = z.output<typeof provider>;
export type Practitioner = z.output<typeof practitioner>;
export type Facility = z.output<typeof facility>;
export type Payer = z.output<typeof payer>;
export type Dependent = z.output<typeof professionalDependent>;
export type BillingProvider = z.output<typeof billingProvider>;
export type ProviderId = z.output<typeof providerIds>[number];
