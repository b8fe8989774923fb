/**
 * Shapes of the segments that the guides use: element keys, data elements and syntax notes of X12 005010, once.
 * What a guide makes of a segment (usage, codes, repeats) stands at its use.
 */
import { composite, type Field, group, type SegmentShape, segment } from '../x12/grammar.ts';
import { el } from './elements.ts';

const C001_FIELDS: readonly Field[] = [
  group('units', 5, [
    el('unit', 355, 'Unit or Basis for Measurement Code'),
    el('exponent', 1018, 'Exponent'),
    el('multiplier', 649, 'Multiplier'),
  ]),
];
const C001 = (key: string, label: string) => composite('C001', key, label, C001_FIELDS);
const C002_FIELDS: readonly Field[] = [group('actions', 5, [el('action', 704, 'Paperwork/Report Action Code')])];
const C002 = (key: string, label: string) => composite('C002', key, label, C002_FIELDS);
const C003_FIELDS: readonly Field[] = [
  el('qualifier', 235, 'Product/Service ID Qualifier'),
  el('code', 234, 'Product/Service ID'),
  group('modifiers', 4, [el('modifier', 1339, 'Procedure Modifier')]),
  el('description', 352, 'Description'),
  el('endCode', 234, 'Product/Service ID'),
];
const C003 = (key: string, label: string) => composite('C003', key, label, C003_FIELDS);
const C004_FIELDS: readonly Field[] = [group('pointers', 4, [el('pointer', 1328, 'Diagnosis Code Pointer')])];
const C004 = (key: string, label: string) => composite('C004', key, label, C004_FIELDS);
const C005_FIELDS: readonly Field[] = [group('surfaces', 5, [el('surface', 1369, 'Tooth Surface Code')])];
const C005 = (key: string, label: string) => composite('C005', key, label, C005_FIELDS);
const C006_FIELDS: readonly Field[] = [group('areas', 5, [el('area', 1361, 'Oral Cavity Designation Code')])];
const C006 = (key: string, label: string) => composite('C006', key, label, C006_FIELDS);
const C022_FIELDS: readonly Field[] = [
  el('list', 1270, 'Code List Qualifier Code'),
  el('code', 1271, 'Industry Code'),
  el('format', 1250, 'Date Time Period Format Qualifier'),
  el('period', 1251, 'Date Time Period'),
  el('amount', 782, 'Monetary Amount'),
  el('quantity', 380, 'Quantity'),
  el('version', 799, 'Version Identifier'),
  el('endCode', 1271, 'Industry Code'),
  el('presentOnAdmission', 1073, 'Yes/No Condition or Response Code'),
];
const C022 = (key: string, label: string) => composite('C022', key, label, C022_FIELDS);
const C023_FIELDS: readonly Field[] = [
  el('facility', 1331, 'Facility Code Value'),
  el('qualifier', 1332, 'Facility Code Qualifier'),
  el('frequency', 1325, 'Claim Frequency Type Code'),
];
const C023 = (key: string, label: string) => composite('C023', key, label, C023_FIELDS);
const C024_FIELDS: readonly Field[] = [
  group('causes', 3, [el('cause', 1362, 'Related-Causes Code')]),
  el('state', 156, 'State or Province Code'),
  el('country', 26, 'Country Code'),
];
const C024 = (key: string, label: string) => composite('C024', key, label, C024_FIELDS);
const C030_FIELDS: readonly Field[] = [
  el('element', 722, 'Element Position in Segment'),
  el('component', 1528, 'Component Data Element Position in Composite'),
  el('repetition', 1686, 'Repeating Data Element Position'),
];
const C030 = (key: string, label: string) => composite('C030', key, label, C030_FIELDS);
const C035_FIELDS: readonly Field[] = [
  el('specialty', 1222, 'Provider Specialty Code'),
  el('agency', 559, 'Agency Qualifier Code'),
  el('yesNo', 1073, 'Yes/No Condition or Response Code'),
];
const C035 = (key: string, label: string) => composite('C035', key, label, C035_FIELDS);
const C040_FIELDS: readonly Field[] = [
  group('references', 3, [
    el('qualifier', 128, 'Reference Identification Qualifier'),
    el('value', 127, 'Reference Identification'),
  ]),
];
const C040 = (key: string, label: string) => composite('C040', key, label, C040_FIELDS);
const C042_FIELDS: readonly Field[] = [
  el('reason', 426, 'Adjustment Reason Code'),
  el('reference', 127, 'Reference Identification'),
];
const C042 = (key: string, label: string) => composite('C042', key, label, C042_FIELDS);
const C043_FIELDS: readonly Field[] = [
  el('category', 1271, 'Industry Code'),
  el('status', 1271, 'Industry Code'),
  el('entity', 98, 'Entity Identifier Code'),
  el('codeList', 1270, 'Code List Qualifier Code'),
];
const C043 = (key: string, label: string) => composite('C043', key, label, C043_FIELDS);
const C056_FIELDS: readonly Field[] = [
  el('race', 1109, 'Race or Ethnicity Code'),
  el('codeList', 1270, 'Code List Qualifier Code'),
  el('code', 1271, 'Industry Code'),
];
const C056 = (key: string, label: string) => composite('C056', key, label, C056_FIELDS);
const C998_FIELDS: readonly Field[] = [el('name', 9999, 'Context Name'), el('reference', 9998, 'Context Reference')];
const C998 = (key: string, label: string) => composite('C998', key, label, C998_FIELDS);
const C999_FIELDS: readonly Field[] = [
  el('first', 725, 'Data Element Reference Number'),
  el('second', 725, 'Data Element Reference Number'),
];
const C999 = (key: string, label: string) => composite('C999', key, label, C999_FIELDS);

export const AK1: SegmentShape = segment('AK1', 'Functional Group Response Header', [
  el('functionalId', 479, 'Functional Identifier Code'),
  el('control', 28, 'Group Control Number'),
  el('version', 480, 'Version / Release / Identifier Code'),
]);
export const AK2: SegmentShape = segment('AK2', 'Transaction Set Response Header', [
  el('set', 143, 'Transaction Set Identifier Number'),
  el('control', 329, 'Transaction Set Control Number'),
  el('guide', 1705, 'Implementation Convention Reference'),
]);
export const AK3: SegmentShape = segment('AK3', 'Data Segment Note', [
  el('segment', 721, 'Segment ID Code'),
  el('position', 719, 'Segment Position in Transaction Set'),
  el('loop', 447, 'Loop Identifier Code'),
  el('error', 720, 'Segment Syntax Error Code'),
]);
export const AK4: SegmentShape = segment('AK4', 'Data Segment Note', [
  C030('position', 'Position in Segment'),
  el('element', 725, 'Data Element Reference Number'),
  el('error', 723, 'Data Element Syntax Error Code'),
  el('copy', 724, 'Copy of Bad Data Element'),
]);
export const AK5: SegmentShape = segment('AK5', 'Transaction Set Response Trailer', [
  el('result', 717, 'Transaction Set Acknowledgment Code'),
  group('errors', 5, [el('error', 718, 'Transaction Set Syntax Error Code')]),
]);
export const AK9: SegmentShape = segment('AK9', 'Functional Group Response Trailer', [
  el('result', 715, 'Functional Group Acknowledgment Code'),
  el('included', 97, 'Number of Transaction Sets Included'),
  el('received', 123, 'Number of Received Transaction Sets'),
  el('accepted', 2, 'Number of Accepted Transaction Sets'),
  group('errors', 5, [el('error', 716, 'Functional Group Syntax Error Code')]),
]);
export const AMT: SegmentShape = segment('AMT', 'Monetary Amount Information', [
  el('qualifier', 522, 'Amount Qualifier Code'),
  el('amount', 782, 'Monetary Amount'),
  el('creditDebit', 478, 'Credit/Debit Flag Code'),
]);
export const BHT: SegmentShape = segment('BHT', 'Beginning of Hierarchical Transaction', [
  el('structure', 1005, 'Hierarchical Structure Code'),
  el('purpose', 353, 'Transaction Set Purpose Code'),
  el('reference', 127, 'Reference Identification'),
  el('date', 373, 'Date'),
  el('time', 337, 'Time'),
  el('type', 640, 'Transaction Type Code'),
]);
export const BPR: SegmentShape = segment(
  'BPR',
  'Financial Information',
  [
    el('handling', 305, 'Transaction Handling Code'),
    el('amount', 782, 'Monetary Amount'),
    el('creditDebit', 478, 'Credit/Debit Flag Code'),
    el('method', 591, 'Payment Method Code'),
    el('format', 812, 'Payment Format Code'),
    el('payerBankQualifier', 506, 'DFI Identification Number Qualifier'),
    el('payerBank', 507, 'DFI Identification Number'),
    el('payerAccountQualifier', 569, 'Account Number Qualifier'),
    el('payerAccount', 508, 'Account Number'),
    el('originCompany', 509, 'Originating Company Identifier'),
    el('originSupplemental', 510, 'Originating Company Supplemental Code'),
    el('payeeBankQualifier', 506, 'DFI Identification Number Qualifier'),
    el('payeeBank', 507, 'DFI Identification Number'),
    el('payeeAccountQualifier', 569, 'Account Number Qualifier'),
    el('payeeAccount', 508, 'Account Number'),
    el('date', 373, 'Date'),
    el('businessFunction', 1048, 'Business Function Code'),
    el('returnBankQualifier', 506, 'DFI Identification Number Qualifier'),
    el('returnBank', 507, 'DFI Identification Number'),
    el('returnAccountQualifier', 569, 'Account Number Qualifier'),
    el('returnAccount', 508, 'Account Number'),
  ],
  'P0607 C0809 P1213 C1415 P1819 C2021',
);
export const CAS: SegmentShape = segment(
  'CAS',
  'Claims Adjustment',
  [
    el('group', 1033, 'Claim Adjustment Group Code'),
    group('adjustments', 6, [
      el('reason', 1034, 'Claim Adjustment Reason Code'),
      el('amount', 782, 'Monetary Amount'),
      el('quantity', 380, 'Quantity'),
    ]),
  ],
  'L050607 C0605 C0705 L080910 C0908 C1008 L111213 C1211 C1311 L141516 C1514 C1614 L171819 C1817 C1917',
);
export const CL1: SegmentShape = segment('CL1', 'Claim Codes', [
  el('admissionType', 1315, 'Admission Type Code'),
  el('admissionSource', 1314, 'Admission Source Code'),
  el('patientStatus', 1352, 'Patient Status Code'),
  el('nursingHomeStatus', 1345, 'Nursing Home Residential Status Code'),
]);
export const CLM: SegmentShape = segment('CLM', 'Health Claim', [
  el('patientControlNumber', 1028, "Claim Submitter's Identifier"),
  el('charge', 782, 'Monetary Amount'),
  el('filingIndicator', 1032, 'Claim Filing Indicator Code'),
  el('claimType', 1343, 'Non-Institutional Claim Type Code'),
  C023('location', 'Health Care Service Location Information'),
  el('signature', 1073, 'Yes/No Condition or Response Code'),
  el('assignment', 1359, 'Provider Accept Assignment Code'),
  el('benefits', 1073, 'Yes/No Condition or Response Code'),
  el('release', 1363, 'Release of Information Code'),
  el('signatureSource', 1351, 'Patient Signature Source Code'),
  C024('relatedCauses', 'Related Causes Information'),
  el('specialProgram', 1366, 'Special Program Code'),
  el('yesNo13', 1073, 'Yes/No Condition or Response Code'),
  el('serviceLevel', 1338, 'Level of Service Code'),
  el('yesNo15', 1073, 'Yes/No Condition or Response Code'),
  el('providerAgreement', 1360, 'Provider Agreement Code'),
  el('status', 1029, 'Claim Status Code'),
  el('yesNo18', 1073, 'Yes/No Condition or Response Code'),
  el('submissionReason', 1383, 'Claim Submission Reason Code'),
  el('delayReason', 1514, 'Delay Reason Code'),
]);
export const CLP: SegmentShape = segment('CLP', 'Claim Level Data', [
  el('patientControlNumber', 1028, "Claim Submitter's Identifier"),
  el('status', 1029, 'Claim Status Code'),
  el('charge', 782, 'Monetary Amount'),
  el('paid', 782, 'Monetary Amount'),
  el('patientResponsibility', 782, 'Monetary Amount'),
  el('filingIndicator', 1032, 'Claim Filing Indicator Code'),
  el('payerClaimNumber', 127, 'Reference Identification'),
  el('facility', 1331, 'Facility Code Value'),
  el('frequency', 1325, 'Claim Frequency Type Code'),
  el('patientStatus', 1352, 'Patient Status Code'),
  el('drg', 1354, 'Diagnosis Related Group (DRG) Code'),
  el('drgWeight', 380, 'Quantity'),
  el('dischargeFraction', 954, 'Percentage as Decimal'),
  el('yesNo14', 1073, 'Yes/No Condition or Response Code'),
]);
export const CN1: SegmentShape = segment('CN1', 'Contract Information', [
  el('type', 1166, 'Contract Type Code'),
  el('amount', 782, 'Monetary Amount'),
  el('percent', 332, 'Percent, Decimal Format'),
  el('code', 127, 'Reference Identification'),
  el('discount', 338, 'Terms Discount Percent'),
  el('version', 799, 'Version Identifier'),
]);
export const CR1: SegmentShape = segment(
  'CR1',
  'Ambulance Certification',
  [
    el('weightUnit', 355, 'Unit or Basis for Measurement Code'),
    el('weight', 81, 'Weight'),
    el('transport', 1316, 'Ambulance Transport Code'),
    el('reason', 1317, 'Ambulance Transport Reason Code'),
    el('distanceUnit', 355, 'Unit or Basis for Measurement Code'),
    el('distance', 380, 'Quantity'),
    el('address7', 166, 'Address Information'),
    el('address8', 166, 'Address Information'),
    el('roundTrip', 352, 'Description'),
    el('stretcher', 352, 'Description'),
  ],
  'P0102 P0506',
);
export const CR2: SegmentShape = segment(
  'CR2',
  'Chiropractic Certification',
  [
    el('count', 609, 'Count'),
    el('quantity', 380, 'Quantity'),
    el('level', 1367, 'Subluxation Level Code'),
    el('level2', 1367, 'Subluxation Level Code'),
    el('unit', 355, 'Unit or Basis for Measurement Code'),
    el('period', 380, 'Quantity'),
    el('treatments', 380, 'Quantity'),
    el('condition', 1342, 'Nature of Condition Code'),
    el('complication', 1073, 'Yes/No Condition or Response Code'),
    el('description', 352, 'Description'),
    el('description2', 352, 'Description'),
    el('xray', 1073, 'Yes/No Condition or Response Code'),
  ],
  'P0102 C0403 P0506',
);
export const CR3: SegmentShape = segment(
  'CR3',
  'Durable Medical Equipment Certification',
  [
    el('type', 1322, 'Certification Type Code'),
    el('unit', 355, 'Unit or Basis for Measurement Code'),
    el('quantity', 380, 'Quantity'),
    el('insulin', 1335, 'Insulin Type Code'),
    el('description', 352, 'Description'),
  ],
  'P0203',
);
export const CRC: SegmentShape = segment('CRC', 'Conditions Indicator', [
  el('category', 1136, 'Code Category'),
  el('applies', 1073, 'Yes/No Condition or Response Code'),
  group('conditions', 5, [el('condition', 1321, 'Condition Indicator')]),
]);
export const CTP: SegmentShape = segment(
  'CTP',
  'Pricing Information',
  [
    el('tradeClass', 687, 'Class of Trade Code'),
    el('price', 236, 'Price Identifier Code'),
    el('unitPrice', 212, 'Unit Price'),
    el('quantity', 380, 'Quantity'),
    C001('unit', 'Composite Unit of Measure'),
    el('multiplierQualifier', 648, 'Price Multiplier Qualifier'),
    el('multiplier', 649, 'Multiplier'),
    el('amount', 782, 'Monetary Amount'),
    el('basis', 639, 'Basis of Unit Price Code'),
    el('condition', 499, 'Condition Value'),
    el('priceQuantity', 289, 'Multiple Price Quantity'),
  ],
  'P0405 C0607 C0902 C1002 C1103',
);
export const CTX: SegmentShape = segment('CTX', 'Context', [
  C998('context', 'Context Identification'),
  el('segment', 721, 'Segment ID Code'),
  el('position', 719, 'Segment Position in Transaction Set'),
  el('loop', 447, 'Loop Identifier Code'),
  C030('element', 'Position in Segment'),
  C999('elementRef', 'Reference in Segment'),
]);
export const CUR: SegmentShape = segment(
  'CUR',
  'Currency',
  [
    el('entity', 98, 'Entity Identifier Code'),
    el('currency', 100, 'Currency Code'),
    el('rate', 280, 'Exchange Rate'),
    el('entity2', 98, 'Entity Identifier Code'),
    el('currency2', 100, 'Currency Code'),
    el('market', 669, 'Currency Market/Exchange Code'),
    group('dates', 5, [el('qualifier', 374, 'Date/Time Qualifier'), el('date', 373, 'Date'), el('time', 337, 'Time')]),
  ],
  'C0807 C0907 L101112 C1110 C1210 L131415 C1413 C1513 L161718 C1716 C1816 L192021 C2019 C2119',
);
export const DMG: SegmentShape = segment(
  'DMG',
  'Demographic Information',
  [
    el('format', 1250, 'Date Time Period Format Qualifier'),
    el('birthDate', 1251, 'Date Time Period'),
    el('sex', 1068, 'Gender Code'),
    el('maritalStatus', 1067, 'Marital Status Code'),
    C056('ethnicity', 'Composite Race or Ethnicity Information'),
    el('citizenship', 1066, 'Citizenship Status Code'),
    el('country', 26, 'Country Code'),
    el('verification', 659, 'Basis of Verification Code'),
    el('quantity', 380, 'Quantity'),
    el('codeList', 1270, 'Code List Qualifier Code'),
    el('industryCode', 1271, 'Industry Code'),
  ],
  'P0102 P1011 C1105',
);
export const DN1: SegmentShape = segment('DN1', 'Orthodontic Information', [
  el('months', 380, 'Quantity'),
  el('remaining', 380, 'Quantity'),
  el('yesNo', 1073, 'Yes/No Condition or Response Code'),
  el('description', 352, 'Description'),
]);
export const DN2: SegmentShape = segment('DN2', 'Tooth Summary', [
  el('tooth', 127, 'Reference Identification'),
  el('status', 1368, 'Tooth Status Code'),
  el('quantity', 380, 'Quantity'),
  el('format', 1250, 'Date Time Period Format Qualifier'),
  el('period', 1251, 'Date Time Period'),
  el('codeList', 1270, 'Code List Qualifier Code'),
]);
export const DTM: SegmentShape = segment(
  'DTM',
  'Date/Time Reference',
  [
    el('qualifier', 374, 'Date/Time Qualifier'),
    el('date', 373, 'Date'),
    el('time', 337, 'Time'),
    el('zone', 623, 'Time Code'),
    el('format', 1250, 'Date Time Period Format Qualifier'),
    el('period', 1251, 'Date Time Period'),
  ],
  'R020305 C0403 P0506',
);
export const DTP: SegmentShape = segment('DTP', 'Date or Time Period', [
  el('qualifier', 374, 'Date/Time Qualifier'),
  el('format', 1250, 'Date Time Period Format Qualifier'),
  el('period', 1251, 'Date Time Period'),
]);
export const FRM: SegmentShape = segment(
  'FRM',
  'Supporting Documentation',
  [
    el('question', 350, 'Assigned Identification'),
    el('yesNo', 1073, 'Yes/No Condition or Response Code'),
    el('reference', 127, 'Reference Identification'),
    el('date', 373, 'Date'),
    el('percent', 332, 'Percent, Decimal Format'),
  ],
  'R02030405',
);
export const HCP: SegmentShape = segment(
  'HCP',
  'Health Care Pricing',
  [
    el('method', 1473, 'Pricing Methodology'),
    el('allowed', 782, 'Monetary Amount'),
    el('savings', 782, 'Monetary Amount'),
    el('organization', 127, 'Reference Identification'),
    el('rate', 118, 'Rate'),
    el('groupCode', 127, 'Reference Identification'),
    el('groupAmount', 782, 'Monetary Amount'),
    el('revenueCode', 234, 'Product/Service ID'),
    el('procedureQualifier', 235, 'Product/Service ID Qualifier'),
    el('procedure', 234, 'Product/Service ID'),
    el('unit', 355, 'Unit or Basis for Measurement Code'),
    el('quantity', 380, 'Quantity'),
    el('reject', 901, 'Reject Reason Code'),
    el('compliance', 1526, 'Policy Compliance Code'),
    el('exception', 1527, 'Exception Code'),
  ],
  'R0113 P0910 P1112',
);
export const HI: SegmentShape = segment('HI', 'Health Care Information Codes', [
  group('codes', 12, [C022('code', 'Health Care Code Information')]),
]);
export const HL: SegmentShape = segment('HL', 'Hierarchical Level', [
  el('id', 628, 'Hierarchical ID Number'),
  el('parent', 734, 'Hierarchical Parent ID Number'),
  el('level', 735, 'Hierarchical Level Code'),
  el('child', 736, 'Hierarchical Child Code'),
]);
export const IK3: SegmentShape = segment('IK3', 'Transaction Set Response Header', [
  el('segment', 721, 'Segment ID Code'),
  el('position', 719, 'Segment Position in Transaction Set'),
  el('loop', 447, 'Loop Identifier Code'),
  el('error', 620, 'Implementation Segment Syntax Error Code'),
]);
export const IK4: SegmentShape = segment('IK4', 'Implementation Data Element Note', [
  C030('position', 'Position in Segment'),
  el('element', 725, 'Data Element Reference Number'),
  el('error', 621, 'Implementation Data Element Syntax Error Code'),
  el('copy', 724, 'Copy of Bad Data Element'),
]);
export const IK5: SegmentShape = segment('IK5', 'Transaction Set Response Trailer', [
  el('result', 717, 'Transaction Set Acknowledgment Code'),
  group('errors', 5, [el('error', 618, 'Implementation Transaction Set Syntax Error Code')]),
]);
export const K3: SegmentShape = segment('K3', 'File Information', [
  el('text', 449, 'Fixed Format Information'),
  el('format', 1333, 'Record Format Code'),
  C001('unit', 'Composite Unit of Measure'),
]);
export const LIN: SegmentShape = segment(
  'LIN',
  'Item Identification',
  [
    el('number', 350, 'Assigned Identification'),
    group('ids', 15, [el('qualifier', 235, 'Product/Service ID Qualifier'), el('id', 234, 'Product/Service ID')]),
  ],
  'P0405 P0607 P0809 P1011 P1213 P1415 P1617 P1819 P2021 P2223 P2425 P2627 P2829 P3031',
);
export const LQ: SegmentShape = segment(
  'LQ',
  'Industry Code Identification',
  [el('list', 1270, 'Code List Qualifier Code'), el('code', 1271, 'Industry Code')],
  'C0102',
);
export const LX: SegmentShape = segment('LX', 'Transaction Set Line Number', [el('number', 554, 'Assigned Number')]);
export const MEA: SegmentShape = segment(
  'MEA',
  'Measurements',
  [
    el('reference', 737, 'Measurement Reference ID Code'),
    el('qualifier', 738, 'Measurement Qualifier'),
    el('value', 739, 'Measurement Value'),
    C001('unit', 'Composite Unit of Measure'),
    el('minimum', 740, 'Range Minimum'),
    el('maximum', 741, 'Range Maximum'),
    el('significance', 935, 'Measurement Significance Code'),
    el('attribute', 936, 'Measurement Attribute Code'),
    el('position', 752, 'Surface/Layer/Position Code'),
    el('method', 753, 'Measurement Method or Device'),
    el('codeList', 1270, 'Code List Qualifier Code'),
    el('industryCode', 1271, 'Industry Code'),
  ],
  'R03050608 E0412 L050412 L060412 L07030506 E0803 P1112',
);
export const MIA: SegmentShape = segment('MIA', 'Medicare Inpatient Adjudication', [
  el('coveredDays', 380, 'Quantity'),
  el('outlier', 782, 'Monetary Amount'),
  el('psychiatricDays', 380, 'Quantity'),
  el('drgAmount', 782, 'Monetary Amount'),
  el('remark', 127, 'Reference Identification'),
  el('disproportionateShare', 782, 'Monetary Amount'),
  el('mspPassThrough', 782, 'Monetary Amount'),
  el('ppsCapital', 782, 'Monetary Amount'),
  el('fspDrg', 782, 'Monetary Amount'),
  el('hspDrg', 782, 'Monetary Amount'),
  el('dshDrg', 782, 'Monetary Amount'),
  el('oldCapital', 782, 'Monetary Amount'),
  el('imeCapital', 782, 'Monetary Amount'),
  el('hspOperating', 782, 'Monetary Amount'),
  el('costReportDays', 380, 'Quantity'),
  el('fspOperating', 782, 'Monetary Amount'),
  el('ppsDrg', 782, 'Monetary Amount'),
  el('indirectTeaching', 782, 'Monetary Amount'),
  el('professionalComponent', 782, 'Monetary Amount'),
  group('remarks', 4, [el('remark', 127, 'Reference Identification')]),
  el('capitalException', 782, 'Monetary Amount'),
]);
export const MOA: SegmentShape = segment('MOA', 'Medicare Outpatient Adjudication', [
  el('rate', 954, 'Percentage as Decimal'),
  el('hcpcsPayable', 782, 'Monetary Amount'),
  group('remarks', 5, [el('remark', 127, 'Reference Identification')]),
  el('esrdPaid', 782, 'Monetary Amount'),
  el('professionalComponent', 782, 'Monetary Amount'),
]);
export const N1: SegmentShape = segment(
  'N1',
  'Party Identification',
  [
    el('entity', 98, 'Entity Identifier Code'),
    el('name', 93, 'Name'),
    el('idQualifier', 66, 'Identification Code Qualifier'),
    el('id', 67, 'Identification Code'),
    el('relation', 706, 'Entity Relation Code'),
    el('entity2', 98, 'Entity Identifier Code'),
  ],
  'R0203 P0304',
);
export const N3: SegmentShape = segment('N3', 'Party Location', [
  el('line1', 166, 'Address Information'),
  el('line2', 166, 'Address Information'),
]);
export const N4: SegmentShape = segment(
  'N4',
  'Geographic Location',
  [
    el('city', 19, 'City Name'),
    el('state', 156, 'State or Province Code'),
    el('zip', 116, 'Postal Code'),
    el('country', 26, 'Country Code'),
    el('locationQualifier', 309, 'Location Qualifier'),
    el('location', 310, 'Location Identifier'),
    el('subdivision', 1715, 'Country Subdivision Code'),
  ],
  'E0207 C0605 C0704',
);
export const NM1: SegmentShape = segment(
  'NM1',
  'Individual or Organizational Name',
  [
    el('entity', 98, 'Entity Identifier Code'),
    el('type', 1065, 'Entity Type Qualifier'),
    el('lastName', 1035, 'Name Last or Organization Name'),
    el('firstName', 1036, 'Name First'),
    el('middleName', 1037, 'Name Middle'),
    el('prefix', 1038, 'Name Prefix'),
    el('suffix', 1039, 'Name Suffix'),
    el('idQualifier', 66, 'Identification Code Qualifier'),
    el('id', 67, 'Identification Code'),
    el('relation', 706, 'Entity Relation Code'),
    el('entity2', 98, 'Entity Identifier Code'),
    el('lastName2', 1035, 'Name Last or Organization Name'),
  ],
  'P0809 C1110 C1203',
);
export const NTE: SegmentShape = segment('NTE', 'Note/Special Instruction', [
  el('kind', 363, 'Note Reference Code'),
  el('text', 352, 'Description'),
]);
export const OI: SegmentShape = segment('OI', 'Other Health Insurance Information', [
  el('filingIndicator', 1032, 'Claim Filing Indicator Code'),
  el('submissionReason', 1383, 'Claim Submission Reason Code'),
  el('benefits', 1073, 'Yes/No Condition or Response Code'),
  el('signatureSource', 1351, 'Patient Signature Source Code'),
  el('agreement', 1360, 'Provider Agreement Code'),
  el('release', 1363, 'Release of Information Code'),
]);
export const PAT: SegmentShape = segment(
  'PAT',
  'Patient Information',
  [
    el('relationship', 1069, 'Individual Relationship Code'),
    el('location', 1384, 'Patient Location Code'),
    el('employment', 584, 'Employment Status Code'),
    el('student', 1220, 'Student Status Code'),
    el('format', 1250, 'Date Time Period Format Qualifier'),
    el('deathDate', 1251, 'Date Time Period'),
    el('weightUnit', 355, 'Unit or Basis for Measurement Code'),
    el('weight', 81, 'Weight'),
    el('pregnancy', 1073, 'Yes/No Condition or Response Code'),
  ],
  'P0506 P0708',
);
export const PER: SegmentShape = segment(
  'PER',
  'Administrative Communications Contact',
  [
    el('function', 366, 'Contract Function Code'),
    el('name', 93, 'Name'),
    group('numbers', 3, [
      el('qualifier', 365, 'Communication Number Qualifier'),
      el('number', 364, 'Communication Number'),
    ]),
    el('inquiry', 443, 'Contract Inquiry Reference'),
  ],
  'P0304 P0506 P0708',
);
export const PLB: SegmentShape = segment(
  'PLB',
  'Provider Level Adjustment',
  [
    el('providerId', 127, 'Reference Identification'),
    el('fiscalDate', 373, 'Date'),
    group('adjustments', 6, [C042('adjustment', 'Adjustment Identifier'), el('amount', 782, 'Monetary Amount')]),
  ],
  'P0506 P0708 P0910 P1112 P1314',
);
export const PRV: SegmentShape = segment(
  'PRV',
  'Provider Information',
  [
    el('code', 1221, 'Provider Code'),
    el('qualifier', 128, 'Reference Identification Qualifier'),
    el('taxonomy', 127, 'Reference Identification'),
    el('state', 156, 'State or Province Code'),
    C035('specialty', 'Provider Specialty Information'),
    el('organization', 1223, 'Provider Organization Code'),
  ],
  'P0203',
);
export const PS1: SegmentShape = segment('PS1', 'Purchase Service', [
  el('provider', 127, 'Reference Identification'),
  el('charge', 782, 'Monetary Amount'),
  el('state', 156, 'State or Province Code'),
]);
export const PWK: SegmentShape = segment(
  'PWK',
  'Paperwork',
  [
    el('report', 755, 'Report Type Code'),
    el('transmission', 756, 'Report Transmission Code'),
    el('copies', 757, 'Report Copies Needed'),
    el('entity', 98, 'Entity Identifier Code'),
    el('idQualifier', 66, 'Identification Code Qualifier'),
    el('controlNumber', 67, 'Identification Code'),
    el('description', 352, 'Description'),
    C002('actions', 'Actions Indicated'),
    el('category', 1525, 'Request Category Code'),
  ],
  'P0506',
);
export const QTY: SegmentShape = segment(
  'QTY',
  'Quantity Information',
  [
    el('qualifier', 673, 'Quantity Qualifier'),
    el('quantity', 380, 'Quantity'),
    C001('unit', 'Composite Unit of Measure'),
    el('text', 61, 'Free-form Information'),
  ],
  'R0204 E0204',
);
export const RDM: SegmentShape = segment('RDM', 'Remittance Delivery Method', [
  el('method', 756, 'Report Transmission Code'),
  el('name', 93, 'Name'),
  el('number', 364, 'Communication Number'),
  C040('reference', 'Reference Identifier'),
  C040('reference2', 'Reference Identifier'),
]);
export const REF: SegmentShape = segment(
  'REF',
  'Reference Information',
  [
    el('qualifier', 128, 'Reference Identification Qualifier'),
    el('value', 127, 'Reference Identification'),
    el('description', 352, 'Description'),
    C040('additional', 'Reference Identifier'),
  ],
  'R0203',
);
export const SBR: SegmentShape = segment('SBR', 'Subscriber Information', [
  el('sequence', 1138, 'Payer Responsibility Sequence'),
  el('relationship', 1069, 'Individual Relationship Code'),
  el('groupNumber', 127, 'Reference Identification'),
  el('groupName', 93, 'Name'),
  el('insuranceType', 1336, 'Insurance Type Code'),
  el('coordination', 1143, 'Coordination of Benefits Code'),
  el('yesNo', 1073, 'Yes/No Condition or Response Code'),
  el('employment', 584, 'Employment Status Code'),
  el('filingIndicator', 1032, 'Claim Filing Indicator Code'),
]);
export const STC: SegmentShape = segment('STC', 'Status Information', [
  C043('status', 'Health Care Claim Status'),
  el('date', 373, 'Date'),
  el('action', 306, 'Action Code'),
  el('charge', 782, 'Monetary Amount'),
  el('paid', 782, 'Monetary Amount'),
  el('paidDate', 373, 'Date'),
  el('method', 591, 'Payment Method Code'),
  el('checkDate', 373, 'Date'),
  el('checkNumber', 429, 'Check Number'),
  C043('status2', 'Health Care Claim Status'),
  C043('status3', 'Health Care Claim Status'),
  el('text', 933, 'Free-form Message Text'),
]);
export const SV1: SegmentShape = segment(
  'SV1',
  'Professional Service',
  [
    C003('procedure', 'Composite Medical Procedure Identifier'),
    el('charge', 782, 'Monetary Amount'),
    el('unit', 355, 'Unit or Basis for Measurement Code'),
    el('quantity', 380, 'Quantity'),
    el('placeOfService', 1331, 'Facility Code Value'),
    el('serviceType', 1365, 'Service Type Code'),
    C004('pointers', 'Composite Diagnosis Code Pointer'),
    el('amount8', 782, 'Monetary Amount'),
    el('emergency', 1073, 'Yes/No Condition or Response Code'),
    el('multiple', 1340, 'Multiple Procedure Code'),
    el('epsdt', 1073, 'Yes/No Condition or Response Code'),
    el('familyPlanning', 1073, 'Yes/No Condition or Response Code'),
    el('review', 1364, 'Review Code'),
    el('localReview', 1341, 'National or Local Assigned Review'),
    el('copay', 1327, 'Copay Status Code'),
    el('shortageArea', 1334, 'Professional Shortage Area Code'),
    el('reference', 127, 'Reference Identification'),
    el('zip', 116, 'Postal Code'),
    el('amount19', 782, 'Monetary Amount'),
    el('careLevel', 1337, 'Level of Care Code'),
    el('agreement', 1360, 'Provider Agreement Code'),
  ],
  'P0304',
);
export const SV2: SegmentShape = segment(
  'SV2',
  'Institutional Service',
  [
    el('revenueCode', 234, 'Product/Service ID'),
    C003('procedure', 'Composite Medical Procedure Identifier'),
    el('charge', 782, 'Monetary Amount'),
    el('unit', 355, 'Unit or Basis for Measurement Code'),
    el('quantity', 380, 'Quantity'),
    el('rate', 1371, 'Unit Rate'),
    el('nonCovered', 782, 'Monetary Amount'),
    el('yesNo', 1073, 'Yes/No Condition or Response Code'),
    el('nursingHomeStatus', 1345, 'Nursing Home Residential Status Code'),
    el('careLevel', 1337, 'Level of Care Code'),
  ],
  'R0102 P0405',
);
export const SV3: SegmentShape = segment('SV3', 'Dental Service', [
  C003('procedure', 'Composite Medical Procedure Identifier'),
  el('charge', 782, 'Monetary Amount'),
  el('placeOfService', 1331, 'Facility Code Value'),
  C006('oralCavity', 'Oral Cavity Designation'),
  el('prosthesis', 1358, 'Prosthesis, Crown, or Inlay Code'),
  el('quantity', 380, 'Quantity'),
  el('description', 352, 'Description'),
  el('copay', 1327, 'Copay Status Code'),
  el('agreement', 1360, 'Provider Agreement Code'),
  el('yesNo', 1073, 'Yes/No Condition or Response Code'),
  C004('pointers', 'Composite Diagnosis Code Pointer'),
]);
export const SV5: SegmentShape = segment(
  'SV5',
  'Durable Medical Equipment Service',
  [
    C003('procedure', 'Composite Medical Procedure Identifier'),
    el('unit', 355, 'Unit or Basis for Measurement Code'),
    el('quantity', 380, 'Quantity'),
    el('rental', 782, 'Monetary Amount'),
    el('purchase', 782, 'Monetary Amount'),
    el('frequency', 594, 'Frequency Code'),
    el('prognosis', 923, 'Prognosis Code'),
  ],
  'R0405 C0604',
);
export const SVC: SegmentShape = segment('SVC', 'Service Payment Information', [
  C003('procedure', 'Composite Medical Procedure Identifier'),
  el('charge', 782, 'Monetary Amount'),
  el('paid', 782, 'Monetary Amount'),
  el('revenueCode', 234, 'Product/Service ID'),
  el('units', 380, 'Quantity'),
  C003('submittedProcedure', 'Composite Medical Procedure Identifier'),
  el('submittedUnits', 380, 'Quantity'),
]);
export const SVD: SegmentShape = segment('SVD', 'Service Line Adjustment', [
  el('payerId', 67, 'Identification Code'),
  el('paid', 782, 'Monetary Amount'),
  C003('procedure', 'Composite Medical Procedure Identifier'),
  el('revenueCode', 234, 'Product/Service ID'),
  el('units', 380, 'Quantity'),
  el('bundledLine', 554, 'Assigned Number'),
]);
export const TOO: SegmentShape = segment(
  'TOO',
  'Tooth Identification',
  [
    el('codeList', 1270, 'Code List Qualifier Code'),
    el('tooth', 1271, 'Industry Code'),
    C005('surfaces', 'Tooth Surface'),
  ],
  'P0102',
);
export const TRN: SegmentShape = segment('TRN', 'Trace', [
  el('type', 481, 'Trace Type Code'),
  el('number', 127, 'Reference Identification'),
  el('company', 509, 'Originating Company Identifier'),
  el('supplemental', 127, 'Reference Identification'),
]);
export const TS2: SegmentShape = segment('TS2', 'Transaction Supplemental Statistics', [
  el('drgAmount', 782, 'Monetary Amount'),
  el('federalAmount', 782, 'Monetary Amount'),
  el('hospitalAmount', 782, 'Monetary Amount'),
  el('disproportionateShare', 782, 'Monetary Amount'),
  el('capital', 782, 'Monetary Amount'),
  el('indirectEducation', 782, 'Monetary Amount'),
  el('outlierDays', 380, 'Quantity'),
  el('dayOutlier', 782, 'Monetary Amount'),
  el('costOutlier', 782, 'Monetary Amount'),
  el('averageStay', 380, 'Quantity'),
  el('discharges', 380, 'Quantity'),
  el('costReportDays', 380, 'Quantity'),
  el('coveredDays', 380, 'Quantity'),
  el('nonCoveredDays', 380, 'Quantity'),
  el('mspPassThrough', 782, 'Monetary Amount'),
  el('averageWeight', 380, 'Quantity'),
  el('ppsCapitalFsp', 782, 'Monetary Amount'),
  el('ppsCapitalHsp', 782, 'Monetary Amount'),
  el('ppsDshDrg', 782, 'Monetary Amount'),
]);
export const TS3: SegmentShape = segment('TS3', 'Transaction Statistics', [
  el('providerId', 127, 'Reference Identification'),
  el('facility', 1331, 'Facility Code Value'),
  el('fiscalDate', 373, 'Date'),
  el('claims', 380, 'Quantity'),
  el('charge', 782, 'Monetary Amount'),
  el('amount6', 782, 'Monetary Amount'),
  el('amount7', 782, 'Monetary Amount'),
  el('amount8', 782, 'Monetary Amount'),
  el('amount9', 782, 'Monetary Amount'),
  el('amount10', 782, 'Monetary Amount'),
  el('amount11', 782, 'Monetary Amount'),
  el('amount12', 782, 'Monetary Amount'),
  el('mspPayer', 782, 'Monetary Amount'),
  el('amount14', 782, 'Monetary Amount'),
  el('nonLab', 782, 'Monetary Amount'),
  el('amount16', 782, 'Monetary Amount'),
  el('hcpcsReportable', 782, 'Monetary Amount'),
  el('hcpcsPayable', 782, 'Monetary Amount'),
  el('amount19', 782, 'Monetary Amount'),
  el('professionalComponent', 782, 'Monetary Amount'),
  el('mspPatient', 782, 'Monetary Amount'),
  el('patientReimbursement', 782, 'Monetary Amount'),
  el('pipClaims', 380, 'Quantity'),
  el('pipAdjustment', 782, 'Monetary Amount'),
]);
