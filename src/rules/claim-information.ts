/** What a claim says of itself: frequency, related causes, references, attachments. */
import { type AnyClaim, linesOf, type PractitionerClaim, type ProfessionalClaim } from './claim-context.ts';
import type { Rule } from './rule.ts';

/** Original, replacement, void; corrected (6) where the payer agrees. */
const FREQUENCIES: ReadonlySet<string> = new Set(['1', '6', '7', '8']);
/** Frequencies that stand for an earlier claim. */
const SUCCESSORS: ReadonlySet<string | undefined> = new Set(['7', '8']);
/** Ways of an attachment that the payer has to match: mail, electronic, fax and the like; not "available on request" (AA). */
const SENT: ReadonlySet<string> = new Set(['BM', 'EL', 'EM', 'FT', 'FX']);
const CLIA = /^\d{2}D\d{7}$/;

/** Rules of every claim's CLM, REF, NTE and PWK. */
export const INFORMATION_RULES: readonly Rule<AnyClaim>[] = [
  {
    id: 'R41',
    snip: 2,
    code: 'guide-rule',
    severity: 'warning',
    says: 'the lines are not counted from 1 on',
    next: 'count LX01 from 1 in each claim',
    check(context, report) {
      linesOf(context).forEach(({ number: counter }, index) => {
        if (counter?.number !== undefined && counter.number !== index + 1)
          report(counter, { element: 'LX01', found: String(counter.number), expected: String(index + 1) });
      });
    },
  },
  {
    id: 'R87',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'a replacement or void names no earlier claim',
    next: "give the payer's number of the earlier claim in REF*F8",
    check({ claim }, report) {
      const { payerClaimControlNumber } = claim;
      const frequency = claim.claim?.location?.frequency;
      if (SUCCESSORS.has(frequency) && payerClaimControlNumber === undefined)
        report(claim, { element: 'REF02', missing: 'payerClaimControlNumber' });
      else if (frequency === '1' && payerClaimControlNumber !== undefined)
        report(payerClaimControlNumber, {
          element: 'REF01',
          found: 'F8',
          message: 'an original claim (CLM05-3 = 1) names an earlier one',
          severity: 'warning',
        });
    },
  },
  {
    id: 'R92',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'a claim is late for another reason (CLM20 = 11), and which is not told',
    next: 'explain the delay in a note (NTE)',
    check({ claim: { claim, notes } }, report) {
      if (claim?.delayReason === '11' && notes === undefined) report(claim, { element: 'CLM20', found: '11' });
    },
  },
  {
    id: 'R93',
    snip: 2,
    code: 'guide-rule',
    severity: 'error',
    says: 'an attachment that is sent has no control number',
    next: 'give the control number in PWK06, with PWK05 = AC',
    check(context, report) {
      const { supplementalInformation = [] } = context.claim;
      const ofLines = linesOf(context).flatMap((line) =>
        'lineSupplementalInformation' in line ? (line.lineSupplementalInformation ?? []) : [],
      );
      for (const attachment of [...supplementalInformation, ...ofLines])
        if (SENT.has(attachment.transmission ?? '') && attachment.controlNumber === undefined)
          report(attachment, { element: 'PWK06' });
    },
  },
];

/** Rules of frequency and causes, which the 837I tells in other ways. */
export const CAUSE_RULES: readonly Rule<PractitionerClaim>[] = [
  {
    id: 'R86',
    snip: 5,
    code: 'situation',
    severity: 'error',
    says: 'the claim frequency is none of those of this kind of claim',
    next: 'send 1 (original), 7 (replacement) or 8 (void); 6 where the payer asks for it',
    check({ claim: { claim } }, report) {
      const frequency = claim?.location?.frequency;
      if (frequency !== undefined && !FREQUENCIES.has(frequency))
        report(claim, { element: 'CLM05-03', found: frequency, expected: '1, 7, 8' });
    },
  },
  {
    id: 'R90',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'an accident has no date',
    next: 'give the date of the accident (DTP*439), and for an automobile accident the state (CLM11-4) or the country (CLM11-5)',
    check({ claim: { claim, accidentDate } }, report) {
      const { causes = [], state, country } = claim?.relatedCauses ?? {};
      if (accidentDate === undefined && (causes.includes('AA') || causes.includes('OA')))
        report(claim, { element: 'CLM11' });
      if (causes.includes('AA') && state === undefined && country === undefined)
        report(claim, { element: 'CLM11-04', message: 'an automobile accident has no place' });
    },
  },
  {
    id: 'R96',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'a line repeats the referral or the authorization of the claim',
    next: 'leave out the REF of the line',
    check({ claim: { referralNumber, priorAuthorization, serviceLines = [] } }, report) {
      for (const line of serviceLines) {
        for (const reference of [...(line.referralNumber ?? []), ...(line.priorAuthorization ?? [])]) {
          const ofClaim = reference.qualifier === '9F' ? referralNumber : priorAuthorization;
          if (reference.additional === undefined && reference.value === ofClaim?.value)
            report(reference, { element: 'REF02' });
        }
      }
    },
  },
];

/** Rules of references that only the 837P knows. */
export const REFERENCE_RULES: readonly Rule<ProfessionalClaim>[] = [
  {
    id: 'R89',
    snip: 2,
    code: 'guide-rule',
    severity: 'warning',
    says: 'a signature is on file (CLM10 = P) though nothing was signed for release (CLM09)',
    next: 'send that the release was signed (CLM09 = Y), or leave CLM10 out',
    check({ claim: { claim } }, report) {
      if (claim?.signatureSource === 'P' && claim.release !== undefined && claim.release !== 'Y')
        report(claim, { element: 'CLM10', found: 'P' });
    },
  },
  {
    id: 'R99',
    snip: 4,
    code: 'code-format',
    severity: 'warning',
    says: 'a laboratory certificate number (CLIA) does not have its form, or a line repeats that of the claim',
    next: 'send two digits, D and seven digits; at a line only where it differs',
    check({ claim: { cliaNumber, serviceLines = [] } }, report) {
      const ofLines = serviceLines.flatMap((line) => [line.cliaNumber ?? [], line.referringCliaNumber ?? []].flat());
      for (const number of [...(cliaNumber === undefined ? [] : [cliaNumber]), ...ofLines])
        if (number.value !== undefined && !CLIA.test(number.value))
          report(number, { element: 'REF02', hidden: number.value });
      for (const { cliaNumber: ofLine } of serviceLines)
        if (ofLine?.value !== undefined && ofLine.value === cliaNumber?.value)
          report(ofLine, { element: 'REF02', code: 'situation', hidden: ofLine.value });
    },
  },
];
