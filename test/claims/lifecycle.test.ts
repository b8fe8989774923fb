import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AdjudicatedState,
  CLAIM_EVENT_TYPES,
  CLAIM_STATES,
  type ClaimEventType,
  type ClaimState,
  isAdjudicated,
  nextState,
  stateByStanding,
  stateRank,
} from '../../src/claims/lifecycle.ts';

const STORIES: [name: string, events: ClaimEventType[], ends: ClaimState][] = [
  ['accepted by all', ['submitted', 'batched', 'sent', 'acknowledged', 'accepted_clearinghouse', 'accepted_payer'], 'accepted_payer'],
  ['rejected, handed in again and accepted', ['sent', 'rejected_payer', 'resubmitted', 'released', 'batched', 'sent', 'accepted_payer'], 'accepted_payer'],
  ['handed in again while it is on its way', ['sent', 'acknowledged', 'resubmitted'], 'acknowledged'],
  ['held, then released', ['held', 'released', 'batched'], 'batched'],
  ['refused envelope', ['submitted', 'batched', 'sent', 'interchange_rejected'], 'rejected_999'],
  ['an accepted envelope says nothing yet', ['submitted', 'batched', 'sent', 'interchange_accepted'], 'sent'],
  ['an answer overtakes our own note of sending', ['submitted', 'batched', 'acknowledged', 'sent'], 'acknowledged'],
  ['rejected, and a late acceptance', ['submitted', 'batched', 'sent', 'rejected_999', 'acknowledged'], 'rejected_999'],
  ['refused by the clearinghouse after its 999', ['sent', 'acknowledged', 'rejected_clearinghouse', 'accepted_clearinghouse'], 'rejected_clearinghouse'],
  ['a late refusal of a stage that is passed', ['sent', 'accepted_payer', 'rejected_clearinghouse', 'rejected_999'], 'accepted_payer'],
  ['the payer has what an earlier stage refused', ['sent', 'rejected_999', 'rejected_clearinghouse', 'accepted_payer'], 'accepted_payer'],
  ['pending, then refused by the payer', ['sent', 'accepted_payer', 'pending', 'rejected_payer'], 'rejected_payer'],
  ['what a payment says is only noted', ['sent', 'paid', 'reversed', 'denied', 'unposted'], 'sent'],
  ['closed for good', ['sent', 'closed', 'rejected_payer'], 'closed'],
]; // biome-ignore format: a table

const STANDINGS: [name: string, state: ClaimState, standing: AdjudicatedState | undefined, ends: ClaimState][] = [
  ['paid after the acceptance', 'accepted_payer', 'paid', 'paid'],
  ['rejected, then paid all the same', 'rejected_payer', 'paid', 'paid'],
  ['paid before we noted that it was sent', 'batched', 'partial', 'partial'],
  ['corrected downwards', 'paid', 'denied', 'denied'],
  ['corrected after a reversal', 'reversed', 'zero', 'zero'],
  ['nothing posted, nothing changed', 'accepted_payer', undefined, 'accepted_payer'],
  ['all of it un-posted: as before', 'paid', undefined, 'acknowledged'],
  ['closed for good', 'closed', 'reversed', 'closed'],
]; // biome-ignore format: a table

describe('a claim', () => {
  test.each(STORIES)('%s', (_name, events, ends) => {
    expect(events.reduce<ClaimState>(nextState, 'draft')).toBe(ends);
  });

  test.each(STANDINGS)('%s', (_name, state, standing, ends) => {
    expect(stateByStanding(state, standing, ['submitted', 'sent', 'paid', 'acknowledged', 'reversed'])).toBe(ends);
  });

  test('never moves backwards by an event', () => {
    const down = CLAIM_STATES.flatMap((state) =>
      CLAIM_EVENT_TYPES.map((event) => ({ state, event, next: nextState(state, event) })),
    ).filter(({ state, next }) => stateRank(next) < stateRank(state));
    expect(down.map(({ state, event }) => `${state} ${event}`)).toEqual([
      'rejected_999 resubmitted',
      'rejected_clearinghouse resubmitted',
      'rejected_payer resubmitted',
    ]);
  });

  test('stays where it is when a late answer comes after the payment', () => {
    for (const event of ['sent', 'acknowledged', 'accepted_payer', 'rejected_payer', 'interchange_rejected'] as const)
      for (const state of CLAIM_STATES.filter(isAdjudicated)) expect(nextState(state, event)).toBe(state);
  });

  test('need 56: answers of several stages come to the same state in any order', () => {
    const answers = CLAIM_EVENT_TYPES.filter(
      (event) => event !== 'resubmitted' && stateRank(nextState('sent', event)) < stateRank('denied'),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(answers), (some) => {
        const inOrder = answers.filter((event) => some.includes(event));
        expect(some.reduce<ClaimState>(nextState, 'sent')).toBe(inOrder.reduce<ClaimState>(nextState, 'sent'));
      }),
    );
  });

  test('stays where it is when the same event comes again', () => {
    for (const state of CLAIM_STATES) {
      for (const event of CLAIM_EVENT_TYPES) {
        const once = nextState(state, event);
        expect(nextState(once, event)).toBe(once);
      }
    }
  });
});
