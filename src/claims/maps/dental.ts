/** The dental claim and loop 2300 of the 837D. */
import type { DentalClaim } from '../../../schemas/claim-dental.ts';
import type { Loop2300, Loop2310A, Loop2320 } from '../../guides/values/837d.ts';
import {
  CLAIM_SEGMENTS,
  OTHER_BILLING,
  OTHER_COVERAGE,
  OTHER_PAYER,
  OTHER_REFERRING,
  OTHER_RENDERING,
  RELATED_CAUSES,
} from './common.ts';
import { toGuide } from './compile-map.ts';
import { DENTAL_LINE } from './dental-line.ts';
import { specialty } from './hierarchy.ts';
import { ATTACHMENT, amt, codesIn, day, dayOrPeriod, money, ref, words, yesNo } from './links.ts';
import { each, field, fromGuide, is, type MapOf, own, part } from './mapping.ts';
import {
  addressLinks,
  FACILITY_IDS,
  FACILITY_NAME,
  idLinks,
  PAYER_ASSIGNED,
  PERSON_IDS,
  PROVIDER_IDS,
  practitionerName,
  providerName,
} from './parties.ts';

type Claim = DentalClaim;

const referrer = (entity: 'DN' | 'P3'): MapOf<Loop2310A> => ({
  name: practitionerName(entity),
  specialty: specialty('RF'),
  referringProviderSecondaryIdentification: idLinks(PERSON_IDS),
});
const REFERRER = referrer('DN');
const PRIMARY_CARE = referrer('P3');

/** NM1*DN then NM1*P3, each with its specialty. */
const REFERRING = own<Claim, Loop2310A[]>(
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

/** Loop 2320 by another payer of the claim. */
const OTHER: MapOf<Loop2320> = {
  ...OTHER_PAYER,
  coverage: { ...OTHER_COVERAGE, insuranceType: field('mspType') },
  otherInsurance: { benefits: field('benefitsAssigned'), release: field('release') },
  otherPayer: {
    ...OTHER_PAYER.otherPayer,
    otherPayerPredeterminationIdentification: ref('G3', 'predetermination'),
  },
  otherPayerReferringProviders: OTHER_REFERRING,
  otherPayerRenderingProvider: {
    name: OTHER_RENDERING,
    otherPayerRenderingProviderSecondaryIdentification: idLinks(PROVIDER_IDS, 'renderingIds'),
  },
  otherPayerSupervisingProvider: {
    name: { entity: is('DQ'), type: is('1') },
    otherPayerSupervisingProviderSecondaryIdentification: idLinks(PROVIDER_IDS, 'supervisingIds'),
  },
  otherPayerBillingProvider: {
    name: OTHER_BILLING,
    otherPayerBillingProviderSecondaryIdentification: idLinks(PAYER_ASSIGNED, 'billingIds'),
  },
  otherPayerServiceFacilityLocation: {
    name: { entity: is('77'), type: is('2') },
    otherPayerServiceFacilityLocationSecondaryIdentification: idLinks(FACILITY_IDS, 'facilityIds'),
  },
  otherPayerAssistantSurgeon: {
    name: { entity: is('DD'), type: is('1') },
    otherPayerAssistantSurgeonSecondaryIdentifier: idLinks(PROVIDER_IDS, 'assistantSurgeonIds'),
  },
};

const PREDETERMINATION = own<Claim, 'PB'>(
  'predetermination',
  ({ predetermination }) => (predetermination ? 'PB' : undefined),
  () => ({ predetermination: true }),
);

/** HI: the first diagnosis is the principal one. */
const DIAGNOSES = own<Claim, NonNullable<Loop2300['diagnoses']>>(
  'diagnoses',
  ({ diagnoses, icdVersion }) =>
    diagnoses.length === 0
      ? undefined
      : {
          codes: diagnoses.map((code, index) =>
            index === 0
              ? { list: icdVersion === '9' ? 'BK' : 'ABK', code }
              : { list: icdVersion === '9' ? 'BF' : 'ABF', code },
          ),
        },
  ({ codes }) => ({
    diagnoses: codesIn(codes),
    ...(codes?.[0]?.list === 'BK' ? { icdVersion: '9' } : {}),
  }),
  { perSegment: 12 },
);

const NOTES = own<Claim, NonNullable<Loop2300['notes']>>(
  'notes',
  ({ notes }) => (notes.length === 0 ? undefined : notes.map((text) => ({ kind: 'ADD' as const, text }))),
  (notes) => ({ notes: notes.map(({ text }) => text) }),
  { perSegment: 1 },
);

/** Loop 2300 by a dental claim. */
export const DENTAL: MapOf<Loop2300> = {
  claim: {
    patientControlNumber: field('patientControlNumber'),
    charge: money('charge'),
    location: { facility: field('placeOfService'), qualifier: is('B'), frequency: field('frequency') },
    signature: yesNo('signatureOnFile'),
    assignment: field('assignment'),
    benefits: field('benefitsAssigned'),
    release: field('release'),
    relatedCauses: RELATED_CAUSES,
    specialProgram: field('specialProgram'),
    submissionReason: PREDETERMINATION,
    delayReason: field('delayReason'),
  },
  accidentDate: day('439', 'accident.date'),
  appliancePlacementDate: day('452', 'appliancePlacementDate'),
  serviceDate: dayOrPeriod('472', 'serviceDate'),
  repricerReceivedDate: day('050', 'repricerReceivedDate'),
  orthodontics: part('orthodontics', {
    months: field('months'),
    remaining: field('monthsRemaining'),
    description: field('description'),
  }),
  toothStatuses: each('toothStatuses', {
    tooth: field('tooth'),
    status: words('status', { missing: 'M', toExtract: 'E' }),
    codeList: is('JP'),
  }),
  ...CLAIM_SEGMENTS,
  supplementalInformation: each('attachments', ATTACHMENT),
  patientAmountPaid: amt('F5', 'patientPaid'),
  predeterminationIdentification: ref('G3', 'predeterminationNumber'),
  notes: NOTES,
  diagnoses: DIAGNOSES,
  referringProviders: REFERRING,
  renderingProvider: part('rendering', {
    name: providerName('82'),
    specialty: specialty('PE'),
    renderingProviderSecondaryIdentification: idLinks(PROVIDER_IDS),
  }),
  serviceFacility: part('facility', {
    name: FACILITY_NAME,
    ...addressLinks(),
    serviceFacilityLocationSecondaryIdentification: idLinks(FACILITY_IDS),
  }),
  assistantSurgeon: part('assistantSurgeon', {
    name: practitionerName('DD'),
    specialty: specialty('AS'),
    assistantSurgeonSecondaryIdentification: idLinks(PROVIDER_IDS),
  }),
  supervisingProvider: part('supervising', {
    name: practitionerName('DQ'),
    supervisingProviderSecondaryIdentification: idLinks(PROVIDER_IDS),
  }),
  otherSubscribers: each('otherPayers', OTHER),
  serviceLines: each('lines', DENTAL_LINE),
};
