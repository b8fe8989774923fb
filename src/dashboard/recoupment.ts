/** What payers put off and take back outside the claims: the list of accounts, and one account payment by payment. */
import { type Content, type Html, html } from '../html.ts';
import { providerAdjustmentPurpose } from '../remits/provider-adjustment.ts';
import type { AccountStep, Recovery } from '../remits/recoupment.ts';
import type { AccountDetail, AccountKey, ListedAccount } from '../store/ledger-views.ts';
import { address, count, dash, day, empty, money, pageHead, panel, sheet, table } from './parts.ts';

/** The content of the list of accounts. */
export function accountsPage(accounts: readonly ListedAccount[]): Html {
  return html`${pageHead('Recoupment accounts', undefined, html`<a href="/payments">Payments</a> / recoupment`)}${sheet(accountList(accounts))}`;
}

function accountList(accounts: readonly ListedAccount[]): Html {
  if (accounts.length === 0)
    return empty('No account.', 'One opens when a payer puts off, carries over or takes back money (PLB WO, FB).');
  return table(
    'Accounts, the most owed first',
    [
      {
        label: 'Payer',
        kind: 'main',
        cell: ({ payer, payee }) =>
          html`<a href="${address('/recoupment/account', { payer, payee })}">${payer === '' ? 'Unnamed payer' : payer}</a>`,
      },
      { label: 'Payee', cell: ({ payee }) => html`<span class="mono">${payee}</span>` },
      { label: 'Payments', kind: 'figure', cell: ({ payments }) => count(payments) },
      { label: 'Last settled', cell: ({ lastSettled }) => day(lastSettled) },
      { label: 'Still to be taken', kind: 'key figure', cell: ({ owedCents }) => money(owedCents) },
    ],
    accounts,
  );
}

/** The content of one account. */
export function accountPage({ payer, payee }: AccountKey, detail: AccountDetail): Html {
  const { steps, recoveries, closingCents } = detail;
  return html`${pageHead(payer === '' ? 'Unnamed payer' : payer, html`<span>paid to <span class="mono">${payee}</span></span>`, html`<a href="/recoupment">Recoupment accounts</a> / account`)}
${closingCents < 0 ? html`<p class="notice bad">More was taken back than these payments had put off: by ${money(-closingCents)}. Nothing is set right here; ask the payer what it is for.</p>` : ''}
${panel('Payments', stepTable(steps), html`still to be taken ${money(closingCents)}`)}
${recoveries.length === 0 ? '' : panel('Recoveries by reference', recoveryTable(recoveries, detail.claims))}`;
}

function stepTable(steps: readonly AccountStep[]): Html {
  return table(
    'Payments of the account, in the order of their settlement',
    [
      {
        label: 'Trace number',
        kind: 'main',
        cell: ({ payment }) => html`<a class="mono" href="/payments/${payment.id}">${payment.traceNumber}</a>`,
      },
      { label: 'Settled', cell: ({ payment }) => day(payment.settled === '' ? null : payment.settled) },
      { label: 'Opening', kind: 'figure', cell: ({ openingCents }) => money(openingCents) },
      { label: 'Gross', kind: 'figure', cell: ({ payment }) => money(payment.grossCents) },
      { label: 'Reversed', kind: 'figure', cell: ({ payment }) => money(payment.reversedCents) },
      { label: 'Provider adjustments', kind: 'wrap', cell: adjustments },
      { label: 'Net', kind: 'figure', cell: ({ payment }) => money(payment.depositCents) },
      { label: 'Closing', kind: 'key figure', cell: ({ closingCents }) => money(closingCents) },
    ],
    steps,
  );
}

function adjustments({ payment, forwardGapCents }: AccountStep): Content {
  const said = payment.adjustments.map(
    ({ code, reference, amountCents }) =>
      html`<span class="sub"><span class="code">${code}</span> ${money(-amountCents)} <span class="muted">${providerAdjustmentPurpose(code, amountCents) ?? ''}${reference === '' ? '' : html` · <span class="mono">${reference}</span>`}</span></span>`,
  );
  if (forwardGapCents === 0) return said.length === 0 ? dash : said;
  return [...said, html`<span class="chip bad">Carried over otherwise than before: ${money(forwardGapCents)}</span>`];
}

function recoveryTable(recoveries: readonly Recovery[], claims: AccountDetail['claims']): Html {
  return table(
    'Recoveries by the payer claim number they name',
    [
      { label: 'Reference', kind: 'main', cell: ({ reference }) => named(reference, claims) },
      { label: 'Put off', kind: 'figure', cell: ({ putOffCents }) => money(putOffCents) },
      { label: 'Taken back', kind: 'figure', cell: ({ takenBackCents }) => money(takenBackCents) },
      {
        label: 'Most paid on the claim',
        kind: 'figure',
        cell: ({ reference }) => paidOn(claims.get(reference)?.paidCents),
      },
      { label: '', kind: 'wrap', cell: (row) => remark(row, claims.get(row.reference)?.paidCents) },
      { label: 'Left', kind: 'key figure', cell: ({ balanceCents }) => money(balanceCents) },
    ],
    recoveries,
  );
}

function named(reference: string, claims: AccountDetail['claims']): Html {
  const claim = claims.get(reference);
  const number = html`<span class="mono">${reference}</span>`;
  return claim === undefined ? number : html`<a href="/claims/${claim.id}">${number}</a>`;
}

function paidOn(cents: number | undefined): Content {
  return cents === undefined ? dash : money(cents);
}

function remark({ takenBackCents, balanceCents }: Recovery, paidCents: number | undefined): Content {
  if (paidCents !== undefined && takenBackCents > paidCents)
    return html`<span class="chip bad">Greater than what was paid</span>`;
  return balanceCents < 0 ? html`<span class="chip warn">Taken without having been put off</span>` : dash;
}
