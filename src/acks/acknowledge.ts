/**
 * A received file sorted for its acknowledgments: each issue to the set, group or interchange that answers for it; and the
 * TA1. Pure: clock and control numbers are given. The 999 is in write-999.ts.
 */
import { WIRE } from '../guides/index.ts';
import { acknowledgmentCodes, type Issue } from '../issue.ts';
import type { Delimiters } from '../x12/delimiters.ts';
import { type InterchangeFacts, writeEnvelope } from '../x12/emit-interchange.ts';
import {
  type EnvelopeFacts,
  type GroupHeader,
  type InterchangeHeader,
  type SetHeader,
  ta1Elements,
} from '../x12/envelope.ts';
import { createWireReader, type WireItem } from '../x12/reader.ts';
import type { Segment } from '../x12/tokenizer.ts';

export type ReceivedSet = { header: SetHeader; issues: Issue[] };

/** `received` counts the sets; what GE01 claims may differ. */
export type ReceivedGroup = { header: GroupHeader; sets: ReceivedSet[]; included: number; issues: Issue[] };

/** A received interchange as its acknowledgments need it. */
export type ReceivedInterchange = {
  isa: Segment;
  header: InterchangeHeader;
  groups: ReceivedGroup[];
  issues: Issue[];
};

export type Receiver = {
  take(item: WireItem): void;
  /** The interchanges met so far, in file order. */
  readonly interchanges: readonly ReceivedInterchange[];
  /** What stood outside any interchange: nobody can be answered for it. */
  readonly issues: readonly Issue[];
};

/** Sorts the items of a wire reader, as they come. */
export function createReceiver(): Receiver {
  const interchanges: ReceivedInterchange[] = [];
  const outside: Issue[] = [];
  return {
    interchanges,
    issues: outside,
    take(item) {
      const open = interchanges.at(-1);
      const group = open?.groups.at(-1);
      if (item.kind === 'interchange')
        interchanges.push({ isa: item.segment, header: item.header, groups: [], issues: [] });
      else if (item.kind === 'group') open?.groups.push({ header: item.header, sets: [], included: 0, issues: [] });
      else if (item.kind === 'set') group?.sets.push({ header: item.header, issues: [] });
      else if (item.kind === 'group-end' && group !== undefined) group.included = claimedSets(group, item.sets);
      else if (item.kind === 'issue' && open === undefined) outside.push(item.issue);
      else if (item.kind === 'issue' && open !== undefined) addIssue(open, item.issue);
    },
  };
}

/** Reads a whole file. */
export function receiveFile(source: string | Uint8Array): Receiver {
  const receiver = createReceiver();
  const reader = createWireReader({ ...WIRE });
  const bytes = typeof source === 'string' ? Buffer.from(source) : source;
  for (const item of [...reader.push(bytes), ...reader.end()]) receiver.take(item);
  return receiver;
}

/** AK902 repeats GE01 even where it counts wrongly. */
function claimedSets(group: ReceivedGroup, counted: number): number {
  const wrong = group.issues.find(({ code }) => code === 'group-set-count')?.found ?? '';
  return /^\d{1,6}$/.test(wrong) ? Number(wrong) : counted;
}

/** Adds a finding (also one of a partner's own rules) where it is answered for: set, group or interchange. */
export function addIssue(received: ReceivedInterchange, found: Issue): void {
  const { ta1, ak9 } = acknowledgmentCodes(found.code);
  const { gs06, st02 } = found.origin ?? {};
  const group = gs06 === undefined ? undefined : received.groups.findLast(({ header }) => header.gs06 === gs06);
  const set = st02 === undefined ? undefined : group?.sets.findLast(({ header }) => header.st02 === st02);
  const owner = ta1 !== undefined ? received : ak9 !== undefined ? (group ?? received) : (set ?? group ?? received);
  owner.issues.push(found);
}

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

/** Clock and numbers of an answer; its parties are those of what it answers, turned round. */
export type AnswerFacts = { isa13: number; gs06: number; at: Date; delimiters: Delimiters };

/** The envelope of an answer to an interchange. */
export function answerEnvelope({ header, groups }: ReceivedInterchange, facts: AnswerFacts): InterchangeFacts {
  const group = groups[0]?.header;
  return {
    ...facts,
    sender: { ...header.receiver, groupId: group?.receiver || header.receiver.id },
    receiver: { ...header.sender, groupId: group?.sender || header.sender.id },
    usage: header.usage === 'P' ? 'P' : 'T',
    acknowledgmentRequested: false,
  };
}

/** The interchange with the TA1 that answers an interchange; with another result than its own, a partner's rule speaks. */
export function writeTa1(
  received: ReceivedInterchange,
  envelope: EnvelopeFacts,
  { result, note }: InterchangeResult = interchangeResult(received),
): string {
  return writeEnvelope(envelope, (writer) => {
    writer.segment(ta1Elements(received.isa, result, note).map((element) => writer.clean(element)));
    return 0;
  });
}
