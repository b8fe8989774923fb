/** Claims of 837 files read into claim objects: nothing is lost, and what is written again is what was read. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../schemas/claim.ts';
import { claimsFrom837, claimsFrom837Sync } from '../../src/claims/read-claims.ts';
import { writeClaims } from '../../src/claims/write-claims.ts';
import { findGuide, guide837d, guide837i, guide837p } from '../../src/guides/index.ts';
import { CORPUS, type CorpusFile, corpusFolder } from '../corpus.ts';
import { generateFile } from '../x12/generate-file.ts';
import { HOW, spoil } from '../x12/spoil.ts';
import { arbitraryDental } from './arbitrary-dental.ts';
import { arbitraryInstitutional } from './arbitrary-institutional.ts';
import { arbitraryProfessional } from './arbitrary-professional.ts';
import { claimWith } from './claim.ts';
import { CORRECTIONS, NO_CLAIMS } from './corpus-corrections.ts';
import { ENVELOPE } from './envelope.ts';
import { roundTrip, withSoundNumbers } from './round-trip.ts';

const is837 = ({ transactions }: CorpusFile): boolean =>
  transactions.length > 0 &&
  transactions.every(
    ({ st01, st03, gs08 }) =>
      st01 === '837' && [st03, gs08].some((one) => findGuide(one ?? '', '', st01) !== undefined),
  );

const holdsNoClaim = ({ path }: { path: string }): boolean => NO_CLAIMS.some((one) => path.startsWith(one.path));

const valid = CORPUS.filter((file) => file.strict_valid_candidate && file.claims > 0 && is837(file));

function corrected({ path, bytes }: CorpusFile): Uint8Array {
  const { changes = [] } = CORRECTIONS.find((one) => one.path === path) ?? {};
  const text = changes.reduce((given, [from, to]) => {
    expect(given, `${path}: ${from}`).toContain(from);
    return given.replaceAll(from, to);
  }, bytes().toString('latin1'));
  return withSoundNumbers(Buffer.from(text, 'latin1'));
}

const textOf = (...claims: readonly Claim[]) => writeClaims(claims, ENVELOPE).text;
const read = (text: string) => [...claimsFrom837Sync(text)];
const claimsIn = (text: string) => read(text).filter((item) => item.type === 'claim');

describe('a claim that was written', () => {
  test('comes back as its caller wrote it, with its place', () => {
    const [item] = claimsIn(textOf(claimWith()));
    expect(item).toMatchObject({
      kind: 'professional',
      issues: [],
      origin: { isa13: '000000007', gs06: '7', st02: '0001', segment: 18 },
      claim: {
        charge: '185.00',
        subscriber: { birthDate: '1971-04-12' },
        lines: [{ charge: '125.00' }, { charge: '60.00' }],
      },
    });
    expect(Object.keys(item?.claim ?? {}).slice(0, 2)).toEqual(['kind', 'patientControlNumber']);
  });

  test('of every kind, from text and from a stream alike', async () => {
    const text = textOf(
      ...fc.sample(fc.oneof(arbitraryProfessional, arbitraryInstitutional, arbitraryDental), { numRuns: 20, seed: 3 }),
    );
    const streamed = [];
    for await (const item of claimsFrom837([Buffer.from(text.slice(0, 999)), Buffer.from(text.slice(999))]))
      streamed.push(item);
    expect(streamed).toEqual(read(text));
    expect(streamed.flatMap((item) => (item.type === 'claim' ? item.issues : [item]))).toEqual([]);
    expect(streamed).toHaveLength(20);
  });
});

describe('what a claim object has no field for', () => {
  const PER = 'PER*IC*DESK*TE*6145550100*TE*6145550199~';
  const lostIn = (text: string) =>
    claimsIn(text).flatMap(({ issues }) =>
      issues
        .filter(({ code }) => code === 'claim-unmapped')
        .map(({ loop, segmentId, element, origin, found }) => [loop, segmentId, element, origin?.segment, found]),
    );

  test('is told with its segment and element, its text hidden', () => {
    expect(lostIn(textOf(claimWith()).replace('HL*2*1', `${PER}HL*2*1`))).toEqual([
      ['2010AA', 'PER', 'PER05', 11, 'TE'],
      ['2010AA', 'PER', 'PER06', 11, '9999999999'],
    ]);
  });

  test('is told of a claim too that cannot be written as it is', () => {
    const text = textOf(claimWith()).replace('HL*2*1', `${PER}HL*2*1`).replace('1234567893', '1234567890');
    expect(lostIn(text)).toEqual([['2010AA', 'PER', 'PER06', 11, '9999999999']]);
    expect(claimsIn(text).flatMap(({ issues }) => issues.map(({ code, path }) => [code, path]))).toContainEqual([
      'claim-invalid',
      '/billingProvider/npi',
    ]);
  });

  test('is told of what the guide itself has no place for, as everywhere', () => {
    const text = textOf(claimWith()).replace('HI*ABK', 'REF*QQ*1~HI*ABK');
    expect(claimsIn(text).flatMap(({ issues }) => issues.map(({ code, segmentId }) => [code, segmentId]))).toEqual([
      ['segment-unexpected', 'REF'],
    ]);
  });
});

test('what a claim object takes for granted is told', () => {
  const told = (from: string, to: string) =>
    claimsIn(textOf(claimWith()).replace(from, to)).flatMap(({ issues }) =>
      issues.map(({ code, element, origin, message }) => [code, element, origin?.segment, message]),
    );
  expect(told('SBR*P*18*******CI', 'SBR*P*18')).toEqual([
    [
      'claim-assumed',
      'SBR09',
      12,
      'Subscriber Information: the claim object says Claim Filing Indicator Code CI, the file nothing',
    ],
  ]);
  expect(told('REF*6R*L1~', '')).toEqual([]);
});

test('issues of the file stand between the claims', () => {
  const [first, second, ...rest] = read(textOf(claimWith()).replace(/SE\*\d+/, 'SE*1'));
  expect([first?.type, second?.type === 'issue' && second.code, rest]).toEqual(['claim', 'set-segment-count', []]);
  expect(read('Dear Sir or Madam').map((item) => item.type === 'issue' && item.code)).toEqual(['no-isa']);
});

test.each([guide837p, guide837i, guide837d])('whatever the file holds, nothing is thrown: $id', (guide) => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(200), fc.constantFrom(...HOW), (seed, at, how) => {
      for (const item of read(spoil(generateFile(guide, seed), at, how)))
        if (item.type === 'claim') expect(item.claim.kind).toBe(item.kind);
    }),
    { numRuns: 60 },
  );
});

describe('the 837s of the corpus', () => {
  test.each(valid.filter((file) => !holdsNoClaim(file)).map((file) => [file.path, file] as const))(
    'come back: %s',
    async (path, file) => {
      const { before, after, issues, claims } = await roundTrip(corrected(file));
      const { ours = [] } = CORRECTIONS.find((one) => one.path === path) ?? {};
      expect(issues.map(({ code }) => code)).toEqual(ours.map(() => 'claim-assumed'));
      const expected = ours.reduce(
        (sections, [from, to]) => sections.map((section) => section.replace(from, to)),
        before,
      );
      expect(after).toEqual(expected);
      expect(claims).toBe(file.claims);
    },
  );

  test('files that hold no claim are told so', async () => {
    for (const file of valid.filter(holdsNoClaim)) {
      const { claims, issues } = await roundTrip(file.bytes());
      expect(claims, file.path).toBe(0);
      expect(issues.map(({ code }) => code)).toContain('claim-invalid');
    }
    expect(valid.length).toBeGreaterThan(corpusFolder === undefined ? 20 : 60);
  });
});
