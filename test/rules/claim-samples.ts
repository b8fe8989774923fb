/** Samples of the rules of every claim, its parties, its payers and its dates; most of them professional. */
import { CLAIM_837P } from '../x12/wire.ts';
import { claim837d, claim837i, claim837p, dependent837p, type Samples, secondary837p } from './sample.ts';

const CLM = 'CLM*PCN1*185***11:B:1*Y*A*Y*Y';
const CLINIC = 'NM1*85*2*CLINIC*****XX*1234567893';
const WINTERS = 'NM1*IL*1*WINTERS*ALMA****MI*MEM0001';
const MEDICARE = 'SBR*P*18*******MB';
const OTHER = [
  'SBR*P*18*******CI',
  'OI***Y***Y',
  'NM1*IL*1*WINTERS*ALMA****MI*MEM0002',
  'NM1*PR*2*OTHER*****PI*OTHER1',
];
const BILLING_CITY = 'N4*COLUMBUS*OH*432150001';

const LEVEL_SAMPLES: Samples = {
  R31: { breaks: dependent837p(['SBR', 'SBR*P*18*******CI']), keeps: dependent837p() },
  R32: { breaks: claim837p(['SBR', 'SBR*P********CI']), keeps: [claim837p(), dependent837p()] },
  R33: {
    breaks: [
      claim837p(['HL*2', ['HL*2*1*22*0', 'SBR*P*18*******CI', WINTERS, 'NM1*PR*2*PLAN*****PI*PLAN1', 'HL*3*1*22*0']]),
      claim837p(['CLM', ['HL*3*1*22*0', 'SBR*P*18*******CI', WINTERS, 'NM1*PR*2*PLAN*****PI*PLAN1', CLM]]),
    ],
    keeps: [claim837p(), dependent837p()],
  },
  R37: { breaks: claim837p(['CLM', manyClaims(5001)]), keeps: claim837p(['CLM', manyClaims(5000)]) },
  R41: { breaks: claim837p(['LX*2', 'LX*3']), keeps: claim837p() },
  R70: {
    breaks: [
      claim837p(['DMG']),
      claim837p(['N3*12']),
      claim837p([BILLING_CITY, 'N4*DUBLIN*OH*430160001'], ['N4*COLUMBUS']),
    ],
    keeps: [claim837p(), dependent837p(['DMG*D8*1971'])],
  },
  R71: {
    breaks: [claim837p(['DMG', 'DMG*D8*20260103*F']), claim837p(['DMG', 'DMG*D8*18710412*F'])],
    keeps: [claim837p(['DMG', 'DMG*D8*20260102*F']), claim837p(['DMG', 'DMG*D8*19010412*F'])],
  },
  R72: {
    breaks: [
      claim837p(['BHT', 'BHT*0019*00*REF1*20260110*1530*CH'], ['DMG', 'DMG*D8*20260103*F']),
      claim837i(['BHT', 'BHT*0019*00*REF1*20260110*1530*CH'], ['DMG', 'DMG*D8*20260109*F']),
    ],
    keeps: claim837p(['DMG', 'DMG*D8*20260102*F']),
  },
  R73: {
    breaks: [
      claim837p(['SBR', ['SBR*P*18*******CI', 'PAT*****D8*20260101']]),
      claim837p(['SBR', ['SBR*P*18*******CI', 'PAT*****D8*20260103']]),
    ],
    keeps: claim837p(['SBR', ['SBR*P*18*******CI', 'PAT*****D8*20260102']]),
  },
  R76: {
    breaks: dependent837p(['DMG*D8*1971', ['DMG*D8*19710412*F', 'REF*Y4*PC1']]),
    keeps: [
      claim837p(['DMG', ['DMG*D8*19710412*F', 'REF*Y4*PC1']]),
      dependent837p(['DMG*D8*2015', ['DMG*D8*20150412*M', 'REF*Y4*PC1']]),
    ],
  },
};

/** What stands in the place of CLM for that many claims, a hundred under a subscriber. */
function manyClaims(count: number): string[] {
  const rest = ['HI*ABK:J069', 'LX*1', 'SV1*HC:99213*185*UN*1***1', 'DTP*472*D8*20260102'];
  const subscriber = CLAIM_837P.slice(
    CLAIM_837P.indexOf('HL*2*1*22*0') + 1,
    CLAIM_837P.findIndex((segment) => segment.startsWith('CLM')),
  );
  return Array.from({ length: count }, (_, index) => {
    const opens = index > 0 && index % 100 === 0 ? [`HL*${2 + index / 100}*1*22*0`, ...subscriber] : [];
    return [...opens, CLM, ...(index < count - 1 ? rest : [])];
  }).flat();
}

const PARTY_SAMPLES: Samples = {
  R46: {
    breaks: [
      claim837p(['NM1*85', 'NM1*85*2*CLINIC*CARL****XX*1234567893']),
      claim837p(['NM1*85', 'NM1*85*2*CLINIC**C***XX*1234567893']),
      claim837p(['NM1*IL', 'NM1*IL*2*WINTERS****JR*MI*MEM0001']),
    ],
    keeps: claim837p(['NM1*85', 'NM1*85*1*CLARK*CARL*C***XX*1234567893']),
  },
  R47: {
    breaks: claim837p(['NM1*IL', 'NM1*IL*1*WINTERS*****MI*MEM0001']),
    keeps: claim837p(['NM1*IL', 'NM1*IL*2*WINTERS*****MI*MEM0001']),
  },
  R48: {
    breaks: [
      claim837p(['PER', 'PER*IC*DESK*TE*6145550100*TE*6145550101']),
      claim837p(['PER', 'PER*IC*DESK*EM*DESK@EXAMPLE.COM*EX*12']),
    ],
    keeps: claim837p(['PER', 'PER*IC*DESK*TE*6145550100*EX*12*FX*6145550101']),
  },
  R49: {
    breaks: [claim837p(['PER', 'PER*IC*DESK*TE*614-555-0100']), claim837p(['PER', 'PER*IC*DESK*FX*5550100'])],
    keeps: claim837p(['PER', 'PER*IC*DESK*EM*DESK@EXAMPLE.COM']),
  },
  R50: {
    breaks: [claim837p(['N3*100', 'N3*P.O. BOX 12']), claim837p(['N3*100', 'N3*100 MAIN STREET*LOCK BOX 7'])],
    keeps: [claim837p(['N3*100', 'N3*100 BOXWOOD STREET']), claim837p(['N3*12 OAK', 'N3*PO BOX 12'])],
  },
  R51: {
    breaks: claim837p([BILLING_CITY, 'N4*COLUMBUS*OH*43215']),
    keeps: [claim837p(), claim837p([BILLING_CITY, 'N4*TORONTO*ON*M5V3L9*CA'])],
  },
  R52: {
    breaks: [
      claim837p([BILLING_CITY, 'N4*COLUMBUS*OH']),
      claim837p([BILLING_CITY, 'N4*COLUMBUS**432150001']),
      claim837p([BILLING_CITY, 'N4*TORONTO**M5V3L9*CA']),
    ],
    keeps: claim837p([BILLING_CITY, 'N4*LIMA***PE']),
  },
  R54: {
    breaks: [claim837p(['REF*EI', 'REF*EI*12-3456789']), claim837p(['REF*EI', 'REF*EI*12345678'])],
    keeps: claim837p(),
  },
  R55: {
    breaks: claim837p(['REF*EI', 'REF*SY*123456789']),
    keeps: claim837p(['REF*EI', 'REF*SY*123456789'], ['NM1*85', 'NM1*85*1*CLARK*CARL****XX*1234567893']),
  },
  R56: {
    breaks: claim837p(['NM1*85', 'NM1*85*2*CLINIC']),
    keeps: [
      claim837p(['NM1*85', 'NM1*85*2*CLINIC'], ['NM1*PR', ['NM1*PR*2*PLAN*****PI*PLAN1', 'REF*G2*ATYPICAL1']]),
      claim837i(['NM1*85', 'NM1*85*2*CLINIC'], ['NM1*PR', ['NM1*PR*2*PLAN*****PI*PLAN1', 'REF*G2*ATYPICAL1']]),
    ],
  },
  R57: {
    breaks: claim837p(['NM1*PR', ['NM1*PR*2*PLAN*****PI*PLAN1', 'REF*G2*ATYPICAL1']]),
    keeps: claim837p(['NM1*85', 'NM1*85*2*CLINIC'], ['NM1*PR', ['NM1*PR*2*PLAN*****PI*PLAN1', 'REF*G2*ATYPICAL1']]),
  },
  R58: {
    breaks: claim837p(['REF*EI', ['REF*EI*123456789', 'PER*IC*DESK*TE*6145550100']]),
    keeps: claim837p(['REF*EI', ['REF*EI*123456789', 'PER*IC*DESK*TE*6145550109']]),
  },
  R59: {
    breaks: claim837p(['REF*EI', ['REF*EI*123456789', 'NM1*87*2', 'N3*100 MAIN STREET', BILLING_CITY]]),
    keeps: claim837p(['REF*EI', ['REF*EI*123456789', 'NM1*87*2', 'N3*PO BOX 12', BILLING_CITY]]),
  },
  R60: {
    breaks: claim837p(['BHT', 'BHT*0019*00*REF1*20260102*1530*31']),
    keeps: claim837p(
      ['BHT', 'BHT*0019*00*REF1*20260102*1530*31'],
      [
        'REF*EI',
        ['REF*EI*123456789', 'NM1*PE*2*PLAN*****PI*PLAN9', 'N3*9 MAIN STREET', BILLING_CITY, 'REF*EI*987654321'],
      ],
    ),
  },
  R64: {
    breaks: claim837p(['NM1*85', ['CUR*85*USD', CLINIC]]),
    keeps: claim837p(['NM1*85', ['CUR*85*CAD', CLINIC]]),
  },
};

const PAYER_SAMPLES: Samples = {
  R65: {
    breaks: claim837p(['LX*1', [...OTHER, 'LX*1']]),
    keeps: [
      secondary837p(),
      claim837p(['SBR', 'SBR*U*18*******CI'], ['LX*1', ['SBR*U*18*******CI', ...OTHER.slice(1), 'LX*1']]),
    ],
  },
  R66: {
    breaks: [
      claim837p(['SBR', 'SBR*S*18*******CI']),
      claim837p(['SBR', 'SBR*T*18*******CI'], ['LX*1', [...OTHER, 'LX*1']]),
    ],
    keeps: [secondary837p(), claim837p(['SBR', 'SBR*U*18*******CI'])],
  },
  R67: {
    breaks: claim837p(['LX*1', ['SBR*S*18*******CI', 'AMT*D*10', ...OTHER.slice(1), 'LX*1']]),
    keeps: [claim837p(['LX*1', ['SBR*S*18*******CI', ...OTHER.slice(1), 'LX*1']]), secondary837p()],
  },
  R68: {
    breaks: secondary837p(['SBR*S', 'SBR*S*18*******MB']),
    keeps: [secondary837p(['SBR*S', 'SBR*S*18***12****MB']), claim837p(['SBR', MEDICARE])],
  },
  R69: {
    breaks: claim837p(['NM1*IL', 'NM1*IL*1*WINTERS*ALMA']),
    keeps: claim837p(['NM1*IL', 'NM1*IL*2*WINTERS']),
  },
  R77: {
    breaks: claim837p(['SBR', MEDICARE]),
    keeps: [claim837p(['SBR', MEDICARE], ['NM1*IL', 'NM1*IL*1*WINTERS*ALMA****MI*1EG4TE5MK72']), claim837p()],
  },
  R78: {
    breaks: secondary837p(['NM1*PR*2*OTHER', 'NM1*PR*2*OTHER*****PI*PLAN1']),
    keeps: secondary837p(),
  },
};

const AMOUNT_SAMPLES: Samples = {
  R44: {
    breaks: claim837p(['CLM', 'CLM*PCN1*0***11:B:1*Y*A*Y*Y']),
    keeps: claim837p(['CLM', 'CLM*PCN1*0***11:B:1*Y*A*Y*Y'], ['BHT', 'BHT*0019*00*REF1*20260102*1530*RP']),
  },
  R80: {
    breaks: claim837p(['CLM', 'CLM*PCN1*186***11:B:1*Y*A*Y*Y']),
    keeps: claim837p(['CLM', 'CLM*PCN1*200***11:B:1*Y*A*Y*Y'], ['SV1*HC:99213', 'SV1*HC:99213*140*UN*1***1']),
  },
  R83: {
    breaks: [
      claim837p(['SV1*HC:87880', 'SV1*HC:87880*-60*UN*1***1']),
      claim837i(['SV2*0250', 'SV2*0250*HC:J1885*-300*UN*2']),
      claim837d(['SV3*AD:D2392', 'SV3*AD:D2392*-150']),
    ],
    keeps: claim837p(['SV1*HC:87880', 'SV1*HC:87880*0*UN*1***1']),
  },
  R139: {
    breaks: [
      claim837p(['SV1*HC:87880', 'SV1*HC:87880*60*UN*0***1']),
      claim837p(['SV1*HC:87880', 'SV1*HC:87880*60*UN*-1***1']),
      claim837p(['SV1*HC:87880', 'SV1*HC:87880*60*UN*1.2345***1']),
      claim837i(['SV2*0250', 'SV2*0250*HC:J1885*300*UN*0']),
    ],
    keeps: claim837p(['SV1*HC:87880', 'SV1*HC:87880*60*UN*.5***1'], ['SV1*HC:87880', 'SV1*HC:87880*60*UN*1.234***1']),
  },
};

/** A claim with a segment between CLM and HI. */
const withClaim = (...segments: string[]) => claim837p(['HI', [...segments, 'HI*ABK:J069']]);

const INFORMATION_SAMPLES: Samples = {
  R87: {
    breaks: [
      claim837p(['CLM', 'CLM*PCN1*185***11:B:7*Y*A*Y*Y']),
      claim837p(['CLM', 'CLM*PCN1*185***11:B:8*Y*A*Y*Y']),
      withClaim('REF*F8*ICN1'),
    ],
    keeps: claim837p(['CLM', ['CLM*PCN1*185***11:B:7*Y*A*Y*Y', 'REF*F8*ICN1']]),
  },
  R92: {
    breaks: claim837p(['CLM', `${CLM}***********11`]),
    keeps: claim837p(['CLM', [`${CLM}***********11`, 'NTE*ADD*FLOOD']]),
  },
  R93: {
    breaks: [withClaim('PWK*OZ*EL'), claim837p(['DTP*472', ['PWK*OZ*FX', 'DTP*472*D8*20260102']])],
    keeps: [withClaim('PWK*OZ*EL***AC*ATT1'), withClaim('PWK*OZ*AA')],
  },
};

const DATE_SAMPLES: Samples = {
  R105: {
    breaks: [
      claim837p(['DTP*472', 'DTP*472*RD8*20260102-20260101']),
      claim837i(['HI*BI', 'HI*BI:70:RD8:20251205-20251201']),
    ],
    keeps: claim837p(['DTP*472', 'DTP*472*RD8*20260102-20260102']),
  },
  R106: {
    breaks: [claim837p(['DTP*472', 'DTP*472*D8*20260103']), claim837i()],
    keeps: claim837p(['DTP*472', 'DTP*472*D8*20260102']),
  },
};

const DIAGNOSIS_SAMPLES: Samples = {
  R119: {
    breaks: [claim837p(['HI', 'HI*ABK:J069*BF:4659']), claim837i(['HI*ABJ', 'HI*BJ:78605'])],
    keeps: [claim837p(['HI', 'HI*ABK:J069*ABF:E119']), claim837d(['HI', 'HI*ABK:K0262*TQ:123'])],
  },
  R121: {
    breaks: [
      claim837p(['HI', 'HI*ABK:J069*ABF:E119*ABF:J069']),
      claim837i(['HI*ABF', 'HI*ABF:J189']),
      claim837d(['HI', 'HI*ABK:K0262*ABF:K0262']),
    ],
    keeps: [claim837p(['HI', 'HI*ABK:J069*ABF:J0690']), claim837i(['HI*ABJ', 'HI*ABJ:J189'])],
  },
  R122: {
    breaks: [claim837p(['HI', 'HI*ABK:W1830XA']), claim837i(['HI*ABK', 'HI*ABK:S72001S:::::::Y'])],
    keeps: [claim837p(['HI', 'HI*ABK:S72001A*ABF:W1830XA']), claim837p(['HI', 'HI*BK:V700'])],
  },
  R123: {
    breaks: [
      claim837p(['SV1*HC:99213', 'SV1*HC:99213*125*UN*1***2']),
      claim837p(['HI', 'HI*ABK:J069*ABF:E119'], ['SV1*HC:99213', 'SV1*HC:99213*125*UN*1***1:2:1']),
      claim837d(['SV3*AD:D2392', 'SV3*AD:D2392*150*********2']),
    ],
    keeps: claim837p(['HI', 'HI*ABK:J069*ABF:E119'], ['SV1*HC:99213', 'SV1*HC:99213*125*UN*1***2:1']),
  },
};

/** Of every claim. */
export const CLAIM_SAMPLES: Samples = {
  ...LEVEL_SAMPLES,
  ...PARTY_SAMPLES,
  ...PAYER_SAMPLES,
  ...AMOUNT_SAMPLES,
  ...INFORMATION_SAMPLES,
  ...DATE_SAMPLES,
  ...DIAGNOSIS_SAMPLES,
};
