/** What follows from the decisions on a claim: the claim to the next payer, a correction, the patient's share. Reads only. */
import type { Json } from '../claims/follow-up/claim-json.ts';
import type { Refusal } from '../claims/follow-up/made.ts';
import { replacementClaim } from '../claims/follow-up/replacement.ts';
import { secondaryClaim } from '../claims/follow-up/secondary.ts';
import type { Issue } from '../issue.ts';
import { type PatientShare, patientShare } from '../remits/patient-share.ts';
import type { Db } from '../store/database.ts';
import { newControlNumber } from '../store/ids.ts';
import { type DecidedClaim, decidedClaim } from '../store/standing-decisions.ts';

/** What can follow. `new` is a claim of its own, for one that was never processed. */
export const FOLLOW_UPS = ['secondary', 'replacement', 'void', 'new', 'patient-share'] as const;
export type FollowUpKind = (typeof FOLLOW_UPS)[number];

/** The claim as JSON to hand in with what its edits say, or why it is not made; or the share. `sound`: it may be handed in. */
export type MadeFollowUp =
  | { claim?: Json; sound: boolean; issues: Issue[]; refused: Refusal[] }
  | { share: PatientShare };

/** Makes what follows from a claim; undefined when there is no such claim. */
export async function makeFollowUp(db: Db, claimId: string, kind: FollowUpKind): Promise<MadeFollowUp | undefined> {
  const found = await decidedClaim(db, claimId);
  if (found === undefined) return undefined;
  if (kind === 'patient-share') return { share: patientShare(found.decisions.at(-1)?.claims ?? []) };
  const { json, claim, issues = [], refused = [] } = make(found, kind);
  return { ...(json === undefined ? {} : { claim: json }), sound: claim !== undefined, issues, refused };
}

const FREQUENCIES = { replacement: '7', void: '8', new: '1' } as const;

function make({ claim, decisions }: DecidedClaim, kind: Exclude<FollowUpKind, 'patient-share'>) {
  const patientControlNumber = newControlNumber();
  // The first that decided is the one that the claim went to.
  if (kind === 'secondary')
    return secondaryClaim(claim.body, decisions[0] ?? { claims: [], date: '' }, { patientControlNumber });
  const payerClaimNumber = claim.payerClaimNumber ?? undefined;
  return replacementClaim(claim.body, { frequency: FREQUENCIES[kind], payerClaimNumber, patientControlNumber });
}
