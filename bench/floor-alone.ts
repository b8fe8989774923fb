/** A writer by hand that lies beside the project, in a process of its own: `floor-alone MODULE CLAIMS`. */
import { pathToFileURL } from 'node:url';
import { tell } from './build.ts';

/** By second of processor time. */
export type Floor = { claims: number; megabytes: number };

/** Claims that the module writes before those it is asked for. */
const WARM_UP = 28_000;

const [module = '', count = ''] = process.argv.slice(2);
let told = '';
const { log } = console;
console.log = (text: string) => {
  told = text;
};
process.argv.splice(2, 2, 'concat', count);
const before = process.cpuUsage();
await import(pathToFileURL(module).href);
const { user, system } = process.cpuUsage(before);
console.log = log;
const claims = (Number(count) + WARM_UP) / ((user + system) / 1e6);
const { mbs, claimsPerSec } = JSON.parse(told) as { mbs: number; claimsPerSec: number };
const floor: Floor = { claims, megabytes: (claims * mbs) / claimsPerSec };
tell(floor);
