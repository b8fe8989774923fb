/** Implementation Acknowledgment (005010X231A1): every loop, segment and element of the guide, as data. */
import { type Guide, guide, type Item, loop, use } from '../x12/grammar.ts';
import { AK1, AK2, AK9, CTX, IK3, IK4, IK5 } from './segments.ts';
import type { Set999 } from './values/999.ts';

/** Loop 2110: AK2/IK3/IK4 Implementation Data Element Note. */
const loop2110: readonly Item[] = [
  use(IK4, 'element', 'Implementation Data Element Note', 'R1', 600, 'R(RSS)SRS', {
    '03': '1 2 3 4 5 6 7 8 9 10 12 13 I10 I11 I12 I13 I6 I9',
  }),
  use(CTX, 'contexts', 'Element Context', 'S10', 700, 'R(R)RRSS(RSS)S(R)', {
    '01': 'x10',
    '01-01': '"SITUATIONAL TRIGGER"',
  }),
];

/** Loop 2100: AK2/IK3 Error Identification. */
const loop2100: readonly Item[] = [
  use(IK3, 'segment', 'Error Identification', 'R1', 400, 'RRSR', { '04': '1 2 3 4 5 6 7 8 I4 I6 I7 I8 I9' }),
  use(
    CTX,
    'segmentContext',
    'Segment Context',
    'S9',
    500,
    'R(R)RRSS(RSS)S(R)',
    { '01': 'x10', '01-01': '"SITUATIONAL TRIGGER"' },
    '01-01',
  ),
  use(
    CTX,
    'businessUnitIdentifier',
    'Business Unit Identifier',
    'S1',
    500,
    'R(RR)',
    {
      '01': 'x10',
      '01-01': 'TRN02 NM109 "PATIENT NAME NM109" "SUBSCRIBER NAME NM109" ENT01 "SUBSCRIBER NUMBER REF02" CLM01',
    },
    '01-01',
  ),
  loop('2110', 'elements', 'AK2/IK3/IK4 Implementation Data Element Note', 'S>1', loop2110),
];

/** Loop 2000: Transaction Set Response Header. */
const loop2000: readonly Item[] = [
  use(AK2, 'set', 'Transaction Set Response Header', 'R1', 300, 'RRS', { '01': '270 271 276 277 278 820 834 835 837' }),
  loop('2100', 'segments', 'AK2/IK3 Error Identification', 'S>1', loop2100),
  use(IK5, 'result', 'Transaction Set Response Trailer', 'R1', 800, 'RSSSSS', {
    '01': 'A E M R W X',
    '02 03 04 05 06': '1 2 3 4 5 6 7 8 9 10 11 12 13 15 16 17 18 19 23 24 25 26 27 I5 I6',
  }),
];

/** Implementation Acknowledgment. */
export const guide999: Guide<Set999> = guide({
  id: '005010X231A1',
  aliases: ['005010X231'],
  set: '999',
  group: 'FA',
  label: 'Implementation Acknowledgment',
  st03: true,
  body: [
    use(AK1, 'group', 'Functional Group Response Header', 'R1', 200, 'RRR', { '01': 'BE HB HC HI HN HP HR HS RA' }),
    loop('2000', 'sets', 'Transaction Set Response Header', 'S>1', loop2000, true),
    use(AK9, 'result', 'Functional Group Response Trailer', 'R1', 900, 'RRRRSSSSS', {
      '01': 'A E M P R W X',
      '05 06 07 08 09': '1 2 3 4 5 6 10 11 12 13 14 15 16 17 18 19 23 24 25 26',
    }),
  ],
});
