/** Samples of the rules of dental claims. */
import { claim837d, type Samples } from './sample.ts';

const PLANNED = ['CLM', 'CLM*PCN3*950***11:B:1*Y*A*Y*Y**********PB'] as const;

/** Of dental claims. */
export const DENTAL_SAMPLES: Samples = {
  R82: { breaks: claim837d(['CLM', 'CLM*PCN3*951***11:B:1*Y*A*Y*Y']), keeps: claim837d() },
  R110: {
    breaks: claim837d(['DTP*472']),
    keeps: [
      claim837d(),
      claim837d(PLANNED, ['DTP*472']),
      claim837d(
        ['DTP*472'],
        ['DTP*441', ['DTP*472*D8*20260102', 'DTP*441*D8*20190304']],
        ['TOO*JP*13', ['TOO*JP*13*D:O', 'DTP*472*D8*20260102']],
      ),
    ],
  },
  R165: {
    breaks: [claim837d(PLANNED), claim837d(PLANNED, ['DTP*472'], ['REF*G3', ['REF*G3*PRE1', 'REF*F8*ICN1']])],
    keeps: [
      claim837d(PLANNED, ['DTP*472']),
      claim837d(
        ['CLM', 'CLM*PCN3*950***11:B:7*Y*A*Y*Y**********PB'],
        ['DTP*472'],
        ['REF*G3', ['REF*G3*PRE1', 'REF*F8*ICN1']],
      ),
    ],
  },
  R167: {
    breaks: claim837d(['DTP*441']),
    keeps: [
      claim837d(['DTP*441', 'DTP*139*D8*20190304']),
      claim837d(['DTP*441'], ['SV3*AD:D2740', 'SV3*AD:D2740*800*11*10:20*I*1*****1']),
    ],
  },
  R168: { breaks: claim837d(['DN1', 'DN1*27*36']), keeps: claim837d(['DN1', 'DN1*36*36']) },
  R169: { breaks: claim837d(['DN2*19', 'DN2*3*E****JP']), keeps: claim837d() },
  R170: {
    breaks: [
      claim837d(['TOO*JP*12', 'TOO*JP*33*M:O']),
      claim837d(['TOO*JP*12', 'TOO*JP*12*M:M']),
      claim837d(['TOO*JP*12', 'TOO*JP*12*M:I']),
      claim837d(['TOO*JP*12', 'TOO*JP*8*M:O']),
    ],
    keeps: [claim837d(['TOO*JP*12', 'TOO*JP*8*M:I']), claim837d(['TOO*JP*12', 'TOO*JP*K*O:B'])],
  },
  R171: {
    breaks: claim837d(),
    keeps: claim837d(['SV3*AD:D2740', 'SV3*AD:D2740*800*11**R*1*****1']),
  },
};
