/** Claim JSON to a checked claim, or to issues in the caller's own field names. No message repeats a patient's value. */
import type { z } from 'zod';
import { type Claim, claim as claimSchema } from '../../schemas/claim.ts';
import { type Issue, issue } from '../issue.ts';
import { editClaim } from './edits.ts';

export type ValidatedClaim = { claim: Claim; issues: Issue[] } | { claim?: undefined; issues: Issue[] };

/** Checks the form only (zod): a claim that its edits may still hold back, or what is wrong with its form. */
export function parseClaim(json: unknown): ValidatedClaim {
  const parsed = claimSchema.safeParse(json);
  return parsed.success ? { claim: parsed.data, issues: [] } : { issues: parsed.error.issues.map(issueFromZod) };
}

/**
 * Checks form (zod) and then meaning (edits). With a claim, `issues` holds warnings only.
 * @example
 * const { claim, issues } = validateClaim(JSON.parse(text));
 */
export function validateClaim(json: unknown): ValidatedClaim {
  const { claim, issues: faults } = parseClaim(json);
  if (claim === undefined) return { issues: faults };
  const issues = editClaim(claim);
  return issues.some(({ severity }) => severity === 'error') ? { issues } : { claim, issues };
}

function issueFromZod(found: z.core.$ZodIssue): Issue {
  const path = `/${found.path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
  if (found.code === 'unrecognized_keys') {
    const names = found.keys.map((key) => JSON.stringify(key.slice(0, 40))).join(', ');
    return issue('claim-invalid', { message: `unknown field ${names}`, path, next: 'remove it or correct its name' });
  }
  return issue('claim-invalid', {
    message: 'not as expected',
    path,
    expected: found.message,
    next: 'correct this field',
  });
}
