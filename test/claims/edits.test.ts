import { describe, expect, test } from 'vitest';
import { claim as claimSchema, type ProfessionalClaimInput } from '../../schemas/claim.ts';
import { editClaim } from '../../src/claims/edits.ts';
import { validateClaim } from '../../src/claims/validate.ts';
import { CLAIM } from './claim.ts';

type Change = Partial<ProfessionalClaimInput>;
const { billingProvider, subscriber } = CLAIM;
const [first, second] = CLAIM.lines as [
  ProfessionalClaimInput['lines'][number],
  ProfessionalClaimInput['lines'][number],
];
const child = { lastName: 'WINTERS', firstName: 'NOAH', relationship: 'child' as const };
const known = { birthDate: '2015-05-05', sex: 'M' as const, address: billingProvider.address };
const other = {
  payer: { id: 'OTHER', name: 'OTHER PLAN' },
  payerSequence: 'S' as const,
  insured: { lastName: 'WINTERS', firstName: 'ALMA', memberId: 'M2' },
};
const adjusted = (amount: string) => [{ group: 'CO' as const, reason: '45', amount }];
const decided = (paid: string, off: string) => ({
  payerId: 'OTHER',
  paid,
  date: '2026-11-20',
  adjustments: adjusted(off),
});

/** Rule, where the issue points, a change that breaks the rule, a change near it that keeps it. */
const EDITS: readonly (readonly [rule: string | undefined, path: string, breaks: Change, keeps: Change])[] = [
  ['R80', '/charge', { charge: '185.01' }, { charge: '185' }],
  [
    'R83',
    '/lines/1/charge',
    { charge: '65', lines: [first, { ...second, charge: '-60.00' }] },
    { charge: '125', lines: [first, { ...second, charge: '0' }] },
  ],
  [
    'R123',
    '/lines/0/diagnosisPointers',
    { lines: [{ ...first, diagnosisPointers: [1, 3] }, second] },
    { lines: [{ ...first, diagnosisPointers: [2, 1] }, second] },
  ],
  ['R121', '/diagnoses/1', { diagnoses: ['J06.9', 'J069'] }, { diagnoses: ['J06.9', 'J06.8'] }],
  ['R87', '/replaces/payerClaimNumber', { frequency: '7' }, { frequency: '7', replaces: { payerClaimNumber: 'P1' } }],
  [
    'R87',
    '/replaces/payerClaimNumber',
    { replaces: { payerClaimNumber: 'P1' } },
    { frequency: '8', replaces: { payerClaimNumber: 'P1' } },
  ],
  [
    'R70',
    '/subscriber/birthDate',
    { subscriber: { ...subscriber, birthDate: undefined } },
    { subscriber: { memberId: 'M', lastName: 'WINTERS' }, dependent: { ...child, ...known } },
  ],
  [
    undefined,
    '/dependent/address/line1',
    { dependent: { ...child, ...known, address: undefined } },
    { dependent: { ...child, ...known } },
  ],
  [
    undefined,
    '/dependent/relationship',
    { dependent: { ...child, ...known, relationship: 'self' } },
    { dependent: { ...child, ...known, relationship: 'other' } },
  ],
  [
    'R65',
    '/otherPayers/0/payerSequence',
    { otherPayers: [{ ...other, payerSequence: 'P' }] },
    { otherPayers: [other, { ...other, payer: { id: 'THIRD', name: 'THIRD PLAN' }, payerSequence: 'T' }] },
  ],
  ['R90', '/accident', { accident: { causes: ['other'] } }, { accident: { causes: ['employment'] } }],
  [
    'R90',
    '/accident',
    { accident: { causes: ['auto'], date: '2026-11-01' } },
    { accident: { causes: ['auto'], date: '2026-11-01', state: 'OH' } },
  ],
  [
    'R50',
    '/billingProvider/address/line1',
    { billingProvider: { ...billingProvider, address: { ...billingProvider.address, line1: 'P.O. Box 12' } } },
    { billingProvider: { ...billingProvider, address: { ...billingProvider.address, line1: '12 BOXWOOD POINT' } } },
  ],
  [
    'R56',
    '/billingProvider/npi',
    { billingProvider: { ...billingProvider, npi: undefined } },
    { billingProvider: { ...billingProvider, npi: undefined, ids: [{ kind: 'payerAssigned', id: 'A1' }] } },
  ],
  [
    'R72',
    '/subscriber/birthDate',
    { subscriber: { ...subscriber, birthDate: '2026-11-03' } },
    { subscriber: { ...subscriber, birthDate: '2026-11-02' } },
  ],
  [
    'R172',
    '/lines/0/adjudications/0/paid',
    { otherPayers: [{ ...other, paid: '100' }], lines: [{ ...first, adjudications: [decided('100', '24')] }, second] },
    {
      otherPayers: [{ ...other, paid: '100', adjustments: adjusted('60') }],
      lines: [{ ...first, adjudications: [decided('100', '25')] }, second],
    },
  ],
  [
    'R173',
    '/otherPayers/0/paid',
    { otherPayers: [{ ...other, paid: '100', adjustments: adjusted('84.99') }] },
    { otherPayers: [{ ...other, paid: '100', adjustments: adjusted('85') }] },
  ],
  [
    'R175',
    '/lines/0/adjudications/0/payerId',
    { lines: [{ ...first, adjudications: [decided('100', '25')] }, second] },
    { otherPayers: [other], lines: [{ ...first, adjudications: [decided('100', '25')] }, second] },
  ],
  [
    'R78',
    '/otherPayers/1/payer/id',
    { otherPayers: [other, { ...other, payerSequence: 'T' }] },
    { otherPayers: [other, { ...other, payerSequence: 'T', payer: { id: 'THIRD', name: 'THIRD PLAN' } }] },
  ],
];

const issuesOf = (change: Change) => editClaim(claimSchema.parse({ ...CLAIM, ...change }));

describe('edits', () => {
  test('have nothing to say of a plain claim', () => {
    expect(issuesOf({})).toEqual([]);
  });

  test.each(EDITS)('%s points at %s', (rule, path, breaks, keeps) => {
    const at = (change: Change) => issuesOf(change).filter((one) => one.rule === rule && one.path === path);
    expect(at(breaks)).toHaveLength(1);
    expect(at(breaks)[0]?.next).toMatch(/./);
    expect(at(keeps)).toEqual([]);
  });

  test.each(['R50', 'R72', 'R78'])('hold a claim back for %s, of which received files are only warned', (rule) => {
    const [, , breaks = {}] = EDITS.find(([id]) => id === rule) ?? [];
    expect(issuesOf(breaks).find((one) => one.rule === rule)).toMatchObject({ severity: 'error' });
    expect(validateClaim({ ...CLAIM, ...breaks }).claim).toBeUndefined();
  });

  test('never repeat a value of the patient', () => {
    const secret = {
      lastName: 'SECRETNAME',
      firstName: 'HIDDEN',
      memberId: 'ID99887',
      birthDate: '2027-01-01',
      sex: 'F' as const,
    };
    const { issues } = validateClaim({ ...CLAIM, charge: '77.77', subscriber: secret });
    expect(issues.length).toBeGreaterThan(1);
    expect(JSON.stringify(issues)).not.toMatch(/SECRETNAME|HIDDEN|ID99887|2027|77\.77/);
  });
});

describe('validateClaim', () => {
  test('gives the claim, amounts in cents and defaults filled in', () => {
    const { claim, issues } = validateClaim(CLAIM);
    expect(issues).toEqual([]);
    expect(claim).toMatchObject({ kind: 'professional', charge: 18500, frequency: '1', diagnoses: ['J069', 'R059'] });
    expect(claim?.lines[0]).toMatchObject({ charge: 12500, quantity: '1', unit: 'UN', diagnosisPointers: [1] });
  });

  test.each<[string, unknown, string, string]>([
    ['no object', 'claim', '', 'institutional or dental'],
    [
      'two lines of one number',
      { ...CLAIM, lines: CLAIM.lines.map((line) => ({ ...line, lineControlNumber: 'A' })) },
      '/lines/1/lineControlNumber',
      'no other line',
    ],
    ['an unknown field', { ...CLAIM, colour: 'red' }, '/colour', 'unknown field "colour" '],
    ['no control number', { ...CLAIM, patientControlNumber: undefined }, '/patientControlNumber', 'missing a patient'],
    ['a float with three decimals', { ...CLAIM, charge: 1.005 }, '/charge', 'two decimals'],
    [
      'a control number of 21 characters',
      { ...CLAIM, patientControlNumber: 'X'.repeat(21) },
      '/patientControlNumber',
      '1 to 20',
    ],
    [
      'a control number with a delimiter',
      { ...CLAIM, patientControlNumber: 'A*B' },
      '/patientControlNumber',
      '1 to 20',
    ],
    ['no line', { ...CLAIM, lines: [] }, '/lines', 'at least one service line'],
    [
      '13 diagnoses',
      { ...CLAIM, diagnoses: Array.from({ length: 13 }, (_, at) => `J${at + 10}`) },
      '/diagnoses',
      'at most 12',
    ],
    [
      'an NPI with a wrong check digit',
      { ...CLAIM, billingProvider: { ...billingProvider, npi: '1234567890' } },
      '/billingProvider/npi',
      'check digit',
    ],
    [
      'a day that does not exist',
      { ...CLAIM, lines: [{ ...first, serviceDate: '2026-02-30' }] },
      '/lines/0/serviceDate',
      'YYYY-MM-DD',
    ],
    [
      'two tax ids',
      { ...CLAIM, billingProvider: { ...billingProvider, ssn: '123456789' } },
      '/billingProvider/taxId',
      'either taxId or ssn',
    ],
    [
      'two names',
      { ...CLAIM, billingProvider: { ...billingProvider, lastName: 'DOE' } },
      '/billingProvider/lastName',
      'either lastName',
    ],
    ['a key with a slash', { ...CLAIM, lines: [{ ...first, 'a/b': 1 }] }, '/lines/0/a~1b', 'unknown field "a/b"'],
  ])('refuses %s', (_name, json, path, says) => {
    const { claim, issues } = validateClaim(json);
    expect(claim).toBeUndefined();
    const found = issues.find((one) => one.path === path);
    expect(found).toMatchObject({ code: 'claim-invalid' });
    expect(`${found?.message} ${found?.expected}`).toContain(says);
  });
});
