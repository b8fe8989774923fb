/** A received file as the sandbox works on it: what its acknowledgments need, and its claims with the batch they came in. */
import type { ClaimRecord } from '../../schemas/records.ts';
import { createReceiver, type ReceivedInterchange } from '../acks/received.ts';
import { claimFrom837 } from '../claims/from-837.ts';
import { WIRE } from '../guides/index.ts';
import type { Set837P } from '../guides/values/837p.ts';
import { createWireReader, type WireItem } from '../x12/reader.ts';

/** A claim with the set it came in: BHT03 and submitter (loop 1000A). */
export type ReceivedClaim = { record: ClaimRecord; batch: string; submitter: { name: string; id: string } };

/** One interchange with the claims in it. */
export type ClaimInterchange = { received: ReceivedInterchange; claims: ReceivedClaim[] };

/** Reads a file; an interchange of other sets than claims comes without. */
export function readClaimFile(bytes: Uint8Array): ClaimInterchange[] {
  const receiver = createReceiver();
  const reader = createWireReader({ ...WIRE });
  const found: ClaimInterchange[] = [];
  const take = (item: WireItem) => {
    receiver.take(item);
    const received = receiver.interchanges.at(-1);
    if (item.kind === 'interchange' && received !== undefined) found.push({ received, claims: [] });
    if (item.kind === 'record') found.at(-1)?.claims.push(...claimsOf(item));
  };
  for (let at = 0; at < bytes.length; at += CHUNK)
    for (const item of reader.push(bytes.subarray(at, at + CHUNK))) take(item);
  for (const item of reader.end()) take(item);
  return found;
}

const CHUNK = 64 * 1024;

/** Values are what the guide's declaration says they are, as far as the file has them. */
function claimsOf({ guide, record, origin }: WireItem & { kind: 'record' }): ReceivedClaim[] {
  const claim = claimFrom837(guide, record, origin);
  if (claim === undefined) return [];
  const [set] = record.parents as [Partial<Set837P>];
  const name = set.submitter?.name;
  const submitter = { name: name?.lastName ?? '', id: name?.id ?? '' };
  return [{ record: dated(claim), batch: set.beginning?.reference ?? '', submitter }];
}

/** Lines of a stay may have no day of their own: they were given during the stay. */
function dated(claim: ClaimRecord): ClaimRecord {
  const stay = claim.institutional?.statementPeriod;
  if (stay === undefined) return claim;
  return { ...claim, lines: claim.lines.map((line) => ({ ...line, serviceDate: line.serviceDate ?? stay })) };
}
