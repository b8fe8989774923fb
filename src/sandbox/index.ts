/** The package entry point `claimwire/sandbox`. */
export { adjudicate, payerClaimNumber } from './adjudicate.ts';
export { type Answer, type AnswerOptions, answerFile, type FileContent } from './answers.ts';
export { type Clearinghouse, type ClearinghouseOptions, startClearinghouse } from './clearinghouse.ts';
export type { Received, ReceivedFile } from './ledger.ts';
export {
  SANDBOX_PASSWORD,
  SANDBOX_USER,
  type Sandbox,
  type SandboxOptions,
  type SandboxUser,
  startSandbox,
} from './sandbox.ts';
