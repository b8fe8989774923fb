/** What the patient owes by what payers decided, by kind: data for a statement. Pure. */
import type { AdjustmentRecord, ClaimPaymentRecord } from '../../schemas/records.ts';
import { describeCode } from '../codes/describe.ts';
import { type Cents, sumCents, toCents } from '../money.ts';
import { isDenial } from './outcome.ts';

/** Kinds of the patient's share (CAS group PR). `paidToPatient`: the payer sent its payment to the patient. */
export const SHARE_KINDS = [
  'deductible',
  'coinsurance',
  'copay',
  'nonCovered',
  'noCoverage',
  'paidToPatient',
  'other',
] as const;
export type ShareKind = (typeof SHARE_KINDS)[number];

const KIND_OF: Readonly<Record<ShareKind, string>> = {
  deductible: '1 66 247',
  coinsurance: '2 122 248',
  copay: '3 241',
  nonCovered: '35 49 50 54 55 78 96 119 149 202 204 229 269 B1',
  noCoverage: '26 27 31 32 33 34 177 200',
  paidToPatient: '100',
  other: '',
};

const KINDS: ReadonlyMap<string, ShareKind> = new Map(
  SHARE_KINDS.flatMap((kind) => KIND_OF[kind].split(' ').map((reason) => [reason, kind] as const)),
);

/** One amount of the patient's. `checkFirst`: it is a denial too, so coverage is checked before it is billed. */
export type PatientAmount = {
  kind: ShareKind;
  reason: string;
  /** What the reason means, in our words. */
  label?: string;
  cents: Cents;
  checkFirst: boolean;
  /** The line it stands on; none for one of the whole claim. */
  line?: { lineControlNumber?: string; procedureCode: string; serviceDate?: string; chargeCents: Cents };
};

/** The patient's share of a claim. `differenceCents`: CLP05 less what the adjustments come to; anything but zero is to be looked at. */
export type PatientShare = {
  amounts: PatientAmount[];
  byKind: Record<ShareKind, Cents>;
  totalCents: Cents;
  differenceCents: Cents;
};

/** The share by the claim payments that stand, of the last payer that decided: what another payer takes over is not the patient's. */
export function patientShare(claims: readonly ClaimPaymentRecord[]): PatientShare {
  const amounts = claims.flatMap((claim) => [
    ...amountsOf(claim.adjustments, undefined),
    ...claim.lines.flatMap((line) =>
      amountsOf(line.adjustments, {
        ...(line.lineControlNumber === undefined ? {} : { lineControlNumber: line.lineControlNumber }),
        procedureCode: line.procedure.code,
        ...dayOf(line.dates),
        chargeCents: line.chargeCents,
      }),
    ),
  ]);
  const totalCents = sumCents(amounts.map(({ cents }) => cents));
  const told = sumCents(claims.map(({ patientResponsibilityCents }) => patientResponsibilityCents));
  const sum = (kind: ShareKind) => sumCents(amounts.filter((one) => one.kind === kind).map(({ cents }) => cents));
  return {
    amounts,
    byKind: Object.fromEntries(SHARE_KINDS.map((kind) => [kind, sum(kind)])) as Record<ShareKind, Cents>,
    totalCents,
    differenceCents: toCents(told - totalCents),
  };
}

function amountsOf(adjustments: readonly AdjustmentRecord[], line: PatientAmount['line']): PatientAmount[] {
  return adjustments
    .filter(({ group, amountCents }) => group === 'PR' && amountCents !== 0)
    .map((adjustment) => {
      const label = describeCode('carc', adjustment.reason);
      return {
        kind: KINDS.get(adjustment.reason) ?? 'other',
        reason: adjustment.reason,
        ...(label === undefined ? {} : { label }),
        cents: adjustment.amountCents,
        checkFirst: isDenial(adjustment),
        ...(line === undefined ? {} : { line }),
      };
    });
}

function dayOf(dates: ClaimPaymentRecord['dates']): { serviceDate?: string } {
  const found = dates.find(({ qualifier }) => qualifier === '472' || qualifier === '150');
  return found === undefined ? {} : { serviceDate: found.date };
}
