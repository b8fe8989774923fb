/**
 * Whose claim a claim payment speaks of. Every proof that both sides share weighs for a claim, every contradiction against it;
 * the best is taken only when it is good enough and clearly better than the next. What is left goes to a person. Pure.
 */
import type { ClaimPaymentRecord, PartyRecord } from '../../schemas/records.ts';

/** What a claim payment says that can be compared with a claim. */
export type PaymentEvidence = {
  patientControlNumber: string;
  payerClaimNumber?: string | undefined;
  lineControlNumbers: readonly string[];
  chargeCents: number;
  frequency?: string | undefined;
  /** The first and the last day of service. */
  serviceFrom?: string | undefined;
  serviceTo?: string | undefined;
  lastName?: string | undefined;
  firstName?: string | undefined;
  memberId?: string | undefined;
  usage?: string | undefined;
  payerId?: string | undefined;
  payerName?: string | undefined;
};

/** What is known of a claim of ours; the optional fields only where a number alone did not decide. */
export type MatchableClaim = {
  id: string;
  usage: string;
  patientControlNumber: string;
  payerClaimNumber: string | null;
  frequency: string;
  payerId: string;
  chargeCents: number;
  serviceFrom: string | null;
  serviceTo: string | null;
  createdAt: Date;
  payerName?: string | null;
  lastName?: string | null;
  firstName?: string | null;
  memberId?: string | null;
  lineControlNumbers?: readonly string[];
};

/** What each proof and each contradiction weighs. */
export const WEIGHTS = {
  lineControlNumber: 45,
  controlNumber: 60,
  controlNumberPart: 45,
  payerClaimNumber: 50,
  charge: 25,
  dates: 20,
  memberId: 25,
  lastName: 18,
  firstName: 10,
  payer: 5,
  frequency: 4,
  controlNumberDiffers: -45,
  chargeDiffers: -10,
  datesDiffer: -20,
  memberIdDiffers: -10,
  lastNameDiffers: -25,
  firstNameDiffers: -30,
  payerDiffers: -5,
  usageDiffers: -100,
} as const;

/** A proof or a contradiction. */
export type MatchReason = keyof typeof WEIGHTS;

/** From so many points on a claim is taken, and only when it leads the next one by so many. */
export const THRESHOLD = 65;
export const MARGIN = 15;

/** A control number cut or padded by a payer says something from so many characters on, a line control number as well. */
const TELLING = { controlNumber: 8, lineControlNumber: 6 } as const;

/** A claim that may be meant, and why. */
export type Candidate<C extends MatchableClaim = MatchableClaim> = {
  claim: C;
  score: number;
  reasons: readonly MatchReason[];
};

/** The rung of the ladder that a match stands on. */
export type MatchRule =
  | 'line-control-number'
  | 'control-number'
  | 'control-number-part'
  | 'payer-number'
  | 'name-date-charge';

/** The claim that is meant, or none and the candidates for a person, best first. */
export type Choice<C extends MatchableClaim = MatchableClaim> = {
  match?: { claim: C; rule: MatchRule; score: number; runnerUp?: number | undefined };
  candidates: readonly Candidate<C>[];
};

/** What a claim payment of this payer says for matching. */
export function evidenceOf(
  record: ClaimPaymentRecord,
  payer: { id?: string | undefined; name?: string | undefined },
  usage: string | undefined,
): PaymentEvidence {
  const { patient, insured, lines } = record;
  const days = [...record.dates.filter(({ qualifier }) => qualifier === '232' || qualifier === '233')];
  for (const line of lines) days.push(...line.dates);
  const sorted = days.map(({ date }) => date).sort();
  return {
    patientControlNumber: record.patientControlNumber,
    payerClaimNumber: record.payerClaimNumber,
    lineControlNumbers: lines.flatMap(({ lineControlNumber }) => lineControlNumber ?? []),
    chargeCents: record.chargeCents,
    frequency: record.frequency,
    serviceFrom: sorted[0],
    serviceTo: sorted.at(-1),
    lastName: patient?.lastName,
    firstName: patient?.firstName,
    memberId: memberIdOf(insured) ?? memberIdOf(patient),
    usage,
    payerId: payer.id,
    payerName: payer.name,
  };
}

function memberIdOf(party: PartyRecord | undefined): string | undefined {
  return party?.idQualifier === 'MI' ? party.id : undefined;
}

/** Weighs one claim against what a claim payment says. */
export function weigh<C extends MatchableClaim>(evidence: PaymentEvidence, claim: C): Candidate<C> {
  const reasons = [
    ...numberReasons(evidence, claim),
    ...factReasons(evidence, claim),
    ...personReasons(evidence, claim),
  ];
  return { claim, reasons, score: reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0) };
}

function numberReasons(evidence: PaymentEvidence, claim: MatchableClaim): MatchReason[] {
  const reasons: MatchReason[] = [];
  const ours = new Set(claim.lineControlNumbers);
  const lines = evidence.lineControlNumbers.filter(({ length }) => length >= TELLING.lineControlNumber);
  if (lines.length > 0 && lines.every((one) => ours.has(one))) reasons.push('lineControlNumber');
  if (claim.patientControlNumber === evidence.patientControlNumber) reasons.push('controlNumber');
  else if (isPart(plain(claim.patientControlNumber), plain(evidence.patientControlNumber)))
    reasons.push('controlNumberPart');
  else if (!NO_NUMBER.test(plain(evidence.patientControlNumber))) reasons.push('controlNumberDiffers');
  if (evidence.payerClaimNumber !== undefined && claim.payerClaimNumber === evidence.payerClaimNumber)
    reasons.push('payerClaimNumber');
  return reasons;
}

/** What payers write where they lost the control number. */
const NO_NUMBER = /^(UNKNOWN|NONE|NA|NOTGIVEN)?$/;

/** Control numbers are compared without what payers add or drop: leading zeros and signs. */
function plain(number: string): string {
  return number
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^0+/, '');
}

/** One is the beginning of the other, and long enough to tell something. */
function isPart(ours: string, theirs: string): boolean {
  const [short, long] = ours.length < theirs.length ? [ours, theirs] : [theirs, ours];
  return short.length >= TELLING.controlNumber && long.startsWith(short);
}

function factReasons(evidence: PaymentEvidence, claim: MatchableClaim): MatchReason[] {
  // A reversal names the charge with the other sign.
  const charge = Math.abs(claim.chargeCents) === Math.abs(evidence.chargeCents);
  const reasons: MatchReason[] = [charge ? 'charge' : 'chargeDiffers'];
  const days = agreement(evidence.serviceFrom, claim.serviceFrom, () => overlap(evidence, claim));
  if (days !== undefined) reasons.push(days ? 'dates' : 'datesDiffer');
  const payer = samePayer(evidence, claim);
  if (payer !== undefined) reasons.push(payer ? 'payer' : 'payerDiffers');
  if (evidence.frequency === claim.frequency) reasons.push('frequency');
  if (evidence.usage !== undefined && evidence.usage !== claim.usage) reasons.push('usageDiffers');
  return reasons;
}

function overlap(evidence: PaymentEvidence, claim: MatchableClaim): boolean {
  const { serviceFrom: from = '', serviceTo: to = from } = evidence;
  const start = claim.serviceFrom ?? '';
  return from <= (claim.serviceTo ?? start) && to >= start;
}

/** Payers go by many ids: only names that differ contradict, or ids where a name is not known. */
function samePayer(evidence: PaymentEvidence, claim: MatchableClaim): boolean | undefined {
  if (evidence.payerId === undefined && evidence.payerName === undefined) return undefined;
  if (evidence.payerId === claim.payerId) return true;
  const [ours, theirs] = [letters(claim.payerName), letters(evidence.payerName)];
  return ours !== '' && theirs !== '' && (ours.startsWith(theirs) || theirs.startsWith(ours));
}

function personReasons(evidence: PaymentEvidence, claim: MatchableClaim): MatchReason[] {
  const reasons: MatchReason[] = [];
  const note = (same: boolean | undefined, agrees: MatchReason, differs: MatchReason) => {
    if (same !== undefined) reasons.push(same ? agrees : differs);
  };
  const member = agreement(evidence.memberId, claim.memberId, (a, b) => plain(a) === plain(b));
  note(member, 'memberId', 'memberIdDiffers');
  const last = agreement(evidence.lastName, claim.lastName, (a, b) => letters(a) === letters(b));
  note(last, 'lastName', 'lastNameDiffers');
  // An initial stands for a name.
  const first = agreement(evidence.firstName, claim.firstName, (a, b) => {
    const [short, long] = [letters(a), letters(b)].sort((left, right) => left.length - right.length) as [
      string,
      string,
    ];
    return long.startsWith(short);
  });
  note(first, 'firstName', 'firstNameDiffers');
  return reasons;
}

function agreement<T>(theirs: T | null | undefined, ours: T | null | undefined, same: (a: T, b: T) => boolean) {
  if (theirs === undefined || theirs === null || ours === undefined || ours === null) return undefined;
  return same(theirs, ours);
}

function letters(name: string | null | undefined): string {
  return (name ?? '').toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Charge, days and payer all say that it is another claim: then no number is believed. */
function isContradicted({ reasons }: Candidate): boolean {
  return reasons.includes('chargeDiffers') && reasons.includes('datesDiffer') && reasons.includes('payerDiffers');
}

function ranked<C extends MatchableClaim>(evidence: PaymentEvidence, claims: readonly C[]): Candidate<C>[] {
  return claims
    .map((claim) => weigh(evidence, claim))
    .sort(
      (left, right) =>
        right.score - left.score ||
        +right.claim.createdAt - +left.claim.createdAt ||
        (left.claim.id < right.claim.id ? 1 : -1),
    );
}

/**
 * The match among claims that bear the very number (a claim and what replaced it): the one that fits best, then the newest;
 * none where everything else contradicts, or where the payer's own number names several.
 */
export function chooseNumbered<C extends MatchableClaim>(
  evidence: PaymentEvidence,
  rule: 'control-number' | 'payer-number',
  claims: readonly C[],
): Choice<C> {
  const candidates = ranked(evidence, claims);
  const [best, next] = candidates;
  if (best === undefined || isContradicted(best)) return { candidates };
  if (rule === 'payer-number' && next !== undefined) return { candidates };
  return { match: { claim: best.claim, rule, score: best.score, runnerUp: next?.score }, candidates };
}

/** The match among claims that are alike in something: good enough and clearly the best, or none. */
export function chooseSimilar<C extends MatchableClaim>(evidence: PaymentEvidence, claims: readonly C[]): Choice<C> {
  const candidates = ranked(evidence, claims);
  const [best, next] = candidates;
  if (best === undefined || best.score < THRESHOLD || isContradicted(best)) return { candidates };
  if (next !== undefined && best.score - next.score < MARGIN) return { candidates };
  return { match: { claim: best.claim, rule: ruleOf(best), score: best.score, runnerUp: next?.score }, candidates };
}

const RUNGS: readonly (readonly [MatchReason, MatchRule])[] = [
  ['lineControlNumber', 'line-control-number'],
  ['controlNumber', 'control-number'],
  ['controlNumberPart', 'control-number-part'],
  ['payerClaimNumber', 'payer-number'],
];

function ruleOf({ reasons }: Candidate): MatchRule {
  return RUNGS.find(([reason]) => reasons.includes(reason))?.[1] ?? 'name-date-charge';
}

/** Beginnings of a control number by which a claim is looked for: what a payer cut off, and what it added. */
export function numberParts(number: string): { beginning: string | undefined; whole: string[] } {
  const bare = number.trim().toUpperCase().replace(/^0+/, '');
  const whole = [...new Set([number, bare])];
  for (let length = TELLING.controlNumber; length < bare.length; length++) whole.push(bare.slice(0, length));
  return { beginning: bare.length >= TELLING.controlNumber ? bare : undefined, whole };
}
