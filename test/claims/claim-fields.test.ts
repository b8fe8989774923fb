import { describe, expect, test } from 'vitest';
import type { ClaimKind } from '../../schemas/claim.ts';
import { isClaimField } from '../../src/claims/claim-fields.ts';

describe('isClaimField', () => {
  test.each<[ClaimKind, string, boolean]>([
    ['professional', '/frequency', true],
    ['institutional', '/frequency', false],
    ['institutional', '/billType', true],
    ['professional', '/lines', true],
    ['professional', '/lines/*/procedure/code', true],
    ['professional', '/lines/procedure/code', false],
    ['professional', '/lines/*/procedure/cod', false],
    ['professional', '/lines/*/serviceDate/from', true],
    ['dental', '/otherPayers/*/payer/id', true],
    ['professional', '/subscriber/*', false],
  ])('%s %s: %s', (kind, pointer, known) => {
    expect(isClaimField(kind, pointer)).toBe(known);
  });
});
