/** One claim: its money, its timeline, its segments as sent, what the other side said and paid. */
import type { Describe } from '../api/options.ts';
import type { RawSegment } from '../api/raw-segments.ts';
import { stateRank } from '../claims/lifecycle.ts';
import { type Content, type Html, html } from '../html.ts';
import { formatIssue } from '../issue.ts';
import type { ClaimDetail } from '../store/claim-views.ts';
import type { ClaimLedger } from '../store/ledger-views.ts';
import type { ClaimPaymentView } from '../store/payment-views.ts';
import { adjustmentTable, balance, denialTable, lineTable, statusWord } from './adjudication.ts';
import { faultList } from './faults.ts';
import { ledgerPanels } from './ledger.ts';
import { moneyLine } from './money-line.ts';
import { chip, dash, day, empty, facts, moment, money, pageHead, panel } from './parts.ts';
import { codeList, faultyPositions, fileLink, statusMeaning } from './places.ts';
import { segmentList } from './segments.ts';
import { word } from './words.ts';

/** The segments that carry the claim in one file. */
export type SentSegments = { file: ClaimDetail['files'][number]; segments: readonly RawSegment[] };

export type ClaimPageData = ClaimDetail & {
  payments: readonly ClaimPaymentView[];
  ledger: ClaimLedger;
  sent: readonly SentSegments[];
  describe: Describe;
};

const FREQUENCY: Readonly<Record<string, string>> = {
  '1': 'Original',
  '6': 'Corrected',
  '7': 'Replacement',
  '8': 'Void',
};

/** The content of a claim's page. */
export function claimPage(data: ClaimPageData): Html {
  const { claim } = data;
  return html`${pageHead(
    html`<span class="mono">${claim.patientControlNumber}</span>${chip('claim', claim.state)}`,
    html`<span>${claim.partnerId}</span><span>since ${moment(claim.stateAt)}</span>`,
    html`<a href="/claims">Claims</a> / claim`,
  )}
${claim.usage === 'T' ? html`<p class="notice mixed">Test claim: it travels in interchanges marked T (ISA15).</p>` : ''}
${panel('Money', html`<div class="body">${chargeLine(data)}</div>`)}
${heldIssues(data)}
<div class="columns lead">
${panel('Timeline', timeline(data))}
<div>${panel('Claim', claimFacts(claim))}${panel('Acknowledgments', acknowledgments(data))}</div>
</div>
${ledgerPanels(data.ledger)}
${data.payments.map((payment) => claimPayment(payment, data.describe))}
${sentPanels(data)}`;
}

function chargeLine({ claim }: ClaimPageData): Html {
  const { chargeCents, paidCents, patientResponsibilityCents: patientCents } = claim;
  const decided = stateRank(claim.state) >= stateRank('denied');
  return moneyLine({
    chargeCents,
    paidCents,
    patientCents,
    adjustedCents: decided ? chargeCents - paidCents - patientCents : 0,
  });
}

function claimFacts(claim: ClaimDetail['claim']): Html {
  const period =
    claim.serviceTo === null || claim.serviceTo === claim.serviceFrom
      ? day(claim.serviceFrom)
      : html`${day(claim.serviceFrom)} to ${day(claim.serviceTo)}`;
  return facts([
    ['Kind', `${claim.kind[0]?.toUpperCase()}${claim.kind.slice(1)} (837P)`],
    ['Frequency', `${claim.frequency} · ${FREQUENCY[claim.frequency] ?? 'other'}`],
    ['Service date', period],
    ['Payer', html`<span class="mono">${claim.payerId}</span>`],
    [
      'Payer claim number',
      claim.payerClaimNumber === null ? dash : html`<span class="mono">${claim.payerClaimNumber}</span>`,
    ],
    ['Billing NPI', claim.billingNpi === null ? dash : html`<span class="mono">${claim.billingNpi}</span>`],
    ['Replaces', claim.replacesNumber === '' ? undefined : html`<span class="mono">${claim.replacesNumber}</span>`],
    ['Handed in', moment(claim.createdAt)],
    ['Usage', claim.usage === 'P' ? 'Production' : 'Test'],
    ['Claim id', html`<span class="mono">${claim.id}</span>`],
  ]);
}

function heldIssues({ claim }: ClaimPageData): Html | '' {
  if (claim.issues.length === 0) return '';
  return panel(
    'Edits',
    html`<ul class="issues">${claim.issues.map((finding) => html`<li>${formatIssue(finding)}</li>`)}</ul><p class="note">Correct the claim where it comes from and submit it again; a held claim is never sent.</p>`,
  );
}

function timeline({ events, sent, describe }: ClaimPageData): Html {
  if (events.length === 0) return empty('No events yet.', 'The submit step writes the first one.');
  const places = new Map(sent.map(({ file }) => [file.fileId, file]));
  return html`<ol class="timeline">${events.map((event) => {
    const { label, tone } = word('event', event.type);
    const place = event.fileId === null ? undefined : places.get(event.fileId);
    const where = eventPlace(event, place);
    return html`<li class="${tone}"><div class="what">${label}${moment(event.at)}</div>${where === undefined ? '' : html`<div class="where">${where}</div>`}${eventCodes(event.detail, describe)}</li>`;
  })}</ol>`;
}

function eventPlace(event: ClaimDetail['events'][number], place: ClaimDetail['files'][number] | undefined): Content {
  if (event.fileId === null || event.fileName === null) return undefined;
  if (place === undefined) return fileLink(event.fileId, event.fileName, event.origin);
  const { gs06, st02, segmentFrom, segmentTo } = place;
  return html`${fileLink(event.fileId, event.fileName, { gs06, st02, segment: segmentFrom })} to ${segmentTo}`;
}

function eventCodes(detail: unknown, describe: Describe): Html | '' {
  const codes = codeList(detail);
  const meaning = statusMeaning(detail, describe);
  if (codes === undefined && meaning === undefined) return '';
  return html`<div class="where">${codes}${meaning}</div>`;
}

function acknowledgments({ acknowledgments: rows, describe }: ClaimPageData): Html {
  if (rows.length === 0) return empty('None yet.', 'A 999 and a 277CA answer a claim that was sent.');
  return html`<ul class="issues">${rows.map(
    (row) =>
      html`<li><span class="strong">${row.kind.toUpperCase()}</span> ${chip('result', row.result)} ${row.stage === null ? '' : html`<span class="muted">${row.stage}</span>`} ${codeList(row.codes)}
<div class="muted">${statusMeaning(row.codes, describe)}</div>${faultList(row.detail)}<div>${fileLink(row.fileId, row.fileName, row.origin)}</div></li>`,
  )}</ul>`;
}

function claimPayment(row: ClaimPaymentView, describe: Describe): Html {
  const { payment } = row;
  return panel(
    `Payment ${payment.traceNumber}`,
    html`${facts([
      ['Payer', payment.payerName],
      [
        'Claim status',
        html`${chip('outcome', row.outcome)} <span class="below">${row.status} · ${statusWord(row.status)}</span>`,
      ],
      ['Charge', money(row.chargeCents)],
      ['Paid', money(row.paidCents)],
      ['Patient share', money(row.patientResponsibilityCents)],
      ['Balance', balance(row.differenceCents)],
      ['Settled', day(payment.settlementDate)],
      ['Posting', chip('payment', payment.state)],
    ])}
<h3 class="inner">Service lines</h3>${lineTable(row)}
<h3 class="inner">Adjustments</h3>${adjustmentTable(row, describe)}
${row.denials.length === 0 ? '' : html`<h3 class="inner">Denials</h3>${denialTable(row, describe)}`}`,
    html`<a href="/payments/${payment.id}">Whole payment</a>`,
  );
}

function sentPanels({ sent, events }: ClaimPageData): Content {
  // Which of several sendings a 999 answered is not in its event: then nothing is marked rather than the wrong segment.
  const faulty = new Set(sent.length === 1 ? events.flatMap((event) => faultyPositions(event.detail)) : []);
  const isHit = ({ setOrdinal }: RawSegment) => setOrdinal !== undefined && faulty.has(setOrdinal);
  if (sent.length === 0)
    return panel('Segments as sent', empty('Not sent yet.', 'The batch step writes the claim into an 837.'));
  return sent.map(({ file, segments }) =>
    panel(
      sent.length === 1 ? 'Segments as sent' : `Segments as sent in ${file.name}`,
      segments.length === 0
        ? empty('The stored file does not hold these segments.', 'Look at the whole file.')
        : segmentList(segments, { isHit }),
      html`${fileLink(file.fileId, file.name)} <span class="nowrap">set ${file.st02}, segments ${file.segmentFrom} to ${file.segmentTo}</span>`,
    ),
  );
}
