/** Remittance advice remark codes (LQ02, MIA05, MOA03 and on). `alert` marks those that only inform. Of the MA codes no dates are known but
 * that some were gone by 2021. Labels are our own words. Data only. */
import { type CodeList, codeList } from './code-set.ts';

export const RARC: CodeList = codeList(
  'Remittance advice remark codes',
  '2026-03-10 (MA codes about 2021)',
  `
M1|X-ray outside required window|1997-01-01
M2|Inpatient: not paid separately|1997-01-01
M3||1997-01-01
M4||1997-01-01||alert
M5||1997-01-01
M6||1997-01-01||alert
M7 M8||1997-01-01
M9||1997-01-01||alert
M10 M11 M12 M13 M14||1997-01-01
M15|Bundled components, no separate payment|1997-01-01
M16|Notice: see payer policy publication|1997-01-01||alert
M17||1997-01-01||alert
M18 M19||1997-01-01
M20|HCPCS code missing or invalid|1997-01-01
M21||1997-01-01
M22|Mileage missing or invalid|1997-01-01
M23|Invoice missing|1997-01-01
M24||1997-01-01
M25|Level of service not substantiated; review possible|1997-01-01
M26|Level not substantiated; refund duty|1997-01-01
M27|Notice: patient relieved, provider liable|1997-01-01||alert
M28||1997-01-01
M29|Operative report missing|1997-01-01
M30|Pathology report missing|1997-01-01
M31|Radiology report missing|1997-01-01
M32|Notice: conditional payment pending primary|1997-01-01||alert
M33 M34||1997-01-01|2004-08-01
M35||1997-01-01|2005-02-05
M36 M37||1997-01-01
M38|Notice: patient liable, informed in advance|1997-01-01||alert
M39|Notice: patient not liable, advance notice defective|1997-01-01||alert
M40 M41 M42||1997-01-01
M43||1997-01-01|2004-01-31
M44|Condition code missing or invalid|1997-01-01
M45|Occurrence code missing or invalid|1997-01-01
M46|Occurrence span code missing or invalid|1997-01-01
M47|Payer claim control number missing or invalid|1997-01-01
M48||1997-01-01|2004-01-31
M49|Value code or amount missing or invalid|1997-01-01
M50|Revenue code missing or invalid|1997-01-01
M51|Procedure code missing or invalid|1997-01-01
M52|From date missing or invalid|1997-01-01
M53|Days or units missing or invalid|1997-01-01
M54|Total charge missing or invalid|1997-01-01
M55||1997-01-01
M56|Payer identifier missing or invalid|1997-01-01
M57||1997-01-01|2005-06-02
M58||1997-01-01|2005-02-05
M59|To date missing or invalid|1997-01-01
M60|Certificate of medical necessity missing|1997-01-01
M61||1997-01-01
M62|Treatment authorization code missing or invalid|1997-01-01
M63||1997-01-01|2004-01-31
M64|Other diagnosis missing or invalid|1997-01-01
M65 M66||1997-01-01
M67|Other procedure code missing or invalid|1997-01-01
M68||1997-01-01|2005-06-02
M69|Modified procedure undocumented, regular rate paid|1997-01-01
M70||1997-01-01||alert
M71||1997-01-01
M72||1997-01-01|2003-10-16
M73 M74 M75||1997-01-01
M76|Diagnosis or condition missing or invalid|1997-01-01
M77|Place of service missing or wrong|1997-01-01
M78||1997-01-01|2006-05-18
M79|Charge missing or invalid|1997-01-01
M80|Not covered same day as prior service|1997-01-01
M81|Code to highest specificity|1997-01-01
M82 M83||1997-01-01
M84|Use code sets in effect at service|1997-01-01
M85||1997-01-01
M86|Similar service already paid in period|1997-01-01
M87||1997-01-01
M88||1997-01-01|2004-08-01
M89 M90 M91||1997-01-01
M92||1997-01-01|2004-08-01
M93 M94 M95 M96||1997-01-01
M97|Practitioner unpaid here; facility payment includes it|1997-01-01
M98||1997-01-01|2004-01-31
M99 M100||1997-01-01
M101||1997-01-01|2004-01-31
M102 M103 M104 M105||1997-01-01
M106||1997-01-01|2004-01-31
M107||1997-01-01
M108||1997-01-01|2005-06-02
M109||1997-01-01
M110||1997-01-01|2005-06-02
M111 M112 M113||1997-01-01
M114|Processed under DMEPOS competitive bidding|1997-01-01
M115|Non-contract supplier|1997-01-01
M116|Demonstration project processing|1997-01-01
M117|Electronic claim required|1997-01-01
M118||1997-01-01|2011-01-01
M119|NDC missing, invalid or withdrawn|1997-01-01
M120||1997-01-01|2005-06-02
M121 M122||1997-01-01
M123|Drug name, strength or dose missing|1997-01-01
M124|Equipment ownership indication missing|1997-01-01
M125|Period of need missing or invalid|1997-01-01
M126|Individual lab codes missing|1997-01-01
M127|Medical record missing|1997-01-01
M128||1997-01-01|2005-06-02
M129 M130 M131 M132 M133 M134||1997-01-01
M135|Plan of treatment missing or invalid|1997-01-01
M136 M137 M138||1997-01-01
M139|Demonstration coverage limit exceeded|1997-01-01
M140||1997-01-01|2004-01-30
M141|Certified plan of care missing|1997-01-01
M142||1997-01-01
M143|License information must be updated|1997-01-01
M144|Pre/post-operative care included in surgery|1997-01-01
N1|Notice: how to appeal|2000-01-01||alert
N2|Paid per most appropriate treatment provision|2000-01-01
N3|Consent form missing|2000-01-01
N4|Prior carrier EOB missing or invalid|2000-01-01
N5|EOB received, claim not on file|2000-01-01
N6||2000-01-01
N7||2000-01-01||alert
N8 N9||2000-01-01
N10|Review or manual adjudication finding|2000-01-01
N11 N12||2000-01-01
N13|Paid by professional or technical component|2000-01-01
N14||2000-01-01|2007-10-01
N15||2000-01-01
N16|Out-of-pocket maximum met|2000-01-01
N17||2000-01-01|2004-08-01
N18||2000-01-01|2004-01-31
N19|Incidental to primary procedure|2000-01-01
N20|Not payable with same-day service|2000-01-01
N21||2000-01-01||alert
N22|Notice: procedure code changed|2000-01-01||alert
N23|Notice: COB may change patient liability|2000-01-01||alert
N24 N25||2000-01-01
N26|Itemized bill missing|2000-01-01
N27||2000-01-01
N28|Consent requirement unmet|2000-01-01
N29||2000-01-01|2016-03-01
N30|Patient not eligible for service|2000-01-01
N31|Prescriber identifier missing or invalid|2000-01-01
N32|Rendering provider must submit|2000-01-01
N33||2000-01-01
N34|Wrong claim form or format|2000-01-01
N35|Utilization review decision|2000-01-01
N36|Primary payer's requirements come first|2000-01-01
N37|Tooth number missing or invalid|2000-01-01
N38||2000-01-01|2005-02-05
N39|Procedure incompatible with tooth number|2000-01-01
N40|Radiology images missing|2000-01-01
N41||2000-01-01|2003-10-16
N42||2000-01-01
N43|Leave days exceeded|2000-01-01
N44||2000-01-01|2003-10-16
N45|Paid at authorized amount|2000-01-01
N46|Admission hour missing or invalid|2000-01-01
N47|Conflicts with another inpatient stay|2000-01-01
N48|Disagrees with other carrier's data|2000-01-01
N49||2000-01-01
N50|Discharge data missing or invalid|2000-01-01
N51|No EDI agreement on file|2000-01-01
N52|Not in provider's managed care plan|2000-01-01
N53||2000-01-01
N54|Differs from authorized service|2000-01-01
N55|Group or referring billing rules not followed|2000-01-01
N56|Code wrong for service or date|2000-01-01
N57|Prescribing date missing or invalid|2000-01-01
N58|Patient liability amount invalid|2000-01-01
N59|Notice: see provider manual|2000-01-01||alert
N60||2000-01-01|2004-01-31
N61|Rebill on separate claims|2000-01-01
N62|Spans rate periods; split|2000-01-01
N63|Rebill on separate lines|2000-01-01
N64|From and to dates must differ|2000-01-01
N65|Code or rate not on file|2000-01-01
N66||2000-01-01|2005-02-05
N67 N68||2000-01-01
N69||2000-01-01||alert
N70|Consolidated billing applies|2000-01-01
N71 N72||2000-01-01
N73||2000-01-01|2004-01-31
N74||2000-01-01
N75|Tooth surface missing or invalid|2000-01-01
N76||2000-01-01
N77|Designated provider number invalid|2000-01-01
N78||2000-01-01
N79|Incompatible with patient location|2000-01-01
N80||2000-01-01
N81|Incompatible with tooth surface|2000-01-01
N82|Accept third-party payment as full|2000-01-01
N83||2000-01-01
N84 N85||2000-01-01||alert
N86 N87||2000-01-01
N88 N89||2000-01-01||alert
N90 N91 N92 N93||2000-01-01
N94|More specific taxonomy needed|2000-01-01
N95|Provider type may not bill this|2001-07-31
N96 N97 N98 N99||2001-08-24
N100||2001-09-14|2016-11-01
N101||2001-10-31|2004-01-31
N102||2001-10-31|2016-07-01
N103|Patient was in custody|2001-10-31
N104|Wrong claims jurisdiction|2002-01-29
N105||2002-01-29
N106|SNF inpatient, consolidated|2002-01-31
N107 N108||2002-01-31
N109|Notice: selected for complex review|2002-02-28||alert
N110 N111 N112||2002-02-28
N113||2002-04-16
N114||2002-05-30
N115|Local coverage determination|2002-05-30
N116||2002-06-30||alert
N117|Once per lifetime|2002-07-30
N118|Once per 28 days|2002-07-30
N119||2002-07-30
N120||2002-08-09
N121||2002-09-09
N122|Add-on code needs primary|2002-09-12
N123||2002-09-24||alert
N124 N125||2002-09-26
N126||2002-10-17
N127||2007-10-31
N128||2002-10-31
N129|Age not eligible|2002-10-31
N130|See plan benefit restrictions|2002-10-31
N131||2002-10-31
N132 N133 N134||2002-10-31||alert
N135||2002-10-31
N136 N137 N138 N139 N140||2002-10-31||alert
N141 N142 N143 N144||2002-10-31
N145||2002-10-31|2005-06-02
N146 N147 N148 N149 N150 N151||2002-10-31
N152|Replacement claim data missing or invalid|2002-10-31
N153||2002-10-31
N154 N155 N156||2002-10-31||alert
N157|Transport destination not covered|2003-02-28
N158|Non-ambulance vehicle not covered|2003-02-28
N159 N160 N161||2003-02-28
N162||2003-02-28||alert
N163||2003-02-28
N164 N165 N166||2003-02-28|2004-01-31
N167||2003-02-28
N168 N169||2003-02-28|2004-01-31
N170|New certificate of necessity needed|2003-02-28
N171 N172 N173||2003-02-28
N174|Not covered; liability limited by group code|2003-02-28
N175 N176||2003-02-28
N177||2003-02-28||alert
N178||2003-02-28
N179|More information asked of member|2003-02-28
N180|Does not meet billed category|2003-02-28
N181||2003-02-28
N182|Bill per plan schedule|2003-02-28
N183||2003-02-28||alert
N184|Split technical and professional|2003-02-28
N185||2003-02-28||alert
N186||2003-02-28
N187||2003-02-28||alert
N188|Approved level differs from code|2003-02-28
N189||2003-02-28||alert
N190 N191||2003-02-28
N192|Notice: Medicaid or QMB patient|2003-02-28||alert
N193|Notice: other program may cover|2003-02-28||alert
N194 N195||2003-02-25
N196|Notice: patient may have other coverage|2003-02-25||alert
N197|Subscriber must update insurance data|2003-02-25
N198|Rendering not affiliated with pay-to|2003-02-25
N199||2003-02-25
N200|Professional component billed separately|2003-02-25
N201||2003-02-25|2011-01-01
N202|Notice: explanation sent separately|2003-06-30||alert
N203|Anesthesia time or units invalid|2003-06-30
N204||2003-06-30
N205|Illegible information|2003-06-30
N206|Documents do not match claim|2003-06-30
N207 N208 N209||2003-06-30
N210|Notice: may appeal|2003-06-30||alert
N211|Notice: may not appeal|2003-06-30||alert
N212||2004-02-01
N213 N214||2004-04-01
N215||2004-04-01||alert
N216|Service type not offered or enrolled|2004-04-01
N217 N218 N219||2004-08-01
N220||2004-08-01||alert
N221 N222 N223 N224||2004-08-01
N225||2004-08-01|2016-03-01
N226 N227 N228 N229 N230 N231 N232 N233 N234 N235 N236 N237 N238 N239 N240 N241||2004-08-01
N242 N243 N244||2004-08-01
N245|Other insurance plan data incomplete|2004-08-01
N246 N247 N248 N249 N250 N251||2004-12-02
N252|Attending name missing or invalid|2004-12-02
N253|Attending identifier missing or invalid|2004-12-02
N254||2004-12-02
N255|Billing taxonomy missing or invalid|2004-12-02
N256|Billing name missing or invalid|2004-12-02
N257|Billing identifier missing or invalid|2004-12-02
N258|Billing address missing or invalid|2004-12-02
N259 N260||2004-12-02
N261|Operating name missing or invalid|2004-12-02
N262|Operating identifier missing or invalid|2004-12-02
N263||2004-12-02
N264|Ordering name missing or invalid|2004-12-02
N265|Ordering identifier missing or invalid|2004-12-02
N266 N267 N268||2004-12-02
N269|Other provider name missing or invalid|2004-12-02
N270|Other provider identifier missing or invalid|2004-12-02
N271 N272 N273 N274 N275 N276 N277 N278 N279||2004-12-02
N280|Pay-to identifier missing or invalid|2004-12-02
N281 N282 N283||2004-12-02
N284|Referring taxonomy missing or invalid|2004-12-02
N285|Referring name missing or invalid|2004-12-02
N286|Referring identifier missing or invalid|2004-12-02
N287||2004-12-02
N288|Rendering taxonomy missing or invalid|2004-12-02
N289||2004-12-02
N290|Rendering identifier missing or invalid|2004-12-02
N291|Rendering secondary identifier invalid|2004-12-02
N292|Service facility name missing or invalid|2004-12-02
N293|Service facility identifier missing or invalid|2004-12-02
N294|Service facility address missing or invalid|2004-12-02
N295 N296||2004-12-02
N297|Supervising identifier missing or invalid|2004-12-02
N298||2004-12-02
N299|Occurrence date missing or invalid|2004-12-02
N300||2004-12-02
N301|Procedure date missing or invalid|2004-12-02
N302 N303 N304||2004-12-02
N305|Accident date missing or invalid|2004-12-02
N306||2004-12-02
N307|Adjudication date missing or invalid|2004-12-02
N308|Appliance placement date missing or invalid|2004-12-02
N309 N310 N311 N312 N313 N314 N315 N316 N317||2004-12-02
N318|Discharge date missing or invalid|2004-12-02
N319 N320 N321 N322 N323 N324 N325 N326 N327 N328||2004-12-02
N329|Patient birth date missing or invalid|2004-12-02
N330|Patient death date missing or invalid|2004-12-02
N331 N332 N333 N334 N335 N336 N337 N338 N339 N340||2004-12-02
N341|Surgery date missing or invalid|2004-12-02
N342 N343 N344||2004-12-02
N345|Date range conflicts with units|2005-03-30
N346|Oral cavity code missing or invalid|2005-03-30
N347||2005-03-30
N348 N349||2005-08-01
N350|NOC code description missing|2005-08-01
N351|Outside approved treatment dates|2005-08-01
N352 N353||2005-08-01||alert
N354||2005-08-01
N355||2005-08-01||alert
N356||2005-08-01
N357||2005-11-18
N358||2005-11-18||alert
N359||2005-11-18
N360||2005-11-18||alert
N361||2005-11-18|2007-10-01
N362|Units above maximum|2005-11-18
N363 N364||2005-11-18||alert
N365||2006-04-01|2014-07-01
N366|Information not provided; can reopen|2006-04-01
N367||2006-04-01||alert
N368||2006-04-01
N369||2006-04-01||alert
N370||2006-08-01
N371||2006-08-01||alert
N372|Only necessary maintenance covered|2006-08-01
N373 N374 N375 N376 N377||2006-12-01
N378|Prescription quantity missing or invalid|2006-12-01
N379|Claim and line data differ|2006-12-01
N380|Submit corrected claim|2007-04-01
N381|Notice: see contract|2007-04-01||alert
N382|Patient identifier missing or invalid|2007-04-01
N383 N384 N385||2007-04-01
N386|National coverage determination|2007-04-01
N387||2007-04-01||alert
N388 N389||2007-08-01
N390|Cannot be billed separately|2007-08-01
N391 N392 N393 N394 N395 N396 N397 N398 N399||2007-08-01
N400||2007-08-01||alert
N401 N402 N403 N404 N405 N406 N407 N408 N409 N410 N411 N412 N413 N414 N415 N416||2007-08-01
N417||2007-08-01
N418|Misrouted claim|2007-08-01
N419 N420 N421 N422 N423 N424||2007-08-01
N425|Excluded by statute|2007-08-01
N426 N427||2007-08-01
N428|Not covered at this place|2007-08-01
N429|Routine service not covered|2007-08-01
N430|Code conflicts with units|2007-11-05
N431|Not covered with this procedure|2007-11-05
N432|Notice: recovery audit adjustment|2007-11-05||alert
N433|Resubmit with NPI only|2008-02-29
N434|POA indicator missing or invalid|2008-07-01
N435|Frequency exceeded without documents|2008-07-01
N436||2008-07-01
N437||2008-07-01||alert
N438 N439 N440 N441||2008-07-01
N442|Alternate fee schedule|2008-07-01
N443||2008-07-01
N444||2008-07-01||alert
N445 N446 N447||2008-07-01
N448|Not in fee schedule|2008-07-01
N449 N450 N451 N452 N453 N454 N455 N456 N457 N458 N459 N460 N461 N462 N463 N464||2008-07-01
N465 N466 N467 N468||2008-07-01
N469||2008-07-01||alert
N470 N471 N472 N473 N474 N475 N476 N477 N478||2008-07-01
N479|Primary EOB missing|2008-07-01
N480|Primary EOB incomplete|2008-07-01
N481 N482||2008-07-01
N483 N484||2008-07-01|2015-05-01
N485 N486 N487 N488 N489 N490 N491||2008-07-01
N492||2008-07-01||alert
N493 N494 N495 N496 N497 N498 N499 N500 N501 N502 N503 N504||2008-07-01
N505 N506||2008-11-01||alert
N507||2008-11-01
N508 N509 N510 N511 N512 N513||2008-11-01||alert
N514||2008-11-01|2011-01-01
N515||2008-11-01|2009-10-01|alert
N516||2009-03-01
N517|Resubmit new claim with data|2009-03-01
N518||2009-03-01
N519|Modifier combination invalid|2009-07-01
N520||2009-07-01||alert
N521||2009-11-01
N522|Duplicate of crossover claim|2009-11-01
N523 N524||2010-03-01
N525|Within another service's global period|2010-03-01
N526 N527 N528 N529 N530 N531 N532||2010-03-01
N533 N534 N535 N536 N537 N538||2010-07-01
N539||2010-07-01||alert
N540 N541||2010-11-01
N542 N543||2011-03-08
N544||2011-07-01||alert
N545 N546||2011-07-01
N547||2012-03-06
N548 N549 N550||2012-03-06||alert
N551 N552||2012-03-06
N553||2012-03-06|2012-11-01
N554 N555 N556||2012-07-01
N557|Outside service area|2012-07-01
N558 N559||2012-07-01
N560 N561 N562||2012-11-01
N563|Notice: advance notice of non-coverage missing|2012-11-01||alert
N564||2012-11-01
N565 N566||2012-11-01||alert
N567||2013-03-01
N568||2013-03-01||alert
N569|Not covered for reported diagnosis|2013-03-01
N570|Credentialing data missing or invalid|2013-03-01
N571||2013-03-01||alert
N572|Needs reporting code and modifier|2013-03-01
N573||2013-03-01||alert
N574|Ordering or referring type not allowed|2013-07-15
N575|Ordering or referring name mismatch|2013-07-15
N576 N577 N578 N579 N580 N581 N582 N583 N584 N585 N586 N587 N588 N589 N590 N591||2013-07-15
N592 N593 N594 N595 N596 N597||2013-07-15
N598|This coverage is primary|2013-07-15
N599 N600 N601 N602 N603 N604 N605 N606 N607 N608 N609||2013-07-15
N610||2013-07-15||alert
N611 N612||2013-07-15
N613 N614 N615 N616||2013-07-15||alert
N617||2013-07-15
N618||2013-07-15||alert
N619||2013-07-15
N620|Notice: quality reporting code|2013-07-15||alert
N621 N622 N623 N624 N625 N626||2013-07-15
N627||2013-07-15|2014-07-01
N628 N629 N630 N631||2013-07-15
N632||2013-07-15|2014-07-01
N633 N634 N635 N636 N637 N638 N639||2013-07-15
N640|Frequency limit exceeded|2013-07-15
N641 N642 N643 N644 N645 N646 N647 N648 N649 N650 N651 N652 N653 N654 N655 N656||2013-07-15
N657|Bill with appropriate code|2013-07-15
N658 N659 N660 N661||2013-07-15
N662||2013-07-15||alert
N663 N664 N665 N666 N667 N668 N669 N670 N671||2013-07-15
N672||2013-07-15||alert
N673||2013-07-15
N674|Prerequisite service missing|2013-07-15
N675 N676||2013-07-15
N677||2013-11-01||alert
N678 N679 N680 N681 N682 N683 N684 N685 N686||2013-11-01
N687 N688 N689 N690 N691 N692 N693 N694 N695 N696 N697 N698||2013-11-01||alert
N699|PQRS incentive adjustment|2014-03-01
N700|EHR incentive adjustment|2014-03-01
N701|Value-based modifier adjustment|2014-03-01
N702|Based on other adjudicated claims|2014-03-01
N703||2014-03-01
N704|Notice: resubmit, no appeal|2014-03-01||alert
N705||2014-03-01
N706|Documentation missing|2014-03-01
N707 N708 N709 N710 N711 N712 N713 N714 N715 N716 N717 N718 N719||2014-03-01
N720||2014-03-01||alert
N721 N722 N723 N724 N725 N726 N727 N728||2014-03-01
N729 N730 N731 N732 N733 N734||2014-11-01
N735||2015-03-01|2016-01-01
N736 N737 N738 N739 N740 N741||2015-03-01
N742||2015-03-01|2016-11-01|alert
N743 N744 N745 N746 N747 N748 N749 N750 N751 N752||2015-03-01
N753 N754 N755 N756 N757||2015-07-01
N758|Prior authorization decision|2015-07-01
N759||2015-07-01
N760 N761 N762 N763||2015-11-01
N764 N765 N766||2016-03-01
N767|Provider not enrolled in member's Medicaid|2016-03-01
N768 N769||2016-03-01
N770|Adjustment request processed|2016-03-01
N771 N772||2016-07-01||alert
N773||2016-07-01
N774||2016-07-01||alert
N775 N776 N777 N778 N779 N780||2016-11-01
N781|Notice: QMB, check deductible collected|2016-11-01||alert
N782|Notice: QMB, check coinsurance collected|2016-11-01||alert
N783|Notice: QMB, check copay collected|2016-11-01||alert
N784 N785 N786||2016-11-01
N787 N788||2017-03-01||alert
N789 N790 N791 N792||2017-07-01
N793||2017-07-01|2020-07-01|alert
N794||2017-07-01
N795 N796 N797 N798 N799||2017-11-01
N800 N801 N802 N803||2018-03-01
N804 N805||2018-07-01||alert
N806||2018-07-01
N807|MIPS payment adjustment|2018-07-01
N808|Provider type not covered|2018-07-01
N809 N810||2018-11-01||alert
N811 N812||2018-11-01
N815|NDC units missing or invalid|2019-07-01
N816||2019-07-01
N817||2019-07-01||alert
N818 N819 N820 N821||2019-07-01
N822|Modifier missing|2019-07-01
N823|Modifier incomplete or invalid|2019-07-01
N824 N825 N826 N827||2019-11-01
N828||2020-03-01||alert
N829||2020-03-01
N830||2020-03-01||alert
N831||2020-03-01
N832 N833||2020-07-01
N834 N835 N836||2020-11-01
N837 N838||2020-11-01||alert
N839 N840||2021-03-01
N841 N842||2021-03-01||alert
N843 N844||2021-03-01
N845||2021-03-01||alert
N846 N847 N848 N849 N850||2021-03-01
N851|Therapy assistant reduction|2021-07-01
N852 N853||2021-07-01
N854||2021-07-01||alert
N855 N856||2021-07-01
N857||2021-11-01
N858 N859||2021-11-01||alert
N860|Notice: QPA used for cost share|2021-11-01||alert
N861 N862 N863 N864 N865 N866 N867 N868 N869 N870 N871 N872 N873 N874 N875 N876||2022-03-01||alert
N877 N878 N879||2022-03-01||alert
N880 N881||2022-11-01
N882 N883 N884 N885||2022-11-01||alert
N886||2023-07-01||alert
N887||2023-07-01
N888||2023-07-01||alert
N889||2023-11-01||alert
N890 N891 N892||2023-11-01
N893||2024-03-01
N894||2024-03-01||alert
N895||2024-03-01
N896 N897 N898 N899 N900 N901 N902 N903 N904||2024-07-01
N905 N906 N907 N908 N909 N910 N911||2025-03-01
N912 N913 N914 N915 N916||2025-07-01
N917 N918 N919 N920 N921 N922||2026-03-01
MA01|Notice: may appeal approved amount|||alert
MA02|Notice: right to appeal determination|||alert
MA03|||2021-01-01
MA04|Primary payer identity or payment missing
MA05 MA06|||2021-01-01
MA07|Notice: forwarded to Medicaid|||alert
MA08|Notice: not forwarded, not Medigap or nonparticipating|||alert
MA09|Notice: unassigned claim processed assigned|||alert
MA10|Notice: patient overpaid; refund|||alert
MA11|||2021-01-01
MA12|No legal right shown to bill
MA13|Notice: bill only PR group amounts|||alert
MA14||||alert
MA15|Notice: claim split to expedite|||alert
MA16 MA17
MA18|Notice: forwarded to supplemental insurer|||alert
MA19|Notice: Medigap data wrong, not sent|||alert
MA20 MA21
MA22|Payment under one dollar suppressed
MA23 MA24 MA25
MA26||||alert
MA27|Entitlement number or name invalid
MA28|Notice: nonassigned provider, information only|||alert
MA29|||2021-01-01
MA30|Type of bill missing or invalid
MA31|Statement from/through dates invalid
MA32|Covered days missing or invalid
MA33|Non-covered days missing or invalid
MA34|Coinsurance days missing or invalid
MA35|Lifetime reserve days missing or invalid
MA36|Patient name missing or invalid
MA37|Patient address missing or invalid
MA38|||2021-01-01
MA39|Patient sex missing or invalid
MA40|Admission date missing or invalid
MA41|Admission type missing or invalid
MA42|Point of origin missing or invalid
MA43|Patient status missing or invalid
MA44|Notice: no appeal, decided by law|||alert
MA45|Notice: payment held in special account|||alert
MA46|Notice: reviewed, no further payment|||alert
MA47
MA48|Responsible party or primary payer address invalid
MA49|||2021-01-01
MA50|IDE or clinical trial number invalid
MA51 MA52|||2021-01-01
MA53 MA54 MA55 MA56 MA57
MA58|Release of information indicator invalid
MA59|Notice: patient overpaid; refund in 30 days|||alert
MA60|Patient relationship to insured invalid
MA61|Social security number missing or invalid
MA62|Notice: telephone review decision|||alert
MA63|Principal diagnosis missing or invalid
MA64|We are third payer; others first
MA65|Admitting diagnosis missing or invalid
MA66|Principal procedure missing or invalid
MA67|Notice: correction of prior claim|||alert
MA68|Notice: crossover not sent, secondary incomplete|||alert
MA69|Remarks missing or invalid
MA70|Provider representative signature missing
MA71
MA72|Notice: patient overpaid assigned service|||alert
MA73
MA74|Notice: replaces lost or returned payment|||alert
MA75|Patient signature missing or invalid
MA76
MA77||||alert
MA78|||2021-01-01
MA79|Billed above interim rate
MA80
MA81|Provider signature missing or invalid
MA82|||2021-01-01
MA83|Primary or secondary status not indicated
MA84
MA85 MA86 MA87|||2021-01-01
MA88|Primary insured's address or phone invalid
MA89|Relationship to primary insured invalid
MA90|Primary insured's employment status invalid
MA91|Notice: result of your appeal|||alert
MA92|Other insurance plan data missing
MA93
MA94|Hospice attending statement missing
MA95|||2021-01-01
MA96 MA97
MA98|||2021-01-01
MA99|Medigap data missing or invalid
MA100|Current illness date missing or invalid
MA101 MA102|||2021-01-01
MA103
MA104 MA105|||2021-01-01
MA106 MA107 MA108 MA109 MA110 MA111
MA112|Group practice data missing or invalid
MA113|TIN invalid per IRS
MA114|Service location data missing or invalid
MA115|HPSA physical location missing or invalid
MA116 MA117
MA118|Notice: veteran's service, no Medicare payment|||alert
MA119|||2021-01-01
MA120|CLIA number missing or invalid
MA121|X-ray date missing or invalid
MA122|Initial treatment date missing or invalid
MA123
MA124|||2021-01-01
MA125|Payment is in full by law
MA126 MA128
MA129|||2021-01-01
MA130|Unprocessable; resubmit, no appeal rights
MA131|Physician already paid, demonstration
MA132
MA133|Overlaps inpatient stay
MA134|Facility number of residence invalid
`,
  { dated: 'payment', imported: [['rarc']] },
);
