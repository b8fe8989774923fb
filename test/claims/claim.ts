/** A claim object without fault, and what tests change of it. */
import type { ProfessionalClaim, ProfessionalClaimInput } from '../../schemas/claim.ts';
import { professionalClaim } from '../../schemas/claim-professional.ts';

/** A plain professional claim of two lines. */
export const CLAIM: ProfessionalClaimInput = {
  patientControlNumber: 'CW1001',
  payer: { id: 'SAMPL', name: 'SAMPLE HEALTH PLAN' },
  billingProvider: {
    npi: '1234567893',
    taxId: '123456789',
    organizationName: 'RIVERSIDE FAMILY MEDICINE',
    address: { line1: '100 MAIN STREET', city: 'COLUMBUS', state: 'OH', zip: '432150001' },
  },
  subscriber: {
    memberId: 'MEM0001',
    lastName: 'WINTERS',
    firstName: 'ALMA',
    birthDate: '1971-04-12',
    sex: 'F',
    address: { line1: '12 OAK LANE', city: 'COLUMBUS', state: 'OH', zip: '43215' },
  },
  charge: '185.00',
  placeOfService: '11',
  diagnoses: ['J06.9', 'R05.9'],
  lines: [
    { procedure: { code: '99213' }, charge: '125.00', serviceDate: '2026-11-02' },
    { procedure: { code: '87880' }, charge: '60.00', serviceDate: '2026-11-02' },
  ],
};

/** A checked claim: the plain one with some fields changed. */
export function claimWith(change: Partial<ProfessionalClaimInput> = {}): ProfessionalClaim {
  return professionalClaim.parse({ ...CLAIM, ...change });
}
