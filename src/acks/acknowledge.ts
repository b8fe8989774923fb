/** The answer to an X12 file, whole: read in constant memory, judged, and written as TA1, 999 and 997. */
import { WIRE } from '../guides/index.ts';
import type { Snip } from '../issue.ts';
import { createChecker } from '../rules/checker.ts';
import { bytesOf, type Source } from '../source.ts';
import { DEFAULT_DELIMITERS, type Delimiters } from '../x12/delimiters.ts';
import { createIssueList } from '../x12/issue-list.ts';
import { DEFAULT_LIMITS } from '../x12/limits.ts';
import type { Places } from '../x12/places.ts';
import { createWireReader, type WireItem } from '../x12/reader.ts';
import { createReceiver, type Receiver, type ReceiverOptions } from './received.ts';
import { type AnswerPolicy, writeAnswer } from './write-answer.ts';

export type ReceiveOptions = ReceiverOptions & {
  /** How far to check, as a SNIP type: 2 unless given. What is found above 2 refuses a set too. */
  snip?: Snip | undefined;
};

export type AcknowledgeOptions = ReceiveOptions &
  AnswerPolicy & {
    /** First ISA13 and first GS06 of the answers, 1 unless given; further ones count on. */
    isa13?: number | undefined;
    gs06?: number | undefined;
    /** Clock of the answers: now, unless given. */
    at?: Date | undefined;
    delimiters?: Delimiters | undefined;
  };

/**
 * The TA1, 999 and 997 that answer an X12 file, as X12: one interchange for each that was received. Empty when there is
 * nothing to answer: no interchange, or acknowledgments only. Never throws for what the data holds.
 * @example
 * const answer = await acknowledge(createReadStream(file), { isa13: 501, gs06: 77 });
 */
export async function acknowledge(source: Source, options: AcknowledgeOptions = {}): Promise<string> {
  return answersTo(await receive(source, options), options);
}

/** A file sorted for its acknowledgments. */
export async function receive(source: Source, { snip = 2, ...options }: ReceiveOptions = {}): Promise<Receiver> {
  const places: Places = new WeakMap();
  // Sets are bounded one by one, the file as a whole: a set after very many faults says only that it has some.
  const issues = createIssueList(DEFAULT_LIMITS.issues);
  const wire = createWireReader({ ...WIRE, places, issues });
  const check = createChecker({ upTo: snip, places });
  const receiver = createReceiver(options);
  const take = (item: WireItem) => {
    const found = check(item).filter(issues.admits);
    // What a rule finds in a record is known before the record is over, what it finds in a header after the header.
    const isHeader = item.kind === 'interchange' || item.kind === 'group' || item.kind === 'set';
    if (isHeader) receiver.take(item);
    found.forEach(receiver.add);
    if (!isHeader && (item.kind !== 'issue' || item.issue.snip <= snip)) receiver.take(item);
  };
  for await (const piece of bytesOf(source)) wire.push(piece).forEach(take);
  wire.end().forEach(take);
  return receiver;
}

/** The answers to what was received, one interchange after the other. */
export function answersTo({ interchanges }: Receiver, options: AcknowledgeOptions = {}): string {
  const { at = new Date(), delimiters = DEFAULT_DELIMITERS } = options;
  let { isa13 = 1, gs06 = 1 } = options;
  let text = '';
  for (const received of interchanges) {
    const answer = writeAnswer(received, { isa13, gs06, at, delimiters }, options);
    text += answer.text;
    if (answer.text !== '') isa13 = following(isa13, 1);
    gs06 = following(gs06, answer.groups);
  }
  return text;
}

/** ISA13 and GS06 have nine digits; after the highest number comes 1. */
function following(number: number, count: number): number {
  return ((number + count - 1) % 999_999_999) + 1;
}
