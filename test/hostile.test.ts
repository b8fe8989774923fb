/**
 * Hostile files: public files spoilt in every way, and files without end. They are read in a process of their own with a
 * small heap, to their end, without an exception, and with work that is bounded by their size.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { ATTACKS } from './hostile/attacks.ts';
import { MUTATIONS, mutate } from './hostile/mutate.ts';
import type { Order, Outcome } from './hostile/run.ts';
import { diceOf } from './x12/generate-value.ts';
import { CLAIM_837P, in837p } from './x12/wire.ts';

// About 40 seconds of one core in all; a busy machine takes longer.
vi.setConfig({ testTimeout: 400_000 });

const RUN = fileURLToPath(new URL('hostile/run.ts', import.meta.url));
const HEAP_MEGABYTES = 128;

/** Throws with the child's last words when it did not withstand. */
function run(order: Order): Outcome[] {
  const args = [`--max-old-space-size=${HEAP_MEGABYTES}`, '--import', 'tsx', RUN, JSON.stringify(order)];
  // The material beside the project is spoken of on a line of its own where it is missing.
  const lines = execFileSync(process.execPath, args, { encoding: 'utf8' }).split('\n');
  return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Outcome);
}

describe('mutations', () => {
  const file = Buffer.from(in837p(CLAIM_837P));

  test.each(Object.keys(MUTATIONS))('%s changes a file, and the same seed changes it alike', (name) => {
    const spoil = (seed: number) => MUTATIONS[name]!(file, diceOf(seed), file).toString('latin1');
    const spoilt = Array.from({ length: 20 }, (_, seed) => spoil(seed));
    expect(new Set(spoilt).size).toBeGreaterThan(1);
    expect(spoilt).toEqual(spoilt.map((_, seed) => spoil(seed)));
  });

  test('are combined', () => {
    const ways = new Set(Array.from({ length: 50 }, (_, seed) => mutate(file, diceOf(seed), file).ways.join()));
    expect(ways.size).toBeGreaterThan(30);
  });
});

describe(`with ${HEAP_MEGABYTES} MB`, () => {
  test('10,000 mutated files are read, checked or answered to their end', () => {
    const [outcome] = run({ mutated: 10_000 });
    expect(outcome).toMatchObject({ files: 10_000 });
    expect(outcome?.work).toBeLessThan(1);
  });

  test('files that ask for too much are refused, others read, and neither fills the memory', () => {
    const outcomes = run({ attackBytes: 2_600_000 });
    expect(outcomes.map(({ name, codes }) => [name, codes.includes('limit-exceeded')])).toEqual(
      Object.entries(ATTACKS).map(([name, { refused }]) => [name, refused]),
    );
    for (const { name, work } of outcomes) expect(work, name).toBeLessThan(0.5);
  });
});
