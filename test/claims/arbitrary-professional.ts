/** Professional claims made at random, with everything that they can hold. */
import fc from 'fast-check';
import { type ProfessionalClaim, professionalClaim } from '../../schemas/claim-professional.ts';
import {
  accident,
  address,
  amount,
  attachment,
  cents,
  common,
  contact,
  contract,
  day,
  decide,
  drug,
  eitherBills,
  identifier,
  idsOf,
  npi,
  option,
  otherIds,
  otherPayer,
  outpatient,
  PERSON,
  PLACE,
  PROVIDER,
  payerNumbers,
  percent,
  period,
  place,
  practitioner,
  pricing,
  professionalFamily,
  provider,
  quantity,
  rarely,
  someOthers,
  supply,
  telephone,
  word,
} from './arbitrary-parts.ts';

const ambulance = fc.record({
  weightPounds: option(quantity),
  reason: fc.constantFrom('A', 'D'),
  miles: quantity,
  roundTripPurpose: option(word(80)),
  stretcherPurpose: option(word(80)),
});
const ambulanceCertifications = fc.array(
  fc.record({ applies: fc.boolean(), conditions: fc.constantFrom(['01'], ['04', '09']) }),
  { maxLength: 2 },
);
const dropOff = fc.record({ name: option(word(60)), address });

const lineDates = {
  prescriptionDate: rarely(day),
  recertificationDate: rarely(day),
  therapyBeginDate: rarely(day),
  lastCertificationDate: rarely(day),
  lastSeenDate: rarely(day),
  hemoglobinTestDate: rarely(day),
  creatinineTestDate: rarely(day),
  shippedDate: rarely(day),
  lastXRayDate: rarely(day),
  initialTreatmentDate: rarely(day),
};

const equipment = {
  equipment: rarely(
    fc.record({
      procedureCode: fc.constantFrom('E0601', 'A4611'),
      days: quantity,
      rental: amount,
      purchase: amount,
      frequency: fc.constantFrom('1', '4', '6'),
    }),
  ),
  necessityCertificate: rarely(fc.constantFrom('AB', 'NS')),
  equipmentCertification: rarely(fc.record({ type: fc.constantFrom('I', 'R'), months: quantity })),
  hospiceEmployee: rarely(fc.boolean()),
  equipmentConditions: rarely(fc.record({ applies: fc.boolean(), conditions: fc.constantFrom(['38'], ['ZV', '38']) })),
  forms: fc.array(
    fc.record({
      list: fc.constantFrom('UT', 'AS'),
      code: identifier,
      answers: fc.array(
        fc.record({
          question: identifier,
          answer: option(fc.constantFrom('Y', 'N')),
          text: fc.constant('ANSWER'),
          date: option(day),
          percent: option(percent),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    }),
    { maxLength: 1 },
  ),
};

const lineNumbers = {
  repricedLineNumber: rarely(identifier),
  adjustedRepricedLineNumber: rarely(identifier),
  priorAuthorizations: payerNumbers,
  referrals: payerNumbers,
  mammographyCertification: rarely(identifier),
  cliaNumber: rarely(identifier),
  referringCliaNumber: rarely(identifier),
  immunizationBatch: rarely(identifier),
};

const lineProviders = {
  rendering: option(provider(true)),
  purchasedServiceProvider: rarely(fc.record({ person: fc.boolean(), npi: option(npi), ids: idsOf(PERSON, true) })),
  facility: option(place(['payerAssigned', 'location'], true)),
  supervising: rarely(practitioner(true)),
  ordering: option(
    fc.record({
      npi: option(npi),
      lastName: word(60),
      ids: idsOf(PERSON, true),
      address: option(address),
      contact: option(contact),
    }),
  ),
  pickUp: rarely(address),
  dropOff: rarely(dropOff),
};

const line = fc
  .record({
    lineControlNumber: fc.constant(undefined),
    procedure: fc.record({
      code: fc.constantFrom('99213', '87880', 'J1100'),
      modifiers: fc.uniqueArray(fc.constantFrom('25', '59', 'GT'), { maxLength: 3 }),
      description: option(word(80)),
    }),
    charge: cents,
    unit: fc.constantFrom('UN' as const, 'MJ' as const),
    quantity,
    serviceDate: fc.oneof(day, period),
    placeOfService: option(fc.constantFrom('11', '12', '22')),
    emergency: fc.boolean(),
    epsdt: fc.boolean(),
    familyPlanning: fc.boolean(),
    copayExempt: fc.boolean(),
    diagnosisPointers: fc.uniqueArray(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 2 }),
    attachments: fc.array(attachment, { maxLength: 1 }),
    ambulance: rarely(ambulance),
    ambulanceCertifications,
    ...lineDates,
    ...equipment,
    ...lineNumbers,
    ...lineProviders,
    patientCount: rarely(quantity),
    obstetricUnits: rarely(quantity),
    testResults: fc.array(
      fc.record({ reference: fc.constantFrom('OG', 'TR'), kind: fc.constantFrom('HT', 'R4'), value: quantity }),
      { maxLength: 2 },
    ),
    contract: rarely(contract),
    salesTax: rarely(amount),
    postage: rarely(amount),
    fixedFormat: fc.array(word(80), { maxLength: 1 }),
    note: option(fc.record({ kind: fc.constantFrom('ADD', 'DCP'), text: word(80) })),
    thirdPartyNote: rarely(word(80)),
    purchasedService: rarely(fc.record({ providerId: identifier, charge: amount })),
    pricing: rarely(
      fc.record({
        ...pricing,
        procedure: option(fc.record({ code: fc.constant('99213') })),
      }),
    ),
    drug: option(fc.oneof(drug, supply)),
    referrer: referrers(true),
  })
  .map(({ referrer, ...rest }) => ({ ...rest, ...referrer }));

/** The physician of primary care is named only after who referred. */
function referrers(withPayer: boolean) {
  return fc.oneof(
    fc.constant({}),
    fc.record({ referring: practitioner(withPayer), primaryCare: option(practitioner(withPayer)) }),
  );
}

const other = fc
  .record({
    ...otherPayer,
    decision: fc.record({
      outpatient: rarely(outpatient),
    }),
    referringIds: idsOf(PERSON),
    primaryCareIds: idsOf(PERSON),
    facilityIds: idsOf(PLACE),
    supervisingIds: idsOf(PROVIDER),
    providers: otherIds,
    mspType: rarely(fc.constantFrom('12', '47')),
  })
  .map(({ providers, ...rest }) => ({ ...rest, ...providers }));

const claimDates = {
  onsetDate: rarely(day),
  initialTreatmentDate: rarely(day),
  lastSeenDate: rarely(day),
  acuteManifestationDate: rarely(day),
  lastMenstrualPeriodDate: rarely(day),
  lastXRayDate: rarely(day),
  prescriptionDate: rarely(day),
  disability: rarely(fc.oneof(period, fc.record({ from: day }), fc.record({ to: day }))),
  lastWorkedDate: rarely(day),
  returnToWorkDate: rarely(day),
  admissionDate: rarely(day),
  dischargeDate: rarely(day),
  assumedCareDate: rarely(day),
  relinquishedCareDate: rarely(day),
  firstContactDate: rarely(day),
  repricerReceivedDate: rarely(day),
};

const claimFacts = {
  accident: option(accident),
  specialProgram: rarely(fc.constantFrom('02', '09')),
  icdVersion: fc.constantFrom('9', '10'),
  diagnoses: fc.uniqueArray(fc.constantFrom('J06.9', 'R05.9', 'E11.9', 'I10'), { minLength: 2, maxLength: 4 }),
  anesthesiaProcedures: fc.constantFrom([], ['00142'], ['00142', '00300']),
  conditionCodes: fc.uniqueArray(fc.integer({ min: 10, max: 60 }).map(String), { maxLength: 14 }),
  medicareCrossover: rarely(fc.boolean()),
  mammographyCertification: rarely(identifier),
  cliaNumber: rarely(identifier),
  investigationalDevice: rarely(identifier),
  medicalRecordNumber: option(identifier),
  demonstrationProject: rarely(identifier),
  carePlanOversight: rarely(identifier),
  note: option(fc.record({ kind: fc.constantFrom('ADD', 'CER', 'TPO'), text: word(80) })),
  ambulance: rarely(ambulance),
  ambulanceCertifications,
  pickUp: rarely(address),
  dropOff: rarely(dropOff),
  spinal: rarely(
    fc.record({ condition: fc.constantFrom('A', 'M'), descriptions: fc.constantFrom([], ['ONE'], ['ONE', 'TWO']) }),
  ),
  vision: fc.array(
    fc.record({
      category: fc.constantFrom('E1', 'E3'),
      applies: fc.boolean(),
      conditions: fc.constantFrom(['L1'], ['L2', 'L5']),
    }),
    { maxLength: 2 },
  ),
  homebound: fc.boolean(),
  epsdtReferral: rarely(
    fc.constantFrom({ given: false, conditions: ['NU'] }, { given: true, conditions: ['AV', 'ST'] }),
  ),
  rendering: option(provider()),
  supervising: option(practitioner()),
  facility: option(fc.tuple(place(PLACE), option(telephone)).map(([at, reached]) => ({ ...at, contact: reached }))),
};

const parts = fc.record({
  ...common,
  billingProvider: eitherBills,
  paidToPerson: fc.boolean(),
  ...claimDates,
  ...claimFacts,
  family: professionalFamily,
  patientPaid: option(amount),
  placeOfService: fc.constantFrom('11', '22'),
  signatureOnFile: fc.boolean(),
  signedByProvider: fc.boolean(),
  referrer: referrers(false),
  others: someOthers(other),
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
});

/** A checked claim: charges and decisions add up, whatever else is in it. */
export const arbitraryProfessional: fc.Arbitrary<ProfessionalClaim> = parts.map(
  ({ lines, others, referrer, family, paidToPerson, payToAddress, ...rest }) => {
    // It is said only where it is not as with the billing provider.
    const isOdd = paidToPerson && 'organizationName' in rest.billingProvider;
    const made = {
      ...rest,
      payToAddress: payToAddress && { ...payToAddress, ...(isOdd ? { person: true } : {}) },
      ...referrer,
      ...family,
      ...decide(lines, others),
      frequency: rest.replaces === undefined ? '1' : '7',
    };
    return professionalClaim.parse(made);
  },
);
