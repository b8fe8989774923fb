/** What an adjudicated claim came to, and which of its adjustments are denials. Never judged by the amount alone. */
import type { AdjustmentRecord, ClaimPaymentRecord } from '../../schemas/records.ts';
import type { Cents } from '../money.ts';

export type ClaimOutcome = 'paid' | 'partial' | 'denied' | 'zero' | 'reversal' | 'forwarded' | 'predetermination';

/** One denied amount: at claim or line level (`line` counts from 0), with every remark code that explains it. */
export type DenialFound = {
  level: 'claim' | 'line';
  line?: number;
  group: string;
  reason: string;
  remarks: string[];
  amountCents: Cents;
};

/**
 * Reasons that reduce a charge without denying it: the contract and fee schedules (45, 131, 253 sequestration ...), the
 * patient's share (1, 2, 3, 66 ...), another payer's part (23; not 22, which asks for another payer), institutional payment
 * rules (69, 70, 74 to 76), fee schedules of casualty plans (P5, P12, P23 ...), withholds, interest and discounts.
 */
const NOT_A_DENIAL: ReadonlySet<string> = new Set([
  '1', '2', '3', '23', '24', '36', '37', '42', '44', '45', '59', '64', '66', '69', '70', '74', '75', '76', '85', '90', '91',
  '94', '100', '101', '102', '103', '104', '105', '118', '121', '122', '130', '131', '132', '137', '139', '142', '143', '144',
  '161', '172', '187', '203', '209', '215', '217', '223', '225', '237', '241', '245', '253', '259', '260', '266', '271', '281',
  '293', '294', '295', '303', '307', 'A0', 'A2', 'P5', 'P12', 'P23', 'P24', 'P25', 'P26', 'P29',
]); // biome-ignore format: a table

/** Whether an adjustment takes an amount away because the payer refuses it. */
export function isDenial({ reason, amountCents }: AdjustmentRecord): boolean {
  return amountCents > 0 && reason !== '' && !NOT_A_DENIAL.has(reason);
}

/** Denied amounts of a claim payment. Reversals and predeterminations deny nothing. */
export function denialsOf(claim: ClaimPaymentRecord): DenialFound[] {
  if (claim.status === '22' || claim.status === '25') return [];
  const found = (
    adjustments: readonly AdjustmentRecord[],
    place: Pick<DenialFound, 'level' | 'line'>,
    remarks: string[],
  ): DenialFound[] =>
    adjustments
      .filter(isDenial)
      .map(({ group, reason, amountCents }) => ({ ...place, group, reason, remarks, amountCents }));
  return [
    ...found(claim.adjustments, { level: 'claim' }, claim.remarks),
    ...claim.lines.flatMap((line, index) =>
      found(
        line.adjustments,
        { level: 'line', line: index },
        line.remarks.map(({ value }) => value),
      ),
    ),
  ];
}

/**
 * The outcome of a claim payment. Paid with nothing denied is `paid`; paid with something denied is `partial`; nothing paid
 * is `denied` when something was denied (or CLP02 is 4), else `zero` (all contract or patient share).
 */
export function classify(claim: ClaimPaymentRecord): ClaimOutcome {
  if (claim.status === '22') return 'reversal';
  if (claim.status === '23') return 'forwarded';
  if (claim.status === '25') return 'predetermination';
  const denied = denialsOf(claim).length > 0 || claim.status === '4';
  if (claim.paidCents > 0) return denied ? 'partial' : 'paid';
  return denied ? 'denied' : 'zero';
}
