// Checks a remittance in which an amount and a code were spoiled, and says what is wrong, where, and what to do.
import { readFileSync } from 'node:fs';
import { checkInterchange, formatIssue } from '../src/index.ts'; // from 'claimwire' in your project

const text = readFileSync('samples/answers/835.x12', 'utf8')
  .replace('*185*118.4*', '*195*118.4*')
  .replace('HC:99213', 'QQ:99213');

const { issues, summary } = await checkInterchange(text, { file: 'payments.835', snip: 5 });
for (const issue of issues) console.log(formatIssue(issue));
console.log(`${issues.length} findings in ${summary.segments} segments, ${summary.remits} claim payments`);
