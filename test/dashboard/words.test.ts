import { describe, expect, test } from 'vitest';
import { CLAIM_EVENT_TYPES, CLAIM_STATES as STATES } from '../../src/claims/lifecycle.ts';
import { CLAIM_STATES, word } from '../../src/dashboard/words.ts';

describe('the words for states', () => {
  test('need 54: one vocabulary in the order of a claim’s life; who rejected it is said, and a denial is no rejection', () => {
    expect(Object.keys(CLAIM_STATES).toSorted()).toEqual([...STATES].toSorted());
    const labels = Object.values(CLAIM_STATES).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    const refused = labels.filter((label) => /reject|denied/i.test(label));
    expect(refused).toEqual(['Rejected (999)', 'Rejected by clearinghouse', 'Rejected by payer', 'Denied']);
  });

  test('every event has a word', () => {
    expect(CLAIM_EVENT_TYPES.filter((type) => word('event', type).label === type)).toEqual([]);
  });
});
