/** Samples of the rules of institutional claims. */
import { claim837i, outpatient837i, type Samples } from './sample.ts';

const ATTENDING = 'NM1*71*1*ATTEND*ANN****XX*1987654320';
const clm = (rest: string) => ['CLM', `CLM*PCN2*${rest}`] as const;

/** Of institutional claims. */
export const INSTITUTIONAL_SAMPLES: Samples = {
  R81: { breaks: claim837i(clm('1501***11:A:1**A*Y*Y')), keeps: claim837i() },
  R88: { breaks: claim837i(clm('1500***11:A:5**A*Y*Y'), ['REF*F8']), keeps: claim837i(clm('1500***11:A:5**A*Y*Y')) },
  R108: {
    breaks: outpatient837i(['DTP*472']),
    keeps: [outpatient837i(), claim837i()],
  },
  R109: {
    breaks: [claim837i(['DTP*472', 'DTP*472*D8*20260106']), claim837i(['DTP*472', 'DTP*472*RD8*20260101-20260103'])],
    keeps: claim837i(['DTP*472', 'DTP*472*RD8*20260102-20260105']),
  },
  R115: {
    breaks: [claim837i(['DTP*435']), claim837i(['DTP*435', 'DTP*435*D8*20260106'])],
    keeps: [claim837i(['DTP*435', 'DTP*435*D8*20251230']), outpatient837i(['DTP*435'])],
  },
  R116: {
    breaks: [claim837i(clm('1500***11:A:2**A*Y*Y')), claim837i(['CL1', 'CL1*1*7*30'])],
    keeps: [claim837i(), claim837i(clm('1500***11:A:2**A*Y*Y'), ['DTP*096'])],
  },
  R124: { breaks: claim837i(['HI*ABJ']), keeps: [claim837i(), outpatient837i()] },
  R125: {
    breaks: claim837i(['HI*ABK', 'HI*ABK:J189']),
    keeps: [claim837i(['HI*ABK', 'HI*ABK:Z3800']), outpatient837i(['HI*ABK', 'HI*ABK:J189'])],
  },
  R126: {
    breaks: [
      outpatient837i(['HI*DR', ['HI*DR:193', 'HI*BBR:0BH17EZ:D8:20260103']]),
      claim837i(['HI*BBR', 'HI*BBR:0BH17EZ:D8:20251229']),
      claim837i(['HI*BBQ', 'HI*BBQ:5A1935Z:D8:20260106']),
    ],
    keeps: claim837i(['HI*BBR', 'HI*BBR:0BH17EZ:D8:20251230']),
  },
  R129: {
    breaks: claim837i(['HI*BH', 'HI*BH:11:D8:20251230*BH:11:D8:20251231']),
    keeps: claim837i(['HI*BH', 'HI*BH:11:D8:20251230*BH:18:D8:20251230']),
  },
  R134: {
    breaks: [
      claim837i(['SV2*0250', 'SV2*0250*HP:AA110*300*UN*2']),
      claim837i(['SV2*0250', 'SV2*0022*HC:J1885*300*UN*2']),
    ],
    keeps: claim837i(['SV2*0250', 'SV2*0022*HP:AA110*300*UN*2']),
  },
  R135: {
    breaks: [claim837i(['SV2*0120', 'SV2*0120**1200*UN*3']), claim837i(['SV2*0120', 'SV2*0120**1200*DA*4'])],
    keeps: [
      claim837i(['SV2*0120', 'SV2*0120**1200*DA*4'], ['HI*BE', 'HI*BE:80:::3*BE:81:::1']),
      claim837i(['HI*BE', 'HI*BE:80:::3*BE:81:::1']),
    ],
  },
  R152: {
    breaks: claim837i(['NM1*71'], ['PRV*AT']),
    keeps: [
      claim837i(),
      outpatient837i(
        ['NM1*71'],
        ['PRV*AT'],
        ['SV2*0360', 'SV2*0540*HC:A0428*1200*UN*1'],
        ['SV2*0250', 'SV2*0540*HC:A0425*300*UN*2'],
      ),
    ],
  },
  R153: {
    breaks: [claim837i(['NM1*72']), outpatient837i(['LX*1', ['NM1*ZZ*1*SECOND*SAM****XX*1245319599', 'LX*1']])],
    keeps: [claim837i(['NM1*72', ['NM1*72*1*OPERATE*OLE****XX*1122334455', 'NM1*ZZ*1*SECOND*SAM****XX*1245319599']])],
  },
  R154: {
    breaks: [
      claim837i(['LX*1', [ATTENDING.replace('*71*', '*82*'), 'LX*1']]),
      claim837i(['LX*1', [ATTENDING.replace('*71*', '*DN*'), 'LX*1']]),
    ],
    keeps: claim837i(['LX*1', ['NM1*82*1*RENDER*RAY****XX*1245319599', 'LX*1']]),
  },
  R184: {
    breaks: outpatient837i(['LX*1', [...decidedWith('MIA*3'), 'LX*1']]),
    keeps: [
      claim837i(['LX*1', [...decidedWith('MIA*3'), 'LX*1']]),
      outpatient837i(['LX*1', [...decidedWith('MOA***MA01'), 'LX*1']]),
    ],
  },
};

function decidedWith(segment: string): string[] {
  return [
    'SBR*S*18*******MA',
    'OI***Y***Y',
    segment,
    'NM1*IL*1*WINTERS*ALMA****MI*MEM0002',
    'NM1*PR*2*OTHER*****PI*OTHER1',
    'DTP*573*D8*20260101',
  ];
}
