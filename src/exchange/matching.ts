/** Which of our claims an answer speaks of. */
import type { ClaimKey } from '../store/claim-keys.ts';

/** By patient control number; of several claims under one number (a replacement and its original) the newest. */
export function newestByControlNumber(claims: readonly ClaimKey[]): ReadonlyMap<string, ClaimKey> {
  const found = new Map<string, ClaimKey>();
  for (const claim of claims) {
    const known = found.get(claim.patientControlNumber);
    if (known === undefined || known.createdAt <= claim.createdAt) found.set(claim.patientControlNumber, claim);
  }
  return found;
}

/** By the payer's own claim number; only where it names one claim. */
export function onlyByPayerNumber(claims: readonly ClaimKey[]): ReadonlyMap<string, ClaimKey> {
  const found = new Map<string, ClaimKey | undefined>();
  for (const claim of claims) {
    const number = claim.payerClaimNumber ?? '';
    found.set(number, found.has(number) ? undefined : claim);
  }
  return new Map([...found].flatMap(([number, claim]) => (claim === undefined ? [] : [[number, claim] as const])));
}
