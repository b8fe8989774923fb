/** One claim as several: each with its own control number, its parent's, and which line is which. */
import type { Claim } from '../../../schemas/claim.ts';
import { formatX12Cents, sumCents } from '../../money.ts';
import { claimJson, parts, without } from './claim-json.ts';
import { type MadeClaim, made, type Refusal } from './made.ts';

/** Lines of the parent (indexes) that one part is to have, and its patient control number. */
export type SplitPart = { lines: readonly number[]; patientControlNumber: string };

/** A part. `lines`: by index in the part, the index of the line of the parent. */
export type SplitClaim = { parent: string; lines: readonly number[]; made: MadeClaim };

/** Splits a claim so that each line is in one part; the parts' charges add up to the parent's. Refuses a line left out or taken twice. */
export function splitClaim(
  claim: Claim,
  split: readonly SplitPart[],
): { parts: SplitClaim[] } | { refused: Refusal[] } {
  const taken = split.flatMap(({ lines }) => lines).toSorted((left, right) => left - right);
  const whole = taken.length === claim.lines.length && taken.every((line, index) => line === index);
  if (!whole || split.some(({ lines }) => lines.length === 0))
    return {
      refused: [
        { reason: 'not-every-line', says: 'each line of the claim must be in one part, and each part must have one' },
      ],
    };
  const json = claimJson(claim);
  const all = parts(json, 'lines');
  const results = split.map(
    ({ lines, patientControlNumber }, index): SplitClaim => ({
      parent: claim.patientControlNumber,
      lines,
      made: made({
        // What the patient has paid is told once.
        ...(index === 0 ? json : without(json, 'patientPaid')),
        patientControlNumber,
        charge: formatX12Cents(sumCents(lines.map((line) => claim.lines[line]!.charge))),
        lines: lines.map((line) => all[line]),
      }),
    }),
  );
  return { parts: results };
}
