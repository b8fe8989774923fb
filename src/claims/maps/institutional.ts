/** The institutional claim and loop 2300 of the 837I. */
import type { InstitutionalClaim } from '../../../schemas/claim-institutional.ts';
import type { Loop2300, Loop2320 } from '../../guides/values/837i.ts';
import { CLAIM_SEGMENTS, EPSDT, OTHER_INSURED, OTHER_PAYER } from './common.ts';
import { specialty } from './hierarchy.ts';
import {
  ADMITTING_DIAGNOSIS,
  codesOf,
  DRG,
  EXTERNAL_CAUSES,
  OCCURRENCE_SPANS,
  OCCURRENCES,
  OTHER_DIAGNOSES,
  OTHER_PROCEDURES,
  PRINCIPAL_DIAGNOSIS,
  PRINCIPAL_PROCEDURE,
  REASONS_FOR_VISIT,
  VALUE_CODES,
} from './institutional-codes.ts';
import { INSTITUTIONAL_LINE } from './institutional-line.ts';
import { amt, day, daysOf, money, PRICING, ref } from './links.ts';
import { each, field, is, type MapOf, own, part } from './mapping.ts';
import {
  addressLinks,
  FACILITY_IDS,
  FACILITY_NAME,
  idLinks,
  PAYER_ASSIGNED,
  PERSON_IDS,
  PROVIDER_IDS,
  practitionerName,
} from './parties.ts';

type Claim = InstitutionalClaim;

type Inpatient = NonNullable<InstitutionalClaim['otherPayers'][number]['inpatient']>;

/** MIA: the first remark stands among the amounts, the others behind them. */
const INPATIENT: MapOf<NonNullable<Loop2320['inpatient']>> = {
  coveredDays: field('coveredDays'),
  psychiatricDays: field('psychiatricDays'),
  drgAmount: money('drgAmount'),
  remark: own<Inpatient, string>(
    'remarks',
    ({ remarks }) => remarks[0],
    (remark) => ({ remarks: [remark] }),
  ),
  disproportionateShare: money('disproportionateShare'),
  mspPassThrough: money('mspPassThrough'),
  ppsCapital: money('ppsCapital'),
  fspDrg: money('fspDrg'),
  hspDrg: money('hspDrg'),
  dshDrg: money('dshDrg'),
  oldCapital: money('oldCapital'),
  imeCapital: money('imeCapital'),
  hspOperating: money('hspOperating'),
  costReportDays: field('costReportDays'),
  fspOperating: money('fspOperating'),
  ppsDrg: money('ppsDrg'),
  indirectTeaching: money('indirectTeaching'),
  professionalComponent: money('professionalComponent'),
  remarks: own<Inpatient, string[]>(
    'remarks',
    ({ remarks }) => (remarks.length > 1 ? remarks.slice(1) : undefined),
    (remarks) => ({ remarks }),
  ),
  capitalException: money('capitalException'),
};

const INSURED_SSN = own<{ ssn?: string }, { qualifier: 'SY'; value: string }[]>(
  'ssn',
  ({ ssn }) => (ssn === undefined ? undefined : [{ qualifier: 'SY', value: ssn }]),
  ([first]) => ({ ssn: first?.value }),
);

/** Loop 2320 by another payer of the claim. */
const OTHER: MapOf<Loop2320> = {
  ...OTHER_PAYER,
  inpatient: part('inpatient', INPATIENT),
  otherSubscriber: part('insured', { ...OTHER_INSURED, otherSubscriberSecondaryIdentification: INSURED_SSN }),
  otherInsurance: { benefits: field('benefitsAssigned'), release: field('release') },
  otherPayerAttendingProvider: {
    name: { entity: is('71'), type: is('1') },
    otherPayerAttendingProviderSecondaryIdentification: idLinks(PROVIDER_IDS, 'attendingIds'),
  },
  otherPayerOperatingPhysician: {
    name: { entity: is('72'), type: is('1') },
    otherPayerOperatingPhysicianSecondaryIdentification: idLinks(PROVIDER_IDS, 'operatingIds'),
  },
  otherPayerOtherOperatingPhysician: {
    name: { entity: is('ZZ'), type: is('1') },
    otherPayerOtherOperatingPhysicianSecondaryIdentification: idLinks(PROVIDER_IDS, 'otherOperatingIds'),
  },
  otherPayerServiceFacilityLocation: {
    name: { entity: is('77'), type: is('2') },
    otherPayerServiceFacilityLocationSecondaryIdentification: idLinks(FACILITY_IDS, 'facilityIds'),
  },
  otherPayerRenderingProvider: {
    name: { entity: is('82'), type: is('1') },
    otherPayerRenderingProviderSecondaryIdentification: idLinks(PROVIDER_IDS, 'renderingIds'),
  },
  otherPayerReferringProvider: {
    name: { entity: is('DN'), type: is('1') },
    otherPayerReferringProviderSecondaryIdentification: idLinks(PERSON_IDS, 'referringIds'),
  },
  otherPayerBillingProvider: {
    name: { entity: is('85'), type: is('2') },
    otherPayerBillingProviderSecondaryIdentification: idLinks(PAYER_ASSIGNED, 'billingIds'),
  },
};

type Location = Loop2300['claim']['location'];

/** CLM05 from the three digits of the bill type. */
const BILL_TYPE = own<Claim, Location>(
  'billType',
  ({ billType }) => ({ facility: billType.slice(0, 2), qualifier: 'A', frequency: billType.slice(2) }),
  ({ facility, frequency }) => ({ billType: `${facility}${frequency}` }),
);

const STATEMENT = own<Claim, Loop2300['statementDates']>(
  'statementPeriod',
  ({ statementPeriod: { from, to } }) => ({ qualifier: '434', format: 'RD8', period: `${from}/${to}` }),
  ({ period }) => {
    const [from, to = from] = daysOf(period);
    return { statementPeriod: { from, to } };
  },
);

const ADMISSION = own<Claim, NonNullable<Loop2300['admissionDate']>>(
  'admissionDate',
  ({ admissionDate: period }) =>
    period === undefined ? undefined : { qualifier: '435', format: period.includes('T') ? 'DT' : 'D8', period },
  ({ period }) => ({ admissionDate: period }),
);

const DEVICES = own<Claim, NonNullable<Loop2300['investigationalDeviceExemptionNumber']>>(
  'investigationalDevices',
  ({ investigationalDevices: ids }) =>
    ids.length === 0 ? undefined : ids.map((value) => ({ qualifier: 'LX' as const, value })),
  (refs) => ({ investigationalDevices: refs.map(({ value }) => value) }),
);

/** Loop 2300 by an institutional claim. */
export const INSTITUTIONAL: MapOf<Loop2300> = {
  claim: {
    patientControlNumber: field('patientControlNumber'),
    charge: money('charge'),
    location: BILL_TYPE,
    assignment: field('assignment'),
    benefits: field('benefitsAssigned'),
    release: field('release'),
    delayReason: field('delayReason'),
  },
  dischargeHour: { qualifier: is('096'), format: is('TM'), period: field('dischargeHour') },
  statementDates: STATEMENT,
  admissionDate: ADMISSION,
  repricerReceivedDate: day('050', 'repricerReceivedDate'),
  claimCodes: {
    admissionType: field('admissionType'),
    admissionSource: field('admissionSource'),
    patientStatus: field('patientStatus'),
  },
  ...CLAIM_SEGMENTS,
  patientEstimatedAmountDue: amt('F3', 'patientEstimatedDue'),
  investigationalDeviceExemptionNumber: DEVICES,
  autoAccidentState: ref('LU', 'autoAccidentState'),
  medicalRecordNumber: ref('EA', 'medicalRecordNumber'),
  demonstrationProjectIdentifier: ref('P4', 'demonstrationProject'),
  peerReviewApprovalNumber: ref('G4', 'peerReviewNumber'),
  notes: each('notes', { kind: field('kind'), text: field('text') }),
  billingNote: { kind: is('ADD'), text: field('billingNote') },
  epsdtReferral: EPSDT,
  principalDiagnosis: PRINCIPAL_DIAGNOSIS,
  admittingDiagnosis: ADMITTING_DIAGNOSIS,
  reasonsForVisit: REASONS_FOR_VISIT,
  externalCauses: EXTERNAL_CAUSES,
  drg: DRG,
  otherDiagnoses: OTHER_DIAGNOSES,
  principalProcedure: PRINCIPAL_PROCEDURE,
  otherProcedures: OTHER_PROCEDURES,
  occurrenceSpans: OCCURRENCE_SPANS,
  occurrences: OCCURRENCES,
  values: VALUE_CODES,
  conditions: codesOf('BG', 'conditionCodes'),
  treatmentCodes: codesOf('TC', 'treatmentCodes'),
  pricing: part('pricing', {
    ...PRICING,
    revenueCode: field('revenueCode'),
    unit: field('unit'),
    quantity: field('quantity'),
  }),
  attendingProvider: part('attending', {
    name: practitionerName('71'),
    specialty: specialty('AT'),
    attendingProviderSecondaryIdentification: idLinks(PROVIDER_IDS),
  }),
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
  serviceFacility: part('facility', {
    name: FACILITY_NAME,
    ...addressLinks(),
    serviceFacilityLocationSecondaryIdentification: idLinks(FACILITY_IDS),
  }),
  referringProvider: part('referring', {
    name: practitionerName('DN'),
    referringProviderSecondaryIdentification: idLinks(PERSON_IDS),
  }),
  otherSubscribers: each('otherPayers', OTHER),
  serviceLines: each('lines', INSTITUTIONAL_LINE),
};
