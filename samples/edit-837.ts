// Makes each claim of an 837 a replacement of the one that the payer knows, and checks it.
import { createReadStream } from 'node:fs';
import { claimsFrom837, formatIssue, validateClaim } from '../src/index.ts'; // from 'claimwire' in your project

for await (const item of claimsFrom837(createReadStream('samples/sent/837p.x12'))) {
  for (const issue of item.type === 'issue' ? [item] : item.issues) console.log(formatIssue(issue));
  if (item.type === 'issue') continue;
  const { claim, issues } = validateClaim({ ...item.claim, frequency: '7', replaces: { payerClaimNumber: 'ICN1' } });
  for (const issue of issues) console.log(formatIssue(issue));
  if (claim !== undefined) console.log(`${claim.patientControlNumber}: ${claim.lines.length} lines, replaces ICN1`);
}
