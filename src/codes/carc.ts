/** Claim adjustment reason codes (CAS02 and on), with the groups they may stand in and whether they need a remark. Labels are our own words. Data only. */
import { type CodeList, codeList } from './code-set.ts';

export const CARC: CodeList = codeList(
  'Claim adjustment reason codes',
  '2026-03-10',
  `
1|Deductible|1995-01-01
2|Coinsurance|1995-01-01
3|Copay|1995-01-01
4|Procedure conflicts with modifier|1995-01-01
5|Procedure or bill type conflicts with location|1995-01-01
6|Procedure or revenue code conflicts with age|1995-01-01
7|Procedure or revenue code conflicts with sex|1995-01-01
8|Procedure conflicts with provider specialty|1995-01-01
9|Diagnosis conflicts with age|1995-01-01
10|Diagnosis conflicts with sex|1995-01-01
11|Diagnosis does not support procedure|1995-01-01
12|Diagnosis conflicts with provider type|1995-01-01
13|Death date is before service date|1995-01-01
14|Birth date is after service date|1995-01-01
15|Authorization number missing or not applicable|1995-01-01|2018-05-01
16|Claim lacks data or has billing error|1995-01-01||remark
17|Requested data not sent or incomplete|1995-01-01|2009-07-01|remark
18|Exact duplicate|1995-01-01||OA CO
19|Workers' compensation carrier liable|1995-01-01
20|Liability carrier responsible|1995-01-01
21|No-fault carrier responsible|1995-01-01
22|Another payer may be primary (COB)|1995-01-01
23|Effect of prior payer adjudication|1995-01-01||OA
24|Included in capitation or managed care|1995-01-01
25|Stop-loss deductible not met|1995-01-01|2008-04-01
26|Service before coverage began|1995-01-01
27|Service after coverage ended|1995-01-01
28|No coverage on service date|1995-01-01|2003-10-16
29|Filing deadline passed|1995-01-01
30|Eligibility, spend-down, waiting or residency not met|1995-01-01|2006-02-01
31|Patient not identified as our insured|1995-01-01
32|Dependent not eligible|1995-01-01
33|No dependent coverage|1995-01-01
34|No newborn coverage|1995-01-01
35|Lifetime maximum used up|1995-01-01
36|Balance within copay|1995-01-01|2003-10-16
37|Balance within deductible|1995-01-01|2003-10-16
38|Not provided or authorized by network provider|1995-01-01|2013-01-01
39|Denied when authorization was requested|1995-01-01
40|Not an emergency or urgent case|1995-01-01
41|Preferred provider discount|1995-01-01|2003-10-16
42|Above fee schedule (use 45)|1995-01-01|2007-06-01
43|Gramm-Rudman cut|1995-01-01|2006-07-01
44|Prompt payment discount|1995-01-01
45|Above allowed or contracted amount|1995-01-01||CO PR
46|Service not covered|1995-01-01|2003-10-16
47|Diagnosis not covered, missing or invalid|1995-01-01|2006-02-01
48|Procedure not covered|1995-01-01|2003-10-16
49|Routine or screening service not covered|1995-01-01
50|Not medically necessary|1995-01-01
51|Pre-existing condition|1995-01-01
52|Provider not eligible to refer or perform|1995-01-01|2006-02-01
53|Relative or household member as provider|1995-01-01
54|Multiple physicians or assistants not covered|1995-01-01
55|Experimental or investigational|1995-01-01
56|Effectiveness not proven|1995-01-01
57|Level, quantity or duration not supported|1995-01-01|2007-06-30
58|Wrong place of service|1995-01-01
59|Multiple or concurrent procedure reduction|1995-01-01
60|Outpatient service too close to inpatient stay|1995-01-01
61|Second surgical opinion missing|1995-01-01
62|Precertification absent or exceeded|1995-01-01|2007-04-01
63|Correction of prior claim|1995-01-01|2003-10-16
64|Denial reversed by medical review|1995-01-01|2003-10-16
65|Paid with corrected procedure code|1995-01-01|2003-10-16
66|Blood deductible|1995-01-01
67|Lifetime reserve days|1995-01-01|2003-10-16
68|DRG weight|1995-01-01|2003-10-16
69|Day outlier|1995-01-01
70|Cost outlier|1995-01-01
71|Primary payer amount|1995-01-01|2000-06-30
72|Coinsurance day|1995-01-01|2003-10-16
73|Administrative days|1995-01-01|2003-10-16
74|Indirect medical education|1995-01-01
75|Direct medical education|1995-01-01
76|Disproportionate share|1995-01-01
77|Covered days|1995-01-01|2003-10-16
78|Non-covered days or room charge|1995-01-01
79|Cost report days|1995-01-01|2003-10-16
80|Outlier days|1995-01-01|2003-10-16
81|Discharges|1995-01-01|2003-10-16
82|Periodic interim payment days|1995-01-01|2003-10-16
83|Total visits|1995-01-01|2003-10-16
84|Capital adjustment|1995-01-01|2003-10-16
85|Patient interest|1995-01-01||PR
86|Statutory adjustment|1995-01-01|2003-10-16
87|Transfer amount|1995-01-01|2012-01-01
88|Recovery of earlier overpayment|1995-01-01|2007-06-30
89|Professional fee removed|1995-01-01
90|Drug ingredient cost|1995-01-01
91|Dispensing fee|1995-01-01
92|Paid in full|1995-01-01|2003-10-16
93|No claim-level adjustment|1995-01-01|2003-10-16
94|Payment above billed charge|1995-01-01
95|Plan procedure not followed|1995-01-01
96|Non-covered charge|1995-01-01||remark
97|Bundled into another paid service|1995-01-01
98|Hospital must bill non-physician inpatient service|1995-01-01|2003-10-16
99|Medicare secondary payer amount|1995-01-01|2003-10-16
100|Paid to patient or insured|1995-01-01
101|Predetermination estimate|1995-01-01
102|Major medical|1995-01-01
103|Promotional discount by provider|1995-01-01
104|Managed care withhold|1995-01-01
105|Tax withheld|1995-01-01
106|Patient payment option not in effect|1995-01-01
107|Related claim or service not identified|1995-01-01
108|Rent or purchase rule not met|1995-01-01
109|Send to correct payer|1995-01-01
110|Billed before service date|1995-01-01
111|Assignment must be accepted|1995-01-01
112|Not furnished directly or not documented|1995-01-01
113|Outside US or war related|1995-01-01|2007-06-30
114|Not FDA approved|1995-01-01
115|Procedure postponed or cancelled|1995-01-01
116|Advance notice not compliant|1995-01-01
117|Transport only to nearest facility|1995-01-01
118|ESRD network reduction|1995-01-01
119|Benefit maximum for period reached|1995-01-01
120|Covered by managed care plan|1995-01-01|2007-06-30
121|Indemnification adjustment|1995-01-01
122|Psychiatric reduction|1995-01-01
123|Refund for overpayment|1995-01-01|2007-06-30
124|Refund, not our patient|1995-01-01|2007-06-30
125|Submission or billing error|1995-01-01|2013-11-01|remark
126|Major medical deductible|1997-02-28|2008-04-01
127|Major medical coinsurance|1997-02-28|2008-04-01
128|Newborn included in mother's allowance|1997-02-28
129|Prior payer information looks wrong|1997-02-28||remark
130|Claim submission fee|1997-02-28
131|Negotiated discount for this claim|1997-02-28
132|Demonstration project adjustment|1997-02-28
133|Line pending review|2014-07-01||OA
134|Technical fee removed|1998-10-31
135|Interim bill not processable|1998-10-31
136|Prior payer's rules not followed|1998-10-31||OA
137|Surcharge, assessment or health tax|1999-02-28
138|Appeal procedure or time limit missed|1999-06-30|2018-05-01
139|Contracted funding, subscriber employed by provider|1999-06-30||CO
140|ID and name do not match|1999-06-30
141|Spans eligible and ineligible periods|1999-06-30|2012-07-01
142|Medicaid patient liability for month|2000-06-30
143|Part of payment deferred|2001-02-28
144|Incentive adjustment|2001-06-30
145|Premium withhold|2002-06-30|2008-04-01
146|Diagnosis invalid on service date|2002-06-30
147|Contract rate expired or not on file|2002-06-30
148|Other provider's information insufficient|2002-06-30||remark
149|Lifetime maximum for this service reached|2002-10-31
150|Level of service not supported|2002-10-31
151|Quantity or frequency not supported|2002-10-31
152|Length of service not supported|2002-10-31
153|Dosage not supported|2002-10-31
154|Days' supply not supported|2002-10-31
155|Patient refused service|2003-06-30
156|FSA payment (use 187)|2003-09-30|2009-10-01
157|Act of war|2003-09-30
158|Outside United States|2003-09-30
159|Terrorism|2003-09-30
160|Excluded activity caused injury|2003-09-30
161|Provider performance bonus|2004-02-29
162|State P&C requirement|2004-02-29|2014-07-01
163|Referenced attachment not received|2004-06-30
164|Referenced attachment late|2004-06-30
165|Referral absent or exceeded|2004-10-31|2018-05-01
166|Payer's processing responsibility ended|2005-02-28
167|Diagnosis not covered|2005-06-30
168|Considered under medical plan, no dental benefit|2005-06-30|2018-05-01
169|Alternate benefit given|2005-06-30
170|Not payable to this provider type|2005-06-30
171|Not payable to provider in this facility|2005-06-30
172|Adjusted for provider specialty|2005-06-30
173|Not prescribed by physician|2005-06-30
174|Not prescribed before delivery|2005-06-30
175|Prescription incomplete|2005-06-30
176|Prescription not current|2005-06-30
177|Eligibility requirement unmet|2005-06-30
178|Spend-down unmet|2005-06-30
179|Waiting period unmet|2005-06-30
180|Residency requirement unmet|2005-06-30
181|Procedure code invalid on service date|2005-06-30
182|Modifier invalid on service date|2005-06-30
183|Referring provider not eligible|2005-06-30
184|Prescribing or ordering provider not eligible|2005-06-30
185|Rendering provider not eligible|2005-06-30
186|Level of care changed|2005-06-30
187|Consumer spending account payment|2005-06-30
188|Only covered per FDA recommendation|2005-06-30
189|Unlisted code billed; specific code exists|2005-06-30
190|Included in SNF stay allowance|2005-10-31
191|Not work related|2005-10-31|2014-07-01
192|Non-standard code from paper remittance|2005-10-31
193|Original decision upheld|2006-02-28
194|Anesthesia by surgeon, assistant or attending|2006-02-28
195|Refund went to wrong priority payer|2006-02-28
196|Denied following prior payer's determination|2006-06-30|2007-02-01
197|Authorization or precertification absent|2006-10-31
198|Authorization or precertification exceeded|2006-10-31
199|Revenue and procedure codes mismatch|2006-10-31
200|Lapse in coverage|2006-10-31
201|Patient liable under set-aside agreement|2006-10-31||PR remark
202|Personal comfort or convenience item|2007-02-28
203|Discontinued or reduced service|2007-02-28
204|Not covered by current benefit plan|2007-02-28
205|Discount card processing fee|2007-07-09
206|NPI missing|2007-07-09
207|NPI format invalid|2007-07-09
208|NPI not matched|2007-07-09
209|Provider may not bill patient; agreement|2007-07-09||OA
210|Authorization not obtained in time|2007-07-09
211|NDC not rebate eligible|2007-07-09
212|Administrative surcharge not covered|2007-11-05
213|Self-referral prohibition|2008-01-27
214|WC claim non-compensable|2008-01-27|2014-07-01
215|Subrogation of third party settlement|2008-01-27
216|Review organization finding|2008-01-27
217|Reasonable and customary, no legislated maximum|2008-01-27|2014-07-01
218|Entitlement to benefits|2008-01-27|2014-07-01
219|Extent of injury|2008-01-27
220|Billed code not in fee schedule|2008-01-27|2014-07-01
221|Claim under investigation|2008-01-27|2014-07-01
222|Contract maximum units by provider exceeded|2008-06-01
223|Mandated by law, no other code|2008-06-01
224|Identity theft compromised patient identity|2008-06-01
225|Penalty or interest between plans|2008-06-01
226|Provider information not sent or incomplete|2008-09-21||remark
227|Patient information not sent or incomplete|2008-09-21||remark
228|Information owed to prior payer not supplied|2008-09-21
229|Charge excluded by Medicare, bill type 12X|2009-01-25||PR
230|No matching procedure code|2009-01-25|2014-07-01
231|Mutually exclusive procedures|2009-07-01
232|Institutional transfer|2009-11-01
233|Hospital acquired condition or preventable error|2010-01-24
234|Not separately paid|2010-01-24||remark
235|Sales tax|2010-06-06
236|Procedure combination not compatible|2011-01-30
237|Legislated or regulatory penalty|2011-06-05||remark
238|Reduction for ineligible part of span|2012-03-01||PR
239|Spans eligibility; rebill separately|2012-03-01
240|Diagnosis conflicts with birth weight|2012-06-03
241|Low income subsidy copay|2012-06-03
242|Not by network or primary care provider|2012-06-03
243|Not authorized by network or primary care|2012-06-03
244|Zero payment due to litigation|2012-09-30|2014-07-01
245|Performance program withhold|2012-09-30
246|Reporting-only code, not payable|2012-09-30
247|Deductible, professional service on institutional claim|2012-09-30
248|Coinsurance, professional service on institutional claim|2012-09-30
249|Readmission|2012-09-30||CO
250|Wrong attachment received|2012-09-30||remark
251|Attachment incomplete or deficient|2012-09-30||remark
252|Attachment required|2012-09-30||remark
253|Sequestration|2013-06-02
254|Dental plan: send to medical plan|2013-06-02
255|P&C litigation pending|2013-06-02|2014-07-01|OA
256|Not payable under managed care contract|2013-06-02
257|Premium grace period, undetermined|2013-11-01||OA
258|Patient in custody|2013-11-01
259|Extra payment, dental or vision utilization|2014-01-26
260|Medicaid ACA enhanced fee|2014-01-26
261|Conflicts with patient history|2014-06-01
262|Delivery cost|2014-11-01
263|Shipping cost|2014-11-01
264|Postage cost|2014-11-01
265|Administrative cost|2014-11-01
266|Compounding cost|2014-11-01
267|Spans several months|2014-11-01||remark
268|Spans two calendar years|2014-11-01
269|Anesthesia not covered for service|2015-03-01
270|Medical plan: send to dental plan|2015-07-01
271|Prior reductions for deferred periodic payment|2015-11-01||OA
272|Coverage guideline not met|2015-11-01
273|Coverage guideline exceeded|2015-11-01
274|Not payable, care coordination arrangement|2015-11-01
275|Prior payer's patient share not covered|2015-11-01||PR
276|Denied by prior payer, not covered|2015-11-01
277|SHOP premium grace period, undetermined|2015-11-01||OA
278|Performance program requirement unmet|2016-07-01||CO PI
279|Not by preferred network provider|2016-11-01
280|Medical plan: send to pharmacy plan|2017-03-01
281|Deductible waived by contract|2017-07-01||CO
282|Procedure or revenue conflicts with bill type|2017-07-01
283|Attending provider may not direct care|2017-11-01
284|Authorization valid but not for services|2017-11-01
285|Appeal procedure not followed|2017-11-01
286|Appeal deadline missed|2017-11-01
287|Referral exceeded|2017-11-01
288|Referral absent|2017-11-01
289|No benefit under dental and medical plans|2017-11-01
290|Dental plan: forwarded to medical plan|2017-11-01
291|Medical plan: forwarded to dental plan|2017-11-01
292|Medical plan: forwarded to pharmacy plan|2017-11-01
293|Paid to employer|2018-05-01
294|Paid to attorney|2017-11-01
295|Pharmacy DIR|2018-03-01
296|Authorization valid but not for provider|2018-07-01
297|Medical plan: send to vision plan|2019-03-01
298|Medical plan: forwarded to vision plan|2019-03-01
299|Billing provider not eligible for payment|2019-07-01
300|Medical plan: forwarded to behavioral plan|2019-07-01
301|Medical plan: send to behavioral plan|2019-07-01
302|Authorization time limit expired|2020-11-01
303|Prior payer's patient share, QMB|2021-07-01||CO
304|Medical plan: send to hearing plan|2022-03-01
305|Medical plan: forwarded to hearing plan|2022-03-01
306|Bill type conflicts with patient status|2023-11-01
307|Medicare maximum fair price refund|2025-03-01||remark
308|Contracted funding agreement|2025-11-01
A0|Refund to patient|1995-01-01
A1|Claim or service denied|1995-01-01||remark
A2|Contractual adjustment|1995-01-01|2008-01-01
A3|MSP liability met|1995-01-01|2003-10-16
A4|PPS capital day outlier|1995-01-01|2008-04-01
A5|PPS capital cost outlier|1995-01-01
A6|Prior stay or 30-day transfer unmet|1995-01-01
A7|Presumptive payment|1995-01-01|2015-07-01
A8|DRG cannot be grouped|1995-01-01
B1|Non-covered visits|1995-01-01
B2|Covered visits|1995-01-01|2003-10-16
B3|Covered charges|1995-01-01|2003-10-16
B4|Late filing penalty|1995-01-01
B5|Guidelines unmet or exceeded|1995-01-01|2016-05-01
B6|Adjusted for provider type or facility|1995-01-01|2006-02-01
B7|Provider not certified on service date|1995-01-01
B8|Alternative service should have been used|1995-01-01
B9|Hospice enrollee|1995-01-01
B10|Component already paid; allowance reduced|1995-01-01
B11|Transferred to proper payer|1995-01-01
B12|Not in medical record|1995-01-01
B13|Previously paid|1995-01-01
B14|One visit per physician per day|1995-01-01
B15|Qualifying service required|1995-01-01
B16|New-patient rule unmet|1995-01-01
B17|Prescription missing, late or incomplete|1995-01-01|2006-02-01
B18|Code and modifier invalid on date|1995-01-01|2009-03-01
B19|Review organization finding|1995-01-01|2003-10-16
B20|Partly or fully furnished by another provider|1995-01-01
B21|Reduced, partly furnished by another physician|1995-01-01|2003-10-16
B22|Adjusted because of diagnosis|1995-01-01
B23|CLIA proficiency does not cover procedure|1995-01-01
D1|Subluxation level missing|1995-01-01|2003-10-16
D2|Drug name, strength or dose missing|1995-01-01|2003-10-16
D3|Equipment ownership missing|1995-01-01|2003-10-16
D4|Period of need missing|1995-01-01|2003-10-16
D5|Individual lab codes missing|1995-01-01|2003-10-16
D6|Medical record missing|1995-01-01|2003-10-16
D7|Last physician visit date missing|1995-01-01|2003-10-16
D8|X-ray availability missing|1995-01-01|2003-10-16
D9|Lens cost invoice missing|1995-01-01|2003-10-16
D10|Physician financial relationship form missing|1995-01-01|2003-10-16
D11|Pacemaker registration missing|1995-01-01|2003-10-16
D12|Purchased test performer or price missing|1995-01-01|2003-10-16
D13|Referring physician has financial interest|1995-01-01|2003-10-16
D14|Plan of treatment indication missing|1995-01-01|2003-10-16
D15|Supervision indication missing|1995-01-01|2003-10-16
D16|Prior payer payment missing|1995-01-01|2007-06-30
D17|Non-covered days invalid|1995-01-01|2007-06-30
D18|Diagnosis missing|1995-01-01|2007-06-30
D19|Operative or supporting document missing|1995-01-01|2007-06-30
D20|Service or product data missing|1995-01-01|2007-06-30
D21|Diagnosis missing or invalid|1995-01-01|2007-06-30
D22|Reason in separate correspondence (WC)|2008-01-27|2009-01-01
D23|Dual eligible, Medicare Part D retroactive|2009-11-01|2012-01-01|remark
P1|State P&C requirement|2013-11-01
P2|Not work related|2013-11-01
P3|WC settled; patient set-aside pays|2013-11-01||PR
P4|WC claim non-compensable|2013-11-01
P5|Reasonable and customary, no legislated maximum|2013-11-01
P6|Entitlement to benefits|2013-11-01
P7|Code not in fee schedule; resubmit|2013-11-01
P8|Under investigation|2013-11-01
P9|No matching procedure code|2013-11-01
P10|Zero payment, litigation|2013-11-01
P11|Pending litigation|2013-11-01||OA
P12|WC fee schedule|2013-11-01
P13|WC regulation or payment policy|2013-11-01
P14|Bundled with same-day service|2013-11-01
P15|WC treatment guideline|2013-11-01
P16|Provider not authorized for injured workers|2013-11-01||CO OA
P17|Referral not authorized by attending|2013-11-01
P18|Not in fee schedule; comparable allowed|2013-11-01
P19|Relative value zero|2013-11-01
P20|Not paid, outpatient facility schedule|2013-11-01
P21|Denied, MPC or PIP rules|2013-11-01
P22|Adjusted, MPC or PIP rules|2013-11-01
P23|MPC or PIP fee schedule|2013-11-01
P24|Preferred provider organization|2017-11-01||CO
P25|Medical provider network|2017-11-01||CO
P26|Voluntary provider network|2017-11-01||CO
P27|Denied, liability coverage rules|2017-11-01
P28|Adjusted, liability coverage rules|2017-11-01
P29|Liability fee schedule|2017-11-01
P30|Exacerbation documents incomplete|2020-11-01
P31|Exacerbation treatment exceeds time|2020-11-01
P32|Apportionment|2022-08-01
W1|WC fee schedule|2000-02-29|2014-07-01
W2|WC regulation or payment policy|2010-10-17|2014-07-01
W3|Bundled with same-day service|2012-09-30|2014-07-01
W4|WC treatment guideline|2012-09-30|2014-07-01
W5|Provider not authorized for injured workers|2013-06-02|2014-07-01|CO OA
W6|Referral not authorized by attending|2013-06-02|2014-07-01
W7|Not in fee schedule; comparable allowed|2013-06-02|2014-07-01
W8|Relative value zero|2013-06-02|2014-07-01
W9|Not paid, outpatient facility schedule|2013-06-02|2014-07-01
Y1|Denied, MPC or PIP rules|2012-09-30|2014-07-01
Y2|Adjusted, MPC or PIP rules|2012-09-30|2014-07-01
Y3|MPC or PIP fee schedule|2012-09-30|2014-07-01
`,
  { dated: 'payment', sure: true, imported: [['carc']] },
);
