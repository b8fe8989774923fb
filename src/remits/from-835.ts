/** Claim payment loops (2100) and the payment of an 835 as records. Nothing is flattened away: every qualifier is kept. */
import type {
  AdjustmentRecord,
  ClaimPaymentRecord,
  PaymentLineRecord,
  PaymentRecord,
  ProviderAdjustmentRecord,
} from '../../schemas/records.ts';
import { centsOf, party, procedureOf } from '../claims/parts.ts';
import { clean, cleaner } from '../clean.ts';
import type { Loop2100, Loop2110, Set835 } from '../guides/values/835.ts';
import type { Origin } from '../issue.ts';
import { addCents, type Cents } from '../money.ts';

const cleanClaim = cleaner<ClaimPaymentRecord>();

/** The record of one claim payment (CLP and what hangs on it). */
export function claimPaymentFrom835(claim: Loop2100, origin: Origin): ClaimPaymentRecord {
  const payment = claim.payment as Partial<Loop2100['payment']> | undefined;
  return cleanClaim({
    type: '835.claim',
    patientControlNumber: payment?.patientControlNumber ?? '',
    status: payment?.status ?? '',
    chargeCents: centsOf(payment?.charge),
    paidCents: centsOf(payment?.paid),
    patientResponsibilityCents: centsOf(payment?.patientResponsibility),
    payerClaimNumber: payment?.payerClaimNumber,
    filingIndicator: payment?.filingIndicator,
    facilityType: payment?.facility,
    frequency: payment?.frequency,
    drg: payment?.drg,
    patient: partyIf(claim.patient),
    insured: partyIf(claim.insured),
    correctedInsured: partyIf(claim.correctedInsured),
    serviceProvider: partyIf(claim.serviceProvider),
    crossoverPayer: partyIf(claim.crossoverPayer),
    priorityPayer: partyIf(claim.priorityPayer),
    adjustments: adjustmentsFrom(claim.adjustments),
    remarks: remarksFrom(claim),
    references: listed(reference, claim.otherIdentification, claim.renderingProviderIdentification),
    dates: datesFrom(claim.statementDates, claim.coverageExpirationDate, claim.claimReceivedDate),
    amounts: listed(amountFrom, claim.supplementalAmounts),
    quantities: listed(quantityFrom, claim.supplementalQuantities),
    lines: listed(lineFrom835, claim.lines),
    origin,
  });
}

function partyIf(name: Parameters<typeof party>[0]) {
  return name === undefined ? undefined : party(name);
}

/** Claim level remark codes: MIA05, MIA20 to MIA23, MOA03 to MOA07. */
function remarksFrom({ inpatient, outpatient }: Loop2100): string[] {
  const first = inpatient?.remark === undefined ? [] : [inpatient.remark];
  return [...first, ...(inpatient?.remarks ?? []), ...(outpatient?.remarks ?? [])];
}

/** One list of what several segments become; most claims have few of them. */
function listed<T, R>(make: (one: T) => R, ...lists: (readonly T[] | undefined)[]): R[] {
  const found: R[] = [];
  for (const list of lists) if (list !== undefined) for (const one of list) found.push(make(one));
  return found;
}

function reference({ qualifier, value }: { qualifier: string; value: string }) {
  return { qualifier, value: value ?? '' };
}

function amountFrom({ qualifier, amount }: { qualifier: string; amount: Cents }) {
  return { qualifier, amountCents: centsOf(amount) };
}

function quantityFrom({ qualifier, quantity }: { qualifier: string; quantity: string }) {
  return { qualifier, quantity: quantity ?? '' };
}

function remarkFrom({ list, code }: { list: string; code: string }) {
  return { qualifier: list ?? '', value: code ?? '' };
}

type Dated = { qualifier: string; date: string };

function datesFrom(several: readonly Dated[] | undefined, ...others: (Dated | undefined)[]): Dated[] {
  const found: Dated[] = [];
  for (const one of [...(several ?? []), ...others])
    if (one?.date !== undefined) found.push({ qualifier: one.qualifier, date: one.date });
  return found;
}

const cleanAdjustment = cleaner<AdjustmentRecord>();

function adjustmentsFrom(groups: Loop2100['adjustments']): AdjustmentRecord[] {
  const found: AdjustmentRecord[] = [];
  for (const { group, adjustments } of groups ?? []) {
    for (const { reason, amount, quantity } of adjustments ?? [])
      found.push(cleanAdjustment({ group: group ?? '', reason: reason ?? '', amountCents: centsOf(amount), quantity }));
  }
  return found;
}

const cleanLine = cleaner<PaymentLineRecord>();

function lineFrom835(line: Loop2110): PaymentLineRecord {
  const service = line.service as Partial<Loop2110['service']> | undefined;
  const submitted = service?.submittedProcedure;
  return cleanLine({
    lineControlNumber: line.lineControlNumber?.value,
    procedure: procedureOf(service?.procedure),
    submittedProcedure: submitted === undefined ? undefined : procedureOf(submitted),
    revenueCode: service?.revenueCode,
    chargeCents: centsOf(service?.charge),
    paidCents: centsOf(service?.paid),
    units: service?.units,
    unitsSubmitted: service?.submittedUnits,
    dates: datesFrom(line.serviceDates),
    adjustments: adjustmentsFrom(line.adjustments),
    remarks: listed(remarkFrom, line.remarks),
    references: listed(
      reference,
      line.serviceIdentification,
      line.renderingProviderIdentification,
      line.healthcarePolicyIdentification,
    ),
    amounts: listed(amountFrom, line.supplementalAmounts),
    quantities: listed(quantityFrom, line.supplementalQuantities),
  });
}

/** What the claims of one set add up to, counted while they stream by. */
export type ClaimTotals = { claims: number; paid: Cents };

/** The record of the payment itself (BPR, TRN, PLB), made when the set ends. */
export function paymentFrom835(set: Set835, totals: ClaimTotals, origin: Origin): PaymentRecord {
  const financial = set.financial as Partial<Set835['financial']> | undefined;
  const trace = set.trace as Partial<Set835['trace']> | undefined;
  return clean({
    type: '835.payment',
    handling: financial?.handling ?? '',
    amountCents: centsOf(financial?.amount),
    creditDebit: financial?.creditDebit ?? '',
    method: financial?.method ?? '',
    settlementDate: financial?.date,
    traceNumber: trace?.number ?? '',
    traceCompany: trace?.company,
    productionDate: set.productionDate?.date,
    payer: clean({ name: set.payer?.name?.name, id: set.payer?.name?.id ?? trace?.company }),
    payee: clean({ name: set.payee?.name?.name, idQualifier: set.payee?.name?.idQualifier, id: set.payee?.name?.id }),
    providerAdjustments: (set.providerAdjustments ?? []).flatMap(providerAdjustmentsFrom),
    claims: totals.claims,
    claimPaidCents: totals.paid,
    origin,
  });
}

function providerAdjustmentsFrom(plb: NonNullable<Set835['providerAdjustments']>[number]): ProviderAdjustmentRecord[] {
  return (plb.adjustments ?? []).map(({ adjustment, amount }) =>
    clean({
      providerId: plb.providerId ?? '',
      fiscalDate: plb.fiscalDate,
      code: adjustment?.reason ?? '',
      reference: adjustment?.reference,
      amountCents: centsOf(amount),
    }),
  );
}

/** Sum of the provider adjustments: positive lowers the payment; undefined where integers cannot hold it. */
export function providerAdjustmentTotal(payment: PaymentRecord): Cents | undefined {
  return addCents(payment.providerAdjustments.map(({ amountCents }) => amountCents));
}
