/** What is timed: each reads a whole file in memory and leaves nothing. */
import { X12Parser } from 'node-x12';
import { WIRE } from '../src/guides/index.ts';
import { readInterchangeSync } from '../src/read-interchange.ts';
import { createWireReader } from '../src/x12/reader.ts';
import { createScanner } from '../src/x12/scanner.ts';

const CHUNK = 64 * 1024;

function inChunks(bytes: Uint8Array, push: (chunk: Uint8Array) => void): void {
  for (let at = 0; at < bytes.length; at += CHUNK) push(bytes.subarray(at, at + CHUNK));
}

function wire(bytes: Uint8Array, plain: boolean): void {
  const reader = createWireReader({ ...WIRE, plain });
  inChunks(bytes, (chunk) => reader.push(chunk));
  reader.end();
}

/** All others are compared with this one. */
export const PEER = 'node-x12 parse';

/** The interpreter that the tests compare with: too slow for the whole file. */
export const PLAIN = 'wire reader, plain';

/** By name, in the order of the table. */
export const READERS: Readonly<Record<string, (bytes: Buffer) => void>> = Object.freeze({
  'bare split': (bytes) => {
    for (const segment of bytes.toString('latin1').split('~')) segment.split('*');
  },
  'scanner only': (bytes) => {
    const scanner = createScanner({ segment() {}, issue() {} });
    inChunks(bytes, (chunk) => scanner.push(chunk));
    scanner.end();
  },
  'wire reader': (bytes) => wire(bytes, false),
  [PLAIN]: (bytes) => wire(bytes, true),
  'records (readInterchangeSync)': (bytes) => {
    for (const _item of readInterchangeSync(bytes)) void _item;
  },
  [PEER]: (bytes) => {
    new X12Parser(true).parse(bytes.toString('latin1'));
  },
});
