import { describe, expect, test } from 'vitest';
import { type ClaimOutcome, classify, denialsOf } from '../../src/remits/outcome.ts';
import { type Adjusted, claimPayment } from './payment.ts';

const CASES: readonly (readonly [string, Adjusted, ClaimOutcome, string[]])[] = [
  ['paid in full', { paid: 125 }, 'paid', []],
  ['paid less the contract (CO-45)', { paid: 100, cas: ['CO*45*25'] }, 'paid', []],
  ['all of it contract: a lone CO-45 is no denial', { cas: ['CO*45*125'] }, 'zero', []],
  ['all of it the patient’s: PR-1, PR-2, PR-3', { cas: ['PR*1*100**2*15**3*10'] }, 'zero', []],
  ['sequestration', { paid: 122.5, cas: ['CO*253*2.5'] }, 'paid', []],
  ['capitation', { cas: ['CO*24*125'] }, 'zero', []],
  ['the first payer’s share of a QMB (CO-303): nobody owes it', { cas: ['CO*303*125'] }, 'zero', []],
  ['the fee schedule of a casualty plan (P23)', { paid: 100, cas: ['CO*P23*25'] }, 'paid', []],
  ['the effect of an earlier payer (OA-23)', { cas: ['OA*23*125'] }, 'zero', []],
  ['CO-16 lacks data', { cas: ['CO*16*125'] }, 'denied', ['line CO 16 12500']],
  ['PR-27 coverage ended: the patient’s to pay, and a denial', { cas: ['PR*27*125'] }, 'denied', ['line PR 27 12500']],
  ['CO-22 another payer comes first', { cas: ['CO*22*125'] }, 'denied', ['line CO 22 12500']],
  ['A1 says denied', { cas: ['CO*A1*125'] }, 'denied', ['line CO A1 12500']],
  ['a procedure of the plan was not followed (95)', { cas: ['CO*95*125'] }, 'denied', ['line CO 95 12500']],
  ['CO-97 bundled', { paid: 25, cas: ['CO*97*100'] }, 'partial', ['line CO 97 10000']],
  ['contract and denial on one line', { paid: 50, cas: ['CO*45*25**50*50'] }, 'partial', ['line CO 50 5000']],
  ['denied at the claim, not at the line', { claimCas: ['CO*29*125'] }, 'denied', ['claim CO 29 12500']],
  [
    'MA130 with CO-16: cannot be processed',
    { claimCas: ['CO*16*125'], moa: 'MOA***MA130' },
    'denied',
    ['claim CO 16 12500 MA130'],
  ],
  ['MA130 beside a lone CO-45', { cas: ['CO*45*125'], moa: 'MOA***MA130' }, 'zero', []],
  ['status 4 without an adjustment', { status: '4' }, 'denied', []],
  ['status 4 with something paid', { status: '4', paid: 125 }, 'partial', []],
  ['an adjustment that gives (negative) denies nothing', { paid: 125, cas: ['CO*16*-10'] }, 'paid', []],
  ['a reversal denies nothing', { status: '22', cas: ['CO*16*125'] }, 'reversal', []],
  ['forwarded, not ours', { status: '23' }, 'forwarded', []],
  ['a predetermination', { status: '25', cas: ['OA*101*125'] }, 'predetermination', []],
  ['secondary: paid what was left', { status: '2', paid: 25, cas: ['OA*23*100'] }, 'paid', []],
];

describe('need 73: a payment of zero is no denial, and a denial is known by its reason', () => {
  test.each(CASES)('%s', (_name, adjusted, outcome, denials) => {
    const claim = claimPayment(adjusted);
    expect(classify(claim)).toBe(outcome);
    expect(
      denialsOf(claim).map(({ level, group, reason, amountCents, remarks }) =>
        [level, group, reason, amountCents, ...remarks].join(' '),
      ),
    ).toEqual(denials);
  });

  test('a denial keeps every remark that explains it, and its line', () => {
    const claim = claimPayment({ cas: ['CO*16*125'], lq: ['N290', 'M76', 'MA130'] });
    expect(denialsOf(claim)).toEqual([
      { level: 'line', line: 0, group: 'CO', reason: '16', remarks: ['N290', 'M76', 'MA130'], amountCents: 12500 },
    ]);
  });
});
