/** A 277CA from plain records: what a clearinghouse or payer says of the claims of one batch. */
import { guide277ca } from '../guides/277ca.ts';
import type { Loop2000C, Loop2200D, Set277CA } from '../guides/values/277ca.ts';
import { type Cents, sumCents } from '../money.ts';
import { emitSet } from '../x12/emitter.ts';
import { formatIsa13, gsElements, isaElements } from '../x12/envelope.ts';
import { createSegmentWriter } from '../x12/writer.ts';
import type { AckEnvelope } from './acknowledge.ts';

/** One claim's answer. Category and status as STC01 has them (`A2`, `20`). */
export type ClaimAnswer = {
  patientControlNumber: string;
  patient: { lastName: string; firstName?: string | undefined; id: string };
  charge: Cents;
  /** A date or `from/to`. */
  serviceDate: string;
  category: string;
  status: string;
  entity?: string | undefined;
  accepted: boolean;
  payerClaimNumber?: string | undefined;
  clearinghouseNumber?: string | undefined;
};

export type ClaimAnswers = {
  /** AY a clearinghouse, PR a payer. */
  source: { entity: 'AY' | 'PR'; name: string; id: string };
  receiver: { name: string; id: string };
  provider: { name: string; npi: string };
  /** BHT03 and the trace numbers derive from it; `batch` is the BHT03 of the claims answered. */
  reference: string;
  batch: string;
  /** ISO dates. */
  received: string;
  claims: readonly ClaimAnswer[];
};

/** The interchange with one 277CA. */
export function write277ca(answers: ClaimAnswers, envelope: AckEnvelope): string {
  const writer = createSegmentWriter(envelope.delimiters);
  writer.segment(isaElements(envelope));
  writer.segment(gsElements(envelope, { gs01: guide277ca.group, gs06: envelope.gs06, gs08: guide277ca.id }));
  emitSet(guide277ca, setOf(answers, envelope), { writer, delimiters: envelope.delimiters, st02: '0001' });
  writer.segment(['GE', '1', String(envelope.gs06)]);
  writer.segment(['IEA', '1', formatIsa13(envelope.isa13)]);
  return writer.text();
}

function setOf(answers: ClaimAnswers, { at }: AckEnvelope): Set277CA {
  const now = at.toISOString();
  const today = now.slice(0, 10);
  const total = totalsOf(answers.claims);
  return {
    beginning: {
      structure: '0085',
      purpose: '08',
      reference: answers.reference,
      date: today,
      time: now.slice(11, 16),
      type: 'TH',
    },
    sources: {
      source: {
        name: {
          entity: answers.source.entity,
          type: '2',
          lastName: answers.source.name,
          idQualifier: answers.source.entity === 'PR' ? 'PI' : '46',
          id: answers.source.id,
        },
      },
      traces: {
        trace: { type: '1', number: answers.reference },
        informationSourceReceiptDate: { qualifier: '050', format: 'D8', period: answers.received },
        informationSourceProcessDate: { qualifier: '009', format: 'D8', period: today },
      },
      receivers: {
        receiver: {
          name: {
            entity: '41',
            type: '2',
            lastName: answers.receiver.name,
            idQualifier: '46',
            id: answers.receiver.id,
          },
        },
        traces: {
          trace: { type: '2', number: answers.batch },
          statuses: [
            {
              status: { category: 'A1', status: '19', entity: answers.source.entity },
              date: today,
              action: total.rejected === total.count ? 'U' : 'WQ',
              charge: total.charge,
            },
          ],
          totalAcceptedQuantity:
            total.accepted === 0 ? undefined : { qualifier: '90', quantity: String(total.accepted) },
          totalRejectedQuantity:
            total.rejected === 0 ? undefined : { qualifier: 'AA', quantity: String(total.rejected) },
          totalAcceptedAmount: total.accepted === 0 ? undefined : { qualifier: 'YU', amount: total.acceptedCharge },
          totalRejectedAmount: total.rejected === 0 ? undefined : { qualifier: 'YY', amount: total.rejectedCharge },
        },
        providers: [providerLevel(answers, today)],
      },
    },
  };
}

function totalsOf(claims: readonly ClaimAnswer[]) {
  const accepted = claims.filter((claim) => claim.accepted);
  const rejected = claims.filter((claim) => !claim.accepted);
  const charges = (list: readonly ClaimAnswer[]) => sumCents(list.map(({ charge }) => charge));
  return {
    count: claims.length,
    accepted: accepted.length,
    rejected: rejected.length,
    charge: charges(claims),
    acceptedCharge: charges(accepted),
    rejectedCharge: charges(rejected),
  };
}

function providerLevel({ provider, claims }: ClaimAnswers, today: string): Loop2000C {
  return {
    provider: [{ name: { entity: '85', type: '2', lastName: provider.name, idQualifier: 'XX', id: provider.npi } }],
    patients: claims.map((claim) => ({
      patient: {
        name: {
          entity: 'QC',
          type: '1',
          lastName: claim.patient.lastName,
          firstName: claim.patient.firstName,
          idQualifier: 'MI',
          id: claim.patient.id,
        },
      },
      claims: [claimLevel(claim, today)],
    })),
  };
}

function claimLevel(claim: ClaimAnswer, today: string): Loop2200D {
  return {
    trace: { type: '2', number: claim.patientControlNumber },
    statuses: [
      {
        status: { category: claim.category, status: claim.status, entity: claim.entity },
        date: today,
        action: claim.accepted ? 'WQ' : 'U',
        charge: claim.charge,
      },
    ],
    payerClaimControlNumber:
      claim.payerClaimNumber === undefined ? undefined : { qualifier: '1K', value: claim.payerClaimNumber },
    clearinghouseClaimNumber:
      claim.clearinghouseNumber === undefined ? undefined : { qualifier: 'D9', value: claim.clearinghouseNumber },
    serviceDate: {
      qualifier: '472',
      format: claim.serviceDate.includes('/') ? 'RD8' : 'D8',
      period: claim.serviceDate,
    },
  };
}
