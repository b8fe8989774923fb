/** The list of files in and out, and one file: what it carries, what answered it, its segments. */
import type { RawSegment } from '../api/raw-segments.ts';
import { type Content, type Html, html } from '../html.ts';
import type { FileDetail, ListedFile } from '../store/file-views.ts';
import { CLAIMS_SHOWN } from '../store/file-views.ts';
import type { PageOf } from '../store/pages.ts';
import { answersPanel } from './answers.ts';
import { option } from './claims.ts';
import {
  address,
  bytes,
  chip,
  count,
  dash,
  empty,
  facts,
  moment,
  money,
  pageHead,
  pager,
  panel,
  plural,
  sheet,
  short,
  table,
} from './parts.ts';
import { codeList } from './places.ts';
import { segmentList } from './segments.ts';
import { word } from './words.ts';

export type FileQuery = {
  direction?: string | undefined;
  state?: string | undefined;
  partner?: string | undefined;
  after?: string | undefined;
};

const DIRECTIONS: Readonly<Record<string, string>> = { out: 'Out', in: 'In' };
const STATES = ['built', 'uploading', 'renaming', 'sent', 'uncertain', 'failed', 'stored', 'ingested', 'unreadable'];

/** The content of the files page. */
export function filesPage(page: PageOf<ListedFile>, query: FileQuery, partners: readonly string[]): Html {
  return html`${pageHead('Files')}
<form class="filters" action="/files">
<label>Direction<select name="direction"><option value="">In and out</option>${Object.entries(DIRECTIONS).map(([value, label]) => option(value, label, query.direction))}</select></label>
<label>State<select name="state"><option value="">Any state</option>${option('trouble', 'Needs a person', query.state)}${STATES.map((state) => option(state, word('file', state).label, query.state))}</select></label>
<label>Partner<select name="partner"><option value="">Any partner</option>${partners.map((id) => option(id, id, query.partner))}</select></label>
<button>Show</button>
</form>
${sheet(list(page.rows))}${pager('/files', query, page.after)}`;
}

function list(files: readonly ListedFile[]): Html {
  if (files.length === 0)
    return empty('No files here.', 'Batches go out when claims are ready; answers come in at the partner’s next poll.');
  return table(
    'Files, newest first',
    [
      { label: 'Name', kind: 'main', cell: (row) => html`<a class="mono" href="/files/${row.id}">${row.name}</a>` },
      { label: 'Direction', cell: (row) => DIRECTIONS[row.direction] },
      { label: 'Kind', cell: (row) => row.kind.toUpperCase() },
      { label: 'State', cell: (row) => chip('file', row.state) },
      { label: 'Partner', cell: (row) => row.partnerId },
      { label: 'ISA13', cell: (row) => (row.isa13 === null ? dash : html`<span class="mono">${row.isa13}</span>`) },
      { label: 'At', cell: (row) => moment(row.sentAt ?? row.createdAt) },
      { label: 'SHA-256', cell: (row) => short(row.sha256) },
      { label: 'Size', kind: 'figure', cell: (row) => bytes(row.size) },
      { label: 'Claims', kind: 'figure', cell: (row) => (row.claims === 0 ? dash : count(row.claims)) },
    ],
    files,
  );
}

/** A window on a file's segments. */
export type SegmentWindow = {
  segments: readonly RawSegment[];
  total: number;
  /** Pages count from 1. */
  page: number;
  pages: number;
  hit: (segment: RawSegment) => boolean;
};

/** The content of a file's page. */
export function filePage(detail: FileDetail, raw: SegmentWindow): Html {
  const { file } = detail;
  return html`${pageHead(html`<span class="mono">${file.name}</span>${chip('file', file.state)}`, html`<span>${file.partnerId}</span>`, html`<a href="/files">Files</a> / ${file.direction === 'out' ? 'outbound' : 'inbound'} ${file.kind.toUpperCase()}`)}
${file.errorText === null ? '' : html`<p class="notice bad">${file.errorText}</p>`}
${panel('File', fileFacts(detail))}
${carried(detail)}
${panel('Segments', segmentWindow(file.id, raw), raw.total === 0 ? undefined : plural(raw.total, 'segment'))}`;
}

function fileFacts({ file, answers }: FileDetail): Html {
  return facts([
    ['Direction', file.direction === 'out' ? 'Out, to the partner' : 'In, from the partner'],
    ['Kind', file.kind.toUpperCase()],
    ['Size', bytes(file.size)],
    ['Interchange control number (ISA13)', file.isa13 === null ? dash : html`<span class="mono">${file.isa13}</span>`],
    ['Usage', file.usage === 'T' ? 'Test' : file.usage === 'P' ? 'Production' : dash],
    ['Claims', file.claims === 0 ? dash : count(file.claims)],
    ['Stored', moment(file.createdAt)],
    ['Sent', file.direction === 'out' ? moment(file.sentAt) : undefined],
    ['Attempts', file.direction === 'out' ? count(file.attempts) : undefined],
    ['Folder', file.remoteFolder === null ? undefined : html`<span class="mono">${file.remoteFolder}</span>`],
    ['Error', file.errorCode === null ? undefined : html`<span class="code">${file.errorCode}</span>`],
    [
      'Answered by',
      answers.length === 0
        ? undefined
        : answers.map((answer) => html`<a class="mono" href="/files/${answer.id}">${answer.name}</a> `),
    ],
    ['SHA-256', html`<span class="mono">${file.sha256}</span>`],
    ['Bytes', html`<a href="/files/${file.id}/bytes">as they ${file.direction === 'out' ? 'went' : 'came'}</a>`],
  ]);
}

function carried(detail: FileDetail): Content {
  const { file, claims, acknowledgments, payments } = detail;
  if (claims.length > 0)
    return [
      detail.summary === undefined ? undefined : answersPanel(detail.summary),
      panel(
        'Claims in this file',
        claimTable(claims),
        claims.length < CLAIMS_SHOWN ? undefined : `the first ${CLAIMS_SHOWN}`,
      ),
    ];
  const parts: Content[] = [];
  if (payments.length > 0) parts.push(panel('Payments in this file', paymentTable(payments)));
  if (acknowledgments.length > 0) {
    parts.push(
      panel(
        'Acknowledgments in this file',
        acknowledgmentTable(acknowledgments),
        acknowledgments.length < CLAIMS_SHOWN ? undefined : `the first ${CLAIMS_SHOWN}`,
      ),
    );
  }
  if (parts.length > 0) return parts;
  const next = file.state === 'stored' ? 'The ingest step reads it next.' : 'Its segments are below.';
  return panel('What it carries', empty('Nothing that Claimwire posts.', next));
}

function claimTable(claims: FileDetail['claims']): Html {
  return table(
    'Claims in this file',
    [
      {
        label: 'Patient control number',
        kind: 'main',
        cell: (row) => html`<a class="mono" href="/claims/${row.id}">${row.patientControlNumber}</a>`,
      },
      { label: 'State', cell: (row) => chip('claim', row.state) },
      { label: 'Set (ST02)', cell: (row) => html`<span class="mono">${row.st02}</span>` },
      { label: 'Segments', cell: (row) => `${row.segmentFrom} to ${row.segmentTo}` },
      { label: 'Charge', kind: 'key figure', cell: (row) => money(row.chargeCents) },
    ],
    claims,
  );
}

function acknowledgmentTable(rows: FileDetail['acknowledgments']): Html {
  return table(
    'Acknowledgments in this file',
    [
      { label: 'Answers', kind: 'main', cell: (row) => answered(row) },
      { label: 'Kind', cell: (row) => row.kind.toUpperCase() },
      { label: 'Result', cell: (row) => chip('result', row.result) },
      { label: 'Stage', cell: (row) => row.stage ?? dash },
      { label: 'Codes', kind: 'wrap', cell: (row) => codeList(row.codes) ?? dash },
      {
        label: 'Sent file',
        cell: (row) =>
          row.answersFileId === null
            ? html`<span class="muted">unmatched</span>`
            : html`<a href="/files/${row.answersFileId}">open</a>`,
      },
    ],
    rows,
  );
}

function answered(row: FileDetail['acknowledgments'][number]): Content {
  const number = row.patientControlNumber ?? undefined;
  if (row.claimId !== null) return html`<a class="mono" href="/claims/${row.claimId}">${number ?? 'claim'}</a>`;
  if (number !== undefined) return html`<span class="mono">${number}</span>`;
  const place = [
    row.isa13 === null ? '' : `ISA13 ${row.isa13}`,
    row.gs06 === null ? '' : `group ${row.gs06}`,
    row.st02 === null ? '' : `set ${row.st02}`,
  ];
  return place.filter((part) => part !== '').join(', ') || dash;
}

function paymentTable(payments: FileDetail['payments']): Html {
  return table(
    'Payments in this file',
    [
      {
        label: 'Payer',
        kind: 'main',
        cell: (row) => html`<a href="/payments/${row.id}">${row.payerName ?? 'Unnamed payer'}</a>`,
      },
      { label: 'Trace', cell: (row) => html`<span class="mono">${row.traceNumber}</span>` },
      { label: 'State', cell: (row) => chip('payment', row.state) },
      { label: 'Amount', kind: 'key figure', cell: (row) => money(row.amountCents) },
    ],
    payments,
  );
}

function segmentWindow(fileId: string, { segments, total, page, pages, hit }: SegmentWindow): Html {
  if (total === 0)
    return empty('No interchange in this file.', 'It is kept byte for byte; it may be a report meant for people.');
  const link = (to: number, label: string) =>
    html`<a class="button" href="${address(`/files/${fileId}`, { page: to })}#s-segments">${label}</a>`;
  const turns =
    pages === 1
      ? ''
      : html`<nav class="pager note" aria-label="Pages of segments"><span>Page ${page} of ${pages}</span>${page > 1 ? link(page - 1, 'Previous') : ''}${page < pages ? link(page + 1, 'Next') : ''}</nav>`;
  return html`${segmentList(segments, { inFile: true, isHit: hit })}${turns}`;
}
