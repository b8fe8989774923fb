/** The findings of a file by the place they concern, taken out as the places are shown. */
import type { Issue, Origin } from '../issue.ts';

export type Findings = {
  add(finding: Issue): void;
  /** Those on the segment that begins at an offset of the file. */
  takeAt(offset: number): Issue[];
  /** Those on an interchange, a group or a set as a whole, by its control numbers. */
  takeScope(scope: Origin): Issue[];
  /** Those whose place never came by. */
  takeRest(): Issue[];
  /** How many were not kept. */
  dropped(): number;
};

/** A file may hold more faults than anybody reads and memory should hold. */
const KEPT = 100_000;

/** Findings of one file. */
export function createFindings(kept = KEPT): Findings {
  const places = new Map<number | string, Issue[]>();
  let count = 0;
  const take = (key: number | string): Issue[] => {
    const found = places.get(key) ?? [];
    places.delete(key);
    return found;
  };
  return {
    add(finding) {
      if (++count > kept) return;
      const key = finding.origin?.offset ?? scopeKey(finding.origin ?? {});
      const known = places.get(key);
      if (known === undefined) places.set(key, [finding]);
      else known.push(finding);
    },
    takeAt: take,
    takeScope: (scope) => take(scopeKey(scope)),
    takeRest: () => [...places.keys()].flatMap(take),
    dropped: () => Math.max(0, count - kept),
  };
}

function scopeKey({ isa13, gs06, st02 }: Origin): string {
  return [isa13, gs06, st02].map((part) => part ?? '').join('|');
}
