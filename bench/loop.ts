/** The loop's throughput: claims a second from submit to posted, embedded and with real servers, with each step's share. */
import { stepNames } from '../src/queues/queues.ts';
import { missing } from '../test/services/available.ts';
import { runAlone } from './build.ts';
import type { LoopRun } from './loop-alone.ts';
import { median, table } from './table.ts';

export type LoopOptions = { rounds: number; claims: number };

const SETTINGS = {
  embedded: 'embedded (PGlite, sandbox SFTP)',
  distributed: 'Redis, PostgreSQL, OpenSSH',
} as const;

type Setting = keyof typeof SETTINGS;

/** Measures and gives back the section's text. */
export async function benchLoop({ rounds, claims }: LoopOptions): Promise<string> {
  const lacking = missing('redis', 'postgres', 'sshd');
  const settings: Setting[] = lacking.length === 0 ? ['embedded', 'distributed'] : ['embedded'];
  const runs = new Map<Setting, LoopRun[]>(settings.map((setting) => [setting, []]));
  for (let round = 0; round < rounds; round++)
    for (const [setting, list] of runs) list.push(await runAlone<LoopRun>('loop-alone', [setting, String(claims)]));
  return [
    '## The loop, submit to posted',
    '',
    `${claims} claims of the demo's shapes, handed in 250 at a time; median of ${rounds} rounds, the settings in turn. One process works`,
    'on every step, with PGlite inside it where embedded; the clearinghouse is a process of its own. Batches and polls come every',
    'half second.',
    '',
    speedTable(runs, claims),
    '',
    'Share of the time that runs of the steps took (their waits for database and server included; runs overlap), and runs:',
    '',
    stepTable(runs),
    ...(lacking.length === 0 ? [] : ['', `Not measured with real servers: missing ${lacking.join(', ')}.`]),
  ].join('\n');
}

function speedTable(runs: ReadonlyMap<Setting, LoopRun[]>, claims: number): string {
  const rows = [...runs].map(([setting, list]) => [
    SETTINGS[setting],
    median(list.map(({ seconds }) => claims / seconds)).toFixed(0),
    median(list.map(({ seconds }) => seconds)).toFixed(1),
    median(list.map(({ cpuSeconds }) => cpuSeconds)).toFixed(1),
    median(list.map(({ sandboxCpuSeconds }) => sandboxCpuSeconds)).toFixed(1),
  ]);
  return table(['setting', 'claims/s', 'seconds', 'CPU s, service', 'CPU s, clearinghouse'], rows);
}

function stepTable(runs: ReadonlyMap<Setting, LoopRun[]>): string {
  const rows = [...runs].map(([setting, list]) => [
    SETTINGS[setting],
    ...stepNames.map((step) => {
      const share = median(list.map(({ steps }) => (100 * (steps[step]?.seconds ?? 0)) / totalSeconds(steps)));
      return `${share.toFixed(0)} % (${median(list.map(({ steps }) => steps[step]?.runs ?? 0))})`;
    }),
  ]);
  return table(['setting', ...stepNames], rows);
}

function totalSeconds(steps: LoopRun['steps']): number {
  return Object.values(steps).reduce((sum, { seconds }) => sum + seconds, 0);
}
