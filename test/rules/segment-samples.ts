/** Samples of the rules of single segments: codes of external lists, and numbers with a check digit. */
import { claim837i, claim837p, payment835, type Samples } from './sample.ts';

const SERVED_2010: readonly (readonly [string, string])[] = [
  ['DTP*472*D8*20260102', 'DTP*472*D8*20100102'],
  ['DTP*472*D8*20260102', 'DTP*472*D8*20100102'],
];
const paidOn = (day: string) => ['BPR', `BPR*I*100*C*CHK************${day}`] as const;

export const SEGMENT_SAMPLES: Samples = {
  R22: {
    breaks: [
      claim837p(['CLM', 'CLM*PCN1*185***98:B:1*Y*A*Y*Y']),
      // A place of service that came later than the service.
      claim837p(['CLM', 'CLM*PCN1*185***10:B:1*Y*A*Y*Y'], ['HI', 'HI*BK:4659'], ...SERVED_2010),
      claim837p(['SV1*HC:99213', 'SV1*HC:99213*125*UN*1*98**1']),
    ],
    keeps: [
      claim837p(['CLM', 'CLM*PCN1*185***10:B:1*Y*A*Y*Y']),
      claim837p(['CLM', 'CLM*PCN1*185***11:B:1*Y*A*Y*Y'], ...SERVED_2010),
    ],
  },
  R53: {
    breaks: [
      claim837p(['N4*COLUMBUS*OH*432150001', 'N4*COLUMBUS*XX*432150001']),
      claim837p(['N4*COLUMBUS*OH*432150001', 'N4*COLUMBUS*OH*4321']),
      claim837p(['N4*COLUMBUS*OH*432150001', 'N4*TORONTO*ON*43215*CA']),
    ],
    keeps: [
      claim837p(['N4*COLUMBUS*OH*432150001', 'N4*TORONTO*ON*M5V3L9*CA']),
      claim837p(['N4*COLUMBUS*OH*432150001', 'N4*OAXACA**68000*MX']),
    ],
  },
  R61: {
    breaks: claim837p(['NM1*85', ['PRV*BI*PXC*207Q0000X', 'NM1*85*2*CLINIC*****XX*1234567893']]),
    keeps: claim837p(['NM1*85', ['PRV*BI*PXC*207Q00000X', 'NM1*85*2*CLINIC*****XX*1234567893']]),
  },
  R62: {
    breaks: [
      claim837p(['NM1*85', 'NM1*85*2*CLINIC*****XX*1234567894']),
      claim837p(['NM1*85', 'NM1*85*2*CLINIC*****XX*123456789']),
      claim837p(['NM1*85', 'NM1*85*2*CLINIC*****XX*3234567899']),
      payment835(['N1*PE', 'N1*PE*CLINIC*XX*1234567890']),
    ],
    keeps: [
      claim837p(['NM1*85', 'NM1*85*2*CLINIC*****XX*1245319599']),
      payment835(['N1*PE', 'N1*PE*CLINIC*FI*1234567890']),
    ],
  },
  R118: {
    breaks: [
      claim837p(['HI', 'HI*ABK:J06.9']),
      claim837p(['HI', 'HI*ABK:J069*ABF:J0']),
      // ICD-9 after its last day, ICD-10 before its first.
      claim837p(['HI', 'HI*BK:4659']),
      claim837p(...SERVED_2010),
    ],
    keeps: [claim837p(['HI', 'HI*ABK:J069*ABF:S72001A']), claim837p(['HI', 'HI*BK:4659'], ...SERVED_2010)],
  },
  R130: {
    breaks: [
      claim837p(['SV1*HC:99213', 'SV1*HC:9921*125*UN*1***1']),
      claim837p(['SV1*HC:99213', 'SV1*HC:99213:2_*125*UN*1***1']),
      payment835(['SVC', 'SVC*AD:99213*125*100**1']),
      payment835(['SVC', 'SVC*HC:99213*125*100**1*N4:1234']),
      claim837i(['LIN', 'LIN**N4*0040937960']),
    ],
    keeps: [
      claim837p(['SV1*HC:99213', 'SV1*HC:G0008:25*125*UN*1***1']),
      payment835(['SVC', 'SVC*AD:D0120*125*100**1']),
      claim837i(),
      payment835(['SVC', 'SVC*ER:WHATEVER*125*100**1']),
    ],
  },
  R133: {
    breaks: payment835(['SVC', 'SVC*HC:99213*125*100*360*1']),
    keeps: payment835(['SVC', 'SVC*HC:99213*125*100*0360*1']),
  },
  R180: {
    breaks: [
      payment835(['CAS*CO', 'CAS*CO*42*15']),
      payment835(['CAS*CO', 'CAS*CO*9999*15']),
      payment835(paidOn('20070601'), ['CAS*CO', 'CAS*CO*42*15']),
    ],
    keeps: [
      payment835(paidOn('20070531'), ['CAS*CO', 'CAS*CO*42*15']),
      // A reversal repeats the reasons of the day it reverses.
      payment835(
        ['CLP', 'CLP*PCN1*22*-125*-100*-10*12*ICN1*11*1'],
        ['SVC', 'SVC*HC:99213*-125*-100**1'],
        ['CAS*CO', 'CAS*CO*42*-15'],
        ['CAS*PR', 'CAS*PR*1*-10'],
      ),
    ],
  },
  R206: {
    breaks: [
      payment835(['REF*6R', ['REF*6R*L1', 'LQ*HE*N9999']]),
      payment835(['REF*6R', ['REF*6R*L1', 'LQ*RX*12345']]),
      payment835(['NM1*QC', ['NM1*QC*1*WINTERS*ALMA****MI*MEM0001', 'MOA***MA01*ZZ9']]),
    ],
    keeps: [
      payment835(['REF*6R', ['REF*6R*L1', 'LQ*HE*N130', 'LQ*RX*75']]),
      payment835(['NM1*QC', ['NM1*QC*1*WINTERS*ALMA****MI*MEM0001', 'MOA***MA01*N130']]),
    ],
  },
};
