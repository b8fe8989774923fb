/**
 * Generated claims of every kind in files of several hundred: what is written has no error to our own checker, loses no claim, no
 * line and no cent, and is the same to another parser. `GENERATED_CLAIMS=10000` draws more than the usual 1,000 of a kind.
 */
import fc from 'fast-check';
import { X12Interchange, X12Parser } from 'node-x12';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../schemas/claim.ts';
import { checkInterchange } from '../../src/check-interchange.ts';
import { writeClaims } from '../../src/claims/write-claims.ts';
import { chunksOf } from '../../src/lists.ts';
import { formatCents, sumCents } from '../../src/money.ts';
import { readInterchangeSync } from '../../src/read-interchange.ts';
import { only } from '../x12/wire.ts';
import { arbitraryDental } from './arbitrary-dental.ts';
import { arbitraryInstitutional } from './arbitrary-institutional.ts';
import { arbitraryProfessional } from './arbitrary-professional.ts';
import { ENVELOPE, segmentsOf } from './envelope.ts';

const COUNT = Number(process.env.GENERATED_CLAIMS ?? 1000);
const SEED = 20_261_125;
const CLAIMS_PER_FILE = 500;
/** Claims that share a billing provider. */
const PRACTICE = 5;

const KINDS: readonly (readonly [string, fc.Arbitrary<Claim>])[] = [
  ['professional', arbitraryProfessional],
  ['institutional', arbitraryInstitutional],
  ['dental', arbitraryDental],
];

/** Claims of a file: those of a practice stand under one provider. */
function claimsOfFile(claims: fc.Arbitrary<Claim>, file: number): Claim[] {
  const drawn = fc.sample(claims, { seed: SEED + file, numRuns: Math.min(CLAIMS_PER_FILE, COUNT) });
  return chunksOf(drawn, PRACTICE).flatMap(ofOneProvider);
}

function ofOneProvider<C extends Claim>(practice: readonly C[]): C[] {
  const [first] = practice;
  return practice.map((claim) => ({ ...claim, billingProvider: first?.billingProvider ?? claim.billingProvider }));
}

type Charged = { charge: Claim['charge'] };
const linesOf = (claims: readonly Claim[]) => claims.flatMap<Charged>(({ lines }) => lines);
const centsOf = (list: readonly Charged[]) => formatCents(sumCents(list.map(({ charge }) => charge)));

function segmentsOfOther(text: string): string[] {
  const parsed = new X12Parser(true).parse(text);
  if (!(parsed instanceof X12Interchange)) throw new Error('an interchange is expected');
  return parsed.functionalGroups.flatMap(({ transactions }) =>
    transactions.flatMap(({ header, segments, trailer }) =>
      [header, ...segments, trailer].map((segment) =>
        [segment.tag, ...segment.elements.map(({ value }) => value)].join('*'),
      ),
    ),
  );
}

describe.each(KINDS)('%s claims', (_kind, claims) => {
  const files = Array.from({ length: Math.ceil(COUNT / CLAIMS_PER_FILE) }, (_, file) => file);

  test.each(files)(
    `seed ${SEED} + %i`,
    async (file) => {
      const given = claimsOfFile(claims, file);
      const written = writeClaims(given, { ...ENVELOPE, maxClaimsPerSet: 200 });
      const { issues, summary } = await checkInterchange(written.text);
      expect([...written.issues, ...issues].filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(summary).toMatchObject({ interchanges: 1, claims: given.length });

      const found = only([...readInterchangeSync(written.text)], '837.claim');
      expect(found).toHaveLength(given.length);
      expect(formatCents(sumCents(found.map(({ chargeCents }) => chargeCents)))).toBe(centsOf(given));
      expect(formatCents(sumCents(found.flatMap(({ lines }) => lines.map(({ chargeCents }) => chargeCents))))).toBe(
        centsOf(linesOf(given)),
      );
      expect(found.flatMap(({ lines }) => lines)).toHaveLength(linesOf(given).length);
      const placed = written.index.map(({ claim }) => given[claim]?.patientControlNumber);
      expect(found.map(({ patientControlNumber }) => patientControlNumber)).toEqual(placed);

      const ours = segmentsOf(written.text).filter((segment) => !/^(ISA|GS|GE|IEA)\b/.test(segment));
      expect(segmentsOfOther(written.text)).toEqual(ours);
    },
    120_000,
  );
});
