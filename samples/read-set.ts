// The guide's own loops and segments, typed: for what the records leave out.
import { readFileSync } from 'node:fs';
import { formatCents, guide835, readSet } from '../src/index.ts'; // from 'claimwire' in your project

const { sets, issues } = readSet(guide835, readFileSync('samples/answers/835.x12'));
for (const { financial, payer, headers = [] } of sets) {
  console.log(`${payer.name.name} pays ${formatCents(financial.amount)} by ${financial.method} on ${financial.date}`);
  for (const { payment, lines = [] } of headers.flatMap(({ claims = [] }) => claims).slice(0, 3))
    console.log(`${payment.patientControlNumber}: ${lines.map(({ service }) => service.procedure.code).join(', ')}`);
}
console.log(`${issues.length} findings`);
