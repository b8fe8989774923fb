/** An acknowledgment as what it says of each set, so that two can be compared whoever wrote them. */

/** One fault: `SV1@21` a segment at its place, `SV1@21-1:1` an element of it; the code as the 997 and older 999s give it. */
export type Fault = { at: string; code: string; segment: string; position: number; element?: string };
export type SetAnswer = { st02: string; result: string; codes: string[]; faults: Fault[] };
export type AckAnswer = { sets: SetAnswer[]; groups: string[]; ta1: string[] };

/** AK and IK segments of a text. A set without its last segment has the result `?`. */
export function readAck(text: string): AckAnswer {
  const answer: AckAnswer = { sets: [], groups: [], ta1: [] };
  let place = { segment: '', position: 0 };
  for (const raw of text.split('~')) {
    const [id = '', ...elements] = raw.trim().split('*');
    const at = (number: number) => elements[number - 1] ?? '';
    const set = answer.sets.at(-1);
    const name = id.replace(/^IK/, 'AK');
    if (name === 'AK2') answer.sets.push({ st02: at(2).trim(), result: '?', codes: [], faults: [] });
    else if (name === 'AK9') answer.groups.push(elements.join('*'));
    else if (name === 'TA1') answer.ta1.push(`${at(4)}*${at(5)}`);
    else if (name === 'AK3' && set !== undefined) {
      place = { segment: at(1), position: Number(at(2)) };
      set.faults.push(segmentFault(place, at(4)));
    } else if (name === 'AK4' && set !== undefined) {
      const where = `${place.segment}@${place.position}-${at(1)}`;
      set.faults.push({ ...place, element: at(1), at: where, code: at(3) === 'I10' ? '10' : at(3) });
    } else if (name === 'AK5' && set !== undefined) {
      set.result = at(1);
      set.codes = elements.slice(1).filter((code) => code !== '' && code !== '5' && code !== 'I5');
    }
  }
  for (const set of answer.sets) set.faults = withoutPlainEights(set.faults);
  return answer;
}

/** What stands where it should not is 1 for some, 2, 6 or I4 for others; a loop missing or too often is told as its segment. */
const SAME: Readonly<Record<string, string>> = { 2: '1', 6: '1', I4: '1', I7: '3', 4: '5' };

/** Where something is missing is told by its loop's start or by the segment that came instead: the place is left out. */
function segmentFault(place: { segment: string; position: number }, code: string): Fault {
  const same = SAME[code] ?? code;
  return { ...place, at: same === '3' ? place.segment : `${place.segment}@${place.position}`, code: same };
}

/** 8 only says that elements follow. */
function withoutPlainEights(faults: readonly Fault[]): Fault[] {
  const inside = new Set(faults.filter(({ element }) => element !== undefined).map(({ position }) => position));
  return faults.filter(({ element, code, position }) => element !== undefined || code !== '8' || !inside.has(position));
}

/** A fault as a line. */
export const faultText = ({ at, code }: Fault): string => `${at} ${code}`;
