/** One reader on one file in a process of its own: `read-alone READER FILE`. A first pass warms up, the second is timed. */
import { readFileSync } from 'node:fs';
import { tell } from './build.ts';
import { READERS } from './readers.ts';

/** Time on the clock, time on the processor (all threads), and the most memory the process held. */
export type Reading = { seconds: number; cpuSeconds: number; peakMegabytes: number };

const [name = '', file = ''] = process.argv.slice(2);
const read = READERS[name];
if (read === undefined) throw new Error(`no reader ${name}`);
const bytes = readFileSync(file);
read(bytes);
const begin = performance.now();
const before = process.cpuUsage();
read(bytes);
const { user, system } = process.cpuUsage(before);
const reading: Reading = {
  seconds: (performance.now() - begin) / 1000,
  cpuSeconds: (user + system) / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
};
tell(reading);
