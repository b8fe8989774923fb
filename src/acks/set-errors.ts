/** The faults of a refused set as a biller needs them: which claim, which field, in a sentence, and what to do. */
import type { AckErrorRecord } from '../../schemas/records.ts';
import type { FoundPlace, NamedPlace } from '../claims/sent-places.ts';
import { clean } from '../clean.ts';
import { labelOf } from '../codes/labels/label-of.ts';

/** A fault told by a 999 or 997 with the field of the claim that it is about. */
export type SetError = Omit<AckErrorRecord, 'businessUnit'> & {
  /** JSON pointer in the claim object; absent where nothing of a claim stands at the place. */
  path?: string | undefined;
  message: string;
  next: string;
};

/** The place that a fault names; undefined where it names none. */
export function namedPlace(error: AckErrorRecord): NamedPlace | undefined {
  const { position, segmentId, loop, segmentCode = '' } = error;
  if (position === undefined) return undefined;
  return { position, segmentId, loop, element: designator(error), missing: MISSING.has(segmentCode) };
}

/** IK304: a segment, or a loop by its first one, that is not there. */
const MISSING: ReadonlySet<string> = new Set(['3', 'I6', 'I7', 'I8']);

/** `CLM05-03`. */
function designator({ segmentId, element, component }: AckErrorRecord): string | undefined {
  if (segmentId === undefined || element === undefined) return undefined;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${segmentId}${two(element)}${component === undefined ? '' : `-${two(component)}`}`;
}

/** The fault in words: what is wrong with what, and what to do about it. Names elements and codes, nothing that stands in them. */
export function setError(error: AckErrorRecord, found: FoundPlace | undefined): SetError {
  // The business unit names a patient's claim, or the patient: whoever is told of the fault has the claim at hand.
  const { businessUnit: _businessUnit, ...facts } = error;
  const { segmentId = 'segment', segmentCode, elementCode } = error;
  const fault = elementCode === undefined ? labelOf(segmentCode ?? '', '620') : labelOf(elementCode, '621');
  const place = designator(error) ?? segmentId;
  const subject = found?.label === undefined ? place : `${found.label} (${place})`;
  const path = found === undefined || found.path === '' ? undefined : found.path;
  return clean({
    ...facts,
    path,
    message: `${subject}: ${fault?.toLowerCase() ?? `code ${elementCode ?? segmentCode ?? 'unknown'}`}`,
    next: nextOf(error),
  });
}

const ENVELOPES = {
  interchange: { label: 'Interchange', codes: 'I18' },
  group: { label: 'Functional group', codes: '716' },
  set: { label: 'Transaction set', codes: '618' },
} as const;

/** Codes that only say that the faults are told elsewhere, or that there is none. */
const NOTHING_MORE: ReadonlySet<string> = new Set(['000', '5', 'I5']);

/** Why an interchange (TA105), a group (AK905) or a set (IK502) was refused as such, in words; nothing of a claim is at fault. */
export function envelopeErrors(what: keyof typeof ENVELOPES, codes: readonly string[]): SetError[] {
  const { label, codes: list } = ENVELOPES[what];
  const telling = what === 'group' ? codes : codes.filter((code) => !NOTHING_MORE.has(code));
  return telling.map((code) => ({
    message: `${label}: ${labelOf(code, list)?.toLowerCase() ?? `code ${code}`}`,
    next: 'The claims are not at fault: have the envelope looked into, then submit them again.',
  }));
}

/** What to do, by IK403 of elements and IK304 of segments. */
function nextOf({ segmentCode = '', elementCode }: AckErrorRecord): string {
  return (elementCode === undefined ? SEGMENT_STEPS[segmentCode] : ELEMENT_STEPS[elementCode]) ?? ASK;
}

const ASK = 'Ask the partner what it expects there.';

const ELEMENT_STEPS: Readonly<Record<string, string>> = {
  '1': 'Fill it.',
  '2': 'Fill it, or leave out what asks for it.',
  '3': 'Tell the maintainers: the file was written wrongly.',
  '4': 'Give the whole value.',
  '5': 'Shorten it.',
  '6': 'Leave the characters out, or let the profile replace them (`text.transliterate`).',
  '7': 'Use a code of the list.',
  '8': 'Correct the date.',
  '9': 'Correct the time.',
  '10': 'Leave it out, or what excludes it.',
  '12': 'Leave out the surplus.',
  '13': 'Leave out the surplus.',
  I6: 'Use a code that the guide allows here.',
  I9: 'Fill it: what else the claim says asks for it.',
  I10: 'Leave it out.',
  I11: 'Give more of them.',
  I12: 'Write it in the form that is asked for.',
  I13: 'Leave it out: what else the claim says forbids it.',
};

const SEGMENT_STEPS: Readonly<Record<string, string>> = {
  '1': 'Leave it out: the partner does not know it.',
  '2': 'Leave it out, or correct the qualifier that brings it there.',
  '3': 'Add it.',
  '4': 'Leave out the surplus, or split the claim.',
  '5': 'Leave out the surplus.',
  '6': 'Leave it out: the partner does not know it.',
  '7': 'Tell the maintainers: the file was written wrongly.',
  I4: 'Leave it out.',
  I6: 'Add it: what else the claim says asks for it.',
  I7: 'Add it.',
  I8: 'Add it.',
  I9: 'Leave it out: what else the claim says forbids it.',
};
