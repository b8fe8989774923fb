/** A remittance as text: columns that line up, codes spelled out, every proof in a line. */
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

const LABEL = 56;
const AMOUNT = 16;

/** A remittance, chunk by chunk: what it is and adds up to, its claims, and whether it balances. */
export function* remittanceText(view: RemittanceView): Generator<string, void, undefined> {
  yield block([
    view.title,
    '='.repeat(view.title.length),
    ...facts(view.facts),
    ...totals(view),
    ...providerLines(view),
    ...balanceLines(view),
    ...section('Findings', findings(view.findings)),
    ...(view.claims.length === 0 ? [] : ['', 'Claims', '------']),
  ]);
  for (const claim of view.claims) yield block(['', ...claimLines(claim)]);
  yield '\n';
}

/** What is wrong with the file outside of its remittances. */
export function restText(lines: readonly string[]): string {
  return block(['Findings on the file', '--------------------', ...findings(lines)]);
}

function totals(view: RemittanceView): string[] {
  return [
    ...section('Totals', [
      amountLine(`Charged on ${count(view.claimCount, 'claim')}`, view.charge),
      ...view.groups.map(({ label, amount }) => amountLine(`  less ${label}`, amount)),
      amountLine('Paid on claims', view.paid),
      amountLine('  less provider adjustments (PLB)', view.provider),
      amountLine('Payment', view.payment),
    ]),
    ...section('Patient responsibility', [
      amountLine('As told for the claims (CLP05)', view.patientResponsibility),
      ...view.patient.map(({ label, amount }) => amountLine(`  ${label}`, amount)),
    ]),
  ];
}

function providerLines({ providerRows }: RemittanceView): string[] {
  const rows = providerRows.map(({ code, meaning, providerId, fiscalDate, reference, amount, direction }) => {
    const about = [
      `provider ${providerId}`,
      fiscalDate && `fiscal period to ${fiscalDate}`,
      reference && `ref. ${reference}`,
    ];
    return `${amountLine(`${code} ${meaning}`, amount)}\n    ${direction} (${about.filter((part) => part !== '').join(', ')})`;
  });
  return section('Provider adjustments', rows);
}

function balanceLines(view: RemittanceView): string[] {
  const { claims, lines, openClaims, openLines } = proofsOf(view);
  return section('Balance', [
    `  Payment  ${proofLine(view.proof, DEPOSITED)}`,
    `  Claims   ${claims - openClaims.length} of ${claims} balance`,
    ...openClaims.map(({ number, proof }) => `    claim ${number}: ${proofLine(proof, DECIDED)}`),
    `  Lines    ${lines - openLines.length} of ${lines} balance`,
    ...openLines.map(
      ({ claim, line }) => `    claim ${claim.number}, line ${line.number}: ${proofLine(line.proof, DECIDED)}`,
    ),
  ]);
}

function claimLines(claim: ClaimView): string[] {
  const { charge, paid, patientResponsibility } = claim;
  return [
    [claim.number, claim.patient, claim.status].filter((part) => part !== '').join('  '),
    ...facts(claim.facts),
    `  charge ${moneyWord(charge)}, paid ${moneyWord(paid)}, patient responsibility ${moneyWord(patientResponsibility)}`,
    ...reasons(claim),
    ...(claim.lines.length === 0 ? [] : [lineHead]),
    ...claim.lines.flatMap(lineLines),
    `  Balance  ${proofLine(claim.proof, DECIDED)}`,
  ];
}

const lineHead = `  ${columns('Line', 'Service', 'Procedure', 'Units', 'Charge', 'Adjusted', 'Paid')}`;

function lineLines(line: LineView): string[] {
  const { number, days, procedure, units, charge, adjusted, paid, proof } = line;
  const amounts = [charge, adjusted, paid].map(moneyWord);
  return [
    `  ${columns(String(number), days, procedure, units, ...amounts)}`,
    ...(line.facts.length === 0 ? [] : [`      ${line.facts.map(([label, value]) => `${label} ${value}`).join(', ')}`]),
    ...reasons(line).map((reason) => `    ${reason}`),
    ...(holds(proof) ? [] : [`      does not balance: ${proofLine(proof, DECIDED)}`]),
  ];
}

function columns(...[line = '', days = '', procedure = '', units = '', ...amounts]: string[]): string {
  const figures = amounts.map((amount) => amount.padStart(13)).join('');
  return `${line.padEnd(6)}${days.padEnd(12)}${procedure.padEnd(24)}${units.padStart(6)}${figures}`;
}

/** Adjustments, remarks and amounts, each on a line with its meaning. */
function reasons(of: {
  adjustments: readonly AdjustmentRow[];
  remarks: readonly Spelled[];
  amounts: readonly AmountRow[];
}): string[] {
  return [
    ...of.adjustments.map(
      ({ code, meaning, amount }) => `  ${code.padEnd(8)}${moneyWord(amount).padStart(12)}  ${meaning}`,
    ),
    ...of.remarks.map(({ code, meaning }) => `  ${'remark'.padEnd(8)}${code.padStart(12)}  ${meaning}`.trimEnd()),
    ...of.amounts.map(({ label, amount }) => `  ${'amount'.padEnd(8)}${moneyWord(amount).padStart(12)}  ${label}`),
  ];
}

/** The sum in words, and whether it comes out. */
function proofLine(proof: Proof, names: ProofNames): string {
  return `${proofWords(proof, names)}: ${holds(proof) ? 'balances' : `off by ${moneyWord(proof.difference)}`}`;
}

function amountLine(label: string, amount: Sum): string {
  return `  ${label.padEnd(LABEL)}  ${moneyWord(amount).padStart(AMOUNT)}`;
}

function facts(rows: readonly Fact[]): string[] {
  return rows.map(([label, value]) => `  ${label.padEnd(22)}${value}`);
}

function findings(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, '-'.repeat(title.length), ...lines];
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

/** Lines with their ends. A control character from the file must not move the cursor of a terminal. */
function block(lines: readonly string[]): string {
  return lines.map((line) => `${line.replace(CONTROL, '?')}\n`).join('');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for; line ends stand between our own lines
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;
