/** A claim payment that a person ties to a claim: what it says, the claims it may mean and why, and what was chosen before. */
import { type Html, html } from '../html.ts';
import { type MatchReason, WEIGHTS } from '../remits/match.ts';
import type { MatchCandidate, MatchDetail } from '../store/match-views.ts';
import { csrfField, type Frame } from './layout.ts';
import { chip, count, dash, day, empty, facts, moment, money, pageHead, panel, table } from './parts.ts';

/** The content of the page. */
export function matchPage(detail: MatchDetail, frame: Pick<Frame, 'csrf'>): Html {
  const { claimPayment: payment, candidates, choices } = detail;
  return html`${pageHead('Whose claim is it?', html`<span class="mono">${payment.patientControlNumber}</span>`, html`<a href="/payments?state=unmatched">Claim payments that match no claim</a> / match`)}
${panel('What the payer says', said(detail))}
${panel('Claims that may be meant', candidateTable(payment.id, candidates, frame))}
${panel('Another claim, or none', html`${byNumber(payment.id, frame)}${noneOfOurs(payment.id, frame)}`)}
${choices.length === 0 ? '' : panel('Chosen before', choiceList(detail))}`;
}

function said({ claimPayment: payment }: MatchDetail): Html {
  const { claimId, claimNumber, matchRule, matchScore, matchRunnerUp } = payment;
  return facts([
    ['Payer', payment.payerName ?? dash],
    ['Payment', html`<a class="mono" href="/payments/${payment.paymentId}">${payment.traceNumber}</a>`],
    ['Settled', day(payment.settlementDate)],
    ['Payer claim number', payment.payerClaimNumber ?? dash],
    ['Outcome', chip('outcome', payment.outcome)],
    ['Service', day(payment.serviceFrom)],
    ['Charge', money(payment.chargeCents)],
    ['Paid', money(payment.paidCents)],
    ['Claim', claimId === null ? dash : html`<a class="mono" href="/claims/${claimId}">${claimNumber}</a>`],
    ['Matched by', matchRule ?? dash],
    ['Score, and that of the next', matchScore === null ? dash : html`${count(matchScore)}, ${matchRunnerUp === null ? dash : count(matchRunnerUp)}`],
  ]); // biome-ignore format: a table
}

function candidateTable(id: string, candidates: readonly MatchCandidate[], frame: Pick<Frame, 'csrf'>): Html {
  if (candidates.length === 0)
    return empty('No claim is like it.', 'One that comes later is looked at by itself, as soon as it is sent.');
  return table(
    'Claims that may be meant, best first',
    [
      {
        label: 'Claim',
        kind: 'main',
        cell: (row) => html`<a class="mono" href="/claims/${row.claimId}">${row.patientControlNumber}</a>`,
      },
      { label: 'State', cell: (row) => chip('claim', row.state) },
      { label: 'Payer', cell: (row) => row.payerId },
      { label: 'Service', cell: (row) => day(row.serviceFrom) },
      { label: 'Why', kind: 'wrap', cell: (row) => reasons(row.reasons) },
      { label: 'Score', kind: 'figure', cell: (row) => count(row.score) },
      { label: 'Charge', kind: 'figure', cell: (row) => money(row.chargeCents) },
      { label: 'Action', cell: (row) => linkForm(id, row, frame) },
    ],
    candidates,
  );
}

const WORDS: Readonly<Record<MatchReason, string>> = {
  lineControlNumber: 'line control numbers',
  controlNumber: 'control number',
  controlNumberPart: 'beginning of the control number',
  payerClaimNumber: 'payer claim number',
  charge: 'charge',
  dates: 'days of service',
  memberId: 'member id',
  lastName: 'last name',
  firstName: 'first name',
  payer: 'payer',
  frequency: 'frequency',
  controlNumberDiffers: 'another control number',
  chargeDiffers: 'another charge',
  datesDiffer: 'other days',
  memberIdDiffers: 'another member id',
  lastNameDiffers: 'another last name',
  firstNameDiffers: 'another first name',
  payerDiffers: 'another payer',
  usageDiffers: 'test and production',
};

function reasons(list: readonly string[]): string {
  const known = (Object.keys(WEIGHTS) as MatchReason[]).filter((reason) => list.includes(reason));
  return known
    .map((reason) => `${WORDS[reason]} ${WEIGHTS[reason] > 0 ? '+' : '−'}${Math.abs(WEIGHTS[reason])}`)
    .join(', ');
}

function linkForm(id: string, { claimId, patientControlNumber }: MatchCandidate, frame: Pick<Frame, 'csrf'>): Html {
  return html`<form method="post" action="/matches/${id}">${csrfField(frame)}<input type="hidden" name="claim" value="${claimId}"><button aria-label="It is ${patientControlNumber}">It is this one</button></form>`;
}

function byNumber(id: string, frame: Pick<Frame, 'csrf'>): Html {
  return html`<form class="filters" method="post" action="/matches/${id}">${csrfField(frame)}<label>Control number of the claim<input name="number" maxlength="38" required></label><button>It is this claim</button></form>`;
}

function noneOfOurs(id: string, frame: Pick<Frame, 'csrf'>): Html {
  return html`<form class="filters" method="post" action="/matches/${id}">${csrfField(frame)}<input type="hidden" name="none" value="yes"><button>None of ours</button></form>`;
}

function choiceList({ choices }: MatchDetail): Html {
  const lines = choices.map(
    ({ at, by, claimId }) =>
      html`<li>${claimId === null ? 'None of ours' : html`<a href="/claims/${claimId}">A claim</a>`}, said ${by} ${moment(at)}</li>`,
  );
  return html`<ul class="issues">${lines}</ul>`;
}
