/** The ledger of a claim: what was entered, how reversals pair, and what it all comes to. */
import { type Content, type Html, html } from '../html.ts';
import type { PostedClaim } from '../remits/posted-claim.ts';
import type { ReversalPair } from '../remits/reversals.ts';
import type { ClaimLedger, LedgerEntryView } from '../store/ledger-views.ts';
import { balance, reasonCode } from './adjudication.ts';
import { chip, dash, day, moment, money, panel, table } from './parts.ts';

/** The panels of a claim's ledger; nothing while nothing was posted. */
export function ledgerPanels(ledger: ClaimLedger): Content {
  if (ledger.entries.length === 0) return '';
  const { history } = ledger;
  const { pairs, levels } = history;
  return [
    panel(
      'Ledger',
      html`${proof(ledger)}${entryTable(ledger.entries)}`,
      balance(ledger.moneyCents - history.paidCents),
    ),
    pairs.length === 0 ? '' : panel('Reversals and corrections', pairTable(pairs)),
    levels.length < 2 ? '' : panel('Payer by payer', levelTable(levels)),
  ];
}

/** Every entry counts, those that were taken back and those that took them back included; the money is what is paid on the claim. */
function proof({ moneyCents, adjustedCents }: ClaimLedger): Html {
  const figure = (label: string, cents: number) => html`<div><dt>${label}</dt><dd>${money(cents)}</dd></div>`;
  const sign = (text: string) => html`<div class="sign" aria-hidden="true">${text}</div>`;
  return html`<div class="body"><dl class="equation">${figure('Money entered', moneyCents)}${sign('+')}${figure('Adjustments entered', adjustedCents)}${sign('=')}${figure('Charges decided on', moneyCents + adjustedCents)}</dl></div>`;
}

function entryTable(entries: readonly LedgerEntryView[]): Html {
  return table(
    'Ledger entries, oldest first',
    [
      { label: 'Entry', kind: 'main', cell: (row) => chip('entry', row.type) },
      { label: 'Code', cell: (row) => (row.groupCode === null ? dash : reasonCode(row.groupCode, row.reason ?? '')) },
      { label: 'On', cell: (row) => (row.line === null ? 'Claim' : `Line ${row.line}`) },
      {
        label: 'Payment',
        cell: (row) => html`<a class="mono" href="/payments/${row.paymentId}">${row.traceNumber}</a>`,
      },
      { label: 'Entered', cell: (row) => moment(row.postedAt) },
      { label: 'By', cell: (row) => row.postedBy },
      { label: 'Amount', kind: 'key figure', cell: (row) => money(row.cents) },
    ],
    entries,
  );
}

function pairTable(pairs: readonly ReversalPair[]): Html {
  return table(
    'Reversals with what they reverse and what corrects them',
    [
      { label: 'Reversal', kind: 'main', cell: ({ reversal }) => part(reversal) },
      { label: 'Reverses', cell: ({ original }) => part(original) },
      { label: 'Corrected by', cell: ({ correction }) => part(correction) },
      { label: 'Fits', kind: 'wrap', cell: fits },
    ],
    pairs,
  );
}

function part(one: PostedClaim | undefined): Html {
  if (one === undefined) return html`<span class="chip warn">Not come</span>`;
  return html`<a class="mono" href="/payments/${one.paymentId}">${one.traceNumber}</a> <span class="nowrap">${day(one.settled === '' ? null : one.settled)} ${money(one.paidCents)}</span>`;
}

function fits({ reversal, original, exact }: ReversalPair): Content {
  if (exact) return html`<span class="chip good">To the cent</span>`;
  if (reversal === undefined) return html`<span class="chip bad">Paid anew, nothing taken back</span>`;
  return original === undefined
    ? dash
    : html`<span class="chip warn">Amounts only: the adjustments are not undone</span>`;
}

const PLACES = ['Primary', 'Secondary', 'Tertiary'];

function levelTable(levels: ClaimLedger['history']['levels']): Html {
  return table(
    'What each payer decided, as it stands',
    [
      { label: 'Payer', kind: 'main', cell: ({ level }) => PLACES[level - 1] ?? `Payer ${level}` },
      { label: 'Adjusted', kind: 'wrap', cell: ({ adjusted }) => groups(adjusted) },
      { label: 'Patient share', kind: 'figure', cell: ({ patientCents }) => money(patientCents) },
      { label: 'Paid', kind: 'key figure', cell: ({ paidCents }) => money(paidCents) },
    ],
    levels,
  );
}

function groups(adjusted: Readonly<Record<string, number>>): Content {
  const pairs = Object.entries(adjusted).sort();
  if (pairs.length === 0) return dash;
  return pairs.map(([group, cents]) => html`<span class="code">${group}</span> ${money(cents)} `);
}
