/** The 277CAs: what the clearinghouse, and then the payer, says of each claim. */
import type { ClaimRecord } from '../../schemas/records.ts';
import type { BatchAnswer, ClaimAnswer, ProviderIdentity } from '../acks/write-277ca.ts';
import { groupBy } from '../lists.ts';
import { derivedNumber, payerClaimNumber, UNNAMED } from './adjudicate.ts';
import type { ReceivedClaim } from './claim-file.ts';
import {
  BALANCE_REFUSAL,
  CLEARINGHOUSE_MEMBERS,
  PAYER_MEMBERS,
  PAYER_REFUSAL,
  PENDED,
  type Refusal,
  UNKNOWN_PAYER,
} from './rules.ts';

/** What answers derive from: the seed, the day and the interchange answered. */
export type AnswerContext = { seed: string; today: string; isa13: string };

/** A claim and why it is refused; absent: it goes on. */
export type Verdict = { claim: ReceivedClaim; refusal: Refusal | undefined };

export type ClaimAnswers = { verdicts: Verdict[]; batches: BatchAnswer[] };

/** The clearinghouse's answers, one for each set that the claims came in. */
export function clearinghouseAnswers(
  claims: readonly ReceivedClaim[],
  context: AnswerContext,
  id: string,
): ClaimAnswers {
  const verdicts = claims.map((claim) => ({ claim, refusal: clearinghouseRefusal(claim.record) }));
  const source = { entity: 'AY', name: 'SANDBOX CLEARINGHOUSE', id } as const;
  return { verdicts, batches: batchesOf(verdicts, source, context) };
}

/** A payer's answers to the claims that the clearinghouse passed on to it. */
export function payerAnswers(
  claims: readonly [ReceivedClaim, ...ReceivedClaim[]],
  context: AnswerContext,
): ClaimAnswers {
  const verdicts = claims.map((claim) => ({ claim, refusal: payerRefusal(claim.record) }));
  const { id = '', lastName = id } = claims[0].record.payer;
  return { verdicts, batches: batchesOf(verdicts, { entity: 'PR', name: lastName, id }, context) };
}

/** Whether the claim charge (CLM02) is the sum of the line charges (SV102). */
function chargesAddUp({ chargeCents, lines }: ClaimRecord): boolean {
  return lines.length === 0 || lines.reduce((sum, line) => sum + line.chargeCents, 0) === chargeCents;
}

function clearinghouseRefusal(claim: ClaimRecord): Refusal | undefined {
  if (claim.payer.id === UNKNOWN_PAYER) return PAYER_REFUSAL;
  if (!chargesAddUp(claim)) return BALANCE_REFUSAL;
  return CLEARINGHOUSE_MEMBERS.find(({ ending }) => ending.test(claim.subscriber.id ?? ''))?.refusal;
}

function payerRefusal(claim: ClaimRecord): Refusal | undefined {
  return PAYER_MEMBERS.find(({ ending }) => ending.test(claim.subscriber.id ?? ''))?.refusal;
}

function batchesOf(verdicts: readonly Verdict[], source: BatchAnswer['source'], context: AnswerContext): BatchAnswer[] {
  const { seed, today, isa13 } = context;
  return groupBy(verdicts, ({ claim: { record } }) => `${record.origin.gs06}|${record.origin.st02}`).map((members) => {
    const { batch, submitter, record } = members[0].claim;
    const part = [source.entity, source.id, isa13, record.origin.gs06 ?? '', record.origin.st02 ?? ''];
    return {
      source,
      receiver: submitter,
      reference: derivedNumber(15, seed, ...part),
      batch,
      received: today,
      claims: members.map((member) => answerOf(member, source.entity, seed)),
    };
  });
}

function answerOf({ claim: { record }, refusal }: Verdict, entity: 'AY' | 'PR', seed: string): ClaimAnswer {
  const patient = record.patient ?? record.subscriber;
  const { category, status, entity: about, detail } = refusal ?? acceptance(record, entity);
  const { payer, patientControlNumber, frequency } = record;
  return {
    provider: providerOf(record),
    patientControlNumber,
    patient: {
      lastName: patient.lastName ?? '',
      firstName: patient.firstName,
      id: patient.id ?? record.subscriber.id ?? UNNAMED,
    },
    charge: record.chargeCents,
    serviceDate: servicePeriod(record),
    status: { category, status, entity: about },
    detail,
    accepted: refusal === undefined,
    payerClaimNumber: entity === 'PR' ? payerClaimNumber(seed, record) : undefined,
    clearinghouseNumber: `C${derivedNumber(12, seed, payer.id ?? '', patientControlNumber, frequency, 'C')}`,
  };
}

/** The clearinghouse has received it (A1 20); the payer takes it into adjudication (A2 20) or has it in process (P1 3). */
function acceptance({ lines }: ClaimRecord, entity: 'AY' | 'PR'): Refusal {
  if (entity === 'AY') return { category: 'A1', status: '20' };
  const pended = lines.some(({ procedure }) => PENDED.has(procedure?.code ?? ''));
  return pended ? { category: 'P1', status: '3' } : { category: 'A2', status: '20' };
}

/** By NPI, or by tax id where it has none. */
export function providerOf({ billingProvider }: ClaimRecord): ProviderIdentity {
  const { name = '', npi, taxId } = billingProvider;
  return npi === undefined ? { name, qualifier: 'FI', id: taxId ?? UNNAMED } : { name, qualifier: 'XX', id: npi };
}

/** From the first to the last day of service. */
function servicePeriod({ lines }: ClaimRecord): string {
  const days = lines.flatMap(({ serviceDate }) => serviceDate?.split('/') ?? []).sort();
  const [first = ''] = days;
  const last = days.at(-1) ?? first;
  return first === last ? first : `${first}/${last}`;
}
