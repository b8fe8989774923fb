/** The elements of a segment of the envelope against its declaration. */
import type { Issue } from '../issue.ts';
import { maskValue } from './codec.ts';
import type { SegmentUse } from './grammar.ts';
import { decodeSegment } from './segment-values.ts';
import type { Segment } from './tokenizer.ts';

export type EnvelopeFault = Pick<Issue, 'code' | 'message'> & {
  element: string;
  found?: string;
  expected: string;
};

/** What is wrong with the elements of a segment of the envelope; ids and what authorizes are masked. */
export function elementFaults(use: SegmentUse, segment: Segment): EnvelopeFault[] {
  // ISA11 is the repetition separator itself; behind a last segment without its terminator stands the end of a line.
  const delimiters = { ...segment.delimiters, repetition: '' };
  const elements = segment.elements.map((text) => text.replace(/[\r\n]+$/, ''));
  const faults: EnvelopeFault[] = [];
  decodeSegment(use, elements, delimiters, ({ code, element, text, expected }) => {
    const isText = element.field.kind === 'scalar' && element.field.type === 'AN';
    faults.push({
      code,
      message: `${use.label}: ${element.field.label}`,
      element: element.ref,
      ...(text === '' ? {} : { found: isText ? maskValue(text) : text.slice(0, 40) }),
      expected,
    });
  });
  return faults;
}
