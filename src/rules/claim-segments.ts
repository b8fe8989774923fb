/** Names, addresses, contacts, dates and references of a claim file, wherever in it they stand. */
import { daysOf } from './claim-days.ts';
import type { Report, Rule } from './rule.ts';
import type { SegmentRule } from './segment.ts';
import type { SegmentAt } from './walk.ts';

type Name = {
  readonly type?: unknown;
  readonly lastName?: unknown;
  readonly firstName?: unknown;
  readonly middleName?: unknown;
  readonly suffix?: unknown;
};
type City = { readonly state?: unknown; readonly zip?: unknown; readonly country?: unknown };
type Contact = { readonly numbers?: readonly ContactNumber[] | undefined };
type ContactNumber = { readonly qualifier?: string | undefined; readonly number?: string | undefined };
type Reference = { readonly qualifier?: unknown; readonly value?: unknown };

/** Countries whose addresses have a state or province and a postal code; an address that names none is in the United States. */
const STATED: ReadonlySet<unknown> = new Set([undefined, 'US', 'CA']);
/** Number of a physician before there were NPIs. */
const UPIN = /^([A-Z]\d{5}|[A-Z]{3}\d{3})$/;

/** A rule of the segments of one id. */
const segmentRule = (id: string, rule: Rule<SegmentAt>): SegmentRule => ({
  ...rule,
  of: ({ shape }) => shape.id === id,
});

const nameRules: readonly Rule<SegmentAt>[] = [
  {
    id: 'R46',
    snip: 2,
    code: 'guide-rule',
    severity: 'error',
    says: 'an organisation (NM102 = 2) has parts of a name that only persons have',
    next: 'give the whole name in NM103, or NM102 = 1',
    check({ value }, report) {
      const name: Name = value;
      if (name.type !== '2') return;
      if (name.firstName !== undefined) report(value, { element: 'NM104' });
      if (name.middleName !== undefined) report(value, { element: 'NM105' });
      if (name.suffix !== undefined) report(value, { element: 'NM107' });
    },
  },
  {
    id: 'R47',
    snip: 2,
    code: 'guide-rule',
    severity: 'warning',
    says: 'a person (NM102 = 1) has no first name',
    next: 'give NM104 where the person has a first name, or NM102 = 2 for an organisation',
    check({ value }, report) {
      const name: Name = value;
      if (name.type === '1' && name.lastName !== undefined && name.firstName === undefined)
        report(value, { element: 'NM104' });
    },
  },
];

function checkNumbers({ numbers = [] }: Contact, segment: object, report: Report): void {
  const used = numbers.map(({ qualifier }) => qualifier);
  used.forEach((qualifier, index) => {
    if (qualifier === undefined) return;
    const place = { element: `PER0${3 + 2 * index}`, found: qualifier };
    if (used.indexOf(qualifier) < index) report(segment, place);
    else if (qualifier === 'EX' && used[index - 1] !== 'TE')
      report(segment, { ...place, message: 'an extension (EX) follows no telephone number (TE)' });
  });
}

const contactRules: readonly Rule<SegmentAt>[] = [
  {
    id: 'R48',
    snip: 2,
    code: 'guide-rule',
    severity: 'error',
    says: 'a kind of number stands twice in a PER',
    next: 'send each kind of number once, an extension right after its telephone number',
    check: ({ value }, report) => checkNumbers(value, value, report),
  },
  {
    id: 'R49',
    snip: 7,
    code: 'situation',
    severity: 'warning',
    says: 'a telephone number is not ten digits',
    next: 'send area code and number as ten digits without punctuation; put an extension under EX',
    check({ value }, report) {
      const { numbers = [] }: Contact = value;
      numbers.forEach(({ qualifier, number = '' }, index) => {
        if ((qualifier === 'TE' || qualifier === 'FX') && !/^\d{10}$/.test(number))
          report(value, { element: `PER0${4 + 2 * index}`, hidden: number, expected: 'ten digits' });
      });
    },
  },
];

const cityRule: Rule<SegmentAt> = {
  id: 'R52',
  snip: 2,
  code: 'guide-rule',
  severity: 'error',
  says: 'an address in the United States or Canada lacks its state or its postal code',
  next: 'give N402 and N403, or the country in N404',
  check({ value }, report) {
    const { state, zip, country }: City = value;
    if (!STATED.has(country)) return;
    if (state === undefined) report(value, { element: 'N402' });
    if (zip === undefined) report(value, { element: 'N403' });
  },
};

const periodRule: SegmentRule = {
  id: 'R105',
  snip: 2,
  code: 'guide-rule',
  severity: 'error',
  says: 'a period ends before it begins',
  next: 'send the earlier day first',
  of: ({ layout }) => layout.slots.some(({ key }) => key === 'period' || key === 'codes'),
  check({ value, use }, report) {
    const { period, codes = [] }: { readonly period?: unknown; readonly codes?: readonly { period?: unknown }[] } =
      value;
    if (isReversed(period)) report(value, { element: `${use.shape.id}03` });
    codes.forEach((code, index) => {
      if (isReversed(code.period)) report(value, { element: `HI${String(index + 1).padStart(2, '0')}-04` });
    });
  },
};

function isReversed(period: unknown): boolean {
  const days = typeof period === 'string' && period.includes('/') ? daysOf(period) : undefined;
  return days !== undefined && days.from > days.to;
}

const upinRule: Rule<SegmentAt> = {
  id: 'R155',
  snip: 4,
  code: 'code-format',
  severity: 'warning',
  says: 'a UPIN (REF*1G) does not have its form',
  next: 'leave it out: the NPI took its place',
  check({ value }, report) {
    const { qualifier, value: number }: Reference = value;
    if (qualifier === '1G' && typeof number === 'string' && !UPIN.test(number))
      report(value, { element: 'REF02', hidden: number });
  },
};

/** Rules of single segments in every 837. */
export const CLAIM_SEGMENT_RULES: readonly SegmentRule[] = [
  ...nameRules.map((rule) => segmentRule('NM1', rule)),
  ...contactRules.map((rule) => segmentRule('PER', rule)),
  segmentRule('N4', cityRule),
  segmentRule('REF', upinRule),
  periodRule,
];
