import { expect, test } from 'vitest';
import { daysOf } from '../../src/rules/claim-days.ts';

test.each([
  ['2026-01-02', { from: '2026-01-02', to: '2026-01-02' }],
  ['2026-01-02/2026-01-05', { from: '2026-01-02', to: '2026-01-05' }],
  ['2026-01-02T15:30', { from: '2026-01-02', to: '2026-01-02' }],
  ['2024-02-29', { from: '2024-02-29', to: '2024-02-29' }],
  ['2026-02-29', undefined],
  ['2026-01-02/9999-99-99', undefined],
  ['20260102', undefined],
  ['', undefined],
  [undefined, undefined],
])('the days of %s', (period, days) => {
  expect(daysOf(period)).toEqual(days);
});
