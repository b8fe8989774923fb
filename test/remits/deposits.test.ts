import { describe, expect, test } from 'vitest';
import { readDeposits } from '../../src/remits/deposits.ts';

const pad = (text: string, width: number) => text.padEnd(width).slice(0, width);
const HEADER = pad('101 091000019 1234567891611230900A094101BANK                   CLINIC', 94);
const batch = (kind = 'CCD') =>
  pad(
    `5200${pad('SAMPLE PLAN', 16)}${' '.repeat(20)}${pad('1512345678', 10)}${kind}${pad('HCCLAIMPMT', 10)}261123261124   1091000010000001`,
    94,
  );
const entry = (cents: number, code = '22') =>
  pad(
    `6${code}09100001${'9'}${pad('98765', 17)}${String(cents).padStart(10, '0')}${pad('1234567893', 15)}${pad('CLINIC', 22)}  1091000010000001`,
    94,
  );
const addenda = (text: string) => pad(`705${pad(text, 80)}00010000001`, 94);
const END = pad('9000001', 94);
const TRN = 'TRN*1*EFT-77*1512345678*PLAN\\';

const file = (...records: string[]) => [HEADER, batch(), ...records, END].join('\r\n');
const DEPOSIT = {
  date: '2026-11-24',
  amountCents: 16_000,
  company: '1512345678',
  payer: 'SAMPLE PLAN',
  description: 'HCCLAIMPMT',
  occurrence: 1,
};

describe('a NACHA file', () => {
  test.each<[string, string, object]>([
    ['gives entries with the TRN of their addenda', file(entry(16_000), addenda(TRN)), { kind: 'nacha', deposits: [{ ...DEPOSIT, traceNumber: 'EFT-77' }], faults: [], passedOver: 0 }],
    ['an addenda that ends in a tilde, without TRN03', file(entry(16_000), addenda('TRN*1*EFT-77~')), { kind: 'nacha', deposits: [{ ...DEPOSIT, traceNumber: 'EFT-77' }], faults: [], passedOver: 0 }],
    ['entries without addenda', file(entry(16_000)), { kind: 'nacha', deposits: [DEPOSIT], faults: [], passedOver: 0 }],
    ['two equal entries are two deposits', file(entry(16_000), entry(16_000)), { kind: 'nacha', deposits: [DEPOSIT, { ...DEPOSIT, occurrence: 2 }], faults: [], passedOver: 0 }],
    ['an addenda without a TRN is told', file(entry(16_000), addenda('INVOICE 12')), { kind: 'nacha', deposits: [DEPOSIT], faults: [{ line: 4, reason: 'addenda' }], passedOver: 0 }],
    ['debits and prenotes are no deposits, nor is their addenda', file(entry(500, '27'), addenda(TRN), entry(0, '23')), { kind: 'nacha', deposits: [], faults: [], passedOver: 2 }],
    ['wages are none either', [HEADER, batch('PPD'), entry(16_000), END].join('\n'), { kind: 'nacha', deposits: [], faults: [], passedOver: 1 }],
    ['without line breaks', [HEADER, batch(), entry(16_000), addenda(TRN), END].join(''), { kind: 'nacha', deposits: [{ ...DEPOSIT, traceNumber: 'EFT-77' }], faults: [], passedOver: 0 }],
    ['an amount that is none is told', file(entry(16_000).replace('0000016000', '00000160X0')), { kind: 'nacha', deposits: [], faults: [{ line: 3, reason: 'amount' }], passedOver: 0 }],
    ['a line of something else is told', file('HELLO'), { kind: 'nacha', deposits: [], faults: [{ line: 3, reason: 'record' }], passedOver: 0 }],
  ])('%s', (_name, text, expected) => {
    expect(readDeposits(text)).toEqual(expected);
  }); // biome-ignore format: a table
});

describe('a CSV', () => {
  test('reads columns by name, in any order, quoted or not', () => {
    const text =
      '\uFEFFPayer,Amount,Posting Date,Trace,Memo\n"PLAN, SAMPLE","$1,234.50",11/24/2026,EFT-77,"a ""b"""\nOTHER,60,2026-11-25,,\n\n';
    expect(readDeposits(text)).toEqual({
      kind: 'csv',
      deposits: [
        { date: '2026-11-24', amountCents: 123_450, traceNumber: 'EFT-77', payer: 'PLAN, SAMPLE', description: 'a "b"', occurrence: 1 },
        { date: '2026-11-25', amountCents: 6000, payer: 'OTHER', occurrence: 1 },
      ],
      faults: [],
      passedOver: 0,
    }); // biome-ignore format: a table
  });

  test('tells what it cannot read, line by line, and passes over what went out', () => {
    const text = 'date,amount\n2026-13-01,10\n2026-11-01,ten\n2026-11-01,-10\n2026-11-01,(10.00)\n2026-11-01,10';
    expect(readDeposits(text)).toMatchObject({
      deposits: [{ amountCents: 1000 }],
      faults: [
        { line: 2, reason: 'date' },
        { line: 3, reason: 'amount' },
      ],
      passedOver: 2,
    });
    expect(readDeposits('when,how much\n1,2').faults).toEqual([{ line: 1, reason: 'columns' }]);
  });
});
