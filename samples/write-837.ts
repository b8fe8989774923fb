// Checks a claim and writes it as an 837P interchange.
import { readFileSync } from 'node:fs';
import { DEFAULT_DELIMITERS, formatIssue, validateClaim, writeClaims } from '../src/index.ts'; // from 'claimwire' in your project

const [json] = JSON.parse(readFileSync('samples/claims/professional.json', 'utf8')) as unknown[];
const { claim, issues } = validateClaim(json);
for (const issue of issues) console.error(formatIssue(issue));
if (claim === undefined) process.exit(1);

const party = (id: string) => ({ qualifier: 'ZZ', id, groupId: id });
const { text } = writeClaims([claim], {
  sender: party('ACMEBILLING'),
  receiver: party('CLEARHOUSE'),
  submitter: { name: 'ACME BILLING', id: 'ACMEBILLING', contact: { name: 'EDI DESK', phone: '6145550100' } },
  receiverParty: { name: 'CLEARINGHOUSE', id: 'CLEARHOUSE' },
  usage: 'T',
  isa13: 1,
  gs06: 1,
  at: new Date('2026-11-02T12:00:00Z'),
  acknowledgmentRequested: true,
  delimiters: DEFAULT_DELIMITERS,
  lineBreak: '\n',
  maxClaimsPerSet: 100,
  batchReference: 'BATCH1',
});
process.stdout.write(text);
