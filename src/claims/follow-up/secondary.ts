/** The claim to the next payer, made of the claim to the one before and that payer's 835: loops 2320, 2330 and 2430 filled. */
import type { Claim } from '../../../schemas/claim.ts';
import type { AdjustmentRecord, ClaimPaymentRecord } from '../../../schemas/records.ts';
import { formatX12Cents, sumCents, toCents, ZERO_CENTS } from '../../money.ts';
import { claimJson, type Json, only, part, parts, without } from './claim-json.ts';
import { type DecidedLines, decidedLines, unbalanced } from './decided.ts';
import { type MadeClaim, made, type Refusal } from './made.ts';

/** What a payer decided: its claim payments (several where it split the claim), and the day (BPR16, else DTM*405). */
export type PriorDecision = { claims: readonly ClaimPaymentRecord[]; date: string };

/** What is not taken from the claim. */
export type SecondaryOptions = {
  /** Patient control number of the new claim; that of the old one where not given. */
  patientControlNumber?: string;
  /** The next payer as an entry of `otherPayers`; the next one of the claim that has not decided where not given. */
  next?: Json;
};

/**
 * Makes the claim to the payer that comes next. Refused, with the numbers, when the decision does not balance at line and
 * claim; when the payer has handed the claim on itself (CLP02 19 to 21, NM1*TT); when it has not decided (22, 23, 25).
 * @example
 * const { claim, refused } = secondaryClaim(primary, { claims: [payment], date: '2026-03-02' });
 */
export function secondaryClaim(claim: Claim, decision: PriorDecision, options: SecondaryOptions = {}): MadeClaim {
  const stopped = handedOn(decision.claims);
  if (stopped.length > 0) return { refused: stopped };
  const json = claimJson(claim);
  const next = options.next ?? nextPayer(json);
  const lines = decidedLines(claim, decision.claims);
  const refused = [
    ...('refused' in lines ? lines.refused : unbalanced(claim, decision.claims, lines)),
    ...(next === undefined ? [NOBODY] : []),
  ];
  if (refused.length > 0 || next === undefined || 'refused' in lines) return { refused };
  return made(build(json, next, decision, lines, options));
}

const NOBODY: Refusal = { reason: 'no-payer-left', says: 'the claim names no other payer that has not decided yet' };

/** CLP02 of a payer that has sent the claim on to the next one. */
const CROSSED: ReadonlySet<string> = new Set(['19', '20', '21']);
const UNDECIDED: ReadonlySet<string> = new Set(['22', '23', '25']);

function handedOn(claims: readonly ClaimPaymentRecord[]): Refusal[] {
  if (claims.length === 0) return [{ reason: 'not-adjudicated', says: 'the payer has not decided on the claim' }];
  return claims.flatMap(({ status, crossoverPayer }): Refusal[] => {
    if (CROSSED.has(status) || crossoverPayer !== undefined)
      return [
        {
          reason: 'crossed-over',
          says: 'the payer has handed the claim on to the next one: a second claim would be a duplicate',
        },
      ];
    if (UNDECIDED.has(status))
      return [
        {
          reason: 'not-adjudicated',
          says: 'a reversal, a claim that was passed on or a predetermination is no decision to bill on',
        },
      ];
    return [];
  });
}

const SEQUENCE = 'PSTABCDEFGH';

/** Of the other payers the first in sequence that has decided nothing. */
function nextPayer(claim: Json): Json | undefined {
  const decided = new Set(
    parts(claim, 'lines').flatMap((line) => parts(line, 'adjudications').map(({ payerId }) => payerId)),
  );
  const place = (one: Json) => SEQUENCE.indexOf(String(one.payerSequence ?? 'U'));
  return parts(claim, 'otherPayers')
    .filter((one) => one.paid === undefined && !decided.has(part(one, 'payer').id) && place(one) >= 0)
    .toSorted((left, right) => place(left) - place(right))[0];
}

/** What the payer before gave or was given, and the next one knows nothing of. */
const OF_ONE_PAYER = [
  'replaces',
  'priorAuthorization',
  'referral',
  'repricedClaimNumber',
  'adjustedRepricedClaimNumber',
  'clearinghouseClaimNumber',
  'pricing',
] as const;

function build(
  claim: Json,
  next: Json,
  decision: PriorDecision,
  lines: DecidedLines,
  { patientControlNumber = String(claim.patientControlNumber) }: SecondaryOptions,
): Json {
  const payerId = part(claim, 'payer').id;
  const others = parts(claim, 'otherPayers').filter((one) => one !== next);
  return {
    ...ownNumbersOnly(without(claim, ...OF_ONE_PAYER, 'subscriber', 'dependent', 'otherPayers', 'lines')),
    ...original(claim),
    patientControlNumber,
    payer: next.payer,
    ...insuredOf(claim, next),
    otherPayers: [...others, otherPayer(claim, decision, lines)],
    lines: parts(claim, 'lines').map((line, index) => ({
      ...ownNumbersOnly(line),
      ...numbersOf(line, payerId),
      adjudications: [
        ...parts(line, 'adjudications'),
        ...(lines.of[index] ?? []).map((decided) => adjudication(line, decided, payerId, decision.date)),
      ],
    })),
  };
}

/** Frequency 1: to the next payer it is the first claim. */
function original({ kind, billType }: Json): Json {
  return kind === 'institutional' ? { billType: `${String(billType).slice(0, 2)}1` } : { frequency: '1' };
}

const NAMES = ['lastName', 'firstName', 'middleName', 'suffix', 'organizationName'] as const;
const COVERAGE = [
  'memberId',
  'memberIdKind',
  'payerSequence',
  'claimFiling',
  'groupNumber',
  'groupName',
  'ssn',
  'mspType',
] as const;

/** The next payer's insured as subscriber, and the patient as dependent where that is somebody else. */
function insuredOf(claim: Json, next: Json): Json {
  const { kind, dependent } = claim;
  const insured = part(next, 'insured');
  const patient = without(
    dependent === undefined ? part(claim, 'subscriber') : part(claim, 'dependent'),
    ...COVERAGE,
    'relationship',
  );
  const coverage = {
    ...only(insured, ...NAMES, 'memberId', 'memberIdKind', 'address'),
    ...only(next, 'payerSequence', 'claimFiling', 'groupNumber', 'groupName'),
    ...(kind === 'institutional' ? {} : only(next, 'mspType')),
  };
  const { relationship = 'self' } = next;
  if (relationship === 'self') return { subscriber: { ...without(patient, ...NAMES), ...coverage } };
  return { subscriber: coverage, dependent: { ...patient, relationship } };
}

/** The payer before as it stands in loop 2320 and 2330. */
function otherPayer(claim: Json, { claims, date }: PriorDecision, lines: DecidedLines): Json {
  const subscriber = part(claim, 'subscriber');
  const adjustments = claims.flatMap((one) => one.adjustments);
  const byLine = lines.of.some((decided) => decided.length > 0);
  const owed = sumCents(
    [...adjustments, ...lines.of.flat().flatMap((line) => line.adjustments)]
      .filter(({ group }) => group === 'PR')
      .map(({ amountCents }) => amountCents),
  );
  const number = claims.flatMap(({ payerClaimNumber }) => payerClaimNumber ?? [])[0];
  const remarks = [...new Set(claims.flatMap((one) => one.remarks))].slice(0, 5);
  return {
    payer: claim.payer,
    ...only(subscriber, 'payerSequence', 'claimFiling', 'groupNumber', 'groupName'),
    ...(claim.kind === 'institutional' ? {} : only(subscriber, 'mspType')),
    relationship: part(claim, 'dependent').relationship ?? 'self',
    insured: only(subscriber, ...NAMES, 'memberId', 'memberIdKind', 'ssn', 'address'),
    ...only(claim, 'benefitsAssigned', 'release', 'priorAuthorization', 'referral'),
    ...(number === undefined ? {} : { claimNumber: number }),
    ...(byLine ? {} : { adjudicationDate: date }),
    paid: formatX12Cents(sumCents(claims.map(({ paidCents }) => paidCents))),
    ...(owed > 0 ? { remainingPatient: formatX12Cents(owed) } : {}),
    adjustments: adjustmentsOf(adjustments),
    ...(remarks.length === 0 || claim.kind === 'institutional' ? {} : { outpatient: { remarks } }),
  };
}

/** Every triplet of each CAS; amounts of one group and reason together, nothing of zero. */
function adjustmentsOf(adjustments: readonly AdjustmentRecord[]): Json[] {
  return adjustments
    .filter(({ amountCents }) => amountCents !== ZERO_CENTS)
    .map(({ group, reason, amountCents, quantity }) => ({
      group,
      reason,
      amount: formatX12Cents(amountCents),
      ...(quantity === undefined ? {} : { quantity }),
    }));
}

const SYSTEMS: Readonly<Record<string, string>> = {
  HC: 'HCPCS',
  HP: 'HIPPS',
  ER: 'jurisdiction',
  IV: 'homeInfusion',
  WK: 'alternative',
};

/** One decision on a line (loop 2430); the procedure only where the payer decided on another one. */
function adjudication(line: Json, decided: DecidedLines['of'][number][number], payerId: unknown, date: string): Json {
  const { qualifier, code, modifiers } = decided.procedure;
  const own = part(line, 'procedure');
  const same = own.code === code || qualifier === 'NU' || code === '';
  const system = own.system === undefined ? {} : { system: SYSTEMS[qualifier] ?? own.system };
  return {
    payerId,
    paid: formatX12Cents(toCents(decided.paidCents)),
    paidUnits: decided.units ?? '1',
    date,
    ...(same ? {} : { procedure: { ...system, code, modifiers } }),
    adjustments: adjustmentsOf(decided.adjustments),
  };
}

/** Authorizations and referrals of a line that name no payer are the payer's before. */
function numbersOf(line: Json, payerId: unknown): Json {
  return Object.fromEntries(
    ['priorAuthorizations', 'referrals'].flatMap((name) =>
      line[name] === undefined ? [] : [[name, parts(line, name).map((one) => ({ payerId, ...one }))]],
    ),
  );
}

/** Providers without the numbers that the payer before gave them (kind payerAssigned, naming no payer). */
function ownNumbersOnly(object: Json): Json {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => {
      if (name === 'payer' || typeof value !== 'object' || value === null) return [name, value];
      if (Array.isArray(value)) return [name, name === 'ids' ? value.filter(isOwn) : value];
      return [name, ownNumbersOnly(value as Json)];
    }),
  );
}

function isOwn(one: Json): boolean {
  return one.kind !== 'payerAssigned' || one.payerId !== undefined;
}
