import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stageTotals } from '../../src/acks/stage-totals.ts';
import { CLAIM_STATES, type ClaimState } from '../../src/claims/lifecycle.ts';
import { sumCents, toCents } from '../../src/money.ts';

const row = (state: ClaimState, claims: number, cents: number) => ({ state, claims, cents: toCents(cents) });

describe('the claims of a sent file by stage', () => {
  test('each is accepted, rejected or silent where it came to', () => {
    const totals = stageTotals([
      row('sent', 1, 100),
      row('rejected_999', 2, 200),
      row('acknowledged', 3, 300),
      row('rejected_clearinghouse', 4, 400),
      row('accepted_clearinghouse', 5, 500),
      row('rejected_payer', 6, 600),
      row('accepted_payer', 7, 700),
      row('pending', 8, 800),
      row('paid', 9, 900),
      row('denied', 10, 1000),
    ]);
    const figures = totals.map(({ stage, sent, accepted, rejected, silent }) => [stage, sent.claims, accepted.claims, rejected.claims, silent.claims]); // biome-ignore format: figures
    expect(figures).toEqual([
      ['999', 55, 52, 2, 1],
      ['clearinghouse', 53, 45, 4, 4],
      ['payer', 49, 34, 6, 9],
    ]);
    expect(totals.map(({ sent }) => sent.cents)).toEqual([5500, 5300, 4900]);
  });

  test('sent = accepted + rejected + silent at every stage, and what one rejects does not come to the next', () => {
    const rows = fc.array(
      fc.record({
        state: fc.constantFrom(...CLAIM_STATES),
        claims: fc.nat(5000),
        cents: fc.nat(9_999_999).map(toCents),
      }),
    );
    fc.assert(
      fc.property(rows, (byState) => {
        const totals = stageTotals(byState);
        for (const [index, { sent, accepted, rejected, silent }] of totals.entries()) {
          expect(accepted.claims + rejected.claims + silent.claims).toBe(sent.claims);
          expect(sumCents([accepted.cents, rejected.cents, silent.cents])).toBe(sent.cents);
          const next = totals[index + 1];
          if (next !== undefined) expect(next.sent.claims).toBe(sent.claims - rejected.claims);
        }
        expect(totals[0]?.sent.cents).toBe(sumCents(byState.map(({ cents }) => cents)));
      }),
    );
  });
});
