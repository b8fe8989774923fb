/** How sent claims stand at each stage of their acknowledgment: those that came so far are accepted, rejected or silent. */
import { type ClaimState, stateRank } from '../claims/lifecycle.ts';
import { type Cents, sumCents } from '../money.ts';

/** The acknowledgments of a claim in the order in which they come: the 999, the clearinghouse's 277CA, the payer's. */
export type AckStage = '999' | 'clearinghouse' | 'payer';

/** So many claims, of so much charge. */
export type ClaimSum = { claims: number; cents: Cents };

/** `sent` are the claims that no earlier stage rejected: always accepted + rejected + silent. */
export type StageTotals = {
  stage: AckStage;
  sent: ClaimSum;
  accepted: ClaimSum;
  rejected: ClaimSum;
  silent: ClaimSum;
};

type Stage = { stage: AckStage; accepted: ClaimState; rejected: ClaimState };

const STAGES: readonly Stage[] = [
  { stage: '999', accepted: 'acknowledged', rejected: 'rejected_999' },
  { stage: 'clearinghouse', accepted: 'accepted_clearinghouse', rejected: 'rejected_clearinghouse' },
  { stage: 'payer', accepted: 'accepted_payer', rejected: 'rejected_payer' },
];

const REJECTED: ReadonlySet<ClaimState> = new Set(STAGES.map(({ rejected }) => rejected));

/** A claim that a later stage speaks of has passed this one, whether or not it was told so; one that an earlier stage rejected never came here. */
function standingAt({ accepted, rejected }: Stage, state: ClaimState): 'accepted' | 'rejected' | 'silent' | undefined {
  if (state === rejected) return 'rejected';
  if (stateRank(state) >= stateRank(accepted)) return 'accepted';
  return REJECTED.has(state) ? undefined : 'silent';
}

/** The totals of every stage over claims summed by state. */
export function stageTotals(byState: readonly (ClaimSum & { state: ClaimState })[]): StageTotals[] {
  return STAGES.map((stage) => {
    const sumOf = (...standings: ReturnType<typeof standingAt>[]): ClaimSum => {
      const rows = byState.filter(({ state }) => standings.includes(standingAt(stage, state)));
      return {
        claims: rows.reduce((sum, { claims }) => sum + claims, 0),
        cents: sumCents(rows.map(({ cents }) => cents)),
      };
    };
    return {
      stage: stage.stage,
      sent: sumOf('accepted', 'rejected', 'silent'),
      accepted: sumOf('accepted'),
      rejected: sumOf('rejected'),
      silent: sumOf('silent'),
    };
  });
}
