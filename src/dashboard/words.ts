/** The field's words for what the database calls by short names, and the tone each is shown in. */

export type Tone = 'quiet' | 'info' | 'good' | 'mixed' | 'warn' | 'bad';
type Word = { label: string; tone: Tone };

/** Claim states in the order a claim lives through them. */
export const CLAIM_STATES: Readonly<Record<string, Word>> = {
  draft: { label: 'Draft', tone: 'quiet' },
  held: { label: 'Held', tone: 'warn' },
  ready: { label: 'Ready', tone: 'quiet' },
  batched: { label: 'Batched', tone: 'info' },
  sent: { label: 'Sent', tone: 'info' },
  acknowledged: { label: 'Acknowledged (999)', tone: 'info' },
  rejected_999: { label: 'Rejected (999)', tone: 'bad' },
  accepted_clearinghouse: { label: 'Accepted by clearinghouse', tone: 'info' },
  rejected_clearinghouse: { label: 'Rejected by clearinghouse', tone: 'bad' },
  accepted_payer: { label: 'Accepted by payer', tone: 'info' },
  pending: { label: 'Pending', tone: 'mixed' },
  rejected_payer: { label: 'Rejected by payer', tone: 'bad' },
  paid: { label: 'Paid', tone: 'good' },
  partial: { label: 'Partly paid', tone: 'mixed' },
  zero: { label: 'Paid zero', tone: 'quiet' },
  denied: { label: 'Denied', tone: 'bad' },
  reversed: { label: 'Reversed', tone: 'warn' },
  closed: { label: 'Closed', tone: 'quiet' },
};

const FILE_STATES: Readonly<Record<string, Word>> = {
  built: { label: 'Built', tone: 'quiet' },
  uploading: { label: 'Uploading', tone: 'info' },
  renaming: { label: 'Renaming', tone: 'info' },
  sent: { label: 'Sent', tone: 'good' },
  uncertain: { label: 'Uncertain', tone: 'warn' },
  failed: { label: 'Failed', tone: 'bad' },
  stored: { label: 'Stored', tone: 'info' },
  ingested: { label: 'Ingested', tone: 'good' },
  unreadable: { label: 'Unreadable', tone: 'bad' },
};

const PAYMENT_STATES: Readonly<Record<string, Word>> = {
  posted: { label: 'Posted', tone: 'good' },
  unposted: { label: 'Un-posted', tone: 'quiet' },
  duplicate: { label: 'Duplicate', tone: 'warn' },
  exception: { label: 'Exception', tone: 'bad' },
};

const REASSOCIATIONS: Readonly<Record<string, Word>> = {
  expected: { label: 'Expected', tone: 'info' },
  matched: { label: 'Matched', tone: 'good' },
  late: { label: 'Late', tone: 'warn' },
  missing: { label: 'Missing', tone: 'bad' },
  notNeeded: { label: 'No money to come', tone: 'quiet' },
};

const OUTCOMES: Readonly<Record<string, Word>> = {
  paid: { label: 'Paid', tone: 'good' },
  partial: { label: 'Partly paid', tone: 'mixed' },
  denied: { label: 'Denied', tone: 'bad' },
  zero: { label: 'Paid zero', tone: 'quiet' },
  reversal: { label: 'Reversal', tone: 'warn' },
  forwarded: { label: 'Forwarded', tone: 'info' },
  predetermination: { label: 'Predetermination', tone: 'quiet' },
};

const RESULTS: Readonly<Record<string, Word>> = {
  accepted: { label: 'Accepted', tone: 'good' },
  accepted_with_errors: { label: 'Accepted with errors', tone: 'warn' },
  partly_accepted: { label: 'Partly accepted', tone: 'mixed' },
  rejected: { label: 'Rejected', tone: 'bad' },
  pending: { label: 'Pending', tone: 'mixed' },
  unknown: { label: 'Not understood', tone: 'warn' },
};

const EVENTS: Readonly<Record<string, Word>> = {
  submitted: { label: 'Submitted', tone: 'quiet' },
  held: { label: 'Held by edits', tone: 'warn' },
  released: { label: 'Released', tone: 'quiet' },
  resubmitted: { label: 'Handed in again', tone: 'quiet' },
  batched: { label: 'Batched into an 837', tone: 'info' },
  sent: { label: 'Sent', tone: 'info' },
  interchange_accepted: { label: 'Interchange accepted (TA1)', tone: 'info' },
  interchange_rejected: { label: 'Interchange rejected (TA1)', tone: 'bad' },
  acknowledged: { label: 'Acknowledged (999)', tone: 'info' },
  rejected_999: { label: 'Rejected (999)', tone: 'bad' },
  accepted_clearinghouse: { label: 'Accepted by clearinghouse (277CA)', tone: 'info' },
  rejected_clearinghouse: { label: 'Rejected by clearinghouse (277CA)', tone: 'bad' },
  accepted_payer: { label: 'Accepted by payer (277CA)', tone: 'info' },
  pending: { label: 'Pending (277CA)', tone: 'mixed' },
  rejected_payer: { label: 'Rejected by payer (277CA)', tone: 'bad' },
  denied: { label: 'Denied (835)', tone: 'bad' },
  zero: { label: 'Paid zero (835)', tone: 'quiet' },
  partial: { label: 'Partly paid (835)', tone: 'mixed' },
  paid: { label: 'Paid (835)', tone: 'good' },
  reversed: { label: 'Reversed (835)', tone: 'warn' },
  unposted: { label: 'Payment un-posted', tone: 'warn' },
  reposted: { label: 'Payment posted again', tone: 'info' },
  closed: { label: 'Closed', tone: 'quiet' },
};

const DENIAL_STATES: Readonly<Record<string, Word>> = {
  new: { label: 'New', tone: 'warn' },
  assigned: { label: 'Assigned', tone: 'info' },
  inWork: { label: 'In work', tone: 'info' },
  waitingPayer: { label: 'Waiting for payer', tone: 'mixed' },
  resubmitted: { label: 'Sent again', tone: 'info' },
  appealed: { label: 'Appealed', tone: 'info' },
  overturned: { label: 'Overturned', tone: 'good' },
  partlyOverturned: { label: 'Partly overturned', tone: 'mixed' },
  upheld: { label: 'Upheld', tone: 'bad' },
  writtenOff: { label: 'Written off', tone: 'quiet' },
  billedPatient: { label: 'Billed to patient', tone: 'quiet' },
};

const ENTRIES: Readonly<Record<string, Word>> = {
  payment: { label: 'Payment', tone: 'good' },
  adjustment: { label: 'Adjustment', tone: 'quiet' },
  patientShare: { label: 'Patient share', tone: 'info' },
  reversal: { label: 'Reversal', tone: 'warn' },
  takeback: { label: 'Takeback', tone: 'warn' },
  interest: { label: 'Interest', tone: 'good' },
  forwardBalance: { label: 'Forward balance', tone: 'info' },
  providerAdjustment: { label: 'Provider adjustment', tone: 'quiet' },
  unpost: { label: 'Un-posted', tone: 'mixed' },
};

const quiet = (labels: Readonly<Record<string, string>>): Readonly<Record<string, Word>> =>
  Object.fromEntries(Object.entries(labels).map(([name, label]) => [name, { label, tone: 'quiet' }]));

const DENIAL_ACTIONS = quiet({
  correctAndResubmit: 'Correct and send again',
  appeal: 'Appeal',
  call: 'Call the payer',
  sendRecords: 'Send records',
  billPatient: 'Bill the patient',
  billOtherPayer: 'Bill another payer',
  writeOff: 'Write off',
  wait: 'Wait',
});

const DENIAL_TASKS = quiet({
  denial: 'Denied claim',
  partialDenial: 'Denied in part',
  rejection999: 'Rejected (TA1, 999)',
  rejection277: 'Rejected (277CA)',
  takeback: 'Takeback (PLB)',
});

const DEADLINES = quiet({
  timelyFiling: 'Filing',
  correctedClaim: 'Corrected claim',
  appeal1: 'First appeal',
  appeal2: 'Second appeal',
  appeal3: 'Third appeal',
  appeal4: 'Fourth appeal',
  appeal5: 'Fifth appeal',
});

const BASES = quiet({ service: 'service', remittance: 'remittance', lastDecision: 'decision on the appeal before' });

const TABLES = {
  claim: CLAIM_STATES,
  file: FILE_STATES,
  payment: PAYMENT_STATES,
  outcome: OUTCOMES,
  reassociation: REASSOCIATIONS,
  result: RESULTS,
  event: EVENTS,
  entry: ENTRIES,
  denial: DENIAL_STATES,
  denialAction: DENIAL_ACTIONS,
  denialTask: DENIAL_TASKS,
  deadline: DEADLINES,
  basis: BASES,
} as const;

/** The word for a state; a state this table does not know yet is shown as it is. */
export function word(table: keyof typeof TABLES, state: string): Word {
  return TABLES[table][state] ?? { label: state, tone: 'quiet' };
}

/** Claim adjustment group codes (CAGC). */
export const ADJUSTMENT_GROUPS: Readonly<Record<string, string>> = {
  CO: 'Contractual obligation',
  CR: 'Correction or reversal',
  OA: 'Other adjustment',
  PI: 'Payer initiated reduction',
  PR: 'Patient responsibility',
};

/** Claim status codes of an 835 (CLP02). */
export const CLAIM_PAYMENT_STATUS: Readonly<Record<string, string>> = {
  '1': 'Processed as primary',
  '2': 'Processed as secondary',
  '3': 'Processed as tertiary',
  '4': 'Denied',
  '19': 'Processed as primary, forwarded',
  '20': 'Processed as secondary, forwarded',
  '21': 'Processed as tertiary, forwarded',
  '22': 'Reversal of a previous payment',
  '23': 'Not our claim, forwarded',
  '25': 'Predetermination only',
};

/** Payment methods of an 835 (BPR04). */
export const PAYMENT_METHODS: Readonly<Record<string, string>> = {
  ACH: 'ACH',
  BOP: 'Financial institution option',
  CHK: 'Check',
  FWT: 'Wire transfer',
  NON: 'Non-payment',
};
