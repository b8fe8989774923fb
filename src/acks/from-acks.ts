/** TA1, 999, 997 and 277CA values as records. */
import type {
  AckErrorRecord,
  AckGroupRecord,
  AckTransactionRecord,
  ClaimAckLevelRecord,
  ClaimAckRecord,
  ClaimStatusRecord,
  Ta1Record,
} from '../../schemas/records.ts';
import { procedureOf } from '../claims/parts.ts';
import { clean } from '../clean.ts';
import type {
  Loop2000A,
  Loop2000B,
  Loop2000C,
  Loop2200A,
  Loop2200C,
  Loop2200D,
  Loop2220D,
} from '../guides/values/277ca.ts';
import type * as F from '../guides/values/997.ts';
import type * as X from '../guides/values/997x230.ts';
import type { Loop2000, Loop2100, Set999 } from '../guides/values/999.ts';
import type { Origin } from '../issue.ts';
import type { InterchangeAck } from '../x12/envelope.ts';
import type { SetRecord } from '../x12/set-reader.ts';

/** The record of a TA1. */
export function ta1Record(ack: InterchangeAck, origin: Origin): Ta1Record {
  return { type: 'ta1', ...ack, origin };
}

/** The record of one acknowledged transaction set (loop 2000 of a 999). */
export function transactionFrom999(loop: Loop2000, set: Set999, origin: Origin): AckTransactionRecord {
  return {
    type: '999.transaction',
    ackGs01: set.group?.functionalId ?? '',
    ackGs06: set.group?.control ?? '',
    st01: loop.set?.set ?? '',
    st02: loop.set?.control ?? '',
    result: loop.result?.result ?? '',
    codes: [...(loop.result?.errors ?? [])],
    errors: (loop.segments ?? []).flatMap(({ segment, businessUnitIdentifier, segmentContext, elements }) => {
      const place: AckErrorRecord = clean({
        segmentId: segment?.segment,
        position: segment?.position,
        loop: segment?.loop,
        segmentCode: segment?.error,
        businessUnit: businessUnitIdentifier?.context?.find(
          ({ name, reference }) => name !== undefined && reference !== undefined,
        ),
      });
      if (elements === undefined) return [clean({ ...place, triggers: triggersOf(segmentContext) })];
      return elements.map(({ element, contexts }) =>
        clean({ ...elementError(place, element), triggers: triggersOf(contexts ?? segmentContext) }),
      );
    }),
    origin,
  };
}

/** Situational triggers of a segment or an element: the places named, without what stands there. */
function triggersOf(contexts: Loop2100['segmentContext']): AckErrorRecord['triggers'] {
  return contexts?.map(({ segment, position, loop, element }) =>
    clean({ segmentId: segment, position, loop, element: element?.element, component: element?.component }),
  );
}

type ElementNote = {
  position: { element: number; component?: number | undefined; repetition?: number | undefined };
  error: string;
};

function elementError(place: AckErrorRecord, note: ElementNote | undefined): AckErrorRecord {
  return clean({
    ...place,
    element: note?.position?.element,
    component: note?.position?.component,
    repetition: note?.position?.repetition,
    elementCode: note?.error,
  });
}

type LoopAK2 = F.LoopAK2 | X.LoopAK2;
type Set997 = F.Set997 | X.Set997X230;

/** The record of one acknowledged transaction set of a 997. */
export function transactionFrom997(loop: LoopAK2, set: Set997, origin: Origin): AckTransactionRecord {
  return {
    type: '997.transaction',
    ackGs01: set.group?.functionalId ?? '',
    ackGs06: set.group?.control ?? '',
    st01: loop.set?.set ?? '',
    st02: loop.set?.control ?? '',
    result: loop.result?.result ?? '',
    codes: [...(loop.result?.errors ?? [])],
    errors: (loop.segments ?? []).flatMap(({ segment, element }) => {
      const place = clean({
        segmentId: segment?.segment,
        position: segment?.position,
        loop: segment?.loop,
        segmentCode: segment?.error,
      });
      return element === undefined ? [place] : element.map((note) => elementError(place, note));
    }),
    origin,
  };
}

/** The record of the acknowledged group (AK1 and AK9) of a 999 or 997. */
export function groupFrom999(
  type: '999.group' | '997.group',
  set: Pick<Set999 | Set997, 'group' | 'result'>,
  origin: Origin,
): AckGroupRecord {
  return {
    type,
    gs01: set.group?.functionalId ?? '',
    gs06: set.group?.control ?? '',
    result: set.result?.result ?? '',
    included: set.result?.included ?? 0,
    received: set.result?.received ?? 0,
    accepted: set.result?.accepted ?? 0,
    codes: [...(set.result?.errors ?? [])],
    origin,
  };
}

/** The record of a claim's status (loop 2200D of a 277CA) with who reports it, or of a level above the claims (2200A, 2200B, 2200C). */
export function claimAckFrom277(record: SetRecord, origin: Origin): ClaimAckRecord | ClaimAckLevelRecord {
  const { loop, value, parents } = record;
  if (loop.id !== '2200D') return claimAckLevel(record, origin);
  // Values are what the guide's declaration says they are.
  const claim = value as Loop2200D;
  const source = parents[1] as Loop2000A | undefined;
  return clean({
    type: '277ca.claim',
    patientControlNumber: claim.trace?.number,
    statuses: (claim.statuses ?? []).flatMap(statusesFrom),
    payerClaimNumber: claim.payerClaimControlNumber?.value,
    clearinghouseNumber: claim.clearinghouseClaimNumber?.value,
    serviceDate: claim.serviceDate?.period,
    source: ackParty(source?.source?.name),
    lines: (claim.lines ?? []).map(lineAck),
    origin,
  });
}

const LEVELS: Readonly<Record<string, ClaimAckLevelRecord['level']>> = {
  '2200A': 'source',
  '2200B': 'receiver',
  '2200C': 'provider',
};

function claimAckLevel({ loop, value, parents }: SetRecord, origin: Origin): ClaimAckLevelRecord {
  // Of what is read here 2200B differs from 2200C in its qualifiers alone.
  const answer = value as Partial<Loop2200A> & Partial<Omit<Loop2200C, 'trace'>>;
  const [, source, receiver, provider] = parents as [object, Loop2000A, Loop2000B?, Loop2000C?];
  return clean({
    type: '277ca.level',
    level: LEVELS[loop.id] ?? 'source',
    trace: answer.trace?.number,
    statuses: (answer.statuses ?? []).flatMap(statusesFrom),
    acceptedClaims: claimsIn(answer.totalAcceptedQuantity?.quantity),
    rejectedClaims: claimsIn(answer.totalRejectedQuantity?.quantity),
    acceptedCents: answer.totalAcceptedAmount?.amount,
    rejectedCents: answer.totalRejectedAmount?.amount,
    receivedDate: answer.informationSourceReceiptDate?.period,
    processedDate: answer.informationSourceProcessDate?.period,
    references: answer.providerSecondaryIdentifier?.map(({ qualifier, value: number }) => ({
      qualifier,
      value: number,
    })),
    source: ackParty(source.source?.name),
    receiver: receiver === undefined ? undefined : ackParty(receiver.receiver?.name),
    provider: provider === undefined ? undefined : ackParty(provider.provider?.[0]?.name),
    origin,
  });
}

/** A number of claims is a whole one; any other says nothing. */
function claimsIn(quantity: string | undefined): number | undefined {
  return quantity !== undefined && /^\d{1,9}$/.test(quantity) ? Number(quantity) : undefined;
}

type NamePart = { entity?: string | undefined; lastName?: string | undefined; id?: string | undefined };

function ackParty(name: NamePart | undefined): ClaimAckRecord['source'] {
  return clean({ entity: name?.entity, name: name?.lastName, id: name?.id });
}

type StatusPart = { category: string; status: string; entity?: string | undefined };
type Stc = {
  status: StatusPart;
  date?: string | undefined;
  action?: string | undefined;
  charge?: ClaimStatusRecord['chargeCents'];
  paid?: ClaimStatusRecord['paidCents'];
  paidDate?: string | undefined;
  method?: string | undefined;
  checkDate?: string | undefined;
  checkNumber?: string | undefined;
  status2?: StatusPart | undefined;
  status3?: StatusPart | undefined;
  text?: string | undefined;
};

/** The statuses of an STC: STC01, STC10 and STC11 share its dates and amounts. */
export function statusesFrom(stc: Stc): ClaimStatusRecord[] {
  return [stc.status, stc.status2, stc.status3]
    .filter((part) => part !== undefined)
    .map((part) =>
      clean({
        category: part.category ?? '',
        status: part.status ?? '',
        entity: part.entity,
        date: stc.date,
        action: stc.action,
        chargeCents: stc.charge,
        paidCents: stc.paid,
        paidDate: stc.paidDate,
        method: stc.method,
        checkDate: stc.checkDate,
        checkNumber: stc.checkNumber,
        text: stc.text,
      }),
    );
}

function lineAck(line: Loop2220D): ClaimAckRecord['lines'][number] {
  const { service } = line;
  return clean({
    lineControlNumber: line.lineControlNumber?.value,
    procedure: service?.procedure === undefined ? undefined : procedureOf(service.procedure),
    chargeCents: service?.charge,
    statuses: (line.statuses ?? []).flatMap(statusesFrom),
  });
}
