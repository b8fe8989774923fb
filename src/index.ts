/** The public API of claimwire: read, write and check X12 health care files. No server part is loaded by importing this. */
export type { Claim, ClaimInput } from '../schemas/claim.ts';
export { claim as claimSchema } from '../schemas/claim.ts';
export type { DenialAction, DenialCategory } from '../schemas/denial-words.ts';
export type { Partner, PartnerInput } from '../schemas/partner.ts';
export { partner as partnerSchema } from '../schemas/partner.ts';
export type { PayerRules } from '../schemas/payer-rules.ts';
export { payerRules as payerRulesSchema } from '../schemas/payer-rules.ts';
export type * from '../schemas/records.ts';
export * as recordSchemas from '../schemas/records.ts';
export type { RulePack } from '../schemas/rule-pack.ts';
export { rulePack as rulePackSchema } from '../schemas/rule-pack.ts';
export { type AcknowledgeOptions, acknowledge } from './acks/acknowledge.ts';
export type { Ta1Policy } from './acks/write-answer.ts';
export { type Checked, type CheckOptions, checkInterchange, findingsOf } from './check-interchange.ts';
export { newPatientControlNumber } from './claims/control-number.ts';
export { claimJson } from './claims/follow-up/claim-json.ts';
export type { MadeClaim, Refusal } from './claims/follow-up/made.ts';
export { fieldsToCorrect, type ReplacementOptions, replacementClaim } from './claims/follow-up/replacement.ts';
export { type PriorDecision, type SecondaryOptions, secondaryClaim } from './claims/follow-up/secondary.ts';
export { type SplitClaim, type SplitPart, splitClaim } from './claims/follow-up/split.ts';
export {
  type ClaimFrom837,
  type ClaimJson,
  type ClaimsOptions,
  claimsFrom837,
  claimsFrom837Sync,
} from './claims/read-claims.ts';
export {
  type ClaimOptions,
  type CodeOptions,
  type PackOptions,
  type ValidatedClaim,
  validateClaim,
} from './claims/validate.ts';
export {
  type ClaimEnvelope,
  type ClaimPlace,
  type WriteIssue,
  type WrittenClaims,
  writeClaims,
} from './claims/write-claims.ts';
export { type CodeFile, readCodeFile } from './codes/code-file.ts';
export type { Code } from './codes/code-set.ts';
export { type CodeEdition, type CodeEditions, codeEdition, codeEditions, type EditionKind } from './codes/edition.ts';
export {
  findGuide,
  GUIDES,
  guide276,
  guide277,
  guide277ca,
  guide835,
  guide837d,
  guide837i,
  guide837p,
  guide997,
  guide997x230,
  guide999,
} from './guides/index.ts';
export type { Set276 } from './guides/values/276.ts';
export type { Set277 } from './guides/values/277.ts';
export type { Set277CA } from './guides/values/277ca.ts';
export type { Set835 } from './guides/values/835.ts';
export type { Set837D } from './guides/values/837d.ts';
export type { Set837I } from './guides/values/837i.ts';
export type { Set837P } from './guides/values/837p.ts';
export type { Set997 } from './guides/values/997.ts';
export type { Set997X230 } from './guides/values/997x230.ts';
export type { Set999 } from './guides/values/999.ts';
export { type InspectOptions, inspectInterchange } from './inspect-interchange.ts';
export {
  formatIssue,
  ISSUE_CODES,
  type Issue,
  type IssueCode,
  type Origin,
  type Severity,
  type Snip,
} from './issue.ts';
export { type Cents, formatCents, parseCents, sumCents, toCents } from './money.ts';
export { nextStep } from './next-steps.ts';
export { type Item, type ReadOptions, readInterchange, readInterchangeSync } from './read-interchange.ts';
export { type ReadSet, readSet } from './read-set.ts';
export type { ClaimPaymentFacts } from './remits/claim-payment-to-835.ts';
export { classifyDenial, type DenialReason, type DenialVerdict } from './remits/denials/classify.ts';
export { type DenialDays, type DenialDeadline, deadlinesOf, dueOn, priorityOf } from './remits/denials/deadlines.ts';
export { COMMON_PAYER_RULES, type PayerOnDay } from './remits/denials/payer-rules.ts';
export { type Posting, postingOf } from './remits/denials/posting-policy.ts';
export { type ClaimHistory, historyOf, type PayerLevel, type Standing } from './remits/history.ts';
export {
  type EntryType,
  entriesOfClaim,
  entryOfProviderAdjustment,
  type LedgerEntry,
  moneyOf,
} from './remits/ledger.ts';
export { type DenialFound, denialsOf } from './remits/outcome.ts';
export { type PatientAmount, type PatientShare, patientShare, type ShareKind } from './remits/patient-share.ts';
export type { PostedClaim } from './remits/posted-claim.ts';
export { providerAdjustmentKind, providerAdjustmentPurpose } from './remits/provider-adjustment.ts';
export { type AccountPayment, type RecoupmentAccount, recoupmentAccount } from './remits/recoupment.ts';
export type { ReversalPair } from './remits/reversals.ts';
export { type PaymentFacts, type Remittance, write835 } from './remits/write-835.ts';
export { type ReportOptions, reportRemittance } from './report-remittance.ts';
export {
  type RewriteOptions,
  type RewrittenInterchange,
  type RewrittenSet,
  rewriteInterchange,
  type SetChange,
} from './rewrite-interchange.ts';
export type { Source } from './source.ts';
export type { Ink } from './view/render.ts';
export { DEFAULT_DELIMITERS, type Delimiters } from './x12/delimiters.ts';
export type { InterchangeFacts, WrittenInterchange } from './x12/emit-interchange.ts';
export type { Guide, ValueOf } from './x12/grammar.ts';
export { DEFAULT_LIMITS, type Limits } from './x12/limits.ts';
