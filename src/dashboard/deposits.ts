/** Payments and the bank's deposits side by side: what is matched, what is to come, what is late. */

import { daysBetween } from '../days.ts';
import { type Content, type Html, html } from '../html.ts';
import { REASSOCIATIONS_SHOWN, type ReassociationRow } from '../store/deposit-views.ts';
import { option } from './claims.ts';
import { csrfField, type Frame } from './layout.ts';
import { chip, dash, day, empty, money, pageHead, panel, plural, sheet, table } from './parts.ts';
import { PAYMENT_METHODS, word } from './words.ts';

const STATES = ['missing', 'late', 'expected', 'matched', 'notNeeded'] as const;

/** The content of the page; ages are counted to `today`. */
export function depositsPage(
  rows: readonly ReassociationRow[],
  query: { state?: string | undefined },
  today: string,
  frame: Pick<Frame, 'csrf'>,
): Html {
  const shown =
    rows.length === REASSOCIATIONS_SHOWN ? `the oldest ${REASSOCIATIONS_SHOWN}` : plural(rows.length, 'line');
  const states = STATES.map((state) => option(state, word('reassociation', state).label, query.state));
  return html`${pageHead('Deposits', shown, html`<a href="/payments">Payments</a> / deposits`)}<form class="filters" action="/deposits">
<label>State<select name="state"><option value="">Any state</option>${states}</select></label><button>Show</button></form>${sheet(list(rows, today))}
${panel('Import', html`<form class="filters" method="post" action="/deposits">${csrfField(frame)}<label>A bank’s NACHA file or CSV<textarea name="text" rows="4" required></textarea></label><button>Import</button></form>`)}`;
}

function list(rows: readonly ReassociationRow[], today: string): Html {
  if (rows.length === 0)
    return empty(
      'Nothing here.',
      'Payments appear when an 835 has been ingested, deposits when a bank’s file is imported.',
    );
  return table(
    'Payments and deposits, the oldest first',
    [
      { label: 'Payer', kind: 'main', cell: payer },
      { label: 'Trace number', cell: (row) => html`<span class="mono">${row.traceNumber ?? ''}</span>` },
      { label: 'Method', cell: (row) => (row.method === null ? dash : (PAYMENT_METHODS[row.method] ?? row.method)) },
      { label: 'Settled', cell: (row) => (row.paymentId === null ? 'no remittance' : day(row.settled)) },
      { label: 'Deposit', cell: (row) => (row.depositId === null ? dash : day(row.depositDate)) },
      { label: 'State', cell: (row) => chip('reassociation', row.state) },
      { label: 'Joined by', cell: joined },
      { label: 'Age', kind: 'figure', cell: (row) => age(row, today) },
      { label: 'Amount', kind: 'key figure', cell: (row) => money(row.amountCents) },
    ],
    rows,
  );
}

function payer(row: ReassociationRow): Content {
  const name = row.payer ?? 'Unnamed payer';
  return row.paymentId === null ? name : html`<a href="/payments/${row.paymentId}">${name}</a>`;
}

function joined({ rule, differenceCents }: ReassociationRow): Content {
  if (rule === null) return dash;
  const words = rule === 'trace' ? 'trace number' : 'amount, day and payer';
  return differenceCents === 0 || differenceCents === null
    ? words
    : html`${words}, the deposit differs by ${money(differenceCents)}`;
}

/** Only what waits grows older. */
function age({ state, settled }: ReassociationRow, today: string): Content {
  if (settled === null || state === 'matched' || state === 'notNeeded') return dash;
  return plural(Math.max(0, daysBetween(settled, today)), 'day');
}
