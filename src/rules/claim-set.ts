/** A whole set of claims when it ends: its levels, and how many claims it carried. */
import type * as dental from '../guides/values/837d.ts';
import type * as institutional from '../guides/values/837i.ts';
import type * as professional from '../guides/values/837p.ts';
import type { Fresh } from './claim-context.ts';
import type { Read, Rule } from './rule.ts';

type Provider = Read<professional.Loop2000A | institutional.Loop2000A | dental.Loop2000A>;
type Subscriber = Read<professional.Loop2000B | institutional.Loop2000B | dental.Loop2000B>;

/** What is gathered while the claims of a set pass; of the claims themselves nothing is kept. */
export type ClaimTally = {
  claims: number;
  /** The billing provider whose claims pass. */
  provider: Provider | undefined;
  /** The subscriber whose claims pass. */
  subscriber: object | undefined;
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
  provider: undefined,
  subscriber: undefined,
  unserved: new Set(),
});

/** Counts a claim, and tells which of the loops around it no claim before it stood under: those of one loop come in a row. */
export function tally(counted: ClaimTally, provider: Provider, subscriber: object): Fresh {
  const fresh = { provider: provider !== counted.provider, subscriber: subscriber !== counted.subscriber };
  if (fresh.provider) noteUnserved(counted, counted.provider);
  counted.claims++;
  counted.provider = provider;
  counted.subscriber = subscriber;
  return fresh;
}

function noteUnserved({ unserved }: ClaimTally, provider: Provider | undefined): void {
  for (const subscriber of provider?.subscribers ?? []) if (!holdsClaim(subscriber)) unserved.add(subscriber);
}

/** Whether a claim is left in a subscriber's loop; the loops of claims that were handed out are not met here at all. */
function holdsClaim({ claims = [], patients = [] }: Subscriber): boolean {
  return claims.length > 0 || patients.some((patient) => (patient.claims ?? []).length > 0);
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
