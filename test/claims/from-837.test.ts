/** Claims of the three guides as records. */
import { expect, test } from 'vitest';
import {
  CLAIM_837D,
  CLAIM_837I,
  CLAIM_837P,
  edit,
  in837d,
  in837i,
  in837p,
  issuesOf,
  itemsOf,
  only,
} from '../x12/wire.ts';

const claimIn = (text: string) => only(itemsOf(text), '837.claim')[0];

test.each([
  ['professional', in837p(CLAIM_837P)],
  ['institutional', in837i(CLAIM_837I)],
  ['dental', in837d(CLAIM_837D)],
])('a %s claim is a record and raises nothing', (kind, text) => {
  expect(issuesOf(text)).toEqual([]);
  expect(claimIn(text)).toMatchObject({ kind, subscriber: { lastName: 'WINTERS', id: 'MEM0001' }, payerSequence: 'P' });
});

test('an institutional claim has its stay, its codes and its revenue lines', () => {
  expect(claimIn(in837i(CLAIM_837I))).toMatchObject({
    patientControlNumber: 'PCN2',
    chargeCents: 150_000,
    frequency: '1',
    payerClaimNumber: 'ICN9',
    priorAuthorization: 'AUTH1',
    diagnoses: ['J189', 'E119', 'I10'],
    providers: [
      { entity: '71', lastName: 'ATTEND', id: '1987654320', taxonomy: '207R00000X' },
      { entity: '72', lastName: 'OPERATE' },
    ],
    institutional: {
      billType: '111',
      statementPeriod: '2026-01-02/2026-01-05',
      admissionDate: '2026-01-02T08:15',
      dischargeHour: '11:30',
      admissionType: '1',
      admissionSource: '7',
      patientStatus: '01',
      drg: '193',
      principalDiagnosis: { code: 'J189', presentOnAdmission: 'Y' },
      admittingDiagnosis: 'R0602',
      otherDiagnoses: [{ code: 'E119', presentOnAdmission: 'N' }, { code: 'I10' }],
      externalCauses: [],
      reasonsForVisit: [],
      principalProcedure: { code: '0BH17EZ', date: '2026-01-03' },
      otherProcedures: [
        { code: '5A1935Z', date: '2026-01-03' },
        { code: '02HV33Z', date: '2026-01-04' },
      ],
      occurrenceSpans: [{ code: '70', date: '2025-12-01/2025-12-05' }],
      occurrences: [{ code: '11', date: '2025-12-30' }],
      values: [
        { code: '80', amountCents: 300 },
        { code: '81', amountCents: 0 },
      ],
      conditions: ['09', 'A6'],
      patientEstimatedDueCents: 5_000,
    },
    lines: [
      { lineNo: 1, revenueCode: '0120', chargeCents: 120_000, unit: 'DA', quantity: '3' },
      {
        lineNo: 2,
        lineControlNumber: 'LINE2',
        revenueCode: '0250',
        procedure: { qualifier: 'HC', code: 'J1885', modifiers: [] },
        nonCoveredCents: 2_500,
        serviceDate: '2026-01-03',
        drug: { ndc: '00409379601', quantity: '2', unit: 'ML' },
      },
    ],
  });
});

test('an institutional line without a procedure has none', () => {
  expect(claimIn(in837i(CLAIM_837I))?.lines[0]).not.toHaveProperty('procedure');
});

test('a dental claim has its teeth, orthodontics and predetermination', () => {
  expect(claimIn(in837d(CLAIM_837D))).toMatchObject({
    chargeCents: 95_000,
    placeOfService: '11',
    diagnoses: ['K0262'],
    providers: [{ entity: '82', lastName: 'DRILL', taxonomy: '1223G0001X' }],
    dental: {
      serviceDate: '2026-01-02',
      appliancePlacementDate: '2025-11-20',
      orthodontics: { months: '36', remainingMonths: '27' },
      toothStatuses: [
        { tooth: '3', status: 'M' },
        { tooth: '19', status: 'E' },
      ],
      predetermination: true,
      predeterminationNumber: 'PRE1',
    },
    lines: [
      {
        lineControlNumber: 'LINE1',
        procedure: { qualifier: 'AD', code: 'D2740' },
        placeOfService: '11',
        chargeCents: 80_000,
        diagnosisPointers: [1],
        dental: {
          oralCavity: ['10', '20'],
          prosthesis: 'R',
          teeth: [{ tooth: '3', surfaces: [] }],
          priorPlacementDate: '2019-03-04',
          replacementDate: '2026-01-02',
        },
      },
      {
        dental: {
          teeth: [
            { tooth: '12', surfaces: ['M', 'O'] },
            { tooth: '13', surfaces: ['D', 'O'] },
          ],
        },
      },
    ],
  });
});

test.each([
  ['institutional', in837i(edit(edit(CLAIM_837I, 'CLM'), 'HI*BE', 'HI*BE'))],
  ['dental', in837d(edit(edit(CLAIM_837D, 'SV3'), 'TOO', 'TOO*JP'))],
])('a broken %s claim is a record all the same', (_kind, text) => {
  const items = itemsOf(text);
  expect(only(items, 'issue').length).toBeGreaterThan(0);
  expect(only(items, 'summary')[0]).toMatchObject({ transactions: 1 });
});
