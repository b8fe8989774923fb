/** Replacement, void and new claim; split claims. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DENIAL_CATEGORIES } from '../../../schemas/denial-words.ts';
import { isClaimField } from '../../../src/claims/claim-fields.ts';
import { fieldsToCorrect, replacementClaim } from '../../../src/claims/follow-up/replacement.ts';
import { splitClaim } from '../../../src/claims/follow-up/split.ts';
import { frequencyOf } from '../../../src/claims/kinds.ts';
import { sumCents } from '../../../src/money.ts';
import { arbitraryInstitutional } from '../arbitrary-institutional.ts';
import { arbitraryProfessional } from '../arbitrary-professional.ts';
import { claimWith } from '../claim.ts';
import { claimOf, segmentsOf } from './made-claims.ts';

const original = claimWith();

describe('the claim that corrects another', () => {
  test.each([
    ['7', 'CLM*CW1001*185***11:B:7*Y*A*Y*Y'],
    ['8', 'CLM*CW1001*185***11:B:8*Y*A*Y*Y'],
  ] as const)('need 32: frequency %s carries the payer’s number, all else as it was', (frequency, clm) => {
    const made = claimOf(replacementClaim(original, { frequency, payerClaimNumber: 'ICN1' }));
    expect(made).toEqual({ ...original, frequency, replaces: { payerClaimNumber: 'ICN1' } });
    expect(segmentsOf(made)).toEqual(expect.arrayContaining([clm, 'REF*F8*ICN1']));
  });

  test('need 32: is refused while the payer’s number is not known; a payer that takes corrections without it takes a new claim', () => {
    expect(replacementClaim(original, { frequency: '7' }).refused).toMatchObject([{ reason: 'no-payer-number' }]);
    expect(replacementClaim(original, { frequency: '8' }).refused).toMatchObject([{ reason: 'no-payer-number' }]);
    expect(frequencyOf(claimOf(replacementClaim(original, { frequency: '1' })))).toBe('1');
  });

  test('need 87: what could not be processed (MA130) is a new claim, without the payer’s number', () => {
    const given = claimWith({ frequency: '7', replaces: { payerClaimNumber: 'OLD' } });
    const made = claimOf(
      replacementClaim(given, { frequency: '1', payerClaimNumber: 'ICN1', patientControlNumber: 'NEW1' }),
    );
    expect(made).toEqual({ ...original, patientControlNumber: 'NEW1' });
  });

  test.each([
    ['professional', arbitraryProfessional],
    ['institutional', arbitraryInstitutional],
  ] as const)('is a sound claim whatever the first one was: %s', (_kind, claims) => {
    fc.assert(
      fc.property(claims, fc.constantFrom('7' as const, '8' as const, '1' as const), (claim, frequency) => {
        const made = claimOf(replacementClaim(claim, { frequency, payerClaimNumber: 'ICN1' }));
        expect([frequencyOf(made), made.replaces?.payerClaimNumber]).toEqual([
          frequency,
          frequency === '1' ? undefined : 'ICN1',
        ]);
        expect(made.lines).toEqual(claim.lines);
      }),
      { numRuns: 30 },
    );
  });

  test('where to look for what a denial is about is a field that some claim has', () => {
    for (const category of DENIAL_CATEGORIES)
      for (const pointer of fieldsToCorrect(category))
        expect([
          pointer,
          ['professional', 'institutional', 'dental'].some((kind) => isClaimField(kind as 'dental', pointer)),
        ]).toEqual([pointer, true]);
    expect(fieldsToCorrect('modifier', 2)).toEqual(['/lines/2/procedure/modifiers']);
  });
});

describe('need 31: a claim that is split', () => {
  test('into parts with numbers of their own, their parent’s, and which line is which', () => {
    const split = splitClaim(original, [
      { lines: [1], patientControlNumber: 'CW1001A' },
      { lines: [0], patientControlNumber: 'CW1001B' },
    ]);
    if ('refused' in split) throw new Error('every line is in one part');
    const claims = split.parts.map(({ made }) => claimOf(made));
    expect(split.parts.map(({ parent, lines }) => [parent, ...lines])).toEqual([
      ['CW1001', 1],
      ['CW1001', 0],
    ]);
    expect(claims.map(({ patientControlNumber, charge }) => [patientControlNumber, charge])).toEqual([
      ['CW1001A', 6_000],
      ['CW1001B', 12_500],
    ]);
    expect(sumCents(claims.map(({ charge }) => charge))).toBe(original.charge);
    expect(claims.map(({ lines }) => lines)).toEqual([[original.lines[1]], [original.lines[0]]]);
  });

  test.each([[[[0]]], [[[0], [0, 1]]], [[[0, 1], []]], [[[0, 1, 2]]]])(
    'not where a line is left out or taken twice: %j',
    (parts) => {
      const split = parts.map((lines, index) => ({ lines, patientControlNumber: `P${index}` }));
      expect(splitClaim(original, split)).toMatchObject({ refused: [{ reason: 'not-every-line' }] });
    },
  );
});
