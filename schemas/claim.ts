/** The claim object: a claim in a biller's words. Loops and qualifiers are Claimwire's business, not the caller's. */
import type { z } from 'zod';
import { numberLines } from './claim-common.ts';
import { professionalClaim } from './claim-professional.ts';

/** The claim object. A checked claim has amounts in cents, defaults filled in and a control number on every line. */
export const claim = professionalClaim.transform(numberLines);

/** A checked claim. */
export type Claim = z.output<typeof claim>;
/** A claim as its caller writes it. */
export type ClaimInput = z.input<typeof claim>;
export type ServiceLine = Claim['lines'][number];
export type OtherPayer = Claim['otherPayers'][number];
