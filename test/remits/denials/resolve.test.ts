import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCents } from '../../../src/money.ts';
import { type Decision, resolveDenials, statusOf } from '../../../src/remits/denials/resolve.ts';

type Line = readonly [id: string, paid: number, denied?: number, reason?: string];

/** A decision on a claim of lines over 100.00 each, settled on a day of March. */
function decision(
  id: string,
  day: number,
  outcome: Decision['outcome'],
  lines: readonly Line[],
  more: Partial<Decision> = {},
): Decision {
  const charge = lines.length * 10_000;
  return {
    id,
    paymentId: `pay-${id}`,
    payer: 'ACME',
    settled: `2026-03-${String(day).padStart(2, '0')}`,
    traceNumber: `T${id}`,
    fingerprint: id,
    ordinal: 1,
    patientControlNumber: 'PCN1',
    payerClaimNumber: 'ICN1',
    status: outcome === 'reversal' ? '22' : '1',
    outcome,
    chargeCents: toCents(charge),
    paidCents: toCents(lines.reduce((sum, [, paid]) => sum + paid, 0)),
    patientResponsibilityCents: toCents(0),
    adjustments: [],
    claimId: 'claim',
    lines: lines.map(([line, paid]) => ({
      id: `${id}-${line}`,
      lineControlNumber: line,
      procedureCode: '99213',
      chargeCents: toCents(10_000),
      paidCents: toCents(paid),
    })),
    denials: lines.flatMap(([line, , denied = 0, reason = '16']) =>
      denied === 0 ? [] : [{ id: `${id}-${line}-d`, lineId: `${id}-${line}`, reason, amountCents: toCents(denied) }],
    ),
    ...more,
  };
}

const denied = decision('A', 1, 'denied', [['L1', 0, 10_000]]);
const short = (all: Decision[]) =>
  resolveDenials(all).map(({ denialId, outcome, recoveredCents, decidedBy }) => [
    denialId,
    outcome,
    recoveredCents,
    decidedBy,
  ]);

describe('what became of a denial', () => {
  test('nothing, while nothing follows', () => {
    expect(short([denied])).toEqual([]);
  });

  test('paid later: overturned, with what was won', () => {
    expect(short([denied, decision('B', 9, 'paid', [['L1', 8_000]])])).toEqual([['A-L1-d', 'overturned', 8_000, 'B']]);
  });

  test('paid in part, refused in part: partly overturned', () => {
    const later = decision('B', 9, 'partial', [['L1', 3_000, 5_000]]);
    expect(short([denied, later])).toEqual([['A-L1-d', 'partlyOverturned', 3_000, 'B']]);
  });

  test('refused again: upheld, and the new denial is the one to work', () => {
    expect(short([denied, decision('B', 9, 'denied', [['L1', 0, 10_000]])])).toEqual([['A-L1-d', 'upheld', 0, 'B']]);
  });

  test('left to the patient: no longer denied', () => {
    expect(short([denied, decision('B', 9, 'zero', [['L1', 0]])])).toEqual([['A-L1-d', 'overturned', 0, 'B']]);
  });

  test('another payer’s decision and a denial as a duplicate answer nothing', () => {
    expect(short([denied, decision('B', 9, 'paid', [['L1', 8_000]], { payer: 'OTHER', status: '2' })])).toEqual([]);
    expect(short([denied, decision('B', 9, 'denied', [['L1', 0, 10_000, '18']])])).toEqual([]);
  });

  test('a payment that was taken back again answers nothing', () => {
    const paid = decision('B', 9, 'paid', [['L1', 8_000]]);
    const reversal = decision('C', 12, 'reversal', [['L1', -8_000]], { chargeCents: toCents(-10_000) });
    expect(short([denied, paid, reversal])).toEqual([]);
  });

  test('need 72: the other part of a split claim answers nothing', () => {
    expect(short([denied, decision('B', 9, 'paid', [['L2', 8_000]])])).toEqual([]);
  });

  test('each line for itself', () => {
    const both = decision('A', 1, 'denied', [
      ['L1', 0, 10_000],
      ['L2', 0, 10_000],
    ]);
    const later = decision('B', 9, 'partial', [
      ['L2', 0, 10_000],
      ['L1', 7_000],
    ]);
    expect(short([both, later])).toEqual([
      ['A-L1-d', 'overturned', 7_000, 'B'],
      ['A-L2-d', 'upheld', 0, 'B'],
    ]);
  });

  test('a replacement answers for the claim it replaced, with other lines too', () => {
    const replacement = decision('B', 9, 'paid', [['X1', 9_000]], { claimId: 'replacement' });
    expect(short([denied, replacement])).toEqual([['A-L1-d', 'overturned', 9_000, 'B']]);
  });

  test('is the same for every order and repetition of what arrived, and never more than was denied', () => {
    const outcomes = fc.constantFrom('paid', 'partial', 'denied', 'zero', 'reversal');
    const one = fc.record({
      day: fc.integer({ min: 1, max: 5 }),
      outcome: outcomes,
      paid: fc.integer({ min: 0, max: 10_000 }),
      denied: fc.integer({ min: 0, max: 10_000 }),
      payer: fc.constantFrom('ACME', 'OTHER'),
    });
    const history = fc.array(one, { minLength: 1, maxLength: 6 }).map((all) =>
      all.map(({ day, outcome, paid, denied: refused, payer }, index) => {
        const cents = outcome === 'reversal' ? -paid : paid;
        return decision(
          `D${index}`,
          day,
          outcome as Decision['outcome'],
          [['L1', cents, outcome === 'reversal' ? 0 : refused]],
          {
            payer,
            ...(outcome === 'reversal' ? { chargeCents: toCents(-10_000) } : {}),
          },
        );
      }),
    );
    const byId = (all: readonly Decision[]) =>
      resolveDenials(all).toSorted((left, right) => (left.denialId < right.denialId ? -1 : 1));
    fc.assert(
      fc.property(
        history.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(byId(shuffled)).toEqual(byId(all));
          const amounts = new Map(all.flatMap(({ denials }) => denials.map((row) => [row.id, row.amountCents])));
          for (const { denialId, recoveredCents } of resolveDenials(all)) {
            expect(recoveredCents).toBeGreaterThanOrEqual(0);
            expect(recoveredCents).toBeLessThanOrEqual(amounts.get(denialId) ?? 0);
          }
        },
      ),
    );
  });
});

describe('where a denial stands', () => {
  test.each([
    ['new', null, 'new'],
    ['appealed', 'overturned', 'overturned'],
    ['writtenOff', 'overturned', 'overturned'],
    ['writtenOff', 'upheld', 'writtenOff'],
    ['appealed', 'upheld', 'upheld'],
    ['inWork', 'partlyOverturned', 'partlyOverturned'],
  ] as const)('%s and %s: %s', (work, outcome, status) => {
    expect(statusOf(work, outcome)).toBe(status);
  });
});
