/** The list of denials: what was refused, why, and what it is worth. */
import type { Describe } from '../api/options.ts';
import { type Html, html } from '../html.ts';
import type { DenialTotal } from '../store/dashboard-views.ts';
import type { PageOf } from '../store/pages.ts';
import type { ListedDenial } from '../store/payment-views.ts';
import { meaningOf, reasonCode, remarkList } from './adjudication.ts';
import { option } from './claims.ts';
import { chip, dash, day, empty, money, pageHead, pager, sheet, table } from './parts.ts';

export type DenialQuery = { reason?: string | undefined; group?: string | undefined; after?: string | undefined };

/** The content of the denials page. */
export function denialsPage(
  page: PageOf<ListedDenial>,
  query: DenialQuery,
  totals: readonly DenialTotal[],
  describe: Describe,
): Html {
  const groups = [...new Set(totals.map((row) => row.groupCode))].sort();
  const reasons = [...new Set(totals.map((row) => row.reason))].sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  return html`${pageHead('Denials')}<form class="filters" action="/denials">
<label>Group<select name="group"><option value="">Any group</option>${groups.map((group) => option(group, group, query.group))}</select></label>
<label>Reason (CARC)<select name="reason"><option value="">Any reason</option>${reasons.map((reason) => option(reason, reason, query.reason))}</select></label>
<button>Show</button></form>
${sheet(list(page.rows, describe))}${pager('/denials', query, page.after)}`;
}

function list(denials: readonly ListedDenial[], describe: Describe): Html {
  if (denials.length === 0)
    return empty('No denials here.', 'Denied claims and lines of an 835 are listed with group, reason and remarks.');
  return table(
    'Denials, newest first',
    [
      {
        label: 'Patient control number',
        kind: 'main',
        cell: (row) =>
          row.claimId === null
            ? html`<span class="mono">${row.patientControlNumber}</span>`
            : html`<a class="mono" href="/claims/${row.claimId}">${row.patientControlNumber}</a>`,
      },
      { label: 'Code', cell: (row) => reasonCode(row.groupCode, row.reason) },
      { label: 'Meaning', kind: 'wrap', cell: (row) => meaningOf(describe, row.groupCode, row.reason) ?? dash },
      { label: 'Remarks', kind: 'wrap', cell: (row) => remarkList(row.remarks, describe) },
      {
        label: 'Refused',
        cell: (row) =>
          row.level === 'claim' ? 'Whole claim' : html`<span class="mono">${row.procedureCode ?? 'a line'}</span>`,
      },
      {
        label: 'Payer',
        cell: (row) => html`<a href="/payments/${row.paymentId}">${row.payerName ?? 'payment'}</a>`,
      },
      { label: 'Since', cell: (row) => day(row.createdAt) },
      { label: 'State', cell: (row) => chip('denial', row.status) },
      { label: 'Amount', kind: 'key figure', cell: (row) => money(row.amountCents) },
    ],
    denials,
  );
}
