/** Samples of the rules of remittances. */
import { type Change, payment835, type Samples } from './sample.ts';

const PATIENT = 'NM1*QC*1*WINTERS*ALMA****MI*MEM0001';
const ACH = 'BPR*I*100*C*ACH*CCP*01*021000021*DA*123456*1123456789**01*011000015*DA*654321*20260105';
/** With segments after the claim's patient, or after the line. */
const claimWith = (...segments: readonly string[]): Change => ['NM1*QC', [PATIENT, ...segments]];
const lineWith = (...segments: readonly string[]): Change => ['REF*6R', ['REF*6R*L1', ...segments]];
const claimIs = (clp: string): Change => ['CLP', clp];
const paymentIs = (bpr: string): Change => ['BPR', bpr];

export const PAYMENT_SAMPLES: Samples = {
  R186: {
    breaks: [
      payment835(paymentIs('BPR*I*-100*C*CHK************20260105')),
      payment835(paymentIs('BPR*I*0*C*CHK************20260105')),
    ],
    keeps: [
      payment835(paymentIs('BPR*H*0*C*NON************20260105')),
      payment835(paymentIs('BPR*I*.01*C*CHK************20260105')),
    ],
  },
  R187: {
    breaks: [
      payment835(paymentIs(ACH.replace('*021000021', '*'))),
      payment835(paymentIs(ACH.replace('*1123456789*', '**'))),
      payment835(paymentIs(ACH.replace('*CCP*', '**'))),
      payment835(paymentIs(ACH.replace('*ACH*', '*FWT*'))),
      payment835(paymentIs('BPR*I*100*C*CHK**01*021000021*DA*123456*******20260105')),
    ],
    keeps: [payment835(paymentIs(ACH)), payment835(paymentIs(ACH.replace('*ACH*CCP*', '*FWT**')))],
  },
  R188: {
    breaks: [
      payment835(paymentIs(ACH.replace('021000021', '021000022'))),
      payment835(paymentIs(ACH.replace('011000015', '11000015'))),
    ],
    keeps: [payment835(paymentIs(ACH)), payment835(paymentIs(ACH.replace('*01*021000021', '*04*021000022')))],
  },
  R189: {
    breaks: [
      payment835(['TRN', 'TRN*1*CHK1*2123456789']),
      payment835(paymentIs(ACH), ['TRN', 'TRN*1*CHK1*1987654321']),
    ],
    keeps: payment835(paymentIs(ACH)),
  },
  R194: {
    breaks: [
      payment835(paymentIs('BPR*I*101*C*CHK************20260105')),
      payment835(lineWith('PLB*1234567893*20261231*L6*-1')),
    ],
    keeps: payment835(
      paymentIs('BPR*I*101.5*C*CHK************20260105'),
      lineWith('PLB*1234567893*20261231*L6:A1*-2*WO:A2*.5'),
    ),
  },
  R197: {
    breaks: [
      payment835(['LX', ['LX*1', 'TS3*1234567893*11*20261231*2*125']]),
      payment835(['LX', ['LX*1', 'TS3*1234567893*11*20261231*1*126']]),
    ],
    keeps: payment835(['LX', ['LX*1', 'TS3*1234567893*11*20261231*1*125']]),
  },
  R211: {
    breaks: payment835(lineWith('PLB*1234567893*20261231*FB:A1*0*WO*0')),
    keeps: payment835(lineWith('PLB*1234567893*20261231*FB*0*WO:ICN0*0')),
  },
  R212: {
    breaks: [
      payment835(claimWith('AMT*I*2')),
      payment835(claimWith('AMT*I*2'), lineWith('PLB*1234567893*20261231*CS:A1*0')),
    ],
    keeps: payment835(claimWith('AMT*I*2'), lineWith('PLB*1234567893*20261231*L6:A1*-2')),
  },
};

export const CLAIM_PAYMENT_SAMPLES: Samples = {
  R192: {
    breaks: payment835(['CAS*CO', 'CAS*CO*45*14'], ['NM1*QC', ['CAS*CO*45*1', 'NM1*QC*1*WINTERS*ALMA****MI*MEM0001']]),
    keeps: payment835(['CAS*CO', 'CAS*CO*45*12**253*3']),
  },
  R193: {
    breaks: payment835(['CLP', 'CLP*PCN1*1*126*100*10*12*ICN1*11*1']),
    keeps: payment835(
      ['CLP', ['CLP*PCN1*1*126*100*10*12*ICN1*11*1', 'CAS*CO*45*1']],
      ['SVC', 'SVC*HC:99213*125*100**1'],
    ),
  },
  R195: {
    breaks: payment835(claimIs('CLP*PCN1*1*135*100*10*12*ICN1*11*1'), ['NM1*QC', ['CAS*CO*45*10', PATIENT]]),
    keeps: [
      payment835(claimIs('CLP*PCN1*1*125*90*10*12*ICN1*11*1'), ['NM1*QC', ['CAS*CO*45*10', PATIENT]]),
      payment835(['SVC'], ['DTM*472'], ['CAS*CO'], ['CAS*PR'], ['REF*6R']),
    ],
  },
  R196: {
    breaks: [
      payment835(claimIs('CLP*PCN1*1*125*100*11*12*ICN1*11*1')),
      payment835(claimIs('CLP*PCN1*1*125*100**12*ICN1*11*1')),
    ],
    keeps: [
      payment835(claimIs('CLP*PCN1*1*125*95*15*12*ICN1*11*1'), ['NM1*QC', ['CAS*PR*2*5', PATIENT]]),
      payment835(claimIs('CLP*PCN1*22*125*100**12*ICN1*11*1')),
    ],
  },
  R198: {
    breaks: [
      payment835(claimIs('CLP*PCN1*22*125*-100*10*12*ICN1*11*1')),
      payment835(claimIs('CLP*PCN1*22*-125*100*10*12*ICN1*11*1')),
    ],
    keeps: payment835(claimIs('CLP*PCN1*22*-125*0*10*12*ICN1*11*1')),
  },
  R199: {
    breaks: payment835(claimIs('CLP*PCN1*4*125*100*10*12*ICN1*11*1')),
    keeps: payment835(claimIs('CLP*PCN1*4*125*0*10*12*ICN1*11*1')),
  },
  R200: {
    breaks: payment835(claimIs('CLP*PCN1*19*125*100*10*12*ICN1*11*1')),
    keeps: payment835(claimIs('CLP*PCN1*19*125*100*10*12*ICN1*11*1'), claimWith('NM1*TT*2*NEXT PLAN*****PI*PLAN2')),
  },
  R201: {
    breaks: [
      payment835(claimIs('CLP*PCN1*25*125*0*10*12*ICN1*11*1')),
      payment835(claimIs('CLP*PCN1*25*125*100*10*12*ICN1*11*1'), ['CAS*CO', 'CAS*OA*101*15']),
    ],
    keeps: payment835(claimIs('CLP*PCN1*25*125*0*10*12*ICN1*11*1'), ['CAS*CO', 'CAS*OA*101*115']),
  },
  R202: {
    breaks: [payment835(['CAS*CO', 'CAS*OA*45*15']), payment835(['CAS*CO', 'CAS*CO*97*5**23*10'])],
    keeps: [payment835(['CAS*CO', 'CAS*PR*45*15']), payment835(['CAS*CO', 'CAS*OA*23*15'])],
  },
  R203: {
    breaks: [
      payment835(['CAS*CO', 'CAS*CO*16*15']),
      // An alert explains nothing; a remark of the line does not explain its claim.
      payment835(['CAS*CO', 'CAS*CO*16*15'], lineWith('LQ*HE*M4')),
      payment835(['NM1*QC', ['CAS*CO*96*0', PATIENT]], lineWith('LQ*HE*N130')),
    ],
    keeps: [
      payment835(['CAS*CO', 'CAS*CO*16*15'], lineWith('LQ*HE*M4', 'LQ*HE*N130')),
      payment835(['CAS*CO', 'CAS*CO*16*15'], lineWith('LQ*RX*75')),
      payment835(['CAS*CO', 'CAS*CO*16*15'], claimWith('MOA***N130')),
    ],
  },
  R204: {
    breaks: payment835(['CAS*CO', 'CAS*CO*45*125']),
    keeps: payment835(['CAS*CO', 'CAS*CO*45*124.99']),
  },
  R205: {
    breaks: [payment835(['CAS*PR', 'CAS*CO*1*10']), payment835(['CAS*CO', 'CAS*PI*253*15'])],
    keeps: payment835(['CAS*CO', 'CAS*CO*253*15']),
  },
  R208: {
    breaks: [
      payment835(['DTM*472', 'DTM*150*20260102']),
      payment835(['DTM*472', ['DTM*150*20260102', 'DTM*472*20260102']]),
      payment835(['DTM*472']),
    ],
    keeps: [
      payment835(['DTM*472', ['DTM*150*20260102', 'DTM*151*20260103']]),
      payment835(['DTM*472'], claimWith('DTM*232*20260102')),
    ],
  },
  R209: {
    breaks: payment835(['SVC', 'SVC*HC:99213*125*100**1*HC:99213']),
    keeps: [
      payment835(['SVC', 'SVC*HC:99213*125*100**1*HC:99214']),
      payment835(['SVC', 'SVC*HC:99213*125*100**1*HC:99213:25']),
    ],
  },
  R213: {
    breaks: payment835(lineWith('AMT*B6*99.99')),
    keeps: [payment835(lineWith('AMT*B6*100')), payment835(['CAS*CO', 'CAS*CO*144*-1'], lineWith('AMT*B6*99.99'))],
  },
  R214: {
    breaks: payment835(claimWith('MIA*0', 'MOA***N130')),
    keeps: [payment835(claimWith('MIA*0')), payment835(claimWith('MOA***N130'))],
  },
};
