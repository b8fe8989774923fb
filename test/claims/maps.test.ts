/** Claims to the loops of an 837 and back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Claim, claim as claimSchema } from '../../schemas/claim.ts';
import { editClaim } from '../../src/claims/edits.ts';
import { claimFrom837, claimTo837 } from '../../src/claims/to-837.ts';
import { arbitraryDental } from './arbitrary-dental.ts';
import { arbitraryInstitutional } from './arbitrary-institutional.ts';
import { arbitraryProfessional } from './arbitrary-professional.ts';

const RUNS = 1000;

const KINDS: readonly (readonly [string, fc.Arbitrary<Claim>])[] = [
  ['professional', arbitraryProfessional],
  ['institutional', arbitraryInstitutional],
  ['dental', arbitraryDental],
];

describe.each(KINDS)('a claim: %s', (_kind, claims) => {
  test('comes back from its loops as it was', () => {
    fc.assert(
      fc.property(claims, (claim) => {
        expect(claimSchema.parse(claimFrom837(claim.kind, claimTo837(claim)))).toEqual(claim);
      }),
      { numRuns: RUNS },
    );
  }, 240_000);

  test('passes the edits', () => {
    fc.assert(
      fc.property(claims, (claim) => {
        expect(editClaim(claim).filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: 200 },
    );
  }, 240_000);
});
