/** A remittance in words and amounts, ready to be laid out as text or as HTML. */
import type { ClaimPaymentRecord, PartyRecord, PaymentLineRecord, PaymentRecord } from '../../../schemas/records.ts';
import { labelOf } from '../../codes/labels/label-of.ts';
import { formatIssue } from '../../issue.ts';
import type { Cents } from '../../money.ts';
import { hide } from '../mask.ts';
import type { Findings, Part } from './remittances.ts';
import { adjusted, holds, type Proof, proofOfClaim, proofOfLine, proofOfPayment, type Sum, totalsOf } from './sums.ts';
import {
  adjustmentWords,
  directionWords,
  groupWords,
  otherDates,
  partyName,
  procedureWords,
  remarkWords,
  type Spelled,
  serviceDays,
  statusWords,
} from './words.ts';

/** A name and what stands for it. */
export type Fact = readonly [label: string, value: string];
export type AmountRow = { label: string; amount: Sum };
export type AdjustmentRow = Spelled & { amount: Cents };

export type LineView = {
  number: number;
  days: string;
  procedure: string;
  units: string;
  charge: Cents;
  adjusted: Sum;
  paid: Cents;
  adjustments: readonly AdjustmentRow[];
  remarks: readonly Spelled[];
  facts: readonly Fact[];
  amounts: readonly AmountRow[];
  proof: Proof;
};

export type ClaimView = {
  number: string;
  patient: string;
  status: string;
  facts: readonly Fact[];
  charge: Cents;
  paid: Cents;
  patientResponsibility: Cents;
  adjustments: readonly AdjustmentRow[];
  remarks: readonly Spelled[];
  amounts: readonly AmountRow[];
  lines: readonly LineView[];
  proof: Proof;
};

export type ProviderRow = Spelled & {
  providerId: string;
  fiscalDate: string;
  reference: string;
  amount: Cents;
  direction: string;
};

export type RemittanceView = {
  title: string;
  facts: readonly Fact[];
  claimCount: number;
  charge: Sum;
  groups: readonly AmountRow[];
  paid: Sum;
  provider: Sum;
  payment: Sum;
  patientResponsibility: Sum;
  patient: readonly AmountRow[];
  claims: readonly ClaimView[];
  providerRows: readonly ProviderRow[];
  proof: Proof;
  findings: readonly string[];
};

/** How a patient's data are shown: as they are, or their form only. */
export type Shown = (text: string) => string;

/** The view of a remittance; with `mask` nobody is told who the patients are. */
export function viewOf({ payment, claims, findings }: Part & { kind: 'remittance' }, mask: boolean): RemittanceView {
  const shown: Shown = mask ? hide : (text) => text;
  const totals = totalsOf(claims);
  const proof = proofOfPayment(payment);
  const { deductible, coinsurance, copay, other } = totals.patient;
  return {
    title: `Remittance ${payment.traceNumber}`.trimEnd(),
    facts: paymentFacts(payment),
    claimCount: claims.length,
    charge: totals.charge,
    groups: totals.groups.map(([group, amount]) => ({ label: `${group} ${groupWords(group)}`, amount })),
    paid: totals.paid,
    provider: proof.less,
    payment: proof.told,
    patientResponsibility: totals.patientResponsibility,
    patient: [
      { label: 'Deductible (PR-1)', amount: deductible },
      { label: 'Coinsurance (PR-2)', amount: coinsurance },
      { label: 'Copay (PR-3)', amount: copay },
      { label: 'Other (PR)', amount: other },
    ],
    claims: claims.map((claim) => claimView(claim, shown)),
    providerRows: payment.providerAdjustments.map((one) => ({
      code: one.code,
      meaning: labelOf(one.code, '426') ?? 'reason not in the list',
      providerId: one.providerId,
      fiscalDate: one.fiscalDate ?? '',
      reference: shown(one.reference ?? ''),
      amount: one.amountCents,
      direction: directionWords(one),
    })),
    proof,
    findings: findingLines(findings),
  };
}

/** Findings as lines, the last of which says how many are not shown. */
export function findingLines({ shown, more }: Findings): string[] {
  return [...shown.map(formatIssue), ...(more === 0 ? [] : [`and ${more} more: claimwire check shows them all`])];
}

/** Lines and claims of a remittance that balance, and those that do not. */
export function proofsOf({ claims }: RemittanceView) {
  const lines = claims.flatMap((claim) => claim.lines.map((line) => ({ claim, line })));
  return {
    claims: claims.length,
    lines: lines.length,
    openClaims: claims.filter(({ proof }) => !holds(proof)),
    openLines: lines.filter(({ line }) => !holds(line.proof)),
  };
}

function paymentFacts(payment: PaymentRecord): Fact[] {
  const { payer, payee, origin } = payment;
  const idOf = (label: string, id: string | undefined) => (id === undefined ? '' : ` (${label} ${id})`);
  const payeeId = payee.idQualifier === 'XX' ? 'NPI' : (labelOf(payee.idQualifier ?? '', '66') ?? 'id');
  return told([
    ['Payer', `${payer.name ?? ''}${idOf('id', payer.id)}`],
    ['Payee', `${payee.name ?? ''}${idOf(payeeId, payee.id)}`],
    ['Method', labelOf(payment.method, '591') ?? payment.method],
    ['Handling', labelOf(payment.handling, '305') ?? payment.handling],
    ['Direction', payment.creditDebit === 'D' ? 'Debit: money goes from payee to payer' : ''],
    ['Trace', payment.traceNumber],
    ['Settled', payment.settlementDate],
    ['Produced', payment.productionDate],
    ['In the file', `ISA13 ${origin.isa13 ?? '?'}, GS06 ${origin.gs06 ?? '?'}, ST02 ${origin.st02 ?? '?'}`],
  ]);
}

function claimView(claim: ClaimPaymentRecord, shown: Shown): ClaimView {
  return {
    number: shown(claim.patientControlNumber),
    patient: claim.patient === undefined ? '' : shown(partyName(claim.patient)),
    status: statusWords(claim),
    facts: claimFacts(claim, shown),
    charge: claim.chargeCents,
    paid: claim.paidCents,
    patientResponsibility: claim.patientResponsibilityCents,
    adjustments: adjustmentRows(claim.adjustments),
    remarks: claim.remarks.map((code) => remarkWords(code)),
    amounts: amountRows(claim.amounts),
    lines: claim.lines.map((line, at) => lineView(line, at + 1, shown)),
    proof: proofOfClaim(claim),
  };
}

function claimFacts(claim: ClaimPaymentRecord, shown: Shown): Fact[] {
  const person = (party: PartyRecord | undefined) =>
    party === undefined ? '' : shown([partyName(party), party.id ?? ''].filter((part) => part !== '').join(' '));
  const company = (party: PartyRecord | undefined) =>
    party === undefined ? '' : [partyName(party), party.id ?? ''].filter((part) => part !== '').join(' ');
  return told([
    ["Payer's claim number", shown(claim.payerClaimNumber ?? '')],
    ['Patient id', shown(claim.patient?.id ?? '')],
    ['Service', shown(serviceDays(claim.dates))],
    ...otherDates(claim.dates).map(([label, date]): Fact => [label, shown(date)]),
    ['Insured', person(claim.insured)],
    ['Corrected insured', person(claim.correctedInsured)],
    ['Provider', company(claim.serviceProvider)],
    ['Forwarded to', company(claim.crossoverPayer)],
    ['Priority payer', company(claim.priorityPayer)],
    ['DRG', claim.drg],
    ...referenceFacts(claim.references, shown),
  ]);
}

function lineView(line: PaymentLineRecord, number: number, shown: Shown): LineView {
  const { procedure, submittedProcedure: submitted, revenueCode, units, unitsSubmitted } = line;
  const revenue = revenueCode === undefined ? '' : `rev ${revenueCode}`;
  return {
    number,
    days: shown(serviceDays(line.dates)),
    procedure: [procedureWords(procedure), revenue].filter((part) => part !== '').join(', '),
    units: units ?? '',
    charge: line.chargeCents,
    adjusted: adjusted(line.adjustments),
    paid: line.paidCents,
    adjustments: adjustmentRows(line.adjustments),
    remarks: line.remarks.map(({ qualifier, value }) => remarkWords(value, qualifier)),
    facts: told([
      ['Line control number', shown(line.lineControlNumber ?? '')],
      ['Billed as', submitted === undefined ? '' : procedureWords(submitted)],
      ['Units billed', unitsSubmitted],
      ...otherDates(line.dates).map(([label, date]): Fact => [label, shown(date)]),
      ...referenceFacts(line.references, shown),
    ]),
    amounts: amountRows(line.amounts),
    proof: proofOfLine(line),
  };
}

function adjustmentRows(adjustments: PaymentLineRecord['adjustments']): AdjustmentRow[] {
  return adjustments.map((one) => ({ ...adjustmentWords(one), amount: one.amountCents }));
}

function amountRows(amounts: PaymentLineRecord['amounts']): AmountRow[] {
  return amounts.map(({ qualifier, amountCents }) => ({
    label: labelOf(qualifier, '522') ?? `Amount ${qualifier}`,
    amount: amountCents,
  }));
}

function referenceFacts(references: PaymentLineRecord['references'], shown: Shown): Fact[] {
  return references.map(({ qualifier, value }) => [
    labelOf(qualifier, '128') ?? `Reference ${qualifier}`,
    shown(value),
  ]);
}

/** Facts that are told at all. */
function told(facts: readonly (readonly [label: string, value: string | undefined])[]): Fact[] {
  return facts.flatMap(([label, value = '']) => (value === '' ? [] : [[label, value] as const]));
}
