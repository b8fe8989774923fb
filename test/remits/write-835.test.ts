import { describe, expect, test } from 'vitest';
import { toCents } from '../../src/money.ts';
import { balanceClaim, balancePayment } from '../../src/remits/balance.ts';
import { type RemitClaim, type Remittance, write835 } from '../../src/remits/write-835.ts';
import { ENVELOPE, segmentsOf } from '../claims/envelope.ts';
import { itemsOf, only } from '../x12/wire.ts';

const CLAIM: RemitClaim = {
  patientControlNumber: 'PCN1',
  status: '1',
  charge: toCents(12_500),
  paid: toCents(8000),
  patientResponsibility: toCents(2000),
  filingIndicator: '12',
  payerClaimNumber: 'ICN1',
  facility: '11',
  frequency: '1',
  patient: { lastName: 'WINTERS', firstName: 'ALMA' },
  insured: { lastName: 'WINTERS', firstName: 'JON', id: 'MEM1' },
  remarks: ['MA01'],
  interest: toCents(125),
  received: '2026-01-02',
  lines: [
    {
      procedure: { qualifier: 'HC', code: '99203', modifiers: ['25'] },
      submitted: { qualifier: 'HC', code: '99205', modifiers: [] },
      charge: toCents(12_500),
      paid: toCents(8000),
      units: '1',
      serviceDate: '2026-01-01/2026-01-02',
      lineControlNumber: 'L1',
      adjustments: [
        { group: 'CO', reason: '45', amount: toCents(2500) },
        { group: 'PR', reason: '3', amount: toCents(2000) },
      ],
      allowed: toCents(10_000),
      remarks: ['N115', 'M15'],
    },
  ],
};

const remittance = (change: Partial<Remittance>): Remittance => ({
  amount: toCents(8000),
  date: '2026-01-05',
  traceNumber: 'T1',
  company: '1123456789',
  payer: {
    name: 'PLAN',
    id: 'PLAN1',
    phone: '8005550100',
    address: { line1: '1 PLAN WAY', city: 'COLUMBUS', state: 'OH', zip: '43215' },
  },
  payee: { name: 'CLINIC', qualifier: 'XX', id: '1234567893' },
  claims: [CLAIM],
  providerAdjustments: [],
  ...change,
});

describe('write835', () => {
  test('everything of a claim payment comes back as it was given, and balances', () => {
    const { text, issues } = write835([remittance({})], ENVELOPE);
    expect(issues).toEqual([]);
    const items = itemsOf(text);
    expect(items.filter(({ type }) => type === 'issue')).toEqual([]);
    const [claim] = only(items, '835.claim');
    expect(balanceClaim(claim!)).toEqual({ claimDifference: 0, lineDifferences: [0] });
    expect(claim).toMatchObject({
      patientControlNumber: 'PCN1',
      payerClaimNumber: 'ICN1',
      insured: { id: 'MEM1' },
      remarks: ['MA01'],
      amounts: [{ qualifier: 'I', amountCents: 125 }],
      lines: [
        {
          procedure: { code: '99203', modifiers: ['25'] },
          submittedProcedure: { code: '99205' },
          lineControlNumber: 'L1',
          dates: [
            { qualifier: '150', date: '2026-01-01' },
            { qualifier: '151', date: '2026-01-02' },
          ],
          amounts: [{ qualifier: 'B6', amountCents: 10_000 }],
          remarks: [{ value: 'N115' }, { value: 'M15' }],
        },
      ],
    });
    expect(balancePayment(only(items, '835.payment')[0]!)).toBe(0);
  });

  test.each([
    ['money goes by ACH, to bank ids that pass their check', 8000, /^BPR\*I\*80\*C\*ACH\*CCP\*01\*999999992\*DA\*/],
    ['nothing is a notice', 0, /^BPR\*H\*0\*C\*NON\*{12}20260105$/],
  ])('%s', (_name, amount, pattern) => {
    const segments = segmentsOf(write835([remittance({ amount: toCents(amount) })], ENVELOPE).text);
    expect(segments.find((segment) => segment.startsWith('BPR'))).toMatch(pattern);
  });

  test('more than six adjustments take a second CAS and a second PLB', () => {
    const adjustments = Array.from({ length: 7 }, (_, index) => ({
      group: 'CO' as const,
      reason: String(100 + index),
      amount: toCents(100),
    }));
    const line = { ...CLAIM.lines[0]!, adjustments };
    const providerAdjustments = adjustments.map(({ amount }) => ({ reason: 'CS', reference: 'X', amount }));
    const { text, issues } = write835(
      [remittance({ claims: [{ ...CLAIM, lines: [line] }], providerAdjustments })],
      ENVELOPE,
    );
    expect(issues).toEqual([]);
    const tags = segmentsOf(text).map((segment) => segment.split('*')[0]);
    expect(tags.filter((tag) => tag === 'CAS').length).toBe(2);
    expect(tags.filter((tag) => tag === 'PLB').length).toBe(2);
    expect(only(itemsOf(text), '835.payment')[0]?.providerAdjustments.length).toBe(7);
  });

  test('several payments are sets of one interchange', () => {
    const { text } = write835([remittance({}), remittance({ traceNumber: 'T2' })], ENVELOPE);
    expect(only(itemsOf(text), '835.payment').map(({ traceNumber }) => traceNumber)).toEqual(['T1', 'T2']);
  });
});
