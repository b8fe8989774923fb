/** Code lists as their owners publish them: the codes of a file, or the line that is not as it should be. */
import { addDays } from '../days.ts';
import { decodeDate } from '../x12/codec.ts';
import type { Code } from './code-set.ts';
import { csvRows } from './csv.ts';
import type { EditionKind } from './edition.ts';

/** Codes in the order of the file, without labels; or what was found on a line in place of what was expected. */
export type CodeFile =
  | { codes: ReadonlyMap<string, Code>; fault?: undefined }
  | { codes?: undefined; fault: { line: number; found: string; expected: string } };

/** What a line or row says: a code, nothing that counts, or something else than was expected. */
type Entry = { code: string; facts?: Omit<Code, 'label'> } | undefined | Miss;
type Miss = { found: string; expected: string };
type Entries = Iterable<{ line: number; entry: Entry }>;

const ICD10CM = /^[A-Z][0-9][0-9A-Z]{1,5}$/;
const ICD10PCS = /^[0-9A-HJ-NP-Z]{3,7}$/;
const LONGEST_FOUND = 40;

const READERS: Readonly<Record<EditionKind, (text: string) => Entries>> = {
  icd10cm: (text) => linesOf(text, (line) => readOrderLine(line, ICD10CM)),
  icd10pcs: (text) => linesOf(text, (line) => readOrderLine(line, ICD10PCS)),
  hcpcs: (text) => linesOf(text, readHcpcsLine),
  cpt: (text) => tableOf(text, /^[0-9]{4}[0-9A-Z]$/, 'five characters: four digits and a digit or letter'),
  taxonomy: (text) => tableOf(text, /^[0-9A-Z]{9}X$/, 'ten characters that end in X'),
  ndc: ndcsOf,
  carc: (text) => tableOf(text, /^[0-9A-Z]{1,4}$/, 'an adjustment reason: one to four letters and digits'),
  rarc: (text) => tableOf(text, /^[A-Z]{1,2}[0-9]{1,4}$/, 'a remark: a letter or two, and digits'),
};

/** Reads the file of a list's owner; refuses a file that has one line not of its layout, or no code at all. */
export function readCodeFile(kind: EditionKind, bytes: Uint8Array): CodeFile {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return { fault: { line: 1, found: 'a zip archive', expected: 'the text file that is packed in it' } };
  const codes = new Map<string, Code>();
  let last = 1;
  for (const { line, entry } of READERS[kind](textOf(bytes))) {
    last = line;
    if (entry === undefined) continue;
    const miss = 'expected' in entry ? entry : addTo(codes, entry);
    if (miss !== undefined) return { fault: { line, ...miss, found: miss.found.slice(0, LONGEST_FOUND) } };
  }
  if (codes.size === 0) return { fault: { line: last, found: 'the end of the file', expected: 'a code' } };
  return { codes };
}

/** Most of these files are ASCII; those of old hosts are in Latin 1. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

function addTo(codes: Map<string, Code>, { code, facts = {} }: Exclude<Entry, Miss | undefined>): Miss | undefined {
  const known = codes.get(code);
  const next = { label: '', ...facts };
  if (known !== undefined && JSON.stringify(known) !== JSON.stringify(next))
    return { found: code, expected: 'each code once, or twice the same' };
  codes.set(code, next);
  return undefined;
}

function* linesOf(text: string, read: (line: string) => Entry): Entries {
  let line = 0;
  for (const one of text.split(/\r?\n/)) {
    line++;
    // Old hosts end a file with Ctrl-Z.
    if (one.trim() !== '' && one !== '\u001a') yield { line, entry: read(one) };
  }
}

/** The text from one column to another, counted from 1 as the record layouts do. */
const columns = (line: string, from: number, to: number) => line.slice(from - 1, to).trim();

/** A line of CMS's order files: order number (1 to 5), code (7 to 13), whether it is valid for billing (15). */
function readOrderLine(line: string, form: RegExp): Entry {
  const order = columns(line, 1, 6);
  if (!/^[0-9]{5}$/.test(order)) return { found: order, expected: 'an order number in columns 1 to 5' };
  const code = columns(line, 7, 14);
  if (!form.test(code)) return { found: code, expected: 'a code without a point in columns 7 to 13' };
  const valid = columns(line, 15, 16);
  if (valid !== '0' && valid !== '1')
    return { found: valid, expected: '0 or 1 in column 15: whether the code is billed' };
  return { code, ...(valid === '0' ? { facts: { heading: true } } : {}) };
}

const RECORD_WIDTH = 293;

/**
 * A line of CMS's HCPCS file: code (1 to 5; a modifier in 4 to 5), kind of record (11), day added (269 to 276), day of the last
 * action (277 to 284), last day (285 to 292), action (293). Further lines of a description have none of these.
 */
function readHcpcsLine(line: string): Entry {
  const kind = columns(line, 11, 11);
  if (kind === '4' || kind === '8') return undefined;
  if (kind !== '3' && kind !== '7') return { found: kind, expected: '3, 4, 7 or 8 in column 11: the kind of record' };
  const code = columns(line, 1, 5);
  if (!(kind === '3' ? /^([A-Z][0-9]{4}|[0-9]{4}[0-9A-Z])$/ : /^[0-9A-Z]{2}$/).test(code))
    return { found: code, expected: kind === '3' ? 'a procedure in columns 1 to 5' : 'a modifier in columns 4 and 5' };
  if (line.length < RECORD_WIDTH)
    return { found: `${line.length} columns`, expected: `at least ${RECORD_WIDTH} columns` };
  const [added, acted, ended] = [columns(line, 269, 276), columns(line, 277, 284), columns(line, 285, 292)];
  const start = isoDay(added);
  if (start === undefined && added !== '') return { found: added, expected: 'the day added in columns 269 to 276' };
  const last = isoDay(ended);
  if (last === undefined && ended !== '') return { found: ended, expected: 'the last day in columns 285 to 292' };
  // A code that was taken up again (action R) may still carry the day it once ended.
  const isOver = last !== undefined && !(columns(line, 293, 293) === 'R' && ended < acted);
  return { code, facts: { ...(start === undefined ? {} : { start }), ...(isOver ? { stop: addDays(last, 1) } : {}) } };
}

/** A table with a heading line that names a column `code`, and may name `start` (first day) and `stop` (first day without it). */
function* tableOf(text: string, form: RegExp, expected: string): Entries {
  let names: readonly string[] | undefined;
  for (const { line, cells } of csvRows(text)) {
    if (cells === undefined) {
      yield { line, entry: { found: 'a quote that is not closed', expected: 'cells in pairs of quotes' } };
      return;
    }
    if (names === undefined) {
      names = cells.map((cell) => cell.trim().toLowerCase());
      if (!names.includes('code')) yield { line, entry: { found: cells.join(','), expected: 'a column named code' } };
      continue;
    }
    const cell = (name: string) => cells[names?.indexOf(name) ?? -1]?.trim() ?? '';
    yield { line, entry: readRow(cell, form, expected) };
  }
}

function readRow(cell: (name: string) => string, form: RegExp, expected: string): Entry {
  const code = cell('code');
  if (!form.test(code)) return { found: code, expected };
  const [start, stop] = [isoDay(cell('start')), isoDay(cell('stop'))];
  for (const [name, day] of [
    ['start', start],
    ['stop', stop],
  ] as const)
    if (day === undefined && cell(name) !== '') return { found: cell(name), expected: `a day as ${name}: 2026-01-31` };
  return { code, facts: { ...(start === undefined ? {} : { start }), ...(stop === undefined ? {} : { stop }) } };
}

/** The FDA's package.txt: columns parted by tabs, NDCPACKAGECODE among them. Its days of marketing do not say what payers take. */
function* ndcsOf(text: string): Entries {
  let at: number | undefined;
  for (const [index, row] of text.split(/\r?\n/).entries()) {
    if (row.trim() === '') continue;
    const cells = row.split('\t').map((cell) => cell.trim());
    if (at === undefined) {
      at = cells.indexOf('NDCPACKAGECODE');
      if (at < 0) {
        yield { line: 1, entry: { found: row, expected: 'a column named NDCPACKAGECODE (package.txt)' } };
        return;
      }
      continue;
    }
    yield { line: index + 1, entry: readNdc(cells[at] ?? '') };
  }
}

/** Eleven digits of the ten with hyphens (4-4-2, 5-3-2, 5-4-1): each part is filled with zeros to 5-4-2. */
function readNdc(packed: string): Entry {
  const [, labeler = '', product = '', size = ''] = /^([0-9]{4,5})-([0-9]{3,4})-([0-9]{1,2})$/.exec(packed) ?? [];
  const code = labeler.padStart(5, '0') + product.padStart(4, '0') + size.padStart(2, '0');
  return labeler === '' ? { found: packed, expected: 'a package code of three numbers with hyphens' } : { code };
}

/** A day as 2026-01-31 from that, from 20260131 or from 1/31/2026; undefined where it is none. */
function isoDay(text: string): string | undefined {
  const [, month = '', day = '', year] = /^([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4})$/.exec(text) ?? [];
  if (year !== undefined) return decodeDate(year + month.padStart(2, '0') + day.padStart(2, '0'));
  return /^[0-9]{4}(-?)[0-9]{2}\1[0-9]{2}$/.test(text) ? decodeDate(text.replaceAll('-', '')) : undefined;
}
