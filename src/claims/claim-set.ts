/** Claims to the value of one 837 set: grouped by billing provider, subscriber and patient, each in the order of its first claim. */
import type { Claim } from '../../schemas/claim.ts';
import type { ClaimContact } from '../../schemas/fields.ts';
import type { Loop2000A, Loop2000B, Loop2000C, Set837P } from '../guides/values/837p.ts';
import { contactToPer } from './maps/parties.ts';
import { claimTo837, PURPOSE } from './to-837.ts';

/** BHT and loops 1000A and 1000B. */
export type SetHeader = {
  submitter: { name: string; id: string; contact: ClaimContact };
  receiver: { name: string; id: string };
  /** BHT03. */
  reference: string;
  /** BHT04 and BHT05, in UTC. */
  at: Date;
};

/** The value of a set, and which claim each 2300 in it is, as an index into the claims handed in. */
export type ClaimSet = { value: Set837P; owners: ReadonlyMap<object, number> };

/** The set of claims of one kind and one purpose. The value types of the three guides agree in all that is built here. */
export function claimSet(claims: readonly Claim[], header: SetHeader): ClaimSet {
  const owners = new Map<object, number>();
  const { submitter, receiver } = header;
  const at = header.at.toISOString();
  const value: Set837P = {
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
    billingProviders: groupClaims(claims, owners),
  };
  return { value, owners };
}

/** Levels 2000A, 2000B and 2000C. */
function groupClaims(claims: readonly Claim[], owners: Map<object, number>): Loop2000A[] {
  const providers = new Map<string, Loop2000A>();
  const subscribers = new Map<string, Loop2000B>();
  const patients = new Map<string, Loop2000C>();
  claims.forEach((one, index) => {
    const { provider, subscriber, patient, claim } = claimTo837(one);
    owners.set(claim, index);
    const providerKey = JSON.stringify(provider);
    const provided = entry(providers, providerKey, () => ({ ...provider, subscribers: [] }));
    const subscriberKey = `${providerKey}${JSON.stringify(subscriber)}${patient === undefined}`;
    const insured = entry(subscribers, subscriberKey, () => added(provided.subscribers, { ...subscriber }));
    if (patient === undefined) {
      insured.claims ??= [];
      insured.claims.push(claim);
      return;
    }
    insured.patients ??= [];
    const siblings = insured.patients;
    const found = entry(patients, `${subscriberKey}${JSON.stringify(patient)}`, () =>
      added(siblings, { ...patient, claims: [] }),
    );
    found.claims?.push(claim);
  });
  return [...providers.values()];
}

function entry<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function added<T>(list: T[], one: T): T {
  list.push(one);
  return one;
}
