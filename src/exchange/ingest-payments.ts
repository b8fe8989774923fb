/** The 835 transactions of a received file: posted once, matched to claims, balanced in cents, denials opened. */
import type { PayerRules } from '../../schemas/payer-rules.ts';
import type { ClaimPaymentRecord, PaymentLineRecord, PaymentRecord } from '../../schemas/records.ts';
import { chunksOf } from '../lists.ts';
import type { Item } from '../read-interchange.ts';
import { balanceClaim, balancePayment, lineDifference } from '../remits/balance.ts';
import { tellDenials } from '../remits/denials/tell.ts';
import { type Choice, evidenceOf } from '../remits/match.ts';
import { classify } from '../remits/outcome.ts';
import { providerAdjustmentTotal } from '../remits/payment-from-835.ts';
import { lockClaims } from '../store/claims.ts';
import type { Tx } from '../store/database.ts';
import { pairPayment } from '../store/deposits.ts';
import { appendEvents, type NewEvent } from '../store/events.ts';
import type { FileRow } from '../store/files.ts';
import { payerRulesOf } from '../store/payer-rules.ts';
import {
  addClaimPayments,
  type NewClaimPayment,
  type NewPayment,
  type NewPaymentLine,
  type OpenedPayment,
  openPayment,
} from '../store/payments.ts';
import { adjudicationEvent } from './adjudication-events.ts';
import { matchPayments, rematch } from './payment-matching.ts';
import { mayBePosted, type Remittance } from './remittance-survey.ts';
import { settleUncertain } from './sent.ts';

/** Claims posted at a time: as many as make the statements worth while, few enough to be held. */
const CHUNK = 250;

/** What postings need of the file they come from. */
export type PostingContext = { tx: Tx; file: FileRow; at: Date };

/** Posts the remittances of a file from its items, claims in chunks, so that a file of any size is held in bounded memory. */
export async function postRemittances(
  context: PostingContext,
  remittances: readonly Remittance[],
  items: AsyncIterable<Item>,
): Promise<void> {
  let posted = 0;
  let usage: string | undefined;
  let posting: Posting | undefined;
  for await (const item of items) {
    if (item.type === 'interchange') usage = item.usage;
    if (item.type !== '835.claim' && item.type !== '835.payment') continue;
    posting ??= await beginPosting(context, remittances[posted]!, usage);
    if (item.type === '835.claim') await takeClaim(posting, item);
    else {
      await endPosting(posting);
      posting = undefined;
      posted++;
    }
  }
}

/** A payment while its claims come in. */
type Posting = PostingContext & {
  remittance: Remittance;
  payment: OpenedPayment;
  /** What payers' rules say of denials. */
  rules: readonly PayerRules[];
  usage: string | undefined;
  waiting: ClaimPaymentRecord[];
  added: number;
  events: NewEvent[];
};

async function beginPosting(
  context: PostingContext,
  remittance: Remittance,
  usage: string | undefined,
): Promise<Posting> {
  const payment = await openPayment(context.tx, newPayment(context.file, remittance));
  const rules = await payerRulesOf(context.tx);
  return { ...context, remittance, payment, rules, usage, waiting: [], added: 0, events: [] };
}

async function takeClaim(posting: Posting, claim: ClaimPaymentRecord): Promise<void> {
  if (posting.payment.known) return;
  posting.waiting.push(claim);
  if (posting.waiting.length >= CHUNK) await addWaiting(posting);
}

async function endPosting(posting: Posting): Promise<void> {
  await addWaiting(posting);
  if (!posting.payment.known) await pairPayment(posting.tx, posting.payment.id);
  // Only noted: where the claims stand follows from all payments. Reversals before their corrections, wherever each stands.
  const events = posting.events.sort(
    (left, right) => Number(right.type === 'reversed') - Number(left.type === 'reversed'),
  );
  for (const some of chunksOf(events, CHUNK)) await appendEvents(posting.tx, some);
}

async function addWaiting(posting: Posting): Promise<void> {
  const { tx, file, at, payment, usage, waiting, added } = posting;
  if (waiting.length === 0) return;
  posting.waiting = [];
  posting.added += waiting.length;
  const { payer } = posting.remittance.payment;
  const evidence = waiting.map((record) => evidenceOf(record, payer, usage));
  const choices = await matchPayments(tx, file.partnerId, evidence);
  const claims = waiting.map((record, index) => claimPayment(record, choices[index]!, posting));
  const claimIds = [...new Set(claims.flatMap(({ claimId }) => claimId ?? []))];
  await lockClaims(tx, claimIds);
  await settleUncertain(tx, claimIds, at);
  await addClaimPayments(tx, payment, claims, added + 1);
  if (payment.state !== 'posted') return;
  for (const [index, claim] of claims.entries()) {
    const place = { fileId: file.id, paymentOrdinal: posting.remittance.ordinal, ordinal: added + index + 1 };
    const event = adjudicationEvent({ ...claim, ...place, origin: waiting[index]!.origin });
    if (event !== undefined) posting.events.push(event);
  }
  // The payer's numbers just learned may name claim payments that no control number did.
  await rematch(tx, file.partnerId, claimIds);
}

function newPayment(file: FileRow, remittance: Remittance): NewPayment {
  const { ordinal, payment, fingerprint, reversedCents, exceptions } = remittance;
  return {
    fileId: file.id,
    ordinal,
    payerName: payment.payer.name,
    payerId: payment.payer.id,
    payeeName: payment.payee.name,
    payeeId: payment.payee.id,
    amountCents: payment.amountCents,
    claimPaidCents: payment.claimPaidCents,
    reversedCents,
    providerAdjustmentCents: providerAdjustmentTotal(payment),
    differenceCents: balancePayment(payment),
    method: payment.method,
    handling: payment.handling,
    traceNumber: payment.traceNumber,
    traceCompany: payment.traceCompany,
    settlementDate: payment.settlementDate,
    fingerprint,
    state: mayBePosted(remittance) ? 'posted' : 'exception',
    exceptions,
    detail: paymentDetailOf(payment),
    origin: payment.origin,
    providerAdjustments: payment.providerAdjustments,
  };
}

/** What has no column of its own. */
function paymentDetailOf(payment: PaymentRecord): unknown {
  const {
    type: _type,
    origin: _origin,
    claims: _claims,
    claimPaidCents: _paid,
    providerAdjustments: _plb,
    ...detail
  } = payment;
  return detail;
}

function claimPayment(
  record: ClaimPaymentRecord,
  { match, candidates }: Choice,
  { remittance, rules }: Pick<Posting, 'remittance' | 'rules'>,
): NewClaimPayment {
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
  const outcome = classify(record);
  return {
    claimId: match?.claim.id,
    matchRule: match?.rule,
    matchScore: match?.score,
    matchRunnerUp: match?.runnerUp,
    candidates: match === undefined ? candidates : [],
    patientControlNumber,
    payerClaimNumber,
    status,
    outcome,
    chargeCents,
    paidCents,
    patientResponsibilityCents,
    differenceCents: balanceClaim(record).claimDifference,
    remarks,
    detail,
    origin,
    adjustments,
    lines: lines.map(paymentLine),
    denials: tellDenials(record, outcome, remittance.payment, match === undefined ? [] : [match.claim.payerId], rules),
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
    differenceCents: lineDifference(line),
    units,
    serviceFrom: day ?? dateOf('150'),
    serviceTo: day ?? dateOf('151'),
    remarks: remarks.map(({ value }) => value),
    detail,
    adjustments,
  };
}
