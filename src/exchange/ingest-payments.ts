/** The 835 transactions of a received file: posted once, matched to claims, balanced in cents, denials opened. */
import type { ClaimPaymentRecord, PaymentLineRecord, PaymentRecord } from '../../schemas/records.ts';
import type { ClaimEventType } from '../claims/lifecycle.ts';
import type { IssueCode } from '../issue.ts';
import { toCents } from '../money.ts';
import type { Item } from '../read-interchange.ts';
import { balanceClaim, balancePayment, lineDifference } from '../remits/balance.ts';
import { paymentFingerprint } from '../remits/fingerprint.ts';
import { providerAdjustmentTotal } from '../remits/from-835.ts';
import { type ClaimOutcome, classify, denialsOf } from '../remits/outcome.ts';
import { setPayerClaimNumbers } from '../store/claims.ts';
import type { Tx } from '../store/database.ts';
import type { NewEvent } from '../store/events.ts';
import type { FileRow } from '../store/files.ts';
import { type NewClaimPayment, type NewPayment, type NewPaymentLine, postPayment } from '../store/payments.ts';
import type { Match, Matcher } from './matching.ts';

/** One 835 set of a file: its payment and the claims in it with what they were matched to. */
export type Remittance = {
  ordinal: number;
  payment: PaymentRecord;
  claims: MatchedRemit[];
  /** Cut off or miscounted: claims may be missing, so that it must not be posted even where its sums agree. */
  whole: boolean;
};

type MatchedRemit = { record: ClaimPaymentRecord; match: Match | undefined };

const NOT_WHOLE: ReadonlySet<IssueCode> = new Set([
  'truncated',
  'set-trailer-missing',
  'set-segment-count',
  'set-control-number',
]);

/** The 835 sets of a file. */
export function remittancesOf(items: readonly Item[], match: Matcher): Remittance[] {
  const found: Remittance[] = [];
  let claims: MatchedRemit[] = [];
  let whole = true;
  let usage: string | undefined;
  for (const item of items) {
    switch (item.type) {
      case 'interchange':
        usage = item.usage;
        break;
      case 'transaction':
        claims = [];
        whole = true;
        break;
      case 'issue':
        whole &&= !NOT_WHOLE.has(item.code);
        break;
      case '835.claim':
        claims.push({ record: item, match: match({ ...item, usage }) });
        break;
      case '835.payment':
        found.push({ ordinal: found.length + 1, payment: item, claims, whole });
    }
  }
  return found;
}

/** Posts the payments; gives back the claims' events, reversals before their corrections. */
export async function postPayments(tx: Tx, file: FileRow, remittances: readonly Remittance[]): Promise<NewEvent[]> {
  const events: NewEvent[] = [];
  for (const remittance of remittances) events.push(...(await postOne(tx, file, remittance)));
  return events;
}

async function postOne(tx: Tx, file: FileRow, remittance: Remittance): Promise<NewEvent[]> {
  const { ordinal, claims: found } = remittance;
  const claims = found.map(({ record, match }) => claimPayment(record, match));
  const records = found.map(({ record }) => record);
  const posted = await postPayment(tx, newPayment(file, remittance, records, claims));
  if (posted.state !== 'posted' || posted.known) return [];
  await setPayerClaimNumbers(
    tx,
    claims.flatMap(({ claimId, payerClaimNumber }) =>
      claimId === undefined || payerClaimNumber === undefined ? [] : [{ claimId, payerClaimNumber }],
    ),
  );
  return claims
    .map((claim, index) => eventOf(claim, records[index]!, `payment-${file.id}-${ordinal}-${index + 1}`, file.id))
    .filter((event) => event !== undefined)
    .sort((left, right) => Number(right.type === 'reversed') - Number(left.type === 'reversed'));
}

function newPayment(
  file: FileRow,
  { ordinal, payment, whole }: Remittance,
  records: readonly ClaimPaymentRecord[],
  claims: NewClaimPayment[],
): NewPayment {
  const difference = balancePayment(payment);
  const balanced =
    difference === 0 &&
    claims.every(
      ({ differenceCents, lines }) => differenceCents === 0 && lines.every((line) => line.differenceCents === 0),
    );
  return {
    fileId: file.id,
    ordinal,
    payerName: payment.payer.name,
    payerId: payment.payer.id,
    payeeName: payment.payee.name,
    payeeId: payment.payee.id,
    amountCents: payment.amountCents,
    claimPaidCents: payment.claimPaidCents,
    providerAdjustmentCents: providerAdjustmentTotal(payment),
    differenceCents: difference,
    method: payment.method,
    handling: payment.handling,
    traceNumber: payment.traceNumber,
    traceCompany: payment.traceCompany,
    settlementDate: payment.settlementDate,
    fingerprint: paymentFingerprint(payment, records),
    state: balanced && whole ? 'posted' : 'exception',
    origin: payment.origin,
    claims,
    providerAdjustments: payment.providerAdjustments,
  };
}

function claimPayment(record: ClaimPaymentRecord, match: Match | undefined): NewClaimPayment {
  const {
    type: _type,
    lines,
    adjustments,
    remarks,
    origin,
    patientControlNumber,
    payerClaimNumber,
    status,
    chargeCents,
    paidCents,
    patientResponsibilityCents,
    ...detail
  } = record;
  return {
    claimId: match?.claim.id,
    matchRule: match?.rule,
    patientControlNumber,
    payerClaimNumber,
    status,
    outcome: classify(record),
    chargeCents,
    paidCents,
    patientResponsibilityCents,
    differenceCents: balanceClaim(record).claimDifference,
    remarks,
    detail,
    origin,
    adjustments,
    lines: lines.map(paymentLine),
    denials: denialsOf(record),
  };
}

function paymentLine(line: PaymentLineRecord): NewPaymentLine {
  const { procedure, lineControlNumber, revenueCode, chargeCents, paidCents, units, adjustments, remarks, ...detail } =
    line;
  const dateOf = (qualifier: string) => line.dates.find((date) => date.qualifier === qualifier)?.date;
  const day = dateOf('472');
  return {
    lineControlNumber,
    procedureQualifier: procedure.qualifier,
    procedureCode: procedure.code,
    modifiers: procedure.modifiers,
    revenueCode,
    chargeCents,
    paidCents,
    differenceCents: toCents(lineDifference(line)),
    units,
    serviceFrom: day ?? dateOf('150'),
    serviceTo: day ?? dateOf('151'),
    remarks: remarks.map(({ value }) => value),
    detail,
    adjustments,
  };
}

const EVENTS: Readonly<Record<ClaimOutcome, ClaimEventType | undefined>> = {
  paid: 'paid',
  partial: 'partial',
  denied: 'denied',
  zero: 'zero',
  reversal: 'reversed',
  forwarded: undefined,
  predetermination: undefined,
};

function eventOf(
  claim: NewClaimPayment,
  record: ClaimPaymentRecord,
  dedupeKey: string,
  fileId: string,
): NewEvent | undefined {
  const type = EVENTS[classify(record)];
  if (type === undefined || claim.claimId === undefined) return undefined;
  return { claimId: claim.claimId, type, dedupeKey, fileId, origin: record.origin, detail: { status: record.status } };
}
