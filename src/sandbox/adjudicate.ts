/** The sandbox payer: a claim in, a claim payment out. Pure; the same claim on the same day always comes to the same result. */
import { createHash } from 'node:crypto';
import type { ClaimLineRecord, ClaimRecord, ProcedureRecord } from '../../schemas/records.ts';
import { procedureOf } from '../claims/parts.ts';
import { type Cents, sumCents, toCents, ZERO_CENTS } from '../money.ts';
import type { RemitAdjustment, RemitClaim, RemitLine } from '../remits/write-835.ts';
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
export function adjudicate(claim: ClaimRecord, today: string, seed: string): RemitClaim {
  const denial = wholeDenial(claim, today);
  const lines = denial === undefined ? payLines(claim) : claim.lines.map((line) => denyLine(line, denial));
  const paid = sumCents(lines.map((line) => line.paid));
  const remit: RemitClaim = {
    patientControlNumber: claim.patientControlNumber,
    status: denial === STRANGER ? '4' : (PROCESSED[claim.payerSequence ?? ''] ?? '1'),
    charge: claim.chargeCents,
    paid,
    patientResponsibility: patientShare(lines),
    filingIndicator: '12',
    payerClaimNumber: payerClaimNumber(seed, claim),
    facility: claim.placeOfService,
    frequency: claim.frequency,
    ...peopleOf(claim),
    remarks: claimRemarks(claim, denial),
    interest: paid > INTEREST.abovePaidCents ? toCents(INTEREST.cents) : undefined,
    received: today,
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
  return Date.parse(today) - Date.parse(last) > FILING_LIMIT_DAYS * 86_400_000;
}

function peopleOf({ subscriber, patient }: ClaimRecord): Pick<RemitClaim, 'patient' | 'insured'> {
  const insured = {
    lastName: subscriber.lastName ?? '',
    firstName: subscriber.firstName,
    id: subscriber.id ?? UNNAMED,
  };
  if (patient === undefined) return { patient: insured };
  return { patient: { lastName: patient.lastName ?? '', firstName: patient.firstName, id: patient.id }, insured };
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

function patientShare(lines: readonly RemitLine[]): Cents | undefined {
  const shares = lines.flatMap(({ adjustments }) => adjustments.filter(({ group }) => group === 'PR'));
  const share = sumCents(shares.map(({ amount }) => amount));
  return share === 0 ? undefined : share;
}

/** What other payers paid for the claim is spread over the lines that this payer pays, first line first. */
function payLines(claim: ClaimRecord): RemitLine[] {
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

function lineOf(line: ClaimLineRecord, paid: Cents, adjustments: readonly RemitAdjustment[]): RemitLine {
  const procedure = workOf(line);
  const paidAs = Object.hasOwn(PAID_AS, procedure.code) ? PAID_AS[procedure.code] : undefined;
  return {
    procedure: paidAs === undefined ? procedure : { ...procedure, code: paidAs },
    submitted: paidAs === undefined ? undefined : procedure,
    charge: line.chargeCents,
    paid,
    units: line.quantity ?? '1',
    serviceDate: line.serviceDate ?? '',
    lineControlNumber: line.lineControlNumber ?? String(line.lineNo),
    adjustments: adjustments.filter(({ amount }) => amount !== 0),
    remarks: [],
  };
}

function denyLine(line: ClaimLineRecord, { group, reason, lineRemarks }: Denial): RemitLine {
  return { ...lineOf(line, ZERO_CENTS, [{ group, reason, amount: line.chargeCents }]), remarks: lineRemarks };
}

/** Allowed, less what other payers paid (OA-23), less the patient's share; the rest of the charge is contract (CO-45). */
function payLine(line: ClaimLineRecord, prior: Cents, first: boolean): RemitLine {
  const allowed = toCents(Math.max(percent(line.chargeCents, ALLOWED_PERCENT), prior));
  const open = toCents(allowed - prior);
  const share = patientPart(line, allowed, open, first);
  const adjustments: RemitAdjustment[] = [
    { group: 'CO', reason: '45', amount: toCents(line.chargeCents - allowed) },
    { group: 'OA', reason: '23', amount: prior },
    share,
  ];
  return { ...lineOf(line, toCents(open - share.amount), adjustments), allowed };
}

/** So many percent of an amount, half a cent up. */
function percent(amount: Cents, share: number): Cents {
  return toCents(Math.floor((amount * share + HUNDRED / 2) / HUNDRED));
}
const HUNDRED = 100;

/** PR-1 deductible, PR-3 copay, PR-2 coinsurance. A second payer takes over what the first left to the patient. */
function patientPart(line: ClaimLineRecord, allowed: Cents, open: Cents, first: boolean): RemitAdjustment {
  const { code } = procedureOf(line.procedure);
  const atMost = (reason: string, amount: number): RemitAdjustment => ({
    group: 'PR',
    reason,
    amount: toCents(Math.min(amount, open)),
  });
  if (DEDUCTIBLE.has(code)) return atMost('1', open);
  if (!first || PREVENTIVE.test(code)) return atMost('2', 0);
  if (COPAY.pattern.test(code)) return atMost('3', COPAY.cents);
  return atMost('2', percent(allowed, COINSURANCE_PERCENT));
}

/** The negatives of the payment, under the payer's number of the claim that is taken back. */
function reverse(remit: RemitClaim, { payerClaimNumber: original }: ClaimRecord): RemitClaim {
  const negative = (amount: Cents) => toCents(-amount);
  return {
    ...remit,
    status: '22',
    payerClaimNumber: original ?? remit.payerClaimNumber,
    charge: negative(remit.charge),
    paid: negative(remit.paid),
    patientResponsibility: undefined,
    interest: undefined,
    remarks: [],
    lines: remit.lines.map(({ allowed: _allowed, ...line }) => ({
      ...line,
      charge: negative(line.charge),
      paid: negative(line.paid),
      remarks: [],
      adjustments: line.adjustments.map((one) => ({ ...one, amount: negative(one.amount) })),
    })),
  };
}
