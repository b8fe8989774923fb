/** The 997 that answers a group of an older version: the same verdict in the codes that the 997 has. */
import type { LoopAK2, LoopAK3, Set997 } from '../guides/values/997.ts';
import type { SegmentNote } from './notes.ts';
import type { GroupVerdict, SetVerdict } from './verdicts.ts';

/** The 997 of a group. AK1 and AK2 repeat what was received, whatever it is. */
export function set997({ header, sets, ...verdict }: GroupVerdict): Set997 {
  const { result, included, received, accepted, codes } = verdict;
  return {
    group: { functionalId: header.gs01 as Set997['group']['functionalId'], control: header.gs06 },
    sets: sets.map(setLoop),
    result: { result, included, received, accepted, errors: inTerms(GROUP_CODES, codes) },
  };
}

function setLoop({ header, result, codes, notes }: SetVerdict): LoopAK2 {
  return {
    set: { set: header.st01 as LoopAK2['set']['set'], control: header.st02 },
    segments: notes.map(segmentLoop),
    result: { result, errors: inTerms(SET_CODES, codes) },
  };
}

/** AK4 may stand so often below one AK3. */
const MAX_ELEMENTS = 99;

function segmentLoop({ segment, position, loop, error, elements }: SegmentNote): LoopAK3 {
  return {
    segment: { segment, position, loop, error: (SEGMENT_CODES[error] ?? error) as LoopAK3['segment']['error'] },
    element: elements.slice(0, MAX_ELEMENTS).map((note): NonNullable<LoopAK3['element']>[number] => ({
      position: { element: note.position.element, component: note.position.component },
      element: note.number,
      error: (ELEMENT_CODES[note.error] ?? note.error) as NonNullable<LoopAK3['element']>[number]['error'],
      copy: note.copy,
    })),
  };
}

type Terms = Readonly<Record<string, string>>;

/** Codes of the 999 by the nearest one of the 997: AK304, AK403, AK502 and AK905. What is not listed is the same in both. */
const SEGMENT_CODES: Terms = { I4: '2', I6: '3', I7: '3', I8: '3', I9: '2' };
const ELEMENT_CODES: Terms = { 12: '3', 13: '3', I6: '7', I9: '2', I10: '10', I11: '1', I12: '7', I13: '10' };
const SET_CODES: Terms = { 18: '1', 19: '1', I5: '5', I6: '1' };
const GROUP_CODES: Terms = { 19: '6' };

function inTerms(terms: Terms, codes: readonly string[]): string[] {
  return [...new Set(codes.map((code) => terms[code] ?? code))];
}
