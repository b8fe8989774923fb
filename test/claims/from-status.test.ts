/** Claim status questions and answers as records. */
import { expect, test } from 'vitest';
import { edit, in276, in277, issuesOf, itemsOf, only } from '../x12/wire.ts';

const QUESTION: readonly string[] = [
  'BHT*0010*13*BATCH1*20260102*1530',
  'HL*1**20*1',
  'NM1*PR*2*PLAN*****PI*PLAN1',
  'HL*2*1*21*1',
  'NM1*41*2*SUBMITTER*****46*SUB1',
  'HL*3*2*19*1',
  'NM1*1P*2*CLINIC*****XX*1234567893',
  'HL*4*3*22*0',
  'DMG*D8*19710412*F',
  'NM1*IL*1*WINTERS*ALMA****MI*MEM0001',
  'TRN*1*ASK1',
  'REF*1K*ICN1',
  'REF*BLT*111',
  'REF*EJ*PCN1',
  'AMT*T3*185.5',
  'DTP*472*RD8*20260101-20260105',
  'SVC*HC:99213*125*****1',
  'REF*FJ*LINE1',
  'DTP*472*D8*20260102',
  'HL*5*3*22*1',
  'NM1*IL*1*SOMMER*EVE****MI*MEM0002',
  'HL*6*5*23',
  'DMG*D8*20150601*M',
  'NM1*QC*1*SOMMER*TIM',
  'TRN*1*ASK2',
  'REF*EJ*PCN2',
];

const ANSWER: readonly string[] = [
  'BHT*0010*08*BATCH1*20260103*0900*DG',
  'HL*1**20*1',
  'NM1*PR*2*PLAN*****PI*PLAN1',
  'PER*IC*DESK*TE*6145550101',
  'HL*2*1*21*1',
  'NM1*41*2*SUBMITTER*****46*SUB1',
  'TRN*2*BATCH1',
  'STC*A1:19:PR*20260103',
  'HL*3*2*19*1',
  'NM1*1P*2*CLINIC*****XX*1234567893',
  'TRN*1*BATCH1',
  'STC*D0:26:1P*20260103',
  'HL*4*3*22*0',
  'NM1*IL*1*WINTERS*ALMA****MI*MEM0001',
  'TRN*2*ASK1',
  'STC*F1:65*20260103**185.5*100*20260110**20260110*CHK1*F1:104',
  'REF*1K*ICN1',
  'REF*EJ*PCN1',
  'REF*VV*VOUCH1',
  'DTP*472*D8*20260102',
  'SVC*HC:99213*125*100****1',
  'STC*F1:65*20260103',
  'REF*FJ*LINE1',
  'DTP*472*D8*20260102',
  'HL*5*3*22*1',
  'NM1*IL*1*SOMMER*EVE****MI*MEM0002',
  'HL*6*5*23',
  'NM1*QC*1*SOMMER*TIM',
  'TRN*2*ASK2',
  'STC*A4:35*20260103',
];

const AROUND = {
  payer: { entity: 'PR', name: 'PLAN', id: 'PLAN1' },
  receiver: { entity: '41', name: 'SUBMITTER', id: 'SUB1' },
  provider: { entity: '1P', name: 'CLINIC', id: '1234567893' },
};

test('a question about the claims of a subscriber and of a dependent', () => {
  expect(issuesOf(in276(QUESTION))).toEqual([]);
  expect(only(itemsOf(in276(QUESTION)), '276.claim')).toMatchObject([
    {
      ...AROUND,
      trace: 'ASK1',
      patientControlNumber: 'PCN1',
      payerClaimNumber: 'ICN1',
      billType: '111',
      chargeCents: 18_550,
      serviceDate: '2026-01-01/2026-01-05',
      subscriber: { lastName: 'WINTERS', id: 'MEM0001' },
      lines: [{ lineControlNumber: 'LINE1', procedure: { code: '99213' }, chargeCents: 12_500, quantity: '1' }],
    },
    { ...AROUND, trace: 'ASK2', subscriber: { lastName: 'SOMMER' }, patient: { firstName: 'TIM' }, lines: [] },
  ]);
});

test('the answer, with what was paid', () => {
  expect(issuesOf(in277(ANSWER))).toEqual([]);
  expect(only(itemsOf(in277(ANSWER)), '277.claim')).toMatchObject([
    {
      ...AROUND,
      trace: 'ASK1',
      payerClaimNumber: 'ICN1',
      voucher: 'VOUCH1',
      statuses: [
        { category: 'F1', status: '65', chargeCents: 18_550, paidCents: 10_000, checkNumber: 'CHK1' },
        { category: 'F1', status: '104', paidDate: '2026-01-10', checkDate: '2026-01-10' },
      ],
      lines: [{ lineControlNumber: 'LINE1', paidCents: 10_000, statuses: [{ category: 'F1', date: '2026-01-03' }] }],
    },
    { trace: 'ASK2', patient: { firstName: 'TIM' }, statuses: [{ category: 'A4', status: '35' }] },
  ]);
});

test('the answer to the receiver and to the provider', () => {
  const levels = only(itemsOf(in277(ANSWER)), '277.level');
  expect(levels).toMatchObject([
    { level: 'receiver', trace: 'BATCH1', statuses: [{ category: 'A1', entity: 'PR' }], payer: AROUND.payer },
    { level: 'provider', provider: AROUND.provider, statuses: [{ category: 'D0', status: '26' }] },
  ]);
  expect(levels[0]).not.toHaveProperty('provider');
});

test.each([
  ['TRN*2*ASK1', 'TRN*2'],
  ['NM1*1P', 'NM1*1P*2'],
  ['STC*F1:65', 'STC'],
  ['NM1*PR', 'NM1*PR'],
])('an answer with a broken %s is a record all the same', (prefix, to) => {
  const items = itemsOf(in277(edit(ANSWER, prefix, to)));
  expect(only(items, 'issue').length).toBeGreaterThan(0);
  expect(only(items, '277.claim')).toHaveLength(2);
});
