import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInterchangeSync } from '../../src/read-interchange.ts';
import { balanceClaim, balancePayment } from '../../src/remits/balance.ts';
import { createFingerprinter } from '../../src/remits/fingerprint.ts';
import { providerAdjustmentTotal } from '../../src/remits/payment-from-835.ts';
import { edit, only, PAYMENT_835 } from '../x12/wire.ts';
import { read835 } from './payment.ts';

const LINE_OF_TWO_GROUPS = ['CAS*CO*45*10**97*5*1', 'CAS*PR*1*8**3*2'];
const fixture = (name: string) => [
  ...readInterchangeSync(readFileSync(new URL(`../fixtures/x12/${name}`, import.meta.url))),
];

describe('claim payments', () => {
  test('keep amounts in cents, adjustments as triplets, every qualifier', () => {
    const body = edit(edit(PAYMENT_835, 'CAS*PR'), 'CAS*CO', LINE_OF_TWO_GROUPS);
    const [claim] = read835([...body, 'AMT*B6*110', 'QTY*ZK*2.5', 'LQ*HE*N130']).claims;
    expect(claim).toMatchObject({
      patientControlNumber: 'PCN1',
      status: '1',
      chargeCents: 12500,
      paidCents: 10000,
      patientResponsibilityCents: 1000,
      payerClaimNumber: 'ICN1',
      facilityType: '11',
      frequency: '1',
      patient: { lastName: 'WINTERS', firstName: 'ALMA', idQualifier: 'MI', id: 'MEM0001' },
      adjustments: [],
      origin: { isa13: '000000001', gs06: '1', st02: '0001', segment: 11 },
      lines: [
        {
          lineControlNumber: 'L1',
          procedure: { qualifier: 'HC', code: '99213', modifiers: [] },
          chargeCents: 12500,
          paidCents: 10000,
          adjustments: [
            { group: 'CO', reason: '45', amountCents: 1000 },
            { group: 'CO', reason: '97', amountCents: 500, quantity: '1' },
            { group: 'PR', reason: '1', amountCents: 800 },
            { group: 'PR', reason: '3', amountCents: 200 },
          ],
          amounts: [{ qualifier: 'B6', amountCents: 11000 }],
          quantities: [{ qualifier: 'ZK', quantity: '2.5' }],
          remarks: [{ qualifier: 'HE', value: 'N130' }],
          dates: [{ qualifier: '472', date: '2026-01-02' }],
        },
      ],
    });
  });

  test('need 28: numbers that were filled up with blanks come without them', () => {
    const padded = edit(
      edit(PAYMENT_835, 'CLP', 'CLP*PCN1      *1*125*100*10*12*ICN1   *11*1'),
      'TRN',
      'TRN*1*CHK1    *1123456789',
    );
    const { claims, payment } = read835(edit(padded, 'PER', ['REF*2U*60054          ', 'PER*BL*DESK*TE*6145550101']));
    expect(claims).toMatchObject([{ patientControlNumber: 'PCN1', payerClaimNumber: 'ICN1' }]);
    expect(payment).toMatchObject({
      traceNumber: 'CHK1',
      payer: { references: [{ qualifier: '2U', value: '60054' }] },
    });
  });

  test('absent is absent: no key holds undefined or null', () => {
    for (const name of ['835-denied.x12', '835-provider-adjustment.x12', '837p-two-payers.x12', '999-rejected.x12']) {
      for (const item of fixture(name)) {
        const walk = (value: unknown): void => {
          expect(value).not.toBeUndefined();
          expect(value).not.toBeNull();
          if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) walk(one);
        };
        walk(item);
      }
    }
  });

  test('are conserved to the cent, from CLP and PLB to BPR', () => {
    const items = fixture('835-provider-adjustment.x12');
    const [payment] = only(items, '835.payment');
    if (payment === undefined) throw new Error('there is a payment');
    const paid = only(items, '835.claim').reduce((sum, { paidCents }) => sum + paidCents, 0);
    expect(payment.claimPaidCents).toBe(paid);
    expect(payment.providerAdjustments.length).toBeGreaterThan(0);
    expect(payment.amountCents).toBe(paid - (providerAdjustmentTotal(payment) ?? Number.NaN));
  });
});

describe('balance', () => {
  test('is zero where everything adds up', () => {
    const { claims, payment } = read835(PAYMENT_835);
    expect(claims.map(balanceClaim)).toEqual([{ claimDifference: 0, lineDifferences: [0] }]);
    expect(balancePayment(payment)).toBe(0);
  });

  test.each<[string, string, string, { claim: number; line: number; payment: number }]>([
    ['a line adjustment too small', 'CAS*CO', 'CAS*CO*45*14.99', { claim: 1, line: 1, payment: 0 }],
    ['a line payment too small', 'SVC', 'SVC*HC:99213*125*99', { claim: 0, line: 100, payment: 0 }],
    ['a claim payment too large', 'CLP', 'CLP*PCN1*1*125*100.01*10*12*ICN1', { claim: -1, line: 0, payment: 1 }],
    ['a payment too large', 'BPR', 'BPR*I*101*C*CHK************20260105', { claim: 0, line: 0, payment: -100 }],
  ])('%s leaves the difference in cents', (_name, prefix, to, expected) => {
    const { claims, payment } = read835(edit(PAYMENT_835, prefix, to));
    const [claim] = claims.map(balanceClaim);
    expect({
      claim: claim?.claimDifference,
      line: claim?.lineDifferences[0],
      payment: balancePayment(payment),
    }).toEqual(expected);
  });

  test('a provider adjustment lowers the payment, a negative one raises it', () => {
    const plb = (amount: string) => [...PAYMENT_835, `PLB*1234567893*20261231*WO:X1*${amount}`];
    expect(balancePayment(read835(edit(plb('30'), 'BPR', 'BPR*I*70*C*CHK************20260105')).payment)).toBe(0);
    expect(balancePayment(read835(edit(plb('-30'), 'BPR', 'BPR*I*130*C*CHK************20260105')).payment)).toBe(0);
  });

  test('amounts beyond any reason are findings, never an exception', () => {
    const huge = '90071992547409.91';
    const claim = edit(PAYMENT_835, 'CLP', `CLP*PCN1*1*${huge}*${huge}*0*12*ICN1`).slice(8);
    const body = [...PAYMENT_835.slice(0, 8), ...claim, ...claim.slice(1)];
    expect(() => read835(body)).not.toThrow();
  });
});

describe('fingerprint', () => {
  const claim = (pcn: string, paid: number) => [`CLP*${pcn}*1*${paid}*${paid}*0*12*ICN${pcn}`, 'NM1*QC*1*WINTERS*ALMA'];
  const head = PAYMENT_835.slice(0, 9);
  const bodyOf = (claims: readonly string[][]) =>
    edit([...head, ...claims.flat()], 'BPR', 'BPR*I*60*C*CHK************20260105');
  const three = [claim('A', 10), claim('B', 20), claim('C', 30)];
  const printOf = (body: readonly string[]) => {
    const { claims, payment } = read835(body);
    const fingerprinter = createFingerprinter();
    for (const one of claims) fingerprinter.add(one);
    return fingerprinter.of(payment);
  };

  test('is the same for the same claims in any order', () => {
    const expected = printOf(bodyOf(three));
    fc.assert(
      fc.property(fc.shuffledSubarray(three, { minLength: 3, maxLength: 3 }), (shuffled) => {
        expect(printOf(bodyOf(shuffled))).toBe(expected);
      }),
    );
  });

  test('differs with the trace number, the amount, the date, or a claim', () => {
    const body = bodyOf(three);
    const prints = [
      body,
      edit(body, 'TRN', 'TRN*1*CHK2*1123456789'),
      edit(body, 'BPR', 'BPR*I*61*C*CHK************20260105'),
      edit(body, 'BPR', 'BPR*I*60*C*CHK************20260106'),
      edit(body, 'CLP*A', 'CLP*A*2*10*10*0*12*ICNA'),
      bodyOf(three.slice(0, 2)),
    ].map(printOf);
    expect(new Set(prints).size).toBe(prints.length);
  });
});
