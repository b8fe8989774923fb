/** Reading speed: our readers, from segments to records, beside a hand-written one, node-x12 and a bare split, in one run. */
import { statSync } from 'node:fs';
import { removeFolder, temporaryFolder } from '../test/services/folders.ts';
import { runAlone } from './build.ts';
import { floorOf } from './floors.ts';
import { type FileKind, fileIn } from './generate.ts';
import type { Reading } from './read-alone.ts';
import { FLOOR, PEER, READERS, RECORDS, WIRE_READER } from './readers.ts';
import { median, table } from './table.ts';

export type ReadOptions = { rounds: number; megabytes: number; large: boolean };

/** Figures of one reader and size in one round, relative to the size of the file. */
type Figures = { speed: number; cpuSpeed: number; peak: number };
/** By reader and size in megabytes. */
type Round = Map<string, Figures>;

const KINDS = ['835', '837P'] as const;
const SIZES = [1, 10, 100];
const LARGE = 1000;
/** Passes over a file are many where it is small. */
const PASSES = new Map([
  [1, 20],
  [10, 3],
]);

/** Measures and gives back the section's text. */
export async function benchRead({ rounds, megabytes, large }: ReadOptions): Promise<string> {
  const folder = temporaryFolder('bench');
  const sizes = SIZES.filter((size) => size <= megabytes);
  const tables: string[] = [];
  for (const kind of KINDS) {
    const measured: Round[] = [];
    for (let round = 0; round < rounds; round++) measured.push(await oneRound(folder, kind, sizes));
    tables.push(tableOf(kind, sizes, measured));
  }
  if (large) for (const kind of KINDS) tables.push(await largeTable(folder, kind));
  removeFolder(folder);
  return [
    '## Reading',
    '',
    `Each reader alone in a warm process; median of ${rounds} rounds. MB/s are megabytes by second of processor time, all threads`,
    'counted, and the ratios are taken within a round, so that what else the machine does counts little. Peak memory includes',
    'Node. Readers that build everything in memory are not given the large files.',
    '',
    tables.join('\n\n'),
  ].join('\n');
}

async function measure(name: string, folder: string, kind: FileKind, size: number): Promise<Figures> {
  const file = fileIn(folder, kind, size);
  const warm = fileIn(folder, kind, Math.min(size, 10));
  const passes = String(PASSES.get(size) ?? 1);
  const { seconds, cpuSeconds, peakMegabytes } = await runAlone<Reading>('read-alone', [
    name,
    kind,
    file,
    warm,
    passes,
  ]);
  const bytes = statSync(file).size / 1e6;
  return { speed: bytes / seconds, cpuSpeed: bytes / cpuSeconds, peak: peakMegabytes };
}

function readersOf(kind: FileKind): string[] {
  return Object.keys(READERS).filter((name) => name !== FLOOR || floorOf(kind) !== undefined);
}

async function oneRound(folder: string, kind: FileKind, sizes: readonly number[]): Promise<Round> {
  const figures: Round = new Map();
  for (const size of sizes) {
    const names = readersOf(kind).filter((name) => size <= READERS[name]!.most);
    for (const name of names) figures.set(`${name} ${size}`, await measure(name, folder, kind, size));
  }
  return figures;
}

function tableOf(kind: FileKind, sizes: readonly number[], rounds: readonly Round[]): string {
  /** The median over the rounds of a figure, where it was measured in all. */
  const over = (digits: number, pick: (round: Round) => number | undefined): string => {
    const values = rounds.map(pick).filter((value) => value !== undefined);
    return values.length < rounds.length ? '-' : median(values).toFixed(digits);
  };
  const speed = (round: Round, name: string, size: number) => round.get(`${name} ${size}`)?.cpuSpeed;
  const ratio = (round: Round, name: string, of: string, size: number) => {
    const [one, other] = [speed(round, name, size), speed(round, of, size)];
    return one === undefined || other === undefined ? undefined : one / other;
  };
  const rows = readersOf(kind).map((name) => [
    name,
    ...sizes.map((size) => over(1, (round) => speed(round, name, size))),
    ...sizes.map((size) => over(2, (round) => ratio(round, name, FLOOR, size))),
    over(1, (round) => ratio(round, name, PEER, 10)),
    ...sizes.slice(1).map((size) => over(0, (round) => round.get(`${name} ${size}`)?.peak)),
  ]);
  const head = [
    kind,
    ...sizes.map((size) => `MB/s, ${size} MB`),
    ...sizes.map((size) => `of the floor, ${size} MB`),
    'times node-x12, 10 MB',
    ...sizes.slice(1).map((size) => `peak MB, ${size} MB`),
  ];
  return table(head, rows);
}

async function largeTable(folder: string, kind: FileKind): Promise<string> {
  const rows: string[][] = [];
  for (const name of [WIRE_READER, RECORDS]) {
    const { cpuSpeed, peak } = await measure(name, folder, kind, LARGE);
    rows.push([name, cpuSpeed.toFixed(1), peak.toFixed(0)]);
  }
  return table([`${kind} of 1 GB`, 'MB/s', 'peak MB'], rows);
}
