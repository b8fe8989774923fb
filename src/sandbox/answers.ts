/** Everything the sandbox answers to one received 837. Pure: names, numbers and times of the answers derive from the file. */

import type { ClaimRecord, InterchangeRecord } from '../../schemas/records.ts';
import { type AckEnvelope, fileIssue, receiveFile, write999, writeTa1 } from '../acks/acknowledge.ts';
import { type ClaimAnswer, write277ca } from '../acks/write-277ca.ts';
import { issue } from '../issue.ts';
import { sumCents, toCents, ZERO_CENTS } from '../money.ts';
import { readInterchangeSync } from '../read-interchange.ts';
import { type RemitClaim, write835 } from '../remits/write-835.ts';
import { DEFAULT_DELIMITERS } from '../x12/delimiters.ts';
import { adjudicate, derivedNumber, payerClaimNumber } from './adjudicate.ts';
import { INTEREST, PENDED, REFUSED_PROCEDURE, UNKNOWN_MEMBER, UNKNOWN_PAYER } from './rules.ts';

/** One answer file. `stage`: 1 at once (TA1, 999), 2 the clearinghouse and the payer (277CA), 3 the money (835). */
export type Answer = { name: string; stage: 1 | 2 | 3; text: string };

/** What a received file held, for the sandbox's own count. */
export type ReceivedClaims = { isa13: string; controlNumbers: string[] };

type Case = {
  seed: string;
  interchange: InterchangeRecord;
  at: Date;
  claims: ClaimRecord[];
  answers: Answer[];
  numbers: number;
};

/** The answers to a file, in the order in which they are given. */
export function answerFile(bytes: Uint8Array, seed: string): { answers: Answer[]; received: ReceivedClaims } {
  const items = [...readInterchangeSync(bytes)];
  const claims = items.filter((item) => item.type === '837.claim');
  const interchange = items.find((item) => item.type === 'interchange');
  if (interchange === undefined) return { answers: [], received: { isa13: '', controlNumbers: [] } };
  const file: Case = { seed, interchange, at: momentOf(interchange), claims, answers: [], numbers: 0 };
  const refusedSets = answerStructure(file, bytes);
  const taken = claims.filter(({ origin }) => !refusedSets.has(`${origin.gs06}|${origin.st02}`));
  const forwarded = answerAtClearinghouse(file, taken);
  const adjudicated = answerAtPayer(file, forwarded);
  pay(file, adjudicated);
  return {
    answers: file.answers,
    received: {
      isa13: interchange.isa13,
      controlNumbers: claims.map(({ patientControlNumber }) => patientControlNumber),
    },
  };
}

/** The answers' clock is the file's own ISA date: a repeated answer is the same to the byte. */
function momentOf({ date, time }: InterchangeRecord): Date {
  return new Date(`${date ?? '2000-01-01'}T${time ?? '00:00'}:00Z`);
}

/** The next envelope back to the sender; its control number derives from the one answered. */
function envelope(file: Case): AckEnvelope {
  const { interchange } = file;
  const party = (qualifier: string, id: string) => ({ qualifier, id, groupId: id });
  const number = ((Number(interchange.isa13) * 20 + ++file.numbers) % 999_999_998) + 1;
  return {
    sender: party(interchange.receiverQualifier, interchange.receiver),
    receiver: party(interchange.senderQualifier, interchange.sender),
    usage: interchange.usage === 'P' ? 'P' : 'T',
    isa13: number,
    gs06: number,
    at: file.at,
    acknowledgmentRequested: false,
    delimiters: DEFAULT_DELIMITERS,
  };
}

function add(file: Case, stage: Answer['stage'], kind: string, text: string): void {
  const { sender, isa13 } = file.interchange;
  file.answers.push({ name: `${sender}_${isa13}_${file.answers.length + 1}_${kind}.x12`, stage, text });
}

/** TA1 and 999; gives the refused sets. */
function answerStructure(file: Case, bytes: Uint8Array): Set<string> {
  const received = receiveFile(bytes);
  for (const claim of file.claims) {
    const line = claim.lines.find(({ procedure }) => procedure.code === REFUSED_PROCEDURE);
    if (line !== undefined) fileIssue(received, refusal(claim, line.lineNo));
  }
  add(file, 1, 'TA1', writeTa1(received, envelope(file)));
  add(file, 1, '999', write999(received, envelope(file)));
  const refused = received.groups.flatMap(({ header, sets }) =>
    sets
      .filter(({ issues }) => issues.some(({ severity }) => severity === 'error'))
      .map((set) => `${header.gs06}|${set.header.st02}`),
  );
  return new Set(refused);
}

function refusal(claim: ClaimRecord, lineNo: number) {
  // CLM, HI and what stands before the first LX differ by claim: the position named is that of the claim itself.
  return issue('element-code', {
    message: 'a procedure code that this receiver does not take',
    segmentId: 'SV1',
    element: 'SV101-02',
    loop: '2400',
    origin: { ...claim.origin, segment: (claim.origin.segment ?? 1) + lineNo + 1 },
  });
}

/** The clearinghouse's 277CA; gives the claims it passes on. */
function answerAtClearinghouse(file: Case, claims: readonly ClaimRecord[]): ClaimRecord[] {
  const judged = claims.map((claim) => {
    const refused = claim.payer.id === UNKNOWN_PAYER;
    // A7 153: an entity's id number is invalid; the entity is the payer.
    const answer = refused
      ? { category: 'A7', status: '153', entity: 'PR', accepted: false }
      : { category: 'A2', status: '20', accepted: true };
    return {
      claim,
      answer: {
        ...claimAnswer(claim),
        ...answer,
        clearinghouseNumber: `C${derivedNumber(10, file.seed, claim.patientControlNumber)}`,
      },
    };
  });
  write277(file, { entity: 'AY', name: 'SANDBOX CLEARINGHOUSE', id: file.interchange.receiver }, judged);
  return judged.filter(({ answer }) => answer.accepted).map(({ claim }) => claim);
}

/** The payer's 277CA; gives the claims it will adjudicate. */
function answerAtPayer(file: Case, claims: readonly ClaimRecord[]): ClaimRecord[] {
  const byPayer = groupByPayer(claims);
  const taken: ClaimRecord[] = [];
  for (const [payer, members] of byPayer) {
    const judged = members.map((claim) => ({
      claim,
      answer: { ...claimAnswer(claim), ...payerVerdict(claim), payerClaimNumber: payerClaimNumber(file.seed, claim) },
    }));
    write277(file, { entity: 'PR', name: members[0]?.payer.lastName ?? payer, id: payer }, judged);
    taken.push(...judged.filter(({ answer }) => answer.accepted).map(({ claim }) => claim));
  }
  return taken;
}

function payerVerdict(claim: ClaimRecord) {
  // A3 33: the subscriber is not found. P1 3: received, being adjudicated.
  if (UNKNOWN_MEMBER.test(claim.subscriber.id ?? ''))
    return { category: 'A3', status: '33', entity: 'IL', accepted: false };
  if (claim.lines.some(({ procedure }) => PENDED.has(procedure.code)))
    return { category: 'P1', status: '3', accepted: true };
  return { category: 'A2', status: '20', accepted: true };
}

function groupByPayer(claims: readonly ClaimRecord[]): Map<string, ClaimRecord[]> {
  const groups = new Map<string, ClaimRecord[]>();
  for (const claim of claims) groups.set(claim.payer.id ?? '', [...(groups.get(claim.payer.id ?? '') ?? []), claim]);
  return groups;
}

function claimAnswer(claim: ClaimRecord) {
  const patient = claim.patient ?? claim.subscriber;
  return {
    patientControlNumber: claim.patientControlNumber,
    patient: { lastName: patient.lastName ?? '', firstName: patient.firstName, id: claim.subscriber.id ?? '' },
    charge: claim.chargeCents,
    serviceDate: claim.lines[0]?.serviceDate ?? '',
  };
}

type Judged = { claim: ClaimRecord; answer: ClaimAnswer };

function write277(
  file: Case,
  source: { entity: 'AY' | 'PR'; name: string; id: string },
  judged: readonly Judged[],
): void {
  const [first] = judged;
  if (first === undefined) return;
  const { interchange, at } = file;
  const text = write277ca(
    {
      source,
      receiver: { name: interchange.sender, id: interchange.sender },
      provider: { name: first.claim.billingProvider.name ?? '', npi: first.claim.billingProvider.npi ?? '' },
      reference: `${source.entity}${interchange.isa13}`,
      batch: interchange.isa13,
      received: at.toISOString().slice(0, 10),
      claims: judged.map(({ answer }) => answer),
    },
    envelope(file),
  );
  add(file, 2, `277CA-${source.entity}`, text);
}

/** One 835 for each payer and billing provider. */
function pay(file: Case, claims: readonly ClaimRecord[]): void {
  const today = file.at.toISOString().slice(0, 10);
  const groups = new Map<string, ClaimRecord[]>();
  for (const claim of claims) {
    const key = `${claim.payer.id ?? ''}|${claim.billingProvider.npi ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  for (const [key, members] of groups) payGroup(file, key, members, today);
}

function payGroup(file: Case, key: string, claims: readonly ClaimRecord[], today: string): void {
  const [first] = claims;
  if (first === undefined) return;
  const remits: RemitClaim[] = claims.map((claim) => adjudicate(claim, today, file.seed));
  const paid = sumCents(remits.map((claim) => claim.paid));
  const interest =
    paid > INTEREST.abovePaidCents
      ? [{ reason: 'L6', reference: remits[0]?.payerClaimNumber, amount: toCents(-INTEREST.cents) }]
      : [];
  const adjusted = sumCents(interest.map(({ amount }) => amount));
  const payerId = first.payer.id ?? '';
  const text = write835(
    {
      amount: toCents(paid - adjusted < 0 ? ZERO_CENTS : paid - adjusted),
      date: today,
      traceNumber: `T${derivedNumber(12, file.seed, file.interchange.isa13, key)}`,
      company: `1${derivedNumber(9, 'company', payerId)}`,
      payer: {
        name: first.payer.lastName ?? payerId,
        id: payerId,
        phone: '8005550100',
        address: { line1: '1 SANDBOX PLAZA', city: 'COLUMBUS', state: 'OH', zip: '432150001' },
      },
      payee: { name: first.billingProvider.name ?? '', npi: first.billingProvider.npi ?? '' },
      claims: remits,
      providerAdjustments: interest,
    },
    envelope(file),
  );
  add(file, 3, `835-${payerId.replace(/[^A-Za-z0-9]/g, '')}`, text);
}
