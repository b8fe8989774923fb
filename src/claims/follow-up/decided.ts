/** A payer's decision laid beside the claim it is about: which line is which, and whether it accounts for every cent. */
import type { Claim } from '../../../schemas/claim.ts';
import type { ClaimPaymentRecord, PaymentLineRecord } from '../../../schemas/records.ts';
import { type Cents, sumCents, toCents } from '../../money.ts';
import type { Refusal } from './made.ts';

/** The payer's lines by the index of the claim's line; all empty where it decided on the claim as a whole. */
export type DecidedLines = { of: PaymentLineRecord[][] };

/**
 * Ties each line of the 835 (loop 2110) to a line of the claim: by line control number (REF*6R), else by procedure and
 * charge, else by charge, each line once. Refuses lines that are nobody's, and lines that nothing was decided on.
 */
export function decidedLines(
  claim: Claim,
  payments: readonly ClaimPaymentRecord[],
): DecidedLines | { refused: Refusal[] } {
  const told = payments.flatMap(({ lines }) => lines);
  const of: PaymentLineRecord[][] = claim.lines.map(() => []);
  if (told.length === 0) return { of };
  const known = new Map(claim.lines.map(({ lineControlNumber }, index) => [lineControlNumber, index]));
  const unnamed: PaymentLineRecord[] = [];
  for (const line of told) {
    const index = known.get(line.lineControlNumber ?? '');
    if (index === undefined) unnamed.push(line);
    else of[index]!.push(line);
  }
  const free = (test: (index: number) => boolean) => of.findIndex((lines, index) => lines.length === 0 && test(index));
  const strangers = unnamed.filter((line) => {
    const charged = (index: number) => claim.lines[index]!.charge === line.chargeCents;
    const { code } = line.submittedProcedure ?? line.procedure;
    const alike = free((index) => charged(index) && codeOf(claim, index) === code);
    const index = alike === -1 ? free(charged) : alike;
    if (index !== -1) of[index]!.push(line);
    return index === -1;
  });
  const refused = [
    ...strangers.map(
      (): Refusal => ({ reason: 'line-not-known', says: 'a line of the decision is none of the claim' }),
    ),
    ...of.flatMap((lines, line): Refusal[] =>
      lines.length > 0
        ? []
        : [{ reason: 'line-not-decided', says: 'nothing was decided on a line of the claim', line }],
    ),
  ];
  return refused.length > 0 ? { refused } : { of };
}

function codeOf(claim: Claim, index: number): string | undefined {
  const line = claim.lines[index];
  if (line === undefined) return undefined;
  if (line.procedure !== undefined) return line.procedure.code;
  return 'revenueCode' in line ? line.revenueCode : undefined;
}

const adjusted = (list: readonly { adjustments: PaymentLineRecord['adjustments'] }[]): Cents =>
  sumCents(list.flatMap(({ adjustments }) => adjustments.map(({ amountCents }) => amountCents)));
const paid = (list: readonly { paidCents: Cents }[]): Cents => sumCents(list.map(({ paidCents }) => paidCents));

/** What does not balance, with the numbers: each line, the claim, and the lines against what was paid for the claim. */
export function unbalanced(claim: Claim, payments: readonly ClaimPaymentRecord[], { of }: DecidedLines): Refusal[] {
  const lines = of.flatMap((decided, line): Refusal[] => {
    if (decided.length === 0) return [];
    const chargeCents = claim.lines[line]!.charge;
    const toldCents = toCents(paid(decided) + adjusted(decided));
    if (paid(decided) < 0)
      return [
        { reason: 'paid-less-than-nothing', says: 'a line was paid less than nothing', line, toldCents: paid(decided) },
      ];
    return toldCents === chargeCents
      ? []
      : [
          {
            reason: 'line-balance',
            says: 'the line charge is not what was paid plus the adjustments',
            line,
            chargeCents,
            toldCents,
          },
        ];
  });
  return [...lines, ...unbalancedClaim(claim, payments, of.flat())];
}

function unbalancedClaim(
  claim: Claim,
  payments: readonly ClaimPaymentRecord[],
  decided: readonly PaymentLineRecord[],
): Refusal[] {
  const chargeCents = claim.charge;
  const decidedCents = sumCents(payments.map((one) => one.chargeCents));
  if (payments.length > 0 && decidedCents !== chargeCents)
    return [
      {
        reason: 'other-charge',
        says: 'the payer decided on another charge than the claim’s',
        chargeCents,
        toldCents: decidedCents,
      },
    ];
  const toldCents = toCents(paid(payments) + adjusted(payments) + adjusted(decided));
  if (toldCents !== chargeCents)
    return [
      {
        reason: 'claim-balance',
        says: 'the claim charge is not what was paid plus the adjustments',
        chargeCents,
        toldCents,
      },
    ];
  const ofLines = toCents(paid(decided) - adjusted(payments));
  return decided.length === 0 || ofLines === paid(payments)
    ? []
    : [
        {
          reason: 'claim-balance',
          says: 'what the lines were paid is not what the claim was paid',
          chargeCents: paid(payments),
          toldCents: ofLines,
        },
      ];
}
