import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim, ProfessionalClaimInput } from '../../schemas/claim.ts';
import type { Item } from '../../src/read-interchange.ts';
import { balanceClaim, balancePayment } from '../../src/remits/balance.ts';
import { classify } from '../../src/remits/outcome.ts';
import { answerFile } from '../../src/sandbox/answers.ts';
import { arbitraryDental } from '../claims/arbitrary-dental.ts';
import { arbitraryInstitutional } from '../claims/arbitrary-institutional.ts';
import { arbitraryProfessional } from '../claims/arbitrary-professional.ts';
import { CLAIM } from '../claims/claim.ts';
import { segmentsOf } from '../claims/envelope.ts';
import { itemsOf, only } from '../x12/wire.ts';
import { claimOf, member, textOf } from './claim-texts.ts';

const OPTIONS = { seed: '1', at: new Date('2026-11-23T12:00:00Z'), receipt: 1, isKnown: () => false };

/** Everything the sandbox answers to a text, as records. */
function answersTo(text: string, options = OPTIONS) {
  const { answers, content } = answerFile(Buffer.from(text), options);
  const items = answers.flatMap((answer) => itemsOf(answer.text));
  return { answers, content, items, kinds: answers.map(({ name }) => name.split('_').slice(3).join('_')) };
}

const answersToClaims = (...claims: Claim[]) => answersTo(textOf(claims));

const answeredSets = (items: readonly Item[]) =>
  items.flatMap((item) => (item.type === '999.transaction' ? [item] : []));

const kindOf = (answers: ReturnType<typeof answersTo>) => answers.kinds.map((kind) => kind.replace('.x12', ''));

/** A claim to a second payer of which the first has paid 64.00. */
const secondary: Partial<ProfessionalClaimInput> = {
  subscriber: { ...CLAIM.subscriber, payerSequence: 'S' },
  otherPayers: [
    {
      payer: { id: 'FIRST', name: 'FIRST PLAN' },
      payerSequence: 'P',
      insured: { lastName: 'WINTERS', firstName: 'ALMA', memberId: 'F1' },
      paid: '64.00',
      adjudicationDate: '2026-11-10',
      adjustments: [
        { group: 'CO', reason: '45', amount: '20.00' },
        { group: 'PR', reason: '2', amount: '16.00' },
      ],
    },
  ],
};

const replaced: Partial<ProfessionalClaimInput> = { frequency: '8', replaces: { payerClaimNumber: 'OLD1' } };
const late: Partial<ProfessionalClaimInput> = {
  lines: [{ procedure: { code: '87880' }, charge: '100.00', serviceDate: '2025-11-01' }],
};

describe('each rule by the answers', () => {
  // CLP02 and outcome, paid and patient share, adjustments, remarks.
  test.each<[string, Claim, string]>([
    ['coinsurance', claimOf('A', ['87880']), '1 paid 6400 1600 CO-45:2000 PR-2:1600'],
    ['copay', claimOf('A', ['99213']), '1 paid 6000 2000 CO-45:2000 PR-3:2000'],
    ['in full less the contract', claimOf('A', ['99395']), '1 paid 8000 0 CO-45:2000'],
    ['all to the deductible', claimOf('A', ['99204']), '1 zero 0 8000 CO-45:2000 PR-1:8000'],
    ['paid as another procedure', claimOf('A', ['99205']), '1 paid 6000 2000 CO-45:2000 PR-3:2000'],
    ['partly denied', claimOf('A', ['36415', '80053']), '1 partial 6400 1600 CO-97:10000 CO-45:2000 PR-2:1600 N390'],
    ['not necessary', claimOf('A', ['93000']), '1 denied 0 0 CO-50:10000 N115'],
    ['no authorization', claimOf('A', ['97110']), '1 denied 0 0 CO-197:10000'],
    ['lacks information', claimOf('A', ['99215']), '1 denied 0 0 CO-16:10000 MA130 M51'],
    ['not covered', claimOf('A', ['11719']), '1 denied 0 10000 PR-96:10000 N130'],
    ['not insured', claimOf('A', ['87880'], member('M031')), '4 denied 0 10000 PR-31:10000'],
    ['late', claimOf('A', ['87880'], late), '1 denied 0 0 CO-29:10000'],
    ['second payer', claimOf('A', ['87880'], secondary), '2 paid 1600 0 CO-45:2000 OA-23:6400'],
    ['void', claimOf('A', ['87880'], replaced), '22 reversal -6400 0 CO-45:-2000 PR-2:-1600'],
  ])('%s', (_name, claim, expected) => {
    const [paid] = only(answersToClaims(claim).items, '835.claim');
    if (paid === undefined) throw new Error('the claim was not paid');
    const found = [
      paid.status,
      classify(paid),
      paid.paidCents,
      paid.patientResponsibilityCents,
      ...paid.lines.flatMap((line) =>
        line.adjustments.map(({ group, reason, amountCents }) => `${group}-${reason}:${amountCents}`),
      ),
      ...paid.remarks,
      ...paid.lines.flatMap(({ remarks }) => remarks.map(({ value }) => value)),
    ];
    expect(found.join(' ')).toBe(expected);
  });

  test('a line carries its control number, date, allowed amount and what was billed', () => {
    const [paid] = only(answersToClaims(claimOf('A', ['99205'])).items, '835.claim');
    expect(paid?.lines[0]).toMatchObject({
      procedure: { code: '99203' },
      submittedProcedure: { code: '99205' },
      lineControlNumber: 'AL1',
      dates: [{ qualifier: '472', date: '2026-11-02' }],
      amounts: [{ qualifier: 'B6', amountCents: 8000 }],
    });
  });

  test.each([
    ['clearinghouse: payer', claimOf('A', ['87880'], { payer: { id: 'UNKNOWN', name: 'X' } }), ['AY A7:153:PR U']],
    ['clearinghouse: member', claimOf('A', ['87880'], member('M400')), ['AY A3:21 U', 'AY A3:254 U']],
    ['payer: not found', claimOf('A', ['87880'], member('M404')), ['AY A1:20 WQ', 'PR A3:33:IL U']],
    ['payer: not eligible', claimOf('A', ['87880'], member('M410')), ['AY A1:20 WQ', 'PR A7:88:IL U']],
    ['payer: pending', claimOf('A', ['27447']), ['AY A1:20 WQ', 'PR P1:3 WQ']],
    ['taken', claimOf('A', ['87880']), ['AY A1:20 WQ', 'PR A2:20 WQ']],
  ])('277CA of the %s', (_name, claim, expected) => {
    const { items } = answersToClaims(claim);
    const acks = only(items, '277ca.claim');
    const found = acks.flatMap(({ source, statuses }) =>
      statuses.map(
        ({ category, status, entity, action }) =>
          `${source.entity} ${[category, status, ...(entity === undefined ? [] : [entity])].join(':')} ${action}`,
      ),
    );
    expect(found).toEqual(expected);
    expect(only(items, '835.claim').length).toBe(expected.at(-1)?.endsWith(' U') ? 0 : 1);
    // REF*1K stands for a claim that the payer took.
    expect(acks.map(({ payerClaimNumber }) => payerClaimNumber !== undefined)).toEqual(
      acks.map(({ source, statuses }) => source.entity === 'PR' && statuses[0]?.action === 'WQ'),
    );
  });

  test('the 277CA and the 835 give the claim the same number', () => {
    const { items } = answersToClaims(claimOf('A', ['87880']));
    const numbers = [...only(items, '277ca.claim').slice(1), ...only(items, '835.claim')].map(
      (one) => one.payerClaimNumber,
    );
    expect(new Set(numbers).size).toBe(1);
    expect(numbers[0]).toMatch(/^P\d{12}$/);
  });

  test('a refused procedure refuses its set in the 999, at the very segment, and no other', () => {
    const text = textOf([claimOf('A', ['87880']), claimOf('B', ['87880', '99999']), claimOf('C', ['99213'])]);
    const { items } = answersTo(text);
    expect(answeredSets(items).map(({ result }) => result)).toEqual(['A', 'R', 'A']);
    expect(only(items, '999.group')[0]).toMatchObject({ result: 'P', included: 3, received: 3, accepted: 2 });
    const error = answeredSets(items)[1]?.errors[0];
    expect(error).toMatchObject({ segmentId: 'SV1', loop: '2400', element: 1, component: 2, elementCode: '7' });
    const segments = segmentsOf(text);
    const second = segments.findIndex((segment) => segment.startsWith('ST*837*0002'));
    expect(segments[second + (error?.position ?? 0) - 1]).toMatch(/^SV1\*HC:99999/);
    expect(only(items, '835.claim').map((one) => one.patientControlNumber)).toEqual(['A', 'C']);
  });
});

describe('provider adjustments', () => {
  const paymentOf = (...claims: Claim[]) => only(answersToClaims(...claims).items, '835.payment')[0]!;

  test.each([
    ['interest', [claimOf('A', ['87880', '87880', '87880', '87880'])], 25_725, ['L6:-125']],
    ['a recovery', [claimOf('A', ['87880'], member('M650'))], 3900, ['WO:2500']],
    ['a recovery of all there is', [claimOf('A', ['99204'], member('M650'))], 0, []],
    ['a reversal alone is carried forward', [claimOf('A', ['87880'], replaced)], 0, ['FB:-6400']],
    ['a reversal is set off', [claimOf('A', ['87880'], replaced), claimOf('B', ['99395'])], 1600, []],
  ])('%s', (_name, claims, amount, adjustments) => {
    const payment = paymentOf(...claims);
    expect(payment.amountCents).toBe(amount);
    expect(payment.providerAdjustments.map(({ code, amountCents }) => `${code}:${amountCents}`)).toEqual(adjustments);
    expect(balancePayment(payment)).toBe(0);
    expect([payment.handling, payment.method]).toEqual(amount === 0 ? ['H', 'NON'] : ['I', 'ACH']);
  });
});

describe('a file of many claims', () => {
  const other = { ...CLAIM.billingProvider, npi: '1245319599', organizationName: 'LAKESIDE CLINIC' };
  const procedures = [
    '99213',
    '87880',
    '93000',
    '36415',
    '97110',
    '99215',
    '11719',
    '99205',
    '99204',
    '99395',
    '27447',
    '99999',
  ];
  const claims = Array.from({ length: 60 }, (_, index) =>
    claimOf(`PCN${index}`, [procedures[index % 12]!, procedures[(index * 5) % 11]!], {
      ...member(`MEM${['7001', '0400', '0404', '0031', '0650', '7002'][Math.floor(index / 10)]}`),
      payer: index % 3 === 0 ? { id: 'SECND', name: 'SECOND PLAN' } : { id: 'SAMPL', name: 'SAMPLE PLAN' },
      ...(index % 2 === 0 ? {} : { billingProvider: other }),
    }),
  );
  const answers = answersTo(textOf(claims, { maxClaimsPerSet: 4 }));

  test('TA1 and 999, a 277CA of the clearinghouse and of each payer, an 835 of each payer', () => {
    expect(kindOf(answers)).toEqual(['TA1', '999', '277CA_AY', '277CA_SECND', '277CA_SAMPL', '835_SECND', '835_SAMPL']);
    expect(answers.answers.map(({ stage }) => stage)).toEqual([1, 1, 2, 2, 2, 3, 3]);
  });

  test('our own reader has nothing to say about any of them', () => {
    expect(only(answers.items, 'issue')).toEqual([]);
  });

  test('every claim, line and payment balances to the cent', () => {
    const paid = only(answers.items, '835.claim');
    expect(paid.length).toBeGreaterThan(20);
    for (const claim of paid) {
      expect(balanceClaim(claim)).toEqual({ claimDifference: 0, lineDifferences: claim.lines.map(() => 0) });
      const share = claim.lines.flatMap((line) => line.adjustments.filter(({ group }) => group === 'PR'));
      expect(share.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(claim.patientResponsibilityCents);
    }
    const payments = only(answers.items, '835.payment');
    expect(payments.length).toBe(4);
    expect(payments.map(balancePayment)).toEqual([0, 0, 0, 0]);
  });

  test('the totals of a 277CA are those of its claims, and it names the batch it answers', () => {
    const text = answers.answers.find(({ name }) => name.includes('277CA_SAMPL'))?.text ?? '';
    const segments = segmentsOf(text);
    const count = (qualifier: string) =>
      segments
        .filter((one) => one.startsWith(`QTY*${qualifier}*`))
        .reduce((sum, one) => sum + Number(one.split('*')[2]), 0);
    expect(count('90') + count('AA')).toBe(only(itemsOf(text), '277ca.claim').length);
    expect([count('QA'), count('QC')]).toEqual([count('90'), count('AA')]);
    expect(count('AA')).toBeGreaterThan(0);
    expect(segments.find((one) => one.startsWith('TRN*2*B7-'))).toBeDefined();
    expect(segments.filter((one) => one.startsWith('NM1*85')).length).toBeGreaterThan(
      only(itemsOf(text), 'transaction').length,
    );
  });

  test('the same file comes to the same answers; another seed gives other numbers and the same money', () => {
    const again = answersTo(textOf(claims, { maxClaimsPerSet: 4 }));
    expect(again.answers).toEqual(answers.answers);
    const other = answersTo(textOf(claims, { maxClaimsPerSet: 4 }), { ...OPTIONS, seed: '2' });
    const numbers = (items: typeof answers.items) => only(items, '835.claim').map((one) => one.payerClaimNumber);
    const money = (items: typeof answers.items) => only(items, '835.claim').map((one) => one.paidCents);
    expect(numbers(other.items)).not.toEqual(numbers(answers.items));
    expect(money(other.items)).toEqual(money(answers.items));
  });

  test('every answer has a control number and a name of its own', () => {
    expect(new Set(answers.answers.map(({ name }) => name)).size).toBe(answers.answers.length);
    expect(new Set(only(answers.items, 'interchange').map(({ isa13 }) => isa13)).size).toBe(answers.answers.length);
  });
});

describe('what is not worked on', () => {
  const text = textOf([claimOf('A', ['87880'])]);

  test('an interchange that was received before: TA1 025 and no more', () => {
    const { kinds, items, content } = answersTo(text, { ...OPTIONS, receipt: 9, isKnown: () => true });
    expect(kinds).toEqual(['TA1.x12']);
    expect(only(items, 'ta1')[0]).toMatchObject({ isa13: '000000007', result: 'R', note: '025' });
    expect(content.controlNumbers).toEqual(['A']);
    expect(answersTo(text + text).kinds.filter((kind) => kind.startsWith('TA1')).length).toBe(2);
  });

  test('a broken envelope: TA1 R and no more', () => {
    const { kinds, items } = answersTo(text.replace('IEA*1', 'IEA*2'));
    expect(kinds).toEqual(['TA1.x12']);
    expect(only(items, 'ta1')[0]?.result).toBe('R');
  });

  test('a set that breaks the guide: refused by the 999', () => {
    const { kinds, items } = answersTo(text.replace('SBR*P*18', 'SBR*P*99'));
    expect(kinds).toEqual(['TA1.x12', '999.x12']);
    expect(answeredSets(items)[0]?.result).toBe('R');
  });

  test('a claim whose lines do not add up: refused by the clearinghouse', () => {
    const { items } = answersTo(text.replace(/CLM\*A\*100/, 'CLM*A*101'));
    expect(only(items, '277ca.claim')[0]?.statuses[0]).toMatchObject({ category: 'A8', status: '400' });
    expect(only(items, '835.claim')).toEqual([]);
  });

  test('what is no X12 is answered by nothing', () => {
    expect(answersTo('Dear Sir or Madam').answers).toEqual([]);
  });
});

describe('claims of every kind', () => {
  const kinds: readonly (readonly [string, fc.Arbitrary<Claim>])[] = [
    ['professional', arbitraryProfessional],
    ['institutional', arbitraryInstitutional],
    ['dental', arbitraryDental],
  ];

  test.each(kinds)('%s: taken, accepted and adjudicated, and every answer is sound and balances', (_kind, claims) => {
    fc.assert(
      fc.property(claims, (claim) => {
        const { items } = answersToClaims(claim);
        expect(only(items, 'issue').filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(answeredSets(items).map(({ result }) => result)).toEqual(['A']);
        const [paid] = only(items, '835.claim');
        expect(paid).toMatchObject({ patientControlNumber: claim.patientControlNumber });
        expect(paid?.lines.map(({ lineControlNumber }) => lineControlNumber)).toEqual(
          claim.lines.map(({ lineControlNumber }) => lineControlNumber),
        );
      }),
      { numRuns: 60 },
    );
  });
});
