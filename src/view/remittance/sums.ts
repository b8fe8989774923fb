/** What a remittance adds up to, and whether it balances. A sum that leaves what integers hold is undefined, and said to be. */
import type {
  AdjustmentRecord,
  ClaimPaymentRecord,
  PaymentLineRecord,
  PaymentRecord,
} from '../../../schemas/records.ts';
import { addCents, type Cents, formatCents, toCents } from '../../money.ts';
import { balanceClaim, balancePayment, depositOf, lineDifference } from '../../remits/balance.ts';
import { providerAdjustmentTotal } from '../../remits/payment-from-835.ts';

/** A sum in cents; undefined where it leaves the safe range. */
export type Sum = Cents | undefined;

/** `a - b = c`, as a remittance must hold it: what is taken from what, what should be left, and by how much it is not. */
export type Proof = { from: Sum; less: Sum; told: Sum; difference: Sum };

/** The patient's share by kind: CAS reasons 1, 2 and 3 of group PR, and all others of it. */
export type PatientShare = { deductible: Sum; coinsurance: Sum; copay: Sum; other: Sum };

/** What the claims of a set add up to. */
export type Totals = {
  charge: Sum;
  paid: Sum;
  /** Sum of CLP05. */
  patientResponsibility: Sum;
  /** CAS of claims and lines by group, in the order of the alphabet. */
  groups: readonly (readonly [group: string, amount: Sum])[];
  patient: PatientShare;
};

/** Every adjustment of a claim: its own, then those of its lines. */
export function adjustmentsOf({ adjustments, lines }: ClaimPaymentRecord): AdjustmentRecord[] {
  return [...adjustments, ...lines.flatMap((line) => line.adjustments)];
}

/** Adds up the claims of a set. */
export function totalsOf(claims: readonly ClaimPaymentRecord[]): Totals {
  const adjustments = claims.flatMap(adjustmentsOf);
  const groups = [...new Set(adjustments.map(({ group }) => group))].sort();
  const patient = (of: (reason: string) => boolean) =>
    adjusted(adjustments.filter(({ group, reason }) => group === 'PR' && of(reason)));
  return {
    charge: addCents(claims.map(({ chargeCents }) => chargeCents)),
    paid: addCents(claims.map(({ paidCents }) => paidCents)),
    patientResponsibility: addCents(claims.map(({ patientResponsibilityCents }) => patientResponsibilityCents)),
    groups: groups.map((name) => [name, adjusted(adjustments.filter(({ group }) => group === name))] as const),
    patient: {
      deductible: patient((reason) => reason === '1'),
      coinsurance: patient((reason) => reason === '2'),
      copay: patient((reason) => reason === '3'),
      other: patient((reason) => !['1', '2', '3'].includes(reason)),
    },
  };
}

/** The sum of adjustments. */
export function adjusted(adjustments: readonly AdjustmentRecord[]): Sum {
  return addCents(adjustments.map(({ amountCents }) => amountCents));
}

/** Charge less adjustments is paid (SVC02, CAS, SVC03). */
export function proofOfLine(line: PaymentLineRecord): Proof {
  return {
    from: line.chargeCents,
    less: adjusted(line.adjustments),
    told: line.paidCents,
    difference: lineDifference(line),
  };
}

/** Charge less adjustments of claim and lines is paid (CLP03, CAS, CLP04). */
export function proofOfClaim(claim: ClaimPaymentRecord): Proof {
  return {
    from: claim.chargeCents,
    less: adjusted(adjustmentsOf(claim)),
    told: claim.paidCents,
    difference: balanceClaim(claim).claimDifference,
  };
}

/** Paid on claims less provider adjustments is the payment (CLP04, PLB, BPR02; a debit is negative). */
export function proofOfPayment(payment: PaymentRecord): Proof {
  return {
    from: payment.claimPaidCents,
    less: providerAdjustmentTotal(payment),
    told: depositOf(payment),
    difference: balancePayment(payment),
  };
}

/** Whether a proof comes out to the cent. */
export function holds({ difference }: Proof): boolean {
  return difference === 0;
}

/** What the three amounts of a proof are called. */
export type ProofNames = { from: string; less: string; told: string };

/** The names for a claim or a line. */
export const DECIDED: ProofNames = { from: 'charge', less: 'adjustments', told: 'paid' };

/** The names for a payment. */
export const DEPOSITED: ProofNames = { from: 'paid on claims', less: 'provider adjustments', told: 'payment' };

/** `185.00 charge - 66.60 adjustments = 118.40 paid`; where that is not so, `is not` stands for `=`. */
export function proofWords(proof: Proof, { from, less, told }: ProofNames): string {
  const taken =
    proof.less !== undefined && proof.less < 0 ? `+ ${moneyWord(toCents(-proof.less))}` : `- ${moneyWord(proof.less)}`;
  const is = holds(proof) ? '=' : 'is not';
  return `${moneyWord(proof.from)} ${from} ${taken} ${less} ${is} ${moneyWord(proof.told)} ${told}`;
}

/** A sum for people. */
export function moneyWord(sum: Sum): string {
  return sum === undefined ? 'too large to add up' : formatCents(sum);
}
