/** Claims to the loops of an 837 and back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Claim, claim as claimSchema } from '../../schemas/claim.ts';
import { claimSet } from '../../src/claims/claim-set.ts';
import { editClaim } from '../../src/claims/edits.ts';
import { KINDS as KIND_FACTS } from '../../src/claims/kinds.ts';
import { claimFrom837, claimTo837, loop2300Of } from '../../src/claims/to-837.ts';
import type { LoopUse } from '../../src/x12/grammar.ts';
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

/** Keys of a loop's value that its guide does not have: what stands there would not be written. */
function unknownKeys(loop: LoopUse, value: Readonly<Record<string, unknown>>, path = ''): string[] {
  return Object.entries(value).flatMap(([key, given]) => {
    if (given === undefined) return [];
    const item = loop.items.find((one) => one.key === key);
    if (item === undefined) return [`${path}.${key}`];
    const inside = (Array.isArray(given) ? given : [given]) as Record<string, unknown>[];
    if (item.kind === 'loop') return inside.flatMap((one) => unknownKeys(item, one, `${path}.${key}`));
    const keys = new Set(item.layout.slots.map((slot) => slot.key));
    return inside.flatMap((one) =>
      Object.entries(one).flatMap(([name, text]) =>
        text === undefined || keys.has(name) ? [] : [`${path}.${key}.${name}`],
      ),
    );
  });
}

test.each(KINDS)('nothing of a claim is without its place in the guide: %s', (_kind, claims) => {
  fc.assert(
    fc.property(claims, (claim) => {
      const header = {
        submitter: { name: 'S', id: 'S', contact: { phone: '6145550100' } },
        receiver: { name: 'R', id: 'R' },
        reference: '1',
        at: new Date('2026-11-25T00:00:00Z'),
      };
      const value = claimSet([claim], header, loop2300Of);
      expect(unknownKeys(KIND_FACTS[claim.kind].guide.root, value)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
