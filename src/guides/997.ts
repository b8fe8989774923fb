/** Functional Acknowledgment of 004010 and of 005010 (005010X230): every loop, segment and element of the guides, as data. */
import { type Guide, guide, type Item, loop, use } from '../x12/grammar.ts';
import { AK1, AK2, AK3, AK4, AK5, AK9 } from './segments.ts';
import type { Set997 } from './values/997.ts';
import type { Set997X230 } from './values/997x230.ts';

/** What became possible with 005010 stands in the elements' usages, codes and lengths; the structure is the same. */
type Release = {
  /** Usages of AK1, AK2 and AK4. */
  group: string;
  set: string;
  element: string;
  /** Longest AK302. */
  position: string;
  /** Codes of AK403, of AK502 to AK506, of AK905 to AK909. */
  elementErrors: string;
  setErrors: string;
  groupErrors: string;
};

const RELEASE_4010: Release = {
  group: 'RR',
  set: 'RR',
  element: 'R(RS)SRS',
  position: '<=6',
  elementErrors: '1 2 3 4 5 6 7 8 9 10',
  setErrors: '1 2 3 4 5 6 7 8 9 10 11 12 13 15 16 17 23 24 25 26 27',
  groupErrors: '1 2 3 4 5 6 10 11 12 13 14 15 16 17 18 23 24 25 26',
};

const RELEASE_5010: Release = {
  group: 'RRS',
  set: 'RRS',
  element: 'R(RSS)SRS',
  position: '<=10',
  elementErrors: '1 2 3 4 5 6 7 8 9 10 12 13',
  setErrors: '1 2 3 4 5 6 7 8 9 10 11 12 13 15 16 17 18 19 23 24 25 26 27',
  groupErrors: '1 2 3 4 5 6 10 11 12 13 14 15 16 17 18 19 23 24 25 26',
};

/** Loop AK3: Data Segment Note. */
const loopAK3 = ({ element, position, elementErrors }: Release): readonly Item[] => [
  use(AK3, 'segment', 'Data Segment Note', 'R1', 40, 'RRSS', { '02': position, '04': '1 2 3 4 5 6 7 8' }),
  use(AK4, 'element', 'Data Element Note', 'S99', 50, element, { '03': elementErrors }),
];

/** Loop AK2: Transaction Set Response Header. */
const loopAK2 = (release: Release): readonly Item[] => [
  use(AK2, 'set', 'Transaction Set Response Header', 'R1', 30, release.set, {
    '01': '270 271 276 277 278 820 834 835 837',
  }),
  loop('AK3', 'segments', 'Data Segment Note', 'S999999', loopAK3(release)),
  use(AK5, 'result', 'Transaction Set Response Trailer', 'R1', 60, 'RSSSSS', {
    '01': 'A E M R W X',
    '02 03 04 05 06': release.setErrors,
  }),
];

const body = (release: Release): readonly Item[] => [
  use(AK1, 'group', 'Functional Group Response Header', 'R1', 20, release.group, {
    '01': 'BE HB HC HI HN HP HR HS RA',
  }),
  loop('AK2', 'sets', 'Transaction Set Response Header', 'S999999', loopAK2(release), true),
  use(AK9, 'result', 'Functional Group Response Trailer', 'R1', 70, 'RRRRSSSSS', {
    '01': 'A E M P R W X',
    '05 06 07 08 09': release.groupErrors,
  }),
];

/** Functional Acknowledgment, 004010. */
export const guide997: Guide<Set997> = guide({
  id: '004010',
  aliases: [],
  set: '997',
  group: 'FA',
  label: 'Functional Acknowledgment',
  st03: false,
  body: body(RELEASE_4010),
});

/** Functional Acknowledgment, 005010. */
export const guide997x230: Guide<Set997X230> = guide({
  id: '005010X230',
  aliases: ['005010'],
  set: '997',
  group: 'FA',
  label: 'Functional Acknowledgment',
  st03: false,
  body: body(RELEASE_5010),
});
