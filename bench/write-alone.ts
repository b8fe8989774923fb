/** One writer in a process of its own: `write-alone WRITER CLAIMS PASSES`. Some passes warm up, then each is timed. */
import { tell } from './build.ts';
import { median } from './table.ts';
import { setsOfClaims } from './write-values.ts';
import { BY_HAND, WRITERS, writeAll } from './writers.ts';

/** The median pass: time on the clock and on the processor; and the characters written. */
export type Writing = { seconds: number; cpuSeconds: number; written: number };

const WARM_PASSES = 2;

const [name = '', claims = '', passes = '1'] = process.argv.slice(2);
const write = WRITERS[name];
const byHand = WRITERS[BY_HAND];
if (write === undefined || byHand === undefined) throw new Error(`no writer ${name}`);
const sets = setsOfClaims(Number(claims));
const [first] = sets;
if (first === undefined || write(first, '0001') !== byHand(first, '0001')) throw new Error('the texts differ');
for (let pass = 0; pass < WARM_PASSES; pass++) writeAll(write, sets);

const timed: Writing[] = [];
for (let pass = 0; pass < Number(passes); pass++) {
  const begin = performance.now();
  const before = process.cpuUsage();
  const written = writeAll(write, sets);
  const { user, system } = process.cpuUsage(before);
  timed.push({ seconds: (performance.now() - begin) / 1000, cpuSeconds: (user + system) / 1e6, written });
}
const writing: Writing = {
  seconds: median(timed.map(({ seconds }) => seconds)),
  cpuSeconds: median(timed.map(({ cpuSeconds }) => cpuSeconds)),
  written: timed[0]?.written ?? 0,
};
tell(writing);
