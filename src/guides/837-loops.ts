/** What the three claim guides (837P, 837I, 837D) have in common: loops and segments whose facts are the same. */
import { type Item, type SegmentUse, use } from '../x12/grammar.ts';
import { CAS, CRC, DMG, HI, MOA, OI, PWK, SBR } from './segments.ts';
import { dtp, n3, n4, nm1, payerSecondaryIds, per, ref, secondaryIds } from './uses.ts';

/** What the codes of an HI segment may be: the first one, the others where they differ, and what comes with each. */
type HealthCodes = { codes: string; others?: string; format?: string; presentOnAdmission?: string };

/** Health care codes (HI): up to `rows` composites with the components `parts`. */
export function hi(
  key: string,
  label: string,
  times: string,
  rows: number,
  parts: string,
  { codes, others = codes, format, presentOnAdmission }: HealthCodes,
): SegmentUse {
  const numbers = Array.from({ length: rows }, (_, row) => String(row + 1).padStart(2, '0'));
  const each = (part: string) => numbers.map((number) => `${number}-${part}`).join(' ');
  const narrow = {
    [each('01')]: others,
    '01-01': codes,
    [each('02')]: '@health_care_code_by_qualifier',
    ...(format === undefined ? {} : { [each('03')]: format }),
    ...(presentOnAdmission === undefined ? {} : { [each('09')]: presentOnAdmission }),
  };
  const usages = `R(${parts})${`S(${parts})`.repeat(rows - 1)}`;
  return use(HI, key, label, times, 2310, usages, narrow, '01-01');
}

/** Types of reports (PWK01) that professional and institutional claims may announce. */
export const REPORTS =
  '03 04 05 06 07 08 09 10 11 13 15 21 A3 A4 AM AS B2 B3 B4 BR BS BT CB CK CT D2 DA DB DG DJ DS EB HC HR I5 IR LA M1 MT NN OB OC OD OE OX OZ P4 P5 PE PN PO PQ PY PZ RB RR RT RX SG V5 XP';

/** Notice of a report that comes apart from the claim; `by` is the element that tells it from its siblings. */
export function pwk(key: string, label: string, pos: number, reports = REPORTS, by = '01'): SegmentUse {
  const narrow = { '01': reports, '02': 'AA BM EL EM FT FX', '05': 'AC', '06': '<=50' };
  return use(PWK, key, label, 'S10', pos, 'RR--SS', narrow, by);
}

/** Loop 2320: Other Subscriber Information. */
export const otherCoverage = use(SBR, 'coverage', 'Other Subscriber Information', 'R1', 2900, 'RRSSS---S', {
  '01': 'A B C D E F G H P S T U',
  '02': '01 18 19 20 21 39 40 53 G8',
  '05': '12 13 14 15 16 41 42 43 47',
  '09': '11 12 13 14 15 16 17 AM BL CH CI DS FI HM LM MA MB MC OF TV VA WC ZZ',
});

/** Loop 2320: Claim Level Adjustments. */
export const claimAdjustments = use(CAS, 'adjustments', 'Claim Level Adjustments', 'S5', 2950, 'RRRSSSSSSSSSSSSSSSS', {
  '01': 'CO CR OA PI PR',
  '02 05 08 11 14 17': '@CARC',
});

/** Loop 2320: Outpatient Adjudication Information. */
export const outpatientAdjudication = use(
  MOA,
  'outpatient',
  'Outpatient Adjudication Information',
  'S1',
  3200,
  'SSSSSSSSS',
  { '03 04 05 06 07': '@RARC' },
);

/** Loop 2430: Line Adjustment. */
export const lineAdjustments = use(CAS, 'adjustments', 'Line Adjustment', 'S5', 5450, 'RRRSSSSSSSSSSSSSSSS', {
  '01': 'CO CR OA PI PR',
  '02 05 08 11 14 17': '@CARC',
});

/** Loop 2300: EPSDT Referral. */
export const epsdtReferral = use(
  CRC,
  'epsdtReferral',
  'EPSDT Referral',
  'S1',
  2200,
  'RRRSS',
  { '01': 'ZZ', '02': 'N Y', '03 04 05': 'AV NU S2 ST' },
  '01',
);

/** Loop 2000B: Subscriber Information. */
export const subscriberCoverage = use(SBR, 'coverage', 'Subscriber Information', 'R1', 50, 'RSSSS---S', {
  '01': 'A B C D E F G H P S T U',
  '02': '18',
  '05': '12 13 14 15 16 41 42 43 47',
  '09': '11 12 13 14 15 16 17 AM BL CH CI DS FI HM LM MA MB MC OF TV VA WC ZZ',
});

/** Loop 2320: Other Insurance Coverage Information. */
export const otherInsurance = use(OI, 'otherInsurance', 'Other Insurance Coverage Information', 'R1', 3100, '--R--R', {
  '03': 'N W Y',
  '06': 'I Y',
});

/** Loop 1000A: Submitter Name. */
export const submitter: readonly Item[] = [
  nm1('Submitter Name', 200, 'RRRSS--RR', '41', '1 2', '46'),
  per('Submitter EDI Contact Information', 'R2', 450),
];

/** Loop 1000B: Receiver Name. */
export const receiver: readonly Item[] = [nm1('Receiver Name', 200, 'RRR----RR', '40', '2', '46')];

/** Loop 2010AB: Pay-to Address Name. */
export const payToAddress: readonly Item[] = [
  nm1('Pay-to Address Name', 150, 'RR', '87', '2'),
  n3('Pay-to Address - ADDRESS', 'R1', 250),
  n4('Pay-To Address City, State, ZIP Code', 'R1', 300),
];

/** Loop 2010AC: Pay-To Plan Name. */
export const payToPlan: readonly Item[] = [
  nm1('Pay-To Plan Name', 150, 'RRR----RR', 'PE', '2', 'PI XV'),
  n3('Pay-to Plan Address', 'R1', 250),
  n4('Pay-To Plan City, State, ZIP Code', 'R1', 300),
  secondaryIds('payToPlan', 'Pay-to Plan', 'S1', 350, '2U FY NF'),
  ref('payToPlanTaxIdentificationNumber', 'Pay-To Plan Tax Identification Number', 'R1', 350, 'EI'),
];

/** Loop 2010BA: Subscriber Name. */
export const subscriber: readonly Item[] = [
  nm1('Subscriber Name', 150, 'RRRSS-SSS', 'IL', '1 2', 'II MI'),
  n3('Subscriber Address', 'S1', 250),
  n4('Subscriber City, State, ZIP Code', 'S1', 300),
  use(DMG, 'demographics', 'Subscriber Demographic Information', 'S1', 320, 'RRR', { '01': 'D8', '03': 'F M U' }),
  secondaryIds('subscriber', 'Subscriber', 'S1', 350, 'SY'),
  ref('propertyAndCasualtyClaimNumber', 'Property and Casualty Claim Number', 'S1', 350, 'Y4'),
];

/** Loop 2010BB: Payer Name. */
export const payer: readonly Item[] = [
  nm1('Payer Name', 150, 'RRR----RR', 'PR', '2', 'PI XV'),
  n3('Payer Address', 'S1', 250),
  n4('Payer City, State, ZIP Code', 'S1', 300),
  secondaryIds('payer', 'Payer', 'S3', 350, '2U EI FY NF'),
  secondaryIds('billingProvider', 'Billing Provider', 'S2', 350, 'G2 LU'),
];

/** Loop 2010CA: Patient Name. */
export const patient: readonly Item[] = [
  nm1('Patient Name', 150, 'RRRSS-S', 'QC', '1'),
  n3('Patient Address', 'R1', 250),
  n4('Patient City, State, ZIP Code', 'R1', 300),
  use(DMG, 'demographics', 'Patient Demographic Information', 'R1', 320, 'RRR', { '01': 'D8', '03': 'F M U' }),
  ref('propertyAndCasualtyClaimNumber', 'Property and Casualty Claim Number', 'S1', 350, 'Y4'),
];

/** Loops 2310D, 2310E: Supervising Provider Name. */
export const supervisingProvider: readonly Item[] = [
  nm1('Supervising Provider Name', 2500, 'RRRSS-SSS', 'DQ', '1', 'XX'),
  secondaryIds('supervisingProvider', 'Supervising Provider', 'S4', 2710, '0B 1G G2 LU'),
];

/** Loops 2310C, 2310E: Service Facility Location Name. */
export const serviceFacility: readonly Item[] = [
  nm1('Service Facility Location Name', 2500, 'RRR----SS', '77', '2', 'XX'),
  n3('Service Facility Location Address', 'R1', 2650),
  n4('Service Facility Location City, State, ZIP Code', 'R1', 2700),
  secondaryIds('serviceFacilityLocation', 'Service Facility Location', 'S3', 2710, '0B G2 LU'),
];

/** Loop 2330A: Other Subscriber Name. */
export const otherSubscriber: readonly Item[] = [
  nm1('Other Subscriber Name', 3250, 'RRRSS-SRR', 'IL', '1 2', 'II MI'),
  n3('Other Subscriber Address', 'S1', 3320),
  n4('Other Subscriber City, State, ZIP Code', 'S1', 3400),
];

/** Loop 2330B: Other Payer Name. */
export const otherPayer: readonly Item[] = [
  nm1('Other Payer Name', 3250, 'RRR----RR', 'PR', '2', 'PI XV'),
  n3('Other Payer Address', 'S1', 3320),
  n4('Other Payer City, State, ZIP Code', 'S1', 3400),
  dtp('remittanceDate', 'Claim Check or Remittance Date', 'S1', 3500, '573'),
  ref('otherPayerSecondaryIdentifier', 'Other Payer Secondary Identifier', 'S2', 3550, '2U EI FY NF'),
  ref('otherPayerPriorAuthorizationNumber', 'Other Payer Prior Authorization Number', 'S1', 3550, 'G1'),
  ref('otherPayerReferralNumber', 'Other Payer Referral Number', 'S1', 3550, '9F'),
  ref('otherPayerClaimAdjustmentIndicator', 'Other Payer Claim Adjustment Indicator', 'S1', 3550, 'T4', 'Y'),
  ref('otherPayerClaimControlNumber', 'Other Payer Claim Control Number', 'S1', 3550, 'F8'),
];

/** Loop 2330C: Other Payer Referring Provider. */
export const otherPayerReferringProvider: readonly Item[] = [
  nm1('Other Payer Referring Provider', 3250, 'RR', 'DN P3', '1'),
  secondaryIds('otherPayerReferringProvider', 'Other Payer Referring Provider', 'R3', 3550, '0B 1G G2'),
];

/** Loop 2330D: Other Payer Rendering Provider. */
export const otherPayerRenderingProvider: readonly Item[] = [
  nm1('Other Payer Rendering Provider', 3250, 'RR', '82', '1 2'),
  secondaryIds('otherPayerRenderingProvider', 'Other Payer Rendering Provider', 'R3', 3550, '0B 1G G2 LU'),
];

/** Loops 2330E, 2330F, 2330G: Other Payer Service Facility Location. */
export const otherPayerServiceFacilityLocation: readonly Item[] = [
  nm1('Other Payer Service Facility Location', 3250, 'RR', '77', '2'),
  secondaryIds('otherPayerServiceFacilityLocation', 'Other Payer Service Facility Location', 'R3', 3550, '0B G2 LU'),
];

/** Loops 2330E, 2330F: Other Payer Supervising Provider. */
export const otherPayerSupervisingProvider: readonly Item[] = [
  nm1('Other Payer Supervising Provider', 3250, 'RR', 'DQ', '1'),
  secondaryIds('otherPayerSupervisingProvider', 'Other Payer Supervising Provider', 'R3', 3550, '0B 1G G2 LU'),
];

/** Loops 2330F, 2330G: Other Payer Billing Provider. */
export const otherPayerBillingProvider: readonly Item[] = [
  nm1('Other Payer Billing Provider', 3250, 'RR', '85', '1 2'),
  secondaryIds('otherPayerBillingProvider', 'Other Payer Billing Provider', 'R2', 3550, 'G2 LU'),
];

/** Loops 2420C, 2420D: Service Facility Location Name. */
export const lineServiceFacility: readonly Item[] = [
  nm1('Service Facility Location Name', 5000, 'RRR----SS', '77', '2', 'XX'),
  n3('Service Facility Location Address', 'R1', 5140),
  n4('Service Facility Location City, State, ZIP Code', 'R1', 5200),
];

/** Loops 2420C, 2420D: Supervising Provider Name. */
export const lineSupervisingProvider: readonly Item[] = [
  nm1('Supervising Provider Name', 5000, 'RRRSS-SSS', 'DQ', '1', 'XX'),
  payerSecondaryIds('supervisingProvider', 'Supervising Provider', 'S20', 5250, '0B 1G G2 LU'),
];
