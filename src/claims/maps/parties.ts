/** Names, addresses, contacts and further numbers of people, providers and payers, as every 837 writes them. */
import type { Practitioner } from '../../../schemas/claim-parties.ts';
import type { Address, ClaimContact, ClaimTelephone } from '../../../schemas/fields.ts';
import { toGuide } from './compile-map.ts';
import { words } from './links.ts';
import { beside, field, fromGuide, is, type Lax, type Link, type MapOf, own, type Part, valueAt } from './mapping.ts';

/** Individual relationship codes (SBR02, PAT01) by the claim's words. */
export const RELATIONSHIP = {
  self: '18',
  spouse: '01',
  child: '19',
  employee: '20',
  unknown: '21',
  organDonor: '39',
  cadaverDonor: '40',
  lifePartner: '53',
  other: 'G8',
} as const;

/** REF01 of a provider's further numbers. */
export const PROVIDER_IDS = { stateLicense: '0B', upin: '1G', payerAssigned: 'G2', location: 'LU' } as const;
/** Of a person who refers or orders. */
export const PERSON_IDS = { stateLicense: '0B', upin: '1G', payerAssigned: 'G2' } as const;
/** Of a place. */
export const FACILITY_IDS = { stateLicense: '0B', payerAssigned: 'G2', location: 'LU' } as const;
/** Of the billing provider: licences beside its name, the payer's own numbers beside the payer. */
export const LICENSES = { stateLicense: '0B', upin: '1G' } as const;
export const PAYER_ASSIGNED = { payerAssigned: 'G2', location: 'LU' } as const;

/** REF01 of a payer's further numbers. */
export const PAYER_IDS = { payerId: '2U', taxId: 'EI', claimOffice: 'FY', naic: 'NF' } as const;

/** Fields that the elements of a name are. */
const NAME_KEYS = {
  lastName: 'lastName',
  firstName: 'firstName',
  middleName: 'middleName',
  suffix: 'suffix',
} as const;

type Names = {
  lastName?: string | undefined;
  firstName?: string | undefined;
  middleName?: string | undefined;
  suffix?: string | undefined;
  organizationName?: string | undefined;
  npi?: string | undefined;
};
type Name = {
  type: '1' | '2';
  lastName: string;
  firstName?: string | undefined;
  middleName?: string | undefined;
  suffix?: string | undefined;
  id?: string | undefined;
};
type ProviderName<E> = Name & { entity: E; idQualifier?: 'XX' | undefined };
type InsuredName = Name & { entity: 'IL'; idQualifier?: 'II' | 'MI' | undefined };

/** NM1 of a provider: a person or an organisation, with its NPI. */
export const providerName = <E extends string>(entity: E): Link<ProviderName<E>> =>
  own<Names, ProviderName<E>>(
    '',
    (names) => ({
      entity,
      ...eitherName(names),
      ...(names.npi === undefined ? {} : { idQualifier: 'XX', id: names.npi }),
    }),
    (name) => ({ ...eitherNameOf(name), npi: name.id }),
    { keys: { ...NAME_KEYS, id: 'npi', idQualifier: 'npi' } },
  );

function eitherName({ organizationName, lastName, firstName, middleName, suffix }: Names): Name {
  if (organizationName !== undefined) return { type: '2', lastName: organizationName };
  return { type: '1', lastName: lastName ?? '', firstName, middleName, suffix };
}

function eitherNameOf({ type, lastName, firstName, middleName, suffix }: Lax<Name>): Part {
  return type === '2' ? { organizationName: lastName } : { lastName, firstName, middleName, suffix };
}

type PractitionerName<E> = Name & { entity: E; type: '1'; idQualifier?: 'XX' | undefined };

/** NM1 of a person who refers, orders or supervises, with the NPI. */
export const practitionerName = <E extends string>(entity: E): MapOf<PractitionerName<E>> => ({
  ...personName(entity),
  idQualifier: beside('npi', 'XX'),
  id: field('npi'),
});

/** NM1 of a person without a number. */
export const personName = <E extends string>(entity: E) => ({
  entity: is(entity),
  type: is('1'),
  lastName: field('lastName'),
  firstName: field('firstName'),
  middleName: field('middleName'),
  suffix: field('suffix'),
});

/** NM1 of an organisation with its NPI. */
export const organizationName = <E extends string>(entity: E) => ({
  entity: is(entity),
  type: is('2'),
  lastName: field('organizationName'),
  idQualifier: beside('npi', 'XX'),
  id: field('npi'),
});

/** NM1*77: a place, by the name of the organisation. */
export const FACILITY_NAME = organizationName('77');

/** NM108 of a member id: the payer's own, or the standard unique health identifier. */
const MEMBER_ID_KINDS = { member: 'MI', unique: 'II' } as const;

type Insured = Names & { memberId?: string | undefined; memberIdKind: keyof typeof MEMBER_ID_KINDS };

const INSURED_PLACES = { keys: { ...NAME_KEYS, id: 'memberId', idQualifier: 'memberId' } };

const insuredOf = ({ idQualifier, ...name }: Lax<InsuredName>): Part => ({
  ...eitherNameOf(name),
  memberId: name.id,
  memberIdKind: idQualifier === 'II' ? 'unique' : undefined,
});

/** NM1*IL of an insured: a person, or an organisation, by member id. */
export const INSURED_NAME: Link<InsuredName> = own<Insured, InsuredName>(
  '',
  (names) => ({
    entity: 'IL',
    ...eitherName(names),
    ...(names.memberId === undefined ? {} : { idQualifier: MEMBER_ID_KINDS[names.memberIdKind], id: names.memberId }),
  }),
  insuredOf,
  INSURED_PLACES,
);

type OtherInsuredName = Name & { entity: 'IL'; idQualifier: 'II' | 'MI'; id: string };

/** NM1*IL of the insured of another payer, whose member id is always known. */
export const OTHER_INSURED_NAME: Link<OtherInsuredName> = own<Insured & { memberId: string }, OtherInsuredName>(
  '',
  (names) => ({
    entity: 'IL',
    ...eitherName(names),
    idQualifier: MEMBER_ID_KINDS[names.memberIdKind],
    id: names.memberId,
  }),
  insuredOf,
  INSURED_PLACES,
);

/** NM108 of a plan: the payer's own id, or the national plan id. */
export const PAYER_ID_KINDS = { payer: 'PI', plan: 'XV' } as const;

type PayerName = { entity: 'PR'; type: '2'; lastName: string; idQualifier: 'PI' | 'XV'; id: string };

/** NM1*PR: a health plan, from the claim's fields under a name. */
export const payerName = (name: string): MapOf<PayerName> => ({
  entity: is('PR'),
  type: is('2'),
  lastName: field(`${name}.name`),
  idQualifier: words(`${name}.idKind`, PAYER_ID_KINDS),
  id: field(`${name}.id`),
});

/** N3 and N4 of an address under a field, dotted or not (empty: the part is the address). */
export function addressLinks(name = 'address') {
  const at = (key: keyof Address) => field(name === '' ? key : `${name}.${key}`);
  return {
    address: { line1: at('line1'), line2: at('line2') },
    city: {
      city: at('city'),
      state: at('state'),
      zip: at('zip'),
      country: at('country'),
      subdivision: at('subdivision'),
    },
  };
}

type Demographics = { format: 'D8'; birthDate: string; sex: 'F' | 'M' | 'U' };

/** DMG: birth date and sex. A birth date without a sex says U. */
export const DEMOGRAPHICS: Link<Demographics> = own<Partial<Demographics>, Demographics>(
  'birthDate',
  ({ birthDate, sex }) => (birthDate === undefined ? undefined : { format: 'D8', birthDate, sex: sex ?? 'U' }),
  ({ birthDate, sex }) => ({ birthDate, sex }),
  { keys: { sex: 'sex', birthDate: 'birthDate' } },
);

type Reached = { qualifier: 'TE' | 'EX' | 'EM' | 'FX'; number: string };
type Per = { function: 'IC'; name?: string | undefined; numbers: Reached[] };

/** PER*IC of a contact: up to three numbers; an extension follows its telephone number. */
export function contactToPer({ name, phone, extension, email, fax }: ClaimContact): Per {
  const numbers: Reached[] = [];
  if (phone !== undefined) numbers.push({ qualifier: 'TE', number: phone });
  if (phone !== undefined && extension !== undefined) numbers.push({ qualifier: 'EX', number: extension });
  if (email !== undefined) numbers.push({ qualifier: 'EM', number: email });
  if (fax !== undefined) numbers.push({ qualifier: 'FX', number: fax });
  return { function: 'IC', name, numbers };
}

const REACHED = { TE: 'phone', EX: 'extension', EM: 'email', FX: 'fax' } as const;

/** The contact that a PER names; ways to reach it that a claim has no field for are left out. */
function contactFromPer({ name, numbers = [] }: Lax<Per>): Part {
  const contact: Record<string, string | undefined> = { name };
  for (const { qualifier, number } of numbers) {
    const way = qualifier === undefined ? undefined : REACHED[qualifier];
    if (way !== undefined) contact[way] ??= number;
  }
  return contact;
}

/** PER where the guide has one, by telephone only. */
export const TELEPHONE: Link<Telephone> = own<{ contact?: ClaimTelephone }, Telephone>(
  'contact',
  ({ contact }) => (contact === undefined ? undefined : telephoneOf(contact)),
  (per) => ({ contact: contactFromPer(per) }),
);

type Telephone = { function: 'IC'; name?: string | undefined; numbers: { qualifier: 'TE' | 'EX'; number: string }[] };

function telephoneOf({ name, phone, extension }: ClaimTelephone): Telephone {
  const numbers: Telephone['numbers'] = [{ qualifier: 'TE', number: phone }];
  if (extension !== undefined) numbers.push({ qualifier: 'EX', number: extension });
  return { function: 'IC', name, numbers };
}

/** PER where the guide has one, by any means. */
export const CONTACT: Link<Per> = own<{ contact?: ClaimContact }, Per>(
  'contact',
  ({ contact }) => (contact === undefined ? undefined : contactToPer(contact)),
  (per) => ({ contact: contactFromPer(per) }),
);

type Contacts = { contact?: ClaimContact; otherContact?: ClaimContact };

/** PER where the guide has two. */
export const CONTACTS: Link<Per[]> = own<Contacts, Per[]>(
  'contact',
  ({ contact, otherContact }) => {
    const given = [contact, otherContact].filter((one) => one !== undefined);
    return given.length === 0 ? undefined : given.map(contactToPer);
  },
  ([first, second]) => ({
    contact: first === undefined ? undefined : contactFromPer(first),
    otherContact: second === undefined ? undefined : contactFromPer(second),
  }),
);

type Ref<Q extends string = string> = {
  qualifier: Q;
  value: string;
  additional?: { references: { qualifier: '2U'; value: string }[] } | undefined;
};
type AnyId = { kind: string; id: string; payerId?: string | undefined };

/** REFs of further numbers of these kinds, from a field that may hold other kinds too. */
export function idLinks<Q extends string>(qualifiers: Readonly<Record<string, Q>>, name = 'ids'): Link<Ref<Q>[]> {
  const { refsOf, idsOf } = idCodec(qualifiers, name);
  return own<Part, Ref<Q>[]>(name, (part) => (refsOf(part).length === 0 ? undefined : refsOf(part)), idsOf);
}

/** The same where the guide has one REF. */
export function idLink<Q extends string>(qualifiers: Readonly<Record<string, Q>>, name: string): Link<Ref<Q>> {
  const { refsOf, idsOf } = idCodec(qualifiers, name);
  return own<Part, Ref<Q>>(
    name,
    (part) => refsOf(part)[0],
    (one) => idsOf([one]),
  );
}

function idCodec<Q extends string>(qualifiers: Readonly<Record<string, Q>>, name: string) {
  const kindOf = new Map<string | undefined, string>(Object.entries(qualifiers).map(([kind, code]) => [code, kind]));
  const refsOf = (part: Part): Ref<Q>[] =>
    ((valueAt(part, name) ?? []) as readonly AnyId[]).flatMap(({ kind, id, payerId }): Ref<Q>[] => {
      const qualifier = qualifiers[kind];
      return qualifier === undefined ? [] : [{ qualifier, value: id, ...additionalOf(payerId) }];
    });
  const idsOf = (refs: Lax<Ref[]>): Part => ({
    [name]: refs.map(({ qualifier, value, additional }) => ({
      kind: kindOf.get(qualifier),
      id: value,
      payerId: additional?.references?.[0]?.value,
    })),
  });
  return { refsOf, idsOf };
}

/** REF04: the payer that gave a number, by its id. */
function additionalOf(payerId: string | undefined): Pick<Ref, 'additional'> {
  return payerId === undefined ? {} : { additional: { references: [{ qualifier: '2U', value: payerId }] } };
}

/** REFs with one qualifier whose numbers may come from another payer (line authorizations and referrals). */
export const payerNumbers = <Q extends string>(qualifier: Q, name: string): Link<Ref<Q>[]> =>
  own<Record<string, readonly { number: string; payerId?: string | undefined }[]>, Ref<Q>[]>(
    name,
    (part) =>
      part[name]?.length
        ? part[name].map(({ number, payerId }) => ({ qualifier, value: number, ...additionalOf(payerId) }))
        : undefined,
    (refs) => ({
      [name]: refs.map(({ value, additional }) => ({ number: value, payerId: additional?.references?.[0]?.value })),
    }),
    { perSegment: 1 },
  );

type ReferringLoop = {
  name: PractitionerName<'DN' | 'P3'>;
  referringProviderSecondaryIdentification?: Ref<'0B' | '1G' | 'G2'>[] | undefined;
};

const referringMap = (entity: 'DN' | 'P3'): MapOf<ReferringLoop> => ({
  name: practitionerName(entity),
  referringProviderSecondaryIdentification: idLinks(PERSON_IDS),
});
const REFERRER = referringMap('DN');
const PRIMARY_CARE = referringMap('P3');

/** NM1*DN then NM1*P3: who referred, and the physician of primary care. */
export const REFERRING: Link<ReferringLoop[]> = own<
  { referring?: Practitioner; primaryCare?: Practitioner },
  ReferringLoop[]
>(
  'referring',
  ({ referring, primaryCare }) => {
    const loops = [
      referring === undefined ? undefined : toGuide(REFERRER, referring),
      primaryCare === undefined ? undefined : toGuide(PRIMARY_CARE, primaryCare),
    ].filter((loop) => loop !== undefined);
    return loops.length === 0 ? undefined : loops;
  },
  (loops) =>
    Object.fromEntries(
      loops.map((loop) =>
        loop.name?.entity === 'P3'
          ? ['primaryCare', fromGuide(PRIMARY_CARE, loop)]
          : ['referring', fromGuide(REFERRER, loop)],
      ),
    ),
);
