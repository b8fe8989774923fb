/** The 999 that answers a group: which sets were taken, and what is wrong with the others, segment by segment. */
import { guide999 } from '../guides/999.ts';
import type { Loop2000, Loop2100, Loop2110, Set999 } from '../guides/values/999.ts';
import { emitInterchange, type InterchangeFacts, type WrittenInterchange } from '../x12/emit-interchange.ts';
import type { ElementNote, SegmentNote } from './notes.ts';
import type { ReceivedInterchange } from './received.ts';
import { interchangeResult } from './ta1.ts';
import { type AckPolicy, answeredGroups, type GroupVerdict, groupVerdict, type SetVerdict } from './verdicts.ts';

/**
 * The interchange with one 999 for each functional group. Undefined when there is nothing to answer: the TA1 refused the
 * interchange, or it holds acknowledgments only, which are never acknowledged.
 */
export function write999(
  received: ReceivedInterchange,
  envelope: InterchangeFacts,
  policy: AckPolicy = {},
): WrittenInterchange | undefined {
  const groups = answeredGroups(received);
  if (groups.length === 0 || interchangeResult(received).result === 'R') return undefined;
  const sets = groups.map((group) => set999(groupVerdict(group, policy)));
  return emitInterchange(guide999, sets, envelope);
}

/** The 999 of a group. AK1 and AK2 repeat what was received, whatever it is. */
export function set999({ header, sets, ...verdict }: GroupVerdict): Set999 {
  const { result, included, received, accepted, codes } = verdict;
  return {
    group: {
      functionalId: header.gs01 as Set999['group']['functionalId'],
      control: header.gs06,
      version: header.gs08,
    },
    sets: sets.map(setLoop),
    result: { result, included, received, accepted, errors: codes },
  };
}

function setLoop({ header, result, codes, notes }: SetVerdict): Loop2000 {
  const { st01, st02, st03 } = header;
  return {
    set: { set: st01 as Loop2000['set']['set'], control: st02, guide: st03 },
    segments: notes.map(segmentLoop),
    result: { result, errors: codes },
  };
}

function segmentLoop({ segment, position, loop, error, unit, elements }: SegmentNote): Loop2100 {
  return {
    segment: { segment, position, loop, error },
    businessUnitIdentifier:
      unit === undefined ? undefined : { context: [{ name: unit.name, reference: unit.reference }] },
    elements: elements.map(elementLoop),
  };
}

function elementLoop({ position, number, error, copy }: ElementNote): Loop2110 {
  return { element: { position, element: number, error, copy } };
}
