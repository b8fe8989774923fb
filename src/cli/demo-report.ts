/** What the demo prints at its end: claims, totals that balance, payments with their proof, files. */
import { describeCode } from '../codes/describe.ts';
import { type Cents, formatCents, sumCents, toCents, ZERO_CENTS } from '../money.ts';
import type { Db } from '../store/database.ts';
import { pageOfFiles } from '../store/file-views.ts';
import { pageOfPayments } from '../store/payment-views.ts';
import { adjustmentTotals, type ClaimOutcome, claimOutcomes } from '../store/views.ts';
import { colour, printLine } from './output.ts';
import { formatTable } from './table.ts';

type Totals = Awaited<ReturnType<typeof adjustmentTotals>>;

/** Prints all of it. */
export async function printDemoReport(db: Db): Promise<void> {
  const claims = await claimOutcomes(db, {});
  const totals = await adjustmentTotals(db);
  heading('Claims');
  printLine(formatTable(CLAIM_COLUMNS, [...claims.map((claim) => claimRow(claim, totals)), totalRow(claims, totals)]));
  printLine(balanceLine(claims, totals));
  await printPayments(db);
  await printFiles(db);
}

function heading(text: string): void {
  printLine(`\n${colour('bold', text)}`);
}

const money = (title: string) => ({ title, right: true });
const CLAIM_COLUMNS = [
  { title: 'claim' },
  { title: 'state' },
  money('charge'),
  money('paid'),
  money('patient share'),
  money('adjusted'),
  { title: 'why' },
];

function claimRow(claim: ClaimOutcome, totals: Totals): string[] {
  const adjusted = totals.get(claim.id)?.otherCents ?? ZERO_CENTS;
  const amounts = [claim.chargeCents, claim.paidCents, claim.patientResponsibilityCents, adjusted];
  return [claim.patientControlNumber, claim.state.replaceAll('_', ' '), ...amounts.map(formatCents), reasonOf(claim)];
}

/** Denials with their meaning, or the codes of a refusal. */
function reasonOf({ state, denials, rejections }: ClaimOutcome): string {
  if (state.startsWith('rejected'))
    return rejections
      .slice(0, 1)
      .map(({ kind, codes }) => rejectionText(kind, codes))
      .join('');
  const texts = denials.map(({ group, reason, remarks }) => {
    const meaning = describeCode('carc', reason);
    const remark = remarks.length === 0 ? '' : ` (${remarks.join(' ')})`;
    return `${group}-${reason}${remark}${meaning === undefined ? '' : ` ${meaning}`}`;
  });
  return [...new Set(texts)].join('; ').slice(0, 90);
}

function rejectionText(kind: string, codes: unknown): string {
  const list = Array.isArray(codes) ? codes.map(String) : [];
  if (kind !== '277ca') return `refused by ${kind.toUpperCase()}: ${list.join(' ')}`;
  const [category = '', status = ''] = list[0]?.split(':') ?? [];
  return `refused by 277CA: ${category} ${status} ${describeCode('status', status) ?? ''}`.trimEnd();
}

function totalRow(claims: readonly ClaimOutcome[], totals: Totals): string[] {
  const sum = (pick: (claim: ClaimOutcome) => Cents) => formatCents(sumCents(claims.map(pick)));
  return [
    'total',
    `${claims.length} claims`,
    sum((claim) => claim.chargeCents),
    sum((claim) => claim.paidCents),
    sum((claim) => claim.patientResponsibilityCents),
    sum((claim) => totals.get(claim.id)?.otherCents ?? ZERO_CENTS),
    '',
  ];
}

/** Charge = paid + patient share + adjustments + what was refused before adjudication, to the cent. */
function balanceLine(claims: readonly ClaimOutcome[], totals: Totals): string {
  const refused = sumCents(
    claims
      .filter(({ state }) => state.startsWith('rejected') || state === 'held')
      .map(({ chargeCents }) => chargeCents),
  );
  const charge = sumCents(claims.map(({ chargeCents }) => chargeCents));
  const paid = sumCents(claims.map(({ paidCents }) => paidCents));
  const patient = sumCents([...totals.values()].map(({ patientCents }) => patientCents));
  const other = sumCents([...totals.values()].map(({ otherCents }) => otherCents));
  const difference = toCents(charge - paid - patient - other - refused);
  const sides = [paid, patient, other].map(formatCents).join(' + ');
  const verdict =
    difference === 0 ? colour('green', 'balances') : colour('red', `is off by ${formatCents(difference)}`);
  return `charge ${formatCents(charge)} = paid, patient and adjusted ${sides} + refused ${formatCents(refused)}: ${verdict}`;
}

async function printPayments(db: Db): Promise<void> {
  const { rows } = await pageOfPayments(db, { limit: 100 });
  heading('Payments (835): claims paid - provider adjustments = amount');
  const columns = [
    { title: 'trace' },
    { title: 'payer' },
    money('claims paid'),
    money('provider adj.'),
    money('amount'),
    { title: 'state' },
  ];
  printLine(
    formatTable(
      columns,
      rows.map((row) => [
        row.traceNumber,
        row.payerName ?? '',
        ...[row.claimPaidCents, row.providerAdjustmentCents, row.amountCents].map(figure),
        row.differenceCents === 0 ? `${row.state}, balances` : `${row.state}, off by ${figure(row.differenceCents)}`,
      ]),
    ),
  );
}

/** An amount; null is one that integers cannot hold. */
function figure(cents: Cents | null): string {
  return cents === null ? 'too large' : formatCents(cents);
}

async function printFiles(db: Db): Promise<void> {
  const { rows } = await pageOfFiles(db, { limit: 100 });
  heading('Files');
  const columns = [{ title: '' }, { title: 'name' }, { title: 'kind' }, money('bytes'), { title: 'state' }];
  printLine(
    formatTable(
      columns,
      rows
        .reverse()
        .map(({ direction, name, kind, size, state }) => [
          direction === 'out' ? '->' : '<-',
          name,
          kind,
          String(size),
          state,
        ]),
    ),
  );
}
