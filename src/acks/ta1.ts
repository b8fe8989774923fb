/** The TA1: what becomes of a received interchange as a whole, by its envelope alone. */
import { writeEnvelope } from '../x12/emit-interchange.ts';
import { type EnvelopeFacts, ta1Elements } from '../x12/envelope.ts';
import type { SegmentWriter } from '../x12/writer.ts';
import { ackCodes } from './ack-codes.ts';
import type { ReceivedInterchange } from './received.ts';

/** TA104 and TA105. */
export type InterchangeResult = { result: 'A' | 'E' | 'R'; note: string };

/** Notes that do not keep an interchange from being processed: all of ISA but who sends what to whom, under which number. */
const NOTED: ReadonlySet<string> = new Set([
  '005',
  '007',
  '010',
  '011',
  '012',
  '013',
  '014',
  '015',
  '016',
  '017',
  '019',
]);

/** Of other versions of the envelope nobody knows here whether their sets are read rightly. */
const KNOWN_VERSION = /^00[45]\d\d$/;

/** What becomes of an interchange: A with note 000, E noted but processed, R refused whole. */
export function interchangeResult({ header, issues }: ReceivedInterchange): InterchangeResult {
  if (!KNOWN_VERSION.test(header.version)) return { result: 'R', note: '017' };
  const errors = issues.filter(({ severity }) => severity === 'error');
  const notes = errors.flatMap((found) => ackCodes(found).ta1 ?? []);
  const fatal = notes.find((note) => !NOTED.has(note));
  if (fatal !== undefined) return { result: 'R', note: fatal };
  const [note] = notes;
  return note === undefined ? { result: 'A', note: '000' } : { result: 'E', note };
}

/** The interchange with the TA1 that answers an interchange; with another result than its own, a partner's rule speaks. */
export function writeTa1(
  received: ReceivedInterchange,
  envelope: EnvelopeFacts,
  result: InterchangeResult = interchangeResult(received),
): string {
  return writeEnvelope(envelope, (writer) => {
    addTa1(writer, received, result);
    return 0;
  });
}

/** Writes the TA1 into an open interchange, before its groups. */
export function addTa1(writer: SegmentWriter, { isa }: ReceivedInterchange, { result, note }: InterchangeResult): void {
  writer.segment(ta1Elements(isa, result, note).map((element) => writer.clean(element)));
}
