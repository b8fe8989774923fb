/** Which of our claims an answer speaks of. One look-up for a whole file, then by what the answer says of the claim. */
import { stateRank } from '../claims/lifecycle.ts';
import type { Item } from '../read-interchange.ts';
import { type ClaimKey, findClaimsByControlNumbers, findClaimsByPayerNumbers } from '../store/claim-keys.ts';
import type { Tx } from '../store/database.ts';

/** What an answer says of a claim beside the patient control number: tells a replacement from its original. */
export type Evidence = {
  patientControlNumber?: string | undefined;
  payerClaimNumber?: string | undefined;
  usage?: string | undefined;
  frequency?: string | undefined;
  chargeCents?: number | undefined;
};

export type Match = { claim: ClaimKey; rule: 'control-number' | 'payer-number' };

/** Finds the claim of an answer; undefined where it is none of ours. */
export type Matcher = (evidence: Evidence) => Match | undefined;

/** A matcher over the partner's claims that the items of a file may speak of. */
export async function openMatcher(tx: Tx, partnerId: string, items: readonly Item[]): Promise<Matcher> {
  const numbers = new Set<string>();
  const payerNumbers = new Set<string>();
  for (const item of items) {
    if (item.type !== '277ca.claim' && item.type !== '835.claim') continue;
    if (item.patientControlNumber !== undefined) numbers.add(item.patientControlNumber);
    if (item.payerClaimNumber !== undefined) payerNumbers.add(item.payerClaimNumber);
  }
  const byNumber = numbers.size === 0 ? [] : await findClaimsByControlNumbers(tx, partnerId, [...numbers]);
  const byPayer = payerNumbers.size === 0 ? [] : await findClaimsByPayerNumbers(tx, partnerId, [...payerNumbers]);
  return matcherOf(byNumber, byPayer);
}

/** The patient control number first; the payer's own number only where it names one claim. */
export function matcherOf(byNumber: readonly ClaimKey[], byPayer: readonly ClaimKey[]): Matcher {
  const numbered = groupBy(byNumber.filter(wentOut), (claim) => claim.patientControlNumber);
  const paid = groupBy(byPayer.filter(wentOut), (claim) => claim.payerClaimNumber ?? '');
  return (evidence) => {
    const direct = bestOf(numbered.get(evidence.patientControlNumber ?? '') ?? [], evidence);
    if (direct !== undefined) return { claim: direct, rule: 'control-number' };
    const [indirect, ...others] = paid.get(evidence.payerClaimNumber ?? '') ?? [];
    return indirect === undefined || others.length > 0 ? undefined : { claim: indirect, rule: 'payer-number' };
  };
}

/** Whether a claim was written into a file: nobody answers one that was not. */
export function wentOut({ state }: ClaimKey): boolean {
  return stateRank(state) >= stateRank('batched');
}

/** Of several claims under one number (a replacement and its original) the one that fits best, then the newest. */
function bestOf(claims: readonly ClaimKey[], evidence: Evidence): ClaimKey | undefined {
  const score = (claim: ClaimKey) =>
    (same(claim.payerClaimNumber, evidence.payerClaimNumber) ? 8 : 0) +
    (same(claim.usage, evidence.usage) ? 4 : 0) +
    (same(claim.frequency, evidence.frequency) ? 2 : 0) +
    (same(claim.chargeCents, evidence.chargeCents) ? 1 : 0);
  return claims.toSorted((left, right) => score(right) - score(left) || +right.createdAt - +left.createdAt)[0];
}

function same<T>(ours: T | null, theirs: T | undefined): boolean {
  return ours !== null && ours === theirs;
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
