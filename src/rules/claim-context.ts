/** What the rules of a claim (loop 2300) look at: the claim, and the loops around it. */
import type * as dental from '../guides/values/837d.ts';
import type * as institutional from '../guides/values/837i.ts';
import type * as professional from '../guides/values/837p.ts';
import type { Read, Rule } from './rule.ts';

/** Which loops around a claim no claim before it stood under: what is wrong in them is told once. */
export type Fresh = { readonly provider: boolean; readonly subscriber: boolean };

/** A claim of one guide with the header of its set, its billing provider, its subscriber and, where another, its patient. */
type ClaimOf<Kind, Header, Provider, Subscriber, Patient, Claim> = {
  kind: Kind;
  header: Read<Header>;
  provider: Read<Provider>;
  subscriber: Read<Subscriber>;
  patient: Read<Patient> | undefined;
  claim: Read<Claim>;
  fresh: Fresh;
};

/** A claim of an 837P. */
export type ProfessionalClaim = ClaimOf<
  'professional',
  professional.Set837P,
  professional.Loop2000A,
  professional.Loop2000B,
  professional.Loop2000C,
  professional.Loop2300
>;

/** A claim of an 837I. */
export type InstitutionalClaim = ClaimOf<
  'institutional',
  institutional.Set837I,
  institutional.Loop2000A,
  institutional.Loop2000B,
  institutional.Loop2000C,
  institutional.Loop2300
>;

/** A claim of an 837D. */
export type DentalClaim = ClaimOf<
  'dental',
  dental.Set837D,
  dental.Loop2000A,
  dental.Loop2000B,
  dental.Loop2000C,
  dental.Loop2300
>;

/** A claim that practitioners send: an 837P or an 837D. */
export type PractitionerClaim = ProfessionalClaim | DentalClaim;

/** A claim of any 837. */
export type AnyClaim = PractitionerClaim | InstitutionalClaim;

/** A service line (loop 2400) of any 837. */
export type Line = NonNullable<AnyClaim['claim']['serviceLines']>[number];

/** An other subscriber with the payer (loop 2320) of any 837. */
export type OtherCoverage = NonNullable<AnyClaim['claim']['otherSubscribers']>[number];

/** The service lines of a claim. */
export const linesOf = ({ claim }: AnyClaim): readonly Line[] => claim.serviceLines ?? [];

/** The other coverages of a claim. */
export const othersOf = ({ claim }: AnyClaim): readonly OtherCoverage[] => claim.otherSubscribers ?? [];

/** Whether the payer is Medicare, as far as SBR09 tells. */
export const isMedicare = ({ subscriber: { coverage } }: AnyClaim) =>
  coverage?.filingIndicator === 'MA' || coverage?.filingIndicator === 'MB';

/** Rules of a loop around the claim, run with the first claim under it. */
export function oncePer<C extends AnyClaim>(loop: keyof Fresh, rules: readonly Rule<C>[]): Rule<C>[] {
  return rules.map((rule) => ({
    ...rule,
    check: (context, report) => {
      if (context.fresh[loop]) rule.check(context, report);
    },
  }));
}

/** The patient's loop: 2010CA, or 2010BA where the subscriber is the patient. */
export const patientOf = ({ subscriber, patient }: AnyClaim) =>
  patient === undefined ? subscriber.subscriber : patient.patient;
