/** Claim payment loops (2100) of an 835 as records. Nothing is flattened away: every element and every qualifier is kept. */
import type {
  AdjustmentRecord,
  ClaimPaymentRecord,
  ContactRecord,
  PartyRecord,
  PaymentLineRecord,
} from '../../schemas/records.ts';
import { centsOf, procedureOf } from '../claims/parts.ts';
import { cleaner } from '../clean.ts';
import type { Loop2000, Loop2100, Loop2110 } from '../guides/values/835.ts';
import type { Origin } from '../issue.ts';
import type { Cents } from '../money.ts';
import { fieldsFrom, INPATIENT, OUTPATIENT } from './field-names.ts';

const cleanClaim = cleaner<ClaimPaymentRecord>();

/** The record of one claim payment (CLP and what hangs on it); `header` is the loop 2000 around it. */
export function claimPaymentFrom835(claim: Loop2100, header: Loop2000 | undefined, origin: Origin): ClaimPaymentRecord {
  const payment = claim.payment as Partial<Loop2100['payment']> | undefined;
  return cleanClaim({
    type: '835.claim',
    headerNumber: header?.number?.number,
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
    drgWeight: payment?.drgWeight,
    dischargeFraction: payment?.dischargeFraction,
    patient: partyIf(claim.patient),
    insured: partyIf(claim.insured),
    correctedInsured: partyIf(claim.correctedInsured),
    serviceProvider: partyIf(claim.serviceProvider),
    crossoverPayer: partyIf(claim.crossoverPayer),
    priorityPayer: partyIf(claim.priorityPayer),
    otherSubscriber: partyIf(claim.otherSubscriber),
    adjustments: adjustmentsFrom(claim.adjustments),
    inpatient: fieldsFrom(INPATIENT, claim.inpatient),
    outpatient: fieldsFrom(OUTPATIENT, claim.outpatient),
    remarks: remarksFrom(claim),
    contacts: claim.contacts?.map(contactFrom),
    references: listed(reference, claim.otherIdentification, claim.renderingProviderIdentification),
    dates: datesFrom(claim.statementDates, claim.coverageExpirationDate, claim.claimReceivedDate),
    amounts: listed(amountFrom, claim.supplementalAmounts),
    quantities: listed(quantityFrom, claim.supplementalQuantities),
    lines: listed(lineFrom835, claim.lines),
    origin,
  });
}

const cleanParty = cleaner<PartyRecord>();

type Name = { [K in Exclude<keyof PartyRecord, 'entityType'> | 'type']?: string | undefined };

function partyIf(name: Name | undefined): PartyRecord | undefined {
  if (name === undefined) return undefined;
  return cleanParty({
    entity: name.entity,
    entityType: name.type,
    lastName: name.lastName,
    firstName: name.firstName,
    middleName: name.middleName,
    suffix: name.suffix,
    idQualifier: name.idQualifier,
    id: name.id,
  });
}

type Contact = { function: string; name?: string | undefined; numbers?: readonly Partial<NumberOf>[] | undefined };
type NumberOf = { qualifier: string; number: string | undefined };

/** A contact (PER) as a record. */
export function contactFrom({ function: of, name, numbers = [] }: Contact): ContactRecord {
  const found = numbers.map(({ qualifier = '', number = '' }) => ({ qualifier, number }));
  return name === undefined ? { function: of, numbers: found } : { function: of, name, numbers: found };
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

/** A REF as a record. */
export function reference({ qualifier, value }: { qualifier: string; value: string }) {
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
