/** By which rules the sandbox treats a claim, so that every outcome can be brought about on purpose. docs/sandbox.md lists them. */

/** A procedure code that the partner's front door refuses: the set is rejected by the 999. */
export const REFUSED_PROCEDURE = '99999';
/** Claims to this payer are refused by the clearinghouse's 277CA. */
export const UNKNOWN_PAYER = 'UNKNOWN';
/** Members whose id ends so are unknown to the payer: refused by the payer's 277CA. */
export const UNKNOWN_MEMBER = /404$/;

export type Denial = {
  group: 'CO' | 'PR' | 'OA';
  reason: string;
  lineRemarks: readonly string[];
  claimRemarks: readonly string[];
};

/** Lines that are denied whole, by procedure code. */
export const DENIED: Readonly<Record<string, Denial>> = {
  '93000': { group: 'CO', reason: '50', lineRemarks: ['N115'], claimRemarks: [] },
  '36415': { group: 'CO', reason: '97', lineRemarks: ['M15'], claimRemarks: [] },
  '97110': { group: 'CO', reason: '197', lineRemarks: [], claimRemarks: [] },
  '99215': { group: 'CO', reason: '16', lineRemarks: ['M51'], claimRemarks: ['MA130'] },
  '11719': { group: 'PR', reason: '96', lineRemarks: ['N130'], claimRemarks: [] },
};

/** Lines whose allowed amount goes to the deductible whole. */
export const DEDUCTIBLE: ReadonlySet<string> = new Set(['99204']);

/** Lines of claims that the payer first calls pending. */
export const PENDED: ReadonlySet<string> = new Set(['27447']);

/** Evaluation and management visits carry a copay of so many cents instead of coinsurance. */
export const COPAY = { pattern: /^992\d\d$/, cents: 2000 };

/** Shares in percent of the charge (allowed) and of the allowed amount (coinsurance). */
export const ALLOWED_PERCENT = 80;
export const COINSURANCE_PERCENT = 20;

/** A claim later than so many days after its last service is denied for late filing (CO-29). */
export const FILING_LIMIT_DAYS = 365;

/** Payments above so many cents carry interest as a provider adjustment (PLB L6, negative: it raises the payment). */
export const INTEREST = { abovePaidCents: 20_000, cents: 125 };
