/** The way from claim JSON to an 837, step by step, beside a writer by hand where one lies beside the project. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { runAlone } from './build.ts';
import type { Floor } from './floor-alone.ts';
import { median, table } from './table.ts';
import type { Writing } from './write-alone.ts';

const PASSES = 5;
/** In the order of the table. */
const STEPS = {
  form: 'form (zod)',
  edits: 'edits',
  write: 'writeClaims',
  loops: 'of it: claims to loops',
  all: 'JSON to bytes',
} as const;
type Step = keyof typeof STEPS;

const FLOOR = path.resolve('..', 'shared', 'bench', 'floor-837-write.mjs');

/** Enough of them that the start of the process counts for little. */
const FLOOR_CLAIMS = 1_000_000;

type Round = { steps: Record<Step, Writing>; floor: Floor | undefined };

/** Measures and gives back the text of the tables. */
export async function benchClaims(claims: number, rounds: number): Promise<string> {
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    const run = (step: Step) => runAlone<Writing>('claims-alone', [step, String(claims), String(PASSES)]);
    const steps = {
      form: await run('form'),
      edits: await run('edits'),
      write: await run('write'),
      loops: await run('loops'),
      all: await run('all'),
    };
    const floor = existsSync(FLOOR) ? await runAlone<Floor>('floor-alone', [FLOOR, String(FLOOR_CLAIMS)]) : undefined;
    measured.push({ steps, floor });
  }
  const of = (pick: (round: Round) => number) => median(measured.map(pick));
  const rows = (Object.keys(STEPS) as Step[]).map((step) => [
    STEPS[step],
    of(({ steps }) => (steps[step].cpuSeconds / claims) * 1e6).toFixed(1),
    of(({ steps }) => claims / steps[step].cpuSeconds).toFixed(0),
    of(({ steps }) => (100 * steps[step].cpuSeconds) / steps.all.cpuSeconds).toFixed(0),
  ]);
  const floors = measured.flatMap(({ steps: { write }, floor }) =>
    floor === undefined
      ? []
      : [
          {
            claims: claims / write.cpuSeconds / floor.claims,
            bytes: write.written / 1e6 / write.cpuSeconds / floor.megabytes,
          },
        ],
  );
  const beside =
    floors.length === 0
      ? []
      : [
          `writeClaims makes ${median(floors.map((one) => one.claims)).toFixed(2)} of the claims, and ${median(floors.map((one) => one.bytes)).toFixed(2)} of the bytes, that a writer by hand for claims of one to`,
          'six lines makes in a second of processor time.',
        ];
  return [
    `From JSON to bytes, ${claims} claims of four lines, each with a subscriber of its own: each step alone in a warm process. "JSON to`,
    'bytes" is all of it, claims checked one by one and written together. The steps share no memory there: what is left over is',
    'the work of holding it all.',
    '',
    table(['step', 'CPU µs a claim', 'claims/CPU s', '% of the whole'], rows),
    '',
    ...beside,
  ].join('\n');
}
