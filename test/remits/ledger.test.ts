import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCents } from '../../src/money.ts';
import { balanceClaim, depositOf } from '../../src/remits/balance.ts';
import {
  adjustedOf,
  type EntryType,
  entriesOfClaim,
  entryOfProviderAdjustment,
  moneyOf,
} from '../../src/remits/ledger.ts';
import { createExceptionFinder, type PostingException } from '../../src/remits/posting-exceptions.ts';
import { edit, PAYMENT_835 } from '../x12/wire.ts';
import { type Adjusted, claimPayment, read835 } from './payment.ts';

const wordsOf = (claim: Parameters<typeof entriesOfClaim>[0]) =>
  entriesOfClaim(claim).map(({ type, line, group, reason, cents }) =>
    [type, line === undefined ? 'claim' : `line ${line}`, group, reason, cents].filter(Boolean).join(' '),
  );

const CLAIMS: readonly [name: string, adjusted: Adjusted, entries: string[]][] = [
  [
    'paid, the contract and the patient’s share',
    { paid: 100, cas: ['CO*45*15', 'PR*2*10'] },
    ['payment claim 10000', 'adjustment line 0 CO 45 1500', 'patientShare line 0 PR 2 1000'],
  ],
  ['need 71: a denial is an adjustment, not a write-off', { status: '4', cas: ['CO*29*125'] }, ['adjustment line 0 CO 29 12500']],
  ['need 79: nothing paid, all the patient’s', { cas: ['PR*1*125'] }, ['patientShare line 0 PR 1 12500']],
  ['adjusted at the claim', { paid: 100, claimCas: ['OA*23*25'] }, ['payment claim 10000', 'adjustment claim OA 23 2500']],
  [
    'need 74: a reversal keeps the groups and the signs that it came with',
    { status: '22', paid: -100, cas: ['CO*45*-15', 'PR*2*-10'] },
    ['reversal claim -10000', 'reversal line 0 CO 45 -1500', 'reversal line 0 PR 2 -1000'],
  ],
  ['an estimate moves nothing', { status: '25', cas: ['OA*101*125'] }, []],
  ['not ours, forwarded: nothing', { status: '23', cas: ['OA*B11*125'] }, []],
]; // biome-ignore format: a table

describe('ledger entries of a claim payment', () => {
  test.each(CLAIMS)('%s', (_name, adjusted, entries) => {
    expect(wordsOf(claimPayment(adjusted))).toEqual(entries);
  });

  test('come to its charge, money and adjustments together, whenever it balances', () => {
    for (const [name, adjusted] of CLAIMS) {
      const claim = claimPayment(adjusted);
      const entries = entriesOfClaim(claim);
      if (balanceClaim(claim).claimDifference !== 0 || entries.length === 0) continue;
      expect(moneyOf(entries) + adjustedOf(entries), name).toBe(claim.chargeCents);
    }
  });
});

const PROVIDER: readonly [code: string, cents: number, type: EntryType][] = [
  ['WO', 2_500, 'takeback'],
  ['WO', -2_500, 'takeback'],
  ['FB', -6_000, 'forwardBalance'],
  ['L6', -225, 'interest'],
  ['72', -2_500, 'providerAdjustment'],
  ['J1', 1, 'providerAdjustment'],
  ['ZZ', 1, 'providerAdjustment'],
];

describe('ledger entries of provider adjustments', () => {
  test.each(PROVIDER)('%s of %i is money of type %s, the other way round', (code, cents, type) => {
    expect(entryOfProviderAdjustment({ code, amountCents: toCents(cents) })).toEqual({
      type,
      reason: code,
      cents: -cents,
    });
  });

  test('come with those of the claims to what was deposited', () => {
    const amount = fc.integer({ min: -50_000, max: 50_000 }).map((cents) => cents / 100);
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 4 }), (adjustments) => {
        const plb = adjustments.map((one, at) => `${['WO', 'FB', 'L6', 'CS'][at]}:R*${one}`).join('*');
        const deposit = (10_000 - adjustments.reduce((sum, one) => sum + Math.round(one * 100), 0)) / 100;
        const body = edit(
          PAYMENT_835,
          'BPR',
          `BPR*I*${Math.abs(deposit)}*${deposit < 0 ? 'D' : 'C'}*CHK************20260105`,
        );
        const { claims, payment } = read835(plb === '' ? body : [...body, `PLB*1*20261231*${plb}`]);
        const entries = [
          ...claims.flatMap(entriesOfClaim),
          ...payment.providerAdjustments.map(entryOfProviderAdjustment),
        ];
        expect(moneyOf(entries)).toBe(depositOf(payment));
      }),
      { numRuns: 60 },
    );
  });
});

describe('need 80: a payment that cannot be posted says why', () => {
  const found = (body: readonly string[]) => {
    const { claims, payment } = read835(body);
    const finder = createExceptionFinder();
    for (const claim of claims) finder.add(claim);
    return finder.of(payment);
  };
  const HUGE = '90071992547409.91';
  const cases: [name: string, body: string[], exceptions: PostingException[]][] = [
    ['in balance', [...PAYMENT_835], []],
    ['off in all', edit(PAYMENT_835, 'BPR', 'BPR*I*101*C*CHK************20260105'), [{ reason: 'payment-off', cents: toCents(-100) }]],
    [
      'off at a line and so at its claim',
      edit(PAYMENT_835, 'CAS*CO', 'CAS*CO*45*14'),
      [{ reason: 'claim-off', count: 1, claim: 1, cents: toCents(100) }, { reason: 'line-off', count: 1, claim: 1, line: 1, cents: toCents(100) }],
    ],
    [
      'off at a line, made up for at the claim',
      edit(edit(PAYMENT_835, 'CAS*CO', 'CAS*CO*45*14'), 'NM1*QC', ['CAS*CO*45*1', 'NM1*QC*1*WINTERS*ALMA****MI*MEM0001']),
      [{ reason: 'line-off', count: 1, claim: 1, line: 1, cents: toCents(100) }],
    ],
    ['too large to add up', [...PAYMENT_835, `PLB*1*20261231*CS:A*${HUGE}*CS:B*${HUGE}`], [{ reason: 'payment-off' }]],
  ]; // biome-ignore format: a table
  test.each(cases)('%s', (_name, body, exceptions) => {
    expect(found(body)).toEqual(exceptions);
  });

  test('names the first of many, and that the set is not whole', () => {
    const { claims, payment } = read835(edit(PAYMENT_835, 'CAS*CO', 'CAS*CO*45*14'));
    const finder = createExceptionFinder();
    for (let count = 0; count < 3; count++) for (const claim of claims) finder.add(claim);
    finder.spoil('truncated');
    finder.spoil('truncated');
    expect(finder.of(payment)).toMatchObject([
      { reason: 'not-whole', codes: ['truncated'] },
      { reason: 'claim-off', count: 3, claim: 1 },
      { reason: 'line-off', count: 3, claim: 1, line: 1 },
    ]);
  });
});
