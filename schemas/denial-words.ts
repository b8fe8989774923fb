/** The words that denials are told in. */

/** What a denial can be about. */
export const DENIAL_CATEGORIES = [
  'authorization', 'referral', 'recordsAsked', 'timelyFiling', 'duplicate', 'bundled', 'eligibility', 'coordinationOfBenefits',
  'wrongPayer', 'providerEnrolment', 'providerData', 'patientData', 'diagnosis', 'procedure', 'modifier', 'ndc', 'placeOfService',
  'medicalNecessity', 'experimental', 'nonCovered', 'benefitMaximum', 'contract', 'billingError', 'payerReview', 'unknown',
] as const; // biome-ignore format: a list

/** What to do next about a denial. */
export const DENIAL_ACTIONS = [
  'correctAndResubmit', 'appeal', 'call', 'sendRecords', 'billPatient', 'billOtherPayer', 'writeOff', 'wait',
] as const; // biome-ignore format: a list

/** What stands in the worklist: a claim refused whole, a claim paid in part, a claim that never reached adjudication, a takeback. */
export const DENIAL_TASKS = ['denial', 'partialDenial', 'rejection999', 'rejection277', 'takeback'] as const;

/** Where the work on a denial stands. */
export const DENIAL_STATUSES = [
  'new', 'assigned', 'inWork', 'waitingPayer', 'resubmitted', 'appealed', 'overturned', 'partlyOverturned', 'upheld', 'writtenOff',
  'billedPatient',
] as const; // biome-ignore format: a list

/** What people set; that a payer gave in is told by its payment alone. */
export const DENIAL_STATUSES_SET_BY_PEOPLE = [
  'new', 'assigned', 'inWork', 'waitingPayer', 'resubmitted', 'appealed', 'upheld', 'writtenOff', 'billedPatient',
] as const; // biome-ignore format: a list

export type DenialCategory = (typeof DENIAL_CATEGORIES)[number];
export type DenialAction = (typeof DENIAL_ACTIONS)[number];
export type DenialTask = (typeof DENIAL_TASKS)[number];
export type DenialStatus = (typeof DENIAL_STATUSES)[number];
