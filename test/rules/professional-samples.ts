/** Samples of the rules of claims that practitioners send: their dates and references, providers, lines and services. */
import { claim837d, claim837p, type Samples } from './sample.ts';

const HI = 'HI*ABK:J069';
const CLINIC_NPI = '1234567893';
const [ONE, TWO] = ['1987654320', '1245319599'];
/** A claim with segments between CLM and HI. */
const withClaim = (...segments: string[]) => claim837p(['HI', [...segments, HI]]);
/** A claim with loops between HI and the first line. */
const withLoops = (...segments: string[]) => claim837p(['LX*1', [...segments, 'LX*1']]);
/** A claim whose first line ends in these segments. */
const withLine = (...segments: string[]) => claim837p(['LX*2', [...segments, 'LX*2']]);
/** A claim whose first line has these segments between its procedure and its service date. */
const withService = (...segments: string[]) => claim837p(['DTP*472', [...segments, 'DTP*472*D8*20260102']]);
const clm = (rest: string) => ['CLM', `CLM*PCN1*185***${rest}`] as const;
const sv1 = (segment: string) => ['SV1*HC:99213', segment] as const;

const INFORMATION_SAMPLES: Samples = {
  R86: {
    breaks: [claim837p(clm('11:B:2*Y*A*Y*Y')), claim837d(['CLM', 'CLM*PCN3*950***11:B:5*Y*A*Y*Y'])],
    keeps: claim837p(clm('11:B:6*Y*A*Y*Y')),
  },
  R89: { breaks: claim837p(clm('11:B:1*Y*A*Y*I*P')), keeps: claim837p(clm('11:B:1*Y*A*Y*Y*P')) },
  R90: {
    breaks: [
      claim837p(clm('11:B:1*Y*A*Y*Y**OA')),
      claim837p(['CLM', ['CLM*PCN1*185***11:B:1*Y*A*Y*Y**AA', 'DTP*439*D8*20260101']]),
    ],
    keeps: [
      claim837p(clm('11:B:1*Y*A*Y*Y**EM')),
      claim837p(['CLM', ['CLM*PCN1*185***11:B:1*Y*A*Y*Y**AA:::OH', 'DTP*439*D8*20260101']]),
    ],
  },
  R91: { breaks: withClaim('DTP*439*D8*20260103'), keeps: withClaim('DTP*439*D8*20260102') },
  R95: {
    breaks: [
      withClaim('DTP*090*D8*20260101', 'DTP*090*D8*20260102'),
      withLine('DTP*738*D8*20260101', 'DTP*738*D8*20260102'),
    ],
    keeps: withClaim('DTP*090*D8*20260101', 'DTP*091*D8*20260102'),
  },
  R96: {
    breaks: claim837p(['HI', ['REF*G1*AUTH1', HI]], ['LX*2', ['REF*G1*AUTH1', 'LX*2']]),
    keeps: claim837p(['HI', ['REF*G1*AUTH1', HI]], ['LX*2', ['REF*G1*AUTH2', 'REF*9F*AUTH1', 'LX*2']]),
  },
  R99: {
    breaks: [
      withClaim('REF*X4*12D456'),
      withLine('REF*F4*1234567890'),
      claim837p(['HI', ['REF*X4*12D4567890', HI]], ['LX*2', ['REF*X4*12D4567890', 'LX*2']]),
    ],
    keeps: claim837p(['HI', ['REF*X4*12D4567890', HI]], ['LX*2', ['REF*X4*34D4567890', 'LX*2']]),
  },
  R100: {
    breaks: claim837p(sv1('SV1*HC:77067*125*UN*1***1')),
    keeps: [
      claim837p(sv1('SV1*HC:77067*125*UN*1***1'), ['HI', ['REF*EW*123456', HI]]),
      claim837p(sv1('SV1*HC:77067*125*UN*1***1'), ['LX*2', ['REF*EW*123456', 'LX*2']]),
    ],
  },
  R102: {
    breaks: claim837p(['SBR', 'SBR*P*18*******MB'], sv1('SV1*HC:G0181*125*UN*1***1')),
    keeps: [
      claim837p(sv1('SV1*HC:G0181*125*UN*1***1')),
      claim837p(['SBR', 'SBR*P*18*******MB'], sv1('SV1*HC:G0181*125*UN*1***1'), ['HI', [`REF*1J*${ONE}`, HI]]),
    ],
  },
};

const DATE_SAMPLES: Samples = {
  R111: {
    breaks: [claim837p(clm('21:B:1*Y*A*Y*Y')), withClaim('DTP*435*D8*20260102', 'DTP*096*D8*20260101')],
    keeps: claim837p(['CLM', ['CLM*PCN1*185***21:B:1*Y*A*Y*Y', 'DTP*435*D8*20260101', 'DTP*096*D8*20260102']]),
  },
  R112: {
    breaks: [withClaim('DTP*314*D8*20260101'), withClaim('DTP*360*RD8*20260101-20260102')],
    keeps: [withClaim('DTP*314*RD8*20260101-20260102'), withClaim('DTP*361*D8*20260101')],
  },
  R113: {
    breaks: [withClaim('DTP*431*D8*20260103'), withClaim('DTP*484*D8*20260103')],
    keeps: withClaim('DTP*431*D8*20260102'),
  },
  R114: {
    breaks: claim837p(sv1('SV1*HC:27447:54*125*UN*1***1')),
    keeps: claim837p(sv1('SV1*HC:27447:54*125*UN*1***1'), ['HI', ['DTP*090*D8*20260101', HI]]),
  },
};

const PROVIDER_SAMPLES: Samples = {
  R146: {
    breaks: [
      withLoops(`NM1*82*1*CLARK*CARL****XX*${CLINIC_NPI}`),
      withLine(`NM1*82*1*CLARK*CARL****XX*${CLINIC_NPI}`),
      claim837d(['LX*2', ['NM1*82*1*DRILL*DORA****XX*1987654320', 'PRV*PE*PXC*1223G0001X', 'LX*2']]),
    ],
    keeps: claim837p(
      ['LX*1', [`NM1*82*1*CLARK*CARL****XX*${ONE}`, 'LX*1']],
      ['LX*2', [`NM1*82*1*CLARK*CORA****XX*${TWO}`, 'LX*2']],
    ),
  },
  R147: {
    breaks: [
      withLoops(`NM1*P3*1*CLARK*CARL****XX*${ONE}`),
      withLoops(`NM1*DN*1*CLARK*CARL****XX*${ONE}`, `NM1*DN*1*CLARK*CORA****XX*${TWO}`),
    ],
    keeps: withLoops(`NM1*DN*1*CLARK*CARL****XX*${ONE}`, `NM1*P3*1*CLARK*CORA****XX*${TWO}`),
  },
  R148: {
    breaks: [
      withLoops(`NM1*82*1*CLARK*CARL****XX*${ONE}`, `NM1*DQ*1*CLARK*CARL****XX*${ONE}`),
      claim837p(
        ['LX*1', [`NM1*82*1*CLARK*CARL****XX*${ONE}`, 'LX*1']],
        ['LX*2', [`NM1*DQ*1*CLARK*CARL****XX*${ONE}`, 'LX*2']],
      ),
    ],
    keeps: withLoops(`NM1*82*1*CLARK*CARL****XX*${ONE}`, `NM1*DQ*1*CLARK*CORA****XX*${TWO}`),
  },
  R149: {
    breaks: [
      withService('PWK*CT*AD'),
      claim837p(
        ['DTP*472', ['PWK*CT*AD', 'DTP*472*D8*20260102']],
        ['LX*2', [`NM1*DK*1*CLARK*CARL****XX*${ONE}`, 'LX*2']],
      ),
    ],
    keeps: claim837p(
      ['DTP*472', ['PWK*CT*AD', 'DTP*472*D8*20260102']],
      ['LX*2', [`NM1*DK*1*CLARK*CARL****XX*${ONE}`, 'N3*1 ELM', 'N4*COLUMBUS*OH*43215', 'LX*2']],
    ),
  },
  R150: {
    breaks: [withLine('PS1*123*10'), withLine(`NM1*QB*2******XX*${ONE}`)],
    keeps: withLine('PS1*123*10', `NM1*QB*2******XX*${ONE}`),
  },
  R151: {
    breaks: [
      claim837p(clm('12:B:1*Y*A*Y*Y'), ['LX*1', ['NM1*77*2*HOME', 'N3*1 ELM', 'N4*COLUMBUS*OH*432150001', 'LX*1']]),
      withLoops(`NM1*77*2*CLINIC*****XX*${CLINIC_NPI}`, 'N3*1 ELM', 'N4*COLUMBUS*OH*432150001'),
    ],
    keeps: withLoops(`NM1*77*2*BRANCH*****XX*${ONE}`, 'N3*1 ELM', 'N4*COLUMBUS*OH*432150001'),
  },
  R155: {
    breaks: withLoops(`NM1*82*1*CLARK*CARL****XX*${ONE}`, 'REF*1G*123456'),
    keeps: [
      withLoops(`NM1*82*1*CLARK*CARL****XX*${ONE}`, 'REF*1G*A12345'),
      withLoops(`NM1*82*1*CLARK*CARL****XX*${ONE}`, 'REF*G2*123456'),
    ],
  },
};

const LINE_SAMPLES: Samples = {
  R137: {
    breaks: [claim837p(sv1('SV1*HC:00790*125*UN*4***1')), claim837p(sv1('SV1*HC:99213*125*MJ*15***1'))],
    keeps: claim837p(sv1('SV1*HC:00790*125*MJ*60***1')),
  },
  R138: {
    breaks: [withLine('QTY*FL*2'), claim837p(['HI', [HI, 'HI*BP:58150']])],
    keeps: claim837p(sv1('SV1*HC:01967*125*MJ*60***1'), ['HI', [HI, 'HI*BP:58150']], ['LX*2', ['QTY*FL*2', 'LX*2']]),
  },
  R140: {
    breaks: claim837p(sv1('SV1*HC:99213*125*UN*1*11**1')),
    keeps: claim837p(sv1('SV1*HC:99213*125*UN*1*12**1')),
  },
  R142: {
    breaks: withLine('LIN**N4*00409379601', 'CTP****0*ML'),
    keeps: withLine('LIN**N4*00409379601', 'CTP****.5*ML'),
  },
  R145: {
    breaks: [
      withService('CR3*I*MO*6'),
      claim837p(['DTP*472', ['CR3*R*MO*6', 'DTP*472*D8*20260102', 'DTP*463*D8*20251201']]),
      withService('PWK*CT*AD'),
    ],
    keeps: claim837p(['DTP*472', ['CR3*R*MO*6', 'DTP*472*D8*20260102', 'DTP*607*D8*20251231', 'DTP*463*D8*20251201']]),
  },
};

const RIDE = ['CR1****A*DH*12', 'CRC*07*Y*01', HI];
const [FROM, TO] = [
  ['NM1*PW*2', 'N3*1 ELM', 'N4*COLUMBUS*OH*43215'],
  ['NM1*45*2', 'N3*2 ELM', 'N4*COLUMBUS*OH*43215'],
];
const ambulance = sv1('SV1*HC:A0428*125*UN*1***1');
const chiropractic = ['SBR', 'SBR*P*18*******MB'] as const;

const SERVICE_SAMPLES: Samples = {
  R156: {
    breaks: [
      claim837p(ambulance),
      claim837p(clm('41:B:1*Y*A*Y*Y')),
      claim837p(ambulance, ['HI', RIDE], ['LX*1', [...FROM, 'LX*1']]),
    ],
    keeps: claim837p(ambulance, ['HI', RIDE], ['LX*1', [...FROM, ...TO, 'LX*1']]),
  },
  R159: { breaks: withLine('QTY*PT*1'), keeps: withLine('QTY*PT*2') },
  R160: {
    breaks: [
      claim837p(ambulance, ['HI', RIDE], ['LX*1', [...FROM, ...TO, 'LX*1']], ['LX*2', [...FROM, 'LX*2']]),
      claim837p(ambulance, ['HI', RIDE], ['DTP*472', ['CRC*07*Y*01', 'DTP*472*D8*20260102']]),
    ],
    keeps: claim837p(
      ambulance,
      ['HI', RIDE],
      ['LX*1', [...FROM, ...TO, 'LX*1']],
      ['LX*2', ['NM1*PW*2', 'N3*3 ELM', 'N4*COLUMBUS*OH*43215', 'LX*2']],
    ),
  },
  R161: {
    breaks: claim837p(chiropractic, ['HI', ['CR2********A', HI]]),
    keeps: [
      claim837p(chiropractic, ['HI', ['DTP*454*D8*20260101', 'CR2********A', HI]]),
      claim837p(['HI', ['CR2********A', HI]]),
    ],
  },
  R164: {
    breaks: [withClaim('CRC*ZZ*N*AV'), withClaim('CRC*ZZ*Y*NU'), withClaim('CRC*ZZ*N*NU*S2')],
    keeps: [withClaim('CRC*ZZ*N*NU'), withClaim('CRC*ZZ*Y*AV*ST')],
  },
};

/** Of claims that practitioners send. */
export const PROFESSIONAL_SAMPLES: Samples = {
  ...INFORMATION_SAMPLES,
  ...DATE_SAMPLES,
  ...PROVIDER_SAMPLES,
  ...LINE_SAMPLES,
  ...SERVICE_SAMPLES,
};
