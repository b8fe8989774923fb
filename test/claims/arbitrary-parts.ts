/** Parts of claims of every kind, made at random: people, providers, payers, dates, amounts. */
import fc from 'fast-check';
import { formatX12Cents, toCents } from '../../src/money.ts';
import { isNpi } from '../../src/npi.ts';

export const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Text of these characters. */
export const chars = (set: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...set), minLength, maxLength });
export const word = (max: number) => chars(`${CAPITALS}abcÉÑ`, 2, Math.min(max, 14));
export const digits = (length: number) => chars('0123456789', length, length);
export const identifier = chars(`${CAPITALS}0123456789`, 2, 12);

/** Absent half of the time. */
export const option = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined, freq: 2 });
/** Absent most of the time. */
export const rarely = <T>(arb: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: arb });

export const cents = fc.integer({ min: 0, max: 5_000_00 });
export const decimal = (value: number) => formatX12Cents(toCents(value));
export const amount = cents.map(decimal);
export const quantity = fc.oneof(fc.integer({ min: 1, max: 999 }), fc.constantFrom('1.5', '0.25'));
export const percent = fc.constantFrom('12', '12.5', '80');

const isoDay = (date: Date) => date.toISOString().slice(0, 10);
export const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2026-11-01'), noInvalidDate: true })
  .map(isoDay);

/** The days of a period in their order. */
export const period = fc.tuple(day, day).map((pair) => {
  const [from = '', to = ''] = pair.sort();
  return { from, to };
});

export const npi = digits(8).map((body) => {
  const found = Array.from({ length: 10 }, (_, check) => `1${body}${check}`).find(isNpi);
  if (found === undefined) throw new Error('every body has one check digit');
  return found;
});

export const taxonomy = fc.constantFrom('207Q00000X', '1223G0001X');

export const address = fc.record({
  line1: fc.tuple(fc.nat(9999), word(20)).map(([number, street]) => `${number} ${street} STREET`),
  line2: option(word(20)),
  city: word(20),
  state: fc.constantFrom('OH', 'TX', 'NY'),
  zip: digits(9),
});

export const person = {
  lastName: word(60),
  firstName: option(word(35)),
  middleName: option(word(25)),
  suffix: option(fc.constant('JR')),
};

export const birth = {
  birthDate: fc.constantFrom('1950-01-01', '1999-12-31', '2020-02-29'),
  sex: fc.constantFrom('F' as const, 'M' as const, 'U' as const),
};

/** Further numbers, one of a kind. */
export const idsOf = <K extends string>(kinds: readonly K[], withPayer = false) => {
  const id = { kind: fc.constantFrom(...kinds), id: identifier };
  return fc.uniqueArray(withPayer ? fc.record({ ...id, payerId: option(identifier) }) : fc.record(id), {
    selector: ({ kind }) => kind,
    maxLength: 2,
  });
};

export const PROVIDER = ['stateLicense', 'upin', 'payerAssigned', 'location'] as const;
export const PERSON = ['stateLicense', 'upin', 'payerAssigned'] as const;
export const PLACE = ['stateLicense', 'payerAssigned', 'location'] as const;

export const telephone = fc.record({ name: option(word(60)), phone: digits(10), extension: option(digits(4)) });
const email = fc.constant('desk@clinic.example');
export const contact = fc.oneof(
  fc.record({ name: option(word(60)), phone: digits(10), extension: option(digits(4)), email: option(email) }),
  fc.record({ email, fax: digits(10) }),
);

const contacts = fc.oneof(fc.constant({}), fc.record({ contact }), fc.record({ contact, otherContact: contact }));

const memberIdKind = fc.constantFrom('member' as const, 'unique' as const);

/** An address of a party whose street nobody needs to know. */
const openAddress = address.chain((whole) => fc.constantFrom(whole, { ...whole, line1: undefined, line2: undefined }));

/** A person who refers, orders or supervises. */
export const practitioner = (withPayer = false) =>
  fc.record({ npi: option(npi), ...person, ids: idsOf(PERSON, withPayer) });

/** A person or an organisation. */
export const provider = (withPayer = false) =>
  fc.oneof(
    fc.record({ npi: option(npi), ...person, taxonomy: option(taxonomy), ids: idsOf(PROVIDER, withPayer) }),
    fc.record({ npi: option(npi), organizationName: word(60), taxonomy: option(taxonomy), ids: idsOf(PROVIDER) }),
  );

export const place = <K extends string>(kinds: readonly K[], withPayer = false) =>
  fc.record({ npi: option(npi), organizationName: word(60), ids: idsOf(kinds, withPayer), address });

const payerKinds = ['payerId', 'taxId', 'claimOffice', 'naic'] as const;

export const payer = fc.record({
  id: identifier,
  idKind: fc.constantFrom('payer' as const, 'plan' as const),
  name: word(60),
  address: option(openAddress),
  ids: idsOf(payerKinds),
});

/** What is sent beside the claim has a control number; what waits to be asked for needs none. */
export const attachmentOf = (...reports: string[]) =>
  fc.oneof(
    fc.record({
      report: fc.constantFrom(...reports),
      transmission: fc.constantFrom('BM', 'FX'),
      controlNumber: identifier,
    }),
    fc.record({ report: fc.constantFrom(...reports), transmission: fc.constant('AA') }),
  );
export const attachment = attachmentOf('B4', 'OZ', 'RB');

export const contract = fc.record({
  type: fc.constantFrom('02', '04', '09'),
  amount: option(amount),
  percent: option(percent),
  code: option(identifier),
  discountPercent: option(percent),
  version: option(identifier),
});

export const pricing = {
  method: fc.constantFrom('00', '03'),
  allowed: amount,
  savings: option(amount),
  organizationId: option(identifier),
  rate: option(percent),
  groupCode: option(identifier),
  groupAmount: option(amount),
  rejectReason: option(fc.constantFrom('T1', 'T6')),
  compliance: option(fc.constantFrom('1', '5')),
  exception: option(fc.constantFrom('1', '6')),
};

export const accident = fc.record({
  causes: fc.constantFrom(['auto'], ['employment', 'auto'], ['other']),
  date: fc.constantFrom('2025-11-30', '2025-12-31'),
  state: fc.constant('OH'),
});

/** Facts of the patient of a professional claim. */
const patientFacts = {
  deathDate: rarely(fc.constantFrom('2026-11-01', '2026-11-05')),
  weightPounds: rarely(quantity),
  pregnant: fc.boolean(),
  contact: rarely(telephone),
};

/** A billing provider of that name and tax id. */
export const billedBy = <N extends object>(name: fc.Arbitrary<N>) =>
  fc
    .record({ npi, taxonomy: option(taxonomy), ids: idsOf(['stateLicense', 'upin']), address, name, contacts })
    .map(({ name: named, contacts: reached, ...rest }) => ({ ...rest, ...named, ...reached }));

/** An organisation, or a person without a suffix. */
export const eitherBills = billedBy(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ taxId: digits(9), organizationName: word(60) }) },
    { weight: 1, arbitrary: fc.record({ ...person, suffix: fc.constant(undefined), ssn: digits(9) }) },
  ),
);

/** MOA. */
export const outpatient = fc.record({
  rate: option(percent),
  hcpcsPayable: option(amount),
  remarks: fc.constantFrom(['MA01'], ['N130', 'MA18']),
  esrdPaid: option(amount),
  professionalComponent: option(amount),
});

const payToPlan = fc.record({
  id: identifier,
  idKind: fc.constantFrom('payer' as const, 'plan' as const),
  name: word(60),
  address,
  taxId: digits(9),
  secondaryId: option(fc.record({ kind: fc.constantFrom('payerId', 'claimOffice', 'naic'), id: identifier })),
});

/** What every claim has, the money aside. */
export const common = {
  patientControlNumber: chars(`${CAPITALS}0123456789.-_`, 1, 20),
  purpose: fc.constantFrom('charge' as const, 'encounter' as const),
  payer,
  billingProvider: billedBy(fc.record({ taxId: digits(9), organizationName: word(60) })),
  payToAddress: option(address),
  payToPlan: rarely(payToPlan),
  currency: rarely(fc.constant('CAD')),
  replaces: option(fc.record({ payerClaimNumber: identifier })),
  assignment: fc.constantFrom('A', 'C'),
  benefitsAssigned: fc.constantFrom('Y', 'N', 'W'),
  release: fc.constantFrom('Y', 'I'),
  delayReason: rarely(fc.constantFrom('1', '11')),
  attachments: fc.array(attachment, { maxLength: 2 }),
  contract: rarely(contract),
  priorAuthorization: option(identifier),
  referral: option(identifier),
  serviceAuthorizationException: rarely(fc.constantFrom('1', '7')),
  repricedClaimNumber: rarely(identifier),
  adjustedRepricedClaimNumber: rarely(identifier),
  clearinghouseClaimNumber: rarely(identifier),
  fixedFormat: fc.array(word(80), { maxLength: 2 }),
  pricing: rarely(fc.record(pricing)),
};

const subscriberFacts = {
  ...person,
  ...birth,
  address,
  memberId: identifier,
  memberIdKind,
  claimFiling: fc.constantFrom('CI', 'MB', '12'),
  groupNumber: option(identifier),
  groupName: option(word(60)),
  ssn: option(digits(9)),
};
const dependentFacts = { ...person, ...birth, address, relationship: fc.constantFrom('spouse', 'child', 'other') };

/** The subscriber and, perhaps, a dependent; the casualty claim number is the patient's. */
const family = <S, D>(subscriber: fc.Arbitrary<S>, dependent: fc.Arbitrary<D>) =>
  fc
    .record({ subscriber, dependent: option(dependent), casualtyClaimNumber: rarely(identifier) })
    .map(({ subscriber: insured, dependent: other, casualtyClaimNumber }) =>
      other === undefined
        ? { subscriber: { ...insured, casualtyClaimNumber }, dependent: undefined }
        : { subscriber: insured, dependent: { ...other, casualtyClaimNumber } },
    );

export const professionalFamily = family(
  fc.record({ ...subscriberFacts, ...patientFacts }),
  fc.record({ ...dependentFacts, ...patientFacts }),
);
export const plainFamily = family(fc.record(subscriberFacts), fc.record(dependentFacts));

/** Further facts of another payer; what it decided is added by who knows the lines. */
export const otherPayer = {
  payer,
  claimFiling: fc.constantFrom('CI', 'MB', 'MC'),
  relationship: fc.constantFrom('self', 'spouse', 'child'),
  insured: fc.record({
    ...person,
    memberId: identifier,
    memberIdKind,
    ssn: rarely(digits(9)),
    address: option(openAddress),
  }),
  groupNumber: option(identifier),
  groupName: option(word(60)),
  benefitsAssigned: fc.constantFrom('Y', 'N'),
  release: fc.constantFrom('Y', 'I'),
  claimNumber: option(identifier),
  priorAuthorization: option(identifier),
  referral: option(identifier),
  readjusted: fc.boolean(),
  /** Share of each line that this payer paid, in percent; undefined: it has not decided. */
  share: option(fc.integer({ min: 0, max: 100 })),
  atLines: fc.boolean(),
};

const drugFacts = { quantity, unit: fc.constantFrom('F2', 'GR', 'ME', 'ML', 'UN') };

/** A drug; of a compound or prescribed. */
export const drug = fc.oneof(
  fc.record({ ndc: digits(11), ...drugFacts, prescriptionNumber: option(identifier) }),
  fc.record({ ndc: digits(11), ...drugFacts, compoundNumber: identifier }),
);

/** A supply by the number of its product. */
export const supply = fc.record({
  product: fc.record({ kind: fc.constantFrom('EN', 'UK', 'UP'), id: digits(12) }),
  ...drugFacts,
});

/** Numbers that providers have with another payer, and what kind they are of there. */
export const otherIds = fc
  .record({
    renderingIds: idsOf(PROVIDER),
    billingIds: idsOf(['payerAssigned', 'location']),
    organization: fc.boolean(),
    person: fc.boolean(),
  })
  .map(({ renderingIds, billingIds, organization, person: isPerson }) => ({
    renderingIds,
    billingIds,
    renderingOrganization: organization && renderingIds.length > 0,
    billingPerson: isPerson && billingIds.length > 0,
  }));

export const payerNumbers = fc.array(fc.record({ number: identifier, payerId: option(identifier) }), { maxLength: 2 });

type Money = { charge: number };
type Deciding = { share?: number | undefined; atLines: boolean; payer: { id: string }; decision: object };

const paidOf = ({ charge }: Money, { share = 0 }: { share?: number | undefined }) => Math.floor((charge * share) / 100);

function adjustmentOf(charge: number, paid: number) {
  return charge === paid ? [] : [{ group: 'CO', reason: '45', amount: decimal(charge - paid) }];
}

/** The charge, and what other payers decided at the lines or at the claim, so that it adds up there. */
export function decide<L extends Money, O extends Deciding>(lines: readonly L[], others: readonly O[]) {
  const charge = lines.reduce((sum, one) => sum + one.charge, 0);
  const decided = others.filter(({ share }) => share !== undefined);
  return {
    charge: decimal(charge),
    otherPayers: others.map(({ share, atLines, decision, ...other }, index) => {
      const paid = lines.reduce((sum, one) => sum + paidOf(one, { share }), 0);
      const atClaim = atLines ? {} : { adjustments: adjustmentOf(charge, paid), adjudicationDate: '2026-11-10' };
      const known = { ...decision, paid: decimal(paid), ...atClaim };
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

/** Other payers with ids of their own. */
export const someOthers = <O extends Deciding>(other: fc.Arbitrary<O>) =>
  fc.uniqueArray(other, { selector: ({ payer: { id } }) => id, maxLength: 3 });
