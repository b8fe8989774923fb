/** Claims to an 837 interchange: sets under the partner's limits, claims grouped by billing provider, subscriber, patient. */
import type { Claim, ClaimKind } from '../../schemas/claim.ts';
import type { ClaimContact } from '../../schemas/fields.ts';
import { type Issue, issue } from '../issue.ts';
import { chunksOf } from '../lists.ts';
import { emitSet } from '../x12/emitter.ts';
import { type EnvelopeFacts, formatIsa13, formatSt02, gsElements, isaElements } from '../x12/envelope.ts';
import { createSegmentWriter, type SegmentWriter } from '../x12/writer.ts';
import { claimSet } from './claim-set.ts';
import { KINDS } from './kinds.ts';
import { loop2300Of } from './to-837.ts';

/** Everything around the claims: envelope, submitter, receiver, limits. */
export type ClaimEnvelope = EnvelopeFacts & {
  submitter: { name: string; id: string; contact: ClaimContact };
  receiverParty: { name: string; id: string };
  gs06: number;
  /** The versions to write (GS08 and ST03), where they are not the guides' ids but aliases of them. */
  versions?: Partial<Record<ClaimKind, string>>;
  /** Text after each segment terminator. */
  lineBreak: string;
  maxClaimsPerSet: number;
  /** Begins BHT03; the set's number follows, so that BHT03 is unique. */
  batchReference: string;
};

/** Which segments (ST = 1) of which set carry a claim; `claim` is its index in the list handed in. */
export type ClaimPlace = { claim: number; st02: string; gs06: string; segmentFrom: number; segmentTo: number };

/** An issue of the writer, with the claim it concerns (absent: the envelope itself). */
export type WriteIssue = Issue & { claim?: number };

export type WrittenClaims = { text: string; issues: WriteIssue[]; index: ClaimPlace[] };

/**
 * Writes one interchange, with a group for each kind of claim in it; GS06 counts on from the envelope's. Text with issues of
 * severity error must not be sent.
 */
export function writeClaims(claims: readonly Claim[], envelope: ClaimEnvelope): WrittenClaims {
  const { delimiters } = envelope;
  const writer = createSegmentWriter(delimiters, envelope.lineBreak, envelope.text);
  const written: WrittenClaims = { text: '', issues: envelopeIssues(envelope, writer), index: [] };
  writer.segment(isaElements(envelope));
  const groups = splitByKind(claims);
  groups.forEach(([kind, members], index) => {
    writeGroup({ writer, written, envelope, claims, kind, gs06: envelope.gs06 + index }, members);
  });
  writer.segment(['IEA', String(groups.length), formatIsa13(envelope.isa13)]);
  return { ...written, text: writer.text() };
}

type GroupWork = {
  writer: SegmentWriter;
  written: WrittenClaims;
  envelope: ClaimEnvelope;
  claims: readonly Claim[];
  kind: ClaimKind;
  gs06: number;
};

function writeGroup(work: GroupWork, members: readonly number[]): void {
  const { writer, envelope, claims, kind, gs06 } = work;
  const { guide } = KINDS[kind];
  const version = envelope.versions?.[kind] ?? guide.id;
  const sets = splitIntoSets(members, claims, envelope.maxClaimsPerSet);
  writer.segment(gsElements(envelope, { gs01: guide.group, gs06, gs08: version }));
  sets.forEach((set, index) => {
    writeSet(work, set, index + 1, version);
  });
  writer.segment(['GE', String(sets.length), String(gs06)]);
}

function writeSet(work: GroupWork, members: readonly number[], ordinal: number, st03: string): void {
  const { writer, written, envelope, claims, kind } = work;
  const st02 = formatSt02(ordinal);
  // A claim's loop is made when it is written, and forgotten: held for the whole set, its parts would be moved about in memory.
  const standIns = new Map<object, number>();
  const value = claimSet(
    members.flatMap((index) => claims[index] ?? []),
    { ...envelope, receiver: envelope.receiverParty, reference: `${envelope.batchReference}-${ordinal}` },
    (_claim, at) => {
      const standIn = {};
      standIns.set(standIn, members[at] ?? -1);
      return standIn;
    },
  );
  const owned = new Map<Issue, number>();
  const issues = emitSet<object>(KINDS[kind].guide, value, {
    writer,
    delimiters: envelope.delimiters,
    st02,
    st03,
    recordOf: (standIn) => loop2300Of(claims[standIns.get(standIn) ?? -1]!),
    onRecord: ({ value: standIn, from, to, issues: met }) => {
      const claim = standIns.get(standIn) ?? -1;
      written.index.push({ claim, st02, gs06: String(work.gs06), segmentFrom: from, segmentTo: to });
      for (const found of met) owned.set(found, claim);
    },
  });
  written.issues.push(...issues.map((found) => ownedBy(found, owned.get(found))));
}

function ownedBy(found: Issue, claim: number | undefined): WriteIssue {
  return claim === undefined ? found : { ...found, claim };
}

/** Ids of the envelope are not emitted by a guide: the delimiters in them are looked for here. */
function envelopeIssues({ sender, receiver }: ClaimEnvelope, writer: SegmentWriter): Issue[] {
  const ids = { ISA06: sender.id, ISA08: receiver.id, GS02: sender.groupId, GS03: receiver.groupId };
  return Object.entries(ids).flatMap(([element, id]) =>
    writer.conflicts(id)
      ? [issue('delimiter-conflict', { message: 'an id of the envelope holds a delimiter', element, found: id })]
      : [],
  );
}

/** Indexes of the claims of each kind, kinds in the order in which they first come. */
function splitByKind(claims: readonly Claim[]): [ClaimKind, number[]][] {
  const groups = new Map<ClaimKind, number[]>();
  claims.forEach(({ kind }, index) => {
    const known = groups.get(kind);
    if (known === undefined) groups.set(kind, [index]);
    else known.push(index);
  });
  return [...groups];
}

/** Sets hold one purpose (BHT06) each and at most so many claims. Gives indexes into `claims`. */
function splitIntoSets(members: readonly number[], claims: readonly Claim[], maxClaimsPerSet: number): number[][] {
  return (['charge', 'encounter', 'subrogation'] as const).flatMap((purpose) =>
    chunksOf(
      members.filter((index) => claims[index]?.purpose === purpose),
      maxClaimsPerSet,
    ),
  );
}
