/** Everything the sandbox answers to a received file. Pure: clock and seed are given, all numbers derive from the file. */
import { addIssue, type ReceivedInterchange } from '../acks/received.ts';
import { interchangeResult, writeTa1 } from '../acks/ta1.ts';
import { isGroupRefused, isRefused } from '../acks/verdicts.ts';
import { write277ca } from '../acks/write-277ca.ts';
import { write999 } from '../acks/write-999.ts';
import { answerEnvelope } from '../acks/write-answer.ts';
import { groupBy } from '../lists.ts';
import { write835 } from '../remits/write-835.ts';
import { DEFAULT_DELIMITERS } from '../x12/delimiters.ts';
import type { InterchangeFacts, WrittenInterchange } from '../x12/emit-interchange.ts';
import { clearinghouseAnswers, payerAnswers, type Verdict } from './claim-answers.ts';
import { type ClaimInterchange, type ReceivedClaim, readClaimFile } from './claim-file.ts';
import { partnerIssues } from './partner-rules.ts';
import { remittances } from './remittances.ts';

/** One answer file. `stage`: 1 at once (TA1, 999), 2 the clearinghouse and the payer (277CA), 3 the money (835). */
export type Answer = { name: string; stage: 1 | 2 | 3; text: string };

/** What a received file held, for the sandbox's own count. */
export type FileContent = { interchanges: { sender: string; isa13: string }[]; controlNumbers: string[] };

export type AnswerOptions = {
  seed: string;
  at: Date;
  /** Ordinal of the file among all that were received: names the answer to an interchange that came before. */
  receipt: number;
  /** Whether an interchange of this sender and number was received before. */
  isKnown(sender: string, isa13: string): boolean;
};

/** The answers to a file, in the order in which they are given. */
export function answerFile(bytes: Uint8Array, options: AnswerOptions): { answers: Answer[]; content: FileContent } {
  const interchanges = readClaimFile(bytes);
  const issues = partnerIssues(bytes);
  const content: FileContent = { interchanges: [], controlNumbers: [] };
  const answers: Answer[] = [];
  for (const { received, claims } of interchanges) {
    const { isa13, sender } = received.header;
    const known = options.isKnown(sender.id, isa13) || content.interchanges.some((one) => sameNumber(one, received));
    for (const found of issues) if (found.origin?.isa13 === isa13) addIssue(received, found);
    answers.push(...(known ? refuseRepeat(received, options) : answerInterchange({ received, claims }, options)));
    content.interchanges.push({ sender: sender.id, isa13 });
    content.controlNumbers.push(...claims.map(({ record }) => record.patientControlNumber));
  }
  return { answers, content };
}

function sameNumber(one: { sender: string; isa13: string }, { header }: ReceivedInterchange): boolean {
  return one.sender === header.sender.id && one.isa13 === header.isa13;
}

/** TA1 025: a control number that was used before; nothing of the interchange is looked at. */
function refuseRepeat(received: ReceivedInterchange, options: AnswerOptions): Answer[] {
  const drafts = createDrafts(received, options, `R${options.receipt}-`);
  drafts.add(1, 'TA1', (envelope) => writeTa1(received, envelope, { result: 'R', note: '025' }));
  return drafts.answers;
}

function answerInterchange({ received, claims }: ClaimInterchange, options: AnswerOptions): Answer[] {
  const drafts = createDrafts(received, options, '');
  drafts.add(1, 'TA1', (envelope) => writeTa1(received, envelope));
  if (interchangeResult(received).result === 'R') return drafts.answers;
  drafts.add(1, '999', (envelope) => write999(received, envelope));
  const context = { seed: options.seed, today: options.at.toISOString().slice(0, 10), isa13: received.header.isa13 };
  const { receiver } = received.header;
  const atClearinghouse = clearinghouseAnswers(takenClaims(received, claims), context, receiver.id);
  drafts.addClaimAnswers('AY', atClearinghouse.batches);
  const paid: ReceivedClaim[] = [];
  for (const members of groupBy(accepted(atClearinghouse.verdicts), payerOf)) {
    const atPayer = payerAnswers(members, context);
    drafts.addClaimAnswers(payerOf(members[0]), atPayer.batches);
    paid.push(...accepted(atPayer.verdicts));
  }
  for (const members of groupBy(paid, payerOf))
    drafts.add(3, `835_${payerOf(members[0])}`, (envelope) => write835(remittances(members, context), envelope));
  return drafts.answers;
}

/** Claims of sets that the 999 took. */
function takenClaims({ groups }: ReceivedInterchange, claims: readonly ReceivedClaim[]): ReceivedClaim[] {
  const taken = groups
    .filter((group) => !isGroupRefused(group))
    .flatMap(({ header, sets }) =>
      sets.filter((set) => !isRefused(set)).map((set) => `${header.gs06}|${set.header.st02}`),
    );
  const keys = new Set(taken);
  return claims.filter(({ record: { origin } }) => keys.has(`${origin.gs06}|${origin.st02}`));
}

function accepted(verdicts: readonly Verdict[]): ReceivedClaim[] {
  return verdicts.filter(({ refusal }) => refusal === undefined).map(({ claim }) => claim);
}

function payerOf({ record }: ReceivedClaim): string {
  return record.payer.id ?? '';
}

type Written = string | WrittenInterchange | undefined;

/** Collects answers: each with an envelope, a control number and a name of its own, all from the interchange answered. */
function createDrafts(received: ReceivedInterchange, { at }: AnswerOptions, prefix: string) {
  const { header } = received;
  const answers: Answer[] = [];
  const add = (stage: Answer['stage'], kind: string, write: (envelope: InterchangeFacts) => Written) => {
    const number = ((Number(header.isa13) || 0) * PER_INTERCHANGE + answers.length) % HIGHEST;
    const facts = { isa13: number + 1, gs06: number + 1, at, delimiters: DEFAULT_DELIMITERS };
    const written = write(answerEnvelope(received, facts));
    if (written === undefined) return;
    const ordinal = String(answers.length + 1).padStart(2, '0');
    const name = [header.sender.id, header.isa13, `${prefix}${ordinal}`, kind].map(plain).join('_');
    answers.push({ name: `${name}.x12`, stage, text: typeof written === 'string' ? written : written.text });
  };
  return {
    answers,
    add,
    addClaimAnswers(from: string, batches: Parameters<typeof write277ca>[0]) {
      if (batches.length > 0) add(2, `277CA_${from}`, (envelope) => write277ca(batches, envelope));
    },
  };
}

/** Control numbers of answers: so many for each interchange that is answered. */
const PER_INTERCHANGE = 100;
const HIGHEST = 999_999_999;

function plain(part: string): string {
  return part.replace(/[^A-Za-z0-9_-]/g, '');
}
