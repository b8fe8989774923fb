/** What becomes of received sets and groups: taken, taken with errors noted, refused. The 999 and the 997 say the same of them. */
import { GUIDES } from '../guides/index.ts';
import type { Issue } from '../issue.ts';
import type { GroupHeader, SetHeader } from '../x12/envelope.ts';
import { ackCodes } from './ack-codes.ts';
import { type SegmentNote, segmentNotes } from './notes.ts';
import type { ReceivedGroup, ReceivedInterchange, ReceivedSet } from './received.ts';

/** What a receiver decides for itself. */
export type AckPolicy = {
  /** A set of no known guide cannot be checked: it is refused unless `accept`, when its envelope alone decides. */
  unknownSets?: 'refuse' | 'accept' | undefined;
  /** Tell of warnings too: a set with nothing worse is then taken with errors noted (E) instead of simply taken (A). */
  warnings?: boolean | undefined;
};

/** IK5 of a set with what stands before it. */
export type SetVerdict = { header: SetHeader; result: 'A' | 'E' | 'R'; codes: string[]; notes: SegmentNote[] };

/** AK9 of a group with its sets. */
export type GroupVerdict = {
  header: GroupHeader;
  result: 'A' | 'E' | 'P' | 'R';
  included: number;
  received: number;
  accepted: number;
  codes: string[];
  sets: SetVerdict[];
};

/** IK5 and AK9 have room for so many codes. */
const MAX_CODES = 5;

/** AK905 5: GE01 counts the sets wrongly. */
const WRONG_COUNT = '5';

/** Groups that are answered: an acknowledgment never is. */
export function answeredGroups({ groups }: ReceivedInterchange): ReceivedGroup[] {
  return groups.filter(({ header }) => header.gs01 !== 'FA');
}

/** Whether a received set is refused (IK501 R). */
export function isRefused(set: ReceivedSet, policy: AckPolicy = {}): boolean {
  return set.issues.some((found) => refuses(found, policy));
}

/** A set of no known guide could be read by nobody: only a warning for a reader. */
function refuses({ severity, code }: Issue, { unknownSets }: AckPolicy): boolean {
  return code === 'set-unknown' ? unknownSets !== 'accept' : severity === 'error';
}

/** Whether a group is refused whole (AK901 R), whatever its sets are like. A wrong count of its sets is only noted. */
export function isGroupRefused(group: ReceivedGroup): boolean {
  return group.issues.some((found) => (ackCodes(found).ak9 ?? WRONG_COUNT) !== WRONG_COUNT);
}

/** What becomes of a group. Of one that is refused whole, only the sets that are at fault themselves are spoken of. */
export function groupVerdict(group: ReceivedGroup, policy: AckPolicy = {}): GroupVerdict {
  const refused = isGroupRefused(group);
  const sets = group.sets.map((set) => setVerdict(set, policy));
  const codes = tableCodes(group.issues, 'ak9').sort(inCodeOrder).slice(0, MAX_CODES);
  const accepted = refused ? 0 : sets.filter(({ result }) => result !== 'R').length;
  return {
    header: group.header,
    result: refused ? 'R' : groupResult(sets, codes.length > 0),
    included: group.included,
    received: group.sets.length,
    accepted,
    codes,
    sets: refused ? sets.filter(({ result }) => result === 'R') : sets,
  };
}

function groupResult(sets: readonly SetVerdict[], noted: boolean): GroupVerdict['result'] {
  const refused = sets.filter(({ result }) => result === 'R').length;
  if (refused > 0) return refused === sets.length ? 'R' : 'P';
  return noted || sets.some(({ result }) => result === 'E') ? 'E' : 'A';
}

function setVerdict(set: ReceivedSet, policy: AckPolicy): SetVerdict {
  const told = set.issues.filter((found) => policy.warnings === true || refuses(found, policy));
  const notes = segmentNotes(set, told);
  const codes = [...new Set([...segmentCodes(notes), ...setCodes(set, told)])].sort(inCodeOrder).slice(0, MAX_CODES);
  const result = isRefused(set, policy) ? 'R' : codes.length > 0 ? 'E' : 'A';
  return { header: set.header, result, codes, notes };
}

function tableCodes(issues: readonly Issue[], kind: 'ak9' | 'ik5'): string[] {
  return [...new Set(issues.flatMap((found) => ackCodes(found)[kind] ?? []))];
}

/** IK502 I6 where the set is known and only its guide is not. */
function setCodes({ header }: ReceivedSet, told: readonly Issue[]): string[] {
  const isKnown = GUIDES.some(({ set }) => set === header.st01);
  return tableCodes(told, 'ik5').map((code) => (code === '1' && isKnown ? 'I6' : code));
}

/** IK502: 5 for segments in error, I5 where only the implementation guide is offended. */
function segmentCodes(notes: readonly SegmentNote[]): string[] {
  return notes
    .flatMap(({ error, elements }) => (elements.length === 0 ? [error] : elements.map((element) => element.error)))
    .map((code) => (code.startsWith('I') ? 'I5' : '5'));
}

/** Numbers by their size, then the codes of the implementation guide. */
function inCodeOrder(left: string, right: string): number {
  const rank = (code: string) => (code.startsWith('I') ? 100 + Number(code.slice(1)) : Number(code));
  return rank(left) - rank(right);
}
