import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CodeList, CodeSet } from '../../src/codes/code-set.ts';
import { CODE_SETS, type LookedUp, lookUp } from '../../src/codes/code-sets.ts';
import { describeCode } from '../../src/codes/describe.ts';
import { folderBeside } from '../outside.ts';

const listsOf = (set: CodeSet): CodeList[] =>
  set.kind === 'list' ? [set] : set.kind === 'format' ? [] : Object.values(set.sets).flatMap(listsOf);
const lists = Object.entries(CODE_SETS).flatMap(([name, set]) => listsOf(set).map((list) => [name, list] as const));

describe('the tables', () => {
  test.each(lists)('of %s are well formed', (_name, { asOf, codes }) => {
    expect(asOf).toMatch(/^20\d\d/);
    expect(codes.size).toBeGreaterThan(5);
    for (const [code, { start, stop }] of codes) {
      expect(code).toMatch(/^[0-9A-Z]{1,5}$/);
      for (const day of [start, stop]) if (day !== undefined) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
      if (start !== undefined && stop !== undefined) expect(start < stop).toBe(true);
    }
  });
});

type Row = { start?: string; stop?: string; groups?: string[]; remarkRequired?: boolean; alert?: boolean };
type Named = Readonly<Record<string, unknown>>;

const folder = folderBeside('reference');
const jsonOf = (file: string): { codes: Named } & Named =>
  folder === undefined ? { codes: {} } : JSON.parse(readFileSync(path.join(folder, 'codes', file), 'utf8'));
const listNamed = (name: string): CodeList => {
  const [list] = listsOf(CODE_SETS[name] ?? { kind: 'choice', title: '', by: 'before', sets: {} });
  if (list === undefined) throw new Error(`${name} is no list`);
  return list;
};

describe('the reference tables, where they are at hand', () => {
  test('name no set that is unknown', () => {
    const transactions = folder === undefined ? [] : readdirSync(path.join(folder, 'transactions'));
    const texts = transactions.map((file) => readFileSync(path.join(folder ?? '', 'transactions', file), 'utf8'));
    const names = texts.flatMap((text) => [...text.matchAll(/"ext": ?"([^"]+)"/g)].map(([, name = '']) => name));
    expect(names.length).toBeGreaterThan(folder === undefined ? -1 : 100);
    expect([...new Set(names)].filter((name) => CODE_SETS[name] === undefined)).toEqual([]);
  });

  test.each([
    ['CARC', 'carc.json'],
    ['RARC', 'rarc.json'],
  ])('have the codes, dates and facts of %s', (name, file) => {
    const rows = Object.entries(jsonOf(file).codes) as [string, Row][];
    const { codes } = listNamed(name);
    if (folder !== undefined) expect([...codes.keys()].sort()).toEqual(rows.map(([code]) => code).sort());
    for (const [code, row] of rows) {
      const { start, stop, groups, remarkRequired, alert } = codes.get(code) ?? {};
      const facts = { groups: row.groups, remarkRequired: row.remarkRequired, alert: row.alert };
      expect({ code, start, groups, remarkRequired, alert }).toEqual({ code, start: row.start, ...facts });
      if (row.stop !== undefined) expect(stop, code).toBe(row.stop);
    }
  });

  test.each([
    ['claim_status', () => jsonOf('claim_status.json').codes],
    ['claim_status_category', () => jsonOf('claim_status_category.json').codes],
    ['claim_frequency', () => jsonOf('claim_frequency.json').codes],
    ['place_of_service', () => jsonOf('place_of_service.json').codes],
    ['state_province', () => jsonOf('states.json').codes],
    ['country', () => jsonOf('countries.json').codes],
    ['currency', () => jsonOf('currencies.json').codes],
    ['oral_cavity', () => jsonOf('misc_element_codes.json').SV304],
    ['nubc_admission_type', () => jsonOf('institutional_formats.json').admissionType],
    ['nubc_point_of_origin', () => jsonOf('institutional_formats.json').pointOfOrigin],
    ['nubc_patient_status', () => jsonOf('institutional_formats.json').patientStatus],
  ])('have no code of %s that is missing here', (name, named) => {
    const given = (named() ?? {}) as Named;
    const theirs = Object.keys((given.codes as Named | undefined) ?? given);
    expect(theirs.filter((code) => /^[0-9A-Z]+$/.test(code) && !listNamed(name).codes.has(code))).toEqual([]);
  });
});

/** set, code, date, qualifier: what is known of it. */
const CASES: readonly (readonly [string, string, string | undefined, string, LookedUp['known']])[] = [
  ['CARC', '45', '2020-01-01', '', 'active'],
  ['CARC', '42', '2007-05-31', '', 'active'],
  ['CARC', '42', '2007-06-01', '', 'inactive'],
  ['CARC', '308', '2025-10-31', '', 'inactive'],
  ['CARC', '42', undefined, '', 'active'],
  ['CARC', '9999', '2020-01-01', '', 'unknown'],
  ['RARC', 'N130', '2020-01-01', '', 'active'],
  ['RARC', 'MA03', '2020-12-31', '', 'active'],
  ['RARC', 'MA03', '2021-01-01', '', 'inactive'],
  ['RARC_or_form', 'N130', '2020-01-01', 'HE', 'active'],
  ['RARC_or_form', 'N9999', '2020-01-01', 'HE', 'unknown'],
  ['RARC_or_form', '75', '2020-01-01', 'RX', 'format-ok'],
  ['RARC_or_form', '12345', '2020-01-01', 'RX', 'format-bad'],
  ['RARC_or_form', '484.03', '2020-01-01', 'UT', 'unchecked'],
  ['place_of_service', '10', '2021-12-31', '', 'inactive'],
  ['place_of_service', '10', '2022-01-01', '', 'active'],
  ['place_of_service', '98', '2022-01-01', '', 'unknown'],
  ['procedure_by_qualifier', '99213', '2022-01-01', 'HC', 'format-ok'],
  ['procedure_by_qualifier', 'J1234', '2022-01-01', 'HC', 'format-ok'],
  ['procedure_by_qualifier', '9921', '2022-01-01', 'HC', 'format-bad'],
  ['procedure_by_qualifier', 'D0120', '2022-01-01', 'AD', 'format-ok'],
  ['procedure_by_qualifier', '99213', '2022-01-01', 'AD', 'format-bad'],
  ['procedure_by_qualifier', 'anything', '2022-01-01', 'ER', 'unchecked'],
  ['procedure_modifier', '25', undefined, '', 'format-ok'],
  ['procedure_modifier', '2', undefined, '', 'format-bad'],
  ['health_care_code_by_qualifier', 'E119', '2015-10-01', 'ABK', 'format-ok'],
  ['health_care_code_by_qualifier', 'E119', '2015-09-30', 'ABK', 'inactive'],
  ['health_care_code_by_qualifier', 'E11.9', '2015-10-01', 'ABF', 'format-bad'],
  ['health_care_code_by_qualifier', '25000', '2015-09-30', 'BK', 'format-ok'],
  ['health_care_code_by_qualifier', 'V700', '2015-10-01', 'BK', 'inactive'],
  ['state_province', 'OH', undefined, '', 'active'],
  ['state_province', 'ON', undefined, 'CA', 'active'],
  ['state_province', 'ZZ', undefined, 'US', 'unknown'],
  ['state_province', 'ZZ', undefined, 'MX', 'unchecked'],
  ['postal', '432150000', undefined, '', 'format-ok'],
  ['postal', '4321', undefined, '', 'format-bad'],
  ['postal', 'K1A0B1', undefined, 'US', 'format-bad'],
  ['postal', 'SW1A1AA', undefined, 'GB', 'unchecked'],
  ['country', 'MX', undefined, '', 'active'],
  ['country', 'YU', '2004-01-01', '', 'inactive'],
  ['ndc', '12345678901', undefined, 'N4', 'format-ok'],
  ['ndc', '1234-5678-01', undefined, 'N4', 'format-bad'],
  ['type_of_bill_first2_or_place_of_service', '11', undefined, '', 'format-ok'],
  ['provider_taxonomy', '207Q00000X', undefined, '', 'format-ok'],
  ['provider_taxonomy', '207Q00000', undefined, '', 'format-bad'],
  ['place_of_service', '10', '2021-12-01/2021-12-31', '', 'inactive'],
  ['place_of_service', '10', '2021-12-01/2022-01-31', '', 'active'],
  ['CARC', '42', '2007-05-31/2007-06-30', '', 'active'],
  ['no such set', 'A', undefined, '', 'unchecked'],
];

describe('looking up', () => {
  test.each(CASES)('%s %s on %s by "%s": %s', (set, code, date, qualifier, known) => {
    const use = { service: date, payment: date, before: qualifier, country: qualifier };
    expect(lookUp(set, code, use).known).toBe(known);
  });

  test('gives the facts of the code and the list with its date', () => {
    expect(lookUp('CARC', '45')).toMatchObject({ code: { groups: ['CO', 'PR'], start: '1995-01-01' } });
    expect(lookUp('CARC', '16')).toMatchObject({ code: { remarkRequired: true } });
    expect(lookUp('RARC', 'M4')).toMatchObject({ code: { alert: true } });
    expect(lookUp('CARC', '9999')).toMatchObject({ set: { asOf: '2026-03-10' } });
  });
});

describe('describing', () => {
  test('says the label, or nothing where there is none', () => {
    expect(describeCode('carc', '1')).toBe('Deductible');
    expect(describeCode('category', 'A1')).toBe('Received');
    expect(describeCode('rarc', 'M3')).toBeUndefined();
    expect(describeCode('status', 'none')).toBeUndefined();
  });
});
