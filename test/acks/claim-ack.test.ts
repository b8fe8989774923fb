import { describe, expect, test } from 'vitest';
import type { ClaimAckLevelRecord } from '../../schemas/records.ts';
import { levelResult, unlistedResult } from '../../src/acks/claim-ack.ts';

const level = (
  category: string | undefined,
  acceptedClaims?: number,
  rejectedClaims?: number,
): ClaimAckLevelRecord => ({
  type: '277ca.level',
  level: 'receiver',
  statuses: category === undefined ? [] : [{ category, status: '19' }],
  ...(acceptedClaims === undefined ? {} : { acceptedClaims }),
  ...(rejectedClaims === undefined ? {} : { rejectedClaims }),
  source: {},
  origin: {},
});

describe('a level of a 277CA', () => {
  test.each([
    ['A1', undefined, undefined, 'accepted'],
    ['A3', undefined, undefined, 'rejected'],
    ['A1', 2, undefined, 'accepted'],
    ['A1', 0, 2, 'rejected'],
    ['A1', 1, 2, 'partly_accepted'],
    ['A3', 3, 5, 'rejected'],
    [undefined, 1, undefined, 'accepted'],
    [undefined, undefined, undefined, 'unknown'],
  ] as const)('%s, %s accepted, %s rejected: %s', (category, accepted, rejected, result) => {
    expect(levelResult(level(category, accepted, rejected))).toBe(result);
  });

  test.each([
    ['refused, nothing listed', level('A3'), { accepted: 0, rejected: 0 }, 2, 'rejected'],
    ['refused, one listed as accepted and counted', level('A3', 1), { accepted: 1, rejected: 0 }, 2, 'rejected'],
    ['refused, but more are accepted than are listed', level('A3', 1), { accepted: 0, rejected: 0 }, 2, undefined],
    ['taken, nothing counted', level('A1'), { accepted: 0, rejected: 0 }, 2, undefined],
    ['taken, all counted', level('A1', 2), { accepted: 0, rejected: 0 }, 2, 'accepted'],
    ['taken, the rest counted', level('A1', 2, 1), { accepted: 0, rejected: 1 }, 2, 'accepted'],
    ['taken, a refusal is not listed', level('A1', 2, 1), { accepted: 0, rejected: 0 }, 2, undefined],
    ['received, all counted as refused', level('A1', undefined, 2), { accepted: 0, rejected: 0 }, 2, 'rejected'],
    ['the provider only counts', level(undefined, 0, 2), { accepted: 0, rejected: 0 }, 2, 'rejected'],
    ['the totals have two readings', level('A1', 1, 1), { accepted: 0, rejected: 0 }, 2, undefined],
  ] as const)('%s', (_, record, listed, unlisted, result) => {
    expect(unlistedResult(record, listed, unlisted)).toBe(result);
  });
});
