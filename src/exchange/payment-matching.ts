/** Claim payments find their claims: when they come, when a claim comes after them, and when a person says so. */
import { groupBy } from '../lists.ts';
import {
  type Choice,
  chooseNumbered,
  chooseSimilar,
  type MatchableClaim,
  type PaymentEvidence,
} from '../remits/match.ts';
import {
  type ClaimKey,
  findClaimKeys,
  findClaimsByControlNumbers,
  findClaimsByPayerNumbers,
} from '../store/claim-keys.ts';
import { type Store, type Tx, transact } from '../store/database.ts';
import { appendEvents } from '../store/events.ts';
import { claimPaymentToMatch, findSimilarClaims, type WaitingClaimPayment, waitingFor } from '../store/match-rows.ts';
import { addMatchChoice, type Link, linkClaimPayments, replaceCandidates } from '../store/matches.ts';
import { adjudicationEvent } from './adjudication-events.ts';
import { wentOut } from './matching.ts';

/**
 * What each claim payment is matched to. Most are settled by two look-ups for all of them; only those left are compared with
 * claims that are alike in something.
 */
export async function matchPayments(
  tx: Tx,
  partnerId: string,
  payments: readonly PaymentEvidence[],
): Promise<Choice[]> {
  const byNumber = await numbered(tx, partnerId, payments);
  const choices: (Choice | undefined)[] = payments.map(byNumber);
  const left = [...payments.keys()].filter((index) => choices[index] === undefined);
  const similar = await findSimilarClaims(
    tx,
    partnerId,
    left.map((index) => payments[index]!),
  );
  left.forEach((index, place) => {
    choices[index] = chooseSimilar(payments[index]!, similar.get(place) ?? []);
  });
  return choices.map((choice) => choice ?? { candidates: [] });
}

/** The choice by the very control number, else by the payer's own number; undefined where they do not decide. */
async function numbered(tx: Tx, partnerId: string, payments: readonly PaymentEvidence[]) {
  const numbers = new Set(payments.map(({ patientControlNumber }) => patientControlNumber));
  const payerNumbers = new Set(payments.flatMap(({ payerClaimNumber }) => payerClaimNumber ?? []));
  const ours = byKey(await findClaimsByControlNumbers(tx, partnerId, [...numbers]), (one) => one.patientControlNumber);
  const theirs = byKey(await findClaimsByPayerNumbers(tx, partnerId, [...payerNumbers]), (one) => one.payerClaimNumber);
  return (evidence: PaymentEvidence): Choice | undefined => {
    const named = ours.get(evidence.patientControlNumber) ?? [];
    const direct = chooseNumbered(evidence, 'control-number', named);
    if (direct.match !== undefined) return direct;
    const indirect = chooseNumbered(evidence, 'payer-number', theirs.get(evidence.payerClaimNumber ?? '') ?? []);
    return indirect.match === undefined || named.length > 0 ? undefined : indirect;
  };
}

function byKey(claims: readonly ClaimKey[], keyOf: (claim: ClaimKey) => string | null): Map<string, MatchableClaim[]> {
  return new Map(
    groupBy(claims.filter(wentOut), (claim) => keyOf(claim) ?? '').map((group) => [keyOf(group[0]) ?? '', group]),
  );
}

/**
 * Looks again at claim payments that have no claim, for claims that were just sent or whose payer's number was just learned.
 * Gives back how many found theirs. What a person chose stays.
 */
export async function rematch(tx: Tx, partnerId: string, claimIds: readonly string[]): Promise<number> {
  const waiting = await waitingFor(tx, partnerId, claimIds);
  if (waiting.length === 0) return 0;
  const choices = await matchPayments(
    tx,
    partnerId,
    waiting.map(({ evidence }) => evidence),
  );
  const results = waiting.map((payment, index) => ({ payment, choice: choices[index]! }));
  const open = results.filter(({ choice }) => choice.match === undefined);
  await replaceCandidates(
    tx,
    open.map(({ payment: { id }, choice }) => ({ id, choice })),
  );
  const found = results.flatMap(({ payment, choice: { match } }) =>
    match === undefined
      ? []
      : [{ payment, claimId: match.claim.id, rule: match.rule, score: match.score, runnerUp: match.runnerUp }],
  );
  await link(tx, found);
  return found.length;
}

type Found = Omit<Link, 'claimPaymentId'> & { payment: WaitingClaimPayment };

/** Links, and tells the claims what posted payments say of them. */
async function link(tx: Tx, found: readonly Found[]): Promise<void> {
  await linkClaimPayments(
    tx,
    found.map(({ payment, ...rest }) => ({ ...rest, claimPaymentId: payment.id })),
  );
  const posted = found.filter(({ payment }) => payment.posted);
  // Only noted: where the claims stand follows from all payments.
  await appendEvents(
    tx,
    posted.flatMap(({ claimId, payment }) => adjudicationEvent({ ...payment, claimId }) ?? []),
  );
}

/** Of a claim payment, by a person: the claim that it is for, by id or control number; neither means none of ours. */
export type PersonsChoice = {
  claimPaymentId: string;
  claim?: string | undefined;
  number?: string | undefined;
  by: string;
};

/**
 * Notes a person's choice and follows it; it wins over every rule. False where there is no such claim payment or claim, or
 * where the control number names several.
 */
export function chooseClaim(store: Pick<Store, 'db'>, choice: PersonsChoice): Promise<boolean> {
  const { claimPaymentId, by } = choice;
  return transact(store, async (tx) => {
    const payment = await claimPaymentToMatch(tx, claimPaymentId);
    const claimId = await chosenClaim(tx, choice);
    if (payment === undefined || claimId === false) return false;
    await addMatchChoice(tx, { claimPaymentId, claimId, by });
    await link(tx, [{ payment, claimId, rule: claimId === undefined ? 'none-of-ours' : 'person' }]);
    return true;
  });
}

async function chosenClaim(tx: Tx, { claim, number }: PersonsChoice): Promise<string | undefined | false> {
  if (claim === undefined && number === undefined) return undefined;
  const found =
    claim === undefined
      ? await findClaimsByControlNumbers(tx, undefined, [number ?? ''])
      : await findClaimKeys(tx, [claim]);
  return found.length === 1 ? (found[0]?.id ?? false) : false;
}
