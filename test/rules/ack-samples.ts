/** Samples of the rules of acknowledgments: 999, 277CA, and answers to status questions (277). */
import { edit, in277, in277ca, in999 } from '../x12/wire.ts';
import type { Change, Samples } from './sample.ts';

const ack999 = (ak9: string, ...sets: readonly (readonly string[])[]) =>
  in999(['AK1*HC*1*005010X222A1', ...sets.flat(), `AK9*${ak9}`]);
const accepted = ['AK2*837*0001*005010X222A1', 'IK5*A'];
const withErrors = ['AK2*837*0002*005010X222A1', 'IK3*CLM*22**8', 'IK4*1*1028*1', 'IK5*E*5'];
const rejected = ['AK2*837*0003*005010X222A1', 'IK3*CLM*22**8', 'IK4*1*1028*1', 'IK5*R*5'];

const ACK_277CA: readonly string[] = [
  'BHT*0085*08*REF1*20260102*1530*TH',
  'HL*1**20*1',
  'NM1*PR*2*PLAN*****PI*PLAN1',
  'TRN*1*T1',
  'DTP*050*D8*20260102',
  'DTP*009*D8*20260102',
  'HL*2*1*21*1',
  'NM1*41*2*SUBMITTER*****46*SUB1',
  'TRN*2*REF1',
  'STC*A1:19:PR*20260102*WQ*185',
  'QTY*90*1',
  'AMT*YU*185',
  'HL*3*2*19*1',
  'NM1*85*2*CLINIC*****XX*1234567893',
  'TRN*1*P1',
  'QTY*QA*1',
  'AMT*YU*185',
  'HL*4*3*PT',
  'NM1*QC*1*WINTERS*ALMA****MI*MEM0001',
  'TRN*2*PCN1',
  'STC*A2:20:PR*20260102*WQ*185',
  'REF*1K*ICN1',
  'DTP*472*D8*20260102',
];
const ack277 = (...changes: readonly Change[]) =>
  in277ca(changes.reduce<readonly string[]>((body, [prefix, to]) => edit(body, prefix, to), ACK_277CA));
const claimIs = (stc: string): Change => ['STC*A2', stc];

const status277 = (stc: string) =>
  in277([
    'BHT*0010*08*REF1*20260102*1530*DG',
    'HL*1**20*1',
    'NM1*PR*2*PLAN*****PI*PLAN1',
    'HL*2*1*21*1',
    'NM1*41*2*SUBMITTER*****46*SUB1',
    'HL*3*2*19*1',
    'NM1*1P*2*CLINIC*****XX*1234567893',
    'HL*4*3*22*0',
    'NM1*IL*1*WINTERS*ALMA****MI*MEM0001',
    'TRN*2*T1',
    stc,
    'REF*1K*ICN1',
    'DTP*472*D8*20260102',
  ]);

export const ACK_SAMPLES: Samples = {
  R216: {
    breaks: [ack999('A*1*1*2', accepted), ack999('A*1*1*1', rejected), ack999('R*2*2*0', accepted, rejected)],
    keeps: [ack999('P*2*2*1', accepted, rejected), ack999('A*2*2*2'), ack999('E*3*3*3', withErrors)],
  },
  R217: {
    breaks: [
      ack999('A*2*2*1', accepted, rejected),
      ack999('A*1*1*1', withErrors),
      ack999('R*1*1*1', accepted),
      ack999('P*1*1*0', rejected),
    ],
    keeps: [
      ack999('E*1*1*1', withErrors),
      ack999('R*1*1*0', rejected),
      ack999('P*3*3*2', accepted, withErrors, rejected),
    ],
  },
  R218: {
    breaks: [
      ack999('A*1*1*1', ['AK2*837*0001*005010X222A1', 'IK3*CLM*22**8', 'IK4*1*1028*1', 'IK5*A']),
      ack999('R*1*1*0', ['AK2*837*0001*005010X222A1', 'IK3*CLM*22**8', 'IK4*1*1028*1', 'IK5*R']),
    ],
    keeps: [ack999('A*1*1*1', accepted), ack999('E*1*1*1', withErrors), ack999('R*1*1*0', rejected)],
  },
  R220: {
    breaks: ack999('R*1*1*0', ['AK2*837*0001*005010X222A1', 'IK3*CLM*22**5', 'IK4*1*1028*1', 'IK5*R*5']),
    keeps: [
      ack999('R*1*1*0', rejected),
      ack999('R*1*1*0', ['AK2*837*0001*005010X222A1', 'IK3*CLM*22**I4', 'IK4*1*1028*I10', 'IK5*R*I5']),
      ack999('R*1*1*0', ['AK2*837*0001*005010X222A1', 'IK3*CLM*22**5', 'IK5*R*5']),
    ],
  },
  R225: {
    breaks: ack277(claimIs('STC*A7:21:PR*20260102*U*185')),
    keeps: [ack277(), ack277(claimIs('STC*A7:21:PR*20260102*U*185'), ['REF*1K'])],
  },
  R226: {
    breaks: [
      ack277(claimIs('STC*A2:20:PR*20260102*U*185')),
      ack277(claimIs('STC*A7:20:PR*20260102*WQ*185')),
      ack277(['DTP*472', ['DTP*472*D8*20260102', 'SVC*HC:99213*125', 'STC*A7:20:PR**U']]),
    ],
    keeps: [
      ack277(claimIs('STC*A7:20:PR*20260102*U*185')),
      ack277(claimIs('STC*A0:20:PR*20260102*WQ*185')),
      ack277(claimIs('STC*A7:20:PR*20260102*U*185'), [
        'DTP*472',
        ['DTP*472*D8*20260102', 'SVC*HC:99213*125', 'STC*A7:20:PR**U'],
      ]),
    ],
  },
  R227: {
    breaks: [
      ack277(['QTY*90', 'QTY*90*0']),
      ack277(['QTY*QA', 'QTY*QA*0']),
      ack277(['AMT*YU', 'AMT*YU*184.99']),
      ack277(['QTY*90*1', ['QTY*90*1', 'QTY*AA*0']], claimIs('STC*A7:20:PR*20260102*U*185')),
      // Another provider follows the one whose total is wrong.
      ack277(
        ['QTY*QA', 'QTY*QA*0'],
        ['DTP*472', ['DTP*472*D8*20260102', 'HL*5*2*19*0', 'NM1*85*2*OTHER*****XX*1245319599', 'TRN*1*P2', 'QTY*QA*0']],
      ),
    ],
    // Claims that are not listed one by one are counted too; those of a provider without totals count for the submitter.
    keeps: [
      ack277(),
      ack277(
        [
          'DTP*472',
          [
            'DTP*472*D8*20260102',
            'HL*5*2*19*1',
            'NM1*85*2*OTHER*****XX*1245319599',
            'HL*6*5*PT',
            'NM1*QC*1*SOMMER*EVE****MI*MEM0002',
            'TRN*2*PCN2',
            'STC*A2:20:PR*20260102*WQ*5',
            'DTP*472*D8*20260102',
          ],
        ],
        ['QTY*90', 'QTY*90*2'],
        ['AMT*YU', 'AMT*YU*190'],
      ),
      ack277(['QTY*90', 'QTY*90*2'], ['AMT*YU', 'AMT*YU*200']),
    ],
  },
  R228: {
    breaks: [
      ack277(claimIs('STC*A7:21:PR*20260102*U*185')),
      ack277(['DTP*472', ['DTP*472*D8*20260102', 'SVC*HC:99213*125', 'STC*A7:21:PR**U']]),
    ],
    keeps: ack277(claimIs('STC*A7:21:PR*20260102*U*185******A7:507:PR')),
  },
  R229: {
    breaks: [
      status277('STC*F1:65*20260102**185'),
      status277('STC*F1:65*20260102**185*100***20260105'),
      status277('STC*F1:65*20260102**185*100****CHK1'),
      status277('STC*F2:65*20260102**185'),
    ],
    keeps: [
      status277('STC*F1:65*20260102**185*100*20260105**20260105*CHK1'),
      status277('STC*F2:65*20260102**185*0'),
      status277('STC*P1:20*20260102**185'),
    ],
  },
};
