/** A whole set of claims when it ends: its levels, and how many claims it carried. */
import type * as dental from '../guides/values/837d.ts';
import type * as institutional from '../guides/values/837i.ts';
import type * as professional from '../guides/values/837p.ts';
import type { Read, Rule } from './rule.ts';

type Provider = Read<professional.Loop2000A | institutional.Loop2000A | dental.Loop2000A>;

/** What is gathered while the claims of a set pass; of the claims themselves nothing is kept. */
export type ClaimTally = {
  claims: number;
  /** Loops around claims that were met. */
  seen: WeakSet<object>;
  /** The billing provider whose claims pass. */
  provider: Provider | undefined;
  /** Subscribers without any claim, under billing providers whose claims have passed. */
  unserved: Set<object>;
};

/** A set without its claims, with what was gathered from them. */
export type ClaimSet = {
  header: Read<professional.Set837P | institutional.Set837I | dental.Set837D>;
  counted: ClaimTally;
};

/** Nothing gathered yet. */
export const newTally = (): ClaimTally => ({
  claims: 0,
  seen: new WeakSet(),
  provider: undefined,
  unserved: new Set(),
});

/** Counts a claim under its billing provider. */
export function tally(counted: ClaimTally, provider: Provider): void {
  counted.claims++;
  if (provider === counted.provider) return;
  noteUnserved(counted, counted.provider);
  counted.provider = provider;
}

function noteUnserved({ seen, unserved }: ClaimTally, provider: Provider | undefined): void {
  for (const subscriber of provider?.subscribers ?? []) if (!seen.has(subscriber)) unserved.add(subscriber);
}

/** Claims that a set should carry at most. */
const MOST_CLAIMS = 5000;

/** Rules of a set of claims. */
export const CLAIM_SET_RULES: readonly Rule<ClaimSet>[] = [
  {
    id: 'R33',
    snip: 2,
    code: 'guide-rule',
    severity: 'error',
    says: 'no claim stands under a subscriber, nor under a patient below',
    next: 'leave the subscriber out, or send the claim',
    check({ header: { billingProviders = [] }, counted }, report) {
      for (const provider of [counted.provider, ...billingProviders]) noteUnserved(counted, provider);
      for (const subscriber of counted.unserved) report(subscriber);
    },
  },
  {
    id: 'R37',
    snip: 7,
    code: 'situation',
    severity: 'warning',
    says: 'the set carries more claims than the guide recommends',
    next: 'send at most 5000 claims in a set',
    check({ header, counted }, report) {
      if (counted.claims > MOST_CLAIMS)
        report(header.beginning, { found: String(counted.claims), expected: 'at most 5000' });
    },
  },
];
