/** Health Care Claim Payment/Advice (005010X221A1): every loop, segment and element of the guide, as data. */
import { type Guide, guide, type Item, loop, use } from '../x12/grammar.ts';
import {
  AMT,
  BPR,
  CAS,
  CLP,
  CUR,
  DTM,
  LQ,
  LX,
  MIA,
  MOA,
  N1,
  NM1,
  PER,
  PLB,
  QTY,
  RDM,
  SVC,
  TRN,
  TS2,
  TS3,
} from './segments.ts';
import { amt, n3, n4, ref } from './uses.ts';
import type { Set835 } from './values/835.ts';

/** Loop 1000A: Payer Identification. */
const loop1000A: readonly Item[] = [
  use(N1, 'name', 'Payer Identification', 'R1', 800, 'RRSS', { '01': 'PR', '03': 'XV' }, '01'),
  n3('Payer Address', 'R1', 1000),
  n4('Payer City, State, ZIP Code', 'R1', 1100),
  ref('additionalPayerIdentification', 'Additional Payer Identification', 'S4', 1200, '2U EO HI NF'),
  use(
    PER,
    'businessContact',
    'Payer Business Contact Information',
    'S1',
    1300,
    'RSSSSSSS',
    { '01': 'CX', '03': 'EM FX TE', '05': 'EM EX FX TE', '07': 'EX' },
    '01',
  ),
  use(
    PER,
    'technicalContacts',
    'Payer Technical Contact Information',
    'R>1',
    1300,
    'RSSSSSSS',
    { '01': 'BL', '03': 'EM TE UR', '05': 'EM EX FX TE UR', '07': 'EM EX FX UR' },
    '01',
  ),
  use(PER, 'webSite', 'Payer WEB Site', 'S1', 1300, 'R-RR', { '01': 'IC', '03': 'UR' }, '01'),
];

/** Loop 1000B: Payee Identification. */
const loop1000B: readonly Item[] = [
  use(N1, 'name', 'Payee Identification', 'R1', 800, 'RRRR', { '01': 'PE', '03': 'FI XV XX' }, '01'),
  n3('Payee Address', 'S1', 1000),
  n4('Payee City, State, ZIP Code', 'S1', 1100),
  ref('payeeAdditionalIdentification', 'Payee Additional Identification', 'S>1', 1200, '0B D3 PQ TJ'),
  use(RDM, 'delivery', 'Remittance Delivery Method', 'S1', 1400, 'RSS', { '01': 'BM EM FT OL' }),
];

/** Loop 2110: Service Payment Information. */
const loop2110: readonly Item[] = [
  use(SVC, 'service', 'Service Payment Information', 'R1', 700, 'R(RRSSSS)RRSSS(RRSSSSS)S', {
    '01-01': 'AD ER HC HP IV N4 N6 NU UI WK',
    '01-02 06-02': '@procedure_by_qualifier',
    '01-03 01-04 01-05 01-06 06-03 06-04 06-05 06-06': '@procedure_modifier',
    '02 03': '<=10',
    '04': '@nubc_revenue_code',
    '06-01': 'AD ER HC HP IV N4 NU WK N6 UI ?',
  }),
  use(DTM, 'serviceDates', 'Service Date', 'S2', 800, 'RR', { '01': '150 151 472' }, '01'),
  use(CAS, 'adjustments', 'Service Adjustment', 'S99', 900, 'RRRSSSSSSSSSSSSSSSS', {
    '01': 'CO OA PI PR',
    '02 05 08 11 14 17': '@CARC',
    '03 06 09 12 15 18': '<=10',
  }),
  ref('serviceIdentification', 'Service Identification', 'S8', 1000, '1S APC BB E9 G1 G3 LU RB'),
  ref('lineControlNumber', 'Line Item Control Number', 'S1', 1000, '6R'),
  ref(
    'renderingProviderIdentification',
    'Rendering Provider Information',
    'S10',
    1000,
    '0B 1A 1B 1C 1D 1G 1H 1J D3 G2 HPI SY TJ',
  ),
  ref('healthcarePolicyIdentification', 'HealthCare Policy Identification', 'S5', 1000, '0K'),
  use(
    AMT,
    'supplementalAmounts',
    'Service Supplemental Amount',
    'S9',
    1100,
    'RR',
    { '01': 'B6 KH T T2 ZK ZL ZM ZN ZO', '02': '<=10' },
    '01',
  ),
  use(
    QTY,
    'supplementalQuantities',
    'Service Supplemental Quantity',
    'S6',
    1200,
    'RR',
    { '01': 'ZK ZL ZM ZN ZO' },
    '01',
  ),
  use(LQ, 'remarks', 'Health Care Remark Codes', 'S99', 1300, 'RR', { '01': 'HE RX', '02': '@RARC_or_form' }),
];

/** Loop 2100: Claim Payment Information. */
const loop2100: readonly Item[] = [
  use(CLP, 'payment', 'Claim Payment Information', 'R1', 100, 'RRRRSRRSS-SSS', {
    '02': '1 19 2 20 21 22 23 25 3 4',
    '06': '12 13 14 15 16 17 AM CH DS HM LM MA MB MC OF TV VA WC ZZ',
    '08': '@type_of_bill_first2_or_place_of_service',
    '09': '@claim_frequency',
    '11': '@drg',
  }),
  use(CAS, 'adjustments', 'Claim Adjustment', 'S99', 200, 'RRRSSSSSSSSSSSSSSSS', {
    '01': 'CO OA PI PR',
    '02 05 08 11 14 17': '@CARC',
  }),
  use(NM1, 'patient', 'Patient Name', 'R1', 300, 'RRSSS-SSS', { '01': 'QC', '02': '1', '08': '34 HN II MI MR' }, '01'),
  use(NM1, 'insured', 'Insured Name', 'S1', 300, 'RRSSS-SRR', { '01': 'IL', '02': '1 2', '08': 'FI II MI' }, '01'),
  use(
    NM1,
    'correctedInsured',
    'Corrected Patient/Insured Name',
    'S1',
    300,
    'RRSSS-SSS',
    { '01': '74', '02': '1 2', '08': 'C' },
    '01',
  ),
  use(
    NM1,
    'serviceProvider',
    'Service Provider Name',
    'S1',
    300,
    'RRSSS-SRR',
    { '01': '82', '02': '1 2', '08': 'BD BS FI MC PC SL UP XX' },
    '01',
  ),
  use(
    NM1,
    'crossoverPayer',
    'Crossover Carrier Name',
    'S1',
    300,
    'RRR----RR',
    { '01': 'TT', '02': '2', '08': 'AD FI NI PI PP XV' },
    '01',
  ),
  use(
    NM1,
    'priorityPayer',
    'Corrected Priority Payer Name',
    'S1',
    300,
    'RRR----RR',
    { '01': 'PR', '02': '2', '08': 'AD FI NI PI PP XV' },
    '01',
  ),
  use(
    NM1,
    'otherSubscriber',
    'Other Subscriber Name',
    'S1',
    300,
    'RRSSS-SSS',
    { '01': 'GB', '02': '1 2', '08': 'FI II MI' },
    '01',
  ),
  use(MIA, 'inpatient', 'Inpatient Adjudication Information', 'S1', 330, 'RSSSSSSSSSSSSSSSSSSSSSSS', {
    '05 20 21 22 23': '@RARC',
  }),
  use(MOA, 'outpatient', 'Outpatient Adjudication Information', 'S1', 350, 'SSSSSSSSS', {
    '02 08 09': '<=10',
    '03 04 05 06 07': '@RARC',
  }),
  ref(
    'otherIdentification',
    'Other Claim Related Identification',
    'S5',
    400,
    '1L 1W 28 6P 9A 9C BB CE EA F8 G1 G3 IG SY',
  ),
  ref(
    'renderingProviderIdentification',
    'Rendering Provider Identification',
    'S10',
    400,
    '0B 1A 1B 1C 1D 1G 1H 1J D3 G2 LU',
  ),
  use(DTM, 'statementDates', 'Statement From or To Date', 'S2', 500, 'RR', { '01': '232 233' }, '01'),
  use(DTM, 'coverageExpirationDate', 'Coverage Expiration Date', 'S1', 500, 'RR', { '01': '036' }, '01'),
  use(DTM, 'claimReceivedDate', 'Claim Received Date', 'S1', 500, 'RR', { '01': '050' }, '01'),
  use(
    PER,
    'contacts',
    'Claim Contact Information',
    'S2',
    600,
    'RSRRSSSS',
    { '01': 'CX', '03': 'EM FX TE', '05': 'EM EX FX TE', '07': 'EX' },
    '01',
  ),
  amt('supplementalAmounts', 'Claim Supplemental Information', 'S13', 620, 'AU D8 DY F5 I NL T T2 ZK ZL ZM ZN ZO'),
  use(
    QTY,
    'supplementalQuantities',
    'Claim Supplemental Information Quantity',
    'S14',
    640,
    'RR',
    { '01': 'CA CD LA LE NE NR OU PS VS ZK ZL ZM ZN ZO' },
    '01',
  ),
  loop('2110', 'lines', 'Service Payment Information', 'S999', loop2110),
];

/** Loop 2000: Header Number. */
const loop2000: readonly Item[] = [
  use(LX, 'number', 'Header Number', 'R1', 30, 'R'),
  use(TS3, 'providerSummary', 'Provider Summary Information', 'S1', 50, 'RRRRR-------S-S-SS-SSSSS'),
  use(TS2, 'supplementalSummary', 'Provider Supplemental Summary Information', 'S1', 70, 'SSSSSSSSSSSSSSSSSSS'),
  loop('2100', 'claims', 'Claim Payment Information', 'R>1', loop2100, true),
];

/** Health Care Claim Payment/Advice. */
export const guide835: Guide<Set835> = guide({
  id: '005010X221A1',
  aliases: ['005010X221'],
  set: '835',
  group: 'HP',
  label: 'Health Care Claim Payment/Advice',
  st03: false,
  body: [
    use(BPR, 'financial', 'Financial Information', 'R1', 200, 'RRRRSSSSSSSSSSSR', {
      '01': 'C D H I P U X',
      '02': '<=10',
      '03': 'C D',
      '04': 'ACH BOP CHK FWT NON',
      '05': 'CCP CTX',
      '06 12': '01 04',
      '08': 'DA',
      '14': 'DA SG',
    }),
    use(TRN, 'trace', 'Reassociation Trace Number', 'R1', 400, 'RRRS', { '01': '1' }, '01'),
    use(CUR, 'currency', 'Foreign Currency Information', 'S1', 500, 'RR', { '01': 'PR', '02': '@currency' }),
    ref('receiverIdentification', 'Receiver Identification', 'S1', 600, 'EV'),
    ref('versionIdentification', 'Version Identification', 'S1', 600, 'F2'),
    use(DTM, 'productionDate', 'Production Date', 'S1', 700, 'RR', { '01': '405' }, '01'),
    loop('1000A', 'payer', 'Payer Identification', 'R1', loop1000A),
    loop('1000B', 'payee', 'Payee Identification', 'R1', loop1000B),
    loop('2000', 'headers', 'Header Number', 'S>1', loop2000),
    use(PLB, 'providerAdjustments', 'Provider Adjustment', 'S>1', 100, 'RRR(RS)RS(RS)SS(RS)SS(RS)SS(RS)SS(RS)S', {
      '03-01 05-01 07-01 09-01 11-01 13-01':
        '50 51 72 90 AH AM AP B2 B3 BD BN C5 CR CS CT CV CW DM E3 FB FC GO HM IP IR IS J1 L3 L6 LE LS OA OB PI PL RA RE SL TL WO WU',
      '04 06 08 10 12 14': '<=10',
    }),
  ],
});
