/** A checked claim as its caller would write it: amounts decimal, absent is absent. What follows from a claim is made of this. */
import type { Claim } from '../../../schemas/claim.ts';
import { claimFrom837, claimTo837 } from '../to-837.ts';

/** Any part of a claim in the form of its caller. */
export type Json = Readonly<Record<string, unknown>>;

/** The claim in the form in which it can be changed, checked and submitted. */
export function claimJson(claim: Claim): Json {
  const { claimId, meta } = claim;
  return {
    ...(claimId === undefined ? {} : { claimId }),
    ...claimFrom837(claim.kind, claimTo837(claim)),
    ...(meta === undefined ? {} : { meta }),
  };
}

/** The object without these fields. */
export function without(object: Json, ...names: readonly string[]): Json {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** The fields of these names that are there. */
export function only(object: Json, ...names: readonly string[]): Json {
  return Object.fromEntries(names.flatMap((name) => (object[name] === undefined ? [] : [[name, object[name]]])));
}

/** A part that is an object. */
export function part(object: Json, name: string): Json {
  const value = object[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** A part that is a list of objects. */
export function parts(object: Json, name: string): readonly Json[] {
  const value = object[name];
  return Array.isArray(value) ? (value as Json[]) : [];
}
