/** Claims that pass every edit, of every kind: dependents, other payers, drugs, facilities, accidents, replacements. */
import fc from 'fast-check';
import { type Claim, type ClaimInput, claim as claimSchema } from '../../schemas/claim.ts';
import { formatX12Cents, toCents } from '../../src/money.ts';
import { isNpi } from '../../src/npi.ts';

const chars = (set: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...set), minLength, maxLength });
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const word = (max: number) => chars(`${CAPITALS}abcÉÑ`, 2, Math.min(max, 14));
const digits = (length: number) => chars('0123456789', length, length);
const identifier = chars(`${CAPITALS}0123456789`, 2, 12);
const option = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined, freq: 2 });
const cents = fc.integer({ min: 0, max: 5_000_00 });
const decimal = (value: number) => formatX12Cents(toCents(value));
const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-11-01'), noInvalidDate: true }).map(isoDay);

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

const npi = digits(8).map((body) => {
  const found = Array.from({ length: 10 }, (_, check) => `1${body}${check}`).find(isNpi);
  if (found === undefined) throw new Error('every body has one check digit');
  return found;
});

const address = fc.record({
  line1: fc.tuple(fc.nat(9999), word(20)).map(([number, street]) => `${number} ${street} STREET`),
  line2: option(word(20)),
  city: word(20),
  state: fc.constantFrom('OH', 'TX', 'NY'),
  zip: fc.oneof(digits(5), digits(9)),
});

const person = { last: word(60), first: option(word(35)), middle: option(word(25)), suffix: option(fc.constant('JR')) };
const birth = {
  birthDate: fc.constantFrom('1950-01-01', '1999-12-31', '2020-02-29'),
  sex: fc.constantFrom('F', 'M', 'U'),
};
const secondaryIds = fc.uniqueArray(
  fc.record({ qualifier: fc.constantFrom('0B' as const, 'G2' as const), id: identifier }),
  { selector: ({ qualifier }) => qualifier, maxLength: 2 },
);
const personProvider = fc.record({
  npi: option(npi),
  lastName: word(60),
  firstName: option(word(35)),
  taxonomy: option(fc.constant('207Q00000X')),
  secondaryIds,
});
const facility = fc.record({ npi: option(npi), organizationName: word(60), secondaryIds, address });

const line = fc.record({
  lineControlNumber: fc.constant(undefined),
  procedure: fc.record({
    code: fc.constantFrom('99213', '87880', 'J1100'),
    modifiers: fc.array(fc.constantFrom('25', '59', 'GT'), { maxLength: 4 }),
    description: option(word(80)),
  }),
  charge: cents,
  unit: fc.constantFrom('UN' as const, 'MJ' as const),
  quantity: fc.oneof(fc.integer({ min: 1, max: 999 }), fc.constantFrom('1.5', '0.25')),
  serviceDate: fc.oneof(
    day,
    fc.tuple(day, day).map((pair) => ({ from: pair.sort()[0]!, to: pair.sort()[1]! })),
  ),
  placeOfService: option(fc.constantFrom('11', '12', '22')),
  emergency: fc.boolean(),
  diagnosisPointers: fc.uniqueArray(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 2 }),
  priorAuthorization: option(identifier),
  referral: option(identifier),
  note: option(word(80)),
  drug: option(
    fc.record({
      ndc: digits(11),
      quantity: fc.integer({ min: 1, max: 99 }),
      unit: fc.constantFrom('F2', 'GR', 'ME', 'ML', 'UN'),
      prescriptionNumber: option(identifier),
    }),
  ),
  rendering: option(personProvider),
  ordering: option(personProvider),
  facility: option(facility),
});

const otherPayer = fc.record({
  payer: fc.record({ id: identifier, name: word(60), address: option(address) }),
  claimFiling: fc.constantFrom('CI', 'MB', 'MC'),
  relationship: fc.constantFrom('self', 'spouse', 'child'),
  insured: fc.record({ ...person, memberId: identifier, address: option(address) }),
  groupNumber: option(identifier),
  claimNumber: option(identifier),
  adjudicationDate: option(day),
  /** Share of each line that this payer paid, in percent; undefined: it has not decided. */
  share: option(fc.integer({ min: 0, max: 100 })),
  atLines: fc.boolean(),
});

const parts = fc.record({
  patientControlNumber: chars(`${CAPITALS}0123456789.-_`, 1, 20),
  purpose: fc.constantFrom('charge', 'encounter'),
  payer: fc.record({ id: identifier, name: word(60), address: option(address) }),
  billing: fc.record({
    npi,
    taxId: digits(9),
    organizationName: word(60),
    taxonomy: option(fc.constant('207Q00000X')),
    secondaryIds,
    address,
    contact: option(fc.record({ name: word(60), phone: digits(10), email: fc.constant('desk@clinic.example') })),
  }),
  payToAddress: option(address),
  subscriber: fc.record({ ...person, ...birth, address, memberId: identifier, groupNumber: option(identifier) }),
  dependent: option(
    fc.record({ ...person, ...birth, address, relationship: fc.constantFrom('spouse', 'child', 'other') }),
  ),
  placeOfService: fc.constantFrom('11', '22'),
  replaces: option(fc.record({ payerClaimNumber: identifier })),
  accident: option(
    fc.record({ causes: fc.constantFrom(['AA'], ['EM', 'AA'], ['OA']), date: day, state: fc.constant('OH') }),
  ),
  diagnoses: fc.uniqueArray(fc.constantFrom('J06.9', 'R05.9', 'E11.9', 'I10'), { minLength: 2, maxLength: 4 }),
  onsetDate: option(day),
  admissionDate: option(day),
  patientPaid: option(cents.map(decimal)),
  priorAuthorization: option(identifier),
  referral: option(identifier),
  medicalRecordNumber: option(identifier),
  cliaNumber: option(identifier),
  notes: fc.array(fc.record({ text: word(80) }), { maxLength: 1 }),
  referring: option(personProvider),
  rendering: option(personProvider),
  supervising: option(personProvider),
  facility: option(facility),
  others: fc.uniqueArray(otherPayer, { selector: ({ payer }) => payer.id, maxLength: 3 }),
  lines: fc.array(line, { minLength: 1, maxLength: 6 }),
});

type Parts = typeof parts extends fc.Arbitrary<infer T> ? T : never;
type Line = Parts['lines'][number];
type Other = Parts['others'][number];

const paidOf = ({ charge }: Line, { share = 0 }: Other) => Math.floor((charge * share) / 100);

function adjustmentOf(charge: number, paid: number) {
  return charge === paid ? [] : [{ group: 'CO', reason: '45', amount: decimal(charge - paid) }];
}

/** What a payer decided stands at the lines or at the claim, and adds up there. */
function assemble({ others, lines, billing, ...rest }: Parts): unknown {
  const charge = lines.reduce((sum, one) => sum + one.charge, 0);
  const decided = others.filter(({ share }) => share !== undefined);
  return {
    ...rest,
    billingProvider: billing,
    frequency: rest.replaces === undefined ? '1' : '7',
    charge: decimal(charge),
    otherPayers: others.map(({ share, atLines, ...other }, index) => {
      const paid = lines.reduce((sum, one) => sum + paidOf(one, { ...other, share, atLines }), 0);
      const known = { paid: decimal(paid), adjustments: atLines ? [] : adjustmentOf(charge, paid) };
      return { ...other, payerSequence: 'STA'[index], ...(share === undefined ? {} : known) };
    }),
    lines: lines.map((one) => ({
      ...one,
      charge: decimal(one.charge),
      adjudications: decided
        .filter(({ atLines }) => atLines)
        .map((other) => ({
          payerId: other.payer.id,
          paid: decimal(paidOf(one, other)),
          date: '2026-11-10',
          adjustments: adjustmentOf(one.charge, paidOf(one, other)),
        })),
    })),
  };
}

/** A checked claim. */
export const arbitraryClaim: fc.Arbitrary<Claim> = parts.map((made) => claimSchema.parse(assemble(made) as ClaimInput));
