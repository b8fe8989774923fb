/** Claims to the loops of an 837 and back, and from a place in the 837 to the field of the claim. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claim as claimSchema } from '../../schemas/claim.ts';
import { claimFrom837, claimTo837 } from '../../src/claims/to-837.ts';
import { arbitraryClaim } from './arbitrary-claim.ts';

const RUNS = 1000;

describe('a professional claim', () => {
  test('comes back from its loops as it was', () => {
    fc.assert(
      fc.property(arbitraryClaim, (claim) => {
        const { meta: _meta, claimId: _id, ...back } = claimSchema.parse(claimFrom837(claimTo837(claim)));
        expect(back).toEqual(claim);
      }),
      { numRuns: RUNS },
    );
  }, 240_000);
});
