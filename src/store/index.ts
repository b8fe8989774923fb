/** The package entry point `claimwire/store`. */
export type { ClaimEventType, ClaimState } from '../claims/lifecycle.ts';
export { insertAcknowledgments, type NewAcknowledgment } from './acknowledgments.ts';
export {
  type AnswerSummary,
  type AwaitedAnswer,
  answerSummary,
  type EnvelopeAnswer,
} from './answer-views.ts';
export {
  type ClaimKey,
  claimBodies,
  findClaimKeys,
  findClaimsByControlNumbers,
  findClaimsByPayerNumbers,
} from './claim-keys.ts';
export { refreshClaimMoney } from './claim-money.ts';

export {
  type AppliedEvents,
  applyEvents,
  type ClaimConflict,
  insertClaims,
  lockClaims,
  lockReadyClaims,
  type NewClaim,
  type ReadyClaim,
  setPayerClaimNumbers,
} from './claims.ts';
export { type ControlNumberKey, nextControlNumber } from './control-numbers.ts';
export { type Db, openStore, ping, type Store, type Tx, transact } from './database.ts';
export { openRejections, retellDenials } from './denial-tasks.ts';
export {
  type DenialDetail,
  type DenialFilter,
  denialDetail,
  type ListedDenial,
  OPEN_DENIALS,
  pageOfDenials,
} from './denial-views.ts';
export { actOnDenial, type DenialAct } from './denials.ts';
export { type EventRow, listEvents, type NewEvent } from './events.ts';
export {
  type FilePatch,
  type FilePlace,
  type FileRow,
  findFile,
  insertFile,
  insertFileClaims,
  insertReceivedFile,
  listFilesWaiting,
  lockFile,
  moveFile,
  type NewFile,
  noteFileError,
  readFileBytes,
  type WaitingFile,
} from './files.ts';
export { sha256 } from './hash.ts';
export { newId } from './ids.ts';
export {
  findPartner,
  listPartners,
  markCollected,
  type PartnerRow,
  partnersWithReadyClaims,
  pausePartner,
  resumePartner,
  upsertPartner,
} from './partners.ts';
export { payerRulesOf, putPayerRules, removePayerRules } from './payer-rules.ts';
export { repostPayment, unpostPayment } from './payment-actions.ts';
export {
  addClaimPayments,
  type NewClaimPayment,
  type NewDenial,
  type NewPayment,
  type NewPaymentLine,
  type NewProviderAdjustment,
  type OpenedPayment,
  openPayment,
} from './payments.ts';
export type { Pool, PoolClient, PoolResult } from './pglite-pool.ts';
export {
  finishRemoteEntry,
  knownRemoteEntries,
  pendingRemoteEntries,
  type RemoteEntry,
  type RemoteEntryRow,
  rememberRemoteEntry,
} from './remote-entries.ts';
export {
  claimsAtSegment,
  claimsOfBiller,
  claimsOfFile,
  type FileClaim,
  findSentFile,
  isAnswered,
  isSentName,
  type SentFileKey,
  uncertainFilesOf,
} from './sent-files.ts';
export {
  findSubmission,
  finishSubmission,
  insertSubmission,
  type NewSubmission,
  readSubmission,
  type SubmissionRow,
  waitingSubmissions,
} from './submissions.ts';
export type { AcknowledgmentKind, Database, Direction, FileState, PaymentState, SubmissionState } from './tables.ts';
export { createVault, openVault, type Vault } from './vault.ts';
export { type ClaimCount, type ClaimOutcome, claimCounts, claimOutcomes } from './views.ts';
