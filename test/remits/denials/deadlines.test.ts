import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PayerDeadline } from '../../../schemas/payer-rules.ts';
import {
  addBusinessDays,
  addDays,
  addMonths,
  daysBetween,
  federalHolidays,
  isBusinessDay,
  nextBusinessDay,
} from '../../../src/days.ts';
import { toCents } from '../../../src/money.ts';
import { deadlineFrom, deadlinesOf, dueOn, priorityOf } from '../../../src/remits/denials/deadlines.ts';

describe('days', () => {
  test('federal holidays of 2026 and 2027', () => {
    expect(federalHolidays(2026)).toEqual([
      '2026-01-01', '2026-01-19', '2026-02-16', '2026-05-25', '2026-06-19', '2026-07-03', '2026-09-07', '2026-10-12', '2026-11-11',
      '2026-11-26', '2026-12-25',
    ]); // biome-ignore format: a list
    expect(federalHolidays(2027).slice(4)).toEqual([
      '2027-06-18', '2027-07-05', '2027-09-06', '2027-10-11', '2027-11-11', '2027-11-25', '2027-12-24',
    ]); // biome-ignore format: a list
  });

  test('New Year’s Day of 2028 is a Saturday and is kept in 2027', () => {
    expect(isBusinessDay('2027-12-31')).toBe(false);
    expect(nextBusinessDay('2027-12-31')).toBe('2028-01-03');
  });

  test.each([
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2025-11-15', 3, '2026-02-15'],
  ])('%s and %i months are %s', (day, months, end) => {
    expect(addMonths(day, months)).toBe(end);
  });

  test('business days: each is one, and so many lie between', () => {
    const days = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), (date, count) => {
        const day = date.toISOString().slice(0, 10);
        const end = addBusinessDays(day, count);
        const between = Array.from({ length: daysBetween(day, end) }, (_, at) => addDays(day, at + 1));
        expect(isBusinessDay(end)).toBe(true);
        expect(between.filter(isBusinessDay)).toHaveLength(count);
      }),
    );
  });
});

describe('need 89: deadlines', () => {
  const medicare = { payerIds: [], filing: 'MB', remittedOn: '2026-03-02' };

  test('Medicare: 12 months from the service, 120 days from receipt of the remittance, then 180 and 60 from each decision', () => {
    const found = deadlinesOf(medicare, { servedOn: '2026-01-15', remittedOn: '2026-03-02' });
    expect(found.map(({ kind, from, date }) => [kind, from, date])).toEqual([
      ['timelyFiling', 'service', '2027-01-15'],
      ['correctedClaim', 'remittance', '2027-03-02'],
      // 125 days end on Sunday, the fifth of July.
      ['appeal1', 'remittance', '2026-07-06'],
      ['appeal2', 'lastDecision', undefined],
      ['appeal3', 'lastDecision', undefined],
      ['appeal4', 'lastDecision', undefined],
      ['appeal5', 'lastDecision', undefined],
    ]);
  });

  test('a day that is not known gives no date, and a payer without rules no deadline', () => {
    expect(
      deadlinesOf(medicare, { servedOn: undefined }).find(({ kind }) => kind === 'timelyFiling'),
    ).not.toHaveProperty('date');
    expect(deadlinesOf({ ...medicare, filing: 'CI' }, { servedOn: '2026-01-15' })).toEqual([]);
  });

  test.each([
    ['days', 90, 0, false, '2026-09-30'],
    ['days', 86, 0, true, '2026-09-28'],
    ['businessDays', 4, 0, false, '2026-07-09'],
    ['businessDays', 1, 0, false, '2026-07-06'],
    ['months', 2, 5, false, '2026-09-07'],
  ] as const)('%s: %i after 2 July 2026', (unit, count, receiptDays, moves, end) => {
    const rule: PayerDeadline = {
      kind: 'appeal1',
      from: 'remittance',
      count,
      unit,
      receiptDays,
      nextBusinessDay: moves,
    };
    expect(deadlineFrom(rule, '2026-07-02')).toBe(end);
  });

  test('an action is due by the deadline it is bound by', () => {
    const found = deadlinesOf(medicare, { servedOn: '2025-04-01', remittedOn: '2026-03-02' });
    expect(dueOn('appeal', true, found)).toBe('2026-07-06');
    expect(dueOn('correctAndResubmit', true, found)).toBe('2026-04-01');
    expect(dueOn('sendRecords', false, found)).toBe('2027-03-02');
    expect(dueOn('billPatient', true, found)).toBeUndefined();
  });
});

describe('priority', () => {
  const today = '2026-03-02';
  const points = (due: string | undefined, cents = 10_000, chance = 50) =>
    priorityOf(toCents(cents), chance, due, today);

  test('is cents times chance, the more the fewer days are left; what is over hurries nobody', () => {
    expect(points(undefined)).toBe(500_000);
    expect(points('2026-06-30')).toBe(500_000);
    expect(points('2026-04-01')).toBe(1_000_000);
    expect(points('2026-03-16')).toBe(2_000_000);
    expect(points('2026-03-09')).toBe(4_000_000);
    expect(points('2026-03-02')).toBe(4_000_000);
    expect(points('2026-03-01')).toBe(500_000);
  });

  test('rises with the amount and with the chance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 99 }), (cents, chance) => {
        expect(points(today, cents + 1, chance)).toBeGreaterThan(points(today, cents, chance));
        expect(points(today, cents, chance + 1)).toBeGreaterThan(points(today, cents, chance));
      }),
    );
  });
});
