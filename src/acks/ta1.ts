/** The TA1: what becomes of a received interchange as a whole, by its envelope alone. */
import { acknowledgmentCodes } from '../issue.ts';
import { writeEnvelope } from '../x12/emit-interchange.ts';
import { type EnvelopeFacts, ta1Elements } from '../x12/envelope.ts';
import type { SegmentWriter } from '../x12/writer.ts';
import type { ReceivedInterchange } from './received.ts';

/** TA104 and TA105. */
export type InterchangeResult = { result: 'A' | 'E' | 'R'; note: string };

/** Notes that do not keep an interchange from being processed. */
const NOTED: ReadonlySet<string> = new Set(['014', '015', '019']);

/** What becomes of an interchange: A with note 000, E noted but processed, R refused whole. */
export function interchangeResult(received: ReceivedInterchange): InterchangeResult {
  const notes = [
    ...received.issues
      .filter(({ severity }) => severity === 'error')
      .flatMap(({ code }) => acknowledgmentCodes(code).ta1 ?? []),
    ...headerNotes(received),
  ];
  const fatal = notes.find((note) => !NOTED.has(note));
  if (fatal !== undefined) return { result: 'R', note: fatal };
  const [note] = notes;
  return note === undefined ? { result: 'A', note: '000' } : { result: 'E', note };
}

/** What is wrong with the ISA itself. */
function headerNotes({ isa, header }: ReceivedInterchange): string[] {
  const faults: [boolean, string][] = [
    [!/^00[45]\d\d$/.test(header.version), '017'],
    [!/^\d{9}$/.test(header.isa13), '018'],
    [!/^[TPI]$/.test(header.usage), '020'],
    [header.date === undefined, '014'],
    [header.time === undefined, '015'],
    [!/^[01]$/.test((isa.elements[14] ?? '').trim()), '019'],
  ];
  return faults.filter(([wrong]) => wrong).map(([, note]) => note);
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
