// What node-x12's stream makes of a file that arrives in chunks, beside the same model built by Claimwire.
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { X12Parser, type X12Segment } from 'node-x12';
import { toNodeX12 } from '../src/node-x12.ts'; // from 'claimwire/node-x12' in your project

const file = readFileSync('samples/answers/835.x12');
const sent = segmentsOf(file.toString());
const every = (size: number) => Array.from({ length: Math.floor(file.length / size) }, (_, at) => (at + 1) * size);

await compare('whole', []);
await compare('in chunks of 100 bytes', every(100));
await compare('in chunks of 150 bytes', every(150));
// Inside a segment, then right after one.
await compare('in three chunks', [1000, file.indexOf('~', 2000) + 1]);

async function compare(how: string, cuts: readonly number[]): Promise<void> {
  const chunks = [0, ...cuts].map((from, at) => file.subarray(from, cuts[at]));
  const theirs: string[] = [];
  for await (const segment of Readable.from(chunks).pipe(new X12Parser()) as AsyncIterable<X12Segment>)
    theirs.push(...segmentsOf(segment.toString()));
  const [interchange] = await toNodeX12(chunks);
  console.log(`${how}: node-x12 ${count(theirs)}; claimwire ${count(segmentsOf(String(interchange)))}`);
}

function segmentsOf(text: string): string[] {
  return text
    .split('~')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** Segments read as they were sent, and others that were not. */
function count(read: readonly string[]): string {
  const right = sent.filter((segment) => read.includes(segment)).length;
  const wrong = read.filter((segment) => !sent.includes(segment)).length;
  return `${right} of ${sent.length}${wrong === 0 ? '' : `, and ${wrong} never sent`}`;
}
