import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cents, formatCents, formatX12Cents, parseCents, sumCents, toCents } from '../src/money.ts';

describe('parseCents', () => {
  test.each([
    ['0', 0],
    ['12', 1200],
    ['12.', 1200],
    ['12.5', 1250],
    ['12.50', 1250],
    ['12.500', 1250],
    ['.5', 50],
    ['-.05', -5],
    ['-0', 0],
    ['-0.00', 0],
    ['007.10', 710],
    ['90071992547409.91', 9007199254740991],
  ])('reads %s as %i cents', (text, cents) => {
    expect(parseCents(text)).toBe(cents);
  });

  test.each(['', '.', '-', '-.', '+1', '1e2', '1,000', '1.005', '1.2.3', ' 1', '1 ', '$1', 'abc', '--1'])(
    'refuses %j',
    (text) => {
      expect(parseCents(text)).toBeUndefined();
    },
  );

  test('refuses what no safe integer holds', () => {
    expect(parseCents('90071992547409.92')).toBeUndefined();
    expect(parseCents('9'.repeat(400))).toBeUndefined();
  });
});

describe('formatX12Cents', () => {
  test.each([
    [0, '0'],
    [5, '.05'],
    [50, '.5'],
    [100, '1'],
    [1250, '12.5'],
    [-5, '-.05'],
    [-123456, '-1234.56'],
  ])('writes %i as %s', (cents, text) => {
    expect(formatX12Cents(toCents(cents))).toBe(text);
  });

  test('is read back to the same cents, whatever the amount', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (cents) => {
        expect(parseCents(formatX12Cents(toCents(cents)))).toBe(cents === 0 ? 0 : cents);
      }),
    );
  });
});

describe('formatCents', () => {
  test.each([
    [0, '0.00'],
    [5, '0.05'],
    [-1, '-0.01'],
    [1234567, '12,345.67'],
    [-100000000, '-1,000,000.00'],
  ])('writes %i as %s', (cents, text) => {
    expect(formatCents(toCents(cents))).toBe(text);
  });
});

describe('sums', () => {
  test('add up in whole cents', () => {
    expect(sumCents([toCents(10), toCents(20), toCents(-30)])).toBe(0);
    expect(sumCents([])).toBe(0);
  });

  test('refuse fractions and what leaves the safe range', () => {
    expect(() => toCents(1.5)).toThrow(RangeError);
    expect(() => toCents(Number.NaN)).toThrow(RangeError);
    expect(() => sumCents([toCents(Number.MAX_SAFE_INTEGER), 1 as Cents])).toThrow(RangeError);
  });

  test('never give minus zero', () => {
    expect(Object.is(toCents(-0), 0)).toBe(true);
    expect(Object.is(parseCents('-.00'), 0)).toBe(true);
  });
});
