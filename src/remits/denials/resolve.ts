/** What became of denials, from all that payers decided on a claim. Pure, and the same in whatever order it arrived. */
import type { DenialStatus } from '../../../schemas/denial-words.ts';
import { type Cents, sumCents, toCents } from '../../money.ts';
import { inOrder, isAdjudication, type PostedClaim } from '../posted-claim.ts';
import { pairReversals } from '../reversals.ts';

/** A line that was decided on. */
export type DecidedLine = {
  id: string;
  lineControlNumber?: string | null | undefined;
  procedureCode: string;
  chargeCents: Cents;
  paidCents: Cents;
};

/** One decision of a payer on a claim or on one that replaced it: a posted claim payment. */
export type Decision = PostedClaim & {
  claimId: string;
  lines: readonly DecidedLine[];
  denials: readonly { id: string; lineId?: string | null | undefined; reason: string; amountCents: Cents }[];
};

/** What became of a denial, by which decision, and what was won. */
export type Resolution = {
  denialId: string;
  outcome: 'overturned' | 'partlyOverturned' | 'upheld';
  recoveredCents: Cents;
  decidedBy: string;
};

/** A place in a decision: a line, or the whole claim. */
type Place = { key: string; line?: DecidedLine; paidCents: Cents; deniedCents: Cents };

/** The denials that a later decision of the same payer answered; one that was taken back, or only says duplicate, answers none. */
export function resolveDenials(decisions: readonly Decision[]): Resolution[] {
  const undone = new Set(pairReversals(decisions).flatMap(({ original }) => original?.id ?? []));
  const byId = new Map(decisions.map((one) => [one.id, one]));
  const ordered = inOrder(decisions.filter(isAdjudication)).flatMap(({ id }) => byId.get(id) ?? []);
  return ordered.flatMap((before, index) => {
    const later = ordered
      .slice(index + 1)
      .filter((one) => one.payer === before.payer && !undone.has(one.id) && !isRepeat(one))
      .reverse();
    return answersTo(before, later);
  });
}

function isRepeat({ outcome, denials }: Decision): boolean {
  return outcome === 'denied' && denials.length > 0 && denials.every(({ reason }) => reason === '18');
}

/** Of each denial the latest decision that speaks of its place. */
function answersTo(before: Decision, later: readonly Decision[]): Resolution[] {
  const won = new Map<string, number>();
  return before.denials.flatMap(({ id, lineId, amountCents }): Resolution[] => {
    const then = placeIn(before, lineId ?? undefined);
    for (const after of later) {
      const now = samePlace(before, then, after);
      if (now === undefined) continue;
      const pool = won.get(then.key) ?? Math.max(0, now.paidCents - then.paidCents);
      const recovered = Math.min(pool, amountCents);
      won.set(then.key, pool - recovered);
      const outcome = outcomeOf(then.deniedCents, now.deniedCents, recovered);
      return [{ denialId: id, outcome, recoveredCents: toCents(recovered), decidedBy: after.id }];
    }
    return [];
  });
}

function outcomeOf(before: Cents, after: Cents, recovered: number): Resolution['outcome'] {
  if (after === 0) return 'overturned';
  return after < before || recovered > 0 ? 'partlyOverturned' : 'upheld';
}

/**
 * The same line in another decision, or the whole claim. A part of a split claim says nothing of what stands in the other
 * part; a replacement that has no such line answers with all of it.
 */
function samePlace(before: Decision, { line }: Place, after: Decision): Place | undefined {
  const found = line === undefined ? undefined : lineLike(after, line, before);
  if (found !== undefined) return placeIn(after, found.id);
  const whole = after.claimId !== before.claimId || after.chargeCents === before.chargeCents;
  return whole && (line === undefined || after.claimId !== before.claimId || after.lines.length === 0)
    ? placeIn(after, undefined)
    : undefined;
}

function placeIn(decision: Decision, lineId: string | undefined): Place {
  const line = lineId === undefined ? undefined : decision.lines.find(({ id }) => id === lineId);
  const denied = decision.denials.filter((denial) => line === undefined || denial.lineId === line.id);
  return {
    key: line?.id ?? '',
    ...(line === undefined ? {} : { line }),
    paidCents: line?.paidCents ?? decision.paidCents,
    deniedCents: sumCents(denied.map(({ amountCents }) => amountCents)),
  };
}

/** The same line: by its control number; where one of the two has none, by procedure and charge, the nth of its like. */
function lineLike(decision: Decision, line: DecidedLine, before: Decision): DecidedLine | undefined {
  const named = decision.lines.find(
    ({ lineControlNumber }) => lineControlNumber != null && lineControlNumber === line.lineControlNumber,
  );
  if (named !== undefined) return named;
  const alike = (one: DecidedLine) => one.procedureCode === line.procedureCode && one.chargeCents === line.chargeCents;
  const unnamed = (one: DecidedLine) => one.lineControlNumber == null || line.lineControlNumber == null;
  const nth = before.lines.filter(alike).findIndex(({ id }) => id === line.id);
  return decision.lines.filter((one) => alike(one) && unnamed(one))[nth];
}

/** What people settle for good, whatever the payer upholds. */
const SETTLED: ReadonlySet<DenialStatus> = new Set(['writtenOff', 'billedPatient']);

/** Where a denial stands: what a later payment decided, before what people set; what they settled is not reopened by an upheld one. */
export function statusOf(work: DenialStatus, outcome: Resolution['outcome'] | null | undefined): DenialStatus {
  if (outcome == null || (outcome === 'upheld' && SETTLED.has(work))) return work;
  return outcome;
}
