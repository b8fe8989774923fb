/** Samples of the rules of remittances. */
import { payment835, type Samples } from './sample.ts';

export const REMITTANCE_SAMPLES: Samples = {
  R186: {
    breaks: [
      payment835(['BPR', 'BPR*I*-100*C*CHK************20260105']),
      payment835(['BPR', 'BPR*I*0*C*CHK************20260105']),
    ],
    keeps: [
      payment835(['BPR', 'BPR*H*0*C*NON************20260105']),
      payment835(['BPR', 'BPR*I*.01*C*CHK************20260105']),
    ],
  },
  R200: {
    breaks: payment835(['CLP', 'CLP*PCN1*19*125*100*10*12*ICN1*11*1']),
    keeps: payment835(
      ['CLP', 'CLP*PCN1*19*125*100*10*12*ICN1*11*1'],
      ['NM1*QC', ['NM1*QC*1*WINTERS*ALMA****MI*MEM0001', 'NM1*TT*2*NEXT PLAN*****PI*PLAN2']],
    ),
  },
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
  R194: {
    breaks: [
      payment835(['BPR', 'BPR*I*101*C*CHK************20260105']),
      payment835(['REF*6R', ['REF*6R*L1', 'PLB*1234567893*20261231*L6*-1']]),
    ],
    keeps: payment835(
      ['BPR', 'BPR*I*101.5*C*CHK************20260105'],
      ['REF*6R', ['REF*6R*L1', 'PLB*1234567893*20261231*L6:A1*-2*WO:A2*.5']],
    ),
  },
};
