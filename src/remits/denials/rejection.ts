/** Claims that never came to adjudication: what a rejection (999, 277CA) is about. Pure. */
import type { DenialCategory } from '../../../schemas/denial-words.ts';
import type { PayerRules } from '../../../schemas/payer-rules.ts';
import { DENIAL_KINDS } from './categories.ts';
import { type DenialDays, deadlinesOf } from './deadlines.ts';
import { COMMON_PAYER_RULES, type PayerOnDay } from './payer-rules.ts';
import type { DenialTold } from './tell.ts';

/** Claim status codes (STC01-2) by what they are about. */
const BY_STATUS: readonly (readonly [category: DenialCategory, codes: string])[] = [
  ['duplicate', '54 78'],
  ['eligibility', '88 90 91 92 97 109'],
  ['referral', '93 94'],
  ['wrongPayer', '116'],
  ['providerEnrolment', '24 25 96 496'],
  ['patientData', '30 31 32 33 158 159 164'],
  ['providerData', '26 128 145 562'],
  ['coordinationOfBenefits', '171 286'],
  ['diagnosis', '254 255 488'],
  ['procedure', '454 455 507'],
  ['modifier', '453'],
  ['placeOfService', '249'],
  ['ndc', '218'],
  ['authorization', '252'],
  ['medicalNecessity', '287'],
  ['recordsAsked', '95 294 297'],
  ['timelyFiling', '718'],
];

/** A name, a number or a sex is the patient's where the entity (STC01-3) is the insured, the patient or the dependent. */
const OF_SOMEBODY: ReadonlySet<string> = new Set(['125', '153', '157']);
const PATIENTS: ReadonlySet<string> = new Set(['IL', 'QC', '03']);

const CATEGORIES: ReadonlyMap<string, DenialCategory> = new Map(
  BY_STATUS.flatMap(([category, codes]) => codes.split(' ').map((code) => [code, category] as const)),
);

const NEXT: Readonly<Record<'rejection999' | 'rejection277', string>> = {
  rejection999:
    'the file did not keep the guide’s form: see the claim’s acknowledgment for the field, correct it and send the claim again; a rejected claim was never filed',
  rejection277:
    'the claim was turned back before adjudication: correct what the status codes name and send it again; a rejected claim was never filed',
};

/**
 * Tells a rejection from its codes (`A7:562:85`, or those of a 999). It is never appealed and goes by the timely filing
 * limit, since a claim that was turned back was never filed.
 */
export function tellRejection(
  task: 'rejection999' | 'rejection277',
  codes: readonly string[],
  where: PayerOnDay & DenialDays,
  rules: readonly PayerRules[] = COMMON_PAYER_RULES,
): DenialTold {
  const category =
    (task === 'rejection277' ? codes.flatMap((code) => categoryOf(code) ?? []) : [])[0] ?? 'billingError';
  const deadlines = deadlinesOf(where, where, rules).filter(({ kind }) => kind === 'timelyFiling');
  const due = deadlines[0]?.date;
  return {
    task,
    category,
    action: 'correctAndResubmit',
    appealable: false,
    // What was never decided is decided anew: as good as a first claim.
    chance: 90,
    next:
      category === 'billingError'
        ? NEXT[task]
        : `${NEXT[task]}; it is about: ${DENIAL_KINDS[category].label.toLowerCase()}`,
    deadlines,
    ...(due === undefined ? {} : { dueOn: due }),
  };
}

/** `A7:562:85`: category, status, entity. */
function categoryOf(code: string): DenialCategory | undefined {
  const [, status = '', entity = ''] = code.split(':');
  if (OF_SOMEBODY.has(status)) return PATIENTS.has(entity) ? 'patientData' : 'providerData';
  return CATEGORIES.get(status);
}
