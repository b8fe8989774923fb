/** The list of reversals and corrections whose other half has not come, the oldest first. */
import { type Content, type Html, html } from '../html.ts';
import { HALVES_SHOWN, type LonelyHalf } from '../store/ledger-views.ts';
import { dash, day, empty, money, pageHead, plural, sheet, table } from './parts.ts';

const DAY_MS = 86_400_000;

/** The content of the page; ages are counted to `now`. */
export function reversalsPage(halves: readonly LonelyHalf[], now: Date): Html {
  const shown = halves.length === HALVES_SHOWN ? `the oldest ${HALVES_SHOWN}` : plural(halves.length, 'half', 'halves');
  return html`${pageHead('Reversals that wait', shown, html`<a href="/payments">Payments</a> / reversals`)}${sheet(list(halves, now))}`;
}

function list(halves: readonly LonelyHalf[], now: Date): Html {
  if (halves.length === 0)
    return empty('No half waits for another.', 'Every reversal has what it reverses and what corrects it.');
  return table(
    'Reversals and corrections that wait for their other half',
    [
      { label: 'Patient control number', kind: 'main', cell: claim },
      { label: 'Payer', cell: (row) => row.payerName ?? dash },
      {
        label: 'Payment',
        cell: (row) => html`<a class="mono" href="/payments/${row.paymentId}">${row.traceNumber}</a>`,
      },
      { label: 'Has not come', kind: 'wrap', cell: (row) => row.missing.map((one) => WORDS[one]).join(', ') },
      { label: 'Settled', cell: (row) => day(row.since) },
      { label: 'Age', kind: 'figure', cell: (row) => age(row.since, now) },
      { label: 'Amount', kind: 'key figure', cell: (row) => money(row.paidCents) },
    ],
    halves,
  );
}

const WORDS = {
  reversal: 'the reversal of what was paid first',
  original: 'the payment that it reverses',
  correction: 'the correction',
} as const;

function claim(row: LonelyHalf): Html {
  const number = html`<span class="mono">${row.patientControlNumber}</span>`;
  return row.claimId === null ? number : html`<a href="/claims/${row.claimId}">${number}</a>`;
}

function age(since: string | null, now: Date): Content {
  if (since === null) return dash;
  return plural(Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / DAY_MS)), 'day');
}
