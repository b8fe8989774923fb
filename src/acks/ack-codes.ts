/** What a finding is acknowledged with: by its code, by the element of the envelope that it names, or by the kind of rule that found it. */
import { acknowledgmentCodes, type Issue } from '../issue.ts';

/** TA105, AK905, IK502, IK304 and IK403, in the terms of TA1 and 999. */
export type AckCodes = ReturnType<typeof acknowledgmentCodes>;

/** Faults of these elements have codes of their own, whatever is wrong with them. */
const ENVELOPE_CODES: Readonly<Record<string, AckCodes>> = {
  ISA01: { ta1: '010' },
  ISA02: { ta1: '011' },
  ISA03: { ta1: '012' },
  ISA04: { ta1: '013' },
  ISA05: { ta1: '005' },
  ISA06: { ta1: '006' },
  ISA07: { ta1: '007' },
  ISA08: { ta1: '008' },
  ISA09: { ta1: '014' },
  ISA10: { ta1: '015' },
  ISA11: { ta1: '016' },
  ISA12: { ta1: '017' },
  ISA13: { ta1: '018' },
  ISA14: { ta1: '019' },
  ISA15: { ta1: '020' },
  ISA16: { ta1: '027' },
  IEA01: { ta1: '021' },
  IEA02: { ta1: '018' },
  GS06: { ak9: '6' },
  GE01: { ak9: '5' },
  GE02: { ak9: '6' },
  ST01: { ik5: '6' },
  ST02: { ik5: '7' },
  ST03: { ik5: '19' },
  SE01: { ik5: '4' },
  SE02: { ik5: '7' },
};

/** IK304 8: what is wrong with the segment is told of its elements. */
export const ELEMENT_ERRORS = '8';

/** The codes of a finding; none where it is not told to the sender. */
export function ackCodes(found: Issue): AckCodes {
  const codes = acknowledgmentCodes(found.code);
  const { ta1, ak9, ik5 } = codes;
  if (ta1 !== undefined || ak9 !== undefined || ik5 !== undefined) return codes;
  const own = ENVELOPE_CODES[found.element ?? ''];
  if (own !== undefined) return own;
  return found.rule === undefined || Object.keys(codes).length > 0 ? codes : ruleCodes(found);
}

/** What a rule finds: an element that is missing (I9), a code that is none (7), else a value that does not fit the rest (I12). */
function ruleCodes({ element, absent, snip }: Issue): AckCodes {
  if (element === undefined) return { ik3: ELEMENT_ERRORS };
  return { ik4: absent === true ? 'I9' : snip === 5 ? '7' : 'I12' };
}
