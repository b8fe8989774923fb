/** The claim object: a claim in a biller's words. Loops and qualifiers are Claimwire's business, not the caller's. */
import { z } from 'zod';
import { dentalClaim } from './claim-dental.ts';
import { institutionalClaim } from './claim-institutional.ts';
import { professionalClaim } from './claim-professional.ts';

/** The kinds of claim, told apart by `kind`. */
export const claimKinds = z.discriminatedUnion('kind', [professionalClaim, institutionalClaim, dentalClaim], {
  error: 'professional, institutional or dental',
});

/** A claim that says nothing of its kind is a professional one. */
function withKind(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json) || 'kind' in json) return json;
  return { kind: 'professional', ...json };
}

/** The claim object. A checked claim has amounts in cents, defaults filled in and a control number on every line. */
export const claim = z.preprocess(withKind, claimKinds);

/** A checked claim. */
export type Claim = z.output<typeof claimKinds>;
/** A claim as its caller writes it; its number may be left out where it is given one on its way in. */
export type ClaimInput = Numberless<z.input<typeof claimKinds>>;
type Numberless<C> = C extends { patientControlNumber: string }
  ? Omit<C, 'patientControlNumber'> & { patientControlNumber?: string }
  : never;
export type ClaimKind = Claim['kind'];
export type { DentalClaim, DentalClaimInput } from './claim-dental.ts';
export type { InstitutionalClaim, InstitutionalClaimInput } from './claim-institutional.ts';
export type { ProfessionalClaim, ProfessionalClaimInput } from './claim-professional.ts';
