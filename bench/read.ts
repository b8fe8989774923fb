/** Reading speed: our readers, from segments to records, beside node-x12 and a bare split, on the same 10 MB in one run. */
import { X12Parser } from 'node-x12';
import { findGuide } from '../src/guides/index.ts';
import { readInterchangeSync } from '../src/read-interchange.ts';
import { createWireReader } from '../src/x12/reader.ts';
import { createScanner } from '../src/x12/scanner.ts';
import { make835, make837 } from './generate.ts';

const BYTES = 10_000_000;
const ROUNDS = 3;
const CHUNK = 64 * 1024;

function inChunks(bytes: Uint8Array, push: (chunk: Uint8Array) => void): void {
  for (let at = 0; at < bytes.length; at += CHUNK) push(bytes.subarray(at, at + CHUNK));
}

function wire(bytes: Uint8Array, plain: boolean): void {
  const reader = createWireReader({ findGuide, plain });
  inChunks(bytes, (chunk) => reader.push(chunk));
  reader.end();
}

/** What is timed; node-x12 reads text and fails on 100 MB, so that 10 MB is what can be compared. */
const READERS: Readonly<Record<string, (bytes: Buffer) => void>> = {
  'split of the text': (bytes) => {
    for (const segment of bytes.toString('latin1').split('~')) segment.split('*');
  },
  'segments (scanner)': (bytes) => {
    const scanner = createScanner({ segment() {}, issue() {} });
    inChunks(bytes, (chunk) => scanner.push(chunk));
    scanner.end();
  },
  'typed values, checked': (bytes) => wire(bytes, false),
  'typed values, plain interpreter': (bytes) => wire(bytes, true),
  'records (readInterchange)': (bytes) => {
    for (const _item of readInterchangeSync(bytes)) void _item;
  },
  'node-x12 parse': (bytes) => {
    new X12Parser(true).parse(bytes.toString('latin1'));
  },
};

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

/** MB/s by reader and file kind, as ratios to node-x12. */
export async function benchRead(): Promise<string> {
  const files = { '835': make835(BYTES), '837P': make837(BYTES) };
  const rows = Object.entries(READERS).map(([name, read]) => {
    const speeds = Object.values(files).map((bytes) => {
      const times = Array.from({ length: name.includes('plain') ? 1 : ROUNDS }, () => {
        const start = performance.now();
        read(bytes);
        return performance.now() - start;
      });
      return bytes.length / 1000 / median(times);
    });
    return { name, speeds };
  });
  const base = rows.find(({ name }) => name.startsWith('node-x12'))?.speeds ?? [1, 1];
  const lines = rows.map(
    ({ name, speeds }) =>
      `| ${name} | ${speeds.map((speed, at) => `${speed.toFixed(1)} | ${(speed / base[at]!).toFixed(1)}`).join(' | ')} |`,
  );
  return [
    '## Reading 10 MB',
    '',
    '| reader | 835 MB/s | to node-x12 | 837P MB/s | to node-x12 |',
    '|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}
