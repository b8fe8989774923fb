/** The package entry point `claimwire/sandbox`. */
export { adjudicate, payerClaimNumber } from './adjudicate.ts';
export { type Answer, answerFile } from './answers.ts';
export { type Clearinghouse, type ReceivedFile, startClearinghouse } from './clearinghouse.ts';
export { SANDBOX_PASSWORD, SANDBOX_USER, type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts';
