/** Institutional claims made at random, with everything that they can hold. */
import fc from 'fast-check';
import { type InstitutionalClaim, institutionalClaim } from '../../schemas/claim-institutional.ts';
import {
  amount,
  attachment,
  cents,
  common,
  day,
  decide,
  drug,
  identifier,
  idsOf,
  option,
  otherPayer,
  outpatient,
  PERSON,
  PLACE,
  PROVIDER,
  place,
  plainFamily,
  practitioner,
  pricing,
  quantity,
  rarely,
  someOthers,
  taxonomy,
  word,
} from './arbitrary-parts.ts';

/** Present on admission is told of inpatients only, and of inpatients always. */
const diagnosis = (inpatient: boolean) =>
  fc.record({
    code: fc.constantFrom('J06.9', 'R05.9', 'E11.9', 'I10'),
    presentOnAdmission: inpatient ? fc.constantFrom('Y', 'N', 'U', 'W') : fc.constant(undefined),
  });

const external = (inpatient: boolean) =>
  fc.record({
    code: fc.constantFrom('W19.XXXA', 'V43.52XA'),
    presentOnAdmission: inpatient ? fc.constantFrom('Y', 'N') : fc.constant(undefined),
  });

const PROCEDURES = ['0DTJ4ZZ', '02703ZZ', '0SR90JZ'];
const procedureDay = fc.constantFrom('2026-10-02', '2026-10-03');

const codes = (inpatient: boolean) => ({
  principalDiagnosis: fc.record({
    code: fc.constant('K35.80'),
    presentOnAdmission: inpatient ? fc.constant('Y') : fc.constant(undefined),
  }),
  admittingDiagnosis: inpatient ? fc.constant('R10.9') : fc.constant(undefined),
  reasonsForVisit: inpatient ? fc.constant([]) : fc.constantFrom([], ['R10.9'], ['R10.9', 'R11.0']),
  externalCauses: fc.uniqueArray(external(inpatient), { selector: ({ code }) => code, maxLength: 2 }),
  otherDiagnoses: fc.uniqueArray(diagnosis(inpatient), { selector: ({ code }) => code, maxLength: 4 }),
  drg: inpatient ? option(fc.constantFrom('470', '0871')) : fc.constant(undefined),
  principalProcedure: inpatient
    ? option(
        fc.oneof(
          fc.record({ code: fc.constantFrom(...PROCEDURES), date: procedureDay }),
          fc.record({ code: fc.constant('CBAAA'), date: procedureDay, list: fc.constant('ABC') }),
        ),
      )
    : fc.constant(undefined),
  moreProcedures: inpatient
    ? fc.array(fc.record({ code: fc.constant('0W3P8ZZ'), date: procedureDay }), { maxLength: 1 })
    : fc.constant([]),
  occurrences: fc.uniqueArray(fc.record({ code: fc.constantFrom('11', '24', 'A3'), date: day }), {
    selector: ({ code }) => code,
    maxLength: 3,
  }),
  occurrenceSpans: fc.uniqueArray(
    fc.record({ code: fc.constantFrom('70', '72'), from: fc.constant('2026-10-01'), to: fc.constant('2026-10-04') }),
    { selector: ({ code }) => code, maxLength: 2 },
  ),
  valueCodes: fc.uniqueArray(fc.record({ code: fc.constantFrom('01', '45', 'A1', '80'), amount }), {
    selector: ({ code }) => code,
    maxLength: 3,
  }),
  conditionCodes: fc.uniqueArray(fc.integer({ min: 10, max: 60 }).map(String), { maxLength: 14 }),
  treatmentCodes: fc.uniqueArray(fc.constantFrom('A01', 'A02', 'B03'), { maxLength: 2 }),
});

const line = fc
  .record({
    lineControlNumber: fc.constant(undefined),
    revenueCode: fc.constantFrom('0120', '0250', '0450', '300'),
    procedure: option(
      fc.record({
        code: fc.constantFrom('99213', 'J1100'),
        modifiers: fc.uniqueArray(fc.constantFrom('25', '59', 'GT'), { maxLength: 2 }),
        description: option(word(80)),
      }),
    ),
    charge: cents,
    unit: fc.constantFrom('UN' as const, 'DA' as const),
    quantity,
    nonCovered: fc.constant(undefined),
    serviceDate: option(fc.constantFrom('2026-10-02', '2026-10-03')),
    attachments: fc.array(attachment, { maxLength: 1 }),
    repricedLineNumber: rarely(identifier),
    adjustedRepricedLineNumber: rarely(identifier),
    serviceTax: rarely(amount),
    facilityTax: rarely(amount),
    thirdPartyNote: rarely(word(80)),
    pricing: rarely(
      fc.record({
        ...pricing,
        revenueCode: option(fc.constant('0120')),
        procedure: option(fc.record({ code: fc.constant('99213') })),
      }),
    ),
    drug: rarely(drug),
    operators: fc.oneof(
      { weight: 3, arbitrary: fc.constant({}) },
      {
        weight: 1,
        arbitrary: fc.record({ operating: practitioner(true), otherOperating: option(practitioner(true)) }),
      },
    ),
    rendering: rarely(practitioner(true)),
    referring: rarely(practitioner(true)),
  })
  .map(({ operators, ...rest }) => ({ ...rest, ...operators }));

const inpatientDecision = fc.record({
  coveredDays: fc.integer({ min: 1, max: 30 }),
  drgAmount: option(amount),
  remarks: fc.constantFrom([], ['MA01'], ['MA01', 'N130']),
  ppsCapital: option(amount),
  costReportDays: option(fc.integer({ min: 1, max: 9 })),
  professionalComponent: option(amount),
  capitalException: option(amount),
});

const other = (inpatient: boolean) =>
  fc.record({
    ...otherPayer,
    decision: inpatient
      ? fc.record({ inpatient: rarely(inpatientDecision) })
      : fc.record({ outpatient: rarely(outpatient) }),
    attendingIds: idsOf(PROVIDER),
    operatingIds: idsOf(PROVIDER),
    otherOperatingIds: idsOf(PROVIDER),
    facilityIds: idsOf(PLACE),
    renderingIds: idsOf(PROVIDER),
    referringIds: idsOf(PERSON),
    billingIds: idsOf(['payerAssigned', 'location']),
  });

const stay = (inpatient: boolean) =>
  fc.record({
    ...common,
    ...codes(inpatient),
    payerAssigned: fc.constantFrom([], [{ kind: 'payerAssigned', id: 'P77' }]),
    family: plainFamily,
    statementPeriod: fc.constant({ from: '2026-10-01', to: '2026-10-05' }),
    admissionDate: inpatient ? fc.constantFrom('2026-10-01', '2026-10-01T13:45') : fc.constant(undefined),
    dischargeHour: inpatient ? fc.constant('10:30') : fc.constant(undefined),
    admissionType: fc.constantFrom('1', '3'),
    admissionSource: fc.constantFrom('1', '2'),
    patientStatus: fc.constantFrom('01', '03'),
    repricerReceivedDate: rarely(day),
    patientEstimatedDue: rarely(amount),
    investigationalDevices: fc.array(identifier, { maxLength: 2 }),
    autoAccidentState: rarely(fc.constant('OH')),
    medicalRecordNumber: option(identifier),
    demonstrationProject: rarely(identifier),
    peerReviewNumber: rarely(identifier),
    notes: fc.array(fc.record({ kind: fc.constantFrom('DCP', 'MED', 'UPI'), text: word(80) }), { maxLength: 2 }),
    billingNote: option(word(80)),
    epsdtReferral: rarely(
      fc.constantFrom({ given: false, conditions: ['NU'] }, { given: true, conditions: ['AV', 'ST'] }),
    ),
    attending: practitioner().chain((one) => option(taxonomy).map((specialty) => ({ ...one, taxonomy: specialty }))),
    operating: practitioner(),
    otherOperating: rarely(practitioner()),
    rendering: rarely(practitioner()),
    facility: rarely(place(PLACE)),
    referring: rarely(practitioner()),
    others: someOthers(other(inpatient)),
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  });

type Stay = typeof stay extends (inpatient: boolean) => fc.Arbitrary<infer T> ? T : never;

function assemble(
  { lines, others, family, payerAssigned, moreProcedures, ...rest }: Stay,
  facility: string,
): InstitutionalClaim {
  return institutionalClaim.parse({
    kind: 'institutional',
    ...rest,
    billingProvider: { ...rest.billingProvider, ids: payerAssigned },
    ...family,
    otherProcedures: rest.principalProcedure === undefined ? [] : moreProcedures,
    ...decide(lines, others),
    billType: `${facility}${rest.replaces === undefined ? '1' : '7'}`,
  });
}

/** A checked claim of an inpatient or an outpatient: charges and decisions add up, whatever else is in it. */
export const arbitraryInstitutional: fc.Arbitrary<InstitutionalClaim> = fc.oneof(
  stay(true).map((made) => assemble(made, '11')),
  stay(false).map((made) => assemble(made, '13')),
);
