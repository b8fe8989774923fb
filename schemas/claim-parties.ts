/** People, providers and payers of a claim object, in a biller's words. */
import { z } from 'zod';
import { address, code, contact, isoDate, npi, openAddress, quantity, taxNumber, text } from './fields.ts';

/** Relationship of the patient (or of another insured) to the subscriber. */
export const relationship = z.enum(
  ['self', 'spouse', 'child', 'employee', 'organDonor', 'cadaverDonor', 'lifePartner', 'other', 'unknown'],
  { error: 'self, spouse, child, employee, organDonor, cadaverDonor, lifePartner, other or unknown' },
);

export const sex = z.enum(['F', 'M', 'U'], { error: 'F, M or U' });

const PROVIDER_ID = { error: 'stateLicense, upin, payerAssigned or location' };

/** Further numbers of a provider. `payerId` names the payer that gave the number where it is not the claim's own. */
export const providerIds = z
  .array(
    z.strictObject({
      kind: z.enum(['stateLicense', 'upin', 'payerAssigned', 'location'], PROVIDER_ID),
      id: text(50),
      payerId: text(50).optional(),
    }),
  )
  .max(4, { error: 'at most 4 further numbers' })
  .default([]);

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

/** A provider named on a claim or a line: a person (`lastName`) or an organisation (`organizationName`). */
export const provider = z.strictObject(providerIdentity).refine(oneName, ONE_NAME);

/** A person who refers, orders or supervises. */
export const practitioner = z.strictObject({ npi: npi.optional(), ...personName, ids: providerIds });

/** A place where the service was given. */
export const facility = z.strictObject({
  npi: npi.optional(),
  organizationName: text(60),
  ids: providerIds,
  address,
  contact: contact.optional(),
});

/** Who ordered an item or a test; the address is for certificates of medical necessity. */
export const orderingProvider = practitioner.extend({ address: openAddress.optional(), contact: contact.optional() });

/** Who bills (loop 2010AA). Tax id by `taxId` (EIN) or `ssn`, nine digits. */
export const billingProvider = z
  .strictObject({
    ...providerIdentity,
    taxId: taxNumber.optional(),
    ssn: taxNumber.optional(),
    address,
    contact: contact.optional(),
    otherContact: contact.optional(),
  })
  .refine(oneName, ONE_NAME)
  .refine((value) => (value.taxId === undefined) !== (value.ssn === undefined), {
    error: 'either taxId or ssn',
    path: ['taxId'],
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
  contact: contact.optional(),
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

/** The patient of an institutional claim; `memberId` is the patient's own number with a casualty carrier. */
export const institutionalDependent = z.strictObject({
  ...dependentFacts,
  ssn: taxNumber.optional(),
  memberId: text(50).optional(),
});

/** The patient of a professional claim. */
export const professionalDependent = institutionalDependent.extend(patientFacts);

export type Provider = z.output<typeof provider>;
export type Practitioner = z.output<typeof practitioner>;
export type Facility = z.output<typeof facility>;
export type Payer = z.output<typeof payer>;
export type Dependent = z.output<typeof professionalDependent>;
export type BillingProvider = z.output<typeof billingProvider>;
export type ProviderId = z.output<typeof providerIds>[number];
