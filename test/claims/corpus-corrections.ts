/** What public 837s do wrong, so that no sound claim could be written from them: each with its correction, or why there is none. */

/** Texts to be replaced wherever they stand; `ours` are sections that we write in another way on purpose, before and after. */
export type Correction = {
  path: string;
  reason: string;
  changes: readonly (readonly [from: string, to: string])[];
  ours?: readonly (readonly [before: string, after: string])[];
};

const STUPIDEDI = 'files/kputnam__stupidedi/spec__fixtures__005010__';
const LFH = 'files/LinuxForHealth__x12/src__tests__resources__837_005010X222A2__demo.';
const LFH_I = 'files/LinuxForHealth__x12/';
const X12PARSER = 'files/Inteligenz__X12Parser/tests__OopFactory.X12.Tests.Unit__Parsing___SampleEdiFiles__INS___';
const HDI = 'files/Healthcare-Data-Insight__api-examples/';
const EDIFABRIC = 'files/EdiFabric__X12.NET/Files__HIPAA__';
const COSYTE = 'files/cosyte__x12/test__fixtures__';

const SIGNATURE = 'CLM06 is not used in the 837I';
const NO_SIGNATURE = ['*14:A:1*Y*A', '*14:A:1**A'] as const;
const NINE_DIGITS = ['XX*432198765', 'XX*1432198765'] as const;
const STAY = ['DTP*434*D8*19960911', 'DTP*434*RD8*19960911-19960911'] as const;

const ALL_FIELDS: Omit<Correction, 'path'> = {
  reason: 'an accident date without a cause (CLM11); NPIs that are none',
  changes: [
    ['11:B:1*Y*A*Y*Y***05', '11:B:1*Y*A*Y*Y**OA*05'],
    ['XX*000000004', 'XX*1000000004'],
    ['XX*SupProv', 'XX*1000000004'],
  ],
};

const CANONICAL_I: Omit<Correction, 'path'> = {
  reason:
    'the bill type is not split; CLM06 is not used; a discharge hour with its day; no CL1; a procedure without its date; points in codes',
  changes: [
    ['***111:A:1*Y*A', '***11:A:1**A'],
    ['DTP*096*DT*202605251000', 'DTP*096*TM*1000'],
    ['HI*ABK:J18.9', 'CL1*3**01~HI*ABK:J189'],
    ['HI*ABJ:J18.9', 'HI*ABJ:J189'],
    ['BBR:0BH17EZ', 'BBR:0BH17EZ:D8:20260521'],
  ],
};

const CANONICAL_D: Omit<Correction, 'path'> = {
  reason:
    'the line has no charge, surfaces where the region of the mouth belongs, no code of a prosthesis; a point in a code',
  changes: [
    ['SV3*AD:D2391**11*OC:MO:DO*5*1', 'SV3*AD:D2391*180*11*00**1'],
    ['K02.9', 'K029'],
  ],
};

const POINT = { reason: 'a point in the diagnosis code', changes: [['ABK:J20.9', 'ABK:J209']] } as const;
const PAY_TO = { reason: 'loop 2010AB has no name', changes: [['NM1*87*2*Kildare Associates', 'NM1*87*2']] } as const;
const SEPARATOR = ['*T*:~', '*T*>~'] as const;
const COMPONENTS = 'the components are not separated as ISA16 says';

/** By file. */
export const CORRECTIONS: readonly Correction[] = [
  {
    path: `${STUPIDEDI}X222A1 HC837 Health Care Claim Professional__pass__anesthesia.edi`,
    reason: 'an NPI of nine digits',
    changes: [NINE_DIGITS],
  },
  {
    path: `${STUPIDEDI}X223A2 HC837 Health Care Claim Institutional__pass__837-institutional-claim.edi`,
    reason: 'a period of one day is given as one day',
    changes: [['RD8*19960911', 'RD8*19960911-19960911']],
  },
  {
    path: `${STUPIDEDI}X223A2 HC837 Health Care Claim Institutional__pass__automobile-accident.edi`,
    reason: 'a patient status of one digit',
    changes: [['CL1*3*7*1', 'CL1*3*7*01']],
  },
  {
    path: `${STUPIDEDI}X224A2 HC837 Health Care Claim Dental__pass__multiple-tooth-numbers.edi`,
    reason: 'nothing is wrong: a count that is not given is written as the one it means (SV306)',
    changes: [],
    ours: [['SV3*AD:D5214*900', 'SV3*AD:D5214*900****1']],
  },
  {
    path: `${LFH_I}demo-file__demo.837i`,
    reason: `${SIGNATURE}; a day where a period belongs`,
    changes: [NO_SIGNATURE, STAY],
  },
  { path: `${LFH}ambulance.example5.837`, reason: 'CLM05-2 is missing', changes: [['*41::1*', '*41:B:1*']] },
  { path: `${LFH}cob.2ndary.example4.837`, reason: COMPONENTS, changes: [SEPARATOR] },
  {
    path: `${LFH}cob.example3.A.837`,
    reason: 'the other payer (loop 2330B) is missing',
    changes: [['T55TY666~', 'T55TY666~NM1*PR*2*OTHER PLAN*****PI*12~']],
  },
  { path: `${LFH}drug.example10.3.837`, reason: 'a tax id with a hyphen', changes: [['10-1234567', '101234567']] },
  { path: `${LFH}example11.837`, reason: COMPONENTS, changes: [SEPARATOR] },
  {
    path: `${LFH}example9.837`,
    reason: `${COMPONENTS}; an NPI of nine digits; a pointer with decimals`,
    changes: [SEPARATOR, NINE_DIGITS, ['***1.00~', '***1~']],
  },
  {
    path: `${LFH_I}src__tests__resources__837_005010X223A3__two-claims-single-provider.837i`,
    reason: SIGNATURE,
    changes: [['*13:A:1*Y*C', '*13:A:1**C']],
  },
  {
    path: `${X12PARSER}837I___5010__Spec_3.1.1.txt`,
    reason: `${COMPONENTS}; ${SIGNATURE}; a day where a period belongs; a birth date in loop 2320, as in version 4010`,
    changes: [['*1*T*^~', '*1*T*:~'], NO_SIGNATURE, STAY, ['DMG*D8*19271211*F~', '']],
  },
  {
    path: `${X12PARSER}837I___5010__Spec_3.1.2_TwoClaimsForTheSameProvider.txt`,
    reason: `${SIGNATURE}; no type of admission`,
    changes: [
      ['*13:A:1*Y*C', '*13:A:1**C'],
      ['CL1***01', 'CL1*3**01'],
    ],
  },
  {
    path: `${X12PARSER}837I___5010__Spec_3.1.4_OutOfNetworkRepricedClaim.txt`,
    reason: `${COMPONENTS}; ${SIGNATURE}; CLM07 is missing; no type of admission`,
    changes: [SEPARATOR, ['13>A>1*Y**Y', '13>A>1**A*Y'], ['CL1**1*01', 'CL1*3*1*01']],
  },
  {
    path: `${X12PARSER}837P___5010__Example3_COB.txt`,
    reason: 'SBR09 is one element too early; a birth date in loop 2320, as in version 4010',
    changes: [
      ['SBR*P*******CI', 'SBR*P********CI'],
      ['SBR*S*01*******CI~\r\n                DMG*D8*19430501*F~', 'SBR*S*01*******CI~'],
    ],
  },
  { path: `${HDI}edi_files__837__837I-minimal.dat`, reason: SIGNATURE, changes: [NO_SIGNATURE] },
  {
    path: `${HDI}edi_files__837__837P-all-fields.dat`,
    reason: `${ALL_FIELDS.reason}; a name in loop 2330G; a second drug, after loop 2430`,
    changes: [
      ...ALL_FIELDS.changes,
      ['NM1*85*1*DOE*JANE*A***MI*OtherPayerBilling', 'NM1*85*1'],
      ['LIN**N4*01234567891~\nCTP****1.01*UN~\n', ''],
    ],
  },
  { path: `${HDI}edi_files__837__anesthesia.dat`, reason: 'an NPI of nine digits', changes: [NINE_DIGITS] },
  { path: `${HDI}edi_gen__response__837p-all-fields.edi`, ...ALL_FIELDS },
  {
    path: `${HDI}edi_gen__response__837p-minimal.edi`,
    reason: 'SBR does not say that the subscriber is the patient, nor of what kind the plan is',
    changes: [['SBR*P~', 'SBR*P*18*******CI~']],
  },
  { path: `${EDIFABRIC}ClaimPayment.txt`, ...PAY_TO },
  { path: `${EDIFABRIC}ClaimPaymentEVV.txt`, ...PAY_TO },
  {
    path: `${EDIFABRIC}InstitutionalClaim.txt`,
    reason: 'the elements of CLM stand one place too early; a period of one day is given as one day',
    changes: [
      ['*89.93**14:A:1*A*', '*89.93***14:A:1**A*'],
      ['RD8*19960911', 'RD8*19960911-19960911'],
    ],
  },
  { path: `${COSYTE}claim__837d-canonical.edi`, ...CANONICAL_D },
  { path: `${COSYTE}claim__837i-canonical.edi`, ...CANONICAL_I },
  { path: `${COSYTE}claim__837p-canonical.edi`, ...POINT },
  { path: `${COSYTE}golden__837d.edi`, ...CANONICAL_D },
  { path: `${COSYTE}golden__837i.edi`, ...CANONICAL_I },
  { path: `${COSYTE}golden__837p.edi`, ...POINT },
  {
    path: 'files/clawdgeorge-prog__x12-parser/tests__fixtures__sample_837_prof.edi',
    reason: 'no tax id but a payer id in its place; the unit of the lines is a number; an NPI of nine digits',
    changes: [
      ['REF*2U*', 'REF*EI*'],
      ['*200***1**1', '*UN*1***1'],
      ['XX*987654321', 'XX*1987654321'],
    ],
  },
  ...['mojo_dojo_casa_house', 'multi_procedure_barbie'].map((name) => ({
    path: `files/norrabp__barbiedi-9/examples__${name}.837`,
    reason: 'an NPI of nine digits, a tax id of ten',
    changes: [
      ['XX*283193843', 'XX*1283193843'],
      ['EI*0309195988', 'EI*309195988'],
    ] as const,
  })),
];

/** Files that hold no claim: by the beginning of their paths. */
export const NO_CLAIMS: readonly { path: string; reason: string }[] = [
  { path: 'files/Silvenga__EdiWeave/', reason: 'every element of every segment holds the letters of its type' },
  {
    path: 'files/woliver13__X12Net/',
    reason: 'the claim stands alone, without its provider, subscriber, payer and lines',
  },
  {
    path: 'files/clawdgeorge-prog__x12-parser/tests__fixtures__sample_837_institutional.edi',
    reason: 'the claim has no lines, no period and no payer',
  },
];
