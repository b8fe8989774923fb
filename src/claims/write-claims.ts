/** Claims to an 837 interchange: sets under the partner's limits, claims grouped by billing provider, subscriber, patient. */
import type { Claim } from '../../schemas/claim.ts';
import type { ClaimContact } from '../../schemas/fields.ts';
import { guide837p } from '../guides/837p.ts';
import type { Loop2000A, Loop2000B, Loop2000C, Set837P } from '../guides/values/837p.ts';
import { type Issue, issue } from '../issue.ts';
import { emitSet } from '../x12/emitter.ts';
import { type EnvelopeFacts, formatIsa13, formatSt02, gsElements, isaElements } from '../x12/envelope.ts';
import { createSegmentWriter, type SegmentWriter } from '../x12/writer.ts';
import { contactToPer } from './maps/parties.ts';
import { claimTo837, PURPOSE } from './to-837.ts';

/** Everything around the claims: envelope, submitter, receiver, limits. */
export type ClaimEnvelope = EnvelopeFacts & {
  submitter: { name: string; id: string; contact: ClaimContact };
  receiverParty: { name: string; id: string };
  gs06: number;
  /** The version to write (GS08 and ST03), where it is not the guide's id: an alias of it. */
  gs08?: string;
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

/** Writes one interchange with one group. Text with issues of severity error must not be sent. */
export function writeClaims(claims: readonly Claim[], envelope: ClaimEnvelope): WrittenClaims {
  const { delimiters, gs08 = guide837p.id } = envelope;
  const writer = createSegmentWriter(delimiters, envelope.lineBreak, envelope.text);
  const gs06 = String(envelope.gs06);
  const written: WrittenClaims = { text: '', issues: envelopeIssues(envelope, writer), index: [] };
  const batches = splitIntoSets(claims, envelope.maxClaimsPerSet);
  writer.segment(isaElements(envelope));
  writer.segment(gsElements(envelope, { gs01: guide837p.group, gs06: envelope.gs06, gs08 }));
  batches.forEach((batch, index) => {
    const st02 = formatSt02(index + 1);
    const { value, owners } = setOf(batch, claims, envelope, index + 1);
    const owned = new Map<Issue, number>();
    const issues = emitSet(guide837p, value, {
      writer,
      delimiters,
      st03: gs08,
      st02,
      onRecord: ({ value: record, from, to, issues: met }) => {
        const claim = owners.get(record) ?? -1;
        written.index.push({ claim, st02, gs06, segmentFrom: from, segmentTo: to });
        for (const found of met) owned.set(found, claim);
      },
    });
    written.issues.push(...issues.map((found) => ownedBy(found, owned.get(found))));
  });
  writer.segment(['GE', String(batches.length), gs06]);
  writer.segment(['IEA', '1', formatIsa13(envelope.isa13)]);
  return { ...written, text: writer.text() };
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

/** Sets hold one purpose (BHT06) each and at most so many claims. Gives indexes into `claims`. */
function splitIntoSets(claims: readonly Claim[], maxClaimsPerSet: number): number[][] {
  const sets: number[][] = [];
  for (const purpose of ['charge', 'encounter', 'subrogation'] as const) {
    const members = claims.flatMap((claim, index) => (claim.purpose === purpose ? [index] : []));
    for (let at = 0; at < members.length; at += maxClaimsPerSet) sets.push(members.slice(at, at + maxClaimsPerSet));
  }
  return sets;
}

function setOf(batch: readonly number[], claims: readonly Claim[], envelope: ClaimEnvelope, ordinal: number) {
  const owners = new Map<object, number>();
  const billingProviders = groupClaims(batch, claims, owners);
  const at = envelope.at.toISOString();
  const value: Set837P = {
    beginning: {
      structure: '0019',
      purpose: '00',
      reference: `${envelope.batchReference}-${ordinal}`,
      date: at.slice(0, 10),
      time: at.slice(11, 16),
      type: PURPOSE[claims[batch[0] ?? 0]?.purpose ?? 'charge'],
    },
    submitter: {
      name: {
        entity: '41',
        type: '2',
        lastName: envelope.submitter.name,
        idQualifier: '46',
        id: envelope.submitter.id,
      },
      contacts: [contactToPer(envelope.submitter.contact)],
    },
    receiver: {
      name: {
        entity: '40',
        type: '2',
        lastName: envelope.receiverParty.name,
        idQualifier: '46',
        id: envelope.receiverParty.id,
      },
    },
    billingProviders,
  };
  return { value, owners };
}

/** Levels 2000A, 2000B and 2000C, each in the order in which its first claim came. */
function groupClaims(batch: readonly number[], claims: readonly Claim[], owners: Map<object, number>): Loop2000A[] {
  const providers = new Map<string, Loop2000A>();
  const subscribers = new Map<string, Loop2000B>();
  const patients = new Map<string, Loop2000C>();
  for (const index of batch) {
    const claim = claims[index];
    if (claim === undefined) continue;
    const { provider, subscriber, patient, claim: loop } = claimTo837(claim);
    owners.set(loop, index);
    const providerKey = JSON.stringify(provider);
    const provided = entry(providers, providerKey, () => ({ ...provider, subscribers: [] }));
    const subscriberKey = `${providerKey}${JSON.stringify(subscriber)}`;
    const insured = entry(subscribers, subscriberKey, () => added(provided.subscribers, { ...subscriber }));
    if (patient === undefined) {
      insured.claims = [...(insured.claims ?? []), loop];
      continue;
    }
    insured.patients ??= [];
    const siblings = insured.patients;
    const found = entry(patients, `${subscriberKey}${JSON.stringify(patient)}`, () =>
      added(siblings, { ...patient, claims: [] }),
    );
    found.claims = [...(found.claims ?? []), loop];
  }
  return [...providers.values()];
}

function entry<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function added<T>(list: T[], one: T): T {
  list.push(one);
  return one;
}
