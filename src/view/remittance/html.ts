/** A remittance as one HTML page that needs nothing else: no script, no font, no picture. */
import { type Content, type Html, html, render } from '../../html.ts';
import { STYLE } from './style.ts';
import { DECIDED, DEPOSITED, holds, moneyWord, type Proof, type ProofNames, proofWords, type Sum } from './sums.ts';
import {
  type AdjustmentRow,
  type AmountRow,
  type ClaimView,
  type Fact,
  type LineView,
  proofsOf,
  type RemittanceView,
} from './view.ts';
import type { Spelled } from './words.ts';

/** The page up to its first remittance. */
export function pageHead(file: string): string {
  // The style is ours, and its quotation marks must not be escaped.
  const before = render(html`<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Remittances${file === '' ? '' : ` in ${file}`}</title>`);
  const after = render(html`<main>
<h1>Remittances${file === '' ? '' : ` in ${file}`}</h1>
`);
  return `<!doctype html>\n<html lang="en">\n<head>${before}\n<style>${STYLE}</style>\n</head>\n<body>${after}`;
}

/** What closes the page. */
export const PAGE_FOOT = '</main>\n</body>\n</html>\n';

/** A remittance, chunk by chunk: what it is and adds up to, whether it balances, its claims. */
export function* remittanceHtml(view: RemittanceView): Generator<string, void, undefined> {
  yield `<section>\n${render([
    html`<h2>${view.title}</h2>\n<div class="panel">${factList(view.facts)}</div>\n`,
    html`<div class="pair"><div class="panel">${totalsTable(view)}</div><div class="panel">${shareTable(view)}</div></div>\n`,
    view.providerRows.length === 0 ? '' : html`<div class="panel scroll" tabindex="0">${providerTable(view)}</div>\n`,
    html`<div class="panel scroll" tabindex="0">${balanceTable(view)}</div>\n`,
    findingList('Findings', view.findings),
    view.claims.length === 0 ? '' : html`<h3>Claims</h3>\n`,
  ])}`;
  for (const claim of view.claims) yield render(claimArticle(claim));
  yield '</section>\n';
}

/** What is wrong with the file outside of its remittances. */
export function restHtml(lines: readonly string[]): string {
  return render(findingList('Findings on the file', lines));
}

function totalsTable(view: RemittanceView): Html {
  return html`<table><caption>Totals</caption><tbody>
${amountRow(`Charged on ${view.claimCount} ${view.claimCount === 1 ? 'claim' : 'claims'}`, view.charge, 'sum')}
${view.groups.map(({ label, amount }) => amountRow(`less ${label}`, amount, 'part'))}
${amountRow('Paid on claims', view.paid, 'sum')}
${amountRow('less provider adjustments (PLB)', view.provider, 'part')}
${amountRow('Payment', view.payment, 'sum')}
</tbody></table>`;
}

function shareTable(view: RemittanceView): Html {
  return html`<table><caption>Patient responsibility</caption><tbody>
${amountRow('As told for the claims (CLP05)', view.patientResponsibility, 'sum')}
${view.patient.map(({ label, amount }) => amountRow(label, amount, 'part'))}
</tbody></table>`;
}

function amountRow(label: string, amount: Sum, kind: 'sum' | 'part'): Html {
  return html`<tr class="${kind}"><th scope="row">${label}</th><td class="figure">${moneyWord(amount)}</td></tr>`;
}

function providerTable({ providerRows }: RemittanceView): Html {
  const rows = providerRows.map(
    ({ code, meaning, providerId, fiscalDate, reference, amount, direction }) => html`<tr>
<th scope="row"><span class="code">${code}</span> ${meaning}</th><td>${direction}</td><td class="code">${reference}</td>
<td>${providerId}</td><td>${fiscalDate}</td><td class="figure">${moneyWord(amount)}</td></tr>`,
  );
  return html`<table><caption>Provider adjustments</caption>
<thead>${heads(['Reason', 'What it does', 'Reference', 'Provider', 'Fiscal period to'], ['Amount'])}</thead>
<tbody>${rows}</tbody></table>`;
}

function balanceTable(view: RemittanceView): Html {
  const { claims, lines, openClaims, openLines } = proofsOf(view);
  return html`<table><caption>Balance</caption><tbody>
<tr><th scope="row">Payment</th><td>${proofOf(view.proof, DEPOSITED)}</td></tr>
<tr><th scope="row">Claims</th><td>${tally(claims, openClaims.length)}</td></tr>
${openClaims.map(({ number, proof }) => openRow(`Claim ${number}`, proof))}
<tr><th scope="row">Lines</th><td>${tally(lines, openLines.length)}</td></tr>
${openLines.map(({ claim, line }) => openRow(`Claim ${claim.number}, line ${line.number}`, line.proof))}
</tbody></table>`;
}

function openRow(label: string, proof: Proof): Html {
  return html`<tr class="part"><th scope="row">${label}</th><td>${proofOf(proof, DECIDED)}</td></tr>`;
}

function tally(all: number, open: number): Html {
  return html`<span class="mark ${open === 0 ? 'good' : 'bad'}">${all - open} of ${all} balance</span>`;
}

function claimArticle(claim: ClaimView): Html {
  return html`<article class="panel claim">
<div class="head"><h4><span class="code">${claim.number}</span> ${claim.patient}</h4><span class="soft">${claim.status}</span>
<span class="amounts">charge ${moneyWord(claim.charge)} · paid <b>${moneyWord(claim.paid)}</b> · patient ${moneyWord(claim.patientResponsibility)}</span></div>
${factList(claim.facts)}
${why(claim, 'why')}
${claim.lines.length === 0 ? '' : lineTable(claim)}
<p class="proof">${proofOf(claim.proof, DECIDED)}</p>
</article>
`;
}

function lineTable({ number, lines }: ClaimView): Html {
  return html`<div class="scroll" tabindex="0"><table><caption>Service lines of ${number}</caption>
<thead>${heads(['Line', 'Service', 'Procedure'], ['Units', 'Charge', 'Adjusted', 'Paid'])}</thead>
<tbody>${lines.map(lineRows)}</tbody></table></div>`;
}

function lineRows(line: LineView): Html {
  const figures = [line.units, moneyWord(line.charge), moneyWord(line.adjusted), moneyWord(line.paid)];
  const detail = [
    why(line, ''),
    line.facts.length === 0
      ? ''
      : html`<div class="soft">${line.facts.map(([label, value]) => `${label} ${value}`).join(' · ')}</div>`,
    holds(line.proof) ? '' : html`<p class="proof">${proofOf(line.proof, DECIDED)}</p>`,
  ].filter((part) => part !== '');
  return html`<tr><th scope="row">${line.number}</th><td>${line.days}</td><td class="code">${line.procedure}</td>
${figures.map((figure) => html`<td class="figure">${figure}</td>`)}</tr>
${detail.length === 0 ? '' : html`<tr class="detail"><td></td><td colspan="6">${detail}</td></tr>`}`;
}

/** Adjustments, remarks and amounts with their meanings. */
function why(
  of: { adjustments: readonly AdjustmentRow[]; remarks: readonly Spelled[]; amounts: readonly AmountRow[] },
  kind: string,
): Content {
  const items = [
    ...of.adjustments.map(
      ({ code, meaning, amount }) =>
        html`<li><span class="code">${code}</span> <b>${moneyWord(amount)}</b> ${meaning}</li>`,
    ),
    ...of.remarks.map(({ code, meaning }) => html`<li><span class="code">${code}</span> ${meaning}</li>`),
    ...of.amounts.map(({ label, amount }) => html`<li>${label} <b>${moneyWord(amount)}</b></li>`),
  ];
  return items.length === 0 ? '' : html`<ul class="${kind}">${items}</ul>`;
}

function proofOf(proof: Proof, names: ProofNames): Html {
  const mark = holds(proof)
    ? html`<span class="mark good">Balances</span>`
    : html`<span class="mark bad">Off by ${moneyWord(proof.difference)}</span>`;
  return html`${proofWords(proof, names)} ${mark}`;
}

function heads(words: readonly string[], figures: readonly string[]): Html {
  return html`<tr>${words.map((word) => html`<th scope="col">${word}</th>`)}${figures.map(
    (figure) => html`<th scope="col" class="figure">${figure}</th>`,
  )}</tr>`;
}

function factList(facts: readonly Fact[]): Content {
  if (facts.length === 0) return '';
  return html`<dl>${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function findingList(title: string, lines: readonly string[]): Content {
  if (lines.length === 0) return '';
  return html`<div class="panel"><h3>${title}</h3><ul class="findings">${lines.map((line) => html`<li>${line}</li>`)}</ul></div>
`;
}
