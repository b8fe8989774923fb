/** The links that most elements of an 837 need: amounts, dates, references, yes and no, words for codes. */
import type { ClaimAdjustment } from '../../../schemas/claim-facts.ts';
import { type Cents, formatCents } from '../../money.ts';
import { beside, type Codec, field, is, type Link, own } from './mapping.ts';

/** Cents as the JSON of a claim has them: `1234.50`. */
export const decimalOf = (amount: Cents | undefined): string | undefined =>
  amount === undefined ? undefined : formatCents(amount).replaceAll(',', '');

const inCents: Codec = { to: (value) => value, from: (value) => decimalOf(value as Cents) };

const flagged: Codec = {
  to: (value) => (value === true ? 'Y' : undefined),
  from: (value) => (value === 'Y' ? true : undefined),
};
const answered: Codec = { to: (value) => (value === true ? 'Y' : 'N'), from: (value) => value === 'Y' };

/** An amount: cents in a checked claim, decimal in JSON. */
export const money = (name: string): Link<never> => field(name, inCents);

/** The codes alone of one HI. */
export const codesIn = (codes: readonly { code?: string | undefined }[] | undefined): string[] =>
  (codes ?? []).flatMap(({ code }) => code ?? []);

/** True is Y, false is absent. */
export const flag = (name: string): Link<never> => field(name, flagged);

/** True is Y, false is N. */
export const yesNo = (name: string): Link<never> => field(name, answered);

/** The provider signed for the patient (CLM10, OI04). */
export const signedByProvider = (name: string): Link<'P'> =>
  own<Record<string, boolean>, 'P'>(
    name,
    (part) => (part[name] === true ? 'P' : undefined),
    () => ({ [name]: true }),
  );

/** A word of the claim for each code. */
export function words(name: string, codes: Readonly<Record<string, string>>): Link<never> {
  const back = new Map(Object.entries(codes).map(([word, code]) => [code, word]));
  return field(name, { to: (word) => codes[String(word)], from: (code) => back.get(String(code)) });
}

/** A REF with one qualifier. */
export const ref = <Q extends string>(qualifier: Q, name: string) => ({ qualifier: is(qualifier), value: field(name) });

/** An AMT with one qualifier. */
export const amt = <Q extends string>(qualifier: Q, name: string) => ({
  qualifier: is(qualifier),
  amount: money(name),
});

/** A QTY with one qualifier. */
export const qty = <Q extends string>(qualifier: Q, name: string) => ({
  qualifier: is(qualifier),
  quantity: field(name),
});

/** A DTP that holds one day. */
export const day = <Q extends string>(qualifier: Q, name: string) => ({
  qualifier: is(qualifier),
  format: is('D8'),
  period: field(name),
});

/** First and last day of a period. */
export const daysOf = (period: string | undefined): readonly string[] => period?.split('/') ?? [];

type Dtp<Q> = { qualifier: Q; format: 'D8' | 'RD8'; period: string };
type DayOrPeriod = string | { from: string; to: string };

/** A DTP that holds a day or a period. */
export const dayOrPeriod = <Q extends string>(qualifier: Q, name: string): Link<Dtp<Q>> =>
  own<Record<string, DayOrPeriod | undefined>, Dtp<Q>>(
    name,
    (part) => {
      const date = part[name];
      if (date === undefined) return undefined;
      if (typeof date === 'string') return { qualifier, format: 'D8', period: date };
      return { qualifier, format: 'RD8', period: `${date.from}/${date.to}` };
    },
    ({ period }) => {
      const [from, to] = daysOf(period);
      return { [name]: to === undefined ? from : { from, to } };
    },
  );

/** K3: texts in a form that the payer asked for. */
export const texts = (name: string): Link<{ text: string }[]> =>
  own<Record<string, readonly string[]>, { text: string }[]>(
    name,
    (part) => (part[name]?.length ? part[name].map((text) => ({ text })) : undefined),
    (segments) => ({ [name]: segments.map(({ text }) => text) }),
    { perSegment: 1 },
  );

/** PWK: paper beside the claim. */
export const ATTACHMENT = {
  report: field('report'),
  transmission: field('transmission'),
  idQualifier: beside('controlNumber', 'AC'),
  controlNumber: field('controlNumber'),
};

/** CN1. */
export const CONTRACT = {
  type: field('type'),
  amount: money('amount'),
  percent: field('percent'),
  code: field('code'),
  discount: field('discountPercent'),
  version: field('version'),
};

/** HCP. */
export const PRICING = {
  method: field('method'),
  allowed: money('allowed'),
  savings: money('savings'),
  organization: field('organizationId'),
  rate: field('rate'),
  groupCode: field('groupCode'),
  groupAmount: money('groupAmount'),
  reject: field('rejectReason'),
  compliance: field('compliance'),
  exception: field('exception'),
};

type Cas = {
  group: ClaimAdjustment['group'];
  adjustments: { reason: string; amount: Cents; quantity?: string | undefined }[];
};

/** Triplets that one CAS holds. */
const TRIPLETS = 6;

/** CAS: adjustments by group, six triplets to a segment. */
export const ADJUSTMENTS: Link<Cas[]> = own<{ adjustments: readonly ClaimAdjustment[] }, Cas[]>(
  'adjustments',
  ({ adjustments }) => {
    const segments: Cas[] = [];
    for (const { group, reason, amount, quantity } of adjustments) {
      const open = segments.find((one) => one.group === group && one.adjustments.length < TRIPLETS);
      const triplet = { reason, amount, quantity };
      if (open === undefined) segments.push({ group, adjustments: [triplet] });
      else open.adjustments.push(triplet);
    }
    return segments.length === 0 ? undefined : segments;
  },
  (segments) => ({
    adjustments: segments.flatMap(({ group, adjustments = [] }) =>
      adjustments.map(({ reason, amount, quantity }) => ({
        group,
        reason,
        amount: decimalOf(amount),
        ...(quantity === undefined ? {} : { quantity }),
      })),
    ),
  }),
);
