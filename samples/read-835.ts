// Reads an 835, prints each claim payment, and checks that the payment balances.
import { readFileSync } from 'node:fs';
import { formatCents, readInterchangeSync, sumCents } from '../src/index.ts'; // from 'claimwire' in your project

const file = process.argv[2] ?? 'samples/answers/835.x12';
for (const item of readInterchangeSync(readFileSync(file), { file })) {
  if (item.type === '835.claim') {
    const adjusted = sumCents(
      [...item.adjustments, ...item.lines.flatMap((line) => line.adjustments)].map((one) => one.amountCents),
    );
    const balanced = item.chargeCents - adjusted === item.paidCents ? 'balances' : 'does not balance';
    console.log(
      `${item.patientControlNumber}: ${formatCents(item.paidCents)} of ${formatCents(item.chargeCents)} paid, ${balanced}`,
    );
  }
  if (item.type === '835.payment') {
    const provider = sumCents(item.providerAdjustments.map((one) => one.amountCents));
    const balanced = item.claimPaidCents - provider === item.amountCents ? 'balances' : 'does not balance';
    console.log(`payment ${item.traceNumber}: ${formatCents(item.amountCents)}, ${balanced}`);
  }
  if (item.type === 'issue')
    console.log(`${item.severity} ${item.code} at segment ${item.origin?.segment}: ${item.message}`);
}
