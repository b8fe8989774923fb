/** Rules of claims (837, loop 2300): which of them a guide has, and what they look at. */
import { guide837d } from '../guides/837d.ts';
import { guide837i } from '../guides/837i.ts';
import { guide837p } from '../guides/837p.ts';
import { AMOUNT_RULES, chargeIsSum } from './claim-amounts.ts';
import { ACCIDENT_RULES, DATE_RULES, PROFESSIONAL_DATE_RULES } from './claim-chronology.ts';
import { COB_RULES } from './claim-cob.ts';
import type {
  AnyClaim,
  DentalClaim,
  InstitutionalClaim,
  PractitionerClaim,
  ProfessionalClaim,
} from './claim-context.ts';
import { claimDates } from './claim-dates.ts';
import { DENTAL_RULES } from './claim-dental.ts';
import { DIAGNOSIS_RULES, POINTER_RULES, PRINCIPAL_RULES } from './claim-diagnoses.ts';
import { CAUSE_RULES, INFORMATION_RULES, REFERENCE_RULES } from './claim-information.ts';
import { INSTITUTIONAL_RULES } from './claim-institutional.ts';
import { DRUG_RULES, LINE_RULES } from './claim-lines.ts';
import { BILLING_RULES, INDIVIDUAL_BILLING_RULES, PRACTITIONER_RULES, REFERRAL_RULES } from './claim-providers.ts';
import { CLAIM_SEGMENT_RULES } from './claim-segments.ts';
import { SERVICE_KIND_RULES } from './claim-services.ts';
import { CLAIM_SET_RULES, type ClaimSet, type ClaimTally, newTally, tally } from './claim-set.ts';
import { LEVEL_RULES, MEDICARE_SECONDARY_RULES, PAYER_RULES } from './claim-subscriber.ts';
import type { Rule } from './rule.ts';
import { type SetRules, setRules } from './set-rules.ts';

/** Rules of every claim. */
const COMMON: readonly Rule<AnyClaim>[] = [
  ...BILLING_RULES,
  ...LEVEL_RULES,
  ...PAYER_RULES,
  ...INFORMATION_RULES,
  ...AMOUNT_RULES,
  ...DATE_RULES,
  ...DIAGNOSIS_RULES,
  ...COB_RULES,
];

/** Rules of the claims that practitioners send. */
const OF_PRACTITIONERS: readonly Rule<PractitionerClaim>[] = [
  ...INDIVIDUAL_BILLING_RULES,
  ...PRACTITIONER_RULES,
  ...MEDICARE_SECONDARY_RULES,
  ...CAUSE_RULES,
  ...ACCIDENT_RULES,
  ...POINTER_RULES,
];

/** What the three guides have in common: how a claim is met, and what is gathered for the end of its set. */
const common = {
  dates: claimDates,
  segmentRules: CLAIM_SEGMENT_RULES,
  start: newTally,
  end: (header: ClaimSet['header'], counted: ClaimTally): ClaimSet => ({ header, counted }),
  rules: CLAIM_SET_RULES,
};

/** The rules of the 837P. */
export const professionalRules: SetRules = setRules({
  ...common,
  guide: guide837p,
  record({ value, parents: [header = {}, provider = {}, subscriber = {}, patient] }, counted): ProfessionalClaim {
    const fresh = tally(counted, provider, subscriber);
    return { kind: 'professional', header, provider, subscriber, patient, claim: value, fresh };
  },
  recordRules: [
    chargeIsSum('R80', 'error'),
    ...COMMON,
    ...OF_PRACTITIONERS,
    ...REFERRAL_RULES,
    ...REFERENCE_RULES,
    ...PROFESSIONAL_DATE_RULES,
    ...PRINCIPAL_RULES,
    ...LINE_RULES,
    ...DRUG_RULES,
    ...SERVICE_KIND_RULES,
  ],
});

/** The rules of the 837I. */
export const institutionalRules: SetRules = setRules({
  ...common,
  guide: guide837i,
  record({ value, parents: [header = {}, provider = {}, subscriber = {}, patient] }, counted): InstitutionalClaim {
    const fresh = tally(counted, provider, subscriber);
    return { kind: 'institutional', header, provider, subscriber, patient, claim: value, fresh };
  },
  recordRules: [chargeIsSum('R81', 'error'), ...COMMON, ...PRINCIPAL_RULES, ...DRUG_RULES, ...INSTITUTIONAL_RULES],
});

/** The rules of the 837D. */
export const dentalRules: SetRules = setRules({
  ...common,
  guide: guide837d,
  record({ value, parents: [header = {}, provider = {}, subscriber = {}, patient] }, counted): DentalClaim {
    const fresh = tally(counted, provider, subscriber);
    return { kind: 'dental', header, provider, subscriber, patient, claim: value, fresh };
  },
  recordRules: [chargeIsSum('R82', 'warning'), ...COMMON, ...OF_PRACTITIONERS, ...DENTAL_RULES],
});
