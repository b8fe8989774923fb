/** Health Care Claim Acknowledgment (005010X214): every loop, segment and element of the guide, as data. */
import { type Guide, guide, type Item, loop, use } from '../x12/grammar.ts';
import { BHT, QTY, STC, SVC } from './segments.ts';
import { amt, dtp, hl, nm1, ref, trn } from './uses.ts';
import type { Set277CA } from './values/277ca.ts';

/** Loop 2100A: Information Source Name. */
const loop2100A: readonly Item[] = [nm1('Information Source Name', 500, 'RRR----RR', 'PR AY', '2', '46 FI PI XV ?')];

/** Loop 2200A: Transmission Receipt Control Identifier. */
const loop2200A: readonly Item[] = [
  trn('Transmission Receipt Control Identifier', '1'),
  dtp('informationSourceReceiptDate', 'Information Source Receipt Date', 'R1', 1200, '050'),
  dtp('informationSourceProcessDate', 'Information Source Process Date', 'R1', 1200, '009'),
];

/** Loop 2100B: Information Receiver Name. */
const loop2100B: readonly Item[] = [nm1('Information Receiver Name', 500, 'RRRSS--RR', '41', '1 2', '46')];

/** Loop 2200B: Information Receiver Trace Identifier. */
const loop2200B: readonly Item[] = [
  trn('Information Receiver Trace Identifier', '2'),
  use(STC, 'statuses', 'Information Receiver Status Information', 'R>1', 1000, 'R(RRS)RRR-----S(RRS)S(RRS)', {
    '01-01 10-01 11-01': '@claim_status_category',
    '01-02 10-02 11-02': '@claim_status',
    '01-03 10-03 11-03': '36 40 41 AY PR',
    '03': 'U WQ',
  }),
  use(QTY, 'totalAcceptedQuantity', 'Total Accepted Quantity', 'S1', 1210, 'RR', { '01': '90' }, '01'),
  use(QTY, 'totalRejectedQuantity', 'Total Rejected Quantity', 'S1', 1210, 'RR', { '01': 'AA' }, '01'),
  amt('totalAcceptedAmount', 'Total Accepted Amount', 'S1', 1220, 'YU'),
  amt('totalRejectedAmount', 'Total Rejected Amount', 'S1', 1220, 'YY'),
];

/** Loop 2100C: Billing Provider Name. */
const loop2100C: readonly Item[] = [nm1('Billing Provider Name', 500, 'RRRSS-SRR', '85', '1 2', 'FI SV XX ?')];

/** Loop 2200C: Provider of Service Information Trace Identifier. */
const loop2200C: readonly Item[] = [
  trn('Provider of Service Information Trace Identifier', '1'),
  use(STC, 'statuses', 'Billing Provider Status Information', 'S>1', 1000, 'R(RRS)SRR-----S(RRS)S(RRS)', {
    '01-01 10-01 11-01': '@claim_status_category',
    '01-02 10-02 11-02': '@claim_status',
    '01-03': '36 40 41 77 82 85 87 AY PR',
    '02': '?',
    '03': 'U WQ',
    '10-03 11-03': '36 40 41 AY PR',
  }),
  ref('providerSecondaryIdentifier', 'Provider Secondary Identifier', 'S3', 1100, '0B 1G G2 LU SY TJ'),
  use(QTY, 'totalAcceptedQuantity', 'Total Accepted Quantity', 'S1', 1210, 'RR', { '01': 'QA' }, '01'),
  use(QTY, 'totalRejectedQuantity', 'Total Rejected Quantity', 'S1', 1210, 'RR', { '01': 'QC' }, '01'),
  amt('totalAcceptedAmount', 'Total Accepted Amount', 'S1', 1220, 'YU'),
  amt('totalRejectedAmount', 'Total Rejected Amount', 'S1', 1220, 'YY'),
];

/** Loop 2100D: Patient Name. */
const loop2100D: readonly Item[] = [nm1('Patient Name', 500, 'RRRSS-SRR', 'QC', '1', 'II MI')];

/** Loop 2220D: Service Line Information. */
const loop2220D: readonly Item[] = [
  use(SVC, 'service', 'Service Line Information', 'R1', 1800, 'R(RRSSSS)R-S--S', {
    '01-01': 'AD ER HC HP IV NU WK',
    '01-02': '@procedure_by_qualifier',
    '01-03 01-04 01-05 01-06': '@procedure_modifier',
    '04': '@nubc_revenue_code',
  }),
  use(STC, 'statuses', 'Service Line Level Status Information', 'R>1', 1900, 'R(RRS)SR------S(RRS)S(RRS)S', {
    '01-01 10-01 11-01': '@claim_status_category',
    '01-02 10-02 11-02': '@claim_status',
    '01-03 10-03 11-03':
      '03 1P 1Z 40 41 71 72 73 77 82 85 87 DK DN DQ FA GB HK IL LI MSC PR PRP QB QC QD SEP TL TTP TU',
    '02 12': '?',
    '03': 'U',
  }),
  ref('lineControlNumber', 'Service Line Item Identification', 'S1', 2000, 'FJ'),
  ref('pharmacyPrescriptionNumber', 'Pharmacy Prescription Number', 'S1', 2000, 'XZ'),
  dtp('serviceDate', 'Service Line Date', 'S1', 2100, '472', 'D8 RD8'),
];

/** Loop 2200D: Claim Status Tracking Number. */
const loop2200D: readonly Item[] = [
  trn('Claim Status Tracking Number', '2'),
  use(STC, 'statuses', 'Claim Level Status Information', 'R>1', 1000, 'R(RRS)RRR-----S(RRS)S(RRS)S', {
    '01-01 10-01 11-01': '@claim_status_category',
    '01-02 10-02 11-02': '@claim_status',
    '01-03': '03 1P 1Z 40 41 71 72 73 77 82 85 87 DK DN DQ FA GB HK IL LI MSC PR PRP QB QC QD SEP TL TTP TU',
    '03': 'U WQ',
    '10-03 11-03': '36 40 41 AY PR',
  }),
  ref('payerClaimControlNumber', 'Payer Claim Control Number', 'S1', 1100, '1K'),
  ref(
    'clearinghouseClaimNumber',
    'Claim Identifier Number For Clearinghouses and Other Transmission Intermediaries',
    'S1',
    1100,
    'D9',
  ),
  ref('billType', 'Institutional Bill Type Identification', 'S1', 1100, 'BLT'),
  dtp('serviceDate', 'Claim Level Service Date', 'R1', 1200, '472', 'RD8 D8'),
  loop('2220D', 'lines', 'Service Line Information', 'S>1', loop2220D),
];

/** Loop 2000D: Patient Level. */
const loop2000D: readonly Item[] = [
  hl('Patient Level', 100, 'RRR', 'PT'),
  loop('2100D', 'patient', 'Patient Name', 'R1', loop2100D),
  loop('2200D', 'claims', 'Claim Status Tracking Number', 'S>1', loop2200D, true),
];

/** Loop 2000C: Billing Provider of Service Level. */
const loop2000C: readonly Item[] = [
  hl('Billing Provider of Service Level', 100, 'RRRR', '19', '1 0'),
  loop('2100C', 'provider', 'Billing Provider Name', 'R>1', loop2100C),
  loop('2200C', 'traces', 'Provider of Service Information Trace Identifier', 'S1', loop2200C, true),
  loop('2000D', 'patients', 'Patient Level', 'S>1', loop2000D),
];

/** Loop 2000B: Information Receiver Level. */
const loop2000B: readonly Item[] = [
  hl('Information Receiver Level', 100, 'RRRR', '21', '0 1'),
  loop('2100B', 'receiver', 'Information Receiver Name', 'R1', loop2100B),
  loop('2200B', 'traces', 'Information Receiver Trace Identifier', 'R1', loop2200B, true),
  loop('2000C', 'providers', 'Billing Provider of Service Level', 'S>1', loop2000C),
];

/** Loop 2000A: Information Source Level. */
const loop2000A: readonly Item[] = [
  hl('Information Source Level', 100, 'R-RR', '20', '1'),
  loop('2100A', 'source', 'Information Source Name', 'R1', loop2100A),
  loop('2200A', 'traces', 'Transmission Receipt Control Identifier', 'R1', loop2200A, true),
  loop('2000B', 'receivers', 'Information Receiver Level', 'R1', loop2000B),
];

/** Health Care Claim Acknowledgment. */
export const guide277ca: Guide<Set277CA> = guide({
  id: '005010X214',
  aliases: [],
  set: '277',
  group: 'HN',
  label: 'Health Care Claim Acknowledgment',
  st03: true,
  body: [
    use(
      BHT,
      'beginning',
      'Beginning of Hierarchical Transaction',
      'R1',
      200,
      'RRRRRR',
      { '01': '0085', '02': '08', '03': '<=30', '06': 'TH' },
      '01',
    ),
    loop('2000A', 'sources', 'Information Source Level', 'R1', loop2000A),
  ],
});
