/** The list of payments, and one payment with its balance proof and the claims it pays. */
import type { Describe } from '../api/options.ts';
import { type Content, type Html, html } from '../html.ts';
import { negateCents, sumCents } from '../money.ts';
import { postingExceptionWords } from '../remits/posting-exceptions.ts';
import {
  type ProviderAdjustmentKind,
  providerAdjustmentKind,
  providerAdjustmentPurpose,
} from '../remits/provider-adjustment.ts';
import type { PageOf } from '../store/pages.ts';
import {
  CLAIM_PAYMENTS_SHOWN,
  type ClaimPaymentView,
  type ListedPayment,
  type PaymentDetail,
  type UnmatchedClaimPayment,
} from '../store/payment-views.ts';
import { balance, reasonCode, statusWord } from './adjudication.ts';
import { option } from './claims.ts';
import { csrfField, type Frame } from './layout.ts';
import { chip, count, dash, day, empty, facts, moment, money, pageHead, pager, panel, sheet, table } from './parts.ts';
import { fileLink } from './places.ts';
import { PAYMENT_METHODS, word } from './words.ts';

export type PaymentQuery = { state?: string | undefined; after?: string | undefined };

/** The content of the payments page. */
export function paymentsPage(page: PageOf<ListedPayment>, query: PaymentQuery): Html {
  return html`${head(query)}${sheet(list(page.rows))}${pager('/payments', query, page.after)}`;
}

/** The content of the payments page when it lists what matched no claim. */
export function unmatchedPage(page: PageOf<UnmatchedClaimPayment>, query: PaymentQuery): Html {
  return html`${head(query)}${panel('Claim payments that match no claim', unmatchedList(page.rows))}${pager('/payments', query, page.after)}`;
}

function head(query: PaymentQuery): Html {
  const states = ['posted', 'unposted', 'exception', 'duplicate'].map((state) =>
    option(state, word('payment', state).label, query.state),
  );
  return html`${pageHead('Payments')}<form class="filters" action="/payments">
<label>State<select name="state"><option value="">Any state</option>${states}${option('unmatched', 'Matches no claim', query.state)}</select></label>
<button>Show</button> <a href="/reversals">Reversals that wait</a> <a href="/recoupment">Recoupment accounts</a> <a href="/deposits">Deposits</a></form>`;
}

function list(payments: readonly ListedPayment[]): Html {
  if (payments.length === 0) return empty('No payments here.', 'They appear when an 835 has been ingested.');
  return table(
    'Payments, newest first',
    [
      {
        label: 'Payer',
        kind: 'main',
        cell: (row) => html`<a href="/payments/${row.id}">${row.payerName ?? 'Unnamed payer'}</a>`,
      },
      { label: 'Trace number', cell: (row) => html`<span class="mono">${row.traceNumber}</span>` },
      { label: 'Method', cell: (row) => PAYMENT_METHODS[row.method] ?? row.method },
      { label: 'Settled', cell: (row) => day(row.settlementDate) },
      { label: 'State', cell: (row) => chip('payment', row.state) },
      { label: 'Balance', cell: (row) => balance(row.differenceCents) },
      { label: 'Gross', kind: 'figure', cell: (row) => money(row.claimPaidCents - row.reversedCents) },
      { label: 'Reversed', kind: 'figure', cell: (row) => money(row.reversedCents) },
      { label: 'Provider adjusted', kind: 'figure', cell: (row) => money(row.providerAdjustmentCents) },
      {
        label: 'Amount',
        kind: 'key figure',
        cell: (row) => html`<span class="strong">${money(row.amountCents)}</span>`,
      },
    ],
    payments,
  );
}

function unmatchedList(rows: readonly UnmatchedClaimPayment[]): Html {
  if (rows.length === 0) return empty('Every claim payment matches a claim.', 'Nothing to do here.');
  return table(
    'Claim payments that match no claim',
    [
      {
        label: 'Patient control number',
        kind: 'main',
        cell: (row) => html`<a class="mono" href="/matches/${row.id}">${row.patientControlNumber}</a>`,
      },
      { label: 'Payer', cell: (row) => row.payerName ?? dash },
      {
        label: 'Payment',
        cell: (row) => html`<a class="mono" href="/payments/${row.paymentId}">${row.traceNumber}</a>`,
      },
      {
        label: 'Payer claim number',
        cell: (row) => (row.payerClaimNumber === null ? dash : html`<span class="mono">${row.payerClaimNumber}</span>`),
      },
      { label: 'Outcome', cell: (row) => chip('outcome', row.outcome) },
      { label: 'Candidates', kind: 'figure', cell: (row) => (row.candidates === 0 ? dash : count(row.candidates)) },
      { label: 'Charge', kind: 'figure', cell: (row) => money(row.chargeCents) },
      { label: 'Paid', kind: 'key figure', cell: (row) => money(row.paidCents) },
    ],
    rows,
  );
}

/** The content of a payment's page. */
export function paymentPage(detail: PaymentDetail, describe: Describe, frame: Pick<Frame, 'csrf'>): Html {
  const { payment } = detail;
  return html`${pageHead(html`${payment.payerName ?? 'Unnamed payer'}${chip('payment', payment.state)}`, html`<span>Trace <span class="mono">${payment.traceNumber}</span></span>`, html`<a href="/payments">Payments</a> / payment`)}
${stateNotice(payment)}
${panel('Balance proof', proof(detail), balance(payment.differenceCents))}
${panel('Gross and net', grossAndNet(detail))}
${panel('Payment', paymentFacts(payment))}
${detail.providerAdjustments.length === 0 ? '' : panel('Provider adjustments (PLB)', providerTable(detail))}
${panel('Claims in this payment', claimTable(detail.claimPayments, describe), claimNote(detail))}
${posting(detail, frame)}`;
}

function stateNotice({ state, duplicateOf, exceptions }: PaymentDetail['payment']): Html | '' {
  if (state === 'duplicate') {
    return html`<p class="notice warn">This payment was posted before${duplicateOf === null ? '' : html`: <a href="/payments/${duplicateOf}">see the first one</a>`}. Nothing was posted again.</p>`;
  }
  const cut = exceptions.length > 0 && exceptions.every(({ reason }) => reason === 'not-whole');
  if (state === 'exception')
    return html`<div class="notice bad"><p>This payment ${cut ? 'is not whole' : 'does not balance'}. It is kept as it came and moves no claim; put right by the payer and sent again, it is posted.</p>${exceptions.map((one) => html`<p>${sentence(postingExceptionWords(one))}</p>`)}</div>`;
  if (state === 'unposted')
    return html`<p class="notice warn">This payment was taken back by hand. Its entries stand in the ledger with those that undo them; coming again in a file, it is not posted by itself.</p>`;
  return '';
}

/** Sum of CLP04 less sum of PLB is BPR02, or by how much it is not. */
function proof({ payment, claimPaymentCount }: PaymentDetail): Html {
  const figure = (label: string, cents: number | null) => html`<div><dt>${label}</dt><dd>${money(cents)}</dd></div>`;
  const sign = (text: string) => html`<div class="sign" aria-hidden="true">${text}</div>`;
  return html`<div class="body"><dl class="equation">${figure(`Paid on ${count(claimPaymentCount)} ${claimPaymentCount === 1 ? 'claim' : 'claims'} (CLP04)`, payment.claimPaidCents)}${sign('−')}${figure('Provider adjustments (PLB)', payment.providerAdjustmentCents)}${payment.differenceCents === 0 ? '' : html`${sign('−')}${figure('Difference', payment.differenceCents)}`}${sign('=')}${figure('Amount (BPR02)', payment.amountCents)}</dl></div>`;
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** What was paid before anything was taken back, what was taken, and what is left of it. */
function grossAndNet({ payment, providerAdjustments }: PaymentDetail): Html {
  const of = (...kinds: readonly ProviderAdjustmentKind[]): Content => {
    const amounts = providerAdjustments.filter(({ code }) => kinds.includes(providerAdjustmentKind(code)));
    return amounts.length === 0
      ? undefined
      : money(sumCents(amounts.map(({ amountCents }) => negateCents(amountCents))));
  };
  return facts([
    ['Gross', money(payment.claimPaidCents - payment.reversedCents)],
    ['Reversed on claims', payment.reversedCents === 0 ? undefined : money(payment.reversedCents)],
    ['Recoveries', of('recovery')],
    ['Refunds acknowledged', of('refund')],
    ['Balance carried', of('forward')],
    ['Interest', of('interest')],
    ['Withheld', of('withholding')],
    ['Other', of('payment')],
    ['Net (BPR02)', money(payment.amountCents)],
  ]);
}

/** What was done with the payment by hand, and the way to do it. */
function posting({ payment, actions }: PaymentDetail, frame: Pick<Frame, 'csrf'>): Html | '' {
  const next = { posted: ['unpost', 'Un-post'], unposted: ['repost', 'Post again'] } as const;
  const done = actions.map(
    ({ action, by, reason, at }) =>
      html`<li>${action === 'unpost' ? 'Un-posted' : 'Posted again'} ${moment(at)} by ${by}: ${reason}</li>`,
  );
  if (payment.state !== 'posted' && payment.state !== 'unposted') return '';
  const [action, label] = next[payment.state];
  return panel(
    'Posting',
    html`${done.length === 0 ? '' : html`<ul class="issues">${done}</ul>`}<div class="body"><form class="filters" method="post" action="/payments/${payment.id}/${action}">${csrfField(frame)}<label>Why<input name="reason" maxlength="200" required></label><button>${label}</button></form></div>`,
  );
}

function paymentFacts(payment: PaymentDetail['payment']): Html {
  return facts([
    ['Payer', payment.payerName],
    ['Payer id', payment.payerId === null ? undefined : html`<span class="mono">${payment.payerId}</span>`],
    ['Payee', payment.payeeName],
    ['Payee id', payment.payeeId === null ? undefined : html`<span class="mono">${payment.payeeId}</span>`],
    ['Method', PAYMENT_METHODS[payment.method] ?? payment.method],
    ['Settled', day(payment.settlementDate)],
    ['File', fileLink(payment.fileId, payment.fileName, payment.origin)],
  ]);
}

function providerTable({ providerAdjustments }: PaymentDetail): Html {
  return table(
    'Provider adjustments',
    [
      { label: 'Code', kind: 'main', cell: (row) => html`<span class="code">${row.code}</span>` },
      {
        label: 'Reference',
        cell: (row) => (row.reference === null ? dash : html`<span class="mono">${row.reference}</span>`),
      },
      { label: 'Meaning', kind: 'wrap', cell: (row) => providerAdjustmentPurpose(row.code, row.amountCents) ?? dash },
      { label: 'Provider', cell: (row) => html`<span class="mono">${row.providerId}</span>` },
      { label: 'Fiscal period', cell: (row) => day(row.fiscalDate) },
      { label: 'Amount', kind: 'key figure', cell: (row) => money(row.amountCents) },
    ],
    providerAdjustments,
  );
}

function claimNote({ claimPayments, claimPaymentCount }: PaymentDetail): string {
  return claimPayments.length === claimPaymentCount
    ? count(claimPaymentCount)
    : `the first ${CLAIM_PAYMENTS_SHOWN} of ${count(claimPaymentCount)}`;
}

function claimTable(rows: readonly ClaimPaymentView[], describe: Describe): Html {
  if (rows.length === 0) return empty('No claims in this payment.', 'It consists of provider adjustments only.');
  return table(
    'Claims in this payment',
    [
      {
        label: 'Patient control number',
        kind: 'main',
        cell: (row) =>
          row.claimId === null
            ? html`<span class="mono">${row.patientControlNumber}</span>`
            : html`<a class="mono" href="/claims/${row.claimId}">${row.patientControlNumber}</a>`,
      },
      { label: 'Outcome', cell: (row) => chip('outcome', row.outcome) },
      { label: 'Claim status', cell: (row) => html`<span title="${statusWord(row.status)}">${row.status}</span>` },
      {
        label: 'Match',
        cell: (row) =>
          row.claimId === null ? html`<span class="chip warn">No claim</span>` : (row.matchRule ?? 'matched'),
      },
      { label: 'Adjustments', kind: 'wrap', cell: (row) => reasons(row, describe) },
      { label: 'Balance', cell: (row) => balance(row.differenceCents) },
      { label: 'Charge', kind: 'figure', cell: (row) => money(row.chargeCents) },
      { label: 'Patient share', kind: 'figure', cell: (row) => money(row.patientResponsibilityCents) },
      { label: 'Paid', kind: 'key figure', cell: (row) => money(row.paidCents) },
    ],
    rows,
  );
}

function reasons(row: ClaimPaymentView, describe: Describe): Content {
  const all = [...row.adjustments, ...row.lines.flatMap((line) => line.adjustments)];
  const codes = new Map(all.map((one) => [`${one.groupCode}-${one.reason}`, one]));
  if (codes.size === 0) return dash;
  return [...codes.values()].map(
    (one) => html`<span title="${describe('carc', one.reason) ?? ''}">${reasonCode(one.groupCode, one.reason)}</span> `,
  );
}
