/** A claim in several, where it has more lines than a payer takes: each part a claim of its own that knows where it came from. */
import type { Claim } from '../../schemas/claim.ts';
import { type Issue, issue } from '../issue.ts';
import { chunksOf } from '../lists.ts';
import { sumCents } from '../money.ts';

/** A part of a claim: the number of the claim that was split, and which of its lines (from 0) are lines of the part. */
export type ClaimPart = { claim: Claim; parent: string; lines: number[] };

export type SplitClaim = { parts: ClaimPart[]; issues?: undefined } | { parts?: undefined; issues: Issue[] };

/**
 * Splits a professional or dental claim into parts of at most `mostLines` lines, in their order and with their control numbers; the
 * charge of a part (CLM02) is the sum of its lines. `newControlNumber` gives each part its CLM01. Refuses a claim whose amounts
 * belong to no line, and one that replaces or voids another: what belongs to which part only its biller knows.
 */
export function splitClaim(claim: Claim, mostLines: number, newControlNumber: () => string): SplitClaim {
  const issues = unsplittable(claim).map((path) =>
    issue('claim-invalid', {
      message: 'what stands here belongs to the claim as a whole, which cannot be split',
      path,
      expected: 'nothing, where a claim is to be split',
      next: 'split the claim by hand, and give each part its share',
    }),
  );
  if (claim.kind === 'institutional' || issues.length > 0) return { issues };
  return { parts: partsOf(claim, mostLines, newControlNumber) };
}

type Splittable = Extract<Claim, { kind: 'professional' | 'dental' }>;

function partsOf<C extends Splittable>(claim: C, mostLines: number, newControlNumber: () => string): ClaimPart[] {
  const places = chunksOf([...claim.lines.keys()], mostLines);
  if (places.length < 2) return [{ claim, parent: claim.patientControlNumber, lines: places[0] ?? [] }];
  return places.map((lines) => {
    const taken = lines.map((at) => claim.lines[at]!);
    return {
      claim: {
        ...claim,
        patientControlNumber: newControlNumber(),
        charge: sumCents(taken.map(({ charge }) => charge)),
        lines: taken,
      },
      parent: claim.patientControlNumber,
      lines,
    };
  });
}

/** Pointers of what does not come apart with the lines. */
function unsplittable(claim: Claim): string[] {
  if (claim.kind === 'institutional') return ['/kind'];
  return [
    ...(claim.patientPaid === undefined ? [] : ['/patientPaid']),
    ...(claim.frequency === '1' ? [] : ['/frequency']),
    ...(claim.pricing === undefined ? [] : ['/pricing']),
    ...(claim.contract?.amount === undefined ? [] : ['/contract/amount']),
    ...claim.otherPayers.flatMap((_payer, index) => [`/otherPayers/${index}`]),
  ];
}
