import { describe, expect, test } from 'vitest';
import { claimAckOutcome } from '../../src/acks/claim-ack.ts';
import { edit, in277ca, in997, in999, isa, issuesOf, itemsOf, only } from '../x12/wire.ts';

const REJECTED_999 = [
  'AK1*HC*17*005010X222A1',
  'AK2*837*0001*005010X222A1',
  'IK5*A',
  'AK2*837*0002*005010X222A1',
  'IK3*CLM*22*2300*8',
  'CTX*CLM01:PCN1',
  'IK4*5:3:1*1325*7*X',
  'IK4*2*782*1',
  'IK3*REF*57**3',
  'IK5*R*5*I5',
  'AK9*P*2*2*1',
];

describe('999', () => {
  const items = itemsOf(in999(REJECTED_999));

  test('is read without an issue', () => {
    expect(issuesOf(in999(REJECTED_999))).toEqual([]);
  });

  test('each acknowledged set, with one error for each place', () => {
    expect(only(items, '999.transaction')).toMatchObject([
      { ackGs01: 'HC', ackGs06: '17', st02: '0001', result: 'A', codes: [], errors: [] },
      {
        st01: '837',
        st02: '0002',
        result: 'R',
        codes: ['5', 'I5'],
        errors: [
          {
            segmentId: 'CLM',
            position: 22,
            loop: '2300',
            segmentCode: '8',
            element: 5,
            component: 3,
            repetition: 1,
            elementCode: '7',
          },
          { segmentId: 'CLM', position: 22, element: 2, elementCode: '1' },
          { segmentId: 'REF', position: 57, segmentCode: '3' },
        ],
      },
    ]);
  });

  test('the acknowledged group', () => {
    expect(only(items, '999.group')).toMatchObject([
      { gs01: 'HC', gs06: '17', result: 'P', included: 2, received: 2, accepted: 1 },
    ]);
  });

  test('need 52: what the fault belongs to, and what makes its rule apply (CTX), beside a TA1', () => {
    const text = in999([
      'AK1*HC*17*005010X222A1',
      'AK2*837*0002*005010X222A1',
      'IK3*CLM*22*2300*8',
      'CTX*CLM01:PCN1',
      'IK4*5:3*1325*I9',
      'CTX*SITUATIONAL TRIGGER*NM1*19*2010*9*67',
      'IK3*REF*30*2300*I6',
      'CTX*SITUATIONAL TRIGGER*HI*28*2300*1:2',
      'IK5*R*I5',
      'AK9*R*1*1*0',
    ]).replace('GS*', 'TA1*000000042*260102*1530*A*000~GS*');
    expect(issuesOf(text)).toEqual([]);
    const records = itemsOf(text);
    expect(only(records, 'ta1')).toMatchObject([{ isa13: '000000042', result: 'A' }]);
    expect(only(records, '999.transaction')).toMatchObject([
      {
        errors: [
          {
            elementCode: 'I9',
            businessUnit: { name: 'CLM01', reference: 'PCN1' },
            triggers: [{ segmentId: 'NM1', position: 19, loop: '2010', element: 9 }],
          },
          {
            segmentCode: 'I6',
            triggers: [{ segmentId: 'HI', position: 28, loop: '2300', element: 1, component: 2 }],
          },
        ],
      },
    ]);
  });

  test('a bad copy of patient data (IK404) is not kept', () => {
    expect(
      JSON.stringify(
        only(itemsOf(in999(REJECTED_999.map((one) => one.replace('7*X', '7*SECRET')))), '999.transaction'),
      ),
    ).not.toContain('SECRET');
  });
});

test('TA1: the interchange it answers, the result and the note', () => {
  const items = itemsOf(`${isa()}TA1*000000042*260102*1530*R*024~IEA*0*000000001~`);
  expect(only(items, 'ta1')).toMatchObject([
    { isa13: '000000042', date: '2026-01-02', time: '15:30', result: 'R', note: '024' },
  ]);
});

const ACK_277 = (source: string, statuses: readonly string[]) => [
  'BHT*0085*08*REF1*20260102*1530*TH',
  'HL*1**20*1',
  `NM1*${source}*2*ANSWERING*****46*ANS1`,
  'TRN*1*T1',
  'DTP*050*D8*20260102',
  'DTP*009*D8*20260102',
  'HL*2*1*21*1',
  'NM1*41*2*SUBMITTER*****46*SUB1',
  'TRN*2*B7-1',
  'STC*A1:19:PR*20260102*WQ*185',
  'HL*3*2*19*1',
  'NM1*85*2*CLINIC*****XX*1234567893',
  'HL*4*3*PT',
  'NM1*QC*1*WINTERS*ALMA****MI*MEM0001',
  'TRN*2*PCN1',
  ...statuses,
  'REF*1K*ICN1',
  'DTP*472*D8*20260102',
];

describe('277CA', () => {
  test('each claim with every status, who reports, and the payer’s number', () => {
    const text = in277ca(ACK_277('AY', ['STC*A3:21:PR*20260102*U*185******A3:33:40']));
    expect(issuesOf(text)).toEqual([]);
    expect(only(itemsOf(text), '277ca.claim')).toMatchObject([
      {
        patientControlNumber: 'PCN1',
        payerClaimNumber: 'ICN1',
        serviceDate: '2026-01-02',
        source: { entity: 'AY', name: 'ANSWERING', id: 'ANS1' },
        statuses: [
          { category: 'A3', status: '21', entity: 'PR', date: '2026-01-02', action: 'U', chargeCents: 18500 },
          { category: 'A3', status: '33', entity: '40' },
        ],
      },
    ]);
  });

  test('what is said above the claims: the source, the batch of the receiver, each provider', () => {
    const body = edit(
      edit(ACK_277('AY', ['STC*A2:20*20260102*WQ*185']), 'STC*A1', [
        'STC*A8:23:AY*20260102*U*300.5******A8:24',
        'QTY*90*1',
        'QTY*AA*2',
        'AMT*YU*185',
        'AMT*YY*115.5',
      ]),
      'NM1*85',
      [
        'NM1*85*2*CLINIC*****XX*1234567893',
        'TRN*1*P1',
        'STC*A3:562:85*20260102*U*115.5',
        'REF*G2*LEGACY1',
        'QTY*QC*2',
        'AMT*YY*115.5',
      ],
    );
    const text = in277ca(body);
    expect(issuesOf(text)).toEqual([]);
    const source = { entity: 'AY', name: 'ANSWERING', id: 'ANS1' };
    const receiver = { entity: '41', name: 'SUBMITTER', id: 'SUB1' };
    const levels = only(itemsOf(text), '277ca.level').map(({ type: _type, origin: _origin, ...facts }) => facts);
    expect(levels).toEqual([
      { level: 'source', trace: 'T1', statuses: [], receivedDate: '2026-01-02', processedDate: '2026-01-02', source },
      {
        level: 'receiver',
        trace: 'B7-1',
        statuses: [
          { category: 'A8', status: '23', entity: 'AY', date: '2026-01-02', action: 'U', chargeCents: 30_050 },
          { category: 'A8', status: '24', date: '2026-01-02', action: 'U', chargeCents: 30_050 },
        ],
        acceptedClaims: 1,
        rejectedClaims: 2,
        acceptedCents: 18_500,
        rejectedCents: 11_550,
        source,
        receiver,
      },
      {
        level: 'provider',
        trace: 'P1',
        statuses: [
          { category: 'A3', status: '562', entity: '85', date: '2026-01-02', action: 'U', chargeCents: 11_550 },
        ],
        rejectedClaims: 2,
        rejectedCents: 11_550,
        references: [{ qualifier: 'G2', value: 'LEGACY1' }],
        source,
        receiver,
        provider: { entity: '85', name: 'CLINIC', id: '1234567893' },
      },
    ]);
  });

  test('statuses of lines are kept with the numbers that tell the lines', () => {
    const body = edit(ACK_277('PR', ['STC*A7:21:PR*20260102*U*185']), 'DTP*472', [
      'DTP*472*D8*20260102',
      'SVC*HC:99213:25*125**0450**2',
      'STC*A7:453:85**U*******A7:454**TEXT',
      'REF*FJ*LINE1',
    ]);
    expect(only(itemsOf(in277ca(body)), '277ca.claim')[0]?.lines).toMatchObject([
      {
        lineControlNumber: 'LINE1',
        procedure: { qualifier: 'HC', code: '99213', modifiers: ['25'] },
        chargeCents: 12_500,
        statuses: [
          { category: 'A7', status: '453', entity: '85', action: 'U', text: 'TEXT' },
          { category: 'A7', status: '454', action: 'U', text: 'TEXT' },
        ],
      },
    ]);
  });

  test('a set refused whole has no claim below it and is a record all the same', () => {
    const body = ACK_277('PR', []).slice(0, 9);
    const text = in277ca([...body, 'STC*A3:24:41*20260102*U*185', 'QTY*AA*1', 'AMT*YY*185']);
    expect(issuesOf(text)).toEqual([]);
    expect(only(itemsOf(text), '277ca.level').map(({ level, trace }) => [level, trace])).toEqual([
      ['source', 'T1'],
      ['receiver', 'B7-1'],
    ]);
  });

  test.each<[string, string[], string]>([
    ['AY', ['A1:19'], 'clearinghouse accepted'],
    ['PR', ['A2:20'], 'payer accepted'],
    ['PR', ['A0:16'], 'payer accepted'],
    ['AY', ['A3:21'], 'clearinghouse rejected'],
    ['AY', ['A4:35'], 'clearinghouse rejected'],
    ['PR', ['A6:21'], 'payer rejected'],
    ['PR', ['A7:21'], 'payer rejected'],
    ['PR', ['A8:21'], 'payer rejected'],
    ['PR', ['P1:20'], 'payer pending'],
    ['PR', ['A1:19', 'A7:21'], 'payer rejected'],
    ['AY', ['X9:1'], 'clearinghouse unknown'],
  ])('from %s with %j: %s', (source, statuses, outcome) => {
    const text = in277ca(
      ACK_277(
        source,
        statuses.map((one) => `STC*${one}*20260102*WQ*185`),
      ),
    );
    const [claim] = only(itemsOf(text), '277ca.claim');
    if (claim === undefined) throw new Error('there is a claim');
    const { stage, result } = claimAckOutcome(claim);
    expect(`${stage} ${result}`).toBe(outcome);
  });
});

describe.each(['004010', '005010X230', '005010'])('997 of %s', (version) => {
  const items = itemsOf(
    in997(version, ['AK1*HC*17', 'AK2*837*0021', 'AK3*NM1*8**8', 'AK4*8:1*66*7*MI', 'AK5*R*5', 'AK9*R*1*1*0']),
  );

  test('is read as sets and group', () => {
    expect(only(items, 'issue')).toEqual([]);
    expect(only(items, '997.transaction')).toMatchObject([
      { ackGs06: '17', st01: '837', st02: '0021', result: 'R', errors: [{ position: 8, element: 8, component: 1 }] },
    ]);
    expect(only(items, '997.group')).toMatchObject([{ gs01: 'HC', result: 'R', accepted: 0 }]);
  });
});

test('only a 997 of 005010 names the guide of the group and the repetition of an element', () => {
  const body = ['AK1*HC*17*005010X222A1', 'AK2*837*0021', 'AK3*NM1*8', 'AK4*8:1:2*66*7', 'AK5*R*5', 'AK9*R*1*1*0'];
  expect(issuesOf(in997('005010X230', body))).toEqual([]);
  expect(issuesOf(in997('004010', body)).map(({ element }) => element)).toEqual(['AK103', 'AK401-03']);
});
