/** The list of claims: by state and partner, found by patient control number. */

import { type Html, html } from '../html.ts';
import type { ListedClaim } from '../store/claim-views.ts';
import type { PageOf } from '../store/pages.ts';
import { chip, day, empty, moment, money, pageHead, pager, sheet, table } from './parts.ts';
import { CLAIM_STATES } from './words.ts';

export type ClaimQuery = {
  state?: string | undefined;
  partner?: string | undefined;
  search?: string | undefined;
  after?: string | undefined;
};

/** The content of the claims page. */
export function claimsPage(page: PageOf<ListedClaim>, query: ClaimQuery, partners: readonly string[]): Html {
  return html`${pageHead('Claims')}${filters(query, partners)}${sheet(list(page.rows, query))}${pager('/claims', query, page.after)}`;
}

function filters(query: ClaimQuery, partners: readonly string[]): Html {
  const states = Object.entries(CLAIM_STATES).map(([state, { label }]) => option(state, label, query.state));
  return html`<form class="filters" role="search" action="/claims">
<label class="grow">Patient control number<input type="search" name="search" value="${query.search ?? ''}" placeholder="begins with, or payer claim number" maxlength="50" autocomplete="off" spellcheck="false"></label>
<label>State<select name="state"><option value="">Any state</option>${option('overdue', 'Answer overdue', query.state)}${states}</select></label>
<label>Partner<select name="partner"><option value="">Any partner</option>${partners.map((id) => option(id, id, query.partner))}</select></label>
<button>Show</button>${Object.values(query).some((value) => value !== undefined) ? html`<a class="button" href="/claims">Clear</a>` : ''}
</form>`;
}

/** An option of a select, marked when it is the one chosen. */
export function option(value: string, label: string, chosen: string | undefined): Html {
  return html`<option value="${value}"${value === chosen ? html` selected` : ''}>${label}</option>`;
}

function list(claims: readonly ListedClaim[], query: ClaimQuery): Html {
  if (claims.length === 0) {
    return Object.values(query).some((value) => value !== undefined)
      ? empty(
          'No claim fits.',
          html`<a href="/claims">Show all claims</a>, or search by the first characters of the patient control number.`,
        )
      : empty('No claims yet.', html`Hand some in with <code>claimwire submit claims.json --partner ID</code>.`);
  }
  return table(
    'Claims, newest first',
    [
      {
        label: 'Patient control number',
        kind: 'main',
        cell: (row) =>
          html`<a class="mono" href="/claims/${row.id}">${row.patientControlNumber}</a>${row.payerClaimNumber === null ? '' : html` <span class="sub mono" title="Payer claim number">${row.payerClaimNumber}</span>`}`,
      },
      { label: 'State', cell: (row) => chip('claim', row.state) },
      { label: 'Since', cell: (row) => moment(row.stateAt) },
      { label: 'Partner', cell: (row) => row.partnerId },
      { label: 'Payer', cell: (row) => html`<span class="mono">${row.payerId}</span>` },
      { label: 'Service date', cell: (row) => day(row.serviceFrom) },
      { label: 'Charge', kind: 'key figure', cell: (row) => money(row.chargeCents) },
      { label: 'Paid', kind: 'figure', cell: (row) => money(row.paidCents) },
      { label: 'Patient share', kind: 'figure', cell: (row) => money(row.patientResponsibilityCents) },
    ],
    claims,
  );
}
