/** Dental claims made at random, with everything that they can hold. */
import fc from 'fast-check';
import { type DentalClaim, dentalClaim } from '../../schemas/claim-dental.ts';
import {
  accident,
  amount,
  attachmentOf,
  cents,
  common,
  contract,
  day,
  decide,
  eitherBills,
  identifier,
  idsOf,
  option,
  otherIds,
  otherPayer,
  outpatient,
  PERSON,
  PLACE,
  PROVIDER,
  payerNumbers,
  place,
  plainFamily,
  practitioner,
  pricing,
  provider,
  rarely,
  someOthers,
  taxonomy,
  word,
} from './arbitrary-parts.ts';

const { groupCode: _groupCode, groupAmount: _groupAmount, ...linePricing } = pricing;

/** A person with the specialty that the guide asks for. */
const specialist = (withPayer = false) =>
  practitioner(withPayer).chain((one) => taxonomy.map((specialty) => ({ ...one, taxonomy: specialty })));

const rendering = (withPayer = false) =>
  provider(withPayer).chain((one) => taxonomy.map((specialty) => ({ ...one, taxonomy: specialty })));

const work = fc.oneof(
  fc.record({ oralCavity: fc.constantFrom([], ['10'], ['20', '30']) }),
  fc.record({
    teeth: fc.uniqueArray(
      fc.record({
        tooth: fc.constantFrom('3', '14', '19'),
        surfaces: fc.constantFrom([], ['M', 'O'], ['D', 'O', 'L']),
      }),
      { selector: ({ tooth }) => tooth, maxLength: 2 },
    ),
  }),
);

const prosthesis = fc.oneof(
  fc.constant({}),
  fc.record({ prosthesis: fc.constant('initial') }),
  fc.record({
    prosthesis: fc.constant('replacement'),
    priorPlacement: fc.record({ date: fc.constant('2019-03-01'), estimated: fc.boolean() }),
  }),
);

const line = fc
  .record({
    lineControlNumber: fc.constant(undefined),
    procedure: fc.record({
      code: fc.constantFrom('D0120', 'D2392', 'D6750'),
      modifiers: fc.constant([]),
      description: option(word(80)),
    }),
    charge: cents,
    placeOfService: option(fc.constantFrom('12', '22')),
    work,
    placed: prosthesis,
    quantity: fc.integer({ min: 1, max: 9 }),
    diagnosisPointers: fc.constantFrom([], [1], [2, 1]),
    serviceDate: day,
    appliancePlacementDate: rarely(day),
    replacementDate: rarely(day),
    treatmentStartDate: rarely(day),
    treatmentCompletionDate: rarely(day),
    contract: rarely(contract),
    predeterminations: payerNumbers,
    priorAuthorizations: payerNumbers,
    referrals: payerNumbers,
    repricedClaimNumber: rarely(identifier),
    adjustedRepricedClaimNumber: rarely(identifier),
    salesTax: rarely(amount),
    fixedFormat: fc.array(word(80), { maxLength: 1 }),
    pricing: rarely(fc.record(linePricing)),
    rendering: rarely(rendering(true)),
    assistantSurgeon: rarely(specialist(true)),
    supervising: rarely(practitioner(true)),
    facility: rarely(place(PROVIDER, true)),
  })
  .map(({ work: done, placed, ...rest }) => ({ ...rest, ...done, ...placed }));

const other = fc
  .record({
    ...otherPayer,
    decision: fc.record({ outpatient: rarely(outpatient) }),
    predetermination: rarely(identifier),
    referringIds: idsOf(PERSON),
    primaryCareIds: idsOf(PERSON),
    providers: otherIds,
    supervisingIds: idsOf(PROVIDER),
    facilityIds: idsOf(PLACE),
    assistantSurgeonIds: idsOf(PROVIDER),
  })
  .map(({ providers, ...rest }) => ({ ...rest, ...providers }));

const orthodontics = fc.record({
  months: fc.integer({ min: 12, max: 36 }),
  monthsRemaining: fc.integer({ min: 0, max: 12 }),
  description: option(word(80)),
});

const parts = fc.record({
  ...common,
  billingProvider: eitherBills,
  attachments: fc.array(attachmentOf('B4', 'OZ', 'RB'), { maxLength: 2 }),
  family: plainFamily,
  patientPaid: option(amount),
  placeOfService: fc.constantFrom('11', '22'),
  signatureOnFile: fc.boolean(),
  accident: option(accident),
  specialProgram: rarely(fc.constantFrom('01', '05')),
  predeterminationNumber: rarely(identifier),
  braces: rarely(fc.record({ orthodontics, appliancePlacementDate: day })),
  repricerReceivedDate: rarely(day),
  toothStatuses: fc.uniqueArray(
    fc.record({ tooth: fc.constantFrom('1', '16', '32'), status: fc.constantFrom('missing', 'toExtract') }),
    { selector: ({ tooth }) => tooth, maxLength: 3 },
  ),
  notes: fc.array(word(80), { maxLength: 2 }),
  diagnoses: fc.uniqueArray(fc.constantFrom('K02.9', 'K04.7', 'K08.9'), { minLength: 2, maxLength: 3 }),
  referrer: fc.oneof(fc.constant({}), fc.record({ referring: specialist(), primaryCare: option(specialist()) })),
  rendering: option(rendering()),
  assistantSurgeon: rarely(specialist()),
  supervising: rarely(practitioner()),
  facility: rarely(place(PLACE)),
  others: someOthers(other),
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
});

/** A checked claim: charges and decisions add up, whatever else is in it. */
export const arbitraryDental: fc.Arbitrary<DentalClaim> = parts.map(
  ({ lines, others, family, braces, referrer, ...rest }) =>
    dentalClaim.parse({
      kind: 'dental',
      ...rest,
      ...braces,
      ...referrer,
      ...family,
      ...decide(lines, others),
      frequency: rest.replaces === undefined ? '1' : '7',
    }),
);
