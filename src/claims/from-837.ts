/** A claim loop of an 837P with the loops around it, as the record that `claimwire read` prints. */
import type { ClaimLineRecord, ClaimRecord } from '../../schemas/records.ts';
import { clean } from '../clean.ts';
import type { Loop2000A, Loop2000B, Loop2000C, Loop2300, Loop2400 } from '../guides/values/837p.ts';
import type { Origin } from '../issue.ts';
import { centsOf, party, procedureOf } from './parts.ts';

/** Loops around a claim, outermost first: set, 2000A, 2000B and, for a dependent, 2000C. */
export type ClaimContext = { provider: Loop2000A; subscriber: Loop2000B; patient?: Loop2000C };

/**
 * The record of one claim (loop 2300). What the file lacks is absent; a claim with issues of severity error may lack even
 * what its type promises, so amounts default to zero and texts to nothing.
 */
export function claimFrom837(claim: Loop2300, context: ClaimContext, origin: Origin): ClaimRecord {
  const { provider, subscriber, patient } = context;
  const facts = claim.claim as Partial<Loop2300['claim']> | undefined;
  return clean({
    type: '837.claim',
    kind: 'professional',
    patientControlNumber: facts?.patientControlNumber ?? '',
    chargeCents: centsOf(facts?.charge),
    frequency: facts?.location?.frequency ?? '',
    placeOfService: facts?.location?.facility,
    payerClaimNumber: claim.payerClaimControlNumber?.value,
    diagnoses: (claim.diagnoses?.codes ?? []).flatMap(({ code }: { code?: string }) => code ?? []),
    billingProvider: clean({
      npi: provider.billingProvider?.name?.id,
      name: provider.billingProvider?.name?.lastName,
      taxId: provider.billingProvider?.taxId?.value,
    }),
    subscriber: party(subscriber.subscriber?.name),
    patient: patient === undefined ? undefined : party(patient.patient?.name),
    relationship: patient === undefined ? subscriber.coverage?.relationship : patient.patientDetails?.relationship,
    payer: party(subscriber.payer?.name),
    payerSequence: subscriber.coverage?.sequence,
    otherPayers: (claim.otherSubscribers ?? []).map((other) =>
      clean({
        id: other.otherPayer?.name?.id,
        name: other.otherPayer?.name?.lastName,
        paidCents: other.payerPaid?.amount,
      }),
    ),
    lines: (claim.serviceLines ?? []).map(lineFrom837),
    origin,
  });
}

function lineFrom837(line: Loop2400, index: number): ClaimLineRecord {
  const service = line.service as Partial<Loop2400['service']> | undefined;
  return clean({
    lineNo: line.number?.number ?? index + 1,
    lineControlNumber: line.lineControlNumber?.value,
    procedure: procedureOf(service?.procedure),
    chargeCents: centsOf(service?.charge),
    unit: service?.unit,
    quantity: service?.quantity,
    serviceDate: line.serviceDate?.period,
    diagnosisPointers: service?.pointers?.pointers ?? [],
  });
}
