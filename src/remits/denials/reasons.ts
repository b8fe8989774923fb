/** Which reasons mean which kind of denial, as a dated table. Data only; payer rules are asked before it. */
import type { DenialAction, DenialCategory } from '../../../schemas/denial-words.ts';

/**
 * One row: holds for a denial with one of the reasons (CARC), beside one of the remarks (RARC) where it names any, in the
 * group (CAS01) where it names one, remitted from and before the days where it has them.
 */
export type ReasonRow = {
  category: DenialCategory;
  reasons: ReadonlySet<string>;
  remarks?: ReadonlySet<string>;
  group?: string;
  action?: DenialAction;
  appealable?: boolean;
  from?: string;
  before?: string;
};

/** Reasons that say nothing without their remark: what is wrong stands in the RARC. */
const OPEN = '16 96 125 129 148 226 227 250 251 252 A1 B5 P7';

/** A line each: `category|reasons|remarks|facts`. Facts: a group, an action, `final` (no appeal), `from=DAY`, `before=DAY`. */
const TABLE = `
authorization|15 39 197 198 210 243 284 296 302 B17
referral|165 183 287 288 P17
recordsAsked|17 112 148 163 164 226 250 251 252 B12 P30
timelyFiling|29 B4
timelyFiling|138 286||writeOff final
duplicate|18 B13
bundled|97 134 190 194 231 234 236 249 P14 B10 B14 B15 B20 128 89 60
eligibility|26 27 28 30 32 33 34 166 177 178 179 180 200 239 B9 258
eligibility|31 P6
coordinationOfBenefits|22 129 136 195 228 276
coordinationOfBenefits|275||billPatient
wrongPayer|19 20 21 109 168 254 270 280 297 301 304 P2 P4
wrongPayer|290 291 292 298 300 305 B11||wait
providerEnrolment|52 170 171 185 B7 B23 184 299 P16
providerData|206 207 208 8 12 283
patientData|140 227 13 14 224 261
diagnosis|9 10 11 B22 146 167 240 A8 47
procedure|6 7 181 189 199 246 P9 P18 B16 B18 192
modifier|4 182
ndc|211 175 176
placeOfService|5 58 282 306
medicalNecessity|50 40 57 150 151 152 153 154 186 216 272 273 P15 B5
experimental|55 56 114 188
nonCovered|49 51 53 54 78 96 116 117 155 157 158 159 160 201 202 204 212 213 219 229 233 247 248 262 263 264 265 269 289 B1 B8 106 108 173 174 203 205 235 238 P3 P21 P27
benefitMaximum|35 119 149 222 P31
contract|147 38 95 242 274 278 279 256 169 137 A6 285 308 P1 P13 P19 P20 P22 P28 P32 A7
billingError|16 107 110 111 115 125 135 267 268 232 A5 P7 61
payerReview|133 257 277 P10 P11 P8
unknown|A1
contract|193||final
authorization|${OPEN} 15|M62 N54 N351 N758
recordsAsked|${OPEN}|M29 M30 M31 M60 M127 M1 N170 N206 N706 N435
providerEnrolment|${OPEN} B7|N95 N570 N574 N808 M143
providerData|${OPEN}|N77 N252 N253 N255 N256 N257 N258 N261 N262 N264 N265 N269 N270 N280 N284 N285 N286 N288 N290 N291 N292 N293 N294 N297 N433 N575 MA70 MA81 MA114 MA120 MA134
patientData|${OPEN} 31|N329 N330 N382 MA27 MA36 MA37 MA39 MA43 MA60 MA61 MA75 MA89
diagnosis|${OPEN} 50|M64 M76 M81 N434 N569 MA63 MA65
procedure|${OPEN}|M20 M50 M51 M67 N37 N39 N75 N81 N346 N350 N657 N56 N65 MA66
modifier|${OPEN} 97|N519 N572 N822 N823
ndc|${OPEN}|M119 M123 N815
placeOfService|${OPEN}|M77 N428
coordinationOfBenefits|${OPEN} 22|N4 N36 N245 N479 N480 N598 MA04 MA48 MA83 MA88 MA90 MA92|correctAndResubmit
billingError|${OPEN}|M44 M45 M46 M49 M52 M53 M54 M59 M79 N46 N50 N57 N61 N63 N64 N203 N299 N301 N305 N307 N308 N318 N341 N345 N362 N430 N517 MA31 MA33 MA40 MA41 MA100 MA121 MA122
benefitMaximum|${OPEN} 151|N640 M139
medicalNecessity|${OPEN}|M25 M26 N115 N386 N372
nonCovered|${OPEN}|N30 N130 N425 N429 N431 M80 N157 N158 N174
bundled|${OPEN}|M2 M15 M144 N19 N20 N390 N525 M86
wrongPayer|${OPEN} 109|N104 N418
duplicate|${OPEN} 18|N522
`;

const GROUP = /^(?:CO|CR|OA|PI|PR)$/;

function parseRow(line: string): ReasonRow {
  const [category = '', reasons = '', remarks = '', facts = ''] = line.split('|');
  const row: ReasonRow = { category: category as DenialCategory, reasons: new Set(reasons.split(' ')) };
  if (remarks !== '') row.remarks = new Set(remarks.split(' '));
  for (const fact of facts.split(' ').filter((one) => one !== '')) {
    const [name = '', day] = fact.split('=');
    if (name === 'final') row.appealable = false;
    else if (name === 'from' && day !== undefined) row.from = day;
    else if (name === 'before' && day !== undefined) row.before = day;
    else if (GROUP.test(name)) row.group = name;
    else row.action = name as DenialAction;
  }
  return row;
}

/** The rows of the table, in its order; where several hold, the one with more conditions counts, then the first. */
export const REASON_ROWS: readonly ReasonRow[] = Object.freeze(TABLE.trim().split('\n').map(parseRow));
