/** X12 files named on the command line; `-` is stdin. */
import { createReadStream } from 'node:fs';
import { Problem } from '../problem.ts';

/** A file's name as findings and records repeat it. */
export function nameOf(file: string): string {
  return file === '-' ? 'stdin' : file;
}

/** The bytes of a file as they arrive; throws a Problem (file-unreadable). */
export async function* bytesOfFile(file: string): AsyncGenerator<Uint8Array, void, undefined> {
  const stream: AsyncIterable<Uint8Array> = file === '-' ? process.stdin : createReadStream(file);
  try {
    yield* stream;
  } catch (error) {
    throw new Problem('file-unreadable', `${file}: cannot be read`, { cause: error });
  }
}

/** Reads a file's bytes, as often as asked: what came in by stdin is kept in memory for the next time. */
export function rereadable(file: string): () => AsyncIterable<Uint8Array> {
  if (file !== '-') return () => bytesOfFile(file);
  const kept: Uint8Array[] = [];
  let whole = false;
  return async function* () {
    if (whole) yield* kept;
    else {
      for await (const chunk of bytesOfFile(file)) {
        kept.push(chunk);
        yield chunk;
      }
      whole = true;
    }
  };
}
