import { describe, expect, test } from 'vitest';
import { findGuide } from '../../src/guides/index.ts';
import { createWireReader, type WireItem } from '../../src/x12/reader.ts';
import { CLAIM_837P, in835, in837p, PAYMENT_835 } from './wire.ts';

function readAll(text: string, keepRecords: boolean): WireItem[] {
  const reader = createWireReader({ findGuide, keepRecords });
  return [...reader.push(Buffer.from(text)), ...reader.end()];
}

const recordsOf = (items: readonly WireItem[]) =>
  items.flatMap((item) => (item.kind === 'record' ? [item.record] : []));
const setsOf = (items: readonly WireItem[]) => items.flatMap((item) => (item.kind === 'set-end' ? [item.value] : []));

describe('what a set keeps', () => {
  test('a record takes the loops around it along, and the set forgets them', () => {
    const items = readAll(in837p(CLAIM_837P), false);
    const [record] = recordsOf(items);
    expect(record?.parents).toMatchObject([
      { submitter: { name: { lastName: 'SUBMITTER' } } },
      { billingProvider: { name: { lastName: 'CLINIC' } } },
      { subscriber: { name: { lastName: 'WINTERS' } } },
    ]);
    expect(setsOf(items)).toEqual([record?.parents[0]]);
    expect(JSON.stringify(setsOf(items))).not.toContain('CLINIC');
  });

  test('a loop without records stays', () => {
    const summary = 'TS3*1234567893*11*20261231*1*125';
    const items = readAll(in835([...PAYMENT_835, 'LX*2', summary]), false);
    expect(setsOf(items)).toMatchObject([{ headers: [{ number: { number: 2 }, providerSummary: { claims: '1' } }] }]);
  });

  test('all of it where records are kept', () => {
    const items = readAll(in837p(CLAIM_837P), true);
    const claims = recordsOf(items).map(({ value }) => value);
    expect(setsOf(items)).toMatchObject([{ billingProviders: [{ subscribers: [{ claims }] }] }]);
  });
});
