import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCents } from '../../src/money.ts';
import { type ClaimHistory, historyOf } from '../../src/remits/history.ts';
import type { ReversalPair } from '../../src/remits/reversals.ts';
import { posted, type Told } from './posted.ts';

const CHARGE = toCents(18_500);

/** `reversal < original > correction`, a dash for a part that has not come, `!` where it does not undo the original exactly. */
function pairWords({ reversal, original, correction, exact }: ReversalPair): string {
  return `${reversal?.id ?? '-'} < ${original?.id ?? '-'} > ${correction?.id ?? '-'}${exact ? '' : ' !'}`;
}

const wordsOf = ({ standing, paidCents, patientCents, pairs }: ClaimHistory) => ({
  standing,
  paid: paidCents / 100,
  share: patientCents / 100,
  pairs: pairs.map(pairWords),
});

const PAID: Told = { id: 'paid', in: 'T1', on: 2, paid: 160 };
const BACK: Told = { id: 'back', in: 'T2', on: 9, status: '22', paid: -160 };

type Story = [name: string, told: Told[], standing: string | undefined, paid: number, share: number, pairs: string[]];

const STORIES: Story[] = [
  ['nothing posted', [], undefined, 0, 0, []],
  ['paid', [{ ...PAID, share: 25, cas: { 'PR-2': 25 } }], 'paid', 160, 25, []],
  ['denied', [{ id: 'no', in: 'T1', on: 2, status: '4', paid: 0 }], 'denied', 0, 0, []],
  ['nothing to pay, all the patient’s', [{ id: 'z', in: 'T1', on: 2, outcome: 'zero', paid: 0, share: 185 }], 'zero', 0, 185, []],
  ['only forwarded', [{ id: 'f', in: 'T1', on: 2, status: '23', outcome: 'forwarded', paid: 0 }], undefined, 0, 0, []],
  ['only estimated', [{ id: 'e', in: 'T1', on: 2, status: '25', outcome: 'predetermination', paid: 50 }], undefined, 0, 0, []],
  ['taken back', [PAID, BACK], 'reversed', 0, 0, ['back < paid > -']],
  [
    'taken back and corrected downwards in the same payment',
    [PAID, BACK, { id: 'new', in: 'T2', on: 9, status: '4', paid: 0, share: 185 }],
    'denied', 0, 185, ['back < paid > new'],
  ],
  [
    'corrected to the same amounts: the reversal is of the first, not of its own correction',
    [PAID, BACK, { id: 'new', in: 'T2', on: 9, paid: 160 }],
    'paid', 160, 0, ['back < paid > new'],
  ],
  [
    'paid, taken back and corrected in one and the same payment',
    [PAID, { ...BACK, in: 'T1', on: 2, ordinal: 2 }, { id: 'new', in: 'T1', on: 2, paid: 100, ordinal: 3 }],
    'paid', 100, 0, ['back < paid > new'],
  ],
  [
    'an earlier payment is undone before one of the reversal’s own',
    [PAID, { id: 'new', in: 'T2', on: 9, paid: 160 }, { ...BACK, ordinal: 2 }, { id: 'part', in: 'T2', on: 9, charge: 0, paid: 0, outcome: 'zero', ordinal: 3 }],
    'paid', 160, 0, ['back < paid > new'],
  ],
  [
    'corrected months later in another payment',
    [PAID, BACK, { id: 'new', in: 'T5', on: 28, paid: 100, outcome: 'partial' }],
    'partial', 100, 0, ['back < paid > new'],
  ],
  [
    'corrected twice',
    [PAID, BACK, { id: 'c1', in: 'T2', on: 9, paid: 100 }, { id: 'b2', in: 'T3', on: 16, status: '22', paid: -100 }, { id: 'c2', in: 'T3', on: 16, paid: 120, share: 5 }],
    'paid', 120, 5, ['back < paid > c1', 'b2 < c1 > c2'],
  ],
  [
    'the first denied, reversed by name, then paid',
    [{ id: 'no', in: 'T1', on: 2, status: '4', paid: 0 }, { id: 'b', in: 'T2', on: 9, status: '22', paid: 0 }, { id: 'new', in: 'T2', on: 9, paid: 160 }],
    'paid', 160, 0, ['b < no > new'],
  ],
  ['a lonely reversal', [BACK], 'reversed', -160, 0, ['back < - > - !']],
  [
    'a reversal and its correction, the first payment before our time',
    [BACK, { id: 'new', in: 'T2', on: 9, paid: 100 }],
    'paid', -60, 0, ['back < - > new !'],
  ],
  [
    'a reversal of another amount undoes no payment exactly, but nothing stands either',
    [PAID, { ...BACK, paid: -150, cas: { 'CO-45': -35 } }],
    'reversed', 10, 0, ['back < - > - !'],
  ],
  [
    'adjustments that were not negated: the amounts still find it, and it is said',
    [PAID, { ...BACK, cas: { 'CO-45': 25 } }],
    'reversed', 0, 0, ['back < paid > - !'],
  ],
  [
    'of two payments of one amount the one with the same adjustments is undone',
    [{ ...PAID, id: 'one', charge: 185, cas: { 'CO-97': 25 }, number: 'N1' }, { ...PAID, id: 'two', in: 'T1B', on: 3, number: 'N2' }, { ...BACK, number: 'N1' }],
    'paid', 160, 0, ['back < two > -'],
  ],
  [
    'a payment that comes after the reversal is not what it undoes',
    [{ ...PAID, on: 20 }, BACK],
    'paid', 0, 0, ['back < - > paid !'],
  ],
  [
    'decided anew without taking the first back: paid twice, and listed',
    [PAID, { id: 'new', in: 'T4', on: 20, paid: 170, share: 15 }],
    'paid', 330, 15, ['- < paid > new !'],
  ],
  [
    'denied first, paid on a second look',
    [{ id: 'no', in: 'T1', on: 2, status: '4', paid: 0 }, { id: 'yes', in: 'T4', on: 20, paid: 160 }],
    'paid', 160, 0, [],
  ],
  [
    'a resubmission denied as a duplicate says nothing of the claim',
    [{ ...PAID, share: 25 }, { id: 'dup', in: 'T4', on: 20, status: '4', paid: 0, cas: { 'CO-18': 185 } }],
    'paid', 160, 25, [],
  ],
  [
    'a deductible, then a duplicate denied',
    [{ id: 'z', in: 'T1', on: 2, outcome: 'zero', paid: 0, share: 185 }, { id: 'dup', in: 'T4', on: 20, status: '4', paid: 0, cas: { 'CO-18': 185 } }],
    'zero', 0, 185, [],
  ],
  [
    'need 72: split over two remittances, both parts count',
    [{ id: 'a', in: 'T1', on: 2, charge: 125, paid: 100, share: 10 }, { id: 'b', in: 'T2', on: 9, charge: 60, paid: 60, share: 5 }],
    'paid', 160, 15, [],
  ],
  [
    'split, one part denied',
    [{ id: 'a', in: 'T1', on: 2, charge: 125, paid: 100 }, { id: 'b', in: 'T2', on: 9, charge: 60, paid: 0, status: '4' }],
    'partial', 100, 0, [],
  ],
  [
    'split, one part taken back',
    [{ id: 'a', in: 'T1', on: 2, charge: 125, paid: 100 }, { id: 'b', in: 'T1', on: 2, charge: 60, paid: 60, ordinal: 2 }, { id: 'r', in: 'T3', on: 9, status: '22', charge: -60, paid: -60 }],
    'paid', 100, 0, ['r < b > -'],
  ],
  [
    'the second payer leaves its own share',
    [{ ...PAID, share: 25 }, { id: 'sec', in: 'S1', on: 20, payer: 'OTHER', status: '2', paid: 20, share: 5 }],
    'paid', 180, 5, [],
  ],
  [
    'the second payer pays what the first denied',
    [{ id: 'no', in: 'T1', on: 2, status: '4', paid: 0 }, { id: 'sec', in: 'S1', on: 20, payer: 'OTHER', status: '2', paid: 90, share: 5 }],
    'paid', 90, 5, [],
  ],
  [
    'the second payer denies what the first paid',
    [{ ...PAID, share: 25 }, { id: 'sec', in: 'S1', on: 20, payer: 'OTHER', status: '4', paid: 0, share: 25 }],
    'paid', 160, 25, [],
  ],
  [
    'the second payer takes back: the first one’s share is open again',
    [{ ...PAID, share: 25 }, { id: 'sec', in: 'S1', on: 20, payer: 'OTHER', status: '2', paid: 20, share: 5 }, { id: 'r', in: 'S2', on: 25, payer: 'OTHER', status: '22', paid: -20 }],
    'paid', 160, 25, ['r < sec > -'],
  ],
  [
    'a reversal of another payer undoes nothing of this one',
    [PAID, { ...BACK, payer: 'OTHER' }],
    'paid', 0, 0, ['back < - > - !'],
  ],
  [
    'forwarded to the next payer by the first is decided all the same',
    [{ ...PAID, status: '19', share: 25 }],
    'paid', 160, 25, [],
  ],
]; // biome-ignore format: stories

describe('the history of a claim', () => {
  test.each(STORIES)('%s', (_name, told, standing, paid, share, pairs) => {
    expect(wordsOf(historyOf(told.map(posted), CHARGE))).toEqual({ standing, paid, share, pairs });
  });

  test('is the same in whatever order its parts arrived', () => {
    for (const [name, told] of STORIES) {
      const expected = wordsOf(historyOf(told.map(posted), CHARGE));
      fc.assert(
        fc.property(fc.shuffledSubarray(told, { minLength: told.length }), (shuffled) => {
          expect(wordsOf(historyOf(shuffled.map(posted), CHARGE)), name).toEqual(expected);
        }),
        { numRuns: 20 },
      );
    }
  });

  test('tells the payers apart, each with its adjustments by group', () => {
    const first = posted({ ...PAID, share: 10, cas: { 'CO-45': 15, 'PR-2': 10 } });
    const second = posted({ id: 's', in: 'S', on: 20, payer: 'OTHER', status: '2', paid: 10, cas: { 'OA-23': 175 } });
    expect(historyOf([second, first], CHARGE).levels).toEqual([
      { level: 1, paidCents: 16_000, patientCents: 1_000, adjusted: { CO: 1_500, PR: 1_000 } },
      { level: 2, paidCents: 1_000, patientCents: 0, adjusted: { OA: 17_500 } },
    ]);
  });

  test('need 74: a reversal undoes exactly one earlier posting', () => {
    const twice = [PAID, { ...PAID, id: 'again', in: 'T1B', on: 3 }, BACK].map(posted);
    const { pairs } = historyOf(twice, toCents(37_000));
    expect(pairs.map(pairWords)).toEqual(['back < again > -']);
  });

  test('need 74: never pairs more than there is, whatever payers do and in whatever order it arrives', () => {
    const event = fc.record({
      on: fc.integer({ min: 1, max: 28 }),
      in: fc.constantFrom('T1', 'T2', 'T3', 'T4'),
      status: fc.constantFrom('1', '2', '4', '22', '22', '23'),
      dollars: fc.constantFrom(0, 60, 100, 160),
      payer: fc.constantFrom('PLAN', 'OTHER'),
      number: fc.constantFrom('N1', 'N2'),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (events, random) => {
        const facts = events.map(({ dollars, in: trace, on, status, ...more }, at) => {
          const paid = status === '22' ? -dollars : dollars;
          const outcome = status === '23' ? ('forwarded' as const) : undefined;
          const told = { ...more, id: `${at}`, in: `${trace}-${on}`, on, status, paid, ordinal: at };
          return posted(outcome === undefined ? told : { ...told, outcome });
        });
        const history = historyOf(facts, CHARGE);
        const shuffled = facts
          .map((fact) => ({ fact, at: random.next().value }))
          .sort((left, right) => left.at - right.at)
          .map(({ fact }) => fact);
        expect(historyOf(shuffled, CHARGE)).toEqual(history);
        const { pairs, paidCents } = history;
        for (const part of ['reversal', 'original'] as const) {
          const ids = pairs.flatMap((pair) => pair[part]?.id ?? []);
          expect(new Set(ids).size).toBe(ids.length);
        }
        for (const { reversal, original, correction } of pairs) {
          if (reversal === undefined) continue;
          if (original !== undefined) {
            expect([original.chargeCents, original.paidCents]).toEqual([-reversal.chargeCents, 0 - reversal.paidCents]);
            expect(original.settled <= reversal.settled && original.payer === reversal.payer).toBe(true);
            expect(original).not.toBe(correction);
          }
          if (correction !== undefined) expect(correction.settled >= reversal.settled).toBe(true);
        }
        expect(pairs.filter(({ reversal }) => reversal !== undefined)).toHaveLength(
          facts.filter(({ status }) => status === '22').length,
        );
        const moved = facts.filter(({ status }) => status !== '23').reduce((sum, one) => sum + one.paidCents, 0);
        expect(paidCents).toBe(moved);
      }),
      { numRuns: 300 },
    );
  });
});
