/** Claim status questions (276) and answers (277) as records. */
import type { StatusLevelRecord, StatusRequestRecord, StatusResponseRecord } from '../../schemas/records.ts';
import { statusesFrom } from '../acks/from-acks.ts';
import { clean } from '../clean.ts';
import type * as Q from '../guides/values/276.ts';
import type * as A from '../guides/values/277.ts';
import type { Origin } from '../issue.ts';
import type { SetRecord } from '../x12/set-reader.ts';
import { optionalProcedure, party } from './parts.ts';

type Source = Q.Loop2000A | A.Loop2000A;
type Receiver = Q.Loop2000B | A.Loop2000B;
type Provider = Q.Loop2000C | A.Loop2000C;
type Subscriber = Q.Loop2000D | A.Loop2000D;
type Dependent = Q.Loop2000E | A.Loop2000E;
type Claim = Q.Loop2200D | Q.Loop2200E | A.Loop2200D | A.Loop2200E;
type Line = Q.Loop2210D | Q.Loop2210E | A.Loop2220D | A.Loop2220E;

/** The record of one claim that is asked about (loop 2200D or 2200E of a 276). */
export function statusRequestFrom276({ value, parents }: SetRecord, origin: Origin): StatusRequestRecord {
  // Values are what the guide's declaration says they are.
  const claim = value as Q.Loop2200D | Q.Loop2200E;
  return clean({
    type: '276.claim',
    ...claimFacts(claim),
    groupNumber: claim.groupNumber?.value,
    chargeCents: claim.charge?.amount,
    ...partiesOf(parents),
    lines: (claim.lines ?? []).map((line) => clean(lineFacts(line))),
    origin,
  });
}

/** The record of an answer: about a claim (loop 2200D or 2200E of a 277), or to the receiver or the provider (2200B, 2200C). */
export function statusFrom277(record: SetRecord, origin: Origin): StatusResponseRecord | StatusLevelRecord {
  const { loop, value, parents } = record;
  if (loop.id === '2200B' || loop.id === '2200C') return levelFrom277(record, origin);
  const claim = value as A.Loop2200D | A.Loop2200E;
  return clean({
    type: '277.claim',
    ...claimFacts(claim),
    voucher: claim.voucherIdentifier?.value,
    statuses: (claim.statuses ?? []).flatMap(statusesFrom),
    ...partiesOf(parents),
    lines: (claim.lines ?? []).map((line) =>
      clean({
        ...lineFacts(line),
        paidCents: line.service?.paid,
        statuses: (line.statuses ?? []).flatMap(statusesFrom),
      }),
    ),
    origin,
  });
}

function levelFrom277({ loop, value, parents }: SetRecord, origin: Origin): StatusLevelRecord {
  const answer = value as A.Loop2200B | A.Loop2200C;
  const [, source, receiver, provider] = parents as [object, Source, Receiver, Provider?];
  return clean({
    type: '277.level',
    level: loop.id === '2200B' ? 'receiver' : 'provider',
    trace: answer.trace?.number,
    statuses: (answer.statuses ?? []).flatMap(statusesFrom),
    payer: statusParty(source.source?.name),
    receiver: statusParty(receiver.receiver?.name),
    provider: provider === undefined ? undefined : statusParty(provider.provider?.[0]?.name),
    origin,
  });
}

function claimFacts(claim: Claim) {
  return {
    trace: claim.trace?.number,
    patientControlNumber: claim.patientControlNumber?.value,
    payerClaimNumber: claim.payerClaimControlNumber?.value,
    clearinghouseNumber: claim.clearinghouseClaimNumber?.value,
    billType: claim.billType?.value,
    serviceDate: claim.serviceDate?.period,
  };
}

function lineFacts({ service, lineControlNumber, serviceDate }: Line) {
  return {
    lineControlNumber: lineControlNumber?.value,
    procedure: optionalProcedure(service?.procedure),
    revenueCode: service?.revenueCode,
    chargeCents: service?.charge,
    quantity: service?.submittedUnits,
    serviceDate: serviceDate?.period,
  };
}

/** The loops around a claim, outermost first: set, 2000A to 2000D and, for a dependent, 2000E. */
function partiesOf(parents: SetRecord['parents']) {
  const [, source, receiver, provider, subscriber, dependent] = parents as [
    object,
    Source,
    Receiver,
    Provider,
    Subscriber,
    Dependent?,
  ];
  return {
    payer: statusParty(source.source?.name),
    receiver: statusParty(receiver.receiver?.name),
    provider: statusParty(provider.provider?.[0]?.name),
    subscriber: party(subscriber.subscriber?.name),
    patient: dependent === undefined ? undefined : party(dependent.dependent?.name),
  };
}

type NamePart = { entity?: string | undefined; lastName?: string | undefined; id?: string | undefined };

function statusParty(name: NamePart | undefined): StatusLevelRecord['payer'] {
  return clean({ entity: name?.entity, name: name?.lastName, id: name?.id });
}
