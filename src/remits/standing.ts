/** The decisions on a claim that stand, payer by payer. Pure, and the same in whatever order they arrived. */
import { groupBy } from '../lists.ts';
import type { Cents } from '../money.ts';
import { inOrder, isAdjudication, type PostedClaim } from './posted-claim.ts';
import { pairReversals } from './reversals.ts';

/**
 * Of each payer, in the order in which the payers decided, the decisions that no reversal took back: the latest, and as many
 * before it as the charge has room for, so that the parts of a split claim come together.
 */
export function standingByPayer(facts: readonly PostedClaim[], chargeCents: Cents): PostedClaim[][] {
  const undone = new Set(pairReversals(facts).flatMap(({ original }) => original?.id ?? []));
  const stand = inOrder(facts).filter((one) => isAdjudication(one) && !undone.has(one.id));
  return groupBy(stand, ({ payer }) => payer).map((all) => {
    let left: number = Math.max(chargeCents, all.at(-1)?.chargeCents ?? 0);
    const counted = all.toReversed().filter((one) => {
      if (one.chargeCents > left) return false;
      left -= one.chargeCents;
      return true;
    });
    return counted.reverse();
  });
}
