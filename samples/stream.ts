// Reads a file of any size as it arrives, in constant memory: what unpaid lines were adjusted by, and why.
import { createReadStream } from 'node:fs';
import { type Cents, formatCents, readInterchange, sumCents, toCents } from '../src/index.ts'; // from 'claimwire' in your project

const denied = new Map<string, Cents>();
for await (const item of readInterchange(createReadStream('samples/answers/835.x12'))) {
  if (item.type !== '835.claim') continue;
  for (const { adjustments } of item.lines.filter(({ paidCents }) => paidCents === 0))
    for (const { group, reason, amountCents } of adjustments) {
      const key = `${group}-${reason}`;
      denied.set(key, sumCents([denied.get(key) ?? toCents(0), amountCents]));
    }
}
for (const [key, amount] of denied) console.log(`${key}: ${formatCents(amount)}`);
