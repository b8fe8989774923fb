import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
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

test('what is kept of a record does not keep the chunk it was read from', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const [head = '', tail = ''] = in837p(CLAIM_837P).split('HI*ABK:J069~');
  const claim = [
    'CLM*PCN1*185***11:B:1*Y*A*Y*Y',
    'REF*D9*10964922953404',
    'HI*ABK:J069',
    'LX*1',
    'SV1*HC:99213*125*UN*1***1',
  ];
  const chunk = Buffer.from(`${claim.join('~')}~`.repeat(600));
  const reader = createWireReader({ findGuide });
  reader.push(Buffer.from(`${head}HI*ABK:J069~`));
  const kept: unknown[] = [];
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let chunks = 0; chunks < 150; chunks++)
    kept.push(recordsOf(reader.push(chunk)).at(-1)?.value.clearinghouseClaimNumber);
  collect();
  const grown = process.memoryUsage().heapUsed - before;
  reader.push(Buffer.from(tail));
  expect(kept.at(-1)).toEqual({ qualifier: 'D9', value: '10964922953404' });
  expect(grown).toBeLessThan((chunk.length * 150) / 2);
});
