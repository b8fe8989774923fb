/** Claims for runs of the whole loop: the demo's shapes over and over, each claim with numbers of its own. */
import { readFileSync } from 'node:fs';

type Json = { [key: string]: unknown };

/** So many claims with unique patient control numbers and, where a rule does not need it, unique member ids. */
export function makeClaims(count: number, prefix = 'LP'): Json[] {
  const shapes = JSON.parse(readFileSync('samples/claims/demo.json', 'utf8')) as Json[];
  return Array.from({ length: count }, (_, index) => {
    const claim = structuredClone(shapes[index % shapes.length]!);
    claim.patientControlNumber = `${prefix}${String(index + 1).padStart(6, '0')}`;
    return claim;
  });
}
