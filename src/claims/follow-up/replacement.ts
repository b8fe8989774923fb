/** The claim that corrects one that was decided on: frequency 7 or 8 with the payer's number, or a new one. */
import type { Claim } from '../../../schemas/claim.ts';
import type { DenialCategory } from '../../../schemas/denial-words.ts';
import { claimJson, type Json, without } from './claim-json.ts';
import { type MadeClaim, made } from './made.ts';

/** What the claim is to be. */
export type ReplacementOptions = {
  /** 7 replaces the claim, 8 voids it, 1 is a new claim: for one that could not be processed (MA130, 277CA, 999). */
  frequency: '7' | '8' | '1';
  /** The payer's own number of the claim (CLP07, REF*1K), for REF*F8. */
  payerClaimNumber?: string | undefined;
  /** Of a new claim; a replacement keeps that of the claim. */
  patientControlNumber?: string;
};

/**
 * The claim prefilled, to be corrected and handed in. A replacement or void without the payer's number is refused, since
 * payers turn it back; a payer that takes corrections without one takes them as a new claim, which carries no such number.
 */
export function replacementClaim(claim: Claim, options: ReplacementOptions): MadeClaim {
  const { frequency, payerClaimNumber, patientControlNumber } = options;
  if (frequency !== '1' && payerClaimNumber === undefined)
    return {
      refused: [
        {
          reason: 'no-payer-number',
          says: 'the payer’s number of the claim is not known: wait for its 277CA or 835, ask for it, or send a new claim where the payer takes that',
        },
      ],
    };
  const json = claimJson(claim);
  return made({
    ...without(json, 'replaces'),
    ...frequencyFields(claim, frequency),
    ...(frequency === '1' && patientControlNumber !== undefined ? { patientControlNumber } : {}),
    ...(frequency === '1' || payerClaimNumber === undefined ? {} : { replaces: { payerClaimNumber } }),
  });
}

function frequencyFields(claim: Claim, frequency: string): Json {
  return claim.kind === 'institutional' ? { billType: `${claim.billType.slice(0, 2)}${frequency}` } : { frequency };
}

const FIELDS: Readonly<Partial<Record<DenialCategory, readonly string[]>>> = {
  authorization: ['/priorAuthorization'],
  referral: ['/referral', '/referring'],
  recordsAsked: ['/attachments'],
  timelyFiling: ['/delayReason'],
  bundled: ['/lines/*/procedure/modifiers'],
  duplicate: ['/lines/*/procedure/modifiers'],
  coordinationOfBenefits: ['/otherPayers', '/subscriber/payerSequence'],
  eligibility: ['/subscriber/memberId', '/payer'],
  wrongPayer: ['/payer', '/subscriber/memberId'],
  providerEnrolment: ['/billingProvider', '/rendering'],
  providerData: ['/billingProvider', '/rendering', '/referring', '/facility'],
  patientData: ['/subscriber', '/dependent'],
  diagnosis: ['/diagnoses', '/lines/*/diagnosisPointers'],
  medicalNecessity: ['/diagnoses', '/lines/*/diagnosisPointers'],
  procedure: ['/lines/*/procedure'],
  modifier: ['/lines/*/procedure/modifiers'],
  ndc: ['/lines/*/drug'],
  placeOfService: ['/placeOfService', '/lines/*/placeOfService'],
  benefitMaximum: ['/lines/*/quantity'],
};

/** Where to look for what a denial is about, as JSON pointers into the claim; `line` is the index of the denied line. */
export function fieldsToCorrect(category: DenialCategory, line?: number): string[] {
  return (FIELDS[category] ?? []).map((pointer) => (line === undefined ? pointer : pointer.replace('*', String(line))));
}
