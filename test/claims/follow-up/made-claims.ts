/** Claims and what a payer decides on them, for what follows from both. */
import { expect } from 'vitest';
import { type Claim, claim as claimSchema } from '../../../schemas/claim.ts';
import type { ClaimPaymentRecord } from '../../../schemas/records.ts';
import { claimJson, type Json, parts, without } from '../../../src/claims/follow-up/claim-json.ts';
import type { MadeClaim } from '../../../src/claims/follow-up/made.ts';
import { writeClaims } from '../../../src/claims/write-claims.ts';
import { toCents } from '../../../src/money.ts';
import { readInterchangeSync } from '../../../src/read-interchange.ts';
import { adjudicate } from '../../../src/sandbox/adjudicate.ts';
import { ENVELOPE } from '../envelope.ts';

export const DAY = '2026-11-20';

/** The next payer, as an entry of `otherPayers`. */
export const NEXT: Json = {
  payer: { id: 'SECND', name: 'SECOND HEALTH PLAN' },
  payerSequence: 'S',
  claimFiling: 'CI',
  insured: {
    lastName: 'WINTERS',
    firstName: 'ALMA',
    memberId: 'SEC0004',
    address: { line1: '12 OAK LANE', city: 'COLUMBUS', state: 'OH', zip: '43215' },
  },
};

/** The claim as the first payer gets it: nobody has decided yet. */
export function firstClaim(claim: Claim): Claim {
  const json = claimJson(claim);
  return claimSchema.parse({
    ...without(json, 'otherPayers'),
    subscriber: { ...(json.subscriber as Json), payerSequence: 'P' },
    lines: parts(json, 'lines').map((line) => without(line, 'adjudications')),
  });
}

/** What the sandbox's payer decides on a claim that was written and read. */
export function decisionOn(claim: Claim, change: Partial<ClaimPaymentRecord> = {}): ClaimPaymentRecord {
  const record = [...readInterchangeSync(writeClaims([claim], ENVELOPE).text)].find(
    (item) => item.type === '837.claim',
  );
  if (record?.type !== '837.claim') throw new Error('a written claim is read again');
  const { frequency: _frequency, ...decided } = adjudicate({ ...record, frequency: '1' }, DAY, 'seed');
  const { patientResponsibilityCents = toCents(0), ...facts } = decided;
  return { ...facts, type: '835.claim', patientResponsibilityCents, origin: record.origin, ...change };
}

/** The claim that was made; fails with what kept it from being made. */
export function claimOf(result: MadeClaim): Claim {
  const errors = result.issues?.filter(({ severity }) => severity === 'error') ?? [];
  expect({ refused: result.refused, errors }).toEqual({ refused: undefined, errors: [] });
  if (result.claim === undefined) throw new Error('there is a claim');
  return result.claim;
}

/** The segments of a written claim; its writing has no error. */
export function segmentsOf(claim: Claim): string[] {
  const { text, issues } = writeClaims([claim], ENVELOPE);
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  return text.split('~').slice(0, -1);
}
