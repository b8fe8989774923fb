/** The professional claim and loop 2300 of the 837P. */
import type { ProfessionalClaim } from '../../../schemas/claim-professional.ts';
import type { Loop2300, Loop2320 } from '../../guides/values/837p.ts';
import { AMBULANCE, AMBULANCE_CERTIFICATION, DROP_OFF, PICK_UP } from './ambulance.ts';
import {
  CLAIM_SEGMENTS,
  EPSDT,
  OTHER_BILLING,
  OTHER_COVERAGE,
  OTHER_PAYER,
  OTHER_REFERRING,
  OTHER_RENDERING,
  RELATED_CAUSES,
} from './common.ts';
import { specialty } from './hierarchy.ts';
import { codesOf } from './institutional-codes.ts';
import { amt, codesIn, day, daysOf, money, ref, signedByProvider, yesNo } from './links.ts';
import { each, field, is, type MapOf, own, part } from './mapping.ts';
import {
  addressLinks,
  FACILITY_IDS,
  FACILITY_NAME,
  idLinks,
  PAYER_ASSIGNED,
  PROVIDER_IDS,
  practitionerName,
  providerName,
  REFERRING,
  TELEPHONE,
} from './parties.ts';
import { PROFESSIONAL_LINE } from './professional-line.ts';

type Claim = ProfessionalClaim;

/** Loop 2320 by another payer of the claim. */
const OTHER: MapOf<Loop2320> = {
  ...OTHER_PAYER,
  coverage: { ...OTHER_COVERAGE, insuranceType: field('mspType') },
  otherInsurance: {
    benefits: field('benefitsAssigned'),
    signatureSource: signedByProvider('signedByProvider'),
    release: field('release'),
  },
  otherPayerReferringProviders: OTHER_REFERRING,
  otherPayerRenderingProvider: {
    name: OTHER_RENDERING,
    otherPayerRenderingProviderSecondaryIdentification: idLinks(PROVIDER_IDS, 'renderingIds'),
  },
  otherPayerServiceFacilityLocation: {
    name: { entity: is('77'), type: is('2') },
    otherPayerServiceFacilityLocationSecondaryIdentification: idLinks(FACILITY_IDS, 'facilityIds'),
  },
  otherPayerSupervisingProvider: {
    name: { entity: is('DQ'), type: is('1') },
    otherPayerSupervisingProviderSecondaryIdentification: idLinks(PROVIDER_IDS, 'supervisingIds'),
  },
  otherPayerBillingProvider: {
    name: OTHER_BILLING,
    otherPayerBillingProviderSecondaryIdentification: idLinks(PAYER_ASSIGNED, 'billingIds'),
  },
};

/** HI: the first diagnosis is the principal one. */
const DIAGNOSES = own<Claim, Loop2300['diagnoses']>(
  'diagnoses',
  ({ diagnoses, icdVersion }) => ({
    codes: diagnoses.map((code, index) =>
      index === 0
        ? { list: icdVersion === '9' ? 'BK' : 'ABK', code }
        : { list: icdVersion === '9' ? 'BF' : 'ABF', code },
    ),
  }),
  ({ codes }) => ({
    diagnoses: codesIn(codes),
    ...(codes?.[0]?.list === 'BK' ? { icdVersion: '9' } : {}),
  }),
  { perSegment: 12 },
);

/** HI: the procedures that anaesthesia was given for. */
const ANESTHESIA = own<Claim, NonNullable<Loop2300['anesthesiaProcedure']>>(
  'anesthesiaProcedures',
  ({ anesthesiaProcedures }) =>
    anesthesiaProcedures.length === 0
      ? undefined
      : {
          codes: anesthesiaProcedures.map((code, index) => (index === 0 ? { list: 'BP', code } : { list: 'BO', code })),
        },
  ({ codes }) => ({ anesthesiaProcedures: codesIn(codes) }),
  { perSegment: 12 },
);

/** DTP*314, 360 or 361: disability, its first day, its last day. */
const DISABILITY = own<Claim, NonNullable<Loop2300['disabilityDates']>>(
  'disability',
  ({ disability }) => {
    if (disability === undefined) return undefined;
    const { from, to } = disability;
    if (from !== undefined && to !== undefined) return { qualifier: '314', format: 'RD8', period: `${from}/${to}` };
    return from === undefined
      ? { qualifier: '361', format: 'D8', period: to ?? '' }
      : { qualifier: '360', format: 'D8', period: from };
  },
  ({ qualifier, period }) => {
    const [from, to] = daysOf(period);
    if (qualifier === '314') return { disability: { from, to } };
    return { disability: qualifier === '360' ? { from } : { to: from } };
  },
);

type CareDates = NonNullable<Loop2300['assumedAndRelinquishedCareDates']>;

/** DTP*090 and 091. */
const CARE_DATES = own<Claim, CareDates>(
  'assumedCareDate',
  ({ assumedCareDate, relinquishedCareDate }) => {
    const dates: CareDates = [];
    if (assumedCareDate !== undefined) dates.push({ qualifier: '090', format: 'D8', period: assumedCareDate });
    if (relinquishedCareDate !== undefined)
      dates.push({ qualifier: '091', format: 'D8', period: relinquishedCareDate });
    return dates.length === 0 ? undefined : dates;
  },
  (dates) =>
    Object.fromEntries(
      dates.map(({ qualifier, period }) => [qualifier === '090' ? 'assumedCareDate' : 'relinquishedCareDate', period]),
    ),
);

const HOMEBOUND = own<Claim, NonNullable<Loop2300['homeboundIndicator']>>(
  'homebound',
  ({ homebound }) => (homebound ? { category: '75', applies: 'Y', conditions: ['IH'] } : undefined),
  () => ({ homebound: true }),
);

const SPINAL = own<Claim, NonNullable<Loop2300['spinalManipulation']>>(
  'spinal',
  ({ spinal }) => {
    if (spinal === undefined) return undefined;
    const [description, description2] = spinal.descriptions;
    return { condition: spinal.condition, description, description2 };
  },
  ({ condition, description, description2 }) => ({
    spinal: { condition, descriptions: [description, description2].filter((text) => text !== undefined) },
  }),
);

/** Loop 2300 by a professional claim. */
export const PROFESSIONAL: MapOf<Loop2300> = {
  claim: {
    patientControlNumber: field('patientControlNumber'),
    charge: money('charge'),
    location: { facility: field('placeOfService'), qualifier: is('B'), frequency: field('frequency') },
    signature: yesNo('signatureOnFile'),
    assignment: field('assignment'),
    benefits: field('benefitsAssigned'),
    release: field('release'),
    signatureSource: signedByProvider('signedByProvider'),
    relatedCauses: RELATED_CAUSES,
    specialProgram: field('specialProgram'),
    delayReason: field('delayReason'),
  },
  onsetOfCurrentIllnessOrSymptomDate: day('431', 'onsetDate'),
  initialTreatmentDate: day('454', 'initialTreatmentDate'),
  lastSeenDate: day('304', 'lastSeenDate'),
  acuteManifestationDate: day('453', 'acuteManifestationDate'),
  accidentDate: day('439', 'accident.date'),
  lastMenstrualPeriodDate: day('484', 'lastMenstrualPeriodDate'),
  lastXRayDate: day('455', 'lastXRayDate'),
  hearingAndVisionPrescriptionDate: day('471', 'prescriptionDate'),
  disabilityDates: DISABILITY,
  lastWorkedDate: day('297', 'lastWorkedDate'),
  authorizedReturnToWorkDate: day('296', 'returnToWorkDate'),
  admissionDate: day('435', 'admissionDate'),
  dischargeDate: day('096', 'dischargeDate'),
  assumedAndRelinquishedCareDates: CARE_DATES,
  propertyAndCasualtyDateOfFirstContactDate: day('444', 'firstContactDate'),
  repricerReceivedDate: day('050', 'repricerReceivedDate'),
  ...CLAIM_SEGMENTS,
  patientAmountPaid: amt('F5', 'patientPaid'),
  section4081Indicator: { qualifier: is('F5'), value: yesNo('medicareCrossover') },
  mammographyCertificationNumber: ref('EW', 'mammographyCertification'),
  cliaNumber: ref('X4', 'cliaNumber'),
  investigationalDeviceExemptionNumber: ref('LX', 'investigationalDevice'),
  medicalRecordNumber: ref('EA', 'medicalRecordNumber'),
  demonstrationProjectIdentifier: ref('P4', 'demonstrationProject'),
  carePlanOversight: ref('1J', 'carePlanOversight'),
  notes: part('note', { kind: field('kind'), text: field('text') }),
  ambulanceTransport: part('ambulance', AMBULANCE),
  spinalManipulation: SPINAL,
  ambulanceCertification: each('ambulanceCertifications', AMBULANCE_CERTIFICATION),
  patientConditionInformationVision: each('vision', {
    category: field('category'),
    applies: yesNo('applies'),
    conditions: field('conditions'),
  }),
  homeboundIndicator: HOMEBOUND,
  epsdtReferral: EPSDT,
  diagnoses: DIAGNOSES,
  anesthesiaProcedure: ANESTHESIA,
  conditions: codesOf('BG', 'conditionCodes'),
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
    contacts: TELEPHONE,
  }),
  supervisingProvider: part('supervising', {
    name: practitionerName('DQ'),
    supervisingProviderSecondaryIdentification: idLinks(PROVIDER_IDS),
  }),
  ambulancePickUpLocation: part('pickUp', PICK_UP),
  ambulanceDropOffLocation: part('dropOff', DROP_OFF),
  otherSubscribers: each('otherPayers', OTHER),
  serviceLines: each('lines', PROFESSIONAL_LINE),
};
