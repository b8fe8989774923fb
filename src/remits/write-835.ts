/** An 835 from plain records. Amounts are cents; what does not balance is the caller's fault and is written as it is. */

import { guide835 } from '../guides/835.ts';
import type { Loop2100, Loop2110, Set835 } from '../guides/values/835.ts';
import { chunksOf, groupBy } from '../lists.ts';
import type { Cents } from '../money.ts';
import { emitInterchange, type InterchangeFacts, type WrittenInterchange } from '../x12/emit-interchange.ts';

export type RemitAdjustment = { group: 'CO' | 'OA' | 'PI' | 'PR'; reason: string; amount: Cents };

export type RemitProcedure = { qualifier: string; code: string; modifiers: readonly string[] };

/** One paid or denied line. */
export type RemitLine = {
  procedure: RemitProcedure;
  /** What was billed, where another procedure was adjudicated. */
  submitted?: RemitProcedure | undefined;
  charge: Cents;
  paid: Cents;
  units: string;
  /** A date or `from/to`. */
  serviceDate: string;
  lineControlNumber?: string | undefined;
  adjustments: readonly RemitAdjustment[];
  allowed?: Cents | undefined;
  remarks: readonly string[];
};

export type RemitPerson = { lastName: string; firstName?: string | undefined; id?: string | undefined };

/** One claim payment. */
export type RemitClaim = {
  patientControlNumber: string;
  status: Loop2100['payment']['status'];
  charge: Cents;
  paid: Cents;
  patientResponsibility?: Cents | undefined;
  filingIndicator: string;
  payerClaimNumber: string;
  facility?: string | undefined;
  frequency?: string | undefined;
  patient: RemitPerson;
  /** The insured, where the patient is another person. */
  insured?: (RemitPerson & { id: string }) | undefined;
  /** MOA remark codes. */
  remarks: readonly string[];
  /** AMT*I: interest that the payment holds for this claim; the money itself is a provider adjustment. */
  interest?: Cents | undefined;
  received: string;
  lines: readonly RemitLine[];
};

/** One payment with its claims. */
export type Remittance = {
  amount: Cents;
  /** ISO date of payment. */
  date: string;
  traceNumber: string;
  company: string;
  payer: {
    name: string;
    id: string;
    phone: string;
    address: { line1: string; city: string; state: string; zip: string };
  };
  /** By NPI, or by tax id where it has none. */
  payee: { name: string; qualifier: 'XX' | 'FI'; id: string };
  claims: readonly RemitClaim[];
  providerAdjustments: readonly { reason: string; reference?: string | undefined; amount: Cents }[];
};

/** The interchange with one 835 for each remittance. */
export function write835(remittances: readonly Remittance[], envelope: InterchangeFacts): WrittenInterchange {
  return emitInterchange(guide835, remittances.map(setOf), envelope);
}

function setOf(remittance: Remittance): Set835 {
  const { payer, payee, date } = remittance;
  return {
    financial: financialOf(remittance),
    trace: { type: '1', number: remittance.traceNumber, company: remittance.company },
    productionDate: { qualifier: '405', date },
    payer: {
      name: { entity: 'PR', name: payer.name, idQualifier: 'XV', id: payer.id },
      address: { line1: payer.address.line1 },
      city: { city: payer.address.city, state: payer.address.state, zip: payer.address.zip },
      technicalContacts: [{ function: 'BL', name: 'EDI DESK', numbers: [{ qualifier: 'TE', number: payer.phone }] }],
    },
    payee: { name: { entity: 'PE', name: payee.name, idQualifier: payee.qualifier, id: payee.id } },
    headers: [{ number: { number: 1 }, claims: remittance.claims.map(claimOf) }],
    providerAdjustments: chunksOf(remittance.providerAdjustments, PLACES).map((adjustments) => ({
      providerId: payee.id,
      fiscalDate: `${date.slice(0, 4)}-12-31`,
      adjustments: adjustments.map(({ reason, reference, amount }) => ({ adjustment: { reason, reference }, amount })),
    })),
  };
}

/** A CAS and a PLB have room for so many adjustments. */
const PLACES = 6;

/** A payment of nothing is a notice (H, NON): there is no money to look for. */
function financialOf({ amount, date, company }: Remittance): Set835['financial'] {
  if (amount <= 0) return { handling: 'H', amount, creditDebit: 'C', method: 'NON', date };
  return {
    handling: 'I',
    amount,
    creditDebit: 'C',
    method: 'ACH',
    format: 'CCP',
    payerBankQualifier: '01',
    payerBank: '999999992',
    payerAccountQualifier: 'DA',
    payerAccount: '123456',
    originCompany: company,
    payeeBankQualifier: '01',
    payeeBank: '999988880',
    payeeAccountQualifier: 'DA',
    payeeAccount: '98765',
    date,
  };
}

function claimOf(claim: RemitClaim): Loop2100 {
  return {
    payment: {
      patientControlNumber: claim.patientControlNumber,
      status: claim.status,
      charge: claim.charge,
      paid: claim.paid,
      patientResponsibility: claim.patientResponsibility,
      filingIndicator: claim.filingIndicator,
      payerClaimNumber: claim.payerClaimNumber,
      facility: claim.facility,
      frequency: claim.frequency,
    },
    patient: { entity: 'QC', type: '1', ...nameOf(claim.patient) },
    insured:
      claim.insured === undefined
        ? undefined
        : { entity: 'IL', type: '1', ...nameOf(claim.insured), idQualifier: 'MI', id: claim.insured.id },
    outpatient: claim.remarks.length === 0 ? undefined : { remarks: [...claim.remarks] },
    claimReceivedDate: { qualifier: '050', date: claim.received },
    supplementalAmounts: claim.interest === undefined ? undefined : [{ qualifier: 'I', amount: claim.interest }],
    lines: claim.lines.map(lineOf),
  };
}

function nameOf({ lastName, firstName, id }: RemitPerson) {
  return { lastName, firstName, ...(id === undefined ? {} : { idQualifier: 'MI' as const, id }) };
}

function lineOf(line: RemitLine): Loop2110 {
  return {
    service: {
      procedure: procedureOf(line.procedure),
      charge: line.charge,
      paid: line.paid,
      units: line.units,
      submittedProcedure: line.submitted === undefined ? undefined : procedureOf(line.submitted),
    },
    serviceDates: datesOf(line.serviceDate),
    adjustments: groupAdjustments(line.adjustments),
    lineControlNumber:
      line.lineControlNumber === undefined ? undefined : { qualifier: '6R', value: line.lineControlNumber },
    supplementalAmounts: line.allowed === undefined ? undefined : [{ qualifier: 'B6', amount: line.allowed }],
    remarks: line.remarks.length === 0 ? undefined : line.remarks.map((code) => ({ list: 'HE', code })),
  };
}

type Procedure = Loop2110['service']['procedure'];

function procedureOf({ qualifier, code, modifiers }: RemitProcedure): Procedure {
  return {
    qualifier: qualifier as Procedure['qualifier'],
    code,
    modifiers: modifiers.length === 0 ? undefined : [...modifiers],
  };
}

function datesOf(serviceDate: string): Loop2110['serviceDates'] {
  const [from = '', to] = serviceDate.split('/');
  if (from === '') return undefined;
  if (to === undefined || to === from) return [{ qualifier: '472', date: from }];
  return [
    { qualifier: '150', date: from },
    { qualifier: '151', date: to },
  ];
}

/** One CAS for each group, in the order in which the groups come. */
function groupAdjustments(adjustments: readonly RemitAdjustment[]): Loop2110['adjustments'] {
  return groupBy(adjustments, ({ group }) => group).flatMap((members) =>
    chunksOf(members, PLACES).map((chunk) => ({
      group: members[0].group,
      adjustments: chunk.map(({ reason, amount }) => ({ reason, amount })),
    })),
  );
}
