/** What is timed: each reads one file and leaves nothing. */
import { createReadStream, readFileSync } from 'node:fs';
import { X12Parser } from 'node-x12';
import { WIRE } from '../src/guides/index.ts';
import { readInterchange } from '../src/read-interchange.ts';
import { createWireReader } from '../src/x12/reader.ts';
import { createScanner } from '../src/x12/scanner.ts';
import { chunksOf } from './chunks.ts';
import { floorOf } from './floors.ts';
import type { FileKind } from './generate.ts';

/** `most`: the largest file in megabytes that it is given. */
export type Reader = { read: (file: string, kind: FileKind) => void | Promise<void>; most: number };

function wire(file: string, plain: boolean): void {
  const reader = createWireReader({ ...WIRE, plain });
  for (const chunk of chunksOf(file)) reader.push(chunk);
  reader.end();
}

/** The hand-written reader that the others are compared with, and the peer. */
export const FLOOR = 'hand-written floor';
export const PEER = 'node-x12 parse';
export const RECORDS = 'records (readInterchange)';
export const WIRE_READER = 'wire reader, SNIP 1-2';

const ANY = Number.POSITIVE_INFINITY;

/** By name, in the order of the table. */
export const READERS: Readonly<Record<string, Reader>> = Object.freeze({
  'bare split': {
    most: 100,
    read: (file) => {
      for (const segment of readFileSync(file, 'latin1').split('~')) segment.split('*');
    },
  },
  [FLOOR]: { most: ANY, read: (file, kind) => floorOf(kind)?.(file) },
  'scanner only': {
    most: ANY,
    read: (file) => {
      const scanner = createScanner({ segment() {}, issue() {} });
      for (const chunk of chunksOf(file)) scanner.push(chunk);
      scanner.end();
    },
  },
  [WIRE_READER]: { most: ANY, read: (file) => wire(file, false) },
  'wire reader, plain (the oracle)': { most: 1, read: (file) => wire(file, true) },
  [RECORDS]: {
    most: ANY,
    read: async (file) => {
      for await (const _item of readInterchange(chunksOf(file))) void _item;
    },
  },
  'node-x12 stream': {
    most: 100,
    read: async (file) => {
      for await (const _segment of createReadStream(file).pipe(new X12Parser(false))) void _segment;
    },
  },
  [PEER]: {
    most: 10,
    read: (file) => {
      new X12Parser(true).parse(readFileSync(file, 'latin1'));
    },
  },
});
