/** Every 835 at hand: what the records say is what an independent count over the raw segments says, to the cent. */
import { describe, expect, test } from 'vitest';
import { createRemittanceSurvey, mayBePosted } from '../../src/exchange/remittance-survey.ts';
import { guide835 } from '../../src/guides/835.ts';
import { readSet } from '../../src/read-set.ts';
import { CORPUS, hasIsa, isOurs } from '../corpus.ts';
import { itemsOf } from '../x12/wire.ts';

/** Cents of an amount as it is written, by digits alone. */
function centsOf(text: string | undefined): number {
  const [, sign = '', whole = '', part = ''] = /^([-+]?)(\d*)\.?(\d*)$/.exec(text?.trim() ?? '') ?? [];
  const cents = Number(`${whole}${part.padEnd(2, '0').slice(0, 2)}`);
  return sign === '-' && cents !== 0 ? -cents : cents;
}

type Count = {
  payments: number;
  claims: number;
  charge: number;
  paid: number;
  amount: number;
  plb: number;
  /** BPR02 of each set less its CLP04, plus its PLB. */
  off: number[];
  groups: Record<string, number>;
};

const none = (): Count => ({ payments: 0, claims: 0, charge: 0, paid: 0, amount: 0, plb: 0, off: [], groups: {} });

/** Elements that stand so many places apart and are not empty. */
const everyThird = (elements: readonly string[], from: number, step: number) =>
  elements.filter((_, index) => index >= from && (index - from) % step === 0 && elements[index] !== '');

/** A few lines over the segments; knows no guide. */
function countRaw(text: string): Count {
  const [element, terminator] = [text[3] ?? '*', text[105] ?? '~'];
  const count = none();
  let off: number | undefined;
  for (const segment of text.split(terminator)) {
    const elements = segment.trim().split(element);
    const [tag, first = ''] = elements;
    if (tag === 'BPR') {
      count.payments++;
      count.amount += centsOf(elements[2]);
      off = centsOf(elements[2]);
    } else if (off === undefined) {
      // Before the first payment, or between two.
    } else if (tag === 'CLP') {
      count.claims++;
      count.charge += centsOf(elements[3]);
      count.paid += centsOf(elements[4]);
      off -= centsOf(elements[4]);
    } else if (tag === 'CAS') {
      const sum = everyThird(elements, 3, 3).reduce((total, one) => total + centsOf(one), 0);
      count.groups[first] = (count.groups[first] ?? 0) + sum;
    } else if (tag === 'PLB') {
      const sum = everyThird(elements, 4, 2).reduce((total, one) => total + centsOf(one), 0);
      count.plb += sum;
      off += sum;
    } else if (tag === 'SE') {
      count.off.push(off);
      off = undefined;
    }
  }
  return count;
}

/** The same from the records. */
function countRecords(text: string): Count {
  const count = none();
  for (const item of itemsOf(text)) {
    if (item.type === '835.payment') {
      const plb = item.providerAdjustments.reduce((sum, { amountCents }) => sum + amountCents, 0);
      count.payments++;
      count.amount += item.amountCents;
      count.plb += plb;
      count.off.push(item.amountCents - item.claimPaidCents + plb);
    } else if (item.type === '835.claim') {
      count.claims++;
      count.charge += item.chargeCents;
      count.paid += item.paidCents;
      for (const { group, amountCents } of [...item.adjustments, ...item.lines.flatMap((line) => line.adjustments)])
        count.groups[group] = (count.groups[group] ?? 0) + amountCents;
    }
  }
  return count;
}

/** Files that the guide finds no fault with: in others the reader leaves out what stands where nothing may stand. */
const files = CORPUS.filter((file) => file.types.includes('835') && isOurs(file) && hasIsa(file))
  .map((file) => ({ name: file.path, text: file.bytes().toString('latin1').trimStart() }))
  .filter(({ text }) => {
    const { sets, issues } = readSet(guide835, text);
    return sets.length > 0 && issues.every(({ severity }) => severity !== 'error');
  });

describe('public 835s', () => {
  test('are there, also such as do not balance', () => {
    const raw = files.map(({ text }) => countRaw(text));
    expect(raw.length).toBeGreaterThan(5);
    for (const isThere of [(cents: number) => cents === 0, (cents: number) => cents !== 0])
      expect(raw.some(({ off }) => off.some(isThere))).toBe(true);
  });

  test.each(files)('$name', ({ text }) => {
    const raw = countRaw(text);
    expect(countRecords(text)).toEqual(raw);
    const survey = createRemittanceSurvey();
    for (const item of itemsOf(text)) survey.take(item);
    // Posted, or kept with the very cents that the payment is off.
    const named = survey.remittances.map((one) => {
      const [found] = one.exceptions.filter(({ reason }) => reason === 'payment-off');
      if (found !== undefined) expect(mayBePosted(one)).toBe(false);
      return found?.reason === 'payment-off' ? -(found.cents ?? Number.NaN) : 0;
    });
    expect(named).toEqual(raw.off);
  });
});
