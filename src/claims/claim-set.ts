/** Claims to the value of one 837 set: grouped by billing provider, subscriber and patient, each in the order of its first claim. */
import type { Claim } from '../../schemas/claim.ts';
import type { ClaimContact } from '../../schemas/fields.ts';
import type { Loop2000A, Loop2000B, Loop2000C, Set837P } from '../guides/values/837p.ts';
import { sameValue } from '../x12/spelling.ts';
import { contactToPer } from './maps/parties.ts';
import { levelsTo837, PURPOSE } from './to-837.ts';

/** BHT and loops 1000A and 1000B. */
export type SetHeader = {
  submitter: { name: string; id: string; contact: ClaimContact };
  receiver: { name: string; id: string };
  /** BHT03. */
  reference: string;
  /** BHT04 and BHT05, in UTC. */
  at: Date;
};

type Patient<C> = Omit<Loop2000C, 'claims'> & { claims: C[] };
type Subscriber<C> = Omit<Loop2000B, 'claims' | 'patients'> & { claims?: C[]; patients?: Patient<C>[] };
type Provider<C> = Omit<Loop2000A, 'subscribers'> & { subscribers: Subscriber<C>[] };

/** The value of a set; `C` is its loop 2300, or what stands for it. */
export type ClaimSet<C> = Omit<Set837P, 'billingProviders'> & { billingProviders: Provider<C>[] };

/**
 * The set of claims of one kind and one purpose, `loopOf` giving what stands for each. The value types of the three guides
 * agree in all that is built here.
 */
export function claimSet<C>(
  claims: readonly Claim[],
  header: SetHeader,
  loopOf: (claim: Claim, index: number) => C,
): ClaimSet<C> {
  const { submitter, receiver } = header;
  const at = header.at.toISOString();
  return {
    beginning: {
      structure: '0019',
      purpose: '00',
      reference: header.reference,
      date: at.slice(0, 10),
      time: at.slice(11, 16),
      type: PURPOSE[claims[0]?.purpose ?? 'charge'],
    },
    submitter: {
      name: { entity: '41', type: '2', lastName: submitter.name, idQualifier: '46', id: submitter.id },
      contacts: [contactToPer(submitter.contact)],
    },
    receiver: { name: { entity: '40', type: '2', lastName: receiver.name, idQualifier: '46', id: receiver.id } },
    billingProviders: groupClaims(claims, loopOf),
  };
}

/** Loops of one level by a key that tells most of them apart: those of a key are compared as a whole. */
type Level<L, Below = never> = Map<string, Node<L, Below>[]>;
type Node<L, Below> = { facts: object; loop: L; below: Map<string, Below[]> };

type PatientNode<C> = Node<Patient<C>, never>;
type SubscriberNode<C> = Node<Subscriber<C>, PatientNode<C>>;

/** Levels 2000A, 2000B and 2000C. */
function groupClaims<C>(claims: readonly Claim[], loopOf: (claim: Claim, index: number) => C): Provider<C>[] {
  const made: Provider<C>[] = [];
  const providers: Level<Provider<C>, SubscriberNode<C>> = new Map();
  claims.forEach((claim, index) => {
    const { provider, subscriber, patient } = levelsTo837(claim);
    const provided = place(providers, keyOf(provider.billingProvider.name), provider, () =>
      added(made, { ...provider, subscribers: [] }),
    );
    const insured = place(provided.below, keyOf(subscriber.subscriber.name), subscriber, () =>
      added(provided.loop.subscribers, { ...subscriber }),
    );
    const { loop } = insured;
    if (patient === undefined) {
      loop.claims ??= [];
      loop.claims.push(loopOf(claim, index));
      return;
    }
    loop.patients ??= [];
    const siblings = loop.patients;
    const cared = place(insured.below, keyOf(patient.patient.name), patient, () =>
      added(siblings, { ...patient, claims: [] }),
    );
    cared.loop.claims.push(loopOf(claim, index));
  });
  return made;
}

/** The node whose loop says the same, else a new one. */
function place<L, Below>(level: Level<L, Below>, key: string, facts: object, make: () => L): Node<L, Below> {
  const alike = level.get(key);
  const known = alike?.find((one) => sameValue(one.facts, facts));
  if (known !== undefined) return known;
  const made: Node<L, Below> = { facts, loop: make(), below: new Map() };
  if (alike === undefined) level.set(key, [made]);
  else alike.push(made);
  return made;
}

type Name = { lastName?: string | undefined; firstName?: string | undefined; id?: string | undefined };

function keyOf({ id = '', lastName = '', firstName = '' }: Name = {}): string {
  return `${id}*${lastName}*${firstName}`;
}

function added<T>(list: T[], one: T): T {
  list.push(one);
  return one;
}
