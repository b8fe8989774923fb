import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ISSUE_CODES } from '../../src/issue.ts';
import { RULES } from '../../src/rules/index.ts';
import type { RuleId } from '../../src/rules/rule.ts';
import { issuesOf } from '../x12/wire.ts';
import { ACK_SAMPLES } from './ack-samples.ts';
import { CLAIM_SAMPLES } from './claim-samples.ts';
import { COB_SAMPLES } from './cob-samples.ts';
import { DENTAL_SAMPLES } from './dental-samples.ts';
import { ENVELOPE_SAMPLES } from './envelope-samples.ts';
import { INSTITUTIONAL_SAMPLES } from './institutional-samples.ts';
import { PROFESSIONAL_SAMPLES } from './professional-samples.ts';
import { CLAIM_PAYMENT_SAMPLES, PAYMENT_SAMPLES } from './remittance-samples.ts';
import { brokenIn, type Samples } from './sample.ts';
import { SEGMENT_SAMPLES } from './segment-samples.ts';

const OF_CLAIMS: Samples = {
  ...CLAIM_SAMPLES,
  ...PROFESSIONAL_SAMPLES,
  ...INSTITUTIONAL_SAMPLES,
  ...DENTAL_SAMPLES,
  ...COB_SAMPLES,
};
const SAMPLES: Samples = {
  ...ENVELOPE_SAMPLES,
  ...SEGMENT_SAMPLES,
  ...OF_CLAIMS,
  ...CLAIM_PAYMENT_SAMPLES,
  ...PAYMENT_SAMPLES,
  ...ACK_SAMPLES,
};

/** Rows of docs/rules.md: number, what must hold, SNIP type, severity, where. */
const rows = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, number, says = '', snip, severity, where = '']) => ({ id: `R${number}`, says, snip, severity, where }));
const ids: RuleId[] = [...new Set(RULES.map(({ id }) => id))];

describe('docs/rules.md', () => {
  test('has each number from 1 to 230 once', () => {
    const numbers = rows.map(({ id }) => Number(id.slice(1)));
    expect(numbers.sort((left, right) => left - right)).toEqual(Array.from({ length: 230 }, (_, index) => index + 1));
  });

  test('names codes of findings that there are', () => {
    const named = rows.flatMap(({ where }) => [...where.matchAll(/`([a-z-]+)`/g)].map(([, code = '']) => code));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((code) => !Object.hasOwn(ISSUE_CODES, code))).toEqual([]);
  });

  test('says "rule" of every rule in the code, and of no other', () => {
    const told = rows.filter(({ where }) => where.startsWith('rule'));
    expect(told.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))('tells SNIP type and severity of %s', (id, rule) => {
    expect(rows.find((row) => row.id === id)).toMatchObject({ snip: String(rule.snip), severity: rule.severity });
  });

  test('says where else a rule is held, or why it is not', () => {
    for (const { id, where, says } of rows) {
      expect(where, id).toMatch(/^(rule|declaration|reader|writer|not checked: .{10,})/);
      expect(says.length, id).toBeGreaterThan(10);
    }
  });
});

describe('every rule', () => {
  test('has a sample', () => {
    expect(Object.keys(SAMPLES).sort()).toEqual([...ids].sort());
  });

  test.each(ids)('%s is found broken where it is, and says what to do', (id) => {
    for (const text of [SAMPLES[id]?.breaks ?? []].flat()) {
      const found = brokenIn(text).filter(({ rule }) => rule === id);
      expect(found, text).not.toEqual([]);
      for (const { origin, message, next } of found) {
        expect(origin).toMatchObject({ isa13: '000000001', offset: expect.any(Number) });
        expect([message.length > 10, (next?.length ?? 0) > 10]).toEqual([true, true]);
      }
    }
  });

  test.each(ids)('%s is not found broken where it is kept', (id) => {
    for (const text of [SAMPLES[id]?.keeps ?? []].flat())
      expect(
        brokenIn(text).filter(({ rule }) => rule === id),
        text,
      ).toEqual([]);
  });

  test('has samples of claims that are without fault but for rules', () => {
    for (const [id, sample] of Object.entries(OF_CLAIMS))
      for (const text of [sample?.breaks ?? [], sample?.keeps ?? []].flat())
        expect(
          issuesOf(text).filter(({ rule }) => rule === undefined),
          id,
        ).toEqual([]);
  });
});
