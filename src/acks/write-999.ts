/** The 999s that answer an interchange: which sets were taken, and what is wrong with the others, segment by segment. */
import { guide999 } from '../guides/999.ts';
import type { Loop2000, Loop2100, Loop2110, Set999 } from '../guides/values/999.ts';
import { acknowledgmentCodes, type Issue } from '../issue.ts';
import { emitInterchange, type InterchangeFacts, type WrittenInterchange } from '../x12/emit-interchange.ts';
import { interchangeResult, type ReceivedGroup, type ReceivedInterchange, type ReceivedSet } from './acknowledge.ts';

/**
 * The interchange with one 999 for each functional group. Undefined when there is nothing to answer: the TA1 refused the
 * interchange, or it holds acknowledgments only, which are never acknowledged.
 */
export function write999(received: ReceivedInterchange, envelope: InterchangeFacts): WrittenInterchange | undefined {
  const groups = received.groups.filter(({ header }) => header.gs01 !== 'FA');
  if (groups.length === 0 || interchangeResult(received).result === 'R') return undefined;
  return emitInterchange(guide999, groups.map(answerGroup), envelope);
}

/** Whether a received set is refused (IK501 R). */
export function isRefused(set: ReceivedSet): boolean {
  return set.issues.some(refuses);
}

/** Whether a group is refused whole (AK901 R), whatever its sets are like. */
export function isGroupRefused(group: ReceivedGroup): boolean {
  return group.issues.some(({ code }) => acknowledgmentCodes(code).ak9 !== undefined && code !== 'group-set-count');
}

/** A set of no known guide could be read by nobody: only a warning for a reader, it cannot be accepted. */
function refuses({ severity, code }: Issue): boolean {
  return severity === 'error' || code === 'set-unknown';
}

function answerGroup(group: ReceivedGroup): Set999 {
  const refused = isGroupRefused(group);
  // Of a refused group the sets are not spoken of one by one.
  const sets = refused ? [] : group.sets.map(answerSet);
  const results = sets.map(({ result }) => result.result);
  const accepted = results.filter((one) => one !== 'R').length;
  return {
    group: {
      functionalId: group.header.gs01 as Set999['group']['functionalId'],
      control: group.header.gs06,
      version: group.header.gs08,
    },
    sets,
    result: {
      result: refused ? 'R' : groupResult(results, group.issues.length > 0),
      included: group.included,
      received: group.sets.length,
      accepted,
      errors: codesOf(group.issues, 'ak9').slice(0, MAX_CODES),
    },
  };
}

/** IK5 and AK9 have room for so many codes. */
const MAX_CODES = 5;

function groupResult(results: readonly string[], noted: boolean): 'A' | 'E' | 'P' | 'R' {
  const refused = results.filter((one) => one === 'R').length;
  if (refused > 0) return refused === results.length ? 'R' : 'P';
  return noted || results.includes('E') ? 'E' : 'A';
}

function codesOf(issues: readonly Issue[], kind: 'ak9' | 'ik5'): string[] {
  return [...new Set(issues.flatMap(({ code }) => acknowledgmentCodes(code)[kind] ?? []))];
}

function answerSet(set: ReceivedSet): Loop2000 {
  const segments = segmentNotes(set.issues);
  const errors = [...segmentCodes(segments), ...codesOf(set.issues, 'ik5')].slice(0, MAX_CODES);
  const { st01, st02, st03 } = set.header;
  return {
    set: { set: st01 as Loop2000['set']['set'], control: st02, guide: st03 },
    segments,
    result: { result: isRefused(set) ? 'R' : errors.length > 0 ? 'E' : 'A', errors },
  };
}

/** IK502: 5 for segments in error, I5 where only the implementation guide is offended. */
function segmentCodes(segments: readonly Loop2100[]): string[] {
  const codes = segments.flatMap(({ segment, elements }) =>
    elements === undefined ? [segment.error] : elements.map(({ element }) => element.error),
  );
  return [...new Set(codes.map((code) => (code.startsWith('I') ? 'I5' : '5')))].sort();
}

/** IK3 by segment, each with the IK4 of its elements, in the order of the set. */
function segmentNotes(issues: readonly Issue[]): Loop2100[] {
  const notes = new Map<string, Loop2100>();
  for (const found of issues) {
    const { ik3, ik4 } = acknowledgmentCodes(found.code);
    if (ik3 === undefined && ik4 === undefined) continue;
    // IK304 8: the segment has element errors.
    const error = ik3 ?? '8';
    const position = found.origin?.segment ?? 1;
    const segment = segmentId(found);
    const key = `${position}|${segment}|${error}`;
    const note = notes.get(key) ?? { segment: { segment, position, loop: loopId(found), error } };
    if (ik4 !== undefined) note.elements = [...(note.elements ?? []), elementNote(found, ik4)];
    notes.set(key, note);
  }
  return [...notes.values()].sort((left, right) => left.segment.position - right.segment.position);
}

/** IK301. What is no segment id at all may be anything, also a patient's name: it is not repeated. */
function segmentId({ segmentId }: Issue): string {
  return /^[A-Z][A-Z0-9]{1,2}$/.test(segmentId ?? '') ? (segmentId ?? '') : 'ZZZ';
}

/** IK303 has room for four characters: 2010AA is sent as 2010. */
function loopId({ loop }: Issue): string | undefined {
  return loop === undefined || loop === 'ST' ? undefined : loop.slice(0, 4);
}

/** Ends a reference designator: `SV101-02` is element 1, component 2 of SV1. */
const DESIGNATOR = /^[A-Z][A-Z0-9]{1,2}(\d\d)(?:-(\d\d))?$/;

function elementNote(found: Issue, error: string): Loop2110 {
  const [, element, component] = DESIGNATOR.exec(found.element ?? '') ?? [];
  return {
    element: {
      position: {
        element: element === undefined ? 1 : Number(element),
        component: component === undefined ? undefined : Number(component),
      },
      error,
      copy: copyOf(found),
    },
  };
}

/** IK404 only for short codes outside a list: every other value may be a patient's. */
function copyOf({ code, found }: Issue): string | undefined {
  return code === 'element-code' && /^[A-Z0-9]{1,3}$/.test(found ?? '') ? found : undefined;
}
