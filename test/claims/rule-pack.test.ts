/** Rule packs: each word of the vocabulary has a claim that breaks it and one near it that keeps it. */
import { describe, expect, test } from 'vitest';
import { claim as claimSchema, type ProfessionalClaimInput } from '../../schemas/claim.ts';
import { packRule, type RulePack, rulePack } from '../../schemas/rule-pack.ts';
import { checkRulePacks } from '../../src/claims/rule-pack.ts';
import { validateClaim } from '../../src/claims/validate.ts';
import { CLAIM } from './claim.ts';

type Change = Partial<ProfessionalClaimInput>;
const { billingProvider, subscriber } = CLAIM;
const [first, second] = CLAIM.lines as [
  ProfessionalClaimInput['lines'][number],
  ProfessionalClaimInput['lines'][number],
];
const doctor = { lastName: 'GREY', npi: '1234567893' };
const at = (zip: string | undefined, country?: string) => ({
  billingProvider: { ...billingProvider, address: { ...billingProvider.address, zip, country } },
});
const ids = (kind: 'payerAssigned' | 'location') => ({
  billingProvider: { ...billingProvider, ids: [{ kind, id: 'A1' }] },
});

/** A pack of one rule. */
const packOf = (rule: object, more: object = {}): RulePack =>
  rulePack.parse({
    id: 'acme',
    title: 'Acme',
    sources: [{ title: 'Acme companion guide', url: 'https://acme.example/guide', retrieved: '2026-11-01' }],
    effective: { from: '2026-01-01', to: '2026-12-31' },
    appliesTo: { kinds: ['professional'] },
    rules: [{ id: 'one', message: 'not as Acme asks', next: 'do as Acme asks', ...rule }],
    ...more,
  });
const DAY = '2026-11-20';
const checked = (pack: RulePack, change: Change = {}, day = DAY) =>
  checkRulePacks([pack], claimSchema.parse({ ...CLAIM, ...change }), day);
const pathsOf = (rule: object, change: Change) => checked(packOf(rule), change).map(({ path }) => path);

/** The rule, a claim that breaks it, where, and a claim that keeps it. */
const WORDS: readonly (readonly [rule: Record<string, unknown>, breaks: Change, paths: string[], keeps: Change])[] = [
  [
    { check: 'required', at: '/priorAuthorization' },
    { priorAuthorization: undefined },
    ['/priorAuthorization'],
    { priorAuthorization: 'A1' },
  ],
  [
    { check: 'required', at: '/lines/*/rendering/npi' },
    { lines: [first, { ...second, rendering: { lastName: 'GREY' } }] },
    ['/lines/1/rendering/npi'],
    { lines: [first, { ...second, rendering: doctor }] },
  ],
  [{ check: 'forbidden', at: '/referral' }, { referral: 'R1' }, ['/referral'], { referral: undefined }],
  [
    { check: 'forbidden', at: '/lines/*/emergency' },
    { lines: [{ ...first, emergency: true }, second] },
    ['/lines/0/emergency'],
    { lines: [{ ...first, emergency: false }, second] },
  ],
  [
    { check: 'oneOf', at: '/frequency', values: ['1', '7'] },
    { frequency: '8', replaces: { payerClaimNumber: 'P1' } },
    ['/frequency'],
    { frequency: '7', replaces: { payerClaimNumber: 'P1' } },
  ],
  [
    { check: 'pattern', at: '/lines/*/procedure/code', pattern: '^\\d{5}$' },
    { lines: [first, { ...second, procedure: { code: 'G0101' } }] },
    ['/lines/1/procedure/code'],
    { lines: [first, { ...second, procedure: { code: '87880' } }] },
  ],
  [
    { check: 'maxLength', at: '/patientControlNumber', max: 6 },
    { patientControlNumber: 'CW10012' },
    ['/patientControlNumber'],
    { patientControlNumber: 'CW1001' },
  ],
  [{ check: 'maxCount', at: '/lines', max: 1 }, {}, ['/lines'], { lines: [first] }],
  [
    { check: 'zipPlus4', at: '/billingProvider/address' },
    at('43215'),
    ['/billingProvider/address/zip'],
    at('432150001'),
  ],
  [
    { check: 'zipPlus4', at: '/billingProvider/address' },
    at(undefined),
    ['/billingProvider/address/zip'],
    at('43215', 'CA'),
  ],
  [
    { check: 'idOfKind', at: '/billingProvider/ids', kind: 'payerAssigned' },
    ids('location'),
    ['/billingProvider/ids'],
    ids('payerAssigned'),
  ],
  [
    { check: 'maxCount', at: '/lines', max: 1, when: { at: '/frequency', is: ['7'] } },
    { frequency: '7' },
    ['/lines'],
    { frequency: '1' },
  ],
  [
    {
      check: 'forbidden',
      at: '/billingProvider/address/zip',
      when: { at: '/billingProvider/address/country', not: ['US'] },
    },
    at('43215', 'CA'),
    ['/billingProvider/address/zip'],
    at('43215'),
  ],
  [
    { check: 'required', at: '/referring', when: { at: '/lines/*/referring', given: true } },
    { lines: [first, { ...second, referring: doctor }] },
    ['/referring'],
    {},
  ],
  [
    { check: 'required', at: '/rendering', when: { at: '/facility', given: false } },
    {},
    ['/rendering'],
    { rendering: doctor },
  ],
  // The condition is of the same line.
  [
    { check: 'required', at: '/lines/*/drug', when: { at: '/lines/*/procedure/code', is: ['J1100'] } },
    { lines: [first, { ...second, procedure: { code: 'J1100' } }] },
    ['/lines/1/drug'],
    {
      lines: [
        first,
        { ...second, procedure: { code: 'J1100' }, drug: { ndc: '00009030602', quantity: '1', unit: 'ML' } },
      ],
    },
  ],
];

describe('a rule', () => {
  test.each(WORDS)('%j breaks and keeps', (rule, breaks, paths, keeps) => {
    expect(pathsOf(rule, breaks)).toEqual(paths);
    expect(pathsOf(rule, keeps)).toEqual([]);
  });

  test('every word of the vocabulary stands above', () => {
    const words = packRule.options.map(({ shape }) => shape.check.value);
    expect(new Set(WORDS.map(([{ check }]) => check))).toEqual(new Set(words));
  });

  test('says what it is, where, and what to do, and nothing of the patient', () => {
    const rule = { check: 'oneOf', at: '/subscriber/lastName', values: ['SMITH', 'JONES'], severity: 'warning' };
    expect(checked(packOf(rule))).toEqual([
      {
        type: 'issue',
        code: 'partner-rule',
        severity: 'warning',
        snip: 7,
        message: 'not as Acme asks',
        path: '/subscriber/lastName',
        expected: 'one of SMITH, JONES',
        next: 'do as Acme asks',
        rule: 'acme:one',
      },
    ]);
    expect(JSON.stringify(checked(packOf(rule)))).not.toContain(String(subscriber.lastName));
  });
});

describe('a pack', () => {
  const rule = { check: 'required', at: '/referral' };

  test.each([
    ['2025-12-31', 0],
    ['2026-01-01', 1],
    ['2026-12-31', 1],
    ['2027-01-01', 0],
  ])('on %s finds %i', (day, count) => {
    expect(checked(packOf(rule), {}, day)).toHaveLength(count);
  });

  test('without an end is in force for good', () => {
    expect(checked(packOf(rule, { effective: { from: '2026-01-01' } }), {}, '2099-01-01')).toHaveLength(1);
  });

  test.each([
    [{ kinds: ['professional'], payers: ['SAMPL'] }, 1],
    [{ kinds: ['professional'], payers: ['OTHER'] }, 0],
    [{ kinds: ['institutional', 'dental'] }, 0],
  ])('for %j finds %i', (appliesTo, count) => {
    expect(checked(packOf(rule, { appliesTo }))).toHaveLength(count);
  });

  test('holds a claim back by an error and not by a warning', () => {
    const options = (severity: string) => ({ rulePacks: [packOf({ ...rule, severity })], on: DAY });
    expect(validateClaim(CLAIM, options('error')).claim).toBeUndefined();
    const { claim, issues } = validateClaim(CLAIM, options('warning'));
    expect(claim?.patientControlNumber).toBe('CW1001');
    expect(issues).toMatchObject([{ code: 'partner-rule', severity: 'warning' }]);
  });
});
