/** What bills are coded with: places of service, bill types, frequencies, and the institutional lists of the NUBC. Data only. */
import { type CodeFormat, type CodeList, codeFormat, codeList } from './code-set.ts';

/** CLM05-1 where CLM05-2 is B, SV105, SV303. First days are given for the codes that came since 2016. */
export const PLACE_OF_SERVICE: CodeList = codeList(
  'CMS places of service',
  '2024',
  `
01|Pharmacy
02|Telehealth, not in home|2017-01-01
03|School
04|Homeless shelter
05|IHS free-standing
06|IHS provider-based
07|Tribal 638 free-standing
08|Tribal 638 provider-based
09|Prison or correctional
10|Telehealth in home|2022-01-01
11|Office
12|Home
13|Assisted living
14|Group home
15|Mobile unit
16|Temporary lodging
17|Walk-in retail clinic
18|Worksite
19|Off-campus outpatient hospital|2016-01-01
20|Urgent care
21|Inpatient hospital
22|On-campus outpatient hospital
23|Emergency room
24|Ambulatory surgical center
25|Birthing center
26|Military treatment facility
27|Outreach site or street|2023-10-01
31|Skilled nursing facility
32|Nursing facility
33|Custodial care
34|Hospice
41|Ambulance, land
42|Ambulance, air or water
49|Independent clinic
50|FQHC
51|Inpatient psychiatric
52|Psychiatric partial hospital
53|Community mental health center
54|Intermediate care, ID
55|Residential substance abuse
56|Psychiatric residential
57|Non-residential substance abuse
58|Non-residential opioid treatment|2020-01-01
60|Mass immunization
61|Inpatient rehabilitation
62|Outpatient rehabilitation
65|ESRD facility
66|PACE center
71|Public health clinic
72|Rural health clinic
81|Independent laboratory
99|Other
`,
);

/** CLM05-3, CLP09. */
export const CLAIM_FREQUENCY: CodeList = codeList(
  'NUBC claim frequencies',
  '2024, not compared with the manual',
  `
0|Non-payment or zero claim
1|Admit through discharge / original
2|Interim, first
3|Interim, continuing
4|Interim, last
5|Late charges only
6|Adjustment of prior claim (non-Medicare)
7|Replacement of prior claim
8|Void or cancel prior claim
9|Final claim, home health PPS
A|Hospice or RNHCI admission notice
B|Hospice/demonstration termination or revocation
C|Hospice change of provider
D|Hospice/demonstration void or cancel
E|Hospice change of ownership
F|Beneficiary initiated adjustment
G|CWF initiated adjustment
H|CMS initiated adjustment
I|Intermediary adjustment
J|Other initiated adjustment
K|OIG initiated adjustment
M|MSP initiated adjustment
O|Nonpayment/zero, encounter
P|QIO adjustment
Q|Reopening or resubmission outside timely limit
X|Void of abbreviated encounter
Y|Replacement of abbreviated encounter
Z|New abbreviated encounter
`,
);

/** CLM05-1 where CLM05-2 is A: facility and kind of care, the two digits in the middle of the bill type. */
export const TYPE_OF_BILL: CodeFormat = codeFormat('NUBC types of bill', 'two digits without a zero', /^[1-9][1-9]$/, {
  sure: true,
});

/** CLP08 repeats CLM05-1, whichever of the two lists that came from. */
export const TYPE_OF_BILL_OR_PLACE: CodeFormat = codeFormat(
  'NUBC types of bill, or places of service',
  'two digits',
  /^[0-9]{2}$/,
);

/** SV201, SVC04, SVD04. */
export const REVENUE_CODE: CodeFormat = codeFormat('NUBC revenue codes', 'four digits', /^[0-9]{4}$/);

/** CLP11, HI with DR: MS-DRG, or APR-DRG with its severity. */
export const DRG: CodeFormat = codeFormat('diagnosis related groups', 'three or four digits', /^[0-9]{3,4}(-[1-4])?$/);

/** CL101. */
export const ADMISSION_TYPE: CodeList = codeList(
  'NUBC priorities of admission',
  '2024',
  `
1|Emergency
2|Urgent
3|Elective
4|Newborn
5|Trauma
9|Not available
`,
);

/** CL102. */
export const POINT_OF_ORIGIN: CodeList = codeList(
  'NUBC points of origin',
  '2024',
  `
1|Non-facility
2|Clinic or physician office
4|Other hospital
5|SNF, ICF or ALF (newborn: born inside)
6|Other facility (newborn: born outside)
8|Court or law enforcement
9|Not available
D|Distinct unit in same hospital
E|Ambulatory surgery center
F|Hospice
G|Designated disaster alternate care site
`,
);

/** CL103. */
export const PATIENT_STATUS: CodeList = codeList(
  'NUBC patient discharge statuses',
  '2024',
  `
01|Home
02|Short-term hospital
03|SNF
04|Custodial or supportive
05|Cancer center or children hospital
06|Home health
07|Left against advice
09|Admitted as inpatient
20|Expired
21|Court or law enforcement
30|Still a patient
40|Expired at home (hospice)
41|Expired in facility (hospice)
42|Expired, place unknown (hospice)
43|Federal hospital
50|Hospice home
51|Hospice facility
61|Swing bed
62|Rehabilitation
63|Long-term care hospital
64|Medicaid nursing facility
65|Psychiatric
66|Critical access hospital
69|Disaster alternate care site
70|Other institution
81|Home, planned readmission
82|Short-term hospital, planned readmission
83|SNF, planned readmission
84|Custodial, planned readmission
85|Cancer or children, planned readmission
86|Home health, planned readmission
87|Court or law, planned readmission
88|Federal hospital, planned readmission
89|Swing bed, planned readmission
90|Rehabilitation, planned readmission
91|Long-term care hospital, planned readmission
92|Medicaid nursing, planned readmission
93|Psychiatric, planned readmission
94|Critical access, planned readmission
95|Other institution, planned readmission
`,
);

/** SV304: regions of the mouth. */
export const ORAL_CAVITY: CodeList = codeList(
  'oral cavity designations',
  '2024',
  `
00|Entire cavity
01|Maxillary arch
02|Mandibular arch
10|Upper right quadrant
20|Upper left quadrant
30|Lower left quadrant
40|Lower right quadrant
`,
);
