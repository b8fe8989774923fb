import { describe, expect, test } from 'vitest';
import {
  CLAIM_EVENT_TYPES,
  CLAIM_STATES,
  type ClaimEventType,
  type ClaimState,
  nextState,
  stateRank,
} from '../../src/claims/lifecycle.ts';

const STORIES: [name: string, events: ClaimEventType[], ends: ClaimState][] = [
  ['paid', ['submitted', 'batched', 'sent', 'acknowledged', 'accepted_clearinghouse', 'accepted_payer', 'paid'], 'paid'],
  ['held, then released', ['held', 'released', 'batched'], 'batched'],
  ['refused envelope', ['submitted', 'batched', 'sent', 'interchange_rejected'], 'rejected_999'],
  ['an accepted envelope says nothing yet', ['submitted', 'batched', 'sent', 'interchange_accepted'], 'sent'],
  ['the payment overtakes the acceptances', ['submitted', 'batched', 'sent', 'partial', 'accepted_payer', 'acknowledged'], 'partial'],
  ['an answer overtakes our own note of sending', ['submitted', 'batched', 'acknowledged', 'sent'], 'acknowledged'],
  ['rejected, then paid all the same', ['submitted', 'batched', 'sent', 'rejected_277ca', 'paid'], 'paid'],
  ['rejected, and a late acceptance', ['submitted', 'batched', 'sent', 'rejected_999', 'accepted_payer'], 'rejected_999'],
  ['pending, then refused by the payer', ['sent', 'accepted_payer', 'pending', 'rejected_277ca'], 'rejected_277ca'],
  ['the second payer pays what the first denied', ['sent', 'denied', 'paid'], 'paid'],
  ['the second payer denies what the first paid', ['sent', 'paid', 'denied'], 'paid'],
  ['reversed', ['sent', 'paid', 'reversed'], 'reversed'],
  ['reversed and corrected downwards', ['sent', 'paid', 'reversed', 'denied'], 'denied'],
  ['reversed, and an old acceptance', ['sent', 'paid', 'reversed', 'accepted_payer'], 'reversed'],
  ['closed for good', ['sent', 'paid', 'closed', 'reversed', 'denied'], 'closed'],
]; // biome-ignore format: a table

describe('a claim', () => {
  test.each(STORIES)('%s', (_name, events, ends) => {
    expect(events.reduce<ClaimState>(nextState, 'draft')).toBe(ends);
  });

  test('never moves backwards, a correction after a reversal excepted', () => {
    const down = CLAIM_STATES.flatMap((state) =>
      CLAIM_EVENT_TYPES.map((event) => ({ state, event, next: nextState(state, event) })),
    ).filter(({ state, next }) => stateRank(next) < stateRank(state));
    expect(down.map(({ state, event }) => `${state} ${event}`)).toEqual([
      'reversed denied',
      'reversed zero',
      'reversed partial',
      'reversed paid',
    ]);
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
