/** An 835 from plain records. Amounts are cents; what does not balance is the caller's fault and is written as it is. */

import type { AckEnvelope } from '../acks/acknowledge.ts';
import { guide835 } from '../guides/835.ts';
import type { Loop2100, Loop2110, Set835 } from '../guides/values/835.ts';
import type { Cents } from '../money.ts';
import { emitSet } from '../x12/emitter.ts';
import { formatIsa13, gsElements, isaElements } from '../x12/envelope.ts';
import { createSegmentWriter } from '../x12/writer.ts';

export type RemitAdjustment = { group: 'CO' | 'OA' | 'PI' | 'PR'; reason: string; amount: Cents };

/** One paid or denied line. */
export type RemitLine = {
  procedure: { qualifier: string; code: string; modifiers: readonly string[] };
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
  patient: { lastName: string; firstName?: string | undefined; id?: string | undefined };
  remarks: readonly string[];
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
  payee: { name: string; npi: string };
  claims: readonly RemitClaim[];
  providerAdjustments: readonly { reason: string; reference?: string | undefined; amount: Cents }[];
};

/** The interchange with one 835. */
export function write835(remittance: Remittance, envelope: AckEnvelope): string {
  const writer = createSegmentWriter(envelope.delimiters);
  writer.segment(isaElements(envelope));
  writer.segment(gsElements(envelope, { gs01: guide835.group, gs06: envelope.gs06, gs08: guide835.id }));
  emitSet(guide835, setOf(remittance), { writer, delimiters: envelope.delimiters, st02: '0001' });
  writer.segment(['GE', '1', String(envelope.gs06)]);
  writer.segment(['IEA', '1', formatIsa13(envelope.isa13)]);
  return writer.text();
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
    payee: { name: { entity: 'PE', name: payee.name, idQualifier: 'XX', id: payee.npi } },
    headers: [{ number: { number: 1 }, claims: remittance.claims.map(claimOf) }],
    providerAdjustments:
      remittance.providerAdjustments.length === 0
        ? undefined
        : [
            {
              providerId: payee.npi,
              fiscalDate: `${date.slice(0, 4)}-12-31`,
              adjustments: remittance.providerAdjustments.map(({ reason, reference, amount }) => ({
                adjustment: { reason, reference },
                amount,
              })),
            },
          ],
  };
}

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
    patient: {
      entity: 'QC',
      type: '1',
      lastName: claim.patient.lastName,
      firstName: claim.patient.firstName,
      ...(claim.patient.id === undefined ? {} : { idQualifier: 'MI', id: claim.patient.id }),
    },
    outpatient: claim.remarks.length === 0 ? undefined : { remarks: [...claim.remarks] },
    claimReceivedDate: { qualifier: '050', date: claim.received },
    lines: claim.lines.map(lineOf),
  };
}

function lineOf(line: RemitLine): Loop2110 {
  const [from = '', to] = line.serviceDate.split('/');
  return {
    service: {
      procedure: {
        qualifier: line.procedure.qualifier as Loop2110['service']['procedure']['qualifier'],
        code: line.procedure.code,
        modifiers: line.procedure.modifiers.length === 0 ? undefined : [...line.procedure.modifiers],
      },
      charge: line.charge,
      paid: line.paid,
      units: line.units,
    },
    serviceDates:
      to === undefined
        ? [{ qualifier: '472', date: from }]
        : [
            { qualifier: '150', date: from },
            { qualifier: '151', date: to },
          ],
    adjustments: groupAdjustments(line.adjustments),
    lineControlNumber:
      line.lineControlNumber === undefined ? undefined : { qualifier: '6R', value: line.lineControlNumber },
    supplementalAmounts: line.allowed === undefined ? undefined : [{ qualifier: 'B6', amount: line.allowed }],
    remarks: line.remarks.length === 0 ? undefined : line.remarks.map((code) => ({ list: 'HE', code })),
  };
}

/** One CAS for each group, in the order in which the groups come. */
function groupAdjustments(adjustments: readonly RemitAdjustment[]): Loop2110['adjustments'] {
  const groups = [...new Set(adjustments.map(({ group }) => group))];
  if (groups.length === 0) return undefined;
  return groups.map((group) => ({
    group,
    adjustments: adjustments.filter((one) => one.group === group).map(({ reason, amount }) => ({ reason, amount })),
  }));
}
