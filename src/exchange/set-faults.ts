/** Where the faults told by received 999s and 997s stand in what we sent, and which claims of a set are at fault. */
import type { AckErrorRecord, AckTransactionRecord } from '../../schemas/records.ts';
import { namedPlace, type SetError, setError } from '../acks/set-errors.ts';
import { type FoundPlace, findSentPlaces, type NamedPlace, type NamedSet } from '../claims/sent-places.ts';
import type { Item } from '../read-interchange.ts';
import { fileChunks } from '../store/files.ts';
import type { FileClaim } from '../store/sent-files.ts';
import type { Vault } from '../store/vault.ts';
import { type AckContext, claimsOfSet, plainNumber, type SentFile, sentFile } from './ack-context.ts';

/** What was found at the places of faults, by the fault. */
export type LocatedFaults = ReadonlyMap<AckErrorRecord, FoundPlace>;

/** Looks for the faults of all sets in the sent files, each of which is read once. */
export async function locateFaults(context: AckContext, vault: Vault, items: readonly Item[]): Promise<LocatedFaults> {
  const located = new Map<AckErrorRecord, FoundPlace>();
  for (const [sent, answers] of await answersByFile(context, items)) {
    const errors = new Map<NamedPlace, AckErrorRecord>();
    const sets = answers.flatMap((answer) => namedSet(answer, sent, errors));
    if (sets.length === 0) continue;
    const found = await findSentPlaces(fileChunks(context.tx, sent.file.id, vault), sets);
    for (const [place, error] of errors) {
      const one = found.get(place);
      if (one !== undefined) located.set(error, one);
    }
  }
  return located;
}

async function answersByFile(
  context: AckContext,
  items: readonly Item[],
): Promise<ReadonlyMap<SentFile, AckTransactionRecord[]>> {
  const byFile = new Map<SentFile, AckTransactionRecord[]>();
  const at = { ...context };
  for (const item of items) {
    if (item.type === 'interchange') at.usage = item.usage;
    if ((item.type !== '999.transaction' && item.type !== '997.transaction') || item.errors.length === 0) continue;
    const sent = await sentFile(at, { gs06: plainNumber(item.ackGs06) });
    if (sent !== undefined) byFile.set(sent, [...(byFile.get(sent) ?? []), item]);
  }
  return byFile;
}

/** The set as our own file names it, and its places, each noted with its fault. */
function namedSet(answer: AckTransactionRecord, sent: SentFile, errors: Map<NamedPlace, AckErrorRecord>): NamedSet[] {
  const [first] = claimsOfSet(sent, answer);
  if (first === undefined) return [];
  const places = answer.errors.flatMap((error) => {
    const place = namedPlace(error);
    if (place !== undefined) errors.set(place, error);
    return place ?? [];
  });
  return places.length === 0 ? [] : [{ gs06: first.gs06, st02: first.st02, places }];
}

/**
 * The faults that a claim of an answered set is told. `atFault`: some are its own; `withSet`: it only shares the set with
 * claims that are at fault.
 */
export type ClaimFaults = { errors: SetError[]; atFault?: true; withSet?: true };

/**
 * Whose fault it is, by claim. A fault is the claim's that the 999 names (CTX), else of those that hold its place; one that
 * stands in none of them is told to all. Where no claim is found at fault they all are told everything.
 */
export function faultsByClaim(
  claims: readonly FileClaim[],
  errors: readonly AckErrorRecord[],
  located: LocatedFaults,
): (claim: FileClaim) => ClaimFaults {
  const shared: SetError[] = [];
  const own = new Map<FileClaim, SetError[]>();
  for (const error of errors) {
    const found = located.get(error);
    const told = setError(error, found);
    const holders = holdersOf(claims, error, found);
    if (holders.size === 0) shared.push(told);
    for (const claim of holders) {
      const mine = own.get(claim);
      if (mine === undefined) own.set(claim, [told]);
      else mine.push(told);
    }
  }
  return (claim) => {
    const mine = own.get(claim);
    if (mine !== undefined) return { errors: [...mine, ...shared], atFault: true };
    return own.size === 0 ? { errors: shared } : { errors: shared, withSet: true };
  };
}

function holdersOf(
  claims: readonly FileClaim[],
  { businessUnit, position }: AckErrorRecord,
  found: FoundPlace | undefined,
): ReadonlySet<FileClaim> {
  const named =
    businessUnit?.name === 'CLM01'
      ? claims.filter((claim) => claim.patientControlNumber === businessUnit.reference)
      : [];
  if (named.length === 1) return new Set(named);
  const positions = found?.claims ?? (position === undefined ? [] : [position]);
  return new Set(positions.flatMap((one) => claimAt(claims, one) ?? []));
}

/** The claim whose segments include one; the claims of a set stand in the order of their segments. */
function claimAt(claims: readonly FileClaim[], position: number): FileClaim | undefined {
  let low = 0;
  let high = claims.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((claims[middle]?.segmentFrom ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  const claim = claims[low - 1];
  return claim !== undefined && position <= claim.segmentTo ? claim : undefined;
}
