/** Health Care Claim Status Request (005010X212): every loop, segment and element of the guide, as data. */
import { type Guide, guide, type Item, type LoopUse, loop, use } from '../x12/grammar.ts';
import { BHT, DMG, SVC } from './segments.ts';
import { amt, dtp, hl, nm1, ref, trn } from './uses.ts';
import type { Set276 } from './values/276.ts';

/** Loops 2210D, 2210E: Service Line Information. */
const line: readonly Item[] = [
  use(SVC, 'service', 'Service Line Information', 'R1', 1300, 'R(RRSSSS)R-S--S', {
    '01-01': 'AD ER HC HP IV N4 NU WK',
    '01-02': '@procedure_by_qualifier',
    '01-03 01-04 01-05 01-06': '@procedure_modifier',
    '04': '@nubc_revenue_code',
  }),
  ref('lineControlNumber', 'Service Line Item Identification', 'S1', 1400, 'FJ'),
  dtp('serviceDate', 'Service Line Date', 'R1', 1500, '472', 'D8 RD8'),
];

/** Loops 2200D, 2200E: Claim Status Tracking Number, with the loop of its lines. */
const claim = (lines: LoopUse): readonly Item[] => [
  trn('Claim Status Tracking Number', '1'),
  ref('payerClaimControlNumber', 'Payer Claim Control Number', 'S1', 1000, '1K'),
  ref('billType', 'Institutional Bill Type Identification', 'S1', 1000, 'BLT'),
  ref('systemIdentifier', 'Application or Location System Identifier', 'S1', 1000, 'LU'),
  ref('groupNumber', 'Group Number', 'S1', 1000, '6P'),
  ref('patientControlNumber', 'Patient Control Number', 'S1', 1000, 'EJ'),
  ref('pharmacyPrescriptionNumber', 'Pharmacy Prescription Number', 'S1', 1000, 'XZ'),
  ref('clearinghouseClaimNumber', 'Claim Identification Number For Transmission Intermediaries', 'S1', 1000, 'D9'),
  amt('charge', 'Claim Submitted Charges', 'S1', 1100, 'T3'),
  dtp('serviceDate', 'Claim Service Date', 'S1', 1200, '472', 'D8 RD8'),
  lines,
];

/** Loop 2000E: Dependent Level. */
const loop2000E: readonly Item[] = [
  hl('Dependent Level', 100, 'RRR', '23'),
  use(DMG, 'demographics', 'Dependent Demographic Information', 'R1', 400, 'RRS', { '01': 'D8', '03': 'F M' }),
  loop('2100E', 'dependent', 'Dependent Name', 'R1', [nm1('Dependent Name', 500, 'RRRSS-S', 'QC', '1')]),
  loop(
    '2200E',
    'claims',
    'Claim Status Tracking Number',
    'R>1',
    claim(loop('2210E', 'lines', 'Service Line Information', 'S>1', line)),
    true,
  ),
];

/** Loop 2000D: Subscriber Level. */
const loop2000D: readonly Item[] = [
  hl('Subscriber Level', 100, 'RRRR', '22', '0 1'),
  use(DMG, 'demographics', 'Subscriber Demographic Information', 'S1', 400, 'RRS', { '01': 'D8', '03': 'F M' }),
  loop('2100D', 'subscriber', 'Subscriber Name', 'R1', [
    nm1('Subscriber Name', 500, 'RRRSS-SRR', 'IL', '1 2', '24 II MI'),
  ]),
  loop(
    '2200D',
    'claims',
    'Claim Status Tracking Number',
    'S>1',
    claim(loop('2210D', 'lines', 'Service Line Information', 'S>1', line)),
    true,
  ),
  loop('2000E', 'dependents', 'Dependent Level', 'S>1', loop2000E),
];

/** Loop 2000C: Service Provider Level. */
const loop2000C: readonly Item[] = [
  hl('Service Provider Level', 100, 'RRRR', '19', '1'),
  loop('2100C', 'provider', 'Provider Name', 'R2', [nm1('Provider Name', 500, 'RRSSS-SRR', '1P', '1 2', 'FI SV XX')]),
  loop('2000D', 'subscribers', 'Subscriber Level', 'R>1', loop2000D),
];

/** Loop 2000B: Information Receiver Level. */
const loop2000B: readonly Item[] = [
  hl('Information Receiver Level', 100, 'RRRR', '21', '1'),
  loop('2100B', 'receiver', 'Information Receiver Name', 'R1', [
    nm1('Information Receiver Name', 500, 'RRSSS--RR', '41', '1 2', '46'),
  ]),
  loop('2000C', 'providers', 'Service Provider Level', 'R>1', loop2000C),
];

/** Loop 2000A: Information Source Level. */
const loop2000A: readonly Item[] = [
  hl('Information Source Level', 100, 'R-RR', '20', '1'),
  loop('2100A', 'source', 'Payer Name', 'R1', [nm1('Payer Name', 500, 'RRR----RR', 'PR', '2', 'PI XV')]),
  loop('2000B', 'receivers', 'Information Receiver Level', 'R>1', loop2000B),
];

/** Health Care Claim Status Request. */
export const guide276: Guide<Set276> = guide({
  id: '005010X212',
  aliases: [],
  set: '276',
  group: 'HR',
  label: 'Health Care Claim Status Request',
  st03: true,
  body: [
    use(
      BHT,
      'beginning',
      'Beginning of Hierarchical Transaction',
      'R1',
      200,
      'RRRRR',
      { '01': '0010', '02': '13' },
      '01',
    ),
    loop('2000A', 'sources', 'Information Source Level', 'R>1', loop2000A),
  ],
});
