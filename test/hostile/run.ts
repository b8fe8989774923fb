/** Reads hostile files with little memory: prints a line of JSON, or ends by what it did not withstand. Told what to read in its argument. */

import { acknowledge } from '../../src/acks/acknowledge.ts';
import { findingsOf } from '../../src/check-interchange.ts';
import { readInterchangeSync } from '../../src/read-interchange.ts';
import { CORPUS } from '../corpus.ts';
import { diceOf } from '../x12/generate-value.ts';
import { tokens } from '../x12/wire.ts';
import { ATTACKS } from './attacks.ts';
import { mutate } from './mutate.ts';

/** How many mutated files to read, or how many bytes of each attack. */
export type Order = { mutated: number } | { attackBytes: number };
/** What was read of a file or of many: `work` is the most items that came for a byte. */
export type Outcome = { name: string; files: number; work: number; codes: string[] };

/** Every file has a summary, and issues of its envelope: a small one would seem much work. */
const ENVELOPE = 100;

/** Sizes of chunks: about an ISA, and others. */
const CHUNKS: readonly number[] = [1, 7, 64, 105, 106, 107, 203, 1000];

/** Small files mostly: a fault counts no more in a large one. */
const SMALL = 8_000;

async function readMutated(count: number): Promise<Outcome> {
  const files = CORPUS.map((file) => file.bytes()).filter(({ length }) => length < SMALL);
  let work = 0;
  for (let seed = 0; seed < count; seed++) {
    const dice = diceOf(seed);
    const { bytes, ways } = mutate(dice.pick(files), dice, dice.pick(files));
    try {
      work = Math.max(work, (await readOneWay(seed, bytes)) / (bytes.length + ENVELOPE));
    } catch (error) {
      throw new Error(`file ${seed}, spoilt by ${ways.join(', ')}`, { cause: error });
    }
  }
  return { name: 'mutated files', files: count, work, codes: [] };
}

/** Most files are read, some are checked by every rule, answered, or cut into segments chunk by chunk too. */
async function readOneWay(seed: number, bytes: Buffer): Promise<number> {
  let items = 0;
  let last = '';
  for (const item of readInterchangeSync(bytes)) {
    items++;
    last = item.type;
  }
  if (last !== 'summary') throw new Error('not read to its end');
  if (seed % 4 === 2 && bytes.length < 4 * SMALL) sameInChunks(bytes, CHUNKS[(seed >> 2) % CHUNKS.length]!);
  if (seed % 4 === 1) for await (const _found of findingsOf(bytes)) items++;
  if (seed % 4 === 3) items += (await acknowledge(bytes)).length / 100;
  return items;
}

function sameInChunks(bytes: Buffer, size: number): void {
  if (JSON.stringify(tokens(bytes, size)) !== JSON.stringify(tokens(bytes)))
    throw new Error(`other segments in chunks of ${size}`);
}

async function readAttack(name: string, chunks: Iterable<Uint8Array>): Promise<Outcome> {
  const codes = new Set<string>();
  let items = 0;
  let bytes = 0;
  function* counted() {
    for (const chunk of chunks) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  for await (const item of findingsOf(counted())) {
    items++;
    if (item.type === 'issue') codes.add(item.code);
  }
  return { name, files: 1, work: items / bytes, codes: [...codes].sort() };
}

const order = JSON.parse(process.argv[2] ?? '') as Order;
const print = (outcome: Outcome) => console.log(JSON.stringify(outcome));
if ('mutated' in order) print(await readMutated(order.mutated));
else for (const [name, { file }] of Object.entries(ATTACKS)) print(await readAttack(name, file(order.attackBytes)));
