/** Functional Acknowledgment (004010): every loop, segment and element of the guide, as data. */
import { type Guide, guide, type Item, loop, use } from '../x12/grammar.ts';
import { AK1, AK2, AK3, AK4, AK5, AK9 } from './segments.ts';
import type { Set997 } from './values/997.ts';

/** Loop AK3: Data Segment Note. */
const loopAK3: readonly Item[] = [
  use(AK3, 'segment', 'Data Segment Note', 'R1', 40, 'RRSS', { '02': '<=6', '04': '1 2 3 4 5 6 7 8' }),
  use(AK4, 'element', 'Data Element Note', 'S99', 50, 'R(RS)SRS', { '03': '1 2 3 4 5 6 7 8 9 10' }),
];

/** Loop AK2: Transaction Set Response Header. */
const loopAK2: readonly Item[] = [
  use(AK2, 'set', 'Transaction Set Response Header', 'R1', 30, 'RR', { '01': '270 271 276 277 278 820 834 835 837' }),
  loop('AK3', 'segments', 'Data Segment Note', 'S999999', loopAK3),
  use(AK5, 'result', 'Transaction Set Response Trailer', 'R1', 60, 'RSSSSS', {
    '01': 'A E M R W X',
    '02 03 04 05 06': '1 2 3 4 5 6 7 8 9 10 11 12 13 15 16 17 23 24 25 26 27',
  }),
];

/** Functional Acknowledgment. */
export const guide997: Guide<Set997> = guide({
  id: '004010',
  aliases: [],
  set: '997',
  group: 'FA',
  label: 'Functional Acknowledgment',
  st03: false,
  body: [
    use(AK1, 'group', 'Functional Group Response Header', 'R1', 20, 'RR', { '01': 'BE HB HC HI HN HP HR HS RA' }),
    loop('AK2', 'sets', 'Transaction Set Response Header', 'S999999', loopAK2, true),
    use(AK9, 'result', 'Functional Group Response Trailer', 'R1', 70, 'RRRRSSSSS', {
      '01': 'A E M P R W X',
      '05 06 07 08 09': '1 2 3 4 5 6 10 11 12 13 14 15 16 17 18 23 24 25 26',
    }),
  ],
});
