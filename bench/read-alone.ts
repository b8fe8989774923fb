/**
 * One reader in a process of its own: `read-alone READER KIND FILE WARM PASSES`. Passes over WARM come first, then FILE is
 * timed so many times.
 */
import { tell } from './build.ts';
import type { FileKind } from './generate.ts';
import { READERS } from './readers.ts';
import { median } from './table.ts';

/** The median pass: time on the clock, time on the processor (all threads); and the most memory the process held. */
export type Reading = { seconds: number; cpuSeconds: number; peakMegabytes: number };

const WARM_PASSES = 4;

const [name = '', kind = '', file = '', warm = '', passes = '1'] = process.argv.slice(2);
const reader = READERS[name];
if (reader === undefined) throw new Error(`no reader ${name}`);
for (let pass = 0; pass < WARM_PASSES; pass++) await reader.read(warm, kind as FileKind);

const timed: { seconds: number; cpuSeconds: number }[] = [];
for (let pass = 0; pass < Number(passes); pass++) {
  const begin = performance.now();
  const before = process.cpuUsage();
  await reader.read(file, kind as FileKind);
  const { user, system } = process.cpuUsage(before);
  timed.push({ seconds: (performance.now() - begin) / 1000, cpuSeconds: (user + system) / 1e6 });
}
const reading: Reading = {
  seconds: median(timed.map(({ seconds }) => seconds)),
  cpuSeconds: median(timed.map(({ cpuSeconds }) => cpuSeconds)),
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
};
tell(reading);
