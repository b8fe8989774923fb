/** One interchange with one functional group, from the values of its sets: how answers are written. */
import type { Issue } from '../issue.ts';
import { emitSet } from './emitter.ts';
import { type EnvelopeFacts, formatIsa13, formatSt02, gsElements, isaElements } from './envelope.ts';
import type { Guide } from './grammar.ts';
import { createSegmentWriter, type SegmentWriter } from './writer.ts';

/** What an interchange with one group is written with. */
export type InterchangeFacts = EnvelopeFacts & {
  gs06: number;
  /** The version to write, where it is not the guide's id: an alias of it. */
  gs08?: string;
};

/** The text, and what a receiver would refuse in it: text with issues of severity error must not be sent. */
export type WrittenInterchange = { text: string; issues: Issue[] };

/** Writes the sets of one guide as an interchange; ST02 counts from 1. */
export function emitInterchange<V extends object>(
  guide: Guide<V>,
  sets: readonly V[],
  facts: InterchangeFacts,
): WrittenInterchange {
  const issues: Issue[] = [];
  const text = writeEnvelope(facts, (writer, clean) => {
    issues.push(...emitGroup(guide, sets, writer, { ...facts, ...clean }));
    return 1;
  });
  return { text, issues };
}

/** Writes the sets of one guide as a group, GS to GE, into an open interchange; gives back the issues met. */
export function emitGroup<V extends object>(
  guide: Guide<V>,
  sets: readonly V[],
  writer: SegmentWriter,
  facts: InterchangeFacts,
): Issue[] {
  const { delimiters, gs06, gs08 = guide.id } = facts;
  writer.segment(gsElements(facts, { gs01: guide.group, gs06, gs08 }));
  const issues = sets.flatMap((set, index) =>
    emitSet(guide, set, { writer, delimiters, st03: gs08, st02: formatSt02(index + 1) }),
  );
  writer.segment(['GE', String(sets.length), String(gs06)]);
  return issues;
}

/** ISA and IEA around what is written inside; `inside` gives the number of groups. Ids are rid of our delimiters. */
export function writeEnvelope(
  facts: EnvelopeFacts,
  inside: (writer: SegmentWriter, facts: EnvelopeFacts) => number,
): string {
  const writer = createSegmentWriter(facts.delimiters, '', facts.text);
  const clean = <P extends EnvelopeFacts['sender']>(party: P): P => ({
    ...party,
    id: writer.clean(party.id),
    groupId: writer.clean(party.groupId),
  });
  const cleaned = { ...facts, sender: clean(facts.sender), receiver: clean(facts.receiver) };
  writer.segment(isaElements(cleaned));
  const groups = inside(writer, cleaned);
  writer.segment(['IEA', String(groups), formatIsa13(facts.isa13)]);
  return writer.text();
}
