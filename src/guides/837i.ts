/** Health Care Claim: Institutional (005010X223A2): every loop, segment and element of the guide, as data. */
import { type Guide, guide, type Item, loop, use } from '../x12/grammar.ts';
import {
  claimAdjustments,
  epsdtReferral,
  hi,
  lineAdjustments,
  otherInsurance,
  otherPayer,
  otherPayerServiceFacilityLocation,
  otherSubscriber,
  outpatientAdjudication,
  patient,
  payToAddress,
  payToPlan,
  pwk,
  receiver,
  serviceFacility,
  submitter,
  subscriber,
} from './837-loops.ts';
import { BHT, CL1, CLM, CN1, CTP, CUR, HCP, K3, LIN, LX, MIA, PAT, SBR, SV2, SVD } from './segments.ts';
import { amt, dtp, hl, n3, n4, nm1, nte, payerSecondaryIds, per, prv, ref, secondaryIds } from './uses.ts';
import type { Set837I } from './values/837i.ts';

/** Loop 2010AA: Billing Provider Name. */
const loop2010AA: readonly Item[] = [
  nm1('Billing Provider Name', 150, 'RRR----SS', '85', '2', 'XX'),
  n3('Billing Provider Address', 'R1', 250),
  n4('Billing Provider City, State, ZIP Code', 'R1', 300),
  ref('taxId', 'Billing Provider Tax Identification', 'R1', 350, 'EI'),
  per('Billing Provider Contact Information', 'S2', 400),
];

/** Loop 2010BB: Payer Name. */
const loop2010BB: readonly Item[] = [
  nm1('Payer Name', 150, 'RRR----RR', 'PR', '2', 'PI XV'),
  n3('Payer Address', 'S1', 250),
  n4('Payer City, State, ZIP Code', 'S1', 300),
  secondaryIds('payer', 'Payer', 'S3', 350, '2U EI FY NF'),
  secondaryIds('billingProvider', 'Billing Provider', 'S1', 350, 'G2 LU'),
];

/** Loop 2310A: Attending Provider Name. */
const loop2310A: readonly Item[] = [
  nm1('Attending Provider Name', 2500, 'RRRSS-SSS', '71', '1', 'XX'),
  prv('Attending Provider Specialty Information', 'S1', 2550, 'AT'),
  secondaryIds('attendingProvider', 'Attending Provider', 'S4', 2710, '0B 1G G2 LU'),
];

/** Loop 2310B: Operating Physician Name. */
const loop2310B: readonly Item[] = [
  nm1('Operating Physician Name', 2500, 'RRRSS-SSS', '72', '1', 'XX'),
  secondaryIds('operatingPhysician', 'Operating Physician', 'S4', 2710, '0B 1G G2 LU'),
];

/** Loop 2310C: Other Operating Physician Name. */
const loop2310C: readonly Item[] = [
  nm1('Other Operating Physician Name', 2500, 'RRRSS-SSS', 'ZZ', '1', 'XX'),
  secondaryIds('otherOperatingPhysician', 'Other Operating Physician', 'S4', 2710, '0B 1G G2 LU'),
];

/** Loop 2310D: Rendering Provider Name. */
const loop2310D: readonly Item[] = [
  nm1('Rendering Provider Name', 2500, 'RRRSS-SSS', '82', '1', 'XX'),
  secondaryIds('renderingProvider', 'Rendering Provider', 'S4', 2710, '0B 1G G2 LU'),
];

/** Loop 2310F: Referring Provider Name. */
const loop2310F: readonly Item[] = [
  nm1('Referring Provider Name', 2500, 'RRRSS-SSS', 'DN', '1', 'XX'),
  secondaryIds('referringProvider', 'Referring Provider', 'S3', 2710, '0B 1G G2'),
];

/** Loop 2330A: Other Subscriber Name. */
const loop2330A: readonly Item[] = [
  ...otherSubscriber,
  secondaryIds('otherSubscriber', 'Other Subscriber', 'S2', 3550, 'SY'),
];

/** Loop 2330C: Other Payer Attending Provider. */
const loop2330C: readonly Item[] = [
  nm1('Other Payer Attending Provider', 3250, 'RR', '71', '1'),
  secondaryIds('otherPayerAttendingProvider', 'Other Payer Attending Provider', 'R4', 3550, '0B 1G G2 LU'),
];

/** Loop 2330D: Other Payer Operating Physician. */
const loop2330D: readonly Item[] = [
  nm1('Other Payer Operating Physician', 3250, 'RR', '72', '1'),
  secondaryIds('otherPayerOperatingPhysician', 'Other Payer Operating Physician', 'R4', 3550, '0B 1G G2 LU'),
];

/** Loop 2330E: Other Payer Other Operating Physician. */
const loop2330E: readonly Item[] = [
  nm1('Other Payer Other Operating Physician', 3250, 'RR', 'ZZ', '1'),
  secondaryIds('otherPayerOtherOperatingPhysician', 'Other Payer Other Operating Physician', 'R4', 3550, '0B 1G G2 LU'),
];

/** Loop 2330G: Other Payer Rendering Provider Name. */
const loop2330G: readonly Item[] = [
  nm1('Other Payer Rendering Provider Name', 3250, 'RR', '82', '1'),
  secondaryIds('otherPayerRenderingProvider', 'Other Payer Rendering Provider', 'R4', 3550, '0B 1G G2 LU'),
];

/** Loop 2330H: Other Payer Referring Provider. */
const loop2330H: readonly Item[] = [
  nm1('Other Payer Referring Provider', 3250, 'RR', 'DN', '1'),
  secondaryIds('otherPayerReferringProvider', 'Other Payer Referring Provider', 'R3', 3550, '0B 1G G2'),
];

/** Loop 2330I: Other Payer Billing Provider. */
const loop2330I: readonly Item[] = [
  nm1('Other Payer Billing Provider', 3250, 'RR', '85', '2'),
  secondaryIds('otherPayerBillingProvider', 'Other Payer Billing Provider', 'R2', 3550, 'G2 LU'),
];

/** Loop 2320: Other Subscriber Information. */
const loop2320: readonly Item[] = [
  use(SBR, 'coverage', 'Other Subscriber Information', 'R1', 2900, 'RRSS----S', {
    '01': 'A B C D E F G H P S T U',
    '02': '01 18 19 20 21 39 40 53 G8',
    '09': '11 12 13 14 15 16 17 AM BL CH CI DS FI HM LM MA MB MC OF TV VA WC ZZ ?',
  }),
  claimAdjustments,
  amt('payerPaid', 'Coordination of Benefits (COB) Payer Paid Amount', 'S1', 3000, 'D'),
  amt('remainingPatientLiability', 'Remaining Patient Liability', 'S1', 3000, 'EAF'),
  amt('nonCovered', 'Coordination of Benefits (COB) Total Non-Covered Amount', 'S1', 3000, 'A8'),
  otherInsurance,
  use(MIA, 'inpatient', 'Inpatient Adjudication Information', 'S1', 3150, 'R-SSSSSSSSSSSSSSSSSSSSSS', {
    '05 20 21 22 23': '@RARC',
  }),
  outpatientAdjudication,
  loop('2330A', 'otherSubscriber', 'Other Subscriber Name', 'R1', loop2330A),
  loop('2330B', 'otherPayer', 'Other Payer Name', 'R1', otherPayer),
  loop('2330C', 'otherPayerAttendingProvider', 'Other Payer Attending Provider', 'S1', loop2330C),
  loop('2330D', 'otherPayerOperatingPhysician', 'Other Payer Operating Physician', 'S1', loop2330D),
  loop('2330E', 'otherPayerOtherOperatingPhysician', 'Other Payer Other Operating Physician', 'S1', loop2330E),
  loop(
    '2330F',
    'otherPayerServiceFacilityLocation',
    'Other Payer Service Facility Location',
    'S1',
    otherPayerServiceFacilityLocation,
  ),
  loop('2330G', 'otherPayerRenderingProvider', 'Other Payer Rendering Provider Name', 'S1', loop2330G),
  loop('2330H', 'otherPayerReferringProvider', 'Other Payer Referring Provider', 'S1', loop2330H),
  loop('2330I', 'otherPayerBillingProvider', 'Other Payer Billing Provider', 'S1', loop2330I),
];

/** Loop 2410: Drug Identification. */
const loop2410: readonly Item[] = [
  use(LIN, 'drug', 'Drug Identification', 'R1', 4930, '-RR', { '02': 'N4', '03': '@ndc' }),
  use(CTP, 'quantity', 'Drug Quantity', 'R1', 4940, '---RR(R)', { '05-01': 'F2 GR ME ML UN' }),
  ref(
    'prescriptionOrCompoundDrugAssociationNumber',
    'Prescription or Compound Drug Association Number',
    'S1',
    4950,
    'VY XZ',
  ),
];

/** Loop 2420A: Operating Physician Name. */
const loop2420A: readonly Item[] = [
  nm1('Operating Physician Name', 5000, 'RRRSS-SSS', '72', '1', 'XX'),
  payerSecondaryIds('operatingPhysician', 'Operating Physician', 'S20', 5250, '0B 1G G2 LU'),
];

/** Loop 2420B: Other Operating Physician Name. */
const loop2420B: readonly Item[] = [
  nm1('Other Operating Physician Name', 5000, 'RRRSS-SSS', 'ZZ', '1', 'XX'),
  payerSecondaryIds('otherOperatingPhysician', 'Other Operating Physician', 'S20', 5250, '0B 1G G2 LU'),
];

/** Loop 2420C: Rendering Provider Name. */
const loop2420C: readonly Item[] = [
  nm1('Rendering Provider Name', 5000, 'RRRSS-SSS', '82', '1', 'XX'),
  payerSecondaryIds('renderingProvider', 'Rendering Provider', 'S20', 5250, '0B 1G G2 LU'),
];

/** Loop 2420D: Referring Provider Name. */
const loop2420D: readonly Item[] = [
  nm1('Referring Provider Name', 5000, 'RRRSS-SSS', 'DN', '1', 'XX'),
  payerSecondaryIds('referringProvider', 'Referring Provider', 'S20', 5250, '0B 1G G2'),
];

/** Loop 2430: Line Adjudication Information. */
const loop2430: readonly Item[] = [
  use(SVD, 'adjudication', 'Line Adjudication Information', 'R1', 5400, 'RRS(RRSSSSS)RRS', {
    '03-01': 'ER HC HP IV WK',
    '03-02': '@procedure_by_qualifier',
    '03-03 03-04 03-05 03-06': '@procedure_modifier',
    '04': '@nubc_revenue_code',
    '05': '<=8',
  }),
  lineAdjustments,
  dtp('remittanceDate', 'Line Check or Remittance Date', 'R1', 5500, '573'),
  amt('remainingPatientLiability', 'Remaining Patient Liability', 'S1', 5505, 'EAF'),
];

/** Loop 2400: Service Line Number. */
const loop2400: readonly Item[] = [
  use(LX, 'number', 'Service Line Number', 'R1', 3650, 'R'),
  use(SV2, 'service', 'Institutional Service Line', 'R1', 3750, 'RS(RRSSSSS)RRR-S', {
    '01': '@nubc_revenue_code',
    '02-01': 'ER HC HP IV WK',
    '02-02': '@procedure_by_qualifier',
    '02-03 02-04 02-05 02-06': '@procedure_modifier',
    '04': 'DA UN',
  }),
  pwk('lineSupplementalInformation', 'Line Supplemental Information', 4200),
  dtp('serviceDate', 'Date - Service Date', 'S1', 4550, '472', 'D8 RD8'),
  ref('lineControlNumber', 'Line Item Control Number', 'S1', 4700, '6R', '<=30'),
  ref('repricedLineItemReferenceNumber', 'Repriced Line Item Reference Number', 'S1', 4700, '9B'),
  ref('adjustedRepricedLineItemReferenceNumber', 'Adjusted Repriced Line Item Reference Number', 'S1', 4700, '9D'),
  amt('serviceTaxAmount', 'Service Tax Amount', 'S1', 4750, 'GT'),
  amt('facilityTaxAmount', 'Facility Tax Amount', 'S1', 4750, 'N8'),
  nte('thirdPartyOrganizationNotes', 'Third Party Organization Notes', 'S1', 4850, 'TPO'),
  use(HCP, 'pricing', 'Line Pricing/Repricing Information', 'S1', 4920, 'RRSSSSSSSSSSSSS', {
    '01': '00 01 02 03 04 05 06 07 08 09 10 11 12 13 14',
    '09': 'ER HC HP IV WK',
    '10': '@procedure_by_qualifier',
    '11': 'DA UN',
    '12': '<=8',
    '13': 'T1 T2 T3 T4 T5 T6',
    '14': '1 2 3 4 5',
    '15': '1 2 3 4 5 6',
  }),
  loop('2410', 'drug', 'Drug Identification', 'S1', loop2410),
  loop('2420A', 'operatingPhysician', 'Operating Physician Name', 'S1', loop2420A),
  loop('2420B', 'otherOperatingPhysician', 'Other Operating Physician Name', 'S1', loop2420B),
  loop('2420C', 'renderingProvider', 'Rendering Provider Name', 'S1', loop2420C),
  loop('2420D', 'referringProvider', 'Referring Provider Name', 'S1', loop2420D),
  loop('2430', 'adjudications', 'Line Adjudication Information', 'S15', loop2430),
];

/** Loop 2300: Claim Information. */
const loop2300: readonly Item[] = [
  use(CLM, 'claim', 'Claim Information', 'R1', 1300, 'RR--R(RRR)-RRR----------S', {
    '01': '<=20',
    '05-01': '@type_of_bill_first2',
    '05-02': 'A',
    '05-03': '@claim_frequency',
    '07': 'A B C',
    '08': 'N W Y',
    '09': 'I Y',
    '20': '1 2 3 4 5 6 7 8 9 10 11 15',
  }),
  dtp('dischargeHour', 'Discharge Hour', 'S1', 1350, '096', 'TM'),
  dtp('statementDates', 'Statement Dates', 'R1', 1350, '434', 'RD8'),
  dtp('admissionDate', 'Admission Date/Hour', 'S1', 1350, '435', 'D8 DT'),
  dtp('repricerReceivedDate', 'Date - Repricer Received Date', 'S1', 1350, '050'),
  use(CL1, 'claimCodes', 'Institutional Claim Code', 'R1', 1400, 'RSR', {
    '01': '@nubc_admission_type',
    '02': '@nubc_point_of_origin',
    '03': '@nubc_patient_status',
  }),
  pwk('supplementalInformation', 'Claim Supplemental Information', 1550),
  use(CN1, 'contract', 'Contract Information', 'S1', 1600, 'RSSSSS', { '01': '01 02 03 04 05 06 09' }),
  amt('patientEstimatedAmountDue', 'Patient Estimated Amount Due', 'S1', 1750, 'F3'),
  ref('serviceAuthorizationExceptionCode', 'Service Authorization Exception Code', 'S1', 1800, '4N', '1 2 3 4 5 6 7'),
  ref('referralNumber', 'Referral Number', 'S1', 1800, '9F'),
  ref('priorAuthorization', 'Prior Authorization', 'S1', 1800, 'G1'),
  ref('payerClaimControlNumber', 'Payer Claim Control Number', 'S1', 1800, 'F8'),
  ref('repricedClaimNumber', 'Repriced Claim Number', 'S1', 1800, '9A'),
  ref('adjustedRepricedClaimNumber', 'Adjusted Repriced Claim Number', 'S1', 1800, '9C'),
  ref('investigationalDeviceExemptionNumber', 'Investigational Device Exemption Number', 'S5', 1800, 'LX'),
  ref('clearinghouseClaimNumber', 'Claim Identifier For Transmission Intermediaries', 'S1', 1800, 'D9', '<=20'),
  ref('autoAccidentState', 'Auto Accident State', 'S1', 1800, 'LU'),
  ref('medicalRecordNumber', 'Medical Record Number', 'S1', 1800, 'EA'),
  ref('demonstrationProjectIdentifier', 'Demonstration Project Identifier', 'S1', 1800, 'P4'),
  ref('peerReviewApprovalNumber', 'Peer Review Organization (PRO) Approval Number', 'S1', 1800, 'G4'),
  use(K3, 'fixedFormat', 'File Information', 'S10', 1850, 'R'),
  nte('notes', 'Claim Note', 'S10', 1900, 'ALG DCP DGN DME MED NTR ODT RHB RLH RNH SET SFM SPT UPI'),
  nte('billingNote', 'Billing Note', 'S1', 1900, 'ADD'),
  epsdtReferral,
  hi('principalDiagnosis', 'Principal Diagnosis', 'R1', 1, 'RR------S', {
    codes: 'ABK BK',
    presentOnAdmission: 'N U W Y',
  }),
  hi('admittingDiagnosis', 'Admitting Diagnosis', 'S1', 1, 'RR', { codes: 'ABJ BJ' }),
  hi('reasonsForVisit', "Patient's Reason For Visit", 'S1', 3, 'RR', { codes: 'APR PR' }),
  hi('externalCauses', 'External Cause of Injury', 'S1', 12, 'RR------S', {
    codes: 'ABN BN',
    presentOnAdmission: 'N U W Y',
  }),
  hi('drg', 'Diagnosis Related Group (DRG) Information', 'S1', 1, 'RR', { codes: 'DR' }),
  hi('otherDiagnoses', 'Other Diagnosis Information', 'S2', 12, 'RR------S', {
    codes: 'ABF BF',
    presentOnAdmission: 'N U W Y',
  }),
  hi('principalProcedure', 'Principal Procedure Information', 'S1', 1, 'RRRR', { codes: 'BBR BR CAH', format: 'D8' }),
  hi('otherProcedures', 'Other Procedure Information', 'S2', 12, 'RRRR', { codes: 'BBQ BQ', format: 'D8' }),
  hi('occurrenceSpans', 'Occurrence Span Information', 'S2', 12, 'RRRR', { codes: 'BI', format: 'RD8' }),
  hi('occurrences', 'Occurrence Information', 'S2', 12, 'RRRR', { codes: 'BH', format: 'D8' }),
  hi('values', 'Value Information', 'S2', 12, 'RR--R', { codes: 'BE' }),
  hi('conditions', 'Condition Information', 'S2', 12, 'RR', { codes: 'BG' }),
  hi('treatmentCodes', 'Treatment Code Information', 'S2', 12, 'RR', { codes: 'TC' }),
  use(HCP, 'pricing', 'Claim Pricing/Repricing Information', 'S1', 2410, 'RRSSSSSS--SSSSS', {
    '01': '00 01 02 03 04 05 06 07 08 09 10 11 12 13 14',
    '11': 'DA UN',
    '13': 'T1 T2 T3 T4 T5 T6',
    '14': '1 2 3 4 5',
    '15': '1 2 3 4 5 6',
  }),
  loop('2310A', 'attendingProvider', 'Attending Provider Name', 'S1', loop2310A),
  loop('2310B', 'operatingPhysician', 'Operating Physician Name', 'S1', loop2310B),
  loop('2310C', 'otherOperatingPhysician', 'Other Operating Physician Name', 'S1', loop2310C),
  loop('2310D', 'renderingProvider', 'Rendering Provider Name', 'S1', loop2310D),
  loop('2310E', 'serviceFacility', 'Service Facility Location Name', 'S1', serviceFacility),
  loop('2310F', 'referringProvider', 'Referring Provider Name', 'S1', loop2310F),
  loop('2320', 'otherSubscribers', 'Other Subscriber Information', 'S10', loop2320),
  loop('2400', 'serviceLines', 'Service Line Number', 'R999', loop2400),
];

/** Loop 2010CA: Patient Name. */
const loop2010CA: readonly Item[] = [
  ...patient,
  ref('propertyAndCasualtyPatientIdentifier', 'Property and Casualty Patient Identifier', 'S1', 350, '1W SY'),
];

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
  use(SBR, 'coverage', 'Subscriber Information', 'R1', 50, 'RSSS----S', {
    '01': 'A B C D E F G H P S T U',
    '02': '18',
    '09': '11 12 13 14 15 16 17 AM BL CH CI DS FI HM LM MA MB MC OF TV VA WC ZZ ?',
  }),
  loop('2010BA', 'subscriber', 'Subscriber Name', 'R1', subscriber),
  loop('2010BB', 'payer', 'Payer Name', 'R1', loop2010BB),
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

/** Health Care Claim: Institutional. */
export const guide837i: Guide<Set837I> = guide({
  id: '005010X223A2',
  aliases: ['005010X223', '005010X223A1', '005010X223A3'],
  set: '837',
  group: 'HC',
  label: 'Health Care Claim: Institutional',
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
