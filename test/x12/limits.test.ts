/** What a file may ask for, and what becomes of one that asks for more. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS, type Limits } from '../../src/x12/limits.ts';
import { CLAIM_837P, edit, in835, in837p, itemsOf, only, PAYMENT_835 } from './wire.ts';

const read = (text: string, limits: Partial<Limits>) => {
  const items = itemsOf(text, { limits });
  const issues = only(items, 'issue').map(({ code, severity }) => `${severity} ${code}`);
  return { items, issues, summary: only(items, 'summary')[0] };
};
const payments = (count: number) =>
  in835([...PAYMENT_835.slice(0, 9), ...Array.from({ length: count }, () => PAYMENT_835.slice(9)).flat()]);
const REFUSED = ['error limit-exceeded', 'error set-trailer-missing'];

describe('segments of a set', () => {
  test.each([
    [18, 0],
    [17, 0],
    [16, 1],
  ])('with at most %i, %i refusals', (setSegments, refusals) => {
    const { issues } = read(payments(1), { setSegments });
    expect(issues.filter((one) => one === REFUSED[0])).toHaveLength(refusals);
  });

  test('beyond the limit nothing is read, neither of this set nor of the rest of the file', () => {
    const { items, issues, summary } = read(payments(1) + payments(1), { setSegments: 12 });
    expect(issues).toEqual(expect.arrayContaining(REFUSED));
    expect(only(items, 'interchange')).toHaveLength(1);
    expect(summary).toMatchObject({ interchanges: 1, transactions: 1 });
  });
});

describe('segments held at once', () => {
  test('what was handed out counts no more: records, and the loops around them', () => {
    const subscribers = (count: number) => [
      ...CLAIM_837P.slice(0, 8),
      'REF*EI*123456789',
      ...Array.from({ length: count }, (_, at) => edit(CLAIM_837P.slice(9), 'HL*2', `HL*${at + 2}*1*22*0`)).flat(),
    ];
    const paid = read(payments(200), { heldSegments: 30 });
    expect(paid).toMatchObject({ issues: ['error payment-balance'], summary: { remits: 200 } });
    expect(read(in837p(subscribers(50)), { heldSegments: 40 })).toMatchObject({ issues: [], summary: { claims: 50 } });
  });

  test.each([
    ['lines of one claim', (at: number) => `LX*${at + 3}`],
    ['segments that fit nowhere', () => 'ZZZ*1'],
  ])('a record that never ends is refused: %s', (_name, more) => {
    const text = in837p([...CLAIM_837P, ...Array.from({ length: 100 }, (_, at) => more(at))]);
    expect(read(text, { heldSegments: 90 }).issues).toContain(REFUSED[0]);
    expect(read(text, { heldSegments: 200 }).issues).not.toContain(REFUSED[0]);
  });
});

describe('issues of a file', () => {
  const faulty = payments(1).replaceAll('CAS*CO', 'CAS*XX');
  const all = read(faulty.repeat(5), {});

  test('beyond the limit they are counted and summed up, set by set', () => {
    const { items, issues, summary } = read(faulty.repeat(5), { issues: 2 });
    expect(all.issues).toEqual(new Array(5).fill('error element-code'));
    expect(issues).toEqual([...all.issues.slice(0, 2), ...new Array(3).fill('error issues-unlisted')]);
    expect(summary).toEqual(all.summary);
    expect(only(items, '835.claim')).toHaveLength(5);
    expect(only(items, 'issue').at(-1)).toMatchObject({
      message: 'issues counted and not listed: 1',
      origin: { isa13: '000000001', gs06: '1', st02: '0001' },
    });
  });

  test('what is summed up is as severe as the worst of it', () => {
    const unknown = payments(1).replaceAll('005010X221A1', '005010X999');
    expect(read(faulty + unknown.repeat(2), { issues: 1 }).issues).toEqual([
      'error element-code',
      'warning issues-unlisted',
      'warning issues-unlisted',
    ]);
  });

  test('findings of the rules count among them', () => {
    const unbalanced = payments(1).replaceAll('CAS*CO*45*15', 'CAS*CO*45*16');
    expect(read(unbalanced, {}).issues.length).toBeGreaterThan(1);
    expect(read(unbalanced, { issues: 1 }).issues).toEqual([read(unbalanced, {}).issues[0], 'error issues-unlisted']);
  });
});

test('docs/input.md tells every limit', () => {
  const page = readFileSync(new URL('../../docs/input.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| `(\w+)` \| (\d+) \|/gm)].map(([, name, value]) => [name, Number(value)]);
  expect(Object.fromEntries(rows)).toEqual(DEFAULT_LIMITS);
});
