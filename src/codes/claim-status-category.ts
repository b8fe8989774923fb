/** Claim status category codes (STC01-1). Labels are our own words. Data only. */
import { type CodeList, codeList } from './code-set.ts';

export const CLAIM_STATUS_CATEGORY: CodeList = codeList(
  'Claim status category codes',
  '2014',
  `
A0|Forwarded to another entity
A1|Received
A2|Accepted into adjudication
A3|Returned, unprocessable
A4|Not found
A5|Split on acceptance
A6|Rejected, missing information
A7|Rejected, invalid information
A8|Rejected, related fields in error
D0|Data search unsuccessful
E0|Cannot answer: request data error
E1|Cannot answer: system status
E2|Holder not responding
E3|Correction needed, related fields
E4|Trading partner requirement unmet
F0|Finalized
F1|Finalized, paid
F2|Finalized, denied
F3|Finalized, revised
F3F|Finalized, forwarded
F3N|Finalized, not forwarded
F4|Finalized, no payment coming
F5|Finalized, cannot process
P0|Pending
P1|Pending, in process
P2|Pending, payer review
P3|Pending, provider information requested
P4|Pending, patient information requested
P5|Pending, administrative hold
R0|Information request, general
R1|Information request, entity
R3|Information request, claim or line
R4|Information request, documentation
R5|Request for additional information (detail not verified)
R6|Request for additional information (detail not verified)
R7|Request for additional information (detail not verified)
R8|Request for additional information (detail not verified)
R9|Request for additional information (detail not verified)
R10|Request for additional information (detail not verified)
R11|Request for additional information (detail not verified)
R12|Request for additional information (detail not verified)
R13|Request for additional information (detail not verified)
R14|Request for additional information (detail not verified)
R15|Request for additional information (detail not verified)
R16|Request for additional information (detail not verified)
R17|Request for additional information (detail not verified)
RQ|Request for additional information (detail not verified)
X0|Supervisory review
`,
);
