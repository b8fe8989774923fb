/** The TA1 and the 999s that answer a received file. Pure: clock and control numbers are given. */
import { guide999 } from '../guides/999.ts';
import { findGuide } from '../guides/index.ts';
import type { Loop2000, Loop2100, Set999 } from '../guides/values/999.ts';
import { acknowledgmentCodes, type Issue } from '../issue.ts';
import { emitSet } from '../x12/emitter.ts';
import {
  type EnvelopeFacts,
  formatIsa13,
  formatSt02,
  type GroupHeader,
  gsElements,
  isaElements,
  type SetHeader,
  ta1Elements,
} from '../x12/envelope.ts';
import { createWireReader } from '../x12/reader.ts';
import type { Segment } from '../x12/tokenizer.ts';
import { createSegmentWriter } from '../x12/writer.ts';

/** What an answer is written with; sender and receiver are those of the answer. */
export type AckEnvelope = EnvelopeFacts & { gs06: number };

type ReceivedSet = { header: SetHeader; issues: Issue[] };
type ReceivedGroup = { header: GroupHeader; sets: ReceivedSet[]; included: number; issues: Issue[] };

/** A received file as its acknowledgments need it. */
export type Received = { isa: Segment | undefined; isa13: string; groups: ReceivedGroup[]; issues: Issue[] };

/** Reads a file and sorts its issues to the sets, groups and interchange they concern. */
export function receiveFile(bytes: Uint8Array): Received {
  const reader = createWireReader({ findGuide });
  const received: Received = { isa: undefined, isa13: '', groups: [], issues: [] };
  for (const item of [...reader.push(bytes), ...reader.end()]) {
    const group = received.groups.at(-1);
    if (item.kind === 'interchange') {
      received.isa ??= item.segment;
      received.isa13 ||= item.header.isa13;
    } else if (item.kind === 'group') received.groups.push({ header: item.header, sets: [], included: 0, issues: [] });
    else if (item.kind === 'set') group?.sets.push({ header: item.header, issues: [] });
    else if (item.kind === 'group-end' && group !== undefined) group.included = item.sets;
    else if (item.kind === 'issue') fileIssue(received, item.issue);
  }
  return received;
}

/** Adds a finding of one's own (a partner's rule) to the set it concerns. */
export function fileIssue(received: Received, found: Issue): void {
  const group = received.groups.findLast(({ header }) => header.gs06 === found.origin?.gs06);
  const set = group?.sets.findLast(({ header }) => header.st02 === found.origin?.st02);
  (set ?? group ?? received).issues.push(found);
}

const isError = ({ severity }: Issue) => severity === 'error';

/** The interchange with the TA1 that answers a file; R when its envelope cannot be read, E when it has errors. */
export function writeTa1(received: Received, envelope: EnvelopeFacts): string {
  const writer = createSegmentWriter(envelope.delimiters);
  const notes = received.issues.filter(isError).map(({ code }) => acknowledgmentCodes(code).ta1);
  const note = notes.find((one) => one !== undefined) ?? '000';
  writer.segment(isaElements(envelope));
  if (received.isa !== undefined) writer.segment(ta1Elements(received.isa, note === '000' ? 'A' : 'E', note));
  writer.segment(['IEA', '0', formatIsa13(envelope.isa13)]);
  return writer.text();
}

/** The interchange with one 999 for each functional group of a file. */
export function write999(received: Received, envelope: AckEnvelope): string {
  const writer = createSegmentWriter(envelope.delimiters);
  writer.segment(isaElements(envelope));
  writer.segment(gsElements(envelope, { gs01: guide999.group, gs06: envelope.gs06, gs08: guide999.id }));
  received.groups.forEach((group, index) => {
    emitSet(guide999, answerGroup(group), { writer, delimiters: envelope.delimiters, st02: formatSt02(index + 1) });
  });
  writer.segment(['GE', String(received.groups.length), String(envelope.gs06)]);
  writer.segment(['IEA', '1', formatIsa13(envelope.isa13)]);
  return writer.text();
}

function answerGroup(group: ReceivedGroup): Set999 {
  const sets = group.sets.map(answerSet);
  const accepted = sets.filter(({ result }) => result.result !== 'R').length;
  const errors = codesOf(group.issues, 'ak9');
  const result =
    accepted === sets.length && errors.length === 0 ? 'A' : accepted === 0 ? 'R' : accepted === sets.length ? 'E' : 'P';
  return {
    group: {
      functionalId: group.header.gs01 as Set999['group']['functionalId'],
      control: group.header.gs06,
      version: group.header.gs08,
    },
    sets,
    result: { result, included: group.included, received: group.sets.length, accepted, errors: errors.slice(0, 5) },
  };
}

function codesOf(issues: readonly Issue[], kind: 'ak9' | 'ik5'): string[] {
  return [...new Set(issues.filter(isError).flatMap(({ code }) => acknowledgmentCodes(code)[kind] ?? []))];
}

function answerSet({ header, issues }: ReceivedSet): Loop2000 {
  const errors = issues.filter(isError);
  const segments = segmentNotes(errors);
  // IK502 5: one or more segments in error.
  const codes = [...(segments.length > 0 ? ['5'] : []), ...codesOf(errors, 'ik5')];
  return {
    set: { set: header.st01 as Loop2000['set']['set'], control: header.st02, guide: header.st03 },
    segments,
    result: { result: errors.length > 0 ? 'R' : 'A', errors: codes.slice(0, 5) },
  };
}

/** IK3 by segment, IK4 by element; the bad value itself is left out: it may be a patient's. */
function segmentNotes(errors: readonly Issue[]): Loop2100[] {
  const bySegment = new Map<string, Loop2100>();
  for (const found of errors) {
    const codes = acknowledgmentCodes(found.code);
    if (codes.ik3 === undefined && codes.ik4 === undefined) continue;
    const error = codes.ik3 ?? '8';
    const position = found.origin?.segment ?? 1;
    const key = `${position}|${found.segmentId ?? ''}|${error}`;
    const note: Loop2100 = bySegment.get(key) ?? {
      segment: { segment: found.segmentId ?? '', position, loop: found.loop?.slice(0, 4), error },
    };
    bySegment.set(key, note);
    if (codes.ik4 !== undefined) note.elements = [...(note.elements ?? []), { element: elementNote(found, codes.ik4) }];
  }
  return [...bySegment.values()].sort((left, right) => left.segment.position - right.segment.position);
}

/** SV101-02 of a segment SV1: element 1, component 2. */
function elementNote(found: Issue, error: string) {
  const [element, component] = (found.element ?? '')
    .slice(found.segmentId?.length ?? 0)
    .split('-')
    .map(Number);
  return { position: { element: element ?? 1, component }, error };
}
