/** Small checked values shared by the schemas. Messages say what was expected, never what was found. */
import { z } from 'zod';
import { type Cents, parseCents } from '../src/money.ts';
import { isNpi } from '../src/npi.ts';

/** A decimal amount (`"150.00"` or `150`), kept as integer cents. */
export const amount = z
  .union([z.string(), z.number()], { error: 'an amount such as "150.00"' })
  .transform((value, context): Cents => {
    const parsed = parseCents(typeof value === 'number' ? String(value) : value.trim());
    if (parsed !== undefined) return parsed;
    context.issues.push({
      code: 'custom',
      message: 'an amount with at most two decimals, such as "150.00"',
      input: value,
    });
    return z.NEVER;
  });

/** A decimal quantity kept as the text that is sent: `"1"`, `"2.5"`. */
export const quantity = z
  .union([z.string(), z.number()], { error: 'a quantity such as 1 or "2.5"' })
  .transform((value) => String(value).trim())
  .refine((value) => /^\d{1,8}(\.\d{1,3})?$/.test(value), { error: 'a quantity such as 1 or "2.5"' });

/** A percentage or rate kept as the text that is sent. */
export const percent = z
  .union([z.string(), z.number()], { error: 'a number such as 12 or "12.5"' })
  .transform((value) => String(value).trim())
  .refine((value) => /^\d{1,6}(\.\d{1,4})?$/.test(value), { error: 'a number such as 12 or "12.5"' });

/** Yes or no. */
export const yesNo = z.boolean({ error: 'true or false' });

/** An ISO date, `2026-01-31`. */
export const isoDate = z.iso.date({ error: 'a date as YYYY-MM-DD' });

/** From one day to another. */
export const period = z.strictObject({ from: isoDate, to: isoDate }, { error: '{"from", "to"}' });

/** A date or a period. */
export const datePeriod = z.union([isoDate, period], {
  error: 'a date as YYYY-MM-DD, or {"from", "to"}',
});

/** Text that is sent in an element of at most `max` characters; blanks at the ends are cut. */
export const text = (max: number) =>
  z
    .string({ error: `text of 1 to ${max} characters` })
    .trim()
    .min(1, { error: `text of 1 to ${max} characters` })
    .max(max, { error: `text of 1 to ${max} characters` });

/** A code as the field writes it: capital letters and digits. */
export const code = (min: number, max: number) =>
  z
    .string({ error: `a code of ${min} to ${max} letters and digits` })
    .trim()
    .toUpperCase()
    .regex(new RegExp(`^[A-Z0-9]{${min},${max}}$`), { error: `a code of ${min} to ${max} letters and digits` });

/** A National Provider Identifier: ten digits, first 1 or 2, Luhn check digit with prefix 80840. */
export const npi = z.string({ error: 'an NPI of ten digits' }).refine(isNpi, {
  error: 'an NPI: ten digits that begin with 1 or 2 and end in a valid check digit',
});

/** A postal address. US ZIP codes are five or nine digits, a hyphen is dropped. */
export const address = z.strictObject({
  line1: text(55),
  line2: text(55).optional(),
  city: text(30),
  state: code(2, 2).optional(),
  zip: z
    .string({ error: 'a ZIP of five or nine digits' })
    .transform((value) => value.replace(/[- ]/g, '').toUpperCase())
    .refine((value) => /^[A-Z0-9]{3,15}$/.test(value), { error: 'a ZIP of five or nine digits' })
    .optional(),
  country: code(2, 3).optional(),
  /** ISO 3166-2, behind the country's letters; only where there is no state. */
  subdivision: code(1, 3).optional(),
});

/** A postal address whose street may be left out: that of somebody to whom the guides ask for none. */
export const openAddress = address.extend({ line1: text(55).optional() });

export type Address = z.output<typeof openAddress>;

/** An EIN or a social security number: nine digits, hyphens are dropped. */
export const taxNumber = z
  .string({ error: 'nine digits' })
  .transform((value) => value.replaceAll('-', ''))
  .refine((value) => /^\d{9}$/.test(value), { error: 'nine digits' });

const PHONE = { error: 'a telephone number of ten digits' };
const phone = z
  .string(PHONE)
  .transform((value) => value.replace(/[^0-9]/g, ''))
  .refine((value) => value.length === 10, PHONE);

/** A telephone number and whose it is. */
export const telephone = z.strictObject({ name: text(60).optional(), phone, extension: text(10).optional() });

/** Ways to reach somebody: three of them go into a PER. */
export const contact = z
  .strictObject({
    name: text(60).optional(),
    phone: phone.optional(),
    extension: text(10).optional(),
    fax: text(20).optional(),
    email: z.email({ error: 'an e-mail address' }).optional(),
  })
  .refine((one) => [one.phone, one.extension, one.fax, one.email].filter((way) => way !== undefined).length <= 3, {
    error: 'at most three of phone, extension, fax and email',
    path: ['fax'],
  });

export type ClaimContact = z.output<typeof contact>;
export type ClaimTelephone = z.output<typeof telephone>;
