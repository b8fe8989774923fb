/** Claim JSON to a checked claim, or to issues in the caller's own field names. No message repeats a patient's value. */
import type { z } from 'zod';
import { type Claim, type ClaimKind, claim as claimSchema } from '../../schemas/claim.ts';
import type { RulePack } from '../../schemas/rule-pack.ts';
import type { CodeEditions } from '../codes/edition.ts';
import { type Issue, issue } from '../issue.ts';
import { editClaim } from './edits.ts';
import { fieldsAt, kindsWith, nearestName } from './known-fields.ts';
import { checkRulePacks } from './rule-pack.ts';

/** Rule packs of the partner, and the day on which the claim is sent (`2026-01-31`); today where not given. */
export type PackOptions = { rulePacks?: readonly RulePack[]; on?: string };

/** Code lists of their owners that codes are looked up in. */
export type CodeOptions = { codes?: CodeEditions };

export type ValidatedClaim = { claim: Claim; issues: Issue[] } | { claim?: undefined; issues: Issue[] };

/** `newControlNumber` gives the patient control number of a claim that comes without one; without it such a claim is refused. */
export type ClaimOptions = { newControlNumber?: () => string };

/** Checks the form only (zod): a claim that its edits may still hold back, or what is wrong with its form. */
export function parseClaim(json: unknown, options: ClaimOptions = {}): ValidatedClaim {
  const numbered = withControlNumber(json, options);
  const parsed = claimSchema.safeParse(numbered);
  if (parsed.success) return { claim: parsed.data, issues: [] };
  return { issues: parsed.error.issues.flatMap((found) => issuesFromZod(found, numbered)) };
}

/**
 * Checks form (zod) and then meaning (edits, and the rule packs that are in force `on` a day). With a claim, `issues` holds
 * warnings only.
 * @example
 * const { claim, issues } = validateClaim(JSON.parse(text));
 */
export function validateClaim(json: unknown, options: ClaimOptions & PackOptions & CodeOptions = {}): ValidatedClaim {
  const { claim, issues: faults } = parseClaim(json, options);
  if (claim === undefined) return { issues: faults };
  const issues = [...editClaim(claim, { codes: options.codes }), ...packIssues(claim, options)];
  return issues.some(({ severity }) => severity === 'error') ? { issues } : { claim, issues };
}

/** What the rule packs find in a claim. */
function packIssues(claim: Claim, { rulePacks = [], on }: PackOptions): Issue[] {
  if (rulePacks.length === 0) return [];
  return checkRulePacks(rulePacks, claim, on ?? new Date().toISOString().slice(0, 10));
}

/** The caller's own number is kept, whatever it is. */
function withControlNumber(json: unknown, { newControlNumber }: ClaimOptions): unknown {
  if (newControlNumber === undefined || !isObject(json) || json.patientControlNumber !== undefined) return json;
  return { ...json, patientControlNumber: newControlNumber() };
}

function issuesFromZod(found: z.core.$ZodIssue, json: unknown): Issue[] {
  if (found.code === 'unrecognized_keys') return found.keys.map((name) => unknownField(found.path, name, json));
  const absent = found.path.length > 0 && at(json, found.path) === undefined;
  return [
    issue('claim-invalid', {
      message: absent ? 'missing' : 'not as expected',
      path: pointerTo(found.path),
      expected: found.message,
      next: absent ? 'add this field' : 'correct this field',
    }),
  ];
}

/** A name that the claim's kind does not have there: what may have been meant by it. */
function unknownField(path: readonly PropertyKey[], name: string, json: unknown): Issue {
  const message = `unknown field ${JSON.stringify(name.slice(0, 40))}`;
  const kind = kindOf(json);
  const near = nearestName(name, fieldsAt(kind, path));
  const others = kindsWith(path, name).join(' and ');
  const next =
    others === ''
      ? 'remove it or correct its name'
      : `remove it: it is a field of ${others} claims, and this one is ${kind}`;
  return issue('claim-invalid', {
    message: near === undefined || others !== '' ? message : `${message}: did you mean ${JSON.stringify(near)}?`,
    path: pointerTo([...path, name]),
    next,
  });
}

function kindOf(json: unknown): ClaimKind {
  const kind = at(json, ['kind']);
  return kind === 'institutional' || kind === 'dental' ? kind : 'professional';
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function at(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => (isObject(value) ? value[String(step)] : undefined), json);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
