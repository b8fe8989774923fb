/** What a payer decided on a claim, as an 835 told it: lines, adjustments with their meaning, denials. */
import type { Describe } from '../api/options.ts';
import { type Content, type Html, html } from '../html.ts';
import type { ClaimPaymentView } from '../store/payment-views.ts';
import { chip, dash, day, empty, money, table } from './parts.ts';
import { ADJUSTMENT_GROUPS, CLAIM_PAYMENT_STATUS } from './words.ts';

type Adjustment = ClaimPaymentView['adjustments'][number];

/** What a group and reason mean; undefined when neither is known. */
export function meaningOf(describe: Describe, group: string, reason: string): string | undefined {
  const parts = [ADJUSTMENT_GROUPS[group], describe('carc', reason)].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(': ');
}

/** `CO-45`. */
export function reasonCode(group: string, reason: string): Html {
  return html`<span class="code">${group}-${reason}</span>`;
}

/** What CLP02 says. */
export function statusWord(status: string): string {
  return CLAIM_PAYMENT_STATUS[status] ?? `Status ${status}`;
}

/** Service lines with what was charged, allowed off and paid. */
export function lineTable(claimPayment: ClaimPaymentView): Html {
  if (claimPayment.lines.length === 0) return empty('No service lines.', 'The payer decided on the claim as a whole.');
  return table(
    'Service lines',
    [
      { label: 'Line', kind: 'main', cell: (line) => html`${line.ordinal}` },
      {
        label: 'Procedure',
        cell: (line) => html`<span class="mono">${[line.procedureCode, ...line.modifiers].join(' ')}</span>`,
      },
      { label: 'Service date', cell: (line) => day(line.serviceFrom) },
      {
        label: 'Line control number',
        cell: (line) =>
          line.lineControlNumber === null ? dash : html`<span class="mono">${line.lineControlNumber}</span>`,
      },
      { label: 'Adjustments', kind: 'wrap', cell: (line) => codesOf(line.adjustments, line.remarks) },
      { label: 'Charge', kind: 'figure', cell: (line) => money(line.chargeCents) },
      { label: 'Paid', kind: 'key figure', cell: (line) => money(line.paidCents) },
      { label: 'Balance', cell: (line) => balance(line.differenceCents) },
    ],
    claimPayment.lines,
  );
}

function codesOf(adjustments: readonly Adjustment[], remarks: readonly string[]): Content {
  if (adjustments.length === 0 && remarks.length === 0) return dash;
  return [
    ...adjustments.map((row) => html`${reasonCode(row.groupCode, row.reason)} `),
    ...remarks.map((remark) => html`<span class="code">${remark}</span> `),
  ];
}

/** Every adjustment of a claim payment: of the claim itself, then line by line, with its meaning. */
export function adjustmentTable(claimPayment: ClaimPaymentView, describe: Describe): Html {
  const rows = [
    ...claimPayment.adjustments.map((row) => ({ row, where: 'Claim' })),
    ...claimPayment.lines.flatMap((line) => line.adjustments.map((row) => ({ row, where: `Line ${line.ordinal}` }))),
  ];
  if (rows.length === 0) return empty('No adjustments.', 'The charge was paid as it stands.');
  return table(
    'Adjustments',
    [
      { label: 'Code', kind: 'main', cell: ({ row }) => reasonCode(row.groupCode, row.reason) },
      { label: 'Meaning', kind: 'wrap', cell: ({ row }) => meaningOf(describe, row.groupCode, row.reason) ?? dash },
      { label: 'On', cell: ({ where }) => where },
      { label: 'Amount', kind: 'key figure', cell: ({ row }) => money(row.amountCents) },
    ],
    rows,
  );
}

/** Denials of a claim payment with remarks. */
export function denialTable(claimPayment: ClaimPaymentView, describe: Describe): Html | '' {
  if (claimPayment.denials.length === 0) return '';
  const lineOf = new Map(claimPayment.lines.map((line) => [line.id, line.ordinal]));
  return table(
    'Denials',
    [
      { label: 'Code', kind: 'main', cell: (row) => reasonCode(row.groupCode, row.reason) },
      { label: 'Meaning', kind: 'wrap', cell: (row) => meaningOf(describe, row.groupCode, row.reason) ?? dash },
      { label: 'Remarks', kind: 'wrap', cell: (row) => remarkList(row.remarks, describe) },
      { label: 'On', cell: (row) => (row.lineId === null ? 'Claim' : `Line ${lineOf.get(row.lineId) ?? '?'}`) },
      { label: 'State', cell: (row) => chip('denial', row.status) },
      { label: 'Amount', kind: 'key figure', cell: (row) => money(row.amountCents) },
    ],
    claimPayment.denials,
  );
}

/** Remark codes with what they mean. */
export function remarkList(remarks: readonly string[], describe: Describe): Content {
  if (remarks.length === 0) return dash;
  return remarks.map(
    (remark) => html`<span class="code">${remark}</span> <span class="muted">${describe('rarc', remark) ?? ''}</span> `,
  );
}

/** Whether charge less adjustments is what was paid, to the cent. */
export function balance(differenceCents: number | null): Html {
  if (differenceCents === 0) return html`<span class="chip good">Balances</span>`;
  return html`<span class="chip bad">Off by ${money(differenceCents)}</span>`;
}
