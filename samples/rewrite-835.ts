// Takes names and member ids out of an 835 and leaves every other byte as it was.
import { readFileSync } from 'node:fs';
import { formatIssue, guide835, rewriteInterchange } from '../src/index.ts'; // from 'claimwire' in your project

const file = process.argv[2] ?? 'samples/answers/835.x12';
const { text, issues } = rewriteInterchange(readFileSync(file), (set) => {
  const remittance = set.as(guide835);
  const claims = remittance?.headers?.flatMap((header) => header.claims ?? []) ?? [];
  claims.forEach((claim, index) => {
    for (const name of [claim.patient, claim.insured, claim.correctedInsured]) {
      if (name === undefined) continue;
      name.lastName = 'DOE';
      name.firstName = name.middleName = name.suffix = undefined;
      if (name.id !== undefined) name.id = `MEMBER${index + 1}`;
    }
  });
});
for (const issue of issues) console.error(formatIssue(issue));
process.stdout.write(text);
