/** What denials are about, and what is done about each kind. Data only. */
import type { DenialAction, DenialCategory } from '../../../schemas/denial-words.ts';

/** Who mends the cause, so that it does not come again. */
export type DenialTeam = 'frontDesk' | 'coding' | 'billing' | 'enrolment' | 'payer';

/**
 * One kind of denial. `chance`: of a hundred such denials that are worked, how many we reckon with winning (a starting
 * point, no finding: payer rules may set their own). `scenario`: the business scenario of CAQH CORE rule 360 that it
 * belongs to by our reading (1 documents are missing, 2 data are missing or wrong, 3 not covered, 4 not paid apart).
 * `next`: the step in words.
 */
export type DenialKind = {
  label: string;
  team: DenialTeam;
  action: DenialAction;
  chance: number;
  scenario?: 1 | 2 | 3 | 4;
  next: string;
};

/** Every kind of denial. */
export const DENIAL_KINDS: Readonly<Record<DenialCategory, DenialKind>> = Object.freeze({
  authorization: {
    label: 'Authorization',
    team: 'frontDesk',
    action: 'appeal',
    chance: 40,
    scenario: 3,
    next: 'look for the authorization: where there was one, send the claim again with its number; where there was none, ask for it after the fact and appeal',
  },
  referral: {
    label: 'Referral',
    team: 'frontDesk',
    action: 'correctAndResubmit',
    chance: 50,
    scenario: 3,
    next: 'get the referral and send the claim again with its number and the referring provider',
  },
  recordsAsked: {
    label: 'Records asked for',
    team: 'billing',
    action: 'sendRecords',
    chance: 65,
    scenario: 1,
    next: 'send the documents that the remark codes name, with the payer claim number on them',
  },
  timelyFiling: {
    label: 'Timely filing',
    team: 'billing',
    action: 'appeal',
    chance: 35,
    scenario: 3,
    next: 'appeal with the proof that the claim was filed in time: the accepted 277CA or 999 of the first file it was in',
  },
  duplicate: {
    label: 'Duplicate',
    team: 'billing',
    action: 'call',
    chance: 25,
    scenario: 4,
    next: 'find the claim that it repeats and what was decided on that one; where the service was given twice, send it again with the modifier that says so',
  },
  bundled: {
    label: 'Bundled',
    team: 'coding',
    action: 'correctAndResubmit',
    chance: 35,
    scenario: 4,
    next: 'have a coder check whether the services are apart: where they are, send the claim again with the modifier that says so; where not, the amount is no longer owed',
  },
  eligibility: {
    label: 'Eligibility',
    team: 'frontDesk',
    action: 'call',
    chance: 30,
    scenario: 3,
    next: 'check the coverage of the service day; bill the plan that was in force then, or the patient',
  },
  coordinationOfBenefits: {
    label: 'Coordination of benefits',
    team: 'frontDesk',
    action: 'billOtherPayer',
    chance: 60,
    scenario: 2,
    next: 'find out which plan comes first; bill that one, then this one with the first one’s decision',
  },
  wrongPayer: {
    label: 'Wrong payer',
    team: 'frontDesk',
    action: 'billOtherPayer',
    chance: 60,
    scenario: 3,
    next: 'send the claim to the payer who is in charge',
  },
  providerEnrolment: {
    label: 'Provider enrolment',
    team: 'enrolment',
    action: 'call',
    chance: 40,
    scenario: 3,
    next: 'have the provider’s enrolment with this payer checked for the service day; once it is mended, send the claim again',
  },
  providerData: {
    label: 'Provider data',
    team: 'billing',
    action: 'correctAndResubmit',
    chance: 70,
    scenario: 2,
    next: 'correct the provider’s number, name, taxonomy or address that the remark codes name',
  },
  patientData: {
    label: 'Patient data',
    team: 'frontDesk',
    action: 'correctAndResubmit',
    chance: 65,
    scenario: 2,
    next: 'correct the member id, name, birth date or sex by the insurance card and send the claim again',
  },
  diagnosis: {
    label: 'Diagnosis',
    team: 'coding',
    action: 'correctAndResubmit',
    chance: 55,
    scenario: 2,
    next: 'have a coder check the diagnoses, their order and the pointers of the lines against the record',
  },
  procedure: {
    label: 'Procedure',
    team: 'coding',
    action: 'correctAndResubmit',
    chance: 55,
    scenario: 2,
    next: 'have a coder check the procedure or revenue code against the record and the service day',
  },
  modifier: {
    label: 'Modifier',
    team: 'coding',
    action: 'correctAndResubmit',
    chance: 65,
    scenario: 2,
    next: 'have a coder check the modifiers of the line',
  },
  ndc: {
    label: 'NDC',
    team: 'billing',
    action: 'correctAndResubmit',
    chance: 65,
    scenario: 2,
    next: 'correct the National Drug Code, its quantity and unit (loop 2410)',
  },
  placeOfService: {
    label: 'Place of service',
    team: 'billing',
    action: 'correctAndResubmit',
    chance: 55,
    scenario: 2,
    next: 'check the place of service or type of bill against where the service was given',
  },
  medicalNecessity: {
    label: 'Medical necessity',
    team: 'coding',
    action: 'appeal',
    chance: 45,
    scenario: 3,
    next: 'check the diagnosis against the payer’s policy; appeal with the record and a letter of necessity',
  },
  experimental: {
    label: 'Experimental',
    team: 'payer',
    action: 'appeal',
    chance: 25,
    scenario: 3,
    next: 'appeal with the literature and the record',
  },
  nonCovered: {
    label: 'Not covered',
    team: 'frontDesk',
    action: 'appeal',
    chance: 20,
    scenario: 3,
    next: 'read the plan’s benefits: appeal where the service is covered; else the amount is the patient’s only where the group says PR',
  },
  benefitMaximum: {
    label: 'Benefit maximum',
    team: 'frontDesk',
    action: 'appeal',
    chance: 25,
    scenario: 3,
    next: 'count the visits or units that were used; appeal for more with the record',
  },
  contract: {
    label: 'Contract',
    team: 'payer',
    action: 'call',
    chance: 35,
    scenario: 3,
    next: 'hold the decision against the contract; have the payer explain it by phone, then dispute it',
  },
  billingError: {
    label: 'Billing error',
    team: 'billing',
    action: 'correctAndResubmit',
    chance: 65,
    scenario: 2,
    next: 'correct what the remark codes name and send the claim again',
  },
  payerReview: {
    label: 'Under review',
    team: 'payer',
    action: 'wait',
    chance: 50,
    next: 'the payer has not decided yet: wait, and ask when no decision comes',
  },
  unknown: {
    label: 'Unknown',
    team: 'billing',
    action: 'call',
    chance: 30,
    next: 'the reason is none that we know: have the payer explain it by phone',
  },
});
