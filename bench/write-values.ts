/** Sets of professional claims as values, ready to be written: each claim with its own subscriber and four lines. */
import { readFileSync } from 'node:fs';
import { claim as claimSchema } from '../schemas/claim.ts';
import { claimTo837 } from '../src/claims/to-837.ts';
import type { Set837P } from '../src/guides/values/837p.ts';

const CLAIMS_PER_SET = 500;
const LINES = 4;

/** So many claims in sets of 500. */
export function setsOfClaims(count: number): Set837P[] {
  const [sample] = JSON.parse(readFileSync('samples/claims/demo.json', 'utf8')) as { lines: object[] }[];
  const lines = Array.from({ length: LINES }, (_, index) => sample!.lines[index % sample!.lines.length]!);
  const sets: Set837P[] = [];
  for (let from = 0; from < count; from += CLAIMS_PER_SET) {
    const loops = Array.from({ length: Math.min(CLAIMS_PER_SET, count - from) }, (_, index) =>
      claimTo837(
        claimSchema.parse({
          ...sample,
          patientControlNumber: `BN${String(from + index).padStart(7, '0')}`,
          charge: '370.00',
          diagnoses: ['J06.9', 'R05.1'],
          lines,
        }),
      ),
    );
    sets.push({
      beginning: {
        structure: '0019',
        purpose: '00',
        reference: `BENCH-${sets.length + 1}`,
        date: '2026-11-02',
        time: '12:00',
        type: 'CH',
      },
      submitter: {
        name: { entity: '41', type: '2', lastName: 'BENCH BILLING', idQualifier: '46', id: 'CLAIMWIRE' },
        contacts: [{ function: 'IC', name: 'DESK', numbers: [{ qualifier: 'TE', number: '6145550100' }] }],
      },
      receiver: { name: { entity: '40', type: '2', lastName: 'SANDBOX', idQualifier: '46', id: 'SANDBOX' } },
      billingProviders: [
        {
          ...loops[0]!.provider,
          subscribers: loops.map(({ subscriber, claim }) => ({ ...subscriber, claims: [claim] })),
        },
      ],
    });
  }
  return sets;
}
