/** Every public 835 at hand: what the ledger would enter equals an independent count over the raw segments, to the cent. */
import { describe, expect, test } from 'vitest';
import { type Item, readInterchangeSync } from '../../src/read-interchange.ts';
import { entriesOfClaim, entryOfProviderAdjustment, moneyOf } from '../../src/remits/ledger.ts';
import { createExceptionFinder } from '../../src/remits/posting-exceptions.ts';
import { CORPUS, hasIsa } from '../corpus.ts';

/** What a set comes to: its claims, their adjustments by group, PLB and BPR02. */
type Count = { claims: number; paid: number; groups: Record<string, number>; provider: number; deposit: number };

const none = (): Count => ({ claims: 0, paid: 0, groups: {}, provider: 0, deposit: 0 });

const add = (groups: Record<string, number>, group: string, cents: number) => {
  if (cents !== 0) groups[group] = (groups[group] ?? 0) + cents;
};

/** The amounts of the 835 sets of a text, by splitting it; nothing of ours is asked. */
function countRaw(text: string): Count[] {
  const counts: Count[] = [];
  // An interchange tells its delimiters by the letter after ISA and the one before GS, however its ISA is padded.
  for (const interchange of text.split(/(?=ISA[^A-Z0-9\s])/)) {
    const [, element = '*', segment = '~'] = /ISA(.).*?(\S)\s*GS\1/s.exec(interchange) ?? [];
    let inside = false;
    let undecided = false;
    for (const [tag = '', ...elements] of interchange.split(segment).map((one) => one.trim().split(element))) {
      const cents = (index: number) => Math.round(Number(elements[index - 1] || '0') * 100) || 0;
      if (tag === 'ST') {
        inside = elements[0] === '835';
        if (inside) counts.push(none());
      }
      const count = counts.at(-1);
      if (!inside || count === undefined) continue;
      if (tag === 'CLP') undecided = elements[1] === '23' || elements[1] === '25';
      if (tag === 'CLP') count.claims++;
      if (tag === 'CLP') count.paid += cents(4);
      if (tag === 'BPR') count.deposit += elements[2] === 'D' ? -cents(2) : cents(2);
      if (tag === 'CAS' && !undecided)
        for (let at = 3; at <= elements.length; at += 3) add(count.groups, elements[0] ?? '', cents(at));
      if (tag === 'PLB') for (let at = 4; at <= elements.length; at += 2) count.provider += cents(at);
    }
  }
  return counts;
}

/** The same from the entries that posting would make, set by set. */
function countEntries(items: readonly Item[]): Count[] {
  const counts: Count[] = [];
  let count = none();
  let finder = createExceptionFinder();
  for (const item of items) {
    if (item.type === 'transaction') {
      count = none();
      finder = createExceptionFinder();
    } else if (item.type === '835.claim') {
      const entries = entriesOfClaim(item);
      count.claims++;
      count.paid += moneyOf(entries);
      for (const { group, cents } of entries) if (group !== undefined) add(count.groups, group, cents);
      finder.add(item);
    } else if (item.type === '835.payment') {
      count.provider = 0 - moneyOf(item.providerAdjustments.map(entryOfProviderAdjustment));
      // What the exceptions say it is off: with it, claims less PLB must come to the deposit.
      const off = finder.of(item).find((one) => one.reason === 'payment-off')?.cents ?? 0;
      count.deposit = count.paid - count.provider - off;
      counts.push(count);
    }
  }
  return counts;
}

const files = CORPUS.filter(
  (file) =>
    hasIsa(file) &&
    file.transactions.some(({ st01, gs08 }) => st01 === '835' && gs08?.startsWith('005010X221') === true),
);

/** Where the counts must differ, by the end of the file's name. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'sample_whitespace_irregular.edi': 'its segments end with line breaks alone, which the count does not know',
  'EDI835input.txt': 'its segments end with line breaks alone',
  'test_bpr_repeated_detected.edi': 'two BPR: the first is the payment, the second is reported',
};

describe('the 835 files at hand', () => {
  test('are there', () => {
    expect(files.length).toBeGreaterThan(2);
  });

  test.each(files.map((file) => [file.path, file] as const))('%s', (path, file) => {
    const bytes = file.bytes();
    const ours = countEntries([...readInterchangeSync(bytes)]);
    const raw = countRaw(bytes.toString('latin1'));
    const exception = Object.keys(EXCEPTIONS).some((name) => path.endsWith(name));
    if (exception) expect(ours).not.toEqual(raw);
    else expect(ours).toEqual(raw);
  });
});
