/** Health Care Claim: Professional (005010X222A1): every loop, segment and element of the guide, as data. */
import { type Guide, guide, type Item, loop, use } from '../x12/grammar.ts';
import {
  AMT,
  BHT,
  CAS,
  CLM,
  CN1,
  CR1,
  CR2,
  CR3,
  CRC,
  CTP,
  CUR,
  DMG,
  DTP,
  FRM,
  HCP,
  HI,
  HL,
  K3,
  LIN,
  LQ,
  LX,
  MEA,
  MOA,
  N3,
  N4,
  NM1,
  NTE,
  OI,
  PAT,
  PER,
  PRV,
  PS1,
  PWK,
  QTY,
  REF,
  SBR,
  SV1,
  SV5,
  SVD,
} from './segments.ts';
import type { Set837P } from './values/837p.ts';

/** Loop 1000A: Submitter Name. */
const loop1000A: readonly Item[] = [
  use(NM1, 'name', 'Submitter Name', 'R1', 200, 'RRRSS--RR', { '01': '41', '02': '1 2', '08': '46' }, '01'),
  use(
    PER,
    'contacts',
    'Submitter EDI Contact Information',
    'R2',
    450,
    'RSRRSSSS',
    { '01': 'IC', '03': 'EM FX TE', '05 07': 'EM EX FX TE' },
    '01',
  ),
];

/** Loop 1000B: Receiver Name. */
const loop1000B: readonly Item[] = [
  use(NM1, 'name', 'Receiver Name', 'R1', 200, 'RRR----RR', { '01': '40', '02': '2', '08': '46' }, '01'),
];

/** Loop 2010AA: Billing Provider Name. */
const loop2010AA: readonly Item[] = [
  use(NM1, 'name', 'Billing Provider Name', 'R1', 150, 'RRRSS-SSS', { '01': '85', '02': '1 2', '08': 'XX' }, '01'),
  use(N3, 'address', 'Billing Provider Address', 'R1', 250, 'RS'),
  use(N4, 'city', 'Billing Provider City, State, ZIP Code', 'R1', 300, 'RSSS--S', {
    '02': '@state_province',
    '03': '@postal',
    '04': '@country',
    '07': '@country_subdivision',
  }),
  use(REF, 'taxId', 'Billing Provider Tax Identification', 'R1', 350, 'RR', { '01': 'EI SY' }, '01'),
  use(REF, 'licenses', 'Billing Provider UPIN/License Information', 'S2', 350, 'RR', { '01': '0B 1G' }, '01'),
  use(
    PER,
    'contacts',
    'Billing Provider Contact Information',
    'S2',
    400,
    'RSRRSSSS',
    { '01': 'IC', '03': 'EM FX TE', '05 07': 'EM EX FX TE' },
    '01',
  ),
];

/** Loop 2010AB: Pay-to Address Name. */
const loop2010AB: readonly Item[] = [
  use(NM1, 'name', 'Pay-to Address Name', 'R1', 150, 'RR', { '01': '87', '02': '1 2' }, '01'),
  use(N3, 'address', 'Pay-to Address - ADDRESS', 'R1', 250, 'RS'),
  use(N4, 'city', 'Pay-To Address City, State, ZIP Code', 'R1', 300, 'RSSS--S', {
    '02': '@state_province',
    '03': '@postal',
    '04': '@country',
    '07': '@country_subdivision',
  }),
];

/** Loop 2010AC: Pay-To Plan Name. */
const loop2010AC: readonly Item[] = [
  use(NM1, 'name', 'Pay-To Plan Name', 'R1', 150, 'RRR----RR', { '01': 'PE', '02': '2', '08': 'PI XV' }, '01'),
  use(N3, 'address', 'Pay-to Plan Address', 'R1', 250, 'RS'),
  use(N4, 'city', 'Pay-To Plan City, State, ZIP Code', 'R1', 300, 'RSSS--S', {
    '02': '@state_province',
    '03': '@postal',
    '04': '@country',
    '07': '@country_subdivision',
  }),
  use(
    REF,
    'payToPlanSecondaryIdentification',
    'Pay-to Plan Secondary Identification',
    'S1',
    350,
    'RR',
    { '01': '2U FY NF' },
    '01',
  ),
  use(
    REF,
    'payToPlanTaxIdentificationNumber',
    'Pay-To Plan Tax Identification Number',
    'R1',
    350,
    'RR',
    { '01': 'EI' },
    '01',
  ),
];

/** Loop 2010BA: Subscriber Name. */
const loop2010BA: readonly Item[] = [
  use(NM1, 'name', 'Subscriber Name', 'R1', 150, 'RRRSS-SSS', { '01': 'IL', '02': '1 2', '08': 'II MI' }, '01'),
  use(N3, 'address', 'Subscriber Address', 'S1', 250, 'RS'),
  use(N4, 'city', 'Subscriber City, State, ZIP Code', 'S1', 300, 'RSSS--S', {
    '02': '@state_province',
    '03': '@postal',
    '04': '@country',
    '07': '@country_subdivision',
  }),
  use(DMG, 'demographics', 'Subscriber Demographic Information', 'S1', 320, 'RRR', { '01': 'D8', '03': 'F M U' }),
  use(
    REF,
    'subscriberSecondaryIdentification',
    'Subscriber Secondary Identification',
    'S1',
    350,
    'RR',
    { '01': 'SY' },
    '01',
  ),
  use(
    REF,
    'propertyAndCasualtyClaimNumber',
    'Property and Casualty Claim Number',
    'S1',
    350,
    'RR',
    { '01': 'Y4' },
    '01',
  ),
  use(
    PER,
    'contacts',
    'Property and Casualty Subscriber Contact Information',
    'S1',
    400,
    'RSRRSS',
    { '01': 'IC', '03': 'TE', '05': 'EX' },
    '01',
  ),
];

/** Loop 2010BB: Payer Name. */
const loop2010BB: readonly Item[] = [
  use(NM1, 'name', 'Payer Name', 'R1', 150, 'RRR----RR', { '01': 'PR', '02': '2', '08': 'PI XV' }, '01'),
  use(N3, 'address', 'Payer Address', 'S1', 250, 'RS'),
  use(N4, 'city', 'Payer City, State, ZIP Code', 'S1', 300, 'RSSS--S', {
    '02': '@state_province',
    '03': '@postal',
    '04': '@country',
    '07': '@country_subdivision',
  }),
  use(
    REF,
    'payerSecondaryIdentification',
    'Payer Secondary Identification',
    'S3',
    350,
    'RR',
    { '01': '2U EI FY NF' },
    '01',
  ),
  use(
    REF,
    'billingProviderSecondaryIdentification',
    'Billing Provider Secondary Identification',
    'S2',
    350,
    'RR',
    { '01': 'G2 LU' },
    '01',
  ),
];

/** Loop 2310A: Referring Provider Name. */
const loop2310A: readonly Item[] = [
  use(NM1, 'name', 'Referring Provider Name', 'R1', 2500, 'RRRSS-SSS', { '01': 'DN P3', '02': '1', '08': 'XX' }, '01'),
  use(
    REF,
    'referringProviderSecondaryIdentification',
    'Referring Provider Secondary Identification',
    'S3',
    2710,
    'RR',
    { '01': '0B 1G G2' },
    '01',
  ),
];

/** Loop 2310B: Rendering Provider Name. */
const loop2310B: readonly Item[] = [
  use(NM1, 'name', 'Rendering Provider Name', 'R1', 2500, 'RRRSS-SSS', { '01': '82', '02': '1 2', '08': 'XX' }, '01'),
  use(PRV, 'specialty', 'Rendering Provider Specialty Information', 'S1', 2550, 'RRR', {
    '01': 'PE',
    '02': 'PXC',
    '03': '@provider_taxonomy',
  }),
  use(
    REF,
    'renderingProviderSecondaryIdentification',
    'Rendering Provider Secondary Identification',
    'S4',
    2710,
    'RR',
    { '01': '0B 1G G2 LU' },
    '01',
  ),
];

/** Loop 2310C: Service Facility Location Name. */
const loop2310C: readonly Item[] = [
  use(
    NM1,
    'name',
    'Service Facility Location Name',
    'R1',
    2500,
    'RRR----SS',
    { '01': '77', '02': '2', '08': 'XX' },
    '01',
  ),
  use(N3, 'address', 'Service Facility Location Address', 'R1', 2650, 'RS'),
  use(N4, 'city', 'Service Facility Location City, State, ZIP Code', 'R1', 2700, 'RSSS--S', {
    '02': '@state_province',
    '03': '@postal',
    '04': '@country',
    '07': '@country_subdivision',
  }),
  use(
    REF,
    'serviceFacilityLocationSecondaryIdentification',
    'Service Facility Location Secondary Identification',
    'S3',
    2710,
    'RR',
    { '01': '0B G2 LU' },
    '01',
  ),
  use(
    PER,
    'contacts',
    'Service Facility Contact Information',
    'S1',
    2750,
    'RSRRSS',
    { '01': 'IC', '03': 'TE', '05': 'EX' },
    '01',
  ),
];

/** Loop 2310D: Supervising Provider Name. */
const loop2310D: readonly Item[] = [
  use(NM1, 'name', 'Supervising Provider Name', 'R1', 2500, 'RRRSS-SSS', { '01': 'DQ', '02': '1', '08': 'XX' }, '01'),
  use(
    REF,
    'supervisingProviderSecondaryIdentification',
    'Supervising Provider Secondary Identification',
    'S4',
    2710,
    'RR',
    { '01': '0B 1G G2 LU' },
    '01',
  ),
];

/** Loop 2310E: Ambulance Pick-up Location. */
const loop2310E: readonly Item[] = [
  use(NM1, 'name', 'Ambulance Pick-up Location', 'R1', 2500, 'RR', { '01': 'PW', '02': '2' }, '01'),
  use(N3, 'address', 'Ambulance Pick-up Location Address', 'R1', 2650, 'RS'),
  use(N4, 'city', 'Ambulance Pick-up Location City, State, ZIP Code', 'R1', 2700, 'RSSS--S', {
    '02': '@state_province',
    '03': '@postal',
    '04': '@country',
    '07': '@country_subdivision',
  }),
];

/** Loop 2310F: Ambulance Drop-off Location. */
const loop2310F: readonly Item[] = [
  use(NM1, 'name', 'Ambulance Drop-off Location', 'R1', 2500, 'RRS', { '01': '45', '02': '2' }, '01'),
  use(N3, 'address', 'Ambulance Drop-off Location Address', 'R1', 2650, 'RS'),
  use(N4, 'city', 'Ambulance Drop-off Location City, State, ZIP Code', 'R1', 2700, 'RSSS--S', {
    '02': '@state_province',
    '03': '@postal',
    '04': '@country',
    '07': '@country_subdivision',
  }),
];

/** Loop 2330A: Other Subscriber Name. */
const loop2330A: readonly Item[] = [
  use(NM1, 'name', 'Other Subscriber Name', 'R1', 3250, 'RRRSS-SRR', { '01': 'IL', '02': '1 2', '08': 'II MI' }, '01'),
  use(N3, 'address', 'Other Subscriber Address', 'S1', 3320, 'RS'),
  use(N4, 'city', 'Other Subscriber City, State, ZIP Code', 'S1', 3400, 'RSSS--S', {
    '02': '@state_province',
    '03': '@postal',
    '04': '@country',
    '07': '@country_subdivision',
  }),
  use(
    REF,
    'otherSubscriberSecondaryIdentification',
    'Other Subscriber Secondary Identification',
    'S1',
    3550,
    'RR',
    { '01': 'SY' },
    '01',
  ),
];

/** Loop 2330B: Other Payer Name. */
const loop2330B: readonly Item[] = [
  use(NM1, 'name', 'Other Payer Name', 'R1', 3250, 'RRR----RR', { '01': 'PR', '02': '2', '08': 'PI XV' }, '01'),
  use(N3, 'address', 'Other Payer Address', 'S1', 3320, 'RS'),
  use(N4, 'city', 'Other Payer City, State, ZIP Code', 'S1', 3400, 'RSSS--S', {
    '02': '@state_province',
    '03': '@postal',
    '04': '@country',
    '07': '@country_subdivision',
  }),
  use(DTP, 'remittanceDate', 'Claim Check or Remittance Date', 'S1', 3500, 'RRR', { '01': '573', '02': 'D8' }, '01'),
  use(
    REF,
    'otherPayerSecondaryIdentifier',
    'Other Payer Secondary Identifier',
    'S2',
    3550,
    'RR',
    { '01': '2U EI FY NF' },
    '01',
  ),
  use(
    REF,
    'otherPayerPriorAuthorizationNumber',
    'Other Payer Prior Authorization Number',
    'S1',
    3550,
    'RR',
    { '01': 'G1' },
    '01',
  ),
  use(REF, 'otherPayerReferralNumber', 'Other Payer Referral Number', 'S1', 3550, 'RR', { '01': '9F' }, '01'),
  use(
    REF,
    'otherPayerClaimAdjustmentIndicator',
    'Other Payer Claim Adjustment Indicator',
    'S1',
    3550,
    'RR',
    { '01': 'T4', '02': 'Y' },
    '01',
  ),
  use(REF, 'otherPayerClaimControlNumber', 'Other Payer Claim Control Number', 'S1', 3550, 'RR', { '01': 'F8' }, '01'),
];

/** Loop 2330C: Other Payer Referring Provider. */
const loop2330C: readonly Item[] = [
  use(NM1, 'name', 'Other Payer Referring Provider', 'R1', 3250, 'RR', { '01': 'DN P3', '02': '1' }, '01'),
  use(
    REF,
    'otherPayerReferringProviderSecondaryIdentification',
    'Other Payer Referring Provider Secondary Identification',
    'R3',
    3550,
    'RR',
    { '01': '0B 1G G2' },
    '01',
  ),
];

/** Loop 2330D: Other Payer Rendering Provider. */
const loop2330D: readonly Item[] = [
  use(NM1, 'name', 'Other Payer Rendering Provider', 'R1', 3250, 'RR', { '01': '82', '02': '1 2' }, '01'),
  use(
    REF,
    'otherPayerRenderingProviderSecondaryIdentification',
    'Other Payer Rendering Provider Secondary Identification',
    'R3',
    3550,
    'RR',
    { '01': '0B 1G G2 LU' },
    '01',
  ),
];

/** Loop 2330E: Other Payer Service Facility Location. */
const loop2330E: readonly Item[] = [
  use(NM1, 'name', 'Other Payer Service Facility Location', 'R1', 3250, 'RR', { '01': '77', '02': '2' }, '01'),
  use(
    REF,
    'otherPayerServiceFacilityLocationSecondaryIdentification',
    'Other Payer Service Facility Location Secondary Identification',
    'R3',
    3550,
    'RR',
    { '01': '0B G2 LU' },
    '01',
  ),
];

/** Loop 2330F: Other Payer Supervising Provider. */
const loop2330F: readonly Item[] = [
  use(NM1, 'name', 'Other Payer Supervising Provider', 'R1', 3250, 'RR', { '01': 'DQ', '02': '1' }, '01'),
  use(
    REF,
    'otherPayerSupervisingProviderSecondaryIdentification',
    'Other Payer Supervising Provider Secondary Identification',
    'R3',
    3550,
    'RR',
    { '01': '0B 1G G2 LU' },
    '01',
  ),
];

/** Loop 2330G: Other Payer Billing Provider. */
const loop2330G: readonly Item[] = [
  use(NM1, 'name', 'Other Payer Billing Provider', 'R1', 3250, 'RR', { '01': '85', '02': '1 2' }, '01'),
  use(
    REF,
    'otherPayerBillingProviderSecondaryIdentification',
    'Other Payer Billing Provider Secondary Identification',
    'R2',
    3550,
    'RR',
    { '01': 'G2 LU' },
    '01',
  ),
];

/** Loop 2320: Other Subscriber Information. */
const loop2320: readonly Item[] = [
  use(SBR, 'coverage', 'Other Subscriber Information', 'R1', 2900, 'RRSSS---S', {
    '01': 'A B C D E F G H P S T U',
    '02': '01 18 19 20 21 39 40 53 G8',
    '05': '12 13 14 15 16 41 42 43 47',
    '09': '11 12 13 14 15 16 17 AM BL CH CI DS FI HM LM MA MB MC OF TV VA WC ZZ',
  }),
  use(CAS, 'adjustments', 'Claim Level Adjustments', 'S5', 2950, 'RRRSSSSSSSSSSSSSSSS', {
    '01': 'CO CR OA PI PR',
    '02 05 08 11 14 17': '@CARC',
  }),
  use(AMT, 'payerPaid', 'Coordination of Benefits (COB) Payer Paid Amount', 'S1', 3000, 'RR', { '01': 'D' }, '01'),
  use(
    AMT,
    'nonCovered',
    'Coordination of Benefits (COB) Total Non-Covered Amount',
    'S1',
    3000,
    'RR',
    { '01': 'A8' },
    '01',
  ),
  use(AMT, 'remainingPatientLiability', 'Remaining Patient Liability', 'S1', 3000, 'RR', { '01': 'EAF' }, '01'),
  use(OI, 'otherInsurance', 'Other Insurance Coverage Information', 'R1', 3100, '--RS-R', {
    '03': 'N W Y',
    '04': 'P',
    '06': 'I Y',
  }),
  use(MOA, 'outpatient', 'Outpatient Adjudication Information', 'S1', 3200, 'SSSSSSSSS', { '03 04 05 06 07': '@RARC' }),
  loop('2330A', 'otherSubscriber', 'Other Subscriber Name', 'R1', loop2330A),
  loop('2330B', 'otherPayer', 'Other Payer Name', 'R1', loop2330B),
  loop('2330C', 'otherReferringProviders', 'Other Payer Referring Provider', 'S2', loop2330C),
  loop('2330D', 'otherPayerRenderingProvider', 'Other Payer Rendering Provider', 'S1', loop2330D),
  loop('2330E', 'otherPayerServiceFacilityLocation', 'Other Payer Service Facility Location', 'S1', loop2330E),
  loop('2330F', 'otherPayerSupervisingProvider', 'Other Payer Supervising Provider', 'S1', loop2330F),
  loop('2330G', 'otherPayerBillingProvider', 'Other Payer Billing Provider', 'S1', loop2330G),
];

/** Loop 2410: Drug Identification. */
const loop2410: readonly Item[] = [
  use(LIN, 'drug', 'Drug Identification', 'R1', 4930, '-RR', { '02': 'EN EO HI N4 ON UK UP', '03': '@ndc' }),
  use(CTP, 'quantity', 'Drug Quantity', 'R1', 4940, '---RR(R)', { '05-01': 'F2 GR ME ML UN' }),
  use(
    REF,
    'prescriptionOrCompoundDrugAssociationNumber',
    'Prescription or Compound Drug Association Number',
    'S1',
    4950,
    'RR',
    { '01': 'VY XZ' },
    '01',
  ),
];

/** Loop 2420A: Rendering Provider Name. */
const loop2420A: readonly Item[] = [
  use(NM1, 'name', 'Rendering Provider Name', 'R1', 5000, 'RRRSS-SSS', { '01': '82', '02': '1 2', '08': 'XX' }, '01'),
  use(PRV, 'specialty', 'Rendering Provider Specialty Information', 'S1', 5050, 'RRR', {
    '01': 'PE',
    '02': 'PXC',
    '03': '@provider_taxonomy',
  }),
  use(
    REF,
    'renderingProviderSecondaryIdentification',
    'Rendering Provider Secondary Identification',
    'S20',
    5250,
    'RR-S(RR)',
    { '01': '0B 1G G2 LU', '04-01': '2U' },
    '01',
  ),
];

/** Loop 2420B: Purchased Service Provider Name. */
const loop2420B: readonly Item[] = [
  use(
    NM1,
    'name',
    'Purchased Service Provider Name',
    'R1',
    5000,
    'RR-----SS',
    { '01': 'QB', '02': '1 2', '08': 'XX' },
    '01',
  ),
  use(
    REF,
    'purchasedServiceProviderSecondaryIdentification',
    'Purchased Service Provider Secondary Identification',
    'S20',
    5250,
    'RR-S(RR)',
    { '01': '0B 1G G2', '04-01': '2U' },
    '01',
  ),
];

/** Loop 2420C: Service Facility Location Name. */
const loop2420C: readonly Item[] = [
  use(
    NM1,
    'name',
    'Service Facility Location Name',
    'R1',
    5000,
    'RRR----SS',
    { '01': '77', '02': '2', '08': 'XX' },
    '01',
  ),
  use(N3, 'address', 'Service Facility Location Address', 'R1', 5140, 'RS'),
  use(N4, 'city', 'Service Facility Location City, State, ZIP Code', 'R1', 5200, 'RSSS--S', {
    '02': '@state_province',
    '03': '@postal',
    '04': '@country',
    '07': '@country_subdivision',
  }),
  use(
    REF,
    'serviceFacilityLocationSecondaryIdentification',
    'Service Facility Location Secondary Identification',
    'S3',
    5250,
    'RR-S(RR)',
    { '01': 'G2 LU', '04-01': '2U' },
    '01',
  ),
];

/** Loop 2420D: Supervising Provider Name. */
const loop2420D: readonly Item[] = [
  use(NM1, 'name', 'Supervising Provider Name', 'R1', 5000, 'RRRSS-SSS', { '01': 'DQ', '02': '1', '08': 'XX' }, '01'),
  use(
    REF,
    'supervisingProviderSecondaryIdentification',
    'Supervising Provider Secondary Identification',
    'S20',
    5250,
    'RR-S(RR)',
    { '01': '0B 1G G2 LU', '04-01': '2U' },
    '01',
  ),
];

/** Loop 2420E: Ordering Provider Name. */
const loop2420E: readonly Item[] = [
  use(NM1, 'name', 'Ordering Provider Name', 'R1', 5000, 'RRRSS-SSS', { '01': 'DK', '02': '1', '08': 'XX' }, '01'),
  use(N3, 'address', 'Ordering Provider Address', 'S1', 5140, 'RS'),
  use(N4, 'city', 'Ordering Provider City, State, ZIP Code', 'S1', 5200, 'RSSS--S', {
    '02': '@state_province',
    '03': '@postal',
    '04': '@country',
    '07': '@country_subdivision',
  }),
  use(
    REF,
    'orderingProviderSecondaryIdentification',
    'Ordering Provider Secondary Identification',
    'S20',
    5250,
    'RR-S(RR)',
    { '01': '0B 1G G2', '04-01': '2U' },
    '01',
  ),
  use(
    PER,
    'contacts',
    'Ordering Provider Contact Information',
    'S1',
    5300,
    'RSRRSSSS',
    { '01': 'IC', '03': 'EM FX TE', '05 07': 'EM EX FX TE' },
    '01',
  ),
];

/** Loop 2420F: Referring Provider Name. */
const loop2420F: readonly Item[] = [
  use(NM1, 'name', 'Referring Provider Name', 'R1', 5000, 'RRRSS-SSS', { '01': 'DN P3', '02': '1', '08': 'XX' }, '01'),
  use(
    REF,
    'referringProviderSecondaryIdentification',
    'Referring Provider Secondary Identification',
    'S20',
    5250,
    'RR-S(RR)',
    { '01': '0B 1G G2', '04-01': '2U' },
    '01',
  ),
];

/** Loop 2420G: Ambulance Pick-up Location. */
const loop2420G: readonly Item[] = [
  use(NM1, 'name', 'Ambulance Pick-up Location', 'R1', 5000, 'RR', { '01': 'PW', '02': '2' }, '01'),
  use(N3, 'address', 'Ambulance Pick-up Location Address', 'R1', 5140, 'RS'),
  use(N4, 'city', 'Ambulance Pick-up Location City, State, ZIP Code', 'R1', 5200, 'RSSS--S', {
    '02': '@state_province',
    '03': '@postal',
    '04': '@country',
    '07': '@country_subdivision',
  }),
];

/** Loop 2420H: Ambulance Drop-off Location. */
const loop2420H: readonly Item[] = [
  use(NM1, 'name', 'Ambulance Drop-off Location', 'R1', 5000, 'RRS', { '01': '45', '02': '2' }, '01'),
  use(N3, 'address', 'Ambulance Drop-off Location Address', 'R1', 5140, 'RS'),
  use(N4, 'city', 'Ambulance Drop-off Location City, State, ZIP Code', 'R1', 5200, 'RSSS--S', {
    '02': '@state_province',
    '03': '@postal',
    '04': '@country',
    '07': '@country_subdivision',
  }),
];

/** Loop 2430: Line Adjudication Information. */
const loop2430: readonly Item[] = [
  use(SVD, 'adjudication', 'Line Adjudication Information', 'R1', 5400, 'RRR(RRSSSSS)-RS', {
    '03-01': 'ER HC IV WK',
    '03-02': '@procedure_by_qualifier',
    '03-03 03-04 03-05 03-06': '@procedure_modifier',
    '05': '<=8',
  }),
  use(CAS, 'adjustments', 'Line Adjustment', 'S5', 5450, 'RRRSSSSSSSSSSSSSSSS', {
    '01': 'CO CR OA PI PR',
    '02 05 08 11 14 17': '@CARC',
  }),
  use(DTP, 'remittanceDate', 'Line Check or Remittance Date', 'R1', 5500, 'RRR', { '01': '573', '02': 'D8' }, '01'),
  use(AMT, 'remainingPatientLiability', 'Remaining Patient Liability', 'S1', 5505, 'RR', { '01': 'EAF' }, '01'),
];

/** Loop 2440: Form Identification Code. */
const loop2440: readonly Item[] = [
  use(LQ, 'remarks', 'Form Identification Code', 'R1', 5510, 'RR', { '01': 'AS UT', '02': '@RARC_or_form' }),
  use(FRM, 'answers', 'Supporting Documentation', 'R99', 5520, 'RSSSS', { '02': 'N W Y' }),
];

/** Loop 2400: Service Line Number. */
const loop2400: readonly Item[] = [
  use(LX, 'number', 'Service Line Number', 'R1', 3650, 'R'),
  use(SV1, 'service', 'Professional Service', 'R1', 3700, 'R(RRSSSSS)RRRS-R(RSSS)-S-SS--S', {
    '01-01': 'ER HC IV WK',
    '01-02': '@procedure_by_qualifier',
    '01-03 01-04 01-05 01-06': '@procedure_modifier',
    '03': 'MJ UN',
    '04': '<=8',
    '05': '@place_of_service',
    '07-01 07-02 07-03 07-04': '1 2 3 4 5 6 7 8 9 10 11 12',
    '09 11 12': 'Y',
    '15': '0',
  }),
  use(SV5, 'equipment', 'Durable Medical Equipment Service', 'S1', 4000, 'R(RR)RRRRR', {
    '01-01': 'HC',
    '02': 'DA',
    '06': '1 4 6',
  }),
  use(
    PWK,
    'lineSupplementalInformation',
    'Line Supplemental Information',
    'S10',
    4200,
    'RR--SS',
    {
      '01': '03 04 05 06 07 08 09 10 11 13 15 21 A3 A4 AM AS B2 B3 B4 BR BS BT CB CK CT D2 DA DB DG DJ DS EB HC HR I5 IR LA M1 MT NN OB OC OD OE OX OZ P4 P5 PE PN PO PQ PY PZ RB RR RT RX SG V5 XP',
      '02': 'AA BM EL EM FT FX',
      '05': 'AC',
      '06': '<=50',
    },
    '02',
  ),
  use(
    PWK,
    'durableMedicalEquipmentCertificateOfMedicalNecessityIndicator',
    'Durable Medical Equipment Certificate of Medical Necessity Indicator',
    'S1',
    4200,
    'RR',
    { '01': 'CT', '02': 'AB AD AF AG NS' },
    '02',
  ),
  use(CR1, 'ambulanceTransport', 'Ambulance Transport Information', 'S1', 4250, 'SS-RRR--SS', {
    '01': 'LB',
    '04': 'A B C D E',
    '05': 'DH',
  }),
  use(CR3, 'equipmentCertification', 'Durable Medical Equipment Certification', 'S1', 4350, 'RRR', {
    '01': 'I R S',
    '02': 'MO',
  }),
  use(
    CRC,
    'ambulanceCertification',
    'Ambulance Certification',
    'S3',
    4500,
    'RRRSSSS',
    { '01': '07', '02': 'N Y', '03 04 05 06 07': '01 04 05 06 07 08 09 12' },
    '01',
  ),
  use(
    CRC,
    'hospiceEmployeeIndicator',
    'Hospice Employee Indicator',
    'S1',
    4500,
    'RRR',
    { '01': '70', '02': 'N Y', '03': '65' },
    '01',
  ),
  use(
    CRC,
    'conditionIndicatorDurableMedicalEquipment',
    'Condition Indicator/Durable Medical Equipment',
    'S1',
    4500,
    'RRRS',
    { '01': '09', '02': 'N Y', '03 04': '38 ZV' },
    '01',
  ),
  use(DTP, 'serviceDate', 'Date - Service Date', 'R1', 4550, 'RRR', { '01': '472', '02': 'D8 RD8' }, '01'),
  use(DTP, 'prescriptionDate', 'Date - Prescription Date', 'S1', 4550, 'RRR', { '01': '471', '02': 'D8' }, '01'),
  use(
    DTP,
    'certificationRevisionRecertificationDate',
    'DATE - Certification Revision/Recertification Date',
    'S1',
    4550,
    'RRR',
    { '01': '607', '02': 'D8' },
    '01',
  ),
  use(DTP, 'beginTherapyDate', 'Date - Begin Therapy Date', 'S1', 4550, 'RRR', { '01': '463', '02': 'D8' }, '01'),
  use(
    DTP,
    'lastCertificationDate',
    'Date - Last Certification Date',
    'S1',
    4550,
    'RRR',
    { '01': '461', '02': 'D8' },
    '01',
  ),
  use(DTP, 'lastSeenDate', 'Date - Last Seen Date', 'S1', 4550, 'RRR', { '01': '304', '02': 'D8' }, '01'),
  use(DTP, 'testDate', 'Date - Test Date', 'S2', 4550, 'RRR', { '01': '738 739', '02': 'D8' }, '01'),
  use(DTP, 'shippedDate', 'Date - Shipped Date', 'S1', 4550, 'RRR', { '01': '011', '02': 'D8' }, '01'),
  use(DTP, 'lastXRayDate', 'Date - Last X-ray Date', 'S1', 4550, 'RRR', { '01': '455', '02': 'D8' }, '01'),
  use(
    DTP,
    'initialTreatmentDate',
    'Date - Initial Treatment Date',
    'S1',
    4550,
    'RRR',
    { '01': '454', '02': 'D8' },
    '01',
  ),
  use(QTY, 'ambulancePatientCount', 'Ambulance Patient Count', 'S1', 4600, 'RR', { '01': 'PT' }, '01'),
  use(
    QTY,
    'obstetricAnesthesiaAdditionalUnits',
    'Obstetric Anesthesia Additional Units',
    'S1',
    4600,
    'RR',
    { '01': 'FL' },
    '01',
  ),
  use(MEA, 'testResults', 'Test Result', 'S5', 4620, 'RRR', { '01': 'OG TR', '02': 'HT R1 R2 R3 R4' }),
  use(CN1, 'contract', 'Contract Information', 'S1', 4650, 'RSSSSS', { '01': '01 02 03 04 05 06 09' }),
  use(
    REF,
    'repricedLineItemReferenceNumber',
    'Repriced Line Item Reference Number',
    'S1',
    4700,
    'RR',
    { '01': '9B' },
    '01',
  ),
  use(
    REF,
    'adjustedRepricedLineItemReferenceNumber',
    'Adjusted Repriced Line Item Reference Number',
    'S1',
    4700,
    'RR',
    { '01': '9D' },
    '01',
  ),
  use(REF, 'priorAuthorization', 'Prior Authorization', 'S5', 4700, 'RR-S(RR)', { '01': 'G1', '04-01': '2U' }, '01'),
  use(REF, 'lineControlNumber', 'Line Item Control Number', 'S1', 4700, 'RR', { '01': '6R', '02': '<=30' }, '01'),
  use(
    REF,
    'mammographyCertificationNumber',
    'Mammography Certification Number',
    'S1',
    4700,
    'RR',
    { '01': 'EW' },
    '01',
  ),
  use(
    REF,
    'cliaNumber',
    'Clinical Laboratory Improvement Amendment (CLIA) Number',
    'S1',
    4700,
    'RR',
    { '01': 'X4' },
    '01',
  ),
  use(
    REF,
    'referringCliaNumber',
    'Referring Clinical Laboratory Improvement Amendment (CLIA) Facility Identification',
    'S1',
    4700,
    'RR',
    { '01': 'F4' },
    '01',
  ),
  use(REF, 'immunizationBatchNumber', 'Immunization Batch Number', 'S1', 4700, 'RR', { '01': 'BT' }, '01'),
  use(REF, 'referralNumber', 'Referral Number', 'S5', 4700, 'RR-S(RR)', { '01': '9F', '04-01': '2U' }, '01'),
  use(AMT, 'salesTaxAmount', 'Sales Tax Amount', 'S1', 4750, 'RR', { '01': 'T' }, '01'),
  use(AMT, 'postageClaimedAmount', 'Postage Claimed Amount', 'S1', 4750, 'RR', { '01': 'F4' }, '01'),
  use(K3, 'fixedFormat', 'File Information', 'S10', 4800, 'R'),
  use(NTE, 'lineNote', 'Line Note', 'S1', 4850, 'RR', { '01': 'ADD DCP' }, '01'),
  use(NTE, 'thirdPartyOrganizationNotes', 'Third Party Organization Notes', 'S1', 4850, 'RR', { '01': 'TPO' }, '01'),
  use(PS1, 'purchasedService', 'Purchased Service Information', 'S1', 4880, 'RR'),
  use(HCP, 'pricing', 'Line Pricing/Repricing Information', 'S1', 4920, 'RRSSSSS-SSSSSSS', {
    '01': '00 01 02 03 04 05 06 07 08 09 10 11 12 13 14',
    '09': 'ER HC IV WK',
    '10': '@procedure_by_qualifier',
    '11': 'MJ UN',
    '12': '<=8',
    '13': 'T1 T2 T3 T4 T5 T6',
    '14': '1 2 3 4 5',
    '15': '1 2 3 4 5 6',
  }),
  loop('2410', 'drug', 'Drug Identification', 'S1', loop2410),
  loop('2420A', 'renderingProvider', 'Rendering Provider Name', 'S1', loop2420A),
  loop('2420B', 'purchasedServiceProvider', 'Purchased Service Provider Name', 'S1', loop2420B),
  loop('2420C', 'serviceFacility', 'Service Facility Location Name', 'S1', loop2420C),
  loop('2420D', 'supervisingProvider', 'Supervising Provider Name', 'S1', loop2420D),
  loop('2420E', 'orderingProvider', 'Ordering Provider Name', 'S1', loop2420E),
  loop('2420F', 'referringProviders', 'Referring Provider Name', 'S2', loop2420F),
  loop('2420G', 'ambulancePickUpLocation', 'Ambulance Pick-up Location', 'S1', loop2420G),
  loop('2420H', 'ambulanceDropOffLocation', 'Ambulance Drop-off Location', 'S1', loop2420H),
  loop('2430', 'adjudications', 'Line Adjudication Information', 'S15', loop2430),
  loop('2440', 'forms', 'Form Identification Code', 'S>1', loop2440),
];

/** Loop 2300: Claim Information. */
const loop2300: readonly Item[] = [
  use(CLM, 'claim', 'Claim Information', 'R1', 1300, 'RR--R(RRR)RRRRSS(RS-SS)S-------S', {
    '01': '<=20',
    '05-01': '@place_of_service',
    '05-02': 'B',
    '05-03': '@claim_frequency',
    '06': 'N Y',
    '07': 'A B C',
    '08': 'N W Y',
    '09': 'I Y',
    '10': 'P',
    '11-01 11-02': 'AA EM OA',
    '11-04': '@state_province',
    '11-05': '@country',
    '12': '02 03 05 09',
    '20': '1 2 3 4 5 6 7 8 9 10 11 15',
  }),
  use(
    DTP,
    'onsetOfCurrentIllnessOrSymptomDate',
    'Date - Onset of Current Illness or Symptom',
    'S1',
    1350,
    'RRR',
    { '01': '431', '02': 'D8' },
    '01',
  ),
  use(
    DTP,
    'initialTreatmentDate',
    'Date - Initial Treatment Date',
    'S1',
    1350,
    'RRR',
    { '01': '454', '02': 'D8' },
    '01',
  ),
  use(DTP, 'lastSeenDate', 'Date - Last Seen Date', 'S1', 1350, 'RRR', { '01': '304', '02': 'D8' }, '01'),
  use(
    DTP,
    'acuteManifestationDate',
    'Date - Acute Manifestation',
    'S1',
    1350,
    'RRR',
    { '01': '453', '02': 'D8' },
    '01',
  ),
  use(DTP, 'accidentDate', 'Date - Accident', 'S1', 1350, 'RRR', { '01': '439', '02': 'D8' }, '01'),
  use(
    DTP,
    'lastMenstrualPeriodDate',
    'Date - Last Menstrual Period',
    'S1',
    1350,
    'RRR',
    { '01': '484', '02': 'D8' },
    '01',
  ),
  use(DTP, 'lastXRayDate', 'Date - Last X-ray Date', 'S1', 1350, 'RRR', { '01': '455', '02': 'D8' }, '01'),
  use(
    DTP,
    'hearingAndVisionPrescriptionDate',
    'Date - Hearing and Vision Prescription Date',
    'S1',
    1350,
    'RRR',
    { '01': '471', '02': 'D8' },
    '01',
  ),
  use(
    DTP,
    'disabilityDates',
    'Date - Disability Dates',
    'S1',
    1350,
    'RRR',
    { '01': '314 360 361', '02': 'D8 RD8' },
    '01',
  ),
  use(DTP, 'lastWorkedDate', 'Date - Last Worked', 'S1', 1350, 'RRR', { '01': '297', '02': 'D8' }, '01'),
  use(
    DTP,
    'authorizedReturnToWorkDate',
    'Date - Authorized Return to Work',
    'S1',
    1350,
    'RRR',
    { '01': '296', '02': 'D8' },
    '01',
  ),
  use(DTP, 'admissionDate', 'Date - Admission', 'S1', 1350, 'RRR', { '01': '435', '02': 'D8' }, '01'),
  use(DTP, 'dischargeDate', 'Date - Discharge', 'S1', 1350, 'RRR', { '01': '096', '02': 'D8' }, '01'),
  use(
    DTP,
    'assumedAndRelinquishedCareDates',
    'Date - Assumed and Relinquished Care Dates',
    'S2',
    1350,
    'RRR',
    { '01': '090 091', '02': 'D8' },
    '01',
  ),
  use(
    DTP,
    'propertyAndCasualtyDateOfFirstContactDate',
    'Date - Property and Casualty Date of First Contact',
    'S1',
    1350,
    'RRR',
    { '01': '444', '02': 'D8' },
    '01',
  ),
  use(
    DTP,
    'repricerReceivedDate',
    'Date - Repricer Received Date',
    'S1',
    1350,
    'RRR',
    { '01': '050', '02': 'D8' },
    '01',
  ),
  use(
    PWK,
    'supplementalInformation',
    'Claim Supplemental Information',
    'S10',
    1550,
    'RR--SS',
    {
      '01': '03 04 05 06 07 08 09 10 11 13 15 21 A3 A4 AM AS B2 B3 B4 BR BS BT CB CK CT D2 DA DB DG DJ DS EB HC HR I5 IR LA M1 MT NN OB OC OD OE OX OZ P4 P5 PE PN PO PQ PY PZ RB RR RT RX SG V5 XP',
      '02': 'AA BM EL EM FT FX',
      '05': 'AC',
      '06': '<=50',
    },
    '01',
  ),
  use(CN1, 'contract', 'Contract Information', 'S1', 1600, 'RSSSSS', { '01': '01 02 03 04 05 06 09' }),
  use(AMT, 'patientAmountPaid', 'Patient Amount Paid', 'S1', 1750, 'RR', { '01': 'F5' }, '01'),
  use(
    REF,
    'serviceAuthorizationExceptionCode',
    'Service Authorization Exception Code',
    'S1',
    1800,
    'RR',
    { '01': '4N', '02': '1 2 3 4 5 6 7' },
    '01',
  ),
  use(
    REF,
    'section4081Indicator',
    'Mandatory Medicare (Section 4081) Crossover Indicator',
    'S1',
    1800,
    'RR',
    { '01': 'F5', '02': 'Y N' },
    '01',
  ),
  use(
    REF,
    'mammographyCertificationNumber',
    'Mammography Certification Number',
    'S1',
    1800,
    'RR',
    { '01': 'EW' },
    '01',
  ),
  use(REF, 'referralNumber', 'Referral Number', 'S1', 1800, 'RR', { '01': '9F' }, '01'),
  use(REF, 'priorAuthorization', 'Prior Authorization', 'S1', 1800, 'RR', { '01': 'G1' }, '01'),
  use(REF, 'payerClaimControlNumber', 'Payer Claim Control Number', 'S1', 1800, 'RR', { '01': 'F8' }, '01'),
  use(
    REF,
    'cliaNumber',
    'Clinical Laboratory Improvement Amendment (CLIA) Number',
    'S1',
    1800,
    'RR',
    { '01': 'X4' },
    '01',
  ),
  use(REF, 'repricedClaimNumber', 'Repriced Claim Number', 'S1', 1800, 'RR', { '01': '9A' }, '01'),
  use(REF, 'adjustedRepricedClaimNumber', 'Adjusted Repriced Claim Number', 'S1', 1800, 'RR', { '01': '9C' }, '01'),
  use(
    REF,
    'investigationalDeviceExemptionNumber',
    'Investigational Device Exemption Number',
    'S1',
    1800,
    'RR',
    { '01': 'LX' },
    '01',
  ),
  use(
    REF,
    'clearinghouseClaimNumber',
    'Claim Identifier For Transmission Intermediaries',
    'S1',
    1800,
    'RR',
    { '01': 'D9', '02': '<=20' },
    '01',
  ),
  use(REF, 'medicalRecordNumber', 'Medical Record Number', 'S1', 1800, 'RR', { '01': 'EA' }, '01'),
  use(
    REF,
    'demonstrationProjectIdentifier',
    'Demonstration Project Identifier',
    'S1',
    1800,
    'RR',
    { '01': 'P4' },
    '01',
  ),
  use(REF, 'carePlanOversight', 'Care Plan Oversight', 'S1', 1800, 'RR', { '01': '1J' }, '01'),
  use(K3, 'fixedFormat', 'File Information', 'S10', 1850, 'R'),
  use(NTE, 'notes', 'Claim Note', 'S1', 1900, 'RR', { '01': 'ADD CER DCP DGN TPO' }, '01'),
  use(CR1, 'ambulanceTransport', 'Ambulance Transport Information', 'S1', 1950, 'SS-RRR--SS', {
    '01': 'LB',
    '04': 'A B C D E',
    '05': 'DH',
  }),
  use(CR2, 'spinalManipulation', 'Spinal Manipulation Service Information', 'S1', 2000, '-------R-SS', {
    '08': 'A C D E F G M',
  }),
  use(
    CRC,
    'ambulanceCertification',
    'Ambulance Certification',
    'S3',
    2200,
    'RRRSSSS',
    { '01': '07', '02': 'N Y', '03 04 05 06 07': '01 04 05 06 07 08 09 12' },
    '01',
  ),
  use(
    CRC,
    'patientConditionInformationVision',
    'Patient Condition Information: Vision',
    'S3',
    2200,
    'RRRSSSS',
    { '01': 'E1 E2 E3', '02': 'N Y', '03 04 05 06 07': 'L1 L2 L3 L4 L5' },
    '01',
  ),
  use(CRC, 'homeboundIndicator', 'Homebound Indicator', 'S1', 2200, 'RRR', { '01': '75', '02': 'Y', '03': 'IH' }, '01'),
  use(
    CRC,
    'epsdtReferral',
    'EPSDT Referral',
    'S1',
    2200,
    'RRRSS',
    { '01': 'ZZ', '02': 'N Y', '03 04 05': 'AV NU S2 ST' },
    '01',
  ),
  use(
    HI,
    'diagnoses',
    'Health Care Diagnosis Code',
    'R1',
    2310,
    'R(RR)S(RR)S(RR)S(RR)S(RR)S(RR)S(RR)S(RR)S(RR)S(RR)S(RR)S(RR)',
    {
      '01-01': 'ABK BK',
      '01-02 02-02 03-02 04-02 05-02 06-02 07-02 08-02 09-02 10-02 11-02 12-02': '@health_care_code_by_qualifier',
      '02-01 03-01 04-01 05-01 06-01 07-01 08-01 09-01 10-01 11-01 12-01': 'ABF BF',
    },
    '01-01',
  ),
  use(
    HI,
    'anesthesiaProcedure',
    'Anesthesia Related Procedure',
    'S1',
    2310,
    'R(RR)S(RR)',
    { '01-01': 'BP', '01-02 02-02': '@health_care_code_by_qualifier', '02-01': 'BO' },
    '01-01',
  ),
  use(
    HI,
    'conditions',
    'Condition Information',
    'S2',
    2310,
    'R(RR)S(RR)S(RR)S(RR)S(RR)S(RR)S(RR)S(RR)S(RR)S(RR)S(RR)S(RR)',
    {
      '01-01 02-01 03-01 04-01 05-01 06-01 07-01 08-01 09-01 10-01 11-01 12-01': 'BG',
      '01-02 02-02 03-02 04-02 05-02 06-02 07-02 08-02 09-02 10-02 11-02 12-02': '@health_care_code_by_qualifier',
    },
    '01-01',
  ),
  use(HCP, 'pricing', 'Claim Pricing/Repricing Information', 'S1', 2410, 'RRSSSSS-----SSS', {
    '01': '00 01 02 03 04 05 07 08 09 10 11 12 13 14',
    '13': 'T1 T2 T3 T4 T5 T6',
    '14': '1 2 3 4 5',
    '15': '1 2 3 4 5 6',
  }),
  loop('2310A', 'referringProviders', 'Referring Provider Name', 'S2', loop2310A),
  loop('2310B', 'renderingProvider', 'Rendering Provider Name', 'S1', loop2310B),
  loop('2310C', 'serviceFacility', 'Service Facility Location Name', 'S1', loop2310C),
  loop('2310D', 'supervisingProvider', 'Supervising Provider Name', 'S1', loop2310D),
  loop('2310E', 'ambulancePickUpLocation', 'Ambulance Pick-up Location', 'S1', loop2310E),
  loop('2310F', 'ambulanceDropOffLocation', 'Ambulance Drop-off Location', 'S1', loop2310F),
  loop('2320', 'otherSubscribers', 'Other Subscriber Information', 'S10', loop2320),
  loop('2400', 'serviceLines', 'Service Line Number', 'R50', loop2400),
];

/** Loop 2010CA: Patient Name. */
const loop2010CA: readonly Item[] = [
  use(NM1, 'name', 'Patient Name', 'R1', 150, 'RRRSS-S', { '01': 'QC', '02': '1' }, '01'),
  use(N3, 'address', 'Patient Address', 'R1', 250, 'RS'),
  use(N4, 'city', 'Patient City, State, ZIP Code', 'R1', 300, 'RSSS--S', {
    '02': '@state_province',
    '03': '@postal',
    '04': '@country',
    '07': '@country_subdivision',
  }),
  use(DMG, 'demographics', 'Patient Demographic Information', 'R1', 320, 'RRR', { '01': 'D8', '03': 'F M U' }),
  use(
    REF,
    'propertyAndCasualtyClaimNumber',
    'Property and Casualty Claim Number',
    'S1',
    350,
    'RR',
    { '01': 'Y4' },
    '01',
  ),
  use(
    REF,
    'propertyAndCasualtyPatientIdentifier',
    'Property and Casualty Patient Identifier',
    'S1',
    350,
    'RR',
    { '01': '1W SY' },
    '01',
  ),
  use(
    PER,
    'contacts',
    'Property and Casualty Patient Contact Information',
    'S1',
    400,
    'RSRRSS',
    { '01': 'IC', '03': 'TE', '05': 'EX' },
    '01',
  ),
];

/** Loop 2000C: Patient Hierarchical Level. */
const loop2000C: readonly Item[] = [
  use(HL, 'hierarchy', 'Patient Hierarchical Level', 'R1', 10, 'RRRR', { '03': '23', '04': '0' }, '03'),
  use(PAT, 'patientDetails', 'Patient Information', 'R1', 70, 'R---SSSSS', {
    '01': '01 19 20 21 39 40 53 G8',
    '05': 'D8',
    '07': '01',
    '09': 'Y',
  }),
  loop('2010CA', 'patient', 'Patient Name', 'R1', loop2010CA),
  loop('2300', 'claims', 'Claim Information', 'R100', loop2300, true),
];

/** Loop 2000B: Subscriber Hierarchical Level. */
const loop2000B: readonly Item[] = [
  use(HL, 'hierarchy', 'Subscriber Hierarchical Level', 'R1', 10, 'RRRR', { '03': '22', '04': '0 1' }, '03'),
  use(SBR, 'coverage', 'Subscriber Information', 'R1', 50, 'RSSSS---S', {
    '01': 'A B C D E F G H P S T U',
    '02': '18',
    '05': '12 13 14 15 16 41 42 43 47',
    '09': '11 12 13 14 15 16 17 AM BL CH CI DS FI HM LM MA MB MC OF TV VA WC ZZ',
  }),
  use(PAT, 'patientDetails', 'Patient Information', 'S1', 70, '----SSSSS', { '05': 'D8', '07': '01', '09': 'Y' }),
  loop('2010BA', 'subscriber', 'Subscriber Name', 'R1', loop2010BA),
  loop('2010BB', 'payer', 'Payer Name', 'R1', loop2010BB),
  loop('2300', 'claims', 'Claim Information', 'S100', loop2300, true),
  loop('2000C', 'patients', 'Patient Hierarchical Level', 'S>1', loop2000C),
];

/** Loop 2000A: Billing Provider Hierarchical Level. */
const loop2000A: readonly Item[] = [
  use(HL, 'hierarchy', 'Billing Provider Hierarchical Level', 'R1', 10, 'R-RR', { '03': '20', '04': '1' }, '03'),
  use(PRV, 'specialty', 'Billing Provider Specialty Information', 'S1', 30, 'RRR', {
    '01': 'BI',
    '02': 'PXC',
    '03': '@provider_taxonomy',
  }),
  use(CUR, 'currency', 'Foreign Currency Information', 'S1', 100, 'RR', { '01': '85', '02': '@currency' }),
  loop('2010AA', 'billingProvider', 'Billing Provider Name', 'R1', loop2010AA),
  loop('2010AB', 'payToAddress', 'Pay-to Address Name', 'S1', loop2010AB),
  loop('2010AC', 'payToPlan', 'Pay-To Plan Name', 'S1', loop2010AC),
  loop('2000B', 'subscribers', 'Subscriber Hierarchical Level', 'R>1', loop2000B),
];

/** Health Care Claim: Professional. */
export const guide837p: Guide<Set837P> = guide({
  id: '005010X222A1',
  aliases: ['005010X222', '005010X222A2'],
  set: '837',
  group: 'HC',
  label: 'Health Care Claim: Professional',
  st03: true,
  body: [
    use(
      BHT,
      'beginning',
      'Beginning of Hierarchical Transaction',
      'R1',
      100,
      'RRRRRR',
      { '01': '0019', '02': '00 18', '03': '<=30', '06': 'CH RP 31' },
      '01',
    ),
    loop('1000A', 'submitter', 'Submitter Name', 'R1', loop1000A),
    loop('1000B', 'receiver', 'Receiver Name', 'R1', loop1000B),
    loop('2000A', 'billingProviders', 'Billing Provider Hierarchical Level', 'R>1', loop2000A),
  ],
});
