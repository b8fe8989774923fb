/** Writing speed: sets of claims to text by the emitter, beside code written by hand for these claims alone, in one run. */
import { runAlone } from './build.ts';
import { benchClaims } from './claims.ts';
import { median, table } from './table.ts';
import type { Writing } from './write-alone.ts';
import { BY_HAND, WRITERS } from './writers.ts';

const CLAIMS = 10_000;
const PASSES = 5;

/** Measures and gives back the section's text. */
export async function benchWrite({ rounds }: { rounds: number }): Promise<string> {
  const measured: Map<string, Writing>[] = [];
  for (let round = 0; round < rounds; round++) {
    const figures = new Map<string, Writing>();
    for (const name of Object.keys(WRITERS))
      figures.set(name, await runAlone<Writing>('write-alone', [name, String(CLAIMS), String(PASSES)]));
    measured.push(figures);
  }
  const of = (pick: (round: Map<string, Writing>) => number) => median(measured.map(pick));
  const rows = Object.keys(WRITERS).map((name) => [
    name,
    of((round) => CLAIMS / round.get(name)!.cpuSeconds).toFixed(0),
    of((round) => round.get(name)!.written / 1e6 / round.get(name)!.cpuSeconds).toFixed(1),
    of((round) => round.get(BY_HAND)!.cpuSeconds / round.get(name)!.cpuSeconds).toFixed(2),
  ]);
  return [
    `## Writing ${CLAIMS} professional claims of four lines`,
    '',
    `Values to text, each writer alone in a warm process, median of ${rounds} rounds of ${PASSES} passes; per second of processor time. All`,
    'write the same text. The one by hand knows these claims alone and checks nothing but delimiters; the plain emitter is the',
    'oracle of the tests.',
    '',
    table(['837P', 'claims/CPU s', 'MB/CPU s', `ratio to ${BY_HAND}`], rows),
    '',
    await benchClaims(CLAIMS, rounds),
  ].join('\n');
}
