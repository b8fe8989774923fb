/** Bank deposits as a bank reports them: a NACHA file of CCD+ entries, or a CSV. Pure. */
import { clean } from '../clean.ts';
import { type Cents, parseCents } from '../money.ts';
import { decodeDate } from '../x12/codec.ts';

/** Money that came into an account. */
export type Deposit = {
  /** Counts equal deposits of one file from 1: with all the rest it is what makes a deposit the same again. */
  occurrence: number;
  /** The ISO date on which the money was there. */
  date: string;
  amountCents: Cents;
  /** TRN02, as the addenda record carries it. */
  traceNumber?: string;
  /** TRN03, or the id of the company that sent the money. */
  company?: string;
  /** Who sent it, in the bank's words. */
  payer?: string;
  description?: string;
};

/** A line that says nothing that can be used, and why. */
export type DepositFault = { line: number; reason: 'date' | 'amount' | 'addenda' | 'columns' | 'record' };

/** What a file of deposits holds. `passedOver` counts what is no money that came: debits, prenotes, entries of other kinds. */
export type DepositFile = { kind: 'nacha' | 'csv'; deposits: Deposit[]; faults: DepositFault[]; passedOver: number };

/** Reads a file of deposits: NACHA where its first record is a file header, else a CSV with a header line. */
export function readDeposits(text: string): DepositFile {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (/^101[ 0-9]/.test(lines[0] ?? '')) return numbered(readNacha(recordsOf(lines)));
  return numbered(readCsv(lines));
}

type Unnumbered = Omit<DepositFile, 'deposits'> & { deposits: Omit<Deposit, 'occurrence'>[] };

function numbered({ deposits, ...file }: Unnumbered): DepositFile {
  const seen = new Map<string, number>();
  return {
    ...file,
    deposits: deposits.map((deposit) => {
      const key = JSON.stringify(deposit);
      const occurrence = (seen.get(key) ?? 0) + 1;
      seen.set(key, occurrence);
      return { ...deposit, occurrence };
    }),
  };
}

/** Records are 94 characters, with or without line breaks between them. */
const RECORD = 94;

function recordsOf(lines: readonly string[]): string[] {
  const first = lines[0] ?? '';
  if (first.length <= RECORD) return lines.filter((line) => line.trim() !== '');
  return Array.from({ length: Math.ceil(first.length / RECORD) }, (_, index) =>
    first.slice(index * RECORD, (index + 1) * RECORD),
  );
}

/** The batch that entries stand in. */
type Batch = { kind: string; company: string; payer: string; description: string; date: string | undefined };

/** Credits to a checking or savings account; all other transaction codes bring no money. */
const CREDITS: ReadonlySet<string> = new Set(['22', '32']);

function readNacha(records: readonly string[]): Unnumbered {
  const file: Unnumbered = { kind: 'nacha', deposits: [], faults: [], passedOver: 0 };
  let batch: Batch | undefined;
  let entry: Omit<Deposit, 'occurrence'> | undefined;
  records.forEach((record, index) => {
    const line = index + 1;
    switch (record[0]) {
      case '5':
        batch = batchOf(record);
        break;
      case '6':
        entry = entryOf(record, line, batch, file);
        if (entry !== undefined) file.deposits.push(entry);
        break;
      case '7':
        if (entry !== undefined) readAddenda(record, line, entry, file);
        break;
      case '1':
      case '8':
      case '9':
        entry = undefined;
        break;
      default:
        file.faults.push({ line, reason: 'record' });
    }
  });
  return file;
}

function batchOf(record: string): Batch {
  return {
    payer: record.slice(4, 20).trim(),
    company: record.slice(40, 50).trim(),
    kind: record.slice(50, 53),
    description: record.slice(53, 63).trim(),
    date: decodeDate(`20${record.slice(69, 75)}`),
  };
}

function entryOf(
  record: string,
  line: number,
  batch: Batch | undefined,
  file: Unnumbered,
): Omit<Deposit, 'occurrence'> | undefined {
  const amount = record.slice(29, 39);
  if (batch === undefined || !CREDITS.has(record.slice(1, 3)) || !/^CC[DX]|^CTX/.test(batch.kind)) {
    file.passedOver++;
    return undefined;
  }
  const amountCents = /^\d{10}$/.test(amount) ? parseCents(`${amount.slice(0, 8)}.${amount.slice(8)}`) : undefined;
  if (amountCents === undefined || batch.date === undefined) {
    file.faults.push({ line, reason: amountCents === undefined ? 'amount' : 'date' });
    return undefined;
  }
  return clean({
    date: batch.date,
    amountCents,
    company: textOf(batch.company),
    payer: textOf(batch.payer),
    description: textOf(batch.description),
  }) as Omit<Deposit, 'occurrence'>;
}

/** An addenda record (type 05) holds the TRN segment of the remittance: TRN*1*TRN02*TRN03. */
function readAddenda(record: string, line: number, entry: Omit<Deposit, 'occurrence'>, file: Unnumbered): void {
  if (record.slice(1, 3) !== '05') return;
  const [trn, , traceNumber, company] = record
    .slice(3, 83)
    .replace(/[~\\]\s*$|\s+$/g, '')
    .split('*');
  if (trn?.trim() !== 'TRN' || textOf(traceNumber) === undefined) {
    file.faults.push({ line, reason: 'addenda' });
    return;
  }
  entry.traceNumber = traceNumber?.trim() ?? '';
  const id = textOf(company);
  if (id !== undefined) entry.company = id;
}

function textOf(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? undefined : trimmed;
}

/** Names that banks give the columns. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  date: ['date', 'posting date', 'deposit date', 'effective date'],
  amount: ['amount', 'credit', 'deposit amount'],
  trace: ['trace', 'trace number', 'reference', 'trn'],
  company: ['company', 'company id', 'payer id', 'originator id'],
  payer: ['payer', 'payer name', 'company name', 'originator'],
  description: ['description', 'memo', 'details'],
};

function readCsv(lines: readonly string[]): Unnumbered {
  const file: Unnumbered = { kind: 'csv', deposits: [], faults: [], passedOver: 0 };
  const names = cellsOf(lines[0] ?? '').map((name) => name.trim().toLowerCase());
  const at = Object.fromEntries(
    Object.entries(COLUMNS).map(([column, aliases]) => [column, names.findIndex((name) => aliases.includes(name))]),
  );
  if (at.date === -1 || at.amount === -1) {
    file.faults.push({ line: 1, reason: 'columns' });
    return file;
  }
  lines.slice(1).forEach((text, index) => {
    if (text.trim() === '') return;
    const cells = cellsOf(text);
    const cell = (column: string) => textOf(cells[at[column] ?? -1]);
    const [date, amountCents] = [dateOf(cell('date')), amountOf(cell('amount'))];
    if (date === undefined || amountCents === undefined) {
      file.faults.push({ line: index + 2, reason: date === undefined ? 'date' : 'amount' });
    } else if (amountCents <= 0) {
      file.passedOver++;
    } else {
      const [traceNumber, company, payer, description] = ['trace', 'company', 'payer', 'description'].map(cell);
      file.deposits.push(clean({ date, amountCents, traceNumber, company, payer, description }) as Deposit);
    }
  });
  return file;
}

/** Cells between commas; a quoted one may hold commas and doubled quotes. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  );
}

/** 2026-01-31, 20260131 or 1/31/2026. */
function dateOf(text: string | undefined): string | undefined {
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text ?? '') ?? [];
  return decodeDate(
    year === '' ? (text ?? '').replaceAll('-', '') : `${year}${month.padStart(2, '0')}${day.padStart(2, '0')}`,
  );
}

/** 1234.5, $1,234.50, -20 or (20.00). */
function amountOf(text: string | undefined): Cents | undefined {
  if (text === undefined) return undefined;
  const plain = text.replace(/[$,\s]/g, '');
  const [, inside] = /^\((.*)\)$/.exec(plain) ?? [];
  return parseCents(inside === undefined ? plain : `-${inside}`);
}
