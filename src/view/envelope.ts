/** The segments of the envelope in words: ISA, GS, ST and their trailers, TA1. */
import { ENVELOPE } from '../guides/envelope.ts';
import type { Guide } from '../x12/grammar.ts';
import type { Segment } from '../x12/tokenizer.ts';
import { spellSegment } from './spell.ts';
import type { Part } from './view-line.ts';

/** The words for a segment of the envelope, or undefined when it is none. `guide` is what the set that an ST opens is read by. */
export function spellEnvelope(
  segment: Segment,
  guide: Guide | undefined,
): { label: string; parts: Part[] } | undefined {
  const id = segment.elements[0] ?? '';
  const use = ENVELOPE.get(id);
  if (use === undefined) return undefined;
  // ISA11 and ISA16 are the separators themselves. The envelope names senders and receivers, not patients.
  const delimiters = { ...segment.delimiters, repetition: '', component: '' };
  const parts = spellSegment(use, { ...segment, delimiters }, { mask: false });
  if (id !== 'ST' || guide === undefined) return { label: use.label, parts };
  const readBy = segment.elements[3] === guide.id ? [] : [{ name: 'read by', value: guide.id }];
  return { label: guide.label, parts: [...parts, ...readBy] };
}
