// Holds a claim against a code list: here three lines in the layout of CMS's order file, in place of the whole file.
import { readFileSync } from 'node:fs';
import { codeEdition, codeEditions, formatIssue, readCodeFile, validateClaim } from '../src/index.ts'; // from 'claimwire' in your project

const lines = ['00001 J06     0 a heading', '00002 J069    1 a code below it', '00003 R059    1 a code'];
const { codes, fault } = readCodeFile('icd10cm', new TextEncoder().encode(lines.join('\n')));
if (fault !== undefined) throw new Error(`line ${fault.line}: found ${fault.found}, expected ${fault.expected}`);
const editions = codeEditions([codeEdition({ kind: 'icd10cm', effective: '2026-10-01' }, codes)]);

const [claim] = JSON.parse(readFileSync('samples/claims/professional.json', 'utf8')) as [object];
for (const diagnosis of ['J06.9', 'J06', 'J06.8']) {
  const { issues } = validateClaim({ ...claim, diagnoses: [diagnosis] }, { codes: editions });
  console.log(`${diagnosis}: ${issues.map(formatIssue).join('; ') || 'good'}`);
}
