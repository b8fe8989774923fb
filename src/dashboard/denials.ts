/** The worklist of denials: what was refused, why, what to do, by when, and what it is worth. */
import { DENIAL_ACTIONS, DENIAL_CATEGORIES, DENIAL_STATUSES } from '../../schemas/denial-words.ts';
import type { Describe } from '../api/options.ts';
import { type Content, type Html, html } from '../html.ts';
import { DENIAL_KINDS } from '../remits/denials/categories.ts';
import type { DenialTotal } from '../store/dashboard-views.ts';
import type { DenialFilter, ListedDenial } from '../store/denial-views.ts';
import type { PageOf } from '../store/pages.ts';
import { meaningOf, reasonCode, remarkList } from './adjudication.ts';
import { option } from './claims.ts';
import { chip, dash, day, empty, money, pageHead, pager, sheet, table } from './parts.ts';
import { word } from './words.ts';

/** The content of the denials page. */
export function denialsPage(
  page: PageOf<ListedDenial>,
  query: Omit<DenialFilter, 'limit'>,
  totals: readonly DenialTotal[],
  describe: Describe,
): Html {
  const groups = [...new Set(totals.map((row) => row.groupCode))].sort();
  const reasons = [...new Set(totals.map((row) => row.reason))].sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  return html`${pageHead('Denials')}<form class="filters" action="/denials">
<label>State<select name="status">${option('open', 'Open', query.status)}${DENIAL_STATUSES.map((status) => option(status, word('denial', status).label, query.status))}</select></label>
<label>About<select name="category"><option value="">Anything</option>${DENIAL_CATEGORIES.map((category) => option(category, DENIAL_KINDS[category].label, query.category))}</select></label>
<label>Next step<select name="action"><option value="">Any step</option>${DENIAL_ACTIONS.map((action) => option(action, word('denialAction', action).label, query.action))}</select></label>
<label>Group<select name="group"><option value="">Any group</option>${groups.map((group) => option(group, group, query.group))}</select></label>
<label>Reason (CARC)<select name="reason"><option value="">Any reason</option>${reasons.map((reason) => option(reason, reason, query.reason))}</select></label>
<label>Owner<input name="owner" value="${query.owner ?? ''}" maxlength="80"></label>
<button>Show</button></form>
${sheet(list(page.rows, describe))}${pager('/denials', query, page.after)}`;
}

/** What was refused, as its codes: `CO-16`, or those of a rejection. */
export function denialCode({ groupCode, reason }: Pick<ListedDenial, 'groupCode' | 'reason'>): Html {
  if (groupCode !== '') return reasonCode(groupCode, reason);
  return html`<span class="code">${reason === '' ? 'rejected' : reason}</span>`;
}

/** What the codes mean, in words. */
export function denialMeaning(row: Pick<ListedDenial, 'groupCode' | 'reason' | 'task'>, describe: Describe): Content {
  if (row.task === 'rejection277') {
    const [category = '', status = ''] = row.reason.split(':');
    const parts = [describe('category', category), describe('status', status)].filter((part) => part !== undefined);
    return parts.length === 0 ? 'Turned back before adjudication' : parts.join(': ');
  }
  if (row.task === 'rejection999') return 'The file did not keep the form of the guide';
  if (row.task === 'takeback') return 'Taken back from this payment (PLB)';
  return meaningOf(describe, row.groupCode, row.reason) ?? dash;
}

function list(denials: readonly ListedDenial[], describe: Describe): Html {
  if (denials.length === 0)
    return empty(
      'No denials here.',
      'Denied claims and lines of an 835, rejected claims and takebacks are listed as tasks.',
    );
  return table(
    'Denials, what is worth most first',
    [
      {
        label: 'Patient control number',
        kind: 'main',
        cell: (row) =>
          html`<a class="mono" href="/denials/${row.id}">${row.patientControlNumber === '' ? 'no claim' : row.patientControlNumber}</a>`,
      },
      { label: 'Code', cell: denialCode },
      {
        label: 'Meaning',
        kind: 'wrap',
        cell: (row) =>
          html`${denialMeaning(row, describe)} ${row.task.startsWith('rejection') || row.task === 'takeback' ? '' : remarkList(row.remarks, describe)}`,
      },
      { label: 'About', cell: (row) => DENIAL_KINDS[row.category]?.label ?? row.category },
      { label: 'Next step', cell: (row) => word('denialAction', row.action).label },
      { label: 'Due', cell: (row) => day(row.dueOn) },
      { label: 'Payer', cell: payerLink },
      { label: 'Owner', cell: (row) => row.owner ?? dash },
      { label: 'State', cell: (row) => chip('denial', row.status) },
      { label: 'Amount', kind: 'key figure', cell: (row) => money(row.amountCents) },
    ],
    denials,
  );
}

/** The payer, leading to the payment where there is one. */
export function payerLink({ paymentId, payerName }: Pick<ListedDenial, 'paymentId' | 'payerName'>): Content {
  if (paymentId === null) return payerName ?? dash;
  return html`<a href="/payments/${paymentId}">${payerName ?? 'payment'}</a>`;
}
