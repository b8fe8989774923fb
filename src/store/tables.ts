/** The tables as Kysely sees them: one interface per table, columns in camel case. */
import type { ColumnType, Generated } from 'kysely';
import type { Claim } from '../../schemas/claim.ts';
import type { DenialAction, DenialCategory, DenialStatus, DenialTask } from '../../schemas/denial-words.ts';
import type { PayerRules } from '../../schemas/payer-rules.ts';
import type { ClaimEventType, ClaimState } from '../claims/lifecycle.ts';
import type { Issue, Origin } from '../issue.ts';
import type { Cents } from '../money.ts';
import type { DenialDeadline } from '../remits/denials/deadlines.ts';
import type { EntryType } from '../remits/ledger.ts';
import type { PostingException } from '../remits/posting-exceptions.ts';
import type {
  BankDepositsTable,
  MatchCandidatesTable,
  MatchChoicesTable,
  ReassociationsTable,
} from './match-tables.ts';

/** A jsonb column: read as a value, written as JSON text. */
export type JsonColumn<T> = ColumnType<T, string | undefined, string>;
/** A timestamp that the database sets unless given. */
type Stamp = ColumnType<Date, Date | undefined, Date>;

export type SubmissionState = 'received' | 'done' | 'refused';
export type Direction = 'out' | 'in';
export type FileState =
  | 'built'
  | 'uploading'
  | 'renaming'
  | 'sent'
  | 'uncertain'
  | 'failed'
  | 'stored'
  | 'ingested'
  | 'unreadable';
export type AcknowledgmentKind = 'ta1' | '999' | '997' | '277ca';
export type PaymentState = 'posted' | 'unposted' | 'duplicate' | 'exception';
export type PaymentAction = 'unpost' | 'repost';
export type ControlNumberKind = 'isa13' | 'gs06';
export type Usage = 'T' | 'P';

export interface PartnersTable {
  id: string;
  profileHash: string;
  pausedAt: Date | null;
  pausedCode: string | null;
  pausedReason: string | null;
  lastCollectedAt: Date | null;
  createdAt: Stamp;
}

export interface SubmissionsTable {
  id: string;
  partnerId: string;
  sha256: string;
  body: JsonColumn<unknown>;
  state: Generated<SubmissionState>;
  result: JsonColumn<unknown>;
  createdAt: Stamp;
  doneAt: Date | null;
}

export interface ClaimsTable {
  id: string;
  partnerId: string;
  submissionId: string | null;
  kind: string;
  usage: Usage;
  patientControlNumber: string;
  frequency: string;
  replacesNumber: string;
  payerId: string;
  billingNpi: string | null;
  chargeCents: Cents;
  serviceFrom: string | null;
  serviceTo: string | null;
  body: JsonColumn<Claim>;
  bodySha256: string;
  state: ClaimState;
  stateRank: number;
  stateAt: Stamp;
  issues: JsonColumn<Issue[]>;
  payerClaimNumber: string | null;
  paidCents: Generated<Cents>;
  patientResponsibilityCents: Generated<Cents>;
  createdAt: Stamp;
}

export interface FilesTable {
  id: string;
  partnerId: string;
  direction: Direction;
  kind: string;
  name: string;
  remoteFolder: string | null;
  temporaryName: string | null;
  size: number;
  sha256: string;
  state: FileState;
  isa13: string | null;
  usage: string | null;
  claims: Generated<number>;
  attempts: Generated<number>;
  errorCode: string | null;
  errorText: string | null;
  detail: JsonColumn<unknown>;
  createdAt: Stamp;
  stateAt: Stamp;
  sentAt: Date | null;
}

export interface FileChunksTable {
  fileId: string;
  ordinal: number;
  bytes: Buffer;
}

export interface RemoteEntriesTable {
  partnerId: string;
  path: string;
  size: number;
  modifiedAt: Date;
  fileId: string;
  afterDone: Generated<boolean>;
}

export interface FileClaimsTable {
  fileId: string;
  claimId: string;
  gs06: string;
  st02: string;
  segmentFrom: number;
  segmentTo: number;
}

export interface EventsTable {
  id: Generated<number>;
  claimId: string;
  type: ClaimEventType;
  at: Stamp;
  fileId: string | null;
  dedupeKey: string;
  origin: JsonColumn<Origin>;
  detail: JsonColumn<unknown>;
}

export interface AcknowledgmentsTable {
  id: string;
  fileId: string;
  ordinal: number;
  kind: AcknowledgmentKind;
  answersFileId: string | null;
  claimId: string | null;
  isa13: string | null;
  gs06: string | null;
  st02: string | null;
  patientControlNumber: string | null;
  result: string;
  stage: string | null;
  codes: JsonColumn<unknown>;
  detail: JsonColumn<unknown>;
  origin: JsonColumn<Origin>;
  createdAt: Stamp;
}

export interface PaymentsTable {
  id: string;
  fileId: string;
  ordinal: number;
  payerName: string | null;
  payerId: string | null;
  payeeName: string | null;
  payeeId: string | null;
  amountCents: Cents;
  claimPaidCents: Cents;
  providerAdjustmentCents: Cents | null;
  differenceCents: Cents | null;
  method: string;
  handling: string;
  traceNumber: string;
  traceCompany: string | null;
  settlementDate: string | null;
  fingerprint: string;
  state: PaymentState;
  duplicateOf: string | null;
  exceptions: JsonColumn<PostingException[]>;
  reversedCents: Generated<Cents>;
  detail: JsonColumn<unknown>;
  origin: JsonColumn<Origin>;
  createdAt: Stamp;
}

export interface ClaimPaymentsTable {
  id: string;
  paymentId: string;
  ordinal: number;
  claimId: string | null;
  matchRule: string | null;
  matchScore: number | null;
  matchRunnerUp: number | null;
  patientControlNumber: string;
  payerClaimNumber: string | null;
  status: string;
  outcome: string;
  chargeCents: Cents;
  paidCents: Cents;
  patientResponsibilityCents: Cents;
  differenceCents: Cents | null;
  remarks: string[];
  detail: JsonColumn<unknown>;
  origin: JsonColumn<Origin>;
}

export interface PaymentLinesTable {
  id: string;
  claimPaymentId: string;
  ordinal: number;
  lineControlNumber: string | null;
  procedureQualifier: string;
  procedureCode: string;
  modifiers: string[];
  revenueCode: string | null;
  chargeCents: Cents;
  paidCents: Cents;
  differenceCents: Cents | null;
  units: string | null;
  serviceFrom: string | null;
  serviceTo: string | null;
  remarks: string[];
  detail: JsonColumn<unknown>;
}

export interface AdjustmentsTable {
  id: string;
  claimPaymentId: string;
  lineId: string | null;
  ordinal: number;
  groupCode: string;
  reason: string;
  amountCents: Cents;
  quantity: string | null;
}

export interface ProviderAdjustmentsTable {
  id: string;
  paymentId: string;
  ordinal: number;
  providerId: string;
  fiscalDate: string | null;
  code: string;
  reference: string | null;
  amountCents: Cents;
}

export interface LedgerEntriesTable {
  id: Generated<number>;
  claimPaymentId: string | null;
  lineId: string | null;
  providerAdjustmentId: string | null;
  type: EntryType;
  groupCode: string | null;
  reason: string | null;
  cents: Cents;
  reverses: number | null;
  postedAt: Stamp;
  postedBy: Generated<string>;
}

export interface ReversalPairsTable {
  claimId: string;
  reversalId: string | null;
  originalId: string | null;
  correctionId: string | null;
  exact: boolean;
}

export interface PaymentActionsTable {
  id: string;
  paymentId: string;
  action: PaymentAction;
  by: string;
  reason: string;
  at: Stamp;
}

export interface DenialsTable {
  id: string;
  claimPaymentId: string | null;
  lineId: string | null;
  claimId: string | null;
  eventId: number | null;
  providerAdjustmentId: string | null;
  ordinal: number;
  level: 'claim' | 'line';
  groupCode: string;
  reason: string;
  remarks: string[];
  amountCents: Cents;
  task: Generated<DenialTask>;
  category: Generated<DenialCategory>;
  action: Generated<DenialAction>;
  appealable: Generated<boolean>;
  chance: Generated<number>;
  next: Generated<string>;
  rule: string | null;
  deadlines: JsonColumn<DenialDeadline[]>;
  dueOn: string | null;
  owner: string | null;
  workStatus: Generated<DenialStatus>;
  outcome: 'overturned' | 'partlyOverturned' | 'upheld' | null;
  recoveredCents: Generated<Cents>;
  decidedBy: string | null;
  status: Generated<string>;
  createdAt: Stamp;
}

export interface PayerRulesTable {
  id: string;
  rules: JsonColumn<PayerRules>;
  changedAt: Stamp;
}

export interface DenialEventsTable {
  id: Generated<number>;
  denialId: string;
  at: Stamp;
  who: string;
  type: 'assigned' | 'note' | 'status';
  owner: string | null;
  status: DenialStatus | null;
  note: string | null;
}

export interface ControlNumbersTable {
  sender: string;
  receiver: string;
  usage: string;
  kind: ControlNumberKind;
  value: number;
}

/** Every table of the schema. */
export interface Database {
  partners: PartnersTable;
  submissions: SubmissionsTable;
  claims: ClaimsTable;
  files: FilesTable;
  fileChunks: FileChunksTable;
  remoteEntries: RemoteEntriesTable;
  fileClaims: FileClaimsTable;
  events: EventsTable;
  acknowledgments: AcknowledgmentsTable;
  payments: PaymentsTable;
  claimPayments: ClaimPaymentsTable;
  paymentLines: PaymentLinesTable;
  adjustments: AdjustmentsTable;
  providerAdjustments: ProviderAdjustmentsTable;
  ledgerEntries: LedgerEntriesTable;
  reversalPairs: ReversalPairsTable;
  paymentActions: PaymentActionsTable;
  denials: DenialsTable;
  denialEvents: DenialEventsTable;
  payerRules: PayerRulesTable;
  matchCandidates: MatchCandidatesTable;
  matchChoices: MatchChoicesTable;
  bankDeposits: BankDepositsTable;
  reassociations: ReassociationsTable;
  controlNumbers: ControlNumbersTable;
}
