/** By which rules the sandbox treats a claim, so that every outcome can be brought about on purpose. docs/sandbox.md lists them. */

/** A procedure code that the clearinghouse's front door refuses: the set that holds it is rejected by the 999. */
export const REFUSED_PROCEDURE = '99999';

/** A refusal by a 277CA: the status, its explanation, and whom it is about. */
export type Refusal = {
  category: string;
  status: string;
  entity?: string;
  detail?: { category: string; status: string };
};

/** Claims to this payer are refused by the clearinghouse: the payer's id is invalid. */
export const UNKNOWN_PAYER = 'UNKNOWN';
export const PAYER_REFUSAL: Refusal = { category: 'A7', status: '153', entity: 'PR' };

/** Claims that do not add up are refused by the clearinghouse. */
export const BALANCE_REFUSAL: Refusal = { category: 'A8', status: '400' };

type MemberRule = { ending: RegExp; refusal: Refusal };

/** Members whose id ends so are refused by the clearinghouse: 21 with the principal diagnosis (254). */
export const CLEARINGHOUSE_MEMBERS: readonly MemberRule[] = [
  {
    ending: /400$/,
    refusal: { category: 'A3', status: '21', detail: { category: 'A3', status: '254' } },
  },
];

/** Members whose id ends so are refused by the payer: not found (33), not eligible on the service dates (88). */
export const PAYER_MEMBERS: readonly MemberRule[] = [
  { ending: /404$/, refusal: { category: 'A3', status: '33', entity: 'IL' } },
  { ending: /410$/, refusal: { category: 'A7', status: '88', entity: 'IL' } },
];

/** Lines of claims that the payer first calls pending (P1) and then pays. */
export const PENDED: ReadonlySet<string> = new Set(['27447']);

/** A denied line: the adjustment, the remarks of the line (LQ) and of the claim (MOA). */
export type Denial = {
  group: 'CO' | 'PR' | 'OA';
  reason: string;
  lineRemarks: readonly string[];
  claimRemarks: readonly string[];
};

/** Lines that are denied whole, by procedure code. */
export const DENIED: Readonly<Record<string, Denial>> = {
  '93000': { group: 'CO', reason: '50', lineRemarks: ['N115'], claimRemarks: [] },
  '36415': { group: 'CO', reason: '97', lineRemarks: ['N390'], claimRemarks: [] },
  '97110': { group: 'CO', reason: '197', lineRemarks: [], claimRemarks: [] },
  '99215': { group: 'CO', reason: '16', lineRemarks: ['M51'], claimRemarks: ['MA130'] },
  '11719': { group: 'PR', reason: '96', lineRemarks: ['N130'], claimRemarks: [] },
};

/** A claim later than so many days after its last service is denied whole. */
export const FILING_LIMIT_DAYS = 365;
export const LATE: Denial = { group: 'CO', reason: '29', lineRemarks: [], claimRemarks: [] };

/** Members whose id ends so are not insured here: the claim is denied whole with CLP02 4. */
export const NOT_INSURED = /031$/;
export const STRANGER: Denial = { group: 'PR', reason: '31', lineRemarks: [], claimRemarks: [] };

/** Lines that are paid as another procedure: SVC01 names it, SVC06 the one that was billed. */
export const PAID_AS: Readonly<Record<string, string>> = { '99205': '99203' };

/** Lines whose allowed amount goes to the deductible whole. */
export const DEDUCTIBLE: ReadonlySet<string> = new Set(['99204']);

/** Preventive visits: no share of the patient. */
export const PREVENTIVE = /^993[89]\d$/;

/** Evaluation and management visits carry a copay of so many cents instead of coinsurance. */
export const COPAY = { pattern: /^992\d\d$/, cents: 2000 };

/** Shares in percent of the charge (allowed) and of the allowed amount (coinsurance). */
export const ALLOWED_PERCENT = 80;
export const COINSURANCE_PERCENT = 20;

/** A claim paid above so many cents was paid late: interest as a provider adjustment (PLB L6), and AMT*I on the claim. */
export const INTEREST = { abovePaidCents: 20_000, cents: 125 };

/** Members whose id ends so had been overpaid: up to so many cents are recovered (PLB WO). */
export const OVERPAID = { ending: /650$/, cents: 2500 };
