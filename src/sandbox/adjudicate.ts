/** The sandbox payer: a claim in, a claim payment out. Pure; the same claim always comes to the same result. */
import { createHash } from 'node:crypto';
import type { ClaimLineRecord, ClaimRecord } from '../../schemas/records.ts';
import { type Cents, sumCents, toCents, ZERO_CENTS } from '../money.ts';
import type { RemitAdjustment, RemitClaim, RemitLine } from '../remits/write-835.ts';
import { ALLOWED_PERCENT, COINSURANCE_PERCENT, COPAY, DEDUCTIBLE, DENIED, FILING_LIMIT_DAYS } from './rules.ts';

/** A number with so many digits that only the given parts decide. */
export function derivedNumber(digits: number, ...parts: readonly string[]): string {
  const hash = createHash('sha256').update(parts.join('|')).digest();
  return (hash.readBigUInt64BE(0) % 10n ** BigInt(digits)).toString().padStart(digits, '0');
}

/** The payer's own number of a claim. */
export function payerClaimNumber(seed: string, claim: ClaimRecord): string {
  return `P${derivedNumber(12, seed, claim.patientControlNumber, claim.frequency)}`;
}

/** Adjudicates a claim on a day (ISO date). A void (frequency 8) reverses what the claim was paid before. */
export function adjudicate(claim: ClaimRecord, today: string, seed: string): RemitClaim {
  const paid = payClaim(claim, today, seed);
  return claim.frequency === '8' ? reverse(paid) : paid;
}

function payClaim(claim: ClaimRecord, today: string, seed: string): RemitClaim {
  const late = isLate(claim, today);
  const prior = sumCents(claim.otherPayers.map(({ paidCents }) => paidCents ?? ZERO_CENTS));
  const lines: RemitLine[] = [];
  let left = prior;
  for (const line of claim.lines) {
    const share = toCents(Math.min(left, line.chargeCents));
    left = toCents(left - share);
    lines.push(late ? denyLine(line, 'CO', '29', []) : payLine(line, share));
  }
  const claimRemarks = claim.lines.flatMap(({ procedure }) => DENIED[procedure.code]?.claimRemarks ?? []);
  const secondary = claim.payerSequence === 'S';
  const patient = claim.patient ?? claim.subscriber;
  return {
    patientControlNumber: claim.patientControlNumber,
    status: secondary ? '2' : '1',
    charge: claim.chargeCents,
    paid: sumCents(lines.map((line) => line.paid)),
    patientResponsibility: patientShare(lines),
    filingIndicator: '12',
    payerClaimNumber: payerClaimNumber(seed, claim),
    facility: claim.placeOfService,
    frequency: claim.frequency,
    patient: { lastName: patient.lastName ?? '', firstName: patient.firstName, id: claim.subscriber.id },
    remarks: [...new Set(claimRemarks)],
    received: today,
    lines,
  };
}

function isLate(claim: ClaimRecord, today: string): boolean {
  const last =
    claim.lines
      .map(({ serviceDate }) => serviceDate?.split('/').at(-1) ?? today)
      .sort()
      .at(-1) ?? today;
  return Date.parse(today) - Date.parse(last) > FILING_LIMIT_DAYS * 86_400_000;
}

function patientShare(lines: readonly RemitLine[]): Cents | undefined {
  const share = sumCents(
    lines.flatMap(({ adjustments }) => adjustments.filter(({ group }) => group === 'PR').map(({ amount }) => amount)),
  );
  return share === 0 ? undefined : share;
}

/** So many percent of an amount, half a cent up. */
function percent(amount: Cents, share: number): Cents {
  return toCents(Math.floor((amount * share + 50) / HUNDRED));
}
const HUNDRED = 100;

function lineOf(
  line: ClaimLineRecord,
  paid: Cents,
  adjustments: readonly RemitAdjustment[],
  extra: Pick<RemitLine, 'allowed' | 'remarks'>,
): RemitLine {
  return {
    procedure: line.procedure,
    charge: line.chargeCents,
    paid,
    units: line.quantity ?? '1',
    serviceDate: line.serviceDate ?? '',
    lineControlNumber: line.lineControlNumber,
    adjustments: adjustments.filter(({ amount }) => amount !== 0),
    ...extra,
  };
}

function denyLine(
  line: ClaimLineRecord,
  group: RemitAdjustment['group'],
  reason: string,
  remarks: readonly string[],
): RemitLine {
  return lineOf(line, ZERO_CENTS, [{ group, reason, amount: line.chargeCents }], { allowed: undefined, remarks });
}

/** Allowed, less what another payer paid (OA-23), less the patient's share; the rest is contract (CO-45). */
function payLine(line: ClaimLineRecord, prior: Cents): RemitLine {
  const denial = DENIED[line.procedure.code];
  if (denial !== undefined) return denyLine(line, denial.group, denial.reason, denial.lineRemarks);
  const allowed = toCents(Math.max(percent(line.chargeCents, ALLOWED_PERCENT), prior));
  const open = toCents(allowed - prior);
  const share = prior > 0 ? NO_SHARE : patientPart(line, allowed, open);
  const paid = toCents(open - share.amount);
  const contract = toCents(line.chargeCents - allowed);
  const adjustments: RemitAdjustment[] = [
    { group: 'CO', reason: '45', amount: contract },
    { group: 'OA', reason: '23', amount: prior },
    share,
  ];
  return lineOf(line, paid, adjustments, { allowed, remarks: [] });
}

/** A second payer takes over what the first left open. */
const NO_SHARE: RemitAdjustment = { group: 'PR', reason: '2', amount: ZERO_CENTS };

function patientPart(line: ClaimLineRecord, allowed: Cents, open: Cents): RemitAdjustment {
  const { code } = line.procedure;
  if (DEDUCTIBLE.has(code)) return { group: 'PR', reason: '1', amount: open };
  if (COPAY.pattern.test(code)) return { group: 'PR', reason: '3', amount: toCents(Math.min(COPAY.cents, open)) };
  return { group: 'PR', reason: '2', amount: toCents(Math.min(percent(allowed, COINSURANCE_PERCENT), open)) };
}

function reverse(claim: RemitClaim): RemitClaim {
  const negative = (amount: Cents) => toCents(-amount);
  return {
    ...claim,
    status: '22',
    charge: negative(claim.charge),
    paid: negative(claim.paid),
    patientResponsibility: undefined,
    lines: claim.lines.map((line) => ({
      ...line,
      charge: negative(line.charge),
      paid: negative(line.paid),
      allowed: undefined,
      adjustments: line.adjustments.map((one) => ({ ...one, amount: negative(one.amount) })),
    })),
  };
}
