/** Health Care Claim Status Response (005010X212): every loop, segment and element of the guide, as data. */
import { type Guide, guide, type Item, type LoopUse, loop, use } from '../x12/grammar.ts';
import { BHT, PER, STC, SVC } from './segments.ts';
import { dtp, hl, nm1, ref, trn } from './uses.ts';
import type { Set277 } from './values/277.ts';

/** A status about the receiver or the provider: no amounts, and few entities it may concern. */
const levelStatus = (label: string, entities: string) =>
  use(STC, 'statuses', label, 'R>1', 1000, 'R(RRS)R-------S(RRS)S(RRS)', {
    '01-01 10-01 11-01': '@claim_status_category',
    '01-02 10-02 11-02': '@claim_status',
    '01-03 10-03 11-03': entities,
  });

/** Entities that the second and third status of a claim or line may concern. */
const ENTITIES =
  '03 13 17 1E 1G 1H 1I 1O 1P 1Q 1R 1S 1T 1U 1V 1W 1X 1Y 1Z 28 2A 2B 2D 2E 2I 2K 2P 2Q 2S 2Z 30 36 3A 3C 3D 3E 3F 3G 3H 3I 3J 3K 3L 3M 3N 3O 3P 3Q 3R 3S 3T 3U 3V 3W 3X 3Y 3Z 40 43 44 4A 4B 4C 4D 4E 4F 4G 4H 4I 4J 4L 4M 4N 4O 4P 4Q 4R 4S 4U 4V 4W 4X 4Y 4Z 5A 5B 5C 5D 5E 5F 5G 5H 5I 5J 5K 5L 5M 5N 5O 5P 5Q 5R 5S 5T 5U 5V 5W 5X 5Y 5Z 61 6A 6B 6C 6D 6E 6F 6G 6H 6I 6J 6K 6L 6N 6O 6P 6Q 6R 6S 6U 6V 6W 6X 6Y 71 72 73 74 77 7C 80 82 84 85 87 95 CK CZ D2 DD DJ DK DN DO DQ E1 E2 E7 E9 FA FD FE G0 G3 GB GI GJ GK GM GY HF HH I3 IJ IL IN LI LR MR MSC OB OD OX P0 P2 P3 P4 P5 P7 PRP PT PV PW QA QB QC QD QE QH QK QL QN QO QS QV QY RC RW S4 SEP SJ SU T4 TL TQ TT TTP TU UH X3 X4 X5 ZZ';

/** A status of a claim or line; sources differ on the entities of the first. */
const status = (label: string, pos: number, usages: string) =>
  use(STC, 'statuses', label, 'R>1', pos, usages, {
    '01-01 10-01 11-01': '@claim_status_category',
    '01-02 10-02 11-02': '@claim_status',
    '01-03': `${ENTITIES} 6M GD P6 ?`,
    '01-04 10-04 11-04': 'RX',
    '10-03 11-03': ENTITIES,
  });

/** Loops 2220D, 2220E: Service Line Information. */
const line: readonly Item[] = [
  use(SVC, 'service', 'Service Line Information', 'R1', 1800, 'R(RRSSSS)RRS--R', {
    '01-01': 'AD ER HC HP IV N4 NU WK ?',
    '01-02': '@procedure_by_qualifier',
    '01-03 01-04 01-05 01-06': '@procedure_modifier',
    '04': '@nubc_revenue_code',
  }),
  status('Service Line Status Information', 1900, 'R(RRSS)R-------S(RRSS)S(RRSS)'),
  ref('lineControlNumber', 'Service Line Item Identification', 'S1', 2000, 'FJ'),
  dtp('serviceDate', 'Service Line Date', 'R1', 2100, '472', 'D8 RD8'),
];

/** Loops 2200D, 2200E: Claim Status Tracking Number, with the loop of its lines. */
const claim = (lines: LoopUse): readonly Item[] => [
  trn('Claim Status Tracking Number', '2'),
  status('Claim Level Status Information', 1000, 'R(RRSS)R-SSS-SSS(RRSS)S(RRSS)'),
  ref('payerClaimControlNumber', 'Payer Claim Control Number', 'S1', 1100, '1K'),
  ref('billType', 'Institutional Bill Type Identification', 'S1', 1100, 'BLT'),
  ref('patientControlNumber', 'Patient Control Number', 'S1', 1100, 'EJ'),
  ref('pharmacyPrescriptionNumber', 'Pharmacy Prescription Number', 'S1', 1100, 'XZ'),
  ref('voucherIdentifier', 'Voucher Identifier', 'S1', 1100, 'VV'),
  ref('clearinghouseClaimNumber', 'Claim Identification Number For Transmission Intermediaries', 'S1', 1100, 'D9'),
  dtp('serviceDate', 'Claim Service Date', 'S1', 1200, '472', 'D8 RD8'),
  lines,
];

/** Loop 2000E: Dependent Level. */
const loop2000E: readonly Item[] = [
  hl('Dependent Level', 100, 'RRR', '23'),
  loop('2100E', 'dependent', 'Dependent Name', 'R1', [nm1('Dependent Name', 500, 'RRRSS-S', 'QC', '1')]),
  loop(
    '2200E',
    'claims',
    'Claim Status Tracking Number',
    'R>1',
    claim(loop('2220E', 'lines', 'Service Line Information', 'S>1', line)),
    true,
  ),
];

/** Loop 2000D: Subscriber Level. */
const loop2000D: readonly Item[] = [
  hl('Subscriber Level', 100, 'RRRR', '22', '0 1'),
  loop('2100D', 'subscriber', 'Subscriber Name', 'R1', [
    nm1('Subscriber Name', 500, 'RRRSS-SRR', 'IL', '1 2', '24 II MI'),
  ]),
  loop(
    '2200D',
    'claims',
    'Claim Status Tracking Number',
    'S>1',
    claim(loop('2220D', 'lines', 'Service Line Information', 'S>1', line)),
    true,
  ),
  loop('2000E', 'dependents', 'Dependent Level', 'S>1', loop2000E),
];

/** Loop 2000C: Service Provider Level. */
const loop2000C: readonly Item[] = [
  hl('Service Provider Level', 100, 'RRRR', '19', '0 1'),
  loop('2100C', 'provider', 'Provider Name', 'R2', [nm1('Provider Name', 500, 'RRSSS-SRR', '1P', '1 2', 'FI SV XX')]),
  loop(
    '2200C',
    'traces',
    'Provider of Service Trace Identifier',
    'S1',
    [trn('Provider of Service Trace Identifier', '1'), levelStatus('Provider Status Information', '1P')],
    true,
  ),
  loop('2000D', 'subscribers', 'Subscriber Level', 'S>1', loop2000D),
];

/** Loop 2000B: Information Receiver Level. */
const loop2000B: readonly Item[] = [
  hl('Information Receiver Level', 100, 'RRRR', '21', '0 1'),
  loop('2100B', 'receiver', 'Information Receiver Name', 'R1', [
    nm1('Information Receiver Name', 500, 'RRSSS--RR', '41', '1 2', '46'),
  ]),
  loop(
    '2200B',
    'traces',
    'Information Receiver Trace Identifier',
    'S1',
    [
      trn('Information Receiver Trace Identifier', '2'),
      levelStatus('Information Receiver Status Information', '41 AY PR'),
    ],
    true,
  ),
  loop('2000C', 'providers', 'Service Provider Level', 'S>1', loop2000C),
];

/** Loop 2000A: Information Source Level. */
const loop2000A: readonly Item[] = [
  hl('Information Source Level', 100, 'R-RR', '20', '1'),
  loop('2100A', 'source', 'Payer Name', 'R1', [
    nm1('Payer Name', 500, 'RRR----RR', 'PR', '2', 'PI XV'),
    use(
      PER,
      'contacts',
      'Payer Contact Information',
      'S1',
      800,
      'RSRRSSSS',
      { '01': 'IC', '03': 'ED EM FX TE', '05 07': 'ED EM EX FX TE' },
      '01',
    ),
  ]),
  loop('2000B', 'receivers', 'Information Receiver Level', 'R>1', loop2000B),
];

/** Health Care Claim Status Response. */
export const guide277: Guide<Set277> = guide({
  id: '005010X212',
  aliases: [],
  set: '277',
  group: 'HN',
  label: 'Health Care Claim Status Response',
  st03: true,
  body: [
    use(
      BHT,
      'beginning',
      'Beginning of Hierarchical Transaction',
      'R1',
      200,
      'RRRRRR',
      { '01': '0010', '02': '08', '03': '<=30', '06': 'DG' },
      '01',
    ),
    loop('2000A', 'sources', 'Information Source Level', 'R>1', loop2000A),
  ],
});
