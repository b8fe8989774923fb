/** How events and payments move a claim from state to state. Pure; the store derives a claim's state by nothing else. */

/**
 * Every state of a claim and its rank: events only let it climb. Of one stage a refusal outweighs an acceptance, and the word
 * of a later stage that of an earlier one, whichever comes first: who has the claim knows best.
 */
const RANK = {
  draft: 0,
  held: 5,
  ready: 10,
  batched: 20,
  sent: 30,
  acknowledged: 40,
  rejected_999: 45,
  accepted_clearinghouse: 50,
  rejected_clearinghouse: 55,
  accepted_payer: 60,
  pending: 65,
  rejected_payer: 70,
  denied: 80,
  zero: 81,
  partial: 82,
  paid: 83,
  reversed: 90,
  closed: 100,
} as const;

/** The state of a claim. */
export type ClaimState = keyof typeof RANK;

/** The state each event leads to; undefined where it is only noted. */
const LEADS_TO = {
  submitted: 'ready',
  held: 'held',
  released: 'ready',
  /** Handed in again: held until its new content is released. */
  resubmitted: 'held',
  batched: 'batched',
  sent: 'sent',
  interchange_accepted: undefined,
  /** A refused envelope (TA1) is a refusal of every claim in it. */
  interchange_rejected: 'rejected_999',
  acknowledged: 'acknowledged',
  rejected_999: 'rejected_999',
  accepted_clearinghouse: 'accepted_clearinghouse',
  rejected_clearinghouse: 'rejected_clearinghouse',
  accepted_payer: 'accepted_payer',
  pending: 'pending',
  rejected_payer: 'rejected_payer',
  /** What a payment says is only noted: where the claim stands follows from all payments together (stateByStanding). */
  denied: undefined,
  zero: undefined,
  partial: undefined,
  paid: undefined,
  reversed: undefined,
  unposted: undefined,
  reposted: undefined,
  closed: 'closed',
} as const satisfies Record<string, ClaimState | undefined>;

/** What can happen to a claim. */
export type ClaimEventType = keyof typeof LEADS_TO;

/** All states, lowest rank first. */
export const CLAIM_STATES: readonly ClaimState[] = Object.freeze(Object.keys(RANK) as ClaimState[]);

/** All event types. */
export const CLAIM_EVENT_TYPES: readonly ClaimEventType[] = Object.freeze(Object.keys(LEADS_TO) as ClaimEventType[]);

/** How far along a state is; no event but resubmission takes a claim to a lower rank. */
export function stateRank(state: ClaimState): number {
  return RANK[state];
}

/** The states of claims that went out and that nobody has taken: they may be handed in again, and begin anew. */
export const REJECTED_STATES: ReadonlySet<ClaimState> = new Set([
  'rejected_999',
  'rejected_clearinghouse',
  'rejected_payer',
]);

/**
 * The state after an event. An event that comes late (an acceptance after the payment) leaves the state as it is; only a
 * claim that was rejected and is handed in again goes back, to begin anew.
 */
export function nextState(state: ClaimState, event: ClaimEventType): ClaimState {
  if (event === 'resubmitted') return REJECTED_STATES.has(state) ? 'held' : state;
  const target = LEADS_TO[event];
  return target !== undefined && RANK[target] > RANK[state] ? target : state;
}

/** States in which payers have decided. */
export type AdjudicatedState = 'denied' | 'zero' | 'partial' | 'paid' | 'reversed';

/** Whether payers have decided on a claim in this state. */
export function isAdjudicated(state: ClaimState): state is AdjudicatedState {
  return RANK[state] >= RANK.denied && RANK[state] <= RANK.reversed;
}

/**
 * The state of a claim whose posted payments come to this standing, undefined for none: then the state is what its other
 * events make it, as it was before anything was posted. A closed claim stays closed.
 */
export function stateByStanding(
  state: ClaimState,
  standing: AdjudicatedState | undefined,
  events: readonly ClaimEventType[],
): ClaimState {
  if (state === 'closed') return state;
  if (standing !== undefined) return standing;
  return isAdjudicated(state) ? events.reduce<ClaimState>(nextState, 'draft') : state;
}
