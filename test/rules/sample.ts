/** Samples of rules: a text that breaks one, and one that keeps it though it comes near. */
import type { Issue } from '../../src/issue.ts';
import { readInterchangeSync } from '../../src/read-interchange.ts';
import type { RuleId } from '../../src/rules/rule.ts';
import { CLAIM_837P, edit, in835, in837p, PAYMENT_835 } from '../x12/wire.ts';

/** Whole interchanges. Where a rule can be broken in more than one way, a text for each. */
export type Sample = { breaks: string | readonly string[]; keeps: string | readonly string[] };

export type Samples = Readonly<Partial<Record<RuleId, Sample>>>;

/** Changes to the segments of a set: each puts others in the place of the first segment that begins with the prefix. */
export type Change = readonly [prefix: string, to?: string | readonly string[]];

const changed = (body: readonly string[], changes: readonly Change[]) =>
  changes.reduce<readonly string[]>((segments, [prefix, to]) => edit(segments, prefix, to), body);

/** A professional claim file with changes. */
export const claim837p = (...changes: readonly Change[]) => in837p(changed(CLAIM_837P, changes));

/** A remittance with changes. */
export const payment835 = (...changes: readonly Change[]) => in835(changed(PAYMENT_835, changes));

/** Every finding of the rules in a text. */
export const brokenIn = (text: string): Issue[] =>
  [...readInterchangeSync(text, { snip: 7 })].filter((item) => item.type === 'issue').filter(({ rule }) => rule);
