/** Overview: where the claims stand, the money, today's files, the latest payments, denials at stake, what waits. */

import { type Content, type Html, html } from '../html.ts';
import { formatCents, sumCents } from '../money.ts';
import type { ClaimTotal, DenialTotal, Waiting } from '../store/dashboard-views.ts';
import { bytes, chip, count, day, empty, money, pageHead, panel, plural, table } from './parts.ts';
import { CLAIM_STATES, type Tone, word } from './words.ts';

export type OverviewData = {
  claims: readonly ClaimTotal[];
  filesToday: readonly { direction: 'out' | 'in'; kind: string; count: number; size: number }[];
  payments: readonly {
    id: string;
    payerName: string | null;
    traceNumber: string;
    amountCents: number;
    settlementDate: string | null;
    state: string;
  }[];
  denials: readonly DenialTotal[];
  waiting: Waiting;
  paused: readonly { id: string; pausedCode: string | null }[];
  meaning: (group: string, reason: string) => string | undefined;
};

/** The stages of the way from claim to money; each state belongs to one. */
const STAGES = [
  { title: 'To be sent', states: ['draft', 'held', 'ready', 'batched'] },
  { title: 'Sent', states: ['sent', 'rejected_999'] },
  { title: 'Acknowledged', states: ['acknowledged', 'rejected_clearinghouse'] },
  { title: 'Accepted', states: ['accepted_clearinghouse', 'accepted_payer', 'pending', 'rejected_payer'] },
  { title: 'Adjudicated', states: ['paid', 'partial', 'zero', 'denied', 'reversed', 'closed'] },
] as const;

/** States in which a payer has decided on the money. */
const DECIDED = new Set<string>(STAGES[4].states);

/** The content of the overview. */
export function overviewPage(data: OverviewData): Html {
  if (data.claims.length === 0 && data.filesToday.length === 0 && data.payments.length === 0) return firstSteps(data);
  const total = data.claims.reduce((sum, row) => sum + row.count, 0);
  return html`${pageHead('Overview', plural(total, 'claim'))}
${moneyStrip(data.claims)}
${panel('Claims by state', html`${stateBar(data.claims, total)}${pipeline(data.claims)}`)}
<div class="columns">
<div>${panel('What waits', waits(data))}${panel('Files today', filesToday(data.filesToday), html`<a href="/files">All files</a>`)}</div>
<div>${panel('Latest payments', latestPayments(data.payments), html`<a href="/payments">All payments</a>`)}${panel('Denials at stake', denialsAtStake(data), html`<a href="/denials">All denials</a>`)}</div>
</div>`;
}

function firstSteps(data: OverviewData): Html {
  return html`${pageHead('Overview')}${panel('What waits', waits(data))}${panel(
    'First steps',
    empty(
      'No claims yet.',
      html`Hand some in with <code>claimwire submit claims.json --partner ID</code>, or watch the whole loop with <code>npm run demo</code>.`,
    ),
  )}`;
}

function moneyStrip(claims: readonly ClaimTotal[]): Html {
  const decided = claims.filter((row) => DECIDED.has(row.state));
  const sum = (rows: readonly ClaimTotal[], key: 'chargeCents' | 'paidCents' | 'patientResponsibilityCents') =>
    sumCents(rows.map((row) => row[key]));
  const charged = sum(claims, 'chargeCents');
  const decidedCharge = sum(decided, 'chargeCents');
  const paid = sum(claims, 'paidCents');
  const patient = sum(claims, 'patientResponsibilityCents');
  const figure = (label: string, value: Content, note: string) =>
    html`<div><dt>${label}</dt><dd>${value}<small>${note}</small></dd></div>`;
  return html`<dl class="figures">
${figure('Charged', money(charged), 'all claims')}
${figure('Outstanding', money(charged - decidedCharge), 'not adjudicated yet')}
${figure('Paid', money(paid), `of ${formatCents(decidedCharge)} adjudicated`)}
${figure('Patient share', money(patient), 'group PR')}
${figure('Adjusted', money(decidedCharge - paid - patient), 'groups CO, OA, PI')}
</dl>`;
}

/** One bar over all claims, in the order of their life; each part is named in the pipeline below. */
function stateBar(claims: readonly ClaimTotal[], total: number): Html {
  const byState = new Map(claims.map((row) => [row.state, row.count]));
  let at = 0;
  const parts = Object.keys(CLAIM_STATES).flatMap((state) => {
    const value = byState.get(state) ?? 0;
    if (value === 0) return [];
    const { label, tone } = word('claim', state);
    const width = (value / total) * 1000;
    const part = html`<rect class="${tone}" x="${at.toFixed(2)}" y="0" width="${Math.max(width - 1.5, 1).toFixed(2)}" height="8"><title>${label}: ${value}</title></rect>`;
    at += width;
    return [part];
  });
  return html`<svg class="bar" viewBox="0 0 1000 8" preserveAspectRatio="none" role="img" aria-label="Claims by state; the figures follow">${parts}</svg>`;
}

function pipeline(claims: readonly ClaimTotal[]): Html {
  const byState = new Map(claims.map((row) => [row.state, row]));
  const stages = STAGES.map(({ title, states }) => {
    const rows = states.flatMap((state) => byState.get(state) ?? []);
    const lines = rows.map((row) => {
      const { label, tone } = word('claim', row.state);
      return html`<li><a href="/claims?state=${row.state}"><span class="dot ${tone}">${label}</span><span class="strong">${count(row.count)}</span></a></li>`;
    });
    const number = rows.reduce((sum, row) => sum + row.count, 0);
    return html`<li><h3>${title}</h3><p class="big">${count(number)}</p><p class="sum">${money(sumCents(rows.map((row) => row.chargeCents)))}</p><ul>${lines}</ul></li>`;
  });
  return html`<ol class="pipeline">${stages}</ol>`;
}

function waits({ waiting, paused }: OverviewData): Html {
  const lines: [Content, string, string, Tone, number][] = [
    ...paused.map((partner): [Content, string, string, Tone, number] => [
      html`Partner <span class="mono">${partner.id}</span> is paused (${partner.pausedCode ?? 'by hand'})`, '/partners', 'Look and resume', 'bad', 1,
    ]),
    ['Files that need a person: uncertain, failed or unreadable', '/files?state=trouble', plural(waiting.stuckFiles, 'file'), 'bad', waiting.stuckFiles],
    ['Payments that do not balance', '/payments?state=exception', plural(waiting.paymentExceptions, 'payment'), 'bad', waiting.paymentExceptions],
    ['Claims held by edits', '/claims?state=held', plural(waiting.heldClaims, 'claim'), 'warn', waiting.heldClaims],
    ['Silent: the next answer is overdue', '/claims?state=overdue', plural(waiting.overdueClaims, 'claim'), 'warn', waiting.overdueClaims],
    ['Claim payments that match no claim', '/payments?state=unmatched', plural(waiting.unmatchedPayments, 'claim payment'), 'warn', waiting.unmatchedPayments],
    ['Reversals and corrections without their other half', '/reversals', plural(waiting.lonelyReversals, 'half', 'halves'), 'warn', waiting.lonelyReversals],
    ['Denials nobody has looked at', '/denials', plural(waiting.newDenials, 'denial'), 'mixed', waiting.newDenials],
    ['Ready for the next batch', '/claims?state=ready', plural(waiting.readyClaims, 'claim'), 'quiet', waiting.readyClaims],
    ['Submissions being checked', '/queues/', plural(waiting.submissions, 'submission'), 'quiet', waiting.submissions],
  ]; // biome-ignore format: a table
  const shown = lines.filter(([, , , , number]) => number > 0);
  if (shown.length === 0) return empty('Nothing waits.', 'Every claim is on its way or settled.');
  return html`<ul class="waits">${shown.map(([says, href, figure, tone]) => html`<li><span class="dot ${tone}"><span>${says}</span></span><a class="strong nowrap" href="${href}">${figure}</a></li>`)}</ul>`;
}

function filesToday(files: OverviewData['filesToday']): Html {
  if (files.length === 0)
    return empty('No files today.', 'Batches go out and answers come in by each partner’s schedule.');
  return table(
    'Files today',
    [
      { label: 'Direction', kind: 'main', cell: (row) => (row.direction === 'out' ? 'Out' : 'In') },
      { label: 'Kind', cell: (row) => row.kind.toUpperCase() },
      { label: 'Size', kind: 'figure', cell: (row) => bytes(row.size) },
      { label: 'Files', kind: 'key figure', cell: (row) => count(row.count) },
    ],
    files,
  );
}

function latestPayments(payments: OverviewData['payments']): Html {
  if (payments.length === 0) return empty('No payments yet.', 'They appear when an 835 has been ingested.');
  return table(
    'Latest payments',
    [
      {
        label: 'Payer',
        kind: 'main',
        cell: (row) => html`<a href="/payments/${row.id}">${row.payerName ?? 'Unnamed payer'}</a>`,
      },
      { label: 'Trace', cell: (row) => html`<span class="mono">${row.traceNumber}</span>` },
      { label: 'Settled', cell: (row) => day(row.settlementDate) },
      { label: 'State', cell: (row) => chip('payment', row.state) },
      { label: 'Amount', kind: 'key figure', cell: (row) => money(row.amountCents) },
    ],
    payments,
  );
}

function denialsAtStake({ denials, meaning }: OverviewData): Html {
  if (denials.length === 0)
    return empty('No denials.', 'Denied claims and lines of an 835 are listed here with what they are worth.');
  return table(
    'Denials at stake',
    [
      {
        label: 'Reason',
        kind: 'main',
        cell: (row) =>
          html`<a href="/denials?reason=${row.reason}"><span class="code">${row.groupCode}-${row.reason}</span></a>`,
      },
      {
        label: 'Meaning',
        kind: 'wrap',
        cell: (row) => meaning(row.groupCode, row.reason) ?? html`<span class="nil">–</span>`,
      },
      { label: 'Denials', kind: 'figure', cell: (row) => count(row.count) },
      { label: 'Amount', kind: 'key figure', cell: (row) => money(row.amountCents) },
    ],
    denials,
  );
}
