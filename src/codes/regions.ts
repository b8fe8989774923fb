/** Where places are: states and provinces, countries and their parts, postal codes; and currencies. Data only. */
import { type CodeChoice, type CodeFormat, type CodeList, codeChoice, codeFormat, codeList } from './code-set.ts';

const STATES: CodeList = codeList(
  'US states and Canadian provinces',
  '2024',
  `
AL|Alabama
AK|Alaska
AZ|Arizona
AR|Arkansas
CA|California
CO|Colorado
CT|Connecticut
DE|Delaware
DC|District of Columbia
FL|Florida
GA|Georgia
HI|Hawaii
ID|Idaho
IL|Illinois
IN|Indiana
IA|Iowa
KS|Kansas
KY|Kentucky
LA|Louisiana
ME|Maine
MD|Maryland
MA|Massachusetts
MI|Michigan
MN|Minnesota
MS|Mississippi
MO|Missouri
MT|Montana
NE|Nebraska
NV|Nevada
NH|New Hampshire
NJ|New Jersey
NM|New Mexico
NY|New York
NC|North Carolina
ND|North Dakota
OH|Ohio
OK|Oklahoma
OR|Oregon
PA|Pennsylvania
RI|Rhode Island
SC|South Carolina
SD|South Dakota
TN|Tennessee
TX|Texas
UT|Utah
VT|Vermont
VA|Virginia
WA|Washington
WV|West Virginia
WI|Wisconsin
WY|Wyoming
AS|American Samoa
GU|Guam
MP|Northern Mariana Islands
PR|Puerto Rico
VI|Virgin Islands
FM|Micronesia
MH|Marshall Islands
PW|Palau
AA|Armed Forces Americas
AE|Armed Forces Europe
AP|Armed Forces Pacific
AB|Alberta
BC|British Columbia
MB|Manitoba
NB|New Brunswick
NL|Newfoundland and Labrador
NS|Nova Scotia
NT|Northwest Territories
NU|Nunavut
ON|Ontario
PE|Prince Edward Island
QC|Quebec
SK|Saskatchewan
YT|Yukon
`,
);

/** N402, CLM11-4: by the country beside it; outside the US and Canada it is not checked. */
export const STATE_PROVINCE: CodeChoice = codeChoice('states and provinces', 'country', [[' US CA', STATES]]);

/** N404, CLM11-5. */
export const COUNTRY: CodeList = codeList(
  'ISO 3166-1 countries',
  '2024',
  `
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT
BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH
ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT
HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS
LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI
NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG
SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
AN|||2010-12-15
TP|||2002-05-20
YU|||2003-07-23
`,
);

/** N407: ISO 3166-2 without the country and the hyphen. */
export const COUNTRY_SUBDIVISION: CodeFormat = codeFormat(
  'ISO 3166-2 parts of countries',
  'one to three letters and digits',
  /^[0-9A-Z]{1,3}$/,
);

/** N403: by the country beside it. Canadian addresses stand without a country too. */
export const POSTAL: CodeChoice = codeChoice('postal codes', 'country', [
  [
    '',
    codeFormat(
      'US and Canadian postal codes',
      'five or nine digits, or Canadian',
      /^(\d{5}(\d{4})?|[A-Z]\d[A-Z]\d[A-Z]\d)$/,
      { sure: true },
    ),
  ],
  ['US', codeFormat('US ZIP codes', 'five or nine digits', /^\d{5}(\d{4})?$/, { sure: true })],
  [
    'CA',
    codeFormat('Canadian postal codes', 'letters and digits by turns, six in all', /^[A-Z]\d[A-Z]\d[A-Z]\d$/, {
      sure: true,
    }),
  ],
]);

/** CUR02. */
export const CURRENCY: CodeList = codeList(
  'ISO 4217 currencies, past ones too',
  '2024',
  `
ADP AED AFA ALL AMD ANG AOA AOK ARA ARS ATS AUD AWG AZN BAM BBD BDT BEF BGL BGN BHD BIF BMD BND BOB
BOV BRC BRL BSD BTN BUK BWP BYN BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CSK CUC CUP CVE CYP
CZK DDM DEM DJF DKK DOP DZD ECS EEK EGP ERN ESP ETB EUR FIM FJD FKP FRF GBP GEL GHC GHS GIP GMD GNF
GRD GTQ GWP GYD HKD HNL HRK HTG HUF IDR IEP ILS INR IQD IRR ISK ITL JMD JOD JPY KES KGS KHR KMF KPW
KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LUF LVL LYD MAD MDL MGA MGF MKD MNT MOP MRO MRU MTL MUR MVR
MWK MXN MXP MXV MYR MZM MZN NAD NGN NIC NLG NOK NPR NZD OMR PAB PEI PEN PGK PHP PKR PLN PLZ PTE PYG
QAR ROL RON RSD RUB RWF SAR SBD SCR SDG SDP SEK SGD SHP SKK SLE SLL SOS SRD SRG SSP STD STN SUR SVC
SYP SZL THB TJS TMT TND TOP TPE TRL TRY TTD TWD TZS UAH UGS USD USN UYI UYP UYU UYW UZS VEB VED VES
VND VUV WST XAF XCD XOF XPF YDD YER YUD ZAR ZMK ZMW ZRZ ZWD ZWG ZWL
`,
);
