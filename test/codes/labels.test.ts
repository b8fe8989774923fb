/** Codes that the guides allow are spelled out. */
import { describe, expect, test } from 'vitest';
import { ELEMENT_LABELS, labelOf } from '../../src/codes/labels/label-of.ts';
import { guide277ca, guide835, guide837d, guide837i, guide837p, guide999 } from '../../src/guides/index.ts';
import type { Item, Layout } from '../../src/x12/grammar.ts';

/** Codes that are shown better otherwise (date formats), or say what they mean: numbers, names, answers by REF01. */
const UNLABELLED = new Set(['1250', '127', '1328', '594', '9999']);

function codesOf(items: readonly Item[]): [string, string][] {
  return items.flatMap((item) => (item.kind === 'loop' ? codesOf(item.items) : codesIn(item.layout)));
}

function codesIn({ elements }: Layout): [string, string][] {
  return elements.flatMap(({ field, codes, layout }): [string, string][] => {
    if (layout !== undefined) return codesIn(layout);
    if (field.kind !== 'scalar') return [];
    const list = field.key === 'presentOnAdmission' ? field.key : field.de;
    return [...(codes ?? [])].map((code) => [list, code]);
  });
}

test.each([guide837p, guide837i, guide837d, guide835, guide277ca, guide999])(
  'every code of $id has a label',
  ({ root }) => {
    const codes = codesOf(root.items).filter(([de]) => !UNLABELLED.has(de));
    expect(codes.length).toBeGreaterThan(40);
    expect(codes.filter(([de, code]) => labelOf(code, de) === undefined)).toEqual([]);
  },
);

describe('labels', () => {
  test('are short', () => {
    const all = Object.values(ELEMENT_LABELS).flatMap((list) => Object.values(list));
    expect(
      all.filter((label) => label.length > 60 || label.trim() !== label || label === '' || /[()]/.test(label)),
    ).toEqual([]);
  });

  test.each([
    ['45', '1034', 'CARC', /allowed/i],
    ['N115', '1271', 'RARC_or_form', /coverage/i],
    ['11', '1331', 'place_of_service', /^Office$/],
    ['OH', '156', 'state_province', /^Ohio$/],
    ['85', '98', undefined, /^Billing provider$/],
    ['13', '1331', 'type_of_bill_first2', /^Hospital, outpatient$/],
    ['71', '1331', 'type_of_bill_first2', /^Clinic, rural health$/],
    ['85', '1331', 'type_of_bill_first2', /critical access hospital$/],
    ['A2', '1271', 'claim_status_category', /accepted/i],
  ])('%s of element %s', (code, de, set, label) => {
    expect(labelOf(code, de, set)).toMatch(label);
  });

  test.each([
    ['toString', '98'],
    ['constructor', 'constructor'],
    ['99', '1331'],
    ['99', '1331', 'type_of_bill_first2'],
    ['131', '1331', 'type_of_bill_first2'],
    ['1', '1331', 'type_of_bill_first2'],
  ])('there is none for %s of element %s', (code, de, set?) => {
    expect(labelOf(code, de, set)).toBeUndefined();
  });
});
