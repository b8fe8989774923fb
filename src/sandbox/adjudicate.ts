/** The sandbox payer: a claim in, a claim payment out. Pure; the same claim on the same day always comes to the same result. */
import { createHash } from 'node:crypto';
import type {
  AdjustmentRecord,
  ClaimLineRecord,
  ClaimRecord,
  PartyRecord,
  PaymentLineRecord,
  ProcedureRecord,
} from '../../schemas/records.ts';
import { procedureOf } from '../claims/parts.ts';
import { daysBetween } from '../days.ts';
import { type Cents, sumCents, toCents, ZERO_CENTS } from '../money.ts';
import type { ClaimPaymentFacts } from '../remits/claim-payment-to-835.ts';
import {
  ALLOWED_PERCENT,
  COINSURANCE_PERCENT,
  COPAY,
  DEDUCTIBLE,
  DENIED,
  type Denial,
  FILING_LIMIT_DAYS,
  INTEREST,
  LATE,
  NOT_INSURED,
  PAID_AS,
  PREVENTIVE,
  STRANGER,
} from './rules.ts';

/** A number of so many digits that derives from the given parts alone. */
export function derivedNumber(digits: number, ...parts: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest();
  return (hash.readBigUInt64BE(0) % 10n ** BigInt(digits)).toString().padStart(digits, '0');
}

/** The payer's own number of a claim. */
export function payerClaimNumber(seed: string, { payer, patientControlNumber, frequency }: ClaimRecord): string {
  return `P${derivedNumber(12, seed, payer.id ?? '', patientControlNumber, frequency)}`;
}

/** Adjudicates a claim on a day (ISO date). A void (frequency 8) takes back what its lines had been paid. */
export function adjudicate(claim: ClaimRecord, today: string, seed: string): ClaimPaymentFacts {
  const denial = wholeDenial(claim, today);
  const lines = denial === undefined ? payLines(claim) : claim.lines.map((line) => denyLine(line, denial));
  const paid = sumCents(lines.map((line) => line.paidCents));
  const remit: ClaimPaymentFacts = {
    patientControlNumber: claim.patientControlNumber,
    status: denial === STRANGER ? '4' : (PROCESSED[claim.payerSequence ?? ''] ?? '1'),
    chargeCents: claim.chargeCents,
    paidCents: paid,
    patientResponsibilityCents: patientShare(lines),
    filingIndicator: '12',
    payerClaimNumber: payerClaimNumber(seed, claim),
    facilityType: claim.placeOfService,
    frequency: claim.frequency,
    ...peopleOf(claim),
    adjustments: [],
    remarks: claimRemarks(claim, denial),
    references: [],
    dates: [{ qualifier: '050', date: today }],
    amounts: paid > INTEREST.abovePaidCents ? [{ qualifier: 'I', amountCents: toCents(INTEREST.cents) }] : [],
    quantities: [],
    lines,
  };
  return claim.frequency === '8' ? reverse(remit, claim) : remit;
}

/** What a line was paid for: its procedure or, without one, its revenue code. */
function workOf({ procedure, revenueCode }: ClaimLineRecord): ProcedureRecord {
  if (procedure !== undefined || revenueCode === undefined) return procedureOf(procedure);
  return { qualifier: 'NU', code: revenueCode, modifiers: [] };
}

/** CLP02 by SBR01: processed as primary, secondary, tertiary. */
const PROCESSED: Readonly<Record<string, '1' | '2' | '3'>> = { P: '1', S: '2', T: '3' };

function wholeDenial(claim: ClaimRecord, today: string): Denial | undefined {
  if (NOT_INSURED.test(claim.subscriber.id ?? '')) return STRANGER;
  return isLate(claim, today) ? LATE : undefined;
}

function isLate({ lines }: ClaimRecord, today: string): boolean {
  const days = lines.flatMap(({ serviceDate }) => serviceDate?.split('/').at(-1) ?? []);
  const last = days.sort().at(-1) ?? today;
  return daysBetween(last, today) > FILING_LIMIT_DAYS;
}

function peopleOf({ subscriber, patient }: ClaimRecord): Pick<ClaimPaymentFacts, 'patient' | 'insured'> {
  const insured = person(subscriber.lastName, subscriber.firstName, subscriber.id ?? UNNAMED);
  if (patient === undefined) return { patient: insured };
  return { patient: person(patient.lastName, patient.firstName, patient.id), insured };
}

function person(lastName: string | undefined, firstName: string | undefined, id: string | undefined): PartyRecord {
  return {
    entityType: '1',
    lastName: lastName ?? '',
    firstName,
    ...(id === undefined ? {} : { idQualifier: 'MI', id }),
  };
}

/** Where a claim names no member id. */
export const UNNAMED = 'NOT-GIVEN';

/** MOA has room for five remarks. */
function claimRemarks(claim: ClaimRecord, denial: Denial | undefined): string[] {
  const denials = denial === undefined ? claim.lines.flatMap((line) => denialOf(line) ?? []) : [denial];
  return [...new Set(denials.flatMap((one) => one.claimRemarks))].slice(0, 5);
}

function denialOf(line: ClaimLineRecord): Denial | undefined {
  const { code } = procedureOf(line.procedure);
  return Object.hasOwn(DENIED, code) ? DENIED[code] : undefined;
}

function patientShare(lines: readonly PaymentLineRecord[]): Cents {
  const shares = lines.flatMap(({ adjustments }) => adjustments.filter(({ group }) => group === 'PR'));
  return sumCents(shares.map(({ amountCents }) => amountCents));
}

/** What other payers paid for the claim is spread over the lines that this payer pays, first line first. */
function payLines(claim: ClaimRecord): PaymentLineRecord[] {
  const prior = claim.otherPayers.flatMap(({ paidCents }) => paidCents ?? []);
  const first = claim.payerSequence === undefined || claim.payerSequence === 'P';
  let left: number = first ? 0 : sumCents(prior);
  return claim.lines.map((line) => {
    const denial = denialOf(line);
    if (denial !== undefined) return denyLine(line, denial);
    const share = toCents(Math.max(0, Math.min(left, line.chargeCents)));
    left -= share;
    return payLine(line, share, first);
  });
}

function lineOf(line: ClaimLineRecord, paid: Cents, adjustments: readonly AdjustmentRecord[]): PaymentLineRecord {
  const procedure = workOf(line);
  const paidAs = Object.hasOwn(PAID_AS, procedure.code) ? PAID_AS[procedure.code] : undefined;
  return {
    procedure: paidAs === undefined ? procedure : { ...procedure, code: paidAs },
    submittedProcedure: paidAs === undefined ? undefined : procedure,
    chargeCents: line.chargeCents,
    paidCents: paid,
    units: line.quantity ?? '1',
    dates: serviceDates(line),
    lineControlNumber: line.lineControlNumber ?? String(line.lineNo),
    adjustments: adjustments.filter(({ amountCents }) => amountCents !== 0),
    remarks: [],
    references: [],
    amounts: [],
    quantities: [],
  };
}

function serviceDates({ serviceDate = '' }: ClaimLineRecord): PaymentLineRecord['dates'] {
  const [from = '', to = from] = serviceDate.split('/');
  if (from === '') return [];
  if (to === from) return [{ qualifier: '472', date: from }];
  return [
    { qualifier: '150', date: from },
    { qualifier: '151', date: to },
  ];
}

function denyLine(line: ClaimLineRecord, { group, reason, lineRemarks }: Denial): PaymentLineRecord {
  const denied = lineOf(line, ZERO_CENTS, [{ group, reason, amountCents: line.chargeCents }]);
  return { ...denied, remarks: lineRemarks.map((value) => ({ qualifier: 'HE', value })) };
}

/** Allowed, less what other payers paid (OA-23), less the patient's share; the rest of the charge is contract (CO-45). */
function payLine(line: ClaimLineRecord, prior: Cents, first: boolean): PaymentLineRecord {
  const allowed = toCents(Math.max(percent(line.chargeCents, ALLOWED_PERCENT), prior));
  const open = toCents(allowed - prior);
  const share = patientPart(line, allowed, open, first);
  const adjustments: AdjustmentRecord[] = [
    { group: 'CO', reason: '45', amountCents: toCents(line.chargeCents - allowed) },
    { group: 'OA', reason: '23', amountCents: prior },
    share,
  ];
  const paid = lineOf(line, toCents(open - share.amountCents), adjustments);
  return { ...paid, amounts: [{ qualifier: 'B6', amountCents: allowed }] };
}

/** So many percent of an amount, half a cent up. */
function percent(amount: Cents, share: number): Cents {
  return toCents(Math.floor((amount * share + HUNDRED / 2) / HUNDRED));
}
const HUNDRED = 100;

/** PR-1 deductible, PR-3 copay, PR-2 coinsurance. A second payer takes over what the first left to the patient. */
function patientPart(line: ClaimLineRecord, allowed: Cents, open: Cents, first: boolean): AdjustmentRecord {
  const { code } = procedureOf(line.procedure);
  const atMost = (reason: string, amount: number): AdjustmentRecord => ({
    group: 'PR',
    reason,
    amountCents: toCents(Math.min(amount, open)),
  });
  if (DEDUCTIBLE.has(code)) return atMost('1', open);
  if (!first || PREVENTIVE.test(code)) return atMost('2', 0);
  if (COPAY.pattern.test(code)) return atMost('3', COPAY.cents);
  return atMost('2', percent(allowed, COINSURANCE_PERCENT));
}

/** The negatives of the payment, under the payer's number of the claim that is taken back. */
function reverse(remit: ClaimPaymentFacts, { payerClaimNumber: original }: ClaimRecord): ClaimPaymentFacts {
  const negative = (amount: Cents) => toCents(-amount);
  return {
    ...remit,
    status: '22',
    payerClaimNumber: original ?? remit.payerClaimNumber,
    chargeCents: negative(remit.chargeCents),
    paidCents: negative(remit.paidCents),
    patientResponsibilityCents: ZERO_CENTS,
    amounts: [],
    remarks: [],
    lines: remit.lines.map((line) => ({
      ...line,
      chargeCents: negative(line.chargeCents),
      paidCents: negative(line.paidCents),
      amounts: [],
      remarks: [],
      adjustments: line.adjustments.map((one) => ({ ...one, amountCents: negative(one.amountCents) })),
    })),
  };
}
