/** The interchange that answers a received interchange: its TA1, and a 999 or 997 for each of its groups. Pure: clock and numbers are given. */
import { guide997 } from '../guides/997.ts';
import { guide999 } from '../guides/999.ts';
import type { Delimiters } from '../x12/delimiters.ts';
import { emitGroup, type InterchangeFacts, writeEnvelope } from '../x12/emit-interchange.ts';
import type { Party } from '../x12/envelope.ts';
import type { ReceivedInterchange } from './received.ts';
import { addTa1, interchangeResult } from './ta1.ts';
import { type AckPolicy, answeredGroups, type GroupVerdict, groupVerdict } from './verdicts.ts';
import { set997 } from './write-997.ts';
import { set999 } from './write-999.ts';

/** Clock and numbers of an answer; its parties are those of what it answers, turned round. */
export type AnswerFacts = { isa13: number; gs06: number; at: Date; delimiters: Delimiters };

/** The envelope of an answer to an interchange. */
export function answerEnvelope({ header, groups }: ReceivedInterchange, facts: AnswerFacts): InterchangeFacts {
  const group = groups[0]?.header;
  return {
    ...facts,
    sender: partyOf(header.receiver, group?.receiver),
    receiver: partyOf(header.sender, group?.sender),
    usage: header.usage === 'P' ? 'P' : 'T',
    acknowledgmentRequested: false,
    version: header.version === '00401' ? '00401' : '00501',
  };
}

/** An id too long for an ISA comes from one that was no good: what fits of it is repeated. */
function partyOf({ qualifier, id }: Party, groupId: string | undefined): InterchangeFacts['sender'] {
  const known = id.slice(0, 15);
  return { qualifier: qualifier.slice(0, 2).padEnd(2), id: known, groupId: groupId || known };
}

/**
 * When a TA1 is sent: `asked` where ISA14 asks for it, and where the interchange is refused or faults of its envelope are
 * noted, since nothing else would tell of it; `error` only then; `always`.
 */
export type Ta1Policy = 'asked' | 'error' | 'always';

/** What an answer is written from. */
export type AnswerPolicy = AckPolicy & { ta1?: Ta1Policy | undefined };

/** An answer and how many numbers of groups it took. Text is empty when nothing is to be answered. */
export type Answer = { text: string; groups: number };

/**
 * The answer to an interchange, in one interchange: the TA1 first, then a group of 999s, then one of 997s. Of an interchange
 * that is refused there is the TA1 alone; to one that holds only acknowledgments there is no answer.
 */
export function writeAnswer(received: ReceivedInterchange, facts: AnswerFacts, policy: AnswerPolicy = {}): Answer {
  const result = interchangeResult(received);
  if (isAcknowledgment(received)) return { text: '', groups: 0 };
  const verdicts = result.result === 'R' ? [] : answeredGroups(received).map((group) => groupVerdict(group, policy));
  const sendsTa1 = isTa1Due(received, result.result, policy.ta1 ?? 'asked');
  if (!sendsTa1 && verdicts.length === 0) return { text: '', groups: 0 };
  let groups = 0;
  const text = writeEnvelope(answerEnvelope(received, facts), (writer, clean) => {
    if (sendsTa1) addTa1(writer, received, result);
    const number = () => ({ ...clean, gs06: facts.gs06 + groups++ });
    const old = verdicts.filter((verdict) => speaks997(verdict, received));
    const current = verdicts.filter((verdict) => !old.includes(verdict));
    if (current.length > 0) emitGroup(guide999, current.map(set999), writer, number());
    if (old.length > 0) emitGroup(guide997, old.map(set997), writer, number());
    return groups;
  });
  return { text, groups };
}

/** Whether an interchange holds acknowledgments and nothing else: TA1s or groups of 999s and 997s. */
export function isAcknowledgment(received: ReceivedInterchange): boolean {
  return answeredGroups(received).length === 0 && (received.groups.length > 0 || received.answersOthers);
}

function isTa1Due({ header }: ReceivedInterchange, result: 'A' | 'E' | 'R', policy: Ta1Policy): boolean {
  return policy === 'always' || result !== 'A' || (policy === 'asked' && header.acknowledgmentRequested);
}

/** Groups before version 005010 are answered by a 997; where GS08 is none, the version of the interchange decides. */
function speaks997({ header: { gs08 } }: GroupVerdict, { header: { version } }: ReceivedInterchange): boolean {
  return /^00\d{4}/.test(gs08) ? gs08 < '005' : version < '005';
}
