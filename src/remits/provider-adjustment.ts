/** What each provider adjustment (PLB03-1) does, as data: the ledger and the words for people follow from it. */

/**
 * `recovery`: money paid before is kept back, or the keeping is put off. `forward`: a balance carried from one payment to
 * another. `refund`: a return by the provider is acknowledged. `withholding`: kept for a third party or as a penalty.
 * `payment`: paid for no single claim, by contract, programme or capitation.
 */
export type ProviderAdjustmentKind = 'recovery' | 'forward' | 'refund' | 'interest' | 'withholding' | 'payment';

type Meaning = readonly [kind: ProviderAdjustmentKind, lowers: string, raises: string];

const payment = (what: string): Meaning => ['payment', `${what} is taken back`, `${what} is paid`];
const withheld = (what: string): Meaning => ['withholding', what, `given back: ${what}`];
const interest = (what: string): Meaning => ['interest', `${what} is taken back`, `${what} is paid`];

/** By code; a positive amount lowers the payment, a negative one raises it. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  WO: ['recovery', 'an earlier overpayment is taken back', 'the taking back of an overpayment is put off'],
  WU: ['recovery', 'money is taken back, for no claim that is named', 'a recovery is put off or given back'],
  OB: ['recovery', 'taken for an affiliated provider', 'given for an affiliated provider'],
  FB: ['forward', 'carried over from an earlier remittance', 'carried over to a later remittance'],
  '72': ['refund', 'an acknowledged refund is undone', 'a refund is acknowledged'],
  B2: ['refund', 'a rebate is taken back', 'a rebate, or a refund nobody asked for, is acknowledged'],
  L6: interest('interest'),
  '51': interest('interest on a penalty'),
  CR: interest('interest on capitation'),
  '50': withheld('charge for late filing'),
  AH: withheld('fee for the origination of a loan'),
  AM: withheld('applied to a loan of the provider'),
  BD: withheld('bad debt'),
  E3: withheld('withheld by contract'),
  IR: withheld('withheld for the tax authority'),
  L3: withheld('penalty'),
  LE: withheld('levy'),
  SL: withheld('repayment of a student loan'),
  TL: withheld('liability of a third party'),
  CT: payment('capitation'),
  '90': payment('an allowance for early payment'),
  AP: payment('an accelerated benefit'),
  B3: payment('a recovery allowance'),
  BN: payment('a bonus'),
  C5: payment('a temporary allowance'),
  CS: ['payment', 'an adjustment not told apart', 'an adjustment not told apart'],
  CV: payment('a share of capital costs'),
  CW: payment('a share of anesthetist costs'),
  DM: payment('a share of medical education'),
  FC: payment('an allocation of funds'),
  GO: payment('a share of graduate medical education'),
  HM: payment('a supplement for clotting factor'),
  IP: payment('an incentive premium'),
  IS: payment('an interim settlement'),
  J1: ['payment', 'an amount that is not reimbursed', 'an amount that balances what is not reimbursed'],
  LS: payment('a lump sum'),
  OA: payment('a share of organ acquisition'),
  PI: payment('a periodic interim payment'),
  PL: payment('a final settlement'),
  RA: payment('a change with effect on the past'),
  RE: payment('a return on equity'),
};

/** What kind of adjustment a code is; `payment` for one that is not in the list. */
export function providerAdjustmentKind(code: string): ProviderAdjustmentKind {
  return MEANINGS[code]?.[0] ?? 'payment';
}

/** What an adjustment is for, by the sign of its amount (positive lowers the payment); undefined for an unknown code. */
export function providerAdjustmentPurpose(code: string, amountCents: number): string | undefined {
  return MEANINGS[code]?.[amountCents > 0 ? 1 : 2];
}

/** The codes of these kinds, as a list to look for. */
export function codesOfKind(...kinds: readonly ProviderAdjustmentKind[]): string[] {
  return Object.entries(MEANINGS).flatMap(([code, [kind]]) => (kinds.includes(kind) ? [code] : []));
}
