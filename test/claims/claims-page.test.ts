/** docs/claims.md shows claims that are sound, and docs/claim-fields.md is what the schemas and maps say. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { claimFieldsPage } from '../../scripts/claim-fields.ts';
import { validateClaim } from '../../src/claims/validate.ts';
import { writeClaims } from '../../src/claims/write-claims.ts';
import { ENVELOPE } from './envelope.ts';

const page = readFileSync('docs/claims.md', 'utf8');
/** Blocks of JSON; those marked with a kind are added to the first claim. */
const blocks = [...page.matchAll(/^```json( professional)?\n([\s\S]*?)^```$/gm)].map(([, added, text = '']) => ({
  text,
  added: added !== undefined,
  json: JSON.parse(text) as object,
}));
const whole = blocks.filter(({ added }) => !added);
const [smallest] = whole;
if (smallest === undefined) throw new Error('the page shows a claim');

describe('docs/claims.md', () => {
  test('shows a claim of each kind, the smallest professional one in about 25 lines', () => {
    expect(whole.map(({ json }) => ('kind' in json ? json.kind : undefined))).toEqual([
      undefined,
      'institutional',
      'dental',
    ]);
    expect(smallest.text.trim().split('\n').length).toBeLessThanOrEqual(27);
  });

  test.each(blocks.map(({ json, added }) => [JSON.stringify(json).slice(0, 60), json, added] as const))(
    '%s',
    (_text, json, added) => {
      const { claim, issues } = validateClaim(added ? { ...smallest.json, ...json } : json);
      expect(issues).toEqual([]);
      expect(claim === undefined ? undefined : writeClaims([claim], ENVELOPE).issues).toEqual([]);
    },
  );
});

test('docs/claim-fields.md is as the schemas and the maps are: run scripts/claim-fields.ts', () => {
  expect(readFileSync('docs/claim-fields.md', 'utf8')).toBe(claimFieldsPage());
});
