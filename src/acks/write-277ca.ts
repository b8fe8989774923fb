/** A 277CA from plain records: what a clearinghouse or payer says of the claims of received batches. */
import { guide277ca } from '../guides/277ca.ts';
import type { Loop2000B, Loop2000C, Loop2000D, Loop2200D, Set277CA } from '../guides/values/277ca.ts';
import { groupBy } from '../lists.ts';
import { type Cents, sumCents } from '../money.ts';
import { emitInterchange, type InterchangeFacts, type WrittenInterchange } from '../x12/emit-interchange.ts';

/** A status as STC01 has it: category (`A7`), status (`153`), the entity it is about (`PR`). */
export type ClaimStatus = { category: string; status: string; entity?: string | undefined };

/** A billing provider by NPI, or by tax id where it has none. */
export type ProviderIdentity = { name: string; qualifier: 'XX' | 'FI'; id: string };

/** One claim's answer. */
export type ClaimAnswer = {
  provider: ProviderIdentity;
  patientControlNumber: string;
  patient: { lastName: string; firstName?: string | undefined; id: string };
  charge: Cents;
  /** A date or `from/to`. */
  serviceDate: string;
  status: ClaimStatus;
  /** A second status that explains the first (21 never stands alone). */
  detail?: { category: string; status: string } | undefined;
  accepted: boolean;
  /** The payer's number of the claim; only accepted claims have one. */
  payerClaimNumber?: string | undefined;
  clearinghouseNumber?: string | undefined;
};

/** The answers to the claims of one received set. */
export type BatchAnswer = {
  /** AY a clearinghouse, PR a payer. */
  source: { entity: 'AY' | 'PR'; name: string; id: string };
  /** The submitter of the claims. */
  receiver: { name: string; id: string };
  /** BHT03 of the answer and of the set that is answered. */
  reference: string;
  batch: string;
  /** ISO date on which the claims were received. */
  received: string;
  claims: readonly ClaimAnswer[];
};

/** The interchange with one 277CA for each answered set. */
export function write277ca(answers: readonly BatchAnswer[], envelope: InterchangeFacts): WrittenInterchange {
  return emitInterchange(
    guide277ca,
    answers.map((answer) => setOf(answer, envelope.at)),
    envelope,
  );
}

function setOf(answer: BatchAnswer, at: Date): Set277CA {
  const { source, reference } = answer;
  const now = at.toISOString();
  const today = now.slice(0, 10);
  return {
    beginning: { structure: '0085', purpose: '08', reference, date: today, time: now.slice(11, 16), type: 'TH' },
    sources: {
      source: {
        name: {
          entity: source.entity,
          type: '2',
          lastName: source.name,
          idQualifier: source.entity === 'PR' ? 'PI' : '46',
          id: source.id,
        },
      },
      traces: {
        trace: { type: '1', number: reference },
        informationSourceReceiptDate: { qualifier: '050', format: 'D8', period: answer.received },
        informationSourceProcessDate: { qualifier: '009', format: 'D8', period: today },
      },
      receivers: receiverLevel(answer, today),
    },
  };
}

function receiverLevel(answer: BatchAnswer, today: string): Loop2000B {
  const { receiver, source, claims, batch } = answer;
  return {
    receiver: { name: { entity: '41', type: '2', lastName: receiver.name, idQualifier: '46', id: receiver.id } },
    traces: {
      trace: { type: '2', number: batch },
      statuses: [
        {
          // A1 19: received by the one who answers.
          status: { category: 'A1', status: '19', entity: source.entity },
          date: today,
          action: claims.some(({ accepted }) => accepted) ? 'WQ' : 'U',
          charge: sumCents(claims.map(({ charge }) => charge)),
        },
      ],
      ...totalsOf(claims, { accepted: '90', rejected: 'AA' } as const),
    },
    providers: groupBy(claims, ({ provider }) => `${provider.qualifier}${provider.id}`).map((members) =>
      providerLevel(members, today),
    ),
  };
}

/** QTY and AMT of accepted and rejected claims; what there is none of is not sent. */
function totalsOf<A, R>(claims: readonly ClaimAnswer[], qualifiers: { accepted: A; rejected: R }) {
  const accepted = claims.filter((claim) => claim.accepted);
  const rejected = claims.filter((claim) => !claim.accepted);
  const quantityOf = <Q>(list: readonly ClaimAnswer[], qualifier: Q) =>
    list.length === 0 ? undefined : { qualifier, quantity: String(list.length) };
  const amountOf = <Q>(list: readonly ClaimAnswer[], qualifier: Q) =>
    list.length === 0 ? undefined : { qualifier, amount: sumCents(list.map(({ charge }) => charge)) };
  return {
    totalAcceptedQuantity: quantityOf(accepted, qualifiers.accepted),
    totalRejectedQuantity: quantityOf(rejected, qualifiers.rejected),
    totalAcceptedAmount: amountOf(accepted, 'YU' as const),
    totalRejectedAmount: amountOf(rejected, 'YY' as const),
  };
}

function providerLevel(claims: readonly [ClaimAnswer, ...ClaimAnswer[]], today: string): Loop2000C {
  const { provider } = claims[0];
  return {
    provider: [
      { name: { entity: '85', type: '2', lastName: provider.name, idQualifier: provider.qualifier, id: provider.id } },
    ],
    traces: {
      trace: { type: '1', number: '0' },
      ...totalsOf(claims, { accepted: 'QA', rejected: 'QC' } as const),
    },
    patients: claims.map((claim) => patientLevel(claim, today)),
  };
}

function patientLevel(claim: ClaimAnswer, today: string): Loop2000D {
  const { lastName, firstName, id } = claim.patient;
  return {
    patient: { name: { entity: 'QC', type: '1', lastName, firstName, idQualifier: 'MI', id } },
    claims: [claimLevel(claim, today)],
  };
}

function claimLevel(claim: ClaimAnswer, today: string): Loop2200D {
  const { accepted, charge, payerClaimNumber, clearinghouseNumber, serviceDate } = claim;
  return {
    trace: { type: '2', number: claim.patientControlNumber },
    statuses: [{ status: claim.status, date: today, action: accepted ? 'WQ' : 'U', charge, status2: claim.detail }],
    payerClaimControlNumber:
      payerClaimNumber === undefined || !accepted ? undefined : { qualifier: '1K', value: payerClaimNumber },
    clearinghouseClaimNumber:
      clearinghouseNumber === undefined ? undefined : { qualifier: 'D9', value: clearinghouseNumber },
    serviceDate: { qualifier: '472', format: serviceDate.includes('/') ? 'RD8' : 'D8', period: serviceDate },
  };
}
