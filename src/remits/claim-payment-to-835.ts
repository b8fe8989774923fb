/** A claim payment's record as loop 2100: the way back of from-835. */
import type {
  AdjustmentRecord,
  ClaimPaymentRecord,
  ContactRecord,
  PartyRecord,
  PaymentLineRecord,
  ProcedureRecord,
} from '../../schemas/records.ts';
import type { Loop2100, Loop2110 } from '../guides/values/835.ts';
import { chunksOf, runsOf } from '../lists.ts';
import { INPATIENT, OUTPATIENT, valueFrom } from './field-names.ts';

/** What a claim payment is written from: its record without what only reading gives. */
export type ClaimPaymentFacts = Omit<ClaimPaymentRecord, 'type' | 'origin' | 'headerNumber'> &
  Partial<Pick<ClaimPaymentRecord, 'headerNumber'>>;

/** REF qualifiers of the rendering provider: 2100, 2110 and the policy of a line. All others identify the claim or line. */
const CLAIM_PROVIDER = new Set('0B 1A 1B 1C 1D 1G 1H 1J D3 G2 LU'.split(' '));
const LINE_PROVIDER = new Set('0B 1A 1B 1C 1D 1G 1H 1J D3 G2 HPI SY TJ'.split(' '));
const POLICY = '0K';

/** A CAS has room for so many adjustments. */
const PLACES = 6;

/** Loop 2100 of a claim payment. Codes are taken as they are: the emitter reports those the guide does not have. */
export function claimPaymentTo835(claim: ClaimPaymentFacts): Loop2100 {
  const dated = (qualifier: string) => claim.dates.find((one) => one.qualifier === qualifier);
  return {
    payment: paymentOf(claim),
    adjustments: adjustmentsOf(claim.adjustments),
    patient: nameOf('QC', claim.patient ?? { entityType: '1' }),
    insured: nameOf('IL', claim.insured),
    correctedInsured: nameOf('74', claim.correctedInsured),
    serviceProvider: nameOf('82', claim.serviceProvider),
    crossoverPayer: nameOf('TT', claim.crossoverPayer),
    priorityPayer: nameOf('PR', claim.priorityPayer),
    otherSubscriber: nameOf('GB', claim.otherSubscriber),
    inpatient: claim.inpatient === undefined ? undefined : valueFrom(INPATIENT, claim.inpatient),
    outpatient: outpatientOf(claim),
    otherIdentification: some(claim.references.filter(({ qualifier }) => !CLAIM_PROVIDER.has(qualifier))),
    renderingProviderIdentification: some(claim.references.filter(({ qualifier }) => CLAIM_PROVIDER.has(qualifier))),
    statementDates: some(claim.dates.filter(({ qualifier }) => qualifier !== '036' && qualifier !== '050')),
    coverageExpirationDate: dated('036'),
    claimReceivedDate: dated('050'),
    contacts: claim.contacts?.map(contactOf),
    supplementalAmounts: some(claim.amounts.map(amountOf)),
    supplementalQuantities: some(claim.quantities),
    lines: some(claim.lines.map(lineOf)),
  } as Loop2100;
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

function paymentOf(claim: ClaimPaymentFacts): Loop2100['payment'] {
  return {
    patientControlNumber: claim.patientControlNumber,
    status: claim.status as Loop2100['payment']['status'],
    charge: claim.chargeCents,
    paid: claim.paidCents,
    patientResponsibility: claim.patientResponsibilityCents === 0 ? undefined : claim.patientResponsibilityCents,
    filingIndicator: claim.filingIndicator ?? '',
    payerClaimNumber: claim.payerClaimNumber ?? '',
    facility: claim.facilityType,
    frequency: claim.frequency,
    drg: claim.drg,
    drgWeight: claim.drgWeight,
    dischargeFraction: claim.dischargeFraction,
  };
}

/** MOA carries the remarks of a claim that names no MIA or MOA of its own. */
function outpatientOf({ inpatient, outpatient, remarks }: ClaimPaymentFacts): Loop2100['outpatient'] {
  if (outpatient !== undefined) return valueFrom(OUTPATIENT, outpatient);
  return inpatient === undefined && remarks.length > 0 ? { remarks: [...remarks] } : undefined;
}

function nameOf(entity: string, party: PartyRecord | undefined) {
  if (party === undefined) return undefined;
  const { entity: _own, entityType, ...name } = party;
  return { entity, type: entityType ?? TYPES[entity] ?? (name.firstName === undefined ? '2' : '1'), ...name };
}

/** NM102 where the guide leaves no choice. */
const TYPES: Readonly<Record<string, string>> = { QC: '1', TT: '2', PR: '2' };

/** A PER. */
export function contactOf({ function: of, name, numbers }: ContactRecord) {
  return { function: of, name, numbers: some(numbers) };
}

function amountOf({ qualifier, amountCents }: { qualifier: string; amountCents: number }) {
  return { qualifier, amount: amountCents };
}

function lineOf(line: PaymentLineRecord): Loop2110 {
  const { references, lineControlNumber, submittedProcedure } = line;
  const isPolicy = ({ qualifier }: { qualifier: string }) => qualifier === POLICY;
  const isProvider = ({ qualifier }: { qualifier: string }) => LINE_PROVIDER.has(qualifier);
  return {
    service: {
      procedure: procedureOf(line.procedure),
      charge: line.chargeCents,
      paid: line.paidCents,
      revenueCode: line.revenueCode,
      units: line.units,
      submittedProcedure: submittedProcedure === undefined ? undefined : procedureOf(submittedProcedure),
      submittedUnits: line.unitsSubmitted,
    },
    serviceDates: some(line.dates),
    adjustments: adjustmentsOf(line.adjustments),
    serviceIdentification: some(references.filter((one) => !isPolicy(one) && !isProvider(one))),
    lineControlNumber: lineControlNumber === undefined ? undefined : { qualifier: '6R', value: lineControlNumber },
    renderingProviderIdentification: some(references.filter(isProvider)),
    healthcarePolicyIdentification: some(references.filter(isPolicy)),
    supplementalAmounts: some(line.amounts.map(amountOf)),
    supplementalQuantities: some(line.quantities),
    remarks: some(line.remarks.map(({ qualifier, value }) => ({ list: qualifier, code: value }))),
  } as Loop2110;
}

function procedureOf({ modifiers, ...procedure }: ProcedureRecord) {
  return { ...procedure, modifiers: some(modifiers) };
}

/** A CAS for each run of one group, so that the order of the adjustments stays. */
function adjustmentsOf(adjustments: readonly AdjustmentRecord[]): Loop2100['adjustments'] {
  const segments = runsOf(adjustments, ({ group }) => group)
    .flatMap((run) => chunksOf(run, PLACES))
    .map((chunk) => ({
      group: chunk[0]?.group,
      adjustments: chunk.map(({ reason, amountCents, quantity }) => ({ reason, amount: amountCents, quantity })),
    }));
  return some(segments) as Loop2100['adjustments'];
}
