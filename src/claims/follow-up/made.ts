/** What comes of making a claim from another: the claim with what its edits say, or why it cannot be made. */
import type { Claim } from '../../../schemas/claim.ts';
import type { Issue } from '../../issue.ts';
import type { Cents } from '../../money.ts';
import { validateClaim } from '../validate.ts';
import type { Json } from './claim-json.ts';

/** Why a claim was not made. */
export type Refusal = {
  reason:
    | 'crossed-over'
    | 'not-adjudicated'
    | 'other-charge'
    | 'line-not-decided'
    | 'line-not-known'
    | 'line-balance'
    | 'claim-balance'
    | 'paid-less-than-nothing'
    | 'no-payer-left'
    | 'no-payer-number'
    | 'not-every-line';
  says: string;
  /** Index of the line of the claim. */
  line?: number;
  /** What was charged and what payment and adjustments come to, where the two differ. */
  chargeCents?: Cents;
  toldCents?: Cents;
};

/** `json` is what to hand in; `claim` the same, checked. With errors of form or edits there is no `claim`. */
export type MadeClaim =
  | { json: Json; claim?: Claim; issues: Issue[]; refused?: undefined }
  | { refused: Refusal[]; json?: undefined; claim?: undefined; issues?: undefined };

/** Checks what was made as any claim is checked. */
export function made(json: Json): MadeClaim {
  const { claim, issues } = validateClaim(json);
  return claim === undefined ? { json, issues } : { json, claim, issues };
}
