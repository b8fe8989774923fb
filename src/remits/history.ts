/**
 * The history of one claim over everything that was posted of it: which reversal belongs to what, what was paid, what is left
 * to the patient, and where the claim stands. The same for every order in which the payments arrived.
 */
import { groupBy } from '../lists.ts';
import { type Cents, sumCents, ZERO_CENTS } from '../money.ts';
import { inOrder, isAdjudication, isReversal, type PostedClaim } from './posted-claim.ts';
import { isEarlierOf, pairReversals, type ReversalPair } from './reversals.ts';

/** How the payers' decisions stand: `reversed` when all of them were taken back and nothing followed. */
export type Standing = 'paid' | 'partial' | 'denied' | 'zero' | 'reversed';

/** What payers of one level (1 the primary, 2 the secondary ...) decided, as it stands now. */
export type PayerLevel = {
  level: number;
  /** CLP04 of all claim payments of the level, reversals included. */
  paidCents: Cents;
  /** CLP05 of the adjudications that stand. */
  patientCents: Cents;
  /** CAS of the adjudications that stand, by group. */
  adjusted: Readonly<Record<string, Cents>>;
};

/** What became of a claim. */
export type ClaimHistory = {
  /** Reversals, then corrections that no reversal came with. */
  pairs: ReversalPair[];
  /** Paid by all payers, reversals included. */
  paidCents: Cents;
  /** What the last payer that decided leaves to the patient. */
  patientCents: Cents;
  /** In the order of the payers. */
  levels: PayerLevel[];
  /** The claim's number with its first payer, as that payer told it last (CLP07); undefined where none did. */
  payerClaimNumber: string | undefined;
  /** Undefined while no payer has decided. */
  standing: Standing | undefined;
};

/** Works a claim's history out; `chargeCents` is the claim's own charge, absent where the claim is not known. */
export function historyOf(facts: readonly PostedClaim[], chargeCents?: Cents): ClaimHistory {
  const ordered = inOrder(facts).filter((one) => isAdjudication(one) || isReversal(one));
  const pairs = pairReversals(ordered);
  const standing = standingOnes(ordered, pairs);
  const levels = atLevels(ordered, pairs).map(({ level, all }) => {
    const stands = all.filter((one) => standing.has(one));
    return { level, all, stands, effective: effectiveOf(stands, chargeCents) };
  });
  const decided = levels.filter(({ effective }) => effective.length > 0);
  return {
    pairs: [...pairs, ...levels.flatMap(({ stands, effective }) => paidAnew(stands, effective))],
    paidCents: sumCents(ordered.map(({ paidCents }) => paidCents)),
    patientCents: patientShare(decided.at(-1)?.effective ?? []),
    levels: levels.map(({ level, all, effective }) => ({
      level,
      paidCents: sumCents(all.map(({ paidCents }) => paidCents)),
      patientCents: patientShare(effective),
      adjusted: adjustedByGroup(effective),
    })),
    payerClaimNumber: levels[0]?.all.findLast((one) => one.payerClaimNumber !== '')?.payerClaimNumber,
    standing: standingOf(
      decided.map(({ effective }) => outcomeOf(effective)),
      ordered,
    ),
  };
}

/** Adjudications that no reversal has undone. One that names no original we have undoes what the payer said of that charge or number. */
function standingOnes(ordered: readonly PostedClaim[], pairs: readonly ReversalPair[]): ReadonlySet<PostedClaim> {
  const undone = new Set(pairs.map(({ original }) => original));
  const corrections = new Set(pairs.map(({ correction }) => correction));
  const lonely = pairs.filter(({ original }) => original === undefined).flatMap(({ reversal }) => reversal ?? []);
  const voids = (reversal: PostedClaim, one: PostedClaim) =>
    isEarlierOf(reversal, one) &&
    !corrections.has(one) &&
    (one.chargeCents + reversal.chargeCents === 0 || one.payerClaimNumber === reversal.payerClaimNumber);
  return new Set(
    ordered.filter(
      (one) => isAdjudication(one) && !undone.has(one) && !lonely.some((reversal) => voids(reversal, one)),
    ),
  );
}

const LEVELS: Readonly<Record<string, number>> = { '1': 1, '19': 1, '2': 2, '20': 2, '3': 3, '21': 3 };

/**
 * The facts by the payer's place among the payers of the claim, the primary first: by CLP02; for a denial by what the same
 * payer said else, or the first place that no other payer holds; for a reversal by what it undoes.
 */
function atLevels(
  ordered: readonly PostedClaim[],
  pairs: readonly ReversalPair[],
): { level: number; all: PostedClaim[] }[] {
  const told = new Map<string, number>();
  for (const { payer, status } of ordered) {
    const level = LEVELS[status];
    if (level !== undefined && !told.has(payer)) told.set(payer, level);
  }
  const taken = new Set(told.values());
  const free = [1, 2, 3].find((level) => !taken.has(level)) ?? 4;
  const originals = new Map(pairs.map(({ reversal, original }) => [reversal, original]));
  const levelOf = (one: PostedClaim) => {
    const { status, payer } = originals.get(one) ?? one;
    return LEVELS[status] ?? told.get(payer) ?? free;
  };
  return groupBy(ordered, (one) => String(levelOf(one)))
    .map((all) => ({ level: levelOf(all[0]), all }))
    .sort((left, right) => left.level - right.level);
}

/**
 * Of the adjudications that stand those that count: one after the other until the charge is accounted for, so that the parts
 * of a split claim add up and a decision that was made anew replaces the one before. What pays outweighs what does not, and a
 * denial as a duplicate (CARC 18) says nothing of the claim itself.
 */
function effectiveOf(standing: readonly PostedClaim[], chargeCents: Cents | undefined): PostedClaim[] {
  const weight = (one: PostedClaim) => (isRepeat(one) ? 0 : one.paidCents === 0 ? 1 : 2);
  const ranked = [...standing].reverse().sort((left, right) => weight(right) - weight(left));
  const charge = chargeCents ?? Math.max(0, ...ranked.map((one) => one.chargeCents));
  let left: number = Math.max(charge, ranked[0]?.chargeCents ?? 0);
  return ranked.filter(({ chargeCents: part }) => {
    if (part > left) return false;
    left -= part;
    return true;
  });
}

function isRepeat({ outcome, adjustments }: PostedClaim): boolean {
  return outcome === 'denied' && adjustments.some(({ reason, amountCents }) => reason === '18' && amountCents > 0);
}

/** A payment that came again, changed, while nothing of the first was taken back. */
function paidAnew(stands: readonly PostedClaim[], effective: readonly PostedClaim[]): ReversalPair[] {
  const correction = stands.findLast((one) => effective.includes(one));
  if (correction === undefined) return [];
  return stands
    .filter((one) => one.paidCents !== 0 && !effective.includes(one))
    .map((original) => ({ original, correction, exact: false }));
}

function patientShare(effective: readonly PostedClaim[]): Cents {
  return sumCents(effective.map((one) => one.patientResponsibilityCents));
}

function adjustedByGroup(effective: readonly PostedClaim[]): Record<string, Cents> {
  const adjusted: Record<string, Cents> = {};
  for (const { group, amountCents } of effective.flatMap(({ adjustments }) => adjustments))
    adjusted[group] = sumCents([adjusted[group] ?? ZERO_CENTS, amountCents]);
  return adjusted;
}

type Decision = Exclude<Standing, 'reversed'>;

/** What the parts of a split claim come to together. */
function outcomeOf(effective: readonly PostedClaim[]): Decision {
  const outcomes = new Set(effective.map(({ outcome }) => outcome));
  if (outcomes.has('partial') || (outcomes.has('paid') && outcomes.has('denied'))) return 'partial';
  return outcomes.has('paid') ? 'paid' : outcomes.has('denied') ? 'denied' : 'zero';
}

const BEST: readonly Decision[] = ['paid', 'partial', 'zero', 'denied'];

/** What one payer pays stands, whatever another says. */
function standingOf(decisions: readonly Decision[], ordered: readonly PostedClaim[]): Standing | undefined {
  return BEST.find((one) => decisions.includes(one)) ?? (ordered.some(isReversal) ? 'reversed' : undefined);
}
