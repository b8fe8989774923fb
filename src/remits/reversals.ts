/** Reversals (CLP02 22) with what they reverse and what corrects them, worked out from all that was posted of a claim. */
import { adjustmentKey, inOrder, isAdjudication, isReversal, type PostedClaim } from './posted-claim.ts';

/**
 * A reversal, the earlier claim payment it undoes and the adjudication that corrects it; a part that is missing has not come.
 * `exact`: its adjustments are the other's with the sign turned, as they should be. Without a reversal: the payer decided anew
 * on what it had paid, and took nothing back.
 */
export type ReversalPair = {
  reversal?: PostedClaim;
  original?: PostedClaim;
  correction?: PostedClaim;
  exact: boolean;
};

/** Whether a reversal may undo an adjudication of negated amounts; `free` are those that no other undoes. */
type Undoing = (reversal: PostedClaim, one: PostedClaim, free: readonly PostedClaim[]) => boolean;

/** What makes an original likely, the surest proof first; earlier payments before the reversal's own. */
const PROOFS: readonly Undoing[] = [
  (reversal, one) => isEarlierOf(reversal, one) && sameNumbers(reversal, one) && undoes(reversal, one),
  (reversal, one) => isEarlierOf(reversal, one) && undoes(reversal, one),
  (reversal, one) => isEarlierOf(reversal, one) && sameNumbers(reversal, one),
  isEarlierOf,
  isUndoneAtOnce,
];

/** Every reversal among the facts of one claim, each with at most one original and one correction, none used twice. */
export function pairReversals(facts: readonly PostedClaim[]): ReversalPair[] {
  const ordered = inOrder(facts);
  const reversals = ordered.filter(isReversal);
  if (reversals.length === 0) return [];
  const adjudications = ordered.filter(isAdjudication);
  const originals = findOriginals(reversals, adjudications);
  const corrections = findCorrections(reversals, adjudications, originals);
  return reversals.map((reversal) => {
    const original = originals.get(reversal);
    const correction = corrections.get(reversal);
    return {
      reversal,
      ...(original === undefined ? {} : { original }),
      ...(correction === undefined ? {} : { correction }),
      exact: original !== undefined && undoes(reversal, original),
    };
  });
}

/** Proof by proof, so that a reversal that fits exactly is never robbed of its original by one that fits worse. */
function findOriginals(
  reversals: readonly PostedClaim[],
  adjudications: readonly PostedClaim[],
): Map<PostedClaim, PostedClaim> {
  const found = new Map<PostedClaim, PostedClaim>();
  const taken = new Set<PostedClaim>();
  for (const proves of PROOFS) {
    for (const reversal of reversals) {
      if (found.has(reversal)) continue;
      const free = adjudications.filter((one) => !taken.has(one));
      const original = free.findLast((one) => negates(reversal, one) && proves(reversal, one, free));
      if (original === undefined) continue;
      found.set(reversal, original);
      taken.add(original);
    }
  }
  return found;
}

function negates(reversal: PostedClaim, one: PostedClaim): boolean {
  return one.chargeCents + reversal.chargeCents === 0 && one.paidCents + reversal.paidCents === 0;
}

/**
 * In one payment a reversal comes with its correction, not with its original; unless the original stands before it and
 * another adjudication is there to correct it.
 */
function isUndoneAtOnce(reversal: PostedClaim, one: PostedClaim, free: readonly PostedClaim[]): boolean {
  const { payer, paymentId } = reversal;
  return (
    one.paymentId === paymentId &&
    one.ordinal < reversal.ordinal &&
    free.some((other) => other !== one && other.paymentId === paymentId && other.payer === payer)
  );
}

/** Whether a claim payment came in another payment of the same payer, and not later. */
export function isEarlierOf(reversal: PostedClaim, one: PostedClaim): boolean {
  return one.payer === reversal.payer && one.paymentId !== reversal.paymentId && one.settled <= reversal.settled;
}

function undoes(reversal: PostedClaim, original: PostedClaim): boolean {
  return adjustmentKey(reversal) === adjustmentKey(original, -1);
}

function sameNumbers(left: PostedClaim, right: PostedClaim): boolean {
  return left.payerClaimNumber === right.payerClaimNumber && left.patientControlNumber === right.patientControlNumber;
}

/** The adjudication of the same payer that follows: best in the same payment, by the same number, of the same charge; else the next. */
function findCorrections(
  reversals: readonly PostedClaim[],
  adjudications: readonly PostedClaim[],
  originals: ReadonlyMap<PostedClaim, PostedClaim>,
): Map<PostedClaim, PostedClaim> {
  const found = new Map<PostedClaim, PostedClaim>();
  const taken = new Set<PostedClaim>();
  const undone = new Map([...originals].map(([reversal, original]) => [original, reversal]));
  for (const reversal of reversals) {
    const rank = (one: PostedClaim) =>
      Number(one.paymentId === reversal.paymentId) * 4 +
      Number(one.payerClaimNumber === reversal.payerClaimNumber) * 2 +
      Number(one.chargeCents + reversal.chargeCents === 0);
    const [best] = adjudications
      .filter((one) => !taken.has(one) && follows(one, reversal) && !isUndoneBefore(undone.get(one), reversal))
      .sort((left, right) => rank(right) - rank(left));
    if (best === undefined) continue;
    found.set(reversal, best);
    taken.add(best);
  }
  return found;
}

function follows(one: PostedClaim, reversal: PostedClaim): boolean {
  return one.payer === reversal.payer && (one.paymentId === reversal.paymentId || one.settled >= reversal.settled);
}

/** What this reversal, or one of the same day or before, has undone is no correction of it. */
function isUndoneBefore(undoneBy: PostedClaim | undefined, reversal: PostedClaim): boolean {
  return undoneBy !== undefined && undoneBy.settled <= reversal.settled;
}
