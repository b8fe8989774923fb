/** A claim to the loops of an 837 and back, by the maps of its kind. The hierarchy around it is built in write-claims.ts. */
import type { Claim, ClaimKind } from '../../schemas/claim.ts';
import type { Loop2000A, Loop2000B, Loop2000C, Loop2300 } from '../guides/values/837p.ts';
import { KINDS } from './kinds.ts';
import { toGuide } from './maps/compile-map.ts';
import { LEVELS } from './maps/hierarchy.ts';
import { fromGuide, type MapOf, type Part } from './maps/mapping.ts';

/** BHT06 by the claim's words: all claims of a set have one purpose. */
export const PURPOSE = { charge: 'CH', encounter: 'RP', subrogation: '31' } as const;

/** What carries one claim: BHT06, loops 2000A and 2000B without what hangs below them, 2000C for a dependent, and 2300. */
export type ClaimLoops = {
  purpose: 'CH' | 'RP' | '31';
  provider: Omit<Loop2000A, 'subscribers'>;
  subscriber: Omit<Loop2000B, 'claims' | 'patients'>;
  patient?: Omit<Loop2000C, 'claims'> | undefined;
  claim: Loop2300;
};

/** The loops of a claim. What a checked claim must have is there; what is wrong beyond its form, the writer reports. */
export function claimTo837(claim: Claim): ClaimLoops {
  return { ...levelsTo837(claim), claim: loop2300Of(claim) };
}

/** What stands around loop 2300. */
export function levelsTo837(claim: Claim): Omit<ClaimLoops, 'claim'> {
  const { dependent } = claim;
  const { billing, subscriber, patient } = LEVELS[claim.kind];
  return {
    purpose: PURPOSE[claim.purpose],
    provider: toLoop(billing, claim) as ClaimLoops['provider'],
    subscriber: toLoop(subscriber, claim) as ClaimLoops['subscriber'],
    patient: dependent === undefined ? undefined : (toLoop(patient, dependent) as ClaimLoops['patient']),
  };
}

/** Loop 2300 of a claim. */
export function loop2300Of(claim: Claim): Loop2300 {
  return toLoop(KINDS[claim.kind].map, claim) as Loop2300;
}

/** A loop stands even when nothing is in it: its absence would hide what is missing. */
function toLoop<V extends object>(map: MapOf<V>, from: object): V {
  return toGuide(map, from) ?? ({} as V);
}

/** Loops as they were read: any of their parts may be absent, and codes may be others than the guide's. */
export type LoopsRead = {
  purpose: string | undefined;
  provider: object;
  subscriber: object;
  patient?: object | undefined;
  claim: object;
};

/** The claim that loops carry, as its caller would have written it: to be checked like any other. Never throws. */
export function claimFrom837(kind: ClaimKind, loops: LoopsRead): Record<string, unknown> {
  const { billing, subscriber, patient } = LEVELS[kind];
  const parts: Part[] = [
    fromGuide(billing, loops.provider),
    fromGuide(subscriber, loops.subscriber),
    fromGuide(KINDS[kind].map, loops.claim),
  ];
  const merged = parts.reduce<Record<string, unknown>>((into, part) => merge(into, part), {
    kind,
    purpose: (Object.keys(PURPOSE) as Claim['purpose'][]).find((word) => PURPOSE[word] === loops.purpose),
  });
  return loops.patient === undefined ? merged : { ...merged, dependent: fromGuide(patient, loops.patient) };
}

/** Parts that name the same object of the claim each give a share of it; lists are joined. */
function merge(into: Record<string, unknown>, part: Part): Record<string, unknown> {
  for (const [key, value] of Object.entries(part)) {
    const known = into[key];
    if (Array.isArray(known) && Array.isArray(value)) into[key] = [...known, ...value];
    else if (isObject(known) && isObject(value)) into[key] = merge({ ...known }, value);
    else into[key] = value;
  }
  return into;
}

function isObject(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
