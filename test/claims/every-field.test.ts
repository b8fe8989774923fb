/** Whatever a claim object says stands in its 837: a field that is changed changes what is written. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Claim, ClaimKind } from '../../schemas/claim.ts';
import { fieldsAt } from '../../src/claims/known-fields.ts';
import { claimTo837 } from '../../src/claims/to-837.ts';
import { arbitraryDental } from './arbitrary-dental.ts';
import { arbitraryInstitutional } from './arbitrary-institutional.ts';
import { arbitraryProfessional } from './arbitrary-professional.ts';

const KINDS: readonly (readonly [ClaimKind, fc.Arbitrary<Claim>])[] = [
  ['professional', arbitraryProfessional],
  ['institutional', arbitraryInstitutional],
  ['dental', arbitraryDental],
];

type Path = readonly (string | number)[];

/** The scalars of a value with the keys that lead there. */
function scalarsIn(value: unknown, path: Path = []): Path[] {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, one]) =>
    scalarsIn(one, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

const nameOf = (path: Path): string => path.filter((step) => typeof step === 'string').join('.');

/** A copy with another value at a path; undefined where nothing stands that could hold it. */
function changed(value: unknown, [step, ...rest]: Path): unknown {
  if (step === undefined) return otherThan(value);
  if (typeof value !== 'object' || value === null) return undefined;
  const inner = changed(Reflect.get(value, step), rest);
  if (inner === undefined) return undefined;
  const copy: object = Array.isArray(value) ? [...value] : { ...value };
  Reflect.set(copy, step, inner);
  return copy;
}

function otherThan(value: unknown): unknown {
  if (Array.isArray(value)) return [...value, 'A1'];
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  return value === '10' ? '9' : `${value ?? ''}1`;
}

/** The fields of the schema, those of objects inside too, in the first of each list. */
function fieldsBelow(kind: ClaimKind, path: Path = []): Path[] {
  return fieldsAt(kind, path).flatMap((name): Path[] => {
    const here = [...path, name];
    const inside = [...fieldsBelow(kind, here), ...fieldsBelow(kind, [...here, 0])];
    // The one kind of step into a list is the same as into an object where there is no list.
    return inside.length > 0 ? inside : [here];
  });
}

/** The caller's own, and the kind, which is the guide that the claim is written by. */
const NOT_SENT = ['kind', 'claimId', 'meta'];

test.each(KINDS)('every field of the %s claim is written', (kind, claims) => {
  const silent = new Set<string>();
  const written = new Set<string>();
  const declared = fieldsBelow(kind);
  for (const claim of fc.sample(claims, { numRuns: 150, seed: 7 })) {
    const before = JSON.stringify(claimTo837(claim));
    for (const path of [...scalarsIn(claim), ...declared]) {
      const name = nameOf(path);
      if (written.has(name) || NOT_SENT.includes(name)) continue;
      const other = changed(claim, path) as Claim | undefined;
      if (other !== undefined && JSON.stringify(claimTo837(other)) !== before) written.add(name);
      else silent.add(name);
    }
  }
  expect([...silent].filter((name) => !written.has(name))).toEqual([]);
});
