import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeDate,
  decodeScalar,
  decodeTime,
  encodeScalar,
  foundText,
  maskValue,
  x12Length,
} from '../../src/x12/codec.ts';
import { composite, dataElement, type Meaning, type Scalar } from '../../src/x12/grammar.ts';

const scalar = (type: Scalar['type'], as?: Meaning, max = 30): Scalar => ({
  kind: 'scalar',
  key: 'k',
  label: 'Label',
  de: '1',
  ...dataElement(type, 1, max, as),
});

describe('decodeScalar', () => {
  test.each<[Meaning, string, string | number | undefined, string?]>([
    ['text', 'ABC  ', 'ABC'],
    ['text', ' A', ' A'],
    ['text', 'A\0B\tC', 'ABC'],
    ['code', 'HC', 'HC'],
    ['money', '12.5', 1250],
    ['money', '1.005', undefined],
    ['money', '1E2', undefined],
    ['decimal', '1.500', '1.500'],
    ['decimal', '-.5', '-.5'],
    ['decimal', '+5', undefined],
    ['decimal', '.', undefined],
    ['integer', '007', 7],
    ['integer', '-3', -3],
    ['integer', '1.0', undefined],
    ['integer', '2147483647', 2147483647],
    ['integer', '2147483648', undefined],
    ['date', '20240229', '2024-02-29'],
    ['date', '20230229', undefined],
    ['date', '19000229', undefined],
    ['date', '20000229', '2000-02-29'],
    ['date', '20261301', undefined],
    ['date', '20260100', undefined],
    ['date', '00000101', undefined],
    ['date', '260102', '2026-01-02'],
    ['date', '2026-1-2', undefined],
    ['time', '1530', '15:30'],
    ['time', '153059', '15:30:59'],
    ['time', '15305912', '15:30:59.12'],
    ['time', '2400', undefined],
    ['time', '153', undefined],
    ['period', '20260102', '2026-01-02', 'D8'],
    ['period', '260102', undefined, 'D8'],
    ['period', '20260102-20260131', '2026-01-02/2026-01-31', 'RD8'],
    ['period', '20260102', undefined, 'RD8'],
    ['period', '20260102-20260131-20260201', undefined, 'RD8'],
    ['period', '202601021530', '2026-01-02T15:30', 'DT'],
    ['period', '1530', '15:30', 'TM'],
    ['period', 'as it is', 'as it is', 'XX'],
    ['period', 'as it is', 'as it is'],
  ])('%s %j is %j', (as, text, value, format) => {
    expect(decodeScalar(as, text, format)).toBe(value);
  });

  test('never gives minus zero', () => {
    expect(Object.is(decodeScalar('integer', '-0'), 0)).toBe(true);
    expect(Object.is(decodeScalar('money', '-0'), 0)).toBe(true);
  });
});

describe('encodeScalar', () => {
  test.each<[Scalar, string | number, string, string?]>([
    [scalar('R', 'money'), 1250, '12.5'],
    [scalar('N0'), 7, '7'],
    [scalar('DT', 'date', 8), '2026-01-02', '20260102'],
    [scalar('DT', 'date', 6), '2026-01-02', '260102'],
    [scalar('TM'), '15:30:59.12', '15305912'],
    [scalar('AN', 'period'), '2026-01-02', '20260102', 'D8'],
    [scalar('AN', 'period'), '2026-01-02/2026-01-31', '20260102-20260131', 'RD8'],
    [scalar('AN', 'period'), '2026-01-02T15:30', '202601021530', 'DT'],
    [scalar('AN', 'period'), '15:30', '1530', 'TM'],
    [scalar('AN', 'period'), 'a-b', 'a-b'],
    [scalar('R'), '1.50', '1.50'],
    [scalar('AN'), 'A B', 'A B'],
  ])('%#', (field, value, text, format) => {
    expect(encodeScalar(field, value, format)).toBe(text);
  });
});

describe('there and back', () => {
  const day = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });

  test('for every day', () => {
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(decodeDate(encodeScalar(scalar('DT', 'date', 8), iso))).toBe(iso);
      }),
    );
  });

  test('for every time of day', () => {
    fc.assert(
      fc.property(day, (date) => {
        const time = date.toISOString().slice(11, 19);
        expect(decodeTime(encodeScalar(scalar('TM'), time))).toBe(time);
      }),
    );
  });
});

test('lengths of numbers count digits only', () => {
  expect(x12Length(scalar('R'), '-12.50')).toBe(4);
  expect(x12Length(scalar('N0'), '-12')).toBe(2);
  expect(x12Length(scalar('AN'), '-12.50')).toBe(6);
});

test('a masked value shows its form only', () => {
  expect(maskValue('Müller 12-34')).toBe('AAAAAA 99-99');
  expect(maskValue('9'.repeat(99))).toHaveLength(40);
});

describe('what a finding repeats of an element', () => {
  test.each([
    ['a code as it stands', scalar('ID', 'code', 3), 'QQ', 'QQ'],
    ['a text hidden', scalar('AN', 'text', 30), 'DOE 12', 'AAA 99'],
    ['what is too long for a code hidden', scalar('ID', 'code', 3), 'SMITH', 'AAAAA'],
    ['a ZIP code hidden', { ...scalar('ID', 'code', 15), de: '116' }, '432150001', '999999999'],
    ['a composite hidden', composite('C003', 'procedure', 'Procedure', []), 'HC:99213', 'AA:99999'],
  ] as const)('%s', (_what, field, text, shown) => {
    expect(foundText(field, text)).toBe(shown);
  });
});
