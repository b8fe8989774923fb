/**
 * Edits before sending. The claim is written by itself, and what the writer and the rules of its guide find is told in the
 * claim's own fields: one set of rules, for what we send and for what we receive.
 */
import type { Claim, ClaimKind } from '../../schemas/claim.ts';
import type { CodeEditions } from '../codes/edition.ts';
import type { Issue } from '../issue.ts';
import { nextStep } from '../next-steps.ts';
import { checkSet } from '../rules/checker.ts';
import type { RuleId } from '../rules/rule.ts';
import { DEFAULT_DELIMITERS } from '../x12/delimiters.ts';
import { emitSet } from '../x12/emitter.ts';
import type { Guide } from '../x12/grammar.ts';
import type { Places } from '../x12/places.ts';
import { createSegmentWriter } from '../x12/writer.ts';
import { claimSet, type SetHeader } from './claim-set.ts';
import { fieldAt, fieldFinder } from './fields.ts';
import { KINDS, serviceDaysOf } from './kinds.ts';
import { loop2300Of } from './to-837.ts';

/** Who submits is the partner profile's affair: a claim is checked as if anybody sound did. */
const ANYBODY: Omit<SetHeader, 'at'> = {
  submitter: { name: 'SUBMITTER', id: 'SUBMITTER', contact: { phone: '6145550100' } },
  receiver: { name: 'RECEIVER', id: 'RECEIVER' },
  reference: '1',
};

/**
 * Rules that warn of received files, which are what they are, and hold back a claim of ours: what it says can still be
 * corrected, and payers bounce it.
 */
const HELD_BACK: ReadonlySet<string | undefined> = new Set<RuleId>([
  'R50', // a post office box as billing address
  'R62', // the check digit of a national provider identifier
  'R72', // a patient born after the service
  'R78', // two payers of one id
]);

export type EditOptions = {
  /** When the claim is sent: dates that lie in the future are found too. Without it the last day of service stands for it. */
  at?: Date;
  /** Code lists of their owners that codes are looked up in; without them only the form of such codes is checked. */
  codes?: CodeEditions | undefined;
};

/** Every issue of a claim that is well-formed: `path` is the JSON pointer of the field, `next` says what to do. */
export function editClaim(claim: Claim, { at = lastDayOf(claim), codes }: EditOptions = {}): Issue[] {
  const value = claimSet([claim], { ...ANYBODY, at }, loop2300Of);
  // Places are noted only where something is wrong: most claims are sound.
  return isSound(claim.kind, value, codes) ? [] : findings(claim.kind, value, codes);
}

function isSound(kind: ClaimKind, value: object, codes: CodeEditions | undefined): boolean {
  const { guide } = KINDS[kind];
  const checked = { upTo: 7, origin: {}, codes } as const;
  return write(guide, value).length === 0 && checkSet<object>(guide, value, checked).length === 0;
}

function findings(kind: ClaimKind, value: object, codes: CodeEditions | undefined): Issue[] {
  const { guide } = KINDS[kind];
  const places: Places = new WeakMap();
  const written = write(guide, value, { places });
  const pathOf = fieldFinder(kind, value, places);
  const found = checkSet<object>(guide, value, { upTo: 7, places, origin: {}, pathOf, codes, ours: true });
  return [...written.map((one) => ({ ...one, path: fieldAt(kind, one) })), ...found].map(toEdit);
}

function write(guide: Guide, value: object, options: { places?: Places } = {}): Issue[] {
  const writer = createSegmentWriter(DEFAULT_DELIMITERS);
  return emitSet<object>(guide, value, { writer, delimiters: DEFAULT_DELIMITERS, st02: '0001', ...options });
}

/** The last day of which a claim tells what happened: of service, or of the patient's life. */
function lastDayOf(claim: Claim): Date {
  const { birthDate } = claim.dependent ?? claim.subscriber;
  const died = claim.kind === 'professional' ? (claim.dependent ?? claim.subscriber).deathDate : undefined;
  const days = [serviceDaysOf(claim).to, birthDate, died].filter((day) => day !== undefined);
  return new Date(days.sort().at(-1) ?? '2000-01-01');
}

/** The place in a file that is not there yet says nothing to the caller. */
function toEdit({ origin: _origin, ...found }: Issue): Issue {
  const severity = HELD_BACK.has(found.rule) ? 'error' : found.severity;
  return { ...found, severity, next: found.next ?? nextStep(found) };
}
