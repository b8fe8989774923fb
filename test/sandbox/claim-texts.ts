/** 837s for the sandbox, written by our own writer. */
import type { Claim, ProfessionalClaimInput } from '../../schemas/claim.ts';
import { type ClaimEnvelope, writeClaims } from '../../src/claims/write-claims.ts';
import { CLAIM, claimWith } from '../claims/claim.ts';
import { ENVELOPE } from '../claims/envelope.ts';

export { claimWith };

/** A claim of these procedures at 100.00 each. */
export function claimOf(
  number: string,
  procedures: readonly string[],
  change: Partial<ProfessionalClaimInput> = {},
): Claim {
  return claimWith({
    patientControlNumber: number,
    charge: `${procedures.length * 100}.00`,
    lines: procedures.map((code, index) => ({
      lineControlNumber: `${number}L${index + 1}`,
      procedure: { code },
      charge: '100.00',
      serviceDate: '2026-11-02',
    })),
    ...change,
  });
}

/** The plain claim's subscriber under another member id. */
export const member = (memberId: string): Pick<ProfessionalClaimInput, 'subscriber'> => ({
  subscriber: { ...CLAIM.subscriber, memberId },
});

/** The 837 with one set for each claim. */
export function textOf(claims: readonly Claim[], change: Partial<ClaimEnvelope> = {}): string {
  const { text, issues } = writeClaims(claims, { ...ENVELOPE, maxClaimsPerSet: 1, ...change });
  if (issues.length > 0) throw new Error(`the claims are faulty: ${issues.map(({ code }) => code).join()}`);
  return text;
}
