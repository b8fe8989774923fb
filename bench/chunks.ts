/** Files as they arrive. */
import { closeSync, openSync, readSync } from 'node:fs';

const CHUNK = 64 * 1024;

/** A file in chunks, all in the same memory: each is used up before the next comes. */
export function* chunksOf(file: string): Generator<Uint8Array> {
  const buffer = Buffer.allocUnsafe(CHUNK);
  const open = openSync(file, 'r');
  try {
    for (let size = readSync(open, buffer); size > 0; size = readSync(open, buffer)) yield buffer.subarray(0, size);
  } finally {
    closeSync(open);
  }
}
