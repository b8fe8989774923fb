import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PayerRules, payerRules } from '../../../schemas/payer-rules.ts';
import { CARC } from '../../../src/codes/carc.ts';
import { RARC } from '../../../src/codes/rarc.ts';
import { toCents } from '../../../src/money.ts';
import { DENIAL_KINDS } from '../../../src/remits/denials/categories.ts';
import { classifyDenial, type DenialReason } from '../../../src/remits/denials/classify.ts';
import { COMMON_PAYER_RULES } from '../../../src/remits/denials/payer-rules.ts';
import { postingOf } from '../../../src/remits/denials/posting-policy.ts';
import { REASON_ROWS } from '../../../src/remits/denials/reasons.ts';
import { isDenial } from '../../../src/remits/outcome.ts';

const PAYER = { payerIds: ['60054'], filing: '12', remittedOn: '2026-03-02' };
const MEDICARE = { payerIds: ['00882'], filing: 'MB', remittedOn: '2026-03-02' };

/** `CO-16 N290` as its parts. */
function denial(text: string): DenialReason {
  const [code = '', ...remarks] = text.split(' ');
  const [group = '', reason = ''] = code.split('-');
  return { group, reason, remarks };
}

const CASES: readonly (readonly [string, string, string])[] = [
  ['CO-197', 'authorization', 'appeal'],
  ['CO-288', 'referral', 'correctAndResubmit'],
  ['CO-252 M127', 'recordsAsked', 'sendRecords'],
  ['CO-29', 'timelyFiling', 'appeal'],
  ['OA-18', 'duplicate', 'call'],
  ['CO-97', 'bundled', 'correctAndResubmit'],
  ['CO-27', 'eligibility', 'call'],
  ['PR-27', 'eligibility', 'billPatient'],
  ['CO-22', 'coordinationOfBenefits', 'billOtherPayer'],
  ['OA-109', 'wrongPayer', 'billOtherPayer'],
  ['OA-291', 'wrongPayer', 'wait'],
  ['CO-B7', 'providerEnrolment', 'call'],
  ['CO-206', 'providerData', 'correctAndResubmit'],
  ['CO-31', 'eligibility', 'call'],
  ['CO-31 N382', 'patientData', 'correctAndResubmit'],
  ['CO-11', 'diagnosis', 'correctAndResubmit'],
  ['CO-181', 'procedure', 'correctAndResubmit'],
  ['CO-4', 'modifier', 'correctAndResubmit'],
  ['CO-16 M119', 'ndc', 'correctAndResubmit'],
  ['CO-5', 'placeOfService', 'correctAndResubmit'],
  ['CO-50', 'medicalNecessity', 'appeal'],
  ['CO-55', 'experimental', 'appeal'],
  ['CO-96 N425', 'nonCovered', 'appeal'],
  ['PR-204', 'nonCovered', 'billPatient'],
  ['CO-119', 'benefitMaximum', 'appeal'],
  ['CO-242', 'contract', 'call'],
  ['CO-16', 'billingError', 'correctAndResubmit'],
  ['OA-133', 'payerReview', 'wait'],
  ['CO-Z9', 'unknown', 'call'],
  ['CO-A1', 'unknown', 'call'],
];

describe('a denial', () => {
  test.each(CASES)('%s is %s: %s', (text, category, action) => {
    expect(classifyDenial(denial(text), PAYER)).toMatchObject({ category, action });
  });

  test('need 88: CO-16 is what its remark code says, not one thing', () => {
    const categories = ['N290', 'MA63', 'M51', 'N822', 'N382', 'M127', 'MA04', 'M119', 'M62', 'MA120'].map(
      (remark) => classifyDenial(denial(`CO-16 ${remark}`), PAYER).category,
    );
    expect(categories).toEqual([
      'providerData',
      'diagnosis',
      'procedure',
      'modifier',
      'patientData',
      'recordsAsked',
      'coordinationOfBenefits',
      'ndc',
      'authorization',
      'providerData',
    ]);
  });

  test('need 88: CO-50 and CO-97 may mean another thing at one payer', () => {
    const rules = payerRules.parse({
      id: 'acme',
      title: 'Acme',
      sources: [{ title: 'Manual', url: 'https://acme.example/manual', retrieved: '2026-01-02' }],
      effective: { from: '2026-01-01', to: '2026-06-30' },
      appliesTo: { payers: ['60054'] },
      reasons: [
        { reasons: ['50'], category: 'recordsAsked', action: 'sendRecords', next: 'send the therapy notes' },
        { reasons: ['50'], remarks: ['N115'], category: 'diagnosis', action: 'correctAndResubmit' },
        { reasons: ['97'], group: 'CO', appealable: false, action: 'writeOff' },
      ],
    });
    const at = (text: string, payer = PAYER) => classifyDenial(denial(text), payer, [rules, ...COMMON_PAYER_RULES]);
    expect(at('CO-50')).toMatchObject({ category: 'recordsAsked', next: 'send the therapy notes', rule: 'acme' });
    expect(at('CO-50 N115')).toMatchObject({ category: 'diagnosis', rule: 'acme' });
    expect(at('CO-97')).toMatchObject({ category: 'bundled', action: 'writeOff', appealable: false });
    expect(at('OA-97')).toMatchObject({ category: 'bundled', action: 'correctAndResubmit', appealable: true });
    expect(at('CO-50', { ...PAYER, payerIds: ['87726'] })).toMatchObject({ category: 'medicalNecessity' });
    expect(at('CO-50', { ...PAYER, remittedOn: '2026-07-01' })).not.toHaveProperty('rule');
  });

  test.each(['CO-16 MA130', 'CO-197 MA130', 'PR-204 MA130', 'CO-16 N290 MA130'])(
    'need 87: %s has no right of appeal: it is corrected and sent again',
    (text) => {
      const found = classifyDenial(denial(text), PAYER);
      expect(found).toMatchObject({ action: 'correctAndResubmit', appealable: false });
      expect(found.next).toContain('MA130');
    },
  );

  test('need 87: what may not be appealed is never to be appealed', () => {
    expect(classifyDenial(denial('CO-50 N211'), PAYER)).toMatchObject({ action: 'writeOff', appealable: false });
    expect(classifyDenial(denial('CO-50 MA44'), PAYER)).toMatchObject({ action: 'writeOff', appealable: false });
    expect(classifyDenial(denial('CO-286'), PAYER)).toMatchObject({ appealable: false });
    const codes = fc.constantFrom(...CARC.codes.keys());
    const remarks = fc.uniqueArray(fc.constantFrom(...RARC.codes.keys()), { maxLength: 4 });
    const groups = fc.constantFrom('CO', 'OA', 'PI', 'PR', 'CR');
    fc.assert(
      fc.property(groups, codes, remarks, fc.constantFrom(PAYER, MEDICARE), (group, reason, beside, payer) => {
        const { action, appealable, next } = classifyDenial({ group, reason, remarks: beside }, payer);
        expect(appealable || action !== 'appeal').toBe(true);
        expect(next).not.toBe('');
      }),
    );
  });

  test('need 89: a late claim is not appealable in Medicare, and is elsewhere', () => {
    expect(classifyDenial(denial('CO-29'), MEDICARE)).toMatchObject({
      category: 'timelyFiling',
      action: 'writeOff',
      appealable: false,
      rule: 'medicare',
    });
    expect(classifyDenial(denial('CO-29'), PAYER)).toMatchObject({ action: 'appeal', appealable: true });
  });
});

describe('the table of reasons', () => {
  test('need 90: has a kind for every reason that denies, once', () => {
    const plain = REASON_ROWS.filter(({ remarks, group }) => remarks === undefined && group === undefined);
    // Codes that ended before 2015 are on no remittance that still can be worked: unknown is soon enough for them.
    const living = [...CARC.codes].flatMap(([reason, { stop = '9' }]) => (stop < '2015' ? [] : [reason]));
    const counted = living
      .filter((reason) => isDenial({ group: 'CO', reason, amountCents: toCents(1) }))
      .map((reason) => [reason, plain.filter(({ reasons }) => reasons.has(reason)).length] as const);
    expect(counted.filter(([, rows]) => rows !== 1)).toEqual([]);
  });

  test('names codes that there are, and kinds that there are', () => {
    for (const { category, reasons, remarks = new Set<string>() } of REASON_ROWS) {
      expect(DENIAL_KINDS).toHaveProperty(category);
      expect([...reasons].filter((code) => !CARC.codes.has(code))).toEqual([]);
      expect([...remarks].filter((code) => !RARC.codes.has(code))).toEqual([]);
    }
  });

  test('payer rules that come with the package are well-formed', () => {
    for (const rules of COMMON_PAYER_RULES) expect(payerRules.parse(rules)).toEqual(rules satisfies PayerRules);
  });
});

describe('need 71: posting by a table', () => {
  test.each([
    ['CO', '45', 'contractual'],
    ['CO', '253', 'contractual'],
    ['CO', '197', 'denied'],
    ['CO', '16', 'denied'],
    ['PI', '50', 'denied'],
    ['OA', '23', 'otherPayer'],
    ['PR', '1', 'patientShare'],
    ['PR', '3', 'patientShare'],
    ['PR', '27', 'denied'],
    ['CR', '45', 'payback'],
    ['XX', '45', 'denied'],
  ])('%s-%s: %s', (group, reason, posting) => {
    expect(postingOf({ group, reason, amountCents: toCents(1000) })).toBe(posting);
  });
});
