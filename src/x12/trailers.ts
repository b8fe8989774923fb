/** Control numbers and the trailers SE, GE and IEA, which repeat their header's number and count what stands between. */
import type { IssueCode } from '../issue.ts';
import type { Segment } from './tokenizer.ts';

const TRAILERS = {
  SE: { count: 'set-segment-count', counted: 'segments', number: 'set-control-number', header: 'ST02' },
  GE: { count: 'group-set-count', counted: 'transaction sets', number: 'group-control-number', header: 'GS06' },
  IEA: {
    count: 'interchange-group-count',
    counted: 'groups',
    number: 'interchange-control-number',
    header: 'ISA13',
  },
} as const satisfies Record<string, { count: IssueCode; counted: string; number: IssueCode; header: string }>;

export type TrailerFault = { code: IssueCode; message: string; element: string; found: string; expected: string };

/** What a trailer says that was not so: its count (element 01), its control number (element 02). */
export function trailerFaults(
  id: keyof typeof TRAILERS,
  { elements }: Segment,
  counted: number,
  number: string,
): TrailerFault[] {
  const trailer = TRAILERS[id];
  const [, count = '', control = ''] = elements.map((text) => text.trim());
  const faults: TrailerFault[] = [];
  if (count === '' || Number(count) !== counted) {
    const message = `${id}01 does not count the ${trailer.counted}`;
    faults.push({ code: trailer.count, message, element: `${id}01`, found: count, expected: String(counted) });
  }
  if (control !== number) {
    const message = `${id}02 differs from ${trailer.header}`;
    faults.push({ code: trailer.number, message, element: `${id}02`, found: control, expected: number });
  }
  return faults;
}

/** GE01 counts up to so many sets, and no control number is longer: what is beyond is not kept to compare with. */
const MOST_NUMBERS = 999_999;
const LONGEST_NUMBER = 9;

/** Whether a control number was met before among `numbers`; notes it there. */
export function wasMet(numbers: Set<string>, number: string): boolean {
  if (numbers.has(number)) return true;
  if (number.length <= LONGEST_NUMBER && numbers.size < MOST_NUMBERS) numbers.add(number);
  return false;
}
