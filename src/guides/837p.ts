/** Health Care Claim: Professional (005010X222A1): every loop, segment and element of the guide, as data. */
import { type Guide, guide, type Item, loop, use } from '../x12/grammar.ts';
import {
  claimAdjustments,
  epsdtReferral,
  hi,
  lineAdjustments,
  lineServiceFacility,
  lineSupervisingProvider,
  otherCoverage,
  otherPayer,
  otherPayerBillingProvider,
  otherPayerReferringProvider,
  otherPayerRenderingProvider,
  otherPayerServiceFacilityLocation,
  otherPayerSupervisingProvider,
  otherSubscriber,
  outpatientAdjudication,
  patient,
  payer,
  payToPlan,
  pwk,
  REPORTS,
  receiver,
  serviceFacility,
  submitter,
  subscriber,
  subscriberCoverage,
  supervisingProvider,
} from './837-loops.ts';
import {
  BHT,
  CLM,
  CN1,
  CR1,
  CR2,
  CR3,
  CRC,
  CTP,
  CUR,
  FRM,
  HCP,
  K3,
  LIN,
  LQ,
  LX,
  MEA,
  OI,
  PAT,
  PS1,
  PWK,
  QTY,
  SV1,
  SV5,
  SVD,
} from './segments.ts';
import {
  amt,
  dtp,
  hl,
  n3,
  n4,
  nm1,
  nte,
  payerRef,
  payerSecondaryIds,
  per,
  phone,
  prv,
  ref,
  secondaryIds,
} from './uses.ts';
import type { Set837P } from './values/837p.ts';

/** Loop 2010AA: Billing Provider Name. */
const loop2010AA: readonly Item[] = [
  nm1('Billing Provider Name', 150, 'RRRSS-SSS', '85', '1 2', 'XX'),
  n3('Billing Provider Address', 'R1', 250),
  n4('Billing Provider City, State, ZIP Code', 'R1', 300),
  ref('taxId', 'Billing Provider Tax Identification', 'R1', 350, 'EI SY'),
  ref('licenses', 'Billing Provider UPIN/License Information', 'S2', 350, '0B 1G'),
  per('Billing Provider Contact Information', 'S2', 400),
];

/** Loop 2010AB: Pay-to Address Name. */
const loop2010AB: readonly Item[] = [
  nm1('Pay-to Address Name', 150, 'RR', '87', '1 2'),
  n3('Pay-to Address - ADDRESS', 'R1', 250),
  n4('Pay-To Address City, State, ZIP Code', 'R1', 300),
];

/** Loop 2010BA: Subscriber Name. */
const loop2010BA: readonly Item[] = [
  ...subscriber,
  phone('Property and Casualty Subscriber Contact Information', 'S1', 400),
];

/** Loop 2310A: Referring Provider Name. */
const loop2310A: readonly Item[] = [
  nm1('Referring Provider Name', 2500, 'RRRSS-SSS', 'DN P3', '1', 'XX'),
  secondaryIds('referringProvider', 'Referring Provider', 'S3', 2710, '0B 1G G2'),
];

/** Loop 2310B: Rendering Provider Name. */
const loop2310B: readonly Item[] = [
  nm1('Rendering Provider Name', 2500, 'RRRSS-SSS', '82', '1 2', 'XX'),
  prv('Rendering Provider Specialty Information', 'S1', 2550, 'PE'),
  secondaryIds('renderingProvider', 'Rendering Provider', 'S4', 2710, '0B 1G G2 LU'),
];

/** Loop 2310C: Service Facility Location Name. */
const loop2310C: readonly Item[] = [...serviceFacility, phone('Service Facility Contact Information', 'S1', 2750)];

/** Loop 2310E: Ambulance Pick-up Location. */
const loop2310E: readonly Item[] = [
  nm1('Ambulance Pick-up Location', 2500, 'RR', 'PW', '2'),
  n3('Ambulance Pick-up Location Address', 'R1', 2650),
  n4('Ambulance Pick-up Location City, State, ZIP Code', 'R1', 2700),
];

/** Loop 2310F: Ambulance Drop-off Location. */
const loop2310F: readonly Item[] = [
  nm1('Ambulance Drop-off Location', 2500, 'RRS', '45', '2'),
  n3('Ambulance Drop-off Location Address', 'R1', 2650),
  n4('Ambulance Drop-off Location City, State, ZIP Code', 'R1', 2700),
];

/** Loop 2330A: Other Subscriber Name. */
const loop2330A: readonly Item[] = [
  ...otherSubscriber,
  secondaryIds('otherSubscriber', 'Other Subscriber', 'S1', 3550, 'SY'),
];

/** Loop 2320: Other Subscriber Information. */
const loop2320: readonly Item[] = [
  otherCoverage,
  claimAdjustments,
  amt('payerPaid', 'Coordination of Benefits (COB) Payer Paid Amount', 'S1', 3000, 'D'),
  amt('nonCovered', 'Coordination of Benefits (COB) Total Non-Covered Amount', 'S1', 3000, 'A8'),
  amt('remainingPatientLiability', 'Remaining Patient Liability', 'S1', 3000, 'EAF'),
  use(OI, 'otherInsurance', 'Other Insurance Coverage Information', 'R1', 3100, '--RS-R', {
    '03': 'N W Y',
    '04': 'P',
    '06': 'I Y',
  }),
  outpatientAdjudication,
  loop('2330A', 'otherSubscriber', 'Other Subscriber Name', 'R1', loop2330A),
  loop('2330B', 'otherPayer', 'Other Payer Name', 'R1', otherPayer),
  loop('2330C', 'otherPayerReferringProviders', 'Other Payer Referring Provider', 'S2', otherPayerReferringProvider),
  loop('2330D', 'otherPayerRenderingProvider', 'Other Payer Rendering Provider', 'S1', otherPayerRenderingProvider),
  loop(
    '2330E',
    'otherPayerServiceFacilityLocation',
    'Other Payer Service Facility Location',
    'S1',
    otherPayerServiceFacilityLocation,
  ),
  loop(
    '2330F',
    'otherPayerSupervisingProvider',
    'Other Payer Supervising Provider',
    'S1',
    otherPayerSupervisingProvider,
  ),
  loop('2330G', 'otherPayerBillingProvider', 'Other Payer Billing Provider', 'S1', otherPayerBillingProvider),
];

/** Loop 2410: Drug Identification. */
const loop2410: readonly Item[] = [
  use(LIN, 'drug', 'Drug Identification', 'R1', 4930, '-RR', { '02': 'EN EO HI N4 ON UK UP', '03': '@ndc' }),
  use(CTP, 'quantity', 'Drug Quantity', 'R1', 4940, '---RR(R)', { '05-01': 'F2 GR ME ML UN' }),
  ref(
    'prescriptionOrCompoundDrugAssociationNumber',
    'Prescription or Compound Drug Association Number',
    'S1',
    4950,
    'VY XZ',
  ),
];

/** Loop 2420A: Rendering Provider Name. */
const loop2420A: readonly Item[] = [
  nm1('Rendering Provider Name', 5000, 'RRRSS-SSS', '82', '1 2', 'XX'),
  prv('Rendering Provider Specialty Information', 'S1', 5050, 'PE'),
  payerSecondaryIds('renderingProvider', 'Rendering Provider', 'S20', 5250, '0B 1G G2 LU'),
];

/** Loop 2420B: Purchased Service Provider Name. */
const loop2420B: readonly Item[] = [
  nm1('Purchased Service Provider Name', 5000, 'RR-----SS', 'QB', '1 2', 'XX'),
  payerSecondaryIds('purchasedServiceProvider', 'Purchased Service Provider', 'S20', 5250, '0B 1G G2'),
];

/** Loop 2420C: Service Facility Location Name. */
const loop2420C: readonly Item[] = [
  ...lineServiceFacility,
  payerSecondaryIds('serviceFacilityLocation', 'Service Facility Location', 'S3', 5250, 'G2 LU'),
];

/** Loop 2420E: Ordering Provider Name. */
const loop2420E: readonly Item[] = [
  nm1('Ordering Provider Name', 5000, 'RRRSS-SSS', 'DK', '1', 'XX'),
  n3('Ordering Provider Address', 'S1', 5140),
  n4('Ordering Provider City, State, ZIP Code', 'S1', 5200),
  payerSecondaryIds('orderingProvider', 'Ordering Provider', 'S20', 5250, '0B 1G G2'),
  per('Ordering Provider Contact Information', 'S1', 5300),
];

/** Loop 2420F: Referring Provider Name. */
const loop2420F: readonly Item[] = [
  nm1('Referring Provider Name', 5000, 'RRRSS-SSS', 'DN P3', '1', 'XX'),
  payerSecondaryIds('referringProvider', 'Referring Provider', 'S20', 5250, '0B 1G G2'),
];

/** Loop 2420G: Ambulance Pick-up Location. */
const loop2420G: readonly Item[] = [
  nm1('Ambulance Pick-up Location', 5000, 'RR', 'PW', '2'),
  n3('Ambulance Pick-up Location Address', 'R1', 5140),
  n4('Ambulance Pick-up Location City, State, ZIP Code', 'R1', 5200),
];

/** Loop 2420H: Ambulance Drop-off Location. */
const loop2420H: readonly Item[] = [
  nm1('Ambulance Drop-off Location', 5000, 'RRS', '45', '2'),
  n3('Ambulance Drop-off Location Address', 'R1', 5140),
  n4('Ambulance Drop-off Location City, State, ZIP Code', 'R1', 5200),
];

/** Loop 2430: Line Adjudication Information. */
const loop2430: readonly Item[] = [
  use(SVD, 'adjudication', 'Line Adjudication Information', 'R1', 5400, 'RRR(RRSSSSS)-RS', {
    '03-01': 'ER HC IV WK',
    '03-02': '@procedure_by_qualifier',
    '03-03 03-04 03-05 03-06': '@procedure_modifier',
    '05': '<=8',
  }),
  lineAdjustments,
  dtp('remittanceDate', 'Line Check or Remittance Date', 'R1', 5500, '573'),
  amt('remainingPatientLiability', 'Remaining Patient Liability', 'S1', 5505, 'EAF'),
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
  pwk('lineSupplementalInformation', 'Line Supplemental Information', 4200, REPORTS, '02'),
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
  dtp('serviceDate', 'Date - Service Date', 'R1', 4550, '472', 'D8 RD8'),
  dtp('prescriptionDate', 'Date - Prescription Date', 'S1', 4550, '471'),
  dtp(
    'certificationRevisionRecertificationDate',
    'DATE - Certification Revision/Recertification Date',
    'S1',
    4550,
    '607',
  ),
  dtp('beginTherapyDate', 'Date - Begin Therapy Date', 'S1', 4550, '463'),
  dtp('lastCertificationDate', 'Date - Last Certification Date', 'S1', 4550, '461'),
  dtp('lastSeenDate', 'Date - Last Seen Date', 'S1', 4550, '304'),
  dtp('testDate', 'Date - Test Date', 'S2', 4550, '738 739'),
  dtp('shippedDate', 'Date - Shipped Date', 'S1', 4550, '011'),
  dtp('lastXRayDate', 'Date - Last X-ray Date', 'S1', 4550, '455'),
  dtp('initialTreatmentDate', 'Date - Initial Treatment Date', 'S1', 4550, '454'),
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
  ref('repricedLineItemReferenceNumber', 'Repriced Line Item Reference Number', 'S1', 4700, '9B'),
  ref('adjustedRepricedLineItemReferenceNumber', 'Adjusted Repriced Line Item Reference Number', 'S1', 4700, '9D'),
  payerRef('priorAuthorization', 'Prior Authorization', 'S5', 4700, 'G1'),
  ref('lineControlNumber', 'Line Item Control Number', 'S1', 4700, '6R', '<=30'),
  ref('mammographyCertificationNumber', 'Mammography Certification Number', 'S1', 4700, 'EW'),
  ref('cliaNumber', 'Clinical Laboratory Improvement Amendment (CLIA) Number', 'S1', 4700, 'X4'),
  ref(
    'referringCliaNumber',
    'Referring Clinical Laboratory Improvement Amendment (CLIA) Facility Identification',
    'S1',
    4700,
    'F4',
  ),
  ref('immunizationBatchNumber', 'Immunization Batch Number', 'S1', 4700, 'BT'),
  payerRef('referralNumber', 'Referral Number', 'S5', 4700, '9F'),
  amt('salesTaxAmount', 'Sales Tax Amount', 'S1', 4750, 'T'),
  amt('postageClaimedAmount', 'Postage Claimed Amount', 'S1', 4750, 'F4'),
  use(K3, 'fixedFormat', 'File Information', 'S10', 4800, 'R'),
  nte('lineNote', 'Line Note', 'S1', 4850, 'ADD DCP'),
  nte('thirdPartyOrganizationNotes', 'Third Party Organization Notes', 'S1', 4850, 'TPO'),
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
  loop('2420D', 'supervisingProvider', 'Supervising Provider Name', 'S1', lineSupervisingProvider),
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
  dtp('onsetOfCurrentIllnessOrSymptomDate', 'Date - Onset of Current Illness or Symptom', 'S1', 1350, '431'),
  dtp('initialTreatmentDate', 'Date - Initial Treatment Date', 'S1', 1350, '454'),
  dtp('lastSeenDate', 'Date - Last Seen Date', 'S1', 1350, '304'),
  dtp('acuteManifestationDate', 'Date - Acute Manifestation', 'S1', 1350, '453'),
  dtp('accidentDate', 'Date - Accident', 'S1', 1350, '439'),
  dtp('lastMenstrualPeriodDate', 'Date - Last Menstrual Period', 'S1', 1350, '484'),
  dtp('lastXRayDate', 'Date - Last X-ray Date', 'S1', 1350, '455'),
  dtp('hearingAndVisionPrescriptionDate', 'Date - Hearing and Vision Prescription Date', 'S1', 1350, '471'),
  dtp('disabilityDates', 'Date - Disability Dates', 'S1', 1350, '314 360 361', 'D8 RD8'),
  dtp('lastWorkedDate', 'Date - Last Worked', 'S1', 1350, '297'),
  dtp('authorizedReturnToWorkDate', 'Date - Authorized Return to Work', 'S1', 1350, '296'),
  dtp('admissionDate', 'Date - Admission', 'S1', 1350, '435'),
  dtp('dischargeDate', 'Date - Discharge', 'S1', 1350, '096'),
  dtp('assumedAndRelinquishedCareDates', 'Date - Assumed and Relinquished Care Dates', 'S2', 1350, '090 091'),
  dtp(
    'propertyAndCasualtyDateOfFirstContactDate',
    'Date - Property and Casualty Date of First Contact',
    'S1',
    1350,
    '444',
  ),
  dtp('repricerReceivedDate', 'Date - Repricer Received Date', 'S1', 1350, '050'),
  pwk('supplementalInformation', 'Claim Supplemental Information', 1550),
  use(CN1, 'contract', 'Contract Information', 'S1', 1600, 'RSSSSS', { '01': '01 02 03 04 05 06 09' }),
  amt('patientAmountPaid', 'Patient Amount Paid', 'S1', 1750, 'F5'),
  ref('serviceAuthorizationExceptionCode', 'Service Authorization Exception Code', 'S1', 1800, '4N', '1 2 3 4 5 6 7'),
  ref('section4081Indicator', 'Mandatory Medicare (Section 4081) Crossover Indicator', 'S1', 1800, 'F5', 'Y N'),
  ref('mammographyCertificationNumber', 'Mammography Certification Number', 'S1', 1800, 'EW'),
  ref('referralNumber', 'Referral Number', 'S1', 1800, '9F'),
  ref('priorAuthorization', 'Prior Authorization', 'S1', 1800, 'G1'),
  ref('payerClaimControlNumber', 'Payer Claim Control Number', 'S1', 1800, 'F8'),
  ref('cliaNumber', 'Clinical Laboratory Improvement Amendment (CLIA) Number', 'S1', 1800, 'X4'),
  ref('repricedClaimNumber', 'Repriced Claim Number', 'S1', 1800, '9A'),
  ref('adjustedRepricedClaimNumber', 'Adjusted Repriced Claim Number', 'S1', 1800, '9C'),
  ref('investigationalDeviceExemptionNumber', 'Investigational Device Exemption Number', 'S1', 1800, 'LX'),
  ref('clearinghouseClaimNumber', 'Claim Identifier For Transmission Intermediaries', 'S1', 1800, 'D9', '<=20'),
  ref('medicalRecordNumber', 'Medical Record Number', 'S1', 1800, 'EA'),
  ref('demonstrationProjectIdentifier', 'Demonstration Project Identifier', 'S1', 1800, 'P4'),
  ref('carePlanOversight', 'Care Plan Oversight', 'S1', 1800, '1J'),
  use(K3, 'fixedFormat', 'File Information', 'S10', 1850, 'R'),
  nte('notes', 'Claim Note', 'S1', 1900, 'ADD CER DCP DGN TPO'),
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
  epsdtReferral,
  hi('diagnoses', 'Health Care Diagnosis Code', 'R1', 12, 'RR', { codes: 'ABK BK', others: 'ABF BF' }),
  hi('anesthesiaProcedure', 'Anesthesia Related Procedure', 'S1', 2, 'RR', { codes: 'BP', others: 'BO' }),
  hi('conditions', 'Condition Information', 'S2', 12, 'RR', { codes: 'BG' }),
  use(HCP, 'pricing', 'Claim Pricing/Repricing Information', 'S1', 2410, 'RRSSSSS-----SSS', {
    '01': '00 01 02 03 04 05 07 08 09 10 11 12 13 14',
    '13': 'T1 T2 T3 T4 T5 T6',
    '14': '1 2 3 4 5',
    '15': '1 2 3 4 5 6',
  }),
  loop('2310A', 'referringProviders', 'Referring Provider Name', 'S2', loop2310A),
  loop('2310B', 'renderingProvider', 'Rendering Provider Name', 'S1', loop2310B),
  loop('2310C', 'serviceFacility', 'Service Facility Location Name', 'S1', loop2310C),
  loop('2310D', 'supervisingProvider', 'Supervising Provider Name', 'S1', supervisingProvider),
  loop('2310E', 'ambulancePickUpLocation', 'Ambulance Pick-up Location', 'S1', loop2310E),
  loop('2310F', 'ambulanceDropOffLocation', 'Ambulance Drop-off Location', 'S1', loop2310F),
  loop('2320', 'otherSubscribers', 'Other Subscriber Information', 'S10', loop2320),
  loop('2400', 'serviceLines', 'Service Line Number', 'R50', loop2400),
];

/** Loop 2010CA: Patient Name. */
const loop2010CA: readonly Item[] = [
  ...patient,
  ref('propertyAndCasualtyPatientIdentifier', 'Property and Casualty Patient Identifier', 'S1', 350, '1W SY'),
  phone('Property and Casualty Patient Contact Information', 'S1', 400),
];

/** Loop 2000C: Patient Hierarchical Level. */
const loop2000C: readonly Item[] = [
  hl('Patient Hierarchical Level', 10, 'RRRR', '23', '0'),
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
  hl('Subscriber Hierarchical Level', 10, 'RRRR', '22', '0 1'),
  subscriberCoverage,
  use(PAT, 'patientDetails', 'Patient Information', 'S1', 70, '----SSSSS', { '05': 'D8', '07': '01', '09': 'Y' }),
  loop('2010BA', 'subscriber', 'Subscriber Name', 'R1', loop2010BA),
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
  loop('2010AB', 'payToAddress', 'Pay-to Address Name', 'S1', loop2010AB),
  loop('2010AC', 'payToPlan', 'Pay-To Plan Name', 'S1', payToPlan),
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
    loop('1000A', 'submitter', 'Submitter Name', 'R1', submitter),
    loop('1000B', 'receiver', 'Receiver Name', 'R1', receiver),
    loop('2000A', 'billingProviders', 'Billing Provider Hierarchical Level', 'R>1', loop2000A),
  ],
});
