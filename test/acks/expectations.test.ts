import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueAt, EXPECTED_ANSWERS, type ExpectedAnswer, overdueIfSentBefore } from '../../src/acks/expectations.ts';
import { CLAIM_STATES } from '../../src/claims/lifecycle.ts';

const ANSWERS: readonly ExpectedAnswer[] = ['999', 'clearinghouse', 'payer', 'remittance'];

describe('an answer is due', () => {
  test.each<[answer: ExpectedAnswer, what: string, sent: string, due: string]>([
    ['999', 'four hours after sending', '2026-11-20T22:30:00Z', '2026-11-21T02:30:00Z'],
    ['clearinghouse', 'by the end of the next business day', '2026-11-19T12:00:00Z', '2026-11-21T00:00:00Z'],
    ['clearinghouse', 'after the weekend', '2026-11-20T12:00:00Z', '2026-11-24T00:00:00Z'],
    ['clearinghouse', 'after Thanksgiving', '2026-11-25T12:00:00Z', '2026-11-28T00:00:00Z'],
    ['payer', 'by the end of the third business day', '2026-11-16T12:00:00Z', '2026-11-20T00:00:00Z'],
    ['remittance', 'after thirty days', '2026-11-01T12:00:00Z', '2026-12-02T00:00:00Z'],
  ])('%s: %s', (answer, _, sent, due) => {
    expect(dueAt(answer, new Date(sent)).toISOString()).toBe(new Date(due).toISOString());
  });

  test('and overdue exactly when that time has passed', () => {
    const at = fc.date({ min: new Date('2025-01-01'), max: new Date('2028-12-31'), noInvalidDate: true });
    const near = fc.tuple(at, fc.integer({ min: -48 * 3_600_000, max: 45 * 24 * 3_600_000 }));
    fc.assert(
      fc.property(fc.constantFrom(...ANSWERS), near, (answer, [sentAt, later]) => {
        const now = new Date(sentAt.getTime() + later);
        expect(sentAt < overdueIfSentBefore(answer, now)).toBe(now > dueAt(answer, sentAt));
      }),
    );
  });

  test('and not overdue at the very moment', () => {
    for (const answer of ANSWERS) {
      const sentAt = new Date('2026-11-20T00:00:00Z');
      const due = dueAt(answer, sentAt);
      expect(sentAt < overdueIfSentBefore(answer, due)).toBe(false);
      expect(sentAt < overdueIfSentBefore(answer, new Date(due.getTime() + 1))).toBe(true);
    }
  });
});

test('a claim waits for the next stage; one that was rejected or decided on waits for nothing', () => {
  expect(EXPECTED_ANSWERS.map(([state]) => state)).toEqual(
    CLAIM_STATES.filter((state) => /^(sent|acknowledged|accepted_.*|pending)$/.test(state)),
  );
  expect(EXPECTED_ANSWERS.map(([, answer]) => answer)).toEqual([...ANSWERS, 'remittance']);
});
