/** Claim-level and payer-level links that the kinds of claim share. */
import type { ProviderId } from '../../../schemas/claim-parties.ts';
import type { Loop2300, Loop2320, Loop2330C } from '../../guides/values/837p.ts';
import { ADJUSTMENTS, ATTACHMENT, amt, CONTRACT, day, flag, money, PRICING, ref, texts, words } from './links.ts';
import { each, field, is, type Link, type MapOf, own, part } from './mapping.ts';
import {
  addressLinks,
  idLinks,
  OTHER_INSURED_NAME,
  PAYER_IDS,
  PERSON_IDS,
  payerName,
  RELATIONSHIP,
} from './parties.ts';

/** Segments of loop 2300 that every kind of claim has under the same key. */
export const CLAIM_SEGMENTS: Pick<
  MapOf<Loop2300>,
  | 'supplementalInformation'
  | 'contract'
  | 'serviceAuthorizationExceptionCode'
  | 'referralNumber'
  | 'priorAuthorization'
  | 'payerClaimControlNumber'
  | 'repricedClaimNumber'
  | 'adjustedRepricedClaimNumber'
  | 'clearinghouseClaimNumber'
  | 'fixedFormat'
  | 'pricing'
> = {
  supplementalInformation: each('attachments', ATTACHMENT),
  contract: part('contract', CONTRACT),
  serviceAuthorizationExceptionCode: ref('4N', 'serviceAuthorizationException'),
  referralNumber: ref('9F', 'referral'),
  priorAuthorization: ref('G1', 'priorAuthorization'),
  payerClaimControlNumber: ref('F8', 'replaces.payerClaimNumber'),
  repricedClaimNumber: ref('9A', 'repricedClaimNumber'),
  adjustedRepricedClaimNumber: ref('9C', 'adjustedRepricedClaimNumber'),
  clearinghouseClaimNumber: ref('D9', 'clearinghouseClaimNumber'),
  fixedFormat: texts('fixedFormat'),
  pricing: part('pricing', PRICING),
};

/** CLM11: what caused the injury. */
export const CAUSES = { auto: 'AA', employment: 'EM', other: 'OA' } as const;

type Cause = keyof typeof CAUSES;
type RelatedCauses = { causes: ('AA' | 'EM' | 'OA')[]; state?: string | undefined; country?: string | undefined };
type Accident = { causes: Cause[]; state?: string; country?: string };

/** CLM11 with the state or country of an automobile accident. */
export const RELATED_CAUSES = own<{ accident?: Accident }, RelatedCauses>(
  'accident',
  ({ accident }) =>
    accident === undefined
      ? undefined
      : { causes: accident.causes.map((one) => CAUSES[one]), state: accident.state, country: accident.country },
  ({ causes, state, country }) => ({
    'accident.causes': causes?.map((code) => (Object.keys(CAUSES) as Cause[]).find((word) => CAUSES[word] === code)),
    'accident.state': state,
    'accident.country': country,
  }),
);

/** SBR of another payer (loop 2320). */
export const OTHER_COVERAGE = {
  sequence: field('payerSequence'),
  relationship: words('relationship', RELATIONSHIP),
  groupNumber: field('groupNumber'),
  groupName: field('groupName'),
  filingIndicator: field('claimFiling'),
};

/** MOA. */
export const OUTPATIENT = {
  rate: field('rate'),
  hcpcsPayable: money('hcpcsPayable'),
  remarks: own<{ remarks: readonly string[] }, string[]>(
    'remarks',
    ({ remarks }) => (remarks.length === 0 ? undefined : [...remarks]),
    (remarks) => ({ remarks }),
  ),
  esrdPaid: money('esrdPaid'),
  professionalComponent: money('professionalComponent'),
};

/** Loop 2330A without its further number. */
export const OTHER_INSURED = { name: OTHER_INSURED_NAME, ...addressLinks() };

/** Segments and loops of 2320 that every kind of claim has under the same key, the providers aside. */
export const OTHER_PAYER: Pick<
  MapOf<Loop2320>,
  | 'coverage'
  | 'adjustments'
  | 'payerPaid'
  | 'nonCovered'
  | 'remainingPatientLiability'
  | 'outpatient'
  | 'otherSubscriber'
  | 'otherPayer'
> = {
  coverage: OTHER_COVERAGE,
  adjustments: ADJUSTMENTS,
  payerPaid: amt('D', 'paid'),
  nonCovered: amt('A8', 'nonCovered'),
  remainingPatientLiability: amt('EAF', 'remainingPatient'),
  outpatient: part('outpatient', OUTPATIENT),
  otherSubscriber: part('insured', { ...OTHER_INSURED, otherSubscriberSecondaryIdentification: ref('SY', 'ssn') }),
  otherPayer: {
    name: payerName('payer'),
    ...addressLinks('payer.address'),
    remittanceDate: day('573', 'adjudicationDate'),
    otherPayerSecondaryIdentifier: idLinks(PAYER_IDS, 'payer.ids'),
    otherPayerPriorAuthorizationNumber: ref('G1', 'priorAuthorization'),
    otherPayerReferralNumber: ref('9F', 'referral'),
    otherPayerClaimAdjustmentIndicator: { qualifier: is('T4'), value: flag('readjusted') },
    otherPayerClaimControlNumber: ref('F8', 'claimNumber'),
  },
};

type OtherIds = Readonly<Record<string, readonly unknown[]>> & Readonly<Record<string, boolean>>;
type OtherName<E> = { entity: E; type: '1' | '2' };

/** NM1 of a provider with another payer, which says no more than whether it is a person; a flag tells what it is not as a rule. */
const otherName = <E extends string>(entity: E, ids: string, usual: '1' | '2', flagName: string): Link<OtherName<E>> =>
  own<OtherIds, OtherName<E>>(
    ids,
    (other) => {
      if (other[ids]?.length === 0) return undefined;
      return { entity, type: (usual === '1') === other[flagName] ? '2' : '1' };
    },
    ({ type }) => (type === undefined || type === usual ? {} : { [flagName]: true }),
    { keys: { type: flagName } },
  );

/** NM1 of loops 2330D and 2330G (837P), 2330D and 2330F (837D). */
export const OTHER_RENDERING = otherName('82', 'renderingIds', '1', 'renderingOrganization');
export const OTHER_BILLING = otherName('85', 'billingIds', '2', 'billingPerson');

type Epsdt = { given: boolean; conditions: ('AV' | 'NU' | 'S2' | 'ST')[] };

/** CRC*ZZ: whether a referral came of a child's screening. */
export const EPSDT = own<{ epsdtReferral?: Epsdt }, NonNullable<Loop2300['epsdtReferral']>>(
  'epsdtReferral',
  ({ epsdtReferral }) =>
    epsdtReferral === undefined
      ? undefined
      : { category: 'ZZ', applies: epsdtReferral.given ? 'Y' : 'N', conditions: epsdtReferral.conditions },
  ({ applies, conditions }) => ({ epsdtReferral: { given: applies === 'Y', conditions } }),
);

type OtherReferring = { referringIds: readonly ProviderId[]; primaryCareIds: readonly ProviderId[] };

/** Loops 2330C: numbers of the referring provider and of the physician of primary care with another payer. */
export const OTHER_REFERRING = own<OtherReferring, Loop2330C[]>(
  'referringIds',
  (other) => {
    const loops = [...referringLoop('DN', other.referringIds), ...referringLoop('P3', other.primaryCareIds)];
    return loops.length === 0 ? undefined : loops;
  },
  (loops) =>
    Object.fromEntries(
      loops.map(({ name, otherPayerReferringProviderSecondaryIdentification: refs }) => [
        name?.entity === 'P3' ? 'primaryCareIds' : 'referringIds',
        refs?.map(({ qualifier, value }) => ({ kind: qualifier && ID_KIND[qualifier], id: value })),
      ]),
    ),
);

const ID_KIND = { '0B': 'stateLicense', '1G': 'upin', G2: 'payerAssigned' } as const;

function referringLoop(entity: 'DN' | 'P3', ids: readonly ProviderId[]): Loop2330C[] {
  const refs = ids.flatMap(({ kind, id }) => (kind === 'location' ? [] : [{ qualifier: PERSON_IDS[kind], value: id }]));
  return refs.length === 0
    ? []
    : [{ name: { entity, type: '1' }, otherPayerReferringProviderSecondaryIdentification: refs }];
}
