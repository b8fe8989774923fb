import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { claimKinds } from '../../schemas/claim.ts';
import { validateClaim } from '../../src/claims/validate.ts';
import { issue } from '../../src/issue.ts';
import { claimFindings, TELLING_NOTHING } from '../../src/view/claim-findings.ts';
import { CLAIM } from '../claims/claim.ts';

const plain = (_ink: string, text: string) => text;

/** What is shown of the findings of claims, as one text. */
function shownOf(json: unknown): string {
  const claims = Array.isArray(json) ? json : [json];
  const linesOf = claimFindings({ name: 'claims.json', text: JSON.stringify(json, null, 2), claims }, plain);
  return claims.flatMap((one, index) => validateClaim(one).issues.flatMap((found) => linesOf(index, found))).join('\n');
}

describe('findings of claims', () => {
  test('name the line, show what stands there, where it goes and what to do', () => {
    const lines = shownOf([CLAIM, { ...CLAIM, charge: '77.77' }]).split('\n');
    expect(lines[0]).toMatch(/^claims\.json:\d+: error claim-balance \[R80\]: ./);
    const number = Number(/:(\d+):/.exec(lines[0] ?? '')?.[1]);
    const text = JSON.stringify([CLAIM, { ...CLAIM, charge: '77.77' }], null, 2).split('\n');
    expect(text[number - 1]).toContain('"charge": "77.77"');
    expect(lines[1]).toBe(`${String(number).padStart(5)} | "charge": "99.99"`);
    expect(lines[2]).toBe('      | claim 2 of 2, /charge: loop 2300, CLM02, SNIP type 3');
    expect(lines.at(-1)).toMatch(/^ {6}\| next: [A-Z].+\.$/);
  });

  test('of what is missing show what it is missing in', () => {
    const { lastName: _lastName, ...subscriber } = CLAIM.subscriber;
    const text = shownOf({ ...CLAIM, subscriber });
    expect(text).toMatch(/\| "subscriber": \{ "memberId": "AAA9999", "firstName": "AAAA", /);
    expect(text).toContain('the claim, /subscriber/lastName: ');
  });

  test('show codes as they stand, and names in their places masked', () => {
    expect(shownOf({ ...CLAIM, placeOfService: '1' })).toContain('"placeOfService": "1"');
    expect(shownOf({ ...CLAIM, placeOfService: 'WINTERS' })).toContain('"placeOfService": "AAAAAAA"');
    expect(shownOf({ ...CLAIM, diagnoses: ['J06.9', 'J069'] })).toContain('| "J069"');
    expect(shownOf(7)).toContain('    1 | 9');
  });

  test('never show a value of the patient, whatever they are about', () => {
    const [line] = CLAIM.lines;
    const claim = { ...CLAIM, subscriber: { ...CLAIM.subscriber, ssn: '078051120' }, lines: [{ ...line, note: { text: 'SECRET WORDS' } }] }; // biome-ignore format: one claim
    const linesOf = claimFindings({ name: 'c', text: JSON.stringify(claim), claims: [claim] }, plain);
    const paths = ['', '/subscriber', '/subscriber/birthDate', '/subscriber/ssn', '/lines', '/lines/0/note/text', '/charge', '/patientControlNumber']; // biome-ignore format: one list
    const text = paths.flatMap((path) => linesOf(0, issue('claim-invalid', { message: 'm', path }))).join('\n');
    expect(text).not.toMatch(/WINTERS|ALMA|MEM0001|1971|078|SECRET|185|125\.00|OAK|43215|CW1001/);
  });
});

test('every field that is shown is one of the claim object', () => {
  const schema = JSON.stringify(z.toJSONSchema(claimKinds, { io: 'input' }));
  expect([...TELLING_NOTHING].filter((name) => !schema.includes(`"${name}":`))).toEqual([]);
});
