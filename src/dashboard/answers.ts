/** What became of the claims of a sent file: stage by stage, and what is still to come. */
import { type Html, html } from '../html.ts';
import type { AnswerSummary, AwaitedAnswer, EnvelopeAnswer } from '../store/answer-views.ts';
import { chip, count, facts, moment, money, panel, plural, table } from './parts.ts';
import { codeList } from './places.ts';

const STAGES = { '999': '999', clearinghouse: '277CA, clearinghouse', payer: '277CA, payer' } as const;
const AWAITED: Readonly<Record<AwaitedAnswer['answer'], string>> = { ...STAGES, remittance: '835' };

type Sum = AnswerSummary['stages'][number]['sent'];

const figure = ({ claims, cents }: Sum): Html | '' =>
  claims === 0 ? '' : html`${count(claims)} <span class="below">${money(cents)}</span>`;

/** The panel of a sent file's answers. */
export function answersPanel({ stages, awaited, envelopes }: AnswerSummary): Html {
  return panel(
    'Answers',
    html`${envelopes.length === 0 ? '' : facts(envelopes.map(envelopeFact))}${table(
      'Claims of this file by stage',
      [
        { label: 'Stage', kind: 'main', cell: ({ stage }) => STAGES[stage] },
        { label: 'Sent', kind: 'key figure', cell: ({ sent }) => figure(sent) },
        { label: 'Accepted', kind: 'figure', cell: ({ accepted }) => figure(accepted) },
        { label: 'Rejected', kind: 'figure', cell: ({ rejected }) => figure(rejected) },
        { label: 'Silent', kind: 'figure', cell: ({ silent }) => figure(silent) },
      ],
      stages,
    )}${
      awaited.length === 0
        ? html`<p class="note">No answer is waited for.</p>`
        : html`<ul class="waits">${awaited.map(awaitedLine)}</ul>`
    }`,
  );
}

function envelopeFact({ kind, stage, gs06, st02, result, codes, fileId }: EnvelopeAnswer): readonly [string, Html] {
  const what =
    kind === 'ta1'
      ? 'Interchange (TA1)'
      : kind === '277ca'
        ? `Batch in set ${st02 ?? ''} (277CA, ${stage ?? ''})`
        : `Group ${gs06 ?? ''} (${kind})`;
  return [what, html`<a href="/files/${fileId}">${chip('result', result)}</a> ${codeList(codes)}`];
}

function awaitedLine({ answer, claims, cents, dueAt, overdue }: AwaitedAnswer): Html {
  const says = overdue
    ? html`${AWAITED[answer]} overdue since ${moment(dueAt)}`
    : html`${AWAITED[answer]} due ${moment(dueAt)}`;
  return html`<li><span class="dot ${overdue ? 'bad' : 'quiet'}"><span>${says}</span></span><span class="nowrap">${plural(claims, 'claim')}, ${money(cents)}</span></li>`;
}
