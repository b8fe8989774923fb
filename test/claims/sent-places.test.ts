import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../schemas/claim.ts';
import { findSentPlaces, type NamedPlace } from '../../src/claims/sent-places.ts';
import { writeClaims } from '../../src/claims/write-claims.ts';
import { arbitraryDental } from './arbitrary-dental.ts';
import { arbitraryInstitutional } from './arbitrary-institutional.ts';
import { arbitraryProfessional } from './arbitrary-professional.ts';
import { claimWith } from './claim.ts';
import { ENVELOPE, segmentsOf } from './envelope.ts';

/** The segments of the first set, ST = 1, and how to look for places in it. */
function sent(claims: readonly Claim[]) {
  const { text, index } = writeClaims(claims, ENVELOPE);
  const segments = segmentsOf(text).slice(2);
  const chunks = async function* () {
    for (let at = 0; at < text.length; at += 700) yield Buffer.from(text.slice(at, at + 700));
  };
  const find = async (places: readonly NamedPlace[], st02 = '0001') =>
    findSentPlaces(chunks(), [{ gs06: '7', st02, places }]);
  /** Ordinal of the n-th segment that begins so. */
  const ordinal = (prefix: string, nth = 1) => {
    const all = segments.flatMap((one, at) => (one.startsWith(prefix) ? [at + 1] : []));
    return all[nth - 1]!;
  };
  return { segments, index, find, ordinal };
}

const FIRST = claimWith();
const OTHER_LINE = { procedure: { code: '80053' }, charge: '99.00', serviceDate: '2026-11-03' };
const SECOND = claimWith({ patientControlNumber: 'CW1002', charge: '99.00', diagnoses: ['I10'], lines: [OTHER_LINE] });
const OTHER_PATIENT = claimWith({
  patientControlNumber: 'CW1003',
  subscriber: { memberId: 'MEM0002', lastName: 'SOMMER', firstName: 'EVE', birthDate: '1980-01-01', sex: 'F' },
  dependent: { relationship: 'child', lastName: 'SOMMER', firstName: 'TIM', birthDate: '2015-05-05', sex: 'M', address: { line1: '1 ELM', city: 'COLUMBUS', state: 'OH', zip: '43215' } },
}); // biome-ignore format: a claim

describe('a place in a sent set', () => {
  const { find, ordinal } = sent([FIRST, SECOND, OTHER_PATIENT]);
  const [first, second, third] = [1, 2, 3].map((nth) => ordinal('CLM*', nth));

  test.each<[segment: string, nth: number, element: string | undefined, path: string, claims: (number | undefined)[]]>([
    ['CLM*CW1001', 1, 'CLM02', '/charge', [first]],
    ['CLM*CW1002', 1, 'CLM05-03', '/frequency', [second]],
    ['CLM*CW1003', 1, 'CLM01', '/patientControlNumber', [third]],
    ['HI*', 1, 'HI02-02', '/diagnoses/1', [first]],
    ['HI*', 2, 'HI01-02', '/diagnoses/0', [second]],
    ['SV1*', 2, 'SV101-02', '/lines/1/procedure/code', [first]],
    ['SV1*', 3, 'SV102', '/lines/0/charge', [second]],
    ['DTP*472', 3, 'DTP03', '/lines/0/serviceDate', [second]],
    ['NM1*85', 1, 'NM109', '/billingProvider/npi', [first, second, third]],
    ['REF*EI', 1, 'REF02', '/billingProvider/taxId', [first, second, third]],
    ['N4*COLUMBUS', 1, 'N403', '/billingProvider/address/zip', [first, second, third]],
    ['NM1*IL', 1, 'NM109', '/subscriber/memberId', [first, second]],
    ['NM1*IL', 2, 'NM109', '/subscriber/memberId', [third]],
    ['NM1*PR', 2, 'NM109', '/payer/id', [third]],
    ['NM1*QC', 1, 'NM104', '/dependent/firstName', [third]],
    ['SBR*', 1, 'SBR09', '/subscriber/claimFiling', [first, second]],
  ])('%s (%s) %s is the field %s', async (segment, nth, element, path, claims) => {
    const place = { position: ordinal(segment, nth), segmentId: segment.split('*')[0], element };
    expect((await find([place])).get(place)).toMatchObject({ path, claims, label: expect.stringMatching(/./) });
  });

  test.each<[what: string, at: [string, number], place: Partial<NamedPlace>, path: string]>([
    ['a segment of the claim', ['CLM*CW1002', 1], { segmentId: 'HI', loop: '2300' }, '/diagnoses'],
    ['a segment of a line, told at the line', ['LX*', 2], { segmentId: 'DTP', loop: '2400' }, '/lines/1/serviceDate'],
    ['a segment around the claim', ['NM1*85', 1], { segmentId: 'N3', loop: '2010' }, '/billingProvider/address/line1'],
    ['a loop, by its first segment', ['CLM*CW1002', 1], { segmentId: 'NM1', loop: '2310' }, '/referring'],
  ])('%s that is missing is the field it would be', async (_, at, place, path) => {
    const named = { position: ordinal(...at), missing: true, ...place };
    const found = (await find([named])).get(named);
    expect(found?.path).toBe(path);
  });

  test('another segment than the one named: the claim is known, the field is not', async () => {
    const named = { position: ordinal('HI*', 2), segmentId: 'REF', element: 'REF02' };
    expect((await find([named])).get(named)).toEqual({ path: '', loop: '2300', claims: [second] });
  });

  test('what stands in no claim, in another set or nowhere is not found', async () => {
    const submitter = { position: ordinal('NM1*41'), segmentId: 'NM1', element: 'NM109' };
    const beyond = { position: 999, segmentId: 'CLM' };
    expect((await find([submitter, beyond])).size).toBe(0);
    expect((await find([{ position: first!, segmentId: 'CLM' }], '0002')).size).toBe(0);
  });

  test('many places at once, in any order', async () => {
    const named = [third!, first!, second!, first!].map((position) => ({
      position,
      segmentId: 'CLM',
      element: 'CLM01',
    }));
    const found = await find(named);
    expect(named.map((place) => found.get(place)?.claims)).toEqual([[third], [first], [second], [first]]);
  });
});

describe.each<[kind: string, arbitrary: fc.Arbitrary<Claim>]>([
  ['professional', arbitraryProfessional],
  ['institutional', arbitraryInstitutional],
  ['dental', arbitraryDental],
])('%s claims', (_, arbitrary) => {
  test('every segment of a claim leads to it, and to a field that it has', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary, async (claim) => {
        const { segments, index, find, ordinal } = sent([claim]);
        const segmentFrom = ordinal('CLM');
        const segmentTo = index[0]?.segmentTo ?? 0;
        const places = segments.slice(segmentFrom - 1, segmentTo).map((text, at) => {
          const segmentId = text.split('*')[0] ?? '';
          return { position: segmentFrom + at, segmentId, element: `${segmentId}01` };
        });
        const found = await find(places);
        for (const place of places) {
          expect(found.get(place)?.claims).toEqual([segmentFrom]);
          const [field = ''] = found.get(place)?.path.split('/').slice(1) ?? [];
          expect([...Object.keys(claim), ''], `${place.segmentId} ${found.get(place)?.path}`).toContain(field);
        }
      }),
      { numRuns: 15 },
    );
  });
});
