/** Who is insured, who is treated, and where each payer stands in the sequence. */
import {
  type AnyClaim,
  isMedicare,
  type OtherCoverage,
  oncePer,
  othersOf,
  type PractitionerClaim,
  patientOf,
} from './claim-context.ts';
import type { Rule } from './rule.ts';

/** Payers in the order in which they pay. */
const SEQUENCE = ['P', 'S', 'T', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
/** Medicare beneficiary identifier: its letters leave out S, L, O, I, B and Z. */
const MBI =
  /^[1-9](?:[AC-HJKMNP-RT-Y])(?:[AC-HJKMNP-RT-Y0-9])\d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y]{2}\d{2}$/;
const LONGEST_LIFE = 150;

/** Whether an earlier payer has decided, as far as its 2320 tells. */
const hasPaid = ({ payerPaid }: OtherCoverage) => (payerPaid?.amount ?? 0) !== 0;

/** Rules of the levels: subscriber and patient. */
export const LEVEL_RULES: readonly Rule<AnyClaim>[] = [
  {
    id: 'R31',
    snip: 2,
    code: 'guide-rule',
    severity: 'error',
    says: 'the subscriber is the patient (SBR02 = 18), yet the claim stands under another patient (2000C)',
    next: 'put the claim under 2000B, or leave SBR02 empty',
    check({ subscriber: { coverage }, patient }, report) {
      if (patient !== undefined && coverage?.relationship === '18') report(coverage, { element: 'SBR02', found: '18' });
    },
  },
  {
    id: 'R32',
    snip: 2,
    code: 'guide-rule',
    severity: 'error',
    says: 'a claim stands under the subscriber, who is not said to be the patient',
    next: 'send SBR02 = 18, or the patient in 2000C with the claim below',
    check({ subscriber: { coverage }, patient }, report) {
      if (patient === undefined && coverage !== undefined && coverage.relationship !== '18')
        report(coverage, { element: 'SBR02', expected: '18' });
    },
  },
  {
    id: 'R70',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'the subscriber is the patient, and address, birth date or sex are not told',
    next: 'give the address (N3, N4), the birth date and the sex (DMG) in 2010BA',
    check({ subscriber: { subscriber, coverage }, patient }, report) {
      if (patient !== undefined || subscriber === undefined || coverage?.relationship !== '18') return;
      if (subscriber.address === undefined) report(subscriber, { element: 'N301', missing: 'address' });
      if (subscriber.city === undefined) report(subscriber, { element: 'N401', missing: 'city' });
      if (subscriber.demographics === undefined) report(subscriber, { element: 'DMG02', missing: 'demographics' });
    },
  },
  {
    id: 'R71',
    snip: 2,
    code: 'guide-rule',
    severity: 'error',
    says: 'a birth date lies after the file was made, or further back than anybody lives',
    next: 'correct the birth date (DMG02), or the day of the file (BHT04)',
    check(context, report) {
      const made = context.header.beginning?.date;
      const { demographics } = patientOf(context) ?? {};
      if (made === undefined || demographics?.birthDate === undefined) return;
      const years = Number(made.slice(0, 4)) - Number(demographics.birthDate.slice(0, 4));
      if (demographics.birthDate > made || years > LONGEST_LIFE) report(demographics, { element: 'DMG02' });
    },
  },
  {
    id: 'R76',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'the property and casualty claim number stands with the subscriber, who is not the patient',
    next: 'move the claim number (REF*Y4) to the patient (2010CA)',
    check({ subscriber: { subscriber }, patient }, report) {
      if (patient !== undefined && subscriber?.propertyAndCasualtyClaimNumber !== undefined)
        report(subscriber.propertyAndCasualtyClaimNumber, { element: 'REF01', found: 'Y4' });
    },
  },
];

const memberRules: readonly Rule<AnyClaim>[] = [
  {
    id: 'R69',
    snip: 2,
    code: 'guide-rule',
    severity: 'error',
    says: 'a subscriber who is a person has no member number',
    next: 'give the member number in NM109, with NM108 = MI',
    check({ subscriber: { subscriber } }, report) {
      const { name } = subscriber ?? {};
      if (name?.type !== '1') return;
      if (name.idQualifier === undefined || name.id === undefined)
        report(name, { element: name.idQualifier === undefined ? 'NM108' : 'NM109' });
    },
  },
  {
    id: 'R77',
    snip: 5,
    code: 'code-format',
    severity: 'warning',
    says: 'a Medicare member number does not have its form',
    next: 'send the eleven characters of the Medicare card, without hyphens',
    check(context, report) {
      const { name } = context.subscriber.subscriber ?? {};
      if (!isMedicare(context) || name?.idQualifier !== 'MI' || name.id === undefined) return;
      if (!MBI.test(name.id)) report(name, { element: 'NM109', hidden: name.id });
    },
  },
];

/** Rules of the payers of a claim, this one and the others. */
export const PAYER_RULES: readonly Rule<AnyClaim>[] = [
  ...oncePer('subscriber', memberRules),
  {
    id: 'R65',
    snip: 2,
    code: 'guide-rule',
    severity: 'error',
    says: 'two payers stand at the same place of the sequence',
    next: 'give each payer its own place in the sequence (SBR01)',
    check(context, report) {
      const used = new Set([context.subscriber.coverage?.sequence]);
      for (const { coverage } of othersOf(context)) {
        if (coverage?.sequence === undefined || coverage.sequence === 'U') continue;
        if (used.has(coverage.sequence)) report(coverage, { element: 'SBR01', found: coverage.sequence });
        used.add(coverage.sequence);
      }
    },
  },
  {
    id: 'R66',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'the sequence of payers has a gap',
    next: 'send a 2320 for each earlier payer: P before S, S before T',
    check(context, report) {
      const { coverage } = context.subscriber;
      const used = [coverage, ...othersOf(context).map((other) => other.coverage)].map((one) => one?.sequence ?? '');
      if (used.includes('U') || used.includes('')) return;
      const last = Math.max(...used.map((sequence) => SEQUENCE.indexOf(sequence)));
      const missing = SEQUENCE.slice(0, last).filter((sequence) => !used.includes(sequence as never));
      if (missing.length > 0) report(coverage, { element: 'SBR01', expected: `a payer with ${missing.join(', ')}` });
    },
  },
  {
    id: 'R67',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'the claim goes to the first payer, yet another has paid before',
    next: 'correct the place of this payer (SBR01 of 2000B), or that of the other (SBR01 of 2320)',
    check(context, report) {
      const { coverage } = context.subscriber;
      if (coverage?.sequence === 'P' && othersOf(context).some(hasPaid))
        report(coverage, { element: 'SBR01', found: 'P' });
    },
  },
  {
    id: 'R78',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'two payers of the claim have the same id',
    next: 'give each payer its own id (NM109)',
    check(context, report) {
      const used = new Set([context.subscriber.payer?.name?.id]);
      for (const { otherPayer } of othersOf(context)) {
        const id = otherPayer?.name?.id;
        if (id === undefined) continue;
        if (used.has(id)) report(otherPayer?.name, { element: 'NM109', hidden: id });
        used.add(id);
      }
    },
  },
];

/** Rules of Medicare as a later payer, which the 837I does not ask for. */
export const MEDICARE_SECONDARY_RULES: readonly Rule<PractitionerClaim>[] = oncePer('subscriber', [
  {
    id: 'R68',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'Medicare is not the first payer, and why is not told',
    next: 'give in SBR05 why another payer comes first',
    check(context, report) {
      const { coverage } = context.subscriber;
      if (!isMedicare(context) || coverage?.sequence === undefined) return;
      if (!['P', 'U'].includes(coverage.sequence) && coverage.insuranceType === undefined)
        report(coverage, { element: 'SBR05' });
    },
  },
]);
