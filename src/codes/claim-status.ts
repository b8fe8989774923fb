/** Claim status codes (STC01-2). Labels are our own words. Data only. */
import { type CodeList, codeList } from './code-set.ts';

export const CLAIM_STATUS: CodeList = codeList(
  'Claim status codes',
  '2014-07, later ones (772 and up) missing',
  `
0|No further status electronically
1|See remittance advice
2|Details in letter
3|Adjudicated, awaiting payment cycle
4 5
6|Balance due from subscriber
7 8 9 10 11
12|Submitted procedures combined
13 14
15|Submitted procedures modified
16|Forwarded to entity
17|Forwarded by third party to entity
18|Entity received, returned invalid status
19|Entity acknowledges receipt
20|Accepted for processing
21|Missing or invalid information (needs second code)
22
23|Returned to entity
24|Entity not approved electronic submitter
25|Entity not approved
26|Entity not found
27|Policy cancelled
28
29|Subscriber and policy number mismatch
30|Subscriber and ID mismatch
31|Subscriber and policyholder name mismatch
32|Subscriber and policy number not found
33|Subscriber and ID not found
34|Subscriber and policyholder name not found
35|Claim not found
37|Predetermination on file, services incomplete
38|Awaiting periodic cycle
39|Pregnancy charges deferred to delivery
40|Awaiting final approval
41|Special handling at payer
42|Awaiting related charges
44|Provider audit pending
45|Awaiting benefit determination
46|Internal review
47|Internal review, partly paid
48
49|Provider accreditation review
50|Internal provider verification
51|Occupational illness investigation
52|Other insurance investigation
53|ID or group number research
54|Duplicate of processed claim or line
55|Assigned to analyst
56|Awaiting eligibility
57|COBRA information requested
59|Information requested non-electronically
60|Information requested electronically
61|Extended benefit eligibility
64|Repricing information
65|Paid
66|Usual and customary paid
67 68 69 70 71
72|Split payment
73|Paid to entity, no assignment on file
78|Duplicate awaiting processing
81|Pre-existing not covered
83|No newborn coverage
84|Not authorized
85|Entity not primary
86|Diagnosis and sex mismatch
87
88|Entity not eligible on service dates
89|No dental eligibility on dates
90|No medical eligibility on dates
91|Entity not eligible or approved on dates
92|Dependent or student rule unmet
93|Not the selected primary care provider
94|Not referred by primary care provider
95|Requested information not received
96|No agreement with entity
97|Patient eligibility not found
98|Applied to deductible
99|Pre-treatment review
100|Precertification penalty
101|Adjustment of previous claim
102|Newborn on mother's claim
103|Combined with other claims
104|Processed per plan
105|Capitated
106|Not entity's responsibility
107|Processed per contract
108
109|Entity not eligible
110|Pricing information needed
111|Electronic submission not allowed by policyholder
112 113
114|Should go to entity
115
116|Sent to wrong payer
117|Signature-on-file needed
118 119 120
121|Line number above payer maximum
122
123|More information requested from entity
124|Entity name, address, phone, ID
125|Entity name
126|Entity address
127|Entity communication number
128|Entity tax ID
129 130 131 132 133 134 135 136 137 138 139 140 141
142|Entity license or certification
143|Entity state license
144
145|Entity taxonomy
146 147
148|Entity SSN
149|Entity employer ID
150 152
153|Entity ID number
154|Surgeon and assistant relationship
155|Entity relationship to patient
156|Patient relationship to subscriber
157|Entity sex
158|Entity birth date
159|Entity death date
160
161|Entity employment status
162
163|Entity policy number
164|Entity member number
165 166 167 168 169 170
171|Other insurance information
172 173 174 175 176 177
178|Submitted charge
179|Outside lab charge
180 181
182|Amount allowed or paid by other payer
183|Amount entity paid
184 185 186
187|Service date
188|Statement dates
189|Admission date
190|Discharge date
191|Last menstrual period
192|First service date for episode
193 194
195|Disability dates
196|Return to work date
197|Coverage effective date
198 199 200
201|Prior appliance placement date
202
203|Appliance placed date
204 205 206 207 208 209
210|Last x-ray date
211 212 213 214 215
216|Drug information
217|Drug name, strength, form
218|NDC
219|Prescription number
220 221 222 223 224
225|Anatomical location
226 227
228|Type of bill
229|Admission source
230|Admission hour
231|Admission type
232|Admitting diagnosis
233|Discharge hour
234|Patient discharge status
235 236 237 238 239
240|Tooth surface
241|Missing teeth list
242|Tooth, surface or quadrant
243|Treatment months remaining
244|Tooth number
245|Quadrant or arch
246
247|Line information
248
249|Place of service
250|Type of service
251|Anesthesia minutes
252|Entity authorization number
253
254|Principal diagnosis
255|Diagnosis code
256|DRG code
257
258|Days or units
259|Frequency
260 261 262 263 264 265
266|Ambulance origin and destination
267|Ambulance miles
268 269 270 271 272 273 274 275
276|Claim form type
277|Paper claim
278
279|Itemize
280 281 282
283|Medicare entitlement needed
284 285
286|Other payer EOB
287|Medical necessity
288 289 290 291 292 293
294|Supporting documents
295 296
297|Medical notes
298|Operative report
299 300 301 302 303 304 305
306|Detailed description
307 308 309 310 311 312 313 314 315 316 317
318|X-ray films
319 320 321 322 323 324 325 326 327 328 329 330 331 332 333 334
335 336 337 338 339 340 341 342 343 344
345|Treatment plan
346 347 348 349 350 351 352 353 354 355 356 357 358 359
360|Benefits assignment indicator
361 362
363|Possible workers' compensation
364|Employment related?
365|Result of accident?
366|Auto accident?
367 368 369 370 371 372 373 374 375 376 377 378 379 380 381 382
383 384 385 386
387|Date last examined
388|Care assumed date
389|Care relinquished date
390 391 392 393 394 395 396
397|Onset date
398 399
400|Claim out of balance
401|Source of payment invalid
402|Amount must exceed zero
403 404 405 406 407 408 409 410 411 412 413 414 415 416 417 418
419 420 421 422 423 424 425 426 427 428 429 430 431 432 433 434
435 436 437 438 439 440 441 442 443 444 445 446 447 448 449 450
451 452
453|Procedure modifier
454|Procedure code
455|Revenue code
456|Covered days
457|Non-covered days
458|Coinsurance days
459|Lifetime reserve days
460|Condition code
461 462 463
464|Payer claim control number
465|Principal procedure code
466|Entity original signature
467
468|Patient signature source
469|Purchased service charge
470
471|Emergency related?
472 473
474|Procedure and sex mismatch
475|Procedure invalid for age
476|Units missing or invalid
477|Diagnosis pointer missing or invalid
478|Claim submitter identifier
479|Other payer ID missing or invalid
480|Entity claim filing indicator
481|Submission format invalid
482
483|Benefit maximum met
484|Application unavailable
485
486|Principal procedure date
487|Claim should go through entity
488|Diagnosis for services
489|Attachment control number
490|Other procedure code
491|Encounter submission not allowed
492|Other procedure date
493|Version not supported
494|Real time unsupported; send batch
495|Use new claim number to readjudicate
496|Submitter not approved for entity
497
498|Leave days exhausted
499|No rate on file
500|Entity ZIP
501|Entity state
502|Entity city
503|Entity street
504|Entity last name
505|Entity first name
506|Entity changing clearinghouse
507|HCPCS
508|ICD-9
509|External cause code
510|Future date
511|Invalid character
512|Length invalid at receiver
513|HIPPS code
514|Entity middle name
515
516|Other entity adjudication date
517 518
519|Adjustment amount
520|Adjustment quantity
521|Adjustment reason
522
523|Anesthesia units
524 525 526 527 528 529 530 531 532 533 534
535|Claim frequency code
536
537|MSP pass-through amount
538|Claim identifier
539 540
541|Submission reason
542 543
544|CLIA
545|Contract amount
546 547
548|Contract type
549
550|COB code
551|COB total submitted charge
552
553|Covered amount
554|Date claim paid
555|Delay reason
556|Demonstration project ID
557 558 559
560|Entity secondary ID
561|Entity contact name
562|Entity NPI
563|Entity tax amount
564|EPSDT indicator
565 566
567|Facility code qualifier
568|Family planning indicator
569 570 571 572 573 574
575|Homebound indicator
576 577
578|Insurance type
579|IDE identifier
580 581 582
583|Line charge
584|Line control number
585|Denied or non-covered charge
586|Line
587
588|Medical record number
589|Accept assignment code
590 591 592
593|Section 4081 indicator
594 595
596|Non-covered charge
597 598
599|Note reference
600 601 602 603 604
605|Orthodontic months
606 607
608|Paid units
609|Participation agreement
610 611 612 613 614 615 616
617|Postage claimed
618 619 620 621 622 623 624
625|Predetermination ID
626|Pregnancy indicator
627
628|Pricing methodology
629|P&C claim number
630|Referring CLIA
631 632
633|Related causes
634|Remark code
635 636 637 638
639|Responsibility amount
640|Sales tax
641
642|Authorization exception
643|Line paid amount
644|Line rate
645 646 647 648 649
650|Special program
651 652 653 654 655 656 657
658|Treatment code
659|Unit of measure
660 661 662 663
664|Banding date
665|Surgery date
666|Surgical procedure
667 668
669|Dental narrative needed
670 671
672|Other payer payment out of balance
673|Reason for visit
674|Authorization exceeded
675|Admission through discharge dates
676
677|Entity not affiliated
678|Revenue code and sex mismatch
679|Newborn on mother's claim
680|Entity country
681|Currency unsupported
682 683
684|Syntax error; see 999/824
685|Real time incomplete; continues
686|Fully adjudicated, no more action
687
688|POA indicator
689|Entity timed out
690 691 692
693|Amount must be zero or more
694|Amount must not be zero
695|Entity country subdivision
696|Adjustment group code
697|Decimal precision invalid
698|Form type
699
700|ICD-10
701|Initial treatment date
702 703
704|Claim
705 706 707 708 709
710|Line adjudication data
711
712|Obstetric additional units
713
714|Care plan oversight number
715 716
717|Claim split
718|Timely filing
719|Occurrence code
720|Occurrence date
721|Occurrence span code
722|Occurrence span dates
723|Days supply
724
725|Value code
726|Value code amount
727|Accident date
728|Accident state
729 730
731|Test result
732|Against billing guidelines
733|Member number prefix
734
735|Included in another service
736|Related service not received
737|CDT code
738 739
740|Drop-off location
741|Entity must be a person
742|Payer responsibility sequence
743|Entity enrollment data
744|Hospital acquired condition
745|Identifier qualifier
746|Duplicate submission
747|Hospice employee indicator
748|Corrected data
749|Injury date
750|Accident state code
751|Pickup state
752|Drop-off state
753|Copay status
754|Entity suffix
755|Entity primary identifier
756|Entity received date
757|Last seen date
758 759
760|Tooth status
761|Entity referral number
762|Locum tenens ID (entity 82)
763|Pickup ZIP
764 765 766 767 768 769 770 771
`,
);
