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
};

/** Findings of one file. The reader bounds how many there are (Limits.issues). */
export function createFindings(): Findings {
  const places = new Map<number | string, Issue[]>();
  const take = (key: number | string): Issue[] => {
    const found = places.get(key) ?? [];
    places.delete(key);
    return found;
  };
  return {
    add(finding) {
      const key = finding.origin?.offset ?? scopeKey(finding.origin ?? {});
      const known = places.get(key);
      if (known === undefined) places.set(key, [finding]);
      else known.push(finding);
    },
    takeAt: take,
    takeScope: (scope) => take(scopeKey(scope)),
    takeRest: () => [...places.keys()].flatMap(take),
  };
}

function scopeKey({ isa13, gs06, st02 }: Origin): string {
  return [isa13, gs06, st02].map((part) => part ?? '').join('|');
}
