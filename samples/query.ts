// Asks a file with node-x12's query language: which line item control numbers each claim payment repeats.
import { createReadStream } from 'node:fs';
import { X12QueryEngine } from 'node-x12';
import { toNodeX12 } from '../src/node-x12.ts'; // from 'claimwire/node-x12' in your project

for (const interchange of await toNodeX12(createReadStream('samples/answers/835.x12'))) {
  const results = new X12QueryEngine().query(interchange, 'REF02:REF01["6R"]');
  console.log(`${results.length} line item control numbers, the first ${results[0]?.value}`);
}
