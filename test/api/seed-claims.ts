/** Fourteen synthetic claims of one invented clinic, one for every way a claim can go. */
import { type Claim, claim, type ProfessionalClaimInput } from '../../schemas/claim.ts';
import { isNpi } from '../../src/npi.ts';

/** The first NPI at or after the ten digits given. */
function npiFrom(start: number): string {
  for (let number = start; ; number++) if (isNpi(String(number))) return String(number);
}

const CLINIC: ProfessionalClaimInput['billingProvider'] = {
  npi: npiFrom(1_205_550_100),
  organizationName: 'RIVERBEND FAMILY CLINIC',
  taxId: '123456789',
  address: { line1: '41 MILL LANE', city: 'HARTWELL', state: 'OH', zip: '452150041' },
};
const PAYERS = { cedar: { id: 'CEDAR01', name: 'CEDAR HEALTH PLAN' }, harbor: { id: 'HRBR77', name: 'HARBOR MUTUAL' } };

type Line = readonly [code: string, charge: string, modifier?: string];
export type Course = {
  number: string;
  last: string;
  first: string;
  payer: keyof typeof PAYERS;
  date: string;
  diagnoses: string[];
  lines: readonly Line[];
  child?: string;
};

/** In the order of their files: A (0 to 7), B (8), C (9), D (10), then the two that stay here and the one that waits. */
export const COURSES: readonly Course[] = [
  { number: 'RVB-26-10021', last: 'ASHDOWN', first: 'MARLA', payer: 'cedar', date: '2026-10-19', diagnoses: ['J069'], lines: [['99213', '142.00', '25'], ['87880', '38.50']] },
  { number: 'RVB-26-10022', last: 'BRENNIG', first: 'TOVE', payer: 'cedar', date: '2026-10-20', diagnoses: ['Z00129'], lines: [['99392', '186.00'], ['90460', '31.00'], ['90707', '98.00']], child: 'LIV' },
  { number: 'RVB-26-10023', last: 'CALLOWAY', first: 'PERRIN', payer: 'cedar', date: '2026-10-20', diagnoses: ['M545', 'M5416'], lines: [['99214', '215.00'], ['97110', '64.00', 'GP'], ['97140', '58.00', 'GP']] },
  { number: 'RVB-26-10024', last: 'DUNWICH', first: 'ODELL', payer: 'cedar', date: '2026-03-02', diagnoses: ['E119'], lines: [['99214', '215.00'], ['83036', '29.00']] },
  { number: 'RVB-26-10025', last: 'ELLERBY', first: 'JUNE', payer: 'cedar', date: '2026-10-21', diagnoses: ['L700'], lines: [['11900', '164.00']] },
  { number: 'RVB-26-10026', last: 'FENWICK', first: 'AUGUST', payer: 'cedar', date: '2026-10-21', diagnoses: ['I10'], lines: [['99213', '142.00'], ['93000', '55.00']] },
  { number: 'RVB-26-10027', last: 'GARROWAY', first: 'SILA', payer: 'cedar', date: '2026-10-22', diagnoses: ['S93401A'], lines: [['99283', '412.00'], ['73610', '96.00', 'RT']] },
  { number: 'RVB-26-10028', last: 'HOLLOWAY', first: 'BRAM', payer: 'harbor', date: '2026-10-22', diagnoses: ['H6691'], lines: [['99213', '142.00']] },
  { number: 'RVB-26-10029', last: 'IVERSEN', first: 'NADIA', payer: 'harbor', date: '2026-10-23', diagnoses: ['R0789'], lines: [['99215', '298.00'], ['93000', '55.00']] },
  { number: 'RVB-26-10030', last: 'JESSOP', first: 'COLE', payer: 'harbor', date: '2026-10-23', diagnoses: ['K219'], lines: [['99203', '176.00']] },
  { number: 'RVB-26-10031', last: 'KESTREL', first: 'WREN', payer: 'harbor', date: '2026-10-26', diagnoses: ['N390'], lines: [['99213', '142.00'], ['81003', '12.50']] },
  { number: 'RVB-26-10032', last: 'LARKMOOR', first: 'DORIAN', payer: 'harbor', date: '2026-10-27', diagnoses: ['F411'], lines: [['90834', '155.00']] },
  { number: 'RVB-26-10033', last: 'MERIDAN', first: 'ELSPETH', payer: 'cedar', date: '2026-10-27', diagnoses: ['J4520'], lines: [['99214', '215.00'], ['94060', '118.00']] },
  { number: 'RVB-26-10034', last: 'NORCROSS', first: 'HALE', payer: 'harbor', date: '2026-10-28', diagnoses: ['B349'], lines: [['99212', '97.00']] },
]; // biome-ignore format: a table

/** The claim object of a course. */
export function claimOf(course: Course): Claim {
  const cents = course.lines.reduce((sum, [, charge]) => sum + Math.round(Number(charge) * 100), 0);
  const address = { line1: '7 ORCHARD ROW', city: 'HARTWELL', state: 'OH', zip: '45215' };
  const input: ProfessionalClaimInput = {
    patientControlNumber: course.number,
    payer: PAYERS[course.payer],
    billingProvider: CLINIC,
    subscriber: {
      lastName: course.last,
      firstName: course.first,
      memberId: `W${course.number.slice(-5)}77`,
      birthDate: '1984-05-17',
      sex: 'U',
      address,
    },
    ...(course.child === undefined
      ? {}
      : {
          dependent: {
            lastName: course.last,
            firstName: course.child,
            birthDate: '2024-08-30',
            sex: 'F',
            address,
            relationship: 'child',
          },
        }),
    charge: (cents / 100).toFixed(2),
    placeOfService: '11',
    diagnoses: course.diagnoses,
    lines: course.lines.map(([code, charge, modifier], index) => ({
      lineControlNumber: `${course.number}-${index + 1}`,
      procedure: { code, modifiers: modifier === undefined ? [] : [modifier] },
      charge,
      serviceDate: course.date,
    })),
  };
  return claim.parse(input);
}
