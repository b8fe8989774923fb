/** Step batch: ready claims of a partner become one 837 file, built and stored in the transaction that takes their numbers. */
import type { FollowUp, JobPayload } from '../../schemas/jobs.ts';
import type { Partner } from '../../schemas/partner.ts';
import { KINDS } from '../claims/kinds.ts';
import { type ClaimEnvelope, type WrittenClaims, writeClaims } from '../claims/write-claims.ts';
import { Problem } from '../problem.ts';
import { applyEvents, lockReadyClaims, type ReadyClaim } from '../store/claims.ts';
import { nextControlNumber } from '../store/control-numbers.ts';
import { type Tx, transact } from '../store/database.ts';
import { insertFile, insertFileClaims } from '../store/files.ts';
import { holdClaims } from '../store/held-claims.ts';
import { newId } from '../store/ids.ts';
import { isSentName } from '../store/sent-files.ts';
import { formatIsa13 } from '../x12/envelope.ts';
import { batchReference } from './batch-reference.ts';
import { outboundName } from './file-name.ts';
import { activePartner } from './partner-session.ts';
import { rematch } from './payment-matching.ts';
import type { Exchange } from './ports.ts';

/** Builds at most one file, of test or of production claims; asks for another run when claims may be left. */
export async function batch(exchange: Exchange, { partnerId }: JobPayload<'batch'>): Promise<FollowUp[]> {
  const partner = await activePartner(exchange, partnerId);
  if (partner === undefined) return [];
  return transact(exchange.store, async (tx) => {
    const limit = partner.batch.maxClaimsPerFile;
    const ready = await lockReadyClaims(tx, partner.id, limit);
    // Claims keep the usage they were submitted for, whatever the profile says now.
    const usage = ready[0]?.usage;
    if (usage === undefined) return [];
    const claims = ready.filter((claim) => goTogether(partner, ready[0]!, claim));
    const { fileId, left } = await buildFile(exchange, tx, { ...partner, usage }, claims);
    const more = ready.length === limit || claims.length < ready.length || left > 0;
    const followUps: FollowUp[] = more ? [{ step: 'batch', payload: { partnerId } }] : [];
    return fileId === undefined ? followUps : [{ step: 'transmit', payload: { fileId } }, ...followUps];
  });
}

/** A file holds one kind of claim, test or production claims, and where the partner asks for it those of one payer. */
function goTogether({ batch: { onePayerPerFile } }: Partner, one: ReadyClaim, other: ReadyClaim): boolean {
  if (one.usage !== other.usage || one.kind !== other.kind) return false;
  return !onePayerPerFile || one.body.payer.id === other.body.payer.id;
}

async function buildFile(
  exchange: Exchange,
  tx: Tx,
  partner: Partner,
  ready: readonly ReadyClaim[],
): Promise<{ fileId?: string; left: number }> {
  const kind = KINDS[ready[0]?.body.kind ?? 'professional'].file;
  const { envelope, name } = await nextEnvelope(tx, partner, kind, exchange.clock());
  const { claims, written, left } = await writeFitting(tx, partner, ready, envelope);
  if (claims.length === 0) return { left };
  const fileId = newId();
  const file = {
    id: fileId,
    partnerId: partner.id,
    direction: 'out',
    kind,
    name,
    state: 'built',
    remoteFolder: partner.sftp.outbound,
    temporaryName: partner.sftp.rename ? `${name}${partner.sftp.temporarySuffix}` : undefined,
    isa13: formatIsa13(envelope.isa13),
    usage: partner.usage,
    claims: claims.length,
  } as const;
  await insertFile(tx, file, Buffer.from(written.text), exchange.vault);
  const places = written.index.map(({ claim, ...place }) => ({ ...place, claimId: claims[claim]!.id }));
  await insertFileClaims(tx, fileId, places);
  await applyEvents(
    tx,
    places.map(({ claimId, st02, gs06, segmentFrom }) => ({
      claimId,
      type: 'batched' as const,
      dedupeKey: `batched-${fileId}`,
      fileId,
      origin: { isa13: file.isa13, gs06, st02, segment: segmentFrom },
    })),
  );
  // What was paid before its claim was known here finds it now.
  await rematch(
    tx,
    partner.id,
    places.map(({ claimId }) => claimId),
  );
  exchange.log.info(
    { fileId, partnerId: partner.id, isa13: file.isa13, count: claims.length, warnings: written.issues.length },
    'file built',
  );
  return { fileId, left };
}

type Sound = { claims: readonly ReadyClaim[]; written: WrittenClaims };

/** As many of the sound claims as the file may hold bytes of, one at least; `left` have to wait for the next file. */
async function writeFitting(
  tx: Tx,
  partner: Partner,
  ready: readonly ReadyClaim[],
  envelope: ClaimEnvelope,
): Promise<Sound & { left: number }> {
  const { claims, written } = await writeSound(tx, partner, ready, envelope);
  const { maxBytesPerFile = Number.POSITIVE_INFINITY } = partner.batch;
  const bytes = Buffer.byteLength(written.text);
  if (bytes <= maxBytesPerFile || claims.length <= 1) return { claims, written, left: 0 };
  const most = Math.min(claims.length - 1, Math.max(1, Math.floor((claims.length * maxBytesPerFile) / bytes)));
  const fitting = await writeFitting(tx, partner, claims.slice(0, most), envelope);
  return { ...fitting, left: fitting.left + claims.length - most };
}

/** Writes the claims; those the writer refuses are held with their issues and do not stop the others. */
async function writeSound(
  tx: Tx,
  partner: Partner,
  ready: readonly ReadyClaim[],
  envelope: ClaimEnvelope,
): Promise<Sound> {
  const written = writeClaims(
    ready.map(({ body }) => body),
    envelope,
  );
  const errors = written.issues.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return { claims: ready, written };
  const envelopeError = errors.find(({ claim }) => claim === undefined);
  if (envelopeError !== undefined) {
    throw new Problem(
      'partner-invalid',
      `${partner.id}: no file can be written by this profile: ${envelopeError.element ?? ''} ${envelopeError.message}`,
    );
  }
  const faulty = new Map<number, typeof errors>();
  for (const error of errors) {
    if (error.claim !== undefined) faulty.set(error.claim, [...(faulty.get(error.claim) ?? []), error]);
  }
  await holdClaims(
    tx,
    [...faulty].map(([index, issues]) => ({ claimId: ready[index]!.id, issues })),
  );
  const sound = ready.filter((_, index) => !faulty.has(index));
  return writeSound(tx, partner, sound, envelope);
}

/** The next envelope and the name of its file. Numbers come round again, and a name may hold no usage: taken names are passed over. */
async function nextEnvelope(
  tx: Tx,
  partner: Partner,
  kind: string,
  at: Date,
): Promise<{ envelope: ClaimEnvelope; name: string }> {
  for (;;) {
    const envelope = await envelopeOf(tx, partner, at);
    const name = outboundName(partner, { kind, isa13: envelope.isa13, at });
    if (!(await isSentName(tx, partner.id, name))) return { envelope, name };
  }
}

async function envelopeOf(tx: Tx, partner: Partner, at: Date): Promise<ClaimEnvelope> {
  const numbers = {
    sender: partner.sender.interchangeId,
    receiver: partner.receiver.interchangeId,
    usage: partner.usage,
  };
  const isa13 = await nextControlNumber(tx, { ...numbers, kind: 'isa13' });
  const gs06 = await nextControlNumber(tx, { ...numbers, kind: 'gs06' });
  return {
    ...envelopeFacts(partner, at),
    isa13,
    gs06,
    batchReference: batchReference(partner.id, isa13),
  };
}

/** Everything of an envelope that the profile decides. */
export function envelopeFacts(partner: Partner, at: Date): Omit<ClaimEnvelope, 'isa13' | 'gs06' | 'batchReference'> {
  const party = ({ qualifier, interchangeId, groupId }: Partner['sender']) => ({
    qualifier,
    id: interchangeId,
    groupId: groupId ?? interchangeId,
  });
  return {
    sender: party(partner.sender),
    receiver: party(partner.receiver),
    usage: partner.usage,
    at,
    acknowledgmentRequested: partner.acknowledgmentRequested,
    delimiters: partner.delimiters,
    lineBreak: partner.lineBreak,
    text: partner.text,
    versions: partner.versions,
    maxClaimsPerSet: partner.batch.maxClaimsPerSet,
    submitter: {
      name: partner.submitter.name,
      id: partner.submitter.id ?? partner.sender.interchangeId,
      contact: partner.submitter.contact,
    },
    receiverParty: { name: partner.receiverName, id: partner.receiverId ?? partner.receiver.interchangeId },
  };
}
