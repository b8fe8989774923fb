/** The package entry point `claimwire/exchange`: partner profiles and the steps that send and receive. */
export { batch, envelopeFacts } from './batch.ts';
export {
  type CodeImport,
  type CodesImported,
  type EditionHeader,
  importCodes,
  listEditions,
  loadCodes,
  watchCodes,
} from './code-folder.ts';
export { collect } from './collect.ts';
export { ingest } from './ingest.ts';
export { loadPartner, loadPartners, partnersOf, profileHash, readPartnerFile } from './partner-file.ts';
export { type ProbeStep, testPartner } from './partner-test.ts';
export type { Exchange, Partners } from './ports.ts';
export { changePosting, type PostingChange } from './postings.ts';
export { type Credentials, readCredentials } from './secrets.ts';
export { connectSftp, hostKeyFingerprint, type RemoteFacts, type RemoteFile, type SftpSession } from './sftp.ts';
export { type SubmissionResult, type SubmittedClaim, submit, submitClaims } from './submit.ts';
export { sweep } from './sweep.ts';
export { transmit } from './transmit.ts';
