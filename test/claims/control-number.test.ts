import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newPatientControlNumber } from '../../src/claims/control-number.ts';
import { validateClaim } from '../../src/claims/validate.ts';
import { CLAIM } from './claim.ts';

const { patientControlNumber: _number, ...NUMBERLESS } = CLAIM;

test('numbers are 17 capital letters and digits that nobody takes for others, whatever chance gives', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })), (chance) => {
      const number = newPatientControlNumber((limit) => Math.floor(chance.next().value * limit));
      expect(number).toMatch(/^[A-Z][A-Z0-9]{16}$/);
      expect(number).not.toMatch(/[01258AEIOULQSZB]/);
    }),
  );
});

test('numbers use every letter of their alphabet, and no two are alike', () => {
  const numbers = Array.from({ length: 5000 }, () => newPatientControlNumber(randomInt));
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(new Set(numbers.join('')).size).toBe(21);
});

test('a claim without a number is given one; its own is kept, and refused where it is no good', () => {
  const newControlNumber = () => 'GIVEN';
  expect(validateClaim(NUMBERLESS, { newControlNumber }).claim?.patientControlNumber).toBe('GIVEN');
  expect(validateClaim(CLAIM, { newControlNumber }).claim?.patientControlNumber).toBe(CLAIM.patientControlNumber);
  expect(validateClaim({ ...CLAIM, patientControlNumber: '' }, { newControlNumber }).issues).toMatchObject([
    { path: '/patientControlNumber' },
  ]);
  expect(validateClaim(7, { newControlNumber }).claim).toBeUndefined();
});
