/** Why another validator (pyx12 3.1.0) sees a set otherwise: each difference in a fault by the reason that explains it. */
import { type Fault, faultText, type SetAnswer } from './ack-text.ts';

/** A fault that one of the two has, with what both say of the set and the raw segments of the set (ST first). */
export type Difference = {
  fault: Fault;
  theirs: SetAnswer;
  ours: SetAnswer;
  segments: readonly string[];
  guide: string;
};

type Reason = { why: string; explains: (difference: Difference) => boolean };

const isAt = (pattern: RegExp) => (one: Difference) =>
  pattern.test(`${one.fault.segment}-${one.fault.element} ${one.fault.code}`);
const rawOf = ({ fault, segments }: Difference) => segments[fault.position - 1] ?? '';
const isElementAmong = (answer: SetAnswer, { at, element }: Fault) =>
  element !== undefined && answer.faults.some((one) => one.at === at);
const opensBefore = ({ code, segment, position }: Fault, fault: Fault) =>
  code === '1' &&
  /^(NM1|N1|SBR|CLM|CLP|LX|SVC|HL)$/.test(segment) &&
  position < fault.position &&
  position > fault.position - 12;
const near = (answer: SetAnswer, { position }: Fault) => answer.faults.filter((one) => one.position === position);

/** Faults that only the other has. */
export const THEIRS: readonly Reason[] = [
  { why: 'R51: nine digits of N403, a rule of SNIP 4', explains: isAt(/^N4-3 7$/) },
  { why: 'R53: states and countries are external lists, SNIP 5', explains: isAt(/^N4-[24] 7$/) },
  { why: 'places of service are an external list, SNIP 5', explains: isAt(/^CLM-5:1 7$/) },
  { why: 'statuses of claims are an external list, SNIP 5', explains: isAt(/^STC-1?[01]:[123] 7$/) },
  {
    why: 'an element at fault for both, for another reason or for one more',
    explains: ({ fault, ours }) => isElementAmong(ours, fault),
  },
  { why: 'PWK02 AB and AD, which the guide has in loop 2400, are not in its list', explains: isAt(/^PWK-2 7$/) },
  {
    why: 'R14: separators behind the last element, which a reader may pass over',
    explains: (one) => one.fault.element === undefined && one.fault.code === '8' && /[*:]$/.test(rawOf(one)),
  },
  {
    why: 'a blank before the id of a segment makes it none there',
    explains: ({ fault, segments }) =>
      fault.element === undefined &&
      /^[135]$/.test(fault.code) &&
      segments.some((raw) => /^\s*[^\S\r\n]\s*\S/.test(raw)),
  },
  {
    why: 'a year before 1800 is no date there',
    explains: (one) =>
      one.fault.code === '8' && one.fault.segment === 'DTP' && /\*1[0-7]\d{6}$/.test(rawOf(one).trim()),
  },
  {
    why: 'levels 2000C and loop 2200C, which the 277CA may leave out, are asked for',
    explains: ({ fault, guide }) =>
      guide === '005010X214' && fault.code === '3' && /^(HL|TRN|STC)$/.test(fault.segment),
  },
  {
    why: 'of a segment that repeats too often each surplus is told there, the first here',
    explains: ({ fault, ours }) =>
      fault.code === '5' && ours.faults.some(({ segment, code }) => segment === fault.segment && code === '5'),
  },
  {
    why: 'a segment known by a code that is none is read and its elements told here, unknown there; what it should have been is then missing',
    explains: ({ fault, ours }) =>
      (fault.code === '1' && near(ours, fault).length > 0) ||
      (fault.code === '3' &&
        ours.faults.some(({ segment, element }) => segment === fault.segment && element !== undefined)),
  },
  {
    why: 'a segment that is unknown there is missing there afterwards',
    explains: ({ fault, theirs }) =>
      fault.code === '3' && theirs.faults.some(({ segment, code }) => segment === fault.segment && code === '1'),
  },
  {
    why: 'what follows the first segment of a loop that is unknown there is unknown as well',
    explains: ({ fault, theirs }) => fault.code === '1' && theirs.faults.some((one) => opensBefore(one, fault)),
  },
];

/** Faults that only we have. */
export const OURS: readonly Reason[] = [
  { why: 'HL01 and HL02 are not counted there', explains: isAt(/^HL-[12] I12$/) },
  {
    why: 'an element at fault for both, for another reason or for one more',
    explains: ({ fault, theirs }) => isElementAmong(theirs, fault),
  },
  {
    why: 'a rule of SNIP 2 that the other has not: R12, R32, R187 and their like',
    explains: ({ fault }) => /^I(9|12)$/.test(fault.code) && fault.segment !== 'HL',
  },
  {
    why: 'the other broke off in this set',
    explains: ({ theirs }) => theirs.result === '?' || theirs.codes.includes('2'),
  },
  {
    why: 'the same segment is told of otherwise there: unknown, out of place, or by its elements',
    explains: ({ fault, theirs }) =>
      near(theirs, fault).some(({ code, element }) => element === undefined && /^[135]$/.test(code)) ||
      (fault.element === undefined && near(theirs, fault).length > 0),
  },
  {
    why: 'a loop that a misplaced segment left without its first segment',
    explains: ({ fault, theirs }) => fault.code === '3' && theirs.faults.some(({ code }) => /^[13]$/.test(code)),
  },
];

/** The differences that no reason explains, as lines. */
export function unexplained(
  side: 'theirs' | 'ours',
  reasons: readonly Reason[],
  differences: readonly Difference[],
  used: Set<string>,
): string[] {
  return differences.flatMap((difference) => {
    const reason = reasons.find(({ explains }) => explains(difference));
    if (reason === undefined) return [`${side}: ${faultText(difference.fault)}`];
    used.add(reason.why);
    return [];
  });
}
