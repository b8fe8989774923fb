/** Reading speed: our readers, from segments to records, beside node-x12 and a bare split, on the same files in one run. */
import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { removeFolder, temporaryFolder } from '../test/services/folders.ts';
import { runAlone } from './build.ts';
import { type FileKind, makeFile } from './generate.ts';
import type { Reading } from './read-alone.ts';
import { PEER, PLAIN, READERS } from './readers.ts';
import { median, table } from './table.ts';

export type ReadOptions = { rounds: number; megabytes: number };

/** Figures of one reader in one round, relative to the size of its file. */
type Figures = { speed: number; cpuSpeed: number; peak: number };

const KINDS = ['835', '837P'] as const;

/** Measures and gives back the section's text. */
export async function benchRead({ rounds, megabytes }: ReadOptions): Promise<string> {
  const folder = temporaryFolder('bench');
  const tables: string[] = [];
  for (const kind of KINDS) {
    const files = { whole: makeIn(folder, kind, megabytes), part: makeIn(folder, kind, megabytes / 5) };
    const measured: Map<string, Figures>[] = [];
    for (let round = 0; round < rounds; round++) measured.push(await oneRound(files));
    tables.push(tableOf(kind, measured));
  }
  removeFolder(folder);
  return [
    `## Reading ${megabytes} MB`,
    '',
    `Each reader alone in a warm process, median of ${rounds} rounds. The ratios are of processor time within a round, so that`,
    'what else the machine does counts little; MB/s are by the clock. Peak memory includes Node and the file.',
    `The plain wire reader, the oracle of the tests, reads ${megabytes / 5} MB.`,
    '',
    tables.join('\n\n'),
  ].join('\n');
}

function makeIn(folder: string, kind: FileKind, megabytes: number): string {
  const file = path.join(folder, `${kind}-${megabytes}`);
  writeFileSync(file, makeFile(kind, megabytes * 1e6));
  return file;
}

async function oneRound(files: { whole: string; part: string }): Promise<Map<string, Figures>> {
  const figures = new Map<string, Figures>();
  for (const name of Object.keys(READERS)) {
    const file = name === PLAIN ? files.part : files.whole;
    const { seconds, cpuSeconds, peakMegabytes } = await runAlone<Reading>('read-alone', [name, file]);
    const size = statSync(file).size / 1e6;
    figures.set(name, { speed: size / seconds, cpuSpeed: size / cpuSeconds, peak: peakMegabytes });
  }
  return figures;
}

function tableOf(kind: FileKind, rounds: readonly Map<string, Figures>[]): string {
  const of = (pick: (round: Map<string, Figures>) => number) => median(rounds.map(pick));
  const rows = Object.keys(READERS).map((name) => [
    name,
    of((round) => round.get(name)!.speed).toFixed(1),
    of((round) => round.get(name)!.cpuSpeed).toFixed(1),
    of((round) => round.get(name)!.cpuSpeed / round.get(PEER)!.cpuSpeed).toFixed(2),
    of((round) => round.get(name)!.peak).toFixed(0),
  ]);
  return table([kind, 'MB/s', 'MB per CPU second', `ratio to ${PEER}`, 'peak MB'], rows);
}
