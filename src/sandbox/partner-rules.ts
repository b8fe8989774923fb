/** What the clearinghouse's front door refuses beyond the guide: found in the raw segments, answered by the 999. */
import { type Issue, issue } from '../issue.ts';
import type { Segment } from '../x12/tokenizer.ts';
import { createTokenizer } from '../x12/tokenizer.ts';
import { REFUSED_PROCEDURE } from './rules.ts';

/** One issue for each professional service line (SV1) with the refused procedure, at its place in its set. */
export function partnerIssues(bytes: Uint8Array): Issue[] {
  const tokenizer = createTokenizer();
  const found: Issue[] = [];
  const at = { isa13: '', gs06: '', st02: '', segment: 0 };
  for (const segment of [...tokenizer.push(bytes), ...tokenizer.end()]) {
    if (!('elements' in segment)) continue;
    const [id, , second = ''] = segment.elements;
    at.segment++;
    if (id === 'ISA') at.isa13 = segment.elements[13] ?? '';
    else if (id === 'GS') at.gs06 = (segment.elements[6] ?? '').trim();
    else if (id === 'ST') Object.assign(at, { st02: second.trim(), segment: 1 });
    else if (id === 'SV1' && procedureCode(segment) === REFUSED_PROCEDURE)
      found.push(refusal({ ...at, offset: segment.offset }));
  }
  return found;
}

function procedureCode({ elements, delimiters }: Segment): string | undefined {
  return elements[1]?.split(delimiters.component)[1];
}

function refusal(origin: NonNullable<Issue['origin']>): Issue {
  return issue('element-code', {
    message: 'a procedure that this receiver does not take',
    segmentId: 'SV1',
    element: 'SV101-02',
    loop: '2400',
    origin,
  });
}
