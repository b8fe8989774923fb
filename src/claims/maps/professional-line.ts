/** A service line of the professional claim and loop 2400 of the 837P. */
import type { ProfessionalLine } from '../../../schemas/claim-professional.ts';
import type { Loop2400, Loop2430, Loop2440 } from '../../guides/values/837p.ts';
import { AMBULANCE, AMBULANCE_CERTIFICATION, DROP_OFF, PICK_UP } from './ambulance.ts';
import { specialty } from './hierarchy.ts';
import { DECIDED, DECISION, DRUG_OR_SUPPLY, MODIFIERS } from './line.ts';
import {
  ATTACHMENT,
  amt,
  CONTRACT,
  day,
  dayOrPeriod,
  flag,
  money,
  PRICING,
  qty,
  ref,
  texts,
  words,
  yesNo,
} from './links.ts';
import { each, field, is, type MapOf, own, part } from './mapping.ts';
import {
  addressLinks,
  CONTACT,
  FACILITY_NAME,
  idLinks,
  PAYER_ASSIGNED,
  PERSON_IDS,
  PROVIDER_IDS,
  payerNumbers,
  practitionerName,
  providerName,
  REFERRING,
} from './parties.ts';

type Line = ProfessionalLine;

/** SV101-1 by the claim's words. */
const SYSTEMS = { HCPCS: 'HC', jurisdiction: 'ER', homeInfusion: 'IV', alternative: 'WK' } as const;

const PROCEDURE: MapOf<Loop2430['adjudication']['procedure']> = {
  qualifier: words('system', SYSTEMS),
  code: field('code'),
  modifiers: MODIFIERS,
  description: field('description'),
};

type TestDates = NonNullable<Loop2400['testDate']>;

/** DTP*738 and 739. */
const TEST_DATES = own<Line, TestDates>(
  'hemoglobinTestDate',
  ({ hemoglobinTestDate, creatinineTestDate }) => {
    const dates: TestDates = [];
    if (hemoglobinTestDate !== undefined) dates.push({ qualifier: '738', format: 'D8', period: hemoglobinTestDate });
    if (creatinineTestDate !== undefined) dates.push({ qualifier: '739', format: 'D8', period: creatinineTestDate });
    return dates.length === 0 ? undefined : dates;
  },
  (dates) =>
    Object.fromEntries(
      dates.map(({ qualifier, period }) => [qualifier === '738' ? 'hemoglobinTestDate' : 'creatinineTestDate', period]),
    ),
);

/** CRC*70. */
const HOSPICE = own<Line, NonNullable<Loop2400['hospiceEmployeeIndicator']>>(
  'hospiceEmployee',
  ({ hospiceEmployee }) =>
    hospiceEmployee === undefined
      ? undefined
      : { category: '70', applies: hospiceEmployee ? 'Y' : 'N', conditions: ['65'] },
  ({ applies }) => ({ hospiceEmployee: applies === 'Y' }),
);

const COPAY = own<Line, '0'>(
  'copayExempt',
  ({ copayExempt }) => (copayExempt ? '0' : undefined),
  () => ({ copayExempt: true }),
);

const POINTERS = own<Line, { pointers: number[] }>(
  'diagnosisPointers',
  ({ diagnosisPointers }) => ({ pointers: diagnosisPointers }),
  ({ pointers }) => ({ diagnosisPointers: pointers }),
);

/** SV5. */
const EQUIPMENT: MapOf<NonNullable<Loop2400['equipment']>> = {
  procedure: { qualifier: is('HC'), code: field('procedureCode') },
  unit: is('DA'),
  quantity: field('days'),
  rental: money('rental'),
  purchase: money('purchase'),
  frequency: field('frequency'),
};

/** Loop 2440. */
const FORM: MapOf<Loop2440> = {
  remarks: { list: field('list'), code: field('code') },
  answers: each('answers', {
    question: field('question'),
    yesNo: field('answer'),
    reference: field('text'),
    date: field('date'),
    percent: field('percent'),
  }),
};

/** Loop 2400 by a line of a professional claim. */
export const PROFESSIONAL_LINE: MapOf<Loop2400> = {
  service: {
    procedure: part('procedure', PROCEDURE),
    charge: money('charge'),
    unit: field('unit'),
    quantity: field('quantity'),
    placeOfService: field('placeOfService'),
    pointers: POINTERS,
    emergency: flag('emergency'),
    epsdt: flag('epsdt'),
    familyPlanning: flag('familyPlanning'),
    copay: COPAY,
  },
  equipment: part('equipment', EQUIPMENT),
  lineSupplementalInformation: each('attachments', ATTACHMENT),
  durableMedicalEquipmentCertificateOfMedicalNecessityIndicator: {
    report: is('CT'),
    transmission: field('necessityCertificate'),
  },
  ambulanceTransport: part('ambulance', AMBULANCE),
  equipmentCertification: part('equipmentCertification', {
    type: field('type'),
    unit: is('MO'),
    quantity: field('months'),
  }),
  ambulanceCertification: each('ambulanceCertifications', AMBULANCE_CERTIFICATION),
  hospiceEmployeeIndicator: HOSPICE,
  conditionIndicatorDurableMedicalEquipment: part('equipmentConditions', {
    category: is('09'),
    applies: yesNo('applies'),
    conditions: field('conditions'),
  }),
  serviceDate: dayOrPeriod('472', 'serviceDate'),
  prescriptionDate: day('471', 'prescriptionDate'),
  certificationRevisionRecertificationDate: day('607', 'recertificationDate'),
  beginTherapyDate: day('463', 'therapyBeginDate'),
  lastCertificationDate: day('461', 'lastCertificationDate'),
  lastSeenDate: day('304', 'lastSeenDate'),
  testDate: TEST_DATES,
  shippedDate: day('011', 'shippedDate'),
  lastXRayDate: day('455', 'lastXRayDate'),
  initialTreatmentDate: day('454', 'initialTreatmentDate'),
  ambulancePatientCount: qty('PT', 'patientCount'),
  obstetricAnesthesiaAdditionalUnits: qty('FL', 'obstetricUnits'),
  testResults: each('testResults', { reference: field('reference'), qualifier: field('kind'), value: field('value') }),
  contract: part('contract', CONTRACT),
  repricedLineItemReferenceNumber: ref('9B', 'repricedLineNumber'),
  adjustedRepricedLineItemReferenceNumber: ref('9D', 'adjustedRepricedLineNumber'),
  priorAuthorization: payerNumbers('G1', 'priorAuthorizations'),
  lineControlNumber: ref('6R', 'lineControlNumber'),
  mammographyCertificationNumber: ref('EW', 'mammographyCertification'),
  cliaNumber: ref('X4', 'cliaNumber'),
  referringCliaNumber: ref('F4', 'referringCliaNumber'),
  immunizationBatchNumber: ref('BT', 'immunizationBatch'),
  referralNumber: payerNumbers('9F', 'referrals'),
  salesTaxAmount: amt('T', 'salesTax'),
  postageClaimedAmount: amt('F4', 'postage'),
  fixedFormat: texts('fixedFormat'),
  lineNote: part('note', { kind: field('kind'), text: field('text') }),
  thirdPartyOrganizationNotes: { kind: is('TPO'), text: field('thirdPartyNote') },
  purchasedService: part('purchasedService', { provider: field('providerId'), charge: money('charge') }),
  pricing: part('pricing', {
    ...PRICING,
    procedureQualifier: words('procedure.system', SYSTEMS),
    procedure: field('procedure.code'),
    unit: field('unit'),
    quantity: field('quantity'),
  }),
  drug: part('drug', DRUG_OR_SUPPLY),
  renderingProvider: part('rendering', {
    name: providerName('82'),
    specialty: specialty('PE'),
    renderingProviderSecondaryIdentification: idLinks(PROVIDER_IDS),
  }),
  purchasedServiceProvider: part('purchasedServiceProvider', {
    name: own<
      NonNullable<Line['purchasedServiceProvider']>,
      { entity: 'QB'; type: '1' | '2'; idQualifier?: 'XX' | undefined; id?: string | undefined }
    >(
      'npi',
      ({ person, npi }) => ({
        entity: 'QB',
        type: person ? '1' : '2',
        ...(npi === undefined ? {} : { idQualifier: 'XX', id: npi }),
      }),
      ({ type, id }) => ({ person: type === '1', npi: id }),
    ),
    purchasedServiceProviderSecondaryIdentification: idLinks(PERSON_IDS),
  }),
  serviceFacility: part('facility', {
    name: FACILITY_NAME,
    ...addressLinks(),
    serviceFacilityLocationSecondaryIdentification: idLinks(PAYER_ASSIGNED),
  }),
  supervisingProvider: part('supervising', {
    name: practitionerName('DQ'),
    supervisingProviderSecondaryIdentification: idLinks(PROVIDER_IDS),
  }),
  orderingProvider: part('ordering', {
    name: practitionerName('DK'),
    ...addressLinks(),
    orderingProviderSecondaryIdentification: idLinks(PERSON_IDS),
    contacts: CONTACT,
  }),
  referringProviders: REFERRING,
  ambulancePickUpLocation: part('pickUp', PICK_UP),
  ambulanceDropOffLocation: part('dropOff', DROP_OFF),
  adjudications: each('adjudications', {
    ...DECISION,
    adjudication: { ...DECIDED, procedure: part('procedure', PROCEDURE) },
  }),
  forms: each('forms', FORM),
};
