import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batchReference, sentBatch } from '../../src/exchange/batch-reference.ts';
import { formatSt02 } from '../../src/x12/envelope.ts';

const partnerId = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,39}$/);

test('the reference of a batch has room in BHT03 and leads back to its set', () => {
  fc.assert(
    fc.property(
      partnerId,
      fc.integer({ min: 1, max: 999_999_999 }),
      fc.integer({ min: 1, max: 9999 }),
      (id, isa13, set) => {
        const reference = `${batchReference(id, isa13)}-${set}`;
        expect(reference.length).toBeLessThanOrEqual(30);
        expect(sentBatch(id, reference)).toEqual({ isa13: String(isa13).padStart(9, '0'), st02: formatSt02(set) });
      },
    ),
  );
});

test.each(['', '0', 'ACME000000001', 'OTHER000000001-1', 'ACME00000001-1', 'ACME000000001-', 'ACME000000001-1-2'])(
  '%j is no batch of ours',
  (reference) => {
    expect(sentBatch('acme', reference)).toBeUndefined();
  },
);
