/** Health Care Claim: Dental (005010X224A2): every loop, segment and element of the guide, as data. */
import { type Guide, guide, type Item, loop, use } from '../x12/grammar.ts';
import {
  claimAdjustments,
  hi,
  lineAdjustments,
  lineServiceFacility,
  lineSupervisingProvider,
  otherCoverage,
  otherInsurance,
  otherPayerBillingProvider,
  otherPayerReferringProvider,
  otherPayerRenderingProvider,
  otherPayerServiceFacilityLocation,
  otherPayerSupervisingProvider,
  otherSubscriber,
  outpatientAdjudication,
  patient,
  payer,
  payToAddress,
  payToPlan,
  pwk,
  receiver,
  serviceFacility,
  subscriber,
  subscriberCoverage,
  supervisingProvider,
} from './837-loops.ts';
import { BHT, CLM, CN1, CUR, DN1, DN2, HCP, K3, LX, PAT, PER, SV3, SVD, TOO } from './segments.ts';
import { amt, dtp, hl, n3, n4, nm1, nte, payerRef, payerSecondaryIds, per, prv, ref, secondaryIds } from './uses.ts';
import type { Set837D } from './values/837d.ts';

/** Loop 1000A: Submitter Name. */
const loop1000A: readonly Item[] = [
  nm1('Submitter Name', 200, 'RRRSS--RR', '41', '1 2', '46'),
  use(
    PER,
    'contacts',
    'Submitter EDI Contact Information',
    'R2',
    450,
    'RSRRSSSS',
    { '01': 'IC', '03': 'ED EM FX TE', '05 07': 'ED EM EX FX TE' },
    '01',
  ),
];

/** Loop 2010AA: Billing Provider Name. */
const loop2010AA: readonly Item[] = [
  nm1('Billing Provider Name', 150, 'RRRSS--SS', '85', '1 2', 'XX'),
  n3('Billing Provider Address', 'R1', 250),
  n4('Billing Provider City, State, ZIP Code', 'R1', 300),
  ref('taxId', 'Billing Provider Tax Identification', 'R1', 350, 'EI SY'),
  ref('licenses', 'Billing Provider UPIN/License Information', 'S2', 350, '0B 1G'),
  per('Billing Provider Contact Information', 'S2', 400),
];

/** Loop 2310A: Referring Provider Name. */
const loop2310A: readonly Item[] = [
  nm1('Referring Provider Name', 2500, 'RRRSS-SSS', 'DN P3', '1', 'XX'),
  prv('Referring Provider Specialty Information', 'S1', 2550, 'RF'),
  secondaryIds('referringProvider', 'Referring Provider', 'S3', 2710, '0B 1G G2'),
];

/** Loop 2310B: Rendering Provider Name. */
const loop2310B: readonly Item[] = [
  nm1('Rendering Provider Name', 2500, 'RRRSS-SSS', '82', '1 2', 'XX'),
  prv('Rendering Provider Specialty Information', 'R1?', 2550, 'PE'),
  secondaryIds('renderingProvider', 'Rendering Provider', 'S4', 2710, '0B 1G G2 LU'),
];

/** Loop 2310D: Assistant Surgeon Name. */
const loop2310D: readonly Item[] = [
  nm1('Assistant Surgeon Name', 2500, 'RRRSS-SSS', 'DD', '1', 'XX'),
  prv('Assistant Surgeon Specialty Information', 'R1?', 2550, 'AS'),
  secondaryIds('assistantSurgeon', 'Assistant Surgeon', 'S4', 2710, '0B 1G G2 LU'),
];

/** Loop 2330A: Other Subscriber Name. */
const loop2330A: readonly Item[] = [
  ...otherSubscriber,
  secondaryIds('otherSubscriber', 'Other Subscriber', 'S1?', 3550, 'SY'),
];

/** Loop 2330B: Other Payer Name. */
const loop2330B: readonly Item[] = [
  nm1('Other Payer Name', 3250, 'RRR----RR', 'PR', '2', 'PI XV'),
  n3('Other Payer Address', 'S1', 3320),
  n4('Other Payer City, State, ZIP Code', 'S1', 3400),
  dtp('remittanceDate', 'Claim Check or Remittance Date', 'S1', 3500, '573'),
  ref('otherPayerSecondaryIdentifier', 'Other Payer Secondary Identifier', 'S3', 3550, '2U EI FY NF'),
  ref('otherPayerPriorAuthorizationNumber', 'Other Payer Prior Authorization Number', 'S1', 3550, 'G1'),
  ref('otherPayerReferralNumber', 'Other Payer Referral Number', 'S1', 3550, '9F'),
  ref('otherPayerClaimAdjustmentIndicator', 'Other Payer Claim Adjustment Indicator', 'S1', 3550, 'T4'),
  ref('otherPayerPredeterminationIdentification', 'Other Payer Predetermination Identification', 'S1', 3550, 'G3'),
  ref('otherPayerClaimControlNumber', 'Other Payer Claim Control Number', 'S1', 3550, 'F8'),
];

/** Loop 2330H: Other Payer Assistant Surgeon. */
const loop2330H: readonly Item[] = [
  nm1('Other Payer Assistant Surgeon', 3250, 'RR', 'DD', '1'),
  ref(
    'otherPayerAssistantSurgeonSecondaryIdentifier',
    'Other Payer Assistant Surgeon Secondary Identifier',
    'R3',
    3550,
    '0B 1G G2 LU',
  ),
];

/** Loop 2320: Other Subscriber Information. */
const loop2320: readonly Item[] = [
  otherCoverage,
  claimAdjustments,
  amt('payerPaid', 'Coordination of Benefits (COB) Payer Paid Amount', 'S1', 3000, 'D'),
  amt('remainingPatientLiability', 'Remaining Patient Liability', 'S1', 3000, 'EAF'),
  amt('nonCovered', 'Coordination of Benefits (COB) Total Non-Covered Amount', 'S1', 3000, 'A8'),
  otherInsurance,
  outpatientAdjudication,
  loop('2330A', 'otherSubscriber', 'Other Subscriber Name', 'R1', loop2330A),
  loop('2330B', 'otherPayer', 'Other Payer Name', 'R1', loop2330B),
  loop('2330C', 'otherPayerReferringProviders', 'Other Payer Referring Provider', 'S2', otherPayerReferringProvider),
  loop('2330D', 'otherPayerRenderingProvider', 'Other Payer Rendering Provider', 'S1', otherPayerRenderingProvider),
  loop(
    '2330E',
    'otherPayerSupervisingProvider',
    'Other Payer Supervising Provider',
    'S1',
    otherPayerSupervisingProvider,
  ),
  loop('2330F', 'otherPayerBillingProvider', 'Other Payer Billing Provider', 'S1', otherPayerBillingProvider),
  loop(
    '2330G',
    'otherPayerServiceFacilityLocation',
    'Other Payer Service Facility Location',
    'S1',
    otherPayerServiceFacilityLocation,
  ),
  loop('2330H', 'otherPayerAssistantSurgeon', 'Other Payer Assistant Surgeon', 'S1', loop2330H),
];

/** Loop 2420A: Rendering Provider Name. */
const loop2420A: readonly Item[] = [
  nm1('Rendering Provider Name', 5000, 'RRRSS-SSS', '82', '1 2', 'XX'),
  prv('Rendering Provider Specialty Information', 'R1', 5050, 'PE'),
  payerSecondaryIds('renderingProvider', 'Rendering Provider', 'S20', 5250, '0B 1G G2 LU'),
];

/** Loop 2420B: Assistant Surgeon Name. */
const loop2420B: readonly Item[] = [
  nm1('Assistant Surgeon Name', 5000, 'RRRSS-SSS', 'DD', '1', 'XX'),
  prv('Assistant Surgeon Specialty Information', 'S1', 5050, 'AS'),
  payerSecondaryIds('assistantSurgeon', 'Assistant Surgeon', 'S20', 5250, '0B 1G G2 LU'),
];

/** Loop 2420D: Service Facility Location Name. */
const loop2420D: readonly Item[] = [
  ...lineServiceFacility,
  payerSecondaryIds('serviceFacilityLocation', 'Service Facility Location', 'S20?', 5250, '0B 1G G2 LU'),
];

/** Loop 2430: Line Adjudication Information. */
const loop2430: readonly Item[] = [
  use(SVD, 'adjudication', 'Line Adjudication Information', 'R1', 5400, 'RRR(RRSSSSS)-RS', {
    '03-01': 'AD ER',
    '03-02': '@procedure_by_qualifier',
    '03-03 03-04 03-05 03-06': '@procedure_modifier',
    '05': '<=8',
  }),
  lineAdjustments,
  dtp('remittanceDate', 'Line Check or Remittance Date', 'R1', 5500, '573'),
  amt('remainingPatientLiability', 'Remaining Patient Liability', 'S1', 5505, 'EAF'),
];

/** Loop 2400: Service Line Number. */
const loop2400: readonly Item[] = [
  use(LX, 'number', 'Service Line Number', 'R1', 3650, 'R'),
  use(SV3, 'service', 'Dental Service', 'R1', 3800, 'R(RRSSSSS)RSS(RSSSS)SS----S(RSSS)', {
    '01-01': 'AD',
    '01-02': '@procedure_by_qualifier',
    '01-03 01-04 01-05 01-06': '@procedure_modifier',
    '03': '@place_of_service',
    '04-01 04-02 04-03 04-04 04-05': '@oral_cavity',
    '05': 'I R',
    '11-01 11-02 11-03 11-04': '1 2 3 4',
  }),
  use(TOO, 'teeth', 'Tooth Information', 'S32', 3820, 'RRS(RSSSS)', {
    '01': 'JP',
    '02': '?',
    '03-01 03-02 03-03 03-04 03-05': 'B D F I L M O',
  }),
  dtp('serviceDate', 'Date - Service Date', 'S1', 4550, '472'),
  dtp('priorPlacementDate', 'Date - Prior Placement', 'S1', 4550, '139 441'),
  dtp('appliancePlacementDate', 'Date - Appliance Placement', 'S1', 4550, '452'),
  dtp('replacementDate', 'Date - Replacement', 'S1', 4550, '446'),
  dtp('treatmentStartDate', 'Date - Treatment Start', 'S1', 4550, '196'),
  dtp('treatmentCompletionDate', 'Date - Treatment Completion', 'S1', 4550, '198'),
  use(CN1, 'contract', 'Contract Information', 'S1', 4650, 'RSSSSS', { '01': '02 03 04 05 06 09' }),
  payerRef('predeterminationIdentification', 'Service Predetermination Identification', 'S5', 4700, 'G3'),
  payerRef('priorAuthorization', 'Prior Authorization', 'S5', 4700, 'G1'),
  ref('lineControlNumber', 'Line Item Control Number', 'S1', 4700, '6R', '<=30'),
  ref('repricedClaimNumber', 'Repriced Claim Number', 'S1', 4700, '9A'),
  ref('adjustedRepricedClaimNumber', 'Adjusted Repriced Claim Number', 'S1', 4700, '9C'),
  payerRef('referralNumber', 'Referral Number', 'S5', 4700, '9F'),
  amt('salesTaxAmount', 'Sales Tax Amount', 'S1', 4750, 'T'),
  use(K3, 'fixedFormat', 'File Information', 'S10', 4800, 'R'),
  use(HCP, 'pricing', 'Line Pricing/Repricing Information', 'S1', 4920, 'RRSSS---SSSSSSS', {
    '01': '00 01 02 03 04 05 06 07 08 09 10 11 12 13 14',
    '09': 'AD',
    '10': '@procedure_by_qualifier',
    '11': 'UN',
    '13': 'T1 T2 T3 T4 T5 T6',
    '14': '1 2 3 4 5',
    '15': '1 2 3 4 5 6',
  }),
  loop('2420A', 'renderingProvider', 'Rendering Provider Name', 'S1', loop2420A),
  loop('2420B', 'assistantSurgeon', 'Assistant Surgeon Name', 'S1', loop2420B),
  loop('2420C', 'supervisingProvider', 'Supervising Provider Name', 'S1', lineSupervisingProvider),
  loop('2420D', 'serviceFacility', 'Service Facility Location Name', 'S1', loop2420D),
  loop('2430', 'adjudications', 'Line Adjudication Information', 'S15', loop2430),
];

/** Loop 2300: Claim Information. */
const loop2300: readonly Item[] = [
  use(CLM, 'claim', 'Claim Information', 'R1', 1300, 'RR--R(RRR)RRRR-S(RS-SS)S------SS', {
    '01': '<=20',
    '05-01': '@place_of_service',
    '05-02': 'B',
    '05-03': '@claim_frequency',
    '06': 'N Y',
    '07': 'A C',
    '08': 'N W Y',
    '09': 'I Y',
    '11-01 11-02': 'AA EM OA',
    '11-04': '@state_province',
    '11-05': '@country',
    '12': '01 02 03 05',
    '19': 'PB',
    '20': '1 2 3 4 5 6 7 8 9 10 11 15',
  }),
  dtp('accidentDate', 'Date - Accident', 'S1', 1350, '439'),
  dtp('appliancePlacementDate', 'Appliance Placement Date', 'S1', 1350, '452'),
  dtp('serviceDate', 'Service Date', 'S1', 1350, '472', 'D8 RD8'),
  dtp('repricerReceivedDate', 'Date - Repricer Received Date', 'S1', 1350, '050'),
  use(DN1, 'orthodontics', 'Orthodontic Total Months Of Treatment', 'S1', 1450, 'SS-S'),
  use(DN2, 'toothStatuses', 'Tooth Status', 'S35', 1500, 'RR---S', { '02': 'E M', '06': 'JP ?' }),
  pwk('supplementalInformation', 'Claim Supplemental Information', 1550, 'B4 DA DG EB OZ P6 RB RR'),
  use(CN1, 'contract', 'Contract Information', 'S1', 1600, 'RSSSSS', { '01': '01 02 03 04 05 06 09' }),
  amt('patientAmountPaid', 'Patient Amount Paid', 'S1', 1750, 'F5'),
  ref('predeterminationIdentification', 'Predetermination Identification', 'S1', 1800, 'G3'),
  ref('serviceAuthorizationExceptionCode', 'Service Authorization Exception Code', 'S1', 1800, '4N', '1 2 3 4 5 6 7'),
  ref('payerClaimControlNumber', 'Payer Claim Control Number', 'S1', 1800, 'F8'),
  ref('referralNumber', 'Referral Number', 'S1', 1800, '9F'),
  ref('priorAuthorization', 'Prior Authorization', 'S1', 1800, 'G1'),
  ref('repricedClaimNumber', 'Repriced Claim Number', 'S1', 1800, '9A'),
  ref('adjustedRepricedClaimNumber', 'Adjusted Repriced Claim Number', 'S1', 1800, '9C'),
  ref('clearinghouseClaimNumber', 'Claim Identifier For Transmission Intermediaries', 'S1', 1800, 'D9', '<=20'),
  use(K3, 'fixedFormat', 'File Information', 'S10', 1850, 'R'),
  nte('notes', 'Claim Note', 'S5', 1900, 'ADD'),
  hi('diagnoses', 'Health Care Diagnosis Code', 'S1?', 4, 'RR', { codes: 'ABK BK TQ', others: 'ABF BF TQ' }),
  use(HCP, 'pricing', 'Claim Pricing/Repricing Information', 'S1', 2410, 'RRSSSSS-----SSS', {
    '01': '00 01 02 03 04 05 06 07 08 09 10 11 12 13 14',
    '13': 'T1 T2 T3 T4 T5 T6',
    '14': '1 2 3 4 5',
    '15': '1 2 3 4 5 6',
  }),
  loop('2310A', 'referringProviders', 'Referring Provider Name', 'S2', loop2310A),
  loop('2310B', 'renderingProvider', 'Rendering Provider Name', 'S1', loop2310B),
  loop('2310C', 'serviceFacility', 'Service Facility Location Name', 'S1', serviceFacility),
  loop('2310D', 'assistantSurgeon', 'Assistant Surgeon Name', 'S1', loop2310D),
  loop('2310E', 'supervisingProvider', 'Supervising Provider Name', 'S1', supervisingProvider),
  loop('2320', 'otherSubscribers', 'Other Subscriber Information', 'S10', loop2320),
  loop('2400', 'serviceLines', 'Service Line Number', 'R50', loop2400),
];

/** Loop 2010CA: Patient Name. */
const loop2010CA: readonly Item[] = [...patient];

/** Loop 2000C: Patient Hierarchical Level. */
const loop2000C: readonly Item[] = [
  hl('Patient Hierarchical Level', 10, 'RRRR', '23', '0'),
  use(PAT, 'patientDetails', 'Patient Information', 'R1', 70, 'R', { '01': '01 19 20 21 39 40 53 G8' }),
  loop('2010CA', 'patient', 'Patient Name', 'R1', loop2010CA),
  loop('2300', 'claims', 'Claim Information', 'R100', loop2300, true),
];

/** Loop 2000B: Subscriber Hierarchical Level. */
const loop2000B: readonly Item[] = [
  hl('Subscriber Hierarchical Level', 10, 'RRRR', '22', '0 1'),
  subscriberCoverage,
  loop('2010BA', 'subscriber', 'Subscriber Name', 'R1', subscriber),
  loop('2010BB', 'payer', 'Payer Name', 'R1', payer),
  loop('2300', 'claims', 'Claim Information', 'S100', loop2300, true),
  loop('2000C', 'patients', 'Patient Hierarchical Level', 'S>1', loop2000C),
];

/** Loop 2000A: Billing Provider Hierarchical Level. */
const loop2000A: readonly Item[] = [
  hl('Billing Provider Hierarchical Level', 10, 'R-RR', '20', '1'),
  prv('Billing Provider Specialty Information', 'S1', 30, 'BI'),
  use(CUR, 'currency', 'Foreign Currency Information', 'S1', 100, 'RR', { '01': '85', '02': '@currency' }),
  loop('2010AA', 'billingProvider', 'Billing Provider Name', 'R1', loop2010AA),
  loop('2010AB', 'payToAddress', 'Pay-to Address Name', 'S1', payToAddress),
  loop('2010AC', 'payToPlan', 'Pay-To Plan Name', 'S1', payToPlan),
  loop('2000B', 'subscribers', 'Subscriber Hierarchical Level', 'R>1', loop2000B),
];

/** Health Care Claim: Dental. */
export const guide837d: Guide<Set837D> = guide({
  id: '005010X224A2',
  aliases: ['005010X224', '005010X224A1', '005010X224A3'],
  set: '837',
  group: 'HC',
  label: 'Health Care Claim: Dental',
  st03: true,
  body: [
    use(
      BHT,
      'beginning',
      'Beginning of Hierarchical Transaction',
      'R1',
      100,
      'RRRRRR',
      { '01': '0019', '02': '00 18', '03': '<=30', '06': 'CH RP' },
      '01',
    ),
    loop('1000A', 'submitter', 'Submitter Name', 'R1', loop1000A),
    loop('1000B', 'receiver', 'Receiver Name', 'R1', receiver),
    loop('2000A', 'billingProviders', 'Billing Provider Hierarchical Level', 'R>1', loop2000A),
  ],
});
