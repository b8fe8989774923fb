/** Each rule says what is wrong, and what to do about it in words of its own. */
import { describe, expect, test } from 'vitest';
import { guide837d } from '../../src/guides/837d.ts';
import { guide837i } from '../../src/guides/837i.ts';
import { guide837p } from '../../src/guides/837p.ts';
import { NEXT_STEPS } from '../../src/next-steps.ts';
import { GROUP_RULES, INTERCHANGE_RULES, SET_RULES } from '../../src/rules/envelope.ts';
import { RULES, rulesOf } from '../../src/rules/index.ts';
import type { Rule } from '../../src/rules/rule.ts';

/** The words without what may differ by chance. */
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const DEFAULTS = new Set(Object.values(NEXT_STEPS).map(plain));

/** How a next step begins. */
const VERBS =
  /^(ask|bill|code|complete|correct|count|explain|give|leave|look|match|move|name|nothing|point|put|repeat|replace|send|trust)\b/;

/** Every rule that can break in a file of claims, or in a claim on its way out. */
const OF_CLAIMS: readonly Rule<never>[] = [
  ...INTERCHANGE_RULES,
  ...GROUP_RULES,
  ...SET_RULES,
  ...new Set([guide837p, guide837i, guide837d].flatMap((guide) => rulesOf(guide)?.rules ?? [])),
];

describe('a rule', () => {
  test.each(RULES.map((rule) => [rule.id, rule] as const))(
    '%s begins its next step with what to do',
    (_id, { says, next }) => {
      expect(next).toMatch(VERBS);
      for (const text of [says, next]) expect(text).not.toMatch(/[.;,:]$/);
      expect(plain(next)).not.toBe(plain(says));
    },
  );

  test('of claims there are well over a hundred', () => {
    expect(new Set(OF_CLAIMS.map(({ id }) => id)).size).toBeGreaterThan(120);
  });

  test.each(OF_CLAIMS.map((rule) => [rule.id, rule] as const))(
    '%s of claims has a next step of its own',
    (_id, { next }) => {
      expect(DEFAULTS.has(plain(next)), next).toBe(false);
      expect(plain(next).split(' ').length).toBeGreaterThan(2);
    },
  );
});
