/** The list of partners, with the way to resume a paused one. */
import { type Html, html } from '../html.ts';
import { csrfField, type Frame } from './layout.ts';
import { count, dash, empty, moment, pageHead, sheet, table } from './parts.ts';

export type PartnerLine = {
  id: string;
  pausedAt: Date | null;
  pausedCode: string | null;
  pausedReason: string | null;
  lastCollectedAt: Date | null;
  claims: number;
  lastSentAt: Date | null;
  lastReceivedAt: Date | null;
};

/** The content of the partners page. */
export function partnersPage(partners: readonly PartnerLine[], frame: Frame): Html {
  return html`${pageHead('Partners')}${sheet(list(partners, frame))}`;
}

function list(partners: readonly PartnerLine[], frame: Frame): Html {
  if (partners.length === 0) {
    return empty(
      'No partners yet.',
      html`Put a profile into the partners folder and try it with <code>claimwire partner test ID</code>.`,
    );
  }
  return table(
    'Partners',
    [
      { label: 'Partner', kind: 'main', cell: (row) => row.id },
      { label: 'State', kind: 'wrap', cell: state },
      { label: 'Last sent', cell: (row) => moment(row.lastSentAt) },
      { label: 'Last received', cell: (row) => moment(row.lastReceivedAt) },
      { label: 'Last polled', cell: (row) => moment(row.lastCollectedAt) },
      {
        label: 'Claims',
        kind: 'figure',
        cell: (row) => html`<a href="/claims?partner=${row.id}">${count(row.claims)}</a>`,
      },
      { label: 'Action', cell: (row) => resume(row, frame) },
    ],
    partners,
  );
}

function state(row: PartnerLine): Html {
  if (row.pausedAt === null) return html`<span class="chip good">Active</span>`;
  return html`<span class="chip bad">Paused</span> <span class="muted">since ${moment(row.pausedAt)}</span>
<span class="sub"><span class="code">${row.pausedCode ?? 'by hand'}</span> ${row.pausedReason ?? ''}</span>`;
}

function resume(row: PartnerLine, frame: Frame): Html {
  if (row.pausedAt === null) return dash;
  return html`<form method="post" action="/partners/${row.id}/resume">${csrfField(frame)}<button aria-label="Resume ${row.id}">Resume</button></form>`;
}
