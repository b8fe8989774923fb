/** One denial: why, what to do, by when, who works on it, and what was done. */
import { DENIAL_STATUSES_SET_BY_PEOPLE } from '../../schemas/denial-words.ts';
import type { Describe } from '../api/options.ts';
import { daysBetween } from '../days.ts';
import { type Content, type Html, html } from '../html.ts';
import { DENIAL_KINDS } from '../remits/denials/categories.ts';
import type { DenialDetail } from '../store/denial-views.ts';
import { remarkList } from './adjudication.ts';
import { option } from './claims.ts';
import { denialCode, denialMeaning, payerLink } from './denials.ts';
import { csrfField, type Frame } from './layout.ts';
import { chip, count, dash, day, empty, facts, moment, money, pageHead, panel, plural, table } from './parts.ts';
import { fileLink } from './places.ts';
import { word } from './words.ts';

/** The content of a denial's page. */
export function denialPage(detail: DenialDetail, frame: Frame, describe: Describe, today: string): Html {
  const { denial } = detail;
  return html`${pageHead(
    html`${denialCode(denial)} <span class="mono">${denial.patientControlNumber}</span>${chip('denial', denial.status)}`,
    html`<span>${money(denial.amountCents)} at stake</span>`,
    html`<a href="/denials">Denials</a> / denial`,
  )}
${panel('Next step', html`<div class="body"><p><strong>${word('denialAction', denial.action).label}</strong>: ${denial.next}.</p></div>`)}
<div class="columns lead">
<div>${panel('Why', why(detail, describe))}${panel('Deadlines', deadlines(detail, today))}</div>
<div>${panel('Work', work(detail, frame))}${panel('History', history(detail))}</div>
</div>`;
}

function why({ denial, told, decidedIn }: DenialDetail, describe: Describe): Html {
  const rejected = denial.task.startsWith('rejection');
  return facts([
    ['Kind', word('denialTask', denial.task).label],
    ['About', DENIAL_KINDS[denial.category]?.label ?? denial.category],
    ['Meaning', denialMeaning(denial, describe)],
    [
      denial.task === 'takeback' ? 'Reference' : rejected ? 'Further codes' : 'Remarks',
      remarks(denial.remarks, rejected || denial.task === 'takeback', describe),
    ],
    [
      'Refused',
      denial.level === 'claim' ? 'Whole claim' : html`Line <span class="mono">${denial.procedureCode ?? ''}</span>`,
    ],
    ['Can be appealed', denial.appealable ? 'Yes' : 'No'],
    [
      'Claim',
      denial.claimId === null
        ? undefined
        : html`<a href="/claims/${denial.claimId}">Lines, segments as sent, timeline</a>`,
    ],
    ['Payer', payerLink(denial)],
    ['In the file', told === undefined ? undefined : fileLink(told.fileId, told.fileName, told.origin)],
    ['Rules', denial.rule === null ? 'Common table' : html`<span class="mono">${denial.rule}</span>`],
    ['Points', count(denial.points)],
    ['Since', moment(denial.createdAt)],
    [
      'Answered by',
      decidedIn === undefined
        ? undefined
        : html`<a href="/payments/${decidedIn.paymentId}">${decidedIn.traceNumber}</a>, ${money(denial.recoveredCents)} recovered`,
    ],
  ]);
}

function remarks(codes: readonly string[], plain: boolean, describe: Describe): Content {
  if (!plain) return remarkList(codes, describe);
  return codes.length === 0 ? dash : codes.map((code) => html`<span class="code">${code}</span> `);
}

function deadlines({ denial }: DenialDetail, today: string): Html {
  if (denial.deadlines.length === 0)
    return empty('No deadline known.', 'Rules of this payer would set them: see docs/denials.md.');
  return table(
    'Deadlines',
    [
      { label: 'For', kind: 'main', cell: (row) => word('deadline', row.kind).label },
      { label: 'By', cell: (row) => day(row.date) },
      { label: 'Left', kind: 'figure', cell: (row) => (row.date === undefined ? dash : left(row.date, today)) },
      { label: 'Counted from', cell: (row) => html`${word('basis', row.from).label} ${day(row.basis)}` },
      { label: 'What', kind: 'wrap', cell: (row) => html`${row.says ?? ''} <span class="code">${row.rule}</span>` },
    ],
    denial.deadlines,
  );
}

function left(date: string, today: string): string {
  const days = daysBetween(today, date);
  return days < 0 ? `over since ${plural(-days, 'day')}` : plural(days, 'day');
}

function work({ denial }: DenialDetail, frame: Frame): Html {
  const form = (type: string, fields: Html, button: string) =>
    html`<form class="filters" method="post" action="/denials/${denial.id}">${csrfField(frame)}<input type="hidden" name="type" value="${type}">${fields}<button>${button}</button></form>`;
  const states = DENIAL_STATUSES_SET_BY_PEOPLE.map((status) =>
    option(status, word('denial', status).label, denial.workStatus),
  );
  return html`<div class="body">
${form('assigned', html`<label>Owner<input name="owner" required maxlength="80" value="${denial.owner ?? frame.operator}"></label>`, 'Assign')}
${form('status', html`<label>State<select name="status">${states}</select></label>`, 'Set')}
${form('note', html`<label>Note<input name="note" required maxlength="2000"></label>`, 'Add note')}
</div>`;
}

function history({ history: events }: DenialDetail): Html {
  if (events.length === 0) return empty('Nothing was done yet.', 'Who did what is kept here.');
  return table(
    'History',
    [
      { label: 'When', kind: 'main', cell: (row) => moment(row.at) },
      { label: 'Who', cell: (row) => row.who },
      { label: 'What', kind: 'wrap', cell: done },
    ],
    events,
  );
}

function done(event: DenialDetail['history'][number]): Content {
  if (event.type === 'assigned') return html`Given to ${event.owner ?? ''}`;
  if (event.type === 'note') return event.note;
  return html`${chip('denial', event.status ?? '')} ${event.note ?? ''}`;
}
