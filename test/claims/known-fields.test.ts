import { describe, expect, test } from 'vitest';
import { fieldsAt, nearestName } from '../../src/claims/known-fields.ts';
import { validateClaim } from '../../src/claims/validate.ts';
import { CLAIM } from './claim.ts';

const [line] = CLAIM.lines;
const issueOf = (change: object) => validateClaim({ ...CLAIM, ...change }).issues[0];

describe('a field that the schema does not know', () => {
  test.each<[string, object, string, string | undefined]>([
    ['word too many', { chargeAmount: '1' }, '/chargeAmount', 'charge'],
    ['slip of the keyboard', { diagnosis: [] }, '/diagnosis', 'diagnoses'],
    ['another spelling', { place_of_service: '11' }, '/place_of_service', 'placeOfService'],
    ['of a party', { subscriber: { ...CLAIM.subscriber, memberID: 'M' } }, '/subscriber/memberID', 'memberId'],
    ['letters that changed places', { subscriber: { ...CLAIM.subscriber, fristName: 'A' } }, '/subscriber/fristName', 'firstName'], // biome-ignore format: a table
    ['of a line', { lines: [{ ...line, procedureCode: '99213' }] }, '/lines/0/procedureCode', 'procedure'],
    ['of a line of a decision', { lines: [{ ...line, adjudications: [{ paidAmount: '1' }] }] }, '/lines/0/adjudications/0/paidAmount', 'paid'], // biome-ignore format: a table
    ['near to nothing', { colour: 'red' }, '/colour', undefined],
  ])('%s: the nearest name', (_what, change, path, near) => {
    const found = validateClaim({ ...CLAIM, ...change }).issues.find((one) => one.path === path);
    const name = JSON.stringify(path.slice(path.lastIndexOf('/') + 1));
    const says = near === undefined ? '' : `: did you mean ${JSON.stringify(near)}?`;
    expect(found).toMatchObject({ code: 'claim-invalid', message: `unknown field ${name}${says}` });
  });

  test('of another kind of claim: which', () => {
    expect(issueOf({ billType: '111' })?.next).toBe('remove it: it is a field of institutional claims, and this one is professional'); // biome-ignore format: one sentence
    expect(issueOf({ orthodontics: {} })?.next).toContain('of dental claims');
  });
});

test('fields of every kind are found, through lists and defaults', () => {
  expect(fieldsAt('professional', [])).toEqual(expect.arrayContaining(['charge', 'lines', 'placeOfService']));
  expect(fieldsAt('institutional', ['otherPayers', 0, 'inpatient'])).toContain('coveredDays');
  expect(fieldsAt('dental', ['lines', 3, 'teeth', 0])).toEqual(['tooth', 'surfaces']);
  expect(fieldsAt('professional', ['charge'])).toEqual([]);
});

test('nothing is near to a name without letters', () => {
  expect(nearestName('', ['charge'])).toBeUndefined();
  expect(nearestName('#', ['charge'])).toBeUndefined();
});
